"""Related words share a stem; similar ones are few letters off."""

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.search import stems

TABLE = "CREATE TABLE search_word(word TEXT PRIMARY KEY, stem TEXT, backward TEXT)"
LETTERS = st.text("abc", max_size=7)


def put(conn, words):
    rows = ((word, stems.stem(word), word[::-1]) for word in words)
    conn.executemany("INSERT INTO search_word VALUES (?, ?, ?)", rows)


def slowly(one, other):
    """The definition: optimal string alignment, letter by letter."""
    if not one or not other:
        return len(one) + len(other)
    off = one[-1] != other[-1]
    least = min(
        slowly(one[:-1], other) + 1, slowly(one, other[:-1]) + 1, slowly(one[:-1], other[:-1]) + off
    )
    if len(one) > 1 and len(other) > 1 and (one[-1], one[-2]) == (other[-2], other[-1]):
        least = min(least, slowly(one[:-2], other[:-2]) + 1)
    return least


@given(st.text("abc", max_size=5), st.text("abc", max_size=5), st.integers(1, 2))
def test_the_distance_is_what_it_says(one, other, most):
    assert stems.distance(one, other, most) == min(slowly(one, other), most + 1)


@pytest.fixture
def vocabulary():
    conn = sqlite3.connect(":memory:")
    conn.execute(TABLE)
    yield conn
    conn.close()


@given(st.sets(LETTERS, max_size=30), LETTERS)
def test_every_word_one_letter_off_is_found(words, word):
    conn = sqlite3.connect(":memory:")
    conn.execute(TABLE)
    put(conn, words)
    found = stems.similar(conn, word, 1)
    conn.close()
    assert sorted(found) == sorted(w for w in words if stems.distance(word, w, 1) == 1)


def test_two_letters_off_needs_the_right_first_letter(vocabulary):
    put(vocabulary, ("lithium", "lithum", "withum", "lthium"))
    assert stems.similar(vocabulary, "lithuim", 2) == ["lithium", "lithum", "lthium"]


def test_related_words_share_a_stem(vocabulary):
    put(vocabulary, ("cooperate", "cooperation", "cooper", "cooperates", "coop"))
    assert stems.related(vocabulary, "cooperates") == ["cooper", "cooperate", "cooperation"]


def test_a_word_of_another_script_is_its_own_stem():
    assert stems.stem("технологии") == "технологии"
