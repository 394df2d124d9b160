"""The fields of the query language: their names and values in English and Chinese. Pure."""

from __future__ import annotations

import re

from db.model import COLORS
from db.search.analysis import fold, query_tokens
from db.search.tree import Field

NAMES = {
    "region": ("region", "地区", "区域", "省区", "省份"),
    "group": ("group", "分组", "组"),
    "doc": ("doc", "document", "plan", "文件", "文档", "规划", "方案"),
    "kind": ("kind", "type", "类型", "种类"),
    "tag": ("tag", "标签"),
    "color": ("color", "colour", "颜色"),
    "status": ("status", "状态"),
    "sensitivity": ("sensitivity", "密级", "敏感性", "敏感度"),
    "noted": ("noted", "有批注", "有笔记", "已批注"),
    "after": ("after", "since", "之后", "晚于", "自"),
    "before": ("before", "之前", "早于"),
    "date": ("date", "日期"),
    "by": (
        "by",
        "issuer",
        "发文机关",
        "发布机关",
        "发布机构",
        "发文单位",
        "机关",
        "作者",
    ),
    "zone": ("zone", "区段", "部分"),
    "in": ("in", "范围", "只在"),
}
"""Field → what people may type before the colon; the first word is the field's own name."""

KINDS = (
    "part", "division", "subdivision", "book", "title", "subtitle", "chapter", "subchapter",
    "section", "subsection", "region", "task", "measure", "article", "paragraph", "subparagraph",
    "item", "subitem", "point", "clause", "rule", "annex", "appendix", "schedule", "heading",
    "preamble", "note", "highlight", "memo",
)  # fmt: skip
KIND_WORDS = {
    "编": "part", "章": "chapter", "节": "section", "部分": "section", "地区": "region",
    "区域": "region", "任务": "task", "措施": "measure", "条": "article", "款": "paragraph",
    "项": "item", "条款": "clause", "句": "clause", "附件": "annex", "前言": "preamble",
    "笔记": "note", "批注": "note", "高亮": "highlight", "划线": "highlight", "标记": "highlight",
    "摘编": "memo",
}  # fmt: skip
COLOR_WORDS = dict(zip("黄绿红蓝紫橙青灰", COLORS, strict=True))
STATUS_WORDS = {
    "未完成": "open", "待办": "open", "待处理": "open", "未处理": "open",
    "疑问": "question", "问题": "question", "存疑": "question",
    "等待": "waiting", "待复": "waiting", "等待答复": "waiting", "等待回复": "waiting",
    "已完成": "done", "完成": "done", "已处理": "done",
}  # fmt: skip
SENSITIVITY_WORDS = {
    "公开": "public", "内部": "internal", "受限": "restricted", "限制": "restricted",
    "敏感": "restricted",
}  # fmt: skip
PLACES = {
    "note": "note", "notes": "note", "笔记": "note", "批注": "note",
    "clause": "clause", "clauses": "clause", "text": "clause", "条款": "clause", "正文": "clause",
    "heading": "heading", "headings": "heading", "标题": "heading",
    "memo": "memo", "memos": "memo", "摘编": "memo",
}  # fmt: skip
ZONE_WORDS = {
    "正文": "body", "规划": "plan", "附件": "annex", "导语": "lede", "通知": "circular",
    "网页": "chrome", "联系方式": "contact",
}  # fmt: skip
DATES = ("after", "before", "date")
YES, NO = ("yes", "true", "1", "是", "有"), ("no", "false", "0", "否", "无", "没有")
_KNOWN = {
    "kind": {**{kind: kind for kind in KINDS}, **KIND_WORDS},
    "color": {**{color: color for color in COLORS}, **COLOR_WORDS, "grey": "gray"},
    "noted": {**dict.fromkeys(YES, "yes"), **dict.fromkeys(NO, "no")},
    "in": PLACES,
}
"""Field → what may be typed → what it means."""
_ENDINGS = {"kind": "s", "color": "色"}
_WORDS = {"status": STATUS_WORDS, "sensitivity": SENSITIVITY_WORDS, "zone": ZONE_WORDS}

_ALIASES = {fold(alias): name for name, aliases in NAMES.items() for alias in aliases}
PATTERN = "|".join(sorted(map(re.escape, _ALIASES), key=len, reverse=True))
"""A regular expression of every name, for the parser."""
_is_date = re.compile(r"(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?|年)?").fullmatch


def field_name(alias: str) -> str:
    """Return a field's own name for what was typed, '' when there is no such field."""
    return _ALIASES.get(fold(alias), "")


def read_field(name: str, value: str, *, prefix: bool = False) -> Field | None:
    """Return the field with its value understood, None when the value means nothing there.

    With `prefix` the value may be the beginning of what is meant.
    """
    value = value.strip()
    if not query_tokens(value):
        return None
    if name in DATES:
        return _read_date(name, value)
    if name not in _KNOWN:
        return Field(name, _WORDS.get(name, {}).get(value, value), prefix)
    folded = fold(value)
    folded = folded.removesuffix(_ENDINGS.get(name, ""))
    meant = _KNOWN[name].get(folded) or _KNOWN[name].get(fold(value))
    if meant is None and prefix:
        meant = next((m for word, m in _KNOWN[name].items() if word.startswith(folded)), None)
    if meant is None and name == "kind":
        meant = folded  # an importer may name kinds of its own
    return Field(name, meant) if meant else None


def read_range(name: str, start: str, end: str) -> Field | None:
    """Return a range of dates; either end may be open."""
    first, last = (_iso(part.strip()) if part else "" for part in (start, end))
    if name not in DATES or first is None or last is None:
        return None
    return Field("date", first, until=last or "9999") if first or last else None


def _read_date(name: str, value: str) -> Field | None:
    iso = _iso(value)
    if iso is None:
        return None
    return Field("date", iso, until=iso) if name == "date" else Field(name, iso)


def _iso(text: str) -> str | None:
    """Return `2021`, `2021-03` or `2021-03-04` for the ways in which dates are typed."""
    found = _is_date(fold(text))
    if found is None:
        return None
    return "-".join(part.zfill(2) for part in found.groups() if part)
