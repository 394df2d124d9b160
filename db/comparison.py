"""Two editions clause by clause: kept, moved, changed, added, deleted. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.alignment import LIKE, align
from db.layout import Words, lay_out
from db.revision import Pair

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from db.alignment import Alignment, Link
    from db.layout import Layout
    from db.model import Node


def compare(old: tuple[str, Iterable[Node]], new: tuple[str, Iterable[Node]]) -> tuple[Pair, ...]:
    """Return what became of every clause and heading with words, in the order of the new edition.

    What was deleted stands behind what stood before it. Headings that are only a number (第三条)
    are left out: a clause under another number counts as moved.
    """
    words = Words()
    alignment = align(lay_out(*old, words), lay_out(*new, words))
    behind = _deleted(alignment)
    pairs = list(_from(behind, -1, alignment))
    seen: set[int] = set()
    by_new = _by_new(alignment)
    for j in _of_nodes(alignment.new):
        if j in seen:
            continue
        link = by_new.get(j)
        if link is None:
            pairs.append(Pair("added", (), (_node(alignment.new, j),)))
        else:
            seen |= set(range(link.new[0], link.new[1] + 1))
            pairs.append(_pair(link, alignment))
            for i in range(link.old[0], link.old[1] + 1):
                pairs += _from(behind, i, alignment)
    return tuple(pairs)


def _of_nodes(layout: Layout) -> Iterator[int]:
    return (i for i in layout.spoken if layout.units[i].node >= 0)


def _node(layout: Layout, unit: int) -> Node:
    return layout.nodes[layout.units[unit].node]


def _by_new(alignment: Alignment) -> dict[int, Link]:
    """Return new unit → its link, the surest where two claim it."""
    found: dict[int, Link] = {}
    for link in alignment.links.values():
        if not link.is_certain and link.likeness < LIKE:
            continue
        if alignment.old.units[link.old[0]].node < 0 or alignment.new.units[link.new[0]].node < 0:
            continue
        for j in range(link.new[0], link.new[1] + 1):
            known = found.get(j)
            if known is None or link.likeness > known.likeness:
                found[j] = link
    return found


def _deleted(alignment: Alignment) -> dict[int, list[int]]:
    """Return the old units without a successor by the last one before them that has one."""
    used = {i for link in _by_new(alignment).values() for i in range(link.old[0], link.old[1] + 1)}
    behind: dict[int, list[int]] = {}
    last = -1
    for i in _of_nodes(alignment.old):
        if i in used:
            last = i
        else:
            behind.setdefault(last, []).append(i)
    return behind


def _from(behind: dict[int, list[int]], unit: int, alignment: Alignment) -> Iterator[Pair]:
    for i in behind.get(unit, ()):
        yield Pair("deleted", (_node(alignment.old, i),), ())


def _pair(link: Link, alignment: Alignment) -> Pair:
    old = _nodes(alignment.old, link.old)
    new = _nodes(alignment.new, link.new)
    kind = "changed"
    if link.is_same:
        kind = "kept" if old[0].path == new[0].path else "moved"
    return Pair(kind, old, new, link.likeness / 100, link.is_certain)


def _nodes(layout: Layout, span: tuple[int, int]) -> tuple[Node, ...]:
    units = range(span[0], span[1] + 1)
    spoken = (i for i in units if layout.units[i].node >= 0 and not layout.units[i].is_number)
    return tuple(_node(layout, i) for i in spoken)
