"""The context menu of a note's card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QIcon, QKeySequence, QPainter, QPixmap
from PySide6.QtWidgets import QMenu

from db.model import COLORS
from desktop.ui import theme
from desktop.ui.views.color_row import color_words
from desktop.ui.words import tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class NoteMenu(QMenu):
    """What can be done with the selected notes, and in which order all stand."""

    edit_chosen = Signal()
    color_chosen = Signal(str)
    memo_chosen = Signal()
    export_chosen = Signal()
    delete_chosen = Signal()
    order_chosen = Signal(bool)

    def __init__(self, parent: QWidget, *, count: int, color: str, newest_first: bool) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if count:
            self._add_deeds(count, color)
            self.addSeparator()
        self._add_order(newest_first)

    def _add_deeds(self, count: int, color: str) -> None:
        edit = self._add(tr("&Edit note"), "Return")
        edit.setEnabled(count == 1)
        edit.triggered.connect(self.edit_chosen)
        self._add_colors(color)
        self.addSeparator()
        self._add(tr("Add to &memo")).triggered.connect(self.memo_chosen)
        self._add(tr("E&xport…")).triggered.connect(self.export_chosen)
        self.addSeparator()
        self._add(tr("&Delete"), "Del").triggered.connect(self.delete_chosen)

    def _add(self, words: str, keys: str = "") -> QAction:
        action = QAction(words, self)
        if keys:
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.setShortcutVisibleInContextMenu(True)
        self.addAction(action)
        return action

    def _add_colors(self, color: str) -> None:
        menu = self.addMenu(tr("&Color"))
        group = QActionGroup(self)
        group.triggered.connect(self._on_color)
        for name in COLORS:
            action = QAction(dot_icon(name), color_words(name), self)
            action.setCheckable(True)
            action.setChecked(name == color)
            action.setData(name)
            group.addAction(action)
            menu.addAction(action)

    def _add_order(self, newest_first: bool) -> None:
        menu = self.addMenu(tr("&Order"))
        group = QActionGroup(self)
        group.triggered.connect(self._on_order)
        for words, newest in ((tr("&Newest first"), True), (tr("As in the &text"), False)):
            action = QAction(words, self)
            action.setCheckable(True)
            action.setChecked(newest == newest_first)
            action.setData(newest)
            group.addAction(action)
            menu.addAction(action)

    @Slot(QAction)
    def _on_color(self, action: QAction) -> None:
        self.color_chosen.emit(action.data())

    @Slot(QAction)
    def _on_order(self, action: QAction) -> None:
        self.order_chosen.emit(action.data())


def dot_icon(color: str) -> QIcon:
    """Return a dot in a color of the moment."""
    picture = QPixmap(QSize(16, 16))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    tokens = theme.tokens()
    painter.setPen(tokens.muted)
    painter.setBrush(tokens.marks[color])
    painter.drawEllipse(2, 2, 12, 12)
    painter.end()
    return QIcon(picture)
