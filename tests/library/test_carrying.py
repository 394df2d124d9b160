"""What a note carries besides its words: anchor, status, author, sensitivity, tags, color names."""

import pytest

from db.errors import UserError


@pytest.fixture
def note(library):
    library.author = "Li Na"
    return library.add_note(None, body="x", tags=["minerals / lithium ", "who"])


def test_a_new_note_is_open_internal_and_bears_a_name(note):
    assert (note.status, note.sensitivity, note.author) == ("open", "internal", "Li Na")
    assert note.tags == ("minerals/lithium", "who")


@pytest.mark.parametrize(
    ("wish", "words"),
    [
        ({"status": "waiting"}, "change status"),
        ({"sensitivity": "restricted"}, "change sensitivity"),
        ({"author": "Wang  Fang"}, "change author"),
        ({"tags": ["a"]}, "change tags"),
        ({"color": "red", "status": "done"}, "edit note"),
    ],
)
def test_each_change_is_one_step_in_words(library, note, wish, words):
    changed = library.change_note(note.uid, **wish)
    assert library.history.undo_words == words
    assert changed != note
    library.undo()
    assert library.note(note.uid) == note
    library.redo()
    assert library.note(note.uid) == changed


def test_several_notes_change_in_one_step(library, note):
    other = library.add_note(None, body="y", status="done")
    library.change_notes([note.uid, other.uid], status="done")
    assert {n.status for n in library.notes()} == {"done"}
    library.undo()
    assert library.note(note.uid).status == "open"
    assert library.note(other.uid) == other


@pytest.mark.parametrize("wish", [{"status": "maybe"}, {"sensitivity": "secret"}, {"color": "x"}])
def test_what_no_note_can_have_is_refused_and_nothing_changes(library, note, wish):
    with pytest.raises(UserError):
        library.change_note(note.uid, **wish)
    assert library.note(note.uid) == note


def test_a_note_on_the_whole_document_is_on_no_page(library):
    edition = library.document().edition
    note = library.add_note(library.anchor_on_document(edition), body="Who wrote this?")
    assert (note.anchor.kind, note.anchor.edition) == ("document", edition)
    assert library.notes(edition) == library.notes() == (note,)
    pages = [library.unit(edition, p) for p in library.unit_paths(edition)]
    assert [n for p in pages for n in library.notes(edition, p.start, p.end)] == []
    assert library.note_counts(edition) == {"": 1}
    assert library.cite_block(library._note_block(note)) == library.cite(edition, "")


# tags


def test_a_tag_is_renamed_everywhere_in_one_step(library, note):
    gone = library.add_note(None, body="z", tags=["minerals"])
    library.delete_notes([gone.uid])
    assert library.rename_tag("minerals", "资源/矿产") == 2
    assert library.note(note.uid).tags == ("资源/矿产/lithium", "who")
    assert library.note(gone.uid).tags == ("资源/矿产",)
    assert library.history.undo_words == "rename tag"
    library.undo()
    assert library.tags() == (("minerals/lithium", 1), ("who", 1))


def test_a_tag_that_takes_the_name_of_another_is_merged_into_it(library, note):
    both = library.add_note(None, body="z", tags=["partners", "a", "who"])
    assert library.rename_tag("who", "partners") == 2
    assert library.note(both.uid).tags == ("partners", "a")
    assert library.history.undo_words == "merge tags"
    library.undo()
    assert library.note(both.uid) == both


def test_a_name_that_only_begins_alike_is_another_tag(library):
    library.add_note(None, body="x", tags=["salt", "saltwork", "salt/lake", "Salt"])
    library.rename_tag("salt", "s")
    assert library.notes()[0].tags == ("s", "saltwork", "s/lake", "Salt")


@pytest.mark.parametrize(("old", "new"), [("nobody", "x"), ("who", " / "), ("", "x")])
def test_a_tag_that_is_not_there_or_has_no_name_is_a_sentence(library, note, old, new):
    with pytest.raises(UserError):
        library.rename_tag(old, new)
    assert library.note(note.uid) == note


def test_a_tag_is_taken_off_every_note(library, note):
    assert library.remove_tag("who") == 1
    assert library.tags() == (("minerals/lithium", 1),)
    library.undo()
    assert library.note(note.uid) == note


# the names of colors


def test_colors_get_names_in_one_step_and_lose_them_again(library):
    heard = []
    library.changes.listen(lambda change: heard.append(change.kind))
    library.name_colors({"red": " important ", "blue": "later"})
    assert library.color_names() == {"red": "important", "blue": "later"}
    assert "color" in heard
    library.name_colors({"blue": ""})
    assert library.color_names() == {"red": "important"}
    library.undo()
    library.undo()
    assert library.color_names() == {}
    library.redo()
    assert list(library.color_names()) == ["red", "blue"]
    with pytest.raises(UserError):
        library.name_colors({"pink": "x"})


def test_an_undo_that_would_lose_names_given_elsewhere_is_refused(library, folder):
    from desktop.library import Library

    library.name_colors({"red": "important"})
    other = Library.open(folder)
    other.name_colors({"red": "urgent"})
    other.close()
    with pytest.raises(UserError, match="changed since"):
        library.undo()
    assert library.color_names() == {"red": "urgent"}
