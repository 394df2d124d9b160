"""Store and load documents, editions, nodes and pages: model nouns in, model nouns out."""

from __future__ import annotations

import json
import uuid
from typing import TYPE_CHECKING

from db.errors import UserError
from db.model import (
    Document,
    DocumentFacts,
    DocumentUid,
    EditionUid,
    Node,
    ParsedEdition,
    Source,
    edition_uid,
    node_uid,
    text_hash,
)
from db.pages import AROUND, extents, page_paths
from db.search import index

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

PIECE = 4096
"""Code points per stored piece of a text: a page is read without decoding the whole document."""


# storing


def add_edition(
    conn: sqlite3.Connection,
    parsed: ParsedEdition,
    *,
    label: str,
    now: str,
    document: DocumentUid | None = None,
) -> Document:
    """Store an edition with all its layers, as a new document unless one is given."""
    sha256 = text_hash(parsed.text)
    uid = edition_uid(sha256)
    owner = _add_document(conn, parsed.facts, now) if document is None else _id(conn, document)
    edition = conn.execute(
        "INSERT INTO edition(uid, document, label, sha256, length, added, file_name)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (uid, owner, label, sha256, len(parsed.text), now, parsed.file_name),
    ).lastrowid
    assert edition is not None
    _add_text(conn, edition, parsed)
    ids = _add_nodes(conn, edition, sha256, parsed.nodes)
    _add_layers(conn, edition, parsed, ids)
    index.add_edition(conn, uid)
    return document_of(conn, uid)


def _add_document(conn: sqlite3.Connection, facts: DocumentFacts, now: str) -> int:
    row = conn.execute(
        "INSERT INTO document(uid, title, name, number, date, issuers, source, remark, language,"
        " added) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            str(uuid.uuid4()),
            *(facts.title, facts.name, facts.number, facts.date),
            json.dumps(facts.issuers, ensure_ascii=False),
            *(facts.source, facts.remark, facts.language, now),
        ),
    ).lastrowid
    assert row is not None
    return row


def _id(conn: sqlite3.Connection, document: DocumentUid) -> int:
    row = conn.execute("SELECT id FROM document WHERE uid=?", (document,)).fetchone()
    if row is None:
        raise UserError("document-unknown", name=document, choices="")
    return int(row[0])


def _add_text(conn: sqlite3.Connection, edition: int, parsed: ParsedEdition) -> None:
    conn.executemany(
        "INSERT INTO source(edition, start, text) VALUES (?, ?, ?)",
        ((edition, at, parsed.text[at : at + PIECE]) for at in range(0, len(parsed.text), PIECE)),
    )
    conn.execute("INSERT INTO original(edition, bytes) VALUES (?, ?)", (edition, parsed.original))


def _add_nodes(
    conn: sqlite3.Connection, edition: int, sha256: str, nodes: Sequence[Node]
) -> dict[str, int]:
    """Store the nodes and return path → row id; uids are derived anew from the text."""
    ends, pages = extents(nodes), page_paths(nodes)
    last = _last_below(nodes)
    ids: dict[str, int] = {}
    for ord_, node in enumerate(nodes):
        row = conn.execute(
            "INSERT INTO node(uid, edition, ord, kind, path, parent, label, name, region, zone,"
            ' depth, start, "end", extent, last, page)'
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                *(node_uid(sha256, node.path), edition, ord_, node.kind, node.path, node.parent),
                *(node.label, node.name, node.region, node.zone, node.depth, node.start),
                *(node.end, ends[node.path], last[node.path], pages[node.path]),
            ),
        ).lastrowid
        assert row is not None
        ids[node.path] = row
    order = [*dict.fromkeys(pages.values()), AROUND]
    conn.executemany(
        "INSERT INTO page(edition, ord, path) VALUES (?, ?, ?)",
        ((edition, at, path) for at, path in enumerate(order)),
    )
    return ids


def _last_below(nodes: Sequence[Node]) -> dict[str, int]:
    """Return path → ord of the last node at or below it."""
    parents = {n.path: n.parent for n in nodes}
    last: dict[str, int] = {}
    for ord_, node in enumerate(nodes):
        path = node.path
        while path and last.get(path, -1) < ord_:
            last[path] = ord_
            path = parents.get(path, "")
    return last


def _add_layers(
    conn: sqlite3.Connection, edition: int, parsed: ParsedEdition, ids: dict[str, int]
) -> None:
    conn.executemany(
        'INSERT INTO zone(edition, start, "end", zone) VALUES (?, ?, ?, ?)',
        ((edition, z.start, z.end, z.zone) for z in parsed.zones if z.end > z.start),
    )
    owned = {d: ids[n.path] for n in parsed.nodes for d in n.damage}
    every = sorted({*parsed.damage, *owned}, key=lambda d: (d.start, d.end, d.kind))
    conn.executemany(
        'INSERT INTO damage(edition, ord, kind, start, "end", node) VALUES (?, ?, ?, ?, ?, ?)',
        ((edition, at, d.kind, d.start, d.end, owned.get(d)) for at, d in enumerate(every)),
    )
    for reading in parsed.readings:
        row = conn.execute(
            "INSERT INTO reading(edition, term, original, reading, status) VALUES (?, ?, ?, ?, ?)",
            (edition, reading.term, reading.original, reading.reading, reading.status),
        ).lastrowid
        conn.executemany(
            'INSERT OR IGNORE INTO reading_span(reading, start, "end") VALUES (?, ?, ?)',
            ((row, start, end) for start, end in reading.spans),
        )


# documents and editions

DOCUMENT = """
SELECT d.uid, d.title, d.name, d.number, d.date, d.issuers, d.source, d.remark, d.language, d.added,
    e.uid, e.label, e.sha256,
    (SELECT count(*) FROM node n WHERE n.edition = e.id AND n."end" > n.start),
    (SELECT count(*) FROM anchor a JOIN note ON note.id = a.note
        WHERE a.edition = e.id AND note.deleted = '')
FROM document d JOIN edition e ON e.document = d.id
"""
NEWEST = "e.id = (SELECT max(id) FROM edition WHERE document = d.id)"


def _document(row: tuple[object, ...]) -> Document:
    uid, *facts, added, edition, label, sha256, nodes, notes = row
    return Document(
        uid=DocumentUid(str(uid)),
        facts=_facts(facts),
        edition=EditionUid(str(edition)),
        label=str(label),
        sha256=str(sha256),
        nodes=int(str(nodes)),
        notes=int(str(notes)),
        added=str(added),
    )


def _facts(row: Sequence[object]) -> DocumentFacts:
    title, name, number, date, issuers, source, remark, language = map(str, row)
    known = tuple(json.loads(issuers))
    return DocumentFacts(title, name, number, date, known, source, remark, language)


def load_documents(conn: sqlite3.Connection, *, removed: bool = False) -> tuple[Document, ...]:
    """Return the documents in the order of their adding, with their newest editions."""
    gone = "<>" if removed else "="
    rows = conn.execute(f"{DOCUMENT} WHERE d.removed {gone} '' AND {NEWEST} ORDER BY d.id")
    return tuple(map(_document, rows))


def load_document(conn: sqlite3.Connection, uid: DocumentUid) -> Document | None:
    """Return a document with its newest edition."""
    row = conn.execute(f"{DOCUMENT} WHERE d.uid = ? AND {NEWEST}", (uid,)).fetchone()
    return _document(row) if row else None


def document_of(conn: sqlite3.Connection, edition: EditionUid) -> Document:
    """Return the document of an edition, told with that edition."""
    row = conn.execute(f"{DOCUMENT} WHERE e.uid = ?", (edition,)).fetchone()
    if row is None:
        raise UserError("document-unknown", name=edition, choices="")
    return _document(row)


def load_editions(
    conn: sqlite3.Connection, document: DocumentUid
) -> tuple[tuple[EditionUid, str], ...]:
    """Return the editions of a document with their labels, newest first."""
    rows = conn.execute(
        "SELECT e.uid, e.label FROM edition e JOIN document d ON d.id = e.document"
        " WHERE d.uid = ? ORDER BY e.id DESC",
        (document,),
    )
    return tuple((EditionUid(uid), label) for uid, label in rows)


def load_source(conn: sqlite3.Connection, edition: EditionUid) -> Source:
    """Return what a citation needs to know about an edition."""
    document = document_of(conn, edition)
    return Source(document.facts, edition, document.label, document.sha256)


# text


def load_text(conn: sqlite3.Connection, edition: EditionUid, start: int, end: int) -> str:
    """Return the source's words between two offsets; what lies outside the text is left out."""
    start = max(0, start)
    if end <= start:
        return ""
    first = start - start % PIECE
    rows = conn.execute(
        "SELECT text FROM source WHERE edition = (SELECT id FROM edition WHERE uid = ?)"
        " AND start >= ? AND start < ? ORDER BY start",
        (edition, first, end),
    )
    return "".join(row[0] for row in rows)[start - first : end - first]


def load_whole_text(conn: sqlite3.Connection, edition: EditionUid) -> str:
    """Return the whole source text of an edition."""
    length = conn.execute("SELECT length FROM edition WHERE uid = ?", (edition,)).fetchone()
    return load_text(conn, edition, 0, int(length[0])) if length else ""


def load_original(conn: sqlite3.Connection, edition: EditionUid) -> tuple[str, bytes]:
    """Return the name and the bytes of the file that an edition was made of."""
    row = conn.execute(
        "SELECT e.file_name, o.bytes FROM edition e JOIN original o ON o.edition = e.id"
        " WHERE e.uid = ?",
        (edition,),
    ).fetchone()
    return (str(row[0]), bytes(row[1])) if row else ("", b"")
