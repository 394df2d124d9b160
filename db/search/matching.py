"""Find a leaf's forms in a text: how often for the ranking, where for the marks. Pure."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from db.search.analysis import is_han, places, words
from db.search.spotting import plain, spot

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

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


def weigh(leaves: Sequence[Leaf], split: Sequence[tuple[list[str], float]]) -> float:
    """Return how well texts fit the leaves: tokens with their weight, the best text counts.

    More often is better, but less and less so; in a short text it says more than in a long one.
    The measure is the same for clauses, headings and notes, so that they rank in one list. What
    has one of the words only as a related or a similar one comes after everything else.
    """
    if not leaves:
        return 0.0
    total, loose = 0.0, False
    for leaf in leaves:
        exact = max((_weigh_leaf(leaf, found, EXACT) * w for found, w in split), default=0.0)
        other = max((_weigh_leaf(leaf, found, LOOSE) * w for found, w in split), default=0.0)
        total += exact or other
        loose = loose or (not exact and other > 0)
    if len(leaves) > 1 and any(_side_by_side(leaves, found) for found, _ in split):
        total *= BESIDE
    return total / len(leaves) * (FAR if loose else 1.0)


def spans_in(
    leaves: Sequence[Leaf], text: str, tokens_of: Callable[[], list[str]] | None = None
) -> list[list[Span]]:
    """Return for each leaf where it stands in a text, as typed first.

    Most texts are read without making tokens of them; `tokens_of` gives the tokens of the others.
    """
    lower = plain(text)
    found: list[str] | None = None
    every: list[list[Span]] = []
    for leaf in leaves:
        spans: list[Span] = []
        for form in leaf.forms:
            there = None if lower is None else spot(form, lower)
            if there is None:
                if found is None:
                    found = words(text) if tokens_of is None else tokens_of()
                there = _stretches(form, text, found)
            spans += [Span(start, end, form) for start, end in there]
        every.append(spans)
    return every


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


def _weigh_leaf(leaf: Leaf, found: list[str], whys: tuple[str, ...]) -> float:
    damp = 0.4 + 0.8 * min(len(found), 200) / 40
    best = 0.0
    for form in leaf.forms:
        often = _often(form, found) if form.why in whys else 0
        if often:
            best = max(best, form.worth * often / (often + damp))
    return best


def _often(form: Form, found: list[str]) -> float:
    if len(form.tokens) == 1:
        token = form.tokens[0]
        whole = found.count(token)
        if not form.prefix:
            return whole
        begun = sum(word.startswith(token) for word in found)
        return begun if is_han(token) else whole + BEGUN * (begun - whole)
    return len(_places(form, found))


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


def _side_by_side(leaves: Sequence[Leaf], found: list[str]) -> bool:
    typed = [leaf.forms[0].tokens for leaf in leaves]
    wanted = {(one[-1], other[0]) for one, other in pairwise(typed)}
    return not wanted.isdisjoint(pairwise(found))
