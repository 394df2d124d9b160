"""`import`: the same as dropping files on the window."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from desktop.cli.output import opened, print_facts

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator
    from pathlib import Path

    from desktop.library import Library


def import_files(args: argparse.Namespace) -> int:
    """Import files and the files of folders; each is told, one that is refused stops no other."""
    from desktop.library import keeping

    with opened(args) as library:
        files = list(_files(args.files))
        if len(files) > 1 and not args.dry_run:
            keeping.back_up(library.folder, "import", if_changed=True)
        reports = [_import_one(library, f, dry=args.dry_run) for f in files]
    print_facts(args, reports, (line for report in reports for line in _lines(report)))
    refused = [r for r in reports if r["state"] == "refused"]
    for report in refused:
        print(report["why"], file=sys.stderr)
    return 1 if refused or not reports else 0


def _files(named: list[Path]) -> Iterator[Path]:
    for path in named:
        if path.is_dir():
            yield from sorted(p for p in path.rglob("*") if p.is_file() and p.name[0] != ".")
        else:
            yield path


def _import_one(library: Library, file: Path, *, dry: bool) -> dict[str, Any]:
    """Return `{file, state, document, edition, title, nodes, doubts, why}`.

    `state` is imported, edition (a revision of a known document), same or refused; with `dry` it
    says what would be.
    """
    from db.errors import UserError

    report: dict[str, Any] = {"file": str(file), "state": "refused", "document": None}
    report |= {"edition": None, "title": "", "nodes": 0, "doubts": [], "why": ""}
    try:
        offer = library.offer(library.read(file))
        document = offer.document
        if offer.kind != "same" and not dry:
            owner = offer.document.uid if offer.document else None
            document = library.keep(offer.parsed, document=owner)
    except UserError as error:
        return report | {"why": error.sentence}
    facts = offer.parsed.facts
    return report | {
        "state": {"new": "imported"}.get(offer.kind, offer.kind),
        "document": document.uid if document else None,
        "edition": document.label if document else None,
        "title": facts.title,
        "nodes": sum(n.end > n.start for n in offer.parsed.nodes),
        "doubts": list(offer.parsed.doubts),
    }


def _lines(report: dict[str, Any]) -> Iterator[str]:
    told = f"{report['title']}  ({report['nodes']} places)" if report["title"] else ""
    yield f"{report['state']:<9} {report['file']}  {told}".rstrip()
    yield from (f"          ? {doubt}" for doubt in report["doubts"])
