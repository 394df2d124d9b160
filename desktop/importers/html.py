"""Web pages: all words a reader sees; what lies outside the main text is kept as chrome."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree, html

from desktop.importers.blocks import CHROME, ITEM, ROW, Block, Extract, compose
from desktop.importers.encodings import decode
from desktop.importers.numbering import written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

HIDDEN = {"script", "style", "noscript", "template", "head", "iframe", "object", "svg", "textarea"}
HIDDEN |= {"select", "button", "audio", "video", "canvas", "map"}
BREAKS = {
    *("p", "div", "li", "ul", "ol", "dl", "dt", "dd", "table", "tbody", "thead", "tfoot", "tr"),
    *("h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "section", "article", "header", "footer"),
    *("nav", "aside", "main", "form", "fieldset", "figure", "figcaption", "hr", "br", "pre"),
    *("address", "center", "caption", "body", "html", "title", "option", "details", "summary"),
}
ROWS = {"tr", "table", "tbody", "thead", "tfoot"}
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
LISTS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
SENTENCE = re.compile(r"[.。！？!?;；](?:[\s\"'”’)）]|$|(?=[\u4e00-\u9fff]))")
SHARE = 0.85
"""A child that holds this share of the sentences holds the main text."""
TITLE_CUT = re.compile(r"\s*[|_\-–—]\s*[^|_\-–—]*$")


def read_html(content: bytes) -> Extract:
    """Return the paragraphs of a web page; those outside the main text have the role chrome."""
    source, _ = decode(content)
    root = _parse(source)
    if root is None:
        return Extract("", ())
    named = root.find(".//title")
    page_title = " ".join((named.text or "").split()) if named is not None else ""
    _drop_hidden(root)
    text, blocks = compose(list(_parts(root, _main_of(root))))
    return Extract(text, blocks, title=_title(root, page_title))


def _parse(source: str) -> Element:
    source = re.sub(r"^\s*<\?xml[^>]*\?>", "", source.replace("\x00", ""))
    parser = html.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        return html.document_fromstring(source.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, ValueError, AssertionError):
        return None


def _drop_hidden(root: Element) -> None:
    for node in list(root.iter()):
        is_out = not isinstance(node.tag, str) or node.tag in HIDDEN or _is_hidden(node)
        if is_out and node.getparent() is not None:
            node.drop_tree()


def _is_hidden(node: Element) -> bool:
    style = "".join(node.get("style", "").lower().split())
    return "display:none" in style or "visibility:hidden" in style or node.get("hidden") is not None


def _main_of(root: Element) -> Element:
    """Walk down while one child holds most of the sentences."""
    body = root.find("body")
    here = body if body is not None else root
    counts = _sentences(here)
    while True:
        total = counts.get(here, 0)
        best = max(here, key=lambda c: counts.get(c, 0), default=None)
        if (
            best is None
            or total < 3
            or counts.get(best, 0) < SHARE * total
            or best.tag in ("p", "tr")
        ):
            return here
        here = best


def _sentences(root: Element) -> dict[Element, int]:
    """Count the sentences below every element, without recursion."""
    counts: dict[Element, int] = {}
    for node in root.iter():
        own = len(SENTENCE.findall(node.text or "")) if isinstance(node.tag, str) else 0
        counts[node] = counts.get(node, 0) + own
        tail = len(SENTENCE.findall(node.tail or ""))
        parent = node.getparent()
        if tail and parent is not None and node is not root:
            counts[parent] = counts.get(parent, 0) + tail
    for node in reversed(list(root.iter())):
        parent = node.getparent()
        if node is not root and parent is not None:
            counts[parent] = counts.get(parent, 0) + counts[node]
    return counts


def _parts(root: Element, main: Element) -> Iterator[Block]:
    """Yield the paragraphs in order: words between two block elements."""
    inside = set(main.iter())
    words: list[str] = []
    hints: list[tuple[int, str]] = [(0, CHROME)]
    for event, node in etree.iterwalk(root, events=("start", "end")):
        if not isinstance(node.tag, str):
            continue
        is_break = node.tag in BREAKS and not (hints[-1][1] == ROW and node.tag not in ROWS)
        if is_break:
            yield from _flush(words, *hints[-1])
            words = []
        if event == "start":
            hints.append(_hints(node, inside, hints[-1]))
            words.append(_number_of(node))
            words.append(_kept(node, node.text))
        else:
            hints.pop()
            words.append("\t" if node.tag in ("td", "th") else "")
            words.append(_kept(node.getparent(), node.tail))
    yield from _flush(words, *hints[-1])


def _hints(node: Element, inside: set[Element], above: tuple[int, str]) -> tuple[int, str]:
    """Return heading level and role of the words in an element."""
    if node not in inside:
        return 0, CHROME
    if above[1] == ROW:
        return above
    if len(node.tag) == 2 and node.tag in HEADINGS:
        return int(node.tag[1]), ""
    if node.tag == "tr" and _is_data(node):
        return 0, ROW
    if node.tag == "li":
        return 0, ITEM
    return above if above[1] != CHROME and (above[0] or above[1] == ITEM) else (0, "")


def _number_of(node: Element) -> str:
    """Return the number of an item that the browser prints, as it stands in no text."""
    parent = node.getparent()
    if node.tag != "li" or parent is None or parent.tag != "ol":
        return ""
    start = parent.get("start", "1")
    number = (int(start) if start.isdecimal() else 1) + sum(
        1 for _ in node.itersiblings("li", preceding=True)
    )
    return f"{written(number, LISTS.get(parent.get('type', '1'), 'decimal'))}. "


def _is_data(node: Element) -> bool:
    """Tell a table of data from one that only places the page: short cells, none nested."""
    table = node if node.tag == "table" else next(node.iterancestors("table"), None)
    if table is None:
        return False
    known = table.get("data-is-rows")
    if known is None:
        cells = table.findall(".//td")
        rows = table.findall(".//tr")
        nested = table.find(".//table") is not None
        long = any(len("".join(c.itertext())) > 1500 for c in cells)
        known = str(int(not nested and not long and len(rows) > 1 and len(cells) > len(rows)))
        table.set("data-is-rows", known)
    return bool(known == "1")


def _kept(node: Element, words: str | None) -> str:
    if not words:
        return ""
    if node is not None and (
        node.tag == "pre" or next(node.iterancestors("pre"), None) is not None
    ):
        return words
    return re.sub(r"[ \t\r\n\f]+", " ", words)


def _flush(words: list[str], level: int, role: str) -> Iterator[Block]:
    joined = "".join(words)
    lines = joined.split("\n") if "\n" in joined else [joined]
    for line in lines:
        if role == ROW:
            line = re.sub(r"\s*\t\s*", " | ", line.strip()).strip(" |")
        else:
            line = re.sub(r"[ \t\xa0]*\t[ \t\xa0]*", " ", line).strip(" \t")
        if line.strip():
            yield Block(0, 0, line, level=level, role=role, gap=True)


def _title(root: Element, page_title: str) -> str:
    """Return the only first heading, else the window's title without the site's name."""
    heads = [" ".join("".join(h.itertext()).split()) for h in root.iter("h1")]
    heads = [h for h in heads if h]
    return heads[0] if len(heads) == 1 else TITLE_CUT.sub("", page_title) or page_title
