"""Make hits of rows: the snippet with its marks, the exact place in the source, and the reason."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from db.model import EditionUid, Hit, NodeUid
from db.search import snippets
from db.search.matching import Span, holds, spans_in
from db.search.rows import Row, load_headings
from db.search.tables import MEMOS, NODES, NOTES

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

    from db.search.tree import Leaf

READINGS = """
SELECT r.term, r.reading || char(10) || r.original, s.start, s."end"
FROM reading r JOIN reading_span s ON s.reading = r.id
WHERE r.edition = ? AND s.start < ? AND s."end" > ? ORDER BY s.start, s."end" DESC
"""
LONGEST_TITLE = 120


def make_hits(
    conn: sqlite3.Connection, scored: Sequence[tuple[float, Row]], leaves: Sequence[Leaf]
) -> list[Hit]:
    """Return the hits of weighed rows, in their order."""
    headings = load_headings(conn, [row for _, row in scored])
    found = []
    for score, row in scored:
        title = row.heading_name or headings.get(row.heading or 0, "")
        if row.table == NODES:
            found.append(_node_hit(conn, score, row, leaves, title))
        elif row.table == NOTES:
            found.append(_note_hit(score, row, leaves, title))
        elif row.table == MEMOS:
            found.append(_memo_hit(score, row, leaves))
        else:
            spans = spans_in(leaves, row.reading("text"))
            found.append(_hit(row, score, row.parts["text"], _places(spans), "text"))
    return found


def _node_hit(
    conn: sqlite3.Connection, score: float, row: Row, leaves: Sequence[Leaf], title: str
) -> Hit:
    via = "heading" if "heading" in row.parts else "text"
    text = row.parts[via]
    if via == "heading":
        title = row.own_name or text
    found = spans_in(leaves, row.reading(via))
    terms = _hiding_terms(conn, row, leaves, found) if row.parts.get("hidden") else {}
    printed = terms or _other_names(text, found)
    places = _places(found)
    if printed:
        places = [list(terms.values()), *places]
        return _hit(row, score, text, places, "glossary", title, _printed_as(printed))
    unseen = (leaf for leaf, spans in zip(leaves, found, strict=True) if not spans)
    if row.own_name and any(holds(leaf, row.own_name) for leaf in unseen):
        return _hit(row, score, text, places, "heading", title, f"named “{row.own_name}”")
    return _hit(row, score, text, places, via, title)


def _note_hit(score: float, row: Row, leaves: Sequence[Leaf], title: str) -> Hit:
    """Show a note's words, else the quoted ones, else its tags; it opens at its place."""
    found = {part: spans_in(leaves, row.reading(part)) for part in row.parts}
    has = {part: any(spans) for part, spans in found.items()}
    via = "tag" if has["tags"] and not has["body"] and not has["quote"] else "note"
    part = "quote" if has["quote"] and not has["body"] else "body"
    part = next((p for p in (part, "quote", "tags") if row.parts[p]), part)
    return _hit(row, score, row.parts[part], _places(found[part]), via, title)


def _memo_hit(score: float, row: Row, leaves: Sequence[Leaf]) -> Hit:
    """Show a memo's own words, else what it quotes; it opens at the paragraph of the first hit."""
    found = {part: spans_in(leaves, row.reading(part)) for part in row.parts}
    choice = (part for part in ("text", "quote", "title") if any(found[part]))
    part = next(choice, "text" if row.parts["text"] else "quote")
    hit = _hit(row, score, row.parts[part], _places(found[part]), "memo", row.heading_name)
    first = min((span.start for spans in found[part] for span in spans), default=0)
    blocks = [uid for start, uid in row.blocks.get(part, ()) if start <= first]
    return replace(hit, block=blocks[-1] if blocks else "")


def _hit(
    row: Row,
    score: float,
    text: str,
    places: Sequence[Sequence[tuple[int, int]]],
    via: str,
    title: str = "",
    reason: str = "",
) -> Hit:
    groups = [sorted(set(group)) for group in places if group]
    snippet, marks = snippets.cut(text, groups)
    start, end = row.start, row.end
    if groups and row.table not in (NOTES, MEMOS):
        first = groups[0][0] if via == "glossary" else min(group[0] for group in groups)
        start, end = row.start + first[0], row.start + first[1]
    return Hit(
        *(score, row.kind, row.uid, row.path, row.document, row.label, row.region, snippet, via),
        marks=marks,
        start=start,
        end=end,
        title=title[:LONGEST_TITLE],
        reason=reason,
        node=NodeUid(row.node) if row.node else None,
        edition_uid=EditionUid(row.edition_uid) if row.edition_uid else None,
    )


def _places(found: Sequence[Sequence[Span]]) -> list[list[tuple[int, int]]]:
    return [[(span.start, span.end) for span in spans] for spans in found]


def _hiding_terms(
    conn: sqlite3.Connection, row: Row, leaves: Sequence[Leaf], found: Sequence[Sequence[Span]]
) -> dict[str, tuple[int, int]]:
    """Return the printed terms that hide a leaf, with their places in the row's words.

    A leaf that is printed too is hidden only where a region begins whose true name it is.
    """
    hidden = [
        leaf
        for leaf, spans in zip(leaves, found, strict=True)
        if not spans or (holds(leaf, row.own_name) and holds(leaf, row.region or ""))
    ]
    terms: dict[str, tuple[int, int]] = {}
    for term, meant, start, end in conn.execute(READINGS, (row.edition, row.end, row.start)):
        if any(holds(leaf, meant) and not holds(leaf, term) for leaf in hidden):
            place = max(start, row.start) - row.start, min(end, row.end) - row.start
            wider = [t for t, (a, b) in terms.items() if a <= place[0] and place[1] <= b]
            for other in wider:
                del terms[other]
            terms.setdefault(term, place)
    return terms


def _other_names(text: str, found: Sequence[Sequence[Span]]) -> dict[str, None]:
    """Return how places are printed that are there only by their name in the other language."""
    names: dict[str, None] = {}
    for spans in found:
        if spans and all(span.form.why == "place" for span in spans):
            names[text[spans[0].start : spans[0].end]] = None
    return names


def _printed_as(terms: Iterable[str]) -> str:
    return "printed as " + ", ".join(f"“{term}”" for term in terms)
