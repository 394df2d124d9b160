"""Notes to check and two editions side by side, with real keys and clicks."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.db.edition_pairs import FIFTH, FIRST, NEWLY, SECOND, THIRD
from tests.library.test_editions import ALIKE, CITY, PROVINCE, parsed

Key = Qt.Key


def focused():
    return QApplication.focusWidget()


@pytest.fixture
def revised(house):
    """A window on a law whose new edition leaves two notes to check."""
    library = house.library
    old = library.keep(parsed(FIRST, SECOND, ALIKE, THIRD, FIFTH), label="2018")
    notes = {}
    for name, path in (("moves", "2.1"), ("asks", "3.1"), ("gone", "4.1")):
        anchor = library.anchor_on(library.place(f"{old.uid}:{path}").node)
        notes[name] = library.add_note(anchor, body=name).uid
    changed = FIFTH.replace("公布之日", "2025年1月1日")
    new = library.keep(
        parsed(CITY, FIRST, NEWLY, SECOND, changed, PROVINCE), document=old.uid, label="2024"
    )
    return house, old, new, notes


def opened(house):
    house.actions["note.review"].trigger()
    page = house.window.review_page
    assert house.window.middle.currentWidget() is page
    return page


def test_the_pane_says_how_many_notes_wait_and_opens_them(revised, qtbot):
    house, *_ = revised
    assert house.reviewing.button.isVisible()
    assert house.reviewing.button.text() == "2 notes to check"
    qtbot.mouseClick(house.reviewing.button, Qt.MouseButton.LeftButton)
    page = house.window.review_page
    assert page.count.text() == "Note 1 of 2"
    assert page.body.text() == "asks"
    assert page.old_caption.text() == "2018  ·  第3条"
    assert ALIKE in page.old_text.toPlainText()


def test_a_moved_note_says_from_where(revised):
    house, old, new, notes = revised
    assert house.reviewing.origin_words(house.library.note(notes["moves"])) == (
        "moved from 第2条 of 2018"
    )
    house.reading.open(new.edition, "4")
    card = house.window.notes._list._notes_card
    note = house.library.note(notes["moves"])
    picture, _ = card.lay_out(note, 320, house.window.font())
    assert [words for _, words in picture.chips] == ["moved from 第2条 of 2018"]
    (before,) = [n for n in house.library.notes(old.edition) if n.uid == note.uid]
    assert house.reviewing.origin_words(before) == ""


def test_the_message_after_an_import_leads_to_them(revised, qtbot):
    house, _, new, _ = revised
    house.importing.edition_kept.emit(new)
    bar = house.window.messages
    assert bar.label.text() == "“湖泊保护法” has a new edition: 1 note moved, 2 to check."
    qtbot.mouseClick(bar._buttons[0], Qt.MouseButton.LeftButton)
    assert house.window.middle.currentWidget() is house.window.review_page


def test_an_import_of_many_files_says_how_many_wait_in_all(revised):
    house, old, new, _ = revised
    bar = house.window.messages
    house.importing.editions_kept.emit((old.edition,))
    assert not bar.isVisible()
    house.importing.editions_kept.emit((old.edition, new.edition))
    assert bar.label.text() == "New editions: 1 note moved, 2 to check."


def test_both_texts_are_shown_and_return_puts_the_note_on_the_chosen_one(revised, qtbot):
    house, _, new, notes = revised
    page = opened(house)
    assert focused() is page.list
    first = page.new_caption.text()
    qtbot.keyClick(focused(), Key.Key_2)
    assert page.number == 2
    assert page.new_caption.text() != first
    words = page.sheet.candidates[1].words
    qtbot.keyClick(focused(), Key.Key_Return)
    note = house.library.note(notes["asks"])
    assert (note.anchor.edition, note.anchor.quote) == (new.edition, words)
    assert page.count.text() == "Note 1 of 1"
    house.actions["edit.undo"].trigger()
    assert page.count.text() == "Note 2 of 2"
    assert house.reviewing.button.text() == "2 notes to check"


def test_what_differs_is_struck_out_and_underlined(revised):
    house, *_ = revised
    page = opened(house)
    assert "line-through" in page.old_text.toHtml()
    assert "underline" in page.new_text.toHtml()


def test_arrows_turn_to_the_next_note_and_k_leaves_it_on_the_old_edition(revised, qtbot):
    house, old, _, notes = revised
    page = opened(house)
    qtbot.keyClick(focused(), Key.Key_Right)
    assert page.body.text() == "gone"
    assert not page.accept.isEnabled()
    assert page.new_text.toPlainText() == "No clause of this edition is like it."
    qtbot.keyClick(focused(), Key.Key_K)
    assert house.library.note(notes["gone"]).anchor.edition == old.edition
    assert page.count.text() == "Note 1 of 1"
    qtbot.keyClick(focused(), Key.Key_D)
    assert house.library.note(notes["asks"]).anchor is None
    assert page.hint.text() == "Nothing to check: every note has its place."
    assert not house.reviewing.button.isVisible()
    qtbot.keyClick(page, Key.Key_Escape)
    assert house.window.is_reading


def test_a_place_is_chosen_in_the_text(revised, qtbot):
    house, _, new, notes = revised
    opened(house)
    qtbot.keyClick(focused(), Key.Key_Right)
    qtbot.keyClick(focused(), Key.Key_C)
    assert house.window.is_reading
    assert house.reading.spot.edition == new.edition
    node = next(n for n in house.library.nodes(new.edition) if n.text == NEWLY)
    house.reading.open(new.edition, node.path)
    house.window.reader.select_span(node.start, node.start + 6)
    qtbot.mouseClick(house.window.messages._buttons[0], Qt.MouseButton.LeftButton)
    assert house.library.note(notes["gone"]).anchor.quote == NEWLY[:6]
    assert house.window.middle.currentWidget() is house.window.review_page


def test_the_old_words_are_opened_in_the_old_edition(revised, qtbot):
    house, old, _, _ = revised
    page = opened(house)
    qtbot.mouseClick(page.old_caption, Qt.MouseButton.LeftButton)
    assert house.reading.spot.edition == old.edition
    crumb = house.window.breadcrumb
    assert crumb.edition.text() == "2018 · older edition ▾"
    assert crumb.words()[0] == "湖泊保护法"


def test_another_edition_is_chosen_over_the_text(revised):
    house, old, new, _ = revised
    house.reading.open(old.edition, "3")
    crumb = house.window.breadcrumb
    newest, older = crumb.edition.menu().actions()
    assert [(a.text(), a.isChecked()) for a in (newest, older)] == [("2024", False), ("2018", True)]
    newest.trigger()
    assert (house.reading.spot.edition, house.reading.spot.path) == (new.edition, "3")
    plan = house.library.documents()[0]
    house.reading.open(plan.edition, "II")
    assert not crumb.edition.isVisible()


# two editions


def compared(house, qtbot):
    house.actions["document.compare"].trigger()
    page = house.window.compare_page
    qtbot.waitUntil(lambda: page.model.rowCount() > 0)
    return page


def kinds(page):
    return [row.pair.kind for row in page.model.rows]


def test_two_editions_are_compared_and_filtered_by_kind(revised, qtbot):
    house, _, new, _ = revised
    house.reading.open(new.edition, "1")
    page = compared(house, qtbot)
    assert (page.old.currentText(), page.new.currentText()) == ("2018", "2024")
    assert set(kinds(page)) == {"changed", "added", "deleted"}
    assert page.kinds["moved"].text() == "Moved  2"
    for kind in ("changed", "added"):
        qtbot.mouseClick(page.kinds[kind], Qt.MouseButton.LeftButton)
    assert set(kinds(page)) == {"deleted"}
    qtbot.mouseClick(page.kinds["moved"], Qt.MouseButton.LeftButton)
    assert kinds(page).count("moved") == 2
    moved = next(r for r in page.model.rows if r.new_words == SECOND)
    assert [n.body for n in moved.notes] == ["moves"]
    assert (moved.old_place, moved.new_place) == ("第2条", "第4条")


def test_return_opens_the_new_place_and_o_the_old_one(revised, qtbot):
    house, old, new, _ = revised
    house.reading.open(new.edition, "1")
    page = compared(house, qtbot)
    changed = next(r for r in page.model.rows if r.pair.kind == "changed")
    page.list.select(page.model.index_of(changed.number))
    page.setFocus()
    qtbot.keyClick(focused(), Key.Key_Return)
    assert house.reading.spot.edition == new.edition
    page = compared(house, qtbot)
    page.list.select(page.model.index_of(changed.number))
    page.setFocus()
    qtbot.keyClick(focused(), Key.Key_O)
    assert house.reading.spot.edition == old.edition


def test_a_double_click_opens_the_half_that_was_clicked(revised, qtbot):
    house, old, new, _ = revised
    house.reading.open(new.edition, "1")
    page = compared(house, qtbot)
    row = next(r for r in page.model.rows if r.pair.kind == "changed")
    index = page.model.index_of(row.number)
    page.list.scrollTo(index)
    left = page.list.visualRect(index).topLeft()
    left.setX(30)
    left.setY(left.y() + 12)
    qtbot.mouseDClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=left)
    assert house.reading.spot.edition == old.edition


def test_a_document_with_one_edition_says_so(house):
    house.actions["document.compare"].trigger()
    assert house.window.is_reading
    assert "one edition" in house.window.status.saved.text()


def test_a_screen_reader_hears_what_became_of_a_clause(revised, qtbot, qtmodeltester):
    house, _, new, _ = revised
    house.reading.open(new.edition, "1")
    page = compared(house, qtbot)
    row = next(r for r in page.model.rows if r.pair.kind == "deleted")
    assert page.model.spoken(row) == f"Deleted. 第4条. {THIRD}"
    qtmodeltester.check(page.model)


def test_a_law_of_two_thousand_clauses_is_laid_out_lazily(revised, qtbot):
    house, old, new, _ = revised
    house.reading.open(new.edition, "1")
    page = compared(house, qtbot)
    pairs = [row.pair for row in page.model.rows] * 800
    laid_out = []
    real = page.card.lay_out
    page.card.lay_out = lambda *args: laid_out.append(1) or real(*args)
    page.show_pairs(pairs, house.comparing._side(old.edition), house.comparing._side(new.edition))
    page.list.viewport().repaint()
    assert page.model.rowCount() == len(pairs)
    assert len(laid_out) < len(pairs) / 2
