"""Citations: how a place of a plan or law is named in a memo, in the language of the document.

Articles of a law are cited by article, paragraph and item, never by chapter (Legislation Law 2023,
art. 65). The clauses of a plan carry no printed number: `cl. 1` is the first sentence, counted.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from db.model import Node, Source

ABOVE_ARTICLES = {"book", "part", "subpart", "chapter", "section", "subsection"}
IN_LAWS = {"book", "part", "subpart", "chapter", "article"}
ZONES = {
    "en": {
        "chrome": "text of the web page around the document",
        "lede": "introduction printed before the document",
        "circular": "covering circular",
        "contact": "contact lines printed after the document",
    },
    "zh": {
        "chrome": "网页上正文以外的文字",
        "lede": "正文前的导语",
        "circular": "印发通知",
        "contact": "正文后的联系方式",
    },
}
"""What stands around a plan is not the plan, and a quotation of it must not be cited as such."""

DIGITS = "零一二三四五六七八九"
ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


class Step(NamedTuple):
    """One step of a citation, and what parts it from the step before."""

    glue: str
    words: str


def cite(
    source: Source,
    trail: Sequence[Node],
    *,
    through: Sequence[Node] = (),
    zone: str = "",
    edition: bool = False,
) -> str:
    """Return the full citation of a place; `trail` runs from the top level down to it.

    `through` is the trail to the place where a longer passage ends. `zone` says where words stand
    that belong to no place (an empty trail). `edition` adds the edition's label.
    """
    language = language_of(source)
    name = _document_name(source, language, edition=edition)
    place = _range(trail, through, language) or ZONES[language].get(zone, "")
    if not place:
        return name
    if language == "zh":
        return name + ("" if trail else "，") + place
    return f"{name}, {place}"


def cite_short(source: Source, trail: Sequence[Node], *, through: Sequence[Node] = ()) -> str:
    """Return the place alone, for lists where the document is known: `II(3), Task 2, cl. 1`."""
    language = language_of(source)
    return _range(trail, through, language).removeprefix("Part ")


def language_of(source: Source) -> str:
    """Return `zh` or `en`: the document's own language, else what its title is written in."""
    stated = source.facts.language.casefold()
    if stated:
        return "zh" if stated.startswith("zh") else "en"
    return "zh" if re.search(r"[\u3400-\u9fff]", source.facts.title) else "en"


def _document_name(source: Source, language: str, *, edition: bool) -> str:
    facts = source.facts
    if language == "en":
        name = facts.name or facts.title
        number = f" ({facts.number})" if facts.number and facts.number not in name else ""
        return name + number + (f" [{source.label}]" if edition and source.label else "")
    name = facts.title or facts.name
    name = name if "《" in name else f"《{name}》"
    number = f"（{facts.number}）" if facts.number and facts.number not in name else ""
    return name + number + (f"［{source.label}］" if edition and source.label else "")


def _range(trail: Sequence[Node], through: Sequence[Node], language: str) -> str:
    first = _steps(trail, language)
    last = _steps(through, language)
    shared = 0
    while shared < min(len(first), len(last)) and first[shared] == last[shared]:
        shared += 1
    words = _join(first)
    if shared == len(last):
        return words
    return words + (" to " if language == "en" else "至") + _join(last[shared:])


def _join(steps: Sequence[Step]) -> str:
    return "".join((step.glue if i else "") + step.words for i, step in enumerate(steps))


def _steps(trail: Sequence[Node], language: str) -> list[Step]:
    kinds = {n.kind for n in trail}
    if "article" in kinds:
        trail = trail[next(at for at, n in enumerate(trail) if n.kind == "article") :]
    name = _english_step if language == "en" else _chinese_step
    return [name(node, kinds) for node in trail]


def _english_step(node: Node, kinds: set[str]) -> Step:
    label, again = _split_label(node)
    inner = _bare(label)
    match node.kind:
        case "preamble":
            step = Step(", ", "preamble")
        case "heading":
            step = Step(", ", f"“{_heading(node)}”")
        case "annex":
            step = Step(", ", f"Annex {inner.removeprefix('A')}")
        case "region" if "section" in kinds:
            step = Step("", f"({inner})")
        case "paragraph" | "item" | "subitem" | "point":
            step = Step("", f"({inner})")
        case "section" if _roman_value(inner):
            step = Step(", ", f"Part {inner}")
        case _:
            step = Step(", ", _english_words(node.kind, label))
    return Step(step.glue, step.words + (f" ({_ordinal(again)} occurrence)" if again > 1 else ""))


def _heading(node: Node) -> str:
    """Return the words that name a heading without a number, shortened when they are many."""
    words = " ".join(node.text.split())
    return words if len(words) <= HEADING else f"{words[: HEADING - 1].rstrip()}…"


def _english_words(kind: str, label: str) -> str:
    short = {"clause": "cl.", "article": "art.", "chapter": "ch.", "section": "sec."}
    return f"{short.get(kind, kind.capitalize())} {label}"


HEADING = 60
"""Code points of an unnumbered heading that a citation shows."""
CHINESE_UNITS = {
    "book": "编",
    "part": "编",
    "subpart": "分编",
    "chapter": "章",
    "article": "条",
    "paragraph": "款",
}


def _chinese_step(node: Node, kinds: set[str]) -> Step:
    label, again = _split_label(node)
    inner = _bare(label)
    value = _roman_value(inner) if node.kind in ABOVE_ARTICLES else 0
    numeral = _chinese_numeral(str(value) if value else inner)
    match node.kind:
        case "preamble":
            words = "序言"
        case "section":
            words = f"第{numeral}{'节' if kinds & IN_LAWS else '部分'}"
        case "region" | "measure" | "item":
            words = f"第（{numeral}）项"
        case "task":
            words = f"第{inner}条"
        case "subitem" | "point":
            words = f"第{inner}目"
        case "clause":
            words = f"第{inner}句"
        case "annex":
            words = f"附件{inner.removeprefix('A')}"
        case "heading":
            words = f"“{_heading(node)}”"
        case kind if kind in CHINESE_UNITS:
            words = _chinese_unit(inner, CHINESE_UNITS[kind])
        case _:
            words = f"“{label}”"
    return Step("", words + (f"（第{_chinese_numeral(str(again))}处）" if again > 1 else ""))


def _chinese_unit(inner: str, unit: str) -> str:
    """Return 第十三条; an inserted article `13-1` is 第十三条之一."""
    main, _, added = re.sub(r"[之.\-–]", "-", inner).partition("-")
    words = f"第{_chinese_numeral(main)}{unit}"
    return words + (f"之{_chinese_numeral(added)}" if added else "")


def _split_label(node: Node) -> tuple[str, int]:
    """Return the label and which occurrence of a repeated path it is (`2~3` is the third `2`)."""
    label, _, again = node.label.partition("~")
    return label, int(again) if again.isdecimal() else 1


def _bare(label: str) -> str:
    """Return a label without its brackets and stops: `（3）` and `3.` are `3`."""
    return label.strip("()（）〔〕[] .、．")


def _ordinal(number: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if 10 < number % 100 < 14 else ending}"


def _roman_value(words: str) -> int:
    """Return the value of a Roman numeral, 0 when the words are none."""
    if not re.fullmatch("[IVXLCDM]+", words):
        return 0
    values = [ROMAN[letter] for letter in words]
    following = [*values[1:], 0]
    return sum(-v if v < after else v for v, after in zip(values, following, strict=True))


def _chinese_numeral(words: str) -> str:
    """Return `13` as 十三; what is no number below ten thousand stays as it is."""
    number = int(words) if words.isascii() and words.isdecimal() else 0
    if not 0 < number < 10_000:
        return words
    out, skipped = "", False
    for power, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // power % 10
        if digit:
            out += ("零" if skipped and out else "") + DIGITS[digit] + unit
        skipped = not digit
    return out.removeprefix("一") if 9 < number < 20 else out
