"""Finding in the open document: the small bar, the matches on all its pages, next and previous."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from desktop.library import Searcher
from desktop.ui.jobs import Room
from desktop.ui.models.outline_model import AROUND

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from db.model import EditionUid
    from desktop.ui.desk import Desk
    from desktop.ui.reading import Reading
    from desktop.ui.searching import Searching

    Spans = list[tuple[int, int]]

SAME = str.maketrans({"\u00a0": " ", "’": "'", "‘": "'", "“": '"', "”": '"'})
"""Signs that count as one when words are looked for; one code point each."""
MOST = 10_000
"""Matches that are counted; a document with more of them is asked for more words."""
STEP = 50_000
"""Code points that are searched before anyone else gets a turn."""
LONGEST = 400
"""Code points that one match may take."""


class Finding(QObject):
    """Finds words in the open document; F3 goes on here, or in the results of a search."""

    def __init__(self, desk: Desk, reading: Reading, searching: Searching) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._window = desk.window
        self._reading = reading
        self._searching = searching
        self._room = Room(desk.jobs, desk.library.searcher(), Searcher.close, Searcher.interrupt)
        self._text: tuple[EditionUid, str] | None = None
        self._words = ""
        self._spans: Spans = []
        self._number = -1
        bar = self._window.find_bar
        bar.words_changed.connect(self._on_words_changed)
        bar.step_requested.connect(self._on_step_requested)
        bar.closed.connect(self._on_bar_closed)
        reading.page_opened.connect(self._on_page_opened)

    def close(self) -> None:
        """End the thread."""
        self._room.leave()

    def find_in_document(self) -> None:
        """Open the bar that finds words in this document, on all its pages."""
        self._window.show_page(self._window.reading)
        self._window.find_bar.open_bar(self._reading.chosen_words())

    @Slot(str)
    def _on_words_changed(self, words: str) -> None:
        unit = self._reading.unit
        self._words = words
        if unit is None or not words.strip():
            self._room.forget()
            self._show([], go=False)
            return
        known = self._text[1] if self._text and self._text[0] == unit.edition else None
        work = partial(_find, words, unit.edition, known, self._is_wanted)
        self._room.ask(work, partial(self._on_found, words, unit.edition))

    def _is_wanted(self, words: str) -> bool:
        """Whether these words are still looked for; asked from the thread of the search."""
        return words == self._words

    def _on_found(self, words: str, edition: EditionUid, found: tuple[str, Spans]) -> None:
        text, spans = found
        self._text = (edition, text)
        unit = self._reading.unit
        if words == self._words and unit is not None and unit.edition == edition:
            self._show(spans, go=True)

    def _show(self, spans: Spans, *, go: bool) -> None:
        self._spans, self._number = spans, -1
        self._mark_page()
        if spans and go:
            self._go_to_span(self._first_from_here())
        else:
            self._window.find_bar.show_count(0, 0)

    def _mark_page(self) -> None:
        """Mark what is on the page in view; a hundred other pages are none of the painter's."""
        unit = self._reading.unit
        if unit is not None:
            here = [s for s in self._spans if unit.start <= s[0] and s[1] <= unit.end]
            self._window.reader.set_hits(here)

    def _first_from_here(self) -> int:
        """Return the first match at or after the place where we are."""
        node, unit = self._reading.node, self._reading.unit
        here = node.start if node else unit.start if unit else 0
        at = bisect_left(self._spans, (here, 0))
        return at if at < len(self._spans) else 0

    def _go_to_span(self, number: int) -> None:
        self._number = number % len(self._spans)
        start, end = self._spans[self._number]
        unit = self._reading.unit
        if unit is None:
            return
        edition = unit.edition
        node = self._desk.library.node_at(edition, start)
        path = node.path if node is not None else AROUND
        if self._desk.library.unit_path(edition, path) != unit.path:
            self._reading.open(edition, path, start, end, remember=False)
            self._mark_page()
        self._window.reader.go_to(start, end)
        self._window.find_bar.show_count(
            self._number + 1, len(self._spans), more=len(self._spans) >= MOST
        )

    @Slot(int)
    def _on_step_requested(self, step: int) -> None:
        if self._spans:
            self._go_to_span(self._number + step)

    @Slot()
    def _on_bar_closed(self) -> None:
        self._spans, self._text, self._words = [], None, ""
        self._room.forget()
        self._window.reader.clear_hits()
        self._window.reader.setFocus()

    @Slot()
    def _on_page_opened(self) -> None:
        """Mark the page that came; in another document look again."""
        if not self._window.find_bar.isVisible():
            return
        unit = self._reading.unit
        if self._text and unit is not None and self._text[0] == unit.edition:
            self._mark_page()
        else:
            self._on_words_changed(self._window.find_bar.field.text())

    def next_hit(self) -> None:
        """Go to the next hit: in the document while its bar is open, else in the results."""
        self._step(1)

    def previous_hit(self) -> None:
        """Go to the hit before."""
        self._step(-1)

    def _step(self, step: int) -> None:
        if self._window.find_bar.isVisible():
            self._on_step_requested(step)
        elif self._searching.stands:
            self._searching.step(step)
        else:
            self.find_in_document()


def _find(
    words: str,
    edition: EditionUid,
    known: str | None,
    wanted: Callable[[str], bool],
    searcher: Searcher,
) -> tuple[str, Spans]:
    """Return the text of an edition and where the words stand in it."""
    text = searcher.text(edition).translate(SAME) if known is None else known
    spans: Spans = []
    for found in find_words(text, words):
        spans += found
        if len(spans) >= MOST or not wanted(words):
            break
    return text, spans[:MOST]


def find_words(source: str, words: str) -> Iterator[Spans]:
    """Yield where `words` stand, a stretch of the text at a time.

    Their case, the spaces between them and the shape of quotation marks do not count.
    """
    parts = [re.escape(p) for p in words.translate(SAME).split()]
    if not parts:
        return
    pattern = re.compile(r"\s+".join(parts), re.IGNORECASE)
    after = 0
    for begin in range(0, len(source), STEP):
        piece = source[begin : begin + STEP + LONGEST]
        found: Spans = []
        for match in pattern.finditer(piece):
            start, end = begin + match.start(), begin + match.end()
            if match.start() < STEP and start >= after:
                found.append((start, end))
                after = end
        yield found
