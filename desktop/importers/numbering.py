"""Word's automatic numbers: they are not in the text, they are counted from `numbering.xml`."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desktop.importers.numerals import CIRCLED, han, letter, roman
from desktop.importers.package import attribute, child, local, value

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element as Element

PLACE = re.compile(r"%([1-9])")
HAN_FORMATS = {
    *("chineseCounting", "chineseCountingThousand", "taiwaneseCounting", "japaneseCounting"),
    *("taiwaneseCountingThousand", "ideographDigital", "japaneseDigitalTenThousand"),
}


@dataclass
class ListLevel:
    """One level of a list: where it starts, how its number is written."""

    start: int = 1
    format: str = "decimal"
    text: str = "%1."
    restart: int = -1
    legal: bool = False


@dataclass
class Numbering:
    """The lists of a document and how far each is counted."""

    lists: dict[str, str] = field(default_factory=dict)
    levels: dict[str, dict[int, ListLevel]] = field(default_factory=dict)
    overrides: dict[str, dict[int, ListLevel | int]] = field(default_factory=dict)
    links: dict[str, str] = field(default_factory=dict)
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    _begun: set[tuple[str, int]] = field(default_factory=set)

    def next(self, number: str, depth: int) -> str:
        """Count one paragraph of a list and return its number as printed, '' for none."""
        abstract = self.lists.get(number)
        if abstract is None:
            return ""
        levels = self._levels_of(number)
        level = levels.get(depth)
        if level is None:
            return ""
        counts = self._counts.setdefault(abstract, {})
        self._restart(number, counts)
        counts[depth] = counts[depth] + 1 if depth in counts else level.start
        for deeper in [n for n in counts if n > depth]:
            if levels.get(deeper, level).restart != 0:
                del counts[deeper]
        return self._written(level, levels, counts)

    def _restart(self, number: str, counts: dict[int, int]) -> None:
        """Begin to count anew where a list with an override of its start first appears."""
        for depth, override in self.overrides.get(number, {}).items():
            if isinstance(override, int) and (number, depth) not in self._begun:
                self._begun.add((number, depth))
                counts[depth] = override - 1
                for deeper in [n for n in counts if n > depth]:
                    del counts[deeper]

    def _levels_of(self, number: str) -> dict[int, ListLevel]:
        own = {n: v for n, v in self.overrides.get(number, {}).items() if isinstance(v, ListLevel)}
        return {**self.levels.get(self.lists[number], {}), **own}

    def _written(
        self, level: ListLevel, levels: dict[int, ListLevel], counts: dict[int, int]
    ) -> str:
        if level.format == "bullet":
            return "•"
        if level.format == "none":
            return PLACE.sub("", level.text).strip()

        def number(found: re.Match[str]) -> str:
            depth = int(found[1]) - 1
            own = levels.get(depth, level)
            count = counts.get(depth, own.start)
            return written(count, "decimal" if level.legal else own.format)

        return PLACE.sub(number, level.text).strip()


def read_numbering(root: Element) -> Numbering:
    """Read `numbering.xml`; a missing part gives a numbering without lists."""
    numbering = Numbering()
    for node in root if root is not None else ():
        if local(node) == "abstractNum":
            name = attribute(node, "abstractNumId")
            numbering.levels[name] = {_depth(n): _level(n) for n in node if local(n) == "lvl"}
            if link := value(node, "numStyleLink"):
                numbering.links[name] = link
        elif local(node) == "num":
            name = attribute(node, "numId")
            numbering.lists[name] = value(node, "abstractNumId")
            numbering.overrides[name] = {
                _depth(n): _override(n) for n in node if local(n) == "lvlOverride" and len(n)
            }
    return numbering


def _override(node: Element) -> ListLevel | int:
    inner = child(node, "lvl")
    if inner is not None:
        return _level(inner)
    return _whole(value(node, "startOverride"), 1)


def _level(node: Element) -> ListLevel:
    restart = value(node, "lvlRestart")
    form = child(node, "numFmt")
    legal = child(node, "isLgl")
    return ListLevel(
        start=_whole(value(node, "start"), 1),
        format=attribute(form, "val") or "decimal",
        text=value(node, "lvlText"),
        restart=_whole(restart, -1) if restart else -1,
        legal=legal is not None and attribute(legal, "val") not in ("0", "false"),
    )


def _depth(node: Element) -> int:
    return _whole(attribute(node, "ilvl"), 0)


def _whole(text: str, default: int) -> int:
    return int(text) if re.fullmatch(r"-?\d{1,6}", text) else default


def written(count: int, form: str) -> str:
    """Write a number in one of Word's formats; what is not known is written in digits."""
    writer = WRITERS.get(form)
    return writer(count) if writer and 1 <= count <= MOST else str(count)


def _lower_letter(count: int) -> str:
    return letter(count)


def _upper_letter(count: int) -> str:
    return letter(count).upper()


def _lower_roman(count: int) -> str:
    return roman(count).lower()


def _two_digits(count: int) -> str:
    return f"{count:02d}"


def _circled(count: int) -> str:
    return CIRCLED[count - 1] if count <= len(CIRCLED) else str(count)


def _full_width(count: int) -> str:
    return "".join(chr(ord(digit) + 0xFEE0) for digit in str(count))


def _ordinal(count: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(count % 10, "th")
    return f"{count}{'th' if 10 < count % 100 < 14 else ending}"


MOST = 9999
WRITERS: dict[str, Callable[[int], str]] = {
    **{"lowerLetter": _lower_letter, "upperLetter": _upper_letter, "decimalZero": _two_digits},
    **{"lowerRoman": _lower_roman, "upperRoman": roman, "ordinal": _ordinal},
    **dict.fromkeys(("decimalEnclosedCircle", "decimalEnclosedCircleChinese"), _circled),
    **dict.fromkeys(("decimalFullWidth", "decimalFullWidth2"), _full_width),
    **dict.fromkeys(HAN_FORMATS, han),
}
"""How Word's formats are written; numbers over `MOST` stay digits."""
