"""XML of laws and plans: the paragraphs are the elements that hold words of their own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from db.errors import UserError
from desktop.importers.blocks import Block, Extract, compose
from desktop.importers.encodings import decode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

NUMBERS = {"num", "enum", "number", "label", "no", "marker"}
HEADINGS = {"heading", "title", "head", "titletext", "header", "subject"}
SKIPPED = {"meta", "metadata", "annotations", "historicalnote", "lims", "style", "script", "rdf"}
DECLARATION = re.compile(r"^<\?xml[^>]{0,300}\?>")
"""What a file says of its own encoding is not believed."""
DECLARED = re.compile(rb"<!DOCTYPE[^>\[]*\[|<!ENTITY", re.IGNORECASE)


def read_xml(content: bytes, file: str) -> Extract:
    """Return the paragraphs of an XML file; one that declares entities is refused."""
    if DECLARED.search(content[:65536]):
        raise UserError("file-unsafe", file=file)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, recover=True, remove_comments=True
    )
    text, _ = decode(content)
    plain = DECLARATION.sub("", text.replace("\x00", "").lstrip())
    try:
        root = etree.fromstring(plain.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UserError("file-damaged", file=file) from error
    if root is None:
        raise UserError("file-damaged", file=file)
    text, blocks = compose(list(_blocks(root)))
    return Extract(text, blocks)


def _blocks(root: Element) -> Iterator[Block]:
    """Yield the paragraphs; a number element is put before the words that follow it."""
    number = ""
    headed: dict[Element, bool] = {}
    pending = [root]
    while pending:
        node = pending.pop()
        name = etree.QName(node).localname.lower() if isinstance(node.tag, str) else ""
        if not name or (name in SKIPPED and node is not root):
            continue
        if not _has_words(node):
            pending.extend(reversed(list(node)))
            continue
        words = " ".join("".join(node.itertext()).split())
        if name in NUMBERS or (number and len(words) < 2):
            number = f"{number} {words}".strip()
            continue
        level = _depth(node, headed) if name in HEADINGS else 0
        yield Block(0, 0, f"{number} {words}".strip(), level=level)
        number = ""
    if number:
        yield Block(0, 0, number)


def _has_words(node: Element) -> bool:
    """Tell whether words stand in the element itself or between its children."""
    own = [node.text, *(child.tail for child in node)]
    return any(words and words.strip() for words in own)


def _depth(node: Element, headed: dict[Element, bool]) -> int:
    """Return a heading's level: how many elements with a heading of their own are around it."""
    around = 0
    for above in node.iterancestors():
        if above not in headed:
            headed[above] = any(_is_heading(child) for child in above)
        around += headed[above]
    return max(1, around)


def _is_heading(node: Element) -> bool:
    return isinstance(node.tag, str) and etree.QName(node).localname.lower() in HEADINGS
