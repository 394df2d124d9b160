"""What a document tells about itself: title, number, date, issuers, region, language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from db.model import DocumentFacts
from desktop.importers.blocks import is_chinese

if TYPE_CHECKING:
    from collections.abc import Mapping

NUMBER = re.compile(r"[\u4e00-\u9fff]{1,10}〔(?:19|20)\d\d〕\s?\d{1,5}\s?号")
US_NUMBER = re.compile(r"\b(?:M-\d\d-\d\d|Public Law \d+[-–]\d+|Executive Order \d+)\b")
ISO = re.compile(r"(?P<y>(?:19|20)\d\d)年(?P<m>\d{1,2})月(?P<d>\d{1,2})日")
MONTHS = "january february march april may june july august september october november december"
ENGLISH_DATE = re.compile(
    rf"(?P<month>{MONTHS.replace(' ', '|')})\s+(?P<d>\d{{1,2}}),\s+(?P<y>(?:19|20)\d\d)",
    re.IGNORECASE,
)
FIELD = "索引号|主题分类|发文机关|发布机构|成文日期|标题|发文字号|文号|发布日期|主题词|有效性|来源"
CARD = re.compile(rf"({FIELD})[:：](.*?)(?=(?:{FIELD})[:：]|$)", re.DOTALL)


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
