"""Paragraphs of a source with what its format tells about them, and the lines they are made of."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from desktop.importers.marks import read_marks
from desktop.importers.references import Numbers, is_torn

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ROW, NOTE, CHROME, TITLE, ITEM = "row", "note", "chrome", "title", "item"
CONTENTS = "contents"
"""Roles: table row, footnote, page furniture, title, list item, line of a table of contents."""

LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
STOP = re.compile(r"[.。！？!?;；:：…][\"'”’」』)）》\]]*$")
CJK = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
CAP_SLACK, SPACED_SLACK, FEWEST_FULL = 3, 10, 3
FEWEST_INDENT, FEWEST_LINES = 2, 8
NARROW, WIDE = 44, 130
"""Hard-wrapped lines are about this wide (a Chinese character counts two)."""


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph without the white space around it: `text` is the source's `[start:end]`.

    `level` is a heading's level, 0 for text; `gap` tells that an empty line stands before it;
    `indent` is the width of the white space before it.
    """

    start: int
    end: int
    text: str
    level: int = 0
    role: str = ""
    gap: bool = False
    indent: int = 0


@dataclass(frozen=True, slots=True)
class Extract:
    """What a format's reader makes of a file: its text and the paragraphs in it, in order."""

    text: str
    blocks: tuple[Block, ...]
    title: str = ""
    doubts: tuple[str, ...] = ()


def lines_of(text: str) -> list[Block]:
    """Return the lines that have words, with their offsets."""
    found: list[Block] = []
    after = 0
    for line in LINE.finditer(text):
        raw = line[0].lstrip("\ufeff\u200b")
        words = raw.strip()
        if not words:
            continue
        start = line.end() - len(raw.lstrip())
        gap = text.count("\n", after, start) > 1
        indent = width(raw[: len(raw) - len(raw.lstrip())])
        found.append(Block(start, start + len(words), words, gap=gap, indent=indent))
        after = start + len(words)
    return found


def width(text: str) -> int:
    """Return how wide a line is printed; a Chinese character counts two."""
    if text.isascii():
        return len(text)
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def paragraphs_of(text: str) -> tuple[Block, ...]:
    """Return the paragraphs of plain text: its lines, joined where they are hard-wrapped."""
    lines = lines_of(text)
    full = wrap_width(lines)
    runs = _runs(lines, full) if full else _torn(lines)
    return tuple(_joined(text, run) for run in runs)


def _torn(lines: Sequence[Block]) -> Iterator[list[Block]]:
    """Yield the lines of a text that is not wrapped, but those of a torn sentence together."""
    run: list[Block] = []
    for line in lines:
        if run and not (not line.gap and is_torn(run[-1].text, line.text)):
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def wrap_width(lines: Sequence[Block]) -> int:
    """Return the width to which a text is wrapped, 0 when every line is a paragraph."""
    if len(lines) < FEWEST_LINES:
        return _flush_width(lines)
    widths = sorted(width(line.text[:400]) + line.indent for line in lines)
    full = widths[int(len(widths) * 0.95)]
    if NARROW <= widths[-1] <= WIDE and _is_capped(lines, widths[-1]):
        return widths[-1]
    if not NARROW <= full <= WIDE:
        return 0
    pairs = list(pairwise(lines))
    cut = [a for a, b in pairs if not b.gap and not STOP.search(a.text)]
    long = [a for a in cut if width(a.text) + a.indent >= 0.75 * full]
    is_wrapped = len(long) >= 0.25 * len(pairs) and len(long) >= 0.5 * len(cut)
    return full if is_wrapped else _flush_width(lines)


def _flush_width(lines: Sequence[Block]) -> int:
    """Return the width of Chinese lines whose paragraphs are indented and go on without indent."""
    indented = [line for line in lines if line.indent >= FEWEST_INDENT]
    flush = [(a, b) for a, b in pairwise(lines) if not b.indent and not b.gap]
    if len(indented) < 0.5 * len(lines) or not flush or not CJK.search(indented[-1].text):
        return 0
    full = max(width(line.text[:400]) + line.indent for line in lines)
    goes = all(width(a.text[:400]) + a.indent >= full - CAP_SLACK for a, _ in flush)
    return full if goes and NARROW <= full <= WIDE else 0


def _is_capped(lines: Sequence[Block], cap: int) -> bool:
    """Tell whether full lines go on with the next one, in Chinese or between empty lines."""
    pairs = list(pairwise(lines))
    is_spaced = sum(b.gap for _, b in pairs) >= 0.25 * len(pairs)
    if not is_spaced and not CJK.search(lines[len(lines) // 2].text):
        return False
    slack = SPACED_SLACK if is_spaced else CAP_SLACK
    full = [(a, b) for a, b in pairs if width(a.text[:400]) + a.indent >= cap - slack]
    if len(full) < FEWEST_FULL or len(full) < 0.05 * len(lines):
        return False
    going = sum(not b.gap and b.indent <= a.indent and not STOP.search(a.text) for a, b in full)
    return going >= 0.6 * len(full)


def _runs(lines: Sequence[Block], full: int) -> Iterator[list[Block]]:
    """Yield the lines of each paragraph."""
    run: list[Block] = []
    numbers = Numbers()
    parts = _is_indented(lines)
    for line in lines:
        begins = parts and line.indent >= FEWEST_INDENT
        if run and (begins or not _goes_on(run, line, full, numbers)):
            yield run
            run = []
        if not run:
            numbers.note(line.text)
        run.append(line)
    if run:
        yield run


def _is_indented(lines: Sequence[Block]) -> bool:
    """Tell whether Chinese paragraphs begin with an indent and go on without one."""
    indented = [line for line in lines if line.indent >= FEWEST_INDENT]
    flush = sum(not line.indent for line in lines)
    many = len(indented) >= 0.1 * len(lines) and flush >= 0.1 * len(lines)
    return many and bool(CJK.search(indented[len(indented) // 2].text))


def _goes_on(run: Sequence[Block], line: Block, full: int, numbers: Numbers) -> bool:
    """Tell whether a line goes on with the paragraph before it."""
    last = run[-1]
    if line.gap or line.level or last.level:
        return False
    is_short = width(last.text) + last.indent < 0.7 * full
    ends = bool(STOP.search(last.text))
    if read_marks(line.text) and (ends or is_short or not _is_loose(line)):
        return not is_short and not line.indent and _is_wrapped(last, line, numbers, ends=ends)
    if line.indent > max(last.indent, run[0].indent if len(run) > 1 else last.indent) + 1:
        return not (ends or is_short or line.indent - last.indent <= 8)
    return not is_short


def _is_wrapped(last: Block, line: Block, numbers: Numbers, *, ends: bool) -> bool:
    """Tell whether a number at the beginning of a line belongs to the line before it."""
    return (not ends or last.text.endswith(".")) and numbers.is_reference(
        last.text, line.text, ends=ends
    )


def _is_loose(line: Block) -> bool:
    return all(mark.loose for mark in read_marks(line.text))


def _joined(text: str, run: Sequence[Block]) -> Block:
    if len(run) == 1:
        return run[0]
    start, end = run[0].start, run[-1].end
    return replace(run[0], end=end, text=text[start:end])


def compose(parts: Sequence[Block], separator: str = "\n") -> tuple[str, tuple[Block, ...]]:
    """Lay paragraphs one after the other; return the text and the blocks with their offsets."""
    found: list[Block] = []
    at, pieces = 0, []
    for part in parts:
        words = part.text
        lead = len(words) - len(words.lstrip())
        body = words.strip()
        if not body:
            continue
        start = at + lead
        found.append(replace(part, start=start, end=start + len(body), text=body))
        piece = words + separator
        pieces.append(piece)
        at += len(piece)
    return "".join(pieces), tuple(found)


def is_chinese(text: str) -> bool:
    """Tell whether a text is mostly Chinese."""
    sample = text[:200_000]
    letters = sum(1 for char in sample if char.isalpha())
    return len(CJK.findall(sample)) * 2 > letters
