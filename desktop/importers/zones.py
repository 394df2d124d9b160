"""Where each stretch of a source comes from: chrome, lede, circular, text, annex."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from db.model import Zone
from desktop.importers.blocks import CHROME, CONTENTS, STOP
from desktop.importers.chains import is_annex_at
from desktop.importers.contents import find_contents
from desktop.importers.marks import read_marks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.importers.blocks import Block

CONTACT = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}\.\w+|^(related news|for queries)\b", re.IGNORECASE)
FURNITURE = re.compile(
    r"扫一扫|打印本页|【打印|关闭窗口|责任编辑[:：]|分享到|版权所有|ICP备|上一篇|下一篇|"
    r"^(print this page|share this|copyright ©|all rights reserved|back to top)",
    re.IGNORECASE,
)
RECORD = re.compile(
    r"(索引号|主题分类|发文机关|成文日期|标题|发文字号|发布日期|主题词|信息分类|文号|来源|有效性|公开方式)[:：]"
)
CIRCULAR = re.compile(
    r"^(circular|notice)\b.*\b(on|of|issu)|(印发|发布|转发|下达|公布|批转).*的?(通知|函|命令|令)\s*$",
    re.IGNORECASE,
)
DECREE = re.compile(r"[\u4e00-\u9fff]{2,14}令(\s*[（(]?第.{1,8}号[）)]?)?$")
ORIGINAL = re.compile(r"^the original text is as follows|(原文|全文)(如下|是)[:：]$", re.IGNORECASE)
MONTH = "january|february|march|april|may|june|july|august|september|october|november|december"
DATE = re.compile(
    rf"^({MONTH})\s+\d{{1,2}},\s+\d{{4}}$|^\d{{1,2}}\s+({MONTH})\s+\d{{4}}$"
    r"|^[\d一二三四五六七八九〇○零Ｏ]{4}\s*年\s*[\d一二三四五六七八九十]{1,3}\s*月\s*[\d一二三四五六七八九十]{1,3}\s*日$",
    re.IGNORECASE,
)
RELEASE = re.compile(r"^[（(].{0,12}(公开发布|删减|此件|印发).{0,12}[）)]$")
ADDRESSEE = re.compile(r"[:：]$")
PLAN = re.compile(
    r"(plan|strategy|programme|program|roadmap|policy)\b|规划|方案|计划|纲要|意见|措施|要点",
    re.IGNORECASE,
)
FRONT = 60
"""A covering letter ends within so many paragraphs."""
LONGEST_TAIL = 160
"""A paragraph that is longer is no contact line, even with an address in it."""
FEWEST_NUMBERS = 2
"""So many numbered paragraphs make a text of its own."""


def name_zones(blocks: Sequence[Block], title: str = "") -> list[str]:
    """Return the zone of every block."""
    names = [b.role if b.role in (CHROME, CONTENTS) else "" for b in blocks]
    begin = _name_front(blocks, names)
    _name_tail(blocks, names, begin)
    main = _main_zone(blocks, names, title)
    names = [name or main for name in names]
    _name_contents(blocks, names)
    _name_annex(blocks, names, main)
    return names


def join_zones(text: str, blocks: Sequence[Block], names: Sequence[str]) -> tuple[Zone, ...]:
    """Return the zones of a source; concatenated they are its text."""
    if not text:
        return ()
    if not blocks:
        return (Zone(CHROME, 0, len(text)),)
    starts = [(0, names[0])]
    for block, name in zip(blocks, names, strict=True):
        if name != starts[-1][1]:
            starts.append((block.start, name))
    ends = [*(at for at, _ in starts[1:]), len(text)]
    return tuple(Zone(name, at, end) for (at, name), end in zip(starts, ends, strict=True))


def _name_front(blocks: Sequence[Block], names: list[str]) -> int:
    """Name what stands before the text and return where the text begins."""
    free = [n for n, name in enumerate(names) if not name]
    begin = _name_record(blocks, names, free)
    free = [n for n in free if n >= begin]
    original = next((n for n in free[:FRONT] if ORIGINAL.search(blocks[n].text)), None)
    if original is not None:
        for n in free:
            if n <= original:
                names[n] = "lede" if STOP.search(blocks[n].text) else CHROME
        free = [n for n in free if n > original]
    begin = free[0] if free else len(blocks)
    end = _end_of_circular(blocks, free)
    if end:
        names[begin:end] = [name or "circular" for name in names[begin:end]]
        return end
    return begin


def _name_record(blocks: Sequence[Block], names: list[str], free: Sequence[int]) -> int:
    """Name the catalog card that a government page prints above the text."""
    card = [n for n in free[:40] if RECORD.match(re.sub(r"\s", "", blocks[n].text))]
    if len(card) < 3:
        return free[0] if free else 0
    for n in range(free[0], card[-1] + 1):
        names[n] = CHROME
    return card[-1] + 1


def _end_of_circular(blocks: Sequence[Block], free: Sequence[int]) -> int:
    """Return where a covering letter ends, 0 when there is none before another text.

    It has an addressee or says that it issues something, no numbered paragraph, and ends with a
    date alone on its line; a titled text with numbers of its own follows.
    """
    front = free[:FRONT]
    dated = next((n for n in front if DATE.match(blocks[n].text) and n > front[0] + 1), None)
    if dated is None:
        return 0
    letter = [blocks[n] for n in front if n <= dated]
    issues = DECREE.fullmatch(_plain(letter[0].text)) is not None
    issues = issues or any(CIRCULAR.search(_plain(b.text)) for b in letter[:4])
    issues = issues or CIRCULAR.search(_plain("".join(b.text for b in letter[:3]))) is not None
    addressed = any(ADDRESSEE.search(b.text) and len(b.text) < 120 for b in letter[1:8])
    if not (issues or addressed) or any(_is_numbered(b) for b in letter):
        return 0
    end = dated + 1
    while end < len(blocks) and RELEASE.match(blocks[end].text):
        end += 1
    rest = [b for b in blocks[end : end + 400] if _is_numbered(b)]
    follows = end < len(blocks) and not _is_numbered(blocks[end]) and len(rest) >= FEWEST_NUMBERS
    return end if follows else 0


def _plain(text: str) -> str:
    return re.sub(r"\s+", " " if text.isascii() else "", text)


def _is_numbered(block: Block) -> bool:
    marks = read_marks(block.text) if not block.role else []
    return any(not m.loose or m.family != "dec" for m in marks)


def _name_tail(blocks: Sequence[Block], names: list[str], begin: int) -> None:
    """Name what a page prints below the text: contacts, links, buttons; all of it short."""
    last = len(blocks)
    for at in range(len(blocks) - 1, max(begin, len(blocks) - 12), -1):
        block = blocks[at]
        if block.level or len(block.text) > LONGEST_TAIL:
            break
        if CONTACT.search(block.text) or FURNITURE.search(block.text):
            last = at
        elif STOP.search(block.text) or _is_numbered(block):
            break
    while begin < last < len(blocks) and last > begin + 1 and _is_loose_end(blocks, last - 1):
        last -= 1
    for at in range(last, len(blocks)):
        names[at] = names[at] or CHROME


def _is_loose_end(blocks: Sequence[Block], at: int) -> bool:
    """Tell whether a short line before the contacts belongs to them: no sentence, no number."""
    block = blocks[at]
    ends = STOP.search(block.text) or _is_numbered(block) or DATE.match(block.text) or block.role
    return (
        not ends
        and len(block.text) <= 40
        and bool(STOP.search(blocks[at - 1].text))
        and (CONTACT.search("\n".join(b.text for b in blocks[at + 1 :])) is not None)
    )


def _main_zone(blocks: Sequence[Block], names: Sequence[str], title: str) -> str:
    first = next((b.text for b, name in zip(blocks, names, strict=True) if not name), "")
    return "plan" if "circular" in names or PLAN.search(f"{title}\n{first[:200]}") else "body"


def _name_contents(blocks: Sequence[Block], names: list[str]) -> None:
    free = [n for n, name in enumerate(names) if name not in (CHROME, CONTENTS, "lede", "circular")]
    found = find_contents([blocks[n] for n in free])
    for n in found:
        names[free[n]] = CONTENTS


def _name_annex(blocks: Sequence[Block], names: list[str], main: str) -> None:
    """Name everything from the first annex on, when it comes after the numbered text."""
    seen = 0
    for at, block in enumerate(blocks):
        if names[at] != main or block.role:
            continue
        marks = read_marks(block.text)
        if is_annex_at(blocks, at) and seen >= FEWEST_NUMBERS:
            names[at:] = ["annex" if name == main else name for name in names[at:]]
            return
        seen += bool(marks)
