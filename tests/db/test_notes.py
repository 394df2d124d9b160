"""Notes go in and out whole, one anchor per edition, counts climb, order is the document's."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db import documents, nodes, notes
from db.errors import UserError
from db.model import COLORS, Anchor, Note, NoteUid
from db.pages import AROUND
from tests.db.conftest import Builder, editions, for_a_moment

WORDS = st.text(max_size=30)


def anchor_on(base, stored, path, start=0, end=None):
    node = nodes.find_nodes(base.conn, path, stored.edition)[0][1]
    stop = node.end if end is None else node.start + end
    quote = node.text[start : stop - node.start]
    return Anchor(
        stored.edition, "passage", node.start + start, stop, quote, first=node.uid, last=node.uid
    )


def save(base, note):
    with base.write() as conn:
        return notes.save_note(conn, note)


def test_a_note_tells_where_it_stands(base, stored):
    note = save(
        base,
        Note(NoteUid("a"), "body", "red", ("x", "y"), anchor=anchor_on(base, stored, "II.(1).1.1")),
    )
    assert (note.document, note.edition_label, note.path, note.region) == (
        *("A plan", "2022", "II.(1).1.1", "Qinghai"),
    )
    assert notes.load_note(base.conn, NoteUid("a")) == note


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    body=WORDS,
    tags=st.lists(WORDS, max_size=4, unique=True),
    color=st.sampled_from(["", *COLORS]),
    deleted=st.booleans(),
)
def test_saving_again_what_was_loaded_changes_nothing(base, stored, body, tags, color, deleted):
    note = Note(
        NoteUid("p"),
        body,
        color,
        tuple(tags),
        created="1",
        changed="2",
        deleted="3" if deleted else "",
    )
    saved = save(base, replace(note, anchor=anchor_on(base, stored, "I.1")))
    assert (saved.body, saved.tags, saved.color) == (body, tuple(tags), color)
    assert save(base, saved) == saved == notes.load_note(base.conn, saved.uid)


def test_notes_come_in_document_order_those_without_a_place_last(base, stored):
    save(base, Note(NoteUid("none"), "n", created="0"))
    save(base, Note(NoteUid("late"), "n", anchor=anchor_on(base, stored, "II.(2).1"), created="1"))
    save(base, Note(NoteUid("early"), "n", anchor=anchor_on(base, stored, "I.1"), created="2"))
    assert [n.uid for n in notes.load_notes(base.conn)] == ["early", "late", "none"]


def test_a_stretch_finds_the_notes_that_overlap_it(base, stored):
    note = save(base, Note(NoteUid("a"), anchor=anchor_on(base, stored, "I.1", 3, 7)))
    start, end = note.anchor.start, note.anchor.end

    def found(a, b):
        return [n.uid for n in notes.load_notes(base.conn, edition=stored.edition, start=a, end=b)]

    assert found(start, end) == found(end - 1, end + 9) == found(0, start + 1) == ["a"]
    assert found(end, end + 5) == found(0, start) == []


def test_the_trash_is_apart(base, stored):
    save(base, Note(NoteUid("a"), "x", deleted="2026"))
    assert notes.load_notes(base.conn) == ()
    assert [n.uid for n in notes.load_notes(base.conn, deleted=True)] == ["a"]


def test_a_moved_anchor_overwrites_none_of_another_edition(base, stored, small):
    from db import documents

    note = save(base, Note(NoteUid("a"), anchor=anchor_on(base, stored, "I.1")))
    with base.write() as conn:
        newer = documents.add_edition(
            conn, replace(small, text=small.text + " "), label="2", now="n", document=stored.uid
        )
    moved = save(base, replace(note, anchor=replace(anchor_on(base, newer, "I.1"), state="moved")))
    assert (moved.edition_label, moved.anchor.state) == ("2", "moved")
    rows = base.conn.execute("SELECT state FROM anchor ORDER BY edition").fetchall()
    assert [r[0] for r in rows] == ["exact", "moved"]


def test_counts_climb_and_the_trash_does_not_count(base, stored):
    save(base, Note(NoteUid("a"), anchor=anchor_on(base, stored, "II.(1).1.1")))
    save(base, Note(NoteUid("b"), anchor=anchor_on(base, stored, "II.(1)")))
    save(base, Note(NoteUid("c"), deleted="x", anchor=anchor_on(base, stored, "I.1")))
    save(base, Note(NoteUid("d"), anchor=Anchor(stored.edition, "passage", 0, 4, "Home")))
    assert notes.count_notes(base.conn, stored.edition) == {
        **{"": 3, "@around": 1, "II": 2, "II.(1)": 2, "II.(1).1": 1, "II.(1).1.1": 1}
    }


@settings(max_examples=50, deadline=None, suppress_health_check=list(HealthCheck))
@given(parsed=editions(), data=st.data())
def test_counts_are_what_the_places_list(shelf, parsed, data):
    """Passages that cross clauses count on each of them, on every heading above and once in all."""
    with for_a_moment(shelf, parsed) as (conn, edition):
        for number in range(data.draw(st.integers(0, 6)) if parsed.text else 0):
            anchor = data.draw(anchors(conn, edition, parsed))
            notes.save_note(conn, Note(NoteUid(f"n{number}"), anchor=anchor))
        counts = notes.count_notes(conn, edition)
        for node in parsed.nodes:
            start, end = nodes.extent(conn, edition, node.path)
            listed = notes.load_notes(conn, edition=edition, start=start, end=end)
            assert counts.get(node.path, 0) == len(listed)
        every = notes.load_notes(conn, edition=edition)
        assert counts.get("", 0) == len(every) == len(notes.load_notes(conn))
        assert counts.get(AROUND, 0) == sum(
            not any(overlap(n.anchor, nodes.extent(conn, edition, x.path)) for x in parsed.nodes)
            for n in every
        )
        assert [n.anchor.start for n in every] == sorted(n.anchor.start for n in every)


def overlap(anchor, stretch):
    start, end = stretch
    return (anchor.start < end and anchor.end > start) or anchor.start == anchor.end == start


@st.composite
def anchors(draw, conn, edition, parsed):
    """A passage between any two offsets, or a whole place."""
    if parsed.nodes and draw(st.booleans()):
        node = nodes.find_nodes(conn, draw(st.sampled_from(parsed.nodes)).path, edition)[0][1]
        return Anchor(
            edition, "node", node.start, node.end, node.text, first=node.uid, last=node.uid
        )
    start = draw(st.integers(0, len(parsed.text) - 1))
    end = draw(st.integers(start + 1, len(parsed.text)))
    first, last = nodes.node_at(conn, edition, start), nodes.node_at(conn, edition, end - 1)
    ends = {"first": first and first.uid, "last": last and last.uid}
    return Anchor(edition, "passage", start, end, parsed.text[start:end], **ends)


def test_a_note_on_the_preamble_is_not_on_its_first_clause(base):
    parsed = (
        Builder().add("preamble", "0", "").add("clause", "0.1", "One.").add("clause", "0.2", "Two.")
    )
    with base.write() as conn:
        stored = documents.add_edition(conn, parsed.build(), label="1", now="n")
    save(base, Note(NoteUid("a"), "on all of it", anchor=anchor_on(base, stored, "0")))
    assert notes.count_notes(base.conn, stored.edition) == {"": 1, "0": 1}
    for path, count in (("0", 1), ("0.1", 0), ("0.2", 0)):
        start, end = nodes.extent(base.conn, stored.edition, path)
        found = notes.load_notes(base.conn, edition=stored.edition, start=start, end=end)
        assert len(found) == count


def test_an_older_edition_still_shows_its_notes(base, stored, small):
    note = save(base, Note(NoteUid("a"), anchor=anchor_on(base, stored, "I.1")))
    newer = revise(base, stored, small)
    moved = save(base, replace(note, anchor=anchor_on(base, newer, "I.1")))
    assert notes.load_notes(base.conn) == (moved,)
    assert [n.anchor for n in notes.load_notes(base.conn, edition=stored.edition)] == [note.anchor]
    assert notes.count_notes(base.conn, stored.edition)["I.1"] == 1
    assert documents.load_document(base.conn, stored.uid).notes == 1


def revise(base, stored, small):
    with base.write() as conn:
        revised = replace(small, text=small.text + " ")
        return documents.add_edition(conn, revised, label="2", now="n", document=stored.uid)


def test_a_note_that_lost_its_anchor_has_none(base, stored):
    note = save(base, Note(NoteUid("a"), "x", anchor=anchor_on(base, stored, "I.1")))
    loose = save(base, replace(note, anchor=None))
    assert (loose.anchor, loose.path, loose.document) == (None, "", "")
    assert save(base, note) == note


def test_an_anchor_in_no_edition_of_ours_saves_nothing(base, stored):
    lost = replace(anchor_on(base, stored, "I.1"), edition="elsewhere")
    with pytest.raises(UserError, match="no place elsewhere"):
        save(base, Note(NoteUid("a"), anchor=lost))
    assert notes.load_note(base.conn, NoteUid("a")) is None


def test_what_no_file_can_hold_becomes_a_mark(base):
    saved = save(base, Note(NoteUid("a"), "half \ud83d", tags=("\udc00", "b"), author="\udfff"))
    assert (saved.body, saved.tags, saved.author) == ("half \ufffd", ("\ufffd", "b"), "\ufffd")
    assert save(base, saved) == saved
    assert notes.load_note(base.conn, NoteUid("\ud800")) is None


def test_a_note_of_a_megabyte_is_a_note(base):
    body = "𠮷 words\n" * 125_000
    assert save(base, Note(NoteUid("a"), body)).body == body


def test_a_tag_is_kept_once_and_in_its_place(base):
    assert save(base, Note(NoteUid("a"), "x", tags=("b", "a", "b"))).tags == ("b", "a")
    save(base, Note(NoteUid("b"), "x", tags=("A", "c")))
    assert notes.load_tags(base.conn) == (("A", 1), ("a", 1), ("b", 1), ("c", 1))


def test_counts_of_no_edition_are_none(base):
    assert notes.count_notes(base.conn, "nothing") == {}
    assert notes.load_notes(base.conn, edition="nothing") == ()
