"""Editions come back byte for byte with all their layers; pages are what a reader expects."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db import documents, nodes
from db.connection import Base
from db.documents import PIECE
from db.errors import UserError
from db.model import DocumentFacts, ParsedEdition, Zone, node_uid, text_hash
from db.pages import AROUND, page_paths
from tests.db.conftest import Builder


def test_every_layer_comes_back(base, stored, small):
    conn, edition = base.conn, stored.edition
    assert documents.load_whole_text(conn, edition) == small.text
    assert nodes.load_zones(conn, edition) == small.zones
    assert nodes.load_damage(conn, edition) == small.damage
    assert nodes.load_readings(conn, edition) == small.readings
    assert documents.load_original(conn, edition) == ("plan.txt", small.original)
    loaded = nodes.load_nodes(conn, edition)
    assert [replace(n, uid="") for n in loaded] == [replace(n, uid="") for n in small.nodes]


def test_uids_come_from_the_text_and_the_path(base, stored, small):
    sha256 = text_hash(small.text)
    for node in nodes.load_nodes(base.conn, stored.edition):
        assert node.uid == node_uid(sha256, node.path)
        assert nodes.load_node(base.conn, node.uid) == node


def test_a_document_tells_its_facts_and_counts(base, stored, small):
    assert documents.load_documents(base.conn) == (stored,)
    assert stored.facts == small.facts
    assert stored.nodes == len([n for n in small.nodes if n.text])
    assert documents.load_source(base.conn, stored.edition).sha256 == text_hash(small.text)


def test_a_second_edition_is_the_newest_and_the_old_one_stays(base, stored, small):
    revised = replace(
        small, text=small.text + "More.\n", zones=(Zone("plan", 0, len(small.text) + 6),)
    )
    with base.write() as conn:
        documents.add_edition(conn, revised, label="2023", now="n", document=stored.uid)
    (document,) = documents.load_documents(base.conn)
    assert document.label == "2023"
    assert documents.load_editions(base.conn, stored.uid) == (
        (document.edition, "2023"),
        (stored.edition, "2022"),
    )
    assert documents.load_whole_text(base.conn, stored.edition) == small.text
    assert [e for e, _ in nodes.find_nodes(base.conn, "I.1")] == [document.edition]
    assert nodes.find_nodes(base.conn, "I.1", stored.edition)[0][1].text == "Do more."


def test_every_edition_keeps_its_own_facts(base, stored, small):
    facts = DocumentFacts(
        "Revised plan", number="No. 2", date="2023", issuers=("C",), language="zh", region="Qinghai"
    )
    with base.write() as conn:
        revised = replace(small, text=small.text + "More.\n", facts=facts)
        newer = documents.add_edition(conn, revised, label="2023", now="n", document=stored.uid)
    assert (newer.uid, newer.facts) == (stored.uid, facts)
    assert documents.load_source(base.conn, newer.edition).facts == facts
    assert documents.load_source(base.conn, stored.edition).facts == small.facts
    assert documents.load_document(base.conn, stored.uid) == newer
    assert documents.document_of(base.conn, stored.edition) == stored


def test_the_same_text_is_stored_once(base, stored, small):
    with base.write() as conn:
        again = documents.add_edition(conn, replace(small, nodes=()), label="copy", now="later")
    assert again == stored
    assert documents.load_documents(base.conn) == (stored,)
    assert len(nodes.load_nodes(base.conn, stored.edition)) == len(small.nodes)


def test_a_removed_document_is_in_the_trash_until_its_text_comes_again(base, stored, small):
    def found():
        return [len(documents.load_documents(base.conn, removed=gone)) for gone in (False, True)]

    with base.write() as conn:
        documents.save_removed(conn, stored.uid, "2026")
    assert found() == [0, 1]
    assert nodes.find_nodes(base.conn, "I.1") == []
    assert nodes.load_node(base.conn, node_uid(stored.sha256, "I.1")) is not None
    with base.write() as conn:
        documents.add_edition(conn, small, label="2022", now="n")
    assert found() == [1, 0]
    assert documents.load_document(base.conn, stored.uid) == stored


def test_the_uid_of_a_document_is_the_same_on_every_laptop(stored, small, tmp_path):
    other = Base.open(tmp_path / "other")
    with other.write() as conn:
        theirs = documents.add_edition(conn, small, label="x", now="y")
    other.close()
    assert (theirs.uid, theirs.edition) == (stored.uid, stored.edition)


def test_what_no_file_can_hold_becomes_a_mark_one_for_one(base):
    facts = DocumentFacts("broken \ud83d", issuers=("\udc00",))
    whole = Builder().add("section", "I", "half ? a pair").build()
    node = replace(whole.nodes[0], text="half \udfff a pair", name="\ud800")
    parsed = replace(whole, facts=facts, text=f"{node.text}\n", nodes=(node,))
    with base.write() as conn:
        added = documents.add_edition(conn, parsed, label="1", now="n")
    assert documents.load_whole_text(base.conn, added.edition) == "half \ufffd a pair\n"
    (loaded,) = nodes.load_nodes(base.conn, added.edition)
    assert (loaded.text, loaded.name) == ("half \ufffd a pair", "\ufffd")
    assert (added.facts.title, added.facts.issuers) == ("broken \ufffd", ("\ufffd",))


def test_an_unknown_document_or_edition_is_told(base, small):
    with pytest.raises(UserError, match="no document nobody"), base.write() as conn:
        documents.add_edition(conn, small, label="1", now="n", document="nobody")
    with pytest.raises(UserError, match="no document nothing"):
        documents.load_source(base.conn, "nothing")
    assert documents.load_documents(base.conn) == ()
    assert documents.load_document(base.conn, "nobody") is None
    assert documents.load_whole_text(base.conn, "nothing") == ""
    assert documents.load_original(base.conn, "nothing") == ("", b"")
    assert documents.load_doubts(base.conn, "nothing") == ()


def test_children_come_in_order(base, stored):
    def below(parent):
        return [n.path for n in nodes.load_children(base.conn, stored.edition, parent)]

    assert below("") == ["0", "I", "II"]
    assert below("II") == ["II.(1)", "II.(2)"]
    assert below("II.(1).1.1") == []


def test_an_offset_finds_its_deepest_node(base, stored, small):
    edition = stored.edition
    for node in nodes.load_nodes(base.conn, edition):
        if node.text:
            assert nodes.node_at(base.conn, edition, node.start).path == node.path
            assert nodes.node_at(base.conn, edition, node.end - 1).path == node.path
    assert nodes.node_at(base.conn, edition, 0) is None
    assert nodes.node_at(base.conn, edition, len(small.text) + 5) is None


def test_the_extent_of_a_heading_ends_with_its_last_clause(base, stored, small):
    start, end = nodes.extent(base.conn, stored.edition, "II.(1)")
    assert small.text[start:end].startswith("aid the youth")
    assert small.text[start:end].endswith("Dig the salt lake.")


def test_pages_are_sections_regions_and_what_stands_around(base, stored):
    edition = stored.edition
    assert nodes.unit_paths(base.conn, edition) == ("0", "I", "II", "II.(1)", "II.(2)", AROUND)
    assert nodes.unit_path(base.conn, edition, "II.(1).1.1") == "II.(1)"
    assert nodes.unit_path(base.conn, edition, AROUND) == AROUND


def test_a_page_holds_its_words_its_scars_and_its_readings(base, stored, small):
    unit = nodes.load_unit(base.conn, stored.edition, "II.(1).1.1")
    assert unit.path == "II.(1)"
    assert [n.path for n in unit.nodes] == ["II.(1)", "II.(1).1", "II.(1).1.1"]
    assert [n.path for n in unit.trail] == ["II", "II.(1)"]
    assert unit.source == small.text[unit.start : unit.end]
    assert [d.kind for d in unit.damage] == ["cut"]
    assert [r.reading for r in unit.readings] == ["aid for Qinghai"]
    assert all(unit.cut(n.start, n.end) == n.text for n in unit.nodes)


def test_a_split_page_shows_its_heading_and_what_is_right_below(base, stored):
    unit = nodes.load_unit(base.conn, stored.edition, "II")
    assert [n.path for n in unit.nodes] == ["II", "II.(1)", "II.(2)"]


def test_the_page_around_has_zones_and_no_nodes(base, stored):
    unit = nodes.load_unit(base.conn, stored.edition, AROUND)
    assert (unit.nodes, unit.source) == ((), "Home / News\n")
    assert [d.kind for d in unit.damage] == ["fused"]


def test_a_long_chapter_is_split_only_when_its_parts_are_worth_a_page():
    def law(articles, words):
        built = Builder().add("chapter", "1", "General")
        for at in range(articles):
            built.add("article", f"1.{at + 1}", "An article.").add("clause", f"1.{at + 1}.1", words)
        return set(page_paths(built.build().nodes).values())

    assert law(40, "w" * 1_000) == {"1"}
    assert law(10, "w" * 5_000) == {"1", "1.1", "1.6"}


def test_a_law_without_chapters_is_one_page_until_it_is_long():
    def law(articles):
        built = Builder().add("preamble", "0", "").add("clause", "0.1", "Adopted.")
        for at in range(1, articles + 1):
            built.add("article", str(at), "An article.").add("clause", f"{at}.1", "w" * 1_000)
        return page_paths(built.add("section", "I", "Annex").build().nodes)

    assert list(dict.fromkeys(law(20).values())) == ["0", "I"]
    assert list(dict.fromkeys(law(40).values())) == ["0", "30", "I"]
    assert law(40)["35.1"] == "30"


ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=60)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(piece=ANY_TEXT, times=st.integers(1, 400), cuts=st.lists(st.integers(0, 30_000), max_size=6))
def test_any_stretch_of_any_text_comes_back(tmp_path_factory, piece, times, cuts):
    text = piece * times
    base = Base.open(tmp_path_factory.mktemp("t"))
    parsed = ParsedEdition(DocumentFacts("t"), text, (), (Zone("plan", 0, len(text)),))
    with base.write() as conn:
        edition = documents.add_edition(conn, parsed, label="1", now="n").edition
    assert documents.load_whole_text(base.conn, edition) == text
    for a, b in pairwise(cuts):
        assert documents.load_text(base.conn, edition, a, b) == text[a:b]
    base.close()


@pytest.mark.parametrize("length", [0, 1, PIECE - 1, PIECE, PIECE + 1])
def test_pieces_join_at_their_edges(base, length):
    text = "𠮷" * length
    parsed = ParsedEdition(DocumentFacts("t"), text, (), ())
    with base.write() as conn:
        edition = documents.add_edition(conn, parsed, label="1", now="n").edition
    assert documents.load_text(base.conn, edition, 0, length + 9) == text
