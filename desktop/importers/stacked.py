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
SECOND = {"(1)": "(2)", "(a)": "(b)", "(A)": "(B)", "(i)": "(ii)"}
RUN_IN = re.compile(
    r"(?:Sec(?:tion|\.)|SEC(?:TION|\.)|Art(?:icle|\.)|§)\s?[\dIVXL.]{1,9}[^()]{0,90}?[.—–:]\s*(?=(\(a\)|\(1\))\s)"
    r"|\([0-9a-zA-Z]{1,4}\)[^()]{1,90}?[.]?[—–]\s*(?=(\(1\)|\(A\)|\(i\))\s)"
)
"""A title and the first paragraph behind it: `Sec. 2. Duties. (a) The Secretary …`."""
NEAR = 40
"""Within so many paragraphs the second one of a row follows the first."""


def unstack(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks, those that begin with several marks cut before each further one."""
    found = [part for block in blocks for part in _parts(block)]
    return [part for at in range(len(found)) for part in _run_in(found, at)]


def _run_in(blocks: Sequence[Block], at: int) -> Iterator[Block]:
    """Yield a block, cut before a first paragraph whose second one follows."""
    block = blocks[at]
    match = RUN_IN.match(block.text) if block.role in ("", ITEM) else None
    first = (match[1] or match[2]) if match else ""
    later = blocks[at + 1 : at + 1 + NEAR]
    if not match or not any(b.text.startswith(f"{SECOND[first]} ") for b in later):
        yield block
        return
    yield _cut(block, 0, match.end())
    yield _cut(block, match.end(), len(block.text), level=0)


def _parts(block: Block) -> Iterator[Block]:
    several = SEVERAL.match(block.text) if block.role in ("", ITEM) and not block.level else None
    marks = list(ONE.finditer(several[0])) if several else []
    cuts = [0]
    for mark in marks[1:]:
        if mark[0] not in FIRST:
            break
        cuts.append(mark.start())
    for start, end in zip(cuts, [*cuts[1:], len(block.text)], strict=True):
        yield _cut(block, start, end)


def _cut(block: Block, start: int, end: int, level: int | None = None) -> Block:
    words = block.text[start:end].rstrip()
    return replace(
        block,
        start=block.start + start,
        end=block.start + start + len(words),
        text=words,
        level=block.level if level is None else level,
    )
