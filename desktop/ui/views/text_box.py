"""A plain text field that grows with its words and hands them on as they are typed."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QTextOption
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy

from desktop.ui.views.emphasis import mark_of, toggle_mark
from desktop.ui.views.own_keys import claim, is_leaving

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QFocusEvent, QKeyEvent
    from PySide6.QtWidgets import QWidget

REST_MS = 500
"""After the last key; a draft must be on its way within 600 ms."""
LONGEST_MS = 2000
"""Typing without a rest is handed on this often."""
BORROWED = (
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
)


class TextBox(QPlainTextEdit):
    """Words that are never discarded: `drafted` while they are typed and when the focus goes.

    `left` by Esc or Ctrl+Return, `abandoned` when the focus went elsewhere in the program. Tab
    leaves the field; Ctrl+Z takes back typing here and nowhere else.
    """

    drafted = Signal(str)
    grown = Signal()
    left = Signal()
    abandoned = Signal()

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._handed_on = text
        self.seen = text
        self._most_lines = 14
        self._least_lines = 2
        self._seen_height = 0
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._longest = QTimer(self, singleShot=True, interval=LONGEST_MS)
        self._rest.setTimerType(Qt.TimerType.PreciseTimer)
        self._rest.timeout.connect(self.hand_on)
        self._longest.timeout.connect(self.hand_on)
        self._dress()
        self.textChanged.connect(self._on_text_changed)
        self.document().documentLayout().documentSizeChanged.connect(self._on_size_changed)

    def _dress(self) -> None:
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet("QPlainTextEdit { background: transparent; border: none; }")
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(6)

    def set_lines(self, least: int, most: int) -> None:
        """Set between how many lines the field may be high; beyond, it scrolls."""
        self._least_lines, self._most_lines = least, most
        self.updateGeometry()

    @property
    def pending(self) -> bool:
        """Whether words were typed that are not handed on yet."""
        return self.toPlainText() != self._handed_on

    @Slot()
    def hand_on(self) -> None:
        """Hand on what was typed since the last time, now."""
        self._rest.stop()
        self._longest.stop()
        text = self.toPlainText()
        if text != self._handed_on:
            self.seen, self._handed_on = self._handed_on, text
            self.drafted.emit(text)

    def finish(self) -> None:
        """Take what an input method still holds, and hand everything on."""
        if self.hasFocus():
            QGuiApplication.inputMethod().commit()
        self.hand_on()

    def take(self, text: str) -> None:
        """Show words that were changed elsewhere; words that are being typed here stay."""
        if text == self._handed_on or self.pending:
            return
        self._handed_on = text
        place = self.textCursor().position()
        self.setPlainText(text)
        cursor = self.textCursor()
        cursor.setPosition(min(place, self.document().characterCount() - 1))
        self.setTextCursor(cursor)

    @Slot()
    def _on_text_changed(self) -> None:
        if self.pending:
            self._rest.start()
            if not self._longest.isActive():
                self._longest.start()

    @Slot()
    def _on_size_changed(self) -> None:
        height = self.sizeHint().height()
        if height != self._seen_height:
            self._seen_height = height
            self.updateGeometry()
            self.grown.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hand on what was typed; menus and other windows only borrow the focus."""
        super().focusOutEvent(event)
        self.hand_on()
        if event.reason() not in BORROWED:
            self.abandoned.emit()

    def sizeHint(self) -> QSize:
        """Return the room for the words, between the least and the most lines."""
        line = self.fontMetrics().lineSpacing()
        words = min(max(self._words_height(), self._least_lines * line), self._most_lines * line)
        margin = 2 * self.document().documentMargin() + 2 * self.frameWidth()
        return QSize(120, math.ceil(words + margin) + 2)

    def _words_height(self) -> float:
        """Return how high the words are in pixels; the document itself only counts lines."""
        most = self._most_lines * self.fontMetrics().lineSpacing()
        height, block = 0.0, self.document().begin()
        while block.isValid() and height < most:
            height += self.blockBoundingRect(block).height()
            block = block.next()
        return height

    def minimumSizeHint(self) -> QSize:
        """Return the same: the field is never squeezed."""
        return self.sizeHint()

    def event(self, event: QEvent) -> bool:
        """Keep the keys of the field from the shortcuts of the window."""
        return claim(event, is_leaving) or claim(event, _is_mark) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc or Ctrl+Return; the words stay. No other key reaches the list around.

        Ctrl+B and Ctrl+I set the chosen words in bold and in italics.
        """
        if is_leaving(event):
            event.accept()
            self.left.emit()
            return
        if mark := mark_of(event):
            event.accept()
            self.setTextCursor(toggle_mark(self.textCursor(), mark))
            return
        super().keyPressEvent(event)
        event.accept()


def _is_mark(event: QKeyEvent) -> bool:
    return bool(mark_of(event))
