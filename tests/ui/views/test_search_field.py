import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.views.search_field import SearchField


@pytest.fixture
def field(qtbot):
    window = QWidget()
    made = SearchField(window)
    QVBoxLayout(window).addWidget(made)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    made.stand = window  # else Python frees what Qt shows
    return made


def test_each_key_is_told_and_the_rest_once(field, qtbot):
    changed, rested = [], []
    field.query_changed.connect(changed.append)
    field.query_rested.connect(rested.append)
    qtbot.keyClicks(field, "salt")
    assert changed == ["s", "sa", "sal", "salt"]
    assert rested == []
    qtbot.waitUntil(lambda: rested == ["salt"])


def test_return_does_not_wait_for_the_rest(field, qtbot):
    told = []
    field.query_rested.connect(told.append)
    field.opened.connect(lambda: told.append("opened"))
    qtbot.keyClicks(field, "salt")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert told == ["salt", "opened"]
    qtbot.keyClick(field, Qt.Key.Key_Enter)
    assert told == ["salt", "opened", "opened"]


@pytest.mark.parametrize(
    ("key", "step"),
    [(Qt.Key.Key_Down, 1), (Qt.Key.Key_Up, -1), (Qt.Key.Key_PageDown, 8), (Qt.Key.Key_PageUp, -8)],
)
def test_the_list_is_steered_while_the_cursor_stays(field, qtbot, key, step):
    qtbot.keyClicks(field, "salt")
    with qtbot.waitSignal(field.moved) as moved:
        qtbot.keyClick(field, key)
    assert moved.args == [step]
    assert field.hasFocus()
    assert field.cursorPosition() == 4


def test_home_end_and_shift_arrows_are_the_fields_own(field, qtbot):
    steps = []
    field.moved.connect(steps.append)
    qtbot.keyClicks(field, "salt")
    qtbot.keyClick(field, Qt.Key.Key_Home)
    qtbot.keyClick(field, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert field.selectedText() == "s"
    assert steps == []


def test_esc_leaves_the_field_and_reaches_no_shortcut_of_the_window(field, qtbot):
    fired = []
    shortcut = QShortcut(QKeySequence("Esc"), field.window())
    shortcut.activated.connect(lambda: fired.append(True))
    with qtbot.waitSignal(field.left):
        qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert fired == []


def test_the_clear_button_is_there_only_when_there_is_something_to_clear(field, qtbot):
    clear = field.actions()[-1]
    assert not clear.isVisible()
    qtbot.keyClicks(field, "salt")
    assert clear.isVisible()
    with qtbot.waitSignal(field.query_changed) as told:
        clear.trigger()
    assert told.args == [""]
    assert field.hasFocus()
    assert not clear.isVisible()


def test_the_field_says_what_it_is_for(field):
    assert field.accessibleName() == "Search clauses and notes"
    assert field.placeholderText() == "Search clauses and notes   (Ctrl+Shift+F)"
