"""Find forms in plain texts letter by letter: the same places as by tokens, but quicker. Pure.

Plain is a text of ASCII, common Chinese characters and common Chinese punctuation, in which no line
ends within Chinese; nearly every text is. A test compares both ways.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from db.search.tree import Form

WORD = frozenset("abcdefghijklmnopqrstuvwxyz0123456789")
HAN = "\u4e00-\u9fff"
_is_plain = re.compile(
    f"[\\x00-\\x09\\x0b\\x0c\\x0e-\\x7f{HAN}、。，；：？！“”‘’（）《》【】—–…·§\u3000]*"
).fullmatch
_is_ascii_word = re.compile("[a-z0-9]+").fullmatch
_is_han_pair = re.compile(f"[{HAN}]{{2}}").fullmatch


def plain(text: str) -> str | None:
    """Return a plain text in lower case; None for any other."""
    return text.lower() if text.isascii() or _is_plain(text) else None


def spot(form: Form, lower: str) -> list[tuple[int, int]] | None:
    """Return where a form stands in a plain text; None when only its tokens can tell."""
    said = _saying(form)
    if said is None:
        return None
    if isinstance(said, re.Pattern):
        return _phrases(lower, said)
    if said[0] in WORD:
        return _words(lower, said, form.prefix)
    return _characters(lower, said)


@lru_cache(maxsize=512)
def _saying(form: Form) -> str | re.Pattern[str] | None:
    """Return the letters of a form, or a pattern for several words, or None."""
    tokens = form.tokens
    if form.near:
        return None
    if all(map(_is_ascii_word, tokens)):
        return tokens[0] if len(tokens) == 1 else _phrase(form)
    if len(tokens) == 1 and form.prefix and re.fullmatch(f"[{HAN}]", tokens[0]):
        return tokens[0]
    follow = all(one[1:] == other[:1] for one, other in pairwise(tokens))
    if follow and all(map(_is_han_pair, tokens)):
        return tokens[0] + "".join(token[1] for token in tokens[1:])
    return None


def _phrase(form: Form) -> re.Pattern[str]:
    between = f"[^a-z0-9{HAN}]+"
    end = "[a-z0-9]*" if form.prefix else "(?![a-z0-9])"
    return re.compile("(?<![a-z0-9])" + between.join(form.tokens) + end)


def _phrases(lower: str, phrase: re.Pattern[str]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    match = phrase.search(lower)
    while match is not None:
        found.append(match.span())
        match = phrase.search(lower, match.start() + 1)
    return found


def _words(lower: str, word: str, prefix: bool) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    length = len(lower)
    at = lower.find(word)
    while at >= 0:
        end = at + len(word)
        if at == 0 or lower[at - 1] not in WORD:
            if prefix:
                while end < length and lower[end] in WORD:
                    end += 1
                found.append((at, end))
            elif end == length or lower[end] not in WORD:
                found.append((at, end))
        at = lower.find(word, end)
    return found


def _characters(lower: str, characters: str) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    at = lower.find(characters)
    while at >= 0:
        found.append((at, at + len(characters)))
        at = lower.find(characters, at + 1)
    return found
