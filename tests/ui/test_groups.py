"""Groups of documents in the tree: put in, dragged, renamed, filtered, with keys and menus."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.import_samples import other_law, write
from tests.ui.test_importing import choose, click, drop, page, titles

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


def group_up(house, qtbot, tmp_path, count=3):
    """Import some laws, fold the tree and return their editions and the navigator."""
    files = [write(tmp_path / "in", f"law{n}.txt", other_law(n)) for n in range(count)]
    drop(house, qtbot, *files)
    click(qtbot, page(house).report.leave)
    navigator = house.window.navigator
    navigator.tree.collapseAll()
    return [d.edition for d in house.library.documents()][-count:], navigator


def click_two(qtbot, navigator, editions):
    """Choose two documents with the mouse, the second one with Shift."""
    tree = navigator.tree
    for edition, held in ((editions[0], NONE), (editions[1], Qt.KeyboardModifier.ShiftModifier)):
        place = tree.visualRect(navigator.model.find(edition, ())).center()
        qtbot.mouseClick(tree.viewport(), LEFT, held, place)
    return tree


def names_of(navigator, group):
    index = navigator.model.find_kind("group", group)
    return [
        navigator.model.row(index).children[n].title for n in range(navigator.model.rowCount(index))
    ]


def answer(qtbot, words):
    """Type a line into the dialog that stands open."""
    dialog = QApplication.activeModalWidget() or next(
        w
        for w in QApplication.topLevelWidgets()
        if w.isVisible() and hasattr(w, "field") and w.isModal()
    )
    dialog.field.selectAll()
    qtbot.keyClicks(dialog.field, words)
    qtbot.keyClick(dialog.field, Key.Key_Return)


def test_chosen_documents_go_into_a_new_group_by_key_and_undo_takes_them_out(
    house, qtbot, tmp_path
):
    editions, navigator = group_up(house, qtbot, tmp_path)
    click_two(qtbot, navigator, editions)
    assert len(navigator.chosen_documents()) == 2
    house.actions["document.group"].trigger()
    answer(qtbot, "Water laws")
    assert [d.group for d in house.library.documents()][-3:] == ["Water laws", "Water laws", ""]
    assert len(names_of(navigator, "Water laws")) == 2
    assert navigator.tree.isExpanded(navigator.model.find_kind("group", "Water laws"))
    house.keeping.undo()
    assert navigator.model.groups() == []
    house.keeping.redo()
    assert navigator.model.groups() == ["Water laws"]


def test_a_document_is_dragged_into_a_group_and_out_of_it(house, qtbot, tmp_path):
    editions, navigator = group_up(house, qtbot, tmp_path)
    model = navigator.model
    house.library.put_in_group([house.library.document_of(editions[0]).uid], "Water")
    mime = model.mimeData([model.find(editions[1], ())])
    group = model.find_kind("group", "Water")
    assert model.canDropMimeData(mime, Qt.DropAction.MoveAction, -1, -1, group)
    model.dropMimeData(mime, Qt.DropAction.MoveAction, -1, -1, group)
    assert len(names_of(navigator, "Water")) == 2
    mime = model.mimeData([model.find(editions[0], ())])
    model.dropMimeData(mime, Qt.DropAction.MoveAction, -1, -1, model.find(editions[2], ()))
    assert [d.group for d in house.library.documents()][-3:] == ["", "Water", ""]
    trash = model.find_kind("trash")
    assert not model.flags(trash) & Qt.ItemFlag.ItemIsDropEnabled


def test_a_group_is_renamed_with_f2_and_stays_folded(house, qtbot, tmp_path):
    editions, navigator = group_up(house, qtbot, tmp_path)
    uids = [house.library.document_of(e).uid for e in editions]
    house.library.put_in_group(uids[:1], "A")
    house.library.put_in_group(uids[1:2], "B")
    navigator.tree.collapse(navigator.model.find_kind("group", "B"))
    navigator.tree.setCurrentIndex(navigator.model.find_kind("group", "A"))
    navigator.tree.setFocus()
    qtbot.keyClick(navigator.tree, Key.Key_F2)
    answer(qtbot, "Z")
    assert navigator.model.groups() == ["B", "Z"]
    assert not navigator.tree.isExpanded(navigator.model.find_kind("group", "B"))
    house.keeping.undo()
    assert navigator.model.groups() == ["A", "B"]


def test_the_menu_offers_the_groups(house, qtbot, tmp_path):
    editions, navigator = group_up(house, qtbot, tmp_path)
    house.library.put_in_group([house.library.document_of(editions[0]).uid], "Water")
    choose(house, editions[1])
    menu = house.window.new_menu()
    house.shelving._add_groups(menu)
    offered = {a.text(): a for a in menu.actions()[0].menu().actions()}
    assert list(offered) == ["Water", "", "Ne&w group…"]
    offered["Water"].trigger()
    assert len(names_of(navigator, "Water")) == 2


def test_the_filter_looks_into_groups_and_hides_empty_ones(house, qtbot, tmp_path):
    editions, navigator = group_up(house, qtbot, tmp_path, 11)
    model, tree = navigator.model, navigator.tree
    uids = [house.library.document_of(e).uid for e in editions]
    house.library.put_in_group(uids[:2], "Water")
    house.library.put_in_group(uids[2:4], "Fire")
    wanted = model.row(model.find(editions[1], ())).title
    navigator.filter.setFocus()
    navigator.filter.setText(wanted)
    assert tree.isRowHidden(model.find_kind("group", "Fire").row(), model.index(-1, 0))
    group = model.find_kind("group", "Water")
    assert not tree.isRowHidden(group.row(), group.parent())
    assert [tree.isRowHidden(n, group) for n in range(2)] == [True, False]
    navigator.filter.setText("fire")
    assert [tree.isRowHidden(n, model.find_kind("group", "Fire")) for n in range(2)] == [False] * 2
    navigator.filter.clear()
    assert not tree.isRowHidden(group.row(), group.parent())


def test_many_documents_are_removed_in_one_step(house, qtbot, tmp_path):
    editions, navigator = group_up(house, qtbot, tmp_path)
    before = len(titles(house))
    tree = click_two(qtbot, navigator, editions)
    qtbot.keyClick(tree, Key.Key_Delete)
    assert len(titles(house)) == before - 2
    house.keeping.undo()
    assert len(titles(house)) == before
