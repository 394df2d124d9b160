import itertools
import time
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop.ui import theme
from desktop.ui.models.row_list import ROW_ROLE
from desktop.ui.views.note_editor import NoteEditor
from desktop.ui.views.note_menu import NoteMenu
from desktop.ui.views.notes_pane import NotesPane
from desktop.ui.views.text_box import REST_MS
from tests.ui.note_samples import THREE, note

LEAVING = [
    (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
    (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier),
]
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


class Ear:
    """Keeps what the pane told."""

    def __init__(self, pane):
        self.told = []
        for name in (
            "note_chosen",
            "body_drafted",
            "body_settled",
            "color_chosen",
            "tags_changed",
            "change_requested",
            "delete_requested",
            "memo_requested",
            "export_requested",
            "filter_changed",
        ):
            getattr(pane, name).connect(lambda *args, name=name: self.told.append((name, *args)))

    def of(self, name):
        return [t[1:] for t in self.told if t[0] == name]


@pytest.fixture
def pane(qtbot):
    window = QWidget()
    made = NotesPane()
    outside = QLineEdit()
    outside.setObjectName("outside")
    column = QVBoxLayout(window)
    column.addWidget(outside)
    column.addWidget(made)
    qtbot.addWidget(window)
    window.resize(330, 760)
    window.show()
    window.activateWindow()
    made.show_notes(THREE, "this task")
    made.outside = outside
    made.ear = Ear(made)
    made.stand = window  # else Python frees what Qt shows
    settled(qtbot, made)
    return made


def settled(qtbot, pane):
    """Let what was put off until the next turn happen."""
    qtbot.wait(5)
    pane._list.doItemsLayout()


def card(pane, uid):
    """The middle of the head of a card, in the viewport."""
    box = pane._list.visualRect(pane._list.notes.index_of(uid))
    return box.topLeft() + QPoint(40, 20)


def click(qtbot, pane, uid, *, modifier=Qt.KeyboardModifier.NoModifier):
    view = pane._list.viewport()
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, modifier, card(pane, uid))


def focus(qtbot, widget):
    widget.setFocus()
    qtbot.waitUntil(widget.hasFocus)


def edited(qtbot, pane, uid="n1"):
    pane.edit_note(uid)
    body = pane._list.editor.body
    qtbot.waitUntil(body.hasFocus)
    return body


# showing


def test_the_head_says_where_and_how_many(pane):
    assert pane._scope_label.words == "this task · 3"
    assert pane._memo.text().startswith("Add 3 notes")


def test_without_notes_the_pane_says_what_to_do_and_offers_no_deed(pane):
    pane.show_notes([], "this task")
    assert "press N" in pane._empty.words
    assert pane._empty.isVisible()
    assert not pane._memo.isVisible()
    assert not pane._export.isVisible()
    assert pane._scope_label.words == "this task"


def test_the_filter_counts_and_says_when_nothing_fits(pane, qtbot):
    qtbot.keyClicks(pane._filter, "lithium")
    assert pane.shown_uids() == ("n2",)
    assert pane._scope_label.words == "this task · 1 of 3"
    assert pane.ear.of("filter_changed")[-1] == ("lithium",)
    qtbot.keyClicks(pane._filter, "zz")
    assert "No note here fits “lithiumzz”" in pane._empty.words
    qtbot.keyClick(pane._filter, Qt.Key.Key_Escape)
    assert pane.shown_uids() == ("n1", "n2", "n3")


def test_selecting_from_outside_tells_nothing_and_clears_a_filter_that_hides_it(pane, qtbot):
    qtbot.keyClicks(pane._filter, "lithium")
    pane.ear.told.clear()
    pane.select_note("n3")
    assert pane.selected_uids() == ("n3",)
    assert pane.ear.of("note_chosen") == []


def test_another_theme_paints_other_cards(pane, qtbot):
    before = pane._list.grab().toImage()
    theme.apply("dark")
    try:
        settled(qtbot, pane)
        assert pane._list.grab().toImage() != before
    finally:
        theme.apply("light")


@pytest.mark.parametrize("width", [240, 280, 420])
def test_cards_keep_inside_every_width(pane, qtbot, width):
    long = note(
        "n9",
        "聚焦碳达峰碳中和目标，" * 30,
        "没有空格的很长的笔记" * 40,
        tags=("非常长的标签" * 12, "b"),
    )
    pane.show_notes([long, *THREE], "this task")
    pane.window().resize(width, 700)
    qtbot.waitUntil(lambda: abs(pane.width() - width) < 40)
    settled(qtbot, pane)
    picture = pane._list._notes_card.picture(long, pane._list.viewport().width(), pane._list.font())
    room = pane._list.viewport().width() - 36
    assert picture.quote.width <= room
    assert picture.body.width <= room
    assert all(box.right() <= room + 1 for box, _ in picture.chips)
    assert picture.place_box.left() >= 0
    assert not pane._list.horizontalScrollBar().isVisible()


# choosing


def test_a_press_on_a_card_chooses_it_also_again(pane, qtbot):
    click(qtbot, pane, "n2")
    click(qtbot, pane, "n2")
    assert pane.ear.of("note_chosen") == [("n2",), ("n2",)]


def test_arrows_choose_and_tab_alone_chooses_nothing(pane, qtbot):
    focus(qtbot, pane.outside)
    stops = (pane.outside, pane._scope_label, pane._filter, pane._sieve, pane._list)
    for here, following in itertools.pairwise(stops):
        qtbot.keyClick(here, Qt.Key.Key_Tab)
        qtbot.waitUntil(following.hasFocus)
    assert pane.ear.of("note_chosen") == []
    assert pane.selected_uids() == ("n1",)
    qtbot.keyClick(pane._list, Qt.Key.Key_Down)
    qtbot.keyClick(pane._list, Qt.Key.Key_Down)
    qtbot.keyClick(pane._list, Qt.Key.Key_Home)
    assert pane.ear.of("note_chosen") == [("n2",), ("n3",), ("n1",)]


def test_a_press_into_scrolled_cards_finds_the_card_under_the_mouse(pane, qtbot):
    pane.show_notes([replace(THREE[i % 3], uid=f"m{i}") for i in range(30)], "this task")
    settled(qtbot, pane)
    bar = pane._list.verticalScrollBar()
    bar.setValue(bar.maximum())
    index = pane._list.indexAt(QPoint(60, 200))
    qtbot.mouseClick(pane._list.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(60, 200))
    assert pane.ear.of("note_chosen") == [(index.data(ROW_ROLE).uid,)]


def test_deleting_one_after_the_other_needs_no_new_choice(pane, qtbot):
    pane.select_note("n2")
    focus(qtbot, pane._list)
    pane.show_notes([THREE[0], THREE[2]], "this task")
    qtbot.keyClick(pane._list, Qt.Key.Key_Delete)
    assert len(pane.ear.of("delete_requested")) == 1


def test_a_card_under_the_mouse_shows_everything_in_its_tooltip(pane):
    tip = pane._list.notes.index_of("n1").data(Qt.ItemDataRole.ToolTipRole)
    assert "Tianjin" in tip
    assert "Written" in tip


def test_the_filter_steers_the_cards(pane, qtbot):
    focus(qtbot, pane._filter)
    qtbot.keyClick(pane._filter, Qt.Key.Key_Down)
    qtbot.keyClick(pane._filter, Qt.Key.Key_Down)
    assert pane.ear.of("note_chosen") == [("n1",), ("n2",)]
    qtbot.keyClick(pane._filter, Qt.Key.Key_Return)
    assert pane._list.hasFocus()


def test_delete_asks_for_every_selected_note_in_the_order_of_the_text(pane, qtbot):
    click(qtbot, pane, "n3")
    click(qtbot, pane, "n1", modifier=Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(pane._list, Qt.Key.Key_Delete)
    assert pane.ear.of("delete_requested") == [(("n1", "n3"),)]


def test_the_buttons_act_on_all_in_view_or_on_several_selected(pane, qtbot):
    qtbot.mouseClick(pane._memo, Qt.MouseButton.LeftButton)
    click(qtbot, pane, "n3")
    qtbot.mouseClick(pane._export, Qt.MouseButton.LeftButton)
    click(qtbot, pane, "n2", modifier=Qt.KeyboardModifier.ControlModifier)
    assert pane._memo.text().startswith("Add 2 notes")
    qtbot.mouseClick(pane._memo, Qt.MouseButton.LeftButton)
    assert pane.ear.of("memo_requested") == [(("n1", "n2", "n3"),), (("n2", "n3"),)]
    assert pane.ear.of("export_requested") == [(("n1", "n2", "n3"),)]


@pytest.fixture
def menu(pane, qtbot):
    click(qtbot, pane, "n2")
    pane.ear.told.clear()
    qtbot.keyClick(pane._list, Qt.Key.Key_Menu)
    pane._list._on_menu_asked(QPoint(5, 5))
    made = pane._list.findChild(NoteMenu)
    yield made
    made.close()


def chosen_action(menu, words):
    actions = [
        *menu.actions(),
        *(a for sub in menu.findChildren(type(menu).__mro__[1]) for a in sub.actions()),
    ]
    return next(a for a in actions if a.text().replace("&", "") == words)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Add to memo", ("memo_requested", ("n2",))),
        ("Export…", ("export_requested", ("n2",))),
        ("Delete", ("delete_requested", ("n2",))),
        ("Violet", ("change_requested", ("n2",), "color", "violet")),
        ("Waiting for an answer", ("change_requested", ("n2",), "status", "waiting")),
        ("Restricted", ("change_requested", ("n2",), "sensitivity", "restricted")),
    ],
)
def test_the_menu_does_its_deeds_on_the_selected_note(pane, menu, words, told):
    chosen_action(menu, words).trigger()
    assert pane.ear.told == [told]


def test_the_menu_shows_the_color_and_changes_the_order(pane, menu):
    assert chosen_action(menu, "Green").isChecked()
    assert chosen_action(menu, "Newest first").isChecked()
    pane.show_notes(THREE[::-1], "this task")
    chosen_action(menu, "As in the text").trigger()
    assert [n.uid for n in pane._list.notes.rows] == ["n3", "n2", "n1"]


def test_the_menu_edits(pane, menu):
    chosen_action(menu, "Edit note").trigger()
    assert pane.editing_uid() == "n2"


# writing


def test_typing_is_drafted_within_600_ms_and_not_before_a_rest(pane, qtbot):
    body = edited(qtbot, pane, "n2")
    qtbot.keyClicks(body, "lithium?")
    assert pane.ear.of("body_drafted") == []
    assert REST_MS <= 550
    qtbot.waitUntil(lambda: pane.ear.of("body_drafted") == [("n2", "lithium?")], timeout=2000)
    assert pane.ear.of("body_settled") == []


def test_words_typed_without_a_rest_are_drafted_all_the_same(pane, qtbot):
    body = edited(qtbot, pane, "n2")
    body._longest.setInterval(60)
    end = time.monotonic() + 2
    while not pane.ear.of("body_drafted") and time.monotonic() < end:
        qtbot.keyClicks(body, "x")
        qtbot.wait(10)
    assert pane.ear.of("body_drafted")


@pytest.mark.parametrize(("key", "modifier"), LEAVING)
def test_esc_and_ctrl_return_leave_the_editor_and_keep_every_word(pane, qtbot, key, modifier):
    fired = []
    shortcut = QShortcut(QKeySequence("Esc"), pane.window())
    shortcut.activated.connect(lambda: fired.append(True))
    body = edited(qtbot, pane, "n2")
    qtbot.keyClicks(body, "kept")
    qtbot.keyClick(body, key, modifier)
    assert pane.ear.told[-2:] == [("body_drafted", "n2", "kept"), ("body_settled", "n2")]
    assert pane.editing_uid() is None
    assert pane._list.hasFocus()
    assert fired == []


def test_leaving_by_tab_walks_colors_and_tags_and_then_closes_the_editor(pane, qtbot):
    body = edited(qtbot, pane, "n2")
    editor = pane._list.editor
    qtbot.keyClicks(body, "kept")
    qtbot.keyClick(body, Qt.Key.Key_Tab)
    qtbot.waitUntil(editor.colors.dots[1].hasFocus)
    assert pane.ear.of("body_drafted") == [("n2", "kept")]
    qtbot.keyClick(editor.colors.dots[1], Qt.Key.Key_Tab)
    qtbot.waitUntil(editor.tags.hasFocus)
    qtbot.keyClick(editor.tags, Qt.Key.Key_Tab)
    for stop, following in zip(editor.facts.stops, (*editor.facts.stops[1:], None), strict=True):
        qtbot.waitUntil(stop.hasFocus)
        qtbot.keyClick(stop, Qt.Key.Key_Tab)
        assert following is None or pane.editing_uid() == "n2"
    qtbot.waitUntil(lambda: pane.editing_uid() is None)
    assert pane._export.hasFocus()
    assert pane.ear.of("body_settled") == [("n2",)]


def test_shift_tab_leaves_the_words_backwards(pane, qtbot):
    body = edited(qtbot, pane)
    with qtbot.waitSignal(pane.body_settled):
        qtbot.keyClick(body, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert pane.ear.of("body_drafted") == []
    assert pane._list.hasFocus()


def test_a_click_elsewhere_drafts_at_once_and_closes(pane, qtbot):
    body = edited(qtbot, pane, "n2")
    qtbot.keyClicks(body, "kept")
    focus(qtbot, pane.outside)
    assert pane.ear.of("body_drafted") == [("n2", "kept")]
    qtbot.waitUntil(lambda: pane.editing_uid() is None)
    assert pane.ear.of("body_settled") == [("n2",)]
    assert pane.outside.hasFocus()


def test_a_press_on_another_card_finds_that_card(pane, qtbot):
    edited(qtbot, pane, "n1")
    settled(qtbot, pane)
    click(qtbot, pane, "n3")
    assert pane.ear.of("note_chosen") == [("n3",)]
    qtbot.waitUntil(lambda: pane.editing_uid() is None)
    assert pane.selected_uids() == ("n3",)


def test_a_popup_only_borrows_the_focus(pane, qtbot):
    body = edited(qtbot, pane, "n1")
    menu = body.createStandardContextMenu()
    menu.popup(QPoint(3, 3))
    qtbot.waitUntil(menu.isVisible)
    qtbot.wait(5)
    menu.close()
    qtbot.wait(5)
    assert pane.editing_uid() == "n1"
    menu.deleteLater()


def test_ctrl_z_takes_back_typing_and_reaches_no_shortcut_of_the_window(pane, qtbot):
    fired = []
    shortcut = QShortcut(QKeySequence("Ctrl+Z"), pane.window())
    shortcut.activated.connect(lambda: fired.append(True))
    body = edited(qtbot, pane, "n2")
    qtbot.keyClicks(body, "x")
    for _ in range(3):
        qtbot.keyClick(body, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert body.toPlainText() == ""
    assert fired == []


def test_keys_of_the_editor_do_not_steer_the_cards(pane, qtbot):
    body = edited(qtbot, pane, "n1")
    for key in (
        Qt.Key.Key_Up,
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_Down,
        Qt.Key.Key_PageDown,
        Qt.Key.Key_Delete,
    ):
        qtbot.keyClick(body, key)
    assert pane.ear.told == []
    assert pane.editing_uid() == "n1"


def test_a_color_or_tag_is_told_after_the_words_were_settled(pane, qtbot):
    body = edited(qtbot, pane, "n2")
    editor = pane._list.editor
    qtbot.keyClicks(body, "a")
    qtbot.mouseClick(editor.colors.dots[4], Qt.MouseButton.LeftButton)
    qtbot.keyClicks(editor.tags, ", new,")
    assert pane.ear.told == [
        ("body_drafted", "n2", "a"),
        ("body_settled", "n2"),
        ("color_chosen", "n2", "violet"),
        ("tags_changed", "n2", ("minerals", "new")),
    ]


@pytest.mark.parametrize(("key", "modifier"), LEAVING)
def test_a_tag_that_was_not_finished_is_told_on_leaving(pane, qtbot, key, modifier):
    edited(qtbot, pane, "n2")
    editor = pane._list.editor
    focus(qtbot, editor.tags)
    editor.tags.setCursorPosition(99)
    qtbot.keyClicks(editor.tags, ", half")
    qtbot.keyClick(editor.tags, key, modifier)
    assert pane.ear.of("tags_changed") == [("n2", ("minerals", "half"))]
    assert pane.editing_uid() is None


def test_saved_is_said_only_from_outside_and_only_when_it_is_true(pane, qtbot):
    body = edited(qtbot, pane, "n2")
    editor = pane._list.editor
    qtbot.keyClicks(body, "a")
    pane.mark_saved("n2")
    assert editor.state == ""
    body.hand_on()
    assert editor.state == ""
    pane.mark_saved("n1")
    assert editor.state == ""
    pane.mark_saved("n2")
    assert editor.state == "Saved"
    qtbot.keyClicks(body, "b")
    assert editor.state == ""


def test_notes_shown_anew_leave_the_open_editor_alone(pane, qtbot):
    body = edited(qtbot, pane, "n2")
    qtbot.keyClicks(body, "typing")
    body.hand_on()
    saved = replace(THREE[1], body="typing", changed="2030-01-01T00:00:00.000Z")
    pane.show_notes([note("n0", "new"), THREE[0], saved], "this task")
    qtbot.keyClicks(body, " on")
    assert body is pane._list.editor.body
    assert body.hasFocus()
    assert body.toPlainText() == "typing on"


def test_words_changed_elsewhere_come_into_an_editor_that_is_at_rest(pane, qtbot):
    body = edited(qtbot, pane, "n1")
    pane.show_notes(
        [replace(THREE[0], body="from elsewhere", color="blue"), *THREE[1:]], "this task"
    )
    assert body.toPlainText() == "from elsewhere"
    assert pane._list.editor.colors.dots[3].isChecked()
    assert pane.ear.of("body_drafted") == []


def test_words_being_typed_win_over_a_change_elsewhere(pane, qtbot):
    body = edited(qtbot, pane, "n2")
    qtbot.keyClicks(body, "mine")
    pane.show_notes([THREE[0], replace(THREE[1], body="theirs"), THREE[2]], "this task")
    assert body.toPlainText() == "mine"
    qtbot.keyClick(body, Qt.Key.Key_Escape)
    assert pane.ear.of("body_drafted") == [("n2", "mine")]


def test_a_note_that_goes_away_while_it_is_written_hands_on_its_words(pane, qtbot):
    body = edited(qtbot, pane, "n2")
    qtbot.keyClicks(body, "last words")
    pane.show_notes(THREE[:1], "this task")
    assert pane.ear.of("body_drafted") == [("n2", "last words")]
    assert pane.editing_uid() is None


def test_a_filter_does_not_take_away_the_note_that_is_written(pane, qtbot):
    qtbot.keyClicks(pane._filter, "lithium")
    body = edited(qtbot, pane, "n2")
    pane.show_notes([replace(n, anchor=None) for n in THREE], "this task")
    assert pane.editing_uid() == "n2"
    assert body.hasFocus()


def test_the_card_grows_with_its_words_and_keeps_the_cursor_in_sight(pane, qtbot):
    body = edited(qtbot, pane, "n3")
    settled(qtbot, pane)
    before = pane._list.visualRect(pane._list.notes.index_of("n3")).height()
    for _ in range(6):
        qtbot.keyClick(body, Qt.Key.Key_Return)
    qtbot.waitUntil(
        lambda: pane._list.visualRect(pane._list.notes.index_of("n3")).height() > before + 60
    )
    box = pane._list.visualRect(pane._list.notes.index_of("n3"))
    assert pane._list.viewport().rect().contains(box.adjusted(12, 12, -12, -12))


def test_editing_again_keeps_the_editor_and_another_note_closes_it(pane, qtbot):
    body = edited(qtbot, pane, "n1")
    pane.edit_note("n1")
    assert pane._list.editor.body is body
    edited(qtbot, pane, "n2")
    assert pane.ear.of("body_settled") == [("n1",)]
    pane.edit_note("unknown")
    assert pane.editing_uid() is None


def test_return_and_a_double_click_open_the_editor(pane, qtbot):
    pane.select_note("n2")
    focus(qtbot, pane._list)
    qtbot.keyClick(pane._list, Qt.Key.Key_Return)
    assert pane.editing_uid() == "n2"
    pane.finish_editing()
    settled(qtbot, pane)
    qtbot.mouseDClick(pane._list.viewport(), Qt.MouseButton.LeftButton, pos=card(pane, "n3"))
    assert pane.editing_uid() == "n3"


def test_known_tags_reach_an_open_editor(pane, qtbot):
    edited(qtbot, pane, "n2")
    pane.set_tags(["fresh"])
    focus(qtbot, pane._list.editor.tags)
    pane._list.editor.tags.setCursorPosition(99)
    qtbot.keyClicks(pane._list.editor.tags, ", fre")
    assert pane._list.editor.tags._completer.popup().isVisible()
    pane._list.editor.tags._completer.popup().hide()


def test_every_control_has_a_name(pane, qtbot):
    edited(qtbot, pane, "n1")
    controls = [
        w
        for w in pane.findChildren(QWidget)
        if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isVisible()
    ]
    assert len(controls) >= 7
    assert not [w for w in controls if not (w.accessibleName() or getattr(w, "text", str)())]


def test_closed_editors_are_freed(pane, qtbot):
    for _ in range(5):
        edited(qtbot, pane, "n1")
        pane.finish_editing()
    qtbot.waitUntil(lambda: pane.findChildren(NoteEditor) == [])


# many notes


def test_a_thousand_notes_come_in_blinks_and_end_in_their_true_places(pane, qtbot):
    many = [replace(THREE[i % 3], uid=f"m{i}") for i in range(1000)]
    pane.show_notes(many, "the whole plan")
    pane._list.doItemsLayout()
    assert pane._list._card.guessed
    qtbot.waitUntil(lambda: not pane._list._card.guessed, timeout=10_000)
    view, model = pane._list, pane._list.notes
    heights = [view.visualRect(model.index(i)).height() for i in (0, 499, 999)]
    true = [
        view._notes_card.lay_out(model.rows[i], view.viewport().width(), view.font())[1]
        for i in (0, 499, 999)
    ]
    assert heights == true


def test_what_is_seen_stays_where_it_is_while_the_rest_is_measured(pane, qtbot):
    many = [replace(THREE[i % 3], uid=f"m{i}") for i in range(1000)]
    pane.show_notes(many, "the whole plan")
    pane.select_note("m700")
    index = pane._list.notes.index_of("m700")
    place = pane._list.visualRect(index).top()
    assert pane._list._card.guessed
    qtbot.waitUntil(lambda: not pane._list._card.guessed, timeout=10_000)
    assert pane._list.visualRect(index).top() == place
