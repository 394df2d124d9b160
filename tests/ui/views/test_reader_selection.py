"""Words are selected by mouse and by key, down to the code point, and a bar asks what to do with them."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QTextCursor

from db.model import COLORS
from desktop.ui import theme
from desktop.ui.views.selection_bar import SelectionBar
from tests.ui.views.reader_pages import long_page, mixed, open_reader, point_of, qinghai
from tests.ui.views.test_reader import drag


@pytest.fixture(autouse=True)
def light(qapp):
    theme.apply("light")


@pytest.fixture
def mixed_reader(qtbot):
    """One reader for all examples of a property."""
    sheet = mixed()
    return sheet, open_reader(qtbot, sheet.unit)


def bar_of(reader) -> SelectionBar:
    return reader.findChild(SelectionBar)


def test_a_drag_selects_just_those_code_points(qtbot):
    sheet = mixed()
    reader = open_reader(qtbot, sheet.unit)
    drag(qtbot, reader, *sheet.span("野家 🏔"))
    start, end = reader.selected_span()
    assert sheet.text[start:end] == "野家 🏔"


def test_a_double_click_selects_a_word(qtbot):
    sheet = qinghai()
    reader = open_reader(qtbot, sheet.unit)
    viewport, at = reader.focus_target().viewport(), point_of(reader, sheet.span("Shandong")[0] + 2)
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=at)
    qtbot.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=at)
    assert reader.selected_span() == sheet.span("Shandong")


def test_shift_and_arrows_select_over_wide_characters(qtbot):
    sheet = mixed()
    reader = open_reader(qtbot, sheet.unit)
    reader.go_to(sheet.nodes[0].start)
    text = reader.focus_target()
    lengths = []
    for _ in range(6):
        qtbot.keyClick(text, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
        start, end = reader.selected_span()
        lengths.append(sheet.text[start:end])
    assert lengths == ["𠮷", "𠮷野", "𠮷野家", "𠮷野家 ", "𠮷野家 🏔", "𠮷野家 🏔 "]


def test_a_selection_over_clauses_runs_through_the_source_between_them(qtbot):
    sheet = qinghai()
    reader = open_reader(qtbot, sheet.unit)
    first, last = sheet.nodes[2], sheet.nodes[4]
    reader.select_span(first.end - 6, last.start + 7)
    start, end = reader.selected_span()
    assert sheet.text[start:end] == sheet.text[first.end - 6 : last.start + 7]
    assert "two。" in sheet.text[start:end]


def test_ctrl_a_selects_the_page(qtbot):
    sheet = mixed()
    reader = open_reader(qtbot, sheet.unit)
    qtbot.keyClick(reader.focus_target(), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert reader.selected_span() == (sheet.unit.start, sheet.unit.end)


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60
)
@given(data=st.data())
def test_any_span_that_is_selected_is_the_span_that_is_told(mixed_reader, data):
    sheet, reader = mixed_reader
    inside = [o for n in sheet.nodes for o in range(n.start, n.end)]
    start, last = sorted(data.draw(st.tuples(st.sampled_from(inside), st.sampled_from(inside))))
    reader.select_span(start, last + 1)
    assert reader.selected_span() == (start, last + 1)


def test_words_leave_the_page_as_the_source_has_them(qtbot):
    sheet = mixed()
    reader = open_reader(qtbot, sheet.unit)
    start, end = sheet.span("a\u00a0b 👩‍🔬 in\ntwo")
    reader.select_span(start, end)
    mime = reader.focus_target().createMimeDataFromSelection()
    assert mime.text() == "a\u00a0b 👩‍🔬 in\ntwo"
    assert not mime.hasHtml()


def test_ctrl_c_asks_for_a_copy_instead_of_taking_the_words_of_the_widget(qtbot):
    sheet = qinghai()
    reader = open_reader(qtbot, sheet.unit)
    reader.select_span(*sheet.span("Tianjin"))
    with qtbot.waitSignal(reader.copy_requested, check_params_cb=lambda cited: cited is False):
        qtbot.keyClick(reader.focus_target(), Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)


def test_selection_changed_tells_when_words_are_chosen_and_when_none_are(qtbot):
    sheet = qinghai()
    reader = open_reader(qtbot, sheet.unit)
    told = []
    reader.selection_changed.connect(told.append)
    reader.select_span(*sheet.span("Tianjin"))
    reader.select_span(*sheet.span("Shandong"))
    reader.clear_selection()
    assert told == [True, False]


def test_the_bar_comes_after_a_drag_beside_the_words(qtbot):
    sheet = qinghai()
    reader = open_reader(qtbot, sheet.unit)
    bar = bar_of(reader)
    assert not bar.isVisible()
    drag(qtbot, reader, *sheet.span("Tianjin"))
    assert bar.isVisible()
    assert not bar.geometry().contains(point_of(reader, sheet.span("Tianjin")[0]))
    assert abs(bar.geometry().bottom() - point_of(reader, sheet.span("Tianjin")[0]).y()) < 40


def test_the_bar_comes_after_keys_when_they_rest(qtbot):
    reader = open_reader(qtbot, qinghai().unit)
    qtbot.keyClick(reader.focus_target(), Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert not bar_of(reader).isVisible()
    qtbot.waitUntil(bar_of(reader).isVisible, timeout=2000)


def test_the_bar_does_not_come_for_a_selection_that_nobody_made_by_hand(qtbot):
    sheet = qinghai()
    reader = open_reader(qtbot, sheet.unit)
    reader.focus_target().clearFocus()
    reader.select_span(*sheet.span("Tianjin"))
    qtbot.wait(400)
    assert not bar_of(reader).isVisible()


@pytest.mark.parametrize("place", ["first", "last", "all"])
@pytest.mark.parametrize("size", [(734, 690), (420, 260)])
def test_the_bar_stays_inside_the_viewport(qtbot, place, size):
    sheet = qinghai()
    reader = open_reader(qtbot, sheet.unit, size=size)
    node = sheet.nodes[-1] if place == "last" else sheet.nodes[0]
    start, end = (
        (sheet.unit.start, sheet.unit.end) if place == "all" else (node.start, node.start + 2)
    )
    reader.select_span(start, end)
    qtbot.waitUntil(bar_of(reader).isVisible, timeout=2000)
    sight = QRect(QPoint(0, 0), reader.focus_target().viewport().size())
    assert sight.contains(bar_of(reader).geometry()) or bar_of(reader).width() > sight.width()


def test_the_bar_follows_the_words_and_hides_while_they_are_out_of_sight(qtbot):
    sheet = long_page(200)
    reader = open_reader(qtbot, sheet.unit)
    reader.select_span(sheet.nodes[4].start, sheet.nodes[4].start + 8)
    bar, scroll = bar_of(reader), reader.focus_target().verticalScrollBar()
    qtbot.waitUntil(bar.isVisible, timeout=2000)
    before = bar.y()
    scroll.setValue(scroll.value() + 40)
    assert bar.y() == before - 40
    scroll.setValue(scroll.maximum())
    assert not bar.isVisible()
    scroll.setValue(0)
    assert bar.isVisible()


def test_esc_closes_the_bar_and_then_drops_the_selection(qtbot):
    sheet = qinghai()
    reader = open_reader(qtbot, sheet.unit)
    drag(qtbot, reader, *sheet.span("Tianjin"))
    text = reader.focus_target()
    qtbot.keyClick(text, Qt.Key.Key_Escape)
    assert not bar_of(reader).isVisible()
    assert reader.selected_span() == sheet.span("Tianjin")
    qtbot.keyClick(text, Qt.Key.Key_Escape)
    assert reader.selected_span() is None
    assert not text.takes_escape


def test_the_bar_goes_with_the_selection(qtbot):
    sheet = qinghai()
    reader = open_reader(qtbot, sheet.unit)
    drag(qtbot, reader, *sheet.span("Tianjin"))
    qtbot.mouseClick(
        reader.focus_target().viewport(),
        Qt.MouseButton.LeftButton,
        pos=point_of(reader, sheet.nodes[1].start + 3),
    )
    assert not bar_of(reader).isVisible()


def test_a_color_asks_for_a_highlight_and_leaves_it_to_be_seen(qtbot):
    sheet = qinghai()
    reader = open_reader(qtbot, sheet.unit)
    asked = []
    reader.highlight_requested.connect(lambda color: asked.append((color, reader.selected_span())))
    for number in (0, 3):
        drag(qtbot, reader, *sheet.span("Tianjin"))
        qtbot.mouseClick(bar_of(reader).buttons[number], Qt.MouseButton.LeftButton)
    assert asked == [(COLORS[0], sheet.span("Tianjin")), (COLORS[3], sheet.span("Tianjin"))]
    assert reader.selected_span() is None
    assert not bar_of(reader).isVisible()


def test_each_button_asks_for_its_own_deed_by_mouse_and_by_return(qtbot):
    sheet = qinghai()
    reader = open_reader(qtbot, sheet.unit)
    asked = []
    reader.highlight_requested.connect(lambda color: asked.append(f"highlight {color}"))
    reader.note_requested.connect(lambda: asked.append("note"))
    reader.copy_requested.connect(lambda cited: asked.append(f"copy {cited}"))
    reader.memo_requested.connect(lambda: asked.append("memo"))
    for button in bar_of(reader).buttons[8:]:
        drag(qtbot, reader, *sheet.span("Tianjin"))
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert asked == ["highlight ", "note", "copy False", "copy True", "memo"]
    drag(qtbot, reader, *sheet.span("Shandong"))
    qtbot.keyClick(bar_of(reader).buttons[9], Qt.Key.Key_Return)
    assert asked[-1] == "note"


def test_the_keyboard_reaches_the_bar_walks_it_and_leaves_it(qtbot):
    sheet = qinghai()
    reader = open_reader(qtbot, sheet.unit)
    reader.go_to(sheet.nodes[2].start)
    text, bar = reader.focus_target(), bar_of(reader)
    qtbot.keyClick(text, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(bar.isVisible, timeout=2000)
    qtbot.keyClick(text, Qt.Key.Key_Tab)
    assert bar.buttons[0].hasFocus()
    qtbot.keyClick(bar.buttons[0], Qt.Key.Key_Left)
    assert bar.buttons[-1].hasFocus()
    qtbot.keyClick(bar.buttons[-1], Qt.Key.Key_Right)
    with qtbot.waitSignal(
        reader.highlight_requested, check_params_cb=lambda color: color == COLORS[0]
    ):
        qtbot.keyClick(bar.buttons[0], Qt.Key.Key_Space)
    assert text.hasFocus()


def test_esc_in_the_bar_gives_the_focus_back_to_the_text(qtbot):
    sheet = qinghai()
    reader = open_reader(qtbot, sheet.unit)
    drag(qtbot, reader, *sheet.span("Tianjin"))
    bar = bar_of(reader)
    qtbot.keyClick(reader.focus_target(), Qt.Key.Key_Tab)
    qtbot.keyClick(bar.buttons[0], Qt.Key.Key_Escape)
    assert reader.focus_target().hasFocus()
    assert not bar.isVisible()


def test_a_click_in_the_bar_leaves_the_focus_in_the_text(qtbot):
    sheet = qinghai()
    reader = open_reader(qtbot, sheet.unit)
    drag(qtbot, reader, *sheet.span("Tianjin"))
    qtbot.mouseClick(bar_of(reader).buttons[10], Qt.MouseButton.LeftButton)
    assert reader.focus_target().hasFocus()
    assert reader.selected_span() == sheet.span("Tianjin")


def test_every_button_of_the_bar_says_its_name_and_its_key(qtbot):
    reader = open_reader(qtbot, qinghai().unit)
    tips = [b.toolTip() for b in bar_of(reader).buttons]
    assert [t[-3:] for t in tips[:8]] == [f"({n})" for n in range(1, 9)]
    assert [t.rpartition("(")[2] for t in tips[8:]] == ["H)", "N)", "Ctrl+C)", "C)", "M)"]
    assert all(b.accessibleName() for b in bar_of(reader).buttons)


def test_the_caret_moves_by_key_without_a_selection(qtbot):
    sheet = qinghai()
    reader = open_reader(qtbot, sheet.unit)
    text = reader.focus_target()
    qtbot.keyClick(text, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert text.textCursor().position() == text.document().characterCount() - 1
    qtbot.keyClick(text, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    assert text.textCursor().position() == 0
    text.moveCursor(QTextCursor.MoveOperation.Down)
    assert reader.selected_span() is None
