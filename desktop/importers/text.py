"""Plain text files: the stored text is the decoded file, its line ends kept."""

from __future__ import annotations

from desktop.importers.blocks import Extract, paragraphs_of
from desktop.importers.encodings import decode
from desktop.importers.line_numbers import numbered_lines


def read_text(content: bytes) -> Extract:
    """Return the paragraphs of a text file."""
    text, _ = decode(content)
    if numbered_lines(text):
        return Extract(text, paragraphs_of(text), doubts=(LINE_NUMBERS,))
    return Extract(text, paragraphs_of(text))


LINE_NUMBERS = "The lines of this text are numbered; the numbers were not read as an outline."
