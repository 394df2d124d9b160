"""Build the index anew from the text, the notes and the memos, in steps that let others write.

While it is being built it has no signature: what is stored meanwhile is not put in, but comes with
the steps that follow, notes and memos last. An edition that goes meanwhile begins it again.
"""

from __future__ import annotations

import uuid
from contextlib import contextmanager
from typing import TYPE_CHECKING

from db.search import tables
from db.search.filling import fill_edition, fill_memo, fill_note, silence_old

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator

    Progress = Callable[[int, int], object]

STRIDE = 10_000
"""Nodes of one step, at least; others who write wait half a second for it."""
STALE = 30
"""Seconds after which a builder that was not seen is taken for dead."""
AGAIN, BUILDER = "again", "builder"


def rebuild(conn: sqlite3.Connection, progress: Progress | None = None) -> bool:
    """Build the index anew; inside a transaction all of it or nothing.

    `progress` is told how many of how many nodes, notes and memos are done; what it raises stops
    the building, and the next one begins it again. False: another program has begun to build.
    """
    report = _Report(progress, _count(conn))
    token = uuid.uuid4().hex
    with _step(conn):
        tables.drop(conn)
        tables.make(conn, unfilled=True)
        _sign(conn, token)
    known: set[str] = set()
    last = 0
    while True:
        with _step(conn):
            if _builder(conn)[0] != token:
                return False
            last = _fill_editions(conn, last, known, report)
            if last:
                _sign(conn, token)
                continue
            if _is_again(conn):
                break
            _fill_rest(conn, report)
            return True
    return rebuild(conn, progress)


def is_building(conn: sqlite3.Connection) -> bool:
    """Whether some program is building the index at this moment."""
    token, age = _builder(conn)
    return bool(token) and age < STALE


def _sign(conn: sqlite3.Connection, token: str) -> None:
    """Say that it is us who build, and when we were last seen at it."""
    conn.execute(
        "INSERT OR REPLACE INTO search_state VALUES (?, ? || ' ' || strftime('%s', 'now'))",
        (BUILDER, token),
    )


def _builder(conn: sqlite3.Connection) -> tuple[str, int]:
    """Return who is building, and the seconds since they were last seen."""
    row = conn.execute(
        "SELECT value, strftime('%s', 'now') FROM search_state WHERE key = ?", (BUILDER,)
    ).fetchone()
    if row is None:
        return "", 0
    token, _, seen = row[0].partition(" ")
    return token, int(row[1]) - int(seen)


def begin_again(conn: sqlite3.Connection) -> None:
    """Tell whoever is building that an edition is gone which may be in already."""
    if conn.execute("SELECT 1 FROM sqlite_schema WHERE name = 'search_state'").fetchone():
        conn.execute("INSERT OR REPLACE INTO search_state VALUES (?, '')", (AGAIN,))


class _Report:
    """Adds up what is done."""

    def __init__(self, progress: Progress | None, total: int) -> None:
        self._progress, self._total, self._done = progress, total, 0

    def __call__(self, count: int) -> None:
        self._done += count
        if self._progress is not None:
            self._progress(min(self._done, self._total), self._total)


def _count(conn: sqlite3.Connection) -> int:
    (total,) = conn.execute(
        'SELECT (SELECT count(*) FROM node WHERE "end" > start)'
        " + (SELECT count(*) FROM note WHERE deleted = '')"
        " + (SELECT count(*) FROM memo WHERE deleted = '')"
    ).fetchone()
    return int(total)


def _fill_editions(conn: sqlite3.Connection, last: int, known: set[str], report: _Report) -> int:
    """Put in the editions after `last`, a stride of them; return the last one, 0 when all are."""
    rows = conn.execute("SELECT id, nodes FROM edition WHERE id > ? ORDER BY id", (last,))
    filled = 0
    for edition, nodes in rows.fetchall():
        if filled > STRIDE:
            break
        fill_edition(conn, edition, known, report)
        filled += nodes
        last = edition
    silence_old(conn)
    return last if filled else 0


def _fill_rest(conn: sqlite3.Connection, report: _Report) -> None:
    """Put in notes and memos and sign the index: from now on it follows what is stored."""
    for (note,) in conn.execute("SELECT id FROM note WHERE deleted = ''").fetchall():
        fill_note(conn, note)
        report(1)
    for (memo,) in conn.execute("SELECT id FROM memo WHERE deleted = ''").fetchall():
        fill_memo(conn, memo)
        report(1)
    conn.execute("DELETE FROM search_state WHERE key = ?", (BUILDER,))
    conn.execute("UPDATE search_state SET value = ? WHERE key = 'analysis'", (tables.signature(),))


def _is_again(conn: sqlite3.Connection) -> bool:
    return bool(conn.execute("SELECT 1 FROM search_state WHERE key = ?", (AGAIN,)).fetchone())


@contextmanager
def _step(conn: sqlite3.Connection) -> Iterator[None]:
    """Run one transaction, unless there is one around it all."""
    if conn.in_transaction:
        yield
        return
    conn.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        conn.execute("ROLLBACK")
        raise
    conn.execute("COMMIT")
