"""Open, lock, check and close the one SQLite file of a library.

While a library is open in a process nothing but SQLite opens its file: closing another handle would
drop SQLite's POSIX locks (https://www.sqlite.org/howtocorrupt.html, section 2.2). So the header is
read before connecting, and `library.lock` is a file of its own.
"""

from __future__ import annotations

import sqlite3
import sys
import time
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING, Self

from db.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

APPLICATION_ID = 0x436C4B31
"""`ClK1` in the header at byte 68: tells our file from any other SQLite file."""
VERSION = 1
"""The schema that this program writes, kept in `PRAGMA user_version`; see HISTORY.md."""
OLDEST_SQLITE = (3, 40, 0)
FILE, LOCK = "library.sqlite3", "library.lock"
MAGIC = b"SQLite format 3\x00"
BUSY_MS = 5000
PATIENCE = 100
"""Attempts, 50 ms apart, while another program makes or migrates the library."""

_open_files: dict[Path, int] = {}
"""How many bases of this process hold each file: the header is read only while it is none."""


class Base:
    """The document base opened in this process; its connection belongs to the opening thread."""

    def __init__(self, folder: Path, conn: sqlite3.Connection, lock: IO[bytes]) -> None:
        self.folder, self.file, self.conn = folder, folder / FILE, conn
        self._lock = lock

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Open the library in `folder`, making what is missing; raises `UserError`."""
        _check_sqlite()
        folder = folder.expanduser().absolute()
        lock = _open_lock(folder)
        try:
            conn = _connect_checked(folder, lock)
        except BaseException:
            lock.close()
            raise
        file = folder / FILE
        _open_files[file] = _open_files.get(file, 0) + 1
        return cls(folder, conn, lock)

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
        return int(self.conn.execute("PRAGMA data_version").fetchone()[0])

    def schema_version(self) -> int:
        """Return the version of the schema in the file."""
        return int(self.conn.execute("PRAGMA user_version").fetchone()[0])

    def close(self) -> None:
        """Close the connection and let the lock go."""
        self.conn.close()
        self._lock.close()
        left = _open_files.pop(self.file, 1) - 1
        if left > 0:
            _open_files[self.file] = left


def open_reader(folder: Path) -> sqlite3.Connection:
    """Open a connection for reading in another thread; it may be interrupted from any thread."""
    file = folder / FILE
    uri = f"{file.absolute().as_uri()}?mode=rw"
    with translated(file):
        conn = sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
        _set_pragmas(conn)
        conn.execute("PRAGMA query_only=ON")
    return conn


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


def _told(error: sqlite3.Error, file: Path) -> UserError | None:
    primary = (getattr(error, "sqlite_errorcode", None) or 0) & 0xFF
    folder = file.parent
    match primary:
        case sqlite3.SQLITE_FULL:
            return UserError("disk-full")
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return UserError("library-locked", folder=folder)
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM:
            return UserError("library-unwritable", folder=folder)
        case sqlite3.SQLITE_IOERR:
            return UserError("disk-error", detail=error)
        case sqlite3.SQLITE_CORRUPT:
            return UserError("library-damaged", file=file, detail=error)
        case sqlite3.SQLITE_NOTADB:
            return UserError("library-not-ours", file=file)
    return None


def _check_sqlite() -> None:
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        needed = ".".join(map(str, OLDEST_SQLITE))
        raise UserError("sqlite-old", found=sqlite3.sqlite_version, needed=needed)


def _open_lock(folder: Path) -> IO[bytes]:
    """Make the folder and hold its lock as one of many users; it dies with this process."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = (folder / LOCK).open("ab+")
    except OSError as error:
        raise UserError("library-unwritable", folder=folder) from error
    try:
        _hold_patiently(lock, folder, exclusive=False)
    except UserError:
        lock.close()
        raise
    return lock


if sys.platform == "win32":
    import msvcrt

    def _hold(lock: IO[bytes], *, exclusive: bool) -> None:
        """Windows has no shared byte lock here: only the exclusive users take it."""
        lock.seek(0)
        if exclusive:
            msvcrt.locking(lock.fileno(), msvcrt.LK_NBLCK, 1)

    def _release(lock: IO[bytes]) -> None:
        lock.seek(0)
        msvcrt.locking(lock.fileno(), msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _hold(lock: IO[bytes], *, exclusive: bool) -> None:
        how = fcntl.LOCK_EX if exclusive else fcntl.LOCK_SH
        fcntl.flock(lock.fileno(), how | fcntl.LOCK_NB)

    def _release(lock: IO[bytes]) -> None:
        fcntl.flock(lock.fileno(), fcntl.LOCK_SH)


def _connect_checked(folder: Path, lock: IO[bytes]) -> sqlite3.Connection:
    file = folder / FILE
    _check_header(file)
    with translated(file):
        conn = sqlite3.connect(file, isolation_level=None)
        try:
            conn.execute(f"PRAGMA busy_timeout={BUSY_MS}")
            if _needs_steps(conn, folder):
                _bring_up(conn, folder, lock)
            _set_pragmas(conn)
            conn.execute("SELECT count(*) FROM document").fetchone()
        except BaseException:
            conn.close()
            raise
    return conn


def _check_header(file: Path) -> None:
    """Refuse a file that is not ours before SQLite touches it; never while it is open here.

    The header's layout: https://www.sqlite.org/fileformat.html, section 1.3.
    """
    if file in _open_files or not file.exists() or file.stat().st_size == 0:
        return
    try:
        with file.open("rb") as handle:
            header = handle.read(100)
    except OSError as error:
        raise UserError("library-unwritable", folder=file.parent) from error
    ours = header[68:72] == APPLICATION_ID.to_bytes(4, "big")
    if not header.startswith(MAGIC) or len(header) < 100:
        if ours:
            raise UserError("library-damaged", file=file, detail="its header is overwritten")
        raise UserError("library-not-ours", file=file)
    if not ours and any(header[68:72]):
        raise UserError("library-not-ours", file=file)


def _needs_steps(conn: sqlite3.Connection, folder: Path) -> bool:
    """Whether the schema is older than ours; a newer or a foreign one is refused untouched."""
    version = int(conn.execute("PRAGMA user_version").fetchone()[0])
    if version > VERSION:
        raise UserError("library-newer", folder=folder, found=version, known=VERSION)
    mark = int(conn.execute("PRAGMA application_id").fetchone()[0])
    tables = int(conn.execute("SELECT count(*) FROM sqlite_master").fetchone()[0])
    if tables and mark != APPLICATION_ID:
        raise UserError("library-not-ours", file=folder / FILE)
    return version < VERSION


def _set_pragmas(conn: sqlite3.Connection) -> None:
    """WAL with FULL: an acknowledged note survives a power cut (https://www.sqlite.org/wal.html)."""
    conn.execute(f"PRAGMA busy_timeout={BUSY_MS}")
    conn.execute("PRAGMA journal_mode=WAL")
    conn.execute("PRAGMA synchronous=FULL")
    conn.execute("PRAGMA foreign_keys=ON")
    if sys.platform == "darwin":
        conn.execute("PRAGMA fullfsync=1")


def _bring_up(conn: sqlite3.Connection, folder: Path, lock: IO[bytes]) -> None:
    """Make or migrate the library while nobody else has it; another program may do it first."""
    _hold_patiently(lock, folder, exclusive=True)
    try:
        if _needs_steps(conn, folder):
            from db.migrations import migrate

            migrate(conn)
    finally:
        _release(lock)


def _hold_patiently(lock: IO[bytes], folder: Path, *, exclusive: bool) -> None:
    """Hold the lock, waiting a while for a program that makes or migrates the library."""
    for attempt in range(PATIENCE):
        try:
            _hold(lock, exclusive=exclusive)
        except OSError as error:
            if attempt == PATIENCE - 1:
                raise UserError("library-locked", folder=folder) from error
            time.sleep(0.05)
        else:
            return
