"""Store and load where each document was left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.model import DocumentUid, Position, whole

if TYPE_CHECKING:
    import sqlite3


def save_position(conn: sqlite3.Connection, position: Position, now: str) -> None:
    """Remember a place as the one where its document was left."""
    conn.execute(
        "INSERT INTO reading_position(document, edition, path, start, seen)"
        " SELECT document, id, ?, ?, ? FROM edition WHERE uid = ?"
        " ON CONFLICT (document) DO UPDATE SET edition=excluded.edition, path=excluded.path,"
        " start=excluded.start, seen=excluded.seen",
        (whole(position.path), position.start, now, position.edition),
    )


def load_position(conn: sqlite3.Connection, document: DocumentUid) -> Position | None:
    """Return where a document was left, None when it was never read."""
    row = conn.execute(
        "SELECT e.uid, p.path, p.start FROM reading_position p"
        " JOIN document d ON d.id = p.document JOIN edition e ON e.id = p.edition"
        " WHERE d.uid = ?",
        (document,),
    ).fetchone()
    return Position(*row) if row else None
