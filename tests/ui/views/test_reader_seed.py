"""The plan itself in the reader: every word of it in its place, every scar of it marked."""

import pytest

from desktop.ui.offsets import shown
from desktop.ui.views.hover_card import damage_words
from desktop.ui.views.page import Page


@pytest.fixture
def page(library, qapp):
    """Lay out the page of a place."""
    edition = library.document().edition
    return lambda path: Page(library.unit(edition, path), 100, qapp)


def scars(page):
    """The damage of a page: (path of the row, kind, words in the source)."""
    rows, found = page.map.rows, []
    for row, stretches in sorted(page.marks.scars.items()):
        found += [
            (rows[row].path, s.what.kind, page.words(s.what.start, s.what.end)) for s in stretches
        ]
    for row, damage in sorted(page.marks.label_scars.items()):
        found += [(f"{rows[row].path} label", d.kind, page.words(d.start, d.end)) for d in damage]
    return found


def test_every_page_of_the_plan_shows_the_words_of_its_nodes_exactly(library, page):
    edition = library.document().edition
    pages = [p for p in library.unit_paths(edition) if p != "@around"]
    assert len(pages) >= 10
    for path in pages:
        laid = page(path)
        nodes = [n for n in laid.unit.nodes if n.text]
        blocks = [laid.geometry.block(i).text() for i in range(len(laid.map.rows))]
        assert blocks == [shown(n.text) for n in nodes] == [n.text for n in nodes]
        assert [
            laid.map.span(laid.map.first(i), laid.map.first(i) + len(b))
            for i, b in enumerate(blocks)
        ] == [(n.start, n.end) for n in nodes]


def test_inner_mongolia_shows_the_cut_sentence_and_the_numeral(page):
    assert scars(page("II.(6)")) == [
        ("II.(6).1.2", "cut", "degra"),
        ("II.(6).1.2", "fused", "degra To"),
        ("II.(6).2 label", "mark", "two。"),
    ]


@pytest.mark.parametrize(
    ("path", "scar"),
    [
        ("II.(2)", ("II.(2).3.3", "stop", "Tibet")),
        ("III", ("III.(2).2", "cut", "western")),
        ("II.(3)", ("II.(3).2 label", "mark", "two。")),
    ],
)
def test_each_scar_of_the_plan_stands_on_its_own_words(page, path, scar):
    assert scar in scars(page(path))


def test_no_scar_of_a_region_is_shown_on_the_page_of_its_section(page):
    assert scars(page("II")) == []


def test_the_numeral_says_what_is_printed(page):
    laid = page("II.(6)")
    (numeral,) = [d for found in laid.marks.label_scars.values() for d in found]
    assert (
        damage_words(numeral, laid.words(numeral.start, numeral.end))
        == "The numeral is printed as “two。”."
    )


def test_the_text_around_the_plan_shows_its_zones_and_the_fused_signatories(library, page):
    laid = page("@around")
    zones = [r.zone for r in laid.map.rows if r.zone]
    assert zones == ["chrome", "lede", "circular", "chrome"]
    text = library.text(laid.unit.edition, 0, 10**6)
    assert all(text[r.start : r.end] == r.text for r in laid.map.rows)
    assert [(kind, words) for _, kind, words in scars(laid)] == [
        ("fused", "China Science and Technology Association of the Chinese Academy of Sciences")
    ]


def test_the_terms_of_qinghai_are_underlined(page):
    laid = page("II.(3)")
    terms = {s.what.term for found in laid.marks.terms.values() for s in found}
    assert {
        "science and technology to aid the youth",
        "Hainan Tibetan Autonomous Prefecture",
    } <= terms
    assert [r.name for r in laid.map.rows if r.name] == ["Qinghai"]
