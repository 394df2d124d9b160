"""How text becomes tokens: folded words, Chinese as overlapping pairs. Pure, without Whoosh.

A word is a run of letters and digits with case, width and accents folded; any other character
parts words, so `R&D`, `R & D` and `r-d` are all `r d`. A run of Chinese (or kana, hangul) of n
characters becomes n tokens: the n-1 overlapping pairs and its last character alone, so that a
token's number is its character's number and a single character is the beginning of a token.
"""

from __future__ import annotations

import re
from functools import cache, cached_property, lru_cache
from itertools import islice, pairwise
from operator import add
from unicodedata import category, normalize

NAME = "folded-pairs"
VERSION = 1
"""Raise it with every change of what a text becomes: the index is then built anew."""

HAN = (
    "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3038-\u303b\u3041-\u3096\u309d-\u309f\u30a1-\u30fa"
    "\u30fc-\u318e\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf\u4e00-\ua4cf\uac00-\ud7a3\uf900-\ufaff"
    "\uff66-\uff9d\U00016fe0-\U00018cff\U0001b000-\U0001b16f\U00020000-\U000323af"
)
"""The characters that are written without spaces between words."""
SILENT = (
    "\u00ad\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u064b-\u065f\u1ab0-\u1aff\u1dc0-\u1dff"
    "\u200b-\u200f\u202a-\u202e\u2060-\u2064\u20d0-\u20f0\u3099\u309a\ufe00-\ufe0f\ufe20-\ufe2f"
    "\ufeff\uff9e\uff9f\U000e0100-\U000e01ef"
)
"""Marks, joiners and soft hyphens: inside a word they neither part it nor count."""
FIRST_HAN = "\u2e80"
_ascii_word = re.compile("[a-z0-9]+")
_ascii_letters = re.compile("[a-z]{3,}")


LETTER = f"[^\\W_{HAN}{SILENT}]"


class _Signs:
    """What is looked for in texts beyond ASCII; each is made when it is first needed, 1 to 7 ms."""

    @cached_property
    def runs(self) -> re.Pattern[str]:
        return re.compile(
            f"([{HAN}]+(?:[{SILENT}\r\n]+[{HAN}]+)*)|{LETTER}+(?:[{SILENT}]+{LETTER}*)*"
        )

    @cached_property
    def silent(self) -> re.Pattern[str]:
        return re.compile(f"[{SILENT}]")

    @cached_property
    def plain_han(self) -> re.Pattern[str]:
        return re.compile("[\u4e00-\u9fff]+")

    @cached_property
    def word(self) -> re.Pattern[str]:
        return re.compile(f"{LETTER}+")

    @cached_property
    def han(self) -> re.Pattern[str]:
        return re.compile(f"[{HAN}]")

    @cached_property
    def more(self) -> re.Pattern[str]:
        return re.compile(f"[^\\W\\x00-\\x7f]|[{HAN}{SILENT}]")

    @cached_property
    def vocabulary(self) -> re.Pattern[str]:
        return re.compile(f"[^\\W\\d_{HAN}]{{3,}}")


@cache
def _signs() -> _Signs:
    return _Signs()


Token = tuple[str, int, int]
"""A token, and the code points of the text where it starts and ends."""


@lru_cache(maxsize=1 << 14)
def fold(text: str) -> str:
    """Return text without differences of case, width and accents; folding again changes nothing."""
    if text.isascii():
        return text.lower()
    open_ = normalize("NFKD", normalize("NFKD", text).casefold())
    kept = "".join(c for c in open_ if category(c) not in ("Mn", "Me", "Cf"))
    return normalize("NFC", _signs().silent.sub("", kept))


def is_han(text: str) -> bool:
    """Whether text begins with a character that is written without spaces between words."""
    return text >= FIRST_HAN and _signs().han.match(text) is not None


def tokens(text: str) -> list[Token]:
    """Return the tokens of a text in order."""
    if text.isascii():
        lower = text.lower()
        return [(word[0], *word.span()) for word in _ascii_word.finditer(lower)]
    found: list[Token] = []
    for run in _signs().runs.finditer(text):
        start, end = run.span()
        if run[1] is None:
            found += _word(run[0], start, end)
        else:
            found += _pairs(_characters(run[1], start))
    return found


def words(text: str) -> list[str]:
    """Return the tokens of a text without their places; faster than `tokens`."""
    if _is_ascii_in_words(text):
        return _ascii_word.findall(text.lower())
    return index_text(text).split()


def places(text: str, numbers: list[int]) -> list[tuple[int, int]]:
    """Return where the tokens with these numbers stand in a text; faster than `tokens`."""
    if not numbers:
        return []
    if _is_ascii_in_words(text):
        begun = islice(_ascii_word.finditer(text.lower()), max(numbers) + 1)
        every = [word.span() for word in begun]
        return [every[number] for number in numbers]
    spans: dict[int, tuple[int, int]] = {}
    first, wanted = 0, sorted(set(numbers))
    for run in _signs().runs.finditer(text):
        inside = [number - first for number in wanted if number >= first]
        if not inside:
            break
        size, found = _run_places(run, inside)
        spans.update((first + at, place) for at, place in found)
        first += size
    return [spans[number] for number in numbers]


def query_tokens(text: str) -> tuple[str, ...]:
    """Return the tokens to look for: as `tokens`, without the last character of a final pair."""
    found = tokens(text)
    if len(found) > 1 and is_han(found[-1][0]) and found[-1][2] == found[-2][2]:
        found.pop()
    return tuple(token for token, _, _ in found)


def index_text(text: str) -> str:
    """Return a text whose words, split and lower-cased as ASCII, are the tokens of `text`.

    English comes back as it is: SQLite's own `ascii` tokenizer splits it the same way, in C.
    """
    if text.isascii():
        return text
    if not _signs().more.search(text):
        return " ".join(_ascii_word.findall(text.lower()))
    parts: list[str] = []
    for run in _signs().runs.finditer(text):
        han, word = run[1], run[0]
        if han is None:
            parts += [word.lower()] if word.isascii() else [t[0] for t in _word(word, 0, 0)]
        elif _signs().plain_han.fullmatch(han):
            parts += map(add, han, han[1:])
            parts.append(han[-1])
        else:
            parts += [token[0] for token in _pairs(_characters(han, 0))]
    return " ".join(parts)


def vocabulary(indexed: str) -> set[str]:
    """Return the words of an `index_text` that have a stem and neighbors in spelling."""
    if indexed.isascii():
        return set(_ascii_letters.findall(indexed.lower()))
    return set(_signs().vocabulary.findall(indexed.lower()))


def _run_places(
    run: re.Match[str], numbers: list[int]
) -> tuple[int, list[tuple[int, tuple[int, int]]]]:
    """Return how many tokens a run has, and (number, place) of those with these numbers."""
    start, end = run.span()
    han = run[1]
    if han is not None and _signs().plain_han.fullmatch(han):
        size = end - start
        return size, [(n, (start + n, min(start + n + 2, end))) for n in numbers if n < size]
    found = _word(run[0], start, end) if han is None else _pairs(_characters(han, start))
    return len(found), [(n, found[n][1:]) for n in numbers if n < len(found)]


def _is_ascii_in_words(text: str) -> bool:
    """Whether only signs are beyond ASCII: quotation marks, dashes, section signs."""
    return text.isascii() or not _signs().more.search(text)


def _word(text: str, start: int, end: int) -> list[Token]:
    """Fold one run of letters; `½` or `㈠` fold to more than a word and are taken apart."""
    folded = fold(text)
    if folded == text or _signs().word.fullmatch(folded):
        return [(folded, start, end)]
    return [(part, start, end) for part, _, _ in tokens(folded)]


def _characters(run: str, start: int) -> list[Token]:
    """Return the characters of a Chinese run, folded; line ends and marks inside it vanish."""
    if _signs().plain_han.fullmatch(run):
        return [(character, at, at + 1) for at, character in enumerate(run, start)]
    return [
        (part, at, at + 1)
        for at, character in enumerate(run, start)
        for part in fold(character)
        if is_han(part)
    ]


def _pairs(run: list[Token]) -> list[Token]:
    """Return each character with the next one, and the last one alone."""
    pairs = [(a + b, start, end) for (a, start, _), (b, _, end) in pairwise(run)]
    return pairs + run[-1:]
