"""What a person types is read as meant, and never refused."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.search import query
from db.search.query import parse
from db.search.tree import And, Field, Not, Or, Words


def w(*tokens, **more):
    return Words(tokens, **more)


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("", None),
        ("  ... 😀 ", None),
        ("Salt", w("salt")),
        ("salt lake", And((w("salt"), w("lake")))),
        ("salt salt", w("salt")),
        ("青", w("青", prefix=True)),
        ("科技援青", w("科技", "技援", "援青")),
        ("5G网", w("5g", "网", prefix=True)),
        ("R&D", w("r", "d")),
        ("what is this?", And((w("what"), w("is"), w("this")))),
        ("salt and lake or not", And((w("salt"), w("and"), w("lake"), w("or"), w("not")))),
        ('"salt lake"', w("salt", "lake")),
        ("“salt lake”", w("salt", "lake")),
        ("salt*", w("salt", prefix=True)),
        ("科技*", w("科技")),
        ("sallt~", w("sallt", fuzzy=1)),
        ("sallt~2", w("sallt", fuzzy=2)),
        ("sallt~9", w("sallt", fuzzy=2)),
        ('"salt lake"~3', w("salt", "lake", near=2)),
        ("a OR b", Or((w("a"), w("b")))),
        ("a AND b", And((w("a"), w("b")))),
        ("a NOT b", And((w("a"), Not(w("b"))))),
        ("NOT b", Not(w("b"))),
        ("(a OR b) c", And((Or((w("a"), w("b"))), w("c")))),
        ("（a OR b） c", And((Or((w("a"), w("b"))), w("c")))),
        ("a ANDNOT b", And((w("a"), w("andnot"), w("b")))),
        ("a REQUIRE b", And((w("a"), w("require"), w("b")))),
        ("a ANDMAYBE b", And((w("a"), w("andmaybe"), w("b")))),
        ("[grass to land]", And((w("grass"), w("to"), w("land")))),
        ("'90s workers'", And((w("90s"), w("workers")))),
        ("te*st x^2 *:*", And((w("te", "st"), w("x", "2")))),
        ('an "open quote', And((w("an"), w("open"), w("quote")))),
    ],
)
def test_a_query_is_read_as_meant(text, tree):
    found = parse(text)
    assert found.tree == tree
    assert {hint.kind for hint in found.hints} <= {"operator"}


@pytest.mark.parametrize(
    ("text", "hints"),
    [
        ("a ANDNOT b", ["ANDNOT"]),
        ("salt -lake", ["-"]),
        ("+salt +lake", ["+"]),
        ("R&D 2021-25 a - b", []),
        ("a NOT b", []),
    ],
)
def test_signs_that_join_words_elsewhere_are_told(text, hints):
    assert [hint.words for hint in parse(text).hints] == hints


def test_a_pasted_text_is_told_to_be_too_long():
    assert [hint.kind for hint in parse("salt " * 999).hints] == ["long"]
    assert parse("salt " * 9).hints == ()


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("region:Qinghai", Field("region", "Qinghai")),
        ("地区：青海", Field("region", "青海")),
        ("REGION:Qinghai", Field("region", "Qinghai")),
        ('region:"Inner Mongolia"', Field("region", "Inner Mongolia")),
        ("doc:plan", Field("doc", "plan")),
        ("文件:规划", Field("doc", "规划")),
        ("kind:Tasks", Field("kind", "task")),
        ("类型：任务", Field("kind", "task")),
        ("kind:subrule", Field("kind", "subrule")),
        ("tag:lithium", Field("tag", "lithium")),
        ("标签:锂", Field("tag", "锂")),
        ("tag:lit*", Field("tag", "lit", prefix=True)),
        ("color:Red", Field("color", "red")),
        ("颜色:红色", Field("color", "red")),
        ("status:open", Field("status", "open")),
        ("状态：已完成", Field("status", "done")),
        ("noted:yes", Field("noted", "yes")),
        ("有批注：否", Field("noted", "no")),
        ("after:2021", Field("after", "2021")),
        ("之后:2021年3月", Field("after", "2021-03")),
        ("before:2022-3-4", Field("before", "2022-03-04")),
        ("date:2021", Field("date", "2021", until="2021")),
        ("date:[2021 TO 2022-06]", Field("date", "2021", until="2022-06")),
        ("date:[2021 TO]", Field("date", "2021", until="9999")),
        ('by:"Ministry of Education"', Field("by", "Ministry of Education")),
        ("发文机关:教育部", Field("by", "教育部")),
        ("zone:lede", Field("zone", "lede")),
        ("in:notes", Field("in", "note")),
        ("范围：条款", Field("in", "clause")),
    ],
)
def test_a_field_is_understood_in_both_languages(text, field):
    assert parse(text) == query.Query(field)


def test_a_field_holds_for_a_group():
    two = Or((Field("region", "Qinghai"), Field("region", "Tibet")))
    assert parse("region:(Qinghai OR Tibet) salt").tree == And((two, w("salt")))


def hints_of(found):
    return tuple(hint.words for hint in found.hints)


@pytest.mark.parametrize(
    ("text", "tree", "unknown"),
    [
        ("foo:bar", w("foo", "bar"), ("foo",)),
        ("at 12:30 http://x", And((w("at"), w("12", "30"), w("http", "x"))), ()),
        ("color:mauve x", And((w("mauve"), w("x"))), ("color:mauve",)),
        ("after:soon", w("soon"), ("after:soon",)),
        ("region:", w("region"), ()),
        ("foo:bar region:Tibet", And((w("foo", "bar"), Field("region", "Tibet"))), ("foo",)),
        ("原则：坚持", w("原则", "则", "坚持"), ("原则",)),
        ("kind:[a TO b]", And((w("a"), w("to"), w("b"))), ("kind:[a to b]",)),
    ],
)
def test_what_is_no_field_is_searched_as_words_with_a_hint(text, tree, unknown):
    found = parse(text)
    assert (found.tree, hints_of(found)) == (tree, unknown)
    assert {hint.kind for hint in found.hints} <= {"field", "value"}


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("sal", w("sal", prefix=True)),
        ("salt la", And((w("salt"), w("la", prefix=True)))),
        ("salt ", w("salt")),
        ("R&D", w("r", "d", prefix=True)),
        ("科技", w("科技")),
        ('salt "la', And((w("salt"), w("la", prefix=True)))),
        ('"salt la"', w("salt", "la")),
        ("region:Qing", Field("region", "Qing", prefix=True)),
        ('region:"Qing', Field("region", "Qing", prefix=True)),
        ("kind:ta", Field("kind", "task")),
        ("a OR be", Or((w("a"), w("be", prefix=True)))),
        ("sallt~2", w("sallt", fuzzy=2)),
    ],
)
def test_an_unfinished_last_word_is_a_beginning(text, tree):
    assert parse(text, typing=True).tree == tree


WORDS = st.text(
    st.characters(exclude_characters='"()*~[]{}:“”„‟«»＂（）：＊～［］｛｝', max_codepoint=0x2FFFF)
)


@given(st.lists(WORDS, max_size=6).map(" ".join))
def test_the_short_way_reads_plain_words_as_the_parser_does(text):
    from db.search.language import read

    words = " ".join(word for word in text.split() if word not in ("AND", "OR", "NOT"))
    assert read(words) == (query.read_plain(words), ())


@given(
    st.lists(
        st.sampled_from(["salt", "盐湖", "R&D", "5G网络", "x.y", "青", "—", "a's"]), max_size=6
    ),
    st.booleans(),
)
def test_the_short_way_reads_a_beginning_as_the_parser_does(words, typing):
    from db.search.language import read

    text = " ".join(words)
    unfinished = typing and text[-1:].isalnum()
    assert parse(text, typing=typing).tree == read(f"{text}*" if unfinished else text)[0]


HOSTILE = [
    '"', "'", "(" * 10_000, ")" * 10_000, '"' * 9_999, "x " * 5_000, "a" * 10_000, "青" * 10_000,
    "(a " * 500, "NOT " * 2_000, "a OR " * 2_000, "~" * 2_000, "*" * 2_000, "[to " * 400, ":" * 2_000,
    "region:" * 300, "a AND", "OR OR OR", "NOT", "AND NOT OR", "() () (())", "^", "a^2^3", "\\", "{a TO}",
    "😀", "👨‍👩‍👧", "\ud800", "\x00a\x00", "'; DROP TABLE note; --", "NEAR(a b, 3)", "heading:a", "{text}:a",
    '"a" + "b"', "-a", "^a", "a*b*c*", "search_node MATCH 1", "col : a", "a~99", "~a", "*a", "region:*", "in:",
    "%_\\", "tag:%", 'by:"', "date:[TO]", "date:{2021 TO 2022}", "region:(", "((((((a OR b) c) d) e) f) g)",
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("typing", [False, True])
def test_no_query_is_refused_or_slow(text, typing):
    start = time.process_time()
    parse(text, typing=typing)
    assert time.process_time() - start < 2


@given(st.text(), st.booleans())
def test_any_text_is_a_query(text, typing):
    parse(text, typing=typing)


@given(st.text('ab"()*~:[]{}^ORANDT 青海：“”地区region', max_size=40), st.booleans())
def test_any_syntax_is_a_query(text, typing):
    parse(text, typing=typing)


def test_when_the_parser_fails_the_words_are_searched(monkeypatch):
    def fail(text):
        raise RecursionError

    monkeypatch.setattr("db.search.language.read", fail)
    assert parse('salt "lake" ba', typing=True).tree == And(
        (w("salt"), w("lake"), w("ba", prefix=True))
    )
