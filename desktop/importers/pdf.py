"""PDF: lines joined back to paragraphs; running heads, page numbers and line numbers taken out."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from db.errors import UserError
from desktop.importers.blocks import CJK, STOP, Block, Extract, compose, width
from desktop.importers.contents import has_leader
from desktop.importers.line_numbers import strip_numbers
from desktop.importers.marks import read_marks

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pypdfium2 import PdfDocument, PdfTextPage

PASSWORD = 4
"""PDFium's own error number for a missing password."""
MOST_PAGES = 5000
MOST_TEXT = 30_000_000
EDGE = 3
"""So many lines at the top and bottom of a page can be a running head."""
PAGE_NUMBER = re.compile(
    r"^\W{0,4}(第\s*)?(page\s*)?\d{1,4}(\s*页)?(\s*(/|of|共)\s*\d{1,4}\s*页?)?\W{0,4}$|^[ivxl]{1,6}$",
    re.I,
)
BOLD = 600
Style = tuple[float, bool]
LINE = re.compile(r"[^\r\n\f]+")
HYPHEN = "\u00ad"
GARBAGE = re.compile("[\ufffd\ue000-\uf8ff\x00-\x08\x0e-\x1f]")


def read_pdf(content: bytes, file: str) -> Extract:
    """Return the paragraphs of a PDF."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        raise _refusal(error, content, file) from error
    try:
        pages = _clean(_pages(document))
        title = _title(document)
        marks = _bookmarks(document)
    finally:
        document.close()
    if not any(pages):
        raise UserError("file-scan", file=file)
    text, blocks = compose(
        [replace(b, text=b.text.replace(HYPHEN, "")) for b in _paragraphs(pages)]
    )
    return Extract(text, blocks, title=title, doubts=tuple(_doubts(text, blocks, marks)))


def _refusal(error: Exception, content: bytes, file: str) -> UserError:
    words = str(error).casefold()
    if "password" in words or "security" in words or getattr(error, "err_code", 0) == PASSWORD:
        return UserError("file-protected", file=file)
    return UserError("file-damaged", file=file)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page as printed, with the size of its letters."""

    text: str
    size: float = 0.0
    is_bold: bool = False

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


def _pages(document: PdfDocument) -> list[list[Line]]:
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
            return list(_sized(reader, reader.get_text_range()))
        finally:
            reader.close()
    except pypdfium2.PdfiumError:
        return []
    finally:
        page.close()


def _sized(reader: PdfTextPage, words: str) -> Iterator[Line]:
    """Yield the lines; a hyphen that PDFium marks as end of line joins the next one."""
    from pypdfium2 import raw

    for found in LINE.finditer(words):
        text = found[0].rstrip()
        if text.strip():
            first = found.start() + len(text) - len(text.lstrip())
            size = float(raw.FPDFText_GetFontSize(reader, first))
            ends = (first, found.start() + len(text) - 1)
            is_bold = all(raw.FPDFText_GetFontWeight(reader, at) >= BOLD for at in ends)
            yield Line(text.replace("\ufffe", HYPHEN), round(size * 2) / 2, is_bold)


def _clean(pages: list[list[Line]]) -> list[list[Line]]:
    """Take out line numbers, then running heads and page numbers."""
    pages = [_unnumbered(lines) for lines in pages]
    heads = _running(pages)
    return [
        [
            line
            for at, line in enumerate(lines)
            if not (
                _is_edge(at, len(lines))
                and (_shape(line) in heads or (len(pages) > 1 and PAGE_NUMBER.match(line.words)))
            )
        ]
        for lines in pages
    ]


def _unnumbered(lines: list[Line]) -> list[Line]:
    texts = strip_numbers([line.text for line in lines])
    return [replace(line, text=t) for t, line in zip(texts, lines, strict=True) if t.strip()]


def _is_edge(at: int, count: int) -> bool:
    edge = min(EDGE, max(1, count // 6))
    return at < edge or at >= count - edge


def _running(pages: Sequence[Sequence[Line]]) -> set[str]:
    """Return the shapes of lines that stand at the edge of many pages."""
    counts: Counter[str] = Counter()
    for lines in pages:
        counts.update({_shape(line) for at, line in enumerate(lines) if _is_edge(at, len(lines))})
    least = max(3, 0.4 * len(pages))
    return {shape for shape, count in counts.items() if count >= least and shape}


def _shape(line: Line) -> str:
    return re.sub(r"\d+", "#", re.sub(r"\s+", "", line.text))


def _paragraphs(pages: Sequence[Sequence[Line]]) -> Iterator[Block]:
    """Yield the lines of all pages, joined where a line is full and the next goes on with it."""
    lines = [line for page in pages for line in page]
    full = _full_width(lines)
    levels = _levels(lines)
    run, before = "", Line("")
    for line in lines:
        if run and _goes_on(before, line, full, levels):
            run = _glued(run, line.words)
        else:
            if run:
                yield Block(0, 0, run, level=levels.get(before.style, 0))
            run = line.text
        before = line
    if run:
        yield Block(0, 0, run, level=levels.get(before.style, 0))


def _levels(lines: Sequence[Line]) -> dict[Style, int]:
    """Return the heading level of every style that is larger or heavier than the text's own."""
    letters: Counter[Style] = Counter()
    for line in lines:
        letters[line.style] += len(line.words)
    if not letters:
        return {}
    size, is_bold = letters.most_common(1)[0][0]
    rare = [
        s
        for s in letters
        if letters[s] < 0.12 * letters.total()
        and (s[0] >= 1.08 * size or (s[1] and not is_bold and s[0] >= 0.98 * size))
    ]
    return {style: n for n, style in enumerate(sorted(rare, reverse=True)[:6], 1)}


def _full_width(lines: Sequence[Line]) -> int:
    widths = sorted(width(line.text.rstrip()) for line in lines if len(line.text) > 12)
    return widths[int(len(widths) * 0.85)] if widths else 0


def _goes_on(before: Line, line: Line, full: int, levels: dict[Style, int]) -> bool:
    marks = read_marks(line.words)
    is_heading = levels.get(before.style, 0) != levels.get(line.style, 0)
    if is_heading or has_leader(before.words) or has_leader(line.words):
        return False
    ends = bool(STOP.search(before.words))
    if marks and (ends or not all(m.loose for m in marks)):
        return False
    if levels.get(line.style, 0) or before.text.endswith(HYPHEN):
        return True
    if line.indent > before.indent + 1 and ends:
        return False
    if width(before.text.rstrip()) >= 0.82 * full:
        return True
    return line.words[:1].islower() and not ends and width(before.text) > 0.4 * full


def _glued(run: str, words: str) -> str:
    if run.endswith(HYPHEN):
        return run[:-1] + words
    chinese = CJK.match(run[-1]) or run[-1] in "，、；：。”）》"
    return (
        run + ("" if (chinese and not words[:1].isascii()) or CJK.match(words[:1]) else " ") + words
    )


def _title(document: PdfDocument) -> str:
    try:
        named = document.get_metadata_dict().get("Title", "")
    except Exception:  # a broken info dictionary must not lose the text
        return ""
    return " ".join(named.split()) if len(named) > 3 and "." not in named[-6:] else ""


def _bookmarks(document: PdfDocument) -> list[str]:
    import pypdfium2

    try:
        return [" ".join((b.get_title() or "").split()) for b in document.get_toc(max_depth=6)][
            :2000
        ]
    except (pypdfium2.PdfiumError, ValueError, RecursionError):
        return []


def _doubts(text: str, blocks: Sequence[Block], marks: Sequence[str]) -> Iterator[str]:
    bad = len(GARBAGE.findall(text))
    if bad > 0.02 * len(text):
        yield "Many signs of this file cannot be read; it may be a scan with a poor text layer."
    bare = "".join(text.split())
    lost = [m for m in marks if m and "".join(m.split()) not in bare]
    if marks and lost:
        yield (
            f"{len(lost)} of the {len(marks)} bookmarks of this file are not in its text, "
            f"such as “{lost[0]}”."
        )
