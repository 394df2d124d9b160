"""Rescue a damaged library: every row that can still be read goes into a new one, notes first.

The damaged file is only read, and stays beside the new library as it is. Rows are found through
the trees of their tables; where a tree is broken, by looking at every page and taking the rows that
fit a broken table. Words of a text that are lost become U+FFFD, one for one, so that every offset
keeps its place; a note whose place is lost keeps its quote in its words.
"""

from __future__ import annotations

import mmap
import shutil
import sqlite3
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from db import backup, mending
from db.backup import counts, find_trouble
from db.connection import Base, alone_with, connect_to_copy, is_strange
from db.errors import UserError
from db.raw_pages import BadPage, RawPages
from db.replacing import settle, supersede
from db.search import index
from db.troubles import FILE, size_of, wal_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from db.backup import Tell
    from db.raw_pages import Row

WORKSHOP = "rescue"
KINDS: dict[str, tuple[type, ...]] = {
    "INTEGER": (int,),
    "TEXT": (str,),
    "BLOB": (bytes,),
    "REAL": (int, float),
}
FIRST = ("note", "note_tag", "anchor", "memo", "block", "document", "edition")
"""What is rescued before anything else."""


@dataclass(frozen=True, slots=True)
class Rescue:
    """What was saved; `mended` tells in numbers what could not be saved as it was."""

    documents: int
    notes: int
    memos: int
    damaged_pages: int
    mended: dict[str, int] = field(default_factory=dict)
    kept: Path | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table as this program makes it: its columns, and which of them is the rowid."""

    name: str
    columns: tuple[str, ...]
    kinds: tuple[str, ...]
    nullable: tuple[bool, ...]
    fills: tuple[object, ...]
    rowid: int | None

    def fit(self, rowid: int, row: Row) -> Row | None:
        """Return a row with what later versions added; None when it is another table's."""
        if not 0 < len(row) <= len(self.columns) or (self.rowid is None) != (rowid == 0):
            return None
        if any(fill is None for fill in self.fills[len(row) :]):
            return None
        whole = [*row, *self.fills[len(row) :]]
        if self.rowid is not None and whole[self.rowid] is None:
            whole[self.rowid] = rowid
        fits = zip(whole, self.kinds, self.nullable, strict=True)
        return tuple(whole) if all(_fits(v, k, n) for v, k, n in fits) else None


def _fits(value: object, kind: str, nullable: bool) -> bool:
    if value is None:
        return nullable
    return isinstance(value, KINDS[kind])


def rescue(folder: Path, tell: Tell | None = None) -> Rescue:
    """Make a new library of what can be read and put it in place; the damaged one is put aside.

    Raises `UserError` and leaves everything as it is when others have it open, when nothing can be
    read, or when there is no room.
    """
    folder = folder.expanduser().absolute()
    file, workshop = folder / FILE, folder / backup.FOLDER / WORKSHOP
    with alone_with(folder), backup.told_as_backup(folder):
        if not size_of(file) and not size_of(wal_of(file)):
            raise UserError("rescue-nothing", file=file)
        shutil.rmtree(workshop, ignore_errors=True)
        try:
            found = _rescue(file, workshop, tell or _say_nothing)
            kept = supersede(folder, workshop / FILE)
        finally:
            shutil.rmtree(workshop, ignore_errors=True)
    return replace(found, kept=kept)


def _say_nothing(_part: float) -> None:
    pass


def _rescue(file: Path, workshop: Path, tell: Tell) -> Rescue:
    base = Base.open(workshop)
    try:
        tables = load_tables(base.conn)
        roots = _roots_of_ours(base.conn)
        pages, rows = _read(file, tables, roots, tell)
        if not any(rows[name] for name in ("note", "edition", "memo")):
            raise UserError("rescue-nothing", file=file)
        base.conn.execute("PRAGMA foreign_keys=OFF")
        with base.write() as conn:
            for name in sorted(rows, key=lambda n: FIRST.index(n) if n in FIRST else 99):
                _put(conn, tables[name], rows[name])
            mended = mending.mend(conn)
            index.rebuild(conn)
        tell(0.95)
        trouble = find_trouble(base.conn)
        if trouble:
            raise UserError("rescue-nothing", file=file)
        found = counts(base.conn)
    finally:
        base.close()
    settle(workshop / FILE)
    return Rescue(**found, damaged_pages=len(pages.bad), mended=mended)


def _read(
    file: Path, tables: dict[str, Table], ours: dict[str, int], tell: Tell
) -> tuple[RawPages, dict[str, list[Row]]]:
    """Return the rows of every table that can be read."""
    log = wal_of(file).read_bytes() if size_of(wal_of(file)) else b""
    if not size_of(file):
        pages = RawPages(b"", log)
        return pages, _walk(pages, tables, _roots(pages, file, ours), tell)
    with file.open("rb") as handle, mmap.mmap(handle.fileno(), 0, access=mmap.ACCESS_READ) as all_:
        pages = RawPages(all_, log)
        if is_strange(_cookie(RawPages(all_)), _cookie(pages)):
            pages = RawPages(all_)
        return pages, _walk(pages, tables, _roots(pages, file, ours), tell)


def _cookie(pages: RawPages) -> int:
    """Return the schema cookie that page 1 tells, 0 when there is none."""
    try:
        return int.from_bytes(pages.page(1)[40:44])
    except BadPage:
        return 0


def _walk(
    pages: RawPages, tables: dict[str, Table], roots: dict[str, int], tell: Tell
) -> dict[str, list[Row]]:
    rows: dict[str, list[Row]] = {name: [] for name in tables}
    broken = []
    for at, (name, table) in enumerate(tables.items()):
        before = len(pages.bad)
        found = list(pages.rows(roots[name])) if name in roots else []
        rows[name] += _fitting(table, found)
        strange = bool(found) and not rows[name]
        if name not in roots or len(pages.bad) > before or strange:
            broken.append(table)
        tell(0.5 * at / len(tables))
    for other in set(roots) - set(tables):
        for _ in pages.rows(roots[other]):  # known, so that its pages are nobody's strays
            pass
    for number, leaf in pages.leaves() if broken else ():
        fitted = [(t.name, _fitting(t, leaf)) for t in broken]
        owners = [(name, own) for name, own in fitted if len(own) == len(leaf) > 0]
        if len(owners) == 1:
            rows[owners[0][0]] += owners[0][1]
        tell(0.5 + 0.3 * number / pages.count)
    return rows


def _fitting(table: Table, found: Iterable[tuple[int, Row]]) -> list[Row]:
    fitted = (table.fit(rowid, row) for rowid, row in found)
    return [row for row in fitted if row is not None]


# where the tables are


def load_tables(conn: sqlite3.Connection) -> dict[str, Table]:
    """Return the tables that nothing else can make anew, as this program makes them."""
    return {name: _table(conn, name) for name in backup.truth(conn) if name[0] != "_"}


def _table(conn: sqlite3.Connection, name: str) -> Table:
    columns = conn.execute(f'PRAGMA table_info("{name}")').fetchall()
    keyless = "WITHOUT ROWID" in str(
        conn.execute("SELECT sql FROM sqlite_schema WHERE name = ?", (name,)).fetchone()[0]
    )
    keys = [c[0] for c in columns if c[5] == 1 and c[2] == "INTEGER"]
    fills = tuple(_fill(c[4]) for c in columns)
    return Table(
        name,
        tuple(c[1] for c in columns),
        tuple(c[2] for c in columns),
        tuple(not c[3] and not c[5] for c in columns),
        fills,
        None if keyless else keys[0],
    )


def _fill(default: str | None) -> object:
    return None if default is None else default.strip("'") if default[0] == "'" else int(default)


def _roots(pages: RawPages, file: Path, ours: dict[str, int]) -> dict[str, int]:
    """Return table → first page: from the file, else a backup of it, else a new library.

    A backup is a copy page by page; and the same steps lay the first tables on the same pages.
    """
    found = dict(_named(pages))
    for kept in reversed(backup.listed(file.parent)) if not found else ():
        try:
            conn = connect_to_copy(kept.file)
            try:
                found = _roots_of_ours(conn)
            finally:
                conn.close()
        except (UserError, sqlite3.Error):
            continue
        break
    return found or ours


def _named(pages: RawPages) -> Iterator[tuple[str, int]]:
    for _, row in pages.rows(1):
        match row:
            case ("table", str(name), _, int(root), _) if root:
                yield name, root
            case ("index", str(name), _, int(root), _) if root:
                yield name, root


def _roots_of_ours(conn: sqlite3.Connection) -> dict[str, int]:
    rows = conn.execute("SELECT name, rootpage FROM sqlite_schema WHERE rootpage > 0")
    return dict(rows.fetchall())


def _put(conn: sqlite3.Connection, table: Table, rows: Iterable[Row]) -> None:
    """Put the rows in; of two with one key the first one stays."""
    columns = ", ".join(f'"{c}"' for c in table.columns)
    marks = ", ".join("?" * len(table.columns))
    conn.executemany(f'INSERT OR IGNORE INTO "{table.name}"({columns}) VALUES ({marks})', rows)
