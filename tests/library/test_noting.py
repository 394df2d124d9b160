"""Notes: anchors are cut from the stored text, changes are told, nothing that is deleted is gone."""

import pytest

from db.errors import UserError


def test_a_passage_knows_its_words_its_context_and_its_nodes(library):
    node = library.place("II.(3).2").node
    anchor = library.find_quote(node, "potassium, magnesium, lithium")
    edition = library.edition_of(node)
    assert library.text(edition, anchor.start, anchor.end) == anchor.quote
    assert anchor.prefix.endswith("utilization of ")
    assert anchor.suffix.startswith(" and other resources")
    assert len(anchor.prefix) == len(anchor.suffix) == 32
    assert library.node(anchor.first).path == library.node(anchor.last).path == "II.(3).2.1"


def test_a_passage_may_cross_clauses(library):
    first, last = library.place("II.(3).2.1").node, library.place("II.(3).2.2").node
    edition = library.edition_of(first)
    anchor = library.anchor(edition, first.end - 12, last.start + 7)
    note = library.add_note(anchor)
    assert note.anchor.quote == library.text(edition, first.end - 12, last.start + 7)
    assert (note.anchor.first, note.anchor.last) == (first.uid, last.uid)
    assert note in library.notes_at(last)


def test_a_passage_around_the_plan_has_no_node(library):
    edition = library.document().edition
    note = library.add_note(library.anchor(edition, 0, 4), body="a breadcrumb")
    assert (note.anchor.first, note.path) == (None, "")
    assert library.note_counts(edition)["@around"] == 1


def test_a_highlight_gets_the_first_color_and_a_clause_note_none(library):
    node = library.place("I.1").node
    edition = library.edition_of(node)
    assert library.add_note(library.anchor(edition, node.start, node.start + 5)).color == "yellow"
    assert library.add_note(library.anchor_on(node), body="x").color == ""


def test_counts_climb_to_every_heading_above(library):
    node = library.place("II.(3).2.1").node
    library.add_note(library.anchor_on(node), body="x")
    library.add_note(library.anchor_on(library.place("II.(3)").node), body="y")
    counts = library.note_counts(library.edition_of(node))
    assert [counts.get(p, 0) for p in ("", "II", "II.(3)", "II.(3).2", "II.(3).2.1", "II.(4)")] == [
        *(2, 2, 2, 1, 1, 0)
    ]


@pytest.mark.parametrize("wanted", [{"body": "  "}, {"color": "pink"}, {"tags": [" "]}])
def test_an_empty_or_wrong_note_is_refused(library, wanted):
    node = library.place("I.1").node
    with pytest.raises(UserError):
        library.add_note(library.anchor_on(node), **wanted)
    assert library.notes() == ()


def test_every_change_is_told(library):
    heard = []
    stop = library.changes.listen(lambda change: heard.append((change.kind, change.uids)))
    note = library.add_note(None, body="a note without a place")
    stop()
    library.delete_notes([note.uid])
    assert heard == [("note", (note.uid,)), ("history", ())]


def test_tags_are_counted_once_and_follow_the_trash(library):
    note = library.add_note(None, body="x", tags=["a", "b", "a", " "])
    assert note.tags == ("a", "b")
    assert library.tags() == (("a", 1), ("b", 1))
    library.delete_notes([note.uid])
    assert library.tags() == ()
