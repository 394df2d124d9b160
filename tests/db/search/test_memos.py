"""Memos are found with clauses and notes, or alone: by title, own words and what they quote."""

import pytest

from db import memos
from db.model import Ask, Block, Memo, MemoUid
from db.search import index
from db.search.facets import count_facets
from tests.db.search.laws import NOW, count, find_first, find_ranked, note, place


def memo(base, uid, title, *blocks, deleted=""):
    made = Memo(MemoUid(uid), title, blocks, created=NOW, changed=NOW, deleted=deleted)
    with base.write() as conn:
        return memos.save_memo(conn, made)


@pytest.fixture
def kept(base):
    """A memo on graphene that quotes the plan's clause on the salt lakes of Qinghai."""
    node, edition = place(base, "II.(3).2.1")
    quote = Block("q", "clause", quote=node.text, node=node.uid, edition=edition, path=node.path)
    own = Block("own", "text", text="First words.\nAsk the 财政厅 about graphene prices.")
    return memo(base, "m", "Brine and salt lakes", quote, own, Block("end", "text", text="Done."))


@pytest.mark.usefixtures("kept")
def test_a_memo_is_found_by_title_words_and_quotes_and_opens_at_the_paragraph(base):
    (hit,) = find_ranked(base.conn, "graphene prices", 5)
    assert (hit.kind, hit.via, hit.uid, hit.title) == ("memo", "memo", "m", "Brine and salt lakes")
    assert (hit.block, hit.path, hit.edition_uid) == ("own", "", None)
    assert [hit.snippet[a:b] for a, b in hit.marks] == ["graphene", "prices"]
    quoted = find_ranked(base.conn, "magnesium", 5, scope="memos")[0]
    assert (quoted.block, quoted.uid) == ("q", "m")
    titled = find_ranked(base.conn, "brine", 5)[0]
    assert (titled.uid, titled.snippet) == ("m", "Brine and salt lakes")
    assert find_first(base.conn, "财政", 5)[0].uid == "m"


@pytest.mark.usefixtures("kept")
def test_each_scope_is_searched_alone_or_with_the_others(base):
    note(base, "n", "magnesium", on=place(base, "II.(3).2.1"))
    kinds = {
        scope: {hit.kind for hit in find_ranked(base.conn, "magnesium", 9, scope=scope)}
        for scope in ("all", "clauses", "notes", "memos")
    }
    assert kinds == {
        "all": {"clause", "note", "memo"},
        "clauses": {"clause"},
        "notes": {"note"},
        "memos": {"memo"},
    }
    facets = count_facets(base.conn, Ask("magnesium", kinds=("memo",)))
    assert facets.total == 1


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("in:memo", 1),
        ("类型：摘编", 1),
        ("范围:摘编 graphene", 1),
        ("in:memo region:Qinghai", 1),
        ("in:memo region:Gansu", 0),
        ("in:memo doc:East-West", 1),
        ("in:memo doc:Salt", 0),
        ("in:memo after:2026", 1),
        ("in:memo after:2027", 0),
        ("in:memo NOT doc:Salt", 1),
        ("in:memo tag:brine", 0),
        ("in:memo noted:yes", 0),
    ],
)
@pytest.mark.usefixtures("kept")
def test_fields_of_memos(base, query, found):
    assert count(base.conn, query) == len(find_ranked(base.conn, query, 9)) == found


@pytest.mark.usefixtures("kept")
def test_a_memo_is_found_as_it_stands_now(base):
    memo(base, "m", "Perovskite")
    assert find_ranked(base.conn, "graphene", 5) == []
    assert find_ranked(base.conn, "perovskite", 5)[0].title == "Perovskite"
    memo(base, "m", "Perovskite", deleted=NOW)
    assert find_ranked(base.conn, "perovskite", 5) == []
    memo(base, "m", "Perovskite")
    with base.write() as conn:
        index.rebuild(conn)
    assert [hit.uid for hit in find_ranked(base.conn, "perovskite", 5)] == ["m"]
