"""Numerals as plans and laws print them: Chinese, Roman, circled, letters, full-width digits."""

from __future__ import annotations

HAN = "零一二三四五六七八九"
HAN_UNITS = {"十": 10, "百": 100, "千": 1000, "万": 10000}
HAN_CHARS = "零〇○Ｏ一二三四五六七八九十百千万两廿卅"
ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
STEPS = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L")),
    *((40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)
WORDS = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
]
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
BRACKETED_HAN = "㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩"
BRACKETED_DIGITS = "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"
DOTTED_DIGITS = "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛"


def roman_value(text: str) -> int:
    """Return the value of a Roman numeral, 0 when it is none in its regular form."""
    total = 0
    for char, following in zip(text, f"{text[1:]} ", strict=True):
        value = ROMAN.get(char, 0)
        total += -value if ROMAN.get(following, 0) > value else value
    return total if total > 0 and roman(total) == text else 0


def roman(value: int) -> str:
    """Return a positive number in Roman numerals."""
    written = ""
    for step, sign in STEPS:
        count, value = divmod(value, step)
        written += sign * count
    return written


def letter_value(text: str) -> int:
    """Return 1 for `a`, 26 for `z`, 27 for `aa`; 0 for what is no such label."""
    text = text.lower()
    if len(set(text)) != 1 or not ("a" <= text[0] <= "z"):
        return 0
    return ord(text[0]) - ord("a") + 1 + 26 * (len(text) - 1)


def letter(value: int) -> str:
    """Return the label of a positive number: `a` for 1, `aa` for 27."""
    times, place = divmod(value - 1, 26)
    return chr(ord("a") + place) * (times + 1)


def han_value(text: str) -> int:
    """Return the value of a Chinese numeral below a hundred million; 0 when it is none.

    Digits without units count by position: 二〇 is 20.
    """
    for old, new in (
        ("〇", "零"),
        ("○", "零"),
        ("Ｏ", "零"),
        ("两", "二"),
        ("廿", "二十"),
        ("卅", "三十"),
    ):
        text = text.replace(old, new)
    if not any(unit in text for unit in HAN_UNITS):
        return int("".join(str(HAN.index(char)) for char in text)) if text else 0
    total, section, digit = 0, 0, 0
    for char in text:
        if char in HAN:
            digit = HAN.index(char)
        elif char == "万":
            total, section, digit = total + (section + digit) * 10000, 0, 0
        else:
            section, digit = section + (digit or 1) * HAN_UNITS[char], 0
    return total + section + digit


def han(value: int) -> str:
    """Return a number from 1 to 9999 in Chinese numerals."""
    written, gap = "", False
    for power, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = value // power % 10
        if digit:
            written += ("零" if gap and written else "") + HAN[digit] + unit
        gap = not digit
    return written.removeprefix("一") if 10 <= value < 20 else written


def digits_value(text: str) -> int:
    """Return the value of decimal digits of any script; 0 when too long to number anything."""
    return int(text) if text.isdecimal() and len(text) <= 6 else 0


def sign_value(char: str) -> int:
    """Return the value of one sign such as ③ or ㈢, 0 when it is none."""
    for signs in (CIRCLED, BRACKETED_HAN, BRACKETED_DIGITS, DOTTED_DIGITS):
        if char in signs:
            return signs.index(char) + 1
    return 0
