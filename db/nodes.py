"""Load nodes, their layers and the pages of the reader; `documents.py` stores them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from db.documents import load_text
from db.model import Damage, EditionUid, Node, NodeUid, Reading, Unit, Zone
from db.pages import AROUND, MAIN_ZONES

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

COLUMNS = (
    'n.uid, n.kind, n.path, n.label, n.start, n."end", n.depth, n.parent, n.zone, n.region, n.name,'
    " n.id"
)
OF_EDITION = "n.edition = (SELECT id FROM edition WHERE uid = ?)"


def _load(
    conn: sqlite3.Connection, edition: EditionUid, where: str, values: Sequence[object]
) -> tuple[Node, ...]:
    """Return the nodes that fit in document order, with their words and damage."""
    sql = f"SELECT {COLUMNS} FROM node n WHERE {OF_EDITION} AND {where} ORDER BY n.ord"
    rows = conn.execute(sql, (edition, *values)).fetchall()
    if not rows:
        return ()
    scars = _damage_of(conn, edition, where, values)
    begin = min(r[4] for r in rows)
    source = load_text(conn, edition, begin, max(r[5] for r in rows))
    return tuple(
        _node(row, source[row[4] - begin : row[5] - begin], tuple(scars.get(row[11], ())))
        for row in rows
    )


def _node(row: Sequence[object], text: str, damage: tuple[Damage, ...]) -> Node:
    uid, kind, path, label, start, end, depth, parent, zone, region, name, _ = row
    return Node(
        uid=NodeUid(str(uid)),
        kind=str(kind),
        path=str(path),
        label=str(label),
        start=int(str(start)),
        end=int(str(end)),
        text=text,
        depth=int(str(depth)),
        parent=str(parent),
        zone=str(zone),
        region=None if region is None else str(region),
        name=str(name),
        damage=damage,
    )


def _damage_of(
    conn: sqlite3.Connection, edition: EditionUid, where: str, values: Sequence[object]
) -> dict[int, list[Damage]]:
    rows = conn.execute(
        'SELECT d.node, d.kind, d.start, d."end" FROM damage d JOIN node n ON n.id = d.node'
        f" WHERE {OF_EDITION} AND {where} ORDER BY d.ord",
        (edition, *values),
    )
    scars: dict[int, list[Damage]] = {}
    for node, kind, start, end in rows:
        scars.setdefault(node, []).append(Damage(kind, start, end))
    return scars


def load_nodes(conn: sqlite3.Connection, edition: EditionUid) -> tuple[Node, ...]:
    """Return all nodes of an edition in document order."""
    return _load(conn, edition, "1", ())


def load_children(conn: sqlite3.Connection, edition: EditionUid, parent: str) -> tuple[Node, ...]:
    """Return the nodes right below a path; '' is the top level."""
    return _load(conn, edition, "n.parent = ?", (parent,))


def load_node(conn: sqlite3.Connection, uid: NodeUid) -> Node | None:
    """Return a node by its uid."""
    edition = edition_of(conn, uid)
    found = _load(conn, edition, "n.uid = ?", (uid,)) if edition else ()
    return found[0] if found else None


def edition_of(conn: sqlite3.Connection, node: NodeUid) -> EditionUid | None:
    """Return the edition that a node belongs to."""
    row = conn.execute(
        "SELECT e.uid FROM node n JOIN edition e ON e.id = n.edition WHERE n.uid = ?", (node,)
    ).fetchone()
    return EditionUid(row[0]) if row else None


def find_nodes(
    conn: sqlite3.Connection, path: str, edition: EditionUid | None = None
) -> list[tuple[EditionUid, Node]]:
    """Return the nodes at a path: of one edition, or of the newest edition of every document."""
    editions = [edition] if edition else _editions_with(conn, path)
    found = ((e, _load(conn, e, "n.path = ?", (path,))) for e in editions)
    return [(e, nodes[0]) for e, nodes in found if nodes]


def _editions_with(conn: sqlite3.Connection, path: str) -> list[EditionUid]:
    rows = conn.execute(
        "SELECT e.uid FROM node n JOIN edition e ON e.id = n.edition"
        " JOIN document d ON d.id = e.document WHERE n.path = ? AND d.removed = ''"
        " AND e.id = (SELECT max(id) FROM edition WHERE document = d.id) ORDER BY d.id",
        (path,),
    )
    return [EditionUid(row[0]) for row in rows]


def node_at(conn: sqlite3.Connection, edition: EditionUid, offset: int) -> Node | None:
    """Return the last node that begins at or before an offset and whose extent holds it."""
    rows = conn.execute(
        f"SELECT n.uid FROM node n WHERE {OF_EDITION} AND n.start <= ? AND n.extent > ?"
        " ORDER BY n.ord DESC LIMIT 1",
        (edition, offset, offset),
    ).fetchone()
    return load_node(conn, NodeUid(rows[0])) if rows else None


def extent(conn: sqlite3.Connection, edition: EditionUid, path: str) -> tuple[int, int]:
    """Return from the node's start to the end of the last node at or below it."""
    row = conn.execute(
        f"SELECT n.start, n.extent FROM node n WHERE {OF_EDITION} AND n.path = ?", (edition, path)
    ).fetchone()
    return (int(row[0]), int(row[1])) if row else (0, 0)


# layers


def load_zones(conn: sqlite3.Connection, edition: EditionUid) -> tuple[Zone, ...]:
    """Return the zones in order; concatenated they are the source text."""
    rows = conn.execute(
        f'SELECT n.zone, n.start, n."end" FROM zone n WHERE {OF_EDITION} ORDER BY n.start',
        (edition,),
    )
    return tuple(Zone(*row) for row in rows)


def load_damage(conn: sqlite3.Connection, edition: EditionUid) -> tuple[Damage, ...]:
    """Return every damage mark, inside and outside the nodes."""
    rows = conn.execute(
        f'SELECT n.kind, n.start, n."end" FROM damage n WHERE {OF_EDITION} ORDER BY n.ord',
        (edition,),
    )
    return tuple(Damage(*row) for row in rows)


def load_readings(
    conn: sqlite3.Connection, edition: EditionUid, start: int = 0, end: int | None = None
) -> tuple[Reading, ...]:
    """Return the readings that are printed between two offsets, each with all its spans."""
    rows = conn.execute(
        'SELECT n.id, n.term, n.original, n.reading, n.status, s.start, s."end"'
        " FROM reading n LEFT JOIN reading_span s ON s.reading = n.id"
        f" WHERE {OF_EDITION} ORDER BY n.id, s.start",
        (edition,),
    ).fetchall()
    spans: dict[int, list[tuple[int, int]]] = {}
    facts: dict[int, tuple[str, str, str, str]] = {}
    for row, term, original, reading, status, first, last in rows:
        facts[row] = (term, original, reading, status)
        if first is not None:
            spans.setdefault(row, []).append((first, last))
    found = (Reading(*fact, tuple(spans.get(row, ()))) for row, fact in facts.items())
    if end is None:
        return tuple(found)
    return tuple(r for r in found if any(a < end and b > start for a, b in r.spans))


# pages


def unit_path(conn: sqlite3.Connection, edition: EditionUid, path: str) -> str:
    """Return the path of the page that shows a path; '' when there is no such place."""
    if path == AROUND:
        return AROUND
    row = conn.execute(
        f"SELECT n.page FROM node n WHERE {OF_EDITION} AND n.path = ?", (edition, path)
    ).fetchone()
    return str(row[0]) if row else ""


def unit_paths(conn: sqlite3.Connection, edition: EditionUid) -> tuple[str, ...]:
    """Return the pages of an edition in reading order."""
    rows = conn.execute(f"SELECT n.path FROM page n WHERE {OF_EDITION} ORDER BY n.ord", (edition,))
    return tuple(row[0] for row in rows)


def load_unit(conn: sqlite3.Connection, edition: EditionUid, path: str) -> Unit:
    """Return the page that shows a path; a split node shows its heading and what is right below."""
    page = unit_path(conn, edition, path)
    if page in ("", AROUND):
        return _around(conn, edition)
    nodes = _load(conn, edition, "(n.page = ? OR n.parent = ?)", (page, page))
    start = min(n.start for n in nodes)
    end = max(n.end for n in nodes)
    scars = tuple(d for d in load_damage(conn, edition) if d.start < end and d.end > start - 8)
    return Unit(
        edition=edition,
        path=page,
        nodes=nodes,
        source=load_text(conn, edition, start, end),
        start=start,
        end=end,
        trail=_trail(conn, edition, page),
        damage=scars,
        readings=load_readings(conn, edition, start, end),
    )


def _trail(conn: sqlite3.Connection, edition: EditionUid, path: str) -> tuple[Node, ...]:
    found: list[Node] = []
    while path:
        fits = _load(conn, edition, "n.path = ?", (path,))
        found += fits
        path = fits[0].parent if fits else ""
    return tuple(reversed(found))


def _around(conn: sqlite3.Connection, edition: EditionUid) -> Unit:
    zones = tuple(z for z in load_zones(conn, edition) if z.zone not in MAIN_ZONES)
    start = min((z.start for z in zones), default=0)
    end = max((z.end for z in zones), default=0)
    unit = Unit(edition, AROUND, (), load_text(conn, edition, start, end), start, end, zones=zones)
    scars = load_damage(conn, edition)
    inside = tuple(d for d in scars if any(z.start <= d.start < z.end for z in zones))
    return replace(unit, damage=inside, readings=load_readings(conn, edition, start, end))
