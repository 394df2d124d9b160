"""The Markdown of a note as calm words for a card: bold and italic spans, signs for lists.

Nothing is ever run, loaded or followed: a link is its words with the address after them, HTML is
what it is, text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.library.markdown import Paragraph

LINK = re.compile(r"!?\[([^\[\]\n]{0,300})\]\(([^()\s]{1,500})\)")
SIGNS = ("•", "◦", "▪")
DEEPER = "\u2003"


@dataclass(frozen=True, slots=True)
class CalmWords:
    """Words in lines; `bold` and `italic` are spans of code points."""

    text: str
    bold: tuple[tuple[int, int], ...] = ()
    italic: tuple[tuple[int, int], ...] = ()


def calm_words(body: str, most: int) -> CalmWords:
    """Return the words of a note as a card shows them; only `most` characters are looked at."""
    from desktop.library.markdown import paragraphs  # no start of the window needs it

    lines: list[str] = []
    bold: list[tuple[int, int]] = []
    italic: list[tuple[int, int]] = []
    at = 0
    for paragraph in paragraphs(body.strip()[:most]):
        words = _sign(paragraph)
        for span in paragraph.spans:
            shown = LINK.sub(_link, span.text)
            place = (at + len(words), at + len(words) + len(shown))
            if span.bold or paragraph.kind == "heading":
                bold.append(place)
            if span.italic:
                italic.append(place)
            words += shown
        lines.append(words)
        at += len(words) + 1
    return CalmWords("\n".join(lines), tuple(bold), tuple(italic))


def _sign(paragraph: Paragraph) -> str:
    """Return what stands before the words of a list's item."""
    if paragraph.kind == "bullet":
        return f"{DEEPER * paragraph.level}{SIGNS[paragraph.level]} "
    return f"{DEEPER * paragraph.level}{paragraph.mark} " if paragraph.kind == "number" else ""


def _link(found: re.Match[str]) -> str:
    words, address = found[1].strip(), found[2]
    return f"{words} ({address})" if words and words != address else address
