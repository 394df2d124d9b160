"""What only one clause says: pairs of letters that few clauses have. Pure.

The formulas of a law (由人民政府责令改正) make its clauses alike; what is left tells them
apart.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from db.layout import Words

if TYPE_CHECKING:
    from db.layout import Layout

FEW = 3
"""Clauses that may share a pair of letters that still counts as rare."""


class Rare:
    """Tells how much of what only an old unit says stands in a new one."""

    def __init__(self, old: Layout, new: Layout) -> None:
        self._new = new
        self._held: dict[int, frozenset[str]] = {}
        pairs = {i: _pairs(old.units[i].letters) for i in old.spoken}
        times = Counter(p for held in pairs.values() for p in held)
        self._own = {i: {p for p in held if times[p] <= FEW} for i, held in pairs.items()}

    def share(self, i: int, j: int) -> float:
        """Return the share (0–1) of an old unit's rare pairs that a new one has."""
        own = self._own[i]
        if len(own) < FEW:
            return 0.0
        held = self._held.get(j)
        if held is None:
            held = self._held[j] = _pairs(self._new.units[j].letters)
        return len(own & held) / len(own)


def kinship(one: str, other: str) -> float:
    """Return the share (0–1) of the pairs of words of the shorter text that the other one has."""
    words = Words()
    ours, theirs = _pairs(words.letters(one)), _pairs(words.letters(other))
    return len(ours & theirs) / max(1, min(len(ours), len(theirs)))


def _pairs(letters: str) -> frozenset[str]:
    return frozenset(letters[at : at + 2] for at in range(len(letters) - 1))
