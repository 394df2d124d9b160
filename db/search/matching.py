"""Find a leaf's forms in a text: how often for the ranking, where for the marks. Pure."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from db.search.analysis import is_han, places, words
from db.search.spotting import plain, spot

if TYPE_CHECKING:
    from collections.abc import Sequence

    from db.search.tree import Form, Leaf

BEGUN = 0.5
"""What a word counts that only begins as typed, beside the whole word."""
BESIDE = 1.25
"""What it is worth when two words of the query stand side by side in their order."""
FAR = 0.02
"""What is left of the weight of a row that has a word only as a related or a similar one."""
EXACT, LOOSE = ("", "place"), ("related", "fuzzy")


class Span(NamedTuple):
    """Where a leaf stands in a text, and in which form."""

    start: int
    end: int
    form: Form


class Reading:
    """A text as it is read for one query: where forms stand in it is found once."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._plain = plain(text)
        self._words: list[str] | None = None
        self._known: dict[Form, list[tuple[int, int]]] = {}

    @property
    def words(self) -> list[str]:
        """The tokens of the text; most texts are never asked for them."""
        if self._words is None:
            self._words = words(self.text)
        return self._words

    @property
    def size(self) -> int:
        """How many tokens there are, more or less."""
        lower = self._plain
        if lower is None:
            return len(self.words)
        spaces = lower.count(" ") + 1
        return spaces if lower.isascii() else spaces + (len(lower.encode()) - len(lower)) // 2

    def places(self, form: Form) -> list[tuple[int, int]]:
        """Return where a form stands."""
        known = self._known.get(form)
        if known is None:
            known = None if self._plain is None else spot(form, self._plain)
            if known is None:
                known = _stretches(form, self.text, self.words)
            self._known[form] = known
        return known

    def often(self, form: Form) -> float:
        """Return how often a form stands there; what only begins so counts half."""
        there = self.places(form)
        if not there or not form.prefix or len(form.tokens) > 1 or is_han(form.tokens[0]):
            return len(there)
        size = len(form.tokens[0])
        whole = sum(end - start == size for start, end in there)
        return whole + BEGUN * (len(there) - whole)

    def has_beside(self, one: Form, other: Form) -> bool:
        """Whether one form stands right before another."""
        starts = {start for start, _ in self.places(other)}
        ends = [end for _, end in self.places(one)]
        return any(
            start in starts and not any(map(str.isalnum, self.text[end:start]))
            for end in ends
            for start in range(end, end + 3)
        )


def weigh(leaves: Sequence[Leaf], split: Sequence[tuple[Reading, float]]) -> float:
    """Return how well texts fit the leaves: readings with their weight, the best one counts.

    More often is better, but less and less so; in a short text it says more than in a long one.
    The measure is the same for clauses, headings and notes, so that they rank in one list. What
    has one of the words only as a related or a similar one comes after everything else.
    """
    if not leaves:
        return 0.0
    total, loose = 0.0, False
    for leaf in leaves:
        exact = max((_weigh_leaf(leaf, found, EXACT) * w for found, w in split), default=0.0)
        other = 0.0
        if not exact:
            other = max((_weigh_leaf(leaf, found, LOOSE) * w for found, w in split), default=0.0)
        total += exact or other
        loose = loose or other > 0
    if len(leaves) > 1 and any(_side_by_side(leaves, found) for found, _ in split):
        total *= BESIDE
    return total / len(leaves) * (FAR if loose else 1.0)


def spans_in(leaves: Sequence[Leaf], reading: Reading) -> list[list[Span]]:
    """Return for each leaf where it stands in a text, as typed first."""
    return [
        [Span(start, end, form) for form in leaf.forms for start, end in reading.places(form)]
        for leaf in leaves
    ]


def _stretches(form: Form, text: str, found: list[str]) -> list[tuple[int, int]]:
    """Return where a form stands in a text with these tokens."""
    there = _places(form, found)
    firsts = places(text, [at for at, _ in there])
    lasts = places(text, [at + size - 1 for at, size in there]) if len(form.tokens) > 1 else firsts
    spans: list[tuple[int, int]] = []
    for (at, size), (start, _), (begin, end) in zip(there, firsts, lasts, strict=True):
        token, wanted = found[at + size - 1], form.tokens[-1]
        if form.prefix and token != wanted and is_han(wanted):
            end = begin + len(wanted)
        spans.append((start, end))
    return spans


def holds(leaf: Leaf, text: str) -> bool:
    """Whether a text has the leaf in any form."""
    found = words(text)
    return any(next(iter(_places(form, found)), None) is not None for form in leaf.forms)


def _weigh_leaf(leaf: Leaf, reading: Reading, whys: tuple[str, ...]) -> float:
    damp = 0.4 + 0.8 * min(reading.size, 200) / 40
    best = 0.0
    for form in leaf.forms:
        often = reading.often(form) if form.why in whys else 0
        if often:
            best = max(best, form.worth * often / (often + damp))
    return best


def _places(form: Form, found: list[str]) -> list[tuple[int, int]]:
    """Return (number of the first token, how many tokens) for each place."""
    if form.near:
        return [(at, 1) for at, word in enumerate(found) if word in form.tokens]
    *start, last = form.tokens
    size = len(form.tokens)
    if not start:
        if form.prefix:
            return [(at, 1) for at, word in enumerate(found) if word.startswith(last)]
        return [(at, 1) for at, word in enumerate(found) if word == last]
    first = start[0]
    return [
        (at, size)
        for at, word in enumerate(found[: len(found) - size + 1])
        if word == first
        and found[at : at + size - 1] == start
        and (
            found[at + size - 1] == last or (form.prefix and found[at + size - 1].startswith(last))
        )
    ]


def _side_by_side(leaves: Sequence[Leaf], reading: Reading) -> bool:
    return any(reading.has_beside(one.forms[0], other.forms[0]) for one, other in pairwise(leaves))
