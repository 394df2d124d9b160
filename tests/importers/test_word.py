"""Word files: reading order, tracked changes, tables, boxes, notes and automatic numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.importers.numbering import written
from desktop.importers.word import read_word
from tests.importers.conftest import part


def p(words, layout=""):
    return f"<w:p><w:pPr>{layout}</w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>"


def listed(words, number=1, depth=0):
    return p(words, f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>')


def level(depth, form, text, extra=""):
    return f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>{extra}</w:lvl>'


def numbering(*levels, extra=""):
    return part(
        f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>{extra}',
        "numbering",
    )


def texts(content):
    return [b.text for b in read_word(content, "probe.docx").blocks]


def test_numbers_are_counted_level_by_level(word_file):
    lists = numbering(
        level(0, "decimal", "%1."),
        level(1, "lowerLetter", "(%2)"),
        level(2, "decimal", "%1.%2.%3", "<w:isLgl/>"),
    )
    body = (
        listed("a")
        + listed("b", depth=1)
        + listed("c", depth=1)
        + listed("d", depth=2)
        + listed("e")
        + listed("f", depth=1)
    )
    assert texts(word_file(body, numbering=lists)) == [
        "1. a",
        "(a) b",
        "(b) c",
        "1.2.1 d",
        "2. e",
        "(a) f",
    ]


def test_an_override_begins_anew_and_bullets_have_no_number(word_file):
    again = '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    lists = numbering(level(0, "upperRoman", "%1."), level(1, "bullet", "o"), extra=again)
    body = (
        listed("a")
        + listed("b", depth=1)
        + listed("c")
        + listed("d", number=2)
        + listed("e", number=2)
    )
    assert texts(word_file(body, numbering=lists)) == ["I. a", "• b", "II. c", "V. d", "VI. e"]


def test_a_number_may_come_from_the_style(word_file):
    style = '<w:style w:styleId="H"><w:name w:val="heading 2"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    lists = numbering(level(0, "chineseCounting", "%1、"))
    content = word_file(
        p("甲", '<w:pStyle w:val="H"/>') + p("乙", '<w:pStyle w:val="H"/>'),
        numbering=lists,
        styles=part(style, "styles"),
    )
    assert [(b.level, b.text) for b in read_word(content, "x").blocks] == [
        (2, "一、 甲"),
        (2, "二、 乙"),
    ]


def test_deleted_words_are_out_and_inserted_ones_in(word_file):
    body = (
        "<w:p><w:r><w:t>Kept </w:t></w:r><w:del><w:r><w:delText>gone</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>new</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>old</w:t></w:r></w:moveFrom></w:p>"
    )
    assert texts(word_file(body)) == ["Kept new"]


def test_tables_boxes_and_notes_are_read_in_order(word_file):
    cell = "<w:tc>{}</w:tc>"
    table = "<w:tbl><w:tr>" + cell.format(p("a")) + cell.format(p("b")) + "</w:tr></w:tbl>"
    box = f"<w:p><w:r><w:t>Anchor</w:t><w:txbxContent>{p('In the box')}</w:txbxContent></w:r></w:p>"
    notes = part(
        f'<w:footnote w:type="separator">{p("-")}</w:footnote><w:footnote>{p("A note")}</w:footnote>',
        "footnotes",
    )
    assert texts(word_file(p("First") + table + box, footnotes=notes)) == [
        "First",
        "a | b",
        "Anchor",
        "In the box",
        "A note",
    ]


def test_lines_of_a_contents_style_are_marked(word_file):
    style = '<w:style w:styleId="T1"><w:name w:val="toc 1"/></w:style>'
    content = word_file(
        p("1 Scope\t2", '<w:pStyle w:val="T1"/>') + p("Text."), styles=part(style, "styles")
    )
    assert [b.role for b in read_word(content, "x").blocks] == ["contents", ""]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        (
            "docling-docx_list_resumed_numbering",
            ["1. First ordered item", "2. Second ordered item", "3. Third ordered item"],
        ),
        ("numbering-with-overrides", ["1 1", "B B", "C C", "A A", "4 4"]),
        ("numbering", ["1.1. Level2", "1.1.1. Level3", "3. Three"]),
        ("mammoth-text-box", ["Datum plane"]),
        ("mammoth-strict-format", ["Test"]),
        ("mammoth-simple-list", ["• Apple", "• Banana"]),
    ],
)
def test_samples_of_other_programs_are_read(samples, name, words):
    found = texts((samples / "hostile" / f"{name}.docx").read_bytes())
    assert [w for w in words if w not in found] == []


def test_a_form_that_is_all_tables_loses_nothing(samples):
    extract = read_word((samples / "en-plans/us-va-a76-inventory.docx").read_bytes(), "x")
    assert 33_000 < len(extract.text) < 40_000


@given(
    st.integers(1, 3000),
    st.sampled_from(
        ["decimal", "upperRoman", "lowerLetter", "ordinal", "chineseCounting", "none such"]
    ),
)
def test_every_number_can_be_written(count, form):
    assert written(count, form)
