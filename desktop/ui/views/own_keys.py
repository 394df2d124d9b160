"""Keys that a field keeps for itself: they do not reach the shortcuts of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

if TYPE_CHECKING:
    from collections.abc import Callable

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def is_escape(event: QKeyEvent) -> bool:
    """Whether this is Esc."""
    return event.key() == Qt.Key.Key_Escape


def is_leaving(event: QKeyEvent) -> bool:
    """Whether this leaves an editor: Esc or Ctrl+Return."""
    control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    return is_escape(event) or (event.key() in ENTER and control)


def is_bare(event: QKeyEvent) -> bool:
    """Whether no other key is held; the number pad is no other key."""
    return not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier


def claim(event: QEvent, wanted: Callable[[QKeyEvent], bool]) -> bool:
    """Keep a wanted key from the window's shortcuts; True when it was one and is kept."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    if wanted(event):
        event.accept()
        return True
    return False
