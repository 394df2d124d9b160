"""The help on searching, one page: what may be typed, and what it finds.

One table for the window and the manual; a test compares both, and tries every example.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class Example:
    """What may be typed: alternatives that mean the same sort of thing, in both languages."""

    typed: tuple[str, ...]
    chinese: tuple[str, ...]
    found: str


def mark(text: str) -> str:
    """Return `text` itself; it is collected for translation and shown translated."""
    return text


EXAMPLES = (
    Example(
        ("salt lake",),
        ("salt lake",),
        mark("all the words, in any order; a word that is still typed counts as a beginning"),
    ),
    Example(('"salt lake"',), ("“salt lake”",), mark("the words side by side")),
    Example(
        ('"potassium lithium"~2',),
        ("“potassium lithium”~2",),
        mark("the words near each other, at most so many words between them"),
    ),
    Example(
        ("yak OR wolfberry", "lake NOT salt", "(yak OR lake) NOT salt"),
        ("yak OR wolfberry", "lake NOT salt", "(yak OR lake) NOT salt"),
        mark("one or the other; one without the other; in brackets first"),
    ),
    Example(("lith*",), ("lith*",), mark("words that begin so")),
    Example(
        ("lithum~", "cooperaton~2"),
        ("lithum~", "cooperaton~2"),
        mark("words spelled almost so: one letter off, or two"),
    ),
    Example(
        ("青海", "Hohhot"),
        ("青海", "Hohhot"),
        mark("also where the print hides the name; the hit says how it is printed"),
    ),
    Example(
        ("region:Qinghai", "region:(Gansu OR Tibet)"),
        ("地区：青海", "地区:(甘肃 OR 西藏)"),
        mark("only in this region"),
    ),
    Example(
        ("doc:East-West", "by:“Ministry of Education”", "group:laws"),
        ("文件：East-West", "发布机关：教育部", "分组:laws"),
        mark("only in this document, from this issuer, in this group of documents"),
    ),
    Example(
        ("kind:task", "kind:region", "in:heading"),
        ("类型：任务", "类型：地区", "范围:标题"),
        mark("only tasks, regions, clauses …; only headings"),
    ),
    Example(
        ("after:2021", "before:2023-06", "date:[2021 TO 2022]"),
        ("之后:2021", "之前:2023年6月", "日期:[2021 TO 2022]"),
        mark("by the date of the document, or of the note"),
    ),
    Example(
        ("in:note", "kind:highlight", "in:memo"),
        ("范围:笔记", "类型:高亮", "范围:摘编"),
        mark("only notes; only highlights; only memos"),
    ),
    Example(
        ("tag:minerals", "color:red", "status:open", "sensitivity:internal"),
        ("标签:minerals", "颜色：红", "状态:未完成", "密级:内部"),
        mark("notes with this tag, color, status, sensitivity"),
    ),
    Example(
        ("noted:yes", "noted:no salt"),
        ("有笔记:是", "有笔记:否 salt"),
        mark("places with notes on them; places without"),
    ),
    Example(
        ("zone:lede",), ("区段:导语",), mark("what stands around the plan: lede, circular, chrome")
    ),
)


def as_markdown(say: Callable[[str], str], *, chinese: bool) -> str:
    """Return the table as the manual has it; `say` translates."""
    rows = [
        (", ".join(f"`{typed}`" for typed in (e.chinese if chinese else e.typed)), say(e.found))
        for e in EXAMPLES
    ]
    head = f"| {say(mark('You type'))} | {say(mark('You find'))} |\n| --- | --- |\n"
    return head + "".join(f"| {typed} | {found} |\n" for typed, found in rows)
