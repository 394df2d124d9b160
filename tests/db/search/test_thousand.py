"""On a thousand random clauses every query finds what a scan of all rows finds."""

import random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from db import documents, nodes
from db.connection import Base
from db.model import Ask, DocumentFacts, Node, NodeUid, ParsedEdition, Zone
from db.search.facets import count_facets
from db.search.query import parse
from tests.db.search.laws import count, find_first, find_ranked, note
from tests.db.search.scan import Scan
from tests.db.search.test_query import HOSTILE

EVERYTHING = 10_000
ENGLISH = [
    "water",
    "waters",
    "watered",
    "policy",
    "policies",
    "reserve",
    "reservoir",
    "grant",
    "granted",
    "the",
    "of",
    "and",
    "council",
    "school",
    "schools",
    "region",
    "R&D",
    "5G",
    "lake",
    "salt",
    "park",
    "youth",
    "Qinghai",
    "Tibet",
]
CHINESE = "水土流失治理科技援青盐湖资源保护国家农业园区网络的和机关规定青海西藏"
REGIONS = [None, "Qinghai", "Inner Mongolia", "青海", "Tibet"]
KINDS = ["clause", "clause", "clause", "task", "article"]
BODIES = ["Ministry of Education", "教育部", "State Council"]
STATUSES, COLORS = ["open", "done", "question"], ["red", "green", ""]


def sentence(dice):
    if dice.random() < 0.5:
        return " ".join(dice.choice(ENGLISH) for _ in range(dice.randint(2, 20)))
    at = [dice.randrange(len(CHINESE) - 4) for _ in range(dice.randint(1, 8))]
    return "，".join(CHINESE[a : a + dice.randint(1, 4)] for a in at)


def made_law(dice, number):
    text, places = "", []
    for at in range(1, 51):
        words = sentence(dice)
        about = (dice.choice(KINDS), str(at), str(at), len(text), len(text) + len(words), words)
        places.append(Node(NodeUid(""), *about, zone="body", region=dice.choice(REGIONS)))
        text += f"{words}\n"
    date = dice.choice(["", "1999-12-31", "2021-03-04", "2022-05-06"])
    facts = DocumentFacts(f"Law {number}", date=date, issuers=(dice.choice(BODIES),))
    return ParsedEdition(facts, text, tuple(places), (Zone("body", 0, len(text)),))


@pytest.fixture(scope="module")
def conn(tmp_path_factory):
    """Twenty laws of fifty clauses, forty notes, two groups; the same on every machine."""
    dice = random.Random(5)
    base = Base.open(tmp_path_factory.mktemp("thousand"))
    with base.write() as conn:
        for number in range(20):
            documents.add_edition(conn, made_law(dice, number), label="1", now="n")
        conn.execute("UPDATE document SET group_name = iif(id % 2, 'laws', '规章')")
    every = [
        (node, edition)
        for (edition,) in base.conn.execute("SELECT uid FROM edition").fetchall()
        for node in nodes.load_nodes(base.conn, edition)
    ]
    for number in range(40):
        facts = {"color": dice.choice(COLORS), "status": dice.choice(STATUSES)}
        facts["tags"] = tuple(dice.sample(["salt", "open/2026", "水"], dice.randint(0, 2)))
        body = sentence(dice) if dice.random() < 0.7 else ""
        note(base, f"n{number}", body, on=dice.choice(every), quote="quoted 水土", **facts)
    yield base.conn
    base.close()


WORDS = [
    *ENGLISH,
    "wat*",
    "polic*",
    "s*",
    "水",
    "水土",
    "土流",
    "水土流失",
    "科技援青",
    "青海",
    "没有",
]
PHRASES = ['"the of"', '"water policy"', '"R & D"', "“水土流失”", '"water lake"~3', '"salt the"~1']
FUZZY = ["watr~", "polices~", "scool~2", "reservor~", "counsil~2", "grantd~1"]
FIELDS = [
    "region:Qinghai", "地区：青海", "region:Inner*", "kind:task", "类型:条款", "kind:heading",
    'doc:"Law 1"', "doc:Law", "by:教育部", 'by:"state council"', "after:2021", "before:2000",
    "date:[2021 TO 2022]", "日期:2021", "group:laws", "分组:规章", "noted:yes", "有笔记:否",
    "tag:salt", "tag:open", "标签:水", "color:red", "颜色:绿", "status:done", "状态:疑问",
    "sensitivity:internal", "in:note", "范围:条款", "in:heading", "kind:highlight", "zone:body",
]  # fmt: skip
LEAVES = st.sampled_from([*WORDS, *PHRASES, *FUZZY, *FIELDS])
QUERIES = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.tuples(inner, inner).map(" ".join),
        st.tuples(inner, inner).map(lambda two: f"({two[0]} OR {two[1]})"),
        st.tuples(inner, inner).map(lambda two: f"({two[0]} AND {two[1]})"),
        st.tuples(inner, inner).map(lambda two: f"{two[0]} NOT ({two[1]})"),
        inner.map(lambda one: f"NOT ({one})"),
    ),
    max_leaves=5,
)


def uids(hits):
    return sorted(hit.uid for hit in hits)


@settings(max_examples=60, deadline=None)
@given(QUERIES, st.booleans())
@example("water Qinghai NOT in:note", False)
@example("noted:yes OR tag:salt", False)
@example("watered", True)
def test_hits_equal_a_scan(conn, query, related):
    scan = _scan(conn, related)
    expected = sorted(scan.find(parse(query).tree))
    assert uids(find_ranked(conn, query, EVERYTHING, related=related)) == expected
    assert uids(find_ranked(conn, query, EVERYTHING, related=related, order="text")) == expected
    assert uids(find_first(conn, f"{query} ", EVERYTHING, related=related)) == expected
    assert count(conn, query, related=related) == len(expected)


@settings(max_examples=20, deadline=None)
@given(QUERIES)
def test_facets_divide_what_a_scan_finds(conn, query):
    found = _scan(conn, False).find(parse(query).tree)
    answer = count_facets(conn, Ask(query))
    assert answer.total == len(found)
    kinds = {f.value: f.count for f in answer.facets if f.field == "kind"}
    assert sum(kinds.values()) == len(found)
    for facet in answer.facets:
        chosen = {f"{facet.field}s": (facet.value,)}
        hits = uids(find_ranked(conn, query, EVERYTHING, **chosen))
        assert len(hits) == facet.count
        assert set(hits) <= found


@pytest.mark.parametrize("query", HOSTILE)
def test_no_query_is_an_error(conn, query):
    find_first(conn, query, 5)
    find_ranked(conn, query, 5, related=True, around=True)
    count_facets(conn, Ask(query))


_known = {}


def _scan(conn, related):
    if related not in _known:
        _known[related] = Scan(conn, related=related)
    return _known[related]
