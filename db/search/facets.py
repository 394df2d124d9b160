"""What a query's matches divide into: how many by document, by region, by kind."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from db.model import Answer, Facet
from db.search.narrowing import EDITION, KIND, REGION
from db.search.results import read, readable

if TYPE_CHECKING:
    import sqlite3

    from db.model import Ask

FIELDS = ("document", "region", "kind")


def count_facets(conn: sqlite3.Connection, ask: Ask) -> Answer:
    """Count a query's matches, and their parts by document, region and kind.

    Every match is looked at, a microsecond each: to be asked for behind the hits. The parts of a
    field are counted among the facets that are chosen in the others.
    """
    counted: Counter[tuple[str, str, str]] = Counter()
    names: dict[str, str] = {}
    with readable():
        query, _, found = read(conn, replace(ask, documents=(), regions=(), kinds=()))
        for plan in found:
            table = plan.table
            groups = f"{EDITION[table]}, {REGION[table]}, {KIND[table]}"
            sql, values = plan.sql(f"{groups}, count(*)", "GROUP BY 1, 2, 3")
            for edition, region, kind, many in conn.execute(sql, values).fetchall():
                document = _document(conn, edition, names)
                counted[document, region or "", kind] += many
    chosen = (ask.documents, ask.regions, ask.kinds)
    total = sum(many for part, many in counted.items() if _fits(part, chosen))
    facets = [f for at in range(len(FIELDS)) for f in _facets(at, counted, chosen, names)]
    return Answer(ask, total=total, facets=tuple(facets), hints=query.hints)


def _facets(
    at: int,
    counted: Counter[tuple[str, str, str]],
    chosen: tuple[tuple[str, ...], ...],
    names: dict[str, str],
) -> list[Facet]:
    """Return the parts of one field, the largest first; chosen ones stay when they are empty."""
    others = tuple(() if n == at else values for n, values in enumerate(chosen))
    counts = Counter(dict.fromkeys(chosen[at], 0))
    for part, many in counted.items():
        if part[at] and _fits(part, others):
            counts[part[at]] += many
    found = [
        Facet(FIELDS[at], value, names.get(value, value) if at == 0 else value, many)
        for value, many in counts.items()
    ]
    found = [replace(f, chosen=f.value in chosen[at]) for f in found]
    return sorted(found, key=lambda facet: (-facet.count, facet.words))


def _fits(part: tuple[str, ...], chosen: tuple[tuple[str, ...], ...]) -> bool:
    return all(not wanted or own in wanted for own, wanted in zip(part, chosen, strict=True))


def _document(conn: sqlite3.Connection, edition: int | None, names: dict[str, str]) -> str:
    """Return the uid of an edition's document and keep its name."""
    row = conn.execute(
        "SELECT d.uid, coalesce(nullif(e.name, ''), e.title) FROM edition e"
        " JOIN document d ON d.id = e.document WHERE e.id = ?",
        (edition,),
    ).fetchone()
    if row is None:
        return ""
    names[row[0]] = row[1]
    return str(row[0])
