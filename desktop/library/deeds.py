"""What every deed stands on: the document base, the event, the history, the clock."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from desktop.changes import Changes
from desktop.history import History, Step

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

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

    @contextmanager
    def _as_one(self, words: str) -> Iterator[None]:
        """Make one step of all deeds within: done, undone and redone together or not at all."""
        with self.changes.held(), self.history.gather() as steps, self._base.write():
            yield
        if steps:
            taken = tuple(steps)
            self._remember(
                words,
                partial(self._all, [s.undo for s in reversed(taken)]),
                partial(self._all, [s.redo for s in taken]),
            )

    def _all(self, deeds: Sequence[Callable[[], None]]) -> None:
        with self.changes.held(), self._base.write():
            for deed in deeds:
                deed()

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
