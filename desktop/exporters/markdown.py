"""The Markdown of notes → paragraphs and spans, simply, and without losing a character.

Known are headings, lists, bold and italics; everything else stays as it was typed. A star or an
underscore only counts as a mark where it cannot be anything else: `5*3*2` and `a_b_c` keep theirs.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator


class Span(NamedTuple):
    """Some words in one face."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: `kind` is body, heading, bullet or number; `level` counts from 0."""

    kind: str
    spans: tuple[Span, ...]
    level: int = 0
    mark: str = ""


HEADING = re.compile(r"(#{1,6})[ \t]+(\S.*)")
BULLET = re.compile(r"([ \t]*)[-*+][ \t]+(\S.*)")
NUMBER = re.compile(r"([ \t]*)(\d{1,4}[.)])[ \t]+(\S.*)")
EMPHASIS = re.compile(
    r"(?<![\\0-9A-Za-z*_])(?P<mark>\*{1,3}|_{1,3})(?=\S)(?![*_]*(?P=mark))"
    r"(?P<inner>.+?)(?<=[^\s\\])(?P=mark)(?![0-9A-Za-z*_])",
    re.DOTALL,
)


def paragraphs(text: str) -> list[Paragraph]:
    """Return a note's paragraphs; a single line break stays one, empty lines part paragraphs."""
    found: list[list[str]] = []
    for line in re.split(r"\r\n|\r|\n", text):
        starts = HEADING.fullmatch(line) or BULLET.fullmatch(line) or NUMBER.fullmatch(line)
        if starts or not line.strip() or not found or _is_closed(found[-1]):
            found.append([line] if line.strip() else [])
        else:
            found[-1].append(line)
    return [_paragraph(lines) for lines in found if lines]


def _is_closed(lines: list[str]) -> bool:
    """Tell whether nothing can be added to a paragraph: it is empty, or a heading."""
    return not lines or HEADING.fullmatch(lines[0]) is not None


def _paragraph(lines: list[str]) -> Paragraph:
    first = lines[0]
    if found := HEADING.fullmatch(first):
        return Paragraph("heading", spans(found[2]), len(found[1]) - 1)
    following = [line.strip(" \t") for line in lines[1:]]
    if found := BULLET.fullmatch(first):
        return Paragraph("bullet", spans("\n".join([found[2], *following])), _level(found[1]))
    if found := NUMBER.fullmatch(first):
        words = spans("\n".join([found[3], *following]))
        return Paragraph("number", words, _level(found[1]), found[2])
    return Paragraph("body", spans("\n".join(lines)))


def _level(indent: str) -> int:
    return min(len(indent.expandtabs(4)) // 2, 2)


def spans(text: str, *, bold: bool = False, italic: bool = False) -> tuple[Span, ...]:
    """Return the faces of one paragraph's words."""
    return tuple(s for s in _spans(text, bold, italic) if s.text)


def _spans(text: str, bold: bool, italic: bool) -> Iterator[Span]:
    end = 0
    for found in EMPHASIS.finditer(text):
        yield Span(text[end : found.start()], bold, italic)
        width = len(found["mark"])
        yield from _spans(found["inner"], bold or width > 1, italic or width != 2)
        end = found.end()
    yield Span(text[end:], bold, italic)
