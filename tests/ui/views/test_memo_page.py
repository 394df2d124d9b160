from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDropEvent, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from db.model import Block, Memo
from desktop.ui import theme
from desktop.ui.views.memo_page import MemoPage
from tests.ui.note_samples import BLOCKS, CITATIONS, MEMO

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

ALT = Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


class Keeper:
    """Stands for the controller: keeps the memo, shows it again after each change."""

    def __init__(self, page):
        self.page, self.memo, self.told = page, MEMO, []
        self.fails = False
        page.blocks_changed.connect(self.on_blocks)
        page.renamed.connect(self.on_renamed)
        page.text_added.connect(lambda *args: self.told.append(("text_added", *args)))
        page.block_opened.connect(lambda block: self.told.append(("opened", block.uid)))
        page.export_requested.connect(lambda uid: self.told.append(("export", uid)))
        page.closed.connect(lambda: self.told.append(("closed",)))

    def on_blocks(self, uid, blocks, words):
        assert uid == self.memo.uid
        self.told.append((words, [b.uid for b in blocks]))
        if not self.fails:
            self.memo = replace(self.memo, blocks=blocks)
            self.show()

    def on_renamed(self, uid, title):
        self.told.append(("renamed", uid, title))

    def show(self):
        self.page.show_memo(self.memo, CITATIONS)


@pytest.fixture
def page(qtbot):
    made = MemoPage()
    qtbot.addWidget(made)
    made.resize(736, 690)
    made.show()
    made.activateWindow()
    made.keeper = Keeper(made)
    made.keeper.show()
    made._list.doItemsLayout()
    return made


def choose(page, *uids):
    page._list.setFocus()
    page._list.clearSelection()
    model, selection = page._list.memo, page._list.selectionModel()
    for uid in uids:
        selection.setCurrentIndex(model.index_of(uid), selection.SelectionFlag.Select)


def order(page):
    return [b.uid for b in page._list.memo.blocks]


def test_the_page_shows_title_counts_and_blocks(page):
    assert page._title.text() == "Salt lakes"
    assert order(page) == ["b1", "b2", "b3", "b4"]
    assert page._facts.text().startswith("1 quotation")
    assert page.memo_uid == "m1"


def test_an_empty_memo_says_how_it_is_filled_and_cannot_be_exported(page):
    page.show_memo(Memo("m2", "Empty"), {})
    assert "Add clauses with M" in page._empty.words
    assert page._empty.isVisible()
    assert not page._export.isEnabled()


# the title


def test_a_new_title_is_told_when_the_field_is_left(page, qtbot):
    page._title.setFocus()
    page._title.selectAll()
    qtbot.keyClicks(page._title, " Lakes  and salt ")
    assert page.keeper.told == []
    qtbot.keyClick(page._title, Qt.Key.Key_Return)
    assert page.keeper.told == [("renamed", "m1", "Lakes and salt")]
    assert page._list.hasFocus()


def test_esc_keeps_the_title_as_written_and_an_empty_one_is_not_taken(page, qtbot):
    page._title.setFocus()
    qtbot.keyClick(page._title, Qt.Key.Key_End)
    qtbot.keyClicks(page._title, "!")
    qtbot.keyClick(page._title, Qt.Key.Key_Escape)
    assert page.keeper.told == [("renamed", "m1", "Salt lakes!")]
    page.keeper.show()
    assert page._title.text() == "Salt lakes"
    page._title.setFocus()
    page._title.clear()
    page._list.setFocus()
    assert page._title.text() == "Salt lakes"
    assert len(page.keeper.told) == 1


# order


@pytest.mark.parametrize(
    ("chosen", "key", "wanted"),
    [
        (["b2"], Qt.Key.Key_Up, ["b2", "b1", "b3", "b4"]),
        (["b2"], Qt.Key.Key_Down, ["b1", "b3", "b2", "b4"]),
        (["b1", "b2"], Qt.Key.Key_Down, ["b3", "b1", "b2", "b4"]),
    ],
)
def test_alt_and_an_arrow_move_the_chosen_blocks_which_stay_chosen(
    page, qtbot, chosen, key, wanted
):
    choose(page, *chosen)
    qtbot.keyClick(page._list, key, ALT)
    assert page.keeper.told == [("move in memo", wanted)]
    assert order(page) == wanted
    assert page._list.chosen_uids() == tuple(chosen)


def test_a_block_at_the_end_stays_and_tells_nothing(page, qtbot):
    choose(page, "b1")
    qtbot.keyClick(page._list, Qt.Key.Key_Up, ALT)
    assert page.keeper.told == []


def test_the_bar_stands_on_the_chosen_block_and_does_its_deeds(page, qtbot):
    choose(page, "b3")
    bar = page._list.bar
    assert bar.isVisible()
    for button in (bar.up, bar.down, bar.place, bar.remove):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert page.keeper.told == [
        ("move in memo", ["b1", "b3", "b2", "b4"]),
        ("move in memo", ["b1", "b2", "b3", "b4"]),
        ("opened", "b3"),
        ("remove from memo", ["b1", "b2", "b4"]),
    ]


def test_the_bar_offers_what_the_block_can(page):
    bar = page._list.bar
    choose(page, "b1")
    assert not bar.up.isEnabled()
    assert bar.edit.isVisible()
    assert not bar.place.isVisible()
    choose(page, "b2")
    assert not bar.edit.isVisible()
    assert bar.place.isVisible()
    choose(page)
    assert not bar.isVisible()


def test_the_bar_is_reached_by_tab_and_left_by_esc(page, qtbot):
    choose(page, "b2")
    qtbot.keyClick(page._list, Qt.Key.Key_Tab)
    qtbot.waitUntil(page._list.bar.up.hasFocus)
    qtbot.keyClick(page._list.bar.up, Qt.Key.Key_Escape)
    assert page._list.hasFocus()
    assert page.keeper.told == []


def drop(page, uids, place):
    """Drop blocks as a drag of this list would."""
    view = page._list
    dragged = view.memo.mimeData([view.memo.index_of(u) for u in uids])
    event = QDropEvent(
        QPointF(place),
        Qt.DropAction.MoveAction,
        dragged,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    view.dropEvent(event)


def test_a_drag_puts_blocks_between_others(page):
    view = page._list
    upper = view.visualRect(view.memo.index_of("b2"))
    drop(page, ["b4"], upper.center() - QPointF(0, 4).toPoint())
    assert order(page) == ["b1", "b4", "b2", "b3"]
    assert page.keeper.told == [("move in memo", ["b1", "b4", "b2", "b3"])]
    assert not page._list.memo.removeRows(0, 1)


def test_a_drop_below_everything_puts_blocks_at_the_end(page):
    drop(page, ["b1", "b2"], page._list.viewport().rect().bottomLeft())
    assert order(page) == ["b3", "b4", "b1", "b2"]


def test_delete_removes_every_chosen_block(page, qtbot):
    choose(page, "b1", "b3")
    qtbot.keyClick(page._list, Qt.Key.Key_Delete)
    assert page.keeper.told == [("remove from memo", ["b2", "b4"])]
    assert order(page) == ["b2", "b4"]


# places


def test_return_goes_to_the_place_of_a_quotation(page, qtbot):
    choose(page, "b2")
    qtbot.keyClick(page._list, Qt.Key.Key_Return)
    choose(page, "b3")
    qtbot.keyClick(page._list, Qt.Key.Key_Return, CONTROL)
    choose(page, "b1")
    qtbot.keyClick(page._list, Qt.Key.Key_Return, CONTROL)
    assert page.keeper.told == [("opened", "b2"), ("opened", "b3")]


# writing


def write(page, qtbot, uid):
    page._list.edit_block(uid)
    editor = page._list.editor
    qtbot.waitUntil(editor.hasFocus)
    return editor


def test_own_text_is_written_in_place_and_saved_while_it_is_typed(page, qtbot):
    choose(page, "b4")
    qtbot.keyClick(page._list, Qt.Key.Key_Return)
    editor = page._list.editor
    qtbot.waitUntil(editor.hasFocus)
    qtbot.keyClicks(editor, " Now.")
    qtbot.waitUntil(
        lambda: page.keeper.told == [("edit memo", ["b1", "b2", "b3", "b4"])], timeout=2000
    )
    assert page.keeper.memo.blocks[3].text == "We ask for a list. Now."
    qtbot.keyClicks(editor, " Or later.")
    assert page._list.editor is editor
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert page.keeper.memo.blocks[3].text == "We ask for a list. Now. Or later."
    assert page._list.hasFocus()
    assert page._list.editing_uid() is None


def test_the_words_of_a_note_can_be_changed_for_this_memo_but_not_a_quotation(page, qtbot):
    editor = write(page, qtbot, "b3")
    qtbot.keyClicks(editor, "X")
    qtbot.keyClick(editor, Qt.Key.Key_Return, CONTROL)
    assert page.keeper.memo.blocks[2].text == "没有指标。X"
    assert page.keeper.memo.blocks[2].quote == BLOCKS[2].quote
    page._list.edit_block("b2")
    assert page._list.editor is None


def test_new_text_comes_below_the_chosen_block_with_its_first_words(page, qtbot):
    choose(page, "b2")
    qtbot.mouseClick(page._add, Qt.MouseButton.LeftButton)
    editor = page._list.editor
    qtbot.waitUntil(editor.hasFocus)
    assert page.keeper.told == []
    qtbot.keyClicks(editor, "My words")
    editor.hand_on()
    words, uids = page.keeper.told[0]
    assert words == "add to memo"
    assert [u if u in order(page)[:2] or u.startswith("b") else "new" for u in uids] == [
        "b1",
        "b2",
        "new",
        "b3",
        "b4",
    ]
    qtbot.keyClicks(editor, " go on")
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert [w for w, _ in page.keeper.told] == ["add to memo", "edit memo"]
    assert page.keeper.memo.blocks[2].text == "My words go on"


def test_new_text_left_empty_leaves_nothing_behind(page, qtbot):
    qtbot.keyClick(page._list, Qt.Key.Key_Insert)
    assert len(order(page)) == 5
    qtbot.keyClick(page._list.editor, Qt.Key.Key_Escape)
    assert order(page) == ["b1", "b2", "b3", "b4"]
    assert page.keeper.told == []


def test_own_text_that_was_emptied_goes_away_in_words(page, qtbot):
    editor = write(page, qtbot, "b1")
    editor.selectAll()
    qtbot.keyClick(editor, Qt.Key.Key_Backspace)
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert page.keeper.told[-1] == ("remove from memo", ["b2", "b3", "b4"])


def test_words_that_could_not_be_saved_stay_in_sight(page, qtbot):
    page.keeper.fails = True
    qtbot.mouseClick(page._add, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(page._list.editor, "kept")
    qtbot.keyClick(page._list.editor, Qt.Key.Key_Escape)
    assert page._list.memo.blocks[-1].text == "kept"
    page.keeper.show()
    assert page._list.memo.blocks[-1].text == "kept"


def test_the_first_words_of_an_empty_memo(page, qtbot):
    page.keeper.memo = Memo("m1", "Salt lakes")
    page.keeper.show()
    qtbot.mouseClick(page._add, Qt.MouseButton.LeftButton)
    editor = page._list.editor
    qtbot.waitUntil(editor.hasFocus)
    qtbot.keyClicks(editor, "First")
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert [b.text for b in page.keeper.memo.blocks] == ["First"]


def test_a_click_elsewhere_keeps_the_words_and_closes_the_editor(page, qtbot):
    editor = write(page, qtbot, "b4")
    qtbot.keyClicks(editor, "!")
    page._title.setFocus()
    assert page.keeper.memo.blocks[3].text == "We ask for a list.!"
    qtbot.waitUntil(lambda: page._list.editing_uid() is None)
    assert page._title.hasFocus()


def test_another_memo_gets_no_words_of_the_one_before(page, qtbot):
    editor = write(page, qtbot, "b4")
    qtbot.keyClicks(editor, "!")
    page.show_memo(Memo("m2", "Other", (Block("c1", "text", text="x"),)), {})
    assert page.keeper.told == [("edit memo", ["b1", "b2", "b3", "b4"])]
    assert order(page) == ["c1"]
    assert page._list.editor is None


def test_a_block_changed_elsewhere_comes_into_an_editor_at_rest(page, qtbot):
    editor = write(page, qtbot, "b4")
    page.show_memo(
        replace(MEMO, blocks=(*BLOCKS[:3], replace(BLOCKS[3], text="undone"))), CITATIONS
    )
    assert editor.toPlainText() == "undone"


def test_pasted_words_become_own_text(page, qtbot):
    QGuiApplication.clipboard().setText("  from a letter \n")
    page._list.setFocus()
    qtbot.keyClick(page._list, Qt.Key.Key_V, CONTROL)
    assert page.keeper.told == [("text_added", "m1", "from a letter")]


# the ways out


def test_esc_and_the_button_close_and_keep_what_is_written(page, qtbot):
    fired = []
    shortcut = QShortcut(QKeySequence("F5"), page)
    shortcut.activated.connect(lambda: fired.append(True))
    page._list.setFocus()
    qtbot.keyClick(page._list, Qt.Key.Key_Escape)
    editor = write(page, qtbot, "b4")
    qtbot.keyClicks(editor, "!")
    qtbot.mouseClick(page._back, Qt.MouseButton.LeftButton)
    assert page.keeper.told == [("closed",), ("edit memo", ["b1", "b2", "b3", "b4"]), ("closed",)]


def test_export_takes_what_is_being_written_along(page, qtbot):
    editor = write(page, qtbot, "b4")
    qtbot.keyClicks(editor, "!")
    qtbot.mouseClick(page._export, Qt.MouseButton.LeftButton)
    assert page.keeper.told[-2:] == [("edit memo", ["b1", "b2", "b3", "b4"]), ("export", "m1")]


def test_every_control_has_a_name_and_every_icon_a_tooltip(page):
    choose(page, "b3")
    controls = [
        w
        for w in page.findChildren(QWidget)
        if w.isVisible() and w.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert len(controls) >= 10
    assert not [w for w in controls if not (w.accessibleName() or w.text())]
    assert not [w for w in controls if hasattr(w, "text") and not w.text() and not w.toolTip()]


@pytest.mark.parametrize("width", [280, 460, 1100])
def test_blocks_keep_inside_every_width(page, qtbot, width):
    long = Block(
        "b9",
        "note",
        quote="没有空格的很长的引文，" * 60,
        text="unbroken" * 60,
        edition="e",
        path="x",
    )
    page.show_memo(replace(MEMO, blocks=(long,)), {"b9": "科技部等九部门，" * 20})
    page.resize(width, 600)
    page._list.doItemsLayout()
    picture = page._list._card.picture(long, page._list.viewport().width(), page._list.font())
    assert max(picture.quote.width, picture.citation.width, picture.text.width) <= min(width, 700)
    assert not page._list.horizontalScrollBar().isVisible()
    assert page._export.geometry().right() < page.width()
    assert page._back.geometry().right() < page._add.geometry().left()


def test_a_very_long_quotation_says_that_it_is_shortened_here(page):
    long = replace(BLOCKS[1], quote="We will deepen cooperation. " * 400)
    page.show_memo(replace(MEMO, blocks=(long,)), CITATIONS)
    picture = page._list._card.picture(long, page._list.viewport().width(), page._list.font())
    assert not picture.quote.whole
    assert "exported in full" in picture.citation._text


def test_dark_paper_is_dark(page):
    theme.apply("dark")
    try:
        QApplication.processEvents()
        assert page.grab().toImage().pixelColor(4, 300) == theme.tokens().page
        assert theme.tokens().dark
    finally:
        theme.apply("light")
