"""A new edition takes notes along and asks where it is not certain; every answer is undone."""

from dataclasses import replace

import pytest

from db.errors import UserError
from db.model import Anchor
from tests.db.conftest import Builder
from tests.db.edition_pairs import FIFTH, FIRST, FOURTH, NEWLY, SECOND, THIRD

ALIKE = "县级公安机关负责查处湖区赌博行为，没收全部赌资。"
CITY, PROVINCE = (
    ALIKE.replace("县级", level).replace("查处", "打击") for level in ("市级", "省级")
)


def parsed(*articles):
    built = Builder("湖泊保护法").front("湖泊保护法\n")
    for number, words in enumerate(articles, 1):
        built.add("article", f"{number}", f"第{number}条").add("clause", f"{number}.1", words)
    return built.build()


@pytest.fixture
def revised(library):
    """A law with three notes, and its new edition: one moves, one asks, one finds no place."""
    old = library.keep(parsed(FIRST, SECOND, ALIKE, THIRD, FIFTH), label="2018")
    notes = {}
    for name, words in (("moves", SECOND), ("asks", ALIKE), ("gone", THIRD)):
        start = library.text(old.edition, 0, 1000).index(words)
        anchor = library.anchor(old.edition, start, start + len(words))
        notes[name] = library.add_note(anchor, body=name)
    new = library.keep(
        parsed(CITY, FIRST, NEWLY, SECOND, FIFTH, PROVINCE), document=old.uid, label="2024"
    )
    return library, old, new, notes


def test_every_note_gets_a_row_and_the_old_edition_stays_as_it_was(revised):
    library, old, new, notes = revised
    tally = library.tally(new.edition)
    assert (tally.moved, tally.review, tally.orphaned, tally.asked) == (1, 1, 1, 2)
    assert {n.body for n in library.notes(old.edition)} == {"moves", "asks", "gone"}
    assert [n.anchor.state for n in library.notes(old.edition)] == ["exact"] * 3
    (moved,) = library.notes(new.edition)
    assert (moved.uid, moved.anchor.quote, moved.anchor.state) == (
        *(notes["moves"].uid, SECOND, "moved"),
    )
    assert library.origin(moved) == ("2018", "第2条")
    assert library.origin(library.note(notes["gone"].uid)) is None


def test_a_note_on_the_whole_document_goes_along(library):
    old = library.keep(parsed(FIRST, SECOND), label="2018")
    note = library.add_note(Anchor(old.edition, "document", 0, 0, ""), body="all of it")
    new = library.keep(parsed(NEWLY, SECOND), document=old.uid, label="2024")
    moved = library.note(note.uid)
    assert (moved.anchor.edition, moved.anchor.kind) == (new.edition, "document")
    assert library.origin(moved) == ("2018", "")


def test_what_waits_is_told_with_its_old_place(revised):
    library, old, new, notes = revised
    asks, gone = library.reviews(old.uid)
    assert (asks.note.uid, asks.state, asks.edition) == (notes["asks"].uid, "review", new.edition)
    assert asks.note.anchor.edition == old.edition
    assert (gone.note.uid, gone.state, gone.candidates) == (notes["gone"].uid, "orphaned", ())
    assert library.review_counts() == {old.uid: (1, 1)}
    assert library.waits(library.note(notes["asks"].uid))
    assert library.note_counts(new.edition)[""] == 1


def test_search_finds_a_moved_note_in_the_new_edition_and_a_waiting_one_in_the_old(revised):
    library, *_ = revised
    found = {h.snippet: h.edition for h in library.search("湖", limit=50).hits if h.kind == "note"}
    assert set(found.values()) == {"2018", "2024"}


def test_a_candidate_is_accepted_and_given_back(revised):
    library, old, new, notes = revised
    uid = notes["asks"].uid
    note = library.accept_candidate(uid, 2)
    assert note.anchor.edition == new.edition
    assert note.anchor.state == "moved"
    assert note.anchor.quote in (CITY, PROVINCE)
    assert [r.note.uid for r in library.reviews()] == [notes["gone"].uid]
    assert library.undo() == "move note"
    assert len(library.reviews()) == 2
    assert len(library.review(uid).candidates) == 2
    assert library.note(uid).anchor.edition == old.edition
    library.redo()
    assert library.note(uid).anchor == note.anchor


def test_a_place_is_chosen_by_hand(revised):
    library, old, _, notes = revised
    node = library.place(f"{old.uid}:3.1").node
    note = library.place_note(notes["gone"].uid, library.anchor_on(node))
    assert (note.anchor.quote, note.path) == (NEWLY, "3.1")
    elsewhere = library.anchor_on(library.place(f"{old.uid}@2018:1.1").node)
    with pytest.raises(UserError) as told:
        library.place_note(notes["asks"].uid, elsewhere)
    assert told.value.code == "review-edition"


def test_a_note_left_on_the_old_edition_is_not_asked_about_again(revised):
    library, old, _, notes = revised
    uids = [notes["asks"].uid, notes["gone"].uid]
    library.keep_on_old(uids)
    assert library.reviews() == ()
    assert library.note(uids[0]).anchor.edition == old.edition
    third = library.keep(parsed(FIRST, SECOND, NEWLY, FIFTH), document=old.uid, label="2026")
    assert library.reviews() == ()
    assert [n.body for n in library.notes(third.edition)] == ["moves"]


def test_a_detached_note_has_no_place_until_that_is_undone(revised):
    library, old, _, notes = revised
    uid = notes["gone"].uid
    library.detach_notes([uid])
    assert library.note(uid).anchor is None
    assert library.undo() == "detach note"
    assert library.note(uid).anchor.edition == old.edition
    assert library.review(uid).state == "orphaned"


def test_a_withdrawn_edition_gives_the_notes_back_and_brings_them_again(revised):
    library, old, new, notes = revised
    uid = notes["moves"].uid
    assert library.undo() == "new edition"
    assert library.note(uid).anchor.edition == old.edition
    assert library.reviews() == ()
    assert library.origin(library.note(uid)) is None
    library.redo()
    assert library.note(uid).anchor.edition == new.edition
    assert len(library.reviews()) == 2


def test_a_changed_quote_is_found_by_its_new_words_until_the_edition_is_withdrawn(library):
    changed = SECOND.replace("监督管理", "统一监管")
    old = library.keep(parsed(FIRST, SECOND, THIRD), label="2018")
    note = library.add_note(library.anchor_on(library.place(f"{old.uid}:2.1").node), body="x")
    library.keep(parsed(FIRST, changed, THIRD), document=old.uid, label="2024")
    assert library.note(note.uid).anchor.quote == changed

    def found(words):
        return [h.uid for h in library.search(words, limit=50).hits if h.kind == "note"]

    assert (found("统一监管"), found("监督管理")) == ([note.uid], [])
    library.undo()
    assert (found("统一监管"), found("监督管理")) == ([], [note.uid])


def test_what_was_decided_is_not_decided_twice(revised):
    library, *_, notes = revised
    with pytest.raises(UserError) as told:
        library.accept_candidate(notes["moves"].uid)
    assert told.value.code == "review-none"
    with pytest.raises(UserError) as told:
        library.accept_candidate(notes["asks"].uid, 7)
    assert told.value.code == "candidate-unknown"


def test_a_third_edition_takes_the_notes_from_where_they_last_stood(revised):
    library, old, _, notes = revised
    third = library.keep(
        parsed(NEWLY, FIRST, ALIKE, SECOND, FOURTH), document=old.uid, label="2026"
    )
    found = {n.body: n.anchor for n in library.notes(third.edition)}
    assert found["moves"].quote == SECOND
    assert found["asks"].quote == ALIKE
    assert [r.note.uid for r in library.reviews()] == [notes["gone"].uid]


def test_a_restored_note_has_its_place_in_an_edition_that_came_meanwhile(library):
    old = library.keep(parsed(FIRST, SECOND), label="2018")
    node = library.place(f"{old.uid}:2.1").node
    note = library.add_note(library.anchor_on(node), body="later")
    library.delete_notes([note.uid])
    new = library.keep(parsed(NEWLY, FIRST, SECOND), document=old.uid, label="2024")
    library.restore_notes([note.uid])
    assert library.note(note.uid).anchor.edition == new.edition


def test_an_undo_that_comes_too_late_is_refused(revised):
    library, *_, notes = revised
    uid = notes["asks"].uid
    library.accept_candidate(uid)
    late = library.history
    library.history = type(late)()
    note = library.note(uid)
    library.change_note(uid, body="more")
    assert library.note(uid).anchor == note.anchor
    library.history = late
    assert library.undo() == "move note"
    assert library.note(uid).body == "more"


def test_two_editions_are_compared(revised):
    library, old, new, _ = revised
    pairs = library.compare(old.edition, new.edition)
    assert [p.kind for p in pairs].count("moved") == 2
    changed = next(p for p in pairs if p.kind == "changed")
    assert any(not s.is_equal for s in library.differing(changed.old[0].text, changed.new[0].text))
    assert library.editions(old.uid) == ((new.edition, "2024"), (old.edition, "2018"))


def test_the_shipped_plan_moves_all_its_notes_to_itself_with_another_first_line(library):
    document = library.documents()[0]
    nodes = [n for n in library.nodes(document.edition) if n.end > n.start]
    for node in nodes[::4]:
        library.add_note(library.anchor_on(node), color="green")
    text = library.text(document.edition, 0, 10**7)
    parsed_again = _again(library, document, text)
    new = library.keep(parsed_again, document=document.uid, label="again")
    tally = library.tally(new.edition)
    assert (tally.moved, tally.asked) == (len(nodes[::4]), 0)
    for note in library.notes(new.edition):
        assert note.anchor.kind == "node"


def _again(library, document, text):
    from desktop.importers.blocks import Extract, paragraphs_of
    from desktop.importers.parse import parse_extract

    longer = f"Published anew.\n{text}"
    made = parse_extract(Extract(longer, paragraphs_of(longer)))
    return replace(made, facts=document.facts)
