import pytest
from PySide6.QtCore import Qt

from db.model import COLORS
from desktop.ui.note_words import color_words
from desktop.ui.views.color_row import ColorRow


@pytest.fixture
def row(qtbot):
    made = ColorRow("green")
    qtbot.addWidget(made)
    made.told = []
    made.color_chosen.connect(made.told.append)
    made.show()
    made.activateWindow()
    return made


def test_every_color_has_a_name_and_its_key_in_the_tooltip(row):
    assert [d.color for d in row.dots] == list(COLORS)
    assert row.dots[0].accessibleName() == "Yellow"
    assert [d.toolTip()[-3:] for d in row.dots] == [f"({n})" for n in range(1, 9)]
    assert len({color_words(c) for c in COLORS}) == 8


def test_a_click_chooses(row, qtbot):
    qtbot.mouseClick(row.dots[3], Qt.MouseButton.LeftButton)
    assert row.told == ["blue"]
    assert [d.color for d in row.dots if d.isChecked()] == ["blue"]


def test_arrows_walk_and_choose_around_the_end(row, qtbot):
    row.dots[1].setFocus()
    qtbot.waitUntil(row.dots[1].hasFocus)
    qtbot.keyClick(row.dots[1], Qt.Key.Key_Left)
    assert row.dots[0].hasFocus()
    qtbot.keyClick(row.dots[0], Qt.Key.Key_Up)
    assert row.told == ["yellow", "gray"]


def test_showing_a_color_tells_nothing(row):
    row.show_color("")
    assert not any(d.isChecked() for d in row.dots)
    row.show_color("red")
    assert [d.color for d in row.dots if d.isChecked()] == ["red"]
    assert row.told == []
