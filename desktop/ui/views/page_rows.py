"""What stands on a page of the reader: its rows, and the map between Qt's positions and the source.

A row is one paragraph and nothing but the source's words; every label, title and sign around it is
painted. So a position in the document is an offset in the source, by one addition. No Qt here.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from db.model import PREAMBLE
from desktop.ui.offsets import Offsets, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from db.model import Node, Unit, Zone

AROUND = "@around"
"""The path of the page that shows what stands around the plan."""
PLAN_ZONES = frozenset({"plan", "body", "annex"})
ITEMS = frozenset({"item", "subitem", "point", "paragraph"})
LINES = re.compile(r"[^\n]*\n|[^\n]+")


class Role(Enum):
    """How a row is set."""

    TITLE = "title"
    HEADING = "heading"
    LINK = "link"
    CLAUSE = "clause"
    AROUND = "around"


@dataclass(frozen=True, slots=True)
class Row:
    """One paragraph of the page: `text` is the source's words between `start` and `end`.

    `label` is painted beside the words, `name` (the editor's) above them; `zone` is set on the
    first row of a zone around the plan, `opening` on the first clause of a page with no heading.
    """

    role: Role
    start: int
    end: int
    text: str
    path: str
    label: str = ""
    name: str = ""
    zone: str = ""
    opening: bool = False

    @property
    def is_small(self) -> bool:
        """Whether the words are set small and muted, below the editor's name."""
        return bool(self.name)


def rows_of(unit: Unit) -> tuple[Row, ...]:
    """Return the rows of a page in reading order."""
    if unit.path == AROUND:
        return tuple(_around(unit))
    return tuple(_nodes(unit))


def _nodes(unit: Unit) -> Iterator[Row]:
    links, items = _links(unit), _items(unit)
    opening = False
    for node in unit.nodes:
        if node.path == PREAMBLE and node.start == node.end:
            opening = True
            continue
        role = Role.CLAUSE if node.path in items else _role(node, unit.path, links)
        label = _margin_label(node, unit.path) if role is Role.CLAUSE else node.mark
        yield Row(
            role,
            node.start,
            node.end,
            node.text,
            node.path,
            label=label,
            name=_painted_name(node, role),
            opening=opening,
        )
        opening = False


def _items(unit: Unit) -> frozenset[str]:
    """Return the items of enumerations that hold nothing else: they are read as clauses are."""
    parents = {n.parent for n in unit.nodes}
    return frozenset(n.path for n in unit.nodes if n.kind in ITEMS and n.path not in parents)


def _role(node: Node, page: str, links: frozenset[str]) -> Role:
    if node.is_clause:
        return Role.CLAUSE
    if node.path in links:
        return Role.LINK
    return Role.TITLE if node.path == page else Role.HEADING


def _painted_name(node: Node, role: Role) -> str:
    """Return the editor's name of a page or region when it says more than the printed words.

    The names of tasks are for the tree: their printed words are a heading already.
    """
    leads = role in (Role.TITLE, Role.LINK) or node.kind == "region"
    return node.name if leads and node.name.casefold() != node.text.casefold() else ""


def _links(unit: Unit) -> frozenset[str]:
    """Return the headings that stand for pages of their own.

    On a split page there is nothing below any of the headings: their words are on their pages.
    """
    below = [n for n in unit.nodes if not n.is_clause and n.path != unit.path]
    parents = {n.parent for n in unit.nodes}
    if any(n.path in parents for n in below):
        return frozenset()
    return frozenset(n.path for n in below)


def _margin_label(node: Node, page: str) -> str:
    """Return what names a clause on this page: `2.1` for `II.(3).2.1` on the page `II.(3)`."""
    inside = node.path.removeprefix(f"{page}.").split(".")
    parts = (part.partition("~")[0] for part in inside if not part.startswith("h"))
    return ".".join(parts) or node.mark


def _around(unit: Unit) -> Iterator[Row]:
    for zone in unit.zones:
        if zone.zone not in PLAN_ZONES:
            yield from _zone(unit, zone)


def _zone(unit: Unit, zone: Zone) -> Iterator[Row]:
    """Yield the lines of a zone that have words; the first one carries the zone's name."""
    at, name = zone.start, zone.zone
    for line in LINES.findall(unit.cut(zone.start, zone.end)):
        words = line.rstrip("\r\n")
        if words.strip():
            yield Row(Role.AROUND, at, at + len(words), words, AROUND, zone=name)
            name = ""
        at += len(line)


class PageMap:
    """Both ways between the positions of a page's document and offsets of the source."""

    def __init__(self, rows: tuple[Row, ...]) -> None:
        self.rows = rows
        self._offsets = [Offsets(row.text) for row in rows]
        self._starts = [row.start for row in rows]
        self._firsts: list[int] = []
        self.length = 0
        for offsets in self._offsets:
            self._firsts.append(self.length)
            self.length += offsets.units + 1

    def text(self) -> str:
        """Return the text of the whole document as Qt is to hold it, rows divided by newlines."""
        return "\n".join(shown(row.text) for row in self.rows)

    def row_at(self, position: int) -> int:
        """Return the row of a position; -1 on an empty page."""
        return min(max(bisect_right(self._firsts, position) - 1, 0), len(self.rows) - 1)

    def row_of(self, offset: int, *, closing: bool = False) -> int:
        """Return the row that holds a source offset, the next one for an offset between rows.

        `closing`: the offset ends something, so that it belongs to the row before it.
        """
        at = bisect_left if closing else bisect_right
        row = max(at(self._starts, offset) - 1, 0)
        if not closing and row + 1 < len(self.rows) and offset > self.rows[row].end:
            return row + 1
        return row if self.rows else -1

    def to_source(self, position: int) -> int:
        """Return the source offset of a position; 0 on an empty page."""
        row = self.row_at(position)
        if row < 0:
            return 0
        return self.rows[row].start + self._offsets[row].to_points(position - self._firsts[row])

    def to_position(self, offset: int, *, closing: bool = False) -> int:
        """Return the position of a source offset, the nearest one when it is not on the page."""
        row = self.row_of(offset, closing=closing)
        if row < 0:
            return 0
        return self._firsts[row] + self._offsets[row].to_units(offset - self.rows[row].start)

    def first(self, row: int) -> int:
        """Return the position at which a row begins."""
        return self._firsts[row]

    def span(self, first: int, last: int) -> tuple[int, int] | None:
        """Return the source span between two positions, None when it holds no word.

        An end that only touches a row (its last edge, or the first edge of the next) leaves that
        row out, so that a span never holds a label that stands between two rows.
        """
        if first >= last or not self.rows:
            return None
        low, high = self.row_at(first), self.row_at(last)
        while low < high and first >= self._firsts[low] + self._offsets[low].units:
            low += 1
            first = self._firsts[low]
        while low < high and last <= self._firsts[high]:
            high -= 1
            last = self._firsts[high] + self._offsets[high].units
        start, end = self.to_source(first), self.to_source(last)
        return (start, end) if start < end else None

    def stretches(self, start: int, end: int) -> Iterator[tuple[int, int, int]]:
        """Yield (row, first unit, last unit) of each row that a source span covers in part."""
        at = max(bisect_right(self._starts, start) - 1, 0)
        stop = bisect_left(self._starts, end)
        for index in range(at, stop):
            row, offsets = self.rows[index], self._offsets[index]
            first, last = max(start, row.start), min(end, row.end)
            if first < last:
                low, high = offsets.to_units(first - row.start), offsets.to_units(last - row.start)
                yield index, low, high

    def unit_in_row(self, row: int, offset: int) -> int:
        """Return the unit inside a row of a source offset, clamped to the row."""
        return self._offsets[row].to_units(offset - self.rows[row].start)
