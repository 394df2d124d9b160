"""Store and load notes with their anchors and tags; the search index follows in the transaction."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from db.model import Anchor, EditionUid, NodeUid, Note, NoteUid
from db.pages import AROUND
from db.search import index

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

ANCHOR = 'a.kind, a.start, a."end", a.quote, a.prefix, a.suffix, a.first, a.last, a.state'
LOAD = f"""
SELECT n.id, n.uid, n.body, n.color, n.status, n.author, n.sensitivity, n.created, n.changed,
    n.deleted, e.uid, {ANCHOR},
    coalesce(nullif(d.name, ''), d.title, ''), coalesce(e.label, ''), coalesce(f.path, ''),
    f.region,
    (SELECT json_group_array(tag) FROM (SELECT tag FROM note_tag WHERE note = n.id ORDER BY ord))
FROM note n
LEFT JOIN anchor a ON a.note = n.id
    AND a.edition = (SELECT max(edition) FROM anchor WHERE note = n.id)
LEFT JOIN edition e ON e.id = a.edition
LEFT JOIN document d ON d.id = e.document
LEFT JOIN node f ON f.uid = a.first
"""
ORDER = ' ORDER BY d.id IS NULL, d.id, a.start, a."end", n.created, n.id'


def save_note(conn: sqlite3.Connection, note: Note) -> Note:
    """Insert or update a note, its anchor, tags and index; return it as `load_note` would."""
    row = conn.execute(
        "INSERT INTO note(uid, body, color, status, author, sensitivity, created, changed, deleted)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (uid) DO UPDATE SET body=excluded.body,"
        " color=excluded.color, status=excluded.status, author=excluded.author,"
        " sensitivity=excluded.sensitivity, created=excluded.created, changed=excluded.changed,"
        " deleted=excluded.deleted RETURNING id",
        (
            *(note.uid, note.body, note.color, note.status, note.author, note.sensitivity),
            *(note.created, note.changed, note.deleted),
        ),
    ).fetchone()
    _save_tags(conn, row[0], note.tags)
    if note.anchor is not None:
        _save_anchor(conn, row[0], note.anchor)
    if note.deleted:
        index.remove_note(conn, note.uid)
    else:
        index.put_note(conn, note.uid)
    saved = load_note(conn, note.uid)
    assert saved is not None
    return saved


def _save_tags(conn: sqlite3.Connection, note: int, tags: Sequence[str]) -> None:
    conn.execute("DELETE FROM note_tag WHERE note = ?", (note,))
    conn.executemany(
        "INSERT INTO note_tag(note, ord, tag) VALUES (?, ?, ?)",
        ((note, at, tag) for at, tag in enumerate(tags)),
    )


def _save_anchor(conn: sqlite3.Connection, note: int, anchor: Anchor) -> None:
    conn.execute(
        'INSERT OR REPLACE INTO anchor(note, edition, kind, start, "end", quote, prefix, suffix,'
        " first, last, state) SELECT ?, id, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM edition WHERE uid = ?",
        (
            *(note, anchor.kind, anchor.start, anchor.end, anchor.quote, anchor.prefix),
            *(anchor.suffix, anchor.first, anchor.last, anchor.state, anchor.edition),
        ),
    )


def load_note(conn: sqlite3.Connection, uid: NoteUid) -> Note | None:
    """Return a note, also a deleted one."""
    row = conn.execute(f"{LOAD} WHERE n.uid = ?", (uid,)).fetchone()
    return _note(row) if row else None


def load_notes(
    conn: sqlite3.Connection,
    *,
    edition: EditionUid | None = None,
    start: int | None = None,
    end: int | None = None,
    deleted: bool = False,
) -> tuple[Note, ...]:
    """Return the notes that overlap a stretch, in document order; those without a place last."""
    where, values = ["n.deleted <> ''" if deleted else "n.deleted = ''"], list[object]()
    if edition is not None:
        where.append("e.uid = ?")
        values.append(edition)
    if end is not None:
        where.append("a.start < ?")
        values.append(end)
    if start is not None:
        where.append('a."end" > ?')
        values.append(start)
    rows = conn.execute(f"{LOAD} WHERE {' AND '.join(where)}{ORDER}", values)
    return tuple(map(_note, rows))


def _note(row: Sequence[object]) -> Note:
    anchor = None
    if row[10] is not None:
        kind, start, end, quote, prefix, suffix, first, last, state = row[11:20]
        anchor = Anchor(
            edition=EditionUid(str(row[10])),
            kind=str(kind),
            start=int(str(start)),
            end=int(str(end)),
            quote=str(quote),
            prefix=str(prefix),
            suffix=str(suffix),
            first=None if first is None else NodeUid(str(first)),
            last=None if last is None else NodeUid(str(last)),
            state=str(state),
        )
    _, uid, body, color, status, author, sensitivity, created, changed, deleted = row[:10]
    return Note(
        uid=NoteUid(str(uid)),
        body=str(body),
        color=str(color),
        tags=tuple(json.loads(str(row[24]))),
        status=str(status),
        author=str(author),
        sensitivity=str(sensitivity),
        created=str(created),
        changed=str(changed),
        deleted=str(deleted),
        anchor=anchor,
        document=str(row[20]),
        edition_label=str(row[21]),
        path=str(row[22]),
        region=None if row[23] is None else str(row[23]),
    )


def count_notes(conn: sqlite3.Connection, edition: EditionUid) -> dict[str, int]:
    """Return path → notes on it and below; '' is the document, `@around` outside the nodes."""
    rows = conn.execute(
        "SELECT f.path, count(*) FROM anchor a JOIN note n ON n.id = a.note AND n.deleted = ''"
        " JOIN edition e ON e.id = a.edition LEFT JOIN node f ON f.uid = a.first"
        " WHERE e.uid = ? GROUP BY f.path",
        (edition,),
    ).fetchall()
    parents: dict[str, str] = {}
    counts: dict[str, int] = {}
    for path, count in rows:
        at: str = AROUND if path is None else path
        while at:
            counts[at] = counts.get(at, 0) + count
            at = _parent(conn, edition, at, parents)
        counts[""] = counts.get("", 0) + count
    return counts


def _parent(conn: sqlite3.Connection, edition: EditionUid, path: str, known: dict[str, str]) -> str:
    if path not in known:
        row = conn.execute(
            "SELECT parent FROM node WHERE path = ? AND edition ="
            " (SELECT id FROM edition WHERE uid = ?)",
            (path, edition),
        ).fetchone()
        known[path] = row[0] if row else ""
    return known[path]


def load_tags(conn: sqlite3.Connection) -> tuple[tuple[str, int], ...]:
    """Return the tags of the notes that are not in the trash, with their counts, by name."""
    rows = conn.execute(
        "SELECT t.tag, count(*) FROM note_tag t JOIN note n ON n.id = t.note AND n.deleted = ''"
        " GROUP BY t.tag ORDER BY t.tag COLLATE NOCASE, t.tag"
    )
    return tuple((tag, count) for tag, count in rows)
