"""Notes move with certainty, ask, or stay behind: nothing is dropped and nothing guessed."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.anchors import Mover
from db.model import Anchor
from db.revision import MOVED, ORPHANED, REVIEW
from tests.db.conftest import editions
from tests.db.edition_pairs import (
    FIFTH,
    FIRST,
    FOURTH,
    LAW,
    NEW,
    NEWLY,
    OLD,
    SECOND,
    THIRD,
    law,
    move,
    on_node,
    passage,
    span,
)


def test_a_clause_moves_with_its_number():
    row, words = move(
        law(*LAW), law(FIRST, NEWLY, SECOND, THIRD, FOURTH, FIFTH), passage(law(*LAW), THIRD)
    )
    assert (row.anchor.state, words) == (MOVED, THIRD)
    assert row.candidates == ()


@pytest.mark.parametrize("quote", ["排放污水的工厂", "湖泊保护范围", "扩建"])
def test_a_few_words_move_inside_their_clause(quote):
    new = law(FIRST, NEWLY, SECOND, THIRD, FOURTH, FIFTH)
    row, words = move(law(*LAW), new, passage(law(*LAW), quote))
    assert (row.anchor.state, words) == (MOVED, quote)


def test_words_that_repeat_stay_in_their_own_clause():
    old = law("甲机关应当公布结果。", "乙机关应当公布结果。", "丙机关应当公布结果。")
    new = law(NEWLY, "甲机关应当公布结果。", "乙机关应当公布结果。", "丙机关应当公布结果。")
    for number, owner in enumerate("甲乙丙", 1):
        row, _ = move(old, new, passage(old, "公布结果", number))
        assert row.anchor.state == MOVED
        assert new[0][row.anchor.start - 5 : row.anchor.start] == f"{owner}机关应当"


def test_a_changed_clause_is_found_and_its_new_words_are_quoted():
    changed = THIRD.replace("工厂", "工业项目").replace("新建、扩建", "新建、改建、扩建")
    new = law(FIRST, SECOND, changed, FOURTH, FIFTH)
    row, words = move(law(*LAW), new, passage(law(*LAW), THIRD))
    assert (row.anchor.state, words, row.anchor.quote) == (MOVED, changed, changed)


def test_words_in_a_changed_clause_are_found_by_what_stands_around():
    changed = FOURTH.replace("十万元以下", "五十万元以上一百万元以下")
    row, words = move(
        law(*LAW), law(FIRST, SECOND, THIRD, changed, FIFTH), passage(law(*LAW), "十万元以下")
    )
    assert row.anchor.state in (MOVED, REVIEW)
    assert words in changed
    row, words = move(
        law(*LAW), law(FIRST, SECOND, THIRD, changed, FIFTH), passage(law(*LAW), "责令拆除")
    )
    assert (row.anchor.state, words) == (MOVED, "责令拆除")


def test_a_deleted_clause_is_orphaned_and_keeps_its_words():
    row, _ = move(law(*LAW), law(FIRST, SECOND, NEWLY, FIFTH), passage(law(*LAW), THIRD))
    assert row.anchor.state == ORPHANED
    assert (row.anchor.quote, row.anchor.start, row.anchor.end) == (THIRD, 0, 0)
    assert row.anchor.first is None


def test_two_successors_that_are_alike_are_asked_about():
    one = "县级人民政府应当向社会公布湖泊水质监测的结果。"
    city, province = (one.replace("县级", w).replace("公布", "通报") for w in ("市级", "省级"))
    old, new = law(FIRST, one, SECOND), law(city, FIRST, SECOND, THIRD, province)
    row, _ = move(old, new, passage(old, one))
    assert row.anchor.state == REVIEW
    assert len(row.candidates) == 2
    assert row.candidates[0].score >= row.candidates[1].score


def test_typography_makes_no_difference():
    old = law(FIRST, "二〇一八年以前批准的工厂（含车间）：限期搬迁。")
    new = law(NEWLY, FIRST, "二○一八年以前批准的工厂(含\n 车间)︰ 限期搬迁。")
    row, words = move(old, new, passage(old, "二〇一八年以前批准的工厂（含车间）"))
    assert row.anchor.state == MOVED
    assert words == "二○一八年以前批准的工厂(含\n 车间)"


def test_a_split_clause_keeps_its_note_on_both_halves():
    whole = "国家建立湖泊名录制度，名录由国务院批准，并且应当每五年修订一次，修订结果向社会公布。"
    halves = [
        "国家建立湖泊名录制度，名录由国务院批准。",
        "名录应当每五年修订一次，修订结果向社会公布。",
    ]
    old, new = law(FIRST, whole, THIRD), law(FIRST, halves, THIRD)
    row, words = move(old, new, passage(old, whole))
    assert row.anchor.state == MOVED
    assert words == "\n".join(halves)
    row, words = move(old, new, passage(old, "修订结果向社会公布"))
    assert (row.anchor.state, words) == (MOVED, "修订结果向社会公布")


def test_joined_clauses_keep_both_notes():
    one, two = "湖泊名录由国务院水行政主管部门拟订。", "湖泊名录报国务院批准后向社会公布。"
    joined = "湖泊名录由国务院水行政主管部门拟订，湖泊名录报国务院批准后向社会公布。"
    old, new = law(FIRST, [one, two], THIRD), law(FIRST, joined, THIRD)
    for words in ("水行政主管部门拟订", "批准后向社会公布"):
        assert move(old, new, passage(old, words))[1] == words
        assert move(old, new, passage(old, words))[0].anchor.state == MOVED


def test_a_passage_over_two_clauses_moves_whole():
    old = law(FIRST, [SECOND, THIRD], FOURTH)
    new = law(NEWLY, FIRST, [SECOND, THIRD], FOURTH)
    row, words = move(old, new, passage(old, f"监督管理。\n{THIRD[:6]}"))
    assert (row.anchor.state, words) == (MOVED, f"监督管理。\n{THIRD[:6]}")


def test_a_note_on_an_article_follows_what_stands_in_it():
    old, new = law(*LAW), law(FIRST, NEWLY, SECOND, THIRD, FOURTH, FIFTH)
    row, words = move(old, new, on_node(old, "3"))
    assert (row.anchor.state, row.anchor.kind, words) == (MOVED, "node", "第4条")
    assert row.anchor.first == next(n.uid for n in new[1] if n.path == "4")


def test_a_note_on_the_heading_of_a_deleted_article_is_not_put_on_its_number():
    row, _ = move(law(*LAW), law(FIRST, SECOND, NEWLY, FIFTH), on_node(law(*LAW), "3"))
    assert row.anchor.state == ORPHANED


def test_the_preamble_without_words_and_the_whole_document_move():
    old, new = law(*LAW), law(FIRST, NEWLY, front="湖泊保护法（修订）\n")
    row, words = move(old, new, on_node(old, "0"))
    assert (row.anchor.state, words, row.anchor.kind) == (MOVED, "", "node")
    whole = Anchor(OLD, "document", 0, 0, "")
    assert Mover(old, new).move(whole, NEW).anchor.state == MOVED


def test_words_around_the_law_move_too():
    notice = "各省人民政府：现将修订后的湖泊保护法印发给你们，请遵照执行。\n"
    old, new = law(*LAW, front=notice), law(NEWLY, *LAW, front=f"转发\n{notice}")
    row, words = move(old, new, passage(old, "印发给你们"))
    assert (row.anchor.state, words) == (MOVED, "印发给你们")
    assert row.anchor.first is None


def test_a_formula_is_not_carried_to_another_clause():
    old = law(FIRST, "违反本法规定的，处以警告。", SECOND)
    new = law(FIRST, SECOND, "违反本法规定的，吊销许可证，五年内不得再次申请取水许可和排污许可。")
    row, _ = move(old, new, passage(old, "违反本法规定的"))
    assert row.anchor.state != MOVED


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(editions(), editions(), st.data())
def test_any_anchor_of_any_edition_gets_a_row(old, new, data):
    length = len(old.text)
    start = data.draw(st.integers(0, length))
    end = data.draw(st.integers(start, length))
    row = Mover((old.text, old.nodes), (new.text, new.nodes)).move(span(old.text, start, end), NEW)
    assert row.anchor.state in (MOVED, REVIEW, ORPHANED)
    assert row.anchor.quote == (
        new.text[row.anchor.start : row.anchor.end]
        if row.anchor.state == MOVED
        else old.text[start:end]
    )
    for candidate in row.candidates:
        assert 0 <= candidate.start <= candidate.end <= len(new.text)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(editions(), st.data())
def test_in_the_same_text_what_is_certain_stays_where_it_was(edition, data):
    length = len(edition.text)
    start = data.draw(st.integers(0, length))
    end = data.draw(st.integers(start, length))
    layers = (edition.text, edition.nodes)
    row = Mover(layers, layers).move(span(edition.text, start, end), NEW)
    if row.anchor.state == MOVED and edition.text[start:end].strip() and end - start > 8:
        assert row.anchor.start < end
        assert row.anchor.end > start


@pytest.mark.parametrize("apart", [True, False])
def test_a_thousand_copies_of_one_sentence_are_told_apart_by_their_order(apart):
    copies = ["处以罚款，并没收违法所得。"] * 1000
    old = law(FIRST, *copies, SECOND) if apart else law(FIRST, copies, SECOND)
    new = law(FIRST, *copies, NEWLY, SECOND) if apart else law(FIRST, copies, NEWLY, SECOND)
    row, words = move(old, new, passage(old, copies[0], 500))
    assert (row.anchor.state, words) == (MOVED, copies[0])
    assert new[0][: row.anchor.start].count(copies[0]) == 499


def test_a_clause_as_long_as_a_book_keeps_its_note():
    long = "".join(chr(0x4E00 + (n * n * 31 + n * 7) % 3001) for n in range(12_000))
    changed = "新" + long[:6000].replace(long[3000], "改") + long[6001:] + "旧"
    old, new = law(FIRST, long, SECOND), law(FIRST, changed, SECOND)
    row, words = move(old, new, passage(old, long[7000:7030]))
    assert (row.anchor.state, words) == (MOVED, long[7000:7030])
