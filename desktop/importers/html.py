"""Web pages: all words a reader sees; what lies outside the main text is kept as chrome."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from lxml import etree, html

from desktop.importers.blocks import Extract, compose, paragraphs_of
from desktop.importers.encodings import decode
from desktop.importers.page_walk import read_paragraphs

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

HIDDEN = {"script", "style", "noscript", "template", "head", "iframe", "object", "svg", "textarea"}
HIDDEN |= {"select", "button", "audio", "video", "canvas", "map"}
SENTENCE = re.compile(r"[.。！？!?;；](?:[\s\"'”’)）]|$|(?=[\u4e00-\u9fff]))")
TAGS = re.compile(r"<[!/?A-Za-z][^<>]{0,5000}>")
OUT = re.compile(r"<(script|style)\b[^<]{0,100000}", re.IGNORECASE)
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
    text, blocks = compose(list(read_paragraphs(root, _main_of(root))))
    if not blocks:
        return _bare(source)
    return Extract(text, blocks, title=_title(root, page_title))


def _bare(source: str) -> Extract:
    """Return the words between the tags of a page that is nested too deep for the parser."""
    text = unescape(TAGS.sub("\n", OUT.sub("", source)))
    return Extract(text, paragraphs_of(text))


def _parse(source: str) -> Element:
    source = re.sub(r"^\s*<\?xml[^>]*\?>", "", source.replace("\x00", ""))
    parser = html.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=True, remove_comments=True, remove_pis=True
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


def _title(root: Element, page_title: str) -> str:
    """Return the only first heading, else the window's title without the site's name."""
    heads = [" ".join("".join(h.itertext()).split()) for h in root.iter("h1")]
    heads = [h for h in heads if h]
    return heads[0] if len(heads) == 1 else TITLE_CUT.sub("", page_title) or page_title
