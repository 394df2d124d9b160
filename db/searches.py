"""Store and load searches: those kept under a name, and those used lately."""

from __future__ import annotations

import json
from dataclasses import fields
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from db.model import Ask, SavedSearch, SearchUid, whole

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

COLUMNS = "uid, name, query, options, created, deleted"
PASSING = ("query", "typing", "edition")
"""What of an `Ask` is not kept among its options."""
MOST_RECENT = 50
"""Searches that are remembered; older ones are forgotten."""


def save_search(conn: sqlite3.Connection, search: SavedSearch) -> None:
    """Insert or update a search; a new one comes last."""
    conn.execute(
        f"INSERT INTO saved_search({COLUMNS}, ord) VALUES (?, ?, ?, ?, ?, ?,"
        " (SELECT coalesce(max(ord), -1) + 1 FROM saved_search)) ON CONFLICT (uid) DO UPDATE SET"
        " name=excluded.name, query=excluded.query, options=excluded.options,"
        " created=excluded.created, deleted=excluded.deleted",
        (
            *(search.uid, whole(search.name), whole(search.ask.query), _options(search.ask)),
            *(search.created, search.deleted),
        ),
    )


def load_search(conn: sqlite3.Connection, uid: str) -> SavedSearch | None:
    """Return a search, also a deleted one."""
    sql = f"SELECT {COLUMNS} FROM saved_search WHERE uid = ?"
    row = conn.execute(sql, (whole(uid),)).fetchone()
    return _search(row) if row else None


def load_searches(conn: sqlite3.Connection, *, deleted: bool = False) -> tuple[SavedSearch, ...]:
    """Return the searches in the reader's order."""
    gone = "<>" if deleted else "="
    rows = conn.execute(
        f"SELECT {COLUMNS} FROM saved_search WHERE deleted {gone} '' ORDER BY ord, id"
    )
    return tuple(_search(row) for row in rows.fetchall())


def save_order(conn: sqlite3.Connection, uids: Iterable[str]) -> None:
    """Put the searches into this order; deleted ones keep their numbers."""
    conn.executemany(
        "UPDATE saved_search SET ord = ? WHERE uid = ?",
        [(at, whole(uid)) for at, uid in enumerate(uids)],
    )


def load_recent(conn: sqlite3.Connection, limit: int) -> tuple[str, ...]:
    """Return what was searched for, the latest first."""
    rows = conn.execute("SELECT query FROM recent_search ORDER BY used DESC LIMIT ?", (limit,))
    return tuple(query for (query,) in rows.fetchall())


def save_recent(conn: sqlite3.Connection, query: str, used: str) -> None:
    """Remember a query; the oldest ones are forgotten. Two in one millisecond keep their order."""
    (last,) = conn.execute("SELECT coalesce(max(used), '') FROM recent_search").fetchone()
    if used <= last:
        moment = datetime.fromisoformat(last) + timedelta(milliseconds=1)
        used = moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")
    conn.execute("INSERT OR REPLACE INTO recent_search VALUES (?, ?)", (whole(query), used))
    conn.execute(
        "DELETE FROM recent_search WHERE query NOT IN"
        " (SELECT query FROM recent_search ORDER BY used DESC LIMIT ?)",
        (MOST_RECENT,),
    )


def forget_recent(conn: sqlite3.Connection, query: str | None = None) -> None:
    """Forget one query, or all of them."""
    conn.execute("DELETE FROM recent_search WHERE ?1 IS NULL OR query = ?1", (query,))


def _options(ask: Ask) -> str:
    """Return as JSON what differs from a plain query."""
    plain = Ask()
    kept = {
        field.name: getattr(ask, field.name)
        for field in fields(Ask)
        if field.name not in PASSING and getattr(ask, field.name) != getattr(plain, field.name)
    }
    return json.dumps(kept, ensure_ascii=False, sort_keys=True)


def _search(row: Sequence[Any]) -> SavedSearch:
    uid, name, query, options, created, deleted = row
    known = {field.name for field in fields(Ask)} - set(PASSING)
    chosen: dict[str, Any] = {
        option: tuple(value) if isinstance(value, list) else value
        for option, value in json.loads(options).items()
        if option in known
    }
    return SavedSearch(SearchUid(uid), name, Ask(query, **chosen), created, deleted)
