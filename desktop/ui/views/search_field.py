"""The search field: tells each keystroke, a rest, and the keys that steer the list of hits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit

from desktop.ui import theme
from desktop.ui.views.own_keys import ENTER, claim, is_bare, is_escape
from desktop.ui.words import tr

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

REST_MS = 150
PAGE = 8
"""Hits that Page Up and Page Down step over."""
STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: PAGE,
    Qt.Key.Key_PageUp: -PAGE,
}


class SearchField(QLineEdit):
    """One line to search or filter with; the cursor stays in it while the list is steered.

    `query_changed` at each keystroke, `query_rested` 150 ms after the last one or with Return;
    `moved` for Up, Down, Page Up, Page Down; `opened` for Return; `left` for Esc.
    """

    query_changed = Signal(str)
    query_rested = Signal(str)
    moved = Signal(int)
    opened = Signal()
    left = Signal()

    def __init__(
        self, parent: QWidget | None = None, *, words: str = "", icon: str = "magnify"
    ) -> None:
        super().__init__(parent)
        words = words or tr("Search clauses and notes   (Ctrl+Shift+F)")
        self._icons: list[tuple[QAction, str]] = []
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self.setPlaceholderText(words)
        self.setAccessibleName(words.partition("   (")[0])
        if icon:
            self.add_icon(icon, "", QLineEdit.ActionPosition.LeadingPosition)
        self._clear = self.add_icon("close", tr("Clear"))
        self._clear.setVisible(False)
        self._clear.triggered.connect(self._on_cleared)
        self.textChanged.connect(self._on_text_changed)
        self._rest.timeout.connect(self._on_rested)
        theme.signals().changed.connect(self._dress)

    def add_icon(
        self,
        icon: str,
        words: str,
        place: QLineEdit.ActionPosition = QLineEdit.ActionPosition.TrailingPosition,
    ) -> QAction:
        """Put an icon into the field and return what it does; a later one stands further in."""
        action = QAction(words, self)
        self.addAction(action, place)
        self.wear(action, icon)
        return action

    def wear(self, action: QAction, icon: str) -> None:
        """Give an icon of the field another picture."""
        self._icons = [(a, i) for a, i in self._icons if a is not action] + [(action, icon)]
        action.setIcon(theme.icon(icon))

    @Slot()
    def _dress(self) -> None:
        for action, icon in self._icons:
            action.setIcon(theme.icon(icon))

    @Slot(str)
    def _on_text_changed(self, text: str) -> None:
        self._clear.setVisible(bool(text))
        self._rest.start()
        self.query_changed.emit(text)

    @Slot()
    def _on_rested(self) -> None:
        self._rest.stop()
        self.query_rested.emit(self.text())

    def stop_resting(self) -> None:
        """Tell of no rest: what stands in the field was asked for already."""
        self._rest.stop()

    @Slot()
    def _on_cleared(self) -> None:
        self.clear()
        self.setFocus()

    def event(self, event: QEvent) -> bool:
        """Keep Esc from the shortcuts of the window: it leaves the field."""
        return claim(event, is_escape) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Steer the list with the keys that a line of text does not need."""
        key = Qt.Key(event.key())
        if key in STEPS and is_bare(event):
            self.moved.emit(STEPS[key])
        elif key in ENTER:
            if self._rest.isActive():
                self._on_rested()
            self.opened.emit()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
            return
        event.accept()


class LibraryField(SearchField):
    """The field that searches the library: with what was searched for lately, a star, and help.

    `recent_asked()` for Down in the empty field, `save_asked()` for the star, `help_asked()` for
    the question mark, typed into the empty field or clicked.
    """

    recent_asked = Signal()
    save_asked = Signal()
    help_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._recent = self.add_icon("chevron-down", tr("Recent and saved searches (Down)"))
        self._star = self.add_icon("star-outline", tr("Save this search… (Ctrl+Shift+S)"))
        self._help = self.add_icon("help-circle-outline", tr("How to search (F1)"))
        self._recent.triggered.connect(self.recent_asked)
        self._star.triggered.connect(self.save_asked)
        self._help.triggered.connect(self.help_asked)
        self._star.setVisible(False)
        self.textChanged.connect(self._show_icons)

    @Slot()
    def _show_icons(self) -> None:
        typed = bool(self.text().strip())
        self._star.setVisible(typed)
        for action in (self._recent, self._help):
            action.setVisible(not typed)

    def show_saved(self, saved: bool) -> None:
        """Fill the star when the search in the field is kept already."""
        self.wear(self._star, "star" if saved else "star-outline")
        words = (
            tr("Remove from the saved searches")
            if saved
            else tr("Save this search… (Ctrl+Shift+S)")
        )
        self._star.setText(words)
        self._star.setToolTip(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open what was searched for lately, or the help, from the empty field."""
        if not self.text() and event.key() == Qt.Key.Key_Down and is_bare(event):
            self.recent_asked.emit()
        elif not self.text() and event.text() in ("?", "？"):
            self.help_asked.emit()
        else:
            super().keyPressEvent(event)
            return
        event.accept()
