"""The bar that floats beside chosen words: colors, highlight, note, copy, cite, memo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QHBoxLayout, QToolButton

from db.model import COLORS
from desktop.ui import theme
from desktop.ui.views.color_row import ColorDot
from desktop.ui.words import tr

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QKeyEvent, QPaintEvent
    from PySide6.QtWidgets import QWidget

GAP = 6
"""Pixels between the bar and the words."""
INSET = 4
"""Pixels that stay free between the bar and the edges of the viewport."""
STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class SelectionBar(QFrame):
    """Asks for what is to be done with the chosen words; Tab comes here, arrows walk, Esc leaves.

    `color_chosen('')` is the plain Highlight: the color that was used last.
    """

    color_chosen = Signal(str)
    note_chosen = Signal()
    copy_chosen = Signal()
    cite_chosen = Signal()
    memo_chosen = Signal()
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("What to do with the chosen words"))
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self._dots = QButtonGroup(self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(6, 4, 6, 4)
        self._row.setSpacing(1)
        self._add_dots()
        self._row.addSpacing(8)
        self._add_deeds()
        theme.signals().changed.connect(self.update)
        self.hide()

    def _add_dots(self) -> None:
        for color in COLORS:
            dot = ColorDot(color)
            dot.setCheckable(False)
            dot.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._dots.addButton(dot)
            self._row.addWidget(dot)
        self._dots.buttonClicked.connect(self._on_dot_clicked)

    def _add_deeds(self) -> None:
        self._add("marker", tr("Highlight"), "H").clicked.connect(self._on_highlight_clicked)
        self._add("note-plus-outline", tr("Add note"), "N").clicked.connect(self.note_chosen)
        self._add("content-copy", tr("Copy"), "Ctrl+C").clicked.connect(self.copy_chosen)
        cite = self._add("format-quote-close", tr("Copy with citation"), "C")
        cite.clicked.connect(self.cite_chosen)
        memo = self._add("text-box-plus-outline", tr("Add to memo"), "M")
        memo.clicked.connect(self.memo_chosen)

    def _add(self, icon: str, words: str, key: str) -> QToolButton:
        button = BarButton(self)
        button.setIconSize(QSize(18, 18))
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAccessibleName(words)
        button.setToolTip(f"{words} ({key})")
        theme.wear_icon(button, icon)
        self._row.addWidget(button)
        return button

    def show_names(self, names: Mapping[str, str]) -> None:
        """Say in the tooltips what the colors are called."""
        for button in self.buttons:
            if isinstance(button, ColorDot):
                button.show_name(names)

    @property
    def buttons(self) -> list[QAbstractButton]:
        """The dots and buttons from left to right."""
        items = (self._row.itemAt(i) for i in range(self._row.count()))
        return [w for i in items if i is not None and isinstance(w := i.widget(), QAbstractButton)]

    @Slot(QAbstractButton)
    def _on_dot_clicked(self, dot: QAbstractButton) -> None:
        if isinstance(dot, ColorDot):
            self.color_chosen.emit(dot.color)

    @Slot()
    def _on_highlight_clicked(self) -> None:
        self.color_chosen.emit("")

    def show_at(self, words: QRect, within: QRect) -> None:
        """Show the bar above the words (below them where there is no room), inside `within`."""
        size = self.sizeHint()
        room = within.adjusted(INSET, INSET, -INSET, -INSET)
        top = words.top() - size.height() - GAP
        if top < room.top():
            top = words.bottom() + GAP
        left = words.center().x() - size.width() // 2
        left = max(room.left(), min(left, room.right() - size.width() + 1))
        top = max(room.top(), min(top, room.bottom() - size.height() + 1))
        self.setGeometry(QRect(QPoint(left, top), size))
        self.show()
        self.raise_()

    def take_focus(self) -> None:
        """Put the focus on the first color."""
        self.buttons[0].setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk with the arrows; Esc gives the focus back to the text."""
        step = STEPS.get(Qt.Key(event.key()))
        focused = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif step is not None and isinstance(focused, QAbstractButton):
            buttons = self.buttons
            neighbor = buttons[(buttons.index(focused) + step) % len(buttons)]
            neighbor.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a card with a hairline around it."""
        del event
        paint_card(self)


class BarButton(QToolButton):
    """A button with an icon that shows where the focus is."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press with Return as with Space; leave the arrows to the bar."""
        if event.key() in STEPS:
            event.ignore()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the button, and the ring in focus."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.tokens().accent, 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 5, 5)


def paint_card(card: QFrame) -> None:
    """Paint the ground of something that floats over the page."""
    tokens = theme.tokens()
    painter = QPainter(card)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    half = tokens.border / 2
    painter.setPen(QPen(tokens.line, tokens.border))
    painter.setBrush(tokens.window if tokens.dark else tokens.page)
    box = card.rect().toRectF().adjusted(half, half, -half, -half)
    painter.drawRoundedRect(box, 8, 8)
