"""Whoosh sees our tokens, and nothing of it that builds wrong sets is on."""

from hypothesis import given
from hypothesis import strategies as st

from db.search import analysis
from db.search.language import Analyzer, read
from db.search.tree import And, Words


@given(st.text())
def test_whoosh_gets_our_tokens_with_their_places(text):
    found = [
        (token.text, token.startchar, token.endchar, token.pos)
        for token in Analyzer()(text, mode="index", chars=True, positions=True)
    ]
    ours = analysis.tokens(text)
    assert found == [(*token, at) for at, token in enumerate(ours)]


@given(st.text("科技a 5", max_size=9))
def test_a_query_leaves_out_the_half_of_its_last_pair(text):
    found = [token.text for token in Analyzer()(text, mode="query")]
    assert found == list(analysis.query_tokens(text))


def test_a_pure_whoosh_index_finds_what_we_find(tmp_path):
    from whoosh import fields
    from whoosh.index import create_in
    from whoosh.qparser import QueryParser

    text = fields.TEXT(analyzer=Analyzer(), stored=True, multitoken_query="phrase")
    index = create_in(tmp_path, fields.Schema(text=text))
    writer = index.writer()
    for clause in ("科技援青，建设5G网络", "海西盐湖", "The salt lake"):
        writer.add_document(text=clause)
    writer.commit()
    with index.searcher() as searcher:
        for query in ("援青", "盐湖", "5g网络", "SALT", "海西盐湖"):
            found = searcher.search(QueryParser("text", index.schema).parse(query))
            assert len(found) == 1, query
    index.close()


def test_the_operators_that_build_wrong_sets_are_words():
    assert read("a ANDNOT b")[0] == And((Words(("a",)), Words(("andnot",)), Words(("b",))))
