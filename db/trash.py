"""Empty the trash: what is deleted for ever, and what of the reader's words is kept all the same.

A note that hangs on a document that goes for ever keeps its words, with its quote before them; a
mere highlight goes along.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from db.model import RESTRICTED
from db.search import index

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

KINDS: dict[str, tuple[str, str]] = {
    "note": ("note", "deleted"),
    "memo": ("memo", "deleted"),
    "document": ("document", "removed"),
    "bookmark": ("bookmark", "deleted"),
    "search": ("saved_search", "deleted"),
}
"""Kind → its table and the column with the time of the trash."""
AMONG = "IN (SELECT value FROM json_each(?))"
HANGING = f"""
SELECT n.id, n.uid, n.body <> '' OR EXISTS (SELECT 1 FROM note_tag t WHERE t.note = n.id)
FROM note n WHERE n.deleted = '' AND n.id IN (SELECT note FROM anchor WHERE edition {AMONG})
AND n.id NOT IN (SELECT note FROM anchor WHERE edition NOT {AMONG})
"""
"""Notes outside the trash that hang on these editions alone, and whether they have words."""


def load_removed(conn: sqlite3.Connection, document: str) -> str | None:
    """Return the time at which a document went to the trash, '' outside it, None when unknown."""
    row = conn.execute("SELECT removed FROM document WHERE uid = ?", (document,)).fetchone()
    return row[0] if row else None


def count_hanging(conn: sqlite3.Connection, documents: Iterable[str]) -> tuple[int, int]:
    """Return how many notes with words and how many highlights hang on documents."""
    editions = _editions(conn, _rows(conn, "document", documents))
    found = conn.execute(HANGING, (editions, editions)).fetchall()
    words = sum(bool(has_words) for *_, has_words in found)
    return words, len(found) - words


def find_quoted(
    conn: sqlite3.Connection, documents: Iterable[str], leaving: Iterable[str] = ()
) -> set[str]:
    """Return which documents memos quote, but for memos that are `leaving`."""
    rows = conn.execute(
        "SELECT DISTINCT d.uid FROM document d JOIN edition e ON e.document = d.id"
        f" JOIN block b ON b.edition = e.uid JOIN memo m ON m.id = b.memo WHERE d.uid {AMONG}"
        f" AND NOT m.uid {AMONG}",
        (json.dumps(list(documents)), json.dumps(list(leaving))),
    )
    return {uid for (uid,) in rows.fetchall()}


def delete_for_ever(conn: sqlite3.Connection, kind: str, uids: Iterable[str]) -> int:
    """Delete what lies in the trash; return how many there were. Within a transaction.

    A document stays that a memo quotes: the memo must not lose its sources.
    """
    conn.execute("PRAGMA defer_foreign_keys=ON")
    uids = list(uids)
    if kind == "document":
        quoted = find_quoted(conn, uids)
        uids = [uid for uid in uids if uid not in quoted]
    rows = _rows(conn, kind, uids)
    match kind:
        case "note":
            _delete_notes(conn, rows)
        case "document":
            _delete_documents(conn, rows)
        case "memo":
            conn.execute(f"DELETE FROM block WHERE memo {AMONG}", (rows,))
    table, _ = KINDS[kind]
    return conn.execute(f"DELETE FROM {table} WHERE id {AMONG}", (rows,)).rowcount


def _rows(conn: sqlite3.Connection, kind: str, uids: Iterable[str]) -> str:
    """Return the rows of those that do lie in the trash, as JSON."""
    table, column = KINDS[kind]
    ask = f"SELECT id FROM {table} WHERE {column} <> '' AND uid {AMONG}"
    return json.dumps([row for (row,) in conn.execute(ask, (json.dumps(list(uids)),)).fetchall()])


def _editions(conn: sqlite3.Connection, documents: str) -> str:
    ask = f"SELECT id FROM edition WHERE document {AMONG}"
    return json.dumps([row for (row,) in conn.execute(ask, (documents,)).fetchall()])


def _delete_notes(conn: sqlite3.Connection, rows: str) -> None:
    for (uid,) in conn.execute(f"SELECT uid FROM note WHERE id {AMONG}", (rows,)).fetchall():
        index.remove_note(conn, uid)
    # A memo keeps the words that it took from a note; that they are restricted must not be lost.
    conn.execute(
        "UPDATE block SET kind = ? WHERE note IN"
        f" (SELECT uid FROM note WHERE sensitivity = ? AND id {AMONG})",
        (RESTRICTED, RESTRICTED, rows),
    )
    for table in ("anchor", "note_tag"):
        conn.execute(f"DELETE FROM {table} WHERE note {AMONG}", (rows,))


def _delete_documents(conn: sqlite3.Connection, documents: str) -> None:
    editions = _editions(conn, documents)
    hanging = conn.execute(HANGING, (editions, editions)).fetchall()
    for row, _, has_words in hanging:
        if has_words:
            _take_quote(conn, row)
    marks = json.dumps([row for row, _, has_words in hanging if not has_words])
    _delete_notes(conn, marks)
    conn.execute(f"DELETE FROM note WHERE id {AMONG}", (marks,))
    for (uid,) in conn.execute(f"SELECT uid FROM edition WHERE id {AMONG}", (editions,)).fetchall():
        index.remove_edition(conn, uid)
    _delete_below(conn, "edition", editions)
    for _, uid, has_words in hanging:
        if has_words:
            index.put_note(conn, uid)
    _delete_below(conn, "document", documents, but="edition")
    conn.execute(f"DELETE FROM edition WHERE id {AMONG}", (editions,))


def _take_quote(conn: sqlite3.Connection, note: int) -> None:
    """Put the quote of a note before its words: its place goes."""
    ask = "SELECT quote FROM anchor WHERE note = ? ORDER BY edition DESC LIMIT 1"
    (quote,) = conn.execute(ask, (note,)).fetchone()
    quoted = "\n".join(f"> {line}" for line in quote.splitlines())
    conn.execute(
        "UPDATE note SET body = trim(? || char(10, 10) || body, char(10)) WHERE id = ?",
        (quoted, note),
    )


def _delete_below(conn: sqlite3.Connection, parent: str, rows: str, but: str = "") -> None:
    """Delete whatever belongs to rows of a table, as its references tell, and what is below."""
    for child, column in _children(conn, parent):
        if child == but:
            continue
        if _children(conn, child):
            ask = f'SELECT id FROM "{child}" WHERE "{column}" {AMONG}'
            below = json.dumps([row for (row,) in conn.execute(ask, (rows,)).fetchall()])
            _delete_below(conn, child, below)
        conn.execute(f'DELETE FROM "{child}" WHERE "{column}" {AMONG}', (rows,))


def _children(conn: sqlite3.Connection, parent: str) -> Sequence[tuple[str, str]]:
    """Return the tables that refer to the rows of a table, with their columns."""
    return conn.execute(
        'SELECT t.name, k."from" FROM sqlite_schema t, pragma_foreign_key_list(t.name) k'
        " WHERE t.type = 'table' AND k.\"table\" = ? AND k.\"to\" = 'id' ORDER BY t.name",
        (parent,),
    ).fetchall()
