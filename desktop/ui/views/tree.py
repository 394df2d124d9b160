"""A quiet tree: rows with a label to the left and a count at the right edge, one rounded band."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QLocale,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from desktop.ui import theme
from desktop.ui.models.outline_model import COUNT, HITS, KIND, LABEL
from desktop.ui.words import tr

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QFocusEvent, QInputEvent, QKeyEvent, QMouseEvent

    Index = QModelIndex | QPersistentModelIndex

SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
ROW = 27
STEP = 15
EDGE = 8
HEADS = ("group", "document", "bookmarks", "memos", "trash")


class Delegate(QStyledItemDelegate):
    """Paints one row: label and title to the left, the count in the muted color to the right.

    It asks the tree what is selected: the first look at QStyle costs a start-up 10 ms.
    """

    def __init__(self, tree: QTreeView) -> None:
        super().__init__(tree)
        self._tree = tree

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a row; the width is the tree's."""
        return QSize(0, max(ROW, option.fontMetrics.height() + 10))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the words; the background is the tree's, since it spans the whole row."""
        tokens = theme.tokens()
        selected = self._tree.selectionModel().isSelected(_plain(index))
        color = tokens.selection_text if selected else tokens.text
        count = index.data(COUNT) or 0
        hits = index.data(HITS) or 0
        if hits:
            right = _paint_hits(painter, option, hits)
        else:
            right = self._paint_count(painter, option, str(count) if count else "")
        painter.setFont(_font(option.font, index))
        words = "  ".join(w for w in (index.data(LABEL), index.data()) if w)
        room = option.rect.adjusted(2, 0, -right, 0)
        metrics = painter.fontMetrics()
        painter.setPen(color)
        painter.drawText(
            room,
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
            metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width()),
        )

    def _paint_count(self, painter: QPainter, option: QStyleOptionViewItem, count: str) -> int:
        """Paint the count and return the room that it takes."""
        if not count:
            return EDGE
        painter.setFont(option.font)
        painter.setPen(theme.tokens().muted)
        painter.drawText(
            option.rect.adjusted(0, 0, -EDGE, 0),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight,
            count,
        )
        return EDGE + painter.fontMetrics().horizontalAdvance(count) + 8


def _paint_hits(painter: QPainter, option: QStyleOptionViewItem, hits: int) -> int:
    """Paint how many hits lie here on the color of search, and return the room that it takes."""
    tokens = theme.tokens()
    painter.setFont(option.font)
    words, metrics = QLocale().toString(hits), painter.fontMetrics()
    wide, high = metrics.horizontalAdvance(words) + 12, metrics.height() + 2
    box = QRectF(option.rect.right() - EDGE - wide + 4, 0, wide, high)
    box.moveTop(option.rect.center().y() - high / 2 + 0.5)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tokens.marks["yellow"])
    painter.drawRoundedRect(box, high / 2, high / 2)
    painter.setPen(tokens.mark_text)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
    return EDGE + wide + 4


def _font(base: QFont, index: Index) -> QFont:
    font = QFont(base)
    font.setWeight(QFont.Weight.DemiBold if index.data(KIND) in HEADS else QFont.Weight.Normal)
    return font


class Tree(QTreeView):
    """The tree itself: quiet rows, arrows and selection drawn in the theme's colors."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tree")
        self.setAccessibleName(tr("Contents of the library"))
        self.setHeaderHidden(True)
        self.setItemDelegate(Delegate(self))
        self.setIndentation(STEP)
        self.setUniformRowHeights(True)
        self.setAnimated(False)
        self.setMouseTracking(True)
        self.setFrameShape(QTreeView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

        self.is_choosing = False

    @contextmanager
    def _choosing(self, event: QInputEvent) -> Iterator[None]:
        """Remember while Shift or Ctrl is held: then rows are chosen, and nothing is opened."""
        self.is_choosing = bool(event.modifiers() & (SHIFT | CTRL))
        try:
            yield
        finally:
            self.is_choosing = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, or choose several rows with Shift."""
        with self._choosing(event):
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose one row, or several with Shift or Ctrl."""
        with self._choosing(event):
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag documents, or choose the rows that are passed over."""
        self.is_choosing = event.buttons() != Qt.MouseButton.NoButton
        try:
            super().mouseMoveEvent(event)
        finally:
            self.is_choosing = False

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell what was clicked."""
        with self._choosing(event):
            super().mouseReleaseEvent(event)

    def take_many(self) -> None:
        """Let several rows be chosen and dragged."""
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDragDropOverwriteMode(True)

    def drawRow(self, painter: QPainter, options: QStyleOptionViewItem, index: Index) -> None:
        """Paint the selection as one rounded band over the whole row, then the row."""
        tokens = theme.tokens()
        selected = self.selectionModel().isSelected(_plain(index))
        width, height = self.viewport().width(), options.rect.height()
        band = QRectF(0, options.rect.top(), width, height).adjusted(1, 1, -1, -1)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if selected:
            painter.setBrush(tokens.selection)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(band, 4, 4)
        super().drawRow(painter, options, index)
        if selected and self.hasFocus():  # last, since Qt fills the room of the branches too
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(tokens.accent, 2))
            painter.drawRoundedRect(band, 4, 4)

    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """Paint a small arrow before what can be unfolded."""
        model = self.model()
        if not model.hasChildren(index):
            return
        middle = QPoint(rect.right() - 7, rect.center().y())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.tokens().muted)
        painter.drawPolygon(_arrow(middle, down=self.isExpanded(_plain(index))))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show at once that the keys go here now."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show at once that the keys go elsewhere now."""
        super().focusOutEvent(event)
        self.viewport().update()


def _plain(index: Index) -> QModelIndex:
    """Qt's views hand out plain indexes, only their annotations say more."""
    return index if isinstance(index, QModelIndex) else QModelIndex()


def _arrow(middle: QPoint, *, down: bool) -> QPolygonF:
    x, y = middle.x(), middle.y()
    corners = [(-4, -2), (4, -2), (0, 3)] if down else [(-2, -4), (-2, 4), (3, 0)]
    return QPolygonF([QPoint(x + dx, y + dy).toPointF() for dx, dy in corners])
