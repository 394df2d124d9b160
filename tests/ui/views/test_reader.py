"""The reader shows a page, keeps its place, and asks for what the hand on it wants."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QWheelEvent
from PySide6.QtWidgets import QApplication

from db.model import Note
from desktop.ui import theme
from desktop.ui.views.page_ends import PageEnds, Way
from desktop.ui.views.selection_bar import SelectionBar
from tests.ui.views.reader_pages import (
    Sheet,
    chinese,
    color_at,
    colors_near,
    long_page,
    mixed,
    note_on,
    open_reader,
    point_of,
    qinghai,
)


@pytest.fixture(autouse=True)
def light(qapp):
    theme.apply("light")
    yield
    theme.apply("light")


def page_of(reader):
    return reader.focus_target().page


def test_nothing_is_shown_before_a_page_and_after_clear(qtbot):
    reader = open_reader(qtbot, qinghai().unit)
    reader.clear()
    assert reader.unit is None
    assert (reader.current_path(), reader.selected_span()) == ("", None)
    assert not reader.focus_target().isVisible()


def test_the_column_holds_75_to_85_characters_and_stands_in_the_middle(qtbot):
    reader = open_reader(qtbot, long_page(8).unit, size=(1400, 600))
    geometry = page_of(reader).geometry
    words = page_of(reader).geometry.block(2).layout()
    assert 70 <= words.lineAt(0).textLength() <= 88
    left, right = geometry.left, reader.focus_target().viewport().width() - geometry.right
    assert abs(left - right) <= 2


def test_a_chinese_column_holds_forty_characters_at_wider_pitch(qtbot):
    reader = open_reader(qtbot, chinese().unit, size=(1400, 600))
    page = page_of(reader)
    words = page.geometry.block(2).layout()
    assert 38 <= words.lineAt(0).textLength() <= 42
    english = open_reader(qtbot, qinghai().unit)
    pitch = page.layout.type.pitch(page.layout.type.body)
    assert pitch > page_of(english).layout.type.pitch(page_of(english).layout.type.body)


@pytest.mark.parametrize("width", [240, 420, 734, 1400])
@pytest.mark.parametrize("zoom", [50, 100, 300])
def test_there_is_never_a_horizontal_scroll_bar(qtbot, width, zoom):
    sheet = qinghai()
    sheet.add("clause", "II.(3).3.2", "x" * 400)
    reader = open_reader(qtbot, sheet.unit, size=(width, 500))
    reader.set_zoom(zoom)
    text = reader.focus_target()
    assert not text.horizontalScrollBar().isVisible()
    assert text.horizontalScrollBar().maximum() == 0
    assert text.document().size().width() <= text.viewport().width() + 1


def test_lines_keep_their_pitch_whatever_font_a_character_falls_back_to(qtbot):
    sheet = Sheet("I")
    sheet.add("clause", "I.1", "Plain words and 科技援青 and 🏔 in one clause of some length. " * 6)
    reader = open_reader(qtbot, sheet.unit)
    words = page_of(reader).geometry.block(0).layout()
    bases = [words.lineAt(i).y() + words.lineAt(i).ascent() for i in range(words.lineCount())]
    steps = {round(b - a) for a, b in pairwise(bases)}
    assert len(steps) == 1


def test_labels_names_and_dots_are_painted_and_not_in_the_text(qtbot):
    sheet = qinghai()
    reader = open_reader(qtbot, sheet.unit, [sheet.note("Tianjin", body="ask")])
    raw = reader.focus_target().document().toRawText()
    assert raw == "\u2029".join(n.text for n in sheet.unit.nodes)
    muted = theme.tokens().muted.name()
    point = point_of(reader, sheet.nodes[2].start, lift=0)
    image = reader.focus_target().viewport().grab().toImage()
    gutter = {
        image.pixelColor(x, y).name()
        for x in range(26, 46)
        for y in range(point.y() - 10, point.y())
    }
    assert any(c != theme.tokens().page.name() for c in gutter)
    box, notes = page_of(reader).painter.dots(4)[0]
    assert [n.body for n in notes] == ["ask"]
    assert (
        color_at(reader, (box.center() - QPointF(0, reader.focus_target().top)).toPoint()).name()
        == muted
    )


def test_a_highlight_lies_behind_its_words_and_nowhere_else(qtbot):
    sheet = qinghai()
    reader = open_reader(qtbot, sheet.unit)
    start, end = sheet.span("Tianjin, Shandong")
    before = colors_near(reader, start)
    reader.set_notes([sheet.note("Tianjin, Shandong", "green")])
    green = theme.tokens().marks["green"].name()
    assert green not in before
    assert green in colors_near(reader, start)
    assert green not in colors_near(reader, end + 8)


def test_overlapping_highlights_are_both_seen(qtbot):
    sheet = qinghai()
    reader = open_reader(
        qtbot,
        sheet.unit,
        [sheet.note("potassium, magnesium", "green"), sheet.note("magnesium, lithium", "blue")],
    )
    alone = colors_near(reader, sheet.span("potassium")[0])
    both = colors_near(reader, sheet.span("magnesium")[0])
    assert theme.tokens().marks["green"].name() in both
    assert len(both - alone) > 0
    assert theme.tokens().marks["blue"].name() in colors_near(
        reader, sheet.span("lithium and")[0] + 1
    )


def test_setting_notes_moves_neither_page_nor_caret(qtbot):
    sheet = long_page(200)
    reader = open_reader(qtbot, sheet.unit)
    text = reader.focus_target()
    reader.go_to(sheet.nodes[120].start)
    reader.select_span(sheet.nodes[120].start, sheet.nodes[120].start + 9)
    before = (text.top, text.document(), reader.selected_span())
    reader.set_notes([note_on(sheet.nodes[120].start, sheet.nodes[121].end)])
    assert (text.top, text.document(), reader.selected_span()) == before


def test_a_hit_is_marked_in_another_way_than_a_note(qtbot):
    sheet = qinghai()
    reader = open_reader(qtbot, sheet.unit)
    start, end = sheet.span("Tianjin")
    plain = colors_near(reader, start)
    reader.set_hits([(start, end)])
    marked = colors_near(reader, start)
    assert marked != plain
    assert not marked & {c.name() for c in theme.tokens().marks.values()}
    reader.clear_hits()
    assert colors_near(reader, start) == plain


def test_next_hit_walks_both_ways_and_says_where_the_page_ends(qtbot):
    sheet = long_page(300)
    reader = open_reader(qtbot, sheet.unit)
    spans = [(n.start, n.start + 2) for n in sheet.nodes[2:300:100]]
    reader.set_hits(spans)
    assert [reader.next_hit(1) for _ in range(4)] == [True, True, True, False]
    assert (
        page_of(reader).map.to_source(reader.focus_target().textCursor().position()) == spans[2][0]
    )
    assert [reader.next_hit(-1) for _ in range(3)] == [True, True, False]


def test_next_hit_begins_at_the_caret(qtbot):
    sheet = long_page(300)
    reader = open_reader(qtbot, sheet.unit)
    spans = [(n.start, n.start + 2) for n in sheet.nodes[2:300:100]]
    reader.set_hits(spans)
    reader.go_to(sheet.nodes[150].start)
    assert reader.next_hit(1)
    assert (
        page_of(reader).map.to_source(reader.focus_target().textCursor().position()) == spans[2][0]
    )


def test_go_to_brings_a_place_into_view_and_puts_the_caret_there(qtbot):
    sheet = long_page(400)
    reader = open_reader(qtbot, sheet.unit)
    node = sheet.nodes[-3]
    reader.go_to(node.start, node.end)
    text = reader.focus_target()
    assert text.viewport().rect().contains(point_of(reader, node.start))
    assert page_of(reader).map.to_source(text.textCursor().position()) == node.start
    reader.go_to(sheet.nodes[0].start)
    assert text.top == 0


def test_flash_lights_words_up_for_a_moment(qtbot):
    sheet = qinghai()
    reader = open_reader(qtbot, sheet.unit)
    start, end = sheet.span("Tianjin")
    plain = colors_near(reader, end - 1)
    reader.go_to(start, end, flash=True)
    assert colors_near(reader, end - 1) != plain
    qtbot.waitUntil(lambda: colors_near(reader, end - 1) == plain, timeout=4000)


def test_place_changed_tells_the_clause_of_the_caret_once(qtbot):
    sheet = qinghai()
    reader = open_reader(qtbot, sheet.unit)
    with qtbot.waitSignal(reader.place_changed, check_params_cb=lambda path: path == "II.(3)"):
        pass
    with qtbot.waitSignal(reader.place_changed, check_params_cb=lambda path: path == "II.(3).2.1"):
        qtbot.mouseClick(
            reader.focus_target().viewport(),
            Qt.MouseButton.LeftButton,
            pos=point_of(reader, sheet.span("Tianjin")[0]),
        )
    with qtbot.assertNotEmitted(reader.place_changed, wait=300):
        qtbot.keyClick(reader.focus_target(), Qt.Key.Key_Right)


def test_place_changed_follows_the_scroll_when_the_caret_is_out_of_sight(qtbot):
    sheet = long_page(400)
    reader = open_reader(qtbot, sheet.unit)
    bar = reader.focus_target().verticalScrollBar()
    with qtbot.waitSignal(reader.place_changed, check_params_cb=lambda path: path != "I"):
        bar.setValue(bar.maximum() // 2)
    row = page_of(reader).geometry.row_at(reader.focus_target().top + 24)
    assert reader.current_path() == sheet.nodes[row].path


def test_zoom_keeps_the_words_at_the_top_and_the_selection(qtbot):
    sheet = long_page(400)
    reader = open_reader(qtbot, sheet.unit)
    start = sheet.nodes[250].start
    reader.go_to(start)
    reader.select_span(start, start + 11)
    before = point_of(reader, start).y()
    top = page_of(reader).geometry.row_at(reader.focus_target().top + 24)
    reader.set_zoom(175)
    assert reader.selected_span() == (start, start + 11)
    assert abs(page_of(reader).geometry.row_at(reader.focus_target().top + 24) - top) <= 1
    reader.set_zoom(100)
    assert abs(point_of(reader, start).y() - before) <= 30


def test_a_resize_keeps_the_words_at_the_top(qtbot):
    sheet = long_page(400)
    reader = open_reader(qtbot, sheet.unit, size=(900, 600))
    reader.go_to(sheet.nodes[250].start)
    before = page_of(reader).geometry.row_at(reader.focus_target().top + 24)
    reader.resize(460, 600)
    qtbot.waitUntil(lambda: reader.focus_target().viewport().width() < 470)
    assert abs(page_of(reader).geometry.row_at(reader.focus_target().top + 24) - before) <= 1


def test_a_change_of_theme_paints_all_anew_in_place(qtbot):
    sheet = qinghai()
    reader = open_reader(qtbot, sheet.unit, [sheet.note("Tianjin", "green")])
    reader.select_span(*sheet.span("Shandong"))
    theme.apply("dark")
    assert color_at(reader, QPoint(3, 3)).name() == theme.tokens().page.name()
    assert theme.tokens().marks["green"].name() in colors_near(reader, sheet.span("Tianjin")[0])
    assert reader.selected_span() == sheet.span("Shandong")


def test_ctrl_and_wheel_ask_for_zoom_and_do_not_scroll(qtbot):
    reader = open_reader(qtbot, long_page(100).unit)
    text = reader.focus_target()
    with qtbot.waitSignal(reader.zoom_requested, check_params_cb=lambda step: step == -1):
        wheel(text, -120, Qt.KeyboardModifier.ControlModifier)
    assert text.top == 0
    wheel(text, -120, Qt.KeyboardModifier.NoModifier)
    assert text.top > 0


def wheel(text, turn, modifiers):
    at = QPointF(200, 200)
    event = QWheelEvent(
        at,
        text.viewport().mapToGlobal(at),
        QPoint(),
        QPoint(0, turn),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(text.viewport(), event)


def test_clicking_a_highlight_tells_its_note_and_clicking_again_the_next_one(qtbot):
    sheet = qinghai()
    reader = open_reader(
        qtbot,
        sheet.unit,
        [
            sheet.note("Tianjin, Shandong, Anhui", uid="long"),
            sheet.note("Shandong", "red", uid="short"),
        ],
    )
    told = []
    reader.note_clicked.connect(told.append)
    for _ in range(3):
        qtbot.mouseClick(
            reader.focus_target().viewport(),
            Qt.MouseButton.LeftButton,
            pos=point_of(reader, sheet.span("Shandong")[0] + 2),
        )
        qtbot.wait(QGuiApplication.styleHints().mouseDoubleClickInterval() + 50)
    assert told == ["short", "long", "short"]


def test_clicking_a_dot_tells_its_note(qtbot):
    sheet = qinghai()
    reader = open_reader(qtbot, sheet.unit, [sheet.note("Tianjin", "", body="ask", uid="dot")])
    box, _ = page_of(reader).painter.dots(4)[0]
    with qtbot.waitSignal(reader.note_clicked, check_params_cb=lambda uid: uid == "dot"):
        qtbot.mouseClick(
            reader.focus_target().viewport(),
            Qt.MouseButton.LeftButton,
            pos=(box.center() - QPointF(0, reader.focus_target().top)).toPoint(),
        )


def test_dragging_over_a_highlight_selects_and_tells_no_note(qtbot):
    sheet = qinghai()
    reader = open_reader(qtbot, sheet.unit, [sheet.note("Tianjin")])
    with qtbot.assertNotEmitted(reader.note_clicked):
        drag(qtbot, reader, *sheet.span("Tianjin"))
    assert reader.selected_span() == sheet.span("Tianjin")


def drag(qtbot, reader, start, end):
    viewport = reader.focus_target().viewport()
    first, last = point_of(reader, start) - QPoint(2, 0), point_of(reader, end) - QPoint(2, 0)
    qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=first)
    qtbot.mouseMove(viewport, first + QPoint(12, 0))
    QApplication.sendEvent(viewport, _move(viewport, last))
    qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=last)


def _move(viewport, point):
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QMouseEvent

    at = QPointF(point)
    return QMouseEvent(
        QEvent.Type.MouseMove,
        at,
        viewport.mapToGlobal(at),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )


def test_a_heading_of_another_page_is_a_way_there_by_click_and_by_return(qtbot):
    sheet = Sheet("II")
    sheet.add("section", "II", "Key tasks")
    sheet.add("region", "II.(1)", "to implement the first", name="Xinjiang")
    sheet.add("region", "II.(2)", "to implement the second", name="Tibet")
    reader = open_reader(qtbot, sheet.unit)
    with qtbot.waitSignal(reader.page_requested, check_params_cb=lambda path: path == "II.(2)"):
        qtbot.mouseClick(
            reader.focus_target().viewport(),
            Qt.MouseButton.LeftButton,
            pos=point_of(reader, sheet.nodes[2].start + 4),
        )
    head = page_of(reader).painter.head_rect(1).center().toPoint()
    with qtbot.waitSignal(reader.page_requested, check_params_cb=lambda path: path == "II.(1)"):
        qtbot.mouseClick(reader.focus_target().viewport(), Qt.MouseButton.LeftButton, pos=head)
    reader.go_to(sheet.nodes[1].start)
    with qtbot.waitSignal(reader.page_requested, check_params_cb=lambda path: path == "II.(1)"):
        qtbot.keyClick(reader.focus_target(), Qt.Key.Key_Return)


def test_the_pages_before_and_after_are_reached_by_click_and_by_tab(qtbot):
    reader = open_reader(qtbot, long_page(40).unit)
    reader.set_neighbors(Way("II.(2)", "(2) Tibet"), Way("II.(4)", "(4) Yunnan"))
    ends = reader.findChild(PageEnds)
    with qtbot.waitSignal(reader.page_requested, check_params_cb=lambda path: path == "II.(4)"):
        qtbot.mouseClick(ends.next, Qt.MouseButton.LeftButton)
    reader.setFocus()
    qtbot.keyClick(reader.focus_target(), Qt.Key.Key_Tab)
    assert ends.previous.hasFocus()
    assert reader.focus_target().viewport().rect().contains(ends.geometry().center())
    with qtbot.waitSignal(reader.page_requested, check_params_cb=lambda path: path == "II.(2)"):
        qtbot.keyClick(ends.previous, Qt.Key.Key_Space)


def test_ways_that_there_are_not_are_not_shown(qtbot):
    reader = open_reader(qtbot, qinghai().unit)
    ends = reader.findChild(PageEnds)
    assert not ends.isVisible()
    reader.set_neighbors(None, Way("II.(4)", "(4) Yunnan"))
    assert (ends.previous.isVisible(), ends.next.isVisible()) == (False, True)


def test_the_context_menu_is_asked_for_at_the_clause_under_the_pointer(qtbot):
    sheet = qinghai()
    reader = open_reader(qtbot, sheet.unit)
    viewport, at = reader.focus_target().viewport(), point_of(reader, sheet.span("Hercynian")[0])
    with qtbot.waitSignal(reader.context_requested):
        QApplication.sendEvent(
            viewport,
            QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, viewport.mapToGlobal(at)),
        )
    assert reader.current_path() == "II.(3).2.2"


def test_letters_and_digits_are_left_to_the_shortcuts_of_the_window(qtbot):
    reader = open_reader(qtbot, qinghai().unit)
    text, heard = reader.focus_target(), []
    reader.keyPressEvent = lambda event: heard.append(event.text())
    before = text.document().toRawText()
    qtbot.keyClicks(text, "nhcm18")
    assert "".join(heard) == "nhcm18"
    assert text.document().toRawText() == before


def test_what_is_shown_says_its_name_to_a_screen_reader(qtbot):
    reader = open_reader(qtbot, qinghai().unit)
    assert "(3) Qinghai" in reader.focus_target().accessibleName()
    assert all(b.accessibleName() for b in reader.findChild(SelectionBar).buttons)


def test_the_caret_is_seen_while_the_text_has_the_focus(qtbot):
    sheet = mixed()
    reader = open_reader(qtbot, sheet.unit)
    start = sheet.nodes[1].start
    reader.go_to(start)
    text = reader.focus_target()
    caret = text.cursorRect().topLeft() + QPoint(1, 2)
    qtbot.waitUntil(lambda: color_at(reader, caret) != theme.tokens().page, timeout=2000)
    text.clearFocus()
    assert color_at(reader, caret) == theme.tokens().page


def test_a_page_shown_again_begins_at_its_top_without_the_old_hits(qtbot):
    sheet = long_page(100)
    reader = open_reader(qtbot, sheet.unit)
    reader.set_hits([sheet.span("No. 3.")])
    reader.go_to(sheet.nodes[-1].start)
    reader.show_unit(qinghai().unit, [])
    assert reader.focus_target().top == 0
    assert not reader.next_hit(1)
    assert reader.current_path() == "II.(3)"


def test_a_note_on_small_muted_words_is_read_in_the_color_for_marks(qtbot):
    sheet = qinghai()
    reader = open_reader(qtbot, sheet.unit, [sheet.note("jointly build", "red")])
    found = reader.focus_target().extraSelections()
    assert [s.cursor.selectedText() for s in found] == ["jointly build"]
    assert found[0].format.foreground().color() == theme.tokens().mark_text


def test_an_unanchored_note_is_no_trouble(qtbot):
    reader = open_reader(qtbot, qinghai().unit, [Note("free", body="words")])
    assert not page_of(reader).marks.notes
