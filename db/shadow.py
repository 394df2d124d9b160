"""Text as two printings of it agree on: no white space, one width, one form of each sign. Pure.

A shadow keeps for every sign of it the code point of the source that it came from, so that what is
found in shadows is told in offsets of the source.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from dataclasses import dataclass, field

SAME = {
    **dict.fromkeys("〇○◯⚪零", "0"),
    **dict.fromkeys("︰∶ː", ":"),
    **dict.fromkeys("“”„‟「」『』〝〞〟«»＂", '"'),
    **dict.fromkeys("‘’‚‛′＇`´", "'"),
    **dict.fromkeys("‐‑‒–—―─━−－", "-"),
    **dict.fromkeys("·•・‧∙⋅．｡。", "."),
    **dict.fromkeys("〔［【〖（", "("),
    **dict.fromkeys("〕］】〗）", ")"),
    **dict.fromkeys("〈《≪", "<"),
    **dict.fromkeys("〉》≫", ">"),
    "[": "(",
    "]": ")",
    "臺": "台",
    "﹑": "、",
}
"""Signs that printings of one text use for one another.

`零` stands for `〇` in dates and numbers. The kinds of brackets and quotation marks count as one.
"""
IGNORED = {"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp", "Zs"}
"""Spaces and what is not printed: controls, soft hyphens, the mark of a hyphen at a line's end."""


def fold(character: str) -> str:
    """Return what a character is in a shadow: nothing, itself or its usual form.

    >>> fold("Ａ"), fold("︰"), fold("臺"), fold(" ")
    ('A', ':', '台', '')
    """
    if character in SAME:
        return SAME[character]
    if character.isascii() and character.isprintable():
        return "" if character == " " else character
    if unicodedata.category(character) in IGNORED:
        return ""
    plain = unicodedata.normalize("NFKD", character)
    return "".join(SAME.get(c, c) for c in plain if not c.isspace())


_KNOWN: dict[int, str] = {}


@dataclass(frozen=True, slots=True)
class Shadow:
    """A folded text; `places[i]` is the offset in the source of the sign `text[i]`."""

    text: str
    places: list[int] = field(repr=False)
    end: int

    def at(self, offset: int) -> int:
        """Return the first sign that stands at or after an offset of the source."""
        return bisect_left(self.places, offset)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the stretch of the source that the signs `text[start:end]` came from."""
        if start >= len(self.places):
            return self.end, self.end
        first = self.places[start]
        return first, self.places[end - 1] + 1 if end > start else first


def shadow(text: str, start: int = 0) -> Shadow:
    """Return the shadow of a text that begins at an offset of its source."""
    signs: list[str] = []
    places: list[int] = []
    known = _KNOWN
    for at, character in enumerate(text, start):
        code = ord(character)
        folded = known.get(code)
        if folded is None:
            folded = known.setdefault(code, fold(character))
        if folded:
            signs.append(folded)
            places.append(at)
            if len(folded) > 1:
                places.extend([at] * (len(folded) - 1))
    return Shadow("".join(signs), places, start + len(text))


def folded(text: str) -> str:
    """Return only the signs of a shadow."""
    return shadow(text).text


def weight(signs: str) -> float:
    """Return how much words say: a letter of an alphabet a third of a Han character.

    >>> weight("国务院"), weight("water")
    (3.0, 1.6666666666666667)
    """
    letters = sum(c < "\u2e80" for c in signs)
    return len(signs) - letters * 2 / 3
