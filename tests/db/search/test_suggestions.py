"""Did you mean: the word as the library spells it, if that finds something."""

import pytest

from tests.db.search.laws import count, suggest


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        ("Qinhgai", "qinghai"),
        ("lithum potasium", "lithium potassium"),
        ("region:Tibet yakk", "region:Tibet yak"),
        ("科技援青青", "科技援青"),
        ("科技圆青", "科技援青"),
        ("技科援青", "科技援青"),
        ("宁厦", "宁夏"),
        ("水流失", "水土流失"),
        ("治里水土", "治理水土"),
        ("yak lithium", "yak OR lithium"),
        ("ｑｉｎｈｇａｉ", "qinghai"),
        ("purchsae OR zzzzzz", "purchase OR zzzzzz"),
    ],
)
def test_a_misspelled_word_is_set_right(conn, query, meant):
    assert suggest(conn, query)[0] == meant
    assert all(count(conn, other) for other in suggest(conn, query))


@pytest.mark.parametrize(
    "query", ["", "xyzzyq", "salt", "zq", "(((", "没有", "color:red", "noted:yes", "tag:mineral"]
)
def test_there_may_be_nothing_to_suggest(conn, query):
    assert suggest(conn, query) == ()


def test_no_more_are_suggested_than_asked_for(conn):
    assert len(suggest(conn, "lak", 9)) > 1
    assert len(suggest(conn, "lak", 1)) == 1
