"""Scars of a source, marked by what the document itself shows; the text is never repaired."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from db.model import CLAUSE, Damage, Node
from desktop.importers.blocks import CJK, STOP
from desktop.importers.numerals import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop.importers.blocks import Block

WORD = re.compile(r"[A-Za-z]+(?:['’-][A-Za-z]+)*")
GLUED = re.compile(r"(?<=[a-z] )([a-z]{3,})( [A-Z][a-z]*)(?= [a-z])")
COUNTED = re.compile(
    rf"\b({'|'.join(WORDS[1:])}) (departments|ministries|agencies|bodies)", re.IGNORECASE
)
LEADS = re.compile(r"(follow(s|ing)|below|are|is|include[sd]?|that|[—–-])\W*$", re.IGNORECASE)
"""Words that lead to a list: no stop is missing behind them."""
LONGEST = 40
"""What is longer is no word."""
SEEN = 3
"""How often a word must go on elsewhere before its standing at the end means a cut."""
LONG = 60
"""A last sentence without a stop is damage only when it is a sentence and no line of a list."""
SMALL_SHARE = 0.05
"""Where more paragraphs than this have no stop, the document does without them."""


@dataclass(frozen=True, slots=True)
class _Words:
    """How often words stand in a document, as printed, and what they stand before."""

    printed: Counter[str]
    heads: frozenset[str]
    on: Counter[str]
    ends: Counter[str]


def mark_damage(text: str, nodes: Sequence[Node], blocks: Sequence[Block]) -> tuple[Node, ...]:
    """Return the nodes with the damage of their own sentences added."""
    words = _count(text)
    open_ends = _open_ends(nodes, blocks)
    marked: list[Node] = []
    before: Node | None = None
    for place, node in enumerate(nodes):
        if node.kind != CLAUSE:
            before = node if node.kind != "preamble" else before
            marked.append(node)
            continue
        found = [*_glued(node, words), *(_unfinished(node, words) if place in open_ends else ())]
        if before is not None and _is_again(before, node):
            found.append(Damage("repeated", node.start, node.end))
        marked.append(replace(node, damage=(*node.damage, *found)) if found else node)
        before = node
    return tuple(marked)


def _count(text: str) -> _Words:
    printed, on, ends = Counter[str](), Counter[str](), Counter[str]()
    for found in WORD.finditer(text):
        printed[found[0]] += 1
        behind = text[found.end() : found.end() + 2]
        if behind[:1] in ".,;:!?":
            ends[found[0]] += 1
        elif len(behind) == 2 and behind[0] == " " and behind[1].isalnum():
            on[found[0]] += 1
    heads = {w[:n] for w in printed if len(w) <= LONGEST for n in range(3, len(w))}
    return _Words(printed, frozenset(heads), on, ends)


def _open_ends(nodes: Sequence[Node], blocks: Sequence[Block]) -> frozenset[int]:
    """Return the places of clauses that end a paragraph of several sentences without a stop."""
    starts = [b.start for b in blocks]
    paragraphs: dict[int, list[int]] = {}
    for place, node in enumerate(nodes):
        if node.end > node.start:
            paragraphs.setdefault(bisect_right(starts, node.start) - 1, []).append(place)
    several = [p for at, p in paragraphs.items() if len(p) > 1 and at >= 0 and not blocks[at].role]
    found = [p[-1] for p in several if not STOP.search(nodes[p[-1]].text)]
    few = len(found) <= max(2, SMALL_SHARE * len(several))
    return frozenset(n for n in found if nodes[n].kind == CLAUSE) if few else frozenset()


def _glued(node: Node, words: _Words) -> Iterator[Damage]:
    """Find a piece of a word that stands nowhere else, with a new sentence right behind it."""
    for glue in GLUED.finditer(node.text):
        piece, following = glue[1], glue[2].strip()
        small, large = words.printed[following.lower()], words.printed[following]
        if words.printed[piece] == 1 and piece in words.heads and small >= SEEN * large > 0:
            start = node.start + glue.start()
            yield Damage("cut", start, start + len(piece))
            yield Damage("fused", start, node.start + glue.end())


def _unfinished(node: Node, words: _Words) -> list[Damage]:
    """Mark a last sentence without a stop: cut when its last word goes on everywhere else."""
    if len(node.text) < LONG or LEADS.search(node.text):
        return []
    *_, last = (None, *WORD.finditer(node.text))
    if last is None or last.end() != len(node.text):
        tail = len(node.text) - 1
        return [Damage("stop", node.start + tail, node.end)] if CJK.match(node.text[tail]) else []
    start = node.start + last.start()
    is_cut = words.on[last[0]] >= SEEN and not words.ends[last[0]]
    return [Damage("cut" if is_cut else "stop", start, node.end)]


def _is_again(before: Node, node: Node) -> bool:
    """Tell whether a sentence stands twice, one right after the other."""
    return len(node.text) >= LONG and node.text == before.text


def fused_signatures(blocks: Sequence[Block]) -> tuple[Damage, ...]:
    """Mark a signature line that hides signatories: fewer are printed than the circular counts."""
    counted = next((COUNTED.search(b.text) for b in blocks[:1]), None)
    if counted is None:
        return ()
    signed = [b for b in blocks[1:-1] if not STOP.search(b.text)]
    printed = sum(b.text.count(",") + 1 for b in signed)
    if printed >= WORDS.index(counted[1].casefold()) + 1:
        return ()
    alone = [b for b in signed if "," not in b.text and " of the " in b.text]
    return tuple(Damage("fused", b.start, b.end) for b in alone)
