"""The bar at the top of the page: what went wrong, or what was done and what to do with it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from desktop.ui import theme
from desktop.ui.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QKeyEvent

    Deed = tuple[str, Callable[[], object]]

SECONDS = 12


class MessageBar(QWidget):
    """One sentence with buttons for what can be done; it blocks nothing.

    A failure stays until it is closed or the next one comes; news leave by themselves.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("message_bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.label = QLabel(self)
        self.label.setWordWrap(True)
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._buttons: list[QPushButton] = []
        self._close = QToolButton(self)
        self._close.setIconSize(QSize(18, 18))
        self._close.setAutoRaise(True)
        self._close.setAccessibleName(tr("Close this message"))
        self._close.setToolTip(tr("Close this message (Esc)"))
        theme.wear_icon(self._close, "close")
        self._close.clicked.connect(self.hide)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(16, 8, 8, 8)
        self._layout.setSpacing(8)
        self._layout.addWidget(self.label, 1)
        self._layout.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def show_failure(self, words: str, *deeds: Deed) -> None:
        """Show what went wrong; it stays."""
        self._timer.stop()
        self._show(words, "failure", deeds)

    def show_news(self, words: str, *deeds: Deed) -> None:
        """Show what was done, with buttons (words, deed); it leaves after some seconds."""
        self._show(words, "news", deeds)
        self._timer.start(SECONDS * 1000)

    def show_task(self, words: str, *deeds: Deed) -> None:
        """Show what to do now, with buttons; it stays until one is pressed."""
        self._timer.stop()
        self._show(words, "news", deeds)

    def _show(self, words: str, kind: str, deeds: Sequence[Deed]) -> None:
        self.label.setText(words)
        self.setAccessibleName(words)
        self.setProperty("kind", kind)
        for button in self._buttons:
            button.deleteLater()
        self._buttons = [self._button(*deed) for deed in deeds]
        self.show()
        theme.dress(self)
        self._tell_screen_readers()

    def _tell_screen_readers(self) -> None:
        from PySide6.QtGui import QAccessible, QAccessibleEvent

        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def _button(self, words: str, deed: Callable[[], object]) -> QPushButton:
        button = QPushButton(words, self)
        button.clicked.connect(partial(self._do, deed))
        self._layout.insertWidget(self._layout.count() - 1, button)
        return button

    def _do(self, deed: Callable[[], object], _checked: bool = False) -> None:
        self.hide()
        deed()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)
