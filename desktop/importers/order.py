"""Which mark family stands above which in one document: learned from what lies between numbers."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from desktop.importers.chains import Chosen
    from desktop.importers.rows import Chain


OPEN = {("Article", "Section"), ("Section", "Article")}
"""Both orders are in use; one number alone proves neither."""


def learn_order(chosen: Mapping[int, Chosen]) -> frozenset[tuple[str, str]]:
    """Return the pairs (upper, lower): whole rows of the lower lie between numbers of the upper."""
    rows = _rows(chosen.values())
    inside: Counter[tuple[str, str]] = Counter()
    for upper, outer in rows.items():
        starts = [row.members[0] for row in outer]
        for lower, inner in rows.items():
            if upper != lower:
                inside[upper, lower] = sum(
                    _lies_between(row, outer, starts)
                    for row in inner
                    if (upper, lower) not in OPEN or len(row.members) > 1
                )
    return frozenset(p for p, count in inside.items() if count > inside[p[1], p[0]])


def _rows(chosen: Iterable[Chosen]) -> dict[str, list[Chain]]:
    rows: dict[str, dict[int, Chain]] = {}
    for each in chosen:
        rows.setdefault(each.chain.family, {})[each.chain.members[0]] = each.chain
    return {family: [row for _, row in sorted(found.items())] for family, found in rows.items()}


def _lies_between(row: Chain, outer: list[Chain], starts: list[int]) -> bool:
    """Tell whether a row lies between two neighboring numbers of the row that is open there."""
    place = bisect_right(starts, row.members[0]) - 1
    if place < 0:
        return False
    members = outer[place].members
    after = bisect_right(members, row.members[0])
    return after < len(members) and row.members[-1] < members[after]
