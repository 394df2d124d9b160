"""Buttons for deeds: the one filled button of a view, and the quiet ones beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy

from desktop.ui import theme
from desktop.ui.views.card import blended

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from desktop.ui.theme import Tokens

RADIUS = 6
ICON_SIDE = 18


class DeedButton(QPushButton):
    """A button with words and maybe an icon; `filled` is for the one next deed of a view."""

    def __init__(self, words: str = "", *, icon: str = "", filled: bool = False) -> None:
        super().__init__(words)
        self._filled = filled
        self._icon = icon
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme.signals().changed.connect(self.update)
        if filled:
            font = QFont(self.font())
            font.setWeight(QFont.Weight.DemiBold)
            self.setFont(font)

    def sizeHint(self) -> QSize:
        """Return the room for icon and words; a filled button is higher."""
        metrics = self.fontMetrics()
        side = ICON_SIDE + 6 if self._icon and self.text() else ICON_SIDE if self._icon else 0
        wide = metrics.horizontalAdvance(self.text()) + side + (32 if self._filled else 20)
        if not self.text():
            wide = ICON_SIDE + 10
        return QSize(wide, max(metrics.height() + (17 if self._filled else 11), 28))

    def minimumSizeHint(self) -> QSize:
        """Return the room that is left when the words end in an ellipsis."""
        return QSize(min(self.sizeHint().width(), 64), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, icon and words, and the ring in focus."""
        del event
        tokens = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        ground, edge, words = self._colors(tokens)
        painter.setBrush(ground)
        painter.setPen(QPen(edge, tokens.border))
        painter.drawRoundedRect(box, RADIUS, RADIUS)
        self._paint_content(painter, words)
        if self.hasFocus():
            self._paint_ring(painter, tokens)

    def _colors(self, tokens: Tokens) -> tuple[QColor, QColor, QColor]:
        """Return the colors of ground, edge and words."""
        clear = QColor(Qt.GlobalColor.transparent)
        if not self.isEnabled():
            return clear, tokens.line if self._filled else clear, tokens.muted
        pressed, over = self.isDown(), self.underMouse()
        if self._filled:
            share = 0.18 if pressed else 0.1 if over else 0.0
            ground = blended(tokens.accent, tokens.text, share)
            return ground, ground, tokens.on_accent
        if pressed or over:
            share = 0.14 if pressed else 0.07
            ground = blended(tokens.window, tokens.text, share)
            return ground, ground, tokens.text
        return clear, clear, tokens.text

    def _paint_content(self, painter: QPainter, color: QColor) -> None:
        painter.setFont(self.font())
        painter.setPen(color)
        room = QRectF(self.rect()).adjusted(8, 0, -8, 0)
        side = ICON_SIDE + 6 if self._icon and self.text() else 0
        metrics = self.fontMetrics()
        words = metrics.elidedText(
            self.text(), Qt.TextElideMode.ElideRight, round(room.width() - side) + 1
        )
        wide = metrics.horizontalAdvance(words) + side
        left = room.left() + max((room.width() - wide) / 2, 0)
        if self._icon:
            self._paint_icon(painter, left if self.text() else (self.width() - ICON_SIDE) / 2)
        box = QRectF(left + side, 0, room.right() - left - side + 2, self.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, words)

    def _paint_icon(self, painter: QPainter, left: float) -> None:
        mode = QIcon.Mode.Normal if self.isEnabled() else QIcon.Mode.Disabled
        if self.underMouse() and self.isEnabled():
            mode = QIcon.Mode.Active
        top = (self.height() - ICON_SIDE) // 2
        theme.icon(self._icon).paint(
            painter, round(left), top, ICON_SIDE, ICON_SIDE, Qt.AlignmentFlag.AlignCenter, mode
        )

    def _paint_ring(self, painter: QPainter, tokens: Tokens) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        box = QRectF(self.rect())
        if self._filled:
            painter.setPen(QPen(tokens.on_accent, 2))
            painter.drawRoundedRect(box.adjusted(3, 3, -3, -3), RADIUS - 2, RADIUS - 2)
        else:
            painter.setPen(QPen(tokens.accent, 2))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), RADIUS, RADIUS)
