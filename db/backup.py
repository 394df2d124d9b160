"""Backups: copies of a library that are proven to open before they replace anything.

Made with SQLite's backup API inside one read transaction: the copy is of one moment, and in WAL
mode a reader keeps no writer waiting, here or in another program. (`VACUUM INTO` would read and
sort every row again, which takes longer and stops at damage that a page by page copy tells of.)
The rotating set is ordered by the number in the names, never by the clock, which may be set back.
"""

from __future__ import annotations

import hashlib
import os
import re
import sqlite3
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, TypedDict

from db.connection import connect, connect_to_copy, read_number, translated
from db.errors import UserError
from db.lock import Lock
from db.troubles import FILE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    Tell = Callable[[float], None]

FOLDER, LOCK = "backups", "backups.lock"
NAME = re.compile(r"(\d{6,})-(\d{8}T\d{6}Z)-([a-z]+)\.sqlite3")
MOMENT = "%Y%m%dT%H%M%SZ"
PAGES = 256
"""Copied at a time: a mebibyte, after which it is written out, so that no note waits behind it."""
PATIENCE = 600
"""Attempts, 50 ms apart, while another program makes a backup."""
ROTATION = (("%Y-%m-%d %H", 6), ("%Y-%m-%d", 7), ("%G-%V", 8))
"""The newest backup of each of the last so many hours, days and weeks that have one."""
BEFORE = ("migration", "import", "merge", "restore", "trash", "rescue", "hand")
"""Made before a deed or by hand: the newest of them stay whatever the hour."""
BEFORE_KEPT = 6
LAST_KEPT = 3
UNREADABLE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
SOLID = (
    *("source", "original", "node", "node_damage", "page", "zone", "damage"),
    *("reading", "reading_span", "reading_position", "recent_search", "_sqlite_migrations"),
)
"""What the sha256 of an edition stands for, and what is no work of the reader's."""


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup; `made` as the model writes times, `reason` start, hour or one of `BEFORE`."""

    file: Path
    number: int
    made: str
    reason: str
    documents: int = 0
    notes: int = 0
    memos: int = 0
    size: int = 0

    @property
    def name(self) -> str:
        """What the backup is called on the command line."""
        return f"{self.number:06d}"


class Counts(TypedDict):
    """What stands outside the trash."""

    documents: int
    notes: int
    memos: int


# the set


def load_backups(folder: Path) -> tuple[Backup, ...]:
    """Return the backups of a library with their counts, the last made first."""
    return tuple(b for b in map(_counted, reversed(listed(folder))) if b is not None)


def find_backup(folder: Path, name: str) -> Backup:
    """Return the backup with this number."""
    for backup in listed(folder):
        if name.isdigit() and backup.number == int(name):
            return backup
    raise UserError("backup-unknown", name=name)


def listed(folder: Path) -> list[Backup]:
    """Return the backups by number; their counts are not read."""
    found = []
    with suppress(OSError):
        for file in (folder / FOLDER).iterdir():
            if known := NAME.fullmatch(file.name):
                moment = datetime.strptime(known[2], MOMENT).replace(tzinfo=UTC)
                made = moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")
                found.append(Backup(file, int(known[1]), made, known[3]))
    return sorted(found, key=lambda b: (b.number, b.made))


def _counted(backup: Backup) -> Backup | None:
    """Return a backup with its counts, None when it cannot be read."""
    try:
        conn = connect_to_copy(backup.file)
        try:
            found = counts(conn)
        finally:
            conn.close()
        size = backup.file.stat().st_size
    except (UserError, sqlite3.Error, OSError):
        return None
    return replace(backup, size=size, **found)


def counts(conn: sqlite3.Connection) -> Counts:
    """Return how many documents, notes and memos stand outside the trash."""
    ask = "SELECT count(*) FROM {} WHERE {} = ''"
    kinds = (("document", "removed"), ("note", "deleted"), ("memo", "deleted"))
    found = [conn.execute(ask.format(table, gone)).fetchone()[0] for table, gone in kinds]
    return Counts(documents=found[0], notes=found[1], memos=found[2])


def _kept(backups: Sequence[Backup]) -> set[Path]:
    """Return the files that stay, of backups ordered from the first to the last."""
    newest = list(reversed(backups))
    kept = {b.file for b in newest[:LAST_KEPT]}
    kept |= {b.file for b in [b for b in newest if b.reason in BEFORE][:BEFORE_KEPT]}
    for form, most in ROTATION:
        seen: set[str] = set()
        for backup in newest:
            span = datetime.fromisoformat(backup.made).astimezone().strftime(form)
            if span not in seen and len(seen) < most:
                seen.add(span)
                kept.add(backup.file)
    return kept


# making


def make(
    folder: Path,
    reason: str,
    *,
    if_changed: bool = False,
    spare: Path | None = None,
    tell: Tell | None = None,
) -> Backup | None:
    """Copy the library, prove the copy, let old ones go; None when nothing changed since the last.

    May run beside any reading and writing. Raises `UserError`; older backups then stay. `spare`
    is a backup that stays in any case.
    """
    with _only_here(folder), told_as_backup(folder):
        source = connect(folder / FILE, own_thread=False)
        try:
            freeze(source)
            known = listed(folder)
            if if_changed and known and _is_same(source, known[-1]):
                return None
            made = _make(folder, reason, source, known, tell)
            _let_go(folder, spare)
            return made
        finally:
            source.close()


def _make(
    folder: Path,
    reason: str,
    source: sqlite3.Connection,
    known: Sequence[Backup],
    tell: Tell | None,
) -> Backup:
    number = known[-1].number + 1 if known else 1
    moment = datetime.now(UTC).strftime(MOMENT)
    file = folder / FOLDER / f"{number:06d}-{moment}-{reason}.sqlite3"
    draft = file.with_name(f"{file.name}.part")
    try:
        write_copy(source, draft, tell)
        draft.replace(file)
        sync_folder(file.parent)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
    made = _counted(next(b for b in listed(folder) if b.file == file))
    assert made is not None
    return made


def _let_go(folder: Path, spare: Path | None) -> None:
    backups = listed(folder)
    for old in {b.file for b in backups} - _kept(backups) - {spare}:
        with suppress(OSError):
            old.unlink()


def freeze(conn: sqlite3.Connection) -> None:
    """See from now on the library of this moment, whatever is written meanwhile."""
    conn.execute("BEGIN")
    conn.execute("SELECT count(*) FROM sqlite_schema").fetchone()


@contextmanager
def _only_here(folder: Path) -> Iterator[None]:
    """Let one program at a time make backups; what a dead one left half done goes."""
    try:
        lock = Lock.open(folder / FOLDER / LOCK)
    except OSError as error:
        raise UserError("backup-failed", detail=error.strerror or error) from error
    try:
        for _ in range(PATIENCE):
            if lock.take_alone():
                break
            time.sleep(0.05)
        else:
            raise UserError("library-locked", folder=folder)
        for stray in (folder / FOLDER).glob("*.part*"):
            stray.unlink(missing_ok=True)
        yield
    finally:
        lock.close()


@contextmanager
def told_as_backup(folder: Path) -> Iterator[None]:
    """Say of a full disk what it means for backups: nothing of the library was lost."""
    try:
        with translated(folder / FILE):
            yield
    except UserError as error:
        if error.code == "disk-full":
            raise UserError("backup-full") from error
        if error.code == "disk-error":
            raise UserError("backup-failed", detail=error.values["detail"]) from error
        raise
    except OSError as error:
        raise UserError("backup-failed", detail=error.strerror or error) from error


def write_copy(source: sqlite3.Connection, draft: Path, tell: Tell | None = None) -> None:
    """Copy a library into one new file, on the disk and proven; `source` is in a transaction."""
    draft.unlink(missing_ok=True)
    target = sqlite3.connect(draft, isolation_level=None, check_same_thread=False)
    with draft.open("rb+") as written:

        def advance(_status: int, left: int, total: int) -> None:
            os.fsync(written.fileno())
            if tell is not None:
                tell(0.8 * (1 - left / max(total, 1)))

        try:
            target.execute("PRAGMA locking_mode=EXCLUSIVE")  # no index of a log in shared memory
            target.execute("PRAGMA synchronous=OFF")  # written out above, and once more below
            source.backup(target, pages=PAGES, progress=advance)
            cookie = read_number(source, "schema_version")  # which the copying has left behind
            target.execute(f"PRAGMA schema_version={cookie}")
            target.execute("PRAGMA journal_mode=DELETE")  # one file that opens anywhere
        finally:
            target.close()
        os.fsync(written.fileno())
    prove(draft, fingerprint(source))


def sync_folder(folder: Path) -> None:
    """Write the names in a folder to the disk, where the system can."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


# proving


def prove(file: Path, expected: str = "") -> None:
    """Check a file that nobody writes to: whole, references right, the same content as expected."""
    with translated(file):
        conn = connect_to_copy(file)
        try:
            trouble = find_trouble(conn)
            if not trouble and expected and fingerprint(conn) != expected:
                trouble = "it does not hold what the library holds"
        finally:
            conn.close()
    if trouble:
        raise UserError("library-damaged", file=file, detail=trouble)


def find_trouble(conn: sqlite3.Connection) -> str:
    """Return what is wrong with a library, '' when nothing is.

    Damage in the postings is none: they are made anew from the text.
    """
    try:
        return _find_trouble(conn)
    except UserError as error:
        if error.code != "library-damaged":
            raise
        return str(error.values["detail"])
    except sqlite3.DatabaseError as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF not in UNREADABLE:
            raise
        return str(error)


def _find_trouble(conn: sqlite3.Connection) -> str:
    said = conn.execute("PRAGMA integrity_check(1)").fetchone()[0]
    if said != "ok":
        said = next((t for t in map(_check_table(conn), truth(conn)) if t != "ok"), "ok")
    if said != "ok":
        return str(said).strip().splitlines()[-1]
    for table in truth(conn):
        if conn.execute(f'PRAGMA foreign_key_check("{table}")').fetchone():
            return f"{table} has references to nowhere"
    return ""


def _check_table(conn: sqlite3.Connection) -> Callable[[str], str]:
    return lambda table: str(conn.execute(f'PRAGMA integrity_check("{table}")').fetchone()[0])


def truth(conn: sqlite3.Connection) -> list[str]:
    """Return the tables that nothing else can make anew."""
    rows = conn.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table'"
        r" AND name NOT LIKE 'search\_%' ESCAPE '\' AND name NOT LIKE 'sqlite\_%' ESCAPE '\'"
        " ORDER BY name"
    )
    return [name for (name,) in rows.fetchall()]


def fingerprint(conn: sqlite3.Connection) -> str:
    """Return a hash of everything that the reader made, and of which texts there are."""
    known = hashlib.sha256()
    for table in truth(conn):
        if table not in SOLID:
            known.update(f"{table}:".encode())
            for row in conn.execute(f'SELECT * FROM "{table}"'):
                known.update(repr(row).encode("utf-8", "surrogatepass"))
    return known.hexdigest()


def _is_same(conn: sqlite3.Connection, backup: Backup) -> bool:
    try:
        copy = connect_to_copy(backup.file)
        try:
            return read_number(copy, "user_version") == read_number(conn, "user_version") and (
                fingerprint(copy) == fingerprint(conn)
            )
        finally:
            copy.close()
    except (UserError, sqlite3.Error):
        return False
