"""Notes in the whole window, with real keys: where they hang, what they carry, and that none is lost."""

import sqlite3
import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.library import Library
from desktop.ui.dialogs.color_names import ColorNamesDialog
from desktop.ui.dialogs.names import LineDialog
from desktop.ui.dialogs.tags import TagsDialog

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
PLACE = "II.(3).2.1"


@pytest.fixture
def pane(house):
    return house.window.notes


def go(house, path=PLACE):
    house.reading.open(house.library.document().edition, path)
    house.window.reader.setFocus()


def focused():
    return QApplication.focusWidget()


def editor(house):
    return house.window.notes._list.editor


def write(house, qtbot, words):
    """Open a note on the clause where we are, and type."""
    go(house)
    qtbot.keyClick(focused(), Key.Key_N)
    qtbot.waitUntil(lambda: editor(house) is not None and editor(house).body.hasFocus())
    qtbot.keyClicks(focused(), words)


def on_disk(folder):
    """The bodies that another connection reads now: what would be there after a kill."""
    with sqlite3.connect(folder / "library.sqlite3") as conn:
        found = [row[0] for row in conn.execute("SELECT body FROM note WHERE deleted = ''")]
    conn.close()
    return found


# where they hang


@pytest.mark.parametrize(
    ("deed", "path"),
    [("note.heading", "II.(3).2"), ("note.region", "II.(3)"), ("note.document", "")],
)
def test_a_note_hangs_on_heading_region_and_document(house, pane, qtbot, deed, path):
    go(house)
    house.actions[deed].trigger()
    qtbot.waitUntil(lambda: editor(house) is not None)
    qtbot.keyClicks(editor(house).body, "Why?")
    qtbot.keyClick(editor(house).body, Key.Key_Escape)
    (note,) = house.library.notes()
    assert (note.body, note.path) == ("Why?", path)
    assert note.anchor.kind == ("node" if path else "document")
    assert pane.shown_uids() == (note.uid,)
    house.keeping.undo()
    assert house.library.notes() == ()


def test_shift_n_notes_on_the_task(house, qtbot):
    go(house)
    qtbot.keyClick(focused(), Key.Key_N, SHIFT)
    qtbot.waitUntil(lambda: editor(house) is not None)
    qtbot.keyClicks(editor(house).body, "x")
    qtbot.keyClick(editor(house).body, Key.Key_Escape)
    assert house.library.notes()[0].path == "II.(3).2"


def test_an_empty_editor_leaves_nothing_behind(house, qtbot):
    go(house)
    house.actions["note.document"].trigger()
    editor(house).facts.status.menu().actions()[1].trigger()
    qtbot.keyClick(editor(house).body, Key.Key_Escape)
    assert house.library.notes() == ()
    assert house.library.history.undo_words == ""


def test_a_second_note_on_the_document_is_another_note(house, qtbot):
    for words in ("one", "two"):
        go(house)
        house.actions["note.document"].trigger()
        qtbot.keyClicks(editor(house).body, words)
        qtbot.keyClick(editor(house).body, Key.Key_Escape)
    assert {n.body for n in house.library.notes()} == {"one", "two"}


# what they carry


def test_status_sensitivity_and_author_are_saved_at_once_as_steps(house, qtbot):
    write(house, qtbot, "Who signs?")
    facts = editor(house).facts
    facts.status.menu().actions()[1].trigger()
    facts.sensitivity.menu().actions()[2].trigger()
    facts.author.setFocus()
    facts.author.selectAll()
    qtbot.keyClicks(facts.author, "Li Na")
    qtbot.keyClick(facts.author, Key.Key_Escape)
    (note,) = house.library.notes()
    assert (note.body, note.status, note.sensitivity, note.author) == (
        *("Who signs?", "question", "restricted", "Li Na"),
    )
    words = [house.library.undo() for _ in range(4)]
    assert words == ["change author", "change sensitivity", "change status", "add note"]


def test_several_notes_are_changed_by_the_menu_in_one_step(house, pane):
    node = house.library.place(PLACE).node
    for body in "ab":
        house.library.add_note(house.library.anchor_on(node), body=body)
    go(house)
    pane._list.selectAll()
    pane._list.change_requested.emit(pane.selected_uids(), "status", "done")
    assert {n.status for n in house.library.notes()} == {"done"}
    house.keeping.undo()
    assert {n.status for n in house.library.notes()} == {"open"}


def test_the_pane_shows_the_document_or_the_library_and_remembers_it(house, pane, settings):
    lib = house.library
    a = lib.add_note(lib.anchor_on(lib.place("I.1").node), body="a")
    b = lib.add_note(lib.anchor_on(lib.place("II.(5).1").node), body="b")
    loose = lib.add_note(None, body="nowhere")
    go(house, "I")
    assert pane.shown_uids() == (a.uid,)
    house.noting.choose_scope("document")
    assert pane.shown_uids() == (a.uid, b.uid)
    house.noting.choose_scope("library")
    assert pane.shown_uids() == (a.uid, b.uid, loose.uid)
    assert settings.get("notes_scope", "") == "library"
    pane.note_chosen.emit(b.uid)
    assert house.reading.unit.path == "II.(5)"
    pane.note_chosen.emit(loose.uid)
    assert house.reading.unit.path == "II.(5)"


def test_colors_are_named_in_a_dialog_and_said_everywhere(house, qtbot):
    house.actions["note.colors"].trigger()
    (dialog,) = house.window.findChildren(ColorNamesDialog)
    qtbot.keyClicks(dialog.fields["red"], "important")
    qtbot.keyClick(dialog.fields["red"], Key.Key_Return)
    assert house.library.color_names() == {"red": "important"}
    assert "important" in house.actions["note.red"].text()
    bar = house.window.reader._overlays.bar
    assert "Red – important (3)" in [b.toolTip() for b in bar.buttons]
    house.keeping.undo()
    assert house.actions["note.red"].text() == "&Red"


def test_tags_are_renamed_merged_and_removed_in_a_dialog(house, qtbot):
    for tags in (["a/b"], ["c"]):
        house.library.add_note(None, body="x", tags=tags)
    house.actions["note.tags"].trigger()
    (dialog,) = house.window.findChildren(TagsDialog)
    qtbot.keyClick(dialog.list, Key.Key_F2)
    (line,) = dialog.findChildren(LineDialog)
    line.field.setText("c")
    qtbot.keyClick(line.field, Key.Key_Return)
    assert house.library.tags() == (("c", 2),)
    assert dialog.list.count() == 1
    qtbot.keyClick(dialog.list, Key.Key_Delete)
    assert house.library.tags() == ()
    assert not dialog.rename_button.isEnabled()
    dialog.accept()
    house.keeping.undo()
    house.keeping.undo()
    assert house.library.tags() == (("a/b", 1), ("c", 1))


def test_new_notes_bear_the_name_that_was_given(house, qtbot, settings):
    house.actions["note.author"].trigger()
    (dialog,) = house.window.findChildren(LineDialog)
    qtbot.keyClicks(dialog.field, "Li Na")
    qtbot.keyClick(dialog.field, Key.Key_Return)
    assert house.library.add_note(None, body="x").author == "Li Na"
    assert settings.get("author", "") == "Li Na"


# saved means saved


def test_what_is_typed_is_on_the_disk_within_a_second_of_the_last_key(house, folder, qtbot):
    write(house, qtbot, "kept while I think")
    begun = time.monotonic()
    qtbot.waitUntil(lambda: on_disk(folder) == ["kept while I think"], timeout=1000)
    assert time.monotonic() - begun < 1.0
    assert editor(house) is not None, "nothing had to be left for it"
    assert editor(house).state == "Saved"


def test_what_is_typed_is_on_the_disk_when_the_focus_goes(house, folder, qtbot):
    write(house, qtbot, "kept")
    house.window.field.setFocus()
    assert on_disk(folder) == ["kept"]


def test_what_is_typed_is_on_the_disk_when_the_window_closes(house, folder, qtbot):
    write(house, qtbot, "kept")
    house.window.close()
    assert on_disk(folder) == ["kept"]


def test_a_note_that_is_deleted_elsewhere_keeps_the_last_words(house, folder, qtbot):
    write(house, qtbot, "first")
    qtbot.waitUntil(lambda: on_disk(folder) == ["first"])
    uid = house.library.notes()[0].uid
    qtbot.keyClicks(editor(house).body, " and last")
    other = Library.open(folder)
    other.delete_notes([uid])
    other.close()
    house.library.refresh()
    assert editor(house) is None
    assert house.library.note(uid).body == "first and last"
    assert "in the trash" not in house.window.messages.label.text()
    assert "trash" in house.window.messages.label.text()
    house.library.restore_notes([uid])
    assert on_disk(folder) == ["first and last"]


def test_words_written_elsewhere_meanwhile_are_kept_beside_ours(house, folder, qtbot):
    write(house, qtbot, "ours")
    qtbot.waitUntil(lambda: on_disk(folder) == ["ours"])
    uid = house.library.notes()[0].uid
    qtbot.keyClicks(editor(house).body, "!")
    other = Library.open(folder)
    other.change_note(uid, body="theirs")
    other.close()
    house.library.refresh()
    house.window.field.setFocus()
    assert on_disk(folder) == ["ours!\n\ntheirs"]
    assert "both versions" in house.window.messages.label.text()


def test_words_changed_elsewhere_come_into_an_editor_at_rest(house, folder, qtbot):
    write(house, qtbot, "ours")
    qtbot.waitUntil(lambda: on_disk(folder) == ["ours"])
    other = Library.open(folder)
    other.change_note(house.library.notes()[0].uid, body="theirs")
    other.close()
    house.library.refresh()
    assert editor(house).body.toPlainText() == "theirs"
    qtbot.keyClicks(editor(house).body, "!")
    qtbot.keyClick(editor(house).body, Key.Key_Escape)
    assert on_disk(folder)[0] in ("theirs!", "!theirs", "thei!rs")


# highlights that overlap


def test_overlapping_highlights_cross_clauses_and_a_click_picks_one_after_the_other(
    house, pane, qtbot
):
    lib = house.library
    first, last = lib.place("II.(3).2.1").node, lib.place("II.(3).2.2").node
    edition = lib.edition_of(first)
    wide = lib.add_note(lib.anchor(edition, first.end - 40, last.start + 60), color="yellow")
    inner = lib.add_note(lib.anchor(edition, first.end - 30, first.end - 5), color="red")
    go(house)
    text = house.window.reader.focus_target()
    page = text.page
    row, unit = page.row_unit(page.map.to_position(first.end - 20))
    (band,) = [b for b in page.marks.bands[row] if b.covers(unit)]
    assert band.what.colors == ("yellow", "red")
    house.window.reader.go_to(first.end - 20)
    box = page.box(page.map.to_position(first.end - 20), page.map.to_position(first.end - 19))
    spot = text.in_viewport(box).center().toPoint()
    picked = []
    for _ in range(3):
        qtbot.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, pos=spot)
        picked += pane.selected_uids()
    assert picked == [inner.uid, wide.uid, inner.uid]
    row, unit = page.row_unit(page.map.to_position(last.start + 10))
    assert [n.uid for n in page.spots.on(row, unit).notes] == [wide.uid]
