"""What every deed stands on: the document base, the event, the history, the clock."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from desktop.changes import Changes
from desktop.history import History, Step

if TYPE_CHECKING:
    from collections.abc import Callable

    from db.connection import Base


def now() -> str:
    """Return this moment as the model writes it: ISO 8601, UTC, milliseconds."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


class Deeds:
    """The ground of `Library`: one open base, used in the thread that opened it."""

    def __init__(self, base: Base) -> None:
        self._base = base
        self.changes = Changes()
        self.history = History()

    def _remember(self, words: str, undo: Callable[[], None], redo: Callable[[], None]) -> None:
        self.history.add(Step(words, undo, redo))
        self.changes.tell("history")

    def undo(self) -> str:
        """Take back the last deed and return its words."""
        try:
            return self.history.undo()
        finally:
            self.changes.tell("history")

    def redo(self) -> str:
        """Do the last undone deed again and return its words."""
        try:
            return self.history.redo()
        finally:
            self.changes.tell("history")
