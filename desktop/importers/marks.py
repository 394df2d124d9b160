"""The numbering marks at the beginning of a line: their family and their value."""

from __future__ import annotations

import re
from dataclasses import dataclass

HAN = "零〇一二三四五六七八九"
HAN_NUMBER = "[零〇一二三四五六七八九十百千两]+"
NUMERALS = "one two three four five six seven eight nine ten eleven twelve"
WORDS = {word: value for value, word in enumerate(NUMERALS.split(" "), 1)}
ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark: its family (`I`, `(1)`, `1`, `一`, `条` …), value, label and the length it takes.

    `scarred` is true for a numeral that a translation printed as a word (`two。`).
    """

    family: str
    value: int
    label: str
    length: int
    scarred: bool = False


def roman_value(text: str) -> int:
    """Return the value of a Roman numeral, 0 when it is none in its regular form."""
    total = 0
    for char, following in zip(text, f"{text[1:]} ", strict=True):
        value = ROMAN[char]
        total += -value if ROMAN.get(following, 0) > value else value
    return total if roman(total) == text else 0


def roman(value: int) -> str:
    """Return a number in Roman numerals."""
    steps = (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV")
    written = ""
    for step, sign in (*steps, (1, "I")):
        count, value = divmod(value, step)
        written += sign * count
    return written


def han_value(text: str) -> int:
    """Return the value of a Chinese numeral up to thousands."""
    total, digit = 0, 0
    for char in text.replace("两", "二"):
        if char in HAN:
            digit = max(0, HAN.index(char) - 1)
        else:
            total += (digit or 1) * {"十": 10, "百": 100, "千": 1000}[char]
            digit = 0
    return total + digit


PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("I", re.compile(r"(?P<n>[IVXLC]+)[.．、]\s+")),
    ("(1)", re.compile(r"[(（](?P<n>\d{1,3})[)）]\s*")),
    ("(一)", re.compile(rf"[(（](?P<n>{HAN_NUMBER})[)）]\s*")),
    ("一", re.compile(rf"(?P<n>{HAN_NUMBER})、\s*")),
    ("1", re.compile(r"(?P<n>\d{1,3})(?:[.．](?!\d)|、)\s*")),
    ("1", re.compile(rf"(?P<n>{'|'.join(WORDS)})。\s*")),
    ("unit", re.compile(rf"第(?P<n>{HAN_NUMBER}|\d+)(?P<unit>[编章节条])(?:之{HAN_NUMBER})?\s*")),
    ("word", re.compile(r"(?P<unit>Part|Chapter|Article|Section)\.?\s+(?P<n>\d+|[IVXLC]+)\.?\s*")),
)


def read_mark(line: str) -> Mark | None:
    """Return the mark that a line begins with, None when it begins with words."""
    for family, pattern in PATTERNS:
        found = pattern.match(line)
        if found:
            return _mark(family, found)
    return None


def _mark(family: str, found: re.Match[str]) -> Mark | None:
    number = found["n"]
    scarred = number in WORDS
    value = _value(number)
    if not value:
        return None
    if family in ("unit", "word"):
        family = found["unit"]
    label = {"I": roman(value), "(1)": f"({value})", "(一)": f"({value})"}.get(family, str(value))
    return Mark(family, value, label, found.end(), scarred)


def _value(number: str) -> int:
    if number in WORDS:
        return WORDS[number]
    if number.isdecimal():
        return int(number)
    return roman_value(number) if number[0] in ROMAN else han_value(number)
