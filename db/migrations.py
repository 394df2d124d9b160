"""The schema as ordered steps (sqlite-utils migrations); `HISTORY.md` tells the same in words.

A released step is never edited: a new version is a new step.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlite_utils import Database, Migrations

from db.search import index

if TYPE_CHECKING:
    import sqlite3

APPLICATION_ID = 0x436C4B31
"""`ClK1` in the header at byte 68: tells our file from any other SQLite file."""

steps = Migrations("clausebook")

FIRST = """
CREATE TABLE document (
    id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, title TEXT NOT NULL, name TEXT NOT NULL,
    number TEXT NOT NULL, date TEXT NOT NULL, issuers TEXT NOT NULL, source TEXT NOT NULL,
    remark TEXT NOT NULL, language TEXT NOT NULL, added TEXT NOT NULL,
    removed TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE edition (
    id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE,
    document INTEGER NOT NULL REFERENCES document(id), label TEXT NOT NULL,
    sha256 TEXT NOT NULL UNIQUE, length INTEGER NOT NULL, added TEXT NOT NULL,
    file_name TEXT NOT NULL
) STRICT;
CREATE INDEX edition_document ON edition(document);
CREATE TABLE source (
    edition INTEGER NOT NULL REFERENCES edition(id), start INTEGER NOT NULL, text TEXT NOT NULL,
    PRIMARY KEY (edition, start)
) STRICT, WITHOUT ROWID;
CREATE TABLE original (
    edition INTEGER PRIMARY KEY REFERENCES edition(id), bytes BLOB NOT NULL
) STRICT;
CREATE TABLE node (
    id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE,
    edition INTEGER NOT NULL REFERENCES edition(id), ord INTEGER NOT NULL, kind TEXT NOT NULL,
    path TEXT NOT NULL, parent TEXT NOT NULL, label TEXT NOT NULL, name TEXT NOT NULL,
    region TEXT, zone TEXT NOT NULL, depth INTEGER NOT NULL, start INTEGER NOT NULL,
    "end" INTEGER NOT NULL, extent INTEGER NOT NULL, last INTEGER NOT NULL, page TEXT NOT NULL,
    UNIQUE (edition, ord), UNIQUE (edition, path)
) STRICT;
CREATE INDEX node_path ON node(path);
CREATE INDEX node_parent ON node(edition, parent, ord);
CREATE INDEX node_start ON node(edition, start);
CREATE TABLE page (
    edition INTEGER NOT NULL REFERENCES edition(id), ord INTEGER NOT NULL, path TEXT NOT NULL,
    PRIMARY KEY (edition, ord)
) STRICT, WITHOUT ROWID;
CREATE TABLE zone (
    edition INTEGER NOT NULL REFERENCES edition(id), start INTEGER NOT NULL,
    "end" INTEGER NOT NULL, zone TEXT NOT NULL, PRIMARY KEY (edition, start)
) STRICT, WITHOUT ROWID;
CREATE TABLE damage (
    edition INTEGER NOT NULL REFERENCES edition(id), ord INTEGER NOT NULL, kind TEXT NOT NULL,
    start INTEGER NOT NULL, "end" INTEGER NOT NULL, node INTEGER REFERENCES node(id),
    PRIMARY KEY (edition, ord)
) STRICT, WITHOUT ROWID;
CREATE INDEX damage_node ON damage(node);
CREATE TABLE reading (
    id INTEGER PRIMARY KEY, edition INTEGER NOT NULL REFERENCES edition(id), term TEXT NOT NULL,
    original TEXT NOT NULL, reading TEXT NOT NULL, status TEXT NOT NULL
) STRICT;
CREATE INDEX reading_edition ON reading(edition);
CREATE TABLE reading_span (
    reading INTEGER NOT NULL REFERENCES reading(id), start INTEGER NOT NULL,
    "end" INTEGER NOT NULL, PRIMARY KEY (reading, start, "end")
) STRICT, WITHOUT ROWID;
CREATE TABLE note (
    id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, body TEXT NOT NULL, color TEXT NOT NULL,
    status TEXT NOT NULL, author TEXT NOT NULL, sensitivity TEXT NOT NULL, created TEXT NOT NULL,
    changed TEXT NOT NULL, deleted TEXT NOT NULL
) STRICT;
CREATE TABLE note_tag (
    note INTEGER NOT NULL REFERENCES note(id), ord INTEGER NOT NULL, tag TEXT NOT NULL,
    PRIMARY KEY (note, ord)
) STRICT, WITHOUT ROWID;
CREATE INDEX note_tag_tag ON note_tag(tag);
CREATE TABLE anchor (
    note INTEGER NOT NULL REFERENCES note(id), edition INTEGER NOT NULL REFERENCES edition(id),
    kind TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, quote TEXT NOT NULL,
    prefix TEXT NOT NULL, suffix TEXT NOT NULL, first TEXT, last TEXT, state TEXT NOT NULL,
    PRIMARY KEY (note, edition)
) STRICT, WITHOUT ROWID;
CREATE INDEX anchor_place ON anchor(edition, start);
CREATE TABLE memo (
    id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, title TEXT NOT NULL, created TEXT NOT NULL,
    changed TEXT NOT NULL, deleted TEXT NOT NULL
) STRICT;
CREATE TABLE block (
    memo INTEGER NOT NULL REFERENCES memo(id), ord INTEGER NOT NULL, uid TEXT NOT NULL,
    kind TEXT NOT NULL, text TEXT NOT NULL, quote TEXT NOT NULL, node TEXT, note TEXT,
    edition TEXT, path TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
    PRIMARY KEY (memo, ord)
) STRICT, WITHOUT ROWID;
"""


@steps()
def first_floor(db: Database) -> None:
    """Version 1: documents with editions, nodes, notes with anchors, memos, search."""
    for statement in FIRST.split(";"):
        if statement.strip():
            db.execute(statement)
    index.create(db.conn)
    db.execute(f"PRAGMA application_id={APPLICATION_ID}")
    db.execute("PRAGMA user_version=1")


def migrate(conn: sqlite3.Connection) -> None:
    """Bring an open, exclusively held library to the newest version, each step whole or not."""
    steps.apply(Database(conn, execute_plugins=False))
