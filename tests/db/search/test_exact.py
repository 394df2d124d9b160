"""Hits equal a brute-force scan with the same analysis, whatever is asked."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from db import documents
from db.model import DocumentFacts, Node, NodeUid, ParsedEdition, Zone
from db.search import analysis
from db.search.places import other_names
from db.search.query import parse
from db.search.tree import And, Field, Not, Or, Words
from tests.db.search.laws import count, find_first, find_ranked

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


class Scan:
    """The rows of the library read one by one, without any index."""

    def __init__(self, conn):
        self.rows = {}
        texts = {}
        for edition, text in conn.execute(
            "SELECT edition, text FROM source ORDER BY edition, start"
        ):
            texts[edition] = texts.get(edition, "") + text
        for uid, edition, region, start, end, hidden in conn.execute(
            'SELECT n.uid, n.edition, n.region, n.start, n."end", h.words FROM node n'
            ' LEFT JOIN search_hidden h ON h.node = n.id WHERE n."end" > n.start'
        ):
            columns = [texts[edition][start:end], hidden or ""]
            self.rows[uid] = [analysis.words(c) for c in columns], analysis.words(region or "")

    def find(self, tree):
        return {uid for uid, row in self.rows.items() if self.holds(tree, row)}

    def holds(self, tree, row):
        match tree:
            case None:
                return False
            case Or(parts):
                return any(self.holds(part, row) for part in parts)
            case Not(part):
                return not self.holds(part, row)
            case And(parts):
                return self.all_hold(parts, row)
            case Field():
                wanted = analysis.query_tokens(tree.value)
                return self.lies_in(Words(wanted), row[1], tree.prefix)
        return any(stands(form, column) for form in forms(tree) for column in row[0])

    def all_hold(self, parts, row):
        """Beside other words the region that a row lies in stands for its name, not alone."""
        words = [part for part in parts if isinstance(part, Words)]
        lenient = len(words) > 1
        own = lying = False
        for part in parts:
            if self.holds(part, row):
                own = own or not isinstance(part, (Not, Field))
            elif (
                lenient and part in words and len(part.tokens[0]) > 1 and self.lies_in(part, row[1])
            ):
                lying = True
            else:
                return False
        return own or not lying

    def lies_in(self, leaf, region, prefix=False):
        names = [(leaf.tokens, prefix), *forms(leaf)[1:]]
        return any(stands(name, region) for name in names)


def forms(leaf):
    """Return (tokens, prefix) for the words and the place's other name."""
    return [(leaf.tokens, leaf.prefix), *((name, False) for name in other_names(leaf.tokens))]


def stands(form, column):
    tokens, prefix = form
    size = len(tokens)
    for at in range(len(column) - size + 1):
        *start, last = column[at : at + size]
        begun = prefix and last.startswith(tokens[-1])
        if start == list(tokens[:-1]) and (last == tokens[-1] or begun):
            return True
    return False


def uids(hits):
    return sorted(hit.uid for hit in hits)


@settings(max_examples=300, deadline=None)
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
