"""`library.lock`: shared by every program that has the library, held alone to make or migrate it.

A file of its own, so that nothing but SQLite ever opens the database file. The system lets the
lock go when its owner dies.
"""

from __future__ import annotations

import os
import sys
from typing import IO, TYPE_CHECKING, Self

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

if TYPE_CHECKING:
    from pathlib import Path

OURS = b"Clausebook\n"
"""What the file holds once a library was made beside it."""
SEATS = 64
"""Programs that can share the lock on Windows, each with one byte of a range."""
FIRST_SEAT = 1 << 20
"""Far behind the words in the file: Windows also keeps others from reading locked bytes."""


class Lock:
    """The lock of one open library; made without holding anything."""

    def __init__(self, handle: IO[bytes]) -> None:
        self._handle = handle
        self._seat = -1

    @classmethod
    def open(cls, file: Path) -> Self:
        """Make the folder and the file; raises `OSError`."""
        file.parent.mkdir(parents=True, exist_ok=True)
        return cls(file.open("ab+"))

    @classmethod
    def open_to_share(cls, file: Path) -> Self | None:
        """Open the file where nothing can be written; None when there is none to share."""
        try:
            return cls(file.open("rb"))
        except OSError:
            return None

    def sign(self) -> None:
        """Write down that a library was made here, once."""
        if os.fstat(self._handle.fileno()).st_size == 0:
            self._handle.write(OURS)
            self._handle.flush()

    def close(self) -> None:
        """Let it go."""
        self._handle.close()

    if sys.platform == "win32":

        def share(self) -> bool:
            """Hold it with others; False while a program is alone with the library."""
            self._leave()
            for seat in range(SEATS):
                if self._region("LK_NBLCK", seat, 1):
                    self._seat = seat
                    return True
            return False

        def take_alone(self) -> bool:
            """Hold it alone; False while others have it, and then nothing is held."""
            self._leave()
            if self._region("LK_NBLCK", 0, SEATS):
                self._seat = SEATS
                return True
            return False

        def _leave(self) -> None:
            if self._seat == SEATS:
                self._region("LK_UNLCK", 0, SEATS)
            elif self._seat >= 0:
                self._region("LK_UNLCK", self._seat, 1)
            self._seat = -1

        def _region(self, how: str, seat: int, seats: int) -> bool:
            os.lseek(self._handle.fileno(), FIRST_SEAT + seat, os.SEEK_SET)
            try:
                msvcrt.locking(self._handle.fileno(), getattr(msvcrt, how), seats)
            except OSError:
                return False
            return True

    else:

        def share(self) -> bool:
            """Hold it with others; False while a program is alone with the library."""
            return self._flock(fcntl.LOCK_SH)

        def take_alone(self) -> bool:
            """Hold it alone; False while others have it, and then nothing is held."""
            return self._flock(fcntl.LOCK_EX)

        def _flock(self, how: int) -> bool:
            """`flock`, for unlike `lockf` it outlives other handles of this process on the file."""
            try:
                fcntl.flock(self._handle, how | fcntl.LOCK_NB)
            except BlockingIOError:
                return False
            return True
