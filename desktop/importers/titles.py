"""What a document tells about itself: title, number, date, issuers, language."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from db.model import DocumentFacts
from desktop.importers.blocks import STOP, TITLE, is_chinese
from desktop.importers.marks import read_marks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.importers.blocks import Block

NUMBER = re.compile(r"[\u4e00-\u9fff]{1,10}〔(?:19|20)\d\d〕\s?\d{1,5}\s?号")
US_NUMBER = re.compile(r"\b(?:M-\d\d-\d\d|Public Law \d+[-–]\d+|Executive Order \d+)\b")
ISO = re.compile(r"(?P<y>(?:19|20)\d\d)年(?P<m>\d{1,2})月(?P<d>\d{1,2})日")
MONTHS = "january february march april may june july august september october november december"
ENGLISH_DATE = re.compile(
    rf"(?P<month>{MONTHS.replace(' ', '|')})\s+(?P<d>\d{{1,2}}),\s+(?P<y>(?:19|20)\d\d)",
    re.IGNORECASE,
)
LAW = re.compile(
    r"(法|条例|规定|办法|方案|意见|通知|决定|纲要|规划|计划|细则|标准|规则|解释|公告|宪法|请示|批复)(（.*）)?$"
)
AFTER = re.compile(r"^([（(]|[\u4e00-\u9fff]{1,10}〔|\d{4}年|令|第.{1,6}号)")
FIELD = "索引号|主题分类|发文机关|发布机构|成文日期|标题|发文字号|文号|发布日期|主题词|有效性|来源"
CARD = re.compile(rf"({FIELD})[:：](.*?)(?=(?:{FIELD})[:：]|$)", re.DOTALL)
LONGEST = 200


def mark_title(blocks: Sequence[Block], title: str = "") -> tuple[list[Block], str]:
    """Return the blocks with the title's lines marked as such, and the title."""
    found = list(blocks)
    wanted = _bare(title)
    lines: list[int] = []
    for at, block in enumerate(blocks[:6]):
        if not _may_be_title(block):
            break
        lines.append(at)
        joined = _bare("".join(blocks[n].text for n in lines))
        if wanted and joined == wanted:
            break
    exact = next((n for n, b in enumerate(blocks[:8]) if wanted and _bare(b.text) == wanted), None)
    lines = [exact] if exact is not None else _cut(blocks, lines, wanted)
    words = [blocks[n].text for n in lines]
    glue = "" if is_chinese("".join(words)) else " "
    named = glue.join(" ".join(w.split()) for w in words)
    again = [n for n in _below(lines) if n < len(blocks) and _bare(blocks[n].text) == _bare(named)]
    for at in (*lines, *again):
        found[at] = replace(found[at], role=TITLE)
    return found, title or named


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
    return lines[: lines.index(named) + 1]


def _bare(text: str) -> str:
    return re.sub(r"[\s《》“”\"]+", "", text).casefold()


def find_facts(title: str, around: str, text: str) -> DocumentFacts:
    """Return what a document tells; `around` is the text up to its first numbered paragraph."""
    card = _card(around)
    number = NUMBER.search(card.get("发文字号", "")) or NUMBER.search(around[:3000])
    number = number or US_NUMBER.search(around[:3000])
    return DocumentFacts(
        title=" ".join((title or card.get("标题", "")).split()),
        number=number[0].replace(" ", "") if number else "",
        date=_date(card.get("成文日期", "")) or _date(around),
        issuers=(card["发文机关"],) if card.get("发文机关") else (),
        language="zh" if is_chinese(text) else "en",
    )


def _card(around: str) -> dict[str, str]:
    """Return what the catalog card of a government page says, name by name."""
    lines = around[:1500].splitlines()
    end = next((n for n, line in enumerate(lines) if len(line) > 400), len(lines))
    bare = "\n".join(re.sub(r"[\s|]+", "", line) for line in lines[:end])
    card: dict[str, str] = {}
    for name, words in CARD.findall(bare):
        card.setdefault(name, words.strip().split("\n")[0])
    return card if len(card) > 2 else {}


def _date(text: str) -> str:
    """Return the last Chinese date of a text, else its first English one, as ISO."""
    dates = [(int(m["y"]), int(m["m"]), int(m["d"])) for m in ISO.finditer(text[:5000])]
    if dates:
        return "{:04d}-{:02d}-{:02d}".format(*max(dates))
    english = ENGLISH_DATE.search(text[:5000])
    if not english:
        return ""
    month = MONTHS.split().index(english["month"].lower()) + 1
    return f"{english['y']}-{month:02d}-{int(english['d']):02d}"
