"""Bookmarks with real keys: kept from the text, opened, named, ordered and deleted in the tree."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.library import Library
from desktop.ui.dialogs.names import LineDialog

Key = Qt.Key
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
PATHS = ("II.(3).2", "I", "II.(5)")


def open_place(house, path):
    house.reading.open(house.library.document().edition, path)


def titles(house):
    return [b.title for b in house.library.bookmarks()]


def rows(house):
    model = house.window.navigator.model
    head = model.find_kind("bookmarks")
    return [model.index(n, 0, head) for n in range(model.rowCount(head))]


@pytest.fixture
def tree(house):
    """The tree with three bookmarks, unfolded and in focus."""
    for path in PATHS:
        house.library.add_bookmark(house.library.document().edition, path, path)
    tree = house.window.navigator.tree
    tree.expand(house.window.navigator.model.find_kind("bookmarks"))
    tree.setFocus()
    return tree


def test_ctrl_d_keeps_the_place_and_lets_it_go_again(house, qtbot):
    open_place(house, "II.(3).2")
    house.window.reader.setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_D, CTRL)
    assert titles(house) == ["(3) Qinghai · 2 World-class salt lake base"]
    assert [i.data() for i in rows(house)] == titles(house)
    assert house.window.reader._page.marks.kept
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_D, CTRL)
    assert titles(house) == []
    assert not house.window.reader._page.marks.kept
    house.keeping.undo()
    assert len(rows(house)) == 1


def test_the_sign_is_painted_beside_the_place(house, qtbot):
    open_place(house, "II.(3).2")
    before = house.window.reader.grab().toImage()
    house.actions["bookmark.toggle"].trigger()
    assert house.window.reader.grab().toImage() != before
    open_place(house, "I")
    assert not house.window.reader._page.marks.kept
    open_place(house, "II.(3)")
    assert house.window.reader._page.marks.kept


def test_walking_over_bookmarks_opens_none_and_return_opens_one(house, tree, qtbot):
    open_place(house, "III")
    tree.setCurrentIndex(rows(house)[0])
    qtbot.keyClick(tree, Key.Key_Down)
    assert house.reading.spot.path == "III"
    assert tree.currentIndex().data() == "I"
    qtbot.keyClick(tree, Key.Key_Return)
    assert house.reading.spot.path == "I"
    assert house.window.reader.isAncestorOf(QApplication.focusWidget())
    house.reading.go_back()
    assert house.reading.spot.path == "III"


def test_a_click_opens_a_bookmark(house, tree, qtbot):
    place = tree.visualRect(rows(house)[2]).center()
    qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert house.reading.spot.path == "II.(5)"


def test_alt_and_arrows_order_delete_deletes_and_undo_brings_back(house, tree, qtbot):
    tree.setCurrentIndex(rows(house)[0])
    qtbot.keyClick(tree, Key.Key_Down, ALT)
    qtbot.keyClick(tree, Key.Key_Down, ALT)
    qtbot.keyClick(tree, Key.Key_Down, ALT)
    assert titles(house) == ["I", "II.(5)", "II.(3).2"]
    assert tree.currentIndex().data() == "II.(3).2"
    qtbot.keyClick(tree, Key.Key_Delete)
    assert titles(house) == ["I", "II.(5)"]
    assert house.library.documents()
    for _ in range(3):
        house.keeping.undo()
    assert titles(house) == list(PATHS)


def test_f2_renames_and_an_empty_title_is_refused_in_words(house, tree, qtbot):
    tree.setCurrentIndex(rows(house)[1])
    qtbot.keyClick(tree, Key.Key_F2)
    (dialog,) = house.window.findChildren(LineDialog)
    dialog.field.clear()
    qtbot.keyClick(dialog.field, Key.Key_Return)
    assert "needs a title" in dialog.trouble.text()
    qtbot.keyClicks(dialog.field, "Aims")
    qtbot.keyClick(dialog.field, Key.Key_Return)
    assert [i.data() for i in rows(house)] == ["II.(3).2", "Aims", "II.(5)"]


def test_the_menu_of_a_bookmark_offers_the_same_deeds(house, tree):
    menu = house.bookmarking._menu(house.library.bookmarks()[0])
    deeds = {a.text().replace("&", ""): a for a in menu.actions()}
    assert list(deeds) == ["Open", "Rename…", "Move up", "Move down", "Delete"]
    deeds["Move down"].trigger()
    menu.deleteLater()
    assert titles(house) == ["I", "II.(3).2", "II.(5)"]


def test_keys_on_a_document_are_not_taken(house, tree, qtbot):
    tree.setCurrentIndex(house.window.navigator.model.index(0, 0))
    qtbot.keyClick(tree, Key.Key_Delete)
    assert house.library.documents() == ()
    house.keeping.undo()
    assert titles(house) == list(PATHS)


def test_a_bookmark_of_another_program_shows(house, folder, qtbot):
    other = Library.open(folder)
    other.add_bookmark(other.document().edition, "I", "from elsewhere")
    other.close()
    house.library.refresh()
    assert [i.data() for i in rows(house)] == ["from elsewhere"]


@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize(
    ("path", "words"),
    [((), "On the whole document"), (("II",), "Bookmark this place"), (("II",), "Add note")],
)
def test_the_menu_of_the_tree_offers_notes_and_bookmarks(house, qtbot, path, words):
    model = house.window.navigator.model
    index = model.find(house.library.document().edition, path)
    house.window.navigator.tree.setCurrentIndex(index)
    offered = []
    house.window.new_menu = lambda made=house.window.new_menu: offered.append(made()) or offered[-1]
    house.shelving._on_menu_requested(model.row(index), house.window.pos())
    shown = [a.text().replace("&", "") for a in offered[0].actions()]
    offered[0].close()
    del house.window.new_menu
    assert words in shown
