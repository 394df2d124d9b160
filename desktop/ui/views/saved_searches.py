"""The saved searches below the documents: run with a click, named, ordered, taken away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QListView,
    QSizePolicy,
    QStyledItemDelegate,
    QVBoxLayout,
    QWidget,
)

from desktop.ui import theme
from desktop.ui.models.row_list import ROW_ROLE
from desktop.ui.models.searches_model import SearchesModel
from desktop.ui.views.own_keys import ENTER, claim, is_bare
from desktop.ui.words import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QEvent, QPersistentModelIndex
    from PySide6.QtGui import QFocusEvent, QKeyEvent
    from PySide6.QtWidgets import QStyleOptionViewItem

    from db.model import SavedSearch

    Index = QModelIndex | QPersistentModelIndex

ROW = 27
MOST_ROWS = 6
"""Rows that are seen without scrolling."""
STAR = 14
OWN_KEYS = (Qt.Key.Key_F2, Qt.Key.Key_Delete)
MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class SearchRow(QStyledItemDelegate):
    """Paints a star and the name of a search."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a row of the tree above."""
        del index
        return QSize(0, max(ROW, option.fontMetrics.height() + 10))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        tokens = theme.tokens()
        view = option.widget
        assert isinstance(view, QListView)
        here = view.model().index(index.row(), 0)
        selected = view.hasFocus() and view.selectionModel().isSelected(here)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if selected:
            painter.setBrush(tokens.selection)
            painter.setPen(QPen(tokens.accent, 2))
            painter.drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), 4, 4)
        left, middle = option.rect.left() + 8, option.rect.center().y()
        theme.icon("star-outline").paint(painter, left, middle - STAR // 2, STAR, STAR)
        painter.setPen(tokens.selection_text if selected else tokens.text)
        room = option.rect.adjusted(8 + STAR + 6, 0, -8, 0)
        words = option.fontMetrics.elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.setFont(option.font)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)
        painter.restore()


class SearchList(QListView):
    """The list; Return runs, F2 names, Delete takes away, Alt+Up and Alt+Down move."""

    run = Signal(str)
    rename_pressed = Signal(str)
    delete_pressed = Signal(str)
    move_pressed = Signal(str, int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("tree")
        self.setItemDelegate(SearchRow(self))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDropIndicatorShown(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.clicked.connect(self._on_clicked)

    def uid(self) -> str:
        """Return the search at which the list is, '' when there is none."""
        row = self.currentIndex().data(ROW_ROLE)
        return str(row.uid) if row is not None else ""

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        self.run.emit(str(index.data(ROW_ROLE).uid))

    def event(self, event: QEvent) -> bool:
        """Keep F2 and Delete from the documents above."""
        return claim(event, _is_own) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the keys say to the current search."""
        uid, key = self.uid(), Qt.Key(event.key())
        moving = event.modifiers() == Qt.KeyboardModifier.AltModifier and key in MOVES
        if not uid:
            super().keyPressEvent(event)
        elif moving:
            self.move_pressed.emit(uid, MOVES[key])
        elif key in ENTER and is_bare(event):
            self.run.emit(uid)
        elif key == Qt.Key.Key_F2:
            self.rename_pressed.emit(uid)
        elif key == Qt.Key.Key_Delete:
            self.delete_pressed.emit(uid)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select a search when the focus comes, so that the keys have something to act on."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self.model().index(0, 0))
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show at once that the keys go elsewhere now."""
        super().focusOutEvent(event)
        self.viewport().update()


def _is_own(event: QKeyEvent) -> bool:
    return event.key() in OWN_KEYS


class SavedSearches(QWidget):
    """A heading and the list, not there while nothing is saved.

    Signals: `run(uid)`, `rename_requested(uid)`, `delete_requested(uid)`, `moved(uid, place)`,
    `menu_requested(uid, global position)`.
    """

    run = Signal(str)
    rename_requested = Signal(str)
    delete_requested = Signal(str)
    moved = Signal(str, int)
    menu_requested = Signal(str, QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = SearchesModel(self)
        self.list = SearchList(self)
        self.list.setModel(self.model)
        self.list.setAccessibleName(tr("Saved searches"))
        heading = QLabel(tr("Saved searches"), self)
        font = QFont(heading.font())
        font.setWeight(QFont.Weight.DemiBold)
        heading.setFont(font)
        heading.setIndent(16)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(4)
        column.addWidget(heading)
        column.addWidget(self.list)
        self._connect_signals()
        self.hide()

    def _connect_signals(self) -> None:
        self.list.run.connect(self.run)
        self.list.rename_pressed.connect(self.rename_requested)
        self.list.delete_pressed.connect(self.delete_requested)
        self.list.move_pressed.connect(self._on_move_pressed)
        self.list.customContextMenuRequested.connect(self._on_menu_requested)
        self.model.moved.connect(self.moved)
        theme.signals().changed.connect(self.list.viewport().update)

    def show_searches(self, searches: Sequence[SavedSearch]) -> None:
        """Show these, in their order."""
        self.model.replace(searches)
        high = max(ROW, self.list.fontMetrics().height() + 10)
        self.list.setFixedHeight(high * min(len(searches), MOST_ROWS))
        self.setVisible(bool(searches))

    @Slot(str, int)
    def _on_move_pressed(self, uid: str, step: int) -> None:
        place = self.model.place_of(uid) + step
        if 0 <= place < self.model.rowCount():
            self.moved.emit(uid, place)

    @Slot(QPoint)
    def _on_menu_requested(self, point: QPoint) -> None:
        index = self.list.indexAt(point)
        if index.isValid():
            self.list.setCurrentIndex(index)
            self.menu_requested.emit(self.list.uid(), self.list.viewport().mapToGlobal(point))
