import pytest
from PySide6.QtCore import Qt

from desktop.ui.views.tags_field import TagsField, split_tags

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def field(qtbot):
    made = TagsField(("partners",), ("minerals", "question", "待核对"))
    qtbot.addWidget(made)
    made.told = []
    made.tags_changed.connect(made.told.append)
    made.show()
    made.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    made.setCursorPosition(len(made.text()))
    return made


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("", ()),
        (" , ,", ()),
        ("a, b", ("a", "b")),
        ("a,a , a", ("a",)),
        ("矿产，待核对、盐湖", ("矿产", "待核对", "盐湖")),
        ("two  words; b", ("two words", "b")),
    ],
)
def test_tags_are_what_stands_between_commas_of_both_scripts(text, tags):
    assert split_tags(text) == tags


def test_a_tag_is_told_when_a_comma_ends_it(field, qtbot):
    qtbot.keyClicks(field, ", new")
    assert field.told == []
    qtbot.keyClicks(field, ",")
    assert field.told == [("partners", "new")]


def test_a_tag_is_told_by_return_and_only_once(field, qtbot):
    qtbot.keyClicks(field, ", new")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    field.clearFocus()
    assert field.told == [("partners", "new")]


def test_a_tag_is_told_after_a_rest(field, qtbot):
    qtbot.keyClicks(field, ", new")
    qtbot.waitUntil(lambda: field.told == [("partners", "new")], timeout=1500)


def test_known_tags_are_offered_and_one_is_taken_by_keys(field, qtbot):
    qtbot.keyClicks(field, ", ues")
    popup = field._completer.popup()
    qtbot.waitUntil(popup.isVisible)
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert field.text() == "partners, question, "
    assert field.told == [("partners", "question")]


def test_nothing_is_offered_for_what_is_complete_or_unknown(field, qtbot):
    qtbot.keyClicks(field, ", zzz")
    assert not field._completer.popup().isVisible()


def test_tags_changed_elsewhere_do_not_overwrite_typing(field, qtbot):
    field.take(("other",))
    assert field.text() == "other"
    qtbot.keyClicks(field, ", new")
    field.take(("third",))
    assert field.text() == "other, new"
