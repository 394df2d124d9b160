"""Make hits of rows: the snippet with its marks, the exact place in the source, and the reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.model import EditionUid, Hit, NodeUid
from db.search import snippets
from db.search.matching import Span, holds, spans_in
from db.search.rows import Row, load_headings
from db.search.tables import NODES, NOTES

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

    from db.search.tree import Leaf

    Found = list[list[Span]]

READINGS = """
SELECT r.term, r.reading || char(10) || r.original, s.start, s."end"
FROM reading r JOIN reading_span s ON s.reading = r.id
WHERE r.edition = ? AND s.start < ? AND s."end" > ? ORDER BY s.start
"""
LONGEST_TITLE = 120


def make_hits(
    conn: sqlite3.Connection, scored: Sequence[tuple[float, Row]], leaves: Sequence[Leaf]
) -> list[Hit]:
    """Return the hits of weighed rows, in their order."""
    headings = load_headings(conn, [row for _, row in scored])
    make = {NODES: _node_hit, NOTES: _note_hit}
    found = []
    for score, row in scored:
        title = row.heading_name or headings.get(row.heading or 0, "")
        found.append(make.get(row.table, _place_hit)(conn, score, row, leaves, title))
    return found


def _node_hit(
    conn: sqlite3.Connection, score: float, row: Row, leaves: Sequence[Leaf], title: str
) -> Hit:
    part = "heading" if "heading" in row.parts else "text"
    text = row.parts[part]
    found = spans_in(leaves, text)
    marks = _marks(found)
    if part == "heading":
        title = row.own_name or text
    hiding = _hiding(row, leaves, found)
    if hiding:
        places, reason = _reason(conn, row, hiding)
        marks = sorted({*marks, *places})
        return _hit(row, score, text, marks, "glossary", reason, title, places[:1])
    reason = _other_name(text, found)
    via = "glossary" if reason else part
    return _hit(row, score, text, marks, via, reason, title, marks[:1])


def _note_hit(
    _conn: sqlite3.Connection, score: float, row: Row, leaves: Sequence[Leaf], title: str
) -> Hit:
    """Show a note's words, else the quoted ones, else its tags; it opens at its place."""
    found = {part: _marks(spans_in(leaves, text)) for part, text in row.parts.items()}
    body, quote = row.parts["body"], row.parts["quote"]
    part = "quote" if (found["quote"] and not found["body"]) or not body else "body"
    only_tags = found["tags"] and not found["body"] and not found["quote"]
    text = (quote if part == "quote" else body) or row.parts["tags"].replace("\n", " ")
    marks = found["tags"] if not body and not quote else found[part]
    return _hit(row, score, text, marks, "tag" if only_tags else "note", "", title, [])


def _place_hit(
    _conn: sqlite3.Connection, score: float, row: Row, leaves: Sequence[Leaf], title: str
) -> Hit:
    text = row.parts["text"]
    marks = _marks(spans_in(leaves, text))
    return _hit(row, score, text, marks, "text", "", title, marks[:1])


def _hit(
    row: Row,
    score: float,
    text: str,
    marks: list[tuple[int, int]],
    via: str,
    reason: str,
    title: str,
    first: list[tuple[int, int]],
) -> Hit:
    snippet, shown = snippets.cut(text, marks)
    start, end = row.start, row.end
    if first:
        start, end = row.start + first[0][0], row.start + first[0][1]
    return Hit(
        *(score, row.kind, row.uid, row.path, row.document, row.label, row.region, snippet, via),
        marks=shown,
        start=start,
        end=end,
        title=title[:LONGEST_TITLE],
        reason=reason,
        node=NodeUid(row.node) if row.node else None,
        edition_uid=EditionUid(row.edition_uid) if row.edition_uid else None,
    )


def _marks(found: Found) -> list[tuple[int, int]]:
    return sorted({(span.start, span.end) for spans in found for span in spans})


def _hiding(row: Row, leaves: Sequence[Leaf], found: Found) -> list[Leaf]:
    """Return the leaves that the print hides: in the glossary only, or the region's true name."""
    hidden = row.parts.get("hidden", "")
    if not hidden:
        return []
    return [
        leaf
        for leaf, spans in zip(leaves, found, strict=True)
        if holds(leaf, row.own_name if spans else hidden)
    ]


def _reason(
    conn: sqlite3.Connection, row: Row, hiding: Sequence[Leaf]
) -> tuple[list[tuple[int, int]], str]:
    """Return where the words stand that hide the leaves, and how they are printed."""
    printed: dict[str, tuple[int, int]] = {}
    for term, meant, start, end in conn.execute(READINGS, (row.edition, row.end, row.start)):
        if any(holds(leaf, meant) for leaf in hiding):
            place = max(start, row.start) - row.start, min(end, row.end) - row.start
            printed.setdefault(term, place)
    if printed:
        return sorted(printed.values()), _printed_as(printed)
    return [], f"stands for “{row.own_name or row.region or ''}”"


def _other_name(text: str, found: Found) -> str:
    """Return how a place is printed when a leaf is there only by its name in the other language."""
    names: dict[str, None] = {}
    for spans in found:
        if spans and all(span.form.why == "place" for span in spans):
            names |= {text[span.start : span.end]: None for span in spans[:1]}
    return _printed_as(names) if names else ""


def _printed_as(terms: Iterable[str]) -> str:
    return "printed as " + ", ".join(f"“{term}”" for term in terms)
