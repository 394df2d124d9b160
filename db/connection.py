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
from typing import TYPE_CHECKING, Self

from db.errors import UserError
from db.lock import Lock
from db.troubles import FILE, LOCK, NEXT, Connection, size_of, translated, wal_of, was_ours

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from db.turns import Turn

__all__ = ["APPLICATION_ID", "FILE", "LOCK", "VERSION", "Base", "alone_with", "connect"]
__all__ += ["connect_to_copy", "open_reader", "read_number", "translated"]

APPLICATION_ID = 0x436C4B31
"""`ClK1` in the header at byte 68: tells our file from any other SQLite file."""
VERSION = 2
"""The schema that this program writes, kept in `PRAGMA user_version`; see HISTORY.md."""
OLDEST_SQLITE = (3, 40, 0)
BUSY_MS = 5000
FIRST_COOKIE, FAR_COOKIES = 1 << 20, 5000
LOG_PAGES = 1000
"""After this many pages a write moves the log into the file; it is what SQLite does by itself."""
PATIENCE = 100
"""Attempts, 50 ms apart, while another program makes or migrates the library."""


class Base:
    """The document base opened in this process; its connection belongs to the opening thread."""

    def __init__(self, folder: Path, conn: Connection, lock: Lock | None) -> None:
        self.folder, self.file, self.conn = folder, folder / FILE, conn
        self.read_only = conn.read_only
        self.turn: Turn | None = None
        self._lock = lock

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Open the library in `folder`, making what is missing; raises `UserError`.

        One that cannot be written to, on a medium or in a folder, is opened for reading.
        """
        _check_sqlite()
        folder = folder.expanduser().absolute()
        if _is_read_only(folder / FILE):
            return cls._open_to_read(folder)
        lock = _open_lock(folder)
        try:
            _make_ready(folder / FILE, lock)
            return cls(folder, connect(folder / FILE), lock)
        except OSError as error:  # a file system without locks, a folder that is gone
            lock.close()
            raise UserError("library-unwritable", folder=folder) from error
        except BaseException:
            lock.close()
            raise

    @classmethod
    def _open_to_read(cls, folder: Path) -> Self:
        lock = Lock.open_to_share(folder / LOCK)
        try:
            if lock is not None and not lock.share():
                raise UserError("library-locked", folder=folder)
            if _is_behind(folder / FILE):
                raise UserError("library-old-read-only", folder=folder)
            return cls(folder, connect(folder / FILE), lock)
        except BaseException:
            if lock is not None:
                lock.close()
            raise

    @contextmanager
    def write(self) -> Iterator[sqlite3.Connection]:
        """Run one transaction: durable when it ends, rolled back and told plainly when it fails."""
        if self.read_only:
            raise UserError("library-read-only", folder=self.folder)
        if self.conn.in_transaction:  # part of a larger deed: all of it, or nothing
            yield self.conn
            return
        with translated(self.file), self._first():
            self.conn.execute("BEGIN IMMEDIATE")
            try:
                yield self.conn
                self.conn.execute("COMMIT")
            except BaseException:
                if self.conn.in_transaction:
                    self.conn.execute("ROLLBACK")
                raise

    @contextmanager
    def _first(self) -> Iterator[None]:
        """Ask the process that gives way, if there is one, to do so now."""
        if self.turn is None:
            yield
            return
        self.turn.value = 1
        try:
            yield
        finally:
            self.turn.value = 0

    def go_first(self, turn: Turn | None) -> None:
        """Let every write here stop the long ones of the process that gives way to `turn`.

        That process also moves the log into the file: a write here shall not pay for it.
        """
        self.turn = turn
        self.conn.execute(f"PRAGMA wal_autocheckpoint={0 if turn is not None else LOG_PAGES}")

    def data_version(self) -> int:
        """Return a number that changes when another connection has written."""
        return read_number(self.conn, "data_version")

    def schema_version(self) -> int:
        """Return the version of the schema in the file."""
        return read_number(self.conn, "user_version")

    def close(self) -> None:
        """Close the connection and let the lock go."""
        self.conn.close()
        if self._lock is not None:
            self._lock.close()


def open_reader(folder: Path) -> Connection:
    """Open a connection for reading in another thread; it may be interrupted from any thread."""
    file = folder.expanduser().absolute() / FILE
    conn = connect(file, own_thread=False)
    conn.execute("PRAGMA query_only=ON")
    return conn


# checking, before anything is written


def _check_sqlite() -> None:
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        needed = ".".join(map(str, OLDEST_SQLITE))
        raise UserError("sqlite-old", found=sqlite3.sqlite_version, needed=needed)


def _is_behind(file: Path) -> bool:
    """Whether the library must be made or migrated; what is not ours to touch is refused."""
    if file.is_dir():
        raise UserError("library-not-ours", file=file)
    if size_of(file) == 0:
        _check_nothing_lost(file)
        return True
    if not os.access(file, os.R_OK):
        raise UserError("library-unreadable", folder=file.parent)
    version, mark, tables = _look(file)
    _check_same_library(file)
    if tables and mark != APPLICATION_ID:
        raise UserError("library-not-ours", file=file)
    if version > VERSION:
        raise UserError("library-newer", folder=file.parent, found=version, known=VERSION)
    return version < VERSION


def _is_read_only(file: Path) -> bool:
    """Whether there is a library that this user cannot write to."""
    if size_of(file) == 0 or file.is_dir():
        return False
    lock = file.with_name(LOCK)
    writable = os.access(file, os.W_OK) and os.access(lock if lock.exists() else file, os.W_OK)
    return not (writable and os.access(file.parent, os.W_OK))


def _check_nothing_lost(file: Path) -> None:
    """Refuse to begin anew beside a log that holds notes: SQLite would throw the log away."""
    if size_of(wal_of(file)):
        raise UserError("library-damaged", file=file, detail="only its write-ahead log is left")
    if file.exists() and was_ours(file):
        raise UserError("library-damaged", file=file, detail="it is empty")


def _look(file: Path) -> tuple[int, int, int]:
    """Return user_version, application_id and the number of tables; the file stays untouched.

    Without a log beside it the file is read as immutable, which takes no lock and leaves no trace;
    a log appears when another program begins to write at that moment: then look again with it.
    """
    alone = size_of(wal_of(file)) == 0
    mode = "immutable=1" if alone else "mode=ro"
    try:
        with translated(file):
            conn = sqlite3.connect(f"{file.as_uri()}?{mode}", uri=True, timeout=BUSY_MS / 1000)
            try:
                tables = conn.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
                version, mark = (read_number(conn, n) for n in ("user_version", "application_id"))
                return version, mark, int(tables)
            finally:
                conn.close()
    except UserError:
        if alone and size_of(wal_of(file)):
            return _look(file)
        raise


def _check_same_library(file: Path) -> None:
    """Refuse a log of another library: SQLite would put its pages in the place of ours.

    Page 1 tells, which nearly every log holds: its schema cookie begins at random.
    """
    if size_of(wal_of(file)):
        ours, logged = (_cookie(file, mode) for mode in ("immutable=1", "mode=ro"))
        if is_strange(ours, logged):
            raise UserError("library-damaged", file=file, detail="its log is of another library")


def _cookie(file: Path, mode: str) -> int:
    """Return the schema cookie of a library, 0 when it is not to be read."""
    try:
        conn = sqlite3.connect(f"{file.as_uri()}?{mode}", uri=True, timeout=BUSY_MS / 1000)
        try:
            return read_number(conn, "schema_version")
        finally:
            conn.close()
    except sqlite3.Error:
        return 0


def is_strange(ours: int, logged: int) -> bool:
    """Tell whether two schema cookies are of two libraries; each change of a schema adds one."""
    return min(ours, logged) > FIRST_COOKIE and abs(ours - logged) > FAR_COOKIES


def read_number(conn: sqlite3.Connection, name: str) -> int:
    """Return the value of a pragma that is a number."""
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
        if not file.exists() and file.with_name(NEXT).exists() and lock.take_alone():
            _finish(file)
        if lock.share() and not _is_behind(file):
            lock.sign()
            return
        if lock.take_alone():
            if _is_behind(file):
                _migrate(file)
            continue
        time.sleep(0.05)
    raise UserError("library-locked", folder=file.parent)


@contextmanager
def alone_with(folder: Path) -> Iterator[Lock]:
    """Be the only program with a library, to replace or move it."""
    lock = _open_lock(folder)
    try:
        for _ in range(PATIENCE // 5):
            if lock.take_alone():
                break
            time.sleep(0.05)
        else:
            raise UserError("library-locked", folder=folder)
        yield lock
    finally:
        lock.close()


def _finish(file: Path) -> None:
    """Put in place what a program that died in the middle of a restore or rescue had proven."""
    from db.replacing import finish

    if not file.exists():
        finish(file.parent)


def _migrate(file: Path) -> None:
    """Take the steps that are missing; the mark stands first, so that a half-made file is ours.

    What an older program made is kept in a backup first.
    """
    from db.migrations import migrate

    if size_of(file) and _look(file)[0] > 0:
        from db.backup import make

        make(file.parent, "migration")
    conn = connect(file)
    try:
        with translated(file):
            conn.execute(f"PRAGMA application_id={APPLICATION_ID}")
            migrate(conn)
            sign_schema(conn)
    finally:
        conn.close()


def sign_schema(conn: sqlite3.Connection) -> None:
    """Give a library that nobody else has a schema cookie that no other has, see above."""
    if read_number(conn, "schema_version") < FIRST_COOKIE:
        cookie = FIRST_COOKIE + (int.from_bytes(os.urandom(4)) >> 2)
        conn.execute(f"PRAGMA schema_version={cookie}")


def connect(file: Path, *, own_thread: bool = True) -> Connection:
    """Connect to a library as it is, whatever its schema; for reading where it must be."""
    if _is_read_only(file):
        return _connect_to_read(file, own_thread=own_thread)
    with translated(file):
        conn = _connection(file, str(file), own_thread=own_thread)
        try:
            _set_pragmas(conn)
        except BaseException:
            conn.close()
            raise
    return conn


def _connect_to_read(file: Path, *, own_thread: bool) -> Connection:
    """Read beside a program that writes; where there is none and never can be, without any lock."""
    with translated(file):
        for mode in ("mode=ro", *(() if size_of(wal_of(file)) else ("immutable=1",))):
            conn = _connection(file, f"{file.as_uri()}?{mode}", own_thread=own_thread)
            try:
                conn.execute("SELECT count(*) FROM sqlite_master").fetchone()
                conn.execute("PRAGMA foreign_keys=ON")
            except (UserError, sqlite3.OperationalError) as error:
                conn.close()
                if getattr(error, "code", "library-unwritable") != "library-unwritable":
                    raise
                continue
            conn.read_only = True
            return conn
    raise UserError("library-unwritable", folder=file.parent)


def connect_to_copy(file: Path) -> Connection:
    """Connect to a file that nobody writes to any more, a backup say, and leave no trace."""
    return _connection(file, f"{file.as_uri()}?mode=ro&immutable=1", own_thread=False)


def _connection(file: Path, name: str, *, own_thread: bool) -> Connection:
    conn = sqlite3.connect(
        *(name, BUSY_MS / 1000),
        isolation_level=None,
        check_same_thread=own_thread,
        factory=Connection,
        uri=name.startswith("file:"),
    )
    conn.file = file
    return conn


def _set_pragmas(conn: sqlite3.Connection) -> None:
    """WAL with FULL: an acknowledged note survives a power cut (https://www.sqlite.org/wal.html)."""
    conn.execute("PRAGMA journal_mode=WAL")
    conn.execute("PRAGMA synchronous=FULL")
    conn.execute("PRAGMA foreign_keys=ON")
    if sys.platform == "darwin":
        conn.execute("PRAGMA fullfsync=1")
