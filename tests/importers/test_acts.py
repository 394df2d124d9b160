"""Acts, regulations, bills, decrees and standards of other houses: their own ways of numbering."""

import pytest

from desktop.importers.blocks import Extract, paragraphs_of
from desktop.importers.facts import region_of
from desktop.importers.parse import parse_extract


def parse(text):
    return parse_extract(Extract(text, paragraphs_of(text)), file_name="probe.txt")


def places(parsed):
    return [n.path for n in parsed.nodes if n.kind not in ("clause", "preamble")]


def headings(parsed):
    return {n.path: n.text for n in parsed.nodes if not n.is_clause}


def clauses(parsed):
    return [(n.path, " ".join(n.text.split())) for n in parsed.nodes if n.is_clause]


ACT = """Water Safety Act 2020
2020 CHAPTER 14
[11th June 2020]
PART 1
GENERAL DUTIES
Safety duties
1 Duty of operators
(1) An operator must keep a reservoir safe.
(2) The duty includes—
(a) inspecting it, and
(b) keeping records.
2 Reports
(1) An operator must report each year.
(2) A report must be in writing.
PART 2
ENFORCEMENT
Offences
3 Short title
This Act may be cited as the Water Safety Act 2020.
SCHEDULE 1
Inspections
1 (1) This paragraph applies to inspections.
(2) An inspection must be made every 10 years.
2 An inspector must be qualified.
"""


def test_an_act_has_sections_without_a_point_and_schedules_with_paragraphs():
    act = parse(ACT)
    assert places(act) == [
        *("1", "1.1", "1.1.(1)", "1.1.(2)", "1.1.(2).(a)", "1.1.(2).(b)", "1.2", "1.2.(1)"),
        *("1.2.(2)", "2", "2.3", "A1", "A1.1", "A1.1.(1)", "A1.1.(2)", "A1.2"),
    ]
    assert act.doubts == ()
    assert act.facts.date == "2020-06-11"
    assert ("2.1", "Offences") in clauses(act)


UNION = """REGULATION (EU) 2021/999 OF THE EUROPEAN PARLIAMENT AND OF THE COUNCIL
of 14 July 2021
on the monitoring of lakes
THE EUROPEAN PARLIAMENT AND THE COUNCIL OF THE EUROPEAN UNION,
Whereas:
(1) Lakes are a common heritage. They need care.
(2) Member States should share data.
HAVE ADOPTED THIS REGULATION:
CHAPTER I
GENERAL PROVISIONS
Article 1
Subject matter
1. This Regulation lays down rules.
2. It applies to reservoirs, as defined in
Article 2, point (1).
Article 2
Definitions
The following definitions apply:
(1) ‘lake’ means a body of standing water;
(2) ‘operator’ means any person.
CHAPTER II
OBLIGATIONS
SECTION 1
Suppliers
Article 3
Duties
Suppliers shall keep records.
"""


def test_recitals_are_no_numbers_and_titles_stand_below_their_articles():
    act = parse(UNION)
    assert places(act) == [
        *("I", "I.1", "I.1.1", "I.1.2", "I.2", "I.2.(1)", "I.2.(2)", "II", "II.1", "II.1.3"),
    ]
    assert headings(act)["I.1"] == "Subject matter"
    assert headings(act)["II.1"] == "Suppliers"
    assert ("0.3", "(1) Lakes are a common heritage.") in clauses(act)
    assert act.facts.title.endswith("on the monitoring of lakes")
    assert act.facts.date == "2021-07-14"


BILL = """117th CONGRESS
1st Session
H. R. 4321
To improve the management of grain reserves, and for other purposes.
Be it enacted by the Senate and House of Representatives,
SECTION 1. SHORT TITLE; TABLE OF CONTENTS.
(a) Short Title.—This Act may be cited as the “Grain Reserve Act”.
(b) Table of Contents.—The table of contents for this Act is as follows:
Sec. 1. Short title; table of contents.
Sec. 2. Definitions.
TITLE I—GRANTS
Sec. 101. Grants to States.
Sec. 102. Reports.
SEC. 2. DEFINITIONS.
The term “reserve” means a stock of grain.
TITLE I—GRANTS
SEC. 101. GRANTS TO STATES.
(a) In General.—The Secretary shall make grants.
(b) Use of Funds.—A grant may be used.
SEC. 102. REPORTS.
The Secretary shall report to Congress each year.
"""


def test_a_bill_counts_its_sections_by_titles_and_prints_its_contents_inside():
    bill = parse(BILL)
    assert places(bill) == [
        *("1", "1.(a)", "1.(b)", "2", "I", "I.101", "I.101.(a)", "I.101.(b)", "I.102"),
    ]
    assert headings(bill)["I.101"] == "GRANTS TO STATES."
    assert bill.doubts == ()
    assert "contents" in [z.zone for z in bill.zones]
    assert bill.facts.title.startswith("To improve the management")


def test_a_decree_is_the_cover_of_its_regulation():
    law = parse(
        "中华人民共和国水利部令\n第12号\n《湖泊保护办法》已经2022年3月1日部务会议审议通过，现予公布，自2022年5月1日起施行。\n"
        "部长　张三\n2022年3月10日\n湖泊保护办法\n第一章　总则\n第一条　甲。\n第二条　乙。\n"
    )
    facts = law.facts
    assert (facts.title, facts.number, facts.date) == (
        "湖泊保护办法",
        "水利部令第12号",
        "2022-03-10",
    )
    assert facts.issuers == ("水利部",)
    assert law.zones[0].zone == "circular"
    assert places(law) == ["1", "1.1", "1.2"]


def test_a_memorandum_is_called_by_its_subject():
    memo = parse(
        "MEMORANDUM FOR THE HEADS OF AGENCIES\nFROM: Jane Doe, Director\nSUBJECT: Managing Grain Data\n"
        "I. PURPOSE\nIt replaces Memo No. 5 of\n2019. It takes effect.\nII. SCOPE\nAll agencies.\n"
    )
    assert (memo.facts.title, memo.facts.issuers) == (
        "Managing Grain Data",
        ("Jane Doe, Director",),
    )
    assert ("I.1", "It replaces Memo No. 5 of 2019.") in clauses(memo)


def test_a_standard_counts_chapters_decimals_and_lettered_annexes():
    standard = parse(
        "GB/T 12345—2020\n湖泊监测规范\n1　范围\n本标准规定了要求。\n2　监测\n2.1　要求\n2.1.1　每月一次。\n2.1.2　取样。\n"
        "附录A\n（规范性附录）\n取样方法\nA.1　工具\nA.2　步骤\nA.2.1　洗净。\nA.2.2　再取。\n"
    )
    assert places(standard) == [
        *("1", "2", "2.1", "2.1.1", "2.1.2", "A1", "A1.1", "A1.2", "A1.2.1", "A1.2.2"),
    ]
    assert (standard.facts.title, standard.facts.number) == ("湖泊监测规范", "GB/T 12345—2020")


def test_a_box_between_the_points_is_a_place_of_its_own():
    plan = parse(
        "某规划\n一、目标\n（一）甲。乙。\n专栏1　主要指标\n1.丙。\n2.丁。\n（二）戊。己。\n二、任务\n（三）庚。辛。\n专栏2　工程\n壬。\n（四）癸。子。\n"
    )
    assert places(plan) == [
        *("1", "1.(1)", "1.(1).B1", "1.(1).B1.1", "1.(1).B1.2", "1.(2)", "2", "2.(3)"),
        *("2.(3).B2", "2.(4)"),
    ]
    assert headings(plan)["1.(1).B1"] == "专栏1　主要指标"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("到2025年，规模以上工业增加值达到", "1.2万亿元。"),
        ("加强协同，建设", "10个平台。"),
        ("The rules of the first part are laid down in", "Section 12 and apply."),
        ("The plan was written in the spring of", "2019 and is kept."),
    ],
)
def test_a_sentence_torn_by_a_line_end_stays_one(before, after):
    plan = parse(f"某规划\n一、目标\n{before}\n{after}\n二、任务\n甲。\n")
    assert ("1.1", f"{before} {after}") in clauses(plan)


def test_a_title_is_not_glued_to_the_year_below_it():
    plan = parse("某规划\n一、目标\n增长目标\n2025年达到百分之十。\n二、任务\n甲。\n")
    assert [words for _, words in clauses(plan)][:2] == ["增长目标", "2025年达到百分之十。"]


@pytest.mark.parametrize(
    ("title", "region"),
    [
        ("上海市科学技术进步条例", "上海市"),
        ("Measures of Yunnan Province on Lakes", "Yunnan"),
        ("江苏省、浙江省协作办法", ""),
        ("海南藏族自治州规划", ""),
        ("湖泊保护条例", ""),
    ],
)
def test_a_region_is_told_only_when_the_title_names_one(title, region):
    assert region_of(title) == region


def test_a_part_of_a_code_counts_its_sections_by_the_part():
    code = parse(
        "PART 12—LAKE SAFETY\nSubpart A—General\n§ 12.1 Scope.\nThis part applies to lakes.\n§ 12.2 Definitions.\n"
        "(a) Lake means water.\n(b) Operator means a person who—\n(1) Owns a lake; or\n(2) Leases one.\n"
        "Subpart B—Duties\n§ 12.3 Records.\nEach operator shall keep records.\n"
    )
    assert places(code) == [
        *("12", "12.A", "12.A.12-1", "12.A.12-2", "12.A.12-2.(a)", "12.A.12-2.(b)"),
        *("12.A.12-2.(b).(1)", "12.A.12-2.(b).(2)", "12.B", "12.B.12-3"),
    ]
    assert code.doubts == ()


def test_the_first_paragraph_behind_a_run_in_title_is_a_place():
    order = parse(
        "Lake Order\nSection 1. Policy. It is the policy to protect lakes.\n"
        "Sec. 2. Duties. (a) The Secretary shall list lakes.\n(b) The list shall be public.\n"
    )
    assert places(order) == ["1", "2", "2.(a)", "2.(b)"]
    assert headings(order)["2"] == "Duties."


def test_a_title_ends_the_sections_before_it_however_deep_they_are():
    bill = parse(
        "An Act\nSEC. 1. SHORT TITLE.\nThis is the Act.\nSEC. 2. DEFINITIONS.\n(1) One:\n(A) this; and\n(B) that.\n(2) Two.\n"
        "TITLE I—GRANTS\nSEC. 101. GRANTS.\nGrants are made.\nTITLE II—RULES\nSEC. 201. RULES.\nRules are made.\n"
    )
    assert [p for p in places(bill) if "(" not in p] == ["1", "2", "I", "I.101", "II", "II.201"]


def test_an_article_cited_at_a_line_begin_is_no_article():
    law = parse("某办法\n第一条　甲。\n第二条　乙。\n第三条　违反本办法\n第二条规定的，处罚款。\n")
    assert places(law) == ["1", "2", "3"]
    assert ("3.1", "违反本办法 第二条规定的，处罚款。") in clauses(law)
