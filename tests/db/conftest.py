"""Editions built by hand, so that the store is tested without the importers."""

from dataclasses import replace

import pytest

from db import documents
from db.connection import Base
from db.model import Damage, DocumentFacts, Node, NodeUid, ParsedEdition, Reading, Zone


class Builder:
    """Writes a text and its nodes side by side: `section("I", "Head")`, `clause("Words.")`."""

    def __init__(self, title: str = "A plan") -> None:
        self.facts = DocumentFacts(title, name=title, number="No. 1", issuers=("A", "B"))
        self.text, self.nodes, self.around = "", [], 0

    def front(self, words: str) -> "Builder":
        self.text += words
        self.around = len(self.text)
        return self

    def add(self, kind: str, path: str, words: str, mark: str = "", **facts) -> "Builder":
        parent, _, label = path.rpartition(".")
        self.text += mark
        start = len(self.text)
        self.text += words
        node = Node(
            *(NodeUid(""), kind, path, label, start, len(self.text), words),
            **{"depth": path.count("."), "parent": parent, "zone": "plan", **facts},
        )
        self.nodes.append(node)
        self.text += "\n"
        return self

    def build(self) -> ParsedEdition:
        zones = (Zone("chrome", 0, self.around), Zone("plan", self.around, len(self.text)))
        return ParsedEdition(
            facts=self.facts,
            text=self.text,
            nodes=tuple(self.nodes),
            zones=tuple(z for z in zones if z.end > z.start),
            original=self.text.encode(),
            file_name="plan.txt",
        )


@pytest.fixture
def small() -> ParsedEdition:
    """Two sections, one with two regions; damage, a reading, a preamble, chrome before."""
    built = (
        Builder()
        .front("Home / News\n")
        .add("preamble", "0", "")
        .add("clause", "0.1", "Why this plan 𠮷.")
        .add("section", "I", "Aims", "I. ")
        .add("clause", "I.1", "Do more.")
        .add("section", "II", "Tasks", "II. ")
        .add("region", "II.(1)", "aid the youth", "(1) ", region="Qinghai", name="Qinghai")
        .add("task", "II.(1).1", "Salt.", "1. ", region="Qinghai")
        .add("clause", "II.(1).1.1", "Dig the salt lake.", region="Qinghai")
        .add("region", "II.(2)", "the west", "(2) ", region="West")
        .add("clause", "II.(2).1", "Walk\u00a0there.", region="West")
        .build()
    )
    salt = next(n for n in built.nodes if n.path == "II.(1).1.1")
    scar = Damage("cut", salt.end - 5, salt.end)
    nodes = tuple(replace(n, damage=(scar,)) if n is salt else n for n in built.nodes)
    youth = built.text.index("aid the youth")
    reading = Reading(
        "aid the youth", "援青", "aid for Qinghai", "confirmed", ((youth, youth + 13),)
    )
    front = Damage("fused", 0, 4)
    return replace(built, nodes=nodes, damage=(front, scar), readings=(reading,))


@pytest.fixture
def base(tmp_path):
    """An empty library."""
    opened = Base.open(tmp_path / "library")
    yield opened
    opened.close()


@pytest.fixture
def stored(base, small):
    """The small edition, stored; use with `base`."""
    with base.write() as conn:
        return documents.add_edition(conn, small, label="2022", now="2026-01-01T00:00:00.000Z")
