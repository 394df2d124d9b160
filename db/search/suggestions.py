"""What else could be asked: queries near one that found nothing, the words related to these."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from db.model import Ask, Hint
from db.search import stems
from db.search.analysis import fold, is_han
from db.search.facets import count_facets
from db.search.fields import field_name
from db.search.near_han import near_han
from db.search.results import count

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from db.model import Answer

_find_words = re.compile(r"[^\W_]+").finditer
_find_field = re.compile(r"(\w+)[:：][\"“(]?$").search
_has_words_only = re.compile(r"(?:[^\W_]+\s*)+").fullmatch
OPERATORS = {"AND", "OR", "NOT"}
MOST_TRIED = 12
SHORTEST = 3
"""Letters of a word that may be misspelled."""
MOST_RELATED = 5000
"""Matches up to which those by related words are counted too."""


def counted(conn: sqlite3.Connection, ask: Ask) -> Answer:
    """Count a query's matches and their parts, and tell what else could be asked."""
    answer = count_facets(conn, ask)
    more: list[Hint] = []
    total = answer.total or 0
    if not total:
        more = [Hint("suggestion", words) for words in suggest(conn, ask)]
    if not ask.related and total <= MOST_RELATED:
        many = count(conn, replace(ask, related=True)) - total
        more += [Hint("related", count=many)] if many > 0 else []
    return replace(answer, hints=(*answer.hints, *more))


def suggest(conn: sqlite3.Connection, ask: Ask, limit: int = 3) -> tuple[str, ...]:
    """Return up to `limit` queries with a word spelled as the library has it, each with matches.

    When every word is somewhere, but never together, either of them is suggested.
    """
    found: dict[str, int] = {}
    for tried in _variants(conn, ask.query):
        many = count(conn, replace(ask, query=tried))
        if many:
            found[tried] = many
        if len(found) == limit:
            break
    return tuple(found)


def _variants(conn: sqlite3.Connection, query: str) -> Iterator[str]:
    words = [word for word in _find_words(query) if _is_searched(word, query)]
    strange = [word for word in words if not count(conn, Ask(word[0]))]
    if not strange and len(words) > 1 and _has_words_only(query):
        yield " OR ".join(query.split())
    if not strange:
        return
    choices = [_nearby(conn, word[0]) for word in strange]
    for turn in range(min(MOST_TRIED, max(map(len, choices)))):
        changed = query
        for word, others in reversed(list(zip(strange, choices, strict=True))):
            if others:
                other = others[min(turn, len(others) - 1)]
                changed = changed[: word.start()] + other + changed[word.end() :]
        if changed != query:
            yield changed


def _is_searched(word: re.Match[str], query: str) -> bool:
    """Whether a word of the query is neither an operator nor a field nor what a field means."""
    before = _find_field(query[: word.start()])
    is_value = before is not None and field_name(before[1]) not in ("", "region")
    is_field = query[word.end() : word.end() + 1] in (":", "：") and field_name(word[0])
    return word[0] not in OPERATORS and not is_field and not is_value


def _nearby(conn: sqlite3.Connection, word: str) -> list[str]:
    """Return words of the library that may have been meant, the likeliest first."""
    if is_han(word):
        return near_han(conn, word)[:MOST_TRIED]
    folded = fold(word)
    if len(folded) < SHORTEST:
        return []
    near = stems.similar(conn, folded, 1) or stems.similar(conn, folded, 2)
    return sorted(near[:MOST_TRIED], key=lambda other: -count(conn, Ask(other)))
