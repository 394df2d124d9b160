"""One walk over a web page: its paragraphs in reading order, with what their elements tell."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from desktop.importers.blocks import CHROME, ITEM, ROW, Block
from desktop.importers.numbering import written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

BREAKS = {
    *("p", "div", "li", "ul", "ol", "dl", "dt", "dd", "table", "tbody", "thead", "tfoot", "tr"),
    *("h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "section", "article", "header", "footer"),
    *("nav", "aside", "main", "form", "fieldset", "figure", "figcaption", "hr", "br", "pre"),
    *("address", "center", "caption", "body", "html", "title", "option", "details", "summary"),
}
ROWS = {"tr", "table", "tbody", "thead", "tfoot"}
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
LISTS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
LONG_CELL = 1500
"""A cell with more characters holds a text and not a datum."""


class Hints(NamedTuple):
    """What the elements around words tell of them."""

    level: int = 0
    role: str = CHROME
    is_kept: bool = False
    is_data: bool = False


@dataclass
class Table:
    """What tells a table of data from one that only places the page."""

    rows: int = 0
    cells: int = 0
    is_nested: bool = False
    longest: int = 0

    @property
    def is_data(self) -> bool:
        """Whether its rows are paragraphs: several short cells in each, no table inside."""
        is_plain = not self.is_nested and self.longest <= LONG_CELL
        return is_plain and self.rows > 1 and self.cells > self.rows


def read_paragraphs(root: Element, main: Element) -> Iterator[Block]:
    """Yield the paragraphs of a page; those outside `main` have the role chrome."""
    inside = set(main.iter())
    walker = _Walker(inside, _data_tables(root))
    for event, node in etree.iterwalk(root, events=("start", "end")):
        if isinstance(node.tag, str):
            yield from walker.start(node) if event == "start" else walker.end(node)
    yield from walker.flush()


def _data_tables(root: Element) -> set[Element]:
    """Return the tables of data."""
    tables: dict[Element, Table] = {}
    open_tables: list[Table] = []
    cells: list[int] = []
    letters = 0
    for event, node in etree.iterwalk(root, events=("start", "end")):
        if event == "start":
            letters += len(node.text or "")
        if node.tag == "table" and event == "start":
            for above in open_tables[-1:]:
                above.is_nested = True
            open_tables.append(tables.setdefault(node, Table()))
        elif node.tag == "table" and open_tables:
            open_tables.pop()
        elif node.tag in ("td", "th") and event == "start":
            cells.append(letters - len(node.text or ""))
        elif node.tag in ("td", "th") and open_tables and cells:
            open_tables[-1].cells += 1
            open_tables[-1].longest = max(open_tables[-1].longest, letters - cells.pop())
        elif node.tag == "tr" and event == "end" and open_tables:
            open_tables[-1].rows += 1
        if event == "end":
            letters += len(node.tail or "")
    return {node for node, table in tables.items() if table.is_data}


@dataclass
class _Walker:
    inside: set[Element]
    tables: set[Element]
    words: list[str] = field(default_factory=list)
    hints: list[Hints] = field(default_factory=lambda: [Hints()])
    counts: dict[Element, int] = field(default_factory=dict)

    def start(self, node: Element) -> Iterator[Block]:
        if self._breaks(node):
            yield from self.flush()
        self.hints.append(self._hints(node))
        self.words.append(self._number(node))
        self.words.append(_kept(node.text, self.hints[-1]))

    def end(self, node: Element) -> Iterator[Block]:
        if self._breaks(node):
            yield from self.flush()
        self.hints.pop()
        if node.tag in ("td", "th"):
            self.words.append("\t")
        self.words.append(_kept(node.tail, self.hints[-1]))

    def flush(self) -> Iterator[Block]:
        """Yield the words read so far."""
        level, role, *_ = self.hints[-1]
        joined, self.words = "".join(self.words), []
        for line in joined.split("\n"):
            if role == ROW:
                words = re.sub(r"\s*\t\s*", " | ", line.strip()).strip(" |")
            else:
                words = re.sub(r"[ \xa0]*\t[ \t\xa0]*", " ", line).strip(" \t")
            if words.strip():
                yield Block(0, 0, words, level=level, role=role, gap=True)

    def _breaks(self, node: Element) -> bool:
        """Tell whether an element begins and ends a paragraph; in a row of data none does."""
        return node.tag in BREAKS and (self.hints[-1].role != ROW or node.tag in ROWS)

    def _hints(self, node: Element) -> Hints:
        above = self.hints[-1]
        is_kept = above.is_kept or node.tag == "pre"
        is_data = node in self.tables if node.tag == "table" else above.is_data
        if node not in self.inside:
            return Hints(0, CHROME, is_kept, is_data)
        level, role = above.level, above.role
        if role == CHROME:
            level, role = 0, ""
        if role == ROW:
            pass
        elif node.tag in HEADINGS:
            level, role = int(node.tag[1]), ""
        elif node.tag == "tr" and is_data:
            level, role = 0, ROW
        elif node.tag == "li":
            level, role = 0, ITEM
        elif not level and role != ITEM:
            role = ""
        return Hints(level, role, is_kept, is_data)

    def _number(self, node: Element) -> str:
        """Return the number of an item that the browser prints, as it stands in no text."""
        parent = node.getparent()
        if node.tag != "li" or parent is None or parent.tag != "ol":
            return ""
        start = parent.get("start", "1")
        count = self.counts.get(parent, int(start) - 1 if start.isdecimal() else 0) + 1
        self.counts[parent] = count
        return f"{written(count, LISTS.get(parent.get('type', '1'), 'decimal'))}. "


def _kept(words: str | None, hints: Hints) -> str:
    """Return words as a browser shows them: white space is one space, but not in `pre`."""
    if not words or hints.is_kept:
        return words or ""
    return re.sub(r"[ \t\r\n\f]+", " ", words)
