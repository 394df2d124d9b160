"""`library`, `tree`, `zones` and `show`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.cli.output import note_facts, note_lines, opened, print_facts

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from db.model import Node, Note


def tell_library(args: argparse.Namespace) -> int:
    """Tell where the data is and what is in it."""
    with opened(args) as library:
        facts = library.facts()
    known = {
        "folder": str(facts.folder),
        "file": str(facts.file),
        "schema": facts.schema,
        "size": facts.size,
        "documents": [
            {
                "uid": d.uid,
                "name": d.name,
                "title": d.facts.title,
                "number": d.facts.number,
                "date": d.facts.date,
                "region": d.facts.region,
                "group": d.group,
                "edition": d.label,
                "nodes": d.nodes,
                "notes": d.notes,
            }
            for d in facts.documents
        ],
        "notes": facts.notes,
        "memos": facts.memos,
    }
    print_facts(args, known, _library_lines(known))
    return 0


def _library_lines(known: dict[str, object]) -> Iterator[str]:
    yield f"Library: {known['file']}"
    documents = known["documents"]
    assert isinstance(documents, list)
    for one in documents:
        yield f"  {one['name']}@{one['edition']}: {one['nodes']} places, {one['notes']} notes"
        yield f"    {one['title']} {one['number']}".rstrip()
    yield f"Notes: {known['notes']}   Memos: {known['memos']}"


def _node_facts(node: Node) -> dict[str, object]:
    return {
        "uid": node.uid,
        "kind": node.kind,
        "path": node.path,
        "label": node.label,
        "text": node.text,
        "start": node.start,
        "end": node.end,
        "zone": node.zone,
        "region": node.region,
        "damage": [{"kind": d.kind, "start": d.start, "end": d.end} for d in node.damage],
    }


def tree(args: argparse.Namespace) -> int:
    """List the nodes that have words of their own; the preamble `0` only holds its clauses."""
    with opened(args) as library:
        nodes = [n for n in library.nodes(library.edition(args.document)) if n.end > n.start]
    print_facts(args, [_node_facts(n) for n in nodes], map(_node_line, nodes))
    return 0


def _node_line(node: Node) -> str:
    scars = "".join(f"  [{d.kind}]" for d in node.damage)
    return f"{'  ' * node.depth}{node.path}  {' '.join(node.title.split())}{scars}"


def zones(args: argparse.Namespace) -> int:
    """List the zones of an edition; concatenated they are its text."""
    with opened(args) as library:
        zones = library.zones(library.edition(args.document))
    facts = [{"zone": z.zone, "start": z.start, "end": z.end} for z in zones]
    print_facts(args, facts, (f"{z.start:>8} {z.end:>8}  {z.zone}" for z in zones))
    return 0


def show(args: argparse.Namespace) -> int:
    """Print one place, its citation and its notes."""
    with opened(args) as library:
        place = library.place(args.place)
        edition = library.edition_of(place.node)
        notes = library.notes_at(place.node)
        cited = library.cite(edition, place.node.path)
    facts = _node_facts(place.node) | {"citation": cited, "notes": list(map(note_facts, notes))}
    print_facts(args, facts, _show_lines(place.node, cited, notes))
    return 0


def _show_lines(node: Node, cited: str, notes: tuple[Note, ...]) -> Iterator[str]:
    yield f"{node.path}  {node.kind}" + (f"  {node.region}" if node.region else "")
    yield node.text
    yield f"— {cited}"
    for scar in node.damage:
        yield f"Damage: {scar.kind} at {scar.start}–{scar.end}"
    for note in notes:
        yield ""
        yield from note_lines(note)
