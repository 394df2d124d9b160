"""Store and load bookmarks: places of editions in the reader's own order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from db.errors import UserError
from db.model import Bookmark, BookmarkUid, EditionUid, whole

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

FOUND = """
SELECT b.uid, e.uid, b.path, b.start, b.title, b.ord, b.created, b.deleted,
    coalesce(nullif(e.name, ''), e.title), e.label
FROM bookmark b JOIN edition e ON e.id = b.edition JOIN document d ON d.id = e.document
"""
ORDER = " ORDER BY b.ord, b.id"


def save_bookmark(conn: sqlite3.Connection, bookmark: Bookmark) -> Bookmark:
    """Insert or update a bookmark; return it as `load_bookmark` would."""
    edition = conn.execute("SELECT id FROM edition WHERE uid = ?", (bookmark.edition,)).fetchone()
    if edition is None:
        raise UserError("place-unknown", place=bookmark.edition)
    conn.execute(
        "INSERT INTO bookmark(uid, edition, path, start, title, ord, created, deleted)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (uid) DO UPDATE SET edition=excluded.edition,"
        " path=excluded.path, start=excluded.start, title=excluded.title, ord=excluded.ord,"
        " created=excluded.created, deleted=excluded.deleted",
        (
            *(bookmark.uid, edition[0], whole(bookmark.path), bookmark.start),
            *(whole(bookmark.title), bookmark.position, bookmark.created, bookmark.deleted),
        ),
    )
    saved = load_bookmark(conn, bookmark.uid)
    assert saved is not None
    return saved


def load_bookmark(conn: sqlite3.Connection, uid: BookmarkUid) -> Bookmark | None:
    """Return a bookmark, also a deleted one."""
    row = conn.execute(f"{FOUND} WHERE b.uid = ?", (whole(uid),)).fetchone()
    return _bookmark(row) if row else None


def load_bookmarks(
    conn: sqlite3.Connection, edition: EditionUid | None = None
) -> tuple[Bookmark, ...]:
    """Return the bookmarks in their order, of one edition or of all documents outside the trash."""
    where = "b.deleted = '' AND d.removed = '' AND (?1 IS NULL OR e.uid = ?1)"
    rows = conn.execute(f"{FOUND} WHERE {where}{ORDER}", (edition,)).fetchall()
    return tuple(map(_bookmark, rows))


def load_deleted_bookmarks(conn: sqlite3.Connection) -> tuple[Bookmark, ...]:
    """Return the bookmarks in the trash, in their order."""
    rows = conn.execute(f"{FOUND} WHERE b.deleted <> ''{ORDER}").fetchall()
    return tuple(map(_bookmark, rows))


def last_position(conn: sqlite3.Connection) -> int:
    """Return the highest position in use, -1 when there is none."""
    return int(conn.execute("SELECT coalesce(max(ord), -1) FROM bookmark").fetchone()[0])


def _bookmark(row: Sequence[Any]) -> Bookmark:
    return Bookmark(*row)
