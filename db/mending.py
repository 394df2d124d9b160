"""Make rescued rows a library again: what hangs on something lost is kept another way."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from db.documents import PIECE
from db.pages import AROUND

if TYPE_CHECKING:
    import sqlite3

LOST = "\ufffd"
PLAN = "plan"


def mend(conn: sqlite3.Connection) -> dict[str, int]:
    """Mend all references within a transaction with foreign keys off; return what was mended."""
    done = {
        "documents": _owners_of_editions(conn),
        "pieces": sum(_pieces(conn, *row) for row in _editions(conn)),
        "memos": _owners_of_blocks(conn),
        "notes": _owners_of_anchors(conn),
        "places": _places_of_notes(conn),
    }
    for edition, length in _editions(conn):
        _zones(conn, edition, length)
        _parents(conn, edition)
        _pages(conn, edition)
    for end in ("first", "last"):
        conn.execute(f"UPDATE anchor SET {end} = NULL WHERE {end} NOT IN (SELECT uid FROM node)")
    _drop_what_hangs(conn)
    return {kind: count for kind, count in done.items() if count}


def _editions(conn: sqlite3.Connection) -> list[tuple[int, int]]:
    return conn.execute("SELECT id, length FROM edition ORDER BY id").fetchall()


def _owners_of_editions(conn: sqlite3.Connection) -> int:
    """Make a document for each edition that has lost its own; documents without a text go."""
    rows = conn.execute(
        "SELECT DISTINCT document FROM edition WHERE document NOT IN (SELECT id FROM document)"
    ).fetchall()
    for (row,) in rows:
        conn.execute(
            "INSERT INTO document(id, uid, added) VALUES (?, ?, '')", (row, str(uuid.uuid4()))
        )
    conn.execute("DELETE FROM document WHERE id NOT IN (SELECT document FROM edition)")
    return len(rows)


def _pieces(conn: sqlite3.Connection, edition: int, length: int) -> int:
    """Fill the pieces of the text that are lost, so that every offset keeps its place."""
    known = dict(
        conn.execute("SELECT start, length(text) FROM source WHERE edition = ?", (edition,))
    )
    lost = 0
    for start in range(0, length, PIECE):
        size = min(PIECE, length - start)
        if start not in known:
            conn.execute(
                "INSERT INTO source(edition, start, text) VALUES (?, ?, ?)",
                (edition, start, LOST * size),
            )
            lost += 1
    return lost


def _owners_of_blocks(conn: sqlite3.Connection) -> int:
    """Make a memo for the blocks that have lost theirs."""
    rows = conn.execute(
        "SELECT DISTINCT memo FROM block WHERE memo NOT IN (SELECT id FROM memo)"
    ).fetchall()
    for (row,) in rows:
        conn.execute(
            "INSERT INTO memo(id, uid, title, created, changed, deleted)"
            " VALUES (?, ?, ?, '', '', '')",
            (row, str(uuid.uuid4()), f"{LOST} {row}"),
        )
    return len(rows)


def _owners_of_anchors(conn: sqlite3.Connection) -> int:
    """Make a highlight for the anchors whose note is lost: the reader marked these words."""
    rows = conn.execute(
        "SELECT DISTINCT note FROM anchor WHERE note NOT IN (SELECT id FROM note)"
    ).fetchall()
    for (row,) in rows:
        conn.execute(
            "INSERT INTO note(id, uid, body, color, status, author, sensitivity, created, changed,"
            " deleted) VALUES (?, ?, '', 'yellow', 'open', '', 'internal', '', '', '')",
            (row, str(uuid.uuid4())),
        )
    return len(rows)


def _places_of_notes(conn: sqlite3.Connection) -> int:
    """Put the quote of a note whose edition is lost before its words."""
    rows = conn.execute(
        "SELECT note, quote FROM anchor WHERE edition NOT IN (SELECT id FROM edition)"
        " AND note NOT IN (SELECT note FROM anchor WHERE edition IN (SELECT id FROM edition))"
        " ORDER BY id"
    ).fetchall()
    for note, quote in dict(rows).items():
        quoted = "\n".join(f"> {line}" for line in quote.splitlines())
        conn.execute(
            "UPDATE note SET body = trim(? || char(10, 10) || body, char(10)) WHERE id = ?",
            (quoted, note),
        )
    return len(dict(rows))


def _zones(conn: sqlite3.Connection, edition: int, length: int) -> None:
    """Count a text whose zones are all lost as the plan's own."""
    known = conn.execute("SELECT 1 FROM zone WHERE edition = ?", (edition,)).fetchone()
    if known is None and length:
        conn.execute(
            'INSERT INTO zone(edition, ord, zone, start, "end") VALUES (?, 0, ?, 0, ?)',
            (edition, PLAN, length),
        )


def _parents(conn: sqlite3.Connection, edition: int) -> None:
    """Hang nodes whose parent is lost on the nearest one above that is not."""
    rows = conn.execute("SELECT id, path, parent FROM node WHERE edition = ?", (edition,))
    nodes = rows.fetchall()
    known = {path for _, path, _ in nodes}
    for row, _, parent in nodes:
        above = parent
        while above and above not in known:
            above = above.rpartition(".")[0]
        if above != parent:
            conn.execute("UPDATE node SET parent = ? WHERE id = ?", (above, row))


def _pages(conn: sqlite3.Connection, edition: int) -> None:
    """List the pages anew when one that a node stands on is lost."""
    listed = conn.execute("SELECT path FROM page WHERE edition = ? ORDER BY ord", (edition,))
    known = [path for (path,) in listed.fetchall()]
    used = conn.execute("SELECT page FROM node WHERE edition = ? ORDER BY ord", (edition,))
    wanted = list(dict.fromkeys(page for (page,) in used.fetchall()))
    if not set(wanted) <= set(known):
        order = [*wanted, *([AROUND] if AROUND in known else [])]
        conn.execute("DELETE FROM page WHERE edition = ?", (edition,))
        conn.executemany(
            "INSERT INTO page(edition, ord, path) VALUES (?, ?, ?)",
            ((edition, ord_, path) for ord_, path in enumerate(order)),
        )


def _drop_what_hangs(conn: sqlite3.Connection) -> None:
    """Remove rows that refer to nothing any more, until none is left."""
    while rows := conn.execute("PRAGMA foreign_key_check").fetchall():
        for table, rowid, *_ in rows:
            if rowid is not None:
                conn.execute(f'DELETE FROM "{table}" WHERE rowid = ?', (rowid,))
        for table in {row[0] for row in rows if row[1] is None}:
            _drop_keyless(conn, table)


def _drop_keyless(conn: sqlite3.Connection, table: str) -> None:
    for _, _, parent, column, key, *_ in conn.execute(f'PRAGMA foreign_key_list("{table}")'):
        known = f'SELECT "{key or "id"}" FROM "{parent}"'
        conn.execute(f'DELETE FROM "{table}" WHERE "{column}" NOT IN ({known})')
