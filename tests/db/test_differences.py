"""Two wordings side by side: nothing is lost, whole words are marked, typography is silent."""

from hypothesis import given
from hypothesis import strategies as st

from db.differences import differing

WORDS = st.text(alphabet="水湖泊法 ab,。\n", max_size=30)


@given(WORDS, WORDS)
def test_the_stretches_give_both_wordings_back(old, new):
    parts = differing(old, new)
    assert "".join(p.old for p in parts) == old
    assert "".join(p.new for p in parts) == new


def test_whole_words_and_single_han_characters_are_marked():
    assert [
        (p.old, p.new)
        for p in differing("dig the salt lake", "dig the salty lake")
        if not p.is_equal
    ] == [("salt", "salty")]
    (changed,) = [p for p in differing("处十万元以下罚款", "处五十万元以下罚款") if not p.is_equal]
    assert (changed.old, changed.new) == ("", "五")


def test_typography_is_no_difference():
    assert all(p.is_equal for p in differing("工厂（一）：", "工厂(一)︰"))
