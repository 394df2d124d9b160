"""What every page prints at its edges: running heads, page numbers, line numbers; taken out."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.importers.blocks import STOP
from desktop.importers.line_numbers import strip_numbers
from desktop.importers.marks import read_marks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.importers.page_lines import Line

EDGE = 3
"""So many lines at the top and bottom of a page can be a running head."""
FEW = 3
"""So many pages, or all when there are fewer, print a running head."""
FAR, APART = 2.5, 1.6
"""In sizes of letters: a lone page number stands so far from the text; a head at least so far."""
PAGE_NUMBER = re.compile(
    r"^\W{0,4}(第\s*)?(page\s*)?\d{1,4}(\s*页)?(\s*(/|of|共)\s*\d{1,4}\s*页?)?\W{0,4}$|^[ivxl]{1,6}$",
    re.I,
)
HEIGHT = 4
Shape = tuple[str, float, int]


def without_edges(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """Return the lines of the pages without line numbers, running heads and page numbers."""
    numbered = [_unnumbered(lines) for lines in pages]
    edges = [_edges(lines) for lines in numbered]
    heads = _running(numbered, edges)
    numbers = _page_numbers(numbered, edges)
    return [
        [
            line
            for at, line in enumerate(lines)
            if at not in edge or not (_shape(line) in heads or (page, at) in numbers)
        ]
        for page, (lines, edge) in enumerate(zip(numbered, edges, strict=True))
    ]


def _unnumbered(lines: Sequence[Line]) -> list[Line]:
    texts = strip_numbers([line.text for line in lines])
    return [replace(line, text=t) for t, line in zip(texts, lines, strict=True) if t.strip()]


def _edges(lines: Sequence[Line]) -> set[int]:
    """Return the places of the lines that stand highest and lowest, and first and last."""
    bases = sorted({round(line.base) for line in lines})
    count = min(EDGE, max(1, len(bases) // 6))
    outer = {*bases[:count], *bases[-count:]}
    ends = min(EDGE, max(1, len(lines) // 6), len(lines))
    found = {*range(ends), *range(max(0, len(lines) - ends), len(lines))}
    return found | {at for at, line in enumerate(lines) if round(line.base) in outer}


def _running(pages: Sequence[Sequence[Line]], edges: Sequence[set[int]]) -> set[Shape]:
    """Return the shapes of lines that stand at the same height on many pages.

    White space between a line and the text tells a head of few pages, as of one chapter.
    """
    counts: Counter[Shape] = Counter()
    apart: Counter[Shape] = Counter()
    for lines, edge in zip(pages, edges, strict=True):
        counts.update({_shape(lines[at]) for at in edge if not _is_numbered(lines[at])})
        apart.update(
            _shape(lines[at]) for at in edge if _is_apart(lines, at) and not _is_item(lines[at])
        )
    most = max(FEW, 0.4 * len(pages))
    few = max(2, min(len(pages), FEW))
    return {
        shape
        for shape in {**counts, **apart}
        if shape[0] and (_near(counts, shape) >= most or _near(apart, shape) >= few)
    }


def _is_numbered(line: Line) -> bool:
    return any(not mark.loose for mark in read_marks(line.words))


def _is_item(line: Line) -> bool:
    return _is_numbered(line) and STOP.search(line.words) is not None


def _near(counts: Counter[Shape], shape: Shape) -> int:
    """Count a shape at its own height and a hair's breadth above and below."""
    words, size, height = shape
    return sum(counts[words, size, height + step] for step in (-1, 0, 1))


def _shape(line: Line) -> Shape:
    """Return what a line has in common with those of other pages; a title is larger than a head."""
    words = re.sub(r"\d+", "#", re.sub(r"\s+", "", line.text))
    return words, line.size, round(line.base / HEIGHT)


def _is_apart(lines: Sequence[Line], at: int) -> bool:
    """Tell whether a line is the highest or lowest of its page and white space parts it."""
    line = lines[at]
    above = [n.base - line.base for n in lines if round(n.base) > round(line.base)]
    below = [line.base - n.base for n in lines if round(n.base) < round(line.base)]
    far = APART * max(line.size, 1)
    return (not above and min(below, default=0) > far) or (
        not below and min(above, default=0) > far
    )


def _page_numbers(
    pages: Sequence[Sequence[Line]], edges: Sequence[set[int]]
) -> set[tuple[int, int]]:
    """Return the places of page numbers: they count with the pages, other numbers do not.

    A lone page has a number when it stands far below the text.
    """
    found = [
        (page, at, PAGE_NUMBER.match(pages[page][at].words))
        for page, edge in enumerate(edges)
        for at in edge
    ]
    counted = {(page, at): _ahead(page, match) for page, at, match in found if match}
    ahead = Counter(counted.values())
    if len(pages) == 1:
        return {place for place in counted if _is_far_below(pages[0], place[1])}
    least = min(2, len(pages) - 1)
    return {place for place, value in counted.items() if value is None or ahead[value] >= least}


def _ahead(page: int, match: re.Match[str]) -> int | None:
    """Return how far a printed number is ahead of the page it stands on, None for Roman ones."""
    digits = re.search(r"\d+", match[0])
    return int(digits[0]) - page if digits else None


def _is_far_below(lines: Sequence[Line], at: int) -> bool:
    others = [line.base for n, line in enumerate(lines) if n != at]
    return bool(others) and min(others) - lines[at].base > FAR * lines[at].size
