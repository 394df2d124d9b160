"""Scars of a source, marked by what the document itself shows; the text is never repaired."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from db.model import CLAUSE, Damage, Node

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.importers.zones import Line

STOP = re.compile(r"[.。！？!?；;：:…][\"”’)）》]*$")
WORD = re.compile(r"[A-Za-z]+(?:['’-][A-Za-z]+)*")
GLUED = re.compile(r"(?<=[a-z] )([a-z]{2,})( [A-Z][a-z]+)")
OPENER = re.compile(r"(?:[.。！？!?]\s+|^\d*\.?\s*)([A-Z][a-z]+)\b", re.MULTILINE)
COUNTED = re.compile(r"\b(\w+) departments")
NUMERALS = "two three four five six seven eight nine ten eleven twelve"
NUMBERS = {word: value for value, word in enumerate(NUMERALS.split(" "), 2)}
SEEN = 3
"""How often a word must go on elsewhere before its standing at the end means a cut."""


def mark_damage(text: str, nodes: Sequence[Node]) -> tuple[Node, ...]:
    """Return the nodes with the damage of their own sentences added."""
    words, openers = Counter(WORD.findall(text)), set(OPENER.findall(text))
    return tuple(
        replace(n, damage=(*n.damage, *_glued(n, words, openers), *_unfinished(text, n)))
        if n.kind == CLAUSE
        else n
        for n in nodes
    )


def _glued(node: Node, words: Counter[str], openers: set[str]) -> list[Damage]:
    """Mark a piece of a word that stands nowhere else and has a sentence right behind it."""
    found: list[Damage] = []
    for glue in GLUED.finditer(node.text):
        piece = glue[1]
        whole = any(w.startswith(piece) and w[len(piece) :].isalpha() for w in words)
        if words[piece] == 1 and whole and glue[2].strip() in openers:
            start = node.start + glue.start()
            found.append(Damage("cut", start, start + len(piece)))
            found.append(Damage("fused", start, node.start + glue.end()))
    return found


def _unfinished(text: str, node: Node) -> list[Damage]:
    """Mark a last sentence without a stop; a cut when its last word goes on elsewhere."""
    if STOP.search(node.text) or not WORD.search(node.text):
        return []
    *_, last = WORD.finditer(node.text)
    elsewhere = [m.end() for m in re.finditer(rf"\b{re.escape(last[0])}\b", text)]
    goes_on = [end for end in elsewhere if re.match(r" \w", text[end : end + 2])]
    ends = [end for end in elsewhere if text[end : end + 1] in ".,;:!?"]
    start, end = node.start + last.start(), node.end
    if len(goes_on) >= SEEN and not ends:
        return [Damage("cut", start, end)]
    return [Damage("stop", start, end)]


def fused_signatures(lines: Sequence[Line]) -> tuple[Damage, ...]:
    """Mark a signature line that hides signatories: fewer are printed than the circular counts."""
    counted = next((COUNTED.search(line.text.casefold()) for line in lines[:1]), None)
    if counted is None or counted[1] not in NUMBERS:
        return ()
    signed = [line for line in lines[1:-1] if not STOP.search(line.text)]
    printed = sum(line.text.count(",") + 1 for line in signed)
    if printed >= NUMBERS[counted[1]]:
        return ()
    alone = [line for line in signed if "," not in line.text and " of the " in line.text]
    return tuple(Damage("fused", line.start, line.end) for line in alone)
