"""The main job with real keys and clicks: search, read, select, mark, note, undo, memo, export."""

import zipfile

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from db.model import Ask
from desktop.library import Library
from desktop.ui import exporting

PLACE = "II.(3).2.1"
QUOTE = "potassium, magnesium, lithium"
Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def focused():
    return QApplication.focusWidget()


def in_reader(house):
    return house.window.reader.isAncestorOf(focused())


def choose_words(house, qtbot, quote=QUOTE, path=PLACE):
    """Go to a place and select words there with the keys of a keyboard."""
    node = house.library.place(path).node
    start = house.library.find_quote(node, quote).start
    house.reading.open(house.library.edition_of(node), path)
    house.window.reader.setFocus()
    house.window.reader.go_to(start)
    for _ in quote:
        qtbot.keyClick(focused(), Key.Key_Right, SHIFT)
    assert house.window.reader.selected_span() == (start, start + len(quote))


def search(house, qtbot, words):
    house.window.field.setFocus()
    house.window.field.selectAll()
    qtbot.keyClicks(house.window.field, words)
    qtbot.waitUntil(lambda: house.searching.stands and house.window.results.current() is not None)


# the start


def test_the_window_opens_with_the_plan_and_the_cursor_in_the_search_field(house):
    assert focused() is house.window.field
    assert (
        house.window.navigator.tree.model().index(0, 0).data()
        == "East-West S&T Cooperation 2021–25"
    )
    assert house.reading.unit is not None
    assert house.window.status.saved.text() == "All changes saved"


def test_nothing_modal_stands_in_the_way(house):
    assert QApplication.activeModalWidget() is None


# searching


def test_hits_stand_in_the_place_of_the_tree_while_the_cursor_stays_in_the_field(house, qtbot):
    search(house, qtbot, "salt lake")
    assert house.window.left.currentWidget() is house.window.results
    assert focused() is house.window.field
    assert house.window.field.text() == "salt lake"


def test_the_best_hit_is_shown_in_the_text_and_down_shows_the_next(house, qtbot):
    search(house, qtbot, "salt lake")
    qtbot.waitUntil(lambda: house.reading.spot.path.startswith("II.(3)"))
    first = house.window.results.current()
    qtbot.keyClick(house.window.field, Key.Key_Down)
    assert house.window.results.current() != first
    assert focused() is house.window.field


def test_every_word_of_the_query_is_marked_in_the_text(house, qtbot):
    search(house, qtbot, "salt lake")
    qtbot.waitUntil(lambda: bool(house.window.reader._hits))
    unit = house.reading.unit
    marked = {unit.cut(*span).casefold() for span in house.window.reader._hits}
    assert {"salt lake"} <= marked or {"salt", "lake"} <= marked


def test_return_goes_to_the_hit_and_back_returns(house, qtbot):
    before = house.reading.spot
    search(house, qtbot, "lithium")
    qtbot.keyClick(house.window.field, Key.Key_Return)
    qtbot.waitUntil(lambda: in_reader(house))
    assert house.reading.spot.path == PLACE
    assert house.window.left.currentWidget() is house.window.results
    qtbot.keyClick(house.window, Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert house.reading.spot == before


def test_return_before_the_hits_are_there_waits_for_them(house, qtbot):
    house.window.field.setFocus()
    qtbot.keyClicks(house.window.field, "lithium")
    qtbot.keyClick(house.window.field, Key.Key_Return)
    qtbot.waitUntil(lambda: in_reader(house) and house.reading.spot.path == PLACE)


def test_escape_brings_the_tree_back(house, qtbot):
    search(house, qtbot, "lithium")
    qtbot.keyClick(house.window.field, Key.Key_Escape)
    assert house.window.left.currentWidget() is house.window.navigator
    assert house.window.field.text() == ""
    assert in_reader(house)


def test_an_emptied_field_brings_the_tree_back(house, qtbot):
    search(house, qtbot, "li")
    qtbot.keyClick(house.window.field, Key.Key_Backspace)
    qtbot.keyClick(house.window.field, Key.Key_Backspace)
    qtbot.wait(300)
    assert house.window.left.currentWidget() is house.window.navigator


def test_a_query_without_hits_says_so(house, qtbot):
    house.window.field.setFocus()
    qtbot.keyClicks(house.window.field, "zzzz")
    qtbot.waitUntil(lambda: house.searching.stands and house.window.results.current() is None)


def test_a_written_note_is_found(house, qtbot):
    node = house.library.place(PLACE).node
    note = house.library.add_note(house.library.anchor_on(node), body="wolframite question")
    search(house, qtbot, "wolframite")
    assert house.window.results.current().uid == note.uid


# marking and noting


def test_h_marks_the_chosen_words_and_the_note_is_saved_at_once(house, folder, qtbot):
    choose_words(house, qtbot)
    qtbot.keyClick(focused(), Key.Key_H)
    other = Library.open(folder)
    (note,) = other.notes()
    other.close()
    assert (note.anchor.quote, note.color, note.path) == (QUOTE, "yellow", PLACE)
    assert house.window.status.saved.text() == "All changes saved"
    assert house.window.reader.selected_span() is None


def test_a_number_marks_in_another_color_and_h_keeps_it(house, qtbot):
    choose_words(house, qtbot)
    qtbot.keyClick(focused(), Key.Key_3)
    choose_words(house, qtbot, "salt lake industry")
    qtbot.keyClick(focused(), Key.Key_H)
    assert [n.color for n in house.library.notes()] == ["red", "red"]


def test_the_same_words_marked_again_change_their_color_and_then_lose_it(house, qtbot):
    for key in (Key.Key_1, Key.Key_2):
        choose_words(house, qtbot)
        qtbot.keyClick(focused(), key)
    assert [n.color for n in house.library.notes()] == ["green"]
    choose_words(house, qtbot)
    qtbot.keyClick(focused(), Key.Key_2)
    assert house.library.notes() == ()


def test_h_without_words_says_what_to_do(house, qtbot):
    house.window.reader.setFocus()
    qtbot.keyClick(focused(), Key.Key_H)
    assert house.window.status.saved.text() == "Select some words first"
    assert house.library.notes() == ()


def test_n_opens_an_editor_and_what_is_typed_is_saved_and_shown(house, qtbot):
    choose_words(house, qtbot)
    qtbot.keyClick(focused(), Key.Key_N)
    uid = house.window.notes.editing_uid()
    qtbot.keyClicks(focused(), "Which figures?")
    qtbot.waitUntil(lambda: house.library.note(uid).body == "Which figures?")
    qtbot.keyClick(focused(), Key.Key_Escape)
    assert house.window.notes.editing_uid() is None
    assert house.library.history.undo_words == "add note"


def test_a_note_without_chosen_words_hangs_on_the_clause(house, qtbot):
    house.reading.open(house.library.document().edition, PLACE)
    house.window.reader.setFocus()
    qtbot.keyClick(focused(), Key.Key_N)
    qtbot.keyClicks(focused(), "Ask")
    qtbot.waitUntil(lambda: len(house.library.notes()) == 1)
    (note,) = house.library.notes()
    assert (note.path, note.anchor.kind, note.color) == (PLACE, "node", "")


def test_an_editor_that_is_left_empty_leaves_nothing_behind(house, qtbot):
    house.reading.open(house.library.document().edition, PLACE)
    house.window.reader.setFocus()
    qtbot.keyClick(focused(), Key.Key_N)
    qtbot.keyClick(focused(), Key.Key_Escape)
    qtbot.wait(50)
    assert house.library.notes() == ()
    assert house.window.notes.shown_uids() == ()
    assert house.library.trash() == ()


def test_a_note_is_one_step_of_the_history_however_long_it_was_written(house, qtbot):
    choose_words(house, qtbot)
    qtbot.keyClick(focused(), Key.Key_N)
    for words in ("First ", "second ", "third"):
        qtbot.keyClicks(focused(), words)
        qtbot.wait(600)
    qtbot.keyClick(focused(), Key.Key_Escape)
    qtbot.keyClick(house.window, Key.Key_Z, CTRL)
    assert house.library.notes() == ()
    qtbot.keyClick(house.window, Key.Key_Z, CTRL | SHIFT)
    assert [n.body for n in house.library.notes()] == ["First second third"]


def test_color_and_words_in_one_editor_can_be_undone_one_by_one(house, qtbot):
    choose_words(house, qtbot)
    qtbot.keyClick(focused(), Key.Key_N)
    qtbot.keyClicks(focused(), "Why?")
    uid = house.window.notes.editing_uid()
    house.window.notes.body_drafted.emit(uid, "Why?")
    house.window.notes.color_chosen.emit(uid, "blue")
    qtbot.keyClick(focused(), Key.Key_Escape)
    assert [n.color for n in house.library.notes()] == ["blue"]
    house.keeping.undo()
    assert [(n.color, n.body) for n in house.library.notes()] == [("yellow", "Why?")]
    house.keeping.undo()
    assert house.library.notes() == ()


def test_the_tree_counts_the_note_on_every_place_above(house, qtbot):
    choose_words(house, qtbot)
    qtbot.keyClick(focused(), Key.Key_H)
    model = house.window.navigator.model
    edition = house.library.document().edition
    from desktop.ui.models.outline_model import COUNT

    paths = ["II", "II.(3)", "II.(3).2"]
    assert [model.find(edition, paths[:n]).data(COUNT) for n in range(4)] == [1, 1, 1, 1]


def test_undo_is_worded_in_the_menu(house, qtbot):
    assert not house.actions["edit.undo"].isEnabled()
    choose_words(house, qtbot)
    qtbot.keyClick(focused(), Key.Key_H)
    assert house.actions["edit.undo"].text() == "&Undo highlight"
    qtbot.keyClick(house.window, Key.Key_Z, CTRL)
    assert house.library.notes() == ()
    assert house.actions["edit.redo"].text() == "&Redo highlight"
    assert house.window.status.saved.text() == "Undone: highlight"


def test_ctrl_z_in_an_untouched_field_takes_back_the_last_deed(house, qtbot):
    choose_words(house, qtbot)
    qtbot.keyClick(focused(), Key.Key_H)
    house.window.field.setFocus()
    qtbot.keyClick(house.window.field, Key.Key_Z, CTRL)
    assert house.library.notes() == ()


def test_ctrl_z_in_a_field_takes_back_what_was_typed_there_first(house, qtbot):
    choose_words(house, qtbot)
    qtbot.keyClick(focused(), Key.Key_H)
    house.window.field.setFocus()
    qtbot.keyClicks(house.window.field, "x")
    qtbot.keyClick(house.window.field, Key.Key_Z, CTRL)
    assert house.window.field.text() == ""
    assert len(house.library.notes()) == 1


def test_a_deleted_note_can_be_had_back_from_the_bar_and_from_the_trash(house, qtbot):
    choose_words(house, qtbot)
    qtbot.keyClick(focused(), Key.Key_H)
    (note,) = house.library.notes()
    house.window.notes.delete_requested.emit((note.uid,))
    assert house.library.notes() == ()
    assert house.window.messages.isVisible()
    house.keeping.show_trash()
    qtbot.mouseClick(house.window.trash_page.button, Qt.MouseButton.LeftButton)
    assert [n.uid for n in house.library.notes()] == [note.uid]


def test_words_are_chosen_and_marked_with_the_mouse_alone(house, qtbot):
    choose_words(house, qtbot)
    button = house.window.top.findChild(object, "button.note.highlight")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(20, button.height() // 2))
    assert [n.anchor.quote for n in house.library.notes()] == [QUOTE]


# keys that must stay letters


@pytest.mark.parametrize("key", [Key.Key_H, Key.Key_N, Key.Key_M, Key.Key_C, Key.Key_1])
def test_a_single_key_is_a_letter_outside_the_text(house, qtbot, key):
    house.window.navigator.tree.setFocus()
    qtbot.keyClick(focused(), key)
    house.window.field.setFocus()
    qtbot.keyClick(focused(), key)
    assert house.window.field.text() == chr(key).lower()
    assert house.library.notes() == ()
    assert house.library.memos() == ()


def test_the_tree_keeps_its_type_ahead(house, qtbot):
    tree = house.window.navigator.tree
    tree.setFocus()
    qtbot.keyClicks(tree, "safe")
    assert tree.currentIndex().data() == "Safeguard measures"


# the memo


def test_m_puts_the_clause_into_a_memo_that_is_made_without_a_question(house, qtbot):
    house.reading.open(house.library.document().edition, PLACE)
    house.window.reader.setFocus()
    qtbot.keyClick(focused(), Key.Key_M)
    (memo,) = house.library.memos()
    assert [b.path for b in memo.blocks] == [PLACE]
    assert house.window.messages.isVisible()


def test_a_selection_over_two_clauses_puts_both_into_the_memo(house, qtbot):
    edition = house.library.document().edition
    house.reading.open(edition, PLACE)
    first, second = (house.library.place(f"II.(3).2.{n}").node for n in (1, 2))
    house.window.reader.select_span(first.start + 5, second.start + 20)
    house.window.reader.setFocus()
    qtbot.keyClick(focused(), Key.Key_M)
    assert [b.path for b in house.library.memos()[0].blocks] == [first.path, second.path]


def test_the_memo_is_opened_and_exported_with_its_citation(house, qtbot, tmp_path, monkeypatch):
    file = tmp_path / "memo.docx"
    monkeypatch.setattr(exporting, "ask_file", lambda *_: file)
    house.reading.open(house.library.document().edition, PLACE)
    house.window.reader.setFocus()
    qtbot.keyClick(focused(), Key.Key_M)
    house.memoing.open_memo()
    assert house.window.shows_memo
    house.actions["export.view"].trigger()
    with zipfile.ZipFile(file) as parts:
        words = parts.read("word/document.xml").decode()
    assert QUOTE in words
    assert str(file) in house.window.messages.label.text()


def test_the_notes_in_view_are_exported_in_one_step(house, qtbot, tmp_path, monkeypatch):
    file = tmp_path / "notes.docx"
    monkeypatch.setattr(exporting, "ask_file", lambda *_: file)
    choose_words(house, qtbot)
    qtbot.keyClick(focused(), Key.Key_H)
    qtbot.keyClick(house.window, Key.Key_E, CTRL)
    with zipfile.ZipFile(file) as parts:
        assert QUOTE in parts.read("word/document.xml").decode()


def test_words_are_copied_with_their_citation(house, qtbot):
    choose_words(house, qtbot)
    qtbot.keyClick(focused(), Key.Key_C)
    copied = QApplication.clipboard().text()
    assert copied.startswith(f"“{QUOTE}”\n")
    assert "2022" in copied
    qtbot.keyClick(focused(), Key.Key_C, CTRL)
    assert QApplication.clipboard().text() == QUOTE


def test_own_words_in_a_memo_are_one_step_and_a_deleted_memo_comes_back(house, qtbot):
    memo = house.library.new_memo("Questions")
    house.memoing.show_memo(memo.uid)
    house.window.memo_page._list.add_text()
    for words in ("First ", "second"):
        qtbot.keyClicks(focused(), words)
        qtbot.wait(600)
    qtbot.keyClick(focused(), Key.Key_Escape)
    assert [b.text for b in house.library.memo(memo.uid).blocks] == ["First second"]
    house.keeping.undo()
    assert house.library.memo(memo.uid).blocks == ()
    house.keeping.redo()
    house.memoing.delete_memo()
    assert house.library.memos() == ()
    assert house.window.is_reading
    house.keeping.show_trash()
    qtbot.mouseClick(house.window.trash_page.button, Qt.MouseButton.LeftButton)
    assert [m.title for m in house.library.memos()] == ["Questions"]


def test_words_that_are_not_saved_yet_are_not_called_saved(house, qtbot):
    choose_words(house, qtbot)
    qtbot.keyClick(focused(), Key.Key_N)
    assert house.window.status.saved.text() == "All changes saved"
    qtbot.keyClicks(focused(), "x")
    assert house.window.status.saved.text() == "Saving…"
    qtbot.waitUntil(lambda: house.window.status.saved.text() == "All changes saved")
    assert [n.body for n in house.library.notes()] == ["x"]


def test_around_the_text_only_its_own_notes_are_shown(house):
    edition = house.library.document().edition
    zone = next(z for z in house.library.zones(edition) if z.zone == "lede")
    house.library.add_note(house.library.anchor_on(house.library.place(PLACE).node), body="inside")
    outside = house.library.add_note(house.library.anchor(edition, zone.start, zone.start + 12))
    house.reading.open(edition, "@around")
    assert house.window.notes.shown_uids() == (outside.uid,)


# another program


def test_the_deed_of_another_program_shows_in_the_window(house, folder):
    other = Library.open(folder)
    node = other.place(PLACE).node
    note = other.add_note(other.anchor_on(node), body="from the console")
    other.close()
    house.reading.open(house.library.document().edition, PLACE)
    house.library.refresh()
    assert note.uid in house.window.notes.shown_uids()


def test_words_that_are_being_typed_survive_another_program_s_deed(house, folder, qtbot):
    choose_words(house, qtbot)
    qtbot.keyClick(focused(), Key.Key_N)
    qtbot.keyClicks(focused(), "half a sen")
    other = Library.open(folder)
    other.new_memo("From the console")
    other.close()
    house.library.refresh()
    qtbot.keyClicks(focused(), "tence")
    qtbot.keyClick(focused(), Key.Key_Escape)
    assert [n.body for n in house.library.notes()] == ["half a sentence"]


def test_words_are_copied_as_printed_with_the_range_of_their_citation(house, qtbot):
    first = house.library.place("II.(3).2.1").node
    last = house.library.place("II.(3).2.2").node
    house.reading.open(house.library.document().edition, first.path)
    qtbot.waitUntil(lambda: house.window.reader.unit is not None)
    house.window.reader.select_span(first.end - 9, last.start + 7)
    house.helping.copy_cited()
    copied = QApplication.clipboard().text()
    printed = house.library.text(house.library.document().edition, first.end - 9, last.start + 7)
    assert copied.startswith(f"“{printed}”")
    assert "cl. 1" in copied
    assert "2" in copied.rpartition("cl. 1")[2]


def test_the_best_hit_is_chosen_when_the_ranked_ones_come(house, qtbot):
    search(house, qtbot, "qinghai")
    qtbot.waitUntil(lambda: house.window.results.current().path == "II.(3)")


def test_every_word_of_the_query_on_the_page_is_marked_not_the_first_of_each_clause(house):
    unit = house.library.unit(house.library.document().edition, "II.(2)")
    searcher = house.library.searcher()()
    marks = searcher.marks(Ask("qinghai"), unit)
    searcher.close()
    assert [unit.cut(*m) for m in marks] == ["Qinghai"] * unit.source.count("Qinghai")
