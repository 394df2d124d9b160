"""Cut a snippet around the first hit, measured in characters, and keep the marks. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.search.analysis import is_han

if TYPE_CHECKING:
    from collections.abc import Sequence

WIDTH = 160
"""Characters of a snippet; a Chinese character takes the room of two."""
MORE = "…"


def cut(
    text: str, marks: Sequence[tuple[int, int]], width: int = WIDTH
) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Return the stretch of a text with most marks, and the marks in it as offsets of the snippet.

    Line ends become spaces; what was cut off is told by `…`. Without marks it is the beginning.
    """
    marks = _merged(marks)
    if sum(map(is_han, text[:WIDTH])) * 2 > len(text[:WIDTH]):
        width //= 2
    start, end = (0, len(text)) if len(text) <= width else _window(text, marks, width)
    before, after = MORE * (start > 0), MORE * (end < len(text))
    shift = len(before) - start
    inside = tuple(
        (max(a, start) + shift, min(b, end) + shift) for a, b in marks if a < end and b > start
    )
    return f"{before}{_on_one_line(text[start:end])}{after}", inside


def _merged(marks: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(marks):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _window(text: str, marks: Sequence[tuple[int, int]], width: int) -> tuple[int, int]:
    if not marks:
        return 0, _word_end(text, width)
    room = width - width // 5
    first = max(marks, key=lambda mark: (_held(marks, mark[0], room), -mark[0]))[0]
    start = max(0, min(first - width // 5, len(text) - width))
    if start:
        start = _word_start(text, start, first)
    return start, _word_end(text, start + width)


def _held(marks: Sequence[tuple[int, int]], start: int, room: int) -> int:
    return sum(start <= a and b <= start + room for a, b in marks)


def _word_start(text: str, at: int, most: int) -> int:
    """Return the first beginning of a word from `at` on, but no later than `most`."""
    for place in range(at, min(most, at + 24)):
        if is_han(text[place]) or (text[place - 1].isspace() and not text[place].isspace()):
            return place
    return min(at, most)


def _word_end(text: str, at: int) -> int:
    if at >= len(text):
        return len(text)
    for place in range(at, max(0, at - 24), -1):
        if is_han(text[place]) or text[place].isspace():
            return place
    return at


def _on_one_line(text: str) -> str:
    """Return the text with each line end as one space, as long as before."""
    return text.translate({10: " ", 13: " ", 9: " ", 11: " ", 12: " ", 0x2028: " ", 0x2029: " "})
