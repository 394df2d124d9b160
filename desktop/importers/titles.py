"""The title of a document: which of its first lines make it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.importers.blocks import STOP, TITLE, is_chinese
from desktop.importers.marks import read_marks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.importers.blocks import Block

LAW = re.compile(
    r"(法|条例|规定|办法|方案|意见|通知|决定|纲要|规划|计划|细则|标准|规则|解释|公告|宪法|请示|批复)(（.*）)?$"
)
AFTER = re.compile(r"^([（(]|[\u4e00-\u9fff]{1,10}〔|\d{4}年|令|第.{1,6}号)")
NUMBERED = re.compile(
    r"\d+(st|nd|rd|th) congress|\d(st|nd|rd|th|d) session|(H|S)\. ?(R|J|Con)?\.? ?(Res\. ?)?\d+$"
    r"|(GB|DB|HJ|NY|SL|YY|WS|DL|JT|CJ|LY|SN|QX)[\d/T]{0,6}\s?[\d.]{2,9}[-—–]\d{4}$",
    re.IGNORECASE,
)
"""What stands above a title: congress, session and number of a bill, number of a standard."""
GOES_ON = re.compile(r"(of|on|amending|repealing|laying down|establishing|concerning|relating) ")
"""The title of an act of the Union goes on over several lines."""
LONGEST = 200


def mark_title(blocks: Sequence[Block], title: str = "") -> tuple[list[Block], str]:
    """Return the blocks with the title's lines marked as such, and the title."""
    found = list(blocks)
    wanted = _bare(title)
    lines: list[int] = []
    begin = _begin(blocks)
    for at, block in enumerate(blocks[begin : begin + 6], begin):
        if not _may_be_title(block):
            break
        lines.append(at)
        joined = _bare("".join(blocks[n].text for n in lines))
        if wanted and joined == wanted:
            break
    if begin and blocks[begin].text.startswith("To ") and len(blocks[begin].text) <= LONGEST:
        lines = [begin]
    exact = next((n for n, b in enumerate(blocks[:8]) if wanted and _bare(b.text) == wanted), None)
    lines = [exact] if exact is not None else _cut(blocks, lines, wanted)
    words = [blocks[n].text for n in lines]
    glue = "" if is_chinese("".join(words)) else " "
    named = glue.join(" ".join(w.split()) for w in words)
    again = [n for n in _below(lines) if n < len(blocks) and _bare(blocks[n].text) == _bare(named)]
    for at in (*lines, *again):
        found[at] = replace(found[at], role=TITLE)
    return found, title or named


def _begin(blocks: Sequence[Block]) -> int:
    """Return the place of the first line that may be a title: no number of a bill or standard."""
    return next((n for n, b in enumerate(blocks[:8]) if not NUMBERED.match(b.text)), 0)


def _below(lines: Sequence[int]) -> range:
    """Return the places right below a title, where it may stand a second time."""
    return range(lines[-1] + 1, lines[-1] + 4) if lines else range(0)


def lone_title(blocks: Sequence[Block]) -> str:
    """Return the only heading of the first level, when it has no number and stands in front."""
    first = [n for n, b in enumerate(blocks) if b.level == 1]
    if len(first) != 1 or any(b.level for b in blocks[: first[0]]):
        return ""
    words = blocks[first[0]].text
    return "" if any(not mark.loose for mark in read_marks(words)) else words


def _may_be_title(block: Block) -> bool:
    is_numbered = any(not mark.loose for mark in read_marks(block.text))
    ends = STOP.search(block.text) and not block.text.endswith(("）", ")", "?", "？", "!"))
    return not (block.role or is_numbered or ends or AFTER.match(block.text)) and (
        len(block.text) <= LONGEST
    )


def _cut(blocks: Sequence[Block], lines: list[int], wanted: str) -> list[int]:
    """Keep the lines that make one title: the known one, one heading, or up to a law's name."""
    for count in range(len(lines), 0, -1):
        if wanted and _bare("".join(blocks[n].text for n in lines[:count])) == wanted:
            return lines[:count]
    if not lines or len(blocks) == 1 or blocks[lines[0]].level > 1:
        return []
    if blocks[lines[0]].level:
        rest = [n for n in lines[1:] if not blocks[n].level]
        again = _bare("".join(blocks[n].text for n in rest))
        same = again == _bare(blocks[lines[0]].text)
        return [lines[0], *rest] if same else lines[:1]
    named = next((n for n in lines[:3] if LAW.search(blocks[n].text)), lines[0])
    count = lines.index(named) + 1
    while count < len(lines) and GOES_ON.match(blocks[lines[count]].text):
        count += 1
    return lines[:count]


def _bare(text: str) -> str:
    return re.sub(r"[\s《》“”\"]+", "", text).casefold()
