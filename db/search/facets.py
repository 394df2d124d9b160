"""What a query's matches divide into: how many by document, by region, by kind."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from db.model import Answer, Facet
from db.search.narrowing import EDITION, KIND, REGION
from db.search.results import read, readable

if TYPE_CHECKING:
    import sqlite3

    from db.model import Ask

    Part = tuple[str, str, str]

FIELDS = ("document", "region", "kind")
MOST = 200
"""Parts of a field that are told: the largest, and those chosen."""


def count_facets(conn: sqlite3.Connection, ask: Ask) -> Answer:
    """Count a query's matches, and their parts by document, region and kind.

    Every match is looked at, a microsecond each: to be asked for behind the hits. The parts of a
    field are counted among the facets that are chosen in the others.
    """
    with readable():
        query, _, found = read(conn, replace(ask, documents=(), regions=(), kinds=()))
        rows: list[tuple[int | None, str | None, str, int]] = []
        for plan in found:
            groups = f"{EDITION[plan.table]}, {REGION[plan.table]}, {KIND[plan.table]}"
            sql, values = plan.sql(f"{groups}, count(*)", "GROUP BY 1, 2, 3")
            rows += conn.execute(sql, values)
    uids = _documents(conn, {edition for edition, *_ in rows if edition is not None})
    counted: Counter[Part] = Counter()
    for edition, region, kind, many in rows:
        counted[uids.get(edition or 0, ""), region or "", kind] += many
    chosen = (ask.documents, ask.regions, ask.kinds)
    every = not any(chosen)
    total = sum(many for part, many in counted.items() if every or _fits(part, chosen))
    facets = [_facets(at, counted, chosen) for at in range(len(FIELDS))]
    documents = _named(conn, facets[0])
    return Answer(ask, total=total, facets=(*documents, *facets[1], *facets[2]), hints=query.hints)


def _facets(at: int, counted: Counter[Part], chosen: tuple[tuple[str, ...], ...]) -> list[Facet]:
    """Return the parts of one field, the largest first; chosen ones stay when they are empty."""
    others = tuple(() if n == at else values for n, values in enumerate(chosen))
    every = not any(others)
    counts = Counter(dict.fromkeys(chosen[at], 0))
    for part, many in counted.items():
        if part[at] and (every or _fits(part, others)):
            counts[part[at]] += many
    largest = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    kept = [*largest[:MOST], *(item for item in largest[MOST:] if item[0] in chosen[at])]
    return [Facet(FIELDS[at], value, value, many, value in chosen[at]) for value, many in kept]


def _fits(part: tuple[str, ...], chosen: tuple[tuple[str, ...], ...]) -> bool:
    return all(not wanted or own in wanted for own, wanted in zip(part, chosen, strict=True))


def _documents(conn: sqlite3.Connection, editions: set[int]) -> dict[int, str]:
    """Return edition → uid of its document."""
    rows = conn.execute(
        "SELECT e.id, d.uid FROM json_each(?) j CROSS JOIN edition e ON e.id = j.value"
        " JOIN document d ON d.id = e.document",
        (json.dumps(sorted(editions)),),
    )
    return dict(rows.fetchall())


def _named(conn: sqlite3.Connection, documents: list[Facet]) -> list[Facet]:
    """Return the facets of documents with the names of their newest editions, in that order."""
    rows = conn.execute(
        "SELECT d.uid, coalesce(nullif(e.name, ''), e.title) FROM json_each(?) j"
        " CROSS JOIN document d ON d.uid = j.value JOIN edition e ON e.id = (SELECT id FROM edition"
        " WHERE document = d.id ORDER BY position DESC LIMIT 1)",
        (json.dumps([facet.value for facet in documents]),),
    )
    names = dict(rows.fetchall())
    named = [replace(facet, words=names.get(facet.value, facet.value)) for facet in documents]
    return sorted(named, key=lambda facet: (-facet.count, facet.words))
