"""Several marks at the beginning of a paragraph, `(a)(1)(A) The …`: one block for each."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.importers.blocks import ITEM

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop.importers.blocks import Block

SEVERAL = re.compile(
    r"(?:\d{1,3}\s+(?=\(1\)\s))?(?:\((?:[0-9]{1,3}|[A-Za-z]{1,5})\)\s*){1,5}(?=\S)"
)
ONE = re.compile(r"\([^)]*\)|^\d{1,3}")
FIRST = {"(1)", "(a)", "(A)", "(i)", "(I)"}
"""A mark behind another one begins a row of its own."""


def unstack(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks, those that begin with several marks cut before each further one."""
    return [part for block in blocks for part in _parts(block)]


def _parts(block: Block) -> Iterator[Block]:
    several = SEVERAL.match(block.text) if block.role in ("", ITEM) and not block.level else None
    marks = list(ONE.finditer(several[0])) if several else []
    cuts = [0]
    for mark in marks[1:]:
        if mark[0] not in FIRST:
            break
        cuts.append(mark.start())
    for start, end in zip(cuts, [*cuts[1:], len(block.text)], strict=True):
        words = block.text[start:end].rstrip()
        yield replace(
            block, start=block.start + start, end=block.start + start + len(words), text=words
        )
