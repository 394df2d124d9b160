"""What a field of the query language means in SQL, for each table of postings.

In the conditions `n` is the row (node, note or place), `e` and `d` its edition and document where
they are joined, `p` the node that a note hangs on. `plan.py` joins them.
"""

from __future__ import annotations

import json
from functools import lru_cache
from typing import TYPE_CHECKING

from db.search.analysis import query_tokens, words
from db.search.places import other_bodies, other_names
from db.search.tables import MEMOS, NODES, NOTES

if TYPE_CHECKING:
    import sqlite3

    from db.search.tree import Field

    Sql = tuple[str, list[object]]

NEVER: tuple[str, list[object]] = ("0", [])
ALWAYS: tuple[str, list[object]] = ("1", [])
OF_DOCUMENTS = (
    "n.edition IN (SELECT e.id FROM edition e JOIN document d ON d.id = e.document WHERE {})"
)
PLACE = "coalesce(p.region, nullif(e.region, ''))"
QUOTED = "coalesce(q.region, nullif(e.region, ''))"
QUOTES = (
    "EXISTS (SELECT 1 FROM block b JOIN edition e ON e.uid = b.edition"
    " JOIN document d ON d.id = e.document LEFT JOIN node q ON q.uid = b.node"
    " WHERE b.memo = n.id AND ({}))"
)
NOTED = (
    "n.uid IN (SELECT a.{0} FROM anchor a JOIN note x ON x.id = a.note"
    " WHERE x.deleted = '' AND a.{0} IS NOT NULL)"
)


def condition(conn: sqlite3.Connection, field: Field, table: str) -> Sql:
    """Return the condition under which a row of `table` has the field's value."""
    if table == MEMOS:
        return _memo(conn, field)
    match field.name:
        case "region":
            return _region(conn, field, PLACE) if table == NOTES else NEVER
        case "doc" | "group" | "by" | "after" | "before" | "date":
            return _document(field, table)
        case "kind":
            return _kind(field.value, table)
        case "zone":
            return _zone(field, table)
        case "in":
            return _in(field.value, table)
        case "noted":
            return _noted(field.value == "yes", table)
    return _note(field) if table == NOTES else NEVER


def _memo(conn: sqlite3.Connection, field: Field) -> Sql:
    """Return what holds for a memo: its own time, and where the words that it quotes stand."""
    match field.name:
        case "after" | "before" | "date":
            return _when("n.changed", field)
        case "kind" | "in":
            return ALWAYS if field.value == "memo" else NEVER
        case "region":
            sql, values = _region(conn, field, QUOTED)
        case "doc" | "group":
            sql, values = _of_document(field)
        case _:
            return NEVER
    return QUOTES.format(sql), values


def like(text: str) -> str:
    """Return text for a LIKE with a backslash as ESCAPE, with no special characters in it."""
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def _region(conn: sqlite3.Connection, field: Field, column: str) -> Sql:
    """Return the condition on a place's region; a node's own is in its postings."""
    wanted = [query_tokens(field.value)]
    wanted += other_names(wanted[0])
    known = [row[0] for row in conn.execute("SELECT region FROM search_region")]
    fits = [r for r in known if any(_holds(_name(r), w, field.prefix) for w in wanted)]
    return f"{column} IN (SELECT value FROM json_each(?))", [json.dumps(fits)]


@lru_cache(maxsize=1024)
def _name(region: str) -> list[str]:
    return words(region)


def _holds(name: list[str], wanted: tuple[str, ...], prefix: bool) -> bool:
    """Whether a name holds the tokens one after another, the last one perhaps begun only."""
    size = len(wanted)
    for at in range(len(name) - size + 1):
        *start, last = name[at : at + size]
        whole = last == wanted[-1]
        if tuple(start) == wanted[:-1] and (whole or (prefix and last.startswith(wanted[-1]))):
            return True
    return False


def _document(field: Field, table: str) -> Sql:
    sql, values = _of_note(field) if table == NOTES else _of_document(field)
    return (OF_DOCUMENTS.format(sql) if table == NODES else f"({sql})"), values


def _of_document(field: Field) -> Sql:
    if field.name == "doc":
        part = f"%{like(field.value)}%"
        names = " OR ".join(f"e.{name} LIKE ? ESCAPE '\\'" for name in ("title", "name", "number"))
        return f"d.uid = ? OR {names}", [field.value, part, part, part]
    if field.name == "group":
        return "d.group_name LIKE ? ESCAPE '\\'", [f"%{like(field.value)}%"]
    if field.name == "by":
        bodies = (field.value, *other_bodies(field.value))
        said = " OR ".join(["e.issuers LIKE ? ESCAPE '\\'"] * len(bodies))
        return f"({said})", [f"%{like(body)}%" for body in bodies]
    return _when("e.date", field)


def _of_note(field: Field) -> Sql:
    """Return what holds for a note: its place's document, but its own author and date."""
    if field.name in ("doc", "group"):
        return _of_document(field)
    if field.name == "by":
        return "n.author LIKE ? ESCAPE '\\'", [f"%{like(field.value)}%"]
    return _when("n.created", field)


def _when(column: str, field: Field) -> Sql:
    if field.name == "after":
        return f"{column} >= ?", [field.value]
    if field.name == "before":
        return f"{column} <> '' AND {column} < ?", [field.value]
    return (
        f"{column} <> '' AND {column} >= ? AND substr({column}, 1, length(?)) <= ?",
        [field.value, field.until, field.until],
    )


def _kind(value: str, table: str) -> Sql:
    if table == NODES:
        return ("n.kind <> 'clause'", []) if value == "heading" else ("n.kind = ?", [value])
    if table == NOTES and value == "highlight":
        return "n.body = ''", []
    return ALWAYS if table == NOTES and value == "note" else NEVER


def _zone(field: Field, table: str) -> Sql:
    column = "p.zone" if table == NOTES else "n.zone"
    return f"{column} LIKE ? ESCAPE '\\'", [like(field.value) + ("%" if field.prefix else "")]


def _in(value: str, table: str) -> Sql:
    if table == NOTES:
        return ALWAYS if value == "note" else NEVER
    if value == "clause":
        return ALWAYS
    return ("n.kind <> 'clause'", []) if value == "heading" and table == NODES else NEVER


def _noted(wanted: bool, table: str) -> Sql:
    if table == NODES:
        sql = f"({NOTED.format('first')} OR {NOTED.format('last')})"
        return (sql if wanted else f"NOT {sql}"), []
    return ALWAYS if wanted == (table == NOTES) else NEVER


def _note(field: Field) -> Sql:
    """Return the conditions that only notes can meet: tag, color, status, sensitivity."""
    if field.name == "tag":
        below = like(field.value) + ("%" if field.prefix else "/%")
        return (
            "EXISTS (SELECT 1 FROM note_tag t WHERE t.note = n.id"
            " AND (t.tag = ? COLLATE NOCASE OR t.tag LIKE ? ESCAPE '\\'))",
            [field.value, below],
        )
    return f"n.{field.name} = ? COLLATE NOCASE", [field.value]
