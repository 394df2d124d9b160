"""What stands where nothing was found: what may have been meant, what is in the way."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.ui.views.link_button import LinkButton
from desktop.ui.words import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from db.model import Ask

MOST = 3


class NothingFound(QWidget):
    """Says so, with links: `query_chosen(query)` for another spelling, `widened()`."""

    query_chosen = Signal(str)
    widened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading, self._meant, self._hint = (_label(self) for _ in range(3))
        font = QFont(self._heading.font())
        font.setWeight(QFont.Weight.DemiBold)
        self._heading.setFont(font)
        self._meant.setText(tr("Did you mean"))
        for label in (self._meant, self._hint):
            label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.links = [LinkButton(self) for _ in range(MOST)]
        for place, link in enumerate(self.links):
            link.clicked.connect(partial(self._on_link, place))
        self.wider = LinkButton(self)
        self.wider.clicked.connect(self.widened)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 8, 16, 8)
        column.setSpacing(4)
        for widget in (self._heading, self._meant, *self.links, self.wider, self._hint):
            column.addWidget(widget)
        column.addStretch()

    def show_query(self, ask: Ask, suggestions: Sequence[str]) -> None:
        """Say that nothing was found for a query."""
        self._meant.setVisible(bool(suggestions))
        for place, link in enumerate(self.links):
            link.setVisible(place < len(suggestions))
            if place < len(suggestions):
                link.show_words(suggestions[place])
        narrowed = ask.scope != "all" or bool(ask.documents or ask.regions or ask.kinds)
        self.wider.setVisible(narrowed)
        self.wider.show_words(tr("Search everything"))
        hint = tr(
            "Fewer words find more, and the beginning of a word is enough: “lith” finds lithium. "
            "Chinese needs no spaces."
        )
        self._heading.setText(tr("Nothing found for “{query}”", query=ask.query.strip()))
        self._hint.setText(hint)
        self.setAccessibleName(self.words)

    @property
    def words(self) -> str:
        """What is said now."""
        return f"{self._heading.text()}\n{self._hint.text()}"

    def _on_link(self, place: int, _checked: bool = False) -> None:
        self.query_chosen.emit(self.links[place].words)


def _label(parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
