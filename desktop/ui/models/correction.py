"""A recognized document while it is corrected: the edition of the moment, undo and redo. No Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from db.model import ParsedEdition


class Correction:
    """The corrections of one preview; each is the edition that it made."""

    def __init__(self, parsed: ParsedEdition) -> None:
        self._states = [parsed]
        self._at = 0

    @property
    def parsed(self) -> ParsedEdition:
        """The edition as it is corrected so far."""
        return self._states[self._at]

    @property
    def can_undo(self) -> bool:
        """Whether there is a correction to take back."""
        return self._at > 0

    @property
    def can_redo(self) -> bool:
        """Whether a correction was taken back."""
        return self._at + 1 < len(self._states)

    def take(self, parsed: ParsedEdition) -> bool:
        """Keep a corrected edition; False when it is the same as before."""
        if parsed == self.parsed:
            return False
        self._states = [*self._states[: self._at + 1], parsed]
        self._at += 1
        return True

    def undo(self) -> None:
        """Take the last correction back."""
        self._at = max(self._at - 1, 0)

    def redo(self) -> None:
        """Do the correction again that was taken back last."""
        self._at = min(self._at + 1, len(self._states) - 1)
