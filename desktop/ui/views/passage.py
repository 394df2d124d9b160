"""A passage in its clause as rich text: the marked words, and in them what differs."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from desktop.ui import theme
from desktop.ui.offsets import shown

if TYPE_CHECKING:
    from PySide6.QtGui import QColor

HERE = "here"
"""The anchor in the rich text at which the passage begins, to scroll to."""
SAME, GONE, FRESH = "same", "gone", "fresh"
"""Words of a passage: as in the other edition, only in the old one, only in the new one."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of an edition with what stands around them; `parts` are (kind, words) in order."""

    caption: str
    before: str
    parts: tuple[tuple[str, str], ...]
    after: str

    @property
    def words(self) -> str:
        """The words themselves."""
        return "".join(words for _, words in self.parts)


def passage_html(passage: Passage, color: str) -> str:
    """Return the passage for a text browser: marked in a color, differing words set apart.

    What differs is struck out or underlined too: the colors alone would not reach every eye.
    """
    marks = theme.tokens().marks
    grounds = {
        SAME: marks.get(color, marks["yellow"]),
        GONE: marks["red"],
        FRESH: marks["green"],
    }
    inner = "".join(_part(kind, words, grounds[kind]) for kind, words in passage.parts)
    return _paragraph(
        f"{_plain(passage.before)}<a name='{HERE}'></a>{inner}{_plain(passage.after)}"
    )


def _paragraph(inner: str) -> str:
    return f"<div style='line-height:140%'>{inner}</div>"


def _part(kind: str, words: str, ground: QColor) -> str:
    line = {GONE: "line-through", FRESH: "underline"}.get(kind, "none")
    ink = theme.tokens().mark_text.name()
    looks = f"background-color:{ground.name()};color:{ink};text-decoration:{line}"
    return f"<span style='{looks}'>{_plain(words)}</span>"


def _plain(words: str) -> str:
    return (
        escape(shown(words)).replace("\r\n", "\n").replace("\n", "<br/>").replace("\u2028", "<br/>")
    )
