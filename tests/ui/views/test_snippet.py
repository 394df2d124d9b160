from hypothesis import given
from hypothesis import strategies as st

from desktop.ui.views.snippet import around_hit

WIDTH = 40.0


def test_a_hit_in_sight_leaves_the_text_as_it_is():
    assert around_hit("salt lake industry", [(0, 9)], len, WIDTH, 2) == (
        "salt lake industry",
        ((0, 9),),
    )


def test_a_late_hit_is_brought_into_sight_at_a_word():
    text = (
        "We will deepen cooperation between Qinghai and provinces and cities, and improve the salt lake base "
        + "x " * 60
    )
    at = text.index("salt lake")
    shown, marks = around_hit(text, [(at, at + 9)], len, WIDTH, 2)
    assert shown.startswith("…")
    assert shown[1] != " "
    assert text[text.index(shown[1:]) - 1] == " "
    assert shown[slice(*marks[0])] == "salt lake"
    assert marks[0][1] <= WIDTH


def test_a_hit_at_the_end_keeps_as_many_words_before_it_as_fit():
    text = "word " * 40 + "salt lake"
    shown, marks = around_hit(text, [(200, 209)], len, WIDTH, 2)
    assert WIDTH < len(shown) <= WIDTH * 2
    assert shown[slice(*marks[0])] == "salt lake"


def test_line_ends_become_spaces_without_moving_a_mark():
    assert around_hit("one\r\ntwo", [(5, 8)], len, WIDTH, 2) == ("one  two", ((5, 8),))


@given(
    st.text(max_size=300), st.lists(st.tuples(st.integers(0, 320), st.integers(0, 320)), max_size=4)
)
def test_every_mark_that_is_kept_stands_on_the_same_words(text, marks):
    shown, kept = around_hit(text, marks, len, WIDTH, 2)
    valid = sorted((a, min(b, len(text))) for a, b in marks if a < min(b, len(text)))
    assert len(kept) <= len(valid)
    if valid:
        flat = "".join(" " if c in "\r\n\t\v\f\x85\u2028\u2029" else c for c in text)
        assert shown[slice(*kept[0])] == flat[slice(*valid[0])]
        assert kept[0][0] <= WIDTH * 2
