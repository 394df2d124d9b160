"""SQLite's errors in plain sentences: what a person can act on is a `UserError`, the rest a bug."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Self

from db.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

FILE, LOCK = "library.sqlite3", "library.lock"
NEXT = "library.next"
"""A proven library that waits until a damaged one is put aside; it is put in place at any rate."""
ROOM = 1 << 20
"""Below this many free bytes a refused write means that the disk is full."""
ACTIONABLE = {
    *(sqlite3.SQLITE_FULL, sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_IOERR),
    *(sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CANTOPEN),
}


class Cursor(sqlite3.Cursor):
    """Tells a person's troubles (damage, disk, lock) as `UserError`, also while reading."""

    def execute(self, sql: str, parameters: Any = (), /) -> Self:  # noqa: ANN401 - as sqlite3 has it
        """Run one statement."""
        try:
            super().execute(sql, parameters)
        except sqlite3.Error as error:
            raise self._told(error) from error
        return self

    def executemany(self, sql: str, parameters: Iterable[Any], /) -> Self:
        """Run one statement for every row of values."""
        try:
            super().executemany(sql, parameters)
        except sqlite3.Error as error:
            raise self._told(error) from error
        return self

    def fetchall(self) -> list[Any]:
        """Return the rows that are left."""
        try:
            return super().fetchall()
        except sqlite3.Error as error:
            raise self._told(error) from error

    def _told(self, error: sqlite3.Error) -> Exception:
        file = getattr(self.connection, "file", None)
        return (_told(error, file) or error) if file and _code(error) in ACTIONABLE else error


class Connection(sqlite3.Connection):
    """A connection to the file of a library whose cursors speak plainly."""

    file: Path
    read_only: bool = False

    def cursor(self, factory: Any = Cursor) -> Any:  # noqa: ANN401 - as sqlite3 has it
        """Return a cursor that speaks plainly."""
        return super().cursor(factory)

    def execute(self, sql: str, parameters: Any = (), /) -> sqlite3.Cursor:  # noqa: ANN401
        """Run one statement with a cursor of its own."""
        return Cursor(self).execute(sql, parameters)

    def executemany(self, sql: str, parameters: Iterable[Any], /) -> sqlite3.Cursor:
        """Run one statement for every row of values with a cursor of its own."""
        return Cursor(self).executemany(sql, parameters)


@contextmanager
def translated(file: Path) -> Iterator[None]:
    """Turn SQLite's errors that a person can act on into sentences; the rest stay bugs."""
    try:
        yield
    except sqlite3.Error as error:
        told = _told(error, file)
        if told is None:
            raise
        raise told from error


def _code(error: sqlite3.Error) -> int:
    return (getattr(error, "sqlite_errorcode", None) or 0) & 0xFF


def _told(error: sqlite3.Error, file: Path) -> UserError | None:
    folder, code = file.parent, _code(error)
    match code:
        case sqlite3.SQLITE_FULL:
            return UserError("disk-full")
        case sqlite3.SQLITE_IOERR | sqlite3.SQLITE_CANTOPEN if free_bytes(folder) < ROOM:
            return UserError("disk-full")
        case sqlite3.SQLITE_IOERR:
            return UserError("disk-error", detail=error)
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return UserError("library-locked", folder=folder)
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM:
            return UserError("library-unwritable", folder=folder)
        case sqlite3.SQLITE_CORRUPT:
            return UserError("library-damaged", file=file, detail=error)
        case sqlite3.SQLITE_NOTADB if was_ours(file):
            return UserError("library-damaged", file=file, detail="its beginning is overwritten")
        case sqlite3.SQLITE_NOTADB:
            return UserError("library-not-ours", file=file)
    return None


def free_bytes(folder: Path) -> int:
    """Return how many bytes the disk of a folder has left; enough when it does not tell."""
    import shutil  # only in trouble: it brings every compression along

    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return ROOM


def was_ours(file: Path) -> bool:
    """Tell whether a library was made in this folder before."""
    return size_of(file.with_name(LOCK)) > 0 or size_of(wal_of(file)) > 0


def wal_of(file: Path) -> Path:
    """Return the write-ahead log beside a library."""
    return file.with_name(f"{file.name}-wal")


def size_of(file: Path) -> int:
    """Return the size of a file, 0 when there is none."""
    try:
        return file.stat().st_size
    except OSError:
        return 0
