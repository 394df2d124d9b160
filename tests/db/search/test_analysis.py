"""Tokens: folded words, Chinese pairs, and their places in the text."""

import sqlite3
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.search import analysis

MIXED = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from("科技援青海南5Gg网络R&D é\u0301ＦＵ½㈠㊀\u00ad\u200b“”—§\n\rｶﾞが한국𠮷_"),
    )
)


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Salt LAKE", "salt lake"),
        ("科技援青", "科技 技援 援青 青"),
        ("青", "青"),
        ("5G网络建设", "5g 网络 络建 建设 设"),
        ("R&D, R & D", "r d r d"),
        ("ＣＯ₂ Ⅳ ﬁne", "co2 iv fine"),
        ("naïve café", "naive cafe"),
        ("e\u0301te\u0301", "ete"),
        ("soft\u00adhyphen zero\u200bwidth", "softhyphen zerowidth"),
        ("工程\r\n院，中国", "工程 程院 院 中国 国"),
        ("½ ㈠ a㊀b", "1 2 一 a 一 b"),
        ("ｶﾞｽ ガス", "カス ス カス ス"),
        ("𠮷野家", "𠮷野 野家 家"),
        ("snake_case don't", "snake case don t"),
        ("“§ 12” — 1,000.5", "12 1 000 5"),
        ("\ud800 😀 \x00 ...", ""),
        ("漢字⺀ ꙮ Ω", "漢字 字⺀ ⺀ ꙮ ω"),
    ],
)
def test_a_text_becomes_these_tokens(text, tokens):
    assert analysis.words(text) == tokens.split()


@given(MIXED)
def test_the_faster_ways_say_the_same(text):
    found = analysis.tokens(text)
    assert analysis.words(text) == [token for token, _, _ in found]
    numbers = list(range(len(found)))
    assert analysis.places(text, numbers) == [(start, end) for _, start, end in found]
    assert analysis.places(text, numbers[::-2]) == [f[1:] for f in found[::-2]]


@given(MIXED)
def test_a_token_is_what_stands_at_its_place(text):
    for token, start, end in analysis.tokens(text):
        assert 0 <= start < end <= len(text)
        assert token in analysis.words(text[start:end])


@given(MIXED)
def test_sqlite_splits_the_indexed_text_into_the_same_tokens(text):
    conn = sqlite3.connect(":memory:")
    conn.execute("CREATE VIRTUAL TABLE f USING fts5(t, tokenize='ascii')")
    conn.execute("CREATE VIRTUAL TABLE v USING fts5vocab(f, 'instance')")
    conn.execute("INSERT INTO f VALUES (?)", (analysis.index_text(text),))
    found = [row[0] for row in conn.execute("SELECT term FROM v ORDER BY offset")]
    conn.close()
    assert found == analysis.words(text)


def test_folding_again_changes_nothing():
    for code in range(0, 0x110000, 7):
        once = analysis.fold.__wrapped__(chr(code))
        assert analysis.fold.__wrapped__(once) == once
        assert analysis.words(chr(code)) == [token for token, _, _ in analysis.tokens(chr(code))]


@given(st.text("科技援青海a ", max_size=9), st.text("科技援青海", min_size=2), st.text("科技，b"))
def test_a_span_of_chinese_is_found_wherever_it_stands(before, span, after):
    wanted = list(analysis.query_tokens(span))
    found = analysis.words(before + span + after)
    assert any(found[at : at + len(wanted)] == wanted for at in range(len(found)))


def test_a_query_ends_with_its_last_pair():
    assert analysis.query_tokens("科技援青") == ("科技", "技援", "援青")
    assert analysis.query_tokens("网络5G") == ("网络", "络", "5g")
    assert analysis.query_tokens("5G网") == ("5g", "网")


@given(MIXED)
def test_the_vocabulary_is_words_of_letters(text):
    indexed = analysis.index_text(text)
    for word in analysis.vocabulary(indexed):
        assert len(word) > 2
        assert any(word in token for token in analysis.words(text))
        assert not analysis.is_han(word)


def test_tokens_are_made_without_whoosh():
    code = "import sys; from db.search import analysis, query; query.parse('salt 盐'); print('whoosh' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


SILENT_BLOCKS = ((0x1AB0, 0x1AFF), (0x1DC0, 0x1DFF), (0xFE00, 0xFE0F), (0xFE20, 0xFE2F))


@pytest.mark.parametrize(("first", "last"), SILENT_BLOCKS)
def test_silent_characters_vanish_also_where_unicode_has_none_yet(first, last):
    for sign in map(chr, range(first, last + 1)):
        assert [token for token, _, _ in analysis.tokens(f"sa{sign}lt {sign}")] == ["salt"]
        assert analysis.words(f"sa{sign}lt") == ["salt"]
