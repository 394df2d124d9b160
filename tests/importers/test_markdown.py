"""Markdown: words without signs, headings with their level, list numbers kept."""

from desktop.importers.markdown import read_markdown


def read(source):
    return [(b.level, b.role, b.text) for b in read_markdown(source.encode()).blocks]


def test_headings_emphasis_and_links_become_plain_words():
    assert read("# A *b*\n\nSee [the **plan**](x) and `code`.\n") == [
        (1, "", "A b"),
        (0, "", "See the plan and code."),
    ]


def test_wrapped_lines_are_one_paragraph_and_marks_begin_another():
    assert read("We the People\nof the States.\n\n甲乙\n丙丁。\n（一）戊\n") == [
        *((0, "", "We the People of the States."), (0, "", "甲乙丙丁。"), (0, "", "（一）戊")),
    ]


def test_list_numbers_are_kept_and_bullets_shown():
    assert read("3. Three\n4. Four\n\n* dot\n") == [
        (0, "item", "3. Three"),
        (0, "item", "4. Four"),
        (0, "item", "• dot"),
    ]


def test_comments_front_matter_and_generator_tags_are_left_out():
    extract = read_markdown(
        b'---\ntitle: "The Plan"\n---\n<!-- INFO END -->\nWords {{ site.url }} stay.{: .button}\n'
    )
    assert extract.title == "The Plan"
    assert extract.text.split() == ["Words", "stay."]


def test_an_unclosed_comment_stays_text():
    assert "left open" in read_markdown(b"Words.\n\n<!-- left open").text


def test_tables_are_rows():
    rows = read(
        "| a | b |\n|---|---|\n| 1. | d |\n\n<table><tr><td>x</td><td>y</td></tr></table>\n"
    )
    assert rows == [(0, "row", "a | b"), (0, "row", "1. | d"), (0, "row", "x | y")]


def test_indented_chinese_paragraphs_are_no_code():
    assert read("# 规划\n\n    第一条　甲。\n\n　　第二条　乙。\n")[1:] == [
        (0, "", "第一条　甲。"),
        (0, "", "第二条　乙。"),
    ]


def test_what_is_nested_too_deep_is_not_lost():
    assert "bottom" in read_markdown(b">" * 300 + b" bottom").text
