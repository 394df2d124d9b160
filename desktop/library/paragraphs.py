"""The paragraphs (款) of a Chinese article: they carry no number, so they are counted for citing.

Legislation Law, art. 65: an article has paragraphs, a paragraph has items. Paths and nodes know
no paragraph; where one begins is told by the line ends of the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from db.model import Node

INDENT = re.compile(r"[\r\n](?:[ \t]*[\r\n])|[\r\n][ \t]*(?:\u3000|[ \t]{2})")
LINE_END = re.compile(r"[\r\n]")


@dataclass(frozen=True, slots=True)
class Position:
    """The paragraph of a place and the sentence in it, each with how many there are."""

    paragraph: int
    paragraphs: int
    sentence: int
    sentences: int


def with_paragraph(trail: Sequence[Node], below: Sequence[Node], text: str) -> tuple[Node, ...]:
    """Return the trail with the paragraph put in behind its article, when that has several.

    `below` are the nodes right below the article, `text` is the source from the article's start.
    """
    at = next((n for n, node in enumerate(trail) if node.kind == "article"), len(trail))
    if at + 1 >= len(trail):
        return tuple(trail)
    article, child = trail[at], trail[at + 1]
    found = position(article, below, text, child.path)
    if found is None or found.paragraphs < 2:
        return tuple(trail)
    label = str(found.paragraph)
    step = replace(article, kind="paragraph", label=label, path=f"{article.path}¶{label}")
    rest = list(trail[at + 1 :])
    if child.is_clause:
        rest = [replace(child, label=str(found.sentence))] if found.sentences > 1 else []
    return (*trail[: at + 1], step, *rest)


def position(article: Node, below: Sequence[Node], text: str, path: str) -> Position | None:
    """Return where a node right below an article stands, None when it is not there."""
    begins = LINE_END
    if any(LINE_END.search(n.text) for n in below):
        begins = INDENT
    counts: list[int] = []
    places: dict[str, tuple[int, int]] = {}
    end = article.start
    for node in below:
        is_new = begins.search(text[end - article.start : node.start - article.start]) is not None
        if not counts or (node.is_clause and is_new):
            counts.append(0)
        counts[-1] += node.is_clause
        places[node.path] = (len(counts), counts[-1])
        end = node.end
    if path not in places:
        return None
    paragraph, sentence = places[path]
    return Position(paragraph, len(counts), sentence, counts[paragraph - 1])
