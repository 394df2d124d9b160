"""Finding on the page: the small bar, the matches marked in the text, the next and the previous."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

if TYPE_CHECKING:
    from desktop.ui.desk import Desk
    from desktop.ui.reading import Reading
    from desktop.ui.searching import Searching

SAME = str.maketrans({"\u00a0": " ", "’": "'", "‘": "'", "“": '"', "”": '"'})
"""Signs that count as one when words are looked for on the page; one code point each."""


class Finding(QObject):
    """Finds words on the page in view; F3 goes on here, or in the results of a search."""

    def __init__(self, desk: Desk, reading: Reading, searching: Searching) -> None:
        super().__init__(desk.window)
        self._window = desk.window
        self._reading = reading
        self._searching = searching
        self._spans: list[tuple[int, int]] = []
        self._number = 0
        bar = self._window.find_bar
        bar.words_changed.connect(self._on_words_changed)
        bar.step_requested.connect(self._on_step_requested)
        bar.closed.connect(self._on_bar_closed)
        reading.page_opened.connect(self._on_page_opened)

    def find_on_page(self) -> None:
        """Open the bar that finds words on this page."""
        self._window.show_page(self._window.reading)
        self._window.find_bar.open_bar(self._reading.chosen_words())

    @Slot(str)
    def _on_words_changed(self, words: str) -> None:
        unit = self._reading.unit
        spans = find_words(unit.source, words, unit.start) if unit else []
        self._window.reader.set_hits(spans)
        self._spans = spans
        self._number = 0
        if spans:
            self._go_to_span(self._first_from_here())
        else:
            self._window.find_bar.show_count(0, 0)

    def _first_from_here(self) -> int:
        """Return the first match at or after the place where we are."""
        here = self._reading.node.start if self._reading.node else 0
        return next((i for i, (start, _end) in enumerate(self._spans) if start >= here), 0)

    def _go_to_span(self, number: int) -> None:
        self._number = number % len(self._spans)
        self._window.reader.go_to(*self._spans[self._number])
        self._window.find_bar.show_count(self._number + 1, len(self._spans))

    @Slot(int)
    def _on_step_requested(self, step: int) -> None:
        if self._spans:
            self._go_to_span(self._number + step)

    @Slot()
    def _on_bar_closed(self) -> None:
        self._spans = []
        self._window.reader.clear_hits()
        self._window.reader.setFocus()

    @Slot()
    def _on_page_opened(self) -> None:
        """Look again on the page that came; the bar stays open while pages are turned."""
        if self._window.find_bar.isVisible():
            self._on_words_changed(self._window.find_bar.field.text())

    def next_hit(self) -> None:
        """Go to the next hit: on the page while its bar is open, else in the results."""
        self._step(1)

    def previous_hit(self) -> None:
        """Go to the hit before."""
        self._step(-1)

    def _step(self, step: int) -> None:
        if self._window.find_bar.isVisible():
            self._on_step_requested(step)
        elif self._searching.stands:
            self._window.results.move(step)
        else:
            self.find_on_page()


def find_words(source: str, words: str, offset: int) -> list[tuple[int, int]]:
    """Return where `words` stand in `source`, whatever their case, spaces and quotation marks."""
    parts = [re.escape(p) for p in words.translate(SAME).split()]
    if not parts:
        return []
    found = re.finditer(r"\s+".join(parts), source.translate(SAME), re.IGNORECASE)
    return [(offset + m.start(), offset + m.end()) for m in found]
