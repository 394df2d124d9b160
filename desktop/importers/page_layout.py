"""How lines of PDF pages stand: the edges of columns, the pitch of lines, what would have fit."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from typing import TYPE_CHECKING

from desktop.importers.blocks import CJK, width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.importers.page_lines import Line

CLOSERS = "，。、；：！？）”’》】」』,.;:!?)"
NEAR = 30
"""So many lines before and behind one tell the edges of its column."""
WIDER = 1.3
"""A gap of so many line pitches parts paragraphs."""


class Layout:
    """The edges of the columns on every page and the usual pitch of lines."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        placed = [line for line in lines if line.is_placed]
        self.is_known = len(placed) > 0.8 * len(lines)
        self._pitch = self._usual_pitch() if self.is_known else {}
        self._left, self.widest = self._edges() if self.is_known else ({}, 0.0)

    def _usual_pitch(self) -> dict[float, float]:
        """Return the usual distance of base lines by the size of letters."""
        counts: dict[float, Counter[float]] = {}
        for a, b in zip(self._lines, self._lines[1:], strict=False):
            drop = a.base - b.base
            if a.page == b.page and a.size == b.size and 0.8 * a.size < drop < 4 * a.size:
                counts.setdefault(a.size, Counter())[round(drop * 2) / 2] += 1
        return {size: _smallest_usual(found) for size, found in counts.items()}

    def _edges(self) -> tuple[dict[int, float], float]:
        """Return the left edge of every page's text, and how wide the text is."""
        lefts: dict[int, list[float]] = {}
        for line in self._lines:
            lefts.setdefault(line.page, []).append(line.left)
        left = {page: sorted(found)[len(found) // 20] for page, found in lefts.items()}
        widths = sorted(line.right - left[line.page] for line in self._lines)
        return left, widths[int(len(widths) * 0.95)] if widths else 0.0

    def is_apart(self, before: Line, line: Line) -> bool:
        """Tell whether more than the usual space lies between two lines of a column."""
        drop = before.base - line.base
        pitch = max(self._pitch.get(before.size, 0), self._pitch.get(line.size, 0))
        return before.page == line.page and pitch > 0 and drop > WIDER * pitch

    def is_short(self, at: int) -> bool:
        """Tell whether the first word of the next line would have fit behind a line."""
        line, following = self._lines[at], self._lines[at + 1]
        room = self._right_edge(at) - line.right
        return room > _first_word(following) + 0.5 * line.size

    def _right_edge(self, at: int) -> float:
        line = self._lines[at]
        near = self._lines[max(0, at - NEAR) : at + NEAR]
        beside = sorted(
            n.right
            for n in near
            if n.page == line.page and n.left < line.right and n.right > line.left
        )
        edge = beside[-2 if len(beside) > 4 else -1] if beside else line.right
        if self._is_columned(line.page):
            return edge
        return max(edge, self._left[line.page] + self.widest - line.size)

    def _is_columned(self, page: int) -> bool:
        """Tell whether many lines of a page begin in its right half."""
        begin = bisect_left(self._lines, page, key=_page)
        end = bisect_left(self._lines, page + 1, key=_page)
        middle = self._left[page] + 0.4 * self.widest
        return sum(n.left > middle for n in self._lines[begin:end]) > 0.25 * (end - begin)


def _page(line: Line) -> int:
    return line.page


def _smallest_usual(drops: Counter[float]) -> float:
    """Return the smallest distance that a good part of the lines has."""
    least = 0.15 * drops.total()
    return min(d for d, count in drops.items() if count >= least) if drops else 0.0


def _first_word(line: Line) -> float:
    """Return how wide the first word is; a Chinese sign takes those along that begin no line."""
    words = line.words
    each = max((line.right - line.left) / max(width(words), 1), 0.4 * line.size)
    if CJK.match(words):
        end = 1
        while end < len(words) and words[end] in CLOSERS:
            end += 1
        return each * width(words[:end])
    word = words.split(" ", 1)[0]
    end = next((n for n, char in enumerate(word) if CJK.match(char)), len(word))
    return each * (width(word[:end]) + (1 if line.words.isascii() else 0))
