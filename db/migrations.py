"""The schema as ordered steps (sqlite-utils migrations); `HISTORY.md` tells the same in words.

A released step is never edited: a new version is a new step that ends with its `user_version`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlite_utils import Database, Migrations

from db.search import index

if TYPE_CHECKING:
    import sqlite3

steps = Migrations("clausebook")

FIRST = """
CREATE TABLE document (
    id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, added TEXT NOT NULL,
    removed TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE edition (
    id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE,
    document INTEGER NOT NULL REFERENCES document(id), position INTEGER NOT NULL,
    label TEXT NOT NULL, sha256 TEXT NOT NULL UNIQUE, length INTEGER NOT NULL,
    nodes INTEGER NOT NULL, title TEXT NOT NULL, name TEXT NOT NULL, number TEXT NOT NULL,
    date TEXT NOT NULL, issuers TEXT NOT NULL, source TEXT NOT NULL, remark TEXT NOT NULL,
    language TEXT NOT NULL, doubts TEXT NOT NULL, file_name TEXT NOT NULL, added TEXT NOT NULL,
    UNIQUE (document, position)
) STRICT;
CREATE TABLE source (
    id INTEGER PRIMARY KEY, edition INTEGER NOT NULL REFERENCES edition(id),
    start INTEGER NOT NULL, text TEXT NOT NULL, UNIQUE (edition, start)
) STRICT;
CREATE TABLE original (
    edition INTEGER PRIMARY KEY REFERENCES edition(id), bytes BLOB NOT NULL
) STRICT;
CREATE TABLE node (
    id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE,
    edition INTEGER NOT NULL REFERENCES edition(id), ord INTEGER NOT NULL, kind TEXT NOT NULL,
    path TEXT NOT NULL, parent TEXT NOT NULL, label TEXT NOT NULL, name TEXT NOT NULL,
    region TEXT, zone TEXT NOT NULL, depth INTEGER NOT NULL, start INTEGER NOT NULL,
    "end" INTEGER NOT NULL, extent INTEGER NOT NULL, last INTEGER NOT NULL, page TEXT NOT NULL,
    UNIQUE (edition, ord), UNIQUE (path, edition)
) STRICT;
CREATE INDEX node_parent ON node(edition, parent, ord);
CREATE INDEX node_page ON node(edition, page, ord);
CREATE INDEX node_start ON node(edition, start, ord);
CREATE TABLE node_damage (
    node INTEGER NOT NULL REFERENCES node(id), ord INTEGER NOT NULL, kind TEXT NOT NULL,
    start INTEGER NOT NULL, "end" INTEGER NOT NULL, PRIMARY KEY (node, ord)
) STRICT, WITHOUT ROWID;
CREATE TABLE page (
    edition INTEGER NOT NULL REFERENCES edition(id), ord INTEGER NOT NULL, path TEXT NOT NULL,
    PRIMARY KEY (edition, ord)
) STRICT, WITHOUT ROWID;
CREATE TABLE zone (
    edition INTEGER NOT NULL REFERENCES edition(id), ord INTEGER NOT NULL, zone TEXT NOT NULL,
    start INTEGER NOT NULL, "end" INTEGER NOT NULL, PRIMARY KEY (edition, ord)
) STRICT, WITHOUT ROWID;
CREATE TABLE damage (
    edition INTEGER NOT NULL REFERENCES edition(id), ord INTEGER NOT NULL, kind TEXT NOT NULL,
    start INTEGER NOT NULL, "end" INTEGER NOT NULL, PRIMARY KEY (edition, ord)
) STRICT, WITHOUT ROWID;
CREATE TABLE reading (
    id INTEGER PRIMARY KEY, edition INTEGER NOT NULL REFERENCES edition(id), ord INTEGER NOT NULL,
    term TEXT NOT NULL, original TEXT NOT NULL, reading TEXT NOT NULL, status TEXT NOT NULL,
    UNIQUE (edition, ord)
) STRICT;
CREATE TABLE reading_span (
    reading INTEGER NOT NULL REFERENCES reading(id), ord INTEGER NOT NULL,
    start INTEGER NOT NULL, "end" INTEGER NOT NULL, PRIMARY KEY (reading, ord)
) STRICT, WITHOUT ROWID;
CREATE TABLE note (
    id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, body TEXT NOT NULL, color TEXT NOT NULL,
    status TEXT NOT NULL, author TEXT NOT NULL, sensitivity TEXT NOT NULL, created TEXT NOT NULL,
    changed TEXT NOT NULL, deleted TEXT NOT NULL
) STRICT;
CREATE TABLE note_tag (
    note INTEGER NOT NULL REFERENCES note(id), ord INTEGER NOT NULL, tag TEXT NOT NULL,
    PRIMARY KEY (note, ord), UNIQUE (tag, note)
) STRICT, WITHOUT ROWID;
CREATE TABLE anchor (
    id INTEGER PRIMARY KEY, note INTEGER NOT NULL REFERENCES note(id),
    edition INTEGER NOT NULL REFERENCES edition(id), kind TEXT NOT NULL, start INTEGER NOT NULL,
    "end" INTEGER NOT NULL, quote TEXT NOT NULL, prefix TEXT NOT NULL, suffix TEXT NOT NULL,
    first TEXT REFERENCES node(uid), last TEXT REFERENCES node(uid), state TEXT NOT NULL,
    UNIQUE (note, edition)
) STRICT;
CREATE INDEX anchor_place ON anchor(edition, start);
CREATE TABLE memo (
    id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, title TEXT NOT NULL, created TEXT NOT NULL,
    changed TEXT NOT NULL, deleted TEXT NOT NULL
) STRICT;
CREATE TABLE block (
    id INTEGER PRIMARY KEY, memo INTEGER NOT NULL REFERENCES memo(id), ord INTEGER NOT NULL,
    uid TEXT NOT NULL, kind TEXT NOT NULL, text TEXT NOT NULL, quote TEXT NOT NULL, node TEXT,
    note TEXT, edition TEXT, path TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
    UNIQUE (memo, ord)
) STRICT;
"""


@steps()
def first_floor(db: Database) -> None:
    """Version 1: documents with editions, nodes, notes with anchors, memos, search."""
    _run(db, FIRST)
    index.create(db.conn)
    db.execute("PRAGMA user_version=1")


SECOND = """
ALTER TABLE document ADD COLUMN group_name TEXT NOT NULL DEFAULT '';
ALTER TABLE edition ADD COLUMN region TEXT NOT NULL DEFAULT '';
CREATE TABLE bookmark (
    id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE,
    edition INTEGER NOT NULL REFERENCES edition(id), path TEXT NOT NULL, start INTEGER NOT NULL,
    title TEXT NOT NULL, ord INTEGER NOT NULL, created TEXT NOT NULL, deleted TEXT NOT NULL
) STRICT;
CREATE INDEX bookmark_place ON bookmark(edition, start);
CREATE TABLE saved_search (
    id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, name TEXT NOT NULL, query TEXT NOT NULL,
    options TEXT NOT NULL, ord INTEGER NOT NULL, created TEXT NOT NULL, deleted TEXT NOT NULL
) STRICT;
CREATE TABLE recent_search (
    query TEXT PRIMARY KEY, used TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE color_name (
    color TEXT PRIMARY KEY, name TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE reading_position (
    document INTEGER PRIMARY KEY REFERENCES document(id),
    edition INTEGER NOT NULL REFERENCES edition(id), path TEXT NOT NULL, start INTEGER NOT NULL,
    seen TEXT NOT NULL
) STRICT;
CREATE TABLE candidate (
    anchor INTEGER NOT NULL REFERENCES anchor(id) ON DELETE CASCADE, ord INTEGER NOT NULL,
    start INTEGER NOT NULL, "end" INTEGER NOT NULL, score REAL NOT NULL,
    PRIMARY KEY (anchor, ord)
) STRICT, WITHOUT ROWID;
"""


@steps()
def second_floor(db: Database) -> None:
    """Version 2: groups and regions, bookmarks, searches, color names, positions, candidates."""
    _run(db, SECOND)
    index.renew(db.conn)
    db.execute("PRAGMA user_version=2")


def _run(db: Database, script: str) -> None:
    for statement in script.split(";"):
        if statement.strip():
            db.execute(statement)


def migrate(conn: sqlite3.Connection) -> None:
    """Bring an open, exclusively held library to the newest version, each step whole or not."""
    steps.apply(Database(conn, execute_plugins=False))
