"""Numbers that stand at the beginning of a line by chance: a reference that was wrapped there."""

from __future__ import annotations

import re

from desktop.importers.marks import begins, follows, read_marks

DEMANDS = re.compile(
    r"(?:\b(?:sections?|secs?|§|titles?|articles?|arts?|parts?|chapters?|paragraphs?|paras?|clauses?|nos?"
    r"|items?|steps?|rules?|figures?|tables?|schedules?|annex(?:es)?|appendix|pages?|vol|stat|dated?"
    r"|of|to|than|by|in|the|an|at|from|with|under|least|most|about|nearly|over|fiscal|years?|and/or"
    r"|january|february|march|april|may|june|july|august|september|october|november|december)"
    r"|[第附件至到于在为和及与或按照依据约超过近达的])$",
    re.IGNORECASE,
)
"""Words after which a number goes on with the sentence."""
STOPPED = re.compile(r"\b(?:nos?|secs?|arts?|paras?|vol|u\.s\.c|c\.f\.r|cf|e\.g|i\.e|vs?)\.$", re.I)
"""Abbreviations at the end of a line that end no sentence."""


STOP = re.compile(r"[.。！？!?;；:：…][\"'”’」』)）》\]]*$")
HEADED = re.compile(r"第.{1,6}[编篇章节]")
CITED = re.compile(
    r"第[零〇一二三四五六七八九十百千\d]{1,8}条(?:之.)?(?:第.{1,4}[款项目])?(?:规定|所列|所称|所述|的|、|和|或者|至第)"
)
LONG = 12
COMMA = re.compile(r"，[^。；，：:]{1,20}$")
COUNTED = re.compile(r"[0-9][0-9.,]*\s?[%％\u4e00-\u9fff]")
INSIDE = re.compile(r"[，、；。]|[a-z],? [a-z]")
GOES_ON = re.compile(r"[0-9０-９]|[a-z]{2}|Article \d|Section \d")


def is_torn(before: str, line: str) -> bool:
    """Tell whether a sentence that demands a word breaks off before a number or a small letter."""
    if STOP.search(before):
        return False
    if CITED.match(line) and not HEADED.match(before):
        return True
    if COMMA.search(before) and COUNTED.match(line) and not read_marks(line):
        return True
    is_sentence = len(before) > LONG and INSIDE.search(before) is not None
    return is_sentence and bool(DEMANDS.search(before)) and bool(GOES_ON.match(line))


class Numbers:
    """The numbers that paragraphs began with so far."""

    def __init__(self) -> None:
        self._last: dict[tuple[str, int], set[tuple[int, ...]]] = {}

    def note(self, paragraph: str) -> None:
        """Remember the marks that a paragraph begins with."""
        for mark in read_marks(paragraph):
            self._last.setdefault((mark.family, len(mark.value)), set()).add(mark.value)

    def is_reference(self, before: str, line: str, *, ends: bool) -> bool:
        """Tell whether a line's number belongs to the sentence of a full line before it."""
        if ends:
            return STOPPED.search(before) is not None
        return bool(DEMANDS.search(before)) or not any(
            begins(mark.value) or self._continue(mark.family, mark.value)
            for mark in read_marks(line)
        )

    def _continue(self, family: str, value: tuple[int, ...]) -> bool:
        lengths = (len(value) - 1, len(value), len(value) + 1)
        return any(
            follows(before, value)
            for length in lengths
            for before in self._last.get((family, length), ())
        )
