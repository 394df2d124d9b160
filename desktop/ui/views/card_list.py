"""A list of cards of many heights, one of which may hold an editor: notes, hits, blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QSize,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from desktop.ui import theme
from desktop.ui.views.own_keys import ENTER, is_bare

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from desktop.ui.views.card import Card

BY_KEY = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
    Qt.FocusReason.OtherFocusReason,
)
ENDS = {Qt.Key.Key_Home: -1_000_000, Qt.Key.Key_End: 1_000_000}


class CardList(QListView):
    """A list whose rows are cards; `chosen` comes only from a person's hand, by key or mouse."""

    chosen = Signal(QModelIndex)
    opened = Signal(QModelIndex)
    delete_pressed = Signal()
    menu_asked = Signal(QPoint)
    laid_out = Signal()

    def __init__(self, card: Card[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card = card
        self._edited = QPersistentModelIndex()
        self._editor_widget: QWidget | None = None
        self._refine = QTimer(self, interval=0, singleShot=True)
        self._refine.timeout.connect(self.lay_out_in_place)
        self._fit = QTimer(self, interval=0, singleShot=True)
        self._fit.timeout.connect(self._on_fit)
        self.setItemDelegate(card)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        self.verticalScrollBar().setSingleStep(24)
        theme.signals().changed.connect(self._on_theme_changed)

    @Slot()
    def _on_theme_changed(self) -> None:
        self._card.forget()
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        """Lay the cards out again when the font changes."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._card.forget()
            self.scheduleDelayedItemsLayout()

    # laying out

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the cards out again when the width changes."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._refine.start()

    def doItemsLayout(self) -> None:
        """Lay out within the time of a blink; what is only guessed then is measured after it."""
        self._card.start_pass()
        super().doItemsLayout()
        if self._card.guessed:
            self._refine.start()
        self.laid_out.emit()

    @Slot()
    def lay_out_in_place(self) -> None:
        """Lay out again so that what is seen stays where it is seen."""
        index = self._held_card()
        before = self.visualRect(index).top()
        self.doItemsLayout()
        bar = self.verticalScrollBar()
        if index.isValid() and bar.value():
            bar.setValue(bar.value() + self.visualRect(index).top() - before)

    def _held_card(self) -> QModelIndex:
        """Return the card that must not move: the current one in sight, else the top one."""
        current = self.currentIndex()
        if current.isValid() and self.visualRect(current).intersects(self.viewport().rect()):
            return current
        return self.indexAt(QPoint(self.viewport().width() // 2, 4))

    # choosing

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose with the arrows, Home and End; open with Return; delete with Delete."""
        if event.key() in ENTER and is_bare(event):
            if self.currentIndex().isValid():
                self.opened.emit(self.currentIndex())
            return
        if event.key() == Qt.Key.Key_Delete:
            self.delete_pressed.emit()
            return
        if event.key() in ENDS and is_bare(event):
            self.step(ENDS[Qt.Key(event.key())])
            return
        before = QPersistentModelIndex(self.currentIndex())
        super().keyPressEvent(event)
        if self.currentIndex().isValid() and before != self.currentIndex():
            self.chosen.emit(self.currentIndex())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the card under the mouse, also when it was chosen before."""
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and self._is_card(index):
            self.chosen.emit(index)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the card under the mouse."""
        super().mouseDoubleClickEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and self._is_card(index):
            self.opened.emit(index)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a menu: at the mouse, or on the current card when a key asked."""
        index = self.currentIndex()
        if event.reason() == QContextMenuEvent.Reason.Keyboard and index.isValid():
            place = self.visualRect(index).topLeft() + QPoint(24, 24)
        else:
            place = event.pos()
        self.menu_asked.emit(self.viewport().mapToGlobal(place))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select a card when the focus comes by key, so that the keys have something to act on."""
        super().focusInEvent(event)
        if event.reason() in BY_KEY:
            self.select_current()

    def select_current(self) -> None:
        """Select the current card when none is selected: others went away, or the focus came."""
        current = self.currentIndex()
        if self._is_card(current) and not self.selectionModel().hasSelection():
            self.select(current)

    def step(self, count: int) -> None:
        """Choose the card so many cards further; both ends hold."""
        cards = self._cards()
        if not cards:
            return
        current = self.currentIndex()
        wanted = cards.index(current) + count if current in cards else (0 if count > 0 else -1)
        last = len(cards) - 1
        at = last if wanted == -1 and current not in cards else min(max(wanted, 0), last)
        if cards[at] != current or not self.selectionModel().isSelected(current):
            self.select(cards[at])
            self.chosen.emit(cards[at])

    def _cards(self) -> list[QModelIndex]:
        """Return what can be chosen; headings between the cards cannot."""
        model = self.model()
        indexes = [model.index(row, 0) for row in range(model.rowCount())]
        return [index for index in indexes if self._is_card(index)]

    def _is_card(self, index: QModelIndex) -> bool:
        return bool(index.isValid() and index.flags() & Qt.ItemFlag.ItemIsSelectable)

    def select(self, index: QModelIndex) -> None:
        """Make a card the only selected one and bring it into sight, without `chosen`."""
        flag = self.selectionModel().SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(index, flag)
        self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)

    # an editor inside a card

    def open_editor(self, index: QModelIndex, editor: QWidget) -> None:
        """Put a widget into a card, which grows for it."""
        self.close_editor()
        self._edited, self._editor_widget = QPersistentModelIndex(index), editor
        self.setIndexWidget(index, editor)
        self.fit_editor()

    def close_editor(self) -> None:
        """Take the widget out of its card; the widget is deleted."""
        index, self._edited = self._edited_index(), QPersistentModelIndex()
        self._editor_widget = None
        if index.isValid():
            self.setIndexWidget(index, None)  # type: ignore[arg-type]
            self.scheduleDelayedItemsLayout()

    def editor_in_row(self, row: int) -> QWidget | None:
        """Return the widget in a card, None when there is none."""
        return self._editor_widget if self._edited.row() == row else None

    @Slot()
    def fit_editor(self) -> None:
        """Give the card with the editor the room that it asks for, and keep it in sight.

        Soon, not now: an editor that is given its width asks for another height at once.
        """
        self._fit.start()

    @Slot()
    def _on_fit(self) -> None:
        self.lay_out_in_place()
        if self._edited.isValid():
            self.scrollTo(self._edited_index())

    def _edited_index(self) -> QModelIndex:
        """Return the card with the editor, an invalid index when there is none."""
        valid = self._edited.isValid()
        return self.model().index(self._edited.row(), 0) if valid else QModelIndex()

    def viewportSizeHint(self) -> QSize:
        """Ask for little: the pane decides."""
        return QSize(200, 120)
