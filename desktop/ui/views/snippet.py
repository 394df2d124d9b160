"""Which part of a snippet is shown, so that its first hit is in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Span = tuple[int, int]


def around_hit(
    text: str, marks: Sequence[Span], measure: Callable[[str], float], width: float, lines: int
) -> tuple[str, tuple[Span, ...]]:
    """Return the text from near its first hit on, with its marks, all in code points.

    `measure` gives the width of words in a line of `width`. A text whose first hit stands within
    the `lines` is returned as it is; else it begins, after an ellipsis, so that the hit stands
    about two thirds into the first line, further down when little follows it.
    """
    text, marks = _plain(text, marks)
    if not marks or measure(text[: marks[0][1]]) <= width * (lines - 0.4):
        return text, tuple(marks)
    spare = width * (lines - 0.4) - measure(text[marks[0][0] :][: 200 * lines])
    start = _begin(text, marks[0][0], measure, max(width * 0.6, spare))
    shift = start - 1
    shifted = tuple((a - shift, b - shift) for a, b in marks if a >= start)
    return "…" + text[start:], shifted


def _begin(text: str, hit: int, measure: Callable[[str], float], room: float) -> int:
    """Return where to begin so that the words before the hit take at most `room`."""
    low, high = 0, hit
    while low < high:
        middle = (low + high) // 2
        if measure(text[middle:hit]) <= room:
            high = middle
        else:
            low = middle + 1
    space = text.find(" ", low, hit)
    return low if space < 0 or space - low > 24 else space + 1


def _plain(text: str, marks: Sequence[Span]) -> tuple[str, tuple[Span, ...]]:
    """Return the text with its line ends as spaces, and the marks in order, inside the text."""
    length = len(text)
    inside = sorted((max(a, 0), min(b, length)) for a, b in marks)
    return text.translate(LINE_ENDS), tuple((a, b) for a, b in inside if a < b)


LINE_ENDS = str.maketrans(dict.fromkeys("\r\n\t\v\f\x85\u2028\u2029", " "))
