"""What goes into the index: an edition's nodes, what stands around them, notes, memos, words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.model import CLAUSE
from db.search.analysis import index_text, vocabulary, words
from db.search.stems import stem
from db.search.tables import AROUND, LAST_PLACE, MARK, MEMOS, NODES, NOTES, POSTINGS

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator

    Row = tuple[int, str, str, str, str]

SEARCHED = ("plan", "body", "annex")
"""The zones whose text is in nodes; the others are searched when asked for."""
STEP = 1000
"""Nodes between two reports of progress."""


def fill_edition(
    conn: sqlite3.Connection,
    edition: int,
    known: set[str],
    advance: Callable[[int], object] | None = None,
) -> None:
    """Put in an edition; `known` are words that are in already, `advance` is told of each batch."""
    text = _text(conn, edition)
    hidden = _hidden_words(conn, edition)
    conn.executemany("INSERT INTO search_hidden VALUES (?, ?)", hidden.items())
    found: set[str] = set()
    for batch in _batches(_rows(conn, edition, text, hidden)):
        conn.executemany(_put_sql(), batch)
        for _, heading, clause, readings, _ in batch:
            found |= vocabulary(f"{heading} {clause} {readings}")
        if advance is not None:
            advance(len(batch))
    _fill_around(conn, edition, text)
    _fill_words(conn, found - known)
    known |= found
    _sign_edition(conn, edition)


def empty_edition(conn: sqlite3.Connection, edition: int) -> None:
    """Take out an edition that is still stored."""
    hidden = conn.execute(
        "SELECT h.node, h.words FROM search_hidden h JOIN node n ON n.id = h.node"
        " WHERE n.edition = ?",
        (edition,),
    )
    rows = list(_rows(conn, edition, _text(conn, edition), dict(hidden.fetchall())))
    conn.executemany(_put_sql(delete=True), rows)
    conn.execute(
        f"DELETE FROM {AROUND} WHERE rowid IN (SELECT id FROM search_place WHERE edition = ?)",
        (edition,),
    )
    conn.execute("DELETE FROM search_place WHERE edition = ?", (edition,))
    conn.execute(
        "DELETE FROM search_hidden WHERE node IN (SELECT id FROM node WHERE edition = ?)",
        (edition,),
    )
    conn.execute("DELETE FROM search_edition WHERE edition = ?", (edition,))


def fill_note(conn: sqlite3.Connection, note: int) -> None:
    """Put in a note as it is stored now, in place of what was there."""
    row = conn.execute(
        "SELECT n.body, coalesce((SELECT quote FROM anchor WHERE note = n.id"
        f" AND edition = {LAST_PLACE}), ''),"
        " coalesce((SELECT group_concat(tag, char(10)) FROM note_tag WHERE note = n.id), '')"
        " FROM note n WHERE n.id = ?",
        (note,),
    ).fetchone()
    texts = [index_text(text) for text in row]
    conn.execute(f"DELETE FROM {NOTES} WHERE rowid = ?", (note,))
    conn.execute(
        f"INSERT INTO {NOTES}(rowid, body, quote, tags) VALUES (?, ?, ?, ?)", (note, *texts)
    )
    _fill_words(conn, vocabulary(" ".join(texts)))


def fill_memo(conn: sqlite3.Connection, memo: int) -> None:
    """Put in a memo as it is stored now, in place of what was there."""
    (title,) = conn.execute("SELECT title FROM memo WHERE id = ?", (memo,)).fetchone()
    blocks = conn.execute(
        "SELECT text, quote FROM block WHERE memo = ? ORDER BY ord", (memo,)
    ).fetchall()
    parts = (title, "\n".join(b[0] for b in blocks), "\n".join(b[1] for b in blocks))
    texts = [index_text(text) for text in parts]
    conn.execute(f"DELETE FROM {MEMOS} WHERE rowid = ?", (memo,))
    conn.execute(
        f"INSERT INTO {MEMOS}(rowid, title, text, quote) VALUES (?, ?, ?, ?)", (memo, *texts)
    )
    _fill_words(conn, vocabulary(" ".join(texts)))


def _put_sql(*, delete: bool = False) -> str:
    columns = POSTINGS[NODES]
    order, values = (f"{NODES}, ", "'delete', ") if delete else ("", "")
    marks = ", ".join("?" * (len(columns) + 1))
    return f"INSERT INTO {NODES}({order}rowid, {', '.join(columns)}) VALUES ({values}{marks})"


def _batches(rows: Iterator[Row]) -> Iterator[list[Row]]:
    batch: list[Row] = []
    for row in rows:
        batch.append(row)
        if len(batch) == STEP:
            yield batch
            batch = []
    if batch:
        yield batch


def _text(conn: sqlite3.Connection, edition: int) -> str:
    rows = conn.execute("SELECT text FROM source WHERE edition = ? ORDER BY start", (edition,))
    return "".join(row[0] for row in rows)


def _rows(
    conn: sqlite3.Connection, edition: int, text: str, hidden: dict[int, str]
) -> Iterator[Row]:
    """Yield what the postings are made of; nodes without words of their own have no row."""
    contexts: dict[str | None, str] = {None: ""}
    nodes = conn.execute(
        "SELECT n.id, n.kind, coalesce(n.region, nullif(e.region, '')), n.start, n.\"end\""
        ' FROM node n JOIN edition e ON e.id = n.edition WHERE n.edition = ? AND n."end" > n.start'
        " ORDER BY n.ord",
        (edition,),
    ).fetchall()
    for node, kind, region, start, end in nodes:
        if region not in contexts:
            contexts[region] = " ".join(MARK + word for word in words(region))
            conn.execute("INSERT OR IGNORE INTO search_region VALUES (?)", (region,))
        printed = index_text(text[start:end])
        heading, clause = ("", printed) if kind == CLAUSE else (printed, "")
        yield node, heading, clause, index_text(hidden.get(node, "")), contexts[region]


def _hidden_words(conn: sqlite3.Connection, edition: int) -> dict[int, str]:
    """Return node → the names and glossary readings that its printed words hide."""
    found: dict[int, list[str]] = {}
    for node, name, region in conn.execute(
        "SELECT n.id, n.name, iif(n.region IS NOT p.region, coalesce(n.region, ''), '')"
        " FROM node n LEFT JOIN node p ON p.edition = n.edition AND p.path = n.parent"
        " WHERE n.edition = ? AND (n.name <> '' OR n.region IS NOT p.region)",
        (edition,),
    ):
        found[node] = [name] if name == region else [name, region]
    for node, reading, original in conn.execute(
        "SELECT n.id, r.reading, r.original FROM reading r"
        " JOIN reading_span s ON s.reading = r.id JOIN node n ON n.edition = r.edition"
        ' AND n.start < s."end" AND n."end" > s.start WHERE r.edition = ? ORDER BY r.id',
        (edition,),
    ):
        found.setdefault(node, []).extend((reading, original))
    return {node: "\n".join(filter(None, parts)) for node, parts in found.items() if any(parts)}


def _fill_around(conn: sqlite3.Connection, edition: int, text: str) -> None:
    """Put in what stands around the plan, a line at a time."""
    zones = conn.execute(
        'SELECT zone, start, "end" FROM zone WHERE edition = ? AND zone NOT IN (?, ?, ?)'
        " ORDER BY start",
        (edition, *SEARCHED),
    ).fetchall()
    for zone, first, last in zones:
        at = first
        for line in text[first:last].splitlines(keepends=True):
            start, at = at, at + len(line)
            if line.strip():
                place = conn.execute(
                    'INSERT INTO search_place(edition, zone, start, "end") VALUES (?, ?, ?, ?)',
                    (edition, zone, start, start + len(line.rstrip())),
                ).lastrowid
                conn.execute(
                    f"INSERT INTO {AROUND}(rowid, text) VALUES (?, ?)", (place, index_text(line))
                )


def _fill_words(conn: sqlite3.Connection, found: set[str]) -> None:
    look = "SELECT 1 FROM search_word WHERE word = ?"
    new = [word for word in found if conn.execute(look, (word,)).fetchone() is None]
    rows = ((word, stem(word), word[::-1]) for word in new)
    conn.executemany("INSERT INTO search_word VALUES (?, ?, ?)", rows)


def _sign_edition(conn: sqlite3.Connection, edition: int) -> None:
    """Remember where the edition's rows lie.

    Not INSERT … SELECT: a statement that may write several rows opens a savepoint of its own
    (https://www.sqlite.org/vtab.html, xSavepoint), at which FTS5 writes out what it has gathered;
    once an edition, that doubled the time of a rebuild of 13,000.
    """
    first, last = conn.execute(
        "SELECT coalesce(min(id), 0), coalesce(max(id), -1) FROM node WHERE edition = ?",
        (edition,),
    ).fetchone()
    conn.execute(
        "INSERT INTO search_edition(edition, first, last) VALUES (?, ?, ?)", (edition, first, last)
    )


def silence_old(conn: sqlite3.Connection, edition: int | None = None) -> None:
    """Mark all but the newest editions of the edition's document, or of every document, as old."""
    conn.execute(
        "UPDATE search_edition SET old = edition <> (SELECT n.id FROM edition n"
        " JOIN edition o ON o.document = n.document WHERE o.id = search_edition.edition"
        " ORDER BY n.position DESC LIMIT 1) WHERE :this IS NULL OR edition IN (SELECT o.id"
        " FROM edition n JOIN edition o ON o.document = n.document WHERE n.id = :this)",
        {"this": edition},
    )
