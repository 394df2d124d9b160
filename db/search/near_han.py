"""Chinese words near one that is nowhere: known names and terms, the library's own words."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from db.search.analysis import HAN
from db.search.places import chinese_names
from db.search.rows import load_rows
from db.search.stems import distance
from db.search.tables import NODES

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence

_find_runs = re.compile(f"[{HAN}]{{2,}}").findall
LOOKED_AT = 60
"""Clauses in which a word with one wrong character is looked for."""


def near_han(conn: sqlite3.Connection, word: str) -> list[str]:
    """Return words that may have been meant, the likeliest first.

    One character may be wrong, missing or too much, or two may have changed places.
    """
    found = [term for term in _known_terms(conn) if distance(word, term, 1) == 1]
    found += _with_another(conn, word)
    if len(word) > 2:
        found += (word[:at] + word[at + 1 :] for at in (len(word) - 1, *range(len(word) - 1)))
    found += (
        word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        for at in range(len(word) - 1)
        if word[at] != word[at + 1]
    )
    return list(dict.fromkeys(found))


def _known_terms(conn: sqlite3.Connection) -> Iterator[str]:
    yield from chinese_names()
    for (words,) in conn.execute("SELECT DISTINCT original FROM reading"):
        yield from _find_runs(words)
    for (region,) in conn.execute("SELECT region FROM search_region"):
        yield from _find_runs(region)


def _with_another(conn: sqlite3.Connection, word: str) -> list[str]:
    """Return words of the text with one character more, then with another one, frequent first."""
    more = [(word[:at], word[at:]) for at in range(1, len(word))]
    other = [(word[:at], word[at + 1 :]) for at in range(len(word))]
    return [found for splits in (more, other) for found in _in_text(conn, splits)]


def _in_text(conn: sqlite3.Connection, splits: Sequence[tuple[str, str]]) -> list[str]:
    """Return what stands in the text with any character between two parts."""
    counts: Counter[str] = Counter()
    for parts in splits:
        pairs = [part[n : n + 2] for part in parts for n in range(len(part) - 1)]
        if not pairs:
            continue
        match = " ".join(f'"{pair}"' for pair in pairs)
        rows = conn.execute(
            f"SELECT rowid FROM {NODES} WHERE {NODES} MATCH ? LIMIT {LOOKED_AT}", (match,)
        )
        pattern = re.compile(f"[{HAN}]".join(parts))
        for row in load_rows(conn, NODES, [number for (number,) in rows]):
            for text in row.parts.values():
                counts.update(pattern.findall(text))
    return [other for other, _ in counts.most_common()]
