"""Store and load memos; the search index follows in the transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.model import Block, Memo, MemoUid, whole
from db.search import index

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

COLUMNS = 'uid, kind, text, quote, node, note, edition, path, start, "end"'


def save_memo(conn: sqlite3.Connection, memo: Memo) -> Memo:
    """Insert or update a memo with all its blocks; return it as `load_memo` would."""
    row = conn.execute(
        "INSERT INTO memo(uid, title, created, changed, deleted) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (uid) DO UPDATE SET title=excluded.title, created=excluded.created,"
        " changed=excluded.changed, deleted=excluded.deleted RETURNING id",
        (memo.uid, whole(memo.title), memo.created, memo.changed, memo.deleted),
    ).fetchone()
    conn.execute("DELETE FROM block WHERE memo = ?", (row[0],))
    conn.executemany(
        f"INSERT INTO block(memo, ord, {COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (
                *(row[0], at, whole(b.uid), b.kind, whole(b.text), whole(b.quote)),
                *(b.node, b.note, b.edition, whole(b.path), b.start, b.end),
            )
            for at, b in enumerate(memo.blocks)
        ),
    )
    if memo.deleted:
        index.remove_memo(conn, memo.uid)
    else:
        index.put_memo(conn, memo.uid)
    saved = load_memo(conn, memo.uid)
    assert saved is not None
    return saved


def load_memo(conn: sqlite3.Connection, uid: MemoUid) -> Memo | None:
    """Return a memo, also a deleted one."""
    row = conn.execute(
        "SELECT id, uid, title, created, changed, deleted FROM memo WHERE uid = ?", (whole(uid),)
    ).fetchone()
    return _memo(conn, row) if row else None


def load_memos(conn: sqlite3.Connection, *, deleted: bool = False) -> tuple[Memo, ...]:
    """Return the memos, the one changed last first."""
    gone = "<>" if deleted else "="
    rows = conn.execute(
        "SELECT id, uid, title, created, changed, deleted FROM memo"
        f" WHERE deleted {gone} '' ORDER BY changed DESC, id DESC"
    ).fetchall()
    return tuple(_memo(conn, row) for row in rows)


def _memo(conn: sqlite3.Connection, row: Sequence[object]) -> Memo:
    memo, uid, title, created, changed, deleted = row
    blocks = conn.execute(f"SELECT {COLUMNS} FROM block WHERE memo = ? ORDER BY ord", (memo,))
    return Memo(
        uid=MemoUid(str(uid)),
        title=str(title),
        blocks=tuple(Block(*block) for block in blocks),
        created=str(created),
        changed=str(changed),
        deleted=str(deleted),
    )
