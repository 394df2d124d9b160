"""`import`: the same as dropping files on the window."""

from __future__ import annotations

import sys
from collections import Counter
from typing import TYPE_CHECKING, Any

from desktop.cli.output import opened, print_facts

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator
    from pathlib import Path

    from desktop.cli.apart import ReadingApart
    from desktop.library import Library


def import_files(args: argparse.Namespace) -> int:
    """Import files and the files of folders; each is told, one that is refused stops no other."""
    from desktop.cli.apart import ReadingApart
    from desktop.library import keeping

    with opened(args) as library:
        files = list(_files(args.files, library.folder))
        if len(files) > 1 and not args.dry_run:
            keeping.back_up(library.folder, "import", if_changed=True)
        with ReadingApart(library.folder) as apart:
            reports = [_import_one(library, apart, f, dry=args.dry_run) for f in files]
    print_facts(args, reports, _told(reports))
    refused = [r for r in reports if r["state"] == "refused"]
    for report in refused:
        print(report["why"], file=sys.stderr)
    return 1 if refused or not reports else 0


def _files(named: list[Path], own: Path) -> Iterator[Path]:
    """Yield the files that are meant, each once; of folders those with the ending of a document."""
    from desktop.library.drafts import files_in

    inside = own.resolve()
    seen: set[Path] = set()
    for path in named:
        is_own = path.resolve().is_relative_to(inside)
        for file in (path,) if is_own else files_in([path], own):
            if file.resolve() not in seen:
                seen.add(file.resolve())
                yield file


def _import_one(library: Library, apart: ReadingApart, file: Path, *, dry: bool) -> dict[str, Any]:
    """Return `{file, state, document, edition, title, nodes, doubts, why}`.

    `state` is imported, edition (a revision of a known document), same or refused; with `dry` it
    says what would be.
    """
    from db.errors import UserError

    report: dict[str, Any] = {"file": str(file), "state": "refused", "document": None}
    report |= {"edition": None, "title": "", "nodes": 0, "doubts": [], "why": ""}
    try:
        offer = library.offer(apart.read(file))
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


def _told(reports: list[dict[str, Any]]) -> Iterator[str]:
    """Yield what became of every file, and of several how many came to what."""
    yield from (line for report in reports for line in _lines(report))
    if len(reports) > 1:
        counts = Counter(r["state"] for r in reports)
        doubtful = sum(bool(r["doubts"]) for r in reports)
        words = [f"{count} {state}" for state, count in sorted(counts.items())]
        yield ", ".join([*words, *([f"{doubtful} with doubts"] if doubtful else [])])
    elif not reports:
        yield "No document was found there."


def _lines(report: dict[str, Any]) -> Iterator[str]:
    told = f"{report['title']}  ({report['nodes']} places)" if report["title"] else ""
    yield f"{report['state']:<9} {report['file']}  {told}".rstrip()
    yield from (f"          ? {doubt}" for doubt in report["doubts"])
