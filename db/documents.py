"""Store and load documents and their editions: model nouns in, model nouns out."""

from __future__ import annotations

import json
import uuid
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from db.errors import UserError
from db.model import (
    NAMESPACE,
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
    whole,
)
from db.pages import AROUND, MAIN_ZONES, extents, page_paths
from db.search import index

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

PIECE = 1024
"""Code points per stored piece: a hit's words cost one or two rows, a page some dozens.

Measured on 20 million code points, half Chinese: words of a node 8 µs (11 µs from a row of their
own), the whole text 0.07 s; pieces of 4096 make the file a fifth smaller and the p95 twice as slow.
"""


# storing


def add_edition(
    conn: sqlite3.Connection,
    parsed: ParsedEdition,
    *,
    label: str,
    now: str,
    document: DocumentUid | None = None,
) -> Document:
    """Store an edition with all its layers, as a new document unless one is given.

    A text that is stored already is not stored again: its document is returned, out of the trash.
    """
    parsed = replace(parsed, text=whole(parsed.text))
    sha256 = text_hash(parsed.text)
    uid = edition_uid(sha256)
    if conn.execute("SELECT 1 FROM edition WHERE uid = ?", (uid,)).fetchone():
        known = document_of(conn, uid)
        save_removed(conn, known.uid, "")
        save_withdrawn(conn, uid, withdrawn=False)
        return known
    owner = _add_document(conn, sha256, now) if document is None else _id(conn, document)
    edition = _add_row(conn, owner, parsed, (uid, label, sha256, now))
    _add_text(conn, edition, parsed)
    _add_nodes(conn, edition, sha256, parsed)
    _add_layers(conn, edition, parsed)
    index.add_edition(conn, uid)
    return document_of(conn, uid)


def save_removed(conn: sqlite3.Connection, document: DocumentUid, removed: str) -> None:
    """Put a document into the trash at a time, or take it out again with ''.

    Its text, notes and postings stay; search leaves out what is in the trash.
    """
    conn.execute("UPDATE document SET removed = ? WHERE uid = ?", (removed, document))


def save_withdrawn(conn: sqlite3.Connection, edition: EditionUid, *, withdrawn: bool) -> None:
    """Withdraw an edition, or bring it back; what hangs in it stays and is not shown meanwhile.

    Its position is negative for so long: the newest of the others speaks for the document.
    """
    conn.execute(
        "UPDATE edition SET position = -position WHERE uid = ? AND (position > 0) = ?",
        (edition, withdrawn),
    )
    index.silence_older(conn, edition)
    hanging = conn.execute(
        "SELECT n.uid FROM note n JOIN anchor a ON a.note = n.id JOIN edition e ON e.id = a.edition"
        " WHERE e.uid = ? AND n.deleted = ''",
        (edition,),
    )
    for (note,) in hanging.fetchall():
        index.put_note(conn, note)


def is_used(conn: sqlite3.Connection, edition: EditionUid) -> bool:
    """Whether notes hang in an edition and in no other one, or memos quote it; the trash aside."""
    row = conn.execute(
        "SELECT EXISTS (SELECT 1 FROM anchor a JOIN edition e ON e.id = a.edition"
        " JOIN note n ON n.id = a.note WHERE e.uid = ?1 AND n.deleted = '' AND NOT EXISTS ("
        "  SELECT 1 FROM anchor o JOIN edition x ON x.id = o.edition"
        "  WHERE o.note = a.note AND x.uid <> ?1 AND x.position > 0))"
        " OR EXISTS (SELECT 1 FROM block b JOIN memo m ON m.id = b.memo"
        "  WHERE b.edition = ?1 AND m.deleted = '')",
        (edition,),
    ).fetchone()
    return bool(row[0])


def save_group(conn: sqlite3.Connection, document: DocumentUid, group: str) -> None:
    """Put a document into a group; '' takes it out of its group."""
    conn.execute("UPDATE document SET group_name = ? WHERE uid = ?", (whole(group), document))


def save_facts(conn: sqlite3.Connection, edition: EditionUid, facts: DocumentFacts) -> None:
    """Replace what is known of an edition; its text and nodes stay.

    Search knows the region of every node: with another one the edition is put in anew.
    """
    row = conn.execute("SELECT region FROM edition WHERE uid = ?", (edition,)).fetchone()
    moves = row is not None and row[0] != whole(facts.region)
    if moves:
        index.remove_edition(conn, edition)
    values = (facts.title, facts.name, facts.number, facts.date, facts.source, facts.remark)
    more = (facts.language, facts.region)
    conn.execute(
        "UPDATE edition SET title = ?, name = ?, number = ?, date = ?, source = ?, remark = ?,"
        " language = ?, region = ?, issuers = ? WHERE uid = ?",
        (*map(whole, values), *map(whole, more), _list(facts.issuers), edition),
    )
    if moves:
        index.add_edition(conn, edition)


def _add_document(conn: sqlite3.Connection, sha256: str, now: str) -> int:
    """Add a document; its uid is the same on every laptop that begins with the same text."""
    uid = uuid.uuid5(NAMESPACE, f"document/{sha256}")
    row = conn.execute("INSERT INTO document(uid, added) VALUES (?, ?)", (str(uid), now)).lastrowid
    assert row is not None
    return row


def _id(conn: sqlite3.Connection, document: DocumentUid) -> int:
    row = conn.execute("SELECT id FROM document WHERE uid = ?", (document,)).fetchone()
    if row is None:
        raise UserError("document-unknown", name=document, choices="none")
    return int(row[0])


def _add_row(
    conn: sqlite3.Connection, owner: int, parsed: ParsedEdition, key: tuple[str, str, str, str]
) -> int:
    uid, label, sha256, now = key
    facts = parsed.facts
    values = (
        *(uid, owner, whole(label), sha256, len(parsed.text)),
        sum(n.end > n.start for n in parsed.nodes),
        *map(whole, (facts.title, facts.name, facts.number, facts.date)),
        _list(facts.issuers),
        *map(whole, (facts.source, facts.remark, facts.language, facts.region)),
        *(_list(parsed.doubts), whole(parsed.file_name), now, owner),
    )
    row = conn.execute(
        "INSERT INTO edition(uid, document, label, sha256, length, nodes, title, name, number,"
        " date, issuers, source, remark, language, region, doubts, file_name, added, position)"
        f" SELECT {', '.join('?' * (len(values) - 1))}, coalesce(max(abs(position)), 0) + 1"
        " FROM edition WHERE document = ?",
        values,
    ).lastrowid
    assert row is not None
    return row


def _list(words: Sequence[str]) -> str:
    return json.dumps([whole(w) for w in words], ensure_ascii=False)


def _add_text(conn: sqlite3.Connection, edition: int, parsed: ParsedEdition) -> None:
    text = parsed.text
    conn.executemany(
        "INSERT INTO source(edition, start, text) VALUES (?, ?, ?)",
        ((edition, at, text[at : at + PIECE]) for at in range(0, len(text), PIECE)),
    )
    conn.execute("INSERT INTO original(edition, bytes) VALUES (?, ?)", (edition, parsed.original))


def _add_nodes(conn: sqlite3.Connection, edition: int, sha256: str, parsed: ParsedEdition) -> None:
    """Store the nodes and the pages; uids are derived anew from the text."""
    nodes = parsed.nodes
    ends, pages, last = extents(nodes), page_paths(nodes), _last_below(nodes)
    first = conn.execute("SELECT coalesce(max(id), 0) + 1 FROM node").fetchone()[0]
    conn.executemany(
        "INSERT INTO node(id, uid, edition, ord, kind, path, parent, label, name, region, zone,"
        ' depth, start, "end", extent, last, page)'
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (
                *(first + at, node_uid(sha256, whole(n.path)), edition, at, n.kind, whole(n.path)),
                *(whole(n.parent), whole(n.label), whole(n.name)),
                *(None if n.region is None else whole(n.region), n.zone, n.depth, n.start),
                *(n.end, ends[n.path], last[n.path], whole(pages[n.path])),
            )
            for at, n in enumerate(nodes)
        ),
    )
    conn.executemany(
        'INSERT INTO node_damage(node, ord, kind, start, "end") VALUES (?, ?, ?, ?, ?)',
        (
            (first + at, number, d.kind, d.start, d.end)
            for at, node in enumerate(nodes)
            for number, d in enumerate(node.damage)
        ),
    )
    around = any(z.zone not in MAIN_ZONES and z.end > z.start for z in parsed.zones)
    order = [*dict.fromkeys(pages.values()), *([AROUND] if around else [])]
    conn.executemany(
        "INSERT INTO page(edition, ord, path) VALUES (?, ?, ?)",
        ((edition, at, whole(path)) for at, path in enumerate(order)),
    )


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


def _add_layers(conn: sqlite3.Connection, edition: int, parsed: ParsedEdition) -> None:
    conn.executemany(
        'INSERT INTO zone(edition, ord, zone, start, "end") VALUES (?, ?, ?, ?, ?)',
        ((edition, at, z.zone, z.start, z.end) for at, z in enumerate(parsed.zones)),
    )
    conn.executemany(
        'INSERT INTO damage(edition, ord, kind, start, "end") VALUES (?, ?, ?, ?, ?)',
        ((edition, at, d.kind, d.start, d.end) for at, d in enumerate(parsed.damage)),
    )
    for at, reading in enumerate(parsed.readings):
        words = (reading.term, reading.original, reading.reading, reading.status)
        row = conn.execute(
            "INSERT INTO reading(edition, ord, term, original, reading, status)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (edition, at, *map(whole, words)),
        ).lastrowid
        conn.executemany(
            'INSERT INTO reading_span(reading, ord, start, "end") VALUES (?, ?, ?, ?)',
            ((row, number, *span) for number, span in enumerate(reading.spans)),
        )


# documents and editions

DOCUMENT = """
SELECT d.uid, e.title, e.name, e.number, e.date, e.issuers, e.source, e.remark, e.language,
    e.region, d.group_name, d.added, e.uid, e.label, e.sha256, e.nodes,
    (SELECT count(DISTINCT a.note) FROM anchor a JOIN edition x ON x.id = a.edition
        JOIN note n ON n.id = a.note WHERE x.document = d.id AND n.deleted = '')
FROM document d JOIN edition e ON e.document = d.id
"""
NEWEST = "e.position = (SELECT max(position) FROM edition WHERE document = d.id)"


def _document(row: Sequence[Any]) -> Document:
    uid, *facts, group, added, edition, label, sha256, nodes, notes = row
    return Document(
        uid=DocumentUid(uid),
        facts=_facts(facts),
        edition=EditionUid(edition),
        label=label,
        sha256=sha256,
        nodes=nodes,
        notes=notes,
        added=added,
        group=group,
    )


def _facts(row: Sequence[str]) -> DocumentFacts:
    title, name, number, date, issuers, source, remark, language, region = row
    known = tuple(json.loads(issuers))
    return DocumentFacts(title, name, number, date, known, source, remark, language, region)


def load_documents(conn: sqlite3.Connection, *, removed: bool = False) -> tuple[Document, ...]:
    """Return the documents in the order of their adding, with their newest editions."""
    gone = "<>" if removed else "="
    rows = conn.execute(f"{DOCUMENT} WHERE d.removed {gone} '' AND {NEWEST} ORDER BY d.id")
    return tuple(map(_document, rows.fetchall()))


def load_document(conn: sqlite3.Connection, uid: DocumentUid) -> Document | None:
    """Return a document with its newest edition, also a removed one."""
    row = conn.execute(f"{DOCUMENT} WHERE d.uid = ? AND {NEWEST}", (uid,)).fetchone()
    return _document(row) if row else None


def document_of(conn: sqlite3.Connection, edition: EditionUid) -> Document:
    """Return the document of an edition, told with that edition."""
    row = conn.execute(f"{DOCUMENT} WHERE e.uid = ?", (edition,)).fetchone()
    if row is None:
        raise UserError("document-unknown", name=edition, choices="none")
    return _document(row)


def find_edition(conn: sqlite3.Connection, edition: EditionUid) -> tuple[Document, bool] | None:
    """Return the document of a stored edition and whether it is in the trash, None without one."""
    row = conn.execute(
        "SELECT d.removed <> '' FROM document d JOIN edition e ON e.document = d.id"
        " WHERE e.uid = ? AND e.position > 0",
        (edition,),
    ).fetchone()
    return (document_of(conn, edition), bool(row[0])) if row else None


def load_names(conn: sqlite3.Connection) -> list[tuple[DocumentUid, str, str]]:
    """Return uid, title and number of every document outside the trash, the newest first."""
    rows = conn.execute(
        "SELECT d.uid, e.title, e.number FROM document d JOIN edition e ON e.document = d.id"
        f" WHERE d.removed = '' AND {NEWEST} ORDER BY d.id DESC"
    )
    return rows.fetchall()


def load_noted(conn: sqlite3.Connection) -> tuple[EditionUid, ...]:
    """Return the newest editions of the documents outside the trash that have notes."""
    rows = conn.execute(
        "SELECT e.uid FROM edition e JOIN document d ON d.id = e.document"
        f" WHERE d.removed = '' AND {NEWEST} AND d.id IN (SELECT x.document FROM anchor a"
        "  JOIN note n ON n.id = a.note JOIN edition x ON x.id = a.edition WHERE n.deleted = '')"
    )
    return tuple(EditionUid(row[0]) for row in rows.fetchall())


def load_editions(
    conn: sqlite3.Connection, document: DocumentUid
) -> tuple[tuple[EditionUid, str], ...]:
    """Return the editions of a document with their labels, newest first."""
    rows = conn.execute(
        "SELECT e.uid, e.label FROM edition e JOIN document d ON d.id = e.document"
        " WHERE d.uid = ? AND e.position > 0 ORDER BY e.position DESC",
        (document,),
    )
    return tuple((EditionUid(uid), label) for uid, label in rows.fetchall())


def load_source(conn: sqlite3.Connection, edition: EditionUid) -> Source:
    """Return what a citation needs to know about an edition: its own facts, not the newest's."""
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
    return "".join(row[0] for row in rows.fetchall())[start - first : end - first]


def load_whole_text(conn: sqlite3.Connection, edition: EditionUid) -> str:
    """Return the whole source text of an edition."""
    return load_text(conn, edition, 0, load_length(conn, edition))


def load_length(conn: sqlite3.Connection, edition: EditionUid) -> int:
    """Return how many code points the source text has; 0 when there is no such edition."""
    row = conn.execute("SELECT length FROM edition WHERE uid = ?", (edition,)).fetchone()
    return int(row[0]) if row else 0


def load_original(conn: sqlite3.Connection, edition: EditionUid) -> tuple[str, bytes]:
    """Return the name and the bytes of the file that an edition was made of."""
    row = conn.execute(
        "SELECT e.file_name, o.bytes FROM edition e JOIN original o ON o.edition = e.id"
        " WHERE e.uid = ?",
        (edition,),
    ).fetchone()
    return (str(row[0]), bytes(row[1])) if row else ("", b"")


def load_doubts(conn: sqlite3.Connection, edition: EditionUid) -> tuple[str, ...]:
    """Return the sentences that the importer left about what does not continue."""
    row = conn.execute("SELECT doubts FROM edition WHERE uid = ?", (edition,)).fetchone()
    return tuple(json.loads(row[0])) if row else ()
