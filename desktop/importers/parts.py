"""Another document in the same file: numbers begin again below a title of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.importers.blocks import STOP
from desktop.importers.marks import begins, read_marks
from desktop.importers.titles import LAW

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.importers.blocks import Block

TOP = ("编", "篇", "章", "条", "一、", "Part", "Chapter", "Title")
LONGEST = 60


def find_parts(blocks: Sequence[Block]) -> frozenset[int]:
    """Return the places of the titles of further regulations or plans in one file."""
    found: set[int] = set()
    seen: set[str] = set()
    last = -1
    for at, block in enumerate(blocks):
        family = _first_of_row(block)
        if not family:
            continue
        if family in seen and (title := _title_above(blocks, at, last)) is not None:
            found.add(title)
            seen = set()
        seen.add(family)
        last = at
    return frozenset(found)


def _first_of_row(block: Block) -> str:
    marks = [
        m for m in read_marks(block.text) if not block.role and not m.loose and begins(m.value)
    ]
    return next((m.family for m in marks if m.family in TOP), "")


def _title_above(blocks: Sequence[Block], at: int, last: int) -> int | None:
    """Return the place of a title within a few paragraphs above a first number."""
    for place in range(at - 1, max(last, at - 7), -1):
        block = blocks[place]
        if read_marks(block.text) and not any(m.loose for m in read_marks(block.text)):
            return None
        is_short = len(block.text) <= LONGEST and not STOP.search(block.text) and not block.role
        if is_short and LAW.search("".join(block.text.split())):
            return place
    return None
