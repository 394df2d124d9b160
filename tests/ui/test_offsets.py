"""Code points and UTF-16 units agree for every text, wide characters and all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument

from desktop.ui.offsets import Offsets, shown

SPECIAL = "a 中𠮷🏔👩‍🔬é\u00a0\u200d\u2028\n\r\v\f\x85\u2029\ufdd0\ufffc\x00。“"
TEXTS = st.text(st.one_of(st.sampled_from(SPECIAL), st.characters()), max_size=60)
DRAWN = st.text(
    st.one_of(st.sampled_from(SPECIAL), st.characters(exclude_categories=["Cs"])), max_size=60
)


def units_of(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


@given(TEXTS)
def test_every_code_point_goes_to_the_unit_that_utf_16_gives_it(text):
    offsets = Offsets(text)
    assert [offsets.to_units(i) for i in range(len(text) + 1)] == [
        units_of(text[:i]) for i in range(len(text) + 1)
    ]
    assert offsets.units == units_of(text)


@given(TEXTS)
def test_every_code_point_comes_back_from_its_unit(text):
    offsets = Offsets(text)
    assert [offsets.to_points(offsets.to_units(i)) for i in range(len(text) + 1)] == list(
        range(len(text) + 1)
    )


@given(TEXTS)
def test_the_middle_of_a_pair_belongs_to_its_character(text):
    offsets = Offsets(text)
    for at, char in enumerate(text):
        if char > "\uffff":
            assert offsets.to_points(offsets.to_units(at) + 1) == at


@given(TEXTS, st.integers(-5, 200))
def test_offsets_outside_the_text_are_clamped(text, at):
    offsets = Offsets(text)
    assert 0 <= offsets.to_units(at) <= offsets.units
    assert 0 <= offsets.to_points(at) <= len(text)


@pytest.mark.parametrize(
    ("text", "point", "unit"),
    [
        ("𠮷野家", 1, 2),
        ("a🏔b", 2, 3),
        ("e\u0301x", 2, 2),
        ("\u00a0x", 1, 1),
        ("👩‍🔬!", 3, 5),
        ("", 0, 0),
    ],
)
def test_known_characters(text, point, unit):
    offsets = Offsets(text)
    assert (offsets.to_units(point), offsets.to_points(unit)) == (unit, point)


@given(TEXTS)
def test_what_is_shown_is_as_long_as_the_source_at_every_place(text):
    drawn = shown(text)
    assert len(drawn) == len(text)
    assert [units_of(c) for c in drawn] == [units_of(c) for c in text]


@given(DRAWN)
def test_qt_keeps_what_is_shown_as_one_paragraph_unit_for_unit(text):
    document = QTextDocument()
    QTextCursor(document).insertText(shown(text))
    assert document.blockCount() == 1
    assert document.firstBlock().text() == shown(text)
    assert document.characterCount() - 1 == Offsets(text).units


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("a\nb", "a\u2028b"),
        ("a\r\nb", "a\u200b\u2028b"),
        ("a\u00a0b", "a\u00a0b"),
        ("\ud842x", "\ufffdx"),
    ],
)
def test_line_ends_become_line_separators_and_the_rest_stays(text, drawn):
    assert shown(text) == drawn
