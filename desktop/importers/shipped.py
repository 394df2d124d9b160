"""The plans that are shipped with the program: a text, its glossary and what is known of both."""

from __future__ import annotations

import csv
import json
import re
from dataclasses import replace
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Any

from db.model import DocumentFacts, Node, ParsedEdition, Reading
from desktop.importers.blocks import Extract, paragraphs_of
from desktop.importers.parse import parse_extract

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

STATUS = {"C": "confirmed", "P": "partly", "I": "inferred", "N": "unseen"}
PLACE = re.compile(r"@(\d+)")


def read_shipped(meta: Path) -> ParsedEdition:
    """Read a plan by its metadata file; the text goes through the same grammar as any other."""
    known: dict[str, Any] = json.loads(meta.read_text("utf-8"))
    original = (meta.parent / known["text"]).read_bytes()
    text = original.decode("utf-8")
    parsed = parse_extract(
        Extract(text, paragraphs_of(text)),
        facts=_facts(known),
        namer=_namer(known["kinds"]),
        file_name=known["text"],
        original=original,
    )
    nodes = tuple(_named(n, known) for n in parsed.nodes)
    glossary = _glossary(meta.parent / known["glossary"], text)
    return replace(parsed, nodes=nodes, readings=(*glossary, *_regions(known, nodes)))


def _facts(known: Mapping[str, Any]) -> DocumentFacts:
    plain = {k: known.get(k, "") for k in ("title", "name", "number", "date", "source", "remark")}
    issuers = tuple(known.get("issuers", ()))
    return DocumentFacts(issuers=issuers, language=known.get("language", ""), **plain)


def _namer(patterns: Sequence[tuple[str, str]]) -> Callable[[str], str]:
    """Return what names the kind of a place: the first pattern of its path that fits."""

    def kind_of(path: str) -> str:
        return next((kind for pattern, kind in patterns if fnmatchcase(path, pattern)), "")

    return kind_of


def _named(node: Node, known: Mapping[str, Any]) -> Node:
    """Give a node its editor's name and the true name of its region."""
    places = {p: r["name"] for r in known["regions"] for p in r["places"]}
    above = [p for p in places if node.path == p or node.path.startswith(f"{p}.")]
    region = places[max(above, key=len)] if above else None
    return replace(node, region=region, name=known["names"].get(node.path, ""))


def _regions(known: Mapping[str, Any], nodes: Sequence[Node]) -> list[Reading]:
    """Make readings of the region headings, so that their true names find them."""
    headings = {n.path: n for n in nodes}
    found: list[Reading] = []
    for region in known["regions"]:
        for path in region["places"]:
            node = headings[path]
            start = node.text.find(region.get("printed", node.text))
            span = (node.start + start, node.start + start + len(region.get("printed", node.text)))
            term = node.text[start : start + span[1] - span[0]]
            found.append(Reading(term, region["original"], region["name"], "confirmed", (span,)))
    return found


def _glossary(file: Path, text: str) -> list[Reading]:
    """Read the glossary table; a term is looked for at each of its places."""
    with file.open(encoding="utf-8", newline="") as table:
        rows = list(csv.reader(table, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [_reading(row, text) for row in rows[1:] if len(row) >= 4]


def _reading(row: Sequence[str], text: str) -> Reading:
    term, original, meaning, status, *where = row
    places = [int(at) for at in PLACE.findall(where[0])] if where else []
    spans = tuple(s for s in (_printed(text, term, at) for at in places) if s)
    return Reading(term, original, meaning, STATUS.get(status, "inferred"), spans)


def _printed(text: str, term: str, at: int) -> tuple[int, int] | None:
    """Return where the term is printed near a place; the place may name an inner word."""
    near = text.find(term, max(0, at - len(term)), at + len(term) + 8)
    return (near, near + len(term)) if near >= 0 else None
