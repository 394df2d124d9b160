"""The page as a widget: a read-only text with a caret, painted around by `page_painter`.

It is a QTextEdit for its selection, its keys and what it tells screen readers; the words in it are
the source's and nothing else. What leaves it is cut from the source, never from the widget.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QApplication, QFrame, QTextEdit

from desktop.ui import theme
from desktop.ui.views.page_spots import Spot

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent, QResizeEvent, QWheelEvent
    from PySide6.QtWidgets import QWidget

    from desktop.ui.views.page import Page

ABOVE = 24
"""Pixels that stay free above and below a place that is brought into view."""
OVERHANG = 16.0
"""Pixels by which what is painted may reach out of its row."""
Hold = tuple[int, float]
"""A position and how far below the viewport's top it stands, to come back to it."""


class PageText(QTextEdit):
    """Shows one page at a time.

    `clicked` (a click that selected nothing), `entered` (Return at the caret) and `explained` (the
    pointer rests on something) carry the Spot; `explained(None)` says that the pointer left it.
    `words_dragged` ends a selection by mouse, `caret_walked` is a step of the caret by key.
    """

    clicked = Signal(object)
    entered = Signal(object)
    explained = Signal(object)
    copy_pressed = Signal()
    escape_pressed = Signal()
    zoom_turned = Signal(int)
    context_asked = Signal(QPoint)
    laid_out = Signal()
    words_dragged = Signal()
    caret_walked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(True)
        self.setAcceptDrops(False)
        self.viewport().setMouseTracking(True)
        self.page: Page | None = None
        self.takes_escape = False
        self._pressed = QPoint()
        self._explained = QRect()

    # the page

    def show_page(self, page: Page) -> None:
        """Show another page from its beginning; the one before it is thrown away."""
        before = self.page
        page.layout.set_width(self.viewport().width())
        self.page = page
        self.setDocument(page.layout.document)
        self.setCursorWidth(2)
        page.geometry.settle()
        if before is not None:
            before.layout.document.deleteLater()
        self.marks_changed()
        self.laid_out.emit()

    def show_nothing(self) -> None:
        """Show no page."""
        before, self.page = self.page, None
        self.setDocument(QTextDocument(self))
        if before is not None:
            before.layout.document.deleteLater()

    def marks_changed(self) -> None:
        """Paint again after the marks of the page changed."""
        self.setExtraSelections(self._words_on_marks())
        self.viewport().update()

    def _words_on_marks(self) -> list[QTextEdit.ExtraSelection]:
        """Return small muted words on a note's color: set in the color that is read on it."""
        found: list[QTextEdit.ExtraSelection] = []
        if self.page is None:
            return found
        looks = QTextCharFormat()
        looks.setForeground(QBrush(theme.tokens().mark_text))
        rows = self.page.layout.rows
        for row, stretches in self.page.marks.bands.items():
            for stretch in stretches if rows[row].is_small else ():
                first = self.page.map.first(row)
                selection = QTextEdit.ExtraSelection()
                selection.cursor = self._cursor(first + stretch.first, first + stretch.last)
                selection.format = looks
                found.append(selection)
        return found

    def _cursor(self, first: int, last: int) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(first)
        cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    # places

    @property
    def top(self) -> int:
        """How far the page is scrolled down."""
        return self.verticalScrollBar().value()

    def select(self, first: int, last: int) -> None:
        """Select from one position to another; the same twice places the caret."""
        self.setTextCursor(self._cursor(first, last))

    def drop_selection(self) -> None:
        """Select nothing; the caret stays where it is."""
        cursor = self.textCursor()
        cursor.clearSelection()
        self.setTextCursor(cursor)

    def bring(self, first: int, last: int, *, near_top: bool = False) -> None:
        """Scroll so that these positions are in view, when they are not.

        The first comes to a third of the height, or near the top when it begins something to read.
        """
        if self.page is None:
            return
        head, tail = self.page.above(first), self.page.base(last)
        high = self.viewport().height()
        lowest = high * 6 // 10 if near_top else high - ABOVE
        seen = self.top <= head and max(head, tail) <= self.top + lowest
        if not seen:
            share = ABOVE if near_top or tail - head > high // 2 else high // 3
            self.verticalScrollBar().setValue(round(head) - share)

    def selected_rect(self) -> QRect | None:
        """Return where the selected words are in the viewport, None when nothing is selected."""
        cursor = self.textCursor()
        if self.page is None or not cursor.hasSelection():
            return None
        box = self.page.box(cursor.selectionStart(), cursor.selectionEnd())
        return self.in_viewport(box).toAlignedRect()

    def reading_row(self) -> int:
        """Return the row where the caret is, or the first one in sight when it is not; else -1."""
        if self.page is None or not self.page.layout.rows:
            return -1
        position = self.textCursor().position()
        if self.in_view(position):
            return self.page.map.row_at(position)
        return self.page.geometry.row_at(self.top + ABOVE)

    def hold(self) -> Hold | None:
        """Return the place at the top of the viewport; None at the top of the page."""
        if self.page is None or not self.page.layout.rows or not self.top:
            return None
        geometry = self.page.geometry
        row = geometry.row_at(self.top)
        unit = geometry.line_start(row, self.top)
        return self.page.map.first(row) + unit, geometry.place(row, unit).base - self.top

    def return_to(self, hold: Hold | None) -> None:
        """Scroll back to a place that was held before the page was laid out anew."""
        if hold is not None and self.page is not None:
            self.verticalScrollBar().setValue(round(self.page.base(hold[0]) - hold[1]))

    def on_page(self, point: QPointF) -> QPointF:
        """Return a point of the viewport in pixels of the document."""
        return point + QPointF(0, self.top)

    def in_viewport(self, box: QRectF) -> QRectF:
        """Return a box of the document in pixels of the viewport."""
        return box.translated(0, -self.top)

    def in_view(self, position: int) -> bool:
        """Return whether a position is in sight."""
        base = self.page.base(position) if self.page is not None else 0.0
        return 0 <= base - self.top <= self.viewport().height()

    def caret_spot(self) -> Spot:
        """Return what is at the caret."""
        if self.page is None or not self.page.layout.rows:
            return Spot()
        return self.page.spots.on(*self.page.row_unit(self.textCursor().position()))

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the marks, the words over them, and the labels and signs around them."""
        if self.page is None:
            super().paintEvent(event)
            return
        self.page.geometry.settle()
        area = event.rect()
        low, high = self.top + area.top() - OVERHANG, self.top + area.bottom() + OVERHANG
        rows = list(self.page.geometry.rows_in(low, high))
        with self._painter() as behind:
            self.page.painter.paint_behind(behind, rows)
        super().paintEvent(event)
        with self._painter() as over:
            self.page.painter.paint_over(over, rows)

    def _painter(self) -> QPainter:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(0, -self.top)
        return painter

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Center the column anew; the words at the top stay at the top."""
        if self.page is None:
            super().resizeEvent(event)
            return
        hold = self.hold()
        self.page.layout.set_width(self.viewport().width())
        super().resizeEvent(event)
        self.page.geometry.settle()
        self.return_to(hold)
        self.laid_out.emit()

    # the mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a click began."""
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell of a click that selected nothing."""
        super().mouseReleaseEvent(event)
        moved = (event.position().toPoint() - self._pressed).manhattanLength()
        still = moved < QApplication.startDragDistance()
        if event.button() != Qt.MouseButton.LeftButton or self.page is None:
            return
        if self.textCursor().hasSelection():
            self.words_dragged.emit()
        elif still:
            self.clicked.emit(self.page.spots.at(self.on_page(event.position())))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand over what can be clicked and is not text."""
        super().mouseMoveEvent(event)
        if event.buttons() or self.page is None:
            return
        spot = self.page.spots.at(self.on_page(event.position()))
        hand = spot.link or spot.hung
        shape = Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(shape)
        if not self._explained.isNull() and not self._explained.contains(
            event.position().toPoint()
        ):
            self.stop_explaining()

    def stop_explaining(self) -> None:
        """Tell that the pointer left what was explained."""
        self._explained = QRect()
        self.explained.emit(None)

    def viewportEvent(self, event: QEvent) -> bool:
        """Explain what the pointer rests on, in a card of our own instead of a tooltip."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            if self.page is not None:
                self._explain(self.page.spots.at(self.on_page(QPointF(event.pos()))))
            return True
        if event.type() == QEvent.Type.Leave and not self._explained.isNull():
            self.stop_explaining()
        return super().viewportEvent(event)

    def _explain(self, spot: Spot) -> None:
        if spot.explains:
            self._explained = self.in_viewport(spot.rect).toAlignedRect().adjusted(-4, -4, 4, 4)
            self.explained.emit(spot)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ask for another zoom with Ctrl, scroll without."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y():
                self.zoom_turned.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu; with nothing selected the caret comes to the clicked clause."""
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        if by_mouse and not self.textCursor().hasSelection():
            self.setTextCursor(self.cursorForPosition(event.pos()))
        self.context_asked.emit(event.globalPos())

    # keys

    def event(self, event: QEvent) -> bool:
        """Keep Esc for ourselves while it has something to close here."""
        asks = event.type() == QEvent.Type.ShortcutOverride and self.takes_escape
        if asks and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy and Return are ours; all that moves the caret is Qt's; letters are nobody's here."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_pressed.emit()
        elif event.key() == Qt.Key.Key_Escape and self.takes_escape:
            self.escape_pressed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit(self.caret_spot())
        else:
            before = self.textCursor().position()
            super().keyPressEvent(event)
            if self.textCursor().position() != before:
                self.caret_walked.emit()

    def createMimeDataFromSelection(self) -> QMimeData:
        """Return the selected words as they stand in the source."""
        words = QMimeData()
        cursor = self.textCursor()
        if self.page is not None and cursor.hasSelection():
            span = self.page.map.span(cursor.selectionStart(), cursor.selectionEnd())
            if span is not None:
                words.setText(self.page.unit.cut(*span))
        return words
