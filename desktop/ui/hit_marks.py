"""Where the hits of a search are marked besides their list: on the page, in the contents."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.library import Searcher
from desktop.ui.jobs import Room
from desktop.ui.models.hits_model import NOTE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from db.model import Ask, EditionUid, Hit, Match, Unit
    from desktop.ui.desk import Desk
    from desktop.ui.reading import Reading

    Spans = list[tuple[int, int]]

MOST_EDITIONS = 200
"""Documents whose places are counted, those of the hits in sight first."""


class HitMarks(QObject):
    """Marks the words of a query on the page and counts its hits in the tree.

    The chosen hit is marked at once, the others when a thread of their own has found them.
    """

    def __init__(self, desk: Desk, reading: Reading) -> None:
        super().__init__(desk.window)
        self._reading = reading
        self._reader = desk.window.reader
        self._tree = desk.window.navigator.model
        self._results = desk.window.results
        self._own: Spans = []
        self._own_edition: EditionUid | None = None
        self._room = Room(desk.jobs, desk.library.searcher(), Searcher.close, Searcher.interrupt)

    def warm(self) -> None:
        """Open the connection and load the parser of the query language (Whoosh, 80 ms)."""
        self._room.ask(_warm, _nothing)

    def close(self) -> None:
        """End the thread."""
        self._room.leave()

    def show_hit(self, hit: Hit, ask: Ask) -> None:
        """Mark what is known of the page, go to the words of the hit, ask for all others."""
        unit = self._reading.unit
        if unit is None:
            return
        self._own, self._own_edition = hit_spans(hit, unit), unit.edition
        self._reader.set_hits(self._known(unit))
        if self._own:
            self._reader.go_to(*self._own[0], flash=False)
        self.mark_page(ask)

    def mark_page(self, ask: Ask) -> None:
        """Mark every word of a query on the page in view."""
        unit = self._reading.unit
        if unit is not None:
            self._room.ask(partial(_marks, ask, unit), partial(self._on_marks, unit))

    def _known(self, unit: Unit) -> Spans:
        """Return what the hits in the list say about a page, without asking.

        The words of a note stand in the note: of the text only the chosen note's place is marked.
        """
        hits = [h for h in self._results.hits if h.edition_uid == unit.edition and h.kind != NOTE]
        return sorted({span for h in hits for span in hit_spans(h, unit)} | self._own_on(unit))

    def _own_on(self, unit: Unit) -> set[tuple[int, int]]:
        if unit.edition != self._own_edition:
            return set()
        return {(start, end) for start, end in self._own if unit.start <= start < end <= unit.end}

    def _on_marks(self, unit: Unit, marks: Spans) -> None:
        if self._reading.unit is unit:
            self._reader.set_hits(sorted({*self._known(unit), *marks}))

    def count_in_contents(self, ask: Ask) -> None:
        """Count the hits on every place of the tree."""
        editions = [d.edition for d in self._reading.library_documents]
        found = {h.edition_uid for h in self._results.hits}
        editions.sort(key=found.__contains__, reverse=True)
        self._room.ask(partial(_below, ask, editions[:MOST_EDITIONS]), self._tree.show_hits)

    def clear(self) -> None:
        """Mark nothing anywhere."""
        self._own = []
        self._room.forget()
        self._tree.show_hits({})
        self._reader.clear_hits()


def hit_spans(hit: Hit, unit: Unit) -> Spans:
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


def count_runs(matches: Sequence[Match]) -> int:
    """Count words that stand side by side, with a space between them, as one match."""
    ends = [-2, *(m.end for m in matches)]
    return sum(m.start != end + 1 for m, end in zip(matches, ends, strict=False))


def _warm(searcher: Searcher) -> None:
    searcher.first('"青海"', 1)


def _nothing(_thing: object) -> None:
    pass


def _marks(ask: Ask, unit: Unit, searcher: Searcher) -> Spans:
    return searcher.marks(ask, unit)


def _below(ask: Ask, editions: list[EditionUid], searcher: Searcher) -> dict[str, dict[str, int]]:
    return {str(e): searcher.hit_paths(ask, e) for e in editions}
