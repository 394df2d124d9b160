"""The tables of the index: FTS5 postings over our own tokens, and what goes with them.

Node postings are contentless: half the size of a copy of the text, which the file holds already.
A contentless row is taken out by the words it was put in with, so what is not in the text (the
glossary's words) is kept in `search_hidden`. Notes and memos keep their words: they change.
"""

from __future__ import annotations

import sqlite3

from db.errors import UserError
from db.search.analysis import NAME, VERSION

SHAPE = 2
"""Raise it when the tables below change: an index of another shape is built anew."""
MARK = "\ue000"
"""Before each token of the region that a clause lies in: context, never a hit of its own."""
OPTIONS = "tokenize='ascii', prefix='1 2 3'"
HASH_SIZE = 1 << 24
"""Bytes of postings gathered before FTS5 writes a segment; its own 1 MB doubles the time."""

NODES, NOTES, MEMOS = "search_node", "search_note", "search_memo"
AROUND = "search_around"
POSTINGS = {
    NODES: ("heading", "text", "hidden", "context"),
    NOTES: ("body", "quote", "tags"),
    MEMOS: ("title", "text", "quote"),
    AROUND: ("text",),
}
"""Table of postings → its columns."""

LAST_PLACE = """(
    SELECT x.edition FROM anchor x JOIN edition y ON y.id = x.edition
    WHERE x.note = n.id AND x.state IN ('exact', 'moved') ORDER BY y.position DESC LIMIT 1)"""
"""The edition in which note `n` has its newest place."""

TABLES = f"""
CREATE VIRTUAL TABLE {NODES} USING fts5(heading, text, hidden, context, content='', {OPTIONS});
CREATE VIRTUAL TABLE {NOTES} USING fts5(body, quote, tags, {OPTIONS});
CREATE VIRTUAL TABLE {MEMOS} USING fts5(title, text, quote, {OPTIONS});
CREATE VIRTUAL TABLE {AROUND} USING fts5(text, {OPTIONS});
CREATE TABLE search_hidden (node INTEGER PRIMARY KEY, words TEXT NOT NULL) STRICT;
CREATE TABLE search_edition (
    edition INTEGER PRIMARY KEY, first INTEGER NOT NULL, last INTEGER NOT NULL,
    old INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX search_edition_old ON search_edition(edition) WHERE old;
CREATE INDEX search_removed ON document(id) WHERE removed <> '';
CREATE TABLE search_region (region TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE search_word (
    word TEXT PRIMARY KEY, stem TEXT NOT NULL, backward TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX search_word_stem ON search_word(stem);
CREATE INDEX search_word_backward ON search_word(backward);
CREATE TABLE search_place (
    id INTEGER PRIMARY KEY, edition INTEGER NOT NULL, zone TEXT NOT NULL, start INTEGER NOT NULL,
    "end" INTEGER NOT NULL
) STRICT;
CREATE INDEX search_place_edition ON search_place(edition);
CREATE TABLE search_state (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
"""
PLAIN = ("hidden", "edition", "region", "word", "place", "state")


def make(conn: sqlite3.Connection, *, unfilled: bool = False) -> None:
    """Make the empty tables, signed with the analysis that fills them unless that is to come."""
    for statement in TABLES.split(";"):
        if statement.strip():
            conn.execute(statement)
    for table in POSTINGS:
        conn.execute(f"INSERT INTO {table}({table}, rank) VALUES ('hashsize', {HASH_SIZE})")
    conn.execute(
        "INSERT INTO search_state VALUES ('analysis', ?)", ("" if unfilled else signature(),)
    )


def drop(conn: sqlite3.Connection) -> None:
    """Drop the tables, damaged ones too."""
    for table in POSTINGS:
        try:
            conn.execute(f"DROP TABLE IF EXISTS {table}")
        except (sqlite3.DatabaseError, UserError):
            _drop_by_force(conn, table)
    conn.execute("DROP INDEX IF EXISTS search_removed")
    for name in PLAIN:
        conn.execute(f"DROP TABLE IF EXISTS search_{name}")


def signature() -> str:
    """Return the name and version of the analysis that this program uses, and its tables'."""
    return f"{NAME}/{VERSION}.{SHAPE}"


def _drop_by_force(conn: sqlite3.Connection, table: str) -> None:
    """Drop a table whose own parts are too damaged for FTS5 to open it, which DROP TABLE needs.

    https://www.sqlite.org/pragma.html#pragma_writable_schema
    """
    conn.execute("PRAGMA writable_schema=ON")
    try:
        conn.execute("DELETE FROM sqlite_schema WHERE name = ? AND type = 'table'", (table,))
        version = conn.execute("PRAGMA schema_version").fetchone()[0]
        conn.execute(f"PRAGMA schema_version={version + 1}")
    finally:
        conn.execute("PRAGMA writable_schema=OFF")
    for part in ("data", "idx", "content", "docsize", "config"):
        conn.execute(f"DROP TABLE IF EXISTS {table}_{part}")
