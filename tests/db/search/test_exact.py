"""Hits equal a brute-force scan with the same analysis, whatever is asked."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from db import documents
from db.model import DocumentFacts, Node, NodeUid, ParsedEdition, Zone
from db.search.query import parse
from tests.db.search.laws import count, find_first, find_ranked
from tests.db.search.scan import Scan

EVERYTHING = 10_000
WORDS = (
    "science salt lake lakes cooperation cooperating the of a Qinghai Tibet Inner Mongolia R&D 5G",
    "Ningxia eco high-quality Haixi Hohhot grassland youth park 青 青海 盐湖 科技 科技援青 援青",
    "西宁 海东 国家农业 5G网络 网络 治理 的 本条例 内蒙古 贵州 水土流失 zzzz 没有这个",
    "co* s* cooperat* 科* tec* plateau*",
)
REGIONS = "region:Qinghai", "地区:青海", 'region:"Inner Mongolia"', "region:Gans*", "region:zz"
PHRASES = '"salt lake"', '"the construction of"', '"R & D"', '"Inner Mongolia"', '"科技援青"'
LEAVES = st.sampled_from([*" ".join(WORDS).split(), *PHRASES, *REGIONS])
QUERIES = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.tuples(inner, inner).map(" ".join),
        st.tuples(inner, inner).map(lambda two: f"({two[0]} OR {two[1]})"),
        st.tuples(inner, inner).map(lambda two: f"{two[0]} NOT ({two[1]})"),
        inner.map(lambda one: f"NOT ({one})"),
    ),
    max_leaves=5,
)


def uids(hits):
    return sorted(hit.uid for hit in hits)


@settings(max_examples=150, deadline=None)
@given(QUERIES)
@example("Inner Mongolia")
@example("青海 park")
@example("Qing* park")
@example("region:Qinghai Qinghai park")
@example("region:Qinghai Qinghai 青海")
@example("(park OR youth) Qinghai")
@example("Ningxia NOT park")
@example("Tibet Tibet* NOT (the OR 青海)")
def test_hits_on_the_plan_and_two_laws_equal_a_scan(conn, query):
    expected = sorted(Scan(conn).find(parse(query).tree))
    assert uids(find_ranked(conn, query, EVERYTHING)) == expected
    assert uids(find_first(conn, f"{query} ", EVERYTHING)) == expected
    assert count(conn, query) == len(expected)


CLAUSES = st.lists(
    st.tuples(
        st.sampled_from(["clause", "clause", "task"]),
        st.text("ab 科技援，。5-\n", min_size=1, max_size=12),
        st.sampled_from([None, "Inner Mongolia", "科技"]),
    ),
    min_size=1,
    max_size=8,
)
SPANS = st.text("ab科技援5", min_size=1, max_size=4)


@settings(max_examples=150, deadline=None)
@given(CLAUSES, st.lists(SPANS, min_size=1, max_size=3), st.sampled_from([" ", " OR ", " NOT "]))
def test_hits_on_random_clauses_equal_a_scan(empty, clauses, spans, between):
    query = between.join(spans)
    with stored(empty, clauses) as conn:
        expected = sorted(Scan(conn).find(parse(query).tree))
        assert uids(find_ranked(conn, query, EVERYTHING)) == expected
        assert count(conn, query) == len(expected)


@settings(max_examples=150, deadline=None)
@given(CLAUSES, SPANS)
def test_the_first_matches_are_the_first_of_the_scan(empty, clauses, span):
    with stored(empty, clauses) as conn:
        found = Scan(conn).find(parse(span, typing=True).tree)
        order = [row[0] for row in conn.execute("SELECT uid FROM node ORDER BY id")]
        expected = [uid for uid in order if uid in found][:3]
        assert [hit.uid for hit in find_first(conn, span, 3)] == expected


class stored:  # noqa: N801 - reads as a word
    """Store clauses for a moment and take them out again."""

    def __init__(self, base, clauses):
        self.conn = base.conn
        text, nodes = "", []
        for number, (kind, words, region) in enumerate(clauses, 1):
            about = (kind, str(number), str(number), len(text), len(text) + len(words), words)
            nodes.append(Node(NodeUid(""), *about, zone="body", region=region))
            text += f"{words}\n"
        zones = (Zone("body", 0, len(text)),)
        self.parsed = ParsedEdition(DocumentFacts("Law"), text, tuple(nodes), zones)

    def __enter__(self):
        self.conn.execute("BEGIN")
        documents.add_edition(self.conn, self.parsed, label="1", now="n")
        return self.conn

    def __exit__(self, *_):
        self.conn.execute("ROLLBACK")
