"""Where and how many: the words at the head of the notes, with the choice of which are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolButton

from desktop.ui.words import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

HERE, DOCUMENT, LIBRARY = "here", "document", "library"
SCOPES = (HERE, DOCUMENT, LIBRARY)


class ScopeButton(QToolButton):
    """Says `this task · 3`; its menu chooses the place, the document or the whole library."""

    scope_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._words = ""
        menu = QMenu(self)
        self._group = QActionGroup(menu)
        for scope in SCOPES:
            action = QAction(menu)
            action.setCheckable(True)
            action.setData(scope)
            self._group.addAction(action)
            menu.addAction(action)
        self.setMenu(menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setProperty("choice", True)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setToolTip(tr("Which notes are shown"))
        self._group.triggered.connect(self._on_triggered)
        self.show_choice(HERE, "")

    def show_choice(self, scope: str, here: str) -> None:
        """Check a scope; `here` names the place where the reader is."""
        words = {
            HERE: tr("Notes on {place}", place=here) if here else tr("Notes on this place"),
            DOCUMENT: tr("All notes of this document"),
            LIBRARY: tr("All notes of the library"),
        }
        for action in self._group.actions():
            action.setText(words[action.data()])
            action.setChecked(action.data() == scope)

    def show_words(self, words: str) -> None:
        """Say where and how many."""
        self._words = words
        self.setAccessibleName(f"{self.toolTip()}: {words}")
        self._fit()
        self.updateGeometry()

    @property
    def words(self) -> str:
        """Where and how many, in full."""
        return self._words

    def sizeHint(self) -> QSize:
        """Return the room for all words."""
        size = super().sizeHint()
        size.setWidth(self.fontMetrics().horizontalAdvance(self._words) + 30)
        return size

    def minimumSizeHint(self) -> QSize:
        """Return the room for a few letters: the words end in an ellipsis."""
        return QSize(60, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """End the words with an ellipsis when there is no room for them."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = max(self.width() - 28, 30)
        self.setText(self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room))

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        self.scope_chosen.emit(action.data())
