"""The small bar under the text: find words in the open document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from desktop.ui import theme
from desktop.ui.words import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


class FindBar(QWidget):
    """Signals: `words_changed(words)`, `step_requested(+1 or -1)`, `closed()`."""

    words_changed = Signal(str)
    step_requested = Signal(int)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("find_bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(tr("Find in this document"))
        self.field.setAccessibleName(tr("Find in this document"))
        self.field.setMaximumWidth(320)
        self.field.textChanged.connect(self.words_changed)
        self.count = QLabel(self)
        self.count.setObjectName("muted")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(28, 6, 12, 6)
        layout.setSpacing(8)
        layout.addWidget(self.field, 1)
        layout.addWidget(self.count, 1)
        layout.addWidget(self._button("arrow-up", tr("Previous match (Shift+F3)"), -1))
        layout.addWidget(self._button("arrow-down", tr("Next match (F3)"), 1))
        layout.addWidget(self._button("close", tr("Close (Esc)"), 0))
        self.hide()

    def _button(self, icon: str, words: str, step: int) -> QToolButton:
        button = QToolButton(self)
        button.setAutoRaise(True)
        button.setIconSize(QSize(18, 18))
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.setProperty("step", step)
        theme.wear_icon(button, icon)
        button.clicked.connect(self._on_button)
        return button

    @Slot()
    def _on_button(self) -> None:
        step = self.sender().property("step")
        if step:
            self.step_requested.emit(step)
        else:
            self.close_bar()

    def open_bar(self, words: str = "") -> None:
        """Show the bar with the focus in it; chosen words of the text stand in it at once."""
        self.show()
        if words:
            self.field.setText(words)
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self.words_changed.emit(self.field.text())

    def close_bar(self) -> None:
        """Hide the bar; the marks on the page go with it."""
        if self.isVisible():
            self.hide()
            self.closed.emit()

    def show_count(self, number: int, total: int, *, more: bool = False) -> None:
        """Show which of how many matches is in view; 0 of 0 says that there is none.

        `more`: there are more than were counted.
        """
        if not self.field.text():
            self.count.setText("")
        elif not total:
            self.count.setText(tr("Not in this document"))
        else:
            here, all_of_them = QLocale().toString(number), QLocale().toString(total)
            words = tr("{number} of {total}", number=here, total=all_of_them)
            self.count.setText(f"{words}+" if more else words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return steps on, Shift+Return back, Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.step_requested.emit(-1 if back else 1)
        else:
            super().keyPressEvent(event)
