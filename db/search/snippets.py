"""Cut a snippet around the hits, measured in characters, and keep the marks. Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from db.search.analysis import is_han

if TYPE_CHECKING:
    from collections.abc import Sequence

    Place = tuple[int, int]

WIDTH = 160
"""Characters of a snippet; a Chinese character takes the room of two."""
MORE = "…"
FAR = 24
"""Characters by which a cut may move to fall between two words."""
_SIGNS = "\t\n\v\f\r\x1c\x1d\x1e\x85\u2028\u2029"
_SPACES = {ord(sign): " " for sign in _SIGNS}
_has_spaces = re.compile(f"[{_SIGNS}]").search


def cut(
    text: str, groups: Sequence[Sequence[Place]], width: int = WIDTH
) -> tuple[str, tuple[Place, ...]]:
    """Return the part of a text where most words of the query stand, and their marks in it.

    A group holds the places of one word. A word that stands too far off gets a part of its own.
    Line ends become spaces; what was left out is told by `…`. Without hits it is the beginning.
    """
    head = text[:WIDTH]
    if not head.isascii() and len(head.encode("utf-8", "replace")) > 2 * len(head):
        width //= 2  # three bytes a character, letter or sign: it takes the room of two
    parts = [(0, len(text))] if len(text) <= width else _parts(text, groups, width)
    marks = _merged([place for group in groups for place in group])
    snippet, shown = "", list[tuple[int, int]]()
    for start, end in parts:
        snippet += MORE if start else ""
        shift = len(snippet) - start
        shown += [
            (max(a, start) + shift, min(b, end) + shift) for a, b in marks if a < end and b > start
        ]
        part = text[start:end]
        snippet += part.translate(_SPACES) if _has_spaces(part) else part
    return snippet + MORE * (parts[-1][1] < len(text)), tuple(shown)


def _merged(marks: Sequence[Place]) -> list[Place]:
    merged: list[Place] = []
    for start, end in sorted(marks):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _parts(text: str, groups: Sequence[Sequence[Place]], width: int) -> list[Place]:
    if not groups:
        return [(0, _word_end(text, width))]
    whole = _window(text, groups, width)
    if len(groups) == 1:
        return [whole]
    missed = [group for group in groups if not any(_is_in(place, whole) for place in group)]
    if not missed:
        return [whole]
    half = _window(text, [g for g in groups if g not in missed], width // 2)
    other = _window(text, missed, width // 2)
    first, second = sorted((half, other))
    return [first, second] if first[1] < second[0] else [(first[0], max(first[1], second[1]))]


def _window(text: str, groups: Sequence[Sequence[Place]], width: int) -> Place:
    """Return the stretch that shows the most groups, a fifth of its room before the first hit."""
    before = width // 5
    room = width - before
    starts = sorted({place[0] for group in groups for place in group[:8]})
    first = starts[0]
    if len(starts) > 1:
        held = {start: _held(groups, start, room) for start in starts}
        first = max(starts, key=held.__getitem__)
    start = max(0, min(first - before, len(text) - width))
    return (_word_start(text, start, first) if start else 0), _word_end(text, start + width)


def _held(groups: Sequence[Sequence[Place]], start: int, room: int) -> tuple[int, int]:
    """Return how many groups, then how many places, lie in the room from `start` on."""
    within = (start, start + room)
    counts = [sum(_is_in(place, within) for place in group) for group in groups]
    return sum(count > 0 for count in counts), sum(counts)


def _is_in(place: Place, stretch: Place) -> bool:
    return stretch[0] <= place[0] and place[1] <= stretch[1]


def _word_start(text: str, at: int, most: int) -> int:
    """Return where a word begins from `at` on, but no later than `most`."""
    for place in range(at, min(most, at + FAR)):
        if is_han(text[place]) or (text[place - 1].isspace() and not text[place].isspace()):
            return place
    return min(at, most)


def _word_end(text: str, at: int) -> int:
    """Return where a word ends, at or a little before `at`."""
    if at >= len(text):
        return len(text)
    for place in range(at, max(0, at - FAR), -1):
        if is_han(text[place]) or text[place].isspace():
            return place
    return at
