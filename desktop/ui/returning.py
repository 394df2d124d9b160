"""Returning: each document opens again where it was left."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from db.errors import UserError
from db.model import Position

if TYPE_CHECKING:
    from desktop.ui.desk import Desk
    from desktop.ui.reading import Reading

KEEP_MS = 3000
"""Scrolling is written down at most this often: each time costs the disk a sync."""


class Returning(QObject):
    """Writes down where the reader is: a while after a move, and when the document is left."""

    def __init__(self, desk: Desk, reading: Reading) -> None:
        super().__init__(desk.window)
        self._library = desk.library
        self._reader = desk.window.reader
        self._reading = reading
        self._kept: Position | None = None
        self._soon = QTimer(self, singleShot=True, interval=KEEP_MS)
        self._soon.timeout.connect(self.keep)
        self._reader.scrolled.connect(self._on_moved)
        reading.page_opened.connect(self._on_moved)
        reading.page_left.connect(self.keep_moved)

    @Slot()
    def _on_moved(self) -> None:
        if not self._soon.isActive():
            self._soon.start()

    @Slot()
    def keep_moved(self) -> None:
        """Write down at once what a move has left to write."""
        if self._soon.isActive():
            self.keep()

    @Slot()
    def keep(self) -> None:
        """Write down the place at the top, when it is another; a place is worth no complaint."""
        self._soon.stop()
        position = self._position()
        if position is None or position == self._kept:
            return
        with suppress(UserError):
            self._library.keep_position(position)
            self._kept = position

    def _position(self) -> Position | None:
        unit = self._reading.unit
        if unit is None or self._reader.unit is not unit:
            return None
        top = self._reader.top_offset()
        return Position(unit.edition, unit.path, unit.start if top is None else top)
