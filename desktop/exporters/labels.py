"""The words that an exported document adds of its own, in English and Chinese."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Labels:
    """One language's fixed words; `damage` holds a sentence per kind, with the printed words."""

    language: str
    dash: str
    sources: str
    tags: str
    colors: str
    joint: str
    issued: str
    found: str
    edition: str
    fingerprint: str
    remark: str
    translated: str
    unprintable: str
    damage: dict[str, str] = field(default_factory=dict)


ENGLISH = Labels(
    language="en",
    dash="— ",
    sources="Sources",
    tags="Tags: ",
    colors="Colors: ",
    joint="; ",
    issued="Issued by: ",
    found="Found at: ",
    edition="Edition: ",
    fingerprint="SHA-256 of the text: ",
    remark="Remark: ",
    translated="This text is a machine translation. Check its wording against the original before "
    "relying on it.",
    unprintable="[Editor’s note: Word cannot hold {count} of the characters ({codes}); {signs} "
    "stands in their place.]",
    damage={
        "cut": "[sic: the source breaks off here{words}]",
        "fused": "[sic: two passages run together in the source{words}]",
        "stop": "[sic: the final stop is missing in the source{words}]",
        "mark": "[sic: the numeral is printed so in the source{words}]",
        "repeated": "[sic: this passage stands twice in the source{words}]",
        "": "[sic: so in the source{words}]",
    },
)

CHINESE = Labels(
    language="zh",
    dash="——",
    sources="引文来源",
    tags="标签：",
    colors="颜色：",
    joint="；",
    issued="发文机关：",
    found="出处：",
    edition="版本：",
    fingerprint="文本SHA-256：",
    remark="说明：",
    translated="本文本为机器翻译，引用前请与原文核对。",
    unprintable="［编者注：有{count}个字符（{codes}）无法写入Word文档，以{signs}代替。］",
    damage={
        "cut": "［原文如此：来源文本在此中断{words}］",
        "fused": "［原文如此：来源文本将两处文字连在一起{words}］",
        "stop": "［原文如此：来源文本缺句末标点{words}］",
        "mark": "［原文如此：序号在来源文本中即为此写法{words}］",
        "repeated": "［原文如此：此段在来源文本中出现两次{words}］",
        "": "［原文如此{words}］",
    },
)

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def labels_for(language: str) -> Labels:
    """Return the words of a language: Chinese for `zh` in any spelling, else English."""
    return CHINESE if language.casefold().startswith("zh") else ENGLISH


def date_in_words(moment: str, labels: Labels) -> str:
    """Return an ISO date or time as a day in words; what is no date stays as it is.

    A time with a zone is told as the day of this computer's own zone.
    """
    try:
        day = date.fromisoformat(moment)
    except ValueError:
        try:
            day = datetime.fromisoformat(moment).astimezone().date()
        except ValueError:
            return moment
    if labels.language == "zh":
        return f"{day.year}年{day.month}月{day.day}日"
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def sic(kind: str, words: str, labels: Labels) -> str:
    """Return the editor's line about one scar of the source; `words` are those that bear it."""
    zh = labels.language == "zh"
    shown = words if len(words) <= 60 else f"{words[:28]} … {words[-28:]}"
    told = (f"：“{shown}”" if zh else f": “{shown}”") if shown.strip() else ""
    return labels.damage.get(kind, labels.damage[""]).format(words=told)
