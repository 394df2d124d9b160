"""Which page of the reader shows which node: a page is what is laid out at once. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from db.model import Node

AROUND = "@around"
"""The page of what stands around the plan: chrome, lede, circular."""
MAIN_ZONES = ("plan", "body", "annex")
LONG = 30_000
"""Code points over which a page is split, when its parts are worth a page of their own."""
WORTH = 1_500
SHORT = ("preamble", "article", "paragraph", "item")
"""Kinds that are short by nature: neighbors share a page, as in a law without chapters."""


def extents(nodes: Sequence[Node]) -> dict[str, int]:
    """Return path → end of the last node at or below it."""
    ends: dict[str, int] = {}
    parents = {n.path: n.parent for n in nodes}
    for node in nodes:
        path = node.path
        while path and ends.get(path, -1) < node.end:
            ends[path] = node.end
            path = parents.get(path, "")
    return ends


def page_paths(nodes: Sequence[Node]) -> dict[str, str]:
    """Return path → path of its page; the distinct values in order are the pages."""
    ends = extents(nodes)
    below: dict[str, list[Node]] = {}
    for node in nodes:
        below.setdefault(node.parent, []).append(node)
    split = {n.path for n in nodes if _is_split(n, below.get(n.path, []), ends)}
    pages: dict[str, str] = {}
    shared: dict[str, Node] = {}
    for node in nodes:
        above = pages.get(node.parent)
        if above == node.parent and node.parent in split and not node.is_clause:
            above = None
        if above is None:
            above = _first_beside(node, shared, ends).path
        pages[node.path] = above
    return pages


def _first_beside(node: Node, shared: dict[str, Node], ends: dict[str, int]) -> Node:
    """Return the node that begins the page of a node; short neighbors share one up to `LONG`."""
    first = shared.get(node.parent)
    if node.kind not in SHORT:
        shared.pop(node.parent, None)
        return node
    if first is None or ends[node.path] - first.start > LONG:
        shared[node.parent] = first = node
    return first


def _is_split(node: Node, children: Sequence[Node], ends: dict[str, int]) -> bool:
    parts = [c for c in children if not c.is_clause]
    if any(c.kind == "region" for c in parts):
        return True
    total = sum(ends[c.path] - c.start for c in parts)
    return ends[node.path] - node.start > LONG and bool(parts) and total > WORTH * len(parts)
