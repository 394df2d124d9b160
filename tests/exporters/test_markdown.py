"""Markdown of notes: the few marks that are known work, and nothing else is lost."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.exporters.markdown import Span, paragraphs, spans

NOTES = st.text(
    st.sampled_from("ab字 *_#-1.\\\n\t") | st.characters(exclude_categories=["Cs"]), max_size=40
)


def shown(text: str) -> str:
    """Everything that is shown of a note."""
    return "".join(p.mark + "".join(s.text for s in p.spans) for p in paragraphs(text))


@given(NOTES)
def test_only_marks_and_blanks_can_disappear(text):
    kept = re.sub(r"[\s*_#+-]", "", text)
    assert re.sub(r"[\s*_#+-]", "", shown(text)) == kept


@given(st.text(st.sampled_from("ab1字 .,;:()[]<>`~|\\/")))
def test_a_line_without_marks_stays_as_it_is(text):
    assert shown(text) == (
        text if text.strip() and not re.match(r"\s*\d+[.)]\s", text) else shown(text)
    )
    assert re.sub(r"\s", "", shown(text)) == re.sub(r"\s", "", text)


@pytest.mark.parametrize(
    "text",
    [
        "5*3*2 = 30",
        "2 * 3 * 4",
        "a_b_c",
        "snake_case_name",
        r"\*not\*",
        r"\\server\plans_2022_x",
        "*.py and *.txt",
        "**",
        "** open",
        "#tag",
        "1.5 million",
        "-5 °C",
        "---",
        "___",
        "****",
    ],
)
def test_what_is_no_mark_keeps_its_characters(text):
    assert shown(text) == text


@pytest.mark.parametrize(
    ("text", "faces"),
    [
        ("a **b** c", [Span("a "), Span("b", bold=True), Span(" c")]),
        ("这是**重点**内容", [Span("这是"), Span("重点", bold=True), Span("内容")]),
        ("*a* _b_", [Span("a", italic=True), Span(" "), Span("b", italic=True)]),
        ("***a***", [Span("a", bold=True, italic=True)]),
        (
            "**a *b* c**",
            [Span("a ", bold=True), Span("b", bold=True, italic=True), Span(" c", bold=True)],
        ),
        ("**_a_**", [Span("a", bold=True, italic=True)]),
        ("**a\nb**", [Span("a\nb", bold=True)]),
        ("(**a**).", [Span("("), Span("a", bold=True), Span(").")]),
        ("**a** and **b**", [Span("a", bold=True), Span(" and "), Span("b", bold=True)]),
    ],
)
def test_bold_and_italic(text, faces):
    assert list(spans(text)) == faces


def test_paragraphs_lists_and_headings_are_told_apart():
    text = "# Head\nbody one\nstill one\n\nbody two\r\n- a\n  more a\n    - b\n12) n\n\n\nend"
    found = [(p.kind, p.level, p.mark, "".join(s.text for s in p.spans)) for p in paragraphs(text)]
    assert found == [
        ("heading", 0, "", "Head"),
        ("body", 0, "", "body one\nstill one"),
        ("body", 0, "", "body two"),
        ("bullet", 0, "", "a\nmore a"),
        ("bullet", 2, "", "b"),
        ("number", 0, "12)", "n"),
        ("body", 0, "", "end"),
    ]


def test_an_empty_note_has_no_paragraphs():
    assert paragraphs("") == paragraphs(" \n\n\t") == []
