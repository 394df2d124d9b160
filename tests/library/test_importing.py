"""Documents come in, are known again, change their names and go to the trash: all undoable."""

from dataclasses import replace
from pathlib import Path

import pytest

from db.errors import UserError
from desktop.importers.files import read_file
from desktop.library import Library
from tests.db.conftest import Builder

EDITIONS = Path(__file__).resolve().parents[1] / "samples" / "editions"


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


def test_a_rewritten_law_under_the_same_title_is_offered_as_an_edition(library):
    old, new = (
        read_file(EDITIONS / f"农产品质量安全法({day}).md") for day in ("2018-10-26", "2022-09-02")
    )
    kept = library.keep(old)
    offer = library.offer(new)
    assert (offer.kind, offer.document.uid) == ("edition", kept.uid)
    other = read_file(EDITIONS / "反洗钱法(2024-11-08).md")
    assert library.offer(replace(other, facts=old.facts)).kind == "new"


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


@pytest.fixture
def revised(law):
    more = replace(law.nodes[1], text="Clause number 1 speaks of chilly water.")
    text = law.text.replace("Clause number 1 speaks of water.", more.text)
    built = Builder("A law on lakes").add("article", "1", "Lakes", "1. ")
    built.add("clause", "1.1", more.text)
    for at in range(2, 6):
        built.add("clause", f"1.{at}", f"Clause number {at} speaks of water.")
    assert built.build().text == text
    return built.build()


def test_a_new_edition_can_be_undone_and_done_again(library, law, revised):
    kept = library.keep(law)
    note = library.add_note(library.anchor_on(library.place("A law on lakes:1.2").node), body="n")
    newer = library.keep(revised, document=kept.uid)
    assert library.note(note.uid).anchor.edition == newer.edition
    assert library.undo() == "new edition"
    assert library.document("A law on lakes").edition == kept.edition
    assert [label for _, label in library.editions(kept.uid)] == [kept.label]
    assert library.note(note.uid).anchor.edition == kept.edition
    assert not library.search('"chilly water"').hits
    assert [h.edition_uid for h in library.search('"number 1 speaks of water"').hits] == [
        kept.edition
    ]
    assert library.redo() == "new edition"
    assert library.document("A law on lakes").edition == newer.edition
    assert library.note(note.uid).anchor.edition == newer.edition
    assert library.search('"chilly water"').hits


def test_a_note_made_while_an_edition_was_away_comes_along_when_it_is_back(library, law, revised):
    kept = library.keep(law)
    newer = library.keep(revised, document=kept.uid)
    library.undo()
    other = Library.open(library.folder)
    note = other.add_note(other.anchor_on(other.place("A law on lakes:1.3").node), body="n")
    other.close()
    library.redo()
    assert library.note(note.uid).anchor.edition == newer.edition


def test_an_edition_on_which_somebody_worked_stays(library, law, revised):
    kept = library.keep(law)
    newer = library.keep(revised, document=kept.uid)
    other = Library.open(library.folder)
    note = other.add_note(other.anchor_on(other.place("A law on lakes:1.1").node), body="n")
    other.close()
    with pytest.raises(UserError, match="Notes or memo quotations"):
        library.undo()
    assert library.document("A law on lakes").edition == newer.edition
    assert library.note(note.uid).body == "n"
    assert library.undo() == "import", "what was refused stands in nobody's way"


def test_the_text_of_a_withdrawn_edition_can_be_imported_again(library, law, revised):
    kept = library.keep(law)
    library.keep(revised, document=kept.uid)
    library.undo()
    offer = library.offer(revised)
    assert (offer.kind, offer.document.uid) == ("edition", kept.uid)
    newer = library.keep(revised, document=kept.uid)
    assert library.document("A law on lakes").edition == newer.edition


def test_another_law_with_the_same_number_is_no_edition(library, law):
    library.keep(replace(law, facts=replace(law.facts, number="No. 5")))
    other = Builder("On bridges").add("clause", "0.1", "Bridges are built.").build()
    assert library.offer(replace(other, facts=replace(other.facts, number="No. 5"))).kind == "new"


def test_documents_go_into_a_group_together_and_come_back_one_step_each(library, law, revised):
    first, second = library.keep(law), library.keep(replace(revised, text=revised.text + "\n"))
    library.put_in_group([first.uid, second.uid], " Lakes  and rivers ")
    assert {d.group for d in library.documents()} >= {"Lakes and rivers"}
    library.rename_group("Lakes and rivers", "Water")
    assert [d.uid for d in library.documents() if d.group == "Water"] == [first.uid, second.uid]
    assert library.undo() == "rename group"
    assert library.undo() == "move to group"
    assert not any(d.group for d in library.documents())
    library.redo()
    library.put_in_group([first.uid], "")
    assert [d.group for d in library.documents()][-2:] == ["", "Lakes and rivers"]
    with pytest.raises(UserError, match="needs a name"):
        library.rename_group("Lakes and rivers", "  ")


def test_a_group_that_another_window_changed_is_not_changed_back(library, law):
    kept = library.keep(law)
    library.put_in_group([kept.uid], "A")
    other = Library.open(library.folder)
    other.put_in_group([kept.uid], "B")
    other.close()
    with pytest.raises(UserError, match="changed since"):
        library.undo()
    assert library.document("A law on lakes").group == "B"
