"""A chip: a quiet button that is on or off, with a word and maybe a count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy

from desktop.ui import theme
from desktop.ui.views.card import blended, sized

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QColor, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from desktop.ui.theme import Tokens

SIDE = 9
GAP = 5
CROSS = 7
"""The side of the cross that takes a chosen chip away."""
WIDEST = 168


class Chip(QPushButton):
    """A word on a rounded ground, its count behind it; one that is on shows a cross instead."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.count = ""
        self.setFont(sized(self.font(), -1))
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme.signals().changed.connect(self.update)

    def show_words(self, words: str, count: str = "", *, on: bool = False) -> None:
        """Show a word and a count."""
        self.count = count
        self.setText(words)
        self.setChecked(on)
        self.updateGeometry()
        self.update()

    def _right(self) -> int:
        """Return the room of what stands behind the words."""
        if self.isChecked():
            return CROSS + GAP
        wide = self.fontMetrics().horizontalAdvance(self.count)
        return wide + GAP if self.count else 0

    def sizeHint(self) -> QSize:
        """Return the room for word and count, never wider than a chip may be."""
        metrics = self.fontMetrics()
        wide = metrics.horizontalAdvance(self.text()) + self._right() + 2 * SIDE
        return QSize(min(wide, WIDEST), metrics.height() + 6)

    def changeEvent(self, event: QEvent) -> None:
        """Ask for other room when the font is another."""
        super().changeEvent(event)
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, word, and count or cross."""
        del event
        tokens = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        ground, words, behind = self._colors(tokens)
        painter.setBrush(ground)
        painter.setPen(QPen(tokens.line, tokens.border) if tokens.border > 1 else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        self._paint_words(painter, words, behind)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(tokens.accent, 2))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 10, 10)

    def _colors(self, tokens: Tokens) -> tuple[QColor, QColor, QColor]:
        """Return the colors of ground, word and count."""
        if self.isChecked():
            return tokens.selection, tokens.selection_text, tokens.selection_text
        ground = blended(tokens.side, tokens.text, 0.07)
        if self.underMouse() or self.isDown():
            ground = blended(ground, tokens.text, 0.08)
        return ground, tokens.text, tokens.muted

    def _paint_words(self, painter: QPainter, words: QColor, behind: QColor) -> None:
        painter.setFont(self.font())
        metrics = self.fontMetrics()
        right = self._right()
        room = self.width() - 2 * SIDE - right
        shown = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, room + 1)
        painter.setPen(words)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(SIDE, 0, room + 2, self.height()), middle, shown)
        left = self.width() - SIDE - right + GAP
        if self.isChecked():
            _paint_cross(painter, QPointF(left, (self.height() - CROSS) / 2), behind)
            return
        painter.setPen(behind)
        painter.drawText(QRectF(left, 0, right + 2, self.height()), middle, self.count)


def _paint_cross(painter: QPainter, corner: QPointF, color: QColor) -> None:
    painter.setPen(QPen(color, 1.4))
    far = corner + QPointF(CROSS, CROSS)
    painter.drawLine(corner, far)
    painter.drawLine(QPointF(corner.x(), far.y()), QPointF(far.x(), corner.y()))
