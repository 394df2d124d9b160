"""The small bar on the chosen block of a memo: move, edit, go to its place, add below, remove."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.ui import theme
from desktop.ui.views.deed_button import DeedButton
from desktop.ui.words import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class BlockBar(QWidget):
    """Icon buttons with names and keys in their tooltips; Esc gives the focus back."""

    moved = Signal(int)
    edit_asked = Signal()
    place_asked = Signal()
    add_asked = Signal()
    remove_asked = Signal()
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("What to do with this block"))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(3, 2, 3, 2)
        self._row.setSpacing(0)
        self.up = self._button("arrow-up", tr("Move up"), "Alt+Up")
        self.down = self._button("arrow-down", tr("Move down"), "Alt+Down")
        self.edit = self._button("pencil-outline", tr("Edit the words"), "Return")
        self.place = self._button("arrow-right", tr("Go to its place in the text"), "Ctrl+Return")
        self.add = self._button("text-box-plus-outline", tr("Add own text below"), "Ins")
        self.remove = self._button("delete-outline", tr("Remove from the memo"), "Del")
        self.up.clicked.connect(self._on_up)
        self.down.clicked.connect(self._on_down)
        self.edit.clicked.connect(self.edit_asked)
        self.place.clicked.connect(self.place_asked)
        self.add.clicked.connect(self.add_asked)
        self.remove.clicked.connect(self.remove_asked)
        self.hide()

    def _button(self, icon: str, words: str, keys: str) -> DeedButton:
        button = DeedButton(icon=icon)
        button.setFixedSize(28, 24)
        button.setAccessibleName(words)
        button.setToolTip(f"{words} ({keys})")
        self._row.addWidget(button)
        return button

    @Slot()
    def _on_up(self) -> None:
        self.moved.emit(-1)

    @Slot()
    def _on_down(self) -> None:
        self.moved.emit(1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give the focus back with Esc; no key of the bar reaches the list."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground: paper with a hairline."""
        del event
        tokens = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(tokens.page)
        painter.setPen(QPen(tokens.line, tokens.border))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
