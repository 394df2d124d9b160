"""The bar at the top: back and forward, the search field, the few deeds with icon and word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from desktop.ui.actions import SUBMENUS, TOOLBAR_LEFT, TOOLBAR_RIGHT, action_of
from desktop.ui.views.search_field import LibraryField
from desktop.ui.words import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from desktop.ui.actions import Actions


SPACE = 130
"""Pixels of a full bar that neither the field nor the buttons take."""


class TopBar(QWidget):
    """Holds the search field between the actions of the table; icons alone where it is narrow."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("top_bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.field = LibraryField(self)
        self.field.setMinimumWidth(180)
        self.field.setMaximumWidth(460)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(12, 8, 12, 8)
        self._layout.setSpacing(4)
        self._layout.addWidget(self.field, 10)
        self._worded: list[QToolButton] = []
        self._full = 0

    def show_actions(self, actions: Actions) -> None:
        """Put the actions of the table around the field."""
        for place, name in enumerate(TOOLBAR_LEFT):
            self._layout.insertWidget(place, self._button(actions, name))
        self._layout.insertSpacing(len(TOOLBAR_LEFT), 16)
        self._layout.addStretch(1)
        self._layout.addSpacing(12)
        for name in TOOLBAR_RIGHT:
            self._layout.addWidget(self._button(actions, name))
        buttons = self.findChildren(QToolButton)
        self._full = SPACE + self.field.minimumWidth() + sum(b.sizeHint().width() for b in buttons)
        for button in self._worded:
            button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            button.setMinimumWidth(34)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the words out where there is no room for all of them."""
        super().resizeEvent(event)
        styles = Qt.ToolButtonStyle
        full = self.width() >= self._full
        style = styles.ToolButtonTextBesideIcon if full else styles.ToolButtonIconOnly
        for button in self._worded:
            button.setToolButtonStyle(style)

    def _button(self, actions: Actions, name: str) -> QToolButton:
        entry, action = action_of(name), actions[name]
        button = QToolButton(self)
        button.setObjectName(f"button.{name}")
        button.setDefaultAction(action)
        button.setIconSize(QSize(18, 18))
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAccessibleName(action.toolTip())
        if entry.short:
            action.setIconText(f"\u2009{tr(entry.short)}")  # Fusion sets the word against the icon
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            self._worded.append(button)
        if name == "note.highlight":
            self._add_colors(button, actions)
        return button

    def _add_colors(self, button: QToolButton, actions: Actions) -> None:
        menu = QMenu(button)
        actions.fill_menu(menu, SUBMENUS["color"][1])
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
