"""Keep the index: it follows each edition, note and memo in the transaction that stores it.

Nothing here ever costs a note: when the index turns out to be damaged while something is stored,
it is marked for rebuilding and the storing goes on.
"""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from db.errors import UserError
from db.search import building, tables
from db.search.filling import empty_edition, fill_edition, fill_memo, fill_note, silence_old
from db.search.rows import load_rows
from db.search.tables import MEMOS, NODES, NOTES, POSTINGS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from db.model import EditionUid, MemoUid, NoteUid

create = tables.make
rebuild, is_building = building.rebuild, building.is_building

SAMPLE = 100
"""Nodes from all over the library that a check looks for."""
LARGE = 200_000
TRUSTED = 7
"""Days after which a glance is not enough."""
SIGNS = (
    "vtable constructor failed: search_",
    "no such table: search_",
    "invalid fts5 file format",
    "fts5: ",
)
"""How SQLite tells of postings whose own tables are gone or unreadable."""


class IndexDamagedError(Exception):
    """The postings cannot be read; `rebuild` makes them anew from the text and the notes."""


def add_edition(conn: sqlite3.Connection, edition: EditionUid) -> None:
    """Put in an edition that has just been stored; older ones of its document fall silent."""
    with _spared(conn) as is_ours:
        if is_ours:
            row = _row_id(conn, "edition", edition)
            fill_edition(conn, row, set())
            silence_old(conn, row)


def silence_older(conn: sqlite3.Connection, edition: EditionUid) -> None:
    """Let only the newest edition of an edition's document speak."""
    with _spared(conn) as is_ours:
        if is_ours:
            silence_old(conn, _row_id(conn, "edition", edition))


def remove_edition(conn: sqlite3.Connection, edition: EditionUid) -> None:
    """Take out an edition; to be called while its text and nodes are still stored."""
    with _spared(conn) as is_ours:
        if is_ours:
            empty_edition(conn, _row_id(conn, "edition", edition))
        else:
            building.begin_again(conn)


def put_note(conn: sqlite3.Connection, uid: NoteUid) -> None:
    """Put in a note as it is stored now, in place of what was there."""
    with _spared(conn) as is_ours:
        if is_ours:
            fill_note(conn, _row_id(conn, "note", uid))


def remove_note(conn: sqlite3.Connection, uid: NoteUid) -> None:
    """Take out a note that was deleted; the note itself is still stored."""
    with _spared(conn) as is_ours:
        if is_ours:
            conn.execute(f"DELETE FROM {NOTES} WHERE rowid = ?", (_row_id(conn, "note", uid),))


def put_memo(conn: sqlite3.Connection, uid: MemoUid) -> None:
    """Put in a memo as it is stored now, in place of what was there."""
    with _spared(conn) as is_ours:
        if is_ours:
            fill_memo(conn, _row_id(conn, "memo", uid))


def remove_memo(conn: sqlite3.Connection, uid: MemoUid) -> None:
    """Take out a memo that was deleted; the memo itself is still stored."""
    with _spared(conn) as is_ours:
        if is_ours:
            conn.execute(f"DELETE FROM {MEMOS} WHERE rowid = ?", (_row_id(conn, "memo", uid),))


def renew(conn: sqlite3.Connection) -> None:
    """Make the tables anew when they have another shape; they stay empty until `rebuild`."""
    if state(conn) == tables.signature():
        return
    empty = conn.execute("SELECT 1 FROM node LIMIT 1").fetchone() is None
    tables.drop(conn)
    tables.make(conn, unfilled=not empty)


def state(conn: sqlite3.Connection) -> str:
    """Return the name and version of the analysis that filled the index, '' without one."""
    try:
        row = conn.execute("SELECT value FROM search_state WHERE key = 'analysis'").fetchone()
    except (sqlite3.DatabaseError, UserError) as error:
        if not is_damage(error):
            raise
        return ""
    return str(row[0]) if row else ""


def needs_rebuild(conn: sqlite3.Connection) -> bool:
    """Whether the index was filled by another analysis, or was found damaged."""
    if state(conn) != tables.signature():
        return True
    damaged = conn.execute("SELECT 1 FROM search_state WHERE key = 'damaged'").fetchone()
    there = conn.execute(
        f"SELECT count(*) FROM sqlite_schema WHERE name IN ({', '.join('?' * len(POSTINGS))})",
        tuple(POSTINGS),
    ).fetchone()
    return damaged is not None or there[0] != len(POSTINGS)


def inspect(conn: sqlite3.Connection, *, thorough: bool) -> bool:
    """Whether the postings are whole, by a glance; `thorough`, or after a week, by all of them.

    In a large library only `thorough`: nobody else can write while all postings are read.
    """
    (large,) = conn.execute("SELECT coalesce(max(id), 0) > ? FROM node", (LARGE,)).fetchone()
    row = conn.execute(
        "SELECT 1 FROM search_state WHERE key = 'checked'"
        " AND julianday('now') - julianday(value) BETWEEN 0 AND ?",
        (TRUSTED,),
    ).fetchone()
    if (large or row is not None) and not thorough:
        return glance(conn)
    whole = check(conn)
    if whole:
        conn.execute("INSERT OR REPLACE INTO search_state VALUES ('checked', datetime('now'))")
    return whole


def glance(conn: sqlite3.Connection) -> bool:
    """Whether every token that was put in is still there, and a sample of the nodes is found.

    A sixth of the time of `check`, without a lock; it does not see what prefixes alone have lost.
    """
    try:
        for table in POSTINGS:
            conn.execute(f"CREATE VIRTUAL TABLE temp.seen USING fts5vocab(main, {table}, 'row')")
            try:
                (there,) = conn.execute("SELECT coalesce(sum(cnt), 0) FROM temp.seen").fetchone()
            finally:
                conn.execute("DROP TABLE temp.seen")
            if there != _put_in(conn, table):
                return False
        return _has_sample(conn)
    except (sqlite3.DatabaseError, UserError) as error:
        if is_damage(error) or "no such fts5 table" in str(error) or "malformed" in str(error):
            return False
        raise


def _put_in(conn: sqlite3.Connection, table: str) -> int:
    """Return how many tokens FTS5 has taken in and not given back.

    It keeps the sums for bm25, as numbers of up to nine bytes of seven bits in its second record:
    rows, then the tokens of each column (https://www.sqlite.org/fts5.html, section 9.1).
    """
    row = conn.execute(f"SELECT block FROM {table}_data WHERE id = 1").fetchone()
    numbers, number = [], 0
    for byte in row[0] if row else b"":
        number = number << 7 | byte & 0x7F
        if byte < 0x80:
            numbers.append(number)
            number = 0
    return sum(numbers[1:])


def check(conn: sqlite3.Connection) -> bool:
    """Whether the postings are whole; FTS5 reads all of them, 6 µs a clause.

    FTS5 cannot compare a contentless table with its text, so a sample of the nodes is looked for.
    Nothing is written, but other programs cannot write meanwhile.
    """
    try:
        for table in POSTINGS:
            conn.execute(f"INSERT INTO {table}({table}) VALUES ('integrity-check')")
        return _has_sample(conn)
    except (sqlite3.DatabaseError, UserError) as error:
        if not is_damage(error):
            raise
        return False


def is_damage(error: BaseException) -> bool:
    """Whether an error says that the postings, not the library, are damaged.

    The store's own connections tell damage as a `UserError`, with SQLite's error as its cause.
    """
    if isinstance(error, UserError) and error.__cause__ is not None:
        error = error.__cause__
    if not isinstance(error, sqlite3.Error):
        return False
    if getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_CORRUPT_VTAB:
        return True
    return any(sign in str(error) for sign in SIGNS)


def _has_sample(conn: sqlite3.Connection) -> bool:
    """Whether nodes from all over the library are found by their first and their last word."""
    last = conn.execute("SELECT coalesce(max(id), 0) FROM node").fetchone()[0]
    chosen = conn.execute(
        'SELECT id FROM node WHERE id % ? = 0 AND "end" > start'
        " AND edition IN (SELECT edition FROM search_edition)",
        (last // SAMPLE + 1,),
    )
    look = f"SELECT 1 FROM {NODES} WHERE {NODES} MATCH ? AND rowid = ?"
    for row in load_rows(conn, NODES, [node for (node,) in chosen]):
        words = row.reading("heading" if "heading" in row.parts else "text").words
        for word in {*words[:1], *words[-1:]}:
            if conn.execute(look, (f'"{word}"', row.id)).fetchone() is None:
                return False
    return True


@contextmanager
def _spared(conn: sqlite3.Connection) -> Iterator[bool]:
    """Let the storing go on when the index is damaged, and remember that it is.

    Tells whether the index is ours to fill: one of another analysis or shape waits for `rebuild`.

    FTS5 writes what it gathered when a savepoint is released: without one its error would come
    with the COMMIT and take the note along. Postings that lost their beginning take new ones for
    old and fail a constraint.
    """
    conn.execute("SAVEPOINT search")
    try:
        yield state(conn) == tables.signature()
        conn.execute("RELEASE search")
    except (sqlite3.DatabaseError, UserError) as error:
        if not is_damage(error) and not isinstance(error, sqlite3.IntegrityError):
            raise
        conn.execute("ROLLBACK TO search")
        conn.execute("RELEASE search")
        _remember_damage(conn, error)


def _remember_damage(conn: sqlite3.Connection, error: Exception) -> None:
    conn.execute(
        "CREATE TABLE IF NOT EXISTS search_state"
        " (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID"
    )
    conn.execute("INSERT OR REPLACE INTO search_state VALUES ('damaged', ?)", (str(error),))


def _row_id(conn: sqlite3.Connection, table: str, uid: str) -> int:
    return int(conn.execute(f"SELECT id FROM {table} WHERE uid = ?", (uid,)).fetchone()[0])
