"""PDF: lines joined back to paragraphs; running heads, page numbers and line numbers taken out."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from db.errors import UserError
from desktop.importers.blocks import CJK, Block, Extract, compose
from desktop.importers.marks import read_marks
from desktop.importers.page_edges import without_edges
from desktop.importers.page_joining import Joiner, levels_of
from desktop.importers.page_lines import HYPHEN, read_pages

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pypdfium2 import PdfDocument

    from desktop.importers.page_lines import Line

PASSWORD = 4
"""PDFium's own error number for a missing password."""
GARBAGE = re.compile("[\ufffd\ue000-\uf8ff\x00-\x08\x0e-\x1f]")


def read_pdf(content: bytes, file: str) -> Extract:
    """Return the paragraphs of a PDF."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        raise _refusal(error, content, file) from error
    try:
        pages = without_edges(read_pages(document))
        title = _title(document)
        marks = _bookmarks(document)
    finally:
        document.close()
    if not any(pages):
        raise UserError("file-scan", file=file)
    paragraphs = [replace(b, text=b.text.replace(HYPHEN, "")) for b in _paragraphs(pages)]
    text, blocks = compose(_without_bylines(paragraphs))
    return Extract(text, blocks, title=title, doubts=tuple(_doubts(text, blocks, marks)))


def _refusal(error: Exception, content: bytes, file: str) -> UserError:
    words = str(error).casefold()
    if "password" in words or "security" in words or getattr(error, "err_code", 0) == PASSWORD:
        return UserError("file-protected", file=file)
    return UserError("file-damaged", file=file)


def _paragraphs(pages: Sequence[Sequence[Line]]) -> Iterator[Block]:
    """Yield the lines of all pages, joined where a line is full and the next goes on with it."""
    lines = [line for page in pages for line in page]
    joiner = Joiner(lines, levels_of(lines))
    run = ""
    for at, line in enumerate(lines):
        if run and joiner.goes_on(at):
            run = _glued(run, line.words)
        else:
            if run:
                yield Block(0, 0, run, level=joiner.level(at - 1))
            run = line.text
    if run:
        yield Block(0, 0, run, level=joiner.level(len(lines) - 1))


def _without_bylines(blocks: Sequence[Block]) -> list[Block]:
    """Return the paragraphs; author and date below the title are no headings.

    They are printed larger than the text, but smaller than the heading that follows at once.
    """
    found = list(blocks)
    begin = next((n for n, b in enumerate(found) if b.level != 1), 0)
    end = begin
    while end < len(found) and found[end].level and not read_marks(found[end].text):
        if end > begin and found[end].level < found[end - 1].level:
            found[begin:end] = [replace(b, level=0) for b in found[begin:end]]
            break
        end += 1
    return found


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
