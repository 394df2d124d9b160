"""Where each stretch of a source comes from: page chrome, news lede, circular, the plan itself."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from db.model import Zone
from desktop.importers.marks import read_mark

if TYPE_CHECKING:
    from collections.abc import Sequence

CONTACT = re.compile(r"[\w.+-]+@[\w-]+\.\w+|https?://|^(related news|for queries)\b", re.I)
CIRCULAR = re.compile(r"^(circular|notice)\b.*\b(on|of|issu)|关于印发.*的通知", re.I)
ORIGINAL = re.compile(r"^the original text is as follows|^(原文|全文)如下", re.I)
DATE = re.compile(
    r"^(january|february|march|april|may|june|july|august|september|october|november|december)"
    r"\s+\d{1,2},\s+\d{4}$|^\d{4}年\d{1,2}月\d{1,2}日$",
    re.I,
)
SENTENCE = re.compile(r"[.。！？!?][\"”’)）]*$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the source without the white space around it."""

    start: int
    end: int
    text: str


def lines_of(text: str) -> list[Line]:
    """Return the lines that have words, with their offsets."""
    found: list[Line] = []
    at = 0
    for raw in text.splitlines(keepends=True):
        words = raw.strip()
        if words:
            start = at + raw.index(words)
            found.append(Line(start, start + len(words), words))
        at += len(raw)
    return found


def lines_in(lines: Sequence[Line], zones: Sequence[Zone], name: str) -> list[Line]:
    """Return the lines of the zones with this name."""
    spans = [(z.start, z.end) for z in zones if z.zone == name]
    return [n for n in lines if any(start <= n.start < end for start, end in spans)]


def without_title(lines: Sequence[Line]) -> Sequence[Line]:
    """Return the lines of a plan behind its title: the first that is a sentence or has a mark."""
    for at, line in enumerate(lines):
        if SENTENCE.search(line.text) or read_mark(line.text):
            return lines[at:]
    return ()


def find_zones(text: str, lines: Sequence[Line], main: str = "plan") -> tuple[Zone, ...]:
    """Return the zones of a source; concatenated they are its text."""
    if not text:
        return ()
    names = [main] * len(lines)
    begin = _mark_front(lines, names)
    for at in range(len(lines) - 1, begin, -1):
        if SENTENCE.search(lines[at].text) and not CONTACT.search(lines[at].text):
            break
        if not any(CONTACT.search(line.text) for line in lines[at:]):
            break
        names[at] = "chrome"
    return _joined(text, lines, _tail_from_contact(lines, names, begin))


def _mark_front(lines: Sequence[Line], names: list[str]) -> int:
    """Name the lines before the plan and return where the plan begins."""
    circular = next((n for n, line in enumerate(lines) if CIRCULAR.search(line.text)), None)
    original = next((n for n, line in enumerate(lines) if ORIGINAL.search(line.text)), None)
    front = original + 1 if original is not None else circular
    if front is None:
        return 0
    if original is not None or circular:
        for at in range(front):
            sentence = SENTENCE.search(lines[at].text) or at == original
            names[at] = "lede" if sentence else "chrome"
    if circular is None:
        return front
    dated = [n for n in range(circular, len(lines)) if DATE.search(lines[n].text)]
    end = dated[0] + 1 if dated else circular
    names[circular:end] = ["circular"] * (end - circular)
    return end


def _tail_from_contact(lines: Sequence[Line], names: list[str], begin: int) -> list[str]:
    """Take the short lines without a stop right before the contact lines with them."""
    first = next((n for n in range(begin, len(names)) if names[n] == "chrome"), None)
    while first is not None and first > begin and not SENTENCE.search(lines[first - 1].text):
        first -= 1
        names[first] = "chrome"
    return names


def _joined(text: str, lines: Sequence[Line], names: Sequence[str]) -> tuple[Zone, ...]:
    if not lines:
        return (Zone("chrome", 0, len(text)),)
    starts = [(0, names[0])]
    for line, name in zip(lines, names, strict=True):
        if name != starts[-1][1]:
            starts.append((line.start, name))
    ends = [at for at, _ in starts[1:]] + [len(text)]
    return tuple(Zone(name, at, end) for (at, name), end in zip(starts, ends, strict=True))
