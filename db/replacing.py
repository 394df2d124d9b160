"""Put another file in the place of a library: restore a backup, begin anew, move, copy.

All of it happens while no other program has the library, and by renaming: whoever is killed at any
moment leaves the old library or the new one, whole. A log never lies beside a file it is not of.
"""

from __future__ import annotations

import os
import shutil
import time
from contextlib import suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from db import backup
from db.backup import Backup, freeze, prove, sync_folder, write_copy
from db.connection import (
    LOCK,
    VERSION,
    alone_with,
    connect,
    connect_to_copy,
    read_number,
    sign_schema,
)
from db.errors import UserError
from db.troubles import FILE, NEXT, size_of, translated, wal_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from db.backup import Tell
    from db.troubles import Connection

DRAFT = "restoring.draft"
WINDOWS_PATIENCE = 20
"""Attempts, 50 ms apart, while a virus scanner still reads what was just written."""


def restore(folder: Path, chosen: Path, tell: Tell | None = None) -> Backup | Path | None:
    """Put a backup in the place of the library; return what keeps the state before.

    That is another backup, or the folder that a damaged library was put aside into; None when
    there was nothing. Raises `UserError` and changes nothing when others have the library open.
    """
    folder = folder.expanduser().absolute()
    with alone_with(folder):
        try:
            prove(chosen)
        except (UserError, OSError) as error:
            detail = getattr(error, "values", {}).get("detail", error)
            raise UserError("backup-bad", name=chosen.name, detail=detail) from error
        with backup.told_as_backup(folder):
            draft = _draft_of(folder, chosen, tell)
        before = _keep_before(folder, chosen)
        if before is not None:
            put_in_place(draft, folder / FILE)
            return before
        return supersede(folder, draft)


def _keep_before(folder: Path, chosen: Path) -> Backup | None:
    """Keep the present state as a backup; None when the library is damaged or not there."""
    file = folder / FILE
    if not size_of(file):
        return None
    try:
        kept = backup.make(folder, "restore", spare=chosen)
        settle(file)
    except UserError as error:
        if error.code in ("library-damaged", "library-not-ours"):
            return None
        raise
    return kept


def _draft_of(folder: Path, chosen: Path, tell: Tell | None) -> Path:
    """Copy a backup, bring the copy up to date and prove it: the backup itself stays as it was."""
    draft = folder / backup.FOLDER / DRAFT
    source = connect_to_copy(chosen)
    try:
        version = read_number(source, "user_version")
        if version > VERSION:
            raise UserError("library-newer", folder=folder, found=version, known=VERSION)
        freeze(source)
        write_copy(source, draft, tell)
    finally:
        source.close()
    if version < VERSION:
        _bring_up_to_date(draft)
        prove(draft)
    return draft


def _bring_up_to_date(draft: Path) -> None:
    from db.migrations import migrate

    conn = connect(draft)
    try:
        with translated(draft):
            migrate(conn)
            sign_schema(conn)
            conn.execute("PRAGMA journal_mode=DELETE")
    finally:
        conn.close()


def settle(file: Path) -> None:
    """Write the log of a library into its file and close it: nothing of it is left beside."""
    conn = connect(file)
    try:
        conn.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    finally:
        conn.close()
    if size_of(wal_of(file)):
        raise UserError("library-locked", folder=file.parent)


def supersede(folder: Path, draft: Path) -> Path | None:
    """Put a proven library in the place of a damaged one; return where that was put aside.

    From the first renaming on the new one is known: whoever opens the folder after a kill in
    between puts it in place.
    """
    put_in_place(draft, folder / NEXT)
    return finish(folder)


def finish(folder: Path) -> Path | None:
    """Put aside what is still there of the damaged library, and the new one in its place."""
    aside = _clear(folder)
    put_in_place(folder / NEXT, folder / FILE)
    return aside


def _clear(folder: Path) -> Path | None:
    """Make the place free: a damaged library is put aside with everything that belongs to it."""
    return _put_aside(folder) if any(p.exists() for p in _parts(folder)) else None


def put_aside(folder: Path) -> Path | None:
    """Move a library that cannot be used into a folder of its own beside; return that folder."""
    folder = folder.expanduser().absolute()
    with alone_with(folder):
        return _clear(folder)


def _parts(folder: Path) -> tuple[Path, ...]:
    """Return the files of a library, the file first: so no new one ever meets an old log."""
    return tuple(folder / f"{FILE}{end}" for end in ("", "-wal", "-shm"))


def _put_aside(folder: Path) -> Path:
    moment = datetime.now(UTC).strftime(backup.MOMENT)
    names = (f"damaged-{moment}", *(f"damaged-{moment}-{n}" for n in range(2, 100)))
    aside = next(folder / n for n in names if not (folder / n).exists())
    aside.mkdir()
    for part in _parts(folder):
        if part.exists():
            replace(part, aside / part.name)
    (folder / LOCK).write_bytes(b"")  # nothing was made here any more
    sync_folder(aside)
    sync_folder(folder)
    return aside


def put_in_place(draft: Path, file: Path) -> None:
    """Give a proven file its name; the old file is gone only when the new one stands there."""
    replace(draft, file)
    sync_folder(file.parent)


def replace(source: Path, target: Path) -> None:
    """Rename over what is there; patient with what still reads it on Windows."""
    for attempt in range(WINDOWS_PATIENCE):
        try:
            source.replace(target)
        except PermissionError:
            if attempt == WINDOWS_PATIENCE - 1:
                raise
            time.sleep(0.05)
        else:
            return


# another folder


def copy_library(folder: Path, target: Path, tell: Tell | None = None) -> None:
    """Copy a library with its backups into an empty folder; it may be in use meanwhile."""
    folder, target = _checked(folder, target)
    source = connect(folder / FILE, own_thread=False)
    try:
        freeze(source)
        _copy(source, folder, target, tell)
    finally:
        source.close()


def _checked(folder: Path, target: Path) -> tuple[Path, Path]:
    folder, target = folder.expanduser().absolute(), target.expanduser().absolute()
    if not size_of(folder / FILE):
        raise UserError("library-missing", folder=folder)
    if target.resolve() == folder.resolve() or size_of(target / FILE) or (target / FILE).is_dir():
        raise UserError("library-there", folder=target)
    if target.resolve().is_relative_to(folder.resolve()):
        raise UserError("library-inside", folder=target)
    return folder, target


def _copy(source: Connection, folder: Path, target: Path, tell: Tell | None) -> None:
    try:
        (target / backup.FOLDER).mkdir(parents=True, exist_ok=True)
        with translated(target / FILE):
            draft = target / backup.FOLDER / DRAFT
            write_copy(source, draft, tell)
        for kept in sorted((folder / backup.FOLDER).glob("*.sqlite3")):
            _copy_file(kept, target / backup.FOLDER / kept.name)
        put_in_place(draft, target / FILE)
    except OSError as error:
        raise UserError("copy-failed", folder=target, detail=error.strerror or error) from error
    except UserError as error:
        if error.code not in ("disk-full", "disk-error"):
            raise
        raise UserError("copy-failed", folder=target, detail=error.sentence) from error


def _copy_file(kept: Path, copy: Path) -> None:
    """Copy a backup: a file that no program has open."""
    draft = copy.with_name(f"{copy.name}.part")
    shutil.copyfile(kept, draft)
    with draft.open("rb+") as written:
        os.fsync(written.fileno())
    draft.replace(copy)
    sync_folder(copy.parent)


def move_library(
    folder: Path, target: Path, switch: Callable[[Path], object], tell: Tell | None = None
) -> None:
    """Copy a library that nobody has open, prove the copy, `switch` to it, then let the old one go.

    Until `switch` has returned the old library stays as it was; if it cannot be removed, it stays.
    """
    folder, target = _checked(folder, target)
    with alone_with(folder):
        source = connect(folder / FILE)
        try:
            freeze(source)
            _copy(source, folder, target, tell)
        finally:
            source.close()
        switch(target)
        settle(folder / FILE)
        with suppress(OSError):
            _remove(folder)
    with suppress(OSError):
        (folder / LOCK).unlink()
        folder.rmdir()


def _remove(folder: Path) -> None:
    """Remove a library that was moved away, and nothing that does not belong to it."""
    for part in _parts(folder):
        part.unlink(missing_ok=True)
    backups = folder / backup.FOLDER
    for kept in (*backups.glob("*.sqlite3"), backups / backup.LOCK):
        kept.unlink(missing_ok=True)
    backups.rmdir()
