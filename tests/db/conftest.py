"""Editions built by hand, so that the store is tested without the importers, and libraries of them."""

import gc
from contextlib import contextmanager
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import strategies as st

from db import documents
from db.connection import Base
from db.errors import UserError
from db.model import (
    Damage,
    DocumentFacts,
    Node,
    NodeUid,
    Note,
    NoteUid,
    ParsedEdition,
    Reading,
    Zone,
)
from db.notes import save_note


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


ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]))
"""Every plane of Unicode and NUL; no lone surrogates, which no file can hold."""
KINDS = ("section", "region", "task", "article")
LAYERS = ("chrome", "lede", "circular", "plan", "body", "annex")


@st.composite
def editions(draw) -> ParsedEdition:
    """Any edition that an importer may make: a tree with gaps, scars and readings, cut into zones."""
    builder = Builder(draw(st.sampled_from(["A plan", "计划", ""])))
    builder.front(draw(st.text(max_size=20)))
    if draw(st.booleans()):
        builder.add("preamble", "0", "")
        _fill(draw, builder, "0", depth=9, least=2)
    for number in range(draw(st.integers(0, 3))):
        _grow(draw, builder, f"{number + 1}", 0)
    builder.text += draw(st.text(max_size=20))
    return _layered(draw, builder)


def _grow(draw, builder, path, depth) -> None:
    gap, words = draw(st.text(max_size=4)), draw(ANY_TEXT.filter(bool))
    region = draw(st.sampled_from([None, "Qinghai"]))
    builder.add(draw(st.sampled_from(KINDS)), path, words, gap, region=region)
    _fill(draw, builder, path, depth)
    if depth < 2:
        for number in range(draw(st.integers(0, 3))):
            _grow(draw, builder, f"{path}.({number + 1})", depth + 1)


def _fill(draw, builder, path, depth, least=0) -> None:
    for number in range(draw(st.integers(0, 3).map(lambda n: n and max(n, least)))):
        builder.add("clause", f"{path}.{number + 1}", draw(ANY_TEXT.filter(bool)))


def _layered(draw, builder) -> ParsedEdition:
    length = len(builder.text)
    cuts = sorted({0, length, *draw(st.lists(st.integers(0, length), max_size=4))})
    zones = [Zone(draw(st.sampled_from(LAYERS)), a, b) for a, b in pairwise(cuts)]
    spans = st.tuples(st.integers(0, length), st.integers(0, length)).map(sorted)
    scars = tuple(Damage(k, a, b) for k, (a, b) in draw(st.lists(st.tuples(WORD, spans))))
    readings = tuple(
        Reading(t, o, r, "inferred", tuple((a, b) for a, b in printed if a < b))
        for t, o, r, printed in draw(st.lists(st.tuples(WORD, WORD, WORD, st.lists(spans))))
    )
    nodes = tuple(
        replace(n, damage=tuple(d for d in scars if d.start < n.end and d.end > n.start))
        for n in builder.nodes
    )
    built = replace(builder.build(), zones=tuple(zones), nodes=nodes, damage=scars)
    return replace(built, readings=readings, doubts=tuple(draw(st.lists(WORD, max_size=2))))


WORD = st.text(max_size=8)


@contextmanager
def for_a_moment(base, parsed: ParsedEdition):
    """Store an edition, hand out its connection and uid, and take it out again."""
    base.conn.execute("BEGIN")
    try:
        added = documents.add_edition(base.conn, parsed, label="1", now="n")
        yield base.conn, added.edition
    finally:
        base.conn.execute("ROLLBACK")


@pytest.fixture(scope="module")
def shelf(tmp_path_factory):
    """One library for all examples of a module; what they add they take out again."""
    opened = Base.open(tmp_path_factory.mktemp("shelf"))
    yield opened
    opened.close()


@pytest.fixture
def small() -> ParsedEdition:
    """The small plan."""
    return small_plan()


def small_plan() -> ParsedEdition:
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


def save(base, uid, body="x"):
    with base.write() as conn:
        return save_note(conn, Note(NoteUid(uid), body))


def code_of(deed, *words):
    with pytest.raises(UserError) as told:
        deed(*words)
    sentence, code = told.value.sentence, told.value.code
    assert "{" not in sentence
    del told
    gc.collect()  # the traceback would keep the connection open
    return code


@pytest.fixture
def closed(base, stored):
    """The folder of a closed library with a document and a few notes."""
    for number in range(50):
        save(base, str(number), "words " * 100)
    base.close()
    return base.folder
