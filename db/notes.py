"""Store and load notes with their anchors and tags; the search index follows in the transaction."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

from db.errors import UserError
from db.model import Anchor, EditionUid, Note, NoteUid, whole
from db.pages import AROUND
from db.search import index

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

COLUMNS = """
SELECT n.id, n.uid, n.body, n.color, n.status, n.author, n.sensitivity, n.created, n.changed,
    n.deleted, e.uid, a.kind, a.start, a."end", a.quote, a.prefix, a.suffix, a.first, a.last,
    a.state, coalesce(nullif(e.name, ''), e.title, ''), coalesce(e.label, ''),
    coalesce(f.path, ''), f.region
"""
NEWEST = f"""{COLUMNS}
FROM note n
LEFT JOIN anchor a ON a.note = n.id AND a.edition = (
    SELECT x.edition FROM anchor x JOIN edition y ON y.id = x.edition
    WHERE x.note = n.id AND x.state IN ('exact', 'moved')
    ORDER BY y.position DESC, y.id DESC LIMIT 1)
LEFT JOIN edition e ON e.id = a.edition
LEFT JOIN node f ON f.uid = a.first
"""
IN_EDITION = f"""{COLUMNS}
FROM edition e
JOIN anchor a ON a.edition = e.id AND a.state IN ('exact', 'moved')
JOIN note n ON n.id = a.note
LEFT JOIN node f ON f.uid = a.first
"""
ORDER = ' ORDER BY e.id IS NULL, e.document, e.position, a.start, n.created, a."end", n.id'
OVERLAPS = """
a.kind <> 'document' AND a.start <= :end AND a."end" >= :start AND
(a."end" > a.start AND a.start < :end AND a."end" > :start
    OR a."end" = a.start AND a.start >= :start AND coalesce(f.extent, a.start) <= :end)
"""
"""An anchor without words (on the preamble) lies in the stretches that hold its place whole.

The first line says nothing new: it lets the index and the anchor alone decide most rows.
"""
FAR_END = 1 << 62


def save_note(conn: sqlite3.Connection, note: Note) -> Note:
    """Insert or update a note, its anchor, tags and index; return it as `load_note` would.

    Anchors in other editions stay; a note without an anchor loses all.
    """
    words = (note.body, note.color, note.status, note.author, note.sensitivity)
    (row,) = conn.execute(
        "INSERT INTO note(uid, body, color, status, author, sensitivity, created, changed, deleted)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (uid) DO UPDATE SET body=excluded.body,"
        " color=excluded.color, status=excluded.status, author=excluded.author,"
        " sensitivity=excluded.sensitivity, created=excluded.created, changed=excluded.changed,"
        " deleted=excluded.deleted RETURNING id",
        (note.uid, *map(whole, words), note.created, note.changed, note.deleted),
    ).fetchone()
    _save_tags(conn, row, note.tags)
    if note.anchor is None:
        conn.execute("DELETE FROM anchor WHERE note = ?", (row,))
    else:
        _save_anchor(conn, row, note.anchor)
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
        ((note, at, tag) for at, tag in enumerate(dict.fromkeys(map(whole, tags)))),
    )


def _save_anchor(conn: sqlite3.Connection, note: int, anchor: Anchor) -> None:
    edition = conn.execute("SELECT id FROM edition WHERE uid = ?", (anchor.edition,)).fetchone()
    if edition is None:
        raise UserError("place-unknown", place=anchor.edition)
    words = map(whole, (anchor.quote, anchor.prefix, anchor.suffix))
    conn.execute(
        'INSERT INTO anchor(note, edition, kind, start, "end", quote, prefix, suffix, first, last,'
        " state) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (note, edition) DO UPDATE SET"
        ' kind=excluded.kind, start=excluded.start, "end"=excluded."end", quote=excluded.quote,'
        " prefix=excluded.prefix, suffix=excluded.suffix, first=excluded.first,"
        " last=excluded.last, state=excluded.state",
        (
            *(note, edition[0], anchor.kind, anchor.start, anchor.end, *words),
            *(anchor.first, anchor.last, anchor.state),
        ),
    )


def load_note(conn: sqlite3.Connection, uid: NoteUid) -> Note | None:
    """Return a note, also a deleted one, with its anchor in the newest edition."""
    rows = conn.execute(f"{NEWEST} WHERE n.uid = ?", (whole(uid),)).fetchall()
    return _notes(conn, rows)[0] if rows else None


def load_notes(
    conn: sqlite3.Connection,
    *,
    edition: EditionUid | None = None,
    start: int | None = None,
    end: int | None = None,
    deleted: bool = False,
) -> tuple[Note, ...]:
    """Return the notes in document order; those without a place last.

    With an edition: those with an anchor in it, told with that anchor, that overlap the stretch;
    a note on the whole document overlaps none.
    """
    gone = "n.deleted <> ''" if deleted else "n.deleted = ''"
    if edition is None:
        rows = conn.execute(f"{NEWEST} WHERE {gone}{ORDER}").fetchall()
    else:
        values = {
            "edition": edition,
            "start": -1 if start is None else start,
            "end": FAR_END if end is None else end,
        }
        whole_edition = start is None and end is None
        where = f"e.uid = :edition AND {gone}" + ("" if whole_edition else f" AND {OVERLAPS}")
        rows = conn.execute(f"{IN_EDITION} WHERE {where}{ORDER}", values).fetchall()
    return _notes(conn, rows)


def _notes(conn: sqlite3.Connection, rows: Sequence[Sequence[Any]]) -> tuple[Note, ...]:
    tags: dict[int, list[str]] = {}
    wanted = json.dumps([row[0] for row in rows])
    for note, tag in conn.execute(
        "SELECT t.note, t.tag FROM json_each(?) j CROSS JOIN note_tag t"
        " WHERE t.note = j.value ORDER BY t.note, t.ord",
        (wanted,),
    ).fetchall():
        tags.setdefault(note, []).append(tag)
    return tuple(_note(row, tuple(tags.get(row[0], ()))) for row in rows)


def _note(row: Sequence[Any], tags: tuple[str, ...]) -> Note:
    _, uid, body, color, status, author, sensitivity, created, changed, deleted = row[:10]
    document, label, path, region = row[20:]
    return Note(
        uid=uid,
        body=body,
        color=color,
        tags=tags,
        status=status,
        author=author,
        sensitivity=sensitivity,
        created=created,
        changed=changed,
        deleted=deleted,
        anchor=None if row[10] is None else Anchor(*row[10:20]),
        document=document,
        edition_label=label,
        path=path,
        region=region,
    )


BEGINNING = """
SELECT f.path, f.parent, count(*)
FROM anchor a JOIN note n ON n.id = a.note JOIN node f ON f.uid = a.first
WHERE a.edition = ?1 AND n.deleted = '' AND a.state IN ('exact', 'moved') GROUP BY f.id
"""
"""Notes by the place where they begin."""
REACHED = """
SELECT x.path, count(*)
FROM anchor a JOIN note n ON n.id = a.note
JOIN node x ON x.edition = a.edition AND x.start > a.start AND x.start < a."end"
WHERE a.edition = ?1 AND n.deleted = '' AND a.state IN ('exact', 'moved') GROUP BY x.path
"""
"""Notes by the places that begin within their words: a passage may cross clauses."""
OUTSIDE = """
SELECT count(*), count(CASE WHEN a.first IS NULL AND a.kind <> 'document' AND NOT EXISTS (
    SELECT 1 FROM node x WHERE x.edition = a.edition AND x.start > a.start AND x.start < a."end")
    THEN 1 END)
FROM anchor a JOIN note n ON n.id = a.note
WHERE a.edition = ?1 AND n.deleted = '' AND a.state IN ('exact', 'moved')
"""


def count_notes(conn: sqlite3.Connection, edition: EditionUid) -> dict[str, int]:
    """Return path → notes on it and below; '' is the whole document, `@around` outside the nodes.

    As many as `load_notes` finds in the extent of the place; places without notes are left out.
    """
    row = conn.execute("SELECT id FROM edition WHERE uid = ?", (edition,)).fetchone()
    if row is None:
        return {}
    every, around = conn.execute(OUTSIDE, row).fetchone()
    counts = Counter({"": every, AROUND: around})
    places = conn.execute(BEGINNING, row).fetchall()
    while places:
        above: Counter[str] = Counter()
        for path, parent, count in places:
            counts[path] += count
            above[parent] += count
        places = _places(conn, row[0], above)
    for path, count in conn.execute(REACHED, row).fetchall():
        counts[path] += count
    return {path: count for path, count in counts.items() if count}


def _places(
    conn: sqlite3.Connection, edition: int, counts: Counter[str]
) -> list[tuple[str, str, int]]:
    """Return path, parent and count of the nodes at these paths."""
    rows = conn.execute(
        "SELECT n.path, n.parent FROM json_each(?) j CROSS JOIN node n"
        " WHERE n.path = j.value AND n.edition = ?",
        (json.dumps([path for path in counts if path]), edition),
    )
    return [(path, parent, counts[path]) for path, parent in rows.fetchall()]


def count_all(conn: sqlite3.Connection) -> int:
    """Return how many notes the library holds outside the trash."""
    return int(conn.execute("SELECT count(*) FROM note WHERE deleted = ''").fetchone()[0])


def load_tags(conn: sqlite3.Connection) -> tuple[tuple[str, int], ...]:
    """Return the tags of the notes that are not in the trash, with their counts, by name."""
    rows = conn.execute(
        "SELECT t.tag, count(*) FROM note_tag t JOIN note n ON n.id = t.note AND n.deleted = ''"
        " GROUP BY t.tag ORDER BY t.tag COLLATE NOCASE, t.tag"
    )
    return tuple((tag, count) for tag, count in rows.fetchall())


def load_tagged(conn: sqlite3.Connection, tag: str) -> tuple[Note, ...]:
    """Return every note with a tag, or with one of the group that it names; the trash too."""
    rows = conn.execute(
        f"{NEWEST} WHERE n.id IN (SELECT note FROM note_tag"
        f" WHERE tag = ?1 OR substr(tag, 1, length(?1) + 1) = ?1 || '/'){ORDER}",
        (whole(tag),),
    ).fetchall()
    return _notes(conn, rows)
