"""What a place is called: the kind of a node, from the family of its mark and those above it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

NAMED = {
    **{"编": "part", "篇": "part", "部分": "part", "分编": "subpart", "章": "chapter"},
    **{"节": "section", "条": "article", "Part": "part", "Title": "title", "Chapter": "chapter"},
    **{"Subpart": "subpart", "Subtitle": "subtitle", "Division": "division"},
    **{"Subchapter": "subchapter", "Article": "article", "Section": "section"},
    **{"SubSection": "subsection", "annex": "annex", "heading": "heading", "box": "heading"},
}
IN_PLANS = ("section", "item", "subitem", "point")
IN_CHINESE_LAWS = ("item", "subitem", "point")
IN_ENGLISH_LAWS = ("paragraph", "item", "subitem", "point")


def kind_of(family: str, above: Sequence[str]) -> str:
    """Return the kind of a node whose mark is of `family`, below marks of these families."""
    if family in NAMED:
        return NAMED[family]
    names: tuple[str, ...] = IN_PLANS
    if "条" in above:
        names = IN_CHINESE_LAWS
    elif {"Article", "Section"} & set(above):
        names = IN_ENGLISH_LAWS
    deep = sum(1 for each in above if each not in NAMED and not each.startswith("h"))
    return names[min(deep, len(names) - 1)]
