"""The lines of PDF pages as printed: their words, letters and places."""

from __future__ import annotations

import re
from ctypes import c_double
from dataclasses import dataclass, replace
from math import hypot
from typing import TYPE_CHECKING

from desktop.importers.blocks import width
from desktop.importers.marks import read_marks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pypdfium2 import PdfDocument, PdfTextPage

MOST_PAGES = 5000
MOST_TEXT = 30_000_000
BOLD = 600
LINE = re.compile(r"[^\r\n\f]+")
HYPHEN = "\u00ad"
GAP = 0.15
JUMP = 0.7
"""What stands higher or lower by this part of the letters' size stands on another line."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page as printed; `left`, `right` and `base` are its place in points."""

    text: str
    size: float = 0.0
    is_bold: bool = False
    left: float = 0.0
    right: float = 0.0
    base: float = 0.0
    page: int = 0

    @property
    def style(self) -> tuple[float, bool]:
        """What tells a heading: size and weight; a number tells itself, whatever its weight."""
        return self.size, self.is_bold and not read_marks(self.words)

    @property
    def words(self) -> str:
        """The line without the white space around it."""
        return self.text.strip()

    @property
    def indent(self) -> int:
        """How wide the white space before the words is."""
        return width(self.text[: len(self.text) - len(self.text.lstrip())])

    @property
    def is_placed(self) -> bool:
        """Whether its place is known and the line runs from left to right."""
        return self.right - self.left > 0.15 * self.size * len(self.words)


def read_pages(document: PdfDocument) -> list[list[Line]]:
    """Return the lines of every page, indents kept."""
    found: list[list[Line]] = []
    total = 0
    for number in range(min(len(document), MOST_PAGES)):
        lines = _page_lines(document, number)
        total += sum(len(line.text) for line in lines)
        found.append(lines)
        if total > MOST_TEXT:
            break
    return found


def _page_lines(document: PdfDocument, number: int) -> list[Line]:
    import pypdfium2

    try:
        page = document[number]
    except pypdfium2.PdfiumError:
        return []
    try:
        reader = page.get_textpage()
        try:
            return _mended(list(_lines(reader, reader.get_text_range(), number)))
        finally:
            reader.close()
    except pypdfium2.PdfiumError:
        return []
    finally:
        page.close()


def _mended(lines: list[Line]) -> list[Line]:
    """Put letters of one line together that PDFium took for a column, as on a page of one line."""
    found: list[Line] = []
    for line in lines:
        before = found[-1] if found else None
        if before is not None and len(line.words) <= 2 and _is_beside(before, line):
            space = " " if line.left - before.right > GAP * line.size else ""
            found[-1] = replace(before, text=before.text + space + line.words, right=line.right)
        else:
            found.append(line)
    return found


def _is_beside(before: Line, line: Line) -> bool:
    level = abs(before.base - line.base) < 0.2 * line.size
    return level and -0.2 * line.size < line.left - before.right < 0.6 * line.size


def _lines(reader: PdfTextPage, words: str, page: int) -> Iterator[Line]:
    """Yield the lines; a hyphen that PDFium marks as end of line joins the next one."""
    for found in LINE.finditer(words):
        start = found.start()
        for cut in [*_jumps(reader, found[0], start), found.end()]:
            text = words[start:cut].rstrip()
            if text.strip():
                yield _line(reader, text, start, page)
            start = cut


def _jumps(reader: PdfTextPage, text: str, start: int) -> list[int]:
    """Return where PDFium put two lines into one: behind a space that no letter made."""
    from pypdfium2 import raw

    found: list[int] = []
    at = text.find(" ", 1)
    while 0 < at < len(text) - 1:
        if raw.FPDFText_IsGenerated(reader, start + at) == 1:
            size = _size(reader, start + at + 1)
            rise = _base(reader, start + at - 1) - _base(reader, start + at + 1)
            if size > 0 and abs(rise) > JUMP * size:
                found.append(start + at)
        at = text.find(" ", at + 1)
    return found


def _size(reader: PdfTextPage, at: int) -> float:
    """Return the size of a letter as printed: many files scale letters of size 1."""
    from pypdfium2 import raw

    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(reader, at, matrix)
    return float(raw.FPDFText_GetFontSize(reader, at)) * hypot(matrix.b, matrix.d)


def _base(reader: PdfTextPage, at: int) -> float:
    from pypdfium2 import raw

    x, y = c_double(), c_double()
    raw.FPDFText_GetCharOrigin(reader, at, x, y)
    return y.value


def _line(reader: PdfTextPage, text: str, start: int, page: int) -> Line:
    from pypdfium2 import raw

    first = start + len(text) - len(text.lstrip())
    last = start + len(text) - 1
    size = _size(reader, first)
    is_bold = all(raw.FPDFText_GetFontWeight(reader, at) >= BOLD for at in (first, last))
    left, right, bottom, top = c_double(), c_double(), c_double(), c_double()
    raw.FPDFText_GetCharBox(reader, first, left, right, bottom, top)
    begin = left.value
    raw.FPDFText_GetCharBox(reader, last, left, right, bottom, top)
    return Line(
        text.replace("\ufffe", HYPHEN),
        round(size * 2) / 2,
        is_bold,
        begin,
        right.value,
        _base(reader, first),
        page,
    )
