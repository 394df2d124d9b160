"""Zones of any document: letter and plan, page furniture, annex; together they are the file."""

from desktop.importers.blocks import Extract, paragraphs_of
from desktop.importers.parse import parse_extract

LETTER = """国务院办公厅关于印发试点工作方案的通知
国办发〔2018〕128号
各省、自治区、直辖市人民政府：
《方案》已经国务院同意，现印发给你们。
国务院办公厅
2018年12月29日
（此件公开发布）
试点工作方案
为指导试点，制定本方案。
一、总体要求
（一）意义。很大。
二、保障
（二）领导。加强。
扫一扫在手机打开当前页
"""


def parse(text):
    return parse_extract(Extract(text, paragraphs_of(text)), file_name="probe.txt")


def zones(parsed):
    return [(z.zone, parsed.text[z.start : z.end].split("\n")[0]) for z in parsed.zones]


def test_a_letter_and_its_plan_are_two_zones():
    parsed = parse(LETTER)
    assert zones(parsed) == [
        ("circular", "国务院办公厅关于印发试点工作方案的通知"),
        ("plan", "试点工作方案"),
        ("chrome", "扫一扫在手机打开当前页"),
    ]
    assert parsed.facts.title == "试点工作方案"
    assert parsed.facts.number == "国办发〔2018〕128号"
    assert parsed.facts.date == "2018-12-29"


def test_a_letter_with_numbers_of_its_own_is_the_text():
    parsed = parse(
        LETTER.replace("《方案》已经", "一、《方案》已经").replace(
            "国务院办公厅\n2018", "二、请执行。\n国务院办公厅\n2018"
        )
    )
    assert "circular" not in [z.zone for z in parsed.zones]


def test_an_address_in_a_long_paragraph_is_no_contact_line():
    words = (
        "The office reads every letter that is sent to it at law@example.org and answers each of them. "
        * 3
    )
    parsed = parse(f"Plan\n1. One thing.\n2. Two things.\n{words}\n")
    assert [z.zone for z in parsed.zones] == ["plan"]


def test_an_empty_text_has_no_zones():
    assert parse("").zones == ()


def test_a_list_of_annexes_is_no_annex():
    parsed = parse("办法\n一、甲。\n二、乙。\n附件1 表格\n附件2 说明\n")
    assert [z.zone for z in parsed.zones] == ["body"]
