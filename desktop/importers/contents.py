"""Tables of contents: headings that are printed once more before the text begins."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from desktop.importers.blocks import ROW, STOP
from desktop.importers.marks import WORD_UNITS, read_marks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.importers.blocks import Block

HEADER = re.compile(r"(目\s*录|目\s*次|contents|table of contents)$", re.IGNORECASE)
DOTS = ".．·…•_ \t\u3000"
PAGE = "0123456789０１２３４５６７８９-—–"
WORD_FAMILIES = frozenset(WORD_UNITS.values()) - {"annex"}
LONGEST = 100
FEWEST = 2


def find_contents(blocks: Sequence[Block]) -> range:
    """Return the places of the blocks of a table of contents, an empty range when there is none."""
    keys = [_key(b) for b in blocks]
    titled = next((n for n, b in enumerate(blocks[:200]) if HEADER.match(b.text)), None)
    starts = [titled] if titled is not None else range(min(len(blocks), 200))
    later: dict[str, list[int]] = {}
    for at, key in enumerate(keys):
        if key:
            later.setdefault(key, []).append(at)
    for start in starts:
        end = _end_of(start, keys, later, header=titled is not None)
        if end:
            return range(_begin_of(start, keys, later), end)
    return _dotted(blocks, titled)


def _key(block: Block) -> str:
    """Return what a heading and its line in the contents have in common."""
    if len(block.text) > LONGEST or block.role == ROW:
        return ""
    unit = next((m for m in read_marks(block.text) if m.family in WORD_FAMILIES), None)
    if unit is not None:
        words = _bare(without_page(block.text[unit.length :])).rstrip(".")
        return f"{unit.family} {unit.label} {words}"
    return "" if STOP.search(block.text) else _bare(without_page(block.text))


def without_page(text: str) -> str:
    """Return a line of contents without its dot leaders and page number."""
    words = text.rstrip().rstrip(PAGE)
    bare = words.rstrip(DOTS)
    return bare if len(words) - len(bare) >= 2 or "\t" in words[len(bare) :] else text


def has_leader(text: str) -> bool:
    """Tell whether a line ends with dot leaders and a page number."""
    words = text.rstrip().rstrip(PAGE)
    tail = words[len(words.rstrip(DOTS)) :]
    return len(words) < len(text.rstrip()) and sum(c in ".．·…_" for c in tail) >= 3


def _bare(words: str) -> str:
    return re.sub(r"[\s.．…·]+", "", words).casefold()


def _end_of(start: int, keys: Sequence[str], later: dict[str, list[int]], *, header: bool) -> int:
    """Return where contents end that begin at `start`: where their first line stands again."""
    first = start + 1 if header else start
    again = _after(later, keys[first], first) if first < len(keys) else 0
    if not again or not keys[first]:
        return _end_by_pages(first, keys, later) if header else 0
    run = [n for n in range(first, again) if keys[n] and later[keys[n]][-1] >= again]
    end = run[-1] + 1
    length = end - first
    if length < FEWEST or len(run) < 0.8 * length or (not header and len(run) < again - first):
        return _end_by_pages(first, keys, later) if header else 0
    return _end_by_pages(end, keys, later, least=0) or end if header else end


def _begin_of(start: int, keys: Sequence[str], later: dict[str, list[int]]) -> int:
    """Return where contents begin that stand below the first heading that they list."""
    while start and keys[start - 1] and later[keys[start - 1]][0] < start - 1:
        start -= 1
    return start


def _after(later: dict[str, list[int]], key: str, at: int) -> int:
    """Return where a key stands next behind a place, 0 when nowhere."""
    places = later.get(key, [])
    n = bisect_right(places, at)
    return places[n] if n < len(places) else 0


def _end_by_pages(
    first: int, keys: Sequence[str], later: dict[str, list[int]], *, least: int = FEWEST
) -> int:
    """Return where contents end whose lines carry page numbers behind their words."""
    end = first
    for at in range(first, len(keys)):
        bare = keys[at].rstrip(PAGE)
        if not keys[at] or not (_after(later, bare, at) or _after(later, keys[at], at)):
            break
        end = at + 1
    return end if end - first >= least else 0


def _dotted(blocks: Sequence[Block], titled: int | None) -> range:
    """Return the run of lines with dot leaders and page numbers."""
    run: list[int] = []
    for at, block in enumerate(blocks[:1500]):
        if len(block.text) <= 200 and has_leader(block.text):
            run.append(at)
        elif run and at - run[-1] > 2:
            break
    if len(run) < FEWEST:
        return range(0)
    start = titled if titled is not None and titled < run[0] else run[0]
    return range(start, run[-1] + 1)
