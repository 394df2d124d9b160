"""The rows of a page are the source's words, and every position in them is an offset in the source."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.model import Node, NodeUid, Unit
from desktop.ui.offsets import shown
from desktop.ui.views.page_layout import PageLayout
from desktop.ui.views.page_rows import PageMap, Role, rows_of
from tests.ui.views.reader_pages import EDITION, Sheet, chinese, mixed, qinghai

WORDS = st.text(st.sampled_from("ab 中𠮷🏔\u0301\u00a0\u200d\n\r。“"), max_size=12)
GAPS = st.sampled_from(["", " ", "\n\n", "\n二。 ", "𠮷"])


@st.composite
def units(draw):
    """A page of random clauses with random gaps between them."""
    text, nodes = "𠮷 before", []
    for number, (gap, words) in enumerate(
        draw(st.lists(st.tuples(GAPS, WORDS), min_size=1, max_size=6)), 1
    ):
        text += gap
        nodes.append(
            Node(
                NodeUid(str(number)),
                "clause",
                f"I.{number}",
                str(number),
                len(text),
                len(text) + len(words),
                words,
            )
        )
        text += words
    start, end = nodes[0].start, nodes[-1].end
    return Unit(EDITION, "I", tuple(nodes), text[start:end], start, end)


def edge_of_character(page, position):
    """The position, or the one before it in the middle of a pair, where Qt never stops."""
    units = page.text().encode("utf-16-le", "surrogatepass")
    half = position * 2 < len(units) and 0xDC <= units[position * 2 + 1] <= 0xDF
    return position - half


@given(units())
def test_every_offset_in_a_row_comes_back_from_its_position(unit):
    page = PageMap(rows_of(unit))
    for row in page.rows:
        for offset in range(row.start, row.end):
            assert page.to_source(page.to_position(offset)) == offset


@given(units())
def test_every_position_is_cut_from_the_source_as_it_is_shown(unit):
    page = PageMap(rows_of(unit))
    document = page.text().encode("utf-16-le", "surrogatepass")
    for row in page.rows:
        first = page.to_position(row.start) if row.text else 0
        last = page.to_position(row.end, closing=True) if row.text else 0
        assert document[first * 2 : last * 2].decode("utf-16-le", "surrogatepass") == shown(
            row.text
        )


@given(units(), st.integers(0, 80), st.integers(0, 80))
def test_a_span_is_made_of_what_was_selected_and_never_begins_or_ends_between_rows(
    unit, first, last
):
    page = PageMap(rows_of(unit))
    first, last = (edge_of_character(page, min(at, page.length - 1)) for at in (first, last))
    span = page.span(first, last)
    if span is not None:
        assert any(r.start <= span[0] < r.end for r in page.rows)
        assert any(r.start < span[1] <= r.end for r in page.rows)
        assert first <= page.to_position(span[0]) < page.to_position(span[1], closing=True) <= last


@given(units(), st.data())
def test_a_span_of_the_source_survives_the_way_to_qt_and_back(unit, data):
    page = PageMap(rows_of(unit))
    inside = [o for r in page.rows for o in range(r.start, r.end)]
    if inside:
        start, last = sorted(data.draw(st.tuples(st.sampled_from(inside), st.sampled_from(inside))))
        first, end = page.to_position(start), page.to_position(last + 1, closing=True)
        assert page.span(first, end) == (start, last + 1)


@given(units(), st.data())
def test_stretches_cover_just_the_words_of_a_span(unit, data):
    page = PageMap(rows_of(unit))
    start = data.draw(st.integers(unit.start, unit.end))
    end = data.draw(st.integers(start, unit.end))
    covered = set()
    for row, first, last in page.stretches(start, end):
        base = page.first(row)
        covered |= set(range(page.to_source(base + first), page.to_source(base + last)))
    assert covered == {o for r in page.rows for o in range(r.start, r.end) if start <= o < end}


@pytest.mark.parametrize(
    "sheet", [qinghai(), chinese(), mixed()], ids=["english", "chinese", "mixed"]
)
def test_each_block_holds_the_words_of_its_node_and_nothing_else(qapp, sheet):
    unit = sheet.unit
    layout = PageLayout(unit, 100, qapp)
    block = layout.document.begin()
    for node in unit.nodes:
        assert block.text() == shown(node.text)
        assert len(block.text()) == len(node.text)
        assert block.position() == layout.map.to_position(node.start)
        assert unit.cut(layout.map.to_source(block.position()), node.end) == node.text
        block = block.next()
    assert not block.isValid()


def test_a_newline_in_a_clause_is_shown_as_a_line_separator_and_a_hard_space_is_kept(qapp):
    layout = PageLayout(mixed().unit, 100, qapp)
    text = layout.document.findBlockByNumber(1).text()
    assert "in\u2028two" in text
    assert "a\u00a0b" in text


def test_clauses_carry_the_part_of_their_path_below_the_page():
    labels = {r.path: r.label for r in rows_of(qinghai().unit)}
    assert labels["II.(3).2.1"] == "2.1"
    assert labels["II.(3).2"] == "2"
    assert labels["II.(3)"] == "(3)"


def test_the_preamble_has_no_words_of_its_own_and_opens_with_its_first_clause():
    sheet = Sheet("0")
    sheet.add("clause", "0.1", "The cooperation is an important measure.")
    empty = Node(NodeUid("0"), "preamble", "0", "0", sheet.nodes[0].start, sheet.nodes[0].start, "")
    unit = replace(sheet.unit, nodes=(empty, *sheet.nodes))
    rows = rows_of(unit)
    assert [(r.path, r.opening) for r in rows] == [("0.1", True)]


def test_headings_with_nothing_below_them_are_ways_to_their_own_pages():
    sheet = Sheet("II")
    sheet.add("section", "II", "Key tasks")
    sheet.add("region", "II.(1)", "to implement", name="Xinjiang")
    sheet.add("region", "II.(2)", "to implement", name="Tibet")
    assert [r.role for r in rows_of(sheet.unit)] == [Role.TITLE, Role.LINK, Role.LINK]
    assert Role.LINK not in {r.role for r in rows_of(qinghai().unit)}


def test_only_pages_and_regions_show_the_name_of_the_editor():
    sheet = qinghai()
    sheet.nodes[1] = replace(sheet.nodes[1], name="Sanjiangyuan")
    names = {r.path: r.name for r in rows_of(sheet.unit) if r.name}
    assert names == {"II.(3)": "Qinghai"}


def test_a_name_that_says_what_is_printed_is_not_shown_twice():
    sheet = Sheet("I")
    sheet.add("section", "I", "overall requirements", name="Overall requirements")
    assert rows_of(sheet.unit)[0].name == ""


def test_a_split_page_keeps_its_own_clauses_beside_the_ways():
    sheet = Sheet("II")
    sheet.add("section", "II", "Key tasks")
    sheet.add("clause", "II.1", "A sentence of the section itself.")
    sheet.add("chapter", "II.(1)", "to implement")
    assert [r.role for r in rows_of(sheet.unit)] == [Role.TITLE, Role.CLAUSE, Role.LINK]


def test_the_page_around_the_plan_shows_each_line_of_its_zones_once():
    sheet = Sheet("@around", before="")
    sheet.zone("chrome", "Home\u00a0/\u00a0News\n\n  \niconMar 4\n")
    sheet.zone("plan", "I. Not shown here\n")
    sheet.zone("lede", "The Ministry issued a circular.")
    rows = rows_of(sheet.unit)
    assert [(r.zone, r.text) for r in rows] == [
        ("chrome", "Home\u00a0/\u00a0News"),
        ("", "iconMar 4"),
        ("lede", "The Ministry issued a circular."),
    ]
    assert all(sheet.text[r.start : r.end] == r.text for r in rows)


def test_an_empty_page_answers_too():
    page = PageMap(())
    assert (page.row_at(0), page.row_of(5), page.to_source(3), page.to_position(9)) == (
        -1,
        -1,
        0,
        0,
    )
    assert page.span(0, 4) is None
