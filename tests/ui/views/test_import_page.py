"""The preview: tree and source in step, corrections with undo, doubts that jump, long lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QSignalSpy

from desktop.importers.files import read_bytes
from desktop.library.importing import Offer
from desktop.ui.doubts import doubt_words, place_of
from desktop.ui.views.import_preview import PreviewView
from desktop.ui.views.import_source import LONGEST, SourceView
from tests.ui.import_samples import GAP, LAW

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
ALT_SHIFT = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton


def shown(qtbot, text, size=(700, 500)):
    view = PreviewView()
    qtbot.addWidget(view)
    view.resize(*size)
    view.show_offer(Offer("new", read_bytes(text.encode(), "law.txt")))
    view.show()
    qtbot.waitExposed(view)
    return view


@pytest.fixture
def view(qtbot, english):
    return shown(qtbot, LAW)


def choose(view, words):
    node = next(n for n in view.parsed.nodes if words in n.text)
    view.tree.setCurrentIndex(view.model.find(node.path))
    return view.node


def test_the_tree_holds_every_recognized_place(view):
    assert view.model.count == len(view.parsed.nodes)
    assert view.model.rowCount() == sum(not n.parent for n in view.parsed.nodes)


def test_choosing_a_place_marks_its_words_in_the_source(view):
    node = choose(view, "为了规范")
    marks = view.source.extraSelections()
    assert marks[-1].cursor.selectedText() == node.text
    assert view.source.caret == node.start


def test_clicking_into_the_source_chooses_the_place_there(view, qtbot):
    node = next(n for n in view.parsed.nodes if "自2024年6月1日" in n.text)
    view.source.setFocus()
    view.source.set_caret(node.start + 2)
    assert view.node == node
    point = view.source.cursorRect().center()
    choose(view, "为了规范")
    view.source.set_caret(node.start + 2)
    qtbot.mouseClick(view.source.viewport(), LEFT, pos=point + QPoint(4, 0))
    assert view.node is not None


def test_every_deed_has_a_button_with_words_and_a_key(view):
    for name, button in view.buttons.items():
        assert button.text(), name
        assert "(" in button.toolTip(), name
        assert button.focusPolicy() & Qt.FocusPolicy.TabFocus, name


def test_demote_and_promote_by_keyboard_and_undo_by_keyboard(view, qtbot):
    before = view.parsed
    node = choose(view, "附则")
    qtbot.keyClick(view.tree, Key.Key_Right, ALT_SHIFT)
    assert view.node.text == node.text
    assert view.node.depth == node.depth + 1
    qtbot.keyClick(view.tree, Key.Key_Left, ALT_SHIFT)
    assert view.node.depth == node.depth
    qtbot.keyClick(view.tree, Key.Key_Z, CTRL)
    qtbot.keyClick(view.tree, Key.Key_Z, CTRL)
    assert view.parsed == before
    qtbot.keyClick(view.tree, Key.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert view.node.depth == node.depth + 1


def test_a_clause_is_split_at_the_caret_and_joined_again(view, qtbot):
    node = choose(view, "本条例适用于本省。")
    count = view.model.count
    view.source.setFocus()
    view.source.set_caret(node.start + node.text.index("适用"))
    qtbot.keyClick(view.source, Key.Key_Return, CTRL)
    assert view.model.count == count + 1
    assert view.node.text.startswith("适用于本省。")
    qtbot.mouseClick(view.buttons["join"], LEFT)
    assert view.model.count == count


def test_selected_words_are_left_out_and_the_zone_is_muted(view, qtbot):
    node = choose(view, "自2024年6月1日")
    qtbot.mouseClick(view.buttons["leave_out"], LEFT)
    assert all("自2024年6月1日" not in n.text for n in view.parsed.nodes)
    assert "".join(view.parsed.text[z.start : z.end] for z in view.parsed.zones) == view.parsed.text
    assert view.source.zone_words(node.start) == "not part of the document"


def test_only_what_can_be_done_at_a_place_is_offered(view):
    def offered(node):
        view.tree.setCurrentIndex(view.model.find(node.path))
        names = ("promote", "demote", "join", "split", "retitle", "leave_out", "undo")
        return {name for name in names if view.buttons[name].isEnabled()}

    nodes = view.parsed.nodes
    first = next(n for n in nodes if n.kind == "chapter")
    assert "promote" not in offered(first)
    second = next(n for n in nodes if n.kind == "chapter" and n is not first)
    assert {"demote", "join", "retitle"} <= offered(second)
    clause = next(n for n in nodes if n.is_clause and n.start > second.start)
    assert "retitle" not in offered(clause)
    assert "split" not in offered(clause), "the caret stands at its beginning"
    view.source.set_caret(clause.start + 3)
    assert view.buttons["split"].isEnabled()
    assert not view.buttons["undo"].isEnabled()


def test_a_document_without_a_title_cannot_be_saved(view, qtbot):
    field = view.facts.fields["title"]
    field.setFocus()
    field.selectAll()
    qtbot.keyClick(field, Key.Key_Backspace)
    assert not view.save.isEnabled()
    qtbot.keyClicks(field, "Rules")
    assert view.save.isEnabled()


def test_the_fields_go_into_what_is_saved(view, qtbot):
    spy = QSignalSpy(view.save_requested)
    for name, words in (
        ("issuers", "甲部; 乙局"),
        ("region", "Qinghai"),
        ("number", "国发〔2024〕5号"),
    ):
        view.facts.fields[name].setText(words)
    qtbot.mouseClick(view.save, LEFT)
    parsed, separate = spy.at(0)
    assert parsed.facts.issuers == ("甲部", "乙局")
    assert parsed.facts.number == "国发〔2024〕5号"
    assert parsed.facts.region == "Qinghai"
    assert not separate


def test_a_doubt_jumps_to_its_place(qtbot, english):
    view = shown(qtbot, GAP)
    assert view.doubts.isVisible()
    item = view.doubts.item(0)
    qtbot.mouseClick(view.doubts.viewport(), LEFT, pos=view.doubts.visualItemRect(item).center())
    assert view.parsed.text[view.source.caret :].startswith("第五条")


def test_doubts_are_told_in_the_language_of_the_window(chinese):
    assert doubt_words("“第五条” follows 2; 3 is not there.") == "“第五条”接在 2 之后，缺少 3。"
    assert doubt_words("Something else.") == "Something else."


def test_a_doubt_finds_its_words_over_line_ends():
    assert place_of("“a b” follows 2; 3 is not there.", "x a\n b y") == (2, 6)
    assert place_of("No words.", "x") is None


def test_it_fits_the_smallest_window(qtbot, english):
    view = shown(qtbot, LAW, (700, 490))
    assert view.tree.height() > 120
    assert view.save.width() >= view.save.sizeHint().width()
    assert view.minimumSizeHint().width() <= 700


@given(st.text(st.sampled_from("ab字𠮷\n\r\u2028 \x00"), max_size=300), st.data())
def test_offsets_of_the_source_survive_the_way_through_the_view(qapp, text, data):
    view = source_of(text)
    offset = data.draw(st.integers(0, len(text)))
    view.set_caret(offset)
    assert view.caret == offset
    view.deleteLater()


def source_of(text):
    view = SourceView()
    view.show_text(text)
    return view


@given(st.integers(1, 3), st.integers(0, 40), st.data())
def test_a_line_of_any_length_is_shown_in_pieces_and_offsets_stay(qapp, times, more, data):
    text = "𠮷字" * (LONGEST * times // 2 + more)
    view = source_of(text)
    assert max(len(line) for line in view.toPlainText().split("\n")) <= LONGEST * 2
    offset = data.draw(st.integers(0, len(text)))
    view.set_caret(offset)
    assert view.caret == offset
    view.deleteLater()
