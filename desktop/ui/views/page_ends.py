"""The end of a page: the ways to the page before and the page after, where reading stops."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop.ui import theme
from desktop.ui.views.deed_button import DeedButton
from desktop.ui.words import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QPaintEvent

ABOVE = 20
"""Pixels between the last row and the line above the ways."""
BELOW_LINE = 12


class Way(NamedTuple):
    """Another page: its path, and its title as people read it."""

    path: str
    title: str


class WayButton(DeedButton):
    """Leads to another page; tells when the focus comes to it, so that it is brought into view."""

    focused = Signal()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the focus came by key."""
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            self.focused.emit()


class PageEnds(QWidget):
    """Previous on the left, next on the right; hidden when there is neither."""

    page_requested = Signal(str)
    focused = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.previous, self.next = WayButton(icon="arrow-left"), WayButton(icon="arrow-right")
        self._paths = {self.previous: "", self.next: ""}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, BELOW_LINE, 0, 0)
        row.addWidget(self.previous)
        row.addStretch(1)
        row.addWidget(self.next)
        for button in (self.previous, self.next):
            button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            button.clicked.connect(self._on_clicked)
            button.focused.connect(self.focused)
        self.show_ways(None, None)

    def show_ways(self, previous: Way | None, following: Way | None) -> None:
        """Show where the ways lead; a way that there is not is not shown."""
        said = (tr("Previous page: {title}"), tr("Next page: {title}"))
        ways = zip((self.previous, self.next), (previous, following), said, strict=True)
        for button, way, words in ways:
            button.setVisible(way is not None)
            self._paths[button] = way.path if way else ""
            if way is not None:
                button.setText(way.title)
                button.setAccessibleName(words.format(title=way.title))
                button.setToolTip(words.format(title=way.title))
        self.setVisible(previous is not None or following is not None)

    def stand(self, left: int, top: int, width: int) -> None:
        """Stand below the last row, as wide as the column."""
        self.setGeometry(left, top + ABOVE, width, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line that ends the page."""
        del event
        tokens = theme.tokens()
        QPainter(self).fillRect(0, 0, self.width(), tokens.border, tokens.line)

    @Slot()
    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, WayButton):
            self.page_requested.emit(self._paths[button])
