"""What a document tells about itself: title, number, date, issuers, region, language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from db.model import DocumentFacts
from desktop.importers.blocks import is_chinese

if TYPE_CHECKING:
    from collections.abc import Mapping

NUMBER = re.compile(r"[\u4e00-\u9fff]{1,10}〔(?:19|20)\d\d〕\s?\d{1,5}\s?号")
DECREE = re.compile(
    r"^\s*(?:中华人民共和国)?([\u4e00-\u9fff]{2,12}令)[\s（(]*(第?\s*[\d一二三四五六七八九十百]{1,5}\s*号)",
    re.M,
)
"""A decree is numbered by who gives it: 水利部令第12号."""
STANDARD = re.compile(
    r"^\s*((?:GB|DB|HJ|NY|SL|YY|WS|DL|JT|CJ|LY|SN|QX)[\d/T]{0,6}\s?[\d.]{2,9}[-—–]\d{4})\s*$", re.M
)
MEMO = re.compile(r"memorandum", re.IGNORECASE)
SUBJECT = re.compile(
    r"^\W{0,4}(?:subject|subj|re)\W{0,4}[:：]\W{0,4}(.+)$", re.IGNORECASE | re.MULTILINE
)
FROM = re.compile(r"^\W{0,4}from\W{0,4}[:：]\W{0,4}(.+)$", re.IGNORECASE | re.MULTILINE)
EFFECT = re.compile(r"自?(?:19|20)\d\d年\d{1,2}月\d{1,2}日起")
"""The day of effect is not the day of a law."""
US_NUMBER = re.compile(r"\b(?:M-\d\d-\d\d|Public Law \d+[-–]\d+|Executive Order \d+)\b")
ISO = re.compile(r"(?P<y>(?:19|20)\d\d)年(?P<m>\d{1,2})月(?P<d>\d{1,2})日")
MONTHS = "january february march april may june july august september october november december"
MONTH = rf"(?P<month>{MONTHS.replace(' ', '|')})"
YEAR = r"(?P<y>(?:19|20)\d\d)"
ENGLISH_DATE = re.compile(rf"{MONTH}\s+(?P<d>\d{{1,2}}),\s+{YEAR}", re.IGNORECASE)
BRITISH_DATE = re.compile(rf"(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s+{MONTH}\s+{YEAR}", re.IGNORECASE)
PROVINCES = (
    *("北京市", "天津市", "上海市", "重庆市", "河北省", "山西省", "辽宁省", "吉林省", "黑龙江省"),
    *("江苏省", "浙江省", "安徽省", "福建省", "江西省", "山东省", "河南省", "湖北省", "湖南省"),
    *("广东省", "海南省", "四川省", "贵州省", "云南省", "陕西省", "甘肃省", "青海省", "台湾省"),
    *("内蒙古自治区", "广西壮族自治区", "西藏自治区", "宁夏回族自治区", "新疆维吾尔自治区"),
    *("香港特别行政区", "澳门特别行政区"),
)
ENGLISH_REGION = re.compile(
    r"\b(Hebei|Shanxi|Liaoning|Jilin|Heilongjiang|Jiangsu|Zhejiang|Anhui|Fujian|Jiangxi|Shandong|Henan"
    r"|Hubei|Hunan|Guangdong|Hainan|Sichuan|Guizhou|Yunnan|Shaanxi|Gansu|Qinghai|Inner Mongolia"
    r"|Guangxi|Tibet|Ningxia|Xinjiang)(?= Province| (?:\w+ ){0,2}Autonomous Region)"
)
FIELD = "索引号|主题分类|发文机关|发布机构|成文日期|标题|发文字号|文号|发布日期|主题词|有效性|来源"
CARD = re.compile(rf"({FIELD})[:：](.*?)(?=(?:{FIELD})[:：]|$)", re.DOTALL)


def find_facts(title: str, around: str, text: str) -> DocumentFacts:
    """Return what a document tells; `around` is the text up to its first numbered paragraph."""
    card = _card(around)
    number = NUMBER.search(card.get("发文字号", "")) or NUMBER.search(around[:3000])
    number = number or US_NUMBER.search(around[:3000])
    decree = DECREE.search(around[:1000])
    standard = STANDARD.search(around[:1000])
    printed = number[0].replace(" ", "") if number else ""
    if not printed and decree:
        printed = "".join(f"{decree[1]}{decree[2]}".split())
    title = " ".join((title or card.get("标题", "")).split())
    return DocumentFacts(
        title=title,
        number=printed or (standard[1] if standard else ""),
        date=_date(card.get("成文日期", "")) or _date(around),
        issuers=_issuers(card, around, decree),
        language="zh" if is_chinese(text) else "en",
        region=region_of(title),
    )


def memo_subject(around: str) -> str:
    """Return what a memorandum says it is about, '' for any other document."""
    found = SUBJECT.search(around[:3000]) if MEMO.search(around[:400]) else None
    return " ".join(found[1].strip(" *_").split()) if found else ""


def _issuers(card: Mapping[str, str], around: str, decree: re.Match[str] | None) -> tuple[str, ...]:
    if card.get("发文机关"):
        return (card["发文机关"],)
    if decree:
        return (decree[1].removesuffix("令"),)
    sender = FROM.search(around[:3000]) if memo_subject(around) else None
    return (" ".join(sender[1].strip(" *_").split()),) if sender else ()


def region_of(title: str) -> str:
    """Return the one province or region that a title names in full, '' when it is not certain."""
    found = {name for name in PROVINCES if name in title}
    found |= {name[1] for name in ENGLISH_REGION.finditer(title)}
    return found.pop() if len(found) == 1 else ""


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
    passed = EFFECT.sub("", text[:5000]) or text[:5000]
    dates = [(int(m["y"]), int(m["m"]), int(m["d"])) for m in ISO.finditer(passed)]
    if dates:
        return "{:04d}-{:02d}-{:02d}".format(*max(dates))
    english = ENGLISH_DATE.search(text[:5000]) or BRITISH_DATE.search(text[:5000])
    if not english:
        return ""
    month = MONTHS.split().index(english["month"].lower()) + 1
    return f"{english['y']}-{month:02d}-{int(english['d']):02d}"
