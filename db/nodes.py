"""Load nodes, their layers and the pages of the reader; `documents.py` stores them."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from db.documents import PIECE, load_length, load_text
from db.errors import UserError
from db.model import Damage, EditionUid, Node, NodeUid, Reading, Unit, Zone, whole
from db.pages import AROUND, MAIN_ZONES

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

COLUMNS = (
    'n.uid, n.kind, n.path, n.label, n.start, n."end", n.depth, n.parent, n.zone,'
    " coalesce(n.region, (SELECT nullif(region, '') FROM edition WHERE id = n.edition)),"
    " n.name, n.id"
)
OF_EDITION = "n.edition = (SELECT id FROM edition WHERE uid = ?)"
AT_PATH = f"{OF_EDITION} AND n.path = ?"
ON_PAGE = f"""n.id IN (SELECT n.id FROM node n WHERE {OF_EDITION} AND n.page = ?
    UNION SELECT n.id FROM node n WHERE {OF_EDITION} AND n.parent = ?)"""
"""Not one OR, and no edition beside it: SQLite would read all nodes of the edition."""
MARK = 8
"""The printed mark before a page's first words may be scarred too (`two。`)."""
FAR = 4
"""Nodes that lie more than this many times their own words apart are cut one by one."""


def _load(
    conn: sqlite3.Connection, edition: EditionUid, where: str, values: Sequence[object]
) -> tuple[Node, ...]:
    """Return the nodes of one edition that fit in document order, with their words and damage."""
    sql = f"SELECT {COLUMNS} FROM node n WHERE {where} ORDER BY n.ord"
    rows = conn.execute(sql, values).fetchall()
    if not rows:
        return ()
    scars = _damage_of(conn, [row[11] for row in rows])
    words = _words_of(conn, edition, [(r[4], r[5]) for r in rows])
    return tuple(
        _node(row, text, tuple(scars.get(row[11], ())))
        for row, text in zip(rows, words, strict=True)
    )


def _words_of(
    conn: sqlite3.Connection, edition: EditionUid, spans: Sequence[tuple[int, int]]
) -> list[str]:
    """Cut every span from the source: all from one stretch, or each alone when they lie far apart.

    The headings of the top level of a long document must not cost its whole text.
    """
    begin, stop = min(s for s, _ in spans), max(e for _, e in spans)
    if stop - begin > FAR * (sum(e - s for s, e in spans) + PIECE * len(spans)):
        return [load_text(conn, edition, s, e) for s, e in spans]
    source = load_text(conn, edition, begin, stop)
    return [source[s - begin : e - begin] for s, e in spans]


def _node(row: Sequence[Any], text: str, damage: tuple[Damage, ...]) -> Node:
    uid, kind, path, label, start, end, depth, parent, zone, region, name, _ = row
    return Node(
        *(uid, kind, path, label, start, end, text, depth, parent, zone, region, name, damage)
    )


def _damage_of(conn: sqlite3.Connection, nodes: Sequence[int]) -> dict[int, list[Damage]]:
    rows = conn.execute(
        'SELECT d.node, d.kind, d.start, d."end" FROM json_each(?) j CROSS JOIN node_damage d'
        " WHERE d.node = j.value ORDER BY d.node, d.ord",
        (json.dumps(nodes),),
    )
    scars: dict[int, list[Damage]] = {}
    for node, kind, start, end in rows.fetchall():
        scars.setdefault(node, []).append(Damage(kind, start, end))
    return scars


def load_nodes(conn: sqlite3.Connection, edition: EditionUid) -> tuple[Node, ...]:
    """Return all nodes of an edition in document order."""
    return _load(conn, edition, OF_EDITION, (edition,))


def load_children(conn: sqlite3.Connection, edition: EditionUid, parent: str) -> tuple[Node, ...]:
    """Return the nodes right below a path; '' is the top level."""
    return _load(conn, edition, f"{OF_EDITION} AND n.parent = ?", (edition, parent))


def load_node(conn: sqlite3.Connection, uid: NodeUid) -> Node | None:
    """Return a node by its uid."""
    edition = edition_of(conn, uid)
    found = _load(conn, edition, "n.uid = ?", (uid,)) if edition else ()
    return found[0] if found else None


def edition_of(conn: sqlite3.Connection, node: NodeUid) -> EditionUid | None:
    """Return the edition that a node belongs to."""
    row = conn.execute(
        "SELECT e.uid FROM node n JOIN edition e ON e.id = n.edition WHERE n.uid = ?",
        (whole(node),),
    ).fetchone()
    return EditionUid(row[0]) if row else None


def find_nodes(
    conn: sqlite3.Connection, path: str, edition: EditionUid | None = None
) -> list[tuple[EditionUid, Node]]:
    """Return the nodes at a path: of one edition, or of the newest edition of every document."""
    path = whole(path)
    editions = [edition] if edition else _editions_with(conn, path)
    found = ((e, _load(conn, e, AT_PATH, (e, path))) for e in editions)
    return [(e, nodes[0]) for e, nodes in found if nodes]


def _editions_with(conn: sqlite3.Connection, path: str) -> list[EditionUid]:
    rows = conn.execute(
        "SELECT e.uid FROM node n JOIN edition e ON e.id = n.edition"
        " JOIN document d ON d.id = e.document WHERE n.path = ? AND d.removed = ''"
        " AND e.position = (SELECT max(position) FROM edition WHERE document = d.id) ORDER BY d.id",
        (path,),
    )
    return [EditionUid(row[0]) for row in rows.fetchall()]


def node_at(conn: sqlite3.Connection, edition: EditionUid, offset: int) -> Node | None:
    """Return the deepest node at an offset: a heading in its own words, else whose extent holds it.

    The last node that begins at or before the offset, or the nearest above it that reaches so far.
    """
    row = conn.execute(
        f"SELECT n.edition, n.path, n.parent, n.extent FROM node n WHERE {OF_EDITION}"
        " AND n.start <= ? ORDER BY n.start DESC, n.ord DESC LIMIT 1",
        (edition, offset),
    ).fetchone()
    while row and row[3] <= offset:
        row = conn.execute(
            "SELECT edition, path, parent, extent FROM node WHERE path = ? AND edition = ?",
            (row[2], row[0]),
        ).fetchone()
    found = _load(conn, edition, AT_PATH, (edition, row[1])) if row else ()
    return found[0] if found else None


def extent(conn: sqlite3.Connection, edition: EditionUid, path: str) -> tuple[int, int]:
    """Return from the node's start to the end of the last node below it; '' is the whole text."""
    if not path:
        return 0, load_length(conn, edition)
    row = conn.execute(
        f"SELECT n.start, n.extent FROM node n WHERE {AT_PATH}", (edition, path)
    ).fetchone()
    if row is None:
        raise UserError("place-unknown", place=path)
    return int(row[0]), int(row[1])


# layers


def load_zones(conn: sqlite3.Connection, edition: EditionUid) -> tuple[Zone, ...]:
    """Return the zones in order; concatenated they are the source text."""
    rows = conn.execute(
        f'SELECT n.zone, n.start, n."end" FROM zone n WHERE {OF_EDITION} ORDER BY n.ord',
        (edition,),
    )
    return tuple(Zone(*row) for row in rows.fetchall())


def load_damage(conn: sqlite3.Connection, edition: EditionUid) -> tuple[Damage, ...]:
    """Return the marks that the importer put on the edition; nodes carry their own."""
    rows = conn.execute(
        f'SELECT n.kind, n.start, n."end" FROM damage n WHERE {OF_EDITION} ORDER BY n.ord',
        (edition,),
    )
    return tuple(Damage(*row) for row in rows.fetchall())


def load_scars(conn: sqlite3.Connection, edition: EditionUid) -> tuple[Damage, ...]:
    """Return every damage mark, of the edition and of its nodes, by place."""
    rows = conn.execute(
        f'SELECT n.kind, n.start, n."end" FROM damage n WHERE {OF_EDITION}'
        ' UNION SELECT s.kind, s.start, s."end" FROM node_damage s JOIN node n ON n.id = s.node'
        f" WHERE {OF_EDITION} ORDER BY 2, 3, 1",
        (edition, edition),
    )
    return tuple(Damage(*row) for row in rows.fetchall())


def load_readings(
    conn: sqlite3.Connection, edition: EditionUid, start: int = 0, end: int | None = None
) -> tuple[Reading, ...]:
    """Return the glossary readings that are printed between two offsets, each with all its spans.

    Without an end also those that are printed nowhere.
    """
    rows = conn.execute(
        'SELECT n.id, n.term, n.original, n.reading, n.status, s.start, s."end"'
        " FROM reading n LEFT JOIN reading_span s ON s.reading = n.id"
        f" WHERE {OF_EDITION} ORDER BY n.ord, s.ord",
        (edition,),
    )
    found: dict[int, Reading] = {}
    for row, *words, first, last in rows.fetchall():
        known = found.setdefault(row, Reading(*words))
        if first is not None:
            found[row] = replace(known, spans=(*known.spans, (first, last)))
    if end is None:
        return tuple(found.values())
    return tuple(r for r in found.values() if any(a < end and b > start for a, b in r.spans))


# pages


def unit_path(conn: sqlite3.Connection, edition: EditionUid, path: str) -> str:
    """Return the path of the page that shows a path; '' when there is no such place."""
    if path == AROUND:
        return AROUND
    row = conn.execute(f"SELECT n.page FROM node n WHERE {AT_PATH}", (edition, path)).fetchone()
    return str(row[0]) if row else ""


def unit_paths(conn: sqlite3.Connection, edition: EditionUid) -> tuple[str, ...]:
    """Return the pages of an edition in reading order."""
    rows = conn.execute(f"SELECT n.path FROM page n WHERE {OF_EDITION} ORDER BY n.ord", (edition,))
    return tuple(row[0] for row in rows.fetchall())


def load_unit(conn: sqlite3.Connection, edition: EditionUid, path: str) -> Unit:
    """Return the page that shows a path; a split node shows its heading and what is right below."""
    page = unit_path(conn, edition, path)
    if page in ("", AROUND):
        return _around(conn, edition)
    nodes = _load(conn, edition, ON_PAGE, (edition, page, edition, page))
    start = min(n.start for n in nodes)
    end = max(n.end for n in nodes)
    scars = load_damage(conn, edition)
    return Unit(
        edition=edition,
        path=page,
        nodes=nodes,
        source=load_text(conn, edition, start, end),
        start=start,
        end=end,
        trail=_trail(conn, edition, page),
        damage=tuple(d for d in scars if d.start < end and d.end > start - MARK),
        readings=load_readings(conn, edition, start, end),
    )


def _trail(conn: sqlite3.Connection, edition: EditionUid, path: str) -> tuple[Node, ...]:
    found: list[Node] = []
    while path:
        fits = _load(conn, edition, AT_PATH, (edition, path))
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
