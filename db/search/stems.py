"""Words that stand for one another: the same stem, or nearly the same letters."""

from __future__ import annotations

import sys
import warnings
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

MOST_FORMS = 48
"""Words that one word may stand for; the nearest are taken."""


def stem(word: str) -> str:
    """Return the stem of an English word (Porter's, as Whoosh has it); other words as they are."""
    if not word.isascii():
        return word
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SyntaxWarning)
        from whoosh.lang.porter import stem as porter
    return str(porter(word))


def related(conn: sqlite3.Connection, word: str) -> list[str]:
    """Return the library's other words with the same stem."""
    rows = conn.execute(
        "SELECT word FROM search_word WHERE stem = ? AND word <> ? ORDER BY word LIMIT ?",
        (stem(word), word, MOST_FORMS),
    )
    return [row[0] for row in rows]


def similar(conn: sqlite3.Connection, word: str, most: int) -> list[str]:
    """Return the library's other words that are at most `most` letters off, the nearest first.

    A letter off is one put in, left out, put in another's place, or two that changed places. With
    two off the first letter must be right, so that not every word of the library is measured. With
    one off, either half of the word is right, or the two letters in the middle changed places.
    """
    half = len(word) // 2
    swapped = word[: half - 1] + word[half : half + 1] + word[half - 1 : half] + word[half + 1 :]
    head, tail = (word[:1], word) if most > 1 else (word[:half], word[half:])
    rows = conn.execute(
        "SELECT word FROM search_word WHERE word BETWEEN :head AND :head || :last UNION"
        " SELECT word FROM search_word WHERE backward BETWEEN :tail AND :tail || :last UNION"
        " SELECT word FROM search_word WHERE word = :swapped",
        {"head": head, "tail": tail[::-1], "swapped": swapped, "last": chr(sys.maxunicode)},
    )
    near = ((distance(word, row[0], most), row[0]) for row in rows)
    return [other for off, other in sorted(near) if 0 < off <= most][:MOST_FORMS]


def distance(one: str, other: str, most: int) -> int:
    """Return how many letters are off, `most + 1` for anything beyond `most`."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        last, before, row = before, row, [at]
        for to, wanted in enumerate(other, 1):
            off = min(before[to] + 1, row[to - 1] + 1, before[to - 1] + (letter != wanted))
            if at > 1 and to > 1 and letter == other[to - 2] and one[at - 2] == wanted:
                off = min(off, last[to - 2] + 1)
            row.append(off)
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)
