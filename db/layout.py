"""What the clauses of one edition look like to an alignment: units in order, with neighbors. Pure.

A unit is the printed words of a node, or a line that stands outside the nodes (title, circular,
news). Its signs are its shadow; its letters are the same words with every word of an alphabet as
one sign, so that two sentences of one language are not alike for their common letters.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from db.pages import extents
from db.shadow import Shadow, fold, shadow, weight

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from db.model import Node

NUMBERED = re.compile(
    r"第[0-9一二三四五六七八九十百千万两]+[编編章节節条條款项項目](之[0-9一二三四五六七八九十]+)?"
    r"|(article|section|art|sec|part|chapter|title|§)\.?[0-9ivxlcdm]+[.:]?|[(]?[0-9]{1,3}[.)]*",
    re.IGNORECASE,
)
"""Headings that are only a number: what they are called says nothing of what they are."""
WORD = re.compile(r"[^\W_\u2e80-\U0010ffff]+|\S")
LEAST = 4.0
"""Weight under which a line outside the nodes is no unit: marks, rules, page numbers."""
FIRST_WORD = 0xF0000
WORDS = 0x1FFF0


@dataclass(frozen=True, slots=True)
class Unit:
    """The words of one node, or of one line outside the nodes (`node` is then -1).

    `above` is the index of the unit's parent among the nodes, -1 at the top.
    """

    node: int
    above: int
    start: int
    end: int
    shadow: Shadow
    letters: str
    is_number: bool

    @property
    def signs(self) -> str:
        """The words as two printings of them agree on."""
        return self.shadow.text


@dataclass(frozen=True, slots=True)
class Layout:
    """The units of one edition in the order of the text, and the shadow of the whole text."""

    text: str
    nodes: tuple[Node, ...]
    units: tuple[Unit, ...]
    shadow: Shadow
    above: tuple[int, ...]
    unit_of: dict[int, int]
    starts: tuple[int, ...]
    extents: tuple[int, ...]
    spoken: tuple[int, ...] = field(repr=False)
    """The units with words of their own, in order: those that are not only a number."""

    def lineage(self, node: int) -> Iterator[int]:
        """Yield a node and those above it, by index."""
        while node >= 0:
            yield node
            node = self.above[node]

    def sizes(self) -> dict[int, float]:
        """Return node → how much is said at and below it."""
        sizes: dict[int, float] = defaultdict(float)
        for unit in self.units:
            if unit.node >= 0 and not unit.is_number:
                said = weight(unit.signs)
                for node in self.lineage(unit.node):
                    sizes[node] += said
        return sizes

    def by_signs(self) -> dict[str, list[int]]:
        """Return words → the units that say just them."""
        places: dict[str, list[int]] = defaultdict(list)
        for i in self.spoken:
            places[self.units[i].signs].append(i)
        return places

    def letters(self, span: tuple[int, int]) -> str:
        """Return the letters of units in a row, both ends inclusive."""
        units = self.units[span[0] : span[1] + 1]
        return "".join(u.letters for u in units if not u.is_number)

    def node_at(self, offset: int) -> Node | None:
        """Return the deepest node at an offset, as the store finds it; None outside the nodes."""
        node = bisect_right(self.starts, offset) - 1
        while node >= 0 and self.extents[node] <= offset:
            node = self.above[node]
        return self.nodes[node] if node >= 0 else None


class Words:
    """Gives every word of an alphabet one sign, the same in both editions."""

    def __init__(self) -> None:
        self._known: dict[str, str] = {}

    def letters(self, text: str) -> str:
        """Return the text with each word as one sign; Han characters stay themselves."""
        return "".join(self._sign(token) for token in WORD.findall(text))

    def _sign(self, token: str) -> str:
        if len(token) == 1 and not token.isascii():
            return fold(token)
        word = "".join(map(fold, token)).casefold()
        if len(word) < 2:
            return word
        known = self._known.get(word)
        if known is None:
            known = chr(FIRST_WORD + len(self._known) % WORDS)
            self._known[word] = known
        return known


def lay_out(text: str, nodes: Iterable[Node], words: Words) -> Layout:
    """Return the units of an edition; nodes without words (the preamble) have none."""
    kept = tuple(nodes)
    by_path = {n.path: at for at, n in enumerate(kept)}
    above = tuple(by_path.get(n.parent, -1) for n in kept)
    units: list[Unit] = []
    unit_of: dict[int, int] = {}
    done = 0
    for at, node in enumerate(kept):
        if node.end <= node.start or node.start < done:
            continue
        units += _lines(text, done, node.start, words)
        unit_of[at] = len(units)
        units.append(_unit(text, (node.start, node.end), (at, above[at]), words))
        done = node.end
    units += _lines(text, done, len(text), words)
    spoken = tuple(i for i, u in enumerate(units) if u.signs and not u.is_number)
    ends = extents(kept)
    starts, reach = tuple(n.start for n in kept), tuple(ends[n.path] for n in kept)
    dark = shadow(text)
    return Layout(text, kept, tuple(units), dark, above, unit_of, starts, reach, spoken)


def _lines(text: str, start: int, end: int, words: Words) -> Iterator[Unit]:
    """Yield the lines between two nodes that say something."""
    at = start
    for line in text[start:end].splitlines(keepends=True):
        stripped = line.strip()
        begin = at + line.index(stripped) if stripped else at
        at += len(line)
        if stripped and weight(stripped) >= LEAST:
            unit = _unit(text, (begin, begin + len(stripped)), (-1, -1), words)
            if unit.signs and not unit.is_number:
                yield unit


def _unit(text: str, span: tuple[int, int], place: tuple[int, int], words: Words) -> Unit:
    printed = text[span[0] : span[1]]
    dark = shadow(printed, span[0])
    is_number = NUMBERED.fullmatch(dark.text) is not None
    return Unit(*place, *span, dark, words.letters(printed), is_number)
