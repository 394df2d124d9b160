"""Documents come in, are known again, change their names and go to the trash: all undoable."""

from dataclasses import replace

import pytest

from db.errors import UserError
from tests.db.conftest import Builder


@pytest.fixture
def law():
    built = Builder("A law on lakes").add("article", "1", "Lakes", "1. ")
    for at in range(1, 6):
        built.add("clause", f"1.{at}", f"Clause number {at} speaks of water.")
    return built.build()


def test_a_new_text_is_new_and_then_the_same(library, law):
    assert library.offer(law).kind == "new"
    kept = library.keep(law)
    offer = library.offer(law)
    assert (offer.kind, offer.document.uid) == ("same", kept.uid)
    assert [d.name for d in library.documents()][-1] == "A law on lakes"
    assert library.search('"speaks of water"').hits[0].document == "A law on lakes"


def test_a_revised_text_is_offered_as_an_edition(library, law):
    kept = library.keep(law)
    revised = replace(law, text=law.text + "\nEnd.\n")
    offer = library.offer(revised)
    assert (offer.kind, offer.document.uid) == ("edition", kept.uid)
    library.keep(revised, document=kept.uid, label=kept.label)
    newest = library.document("A law on lakes")
    assert newest.edition != kept.edition
    assert newest.label == f"{kept.label} (2)"
    assert library.text(kept.edition, 0, len(law.text)) == law.text


def test_another_text_under_the_same_title_is_new(library, law):
    library.keep(law)
    other = Builder("A law on lakes").add("clause", "0.1", "Something else entirely.").build()
    facts = replace(other.facts, number="")
    assert library.offer(replace(other, facts=facts)).kind == "new"


def test_an_import_can_be_undone_and_done_again(library, law):
    library.keep(law)
    assert library.undo() == "import"
    assert [d.name for d in library.removed()] == ["A law on lakes"]
    assert library.search('"speaks of water"').hits == ()
    library.redo()
    assert library.search('"speaks of water"').hits


def test_a_removed_document_keeps_its_notes_and_what_memos_quote(library, law):
    kept = library.keep(law)
    node = library.place("A law on lakes:1.1").node
    note = library.add_note(library.anchor_on(node), body="wet")
    memo = library.new_memo("M")
    library.add_notes_to_memo(memo.uid, [note.uid])
    library.remove_documents([kept.uid])
    assert library.memo("M").blocks[0].quote == node.text
    with pytest.raises(UserError):
        library.place("A law on lakes:1.1")
    library.restore_documents([kept.uid])
    assert [n.uid for n in library.notes_at(node)] == [note.uid]


def test_facts_can_be_changed_and_undone(library, law):
    kept = library.keep(law)
    library.change_facts(kept.edition, replace(kept.facts, name="Lakes"))
    assert library.document("Lakes").uid == kept.uid
    library.undo()
    assert library.document("A law on lakes").facts == kept.facts
    with pytest.raises(UserError, match="title"):
        library.change_facts(kept.edition, replace(kept.facts, title=" "))


def test_the_original_is_kept_byte_for_byte(library, law):
    kept = library.keep(law)
    assert library.original(kept.edition) == ("plan.txt", law.original)


def test_a_file_without_a_document_in_it_is_refused(library, law):
    with pytest.raises(UserError, match="Nothing"):
        library.keep(replace(law, nodes=()))
