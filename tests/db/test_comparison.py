"""Two editions clause by clause."""

from db.comparison import compare
from tests.db.edition_pairs import FIFTH, FIRST, FOURTH, LAW, NEWLY, SECOND, THIRD, law


def kinds(pairs):
    return [(p.kind, [n.path for n in p.old], [n.path for n in p.new]) for p in pairs]


def test_every_clause_is_told_once_in_the_order_of_the_new_edition():
    changed = FOURTH.replace("十万元", "五十万元")
    pairs = compare(law(*LAW), law(FIRST, NEWLY, SECOND, changed, FIFTH))
    assert kinds(pairs) == [
        ("kept", ["1.1"], ["1.1"]),
        ("added", [], ["2.1"]),
        ("moved", ["2.1"], ["3.1"]),
        ("deleted", ["3.1"], []),
        ("changed", ["4.1"], ["4.1"]),
        ("kept", ["5.1"], ["5.1"]),
    ]


def test_what_is_deleted_at_the_beginning_stands_first():
    assert kinds(compare(law(THIRD, FIRST), law(FIRST)))[0] == ("deleted", ["1.1"], [])


def test_a_text_compared_with_itself_is_kept():
    assert {p.kind for p in compare(law(*LAW), law(*LAW))} == {"kept"}


def test_nothing_is_lost_between_two_editions_that_share_nothing():
    pairs = compare(law(FIRST, SECOND), law(NEWLY))
    assert [p.kind for p in pairs] == ["deleted", "deleted", "added"]
