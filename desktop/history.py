"""The one undo history: steps with words, refused when the row has changed since. No Qt."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from db.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@dataclass(frozen=True, slots=True)
class Step:
    """One deed: its words (`add note`), how to take it back and how to do it again.

    Both deeds raise `UserError("undo-conflict")` when what they would change is no longer as the
    step left it.
    """

    words: str
    undo: Callable[[], None]
    redo: Callable[[], None]


FORGOTTEN = ("undo-conflict", "edition-used")
"""A step that was refused for these reasons stands in the way of those before it no longer."""


class History:
    """Undo and redo over everything a user changes; lasts a session (the trash lasts longer)."""

    LIMIT = 500

    def __init__(self) -> None:
        self._gathered: list[Step] | None = None
        self._done: list[Step] = []
        self._undone: list[Step] = []

    def add(self, step: Step) -> None:
        """Remember a deed that was just done; what had been undone is forgotten."""
        if self._gathered is not None:
            self._gathered.append(step)
            return
        self._done = [*self._done[-self.LIMIT + 1 :], step]
        self._undone.clear()

    @contextmanager
    def gather(self) -> Iterator[list[Step]]:
        """Hand out the steps that are added within, in place of remembering them."""
        before, self._gathered = self._gathered, []
        try:
            yield self._gathered
        finally:
            self._gathered = before

    @property
    def undo_words(self) -> str:
        """Words of the step that `undo` would take back, empty when there is none."""
        return self._done[-1].words if self._done else ""

    @property
    def redo_words(self) -> str:
        """Words of the step that `redo` would do again, empty when there is none."""
        return self._undone[-1].words if self._undone else ""

    def undo(self) -> str:
        """Take back the last step and return its words; a refused step is forgotten."""
        return self._turn(self._done, self._undone, "undo-nothing", forward=False)

    def redo(self) -> str:
        """Do the last undone step again and return its words."""
        return self._turn(self._undone, self._done, "redo-nothing", forward=True)

    @staticmethod
    def _turn(source: list[Step], target: list[Step], nothing: str, *, forward: bool) -> str:
        if not source:
            raise UserError(nothing)
        step = source.pop()
        try:
            (step.redo if forward else step.undo)()
        except UserError as error:
            if error.code not in FORGOTTEN:
                source.append(step)
            raise
        target.append(step)
        return step.words
