"""What a note carries besides words, color and tags: status, sensitivity, author, its times."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QToolButton,
    QWidget,
)

from db.model import SENSITIVITIES, STATUSES
from desktop.ui.days import day_and_time, moment_words
from desktop.ui.note_words import sensitivity_words, status_words
from desktop.ui.views.own_keys import ENTER, claim, is_leaving
from desktop.ui.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QFocusEvent, QKeyEvent

    from db.model import Note

OPENING = (*ENTER, Qt.Key.Key_Down)


class ChoiceButton(QToolButton):
    """One of a few values, chosen from a menu; `chosen(value)` when it is another."""

    chosen = Signal(str)

    def __init__(self, name: str, values: Sequence[str], words: Callable[[str], str]) -> None:
        super().__init__()
        self._name = name
        self._words = words
        self.value = ""
        self._group = QActionGroup(self)
        menu = QMenu(self)
        for value in values:
            action = QAction(words(value), menu)
            action.setCheckable(True)
            action.setData(value)
            self._group.addAction(action)
            menu.addAction(action)
        self.setMenu(menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("choice", True)
        self._group.triggered.connect(self._on_triggered)

    def show_value(self, value: str) -> None:
        """Show a value, silently."""
        self.value = value
        words = self._words(value)
        self.setText(words)
        self.setToolTip(f"{self._name}: {words}")
        self.setAccessibleName(f"{self._name}: {words}")
        for action in self._group.actions():
            action.setChecked(action.data() == value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the menu with Return and Down as with Space."""
        if event.key() in OPENING and not is_leaving(event):
            self.showMenu()
        else:
            super().keyPressEvent(event)

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        value = str(action.data())
        if value != self.value:
            self.show_value(value)
            self.chosen.emit(value)


class AuthorField(QLineEdit):
    """The name of who wrote a note; `named` when another one was typed and the field is left."""

    named = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._told = name
        self.setPlaceholderText(tr("Author"))
        self.setAccessibleName(tr("Author"))
        self.returnPressed.connect(self.hand_on)

    def take(self, name: str) -> None:
        """Show a name that was given elsewhere; what is being typed stays."""
        if name != self._told and " ".join(self.text().split()) == self._told:
            self._told = name
            self.setText(name)

    @Slot()
    def hand_on(self) -> None:
        """Tell the name as it stands, if it is not told yet."""
        name = " ".join(self.text().split())
        if name != self._told:
            self._told = name
            self.named.emit(name)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell the name when the field is left."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.hand_on()

    def event(self, event: QEvent) -> bool:
        """Keep Esc and Ctrl+Return from the shortcuts of the window: they leave the editor."""
        return claim(event, is_leaving) or super().event(event)


class NoteFacts(QWidget):
    """Status, sensitivity and author to be changed, and when the note was written.

    `fact_changed(name, value)` tells each change by the name of the note's field.
    """

    fact_changed = Signal(str, str)

    def __init__(self, note: Note) -> None:
        super().__init__()
        self.status = ChoiceButton(tr("Status"), STATUSES, status_words)
        self.sensitivity = ChoiceButton(tr("Sensitivity"), SENSITIVITIES, sensitivity_words)
        self.author = AuthorField(note.author)
        self._times = QLabel()
        self._times.setTextFormat(Qt.TextFormat.PlainText)
        self._times.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        self._build()
        self.take(note)
        self.status.chosen.connect(self._on_status)
        self.sensitivity.chosen.connect(self._on_sensitivity)
        self.author.named.connect(self._on_author)

    def _build(self) -> None:
        choices = QHBoxLayout()
        choices.setSpacing(4)
        choices.addWidget(self.status)
        choices.addWidget(self.sensitivity)
        choices.addStretch()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(6)
        grid.addLayout(choices, 0, 0, 1, 2)
        grid.addWidget(self.author, 1, 0)
        grid.addWidget(self._times, 1, 1, Qt.AlignmentFlag.AlignRight)
        grid.setColumnStretch(0, 1)
        font = self._times.font()
        font.setPointSizeF(max(font.pointSizeF() - 1, 6.0))
        self._times.setFont(font)
        self.author.setMinimumWidth(70)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """The fields in the order in which Tab walks."""
        return self.status, self.sensitivity, self.author

    @property
    def times(self) -> str:
        """When the note was written and changed, in full."""
        return self._times.toolTip()

    def take(self, note: Note) -> None:
        """Show what the note carries now; a name that is being typed stays."""
        self.status.show_value(note.status)
        self.sensitivity.show_value(note.sensitivity)
        self.author.take(note.author)
        times = [tr("Written {time}", time=moment_words(note.created))]
        if moment_words(note.changed) != moment_words(note.created):
            times.append(tr("Changed {time}", time=moment_words(note.changed)))
        self._times.setText(day_and_time(note.changed))
        self._times.setToolTip("\n".join(times))
        self._times.setAccessibleName(". ".join(times))

    def hand_on(self) -> None:
        """Tell a name that was typed and is not told yet."""
        self.author.hand_on()

    @Slot(str)
    def _on_status(self, value: str) -> None:
        self.fact_changed.emit("status", value)

    @Slot(str)
    def _on_sensitivity(self, value: str) -> None:
        self.fact_changed.emit("sensitivity", value)

    @Slot(str)
    def _on_author(self, name: str) -> None:
        self.fact_changed.emit("author", name)
