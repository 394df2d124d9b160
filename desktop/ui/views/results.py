"""The pane of search results: what was found, while it is typed and when typing rests."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QFont, QKeyEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from db.model import Hit
from desktop.ui import theme
from desktop.ui.models.hits_model import HitsModel, count_words, total_words
from desktop.ui.models.row_list import ROW_ROLE
from desktop.ui.views.card_list import CardList
from desktop.ui.views.deed_button import DeedButton
from desktop.ui.views.facet_rows import FacetRows
from desktop.ui.views.hit_card import HitCard
from desktop.ui.views.nothing_found import NothingFound
from desktop.ui.views.search_choices import OrderButton, ScopeTabs, Switches
from desktop.ui.views.search_hints import SearchHints
from desktop.ui.views.short_label import ShortLabel
from desktop.ui.words import tr

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QFocusEvent

    from db.model import Answer, Ask


class ResultsPane(QWidget):
    """Shows hits; `hit_chosen` when a person comes to a hit, `hit_opened` to stay there.

    What a person changes in the question is told: `scope_chosen(scope)`, `order_chosen(order)`,
    `switched(name, on)`, `facet_toggled(field, value)`, `query_chosen(query)`, `widened()` to take
    away whatever narrows. `contents_requested()` asks for the hits in the tree.
    """

    hit_chosen = Signal(object)
    hit_opened = Signal(object)
    closed = Signal()
    scope_chosen = Signal(str)
    order_chosen = Signal(str)
    switched = Signal(str, bool)
    facet_toggled = Signal(str, str)
    query_chosen = Signal(str)
    widened = Signal()
    contents_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Search results"))
        self._model = HitsModel()
        self._list = CardList(HitCard())
        self._list.setModel(self._model)
        self._list.setAccessibleName(tr("Search results"))
        self._chosen = False
        self._empty = NothingFound()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._list)
        self._stack.addWidget(self._empty)
        self._build()
        self._connect_signals()
        self._dress()

    def _build(self) -> None:
        self.scopes = ScopeTabs(self)
        self.facets = FacetRows(self)
        self.hints = SearchHints(self)
        self.switches = Switches(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._build_head())
        column.addLayout(self._build_order())
        column.addWidget(self.facets)
        column.addWidget(self.hints)
        column.addWidget(self._stack, 1)
        column.addWidget(self.switches)
        self._order_tabs()

    def _order_tabs(self) -> None:
        """Let the Tab key come by from above."""
        stops = [
            *(*self.scopes.tabs.values(), self._contents, self._close, self._order),
            *(*self.facets.controls(), self.hints.related, self._list),
            *(*self._empty.links, self._empty.wider, *self.switches.boxes.values()),
        ]
        for stop, following in pairwise(stops):
            QWidget.setTabOrder(stop, following)

    def _build_head(self) -> QHBoxLayout:
        self._contents = DeedButton(icon="file-tree")
        self._contents.setAccessibleName(tr("Show the hits in the contents"))
        self._contents.setToolTip(tr("Show the hits in the contents (Ctrl+T)"))
        self._close = DeedButton(icon="close")
        self._close.setAccessibleName(tr("Close the results"))
        self._close.setToolTip(tr("Close the results (Esc)"))
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 8, 0)
        head.setSpacing(0)
        head.addWidget(self.scopes, 1)
        head.addWidget(self._contents)
        head.addWidget(self._close)
        return head

    def _build_order(self) -> QVBoxLayout:
        self._counts, self._shown = ShortLabel(self), ShortLabel(self)
        font = QFont(self._counts.font())
        font.setWeight(QFont.Weight.DemiBold)
        self._counts.setFont(font)
        self._shown.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._order = OrderButton(self)
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self._shown, 1)
        line.addWidget(self._order)
        lines = QVBoxLayout()
        lines.setContentsMargins(20, 4, 12, 0)
        lines.setSpacing(0)
        lines.addWidget(self._counts)
        lines.addLayout(line)
        return lines

    def _connect_signals(self) -> None:
        self._list.chosen.connect(self._on_chosen)
        self._list.opened.connect(self._on_opened)
        self._close.clicked.connect(self.closed)
        self._contents.clicked.connect(self.contents_requested)
        self.scopes.chosen.connect(self.scope_chosen)
        self._order.chosen.connect(self.order_chosen)
        self.switches.switched.connect(self.switched)
        self.facets.toggled.connect(self.facet_toggled)
        self.hints.related_asked.connect(self._on_related_asked)
        self._empty.query_chosen.connect(self.query_chosen)
        self._empty.widened.connect(self.widened)
        theme.signals().changed.connect(self._dress)

    @Slot()
    def _dress(self) -> None:
        """Stand on the ground of the navigator, in whose place this pane comes."""
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Window, theme.tokens().side)
        self.setPalette(palette)
        self.setAutoFillBackground(True)

    # what is shown

    def show_ask(self, ask: Ask) -> None:
        """Show how the search is meant."""
        self.scopes.show_scope(ask.scope)
        self._order.show_order(ask.order)
        self.switches.show_ask(ask)

    def show_hits(
        self,
        hits: Sequence[Hit],
        *,
        ranked: bool,
        whole: bool = True,
        colors: Mapping[str, str] | None = None,
    ) -> None:
        """Show hits; one that a person chose stays chosen if it is still there.

        `ranked`: the best ones stand first, else they stand as in the text. `whole` tells whether
        these are all; `show_counts` says how many there are beside them.
        """
        before = self.current() if self._chosen else None
        self._model.set_hits(hits, ranked=ranked, colors=colors)
        if hits:
            self._keep(before)
        self._say(_found_words(self._model.hits, whole=whole), "")
        self._stack.setCurrentWidget(self._list)

    def show_counts(self, answer: Answer, matches: int = 0) -> None:
        """Show how many there are in all, what they divide into, and what else could be asked."""
        self.facets.show_facets(answer.facets)
        self.hints.show_hints(answer.hints)
        if not answer.total:
            return
        counted = total_words(answer.facets)
        marked = tr("%n matches", n=matches) if matches > answer.total else ""
        shown = len(self._model.hits)
        whole = QLocale().toString(answer.total)
        part = tr("{shown} of {total} shown", shown=shown, total=whole)
        self._say(
            " · ".join(p for p in (counted, marked) if p),
            part if shown < answer.total else "",
            tr("%n hits", n=answer.total),
        )

    def _say(self, counts: str, shown: str, short: str = "") -> None:
        self._counts.show_words(counts, short)
        self._shown.show_words(shown)
        self._list.setAccessibleName(f"{tr('Search results')}: {counts}")

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

    def show_nothing(self, ask: Ask, suggestions: Sequence[str] = ()) -> None:
        """Say that nothing was found, and what may have been meant."""
        self._model.set_hits((), ranked=False)
        self._say(tr("Nothing found"), "")
        self._empty.show_query(ask, suggestions)
        self._stack.setCurrentWidget(self._empty)

    def forget(self) -> None:
        """Forget what was found: the search is over."""
        self._model.set_hits((), ranked=False)
        self._chosen = False
        self.facets.show_facets(())
        self.hints.show_hints(())
        self._say("", "")

    # hits

    @property
    def hits(self) -> tuple[Hit, ...]:
        """The hits in the order in which they stand."""
        return self._model.hits

    def current(self) -> Hit | None:
        """Return the selected hit, None when there is none."""
        row = self._list.currentIndex().data(ROW_ROLE)
        return row if isinstance(row, Hit) else None

    def move(self, step: int) -> bool:  # type: ignore[override]
        """Choose the hit so many hits further, as from the search field; False at the end."""
        before = self._list.currentIndex().row()
        self._list.step(step)
        return before != self._list.currentIndex().row()

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

    @Slot()
    def _on_related_asked(self) -> None:
        self.switched.emit("related", True)


def _found_words(hits: Sequence[Hit], *, whole: bool) -> str:
    """Return how many hits there are, as far as it is known."""
    if whole:
        return count_words(hits)
    return tr("More than {count} found", count=QLocale().toString(len(hits)))
