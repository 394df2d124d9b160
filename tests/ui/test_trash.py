"""The trash page: every kind in one list; restored in one step, let go for ever after one question."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from desktop.library import keeping
from desktop.ui.dialogs import emptying


@pytest.fixture
def thrown(house):
    library = house.library
    node = library.place("I.1").node
    library.delete_notes([library.add_note(library.anchor_on(node), body="old words").uid])
    library.delete_memo(library.new_memo("Salt").uid)
    library.delete_bookmark(library.add_bookmark(library.document().edition, "I.1").uid)
    library.delete_search(library.save_search("lake", "Lakes").uid)
    house.keeping.show_trash()
    return house


def rows(house):
    page = house.window.trash_page
    return [page.list.item(n).text() for n in range(page.list.count())]


def answer(words, seen):
    def click():
        boxes = [b for b in QApplication.topLevelWidgets() if isinstance(b, QMessageBox)]
        for box in boxes:
            if box.isVisible():
                seen.append((box.text(), box.informativeText()))
                next(b for b in box.buttons() if b.text() == words).click()
                return
        QTimer.singleShot(10, click)

    QTimer.singleShot(0, click)


def test_every_kind_is_shown_and_restored_in_one_step(thrown, qtbot):
    said = "\n".join(rows(thrown))
    for words in ("Lakes", "Search · lake", "Bookmark", "Memo “Salt”", "old words"):
        assert words in said
    thrown.window.trash_page.list.selectAll()
    qtbot.mouseClick(thrown.window.trash_page.button, Qt.MouseButton.LeftButton)
    assert rows(thrown) == []
    assert thrown.window.trash_page.hint.text() == "Nothing here."
    assert not thrown.window.trash_page.empty.isVisible()
    thrown.keeping.undo()
    assert len(rows(thrown)) == 4


def test_emptying_asks_once_and_makes_a_backup(thrown, qtbot):
    seen = []
    answer("Delete", seen)
    qtbot.mouseClick(thrown.window.trash_page.empty, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: rows(thrown) == [], timeout=10000)
    assert seen == [
        (
            "Delete for ever: 1 memo, 1 note, 1 bookmark, and 1 search?",
            "This cannot be undone. A backup is made first.",
        )
    ]
    assert thrown.window.status.saved.text() == "4 things deleted for ever"
    (backup,) = keeping.backups(thrown.library.folder)
    assert backup.reason == "trash"


def test_an_answer_of_cancel_deletes_nothing(thrown, qtbot):
    answer("Cancel", [])
    qtbot.mouseClick(thrown.window.trash_page.delete, Qt.MouseButton.LeftButton)
    assert len(rows(thrown)) == 4
    assert keeping.backups(thrown.library.folder) == ()


def test_one_thing_is_deleted_for_ever(thrown, qtbot):
    answer("Delete", [])
    qtbot.mouseClick(thrown.window.trash_page.delete, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(rows(thrown)) == 3, timeout=10000)


def test_the_question_tells_what_becomes_of_notes_on_documents(house, monkeypatch):
    library = house.library
    node = library.place("I.1").node
    library.add_note(library.anchor_on(node), body="words")
    library.add_note(library.anchor(library.edition_of(node), node.start, node.start + 4))
    library.remove_documents([library.document().uid])
    told = emptying._details(library.count_emptying(library.trashed()))
    assert told[:2] == [
        "1 note on these documents keeps its words and carries its quotation.",
        "1 highlight on these documents goes along.",
    ]
