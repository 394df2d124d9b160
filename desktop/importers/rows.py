"""The rows of numbers of one mark family, found by what they would go on with."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desktop.importers.marks import begins

if TYPE_CHECKING:
    from collections.abc import Iterator

Value = tuple[int, ...]
GAP = 3
"""So many numbers may be missing before a row is taken for another one."""


@dataclass
class Chain:
    """A row of numbers of one family; `members` are the places of its blocks."""

    family: str
    members: list[int] = field(default_factory=list)
    last: Value = ()
    first_is_one: bool = True

    def continues_after(self, at: int) -> bool:
        """Tell whether the row goes on after a block."""
        return self.members[-1] > at


class Rows:
    """The rows of a family; the latest one that fits is found without looking at the others."""

    def __init__(self, family: str) -> None:
        self.family = family
        self.all: list[Chain] = []
        self.places: list[int] = []
        self._ending: dict[Value, list[Chain]] = {}
        self._within: dict[Value, list[Chain]] = {}

    def put(self, row: Chain, at: int, value: Value) -> None:
        """Add a number to a row, which may be new."""
        if not row.members:
            self.all.append(row)
        row.members.append(at)
        row.last = value
        self.places.append(at)
        self._ending.setdefault(value, []).append(row)
        for length in range(1, len(value)):
            self._within.setdefault(value[:length], []).append(row)

    def continued_by(self, value: Value) -> Chain | None:
        """Return the latest row that a number continues."""
        return _latest(self._before(value))

    def nearly_continued_by(self, value: Value) -> Chain | None:
        """Return the latest row that a number continues when some are missing between."""
        head, number = value[:-1], value[-1]
        return _latest(self._ends((*head, number - gap)) for gap in range(1, GAP + 1))

    def is_at(self, value: Value) -> bool:
        """Tell whether a row has come to this number."""
        return self._ends(value) is not None

    def _before(self, value: Value) -> Iterator[Chain | None]:
        """Yield rows: 2 follows 1 and 1-2, 1-1 follows 1, in decimals also 2.1 follows 1.3."""
        is_decimal = self.family == "dec"
        for length in range(len(value), 0, -1):
            head, number, rest = value[: length - 1], value[length - 1], value[length:]
            if begins(rest) and (is_decimal or not rest):
                yield self._ends((*head, number - 1))
                yield self._lies((*head, number - 1))
        for length in range(1, len(value)):
            if begins(value[length:]) and (is_decimal or length == len(value) - 1):
                yield self._ends(value[:length])

    def _ends(self, value: Value) -> Chain | None:
        rows = self._ending.get(value, [])
        while rows and rows[-1].last != value:
            rows.pop()
        return rows[-1] if rows else None

    def _lies(self, head: Value) -> Chain | None:
        rows = self._within.get(head, [])
        while rows and (rows[-1].last[: len(head)] != head or len(rows[-1].last) == len(head)):
            rows.pop()
        return rows[-1] if rows else None


def _latest(rows: Iterator[Chain | None]) -> Chain | None:
    return max((r for r in rows if r is not None), key=_last_place, default=None)


def _last_place(row: Chain) -> int:
    return row.members[-1]
