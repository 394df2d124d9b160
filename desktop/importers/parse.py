"""From paragraphs to a `ParsedEdition`: zones, title, outline, damage; for every format."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from db.model import ParsedEdition
from desktop.importers.damage import fused_signatures, mark_damage
from desktop.importers.facts import find_facts, memo_subject
from desktop.importers.outline import read_outline
from desktop.importers.parts import find_parts
from desktop.importers.stacked import unstack
from desktop.importers.titles import mark_title
from desktop.importers.zones import join_zones, name_zones

if TYPE_CHECKING:
    from db.model import DocumentFacts
    from desktop.importers.blocks import Extract
    from desktop.importers.outline import Namer

MAIN = ("plan", "body", "annex")


def parse_extract(
    extract: Extract,
    *,
    facts: DocumentFacts | None = None,
    namer: Namer | None = None,
    file_name: str = "",
    original: bytes = b"",
) -> ParsedEdition:
    """Return the edition that the paragraphs of a file make."""
    everything = unstack(extract.blocks)
    names = name_zones(everything, extract.title)
    body = [n for n, name in enumerate(names) if name in MAIN]
    blocks, title = mark_title([everything[n] for n in body], extract.title)
    zones = [names[n] for n in body]
    nodes, doubts = read_outline(extract.text, blocks, zones, namer, find_parts(blocks))
    first = next((n.start for n in nodes if n.kind not in ("preamble", "clause")), 3000)
    letter = [everything[n] for n, name in enumerate(names) if name == "circular"]
    around = extract.text[:first]
    known = facts or find_facts(memo_subject(around) or title, around, extract.text)
    return ParsedEdition(
        facts=known
        if known.title
        else replace(known, title=file_name.rpartition(".")[0] or file_name),
        text=extract.text,
        nodes=mark_damage(extract.text, nodes, blocks),
        zones=join_zones(extract.text, everything, names),
        damage=fused_signatures(letter),
        doubts=(*extract.doubts, *doubts),
        file_name=file_name,
        original=original,
    )
