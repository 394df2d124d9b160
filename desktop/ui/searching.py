"""Searching: first matches at each keystroke, ranked ones at a rest, a hit shown in the text."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot

from db.model import Ask, EditionUid
from desktop.library import Searcher
from desktop.ui.jobs import Room

if TYPE_CHECKING:
    from collections.abc import Sequence

    from db.model import Hit, Unit
    from desktop.ui.desk import Desk
    from desktop.ui.reading import Reading, Spot

FIRST = 12
"""More than fit into the pane: what is below is ranked by the time anyone gets there."""
RANKED = 200


class Searching(QObject):
    """Steers field, results and reader while a query stands; the focus stays in the field."""

    def __init__(self, desk: Desk, reading: Reading) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._reading = reading
        self._window = desk.window
        self._room = Room(desk.jobs, desk.library.searcher(), Searcher.close, Searcher.interrupt)
        self._hits: Sequence[Hit] = ()
        self._shown_query = ""
        self._open_next = False
        self._before: Spot | None = None
        self._connect_signals()

    def _connect_signals(self) -> None:
        field, results = self._window.field, self._window.results
        field.query_changed.connect(self._on_query_changed)
        field.query_rested.connect(self._on_query_rested)
        field.moved.connect(results.move)
        field.opened.connect(self._on_opened)
        field.left.connect(self.leave)
        results.hit_chosen.connect(self._on_hit_chosen)
        results.hit_opened.connect(self._on_hit_opened)
        results.closed.connect(self.leave)

    @property
    def stands(self) -> bool:
        """Whether results stand in the place of the contents."""
        return self._window.left.currentWidget() is self._window.results

    def warm(self) -> None:
        """Open the search connection before the first key needs it."""
        self._room.ask(_warm, _nothing)

    def close(self) -> None:
        """End the search thread."""
        self._room.leave()

    # the whole library

    def search_library(self) -> None:
        """Go to the search field; words chosen in the text are looked for."""
        field = self._window.field
        chosen = self._reading.chosen_words()
        if chosen and not field.hasFocus():
            field.setText(chosen)
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        field.selectAll()

    @Slot(str)
    def _on_query_changed(self, query: str) -> None:
        self._open_next = False
        if not query.strip():
            self._show_contents()
            return
        self._room.ask(partial(_first, query), partial(self._show, query, ranked=False))

    @Slot(str)
    def _on_query_rested(self, query: str) -> None:
        if query.strip():
            self._room.ask(partial(_ranked, query), partial(self._show, query, ranked=True))

    def _show(self, query: str, hits: Sequence[Hit], *, ranked: bool) -> None:
        if query != self._window.field.text():
            return
        if not self.stands:
            self._before = self._reading.spot
            self._window.left.setCurrentWidget(self._window.results)
        self._hits, self._shown_query = hits, query
        if hits or not ranked:
            total = len(hits) if ranked and len(hits) < RANKED else None
            self._window.results.show_hits(query, hits, ranked=ranked, total=total)
        else:
            self._window.results.show_nothing(query)
            self._window.reader.clear_hits()
        if ranked:
            self._on_ranked()

    def _on_ranked(self) -> None:
        """Show the best hit in the text at once; the focus stays where it is."""
        hit = self._window.results.current()
        if self._open_next:
            self._on_opened()
        elif hit is not None:
            self._preview(hit)

    def search_again(self) -> None:
        """Ask again what stands: the notes have changed."""
        if self.stands:
            self._on_query_rested(self._window.field.text())

    @Slot()
    def _on_opened(self) -> None:
        """Open the chosen hit; Return may come before the hits do."""
        hit = self._window.results.current()
        self._open_next = self._shown_query != self._window.field.text()
        if hit is not None and not self._open_next:
            self._on_hit_opened(hit)

    @Slot(object)
    def _on_hit_chosen(self, hit: Hit) -> None:
        self._preview(hit)

    @Slot(object)
    def _on_hit_opened(self, hit: Hit) -> None:
        if self._preview(hit):
            self._window.reader.setFocus()
            self._keep_the_way_back()

    def _keep_the_way_back(self) -> None:
        if self._before is not None and self._before != self._reading.spot:
            self._reading.remember(self._before)
        self._before = None

    def _preview(self, hit: Hit) -> bool:
        if hit.edition_uid is None:
            return False
        start, end = (hit.start, hit.end) if hit.end > hit.start else (None, None)
        edition = EditionUid(hit.edition_uid)
        if not self._reading.open(edition, hit.path, start, end, remember=False):
            return False
        self._mark_hits(hit)
        return True

    def _mark_hits(self, hit: Hit) -> None:
        """Mark on the page every word of the query and what hides one, the chosen hit first."""
        unit = self._reading.unit
        if unit is None:
            return
        on_page = (h for h in self._hits if h.edition_uid == unit.edition)
        spans = {span for h in on_page for span in hit_spans(h, unit)}
        spans |= set(self._desk.library.marks(self._shown_query, unit))
        self._window.reader.set_hits(sorted(spans))
        own = hit_spans(hit, unit)
        if own:
            self._window.reader.go_to(*own[0], flash=False)

    @Slot()
    def leave(self) -> None:
        """Leave the search: the contents come back, the page stays, the text gets the focus."""
        self._window.field.clear()
        self._show_contents()
        self._window.reader.setFocus()

    def _show_contents(self) -> None:
        self._room.forget()
        self._hits = ()
        self._open_next = False
        if self.stands:
            self._window.left.setCurrentWidget(self._window.navigator)
            self._window.reader.clear_hits()
            self._keep_the_way_back()


def hit_spans(hit: Hit, unit: Unit) -> list[tuple[int, int]]:
    """Return where a hit's words stand on the page, the first one first; none when elsewhere.

    The snippet's marks are the words; its first one is the match, the others are as far from it in
    the source as in the snippet, unless the snippet leaves something out between them.
    """
    if not unit.start <= hit.start < hit.end <= unit.end:
        return []
    shift = hit.start - hit.marks[0][0] if hit.marks else 0
    spans = [(start + shift, end + shift) for start, end in hit.marks]
    same = [
        (start, end)
        for start, end in spans
        if unit.start <= start < end <= unit.end
        and unit.cut(start, end) == hit.snippet[start - shift : end - shift]
    ]
    return same if same[:1] == spans[:1] and same else [(hit.start, hit.end)]


def _first(query: str, searcher: Searcher) -> Sequence[Hit]:
    return searcher.first(query, FIRST).hits


def _ranked(query: str, searcher: Searcher) -> Sequence[Hit]:
    return searcher.ranked(Ask(query, typing=True), RANKED).hits


def _warm(searcher: Searcher) -> None:
    """Have everything loaded that a first answer needs; Chinese words need the most."""
    searcher.first("青", 1)


def _nothing(_thing: object) -> None:
    pass
