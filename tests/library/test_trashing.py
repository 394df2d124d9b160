"""The trash takes every kind alike; it gives back in one step, and lets go only what was chosen."""

from dataclasses import replace

import pytest

from db.backup import find_trouble
from db.errors import UserError
from desktop.library import Library, keeping
from tests.db.conftest import Builder


@pytest.fixture
def law():
    built = Builder("A law on lakes").add("article", "1", "Lakes", "1. ")
    for at in range(1, 6):
        built.add("clause", f"1.{at}", f"Clause number {at} speaks of water.")
    return built.build()


@pytest.fixture
def thrown(library, law):
    """A library with one of each kind in the trash, and notes that hang on the document there."""
    kept = library.keep(law)
    node = library.place("A law on lakes:1.1").node
    notes = {
        "words": library.add_note(library.anchor_on(node), body="keep me"),
        "mark": library.add_note(library.anchor(kept.edition, node.start, node.start + 6)),
        "gone": library.add_note(None, body="gone"),
    }
    library.delete_notes([notes["gone"].uid])
    library.delete_memo(library.new_memo("M").uid)
    library.delete_bookmark(library.add_bookmark(kept.edition, "1.2").uid)
    library.delete_search(library.save_search("lake", "Lakes").uid)
    library.remove_documents([kept.uid])
    return notes


def kinds(library):
    return sorted(t.kind for t in library.trashed())


ALL = ["bookmark", "document", "memo", "note", "search"]


def test_everything_that_is_deleted_lies_in_the_trash_and_outlives_the_session(
    library, thrown, folder
):
    assert kinds(library) == ALL
    times = [t.deleted for t in library.trashed()]
    assert times == sorted(times, reverse=True)
    again = Library.open(folder)
    assert again.trashed() == library.trashed()
    again.close()


def test_restoring_many_is_one_step(library, thrown):
    before = library.trashed()
    library.restore_trashed(before)
    assert library.trashed() == ()
    assert library.history.undo_words == "restore from trash"
    assert [s.name for s in library.saved_searches()] == ["Lakes"]
    library.undo()
    assert library.trashed() == before
    library.redo()
    assert library.trashed() == ()


def test_restoring_many_is_undone_wholly_or_not_at_all(library, thrown, folder):
    library.restore_trashed(library.trashed())
    other = Library.open(folder)
    other.change_note(thrown["gone"].uid, body="theirs")
    other.close()
    heard = []
    library.changes.listen(heard.append)
    with pytest.raises(UserError, match="changed since"):
        library.undo()
    assert library.trashed() == ()
    assert [c.kind for c in heard] == ["history"]


def test_emptying_says_before_what_would_go(library, thrown):
    emptying = library.count_emptying(library.trashed())
    assert emptying.counts == dict.fromkeys(ALL, 1)
    assert (emptying.unplaced, emptying.marks) == (1, 1)


def test_emptying_lets_all_of_it_go_after_a_backup(library, thrown, folder):
    assert keeping.empty_trash(folder) == 5
    assert library.refresh()
    assert library.trashed() == ()
    assert [d.name for d in library.documents()][1:] == []
    kept = library.note(thrown["words"].uid)
    assert kept.body == "> Clause number 1 speaks of water.\n\nkeep me"
    assert kept.anchor is None
    assert [n.uid for n in library.notes()] == [kept.uid]
    assert library.search('"speaks of water"').hits[0].uid == kept.uid
    assert find_trouble(library._base.conn) == ""
    (backup,) = keeping.backups(folder)
    assert (backup.reason, backup.notes) == ("trash", 2)
    with pytest.raises(UserError, match="changed since"):
        library.undo()


def test_only_what_was_chosen_goes(library, thrown, folder):
    memo = next(t for t in library.trashed() if t.kind == "memo")
    assert keeping.empty_trash(folder, {("memo", memo.uid)}) == 1
    assert kinds(library) == [k for k in ALL if k != "memo"]


def test_what_was_taken_out_meanwhile_is_not_deleted(library, thrown):
    things = library.trashed()
    library.restore_trashed(t for t in things if t.kind in ("note", "document"))
    assert library.empty_trash(things) == 3
    assert library.document("A law on lakes").notes == 2


def test_a_document_that_a_memo_quotes_stays_as_long_as_the_memo(library, law, folder, tmp_path):
    kept = library.keep(law)
    memo = library.new_memo("M")
    library.add_clauses_to_memo(memo.uid, [library.place("A law on lakes:1.1").node])
    library.remove_documents([kept.uid])
    emptying = library.count_emptying(library.trashed())
    assert (emptying.counts, emptying.quoted) == ({}, 1)
    assert keeping.empty_trash(folder) == 0
    library.export_memo(memo.uid, tmp_path / "m.docx")
    library.delete_memo(memo.uid)
    assert library.count_emptying(library.trashed()).counts == {"document": 1, "memo": 1}
    assert keeping.empty_trash(folder) == 2


def test_a_document_that_went_for_ever_can_be_imported_again(library, thrown, folder, law):
    keeping.empty_trash(folder)
    library.refresh()
    again = library.keep(law)
    assert library.search('"number 3 speaks"').hits[0].document == again.name
    library.keep(replace(law, text=law.text + "\nEnd.\n"), document=again.uid)
    library.remove_documents([again.uid])
    keeping.empty_trash(folder)
    assert find_trouble(library._base.conn) == ""


def test_a_document_that_was_changed_meanwhile_is_not_undone(library, law, folder):
    kept = library.keep(law)
    library.change_facts(kept.edition, replace(kept.facts, name="Lakes"))
    other = Library.open(folder)
    other.change_facts(kept.edition, replace(kept.facts, name="Theirs"))
    other.remove_documents([kept.uid])
    with pytest.raises(UserError, match="changed since"):
        library.undo()
    with pytest.raises(UserError, match="changed since"):
        library.undo()
    other.restore_documents([kept.uid])
    assert other.document("Theirs").uid == kept.uid
    other.close()
