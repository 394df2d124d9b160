"""Which marks of a document are numbers: those that continue a row of their own family.

A row (a chain) is a list that begins with its first number; a year, a decimal or a reference at the
beginning of a line continues nothing and stays text.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.importers.blocks import ITEM, STOP
from desktop.importers.marks import (
    ARTICLES,
    LETTERED,
    STRONG,
    UNIT_RANKS,
    begins,
    follows,
    is_annex_heading,
    read_marks,
)
from desktop.importers.quotes import quoted_places, recital_places
from desktop.importers.rows import Chain, Rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.importers.blocks import Block
    from desktop.importers.marks import Mark
    from desktop.importers.rows import Value

PARTS = {"Division", "Title", "Subtitle", "Part", "Subpart", "Chapter", "Subchapter"}
"""A lone number of these that is not the first is the document's own: `2020 CHAPTER 14`."""
HUNDRED = 100
FEWEST_SECTIONS = 2
FARTHEST = 60
"""Among so many numbers of its family the next one of a row is looked for."""
TITLE_LENGTH = 40
MOST_AGAIN = 8
"""So many rows may begin before the row that was open goes on."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """A mark that is believed, the row it stands in and what does not continue there."""

    mark: Mark
    chain: Chain
    doubt: str = ""


def choose_marks(blocks: Sequence[Block]) -> dict[int, Chosen]:
    """Return place of block → mark, for all blocks that begin with a number."""
    apart = quoted_places(blocks) | recital_places(blocks)
    found = [_candidates(blocks, n) if n not in apart else [] for n in range(len(blocks))]
    return _Chooser(blocks, found).choose()


def _candidates(blocks: Sequence[Block], at: int) -> list[Mark]:
    block = blocks[at]
    if block.role not in ("", ITEM):
        return []
    marks = read_marks(block.text)
    if any(m.family == "annex" for m in marks) and not is_annex_at(blocks, at):
        return []
    return marks


def is_annex_at(blocks: Sequence[Block], at: int) -> bool:
    """Tell whether a block is the heading of an annex: no sentence, no list of annexes."""
    if not _names_annex(blocks[at]) or not is_annex_heading(blocks[at].text):
        return False
    beside = [n for n in (at - 1, at + 1) if 0 <= n < len(blocks)]
    return not any(_names_annex(blocks[n]) for n in beside)


def _names_annex(block: Block) -> bool:
    return any(m.family == "annex" for m in read_marks(block.text))


class _Chooser:
    def __init__(self, blocks: Sequence[Block], found: list[list[Mark]]) -> None:
        self._blocks = blocks
        self._found = found
        self._rows: dict[str, Rows] = {}
        self._chosen: dict[int, Chosen] = {}
        self._ahead: dict[str, list[tuple[int, Value]]] = {}
        self._headed: dict[int, list[int]] = {}
        for at, marks in enumerate(found):
            for mark in marks:
                self._rows.setdefault(mark.family, Rows(mark.family))
                self._ahead.setdefault(mark.family, []).append((at, mark.value))
                if mark.family == "dec" and mark.value[1:] == (1,):
                    self._headed.setdefault(mark.value[0], []).append(at)
        self._is_enacted = sum(map(self._has_paragraphs, range(len(found)))) >= FEWEST_SECTIONS

    def choose(self) -> dict[int, Chosen]:
        for at, marks in enumerate(self._found):
            best = max(
                ((self._worth(at, m), -n, m) for n, m in enumerate(marks)),
                key=_first_two,
                default=None,
            )
            if best and best[0] > 0:
                self._take(at, best[2])
        return {at: c for at, c in self._chosen.items() if self._is_believed(c)}

    def _worth(self, at: int, mark: Mark) -> int:
        """Return how well a reading fits: 4 continues, 3 begins a row, 1 is a doubt, 0 is none."""
        if self._exact(mark) is not None:
            return 4 if not mark.loose or self._holds(at, mark) else 0
        is_heading = self._is_certain(at)
        if begins(mark.value):
            if mark.loose and mark.family == "dec":
                return 3 if is_heading or self._heads(at, mark) else 0
            if mark.loose:
                return 3 if self._next_is(at, mark) or not self._rows[mark.family].all else 0
            return 3 if mark.family in STRONG or is_heading or self._next_is(at, mark) else 0
        if mark.loose:
            return 0
        if self._is_below_point(mark) or self._is_hundredth(mark):
            return 3
        row = self._rows[mark.family].nearly_continued_by(mark.value)
        if row is not None:
            if self._is_missing_ahead(at, mark, row):
                return 0
            certain = mark.family in STRONG or is_heading
            return 2 if certain or self._next_is(at, mark) else 0
        if mark.family in PARTS and len(self._ahead[mark.family]) == 1:
            return int(is_heading or mark.length < len(self._blocks[at].text))
        return 1 if mark.family in STRONG - {"dec"} or is_heading else 0

    def _holds(self, at: int, mark: Mark) -> bool:
        """Tell whether a loose mark that continues its row is a number and no mere reference."""
        if mark.family == "dec":
            return self._heads(at, mark)
        later = (
            m for place, _ in self._next(at, mark.family, FARTHEST) for m in self._found[place]
        )
        again = next((m for m in later if m.family == mark.family and not m.loose), None)
        return again is None or again.value != mark.value

    def _heads(self, at: int, mark: Mark) -> bool:
        """Tell whether a number without a point (`1 General`) heads decimals, or is a heading.

        A chapter without decimals of its own stands between others that have some.
        """
        if self._is_certain(at):
            return True
        if len(mark.value) > 1:
            following = (*mark.value[:-1], mark.value[-1] + 1)
            return any(v == following for _, v in self._next(at, mark.family, FARTHEST))
        later = self._next(at, mark.family, FARTHEST)
        if next((v for _, v in later if len(v) > 1), (0,))[0] == mark.value[0]:
            return True
        if self._is_enacted and self._is_section(at, mark):
            return True
        is_spaced = self._blocks[at].text[: mark.length].endswith("　")
        return self._is_titled(at) and (is_spaced or self._heads_beside(at, mark))

    def _is_section(self, at: int, mark: Mark) -> bool:
        """Tell whether a number without a point counts a section of an act or of its schedule."""
        if self._is_titled(at) or self._has_paragraphs(at):
            return True
        if begins(mark.value):
            above = (m.family for n in (at - 1, at - 2) if n >= 0 for m in self._found[n])
            return "annex" in above
        return self._blocks[at].text[mark.length : mark.length + 1].isupper()

    def _has_paragraphs(self, at: int) -> bool:
        """Tell whether a number without a point has a paragraph (1) right below it."""
        if at + 1 >= len(self._found) or not any(m.loose for m in self._found[at]):
            return False
        is_first = any(m.family == "（1）" and begins(m.value) for m in self._found[at + 1])
        return is_first and self._is_titled(at)

    def _heads_beside(self, at: int, mark: Mark) -> bool:
        """Tell whether the number before or behind a chapter's, itself a title, heads decimals."""
        value = mark.value[0]
        before, behind = self._headed.get(value - 1), self._headed.get(value + 1)
        return bool((before and before[0] < at) or (behind and behind[-1] > at))

    def _is_titled(self, at: int) -> bool:
        """Tell whether a block is as short as a title and no sentence."""
        words = self._blocks[at].text
        return len(words) <= TITLE_LENGTH and not STOP.search(words)

    def _next(self, at: int, family: str, most: int) -> list[tuple[int, Value]]:
        row = self._ahead[family]
        begin = bisect_right(row, at, key=_place)
        return row[begin : begin + most]

    def _is_below_point(self, mark: Mark) -> bool:
        """Tell whether 4.1 stands below the `4.` that another family counts."""
        rest: Value = mark.value[1:]
        is_first = mark.family == "dec" and bool(rest) and begins(rest)
        if is_first and mark.value[0] > LETTERED:
            return True
        return is_first and "1." in self._rows and self._rows["1."].is_at(mark.value[:1])

    def _is_hundredth(self, mark: Mark) -> bool:
        """Tell whether this is section 101 of title I, the first one below it."""
        if mark.family != "Section" or mark.value[0] % HUNDRED != 1 or len(mark.value) > 1:
            return False
        upper = (mark.value[0] // HUNDRED,)
        return any(f in self._rows and self._rows[f].is_at(upper) for f in PARTS)

    def _next_is(self, at: int, mark: Mark) -> bool:
        """Tell whether one of the next numbers of the family continues this one."""
        again = 0
        for _, value in self._next(at, mark.family, FARTHEST):
            if _goes_on(mark.family, mark.value, value):
                return True
            again += begins(value)
            if again > MOST_AGAIN or (again and not begins(mark.value)):
                return False
        return False

    def _is_missing_ahead(self, at: int, mark: Mark, row: Chain) -> bool:
        """Tell whether the number that is missing before a mark is printed behind it."""
        for _, value in self._next(at, mark.family, FARTHEST):
            if value[-1:] == (1,) and len(value) == len(mark.value):
                return False
            if follows(row.last, value):
                return True
        return False

    def _exact(self, mark: Mark) -> Chain | None:
        """Return the latest row that this mark continues, unless a newer one lost a number."""
        rows = self._rows[mark.family]
        best = rows.continued_by(mark.value)
        if best is None or rows.all[-1].members[0] <= best.members[-1]:
            return best
        return None if self._is_parted(best, rows.all[-1]) else best

    def _is_parted(self, row: Chain, newer: Chain) -> bool:
        """Tell whether a mark of an older family stands between two rows: then no way back."""
        if row.family in ARTICLES or not row.first_is_one:
            return False
        mine, start, end = self._first(row.family), row.members[-1] + 1, newer.members[0]
        older = (rows.places for f, rows in self._rows.items() if self._first(f) < mine)
        return any(bisect_left(places, start) < bisect_left(places, end) for places in older)

    def _first(self, family: str) -> int:
        """Return where a family first numbers something, far away when it does not."""
        places = self._rows[family].places
        return places[0] if places else len(self._blocks)

    def _take(self, at: int, mark: Mark) -> None:
        rows = self._rows[mark.family]
        row, doubt = self._exact(mark), ""
        starts = begins(mark.value) or self._is_below_point(mark) or self._is_hundredth(mark)
        if row is None and not starts:
            row = rows.nearly_continued_by(mark.value)
            doubt = self._told(row, mark, at)
        row = row or Chain(mark.family, first_is_one=begins(mark.value))
        rows.put(row, at, mark.value)
        self._chosen[at] = Chosen(mark, row, doubt)

    def _told(self, row: Chain | None, mark: Mark, at: int) -> str:
        if row is None and mark.family in PARTS and len(self._ahead[mark.family]) == 1:
            return ""
        words = " ".join(self._blocks[at].text[:30].split())
        if row is None:
            return f"“{words}” begins with {mark.label}; the numbers before it are not there."
        wanted = row.last[-1] + 1
        return f"“{words}” follows {row.last[-1]}; {wanted} is not there."

    def _is_believed(self, chosen: Chosen) -> bool:
        """Drop a single number of a weak family that no format calls a heading."""
        row = chosen.chain
        if len(row.members) > 1 or row.family in STRONG:
            return True
        return self._is_certain(row.members[0])

    def _is_certain(self, at: int) -> bool:
        """Tell whether the format itself says that a block is a heading or an item of a list."""
        return self._blocks[at].level > 0 or self._blocks[at].role == ITEM


def _goes_on(family: str, before: tuple[int, ...], value: tuple[int, ...]) -> bool:
    if family != "dec":
        return follows(before, value)
    if len(value) > len(before):
        return value[: len(before)] == before and begins(value[len(before) :])
    place = next((n for n, (a, b) in enumerate(zip(before, value, strict=False)) if a != b), -1)
    return place >= 0 and value[place] == before[place] + 1 and begins(value[place + 1 :])


def _place(ahead: tuple[int, tuple[int, ...]]) -> int:
    return ahead[0]


def _first_two(item: tuple[int, int, Mark]) -> tuple[int, int]:
    return item[:2]


def unit_rank(family: str) -> int:
    """Return the fixed rank of a Chinese unit, 0 for every other family."""
    return UNIT_RANKS.get(family, 0)
