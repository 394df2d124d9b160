"""The marks at the beginning of a paragraph, and what only looks like one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.importers.marks import begins, follows, is_annex_heading, read_marks
from desktop.importers.numerals import han, han_value, letter, letter_value, roman, roman_value


def first(text):
    marks = read_marks(text)
    return (marks[0].family, marks[0].value, marks[0].label) if marks else None


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("第一章　总　　则", ("章", (1,), "1")),
        ("第十七条之一　已满", ("条", (17, 1), "17-1")),
        ("第一百二十三条 国家", ("条", (123,), "123")),
        ("第２节 规则", ("节", (2,), "2")),
        ("（十二）其他", ("（一）", (12,), "(12)")),
        ("㈢ 其他", ("（一）", (3,), "(3)")),
        ("二、主要任务", ("一、", (2,), "2")),
        ("１０．推进", ("1.", (10,), "10")),
        ("two。 We will", ("1.", (2,), "2")),
        ("(3) to implement", ("（1）", (3,), "(3)")),
        ("③ 说明", ("①", (3,), "3")),
        ("2.1.3 组织", ("dec", (2, 1, 3), "2.1.3")),
        ("§\u202f13. Liability", ("Section", (13,), "13")),
        ("Section. 2.", ("Section", (2,), "2")),
        ("Article IV. Relations", ("Article", (4,), "IV")),
        ("附件1", ("annex", (1,), "A1")),
        ("Annex B: Costs", ("annex", (2,), "AB")),
        ("II. Key tasks", ("I.", (2,), "II")),
        ("1 总则", ("dec", (1,), "1")),
    ],
)
def test_a_mark_is_read(text, mark):
    assert first(text) == mark


@pytest.mark.parametrize(
    "text",
    [
        *(
            "2005年06月11日",
            "3.5% of the total",
            "000014349/2005-00154",
            "The Secretary",
            "AFM. The airplane",
        ),
        *(
            "(FOIA) (5 U.S.C. 552)",
            "2004.",
            "1.8万多公里",
            "",
            "（以下简称纲要）",
            "TITLE OF BILL",
            "Particle 1",
            "part of it",
        ),
    ],
)
def test_words_that_only_look_like_a_mark_are_none(text):
    assert read_marks(text) == []


def test_an_ambiguous_mark_gives_both_readings():
    assert {(m.family, m.value[0]) for m in read_marks("(i) the term")} == {("(i)", 1), ("(a)", 9)}
    assert {(m.family, m.value[0]) for m in read_marks("V. Scope")} == {("I.", 5), ("A.", 22)}


def test_a_reference_without_a_space_is_loose():
    assert read_marks("第十五条规定的监察事项")[0].loose
    assert not read_marks("第十五条　监察机关")[0].loose


@pytest.mark.parametrize(
    ("before", "value", "is_next"),
    [
        ((1,), (2,), True),
        ((17,), (17, 1), True),
        ((17, 2), (18,), True),
        ((3,), (5,), False),
        ((17, 1), (17, 3), False),
    ],
)
def test_the_next_number_is_known(before, value, is_next):
    assert follows(before, value) is is_next


def test_a_sentence_that_begins_with_an_annex_is_no_heading():
    assert is_annex_heading("附件2 三级公立医院绩效考核指标")
    assert not is_annex_heading("附件4-2。公共卫生人员应当登记。")
    assert not is_annex_heading("附件：实施方案")
    assert begins((1, 1))


@given(st.integers(1, 9999))
def test_chinese_numerals_come_back(number):
    assert han_value(han(number)) == number


@given(st.integers(1, 3999))
def test_roman_numerals_come_back(number):
    assert roman_value(roman(number)) == number


@given(st.integers(1, 200))
def test_letters_come_back(number):
    assert letter_value(letter(number)) == number


@pytest.mark.parametrize(
    ("text", "value"),
    [("二〇", 20), ("两百零五", 205), ("廿三", 23), ("十", 10), ("一万二千", 12000)],
)
def test_odd_chinese_numerals(text, value):
    assert han_value(text) == value


@given(st.text(max_size=40))
def test_any_line_can_be_asked_for_its_mark(text):
    for mark in read_marks(text):
        assert 0 < mark.length <= len(text)
        assert all(part > 0 for part in mark.value)
