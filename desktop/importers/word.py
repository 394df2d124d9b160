"""Word files: paragraphs, tables, text boxes, notes and automatic numbers, in reading order."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop.importers.blocks import CONTENTS, ITEM, NOTE, ROW, Block, Extract, compose
from desktop.importers.numbering import Numbering, read_numbering
from desktop.importers.package import Package, attribute, child, local, value
from desktop.importers.titles import lone_title

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

SKIPPED = {
    *(
        "del",
        "moveFrom",
        "delText",
        "delInstrText",
        "instrText",
        "Fallback",
        "rPr",
        "pPr",
        "sectPr",
    ),
    *("tblPr", "tblGrid", "trPr", "tcPr", "numbering", "commentRangeStart", "annotationRef"),
}
NESTED = {"txbxContent"}
HEADING = re.compile(
    r"heading\s*([1-9])$|标题\s*([1-9])$|titre\s*([1-9])$|título\s*([1-9])$", re.IGNORECASE
)
IN_CONTENTS = re.compile(r"toc\s*\d|目录\s*\d", re.IGNORECASE)


def read_word(content: bytes, file: str) -> Extract:
    """Return the paragraphs of a Word file; tracked deletions are left out, insertions kept."""
    package = Package(content, file)
    root = package.tree(package.main, needed=True)
    reader = _Reader(package)
    body = next((n for n in root if local(n) == "body"), root)
    parts = [*reader.blocks(body), *reader.notes("footnotes"), *reader.notes("endnotes")]
    text, blocks = compose(parts)
    return Extract(text, blocks, title=reader.titled or lone_title(blocks))


class _Reader:
    """Walks a body; knows the styles and counts the lists."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._styles = _styles(package.tree(package.related("styles")))
        self._numbering: Numbering = read_numbering(package.tree(package.related("numbering")))
        self._follow_links()
        self.titled: str | None = None

    def _follow_links(self) -> None:
        """Lend the levels of a style's list to the lists that only name the style."""
        lists = self._numbering
        for abstract, style in lists.links.items():
            number, _ = self._style_list(style)
            other = lists.lists.get(number, "")
            lists.levels[abstract] = lists.levels[abstract] or lists.levels.get(other, {})

    def blocks(self, root: Element) -> Iterator[Block]:
        """Yield the paragraphs and table rows below an element, without recursion on depth."""
        pending = [root]
        while pending:
            node = pending.pop()
            name = local(node)
            if name == "p":
                yield from self._paragraph(node)
            elif name == "tbl" and not _is_layout(node):
                for row in (n for n in node.iter() if local(n) == "tr" and _owner(n) is node):
                    yield from self._row(row)
            elif name not in SKIPPED:
                pending.extend(reversed(list(node)))

    def notes(self, kind: str) -> Iterator[Block]:
        """Yield the footnotes or endnotes."""
        root = self._package.tree(self._package.related(kind))
        for note in root if root is not None else ():
            if attribute(note, "type") in ("", "normal"):
                for each in self.blocks(note):
                    yield Block(0, 0, each.text, role=NOTE)

    def _paragraph(self, node: Element) -> Iterator[Block]:
        style = value(child(node, "pPr"), "pStyle")
        number = self._number(node, style)
        words, boxes = _words(node)
        if words.strip():
            level = self._level(node, style)
            label = f"{number} " if number else ""
            role = ITEM if number and not level else ""
            role = CONTENTS if self._is_contents(style) else role
            title = self._styles.get(style, {}).get("name", "").casefold() in ("title", "标题")
            if title and self.titled is None:
                self.titled = words.strip()
            yield from _lines(label + words.strip(), level, role)
        for box in boxes:
            yield from self.blocks(box)

    def _row(self, row: Element) -> Iterator[Block]:
        cells: list[str] = []
        nested: list[Block] = []
        for cell in (n for n in row.iter() if local(n) == "tc" and _owner(n, "tr") is row):
            inside = list(self.blocks(cell))
            if len(inside) > 12 or sum(len(b.text) for b in inside) > 4000:
                nested += inside
            else:
                cells.append(" ".join(b.text for b in inside))
        if any(cells):
            yield Block(0, 0, " | ".join(c for c in cells if c), role=ROW)
        yield from nested

    def _number(self, node: Element, style: str) -> str:
        """Count the paragraph in its list and return its number."""
        own = child(child(node, "pPr"), "numPr")
        number, depth = value(own, "numId"), value(own, "ilvl")
        if not number:
            number, inherited = self._style_list(style)
            depth = depth or inherited
        if not number or number == "0" or not _has_words(node):
            return ""
        return self._numbering.next(number, int(depth) if depth.isdecimal() else 0)

    def _style_list(self, style: str) -> tuple[str, str]:
        number, depth = "", ""
        for each in self._lineage(style):
            number = number or each.get("number", "")
            depth = depth or each.get("depth", "")
        return number, depth

    def _lineage(self, style: str) -> Iterator[dict[str, str]]:
        seen: set[str] = set()
        while style in self._styles and style not in seen:
            seen.add(style)
            yield self._styles[style]
            style = self._styles[style].get("base", "")

    def _is_contents(self, style: str) -> bool:
        return any(IN_CONTENTS.match(each.get("name", "")) for each in self._lineage(style))

    def _level(self, node: Element, style: str) -> int:
        """Return the heading level that the paragraph or its style says."""
        own = value(child(node, "pPr"), "outlineLvl")
        if own.isdecimal() and int(own) < 9:
            return int(own) + 1
        for each in self._lineage(style):
            named = HEADING.match(each.get("name", ""))
            if named:
                return int(next(g for g in named.groups() if g))
            if each.get("outline", "").isdecimal():
                return int(each["outline"]) + 1 if int(each["outline"]) < 9 else 0
        return 0


def _lines(words: str, level: int, role: str) -> Iterator[Block]:
    """Yield a paragraph; its manual line breaks part paragraphs of text, not of a heading."""
    if level:
        yield Block(0, 0, " ".join(words.split("\n")), level=level, role=role)
        return
    for line in words.split("\n"):
        if line.strip():
            yield Block(0, 0, line.strip(), role=role)


def _styles(root: Element) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for node in root if root is not None else ():
        if local(node) != "style":
            continue
        layout = child(node, "pPr")
        lists = child(layout, "numPr")
        found[attribute(node, "styleId")] = {
            "name": value(node, "name"),
            "base": value(node, "basedOn"),
            "outline": value(layout, "outlineLvl"),
            "number": value(lists, "numId"),
            "depth": value(lists, "ilvl"),
        }
    return found


def _words(paragraph: Element) -> tuple[str, list[Element]]:
    """Return the words of a paragraph and the text boxes anchored in it."""
    words: list[str] = []
    boxes: list[Element] = []
    pending = list(reversed(list(paragraph)))
    while pending:
        node = pending.pop()
        name = local(node)
        if name in SKIPPED or not name:
            continue
        if name in NESTED:
            boxes.append(node)
        elif name == "t":
            words.append(node.text or "")
        elif name in ("tab", "ptab"):
            words.append("\t")
        elif name in ("br", "cr"):
            words.append(" " if attribute(node, "type") in ("page", "column") else "\n")
        elif name == "noBreakHyphen":
            words.append("-")
        elif name == "sym":
            words.append("• " if not words else "")
        else:
            pending.extend(reversed(list(node)))
    return "".join(words), boxes


def _has_words(paragraph: Element) -> bool:
    return any(local(n) == "t" and n.text for n in paragraph.iter())


def _is_layout(table: Element) -> bool:
    """Tell whether a table has a single cell, which frames paragraphs."""
    cells = [n for n in table.iter() if local(n) == "tc"]
    return len(cells) == 1


def _owner(node: Element, name: str = "tbl") -> Element:
    return next((a for a in node.iterancestors() if local(a) == name), None)
