"""The bar at the top: back and forward, the search field, the few deeds with icon and word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from desktop.ui.actions import SUBMENUS, TOOLBAR_LEFT, TOOLBAR_RIGHT, action_of
from desktop.ui.views.search_field import SearchField
from desktop.ui.words import tr

if TYPE_CHECKING:
    from desktop.ui.actions import Actions


class TopBar(QWidget):
    """Holds the search field between the actions of the table."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("top_bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.field = SearchField(self)
        self.field.setMinimumWidth(180)
        self.field.setMaximumWidth(460)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(12, 8, 12, 8)
        self._layout.setSpacing(4)
        self._layout.addWidget(self.field, 10)

    def show_actions(self, actions: Actions) -> None:
        """Put the actions of the table around the field."""
        for place, name in enumerate(TOOLBAR_LEFT):
            self._layout.insertWidget(place, self._button(actions, name))
        self._layout.insertSpacing(len(TOOLBAR_LEFT), 16)
        self._layout.addStretch(1)
        self._layout.addSpacing(12)
        for name in TOOLBAR_RIGHT:
            self._layout.addWidget(self._button(actions, name))

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
        if name == "note.highlight":
            self._add_colors(button, actions)
        return button

    def _add_colors(self, button: QToolButton, actions: Actions) -> None:
        menu = QMenu(button)
        actions.fill_menu(menu, SUBMENUS["color"][1])
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
