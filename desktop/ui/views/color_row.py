"""The eight colors as a row of dots: one is chosen, arrows walk, the keys stand in the tooltips."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QWidget

from db.model import COLORS
from desktop.ui import theme
from desktop.ui.note_words import color_words
from desktop.ui.views.card import blended
from desktop.ui.words import tr

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QKeyEvent, QPaintEvent

SIDE = 22
STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}


class ColorDot(QAbstractButton):
    """One color: a dot, with a check when it is the note's."""

    def __init__(self, color: str) -> None:
        super().__init__()
        self.color = color
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.show_name({})

    def show_name(self, names: Mapping[str, str]) -> None:
        """Say what the color is called, and its key."""
        words = color_words(self.color, names)
        self.setAccessibleName(words)
        self.setToolTip(f"{words} ({COLORS.index(self.color) + 1})")

    def sizeHint(self) -> QSize:
        """Return the size of a dot with room for its ring."""
        return QSize(SIDE, SIDE)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the arrows to the row, which also chooses."""
        if event.key() in STEPS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the dot, its check and its ring."""
        del event
        tokens = theme.tokens()
        fill = tokens.marks[self.color]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(3, 3, -3, -3)
        edge = tokens.text if self.underMouse() else blended(fill, tokens.text, 0.3)
        painter.setPen(QPen(edge, tokens.border))
        painter.setBrush(fill)
        painter.drawEllipse(box)
        if self.isChecked():
            _paint_check(painter, box)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(tokens.accent, 2))
            painter.drawEllipse(QRectF(self.rect()).adjusted(1, 1, -1, -1))


def _paint_check(painter: QPainter, box: QRectF) -> None:
    painter.setPen(
        QPen(
            theme.tokens().mark_text,
            1.8,
            Qt.PenStyle.SolidLine,
            Qt.PenCapStyle.RoundCap,
            Qt.PenJoinStyle.RoundJoin,
        )
    )
    x, y, side = box.left(), box.top(), box.width()
    points = [(0.28, 0.52), (0.44, 0.68), (0.73, 0.34)]
    ends = [QRectF(x + side * a, y + side * b, 0, 0).topLeft() for a, b in points]
    painter.drawPolyline(ends)


class ColorRow(QWidget):
    """Eight dots; Tab comes to the chosen one, the arrows choose another."""

    color_chosen = Signal(str)

    def __init__(self, color: str = "") -> None:
        super().__init__()
        self.setAccessibleName(tr("Color"))
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for name in COLORS:
            dot = ColorDot(name)
            self._group.addButton(dot)
            row.addWidget(dot)
        row.addStretch()
        self.show_color(color)
        self._group.buttonClicked.connect(self._on_clicked)
        theme.signals().changed.connect(self.update)

    @property
    def dots(self) -> tuple[ColorDot, ...]:
        """The dots in the order of the keys 1–8."""
        return tuple(b for b in self._group.buttons() if isinstance(b, ColorDot))

    def show_names(self, names: Mapping[str, str]) -> None:
        """Say in the tooltips what the colors are called."""
        for dot in self.dots:
            dot.show_name(names)

    def show_color(self, color: str) -> None:
        """Check the dot of a color, silently; '' checks none."""
        self._group.setExclusive(False)
        for dot in self.dots:
            dot.setChecked(dot.color == color)
        self._group.setExclusive(True)
        self._lead_tab_to_chosen()

    def _lead_tab_to_chosen(self) -> None:
        """Let Tab stop once in the row: at the chosen dot, else at the first."""
        stop = self._group.checkedButton() or self.dots[0]
        policy = Qt.FocusPolicy
        for dot in self.dots:
            dot.setFocusPolicy(policy.StrongFocus if dot is stop else policy.ClickFocus)

    @Slot(QAbstractButton)
    def _on_clicked(self, dot: QAbstractButton) -> None:
        self._lead_tab_to_chosen()
        if isinstance(dot, ColorDot):
            self.color_chosen.emit(dot.color)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose the neighbor with the arrows."""
        step = STEPS.get(Qt.Key(event.key()))
        focused = self.focusWidget()
        if step is None or not isinstance(focused, ColorDot):
            super().keyPressEvent(event)
            return
        dots = self.dots
        dot = dots[(dots.index(focused) + step) % len(dots)]
        dot.setFocus(Qt.FocusReason.OtherFocusReason)
        dot.click()
