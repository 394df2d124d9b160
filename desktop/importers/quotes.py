"""Which paragraphs stand inside a quotation: a law may quote articles that are not its own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.importers.blocks import Block

SIGN = re.compile("[“”]")
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
