"""A shadow forgets what two printings differ in, and remembers where every sign came from."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.shadow import folded, shadow, weight


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("第二十条：︰", "第二十条:："),
        ("二〇一八年", "二○一八年"),
        ("１２ａ（b）", "12a(b)"),
        ("臺灣", "台灣"),
        ("“引”‘文’", "「引」『文』".replace("『", "‘").replace("』", "’")),
        ("carbon\u00a0peak\r\n", "carbon peak"),
        ("国发〔2019〕4号", "国发[2019]4号"),
        ("exe\u00adcu\ufffetion", "execution"),
        ("é", "e\u0301"),
    ],
)
def test_two_printings_of_one_text_have_one_shadow(one, other):
    assert folded(one) == folded(other) != ""


@pytest.mark.parametrize(("one", "other"), [("应当", "可以"), ("5000元", "3000元"), ("US", "us")])
def test_other_words_have_another_shadow(one, other):
    assert folded(one) != folded(other)


@given(st.text(), st.integers(0, 1000))
def test_every_sign_knows_its_place(text, start):
    dark = shadow(text, start)
    assert len(dark.places) == len(dark.text)
    assert dark.places == sorted(dark.places)
    for at, place in enumerate(dark.places):
        assert dark.text[at] in folded(text[place - start])


@given(st.text(min_size=1), st.data())
def test_a_stretch_of_signs_leads_back_to_its_words(text, data):
    dark = shadow(text)
    first = data.draw(st.integers(0, len(dark.text)))
    last = data.draw(st.integers(first, len(dark.text)))
    start, end = dark.span(first, last)
    assert 0 <= start <= end <= len(text)
    if first < last:
        assert dark.text[first:last] in folded(text[start:end])


def test_a_letter_weighs_less_than_a_han_character():
    assert weight("国务院") == 3
    assert weight("abc") == pytest.approx(1)
