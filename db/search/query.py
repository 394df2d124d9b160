"""What a person types becomes a tree; free text is never an error.

Plain words need no parser: they are read here, so that the first search of a session does not wait
for Whoosh to load (80 ms). `language.py` reads everything else with Whoosh; a test compares both.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from db.model import Hint
from db.search.analysis import is_han, query_tokens
from db.search.fields import PATTERN, field_name
from db.search.tree import And, Tree, Words, joined

LONGEST = 2000
"""Characters of a query that are read; a longer one was pasted by mistake."""
MOST_WORDS = 64
MOST_TOKENS = 100
"""Tokens of one phrase that are looked for: a pasted sentence is told by less."""
DEEPEST = 24
"""Brackets inside brackets that the parser may meet: it calls itself for each."""

_SIGNS = str.maketrans("“”„‟«»＂（）：＊～［］｛｝\u3000", '"""""""():*~[]{} ')
_has_syntax = re.compile(
    r'["()*~\[\]{}]|(?:^|\s)(?:AND|OR|NOT)(?=\s)|(?<!\w)(?i:' + PATTERN + r"):(?=\S)"
).search
_ends_in_word = re.compile(r'(?<![^\s(:])[^\s~"():]*\w$').search
_find_unknown = re.compile(r"(?<![\w:/])([^\W\d_]\w*):(?=[^\s/])").findall


_switched_off = re.compile(r"(?<!\S)(?:ANDNOT|ANDMAYBE|REQUIRE)(?!\S)|(?<!\S)[+-](?=\w)").findall
"""Signs that join words elsewhere and do not here."""


@dataclass(frozen=True, slots=True)
class Query:
    """A query that was read. `tree` is None when there is nothing to look for."""

    tree: Tree | None
    hints: tuple[Hint, ...] = ()


def parse(text: str, *, typing: bool = False) -> Query:
    """Read a query; with `typing` an unfinished last word counts as a beginning."""
    hints: tuple[Hint, ...] = (Hint("long"),) if len(text) > LONGEST else ()
    text = _even_quotes(text[:LONGEST].translate(_SIGNS))
    unknown = dict.fromkeys(name for name in _find_unknown(text) if not field_name(name))
    hints += tuple(Hint("field", name) for name in unknown)
    hints += tuple(Hint("operator", word) for word in dict.fromkeys(_switched_off(text)))
    unfinished = typing and _ends_in_word(text) is not None
    if not _has_syntax(text) or _is_wild(text):
        return Query(read_plain(text, prefix=unfinished), hints)
    from db.search.language import read

    try:  # whatever makes the parser fail (brackets that nest too deep), the words are searched
        tree, odd = read(f"{text}*" if unfinished else text)
    except Exception:
        return Query(read_plain(text, prefix=unfinished), hints)
    return Query(tree, hints + tuple(Hint("value", words) for words in dict.fromkeys(odd)))


def read_plain(text: str, *, prefix: bool = False) -> Tree | None:
    """Read words that must all be there; `prefix` makes a beginning of the last one."""
    parts: list[Tree | None] = [read_word(word) for word in text.split()[:MOST_WORDS]]
    if prefix and parts:
        parts[-1] = read_word(text.split()[-1], prefix=len(parts) <= MOST_WORDS)
    return joined(And, parts)


def read_word(text: str, *, prefix: bool = False, fuzzy: int = 0, near: int = 0) -> Words | None:
    """Read one word, or a phrase: what its tokens are must stand one after another."""
    return words_of(query_tokens(text), prefix=prefix, fuzzy=fuzzy, near=near)


def words_of(
    tokens: tuple[str, ...], *, prefix: bool = False, fuzzy: int = 0, near: int = 0
) -> Words | None:
    """Return the leaf for tokens; a single Chinese character at the end begins a pair."""
    if not tokens:
        return None
    tokens = tokens[:MOST_TOKENS]
    last = tokens[-1]
    if is_han(last):
        prefix, fuzzy = len(last) == 1, 0
    if len(tokens) == 1:
        return Words(tokens, prefix, 0 if prefix else fuzzy)
    return Words(tokens, prefix and not near, near=near)


def _even_quotes(text: str) -> str:
    """Leave out a quotation mark that is still to be closed: its words are searched already."""
    if text.count('"') % 2:
        at = text.rindex('"')
        gap = " " if re.search(r"[^\s(:]$", text[:at]) else ""
        text = f"{text[:at]}{gap}{text[at + 1 :]}"
    return text


def _is_wild(text: str) -> bool:
    """Whether the parser, which tries each sign at each place and nests, is better left alone."""
    return text.count("(") > DEEPEST or len(text.split()) > MOST_WORDS
