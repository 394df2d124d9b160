"""Deeds that keep the library itself: back up, restore, rescue, move, copy, check.

All take the folder of a library. `back_up` and `copy` may run in any thread beside an open
library; `restore`, `move`, `rescue` and `put_aside` want it closed in every program, this one too.
"""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from db import backup, replacing, salvage
from db.backup import Backup
from db.connection import FILE, open_reader
from db.errors import UserError
from db.salvage import Rescue
from desktop import paths

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from pathlib import Path

    Tell = Callable[[float], None]

__all__ = ["Backup", "Check", "Rescue"]

COPY = re.compile(r"library.+sqlite3.*|library\.sqlite3.+", re.IGNORECASE)
"""What a sync program calls the other version of a file that two computers changed."""
OWN = {FILE, f"{FILE}-wal", f"{FILE}-shm", f"{FILE}-journal"}
SYNCED = (
    ("OneDrive", ("onedrive",)),
    ("Dropbox", ("dropbox",)),
    ("坚果云", ("坚果云", "nutstore")),
    ("百度网盘", ("百度网盘", "百度云", "baidusync", "baidunetdisk")),
    ("Google Drive", ("google drive", "googledrive", "my drive")),
    ("iCloud", ("mobile documents", "icloud")),
    ("Nextcloud", ("nextcloud", "owncloud")),
    ("Syncthing", ("syncthing",)),
)
"""Services by what their folders are called."""
MARKERS = (("Dropbox", ".dropbox"), ("Syncthing", ".stfolder"), ("Nextcloud", ".sync_*.db"))


@dataclass(frozen=True, slots=True)
class Check:
    """What a check found; `trouble` is '' when the library is whole."""

    trouble: str
    documents: int
    notes: int
    memos: int
    backups: tuple[Backup, ...]
    copies: tuple[str, ...]
    synced: str


def back_up(
    folder: Path, reason: str = "hand", *, if_changed: bool = False, tell: Tell | None = None
) -> Backup | None:
    """Make a backup; None when nothing has changed, or nothing can be written."""
    _see(folder)
    conn = open_reader(folder)
    read_only = conn.read_only
    conn.close()
    if read_only:
        return None
    return backup.make(folder, reason, if_changed=if_changed, tell=tell)


def backups(folder: Path) -> tuple[Backup, ...]:
    """Return the backups of a library, open or not, the last made first."""
    return backup.load_backups(folder)


def find_backup(folder: Path, name: str) -> Backup:
    """Return the backup with this number; the last one for `last`."""
    if name == "last":
        known = backups(folder)
        if known:
            return known[0]
    return backup.find_backup(folder, name)


def restore(folder: Path, chosen: Backup, tell: Tell | None = None) -> Backup | Path | None:
    """Put a backup in the library's place; return what keeps the state before, to undo it with."""
    return replacing.restore(folder, chosen.file, tell)


def put_aside(folder: Path) -> Path | None:
    """Move a damaged library aside, untouched; the next opening makes an empty one."""
    return replacing.put_aside(folder)


def rescue(folder: Path, tell: Tell | None = None) -> Rescue:
    """Make a new library of what can be read of a damaged one, which is put aside untouched."""
    return salvage.rescue(folder, tell)


def empty_trash(
    folder: Path, chosen: Collection[tuple[str, str]] | None = None, tell: Tell | None = None
) -> int:
    """Delete kinds and uids in the trash, or all of it, for ever, after a backup; return how many.

    Uses a connection of its own, so that it may run in any thread.
    """
    from desktop.library import Library

    back_up(folder, "trash", if_changed=True, tell=tell)
    library = Library.open(folder)
    try:
        things = [t for t in library.trashed() if chosen is None or (t.kind, t.uid) in chosen]
        return library.empty_trash(things)
    finally:
        library.close()


def copy(folder: Path, target: Path, tell: Tell | None = None) -> None:
    """Copy a library with its backups into an empty folder."""
    replacing.copy_library(folder, target, tell)


def move(folder: Path, target: Path, tell: Tell | None = None) -> None:
    """Move a library with its backups; if it is the one that starts open, the new place is kept."""
    is_chosen = False
    with suppress(UserError):  # the chosen one is not there, so it is another
        is_chosen = folder.resolve() == paths.data_folder().resolve()
    if is_chosen and paths.is_portable():
        raise UserError("library-portable")

    def switch(chosen: Path) -> None:
        if is_chosen:
            paths.choose_data_folder(chosen)

    replacing.move_library(folder, target, switch, tell)


def check(folder: Path) -> Check:
    """Read the whole library and tell what is in it and what is wrong; nothing is changed."""
    _see(folder)
    conn = open_reader(folder)
    try:
        trouble = backup.find_trouble(conn)
        nothing = backup.Counts(documents=0, notes=0, memos=0)
        found = nothing if trouble else backup.counts(conn)
    finally:
        conn.close()
    return Check(
        trouble,
        **found,
        backups=backups(folder),
        copies=conflict_copies(folder),
        synced=synced_by(folder),
    )


def _see(folder: Path) -> None:
    """Refuse a folder without a library: looking must not make one."""
    if not (folder.expanduser() / FILE).is_file():
        raise UserError("library-missing", folder=folder)


def conflict_copies(folder: Path) -> tuple[str, ...]:
    """Return the names of other versions of the library that a sync program has put beside it."""
    try:
        names = sorted(p.name for p in folder.iterdir() if p.is_file())
    except OSError:
        return ()
    return tuple(n for n in names if COPY.fullmatch(n) and n not in OWN)


def synced_by(folder: Path) -> str:
    """Return the name of the service that synchronizes a folder, as far as names tell; else ''."""
    whole = folder.expanduser().absolute()
    for service, names in SYNCED:
        if any(n in part.casefold() for part in whole.parts for n in names):
            return service
    for above in (whole, *whole.parents):
        for service, marker in MARKERS:
            if any(above.glob(marker)):
                return service
    return ""
