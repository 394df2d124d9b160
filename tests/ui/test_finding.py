"""Finding in the open document, on all its pages, with real keys."""

import pytest
from PySide6.QtCore import Qt

from desktop.ui.finding import LONGEST, STEP, find_words

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def places(source, words):
    return [span for spans in find_words(source, words) for span in spans]


@pytest.fixture
def bar(house, qtbot):
    qtbot.waitUntil(house.window.field.hasFocus)
    house.reading.open(house.library.document().edition, "II.(3)")
    house.window.reader.setFocus()
    qtbot.keyClick(house.window.reader.focus_target(), Key.Key_F, CTRL)
    shown = house.window.find_bar
    assert shown.field.hasFocus()
    return shown


def find(house, qtbot, words):
    qtbot.keyClicks(house.window.find_bar.field, words)
    qtbot.waitUntil(lambda: house.finding._words == words and bool(house.finding._spans))


def number(house):
    return int(house.window.find_bar.count.text().partition(" ")[0])


def test_all_pages_are_counted_whatever_the_case(house, bar, qtbot):
    find(house, qtbot, "SALT LAKE")
    edition = house.library.document().edition
    whole = house.library.text(edition, 0, 10**9).casefold().replace("\u00a0", " ")
    total = whole.count("salt lake")
    assert total > house.reading.unit.source.casefold().count("salt lake") > 0
    assert bar.count.text().endswith(f" of {total}")


def test_the_first_match_is_the_one_from_here_on(house, bar, qtbot):
    find(house, qtbot, "industr")
    start, _end = house.finding._spans[house.finding._number]
    assert house.reading.unit.path == "II.(3)"
    assert start >= house.reading.unit.start


def test_return_and_f3_go_on_over_the_pages_and_around(house, bar, qtbot):
    find(house, qtbot, "magnesium")
    total = len(house.finding._spans)
    first, pages = number(house), set()
    for at in range(1, total + 1):
        qtbot.keyClick(bar.field, Key.Key_Return) if at % 2 else qtbot.keyClick(
            house.window, Key.Key_F3
        )
        assert number(house) == (first - 1 + at) % total + 1
        pages.add(house.reading.unit.path)
        start, end = house.finding._spans[house.finding._number]
        assert house.reading.unit.cut(start, end).casefold() == "magnesium"
        assert (start, end) in house.window.reader._hits
    assert bar.field.hasFocus()
    qtbot.keyClick(bar.field, Key.Key_Return, SHIFT)
    assert number(house) == (first - 2) % total + 1
    assert len(pages) == len(
        {house.library.unit_path(house.reading.unit.edition, p) for p in pages}
    )


def test_a_word_of_another_page_is_found_there(house, bar, qtbot):
    find(house, qtbot, "cotton")
    assert house.reading.unit.path != "II.(3)"
    assert house.window.reader._hits


def test_what_is_nowhere_is_said(house, bar, qtbot):
    qtbot.keyClicks(bar.field, "zebra")
    qtbot.waitUntil(lambda: bar.count.text() == "Not in this document")
    assert house.window.reader._hits == []


def test_esc_closes_the_bar_and_the_marks_go(house, bar, qtbot):
    find(house, qtbot, "salt")
    qtbot.keyClick(bar.field, Key.Key_Escape)
    assert not bar.isVisible()
    assert house.window.reader._hits == []


def test_the_results_of_the_library_stay_while_a_document_is_searched(house, qtbot):
    house.window.field.setFocus()
    with qtbot.waitSignal(house.searching.answered):
        qtbot.keyClicks(house.window.field, "lithium")
    house.finding.find_in_document()
    find(house, qtbot, "salt")
    assert house.window.left.currentWidget() is house.window.results
    assert house.window.field.text() == "lithium"


@pytest.mark.parametrize(
    ("source", "words", "found"),
    [
        ("Salt lake", "salt LAKE", [(0, 9)]),
        ("salt\u00a0\n lake", "salt lake", [(0, 11)]),
        ("the “youth”", '"youth"', [(4, 11)]),
        ("盐湖盐湖", "盐湖", [(0, 2), (2, 4)]),
        ("a.b a*b", "a*b", [(4, 7)]),
        ("𠮷 lithium", "lithium", [(2, 9)]),
        ("anything", "  ", []),
    ],
)
def test_words_are_found_as_people_mean_them(source, words, found):
    source = source.translate({0xA0: " ", ord("“"): '"', ord("”"): '"'})
    assert places(source, words) == found


def test_a_match_across_two_stretches_is_found_once():
    word = "lithium"
    source = "x" * (STEP - 3) + word + "x" * (2 * STEP) + word
    assert places(source, word) == [(STEP - 3, STEP + 4), (3 * STEP + 4, 3 * STEP + 11)]
    assert len(places("a" * (STEP + LONGEST), "a")) == STEP + LONGEST
