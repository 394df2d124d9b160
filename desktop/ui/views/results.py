"""The pane of search results: what was found, while it is typed and when typing rests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QFont, QKeyEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from db.model import Hit
from desktop.ui import theme
from desktop.ui.models.hits_model import HitsModel, count_words
from desktop.ui.models.row_list import ROW_ROLE
from desktop.ui.views.card_list import CardList
from desktop.ui.views.deed_button import DeedButton
from desktop.ui.views.empty_state import EmptyState
from desktop.ui.views.hit_card import HitCard
from desktop.ui.words import tr

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QFocusEvent


class ResultsPane(QWidget):
    """Shows hits; `hit_chosen` when a person comes to a hit, `hit_opened` to stay there."""

    hit_chosen = Signal(object)
    hit_opened = Signal(object)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Search results"))
        self._model = HitsModel()
        self._list = CardList(HitCard())
        self._list.setModel(self._model)
        self._list.setAccessibleName(tr("Search results"))
        self._chosen = False
        self._empty = EmptyState()
        self._empty.set_inset(20, 0)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._list)
        self._stack.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._build_head())
        column.addWidget(self._stack, 1)
        self._list.chosen.connect(self._on_chosen)
        self._list.opened.connect(self._on_opened)
        theme.signals().changed.connect(self._dress)
        self._dress()

    def _build_head(self) -> QHBoxLayout:
        self._counts, self._order = QLabel(), QLabel()
        font = QFont(self._counts.font())
        font.setWeight(QFont.Weight.DemiBold)
        self._counts.setFont(font)
        self._order.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        words = QVBoxLayout()
        words.setSpacing(1)
        for label in (self._counts, self._order):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setMinimumWidth(40)
            words.addWidget(label)
        self._close = DeedButton(icon="close")
        self._close.setAccessibleName(tr("Close the results"))
        self._close.setToolTip(tr("Close the results (Esc)"))
        self._close.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.setContentsMargins(20, 0, 8, 0)
        head.addLayout(words, 1)
        head.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        return head

    @Slot()
    def _dress(self) -> None:
        """Stand on the ground of the navigator, in whose place this pane comes."""
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Window, theme.tokens().side)
        self.setPalette(palette)
        self.setAutoFillBackground(True)

    def show_hits(
        self,
        query: str,
        hits: Sequence[Hit],
        *,
        ranked: bool,
        total: int | None = None,
        colors: Mapping[str, str] | None = None,
    ) -> None:
        """Show the hits of a query; one that a person chose stays chosen if it is still there.

        The first matches may be none while the ranked ones are still looked for: then the list is
        empty and nothing is said. `total` is how many there are in all, None while that is not
        known; `colors` are those of the notes among the hits, by uid.
        """
        if not hits and ranked:
            self.show_nothing(query)
            return
        before = self.current() if self._chosen else None
        self._model.set_hits(hits, ranked=ranked, colors=colors)
        if hits:
            self._keep(before)
        self._counts.setText(count_words(self._model.hits))
        self._list.setAccessibleName(f"{tr('Search results')}: {self._counts.text()}")
        self._order.setText(_order_words(len(hits), total, ranked=ranked) if hits else "")
        self._stack.setCurrentWidget(self._list)

    def _keep(self, before: Hit | None) -> None:
        """Select the hit that was chosen, else the first one: the best when they are ranked."""
        index = self._model.index_of(self._model.key(before)) if before else QModelIndex()
        kept = index.isValid()
        if not kept:
            index = self._model.index_of(self._model.key(self._model.hits[0]))
        self._list.select(index)
        self._chosen = kept
        if index.row() <= 1:
            self._list.scrollToTop()

    def show_nothing(self, query: str) -> None:
        """Say that nothing was found, and what may help."""
        self._model.set_hits((), ranked=False)
        self._counts.setText("")
        self._order.setText("")
        hint = tr(
            "Fewer words find more, and the beginning of a word is enough: “lith” finds lithium. "
            "Chinese needs no spaces."
        )
        self._empty.say(tr("Nothing found for “{query}”", query=query.strip()), hint)
        self._stack.setCurrentWidget(self._empty)

    def current(self) -> Hit | None:
        """Return the selected hit, None when there is none."""
        row = self._list.currentIndex().data(ROW_ROLE)
        return row if isinstance(row, Hit) else None

    def move(self, step: int) -> None:  # type: ignore[override]
        """Choose the hit so many hits further, as from the search field; places no window."""
        self._list.step(step)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus to the hits; a focus proxy would hide the other controls from Tab."""
        super().focusInEvent(event)
        self._list.setFocus(event.reason())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)

    @Slot(QModelIndex)
    def _on_chosen(self, index: QModelIndex) -> None:
        self._chosen = True
        row = index.data(ROW_ROLE)
        if isinstance(row, Hit):
            self.hit_chosen.emit(row)

    @Slot(QModelIndex)
    def _on_opened(self, index: QModelIndex) -> None:
        row = index.data(ROW_ROLE)
        if isinstance(row, Hit):
            self.hit_opened.emit(row)


def _order_words(shown: int, total: int | None, *, ranked: bool) -> str:
    """Return in which order the hits stand, and how many of how many are shown."""
    if total is not None and total > shown:
        whole = QLocale().toString(total)
        if ranked:
            return tr("The best {shown} of {total}, best first", shown=shown, total=whole)
        return tr("The first {shown} of {total}, as in the text", shown=shown, total=whole)
    return tr("Best first") if ranked else tr("First matches, as in the text")
