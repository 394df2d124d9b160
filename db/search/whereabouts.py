"""Where the matches of a query lie inside one edition: how many below each place, which words."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from db.model import Match
from db.search.matching import spans_in
from db.search.results import read, readable
from db.search.rows import AROUND_PATH, load_rows
from db.search.tables import AROUND, NOTES

if TYPE_CHECKING:
    import sqlite3

    from db.model import Ask, EditionUid

STEP = 200
"""Rows whose words are read at a time."""


def count_below(conn: sqlite3.Connection, ask: Ask, edition: EditionUid) -> dict[str, int]:
    """Return path → matches there and below; '' is all of it, `@around` what is on no node."""
    places: Counter[str] = Counter()
    parents: dict[str, str] = {}
    with readable():
        for plan in read(conn, replace(ask, edition=edition))[2]:
            if plan.table == AROUND:
                sql, values = plan.sql("count(*)")
                places[AROUND_PATH] += conn.execute(sql, values).fetchone()[0]
                continue
            node = "p" if plan.table == NOTES else "n"
            select = f"coalesce({node}.path, '{AROUND_PATH}'), coalesce({node}.parent, '')"
            sql, values = plan.sql(f"{select}, count(*)", "GROUP BY 1")
            for path, parent, many in conn.execute(sql, values).fetchall():
                places[path] += many
                parents[path] = parent
        return _rolled_up(conn, edition, places, parents)


def find_matches(conn: sqlite3.Connection, ask: Ask, limit: int) -> tuple[Match, ...]:
    """Return up to `limit` places where words of the query stand in `ask.edition`, in order.

    Words that the print hides stand where the glossary has their printed term.
    """
    found: list[Match] = []
    with readable():
        _, shown, plans = read(conn, replace(ask, scope="clauses"))
        for plan in plans:
            sql, values = plan.sql(plan.row, f"ORDER BY {plan.row}")
            ids = [row[0] for row in conn.execute(sql, values)]
            for at in range(0, len(ids), STEP):
                if len(found) >= limit:
                    break
                for row in load_rows(conn, plan.table, ids[at : at + STEP]):
                    via = "heading" if "heading" in row.parts else "text"
                    spans = spans_in(shown, row.reading(via))
                    places = sorted({(s.start, s.end) for part in spans for s in part})
                    found += (Match(row.path, row.start + a, row.start + b) for a, b in places)
    return tuple(sorted(found, key=lambda match: match.start)[:limit])


def _rolled_up(
    conn: sqlite3.Connection, edition: EditionUid, places: Counter[str], parents: dict[str, str]
) -> dict[str, int]:
    """Add what lies below to every place above."""
    missing = set(parents.values()) - parents.keys() - {""}
    while missing:
        rows = conn.execute(
            "SELECT n.path, n.parent FROM json_each(?) j CROSS JOIN node n ON n.path = j.value"
            " JOIN edition e ON e.id = n.edition WHERE e.uid = ?",
            (json.dumps(sorted(missing)), edition),
        ).fetchall()
        parents.update(rows)
        parents.update((path, "") for path in missing - parents.keys())
        missing = {parent for _, parent in rows} - parents.keys() - {""}
    counts: Counter[str] = Counter()
    for path, many in places.items():
        counts[""] += many
        above = path
        while above:
            counts[above] += many
            above = parents.get(above, "")
    return dict(counts)
