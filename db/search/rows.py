"""Rows of the library as search reads them: what is needed to rank a row and to show it."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from db.model import CLAUSE
from db.search.matching import Reading
from db.search.tables import AROUND, LAST_PLACE, MEMOS, NODES, NOTES

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

AROUND_PATH = "@around"

OF_DOCUMENT = "e.uid, e.label, coalesce(nullif(e.name, ''), e.title)"
WANTED = "WITH wanted(id) AS (SELECT value FROM json_each(?))"
PIECES = """
JOIN source s ON s.edition = n.edition AND s.start < max(n."end", n.start + 1)
    AND s.start >= (SELECT max(start) FROM source WHERE edition = n.edition AND start <= n.start)
"""
NODE = f"""
{WANTED} SELECT n.id, n.uid, n.kind, n.path,
    coalesce(n.region, nullif(e.region, '')), n.start, n."end", {OF_DOCUMENT},
    n.edition, n.name, p.id, p.name, h.words, s.start, s.text
FROM wanted CROSS JOIN node n ON n.id = wanted.id {PIECES}
JOIN edition e ON e.id = n.edition
LEFT JOIN node p ON p.edition = n.edition AND p.path = n.parent AND n.parent <> ''
LEFT JOIN search_hidden h ON h.node = n.id
ORDER BY n.id, s.start
"""
HEADING = f"""
{WANTED} SELECT n.id, n.start, n."end", s.start, s.text
FROM wanted CROSS JOIN node n ON n.id = wanted.id {PIECES} ORDER BY n.id, s.start
"""
PLACE = f"""
{WANTED} SELECT n.id, n.zone, n.start, n."end", {OF_DOCUMENT}, n.edition, s.start, s.text
FROM wanted CROSS JOIN search_place n ON n.id = wanted.id {PIECES}
JOIN edition e ON e.id = n.edition
ORDER BY n.id, s.start
"""
NOTE = f"""
{WANTED} SELECT n.id, n.uid, n.body, coalesce(a.quote, ''), p.path,
    coalesce(p.region, nullif(e.region, '')), a.start, a."end",
    {OF_DOCUMENT}, a.edition, a.first, p.id,
    (SELECT group_concat(tag, char(10)) FROM note_tag WHERE note = n.id)
FROM wanted CROSS JOIN note n ON n.id = wanted.id
LEFT JOIN anchor a ON a.note = n.id AND a.edition =
    {LAST_PLACE}
LEFT JOIN node p ON p.uid = a.first
LEFT JOIN edition e ON e.id = a.edition
"""
MEMO = f"""
{WANTED} SELECT n.id, n.uid, n.title, b.uid, b.text, b.quote
FROM wanted CROSS JOIN memo n ON n.id = wanted.id LEFT JOIN block b ON b.memo = n.id
ORDER BY n.id, b.ord
"""
LAST = 1 << 62
"""The place of memos, which follow every edition."""


@dataclass(slots=True)
class Row:
    """A node, a note, a memo or a line around the plan. `order` is its place among all nodes.

    `parts`: column of the postings → the words a person sees, or `hidden` ones. `heading` is the
    row of the heading above, `own_name` the editor's name of the node itself. `blocks`: part of a
    memo → where each of its paragraphs begins, and its uid.
    """

    table: str
    id: int
    uid: str
    kind: str
    path: str
    region: str | None
    start: int
    end: int
    edition_uid: str
    label: str
    document: str
    edition: int
    order: int
    parts: dict[str, str] = field(default_factory=dict)
    own_name: str = ""
    heading: int | None = None
    heading_name: str = ""
    node: str | None = None
    blocks: dict[str, list[tuple[int, str]]] = field(default_factory=dict)
    _readings: dict[str, Reading] = field(default_factory=dict)

    def reading(self, part: str) -> Reading:
        """Return a part as it is read: to weigh it and again to mark it."""
        if part not in self._readings:
            self._readings[part] = Reading(self.parts[part])
        return self._readings[part]


def load_rows(conn: sqlite3.Connection, table: str, ids: Sequence[int]) -> list[Row]:
    """Return the rows of these ids in the order of their ids."""
    if not ids:
        return []
    load = {
        NODES: _load_nodes,
        NOTES: _load_notes,
        MEMOS: _load_memos,
        AROUND: _load_places,
    }[table]
    return load(conn, json.dumps(ids))


def load_headings(conn: sqlite3.Connection, rows: Sequence[Row]) -> dict[int, str]:
    """Return the printed words of the headings above these rows."""
    ids = {row.heading for row in rows if row.heading is not None and not row.heading_name}
    texts: dict[int, str] = {}
    if ids:
        for node, start, end, at, piece in conn.execute(HEADING, (json.dumps(sorted(ids)),)):
            texts[node] = texts.get(node, "") + _cut(piece, at, start, end)
    return texts


def _cut(piece: str, at: int, start: int, end: int) -> str:
    """Return what a stored piece that begins at `at` holds of `start` to `end`.

    Not by `substr` in SQL, which ends a text at a NUL character.
    """
    return piece[max(start - at, 0) : end - at]


def _load_nodes(conn: sqlite3.Connection, ids: str) -> list[Row]:
    found: dict[int, Row] = {}
    for row in conn.execute(NODE, (ids,)):
        node, uid, kind, path, region, start, end, *of, heading, above, hidden, at, piece = row
        text = _cut(piece, at, start, end)
        column = "text" if kind == CLAUSE else "heading"
        if node in found:
            found[node].parts[column] += text
            continue
        edition_uid, label, document, edition, name = of
        parts = {column: text, "hidden": hidden} if hidden else {column: text}
        about = (edition_uid, label, document, edition, node, parts, name, heading, above or "")
        found[node] = Row(NODES, node, uid, kind, path, region, start, end, *about, uid)
    return list(found.values())


def _load_places(conn: sqlite3.Connection, ids: str) -> list[Row]:
    found: dict[int, Row] = {}
    for place, zone, start, end, *of, at, piece in conn.execute(PLACE, (ids,)):
        edition_uid, label, document, edition = of
        text = _cut(piece, at, start, end)
        if place in found:
            found[place].parts["text"] += text
            continue
        about = (edition_uid, label, document, edition, 0, {"text": text})
        found[place] = Row(AROUND, place, edition_uid, zone, AROUND_PATH, None, start, end, *about)
    return list(found.values())


def _load_notes(conn: sqlite3.Connection, ids: str) -> list[Row]:
    return [_note_row(row) for row in conn.execute(NOTE, (ids,))]


def _load_memos(conn: sqlite3.Connection, ids: str) -> list[Row]:
    found: dict[int, Row] = {}
    for memo, uid, title, block, text, quote in conn.execute(MEMO, (ids,)):
        if memo not in found:
            parts = {"title": title, "text": "", "quote": ""}
            about = ("memo", "", None, 0, 0, "", "", "", LAST, memo, parts)
            found[memo] = Row(MEMOS, memo, uid, *about, heading_name=title)
        row = found[memo]
        for part, words_of_block in (("text", text), ("quote", quote)):
            if words_of_block:
                before = f"{row.parts[part]}\n" if row.parts[part] else ""
                row.blocks.setdefault(part, []).append((len(before), block))
                row.parts[part] = before + words_of_block
    return list(found.values())


def _note_row(row: Sequence[Any]) -> Row:
    note, uid, body, quote, path, region, start, end, *of, node, heading, tags = row
    edition_uid, label, document, edition = of
    return Row(
        table=NOTES,
        id=note,
        uid=uid,
        kind="note",
        path=path or (AROUND_PATH if edition else ""),
        region=region,
        start=start or 0,
        end=end or 0,
        edition_uid=edition_uid or "",
        label=label or "",
        document=document or "",
        edition=edition or 0,
        order=heading or 0,
        parts={"body": body, "quote": quote, "tags": tags or ""},
        heading=heading,
        node=node,
    )
