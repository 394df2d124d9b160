"""The source text beside the recognized tree: the chosen place marked, what is left out muted."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QTextEdit

from desktop.ui import theme
from desktop.ui.offsets import Offsets, shown
from desktop.ui.words import mark, tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QColor
    from PySide6.QtWidgets import QWidget

    from db.model import Zone

MAIN = ("plan", "body", "annex")
LONGEST = 2000
"""Signs of one line that are laid out at once; a longer line of the source is shown in pieces."""
ZONES: dict[str, str] = {
    "chrome": mark("not part of the document"),
    "lede": mark("introduction of the web page"),
    "circular": mark("letter that sends the document"),
    "contact": mark("contact"),
    "plan": mark("document"),
    "body": mark("document"),
    "annex": mark("annex"),
}


def cuts_of(text: str) -> list[int]:
    """Return where lines that are too long are broken for the eye; the source is not touched."""
    cuts: list[int] = []
    for line in re.finditer(r"[^\n]+", text):
        cuts += range(line.start() + LONGEST, line.end(), LONGEST)
    return cuts


class SourceView(QPlainTextEdit):
    """Read only, with a caret; offsets are code points of the source. `caret_moved(offset)`."""

    caret_moved = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(tr("Source text"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(12)
        self._offsets = Offsets("")
        self._cuts: list[int] = []
        self._zones: tuple[Zone, ...] = ()
        self._chosen: tuple[int, int] | None = None
        self._silent = False
        self.cursorPositionChanged.connect(self._on_moved)
        theme.signals().changed.connect(self._dress)
        self._dress()

    @Slot()
    def _dress(self) -> None:
        self.setFont(theme.page_font())
        self._paint_marks()

    def show_text(self, text: str) -> None:
        """Show a source text, once: corrections never change it."""
        self._offsets = Offsets(text)
        self._cuts = cuts_of(text)
        lines = shown(text).replace("\u2028", "\n")
        edges = [0, *self._cuts, len(lines)]
        pieces = (lines[a:b] for a, b in pairwise(edges))
        self._silent = True
        self.setPlainText("\n".join(pieces) if self._cuts else lines)
        self._silent = False

    def show_zones(self, zones: Sequence[Zone]) -> None:
        """Mute what is not part of the document."""
        self._zones = tuple(zones)
        self._paint_marks()

    def show_span(self, start: int, end: int, *, move: bool = True) -> None:
        """Mark a place and bring it into view; the caret goes to its beginning."""
        self._chosen = (start, end)
        if move:
            self._silent = True
            cursor = self.textCursor()
            cursor.setPosition(self._to_qt(start))
            self.setTextCursor(cursor)
            self.centerCursor()
            self._silent = False
        self._paint_marks()

    def set_caret(self, offset: int) -> None:
        """Put the caret before a sign of the source."""
        cursor = self.textCursor()
        cursor.setPosition(self._to_qt(offset))
        self.setTextCursor(cursor)

    @property
    def caret(self) -> int:
        """Where the caret stands."""
        return self._to_source(self.textCursor().position())

    def selected_span(self) -> tuple[int, int] | None:
        """Return what is selected."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        return self._to_source(cursor.selectionStart()), self._to_source(cursor.selectionEnd())

    def zone_words(self, offset: int) -> str:
        """Return what the zone at an offset is called."""
        name = next((z.zone for z in self._zones if z.start <= offset < z.end), "")
        return tr(ZONES[name]) if name in ZONES else name

    def _to_qt(self, offset: int) -> int:
        return self._offsets.to_units(offset) + bisect_right(self._cuts, offset)

    def _to_source(self, position: int) -> int:
        shifted = [self._offsets.to_units(c) + n for n, c in enumerate(self._cuts)]
        return self._offsets.to_points(position - bisect_left(shifted, position))

    @Slot()
    def _on_moved(self) -> None:
        if not self._silent:
            self.caret_moved.emit(self.caret)

    def _paint_marks(self) -> None:
        tokens = theme.tokens()
        marks = [
            self._mark(z.start, z.end, ink=tokens.muted, ground=tokens.side)
            for z in self._zones
            if z.zone not in MAIN and z.end > z.start
        ]
        if self._chosen is not None:
            ink, ground = tokens.selection_text, tokens.selection
            marks.append(self._mark(*self._chosen, ink=ink, ground=ground))
        self.setExtraSelections(marks)

    def _mark(
        self, start: int, end: int, *, ink: QColor, ground: QColor
    ) -> QTextEdit.ExtraSelection:
        selection = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.document())
        last = self.document().characterCount() - 1
        cursor.setPosition(min(self._to_qt(start), last))
        cursor.setPosition(min(self._to_qt(end), last), QTextCursor.MoveMode.KeepAnchor)
        shape = QTextCharFormat()
        shape.setForeground(ink)
        shape.setBackground(ground)
        selection.cursor, selection.format = cursor, shape
        return selection
