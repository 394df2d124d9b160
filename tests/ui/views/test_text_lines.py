import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from desktop.ui.views.text_lines import Lines, is_chinese

pytestmark = pytest.mark.usefixtures("qapp")
RED = QColor("#ff0000")


def painted(lines, marks=()):
    """The picture of the lines, with the marks in red."""
    picture = QImage(320, 120, QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    painter = QPainter(picture)
    lines.paint(painter, QPointF(0, 0), QColor("black"), marks=marks, mark=RED)
    painter.end()
    return picture


def red_columns(picture):
    return [
        x
        for x in range(picture.width())
        if any(picture.pixelColor(x, y) == RED for y in range(0, 40))
    ]


def test_words_that_fit_are_whole():
    lines = Lines("short", QFont(), 300, most=2)
    assert lines.whole
    assert 0 < lines.width < 300


@pytest.mark.parametrize(
    "text", ["many words " * 80, "我们将深化合作" * 60, "unbroken" * 80, "a\n" * 40]
)
def test_long_words_end_after_the_last_line_allowed(text):
    one = Lines("x" if text[0] < "z" else "我", QFont(), 300, most=1)
    lines = Lines(text, QFont(), 300, most=3)
    assert not lines.whole
    assert lines.width <= 300
    assert lines.height <= 3 * one.height * 1.3


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200), st.integers(1, 4), st.floats(5, 400))
def test_no_text_breaks_the_layout(text, most, width):
    lines = Lines(text, QFont(), width, most=most, bold=((0, 3), (5, 500)))
    painted(lines, ((1, 4), (150, 900)))


def test_chinese_keeps_its_wide_punctuation_in_an_english_window():
    narrow = QFont("Noto Sans CJK SC")
    narrow.setFeature(QFont.Tag("pwid"), 1)
    wide = QFont("Noto Sans CJK SC")
    text = "深化合作，（六）完善机制，"
    assert Lines(text, narrow, 900).width == Lines(text, wide, 900).width
    assert is_chinese("与（六）2 的稀土条款比较")
    assert not is_chinese("No indicator is named here; compare with (6).2. 需要核对。")


def test_a_mark_stands_on_its_words_behind_wide_characters():
    plain, wide = "xx salt lake", "𠮷𠮷 salt lake"
    marks = ((3, 7),)
    first = red_columns(painted(Lines(plain, QFont(), 300), marks))
    second = red_columns(painted(Lines(wide, QFont(), 300), marks))
    assert first
    assert abs(len(first) - len(second)) <= 2


def test_a_mark_beyond_the_cut_is_not_painted_on_the_ellipsis():
    text = "word " * 100
    lines = Lines(text, QFont(), 120, most=1)
    assert not red_columns(painted(lines, ((400, 404),)))


def test_a_megabyte_is_cut_before_it_is_shaped():
    lines = Lines("很长的笔记，" * 200_000, QFont(), 260, most=8)
    assert len(lines._text) < 10_000
