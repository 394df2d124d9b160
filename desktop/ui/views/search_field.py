"""The search field: tells each keystroke, a rest, and the keys that steer the list of hits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit

from desktop.ui import theme
from desktop.ui.views.own_keys import ENTER, claim, is_bare, is_escape
from desktop.ui.words import tr

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

REST_MS = 150
PAGE = 8
"""Hits that Page Up and Page Down step over."""
STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: PAGE,
    Qt.Key.Key_PageUp: -PAGE,
}


class SearchField(QLineEdit):
    """One line to search or filter with; the cursor stays in it while the list is steered.

    `query_changed` at each keystroke, `query_rested` 150 ms after the last one or with Return;
    `moved` for Up, Down, Page Up, Page Down; `opened` for Return; `left` for Esc.
    """

    query_changed = Signal(str)
    query_rested = Signal(str)
    moved = Signal(int)
    opened = Signal()
    left = Signal()

    def __init__(
        self, parent: QWidget | None = None, *, words: str = "", icon: str = "magnify"
    ) -> None:
        super().__init__(parent)
        words = words or tr("Search clauses and notes   (Ctrl+Shift+F)")
        self._icon = icon
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._lead = QAction(self)
        self._clear = QAction(tr("Clear"), self)
        self.setPlaceholderText(words)
        self.setAccessibleName(words.partition("   (")[0])
        if icon:
            self.addAction(self._lead, QLineEdit.ActionPosition.LeadingPosition)
        self.addAction(self._clear, QLineEdit.ActionPosition.TrailingPosition)
        self._clear.setVisible(False)
        self._clear.triggered.connect(self._on_cleared)
        self.textChanged.connect(self._on_text_changed)
        self._rest.timeout.connect(self._on_rested)
        theme.signals().changed.connect(self._dress)
        self._dress()

    @Slot()
    def _dress(self) -> None:
        self._clear.setIcon(theme.icon("close"))
        if self._icon:
            self._lead.setIcon(theme.icon(self._icon))

    @Slot(str)
    def _on_text_changed(self, text: str) -> None:
        self._clear.setVisible(bool(text))
        self._rest.start()
        self.query_changed.emit(text)

    @Slot()
    def _on_rested(self) -> None:
        self._rest.stop()
        self.query_rested.emit(self.text())

    @Slot()
    def _on_cleared(self) -> None:
        self.clear()
        self.setFocus()

    def event(self, event: QEvent) -> bool:
        """Keep Esc from the shortcuts of the window: it leaves the field."""
        return claim(event, is_escape) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Steer the list with the keys that a line of text does not need."""
        key = Qt.Key(event.key())
        if key in STEPS and is_bare(event):
            self.moved.emit(STEPS[key])
        elif key in ENTER:
            if self._rest.isActive():
                self._on_rested()
            self.opened.emit()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
            return
        event.accept()
