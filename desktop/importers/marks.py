"""The numbering marks at the beginning of a paragraph: their family and their value.

A family is a way of printing numbers (`一、`, `（一）`, `1.`, `条` …). Which family stands above
which is not known here: every document has its own order.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.importers.numerals import (
    BRACKETED_DIGITS,
    BRACKETED_HAN,
    CIRCLED,
    DOTTED_DIGITS,
    HAN_CHARS,
    WORDS,
    digits_value,
    han_value,
    letter_value,
    roman,
    roman_value,
    sign_value,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

UNIT_RANKS = {"编": 1, "分编": 2, "篇": 1, "部分": 1, "章": 3, "节": 4, "条": 5}
"""The order of the units of Chinese laws (Legislation Law, art. 65), the only fixed one."""
TITLED = {
    "box",
    "编",
    "分编",
    "篇",
    "部分",
    "章",
    "节",
    "Title",
    "Part",
    "Chapter",
    "Subchapter",
    "annex",
}
"""Units whose words are a title, whole."""
ARTICLES = {"条", "Article", "Section", "SubSection"}
"""Units whose words are the text itself unless they are printed as a title."""
STRONG = TITLED | ARTICLES | {"一、", "（一）", "dec"}
"""Families that hardly begin a line by chance, so that one of them alone is believed."""

WORD_UNITS = {
    **{"part": "Part", "chapter": "Chapter", "subchapter": "Subchapter", "title": "Title"},
    **{"subpart": "Subpart", "subtitle": "Subtitle", "division": "Division"},
    **{"article": "Article", "section": "Section", "sec": "Section", "subsection": "SubSection"},
    **{"annex": "annex", "appendix": "annex", "attachment": "annex", "schedule": "annex"},
}
REFERS = (
    "规定|所列|所称|所述|所指|中的|中所|的|第|至|到|、|和|或|及|与|以|之|内|项|款|，|；|。|）|》|”|修改|改为"
    "|增加|删去|作为|移至|自|对|为|在|于|已|未|不|是|则"
)
HAN_N = f"(?P<n>[{HAN_CHARS}]{{1,9}}|[0-9０-９]{{1,4}})"
DIGITS = r"(?P<n>[0-9０-９]{1,3})"


@dataclass(frozen=True, slots=True)
class Mark:
    """One reading of a mark.

    `value` is a tuple so that 17-1 (第十七条之一) and 2.3.1 sort and continue; `length` counts the
    white space behind it. `loose` marks are believed only when they continue their family.
    `scarred` is a numeral that a translation printed as a word (`two。`).
    """

    family: str
    value: tuple[int, ...]
    label: str
    length: int
    loose: bool = False
    scarred: bool = False


PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (family, re.compile(pattern))
    for family, pattern in (
        (
            "unit",
            rf"第\s?{HAN_N}\s?(?P<unit>分编|部分|[编篇章节条])(?:之(?P<sub>[{HAN_CHARS}]{{1,3}}))?",
        ),
        (
            "annex",
            r"(?P<unit>附件|附录|附表|附则表|附图)\s?(?P<n>[0-9０-９]{1,3}|[一二三四五六七八九十]{1,3}|[A-Z])?"
            r"(?=$|[\s：:．.、（(]|《)[：:．.、]?",
        ),
        ("box", r"专栏\s?(?P<n>[0-9０-９]{1,3}|[一二三四五六七八九十]{1,3})(?=$|[\s：:—-])[：:]?"),
        ("（一）", rf"[(（]\s?(?P<n>[{HAN_CHARS}]{{1,5}})\s?[)）][、．.]?"),
        ("（一）", rf"(?P<n>[{BRACKETED_HAN}])"),
        ("一、", rf"(?P<n>[{HAN_CHARS}]{{1,5}})\s?[、．]"),
        (
            "dec",
            r"(?P<n>[0-9０-９]{1,3}(?:[.．][0-9０-９]{1,3}){1,5})[.．]?(?=\s|$|[\u3400-\u9fff“《])(?!\s*[%％℃万亿千百多余倍元吨米])",
        ),
        ("1.", rf"{DIGITS}(?:[.．](?![0-9０-９])|、)"),
        ("1.", rf"(?P<n>[{DOTTED_DIGITS}])"),
        ("1.", rf"(?P<n>{'|'.join(WORDS)})。"),
        ("（1）", rf"[(（]\s?{DIGITS}\s?[)）]"),
        ("（1）", rf"(?P<n>[{BRACKETED_DIGITS}])"),
        ("1）", rf"{DIGITS}[)）]"),
        ("①", rf"(?P<n>[{CIRCLED}])"),
        (
            "§",
            r"§{1,2}\s?(?:(?P<part>[0-9]{1,4})\.)?(?P<n>[0-9]{1,4})(?P<letter>[a-z]?)\.?(?=\s|$)",
        ),
        (
            "word",
            r"(?P<unit>(?i:part|subpart|division|chapter|subchapter|title|subtitle|article|section|subsection|sec|annex|appendix"
            r"|attachment|schedule))\.?\s+(?P<n>[0-9]{1,4}|[IVXLC]{1,7}|[A-Z])(?:(?<=[0-9])-?(?P<letter>[A-Z]))?"
            r"(?:[.:](?=\s|$)|[—–]|(?=\s*$)|(?=\s+[A-Z“\"]))",
        ),
        ("roman", r"(?P<n>[IVXLC]{1,7})(?:[.．](?=\s|$)|、)"),
        ("(roman)", r"[(（](?P<n>[IVXLC]{1,7}|[ivxlc]{1,7})[)）]"),
        ("roman", r"(?P<n>[ivxlc]{1,7})[.)](?=\s|$)"),
        ("letter", r"(?P<n>[A-Za-z])[.．)](?=\s|$)"),
        ("(letter)", r"[(（](?P<n>[A-Za-z]|([A-Za-z])\2)[)）]"),
        ("lettered", r"(?P<n>[A-Z](?:[.．][0-9]{1,3}){1,5})[.．]?(?=\s|$|[\u3400-\u9fff])"),
        ("bare", r"(?P<n>[0-9]{1,2})(?=\s+[^\s\d.,:;%°/–-]|　|$)"),
    )
)


def _of(*families: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((family, pattern) for family, pattern in PATTERNS if family in families)


STARTS = {
    **{"第": _of("unit"), "附": _of("annex"), "§": _of("§"), "专": _of("box")},
    **dict.fromkeys("(（", _of("（一）", "（1）", "(roman)", "(letter)")),
}
BY_CLASS = {
    "letter": _of("1.", "word", "roman", "letter", "lettered"),
    "digit": _of("dec", "1.", "1）", "bare"),
    "han": _of("一、"),
    "sign": _of("（一）", "1.", "（1）", "①"),
    "": (),
}
"""The patterns by the first character, so that a line of words is asked nothing."""
SPACE = re.compile(r"\s*")


def read_marks(text: str) -> list[Mark]:
    """Return what the beginning of a paragraph can be read as; empty when it begins with words."""
    head = text[:80]
    found: list[Mark] = []
    for family, pattern in _patterns_for(head[:1]):
        match = pattern.match(head)
        mark = _mark(family, match) if match else None
        if mark and all(m.family != mark.family for m in found):
            found.append(mark)
    return found


def _patterns_for(first: str) -> Sequence[tuple[str, re.Pattern[str]]]:
    """Return the patterns that can match behind a first character."""
    if not first:
        return ()
    if first in STARTS:
        return STARTS[first]
    if first.isascii():
        return BY_CLASS["letter" if first.isalpha() else "digit" if first.isdigit() else ""]
    return BY_CLASS["digit" if first.isdecimal() else "han" if first in HAN_CHARS else "sign"]


def _mark(family: str, match: re.Match[str]) -> Mark | None:
    head, number = match.string, match["n"] or ""
    space = SPACE.match(head, match.end())
    length = space.end() if space else match.end()
    glued = length == match.end() and length < len(head)
    match family:
        case "unit":
            return _unit(match, length, glued=glued)
        case "annex":
            value = (_plain(number) or 1,)
            return Mark("annex", value, f"A{value[0]}" if number else "A", length)
        case "dec":
            return _decimal(number, head[length : length + 1], length)
        case "lettered":
            first, *rest = re.split("[.．]", number)
            parts = (LETTERED + letter_value(first), *map(digits_value, rest))
            return Mark("dec", parts, number, length) if all(parts) else None
        case "word" | "§":
            return _word(family, match, length)
        case "bare":
            return Mark("dec", (digits_value(number),), number, length, loose=True)
        case "roman" | "(roman)" | "letter" | "(letter)":
            return _latin(family, number, match[0], length)
    value = (WORDS.index(number) + 1 if number in WORDS else _plain(number),)
    if not value[0]:
        return None
    if family == "box":
        return Mark("box", value, f"B{value[0]}", length)
    label = f"({value[0]})" if family in ("（一）", "（1）") else str(value[0])
    return Mark(family, value, label, length, scarred=number in WORDS)


def _decimal(number: str, behind: str, length: int) -> Mark | None:
    """Read 2.3.1; before a small letter it may be the number of a sentence, `3.5 percent`."""
    parts = tuple(digits_value(p) for p in re.split("[.．]", number))
    is_loose = behind.isascii() and behind.islower()
    return Mark("dec", parts, ".".join(map(str, parts)), length, is_loose) if all(parts) else None


def _unit(match: re.Match[str], length: int, *, glued: bool) -> Mark | None:
    """Read 第…条; without a space behind it, it may be a reference that begins a line."""
    value, unit, sub = _plain(match["n"]), match["unit"], match["sub"]
    if not value:
        return None
    behind = match.string[match.end() : match.end() + 2]
    refers = glued and bool(re.match(REFERS, behind))
    if refers and unit != "条":
        return None
    values = (value, han_value(sub)) if sub else (value,)
    return Mark(unit, values, "-".join(map(str, values)), length, loose=glued)


def _word(family: str, match: re.Match[str], length: int) -> Mark | None:
    number, suffix = match["n"], match["letter"] or ""
    unit = "Section" if family == "§" else WORD_UNITS[match["unit"].lower()]
    if family == "word" and not match["unit"][0].isupper():
        return None
    counted = 0 if number in LETTERS else roman_value(number)
    value = digits_value(number) or counted or letter_value(number)
    if not value:
        return None
    values = (value, letter_value(suffix)) if suffix else (value,)
    label = f"{number}{suffix}"
    if family == "§" and match["part"]:
        label = f"{match['part']}-{label}"
    return Mark(unit, values, f"A{label}" if unit == "annex" else label, length)


def _latin(family: str, number: str, printed: str, length: int) -> Mark | None:
    """Read a letter or a Roman numeral: `(i)` gives both, the sequence decides."""
    case = "I" if number.isupper() else "i"
    value = roman_value(number.upper()) if "roman" in family else letter_value(number)
    if not value or value > 60:
        return None
    sign = {"roman": "I", "letter": "A"}[family.strip("()")]
    sign = sign if case == "I" else sign.lower()
    name = f"({sign})" if "(" in family else f"{sign}{'）' if printed[-1] == ')' else '.'}"
    label = roman(value) if sign == "I" else number
    return Mark(name, (value,), f"({label})" if "(" in family else label, length)


def _plain(number: str) -> int:
    if not number:
        return 0
    if number.isdecimal():
        return digits_value(number)
    if number.isascii():
        return letter_value(number)
    return sign_value(number) if len(number) == 1 and sign_value(number) else han_value(number)


LETTERED = 1000
"""The decimals of annex A, `A.1`, count apart from those of the text."""
LETTERS = {"C", "D", "L", "M"}
"""Alone these are letters (Attachment C): there is no Part 100."""


def follows(before: tuple[int, ...], value: tuple[int, ...]) -> bool:
    """Tell whether a value is the next one: 2 after 1, 17-1 after 17, 18 after 17-2."""
    if len(value) == len(before):
        return value[:-1] == before[:-1] and value[-1] == before[-1] + 1
    if len(value) == len(before) + 1:
        return value[:-1] == before and value[-1] == 1
    return len(value) < len(before) and value == (
        *before[: len(value) - 1],
        before[len(value) - 1] + 1,
    )


def begins(value: tuple[int, ...]) -> bool:
    """Tell whether a family can begin with this value."""
    return all(part == 1 for part in value)


ANNEX = re.compile(
    r"(附件|附录|附表|附图)\s?([0-9０-９]{1,3}|[一二三四五六七八九十]{1,3}|[A-Z])?\s*[:：．.、]?\s*(?P<title>.*)$",
    re.DOTALL,
)


def is_annex_heading(text: str) -> bool:
    """Tell whether a text is the heading of an annex, not a sentence that begins with its name."""
    if len(text) > 80 or re.search(r"[。；;，,]$|[。；]", text):
        return False
    chinese = ANNEX.match(text)
    if chinese is None:
        return not text.endswith(".")
    title = chinese["title"]
    return (
        bool(chinese[2])
        or not title
        or (text[chinese.start("title") - 1].isspace() and not read_marks(title))
    )
