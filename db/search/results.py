"""Answer a query: the first matches at once, the ranked list, how many there are.

Two steps serve typing. `find_first` takes matches in document order, which FTS5 gives without
looking at the others. `find_ranked` lets FTS5 pick candidates by BM25 and weighs them against one
another in one measure for clauses, headings and notes. A query with more than WIDE matches (one
letter, a very common word) is ranked among its headings, its whole words and an even sample.
"""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from db.errors import UserError
from db.model import Answer
from db.search.analysis import is_han
from db.search.hits import make_hits
from db.search.index import IndexDamagedError, is_damage
from db.search.matching import EXACT, Reading, holds, spans_in, weigh
from db.search.plan import Plan, plans, resolve
from db.search.query import Query, parse
from db.search.rows import Row, load_rows
from db.search.tables import AROUND, MEMOS, NODES, NOTES
from db.search.tree import And, Leaf, Or, Tree, leaves

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from db.model import Ask, Unit

WIDE = 3000
"""Matches up to which all are ranked by BM25: a microsecond each."""
NARROW = 40
"""Candidates that are weighed against one another, at least."""
SLICES = 6
"""Parts of the library from which the sample of a wide query is taken."""
BM25 = {NODES: "3.0, 1.0, 3.0, 0.1", NOTES: "1.0, 0.3, 2.0", MEMOS: "2.0, 1.0, 0.3", AROUND: "1.0"}
WEIGHTS = {
    (NODES, "heading"): 2.0,
    (NODES, "text"): 1.0,
    (NOTES, "body"): 1.5,
    (NOTES, "tags"): 2.5,
    (NOTES, "quote"): 0.4,
    (MEMOS, "title"): 2.0,
    (MEMOS, "text"): 1.2,
    (MEMOS, "quote"): 0.3,
    (AROUND, "text"): 0.6,
}
ROWS = {NODES: "node", NOTES: "note", MEMOS: "memo", AROUND: "search_place"}
HIDDEN_IN_HEADING, HIDDEN_IN_TEXT = 3.0, 1.2
"""A region found by its true name leads; a reading says as much as the printed word."""


def find_first(conn: sqlite3.Connection, ask: Ask, limit: int) -> Answer:
    """Return first matches in document order; their score is 0. Up to a third are notes."""
    with readable():
        query, shown, found = read(conn, ask)
        rows: list[Row] = []
        for plan in sorted(found, key=_is_of_nodes):
            room = limit - len(rows) if _is_of_nodes(plan) else (limit + 2) // 3
            ids = _ids(conn, plan, f"ORDER BY {plan.row} LIMIT {room}")
            rows += load_rows(conn, plan.table, ids)
        rows.sort(key=_place)
        hits = make_hits(conn, [(0.0, row) for row in rows[:limit]], shown)
    return Answer(ask, tuple(hits), None, hints=query.hints)


def find_ranked(conn: sqlite3.Connection, ask: Ask, limit: int) -> Answer:
    """Return the best hits first, over clauses, headings, notes and memos, or as in the text."""
    with readable():
        query, shown, found = read(conn, ask)
        scored: list[tuple[float, Row]] = []
        most = max(NARROW, limit + limit // 10)
        for plan in found:
            if ask.order == "text":
                ids = _ids(conn, plan, f"ORDER BY {plan.row} LIMIT {limit + 1}")
                scored += ((0.0, row) for row in load_rows(conn, plan.table, ids))
            else:
                ids = _candidates(conn, plan, most)
                scored += ((_score(row, shown), row) for row in load_rows(conn, plan.table, ids))
        scored.sort(key=_rank)
        hits = make_hits(conn, scored[:limit], shown)
    total = len(scored) if len(scored) <= limit else None
    return Answer(ask, tuple(hits), total, hints=query.hints)


def count(conn: sqlite3.Connection, ask: Ask) -> int:
    """Return how many clauses, headings, notes and memos a query matches."""
    with readable():
        counts = (plan.sql("count(*)") for plan in read(conn, ask)[2])
        return sum(conn.execute(sql, values).fetchone()[0] for sql, values in counts)


def find_marks(conn: sqlite3.Connection, ask: Ask, unit: Unit) -> list[tuple[int, int]]:
    """Return where a query's words stand on a page, and the terms that hide them, in order."""
    with readable():
        shown = read(conn, ask)[1]
    found = spans_in(shown, Reading(unit.source))
    marks = {(unit.start + span.start, unit.start + span.end) for spans in found for span in spans}
    return sorted(marks | (_hiding(shown, unit) if ask.glossary else set()))


def _hiding(shown: Sequence[Leaf], unit: Unit) -> set[tuple[int, int]]:
    """Return the printed terms that hide a leaf; of terms inside one another the narrowest."""
    spans: set[tuple[int, int]] = set()
    for reading in unit.readings:
        meant = f"{reading.reading}\n{reading.original}"
        if any(holds(leaf, meant) and not holds(leaf, reading.term) for leaf in shown):
            spans.update(reading.spans)
    return {
        (start, end)
        for start, end in spans
        if not any(start <= a and b <= end for a, b in spans - {(start, end)})
    }


def read(conn: sqlite3.Connection, ask: Ask) -> tuple[Query, list[Leaf], list[Plan]]:
    """Return the query, the leaves that hits show, and a plan for each table that is searched."""
    query = parse(ask.query, typing=ask.typing)
    if query.tree is None:
        return query, [], []
    tree = resolve(conn, query.tree, ask)
    return query, leaves(tree), plans(conn, tree, ask)


@contextmanager
def readable() -> Iterator[None]:
    """Tell damaged postings, which can be made anew, from a damaged library."""
    try:
        yield
    except (sqlite3.DatabaseError, UserError) as error:
        if is_damage(error):
            raise IndexDamagedError(str(error)) from error
        raise


def _is_of_nodes(plan: Plan) -> bool:
    return plan.table == NODES


def _place(row: Row) -> tuple[int, int, bool, int]:
    return row.edition, row.order, row.table != NODES, row.id


def _rank(scored: tuple[float, Row]) -> tuple[float | int | bool, ...]:
    return -scored[0], *_place(scored[1])


def _score(row: Row, shown: list[Leaf]) -> float:
    """Weigh what is printed and what is hidden; a name leads a heading, a reading a clause."""
    hidden = HIDDEN_IN_HEADING if "heading" in row.parts else HIDDEN_IN_TEXT
    split = [(row.reading(part), WEIGHTS.get((row.table, part), hidden)) for part in row.parts]
    return round(weigh(shown, split), 6)


def _ids(conn: sqlite3.Connection, plan: Plan, more: str = "", match: str = "") -> list[int]:
    sql, values = plan.sql(plan.row, more, match)
    return [row[0] for row in conn.execute(sql, values)]


def _candidates(conn: sqlite3.Connection, plan: Plan, most: int) -> list[int]:
    """Return the rows that are worth weighing.

    Counting costs next to nothing, unless conditions are looked up row by row: then once.
    """
    look = WIDE if plan.conditions else most
    found = _ids(conn, plan, f"ORDER BY {plan.row} LIMIT {look + 1}")
    if len(found) <= most or not leaves(plan.tree) or not plan.match:
        return found[:most]
    total = len(found) if plan.conditions else _count_to(conn, plan, WIDE + 1)
    exact = as_typed(plan.tree, whole=total > WIDE)
    chosen = [] if exact == plan.tree else _best(conn, plan, most, plan.match_of(exact))
    if total <= WIDE:
        return list(dict.fromkeys(chosen + _best(conn, plan, most)))
    part = max(NARROW, most) // 2
    chosen = chosen[:part] or _best(conn, plan, part)
    if plan.table == NODES:
        heading = plan.match_of(plan.tree, "heading" if plan.scope.columns else "heading hidden")
        chosen += _ids(conn, plan, f"ORDER BY {plan.row} LIMIT {part}", heading)
    return list(dict.fromkeys(chosen + _sample(conn, plan, part)))


def _count_to(conn: sqlite3.Connection, plan: Plan, most: int) -> int:
    sql, values = plan.sql("1", f"LIMIT {most}")
    return int(conn.execute(f"SELECT count(*) FROM ({sql})", values).fetchone()[0])


def _best(conn: sqlite3.Connection, plan: Plan, most: int, match: str = "") -> list[int]:
    """Return the rows that BM25 puts first, of the first WIDE ones when there are more."""
    select = f"{plan.row} AS row, bm25({plan.table}, {BM25[plan.table]}) AS weight"
    sql, values = plan.sql(select, f"LIMIT {WIDE}", match)
    best = f"SELECT row FROM ({sql}) ORDER BY weight LIMIT {most}"
    return [row[0] for row in conn.execute(best, values)]


def _sample(conn: sqlite3.Connection, plan: Plan, most: int) -> list[int]:
    """Return matches from all over the library, as many from each part of it."""
    last = conn.execute(f"SELECT max(id) FROM {ROWS[plan.table]}").fetchone()[0] or 0
    step = last // SLICES + 1
    found: list[int] = []
    for start in range(0, last + 1, step):
        within = f"AND {plan.row} >= {start} AND {plan.row} < {start + step}"
        found += _ids(conn, plan, f"{within} LIMIT {most // SLICES + 1}")
    return found


def as_typed(tree: Tree, *, whole: bool) -> Tree:
    """Return the tree without related and similar words; `whole`: and without beginnings."""
    match tree:
        case Leaf(forms):
            kept = [form for form in forms if form.why in EXACT]
            if whole:
                kept = [f if is_han(f.tokens[-1]) else replace(f, prefix=False) for f in kept]
            return replace(tree, forms=tuple(kept))
        case And(parts):
            return And(tuple(as_typed(part, whole=whole) for part in parts))
        case Or(parts):
            return Or(tuple(as_typed(part, whole=whole) for part in parts))
    return tree
