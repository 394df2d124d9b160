"""Citations: golden strings for plans and laws, in English and Chinese."""

import pytest

from db.model import DocumentFacts, EditionUid, Node, NodeUid, Source
from desktop.exporters.citation import cite, cite_short

PLAN = DocumentFacts(
    title="《“十四五”东西部科技合作实施方案》",
    name="Implementation Plan for East-West S&T Cooperation (14th FYP)",
    number="国科发区〔2022〕25号",
    language="en",
)
PLAN_ZH = DocumentFacts(
    title="“十四五”东西部科技合作实施方案", number="国科发区〔2022〕25号", language="zh-CN"
)
LAW = DocumentFacts(title="中华人民共和国立法法", language="zh")
LAW_EN = DocumentFacts(title="Legislation Law of the People’s Republic of China", language="en")


def source(facts: DocumentFacts, label: str = "2022") -> Source:
    return Source(facts, EditionUid("e"), label, "f" * 64)


def trail(*steps: str) -> list[Node]:
    """`task 2` is a node of kind task with the label 2."""
    parts = [s.split(" ", 1) for s in steps]
    return [
        Node(NodeUid(s), kind, label, label, 0, 0, "")
        for s, (kind, label) in zip(steps, parts, strict=True)
    ]


@pytest.mark.parametrize(
    ("steps", "place"),
    [
        (["section II"], "Part II"),
        (["section II", "region (3)"], "Part II(3)"),
        (["section II", "region (3)", "task 2"], "Part II(3), Task 2"),
        (["section II", "region (3)", "task 2", "clause 1"], "Part II(3), Task 2, cl. 1"),
        (["section III", "measure (1)", "clause 1"], "Part III, Measure (1), cl. 1"),
        (["section I", "clause 5"], "Part I, cl. 5"),
        (["preamble 0", "clause 2"], "preamble, cl. 2"),
        (["section II", "region (3)", "task 2~2"], "Part II(3), Task 2 (2nd occurrence)"),
        (["annex 1", "clause 13~13"], "Annex 1, cl. 13 (13th occurrence)"),
    ],
)
def test_a_plan_is_cited_by_part_region_task_and_clause(steps, place):
    name = "Implementation Plan for East-West S&T Cooperation (14th FYP) (国科发区〔2022〕25号)"
    assert cite(source(PLAN), trail(*steps)) == f"{name}, {place}"


@pytest.mark.parametrize(
    ("steps", "place"),
    [
        (["section 二"], "第二部分"),
        (["section II", "region (3)", "task 2"], "第二部分第（三）项第2条"),
        (["section 2", "region （3）", "task 2.", "clause 1"], "第二部分第（三）项第2条第1句"),
        (["section III", "measure (12)"], "第三部分第（十二）项"),
        (["preamble 0", "clause 1"], "序言第1句"),
        (["section 1", "region (1)~3"], "第一部分第（一）项（第三处）"),
        (["annex 2"], "附件2"),
        (["box 专栏1"], "“专栏1”"),
    ],
)
def test_a_chinese_plan_is_cited_in_chinese(steps, place):
    assert (
        cite(source(PLAN_ZH), trail(*steps))
        == f"《“十四五”东西部科技合作实施方案》（国科发区〔2022〕25号）{place}"
    )


@pytest.mark.parametrize(
    ("steps", "place"),
    [
        (
            [
                "part 1",
                "chapter 3",
                "section 2",
                "article 13",
                "paragraph 2",
                "item (1)",
                "subitem 1",
            ],
            "第十三条第二款第（一）项第1目",
        ),
        (["chapter 2", "article 17-1"], "第十七条之一"),
        (["chapter 2", "section 1"], "第二章第一节"),
        (["book 2", "subpart 1", "chapter 10"], "第二编第一分编第十章"),
        (["article 110"], "第一百一十条"),
        (["article 101"], "第一百零一条"),
        (["article 1260"], "第一千二百六十条"),
        (["article 1003"], "第一千零三条"),
        (["article 20"], "第二十条"),
        (["article 十三"], "第十三条"),
        (["article 13", "item (C)"], "第十三条第（C）项"),
    ],
)
def test_a_law_is_cited_by_article_and_not_by_chapter(steps, place):
    assert cite(source(LAW), trail(*steps)) == f"《中华人民共和国立法法》{place}"


@pytest.mark.parametrize(
    ("steps", "place"),
    [
        (["chapter 2", "article 13", "paragraph 2"], "art. 13(2)"),
        (["article 13", "paragraph (2)", "item (a)"], "art. 13(2)(a)"),
        (["section 4", "paragraph (1)", "item (a)"], "sec. 4(1)(a)"),
        (["chapter IV"], "ch. IV"),
        (["region (3)", "task 1"], "Region (3), Task 1"),
    ],
)
def test_an_english_law_is_cited_the_english_way(steps, place):
    assert cite(source(LAW_EN), trail(*steps)) == f"{LAW_EN.title}, {place}"


def test_a_passage_over_several_places_names_both_ends():
    first = trail("section II", "region (3)", "task 2", "clause 1")
    near = trail("section II", "region (3)", "task 2", "clause 3")
    far = trail("section II", "region (3)", "task 3", "clause 1")
    assert cite_short(source(PLAN), first, through=near) == "II(3), Task 2, cl. 1 to cl. 3"
    assert cite_short(source(PLAN), first, through=far) == "II(3), Task 2, cl. 1 to Task 3, cl. 1"
    assert cite_short(source(PLAN), first, through=first) == "II(3), Task 2, cl. 1"
    assert cite_short(source(PLAN_ZH), first, through=near) == "第二部分第（三）项第2条第1句至第3句"


def test_words_around_the_plan_are_not_cited_as_the_plan():
    assert cite(source(PLAN), (), zone="lede").endswith(
        "25号), introduction printed before the document"
    )
    assert cite(source(PLAN_ZH), (), zone="circular").endswith("25号），印发通知")
    assert cite(source(LAW), ()) == "《中华人民共和国立法法》"


def test_the_edition_is_named_when_asked():
    steps = trail("article 3")
    assert (
        cite(source(LAW, "2023年修正"), steps, edition=True)
        == "《中华人民共和国立法法》［2023年修正］第三条"
    )
    assert cite(source(LAW_EN, "2023"), steps, edition=True) == f"{LAW_EN.title} [2023], art. 3"


def test_the_language_is_the_title_s_when_none_is_stated():
    assert (
        cite(source(DocumentFacts(title="海洋环境保护法")), trail("article 3"))
        == "《海洋环境保护法》第三条"
    )
    assert (
        cite(source(DocumentFacts(title="Marine Law")), trail("article 3")) == "Marine Law, art. 3"
    )


def test_a_number_that_stands_in_the_name_is_not_repeated():
    facts = DocumentFacts(title="M-13-13 Open Data Policy", number="M-13-13")
    assert cite(source(facts), trail("section II")) == "M-13-13 Open Data Policy, Part II"


def test_an_unnumbered_heading_is_cited_by_its_words():
    heading = Node(NodeUid("h"), "heading", "h1", "h1", 0, 4, "What are\nthe Practices?")
    clause = Node(NodeUid("c"), "clause", "h1.1", "1", 5, 9, "They are.", 1, "h1")
    source = Source(DocumentFacts("Practices", language="en"), EditionUid("e"), "1", "0")
    assert cite(source, [heading, clause]) == "Practices, “What are the Practices?”, cl. 1"


def test_a_section_below_an_article_is_part_of_the_citation():
    article = Node(NodeUid("a"), "article", "I", "I", 0, 4, "Article. I.")
    section = Node(NodeUid("s"), "section", "I.2", "2", 5, 9, "Section. 2.", 1, "I")
    source = Source(DocumentFacts("Constitution", language="en"), EditionUid("e"), "1", "0")
    assert cite(source, [article, section]) == "Constitution, art. I, sec. 2"
