"""Letter by letter the same places are found as by tokens."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from db.search.analysis import query_tokens, words
from db.search.matching import _stretches
from db.search.spotting import plain, spot
from db.search.tree import Form

PIECES = [
    "salt",
    "Salt",
    "salty",
    "lake",
    "a",
    "5G",
    "盐湖",
    "盐湖锂",
    "湖",
    "湖湖",
    "锂",
    "的",
    "x_y",
]
JOINTS = [" ", "", "-", "，", "。", "“", "\n", "...", " — "]
TEXTS = st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(JOINTS)), max_size=12).map(
    lambda parts: "".join(piece + joint for piece, joint in parts)
)
SAID = st.lists(st.sampled_from(PIECES), min_size=1, max_size=3).map(" ".join)


@given(TEXTS, SAID, st.booleans())
@example("a a a a", "a a", False)
@example("湖湖湖", "湖湖", False)
@example("5G网络", "5G", False)
def test_plain_texts_are_read_as_their_tokens_are(text, said, prefix):
    tokens = query_tokens(said)
    form = Form(tokens, prefix or len(tokens[-1]) == 1)
    lower = plain(text)
    spotted = None if lower is None else spot(form, lower)
    if spotted is not None:
        assert spotted == _stretches(form, text, words(text))


@pytest.mark.parametrize(
    "text", ["naïve", "Ⅷ", "盐\n湖", "盐\u200b湖", "ｗｉｄｅ", "㈠", "é", "\u2f00"]
)
def test_other_texts_are_left_to_their_tokens(text):
    assert plain(text) is None


@pytest.mark.parametrize("text", ["Salt lake § 1 “at cost”", "《盐湖》，5G网络。", ""])
def test_most_texts_are_plain(text):
    assert plain(text) == text.lower()
