"""Corrections of a recognized structure before it is stored: an edition in, another one out.

The text is never touched: what changes is which stretch of it is a heading, a clause or chrome.
Undo is keeping the edition that was there before.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from db.model import CLAUSE, PREAMBLE, Damage, Node, ParsedEdition, Zone

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

CHROME = "chrome"


def rebuild(nodes: Iterable[Node]) -> tuple[Node, ...]:
    """Return the nodes with parents, paths and clause numbers that follow from their depths.

    A depth that jumps is drawn back to one below the node above; a repeated path gets `~2`.
    """
    above: list[Node] = []
    taken: dict[str, int] = {}
    counts: dict[str, int] = {}
    rebuilt: list[Node] = []
    for node in nodes:
        depth = min(node.depth, len(above))
        while depth and above[depth - 1].is_clause:
            depth -= 1
        del above[depth:]
        parent = above[-1].path if above else ""
        placed = _placed(node, parent, depth, counts)
        taken[placed.path] = again = taken.get(placed.path, 0) + 1
        if again > 1:
            placed = replace(placed, path=f"{placed.path}~{again}")
        above.append(placed)
        rebuilt.append(placed)
    return tuple(rebuilt)


def _placed(node: Node, parent: str, depth: int, counts: dict[str, int]) -> Node:
    label = node.label.partition("~")[0]
    if node.is_clause:
        counts[parent] = counts.get(parent, 0) + 1
        label = str(counts[parent])
    path = f"{parent}.{label}" if parent else label
    if (node.path, node.label, node.parent, node.depth) == (path, label, parent, depth):
        return node
    return replace(node, path=path, label=label, parent=parent, depth=depth)


def below(nodes: Sequence[Node], at: int) -> int:
    """Return where the nodes below the one at `at` end."""
    end = at + 1
    while end < len(nodes) and nodes[end].depth > nodes[at].depth:
        end += 1
    return end


def index_of(parsed: ParsedEdition, path: str) -> int:
    """Return where the node with this path stands; KeyError when there is none."""
    for at, node in enumerate(parsed.nodes):
        if node.path == path:
            return at
    raise KeyError(path)


def possible(parsed: ParsedEdition, path: str) -> frozenset[str]:
    """Return which corrections would change something at a place; `split` hangs on the offset."""
    nodes = parsed.nodes
    at = index_of(parsed, path)
    node, before = nodes[at], nodes[at - 1] if at else None
    can = set() if node.is_clause else {"retitle"}
    if node.depth:
        can.add("promote")
    if _has_place_below(nodes, at):
        can.add("demote")
    both = before is not None and node.is_clause and before.is_clause
    if before is not None and (not node.is_clause or (both and before.parent == node.parent)):
        can.add("join")
    if node.end - node.start > 1:
        can.add("split")
    return frozenset(can)


def _with(parsed: ParsedEdition, nodes: Iterable[Node]) -> ParsedEdition:
    return replace(parsed, nodes=rebuild(nodes))


def promote(parsed: ParsedEdition, path: str) -> ParsedEdition:
    """Move a heading with all below it one level up; the top level stays."""
    at = index_of(parsed, path)
    return parsed if parsed.nodes[at].depth == 0 else _shift(parsed, at, -1)


def demote(parsed: ParsedEdition, path: str) -> ParsedEdition:
    """Move a heading with all below it under the heading before it; the first one stays."""
    at = index_of(parsed, path)
    return _shift(parsed, at, 1) if _has_place_below(parsed.nodes, at) else parsed


def _has_place_below(nodes: Sequence[Node], at: int) -> bool:
    """Whether a heading of the same level stands before, under which a node can be moved."""
    depth = nodes[at].depth
    before = next((n for n in reversed(nodes[:at]) if n.depth <= depth), None)
    return before is not None and before.depth == depth and not before.is_clause


def _shift(parsed: ParsedEdition, at: int, step: int) -> ParsedEdition:
    nodes = list(parsed.nodes)
    end = below(nodes, at)
    kind = _kind_at(nodes, at, nodes[at].depth + step)
    nodes[at] = replace(nodes[at], kind=kind)
    nodes[at:end] = [replace(n, depth=n.depth + step) for n in nodes[at:end]]
    return _with(parsed, nodes)


def _kind_at(nodes: Sequence[Node], at: int, depth: int) -> str:
    """Return the kind of the other headings at a depth, nearest before first; else the old kind."""
    if nodes[at].is_clause:
        return CLAUSE
    others = [*reversed(nodes[:at]), *nodes[at + 1 :]]
    kinds = (n.kind for n in others if n.depth == depth and not n.is_clause)
    return next((k for k in kinds if k != "preamble"), nodes[at].kind)


def join(parsed: ParsedEdition, path: str) -> ParsedEdition:
    """Make one of a node and the one before: of two clauses one, of a heading a clause."""
    at = index_of(parsed, path)
    nodes = list(parsed.nodes)
    if at == 0:
        return parsed
    before, node = nodes[at - 1], nodes[at]
    if node.is_clause and before.is_clause and before.parent == node.parent:
        nodes[at - 1 : at + 1] = [_spanning(parsed.text, before, node)]
    elif not node.is_clause:
        depth = before.depth if before.is_clause else before.depth + 1
        end = below(nodes, at)
        nodes[at:end] = [
            replace(n, kind=CLAUSE, name="", depth=depth) if n is node else replace(n, depth=depth)
            for n in nodes[at:end]
        ]
    return _with(parsed, nodes)


def _spanning(text: str, first: Node, second: Node) -> Node:
    words = text[first.start : second.end]
    return replace(first, end=second.end, text=words, damage=(*first.damage, *second.damage))


def split(parsed: ParsedEdition, path: str, offset: int) -> ParsedEdition:
    """Cut a node in two at an offset of the text; of a heading the second part is a clause."""
    at = index_of(parsed, path)
    node = parsed.nodes[at]
    head = parsed.text[node.start : offset].rstrip()
    tail = parsed.text[offset : node.end].lstrip()
    if not node.start < offset < node.end or not head or not tail:
        return parsed
    start = node.end - len(tail)
    first = _part(node, node.start, node.start + len(head), head)
    second = _part(node, start, node.end, tail)
    if not node.is_clause:
        second = replace(second, kind=CLAUSE, name="", depth=node.depth + 1)
    return _with(parsed, [*parsed.nodes[:at], first, second, *parsed.nodes[at + 1 :]])


def _part(node: Node, start: int, end: int, text: str) -> Node:
    scars = tuple(d for d in node.damage if _overlaps(d, start, end))
    return replace(node, start=start, end=end, text=text, damage=scars)


def _overlaps(scar: Damage, start: int, end: int) -> bool:
    return scar.start < end and scar.end > start


def retitle(parsed: ParsedEdition, path: str, name: str) -> ParsedEdition:
    """Give a heading an editor's name beside its printed words; '' takes it away."""
    at = index_of(parsed, path)
    nodes = list(parsed.nodes)
    nodes[at] = replace(nodes[at], name=name.strip())
    return _with(parsed, nodes)


def mark_chrome(parsed: ParsedEdition, start: int, end: int) -> ParsedEdition:
    """Say that a stretch does not belong to the document: its nodes go, it is chrome."""
    nodes = [n for n in parsed.nodes if not (n.start < end and n.end > start)]
    held = {n.path for n in nodes}
    kept = [n for n in nodes if n.path != PREAMBLE or f"{PREAMBLE}.1" in held]
    return replace(_with(parsed, kept), zones=_painted(parsed.zones, start, end))


def _painted(zones: Sequence[Zone], start: int, end: int) -> tuple[Zone, ...]:
    """Return the zones with a stretch made chrome; neighbors of one name become one."""
    pieces: list[Zone] = []
    for zone in zones:
        inside = {c for c in (start, end) if zone.start < c < zone.end}
        for a, b in pairwise(sorted({zone.start, zone.end, *inside})):
            name = CHROME if start <= a and b <= end else zone.zone
            if pieces and pieces[-1].zone == name:
                a = pieces.pop().start
            pieces.append(Zone(name, a, b))
    return tuple(pieces)
