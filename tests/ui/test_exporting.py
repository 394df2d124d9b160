"""Exporting from the window: restricted notes are asked for, left out, and told."""

import pytest
from docx import Document
from PySide6.QtCore import Qt

from desktop.ui import exporting
from desktop.ui.dialogs.restricted import RestrictedDialog


def words(file):
    return "\n".join(p.text for p in Document(str(file)).paragraphs)


@pytest.fixture
def file(tmp_path, monkeypatch):
    """Where every export goes."""
    file = tmp_path / "out.docx"
    monkeypatch.setattr(exporting, "ask_file", lambda *_: file)
    return file


@pytest.fixture
def two(house):
    """A public and a restricted note on the same region, shown in the pane."""
    node = house.library.place("II.(3).2.1").node
    anchor = house.library.anchor_on(node)
    kinds = (("for all", "public"), ("for few", "restricted"))
    made = [house.library.add_note(anchor, body=b, sensitivity=s) for b, s in kinds]
    house.reading.open(house.library.edition_of(node), "II.(3).2.1")
    return made


def dialog(house):
    (found,) = house.window.findChildren(RestrictedDialog)
    return found


def test_restricted_notes_are_left_out_and_the_bar_says_how_many(house, two, file, qtbot):
    house.actions["export.notes"].trigger()
    qtbot.keyClick(dialog(house), Qt.Key.Key_Return)
    qtbot.waitUntil(file.exists)
    assert "for all" in words(file)
    assert "for few" not in words(file)
    assert "1 restricted note was left out" in house.window.messages.label.text()


def test_restricted_notes_are_written_when_the_box_is_ticked(house, two, file, qtbot):
    memo = house.library.new_memo("M")
    house.library.add_notes_to_memo(memo.uid, [n.uid for n in two])
    house.exporting.export_memo_of(memo.uid)
    asked = dialog(house)
    qtbot.keyClick(asked.box, Qt.Key.Key_Space)
    assert asked.box.isChecked()
    qtbot.keyClick(asked, Qt.Key.Key_Return)
    qtbot.waitUntil(file.exists)
    assert "for few" in words(file)
    assert "left out" not in house.window.messages.label.text()


def test_nothing_is_written_when_the_question_is_left(house, two, file, qtbot):
    house.exporting.export_notes([two[1].uid])
    asked = dialog(house)
    assert not asked.buttons.button(asked.buttons.StandardButton.Ok).isEnabled()
    qtbot.keyClick(asked, Qt.Key.Key_Escape)
    house.exporting.export_notes([two[0].uid])
    qtbot.waitUntil(file.exists)
    assert "for few" not in words(file)
