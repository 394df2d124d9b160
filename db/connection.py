"""Open, lock, check and close the one SQLite file of a library.

Nothing here, and nothing elsewhere, opens the database file but SQLite: when a process closes any
other handle on it, SQLite's POSIX locks are gone for the whole process and acknowledged notes may
follow (https://www.sqlite.org/howtocorrupt.html, section 2.2). So even the check before connecting
is made by SQLite, and `library.lock` is a file of its own.
"""

from __future__ import annotations

import errno
import os
import sqlite3
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Self

from db.errors import UserError
from db.lock import Lock

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

APPLICATION_ID = 0x436C4B31
"""`ClK1` in the header at byte 68: tells our file from any other SQLite file."""
VERSION = 2
"""The schema that this program writes, kept in `PRAGMA user_version`; see HISTORY.md."""
OLDEST_SQLITE = (3, 40, 0)
FILE, LOCK = "library.sqlite3", "library.lock"
BUSY_MS = 5000
PATIENCE = 100
"""Attempts, 50 ms apart, while another program makes or migrates the library."""
ROOM = 1 << 20
"""Below this many free bytes a refused write means that the disk is full."""
ACTIONABLE = {
    *(sqlite3.SQLITE_FULL, sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_IOERR),
    *(sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CANTOPEN),
}


class Base:
    """The document base opened in this process; its connection belongs to the opening thread."""

    def __init__(self, folder: Path, conn: sqlite3.Connection, lock: Lock) -> None:
        self.folder, self.file, self.conn = folder, folder / FILE, conn
        self._lock = lock

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Open the library in `folder`, making what is missing; raises `UserError`."""
        _check_sqlite()
        folder = folder.expanduser().absolute()
        lock = _open_lock(folder)
        try:
            _make_ready(folder / FILE, lock)
            return cls(folder, _connect(folder / FILE, own_thread=True), lock)
        except OSError as error:  # a file system without locks, a folder that is gone
            lock.close()
            raise UserError("library-unwritable", folder=folder) from error
        except BaseException:
            lock.close()
            raise

    @contextmanager
    def write(self) -> Iterator[sqlite3.Connection]:
        """Run one transaction: durable when it ends, rolled back and told plainly when it fails."""
        with translated(self.file):
            self.conn.execute("BEGIN IMMEDIATE")
            try:
                yield self.conn
                self.conn.execute("COMMIT")
            except BaseException:
                if self.conn.in_transaction:
                    self.conn.execute("ROLLBACK")
                raise

    def data_version(self) -> int:
        """Return a number that changes when another connection has written."""
        return _pragma(self.conn, "data_version")

    def schema_version(self) -> int:
        """Return the version of the schema in the file."""
        return _pragma(self.conn, "user_version")

    def close(self) -> None:
        """Close the connection and let the lock go."""
        self.conn.close()
        self._lock.close()


def open_reader(folder: Path) -> sqlite3.Connection:
    """Open a connection for reading in another thread; it may be interrupted from any thread."""
    file = folder.expanduser().absolute() / FILE
    conn = _connect(file, own_thread=False)
    conn.execute("PRAGMA query_only=ON")
    return conn


# errors


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
        case sqlite3.SQLITE_IOERR | sqlite3.SQLITE_CANTOPEN if _free(folder) < ROOM:
            return UserError("disk-full")
        case sqlite3.SQLITE_IOERR:
            return UserError("disk-error", detail=error)
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return UserError("library-locked", folder=folder)
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM:
            return UserError("library-unwritable", folder=folder)
        case sqlite3.SQLITE_CORRUPT:
            return UserError("library-damaged", file=file, detail=error)
        case sqlite3.SQLITE_NOTADB if _was_ours(file):
            return UserError("library-damaged", file=file, detail="its beginning is overwritten")
        case sqlite3.SQLITE_NOTADB:
            return UserError("library-not-ours", file=file)
    return None


def _free(folder: Path) -> int:
    import shutil  # only in trouble: it brings every compression along

    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return ROOM


def _was_ours(file: Path) -> bool:
    """Whether a library was made in this folder before."""
    return _size(file.with_name(LOCK)) > 0 or _size(_wal(file)) > 0


def _wal(file: Path) -> Path:
    return file.with_name(f"{FILE}-wal")


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:
        return 0


# checking, before anything is written


def _check_sqlite() -> None:
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        needed = ".".join(map(str, OLDEST_SQLITE))
        raise UserError("sqlite-old", found=sqlite3.sqlite_version, needed=needed)


def _is_behind(file: Path) -> bool:
    """Whether the library must be made or migrated; what is not ours to touch is refused."""
    if file.is_dir():
        raise UserError("library-not-ours", file=file)
    if _size(file) == 0:
        _check_nothing_lost(file)
        return True
    if not os.access(file, os.R_OK | os.W_OK):
        raise UserError("library-unwritable", folder=file.parent)
    version, mark, tables = _look(file)
    if tables and mark != APPLICATION_ID:
        raise UserError("library-not-ours", file=file)
    if version > VERSION:
        raise UserError("library-newer", folder=file.parent, found=version, known=VERSION)
    return version < VERSION


def _check_nothing_lost(file: Path) -> None:
    """Refuse to begin anew beside a log that holds notes: SQLite would throw the log away."""
    if _size(_wal(file)):
        raise UserError("library-damaged", file=file, detail="only its write-ahead log is left")
    if file.exists() and _was_ours(file):
        raise UserError("library-damaged", file=file, detail="it is empty")


def _look(file: Path) -> tuple[int, int, int]:
    """Return user_version, application_id and the number of tables; the file stays untouched.

    Without a log beside it the file is read as immutable, which takes no lock and leaves no trace;
    a log appears when another program begins to write at that moment: then look again with it.
    """
    alone = _size(_wal(file)) == 0
    mode = "immutable=1" if alone else "mode=ro"
    try:
        with translated(file):
            conn = sqlite3.connect(f"{file.as_uri()}?{mode}", uri=True, timeout=BUSY_MS / 1000)
            try:
                tables = conn.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
                return _pragma(conn, "user_version"), _pragma(conn, "application_id"), int(tables)
            finally:
                conn.close()
    except UserError:
        if alone and _size(_wal(file)):
            return _look(file)
        raise


def _pragma(conn: sqlite3.Connection, name: str) -> int:
    return int(conn.execute(f"PRAGMA {name}").fetchone()[0])


# making and connecting


def _open_lock(folder: Path) -> Lock:
    try:
        return Lock.open(folder / LOCK)
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise UserError("disk-full") from error
        raise UserError("library-unwritable", folder=folder) from error


def _make_ready(file: Path, lock: Lock) -> None:
    """Make or migrate the library alone, or wait for the program that does; then share it."""
    for _ in range(PATIENCE):
        if lock.share() and not _is_behind(file):
            lock.sign()
            return
        if lock.take_alone():
            if _is_behind(file):
                _migrate(file)
            continue
        time.sleep(0.05)
    raise UserError("library-locked", folder=file.parent)


def _migrate(file: Path) -> None:
    """Take the steps that are missing; the mark stands first, so that a half-made file is ours."""
    from db.migrations import migrate

    conn = _connect(file, own_thread=True)
    try:
        with translated(file):
            conn.execute(f"PRAGMA application_id={APPLICATION_ID}")
            migrate(conn)
    finally:
        conn.close()


def _connect(file: Path, *, own_thread: bool) -> Connection:
    with translated(file):
        conn = sqlite3.connect(
            *(file, BUSY_MS / 1000),
            isolation_level=None,
            check_same_thread=own_thread,
            factory=Connection,
        )
        conn.file = file
        try:
            _set_pragmas(conn)
        except BaseException:
            conn.close()
            raise
    return conn


def _set_pragmas(conn: sqlite3.Connection) -> None:
    """WAL with FULL: an acknowledged note survives a power cut (https://www.sqlite.org/wal.html)."""
    conn.execute("PRAGMA journal_mode=WAL")
    conn.execute("PRAGMA synchronous=FULL")
    conn.execute("PRAGMA foreign_keys=ON")
    if sys.platform == "darwin":
        conn.execute("PRAGMA fullfsync=1")
