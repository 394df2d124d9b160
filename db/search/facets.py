"""What a query's matches divide into: how many by document, by region, by kind."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from db.search.plan import Options
from db.search.results import read, readable
from db.search.tables import AROUND, NODES, NOTES

if TYPE_CHECKING:
    import sqlite3

GROUPS = {
    NODES: "n.edition, n.region, n.kind",
    NOTES: "a.edition, p.region, 'note'",
    AROUND: "n.edition, NULL, n.zone",
}


@dataclass(frozen=True, slots=True)
class Facet:
    """One part of the matches; adding `narrow` to the query leaves only this part."""

    name: str
    count: int
    narrow: str


@dataclass(frozen=True, slots=True)
class Facets:
    """The parts of the matches, the largest first."""

    documents: tuple[Facet, ...] = ()
    regions: tuple[Facet, ...] = ()
    kinds: tuple[Facet, ...] = ()


def count_facets(
    conn: sqlite3.Connection,
    query: str,
    *,
    typing: bool = False,
    related: bool = False,
    glossary: bool = True,
    zones: tuple[str, ...] = (),
) -> Facets:
    """Count a query's matches by document, region and kind.

    Every match is looked at, a microsecond each: to be asked for behind the hits.
    """
    options = Options(typing=typing, related=related, glossary=glossary, zones=zones)
    editions, regions, kinds = Counter[int](), Counter[str](), Counter[str]()
    with readable():
        for plan in read(conn, query, options)[1]:
            group = GROUPS[plan.table]
            sql, values = plan.sql(f"{group}, count(*)", "GROUP BY 1, 2, 3")
            for edition, region, kind, many in conn.execute(sql, values):
                editions[edition or 0] += many
                regions[region or ""] += many
                kinds[kind] += many if plan.table != AROUND else 0
        documents = _documents(conn, editions)
    return Facets(
        documents,
        tuple(Facet(r, n, f'region:"{r}"') for r, n in _largest(regions) if r),
        tuple(Facet(k, n, f"kind:{k}") for k, n in _largest(kinds) if n),
    )


def _largest(counts: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def _documents(conn: sqlite3.Connection, editions: Counter[int]) -> tuple[Facet, ...]:
    found: list[Facet] = []
    for edition, many in editions.items():
        row = conn.execute(
            "SELECT coalesce(nullif(e.name, ''), e.title), d.uid FROM edition e"
            " JOIN document d ON d.id = e.document WHERE e.id = ?",
            (edition,),
        ).fetchone()
        if row:
            found.append(Facet(row[0], many, f"doc:{row[1]}"))
    return tuple(sorted(found, key=lambda facet: (-facet.count, facet.name)))
