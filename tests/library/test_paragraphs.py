"""Chinese articles are cited by paragraph and item, though paragraphs carry no number."""

import pytest

LAW = """某市湖泊保护条例
第一条　为了保护湖泊，制定本条例。
第二条　湖泊实行名录管理。名录由水务部门编制。
　　市人民政府应当公布名录：
　　（一）湖泊名称；
　　（二）保护范围。
　　名录应当每年更新。
第三条　禁止下列行为：
　　（一）围湖造地；
　　（二）倾倒垃圾。
"""


@pytest.fixture
def law(library, tmp_path):
    file = tmp_path / "law.txt"
    file.write_text(LAW, "utf-8")
    return library.keep(library.read(file)).edition


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("为了保护湖泊，制定本条例。", "第一条第1句"),
        ("湖泊实行名录管理。", "第二条第一款第1句"),
        ("名录由水务部门编制。", "第二条第一款第2句"),
        ("市人民政府应当公布名录：", "第二条第二款"),
        ("湖泊名称；", "第二条第二款第（一）项"),
        ("名录应当每年更新。", "第二条第三款"),
        ("倾倒垃圾。", "第三条第（二）项"),
    ],
)
def test_a_place_is_cited_by_its_paragraph_when_the_article_has_several(library, law, words, place):
    (node,) = [n for n in library.nodes(law) if n.text == words]
    assert library.cite(law, node.path) == f"《某市湖泊保护条例》{place}"


def test_a_stretch_over_two_paragraphs_names_both(library, law):
    nodes = {n.text: n for n in library.nodes(law)}
    first, last = nodes["市人民政府应当公布名录："], nodes["名录应当每年更新。"]
    cited = library.cite_span(law, first.start, last.end)
    assert cited == "《某市湖泊保护条例》第二条第二款至第三款"


def test_lines_that_are_wrapped_are_no_paragraphs(library, tmp_path):
    file = tmp_path / "wrapped.txt"
    lines = [
        "　　某市湖泊保护条例",
        *(
            "　　第一条　市人民政府应当将湖泊保护纳入国民经济和社会发展规划，安排专",
            "项资金，保障湖泊保护工作的需要。市水务部门负责湖泊的统一监督管理工作。",
            "区人民政府负责本行政区域内湖泊的日常保护工作，并接受市水务部门的监督。",
        ),
        *(
            "　　湖泊保护实行属地管理，上级人民政府对下级人民政府的湖泊保护工作进行",
            "考核，考核结果向社会公布。",
            "　　第二条　本条例自公布之日起施行。",
        ),
    ]
    file.write_text("\n".join(lines) + "\n", "utf-8")
    law = library.keep(library.read(file)).edition
    cited = [library.cite(law, n.path) for n in library.nodes(law) if n.path.startswith("1.")]
    assert [words.partition("》")[2] for words in cited] == [
        *("第一条第一款第1句", "第一条第一款第2句", "第一条第一款第3句", "第一条第二款"),
    ]
