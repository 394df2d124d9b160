"""Undo and redo over everything a user changes, against a simple model; refused when rows moved on."""

from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.errors import UserError
from desktop.library import Library

PLACES = ("I.1", "II.(3).2.1", "II.(6).1.2", "III.(2).2")
DEEDS = st.lists(
    st.tuples(
        st.sampled_from(
            ["add", "edit", "color", "delete", "restore", "memo", "text", "undo", "redo"]
        ),
        st.integers(0, 5),
        st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=8),
    ),
    max_size=14,
)


def state(library: Library) -> tuple:
    """Everything a user can change, without the times."""
    notes = {n.uid: (n.body, n.color, n.tags, n.anchor) for n in library.notes()}
    memos = {m.uid: (m.title, m.blocks) for m in library.memos()}
    return notes, memos


def do(library: Library, deed: str, number: int, words: str) -> None:
    notes, trash, memos = library.notes(), library.trash(), library.memos()
    if deed == "add":
        node = library.place(PLACES[number % len(PLACES)]).node
        library.add_note(library.anchor_on(node), body=words, tags=[words])
    elif deed == "edit" and notes:
        library.change_note(notes[number % len(notes)].uid, body=words)
    elif deed == "color" and notes:
        library.change_note(notes[number % len(notes)].uid, color="violet")
    elif deed == "delete" and notes:
        library.delete_notes([notes[number % len(notes)].uid])
    elif deed == "restore" and trash:
        library.restore_notes([trash[number % len(trash)].uid])
    elif deed == "memo":
        library.new_memo(f"{words} {len(memos)}")
    elif deed == "text" and memos:
        library.add_text_to_memo(memos[number % len(memos)].uid, words)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(deeds=DEEDS)
def test_undo_goes_back_the_way_it_came(library, deeds):
    for memo in library.memos():
        library.delete_memo(memo.uid)
    library.delete_notes([n.uid for n in library.notes()])
    library.history.__init__()
    states, at = [state(library)], 0
    for deed, number, words in deeds:
        if deed in ("undo", "redo"):
            move = -1 if deed == "undo" else 1
            if 0 <= at + move < len(states):
                getattr(library, deed)()
                at += move
            else:
                with pytest.raises(UserError):
                    getattr(library, deed)()
        else:
            before = library.history.undo_words, len(library.history._done)
            with suppress(UserError):
                do(library, deed, number, words)
            if (library.history.undo_words, len(library.history._done)) != before:
                states, at = [*states[: at + 1], state(library)], at + 1
        assert state(library) == states[at]


def test_steps_have_words(library):
    node = library.place("I.1").node
    note = library.add_note(library.anchor_on(node), body="x")
    assert library.history.undo_words == "add note"
    library.delete_notes([note.uid])
    assert library.history.undo_words == "delete note"
    assert library.undo() == "delete note"
    assert library.history.redo_words == "delete note"


def test_drafts_make_one_step(library):
    node = library.place("I.1").node
    before = library.add_note(library.anchor_on(node), body="a")
    for words in ("ab", "abc", "abcd"):
        library.draft_note(before.uid, words)
    library.settle_note(before)
    library.settle_note(library.note(before.uid))
    library.undo()
    assert library.note(before.uid).body == "a"
    library.redo()
    assert library.note(before.uid).body == "abcd"


def test_undo_is_refused_when_another_program_changed_the_note(library, folder):
    node = library.place("I.1").node
    note = library.add_note(library.anchor_on(node), body="mine")
    library.change_note(note.uid, body="mine, edited")
    other = Library.open(folder)
    other.change_note(note.uid, body="theirs")
    other.close()
    with pytest.raises(UserError, match="changed since"):
        library.undo()
    assert library.note(note.uid).body == "theirs"
    assert library.history.undo_words == "add note"


def test_another_programs_deed_is_noticed(library, folder):
    heard = []
    library.changes.listen(heard.append)
    assert library.refresh() is False
    other = Library.open(folder)
    other.new_memo("From elsewhere")
    other.close()
    assert library.refresh() is True
    assert [c.kind for c in heard] == ["library"]
    assert [m.title for m in library.memos()] == ["From elsewhere"]
