"""Kind words about a query: what was not understood, what related words would add."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.ui.views.card import sized
from desktop.ui.views.link_button import LinkButton
from desktop.ui.words import mark, tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from db.model import Hint

SAID = {
    "field": mark("There is no field “{words}”: it was searched as a word. F1 shows the fields."),
    "value": mark("“{words}” means nothing here: it was searched as words."),
    "operator": mark("“{words}” was searched as a word: AND, OR and NOT join words here."),
    "building": mark("The index is being made anew: not everything is found yet."),
    "long": mark("Only the beginning of this long query was searched."),
}
MOST = 2


class SearchHints(QWidget):
    """A line or two above the hits, none when all was understood; `related_asked()`."""

    related_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = QLabel(self)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setWordWrap(True)
        self.label.setFont(sized(self.label.font(), -1))
        self.label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.related = LinkButton(self)
        self.related.clicked.connect(self.related_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 2, 16, 2)
        column.setSpacing(2)
        column.addWidget(self.label)
        column.addWidget(self.related, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def show_hints(self, hints: Sequence[Hint]) -> None:
        """Say these; suggestions are said where nothing was found."""
        told = [tr(SAID[h.kind], words=h.words) for h in hints if h.kind in SAID]
        self.label.setText("\n".join(told[:MOST]))
        self.label.setVisible(bool(told))
        more = sum(h.count for h in hints if h.kind == "related")
        if more:
            self.related.show_words(tr("%n more by related words", n=more))
        self.related.setVisible(more > 0)
        self.setVisible(bool(told) or more > 0)
