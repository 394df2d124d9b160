"""A disk that refuses: it is said, the words stay, and they are saved as soon as it takes them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from db import connection
from db.errors import UserError
from desktop.ui import unsaved
from tests.ui.test_noting import editor, on_disk, write

Key = Qt.Key


@pytest.fixture
def disk(house, monkeypatch):
    """A disk that can be full: every transaction fails, as SQLite tells it, until there is room."""
    write_ = connection.Base.write
    state = {"full": False}

    def full(base):
        if state["full"]:
            raise UserError("disk-full")
        return write_(base)

    monkeypatch.setattr(connection.Base, "write", full)
    house._unsaved._again.setInterval(50)
    return state


def said(house):
    return house.window.status.saved.text()


def test_words_that_are_refused_stay_in_the_editor_and_are_saved_later(house, folder, qtbot, disk):
    write(house, qtbot, "first")
    qtbot.waitUntil(lambda: on_disk(folder) == ["first"])
    disk["full"] = True
    qtbot.keyClicks(editor(house).body, " and more")
    qtbot.waitUntil(lambda: said(house) == "The last change was not saved")
    assert "disk is full" in house.window.messages.label.text()
    assert editor(house).body.toPlainText() == "first and more"
    assert editor(house).state != "Saved"
    qtbot.wait(200)
    assert said(house) == "The last change was not saved"
    assert on_disk(folder) == ["first"]
    disk["full"] = False
    qtbot.waitUntil(lambda: on_disk(folder) == ["first and more"])
    assert said(house) == "All changes saved"
    assert "is saved now" in house.window.messages.label.text()
    qtbot.keyClick(editor(house).body, Key.Key_Escape)
    house.keeping.undo()
    assert on_disk(folder) == []


def test_a_new_note_that_is_refused_outlives_its_editor(house, folder, qtbot, disk):
    disk["full"] = True
    write(house, qtbot, "the very first words")
    qtbot.keyClick(editor(house).body, Key.Key_Escape)
    qtbot.waitUntil(lambda: said(house) == "The last change was not saved")
    assert on_disk(folder) == []
    disk["full"] = False
    qtbot.waitUntil(lambda: on_disk(folder) == ["the very first words"])
    assert house.library.history.undo_words == "add note"


def test_newer_words_take_the_place_of_those_that_wait(house, folder, qtbot, disk):
    write(house, qtbot, "a")
    qtbot.waitUntil(lambda: on_disk(folder) == ["a"])
    house._unsaved._again.setInterval(10_000)
    disk["full"] = True
    qtbot.keyClicks(editor(house).body, "b")
    qtbot.waitUntil(lambda: said(house) == "The last change was not saved")
    disk["full"] = False
    qtbot.keyClicks(editor(house).body, "c")
    qtbot.waitUntil(lambda: on_disk(folder) == ["abc"])
    assert said(house) == "All changes saved"
    assert not house._unsaved


def test_words_of_a_memo_are_kept_and_tried_again(house, folder, qtbot, disk):
    memo = house.library.new_memo("Questions")
    house.memoing.show_memo(memo.uid)
    house.window.memo_page._list.add_text()
    disk["full"] = True
    qtbot.keyClicks(QApplication.focusWidget(), "own words")
    qtbot.waitUntil(lambda: said(house) == "The last change was not saved")
    assert house.library.memo(memo.uid).blocks == ()
    disk["full"] = False
    qtbot.waitUntil(lambda: len(house.library.memo(memo.uid).blocks) == 1)
    assert house.library.memo(memo.uid).blocks[0].text == "own words"
    assert said(house) == "All changes saved"


def test_a_window_with_unsaved_words_stays_until_it_is_told_otherwise(house, folder, qtbot, disk):
    write(house, qtbot, "kept")
    disk["full"] = True
    house.window.close()
    assert house.window.isVisible()
    assert "could not be saved yet" in house.window.messages.label.text()
    house.window.close()
    assert house.window.isVisible()
    disk["full"] = False
    house.window.close()
    assert not house.window.isVisible()
    assert on_disk(folder) == ["kept"]


def test_unsaved_words_can_be_given_up(house, folder, qtbot, disk):
    write(house, qtbot, "lost")
    disk["full"] = True
    house.window.close()
    (anyway,) = [b for b in house.window.messages._buttons if "without" in b.text()]
    anyway.click()
    assert not house.window.isVisible()
    disk["full"] = False
    assert on_disk(folder) == []


def test_the_first_refusal_ends_an_attempt(qtbot):
    kept, saved = unsaved.Unsaved(), []

    def refuse():
        raise UserError("disk-full")

    kept.keep("a", refuse, lambda: saved.append("a done"))
    kept.keep("b", lambda: saved.append("b"), lambda: saved.append("b done"))
    kept.try_again()
    assert saved == []
    kept.forget("a")
    with qtbot.waitSignal(kept.all_saved):
        kept.try_again()
    assert saved == ["b", "b done"]
    assert not kept._again.isActive()
