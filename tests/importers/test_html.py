"""Web pages: every word is kept, what is not the main text is chrome, nothing runs."""

import pytest

from desktop.importers.files import read_bytes
from desktop.importers.html import read_html

PAGE = """<html><head><title>The Act | Site</title><script>alert(1)</script></head><body>
<nav><a href=x>Home</a> <a href=y>News</a></nav>
<div id=main><h2>Part 1</h2><p>The minister shall act. The court may review.</p>
<p>Nothing in this Act binds the Crown. It applies.</p><p>It comes into force today.</p></div>
<footer>Contact us</footer></body></html>"""


def roles(source):
    return [(b.role, b.text) for b in read_html(source.encode()).blocks]


def test_the_main_text_is_told_from_the_rest_and_nothing_is_lost():
    assert roles(PAGE) == [
        ("chrome", "Home News"),
        ("", "Part 1"),
        ("", "The minister shall act. The court may review."),
        ("", "Nothing in this Act binds the Crown. It applies."),
        ("", "It comes into force today."),
        ("chrome", "Contact us"),
    ]
    assert read_html(PAGE.encode()).title == "The Act"


@pytest.mark.parametrize("name", ["bad-script.html", "script-in-body.html", "data-uri-js.html"])
def test_scripts_vanish(samples, name):
    text = read_html((samples / "hostile" / name).read_bytes()).text
    assert "alert" not in text
    assert "script" not in text.casefold()


def test_hidden_words_are_left_out():
    assert roles("<p>Seen. Twice.</p><p style='display: none'>Hidden.</p><p hidden>Too.</p>") == [
        ("", "Seen. Twice.")
    ]


def test_numbers_of_ordered_lists_are_written_out():
    assert [t for _, t in roles("<ol start=3><li>c.<li>d.</ol><ol type=a><li>x.</ol>")] == [
        "3. c.",
        "4. d.",
        "a. x.",
    ]


def test_a_table_of_data_has_a_paragraph_a_row_and_one_for_layout_has_none():
    data = "<table><tr><td>a<td><p>b</p><tr><td>c<td>d</table>"
    assert roles(data) == [("row", "a | b"), ("row", "c | d")]
    layout = "<table><tr><td><p>One. Two.</p><p>Three. Four.</p></td></tr></table>"
    assert roles(layout) == [("", "One. Two."), ("", "Three. Four.")]


def test_a_wrong_declaration_is_not_believed():
    page = "<html><meta charset=iso-8859-1><p>第一条　国家保护个人信息的权益。</p></html>"
    assert "国家保护" in read_html(page.encode("gb18030")).text


def test_deep_nesting_loses_no_words():
    assert "bottom" in read_bytes(b"<div>" * 60_000 + b"the bottom of it", "deep.html").text


def test_preformatted_lines_stay_lines():
    assert [t for _, t in roles("<pre>Section 1. A.\n  Section 2. B.</pre>")] == [
        "Section 1. A.",
        "Section 2. B.",
    ]
