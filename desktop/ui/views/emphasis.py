"""Bold and italics in a note: stars around the chosen words, set and taken away by the same key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QTextCursor

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

MARKS = ((QKeySequence.StandardKey.Bold, "**"), (QKeySequence.StandardKey.Italic, "*"))


def mark_of(event: QKeyEvent) -> str:
    """Return the mark that a key sets: `**` for Ctrl+B, `*` for Ctrl+I, '' for any other key."""
    return next((mark for key, mark in MARKS if event.matches(key)), "")


def toggle_mark(cursor: QTextCursor, mark: str) -> QTextCursor:
    """Set the mark around the chosen words, or take it away; return the cursor for the field.

    Without chosen words the cursor comes between two marks. One step of the field's own undo.
    """
    words = cursor.selectedText()
    wide = len(mark)
    inside = words.startswith(mark) and words.endswith(mark) and len(words) >= 2 * wide
    held = words[wide:-wide] if inside and words != mark * 2 else words
    made = held if inside else f"{mark}{words}{mark}"
    start = cursor.selectionStart()
    cursor.insertText(made)
    if words:
        cursor.setPosition(start)
        end = start + len(made.encode("utf-16-le")) // 2
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    else:
        cursor.setPosition(start + wide)
    return cursor
