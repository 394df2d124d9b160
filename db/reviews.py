"""Store and load what became of notes in a new edition: rows of anchors and their candidates."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Any

from db.documents import load_whole_text
from db.model import Anchor, DocumentUid, EditionUid, NoteUid, whole
from db.nodes import load_nodes
from db.notes import load_note
from db.revision import Candidate, Review, Row, Tally
from db.search import index

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

    from db.anchors import Mover

COLUMNS = (
    """e.uid, a.kind, a.start, a."end", a.quote, a.prefix, a.suffix, a.first, a.last, a.state"""
)
LAST_PLACED = """
SELECT a.note, n.uid, a.edition, COLUMNS
FROM anchor a JOIN edition e ON e.id = a.edition JOIN note n ON n.id = a.note
WHERE e.document = (SELECT document FROM edition WHERE uid = ?1)
    AND e.position > 0 AND e.position < (SELECT position FROM edition WHERE uid = ?1)
    AND NOT EXISTS (SELECT 1 FROM anchor x JOIN edition y ON y.id = x.edition
        WHERE x.note = a.note AND y.document = e.document AND y.position > e.position
        AND x.state IN ('exact', 'moved', 'kept'))
    AND a.state IN ('exact', 'moved')
    AND NOT EXISTS (SELECT 1 FROM anchor x JOIN edition y ON y.id = x.edition
        WHERE x.note = a.note AND y.uid = ?1)
ORDER BY a.edition, a.start, a.id
""".replace("COLUMNS", COLUMNS)
"""The last place of every note of a document, also of deleted ones; not what was left behind."""
ASKED = """
SELECT n.uid, e.uid, e.label, a.state, a.id
FROM anchor a JOIN edition e ON e.id = a.edition JOIN note n ON n.id = a.note
JOIN document d ON d.id = e.document
WHERE a.state IN ('review', 'orphaned') AND n.deleted = '' AND d.removed = ''
    AND e.position = (SELECT max(position) FROM edition WHERE document = d.id)
    AND (?1 IS NULL OR d.uid = ?1)
ORDER BY d.id, a.state = 'orphaned', n.id
"""


def move_notes(conn: sqlite3.Connection, edition: EditionUid) -> Tally:
    """Give every note of the older editions its row in a new one; rows that exist stay."""
    rows = conn.execute(LAST_PLACED, (edition,)).fetchall()
    if not rows:
        return Tally()
    new = (load_whole_text(conn, edition), load_nodes(conn, edition))
    movers: dict[str, Mover] = {}
    made: list[tuple[int, Row]] = []
    changed: list[str] = []
    for note, uid, _, *words in rows:
        anchor = Anchor(*words)
        mover = movers.get(anchor.edition)
        if mover is None:
            mover = movers[anchor.edition] = _mover(conn, anchor.edition, new)
        row = mover.move(anchor, edition)
        made.append((note, row))
        if row.anchor.quote != anchor.quote:
            changed.append(uid)
    _insert(conn, edition, made)
    for uid in changed:
        index.put_note(conn, NoteUid(uid))
    counts = Counter(row.anchor.state for _, row in made)
    return Tally(counts["moved"], counts["review"], counts["orphaned"])


def _mover(conn: sqlite3.Connection, edition: EditionUid, new: tuple[str, Any]) -> Mover:
    from db.anchors import Mover  # loads rapidfuzz, which no start of the window needs

    return Mover((load_whole_text(conn, edition), load_nodes(conn, edition)), new)


def _insert(conn: sqlite3.Connection, edition: EditionUid, made: Iterable[tuple[int, Row]]) -> None:
    (owner,) = conn.execute("SELECT id FROM edition WHERE uid = ?", (edition,)).fetchone()
    for note, row in made:
        a = row.anchor
        anchor = conn.execute(
            'INSERT INTO anchor(note, edition, kind, start, "end", quote, prefix, suffix, first,'
            " last, state) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                *(note, owner, a.kind, a.start, a.end, a.quote, a.prefix, a.suffix),
                *(a.first, a.last, a.state),
            ),
        ).lastrowid
        conn.executemany(
            'INSERT INTO candidate(anchor, ord, start, "end", score) VALUES (?, ?, ?, ?, ?)',
            ((anchor, at, c.start, c.end, c.score) for at, c in enumerate(row.candidates)),
        )


def index_again(conn: sqlite3.Connection, edition: EditionUid) -> None:
    """Let search find the notes of an edition by the words that they stand on now.

    To be called after it was withdrawn or brought back.
    """
    rows = conn.execute(
        "SELECT n.uid FROM anchor a JOIN edition e ON e.id = a.edition JOIN note n ON n.id = a.note"
        " WHERE e.uid = ? AND a.state = 'moved' AND n.deleted = ''",
        (edition,),
    ).fetchall()
    for (uid,) in rows:
        index.put_note(conn, NoteUid(uid))


def load_rows(conn: sqlite3.Connection, note: NoteUid) -> tuple[Row, ...]:
    """Return all anchors of a note with their candidates, oldest edition first."""
    rows = conn.execute(
        f"SELECT a.id, {COLUMNS} FROM anchor a JOIN edition e ON e.id = a.edition"
        " JOIN note n ON n.id = a.note WHERE n.uid = ? ORDER BY e.position, e.id",
        (whole(note),),
    ).fetchall()
    offered = _candidates(conn, [row[0] for row in rows])
    return tuple(Row(Anchor(*row[1:]), tuple(offered[row[0]])) for row in rows)


def save_rows(conn: sqlite3.Connection, note: NoteUid, rows: Sequence[Row]) -> None:
    """Make these the anchors of a note, in place of those it has."""
    (owner,) = conn.execute("SELECT id FROM note WHERE uid = ?", (note,)).fetchone()
    conn.execute("DELETE FROM anchor WHERE note = ?", (owner,))
    for row in rows:
        _insert(conn, row.anchor.edition, [(owner, row)])
    (deleted,) = conn.execute("SELECT deleted FROM note WHERE id = ?", (owner,)).fetchone()
    if not deleted:
        index.put_note(conn, note)


def load_reviews(
    conn: sqlite3.Connection, document: DocumentUid | None = None
) -> tuple[Review, ...]:
    """Return what waits for a person in the newest editions, in the order of the old text."""
    rows = conn.execute(ASKED, (document,)).fetchall()
    offered = _candidates(conn, [row[4] for row in rows])
    found: dict[str, list[Review]] = defaultdict(list)
    for uid, edition, label, state, anchor in rows:
        note = load_note(conn, NoteUid(uid))
        if note is not None and note.anchor is not None:
            one = Review(note, EditionUid(edition), label, state, tuple(offered[anchor]))
            found[edition].append(one)
    return tuple(one for waiting in found.values() for one in sorted(waiting, key=_place_before))


def _place_before(review: Review) -> tuple[int, str]:
    anchor = review.note.anchor
    return (anchor.start if anchor else 0), review.note.uid


def _candidates(conn: sqlite3.Connection, anchors: Sequence[int]) -> dict[int, list[Candidate]]:
    found: dict[int, list[Candidate]] = defaultdict(list)
    for anchor in anchors:
        for row in conn.execute(
            'SELECT start, "end", score FROM candidate WHERE anchor = ? ORDER BY ord', (anchor,)
        ).fetchall():
            found[anchor].append(Candidate(*row))
    return found


def count_reviews(conn: sqlite3.Connection) -> dict[DocumentUid, tuple[int, int]]:
    """Return document → how many of its notes are to review and how many are orphaned."""
    rows = conn.execute(
        "SELECT d.uid, count(CASE a.state WHEN 'review' THEN 1 END),"
        " count(CASE a.state WHEN 'orphaned' THEN 1 END)"
        " FROM anchor a JOIN edition e ON e.id = a.edition JOIN note n ON n.id = a.note"
        " JOIN document d ON d.id = e.document"
        " WHERE a.state IN ('review', 'orphaned') AND n.deleted = '' AND d.removed = ''"
        " AND e.position = (SELECT max(position) FROM edition WHERE document = d.id)"
        " GROUP BY d.id ORDER BY d.id"
    )
    return {DocumentUid(uid): (review, orphaned) for uid, review, orphaned in rows.fetchall()}


def count_rows(conn: sqlite3.Connection, edition: EditionUid) -> Tally:
    """Return how many notes of older editions moved to an edition, or wait in it."""
    rows = conn.execute(
        "SELECT a.state, count(*) FROM anchor a JOIN edition e ON e.id = a.edition"
        " JOIN note n ON n.id = a.note WHERE e.uid = ? AND n.deleted = '' GROUP BY a.state",
        (edition,),
    )
    counts = dict(rows.fetchall())
    return Tally(counts.get("moved", 0), counts.get("review", 0), counts.get("orphaned", 0))
