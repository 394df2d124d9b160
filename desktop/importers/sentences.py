"""Cut paragraphs into sentences, English and Chinese: one sentence is one clause."""

from __future__ import annotations

import re

OPEN, CLOSE = "“（(《〈「『【[", "”）)》〉」』】]"
STOPS = "。！？!?"
FULL = re.compile(r"[。！？!?]+[”’」』）)\"]*|\.+[\"”’)]*(?=\s|$)")
SHORT = {
    *("no", "nos", "art", "arts", "sec", "secs", "para", "paras", "fig", "figs", "vol", "ch"),
    *("dr", "mr", "mrs", "ms", "prof", "st", "gen", "gov", "sen", "rep", "inc", "ltd", "co"),
    *("e.g", "i.e", "cf", "vs", "etc", "al", "approx", "dept", "min", "max", "ed", "eds", "pp"),
    *("jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"),
}
LAST_WORD = re.compile(r"([\w.&]+)\.$")


def split_sentences(text: str, start: int = 0) -> list[tuple[int, int]]:
    """Return the spans of the sentences of one paragraph, without the white space around them.

    `start` is added to every offset. No cut inside brackets or quotes, after an abbreviation or a
    single letter (`U.S.C.`, `No. 5`), or within a number.
    """
    spans: list[tuple[int, int]] = []
    at, depth = 0, _Depth()
    for stop in FULL.finditer(text):
        depth.read(text, stop.end())
        if depth.is_open or _is_short(text, stop):
            continue
        spans += _trimmed(text, at, stop.end())
        at = stop.end()
    spans += _trimmed(text, at, len(text))
    return [(start + a, start + b) for a, b in spans]


def _trimmed(text: str, start: int, end: int) -> list[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return [(start, end)] if end > start else []


class _Depth:
    """How deep in brackets and curly quotes the reading is; a stray closing mark counts nothing."""

    def __init__(self) -> None:
        self._at, self._open = 0, 0

    def read(self, text: str, until: int) -> None:
        for char in text[self._at : until]:
            if char in OPEN:
                self._open += 1
            elif char in CLOSE and self._open:
                self._open -= 1
        self._at = max(self._at, until)

    @property
    def is_open(self) -> bool:
        return self._open > 0


def _is_short(text: str, stop: re.Match[str]) -> bool:
    if text[stop.start()] != ".":
        return False
    word = LAST_WORD.search(text[max(0, stop.start() - 20) : stop.start() + 1])
    if word is None:
        return False
    name = word[1].casefold().rstrip(".")
    following = text[stop.end() :].lstrip()[:1]
    initials = len(name) == 1 and name.isalpha() and word[1] != "I"
    dotted = "." in name and not following.isupper()
    return name in SHORT or initials or dotted
