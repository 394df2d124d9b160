"""Cut paragraphs into sentences, English and Chinese: one sentence is one clause."""

from __future__ import annotations

import re

OPEN, CLOSE = "“（(《〈「『【[〔", "”）)》〉」』】]〕"
FULL = re.compile(r"[。！？!?]+[”’」』）)\"]*|\.+[\"”’)]*(?:\[\^?[\w-]{1,40}\])*(?=\s|$)")
QUOTE = '"”’」』）)'
NUMBERED = {
    *("no", "nos", "art", "arts", "sec", "secs", "para", "paras", "par", "pars", "fig", "figs"),
    *(
        "vol",
        "vols",
        "ch",
        "cl",
        "cls",
        "reg",
        "regs",
        "p",
        "pp",
        "subsec",
        "pt",
        "nr",
        "abs",
        "ext",
    ),
}
"""Short only before a number: `No. 5`, but `He said no. Then …`."""
TITLES = {
    *("dr", "mr", "mrs", "ms", "prof", "gen", "gov", "sen", "rep", "capt", "col", "lt", "sgt"),
    *(
        "fed",
        "pub",
        "exec",
        "rev",
        "hon",
        "st",
        "messrs",
        "cf",
        "vs",
        "v",
        "viz",
        "e.g",
        "i.e",
        "al",
    ),
}
"""Never at the end of a sentence."""
OFTEN = {
    *("inc", "ltd", "co", "corp", "etc", "approx", "dept", "min", "max", "ed", "eds", "jr", "sr"),
    *("jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "seq"),
}
"""At the end of a sentence when a capital letter follows."""
BEGINNERS = {
    *("the", "it", "this", "that", "these", "those", "in", "a", "an", "we", "he", "she", "they"),
    *("no", "any", "each", "all", "such", "for", "if", "when", "where", "under", "on", "at", "by"),
    *("to", "as", "after", "before", "every", "there", "its", "their", "and", "but", "however"),
}
"""After `U.S.` these begin a sentence; another capital goes on with a name."""
BARE_MARK = re.compile(r"\s*(?:附件[：:]\s*)?[(（]?(?:\d{1,3}|[A-Za-z]|[ivxlIVXL]{1,5})[)）]?\.$")
"""A number alone is no sentence: `1. Done?` is one."""
SHORTEST = 3
LAST_WORD = re.compile(r"([\w.&]+)\.$")
NEXT_WORD = re.compile(r"\s*([^\W_]+|.)?")
CJK = re.compile(r"[\u3400-\u9fff]")


def split_sentences(text: str, start: int = 0) -> list[tuple[int, int]]:
    """Return the spans of the sentences of one paragraph, without the white space around them.

    `start` is added to every offset. No cut inside brackets or quotes, after an abbreviation or a
    single letter (`U.S.C.`, `No. 5`), or within a number.
    """
    spans: list[tuple[int, int]] = []
    at, depth = 0, _Depth(text)
    for stop in FULL.finditer(text):
        if depth.is_open_after(stop.end()) or _goes_on(text, at, stop) or _is_short(text, stop):
            continue
        if BARE_MARK.match(text, at, stop.end()):
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
    """How deep in brackets and quotes the reading is; a stray closing mark counts nothing.

    Straight quotes count only when a paragraph has an even number of them. A bracket that is never
    closed would swallow the rest of a paragraph; what stays open at its end is not counted.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._at, self._open, self._quotes = 0, 0, 0
        self._is_even = text.count('"') % 2 == 0
        self._stray = _never_closed(text)

    def is_open_after(self, until: int) -> bool:
        """Read on to an offset and tell whether a bracket or quote is open there."""
        for place in range(self._at, until):
            char = self._text[place]
            if char in OPEN:
                self._open += place not in self._stray
            elif char in CLOSE:
                self._open -= self._open > 0
            elif char == '"':
                self._quotes += 1
        self._at = max(self._at, until)
        return self._open > 0 or (self._is_even and self._quotes % 2 == 1)


def _never_closed(text: str) -> frozenset[int]:
    """Return the places of opening marks that nothing closes."""
    opened: list[int] = []
    for place, char in enumerate(text):
        if char in OPEN:
            opened.append(place)
        elif char in CLOSE and opened:
            opened.pop()
    return frozenset(opened)


def _goes_on(text: str, at: int, stop: re.Match[str]) -> bool:
    """Tell whether a sentence goes on behind a quotation or bracket that has its own stop.

    What began at `at` with the opening mark itself is a whole sentence and ends there.
    """
    if stop[0][-1] not in QUOTE or text[at : stop.start()].lstrip()[:1] in OPEN:
        return False
    behind = text[stop.end() : stop.end() + 2]
    return bool(CJK.match(behind)) or (behind[:1] == " " and behind[1:].islower())


def _is_short(text: str, stop: re.Match[str]) -> bool:
    """Tell whether a point belongs to an abbreviation and does not end the sentence."""
    if text[stop.start()] != ".":
        return False
    word = LAST_WORD.search(text[max(0, stop.start() - 20) : stop.start() + 1])
    if word is None:
        return False
    name = word[1].casefold().rstrip(".")
    found = NEXT_WORD.match(text, stop.end())
    following = (found[1] if found else "") or ""
    if name in TITLES:
        return True
    if name in NUMBERED:
        return following[:1].isdigit() or following in ("(", "§") or following.isupper()
    if name in OFTEN:
        return not following[:1].isupper()
    if name.replace(".", "").isdecimal():
        return False
    if "." in name:
        if max(map(len, name.split("."))) > SHORTEST:
            return False  # an address such as data.gov
        return bool(following) and following.casefold() not in BEGINNERS
    return len(name) == 1 and name.isalpha() and word[1] != "I"
