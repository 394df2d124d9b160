"""The structure grammar: levels are learned per document, numbers must continue."""

import pytest

from desktop.importers.blocks import Block, Extract, compose, paragraphs_of
from desktop.importers.parse import parse_extract


def parse(text):
    return parse_extract(Extract(text, paragraphs_of(text)), file_name="probe.txt")


def headed(*lines):
    """Parse lines, some given with a heading level."""
    parts = [
        Block(0, 0, line) if isinstance(line, str) else Block(0, 0, line[1], level=line[0])
        for line in lines
    ]
    return parse_extract(Extract(*compose(parts)), file_name="probe.md")


def places(parsed):
    return [n.path for n in parsed.nodes if n.kind not in ("clause", "preamble")]


def test_the_order_of_families_is_learned():
    above = parse("计划\n一、甲\n（一）乙。丙丁。\n（二）乙。\n二、甲\n（一）乙。\n")
    assert places(above) == ["1", "1.(1)", "1.(2)", "2", "2.(1)"]
    below = parse("计划\n（一）甲\n一、乙。\n二、乙。\n（二）甲\n一、乙。\n")
    assert places(below) == ["(1)", "(1).1", "(1).2", "(2)", "(2).1"]


def test_numbers_may_run_on_across_parents():
    assert places(
        parse("意见\n一、甲\n（一）乙。\n（二）乙。\n二、甲\n（三）乙。\n（四）乙。\n")
    ) == [
        *("1", "1.(1)", "1.(2)", "2", "2.(3)", "2.(4)"),
    ]


def test_articles_run_on_across_chapters_and_parts():
    law = parse(
        "某法\n第一编　总则\n第一章　甲\n第一条　乙。\n第二章　甲\n第二条　乙。\n第二编　分则\n第一章　甲\n第三条　乙。\n"
    )
    assert places(law) == ["1", "1.1", "1.1.1", "1.2", "1.2.2", "2", "2.1", "2.1.3"]
    assert law.doubts == ()


def test_an_inserted_article_keeps_its_own_number():
    assert places(
        parse("某法\n第十六条　甲。\n第十七条　甲。\n第十七条之一　乙。\n第十八条　丙。\n")
    )[1:] == ["17", "17-1", "18"]


def test_the_table_of_contents_is_a_zone_and_no_node():
    law = parse(
        "某法\n目　　录\n第一章　总　　则\n第二章　附则\n第一章　总　　则\n第一条　甲。\n第二章　附则\n第二条　乙。\n"
    )
    assert places(law) == ["1", "1.1", "2", "2.2"]
    assert "contents" in [z.zone for z in law.zones]


def test_a_quoted_article_is_no_node():
    law = parse(
        "决定\n一、将第三条修改为：“第三条　甲。\n第四条　乙。”\n二、增加一条：\n“第九条　丙。”\n三、本决定自公布之日起施行。\n"
    )
    assert places(law) == ["1", "2", "3"]


@pytest.mark.parametrize(
    "line", ["2005年6月11日起算。", "3.5%以上的部分。", "第十五条规定的事项除外。", "12．5 公里。"]
)
def test_a_number_that_continues_nothing_is_text(line):
    law = parse(f"某法\n第一条　甲。\n{line}\n第二条　乙。\n")
    assert places(law) == ["1", "2"]
    assert law.doubts == ()


def test_a_missing_number_is_a_doubt_and_no_guess():
    law = parse("某法\n第一条　甲。\n第二条　甲。\n第四条　乙。\n第五条　丙。\n")
    assert places(law) == ["1", "2", "4", "5"]
    assert len(law.doubts) == 1
    assert "3 is not there" in law.doubts[0]


def test_two_regulations_in_one_file_are_kept_apart():
    file = parse("甲管理条例\n第一条　甲。\n第二条　甲。\n乙实施办法\n第一条　乙。\n第二条　乙。\n")
    assert places(file) == ["1", "2", "h1", "h1.1", "h1.2"]


def test_a_second_list_in_an_article_is_counted_apart():
    law = parse(
        "某法\n第一条　下列：\n（一）甲；\n（二）乙。\n还包括：\n（一）丙；\n（二）丁。\n第二条　戊。\n"
    )
    assert places(law) == ["1", "1.(1)", "1.(2)", "1.(1)~2", "1.(2)~2", "2"]
    clauses = [(n.path, n.text) for n in law.nodes if n.is_clause]
    assert ("1.2", "还包括：") in clauses


def test_a_letter_i_continues_h_and_a_roman_one_begins():
    act = parse(
        "Act\nSection 1. Scope.\n(g) one;\n" + "".join(f"({c}) thing {c};\n" for c in "abcdefghij")
    )
    assert places(act)[-2:] == ["1.(i)", "1.(j)"]
    rule = parse("Act\nSection 1. Scope.\n(a) one:\n(i) first;\n(ii) second;\n(b) two.\n")
    assert places(rule) == ["1", "1.(a)", "1.(a).(i)", "1.(a).(ii)", "1.(b)"]


def test_several_marks_on_one_line_are_several_places():
    act = parse(
        "Act\n(a)(1) Each candidate shall file:\n(A) a petition; and\n(B) a fee.\n(2) Late ones are void.\n(b) Rest.\n"
    )
    assert places(act) == ["(a)", "(a).(1)", "(a).(1).(A)", "(a).(1).(B)", "(a).(2)", "(b)"]


def test_decimals_hang_below_their_prefix():
    plan = parse(
        "预案\n1　总则\n1.1　目的\n为了预防。\n1.2　等级\n1.2.1　一级\n1.2.2　二级\n2　机构\n2.1　指挥部\n"
    )
    assert places(plan) == ["1", "1.1", "1.2", "1.2.1", "1.2.2", "2", "2.1"]


def test_an_inner_list_stays_inside_when_the_outer_goes_on():
    memo = parse(
        "Memo\n1. Outer one.\n2. Outer two:\n1. inner;\n2. inner;\n3. inner;\n4. inner.\n3. Outer three.\n4. Outer four.\n"
    )
    assert places(memo) == ["1", "2", "2.1", "2.2", "2.3", "2.4", "3", "4"]


def test_headings_without_numbers_are_places_by_their_level():
    page = headed(
        (1, "The Strategy"),
        (2, "Aims"),
        "We act.",
        (3, "First"),
        "1. One.",
        "2. Two.",
        (2, "Means"),
        "3. Three.",
    )
    assert places(page) == ["h1", "h1.h1", "h1.h1.1", "h1.h1.2", "h2", "h2.3"]
    assert page.facts.title == "The Strategy"


def test_an_annex_stands_beside_the_text():
    plan = parse("办法\n一、甲。\n二、乙。\n附件1\n考核指标\n一、丙。\n二、丁。\n")
    assert places(plan) == ["1", "2", "A1", "A1.1", "A1.2"]
    assert {n.zone for n in plan.nodes if n.path.startswith("A1")} == {"annex"}


def test_a_printed_number_goes_before_a_counted_clause():
    plan = parse(
        "Plan\nI. Tasks\nThese are the tasks of the plan.\n1. First task. It has words.\n2. Second task. More words.\nII. Rest\n"
    )
    assert [(n.path, n.kind) for n in plan.nodes][:6] == [
        *(("I", "section"), ("I.1~2", "clause"), ("I.1", "item"), ("I.1.1", "clause")),
        *(("I.2", "item"), ("I.2.1", "clause")),
    ]


def test_an_article_has_its_sentences_as_clauses_and_its_mark_as_words():
    law = parse("某法\n第一条　为了甲，制定本法。国家乙。\n第二条　丙。\n")
    assert [(n.path, n.kind, n.text) for n in law.nodes][:3] == [
        ("1", "article", "第一条"),
        ("1.1", "clause", "为了甲，制定本法。"),
        ("1.2", "clause", "国家乙。"),
    ]


def test_words_before_the_first_number_are_clauses_of_the_preamble():
    law = parse("某法\n序言\n中国是国家。人民创造。\n第一章　总纲\n第一条　甲。\n")
    assert [(n.path, n.text) for n in law.nodes][:3] == [
        ("0", "序言"),
        ("0.1", "中国是国家。"),
        ("0.2", "人民创造。"),
    ]


def test_a_title_on_the_next_line_belongs_to_its_number():
    law = parse("某法\n第一章\n总则\n第一条　甲。\n第二章\n附则\n第二条　乙。\n")
    assert [n.text for n in law.nodes if n.kind == "chapter"] == ["总则", "附则"]
