"""What leaves only a part of the matches: the facets that were chosen, one edition.

In the conditions `n` is the row, `a` a note's anchor, `p` the node that a note hangs on, `d` the
document where it is joined, as in `filters.py`.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from db.search.tables import AROUND, MEMOS, NODES, NOTES

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence

    from db.model import Ask

    Sql = tuple[str, list[object]]

EDITION = {NODES: "n.edition", NOTES: "a.edition", MEMOS: "NULL", AROUND: "n.edition"}
OF_EDITION = "(SELECT nullif(region, '') FROM edition WHERE id = {})"
REGION = {
    NODES: f"coalesce(n.region, {OF_EDITION.format('n.edition')})",
    NOTES: "coalesce(p.region, nullif(e.region, ''))",
    MEMOS: "NULL",
    AROUND: "NULL",
}
KIND = {
    NODES: "n.kind",
    NOTES: "iif(n.body = '', 'highlight', 'note')",
    MEMOS: "'memo'",
    AROUND: "n.zone",
}
"""Table of postings → what its rows have of each facet."""


def narrow(conn: sqlite3.Connection, ask: Ask, table: str, row: str) -> Iterator[Sql]:
    """Yield the conditions for what was chosen; `row` names the row's id."""
    if ask.edition is not None:
        (edition,) = conn.execute(
            "SELECT coalesce((SELECT id FROM edition WHERE uid = ?), 0)", (ask.edition,)
        ).fetchone()
        yield _in_editions(conn, [edition], table, row)
    if ask.documents:
        rows = conn.execute(
            "SELECT e.id FROM json_each(?) j JOIN document d ON d.uid = j.value"
            " JOIN edition e ON e.document = d.id",
            (json.dumps(ask.documents),),
        )
        yield _in_editions(conn, [edition for (edition,) in rows], table, row)
    if ask.regions:
        yield _one_of(REGION[table], ask.regions)
    if ask.kinds:
        yield _one_of(KIND[table], ask.kinds)


def _in_editions(conn: sqlite3.Connection, editions: list[int], table: str, row: str) -> Sql:
    """Nodes of an edition lie side by side: FTS5 goes straight to them."""
    if table == NODES and len(editions) == 1:
        span = conn.execute(
            "SELECT first, last FROM search_edition WHERE edition = ?", (editions[0],)
        ).fetchone()
        return f"{row} BETWEEN ? AND ?", [*(span or (0, -1))]
    return _one_of(EDITION[table], editions)


def _one_of(column: str, values: Sequence[object]) -> Sql:
    return f"{column} IN (SELECT value FROM json_each(?))", [json.dumps(values)]
