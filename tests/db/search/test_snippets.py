"""A snippet shows the hits, is cut between words, and keeps the marks on the same words."""

from hypothesis import given
from hypothesis import strategies as st

from db.search import snippets
from db.search.snippets import cut

LONG = "It is here said. " + "Other words follow one another. " * 12 + "At last the lake of salt."
ZH = "为了加强生态环境保护和治理，" * 30 + "建设盐湖产业基地。"


def group(text, word):
    at = text.index(word)
    return [(at, at + len(word))]


def test_a_short_text_is_shown_whole():
    assert cut("Salt\nlake\t!", [[(0, 4)]]) == ("Salt lake !", ((0, 4),))


def test_a_text_without_hits_is_shown_from_its_beginning():
    snippet, marks = cut(LONG, [])
    assert snippet.startswith("It is here said.")
    assert snippet.endswith("…")
    assert (marks, len(snippet) <= snippets.WIDTH + 1) == ((), True)


def test_the_hit_is_shown_with_words_before_it():
    snippet, (mark,) = cut(LONG, [group(LONG, "lake")])
    assert snippet[slice(*mark)] == "lake"
    assert snippet.startswith("…")
    assert snippet[1].isalpha()
    assert LONG[LONG.index(snippet[1:10]) - 1] == " "


def test_words_far_apart_are_shown_in_two_parts():
    snippet, marks = cut(LONG, [group(LONG, "here"), group(LONG, "salt")])
    assert [snippet[slice(*mark)] for mark in marks] == ["here", "salt"]
    assert snippet.count("…") == 1
    assert len(snippet) < snippets.WIDTH + 30


def test_chinese_takes_twice_the_room():
    snippet, (mark,) = cut(ZH, [group(ZH, "盐湖")])
    assert snippet[slice(*mark)] == "盐湖"
    assert len(snippet) <= snippets.WIDTH // 2 + 2


def test_a_text_without_gaps_is_cut_all_the_same():
    text = "x" * 300 + "salt" + "y" * 300
    snippet, (mark,) = cut(text, [group(text, "salt")])
    assert snippet[slice(*mark)] == "salt"
    assert len(snippet) == snippets.WIDTH + 2


def test_the_part_with_most_words_is_chosen():
    text = "salt " + "and so on " * 40 + "salt lake base"
    snippet, marks = cut(text, [[(0, 4), *group(text[9:], "salt")], group(text, "lake")])
    assert "lake" in snippet
    assert marks


@given(st.text("ab 科技\n\u2028 ，", max_size=400), st.data())
def test_marks_stay_on_their_words(text, data):
    ends = st.integers(0, len(text))
    spans = st.tuples(ends, ends).map(sorted).map(tuple).filter(lambda s: s[0] < s[1] < s[0] + 20)
    groups = data.draw(st.lists(st.lists(spans, max_size=3), max_size=3)) if text else []
    groups = [sorted(group) for group in groups if group]
    snippet, marks = cut(text, groups, 60)
    flat = text.translate(snippets._SPACES)
    assert len(snippet) <= 60 + 2 + snippets.FAR
    for part in snippet.strip("…").split("…"):
        assert part in flat
    for start, end in marks:
        assert 0 <= start < end <= len(snippet)
        assert snippet[start:end] in flat
    if groups:
        assert marks
