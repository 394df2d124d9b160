"""PDF: paragraphs joined, running heads and line numbers out, headings by their size."""

import pytest

from desktop.importers.files import read_bytes, read_file
from desktop.importers.pdf import read_pdf

LONG = "The minister shall establish a register of all the persons who are concerned"


def test_lines_are_joined_and_larger_lines_are_headings(pdf_file):
    page = [
        ("The Plan", 20),
        ("First part", 15),
        (LONG, 11),
        ("and shall keep it. It is public.", 11),
        ("1. One thing.", 11),
        ("2. Two things.", 11),
    ]
    page += [(LONG, 11), (f"{LONG} here.", 11)] * 3
    blocks = read_pdf(pdf_file(page), "x.pdf").blocks
    assert [(b.level, b.text) for b in blocks][:4] == [
        (1, "The Plan"),
        (2, "First part"),
        (0, f"{LONG} and shall keep it. It is public."),
        (0, "1. One thing."),
    ]


def test_running_heads_and_page_numbers_are_taken_out(pdf_file):
    pages = [
        [("Gazette No. 7", 9), (f"Text number {n} of the law stands here.", 11), (f"- {n} -", 9)]
        for n in range(1, 7)
    ]
    text = read_pdf(pdf_file(*pages), "x.pdf").text
    assert "Gazette" not in text
    assert text.count("Text number") == 6
    assert "- 3 -" not in text


def test_line_numbers_are_taken_off(pdf_file):
    pages = [
        [(f"{n} words of the speaker go on and on here", 11) for n in range(1, 26)]
        for _ in range(3)
    ]
    edition = read_bytes(pdf_file(*pages), "x.pdf")
    assert "25 words" not in edition.text
    assert [n for n in edition.nodes if n.kind not in ("clause", "preamble")] == []


def test_the_constitution_has_every_article_once(samples):
    law = read_file(samples / "zh-laws/xianfa-2018.pdf")
    assert [n.label for n in law.nodes if n.kind == "article"] == [str(n) for n in range(1, 144)]
    assert law.doubts == ()


def test_lines_with_dot_leaders_are_contents(samples):
    edition = read_file(samples / "hostile/zh-toc-dot-leaders.pdf")
    assert "contents" in [z.zone for z in edition.zones]


@pytest.mark.parametrize("cut", [600, 5000, 100_000])
def test_a_cut_pdf_is_refused_or_read_in_part(samples, cut):
    from db.errors import UserError

    content = (samples / "en-plans/fds-practices.pdf").read_bytes()[:cut]
    try:
        outcome = "read" if read_bytes(content, "cut.pdf").nodes else "empty"
    except UserError as error:
        outcome = error.code
    assert outcome in ("read", "file-damaged", "file-scan")
