"""Which numbered paragraphs are not the law's own: quoted articles, and recitals before it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.importers.blocks import Block

SIGN = re.compile("[“”]")
WHEREAS = re.compile(r"whereas\s*[:：]?$", re.IGNORECASE)
ADOPTED = re.compile(r"(have|has) (adopted|agreed|decided)\b", re.IGNORECASE)
FARTHEST = 60
"""A quotation that is not closed within so many paragraphs was never opened."""


def quoted_places(blocks: Sequence[Block]) -> frozenset[int]:
    """Return the places of the blocks that begin inside an open quotation.

    By custom every quoted paragraph opens anew and only the last one closes, so that a second
    opening sign does not count.
    """
    inside: set[int] = set()
    opened = -1
    for at, block in enumerate(blocks):
        if opened >= 0:
            inside.add(at)
        for sign in SIGN.findall(block.text):
            if sign == "“" and opened < 0:
                opened = at
            elif sign == "”":
                opened = -1
        if 0 <= opened < at - FARTHEST:
            inside -= set(range(opened + 1, at + 1))
            opened = -1
    if opened >= 0:
        inside -= set(range(opened + 1, len(blocks)))
    return frozenset(inside)


def recital_places(blocks: Sequence[Block]) -> frozenset[int]:
    """Return the places of the recitals between `Whereas:` and `HAVE ADOPTED`."""
    begin = next((n for n, b in enumerate(blocks) if WHEREAS.match(b.text)), None)
    if begin is None:
        return frozenset()
    ends = (n for n in range(begin, len(blocks)) if ADOPTED.match(blocks[n].text))
    return frozenset(range(begin, next(ends, begin)))
