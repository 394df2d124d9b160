"""Notes go in and out whole, one anchor per edition, counts climb, order is the document's."""

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db import nodes, notes
from db.model import COLORS, Anchor, Note, NoteUid

WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30)


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
