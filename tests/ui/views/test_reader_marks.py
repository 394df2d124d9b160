"""Colors, dots and signs lie on the rows and units where they belong."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from db.model import EditionUid
from desktop.ui.views.page_marks import Marks, layer, notes_on, on_row, put_layers, put_notes
from desktop.ui.views.page_rows import PageMap, rows_of
from tests.ui.views.reader_pages import Sheet, mixed, note_on, qinghai

SPANS = st.lists(
    st.tuples(st.integers(0, 60), st.integers(1, 30), st.sampled_from(["yellow", "red", "blue"])),
    max_size=8,
)


def marked(sheet, notes):
    unit = sheet.unit
    page, marks = PageMap(rows_of(unit)), Marks()
    put_notes(marks, page, notes_on(unit, notes))
    return page, marks


def one_clause() -> Sheet:
    sheet = Sheet("I", before="")
    sheet.add("clause", "I.1", "x" * 90, gap="")
    return sheet


@given(SPANS)
def test_every_unit_shows_the_colors_of_all_its_notes_and_no_other(spans):
    notes = [note_on(a, a + n, color=c, uid=str(i)) for i, (a, n, c) in enumerate(spans)]
    _, marks = marked(one_clause(), notes)
    for unit in range(90):
        shown = [b.what.colors for b in marks.bands.get(0, ()) if b.first <= unit < b.last]
        wanted = sorted(n.color for n in notes if n.anchor.start <= unit < n.anchor.end)
        assert len(shown) <= 1
        assert sorted(shown[0] if shown else ()) == wanted


def test_a_note_keeps_its_lane_while_others_come_and_go():
    notes = [
        note_on(0, 50, color="yellow", uid="a"),
        note_on(10, 20, color="red", uid="b"),
        note_on(30, 40, color="blue", uid="c"),
    ]
    _, marks = marked(one_clause(), notes)
    assert [b.what.colors for b in marks.bands[0]] == [
        ("yellow",),
        ("yellow", "red"),
        ("yellow",),
        ("yellow", "blue"),
        ("yellow",),
    ]


def test_a_note_over_two_clauses_lies_on_both_and_not_between_them():
    sheet = qinghai()
    start, end = sheet.span("in the salt lake. We will enhance")
    page, marks = marked(sheet, [note_on(start, end)])
    rows = sorted(marks.bands)
    assert [page.rows[r].path for r in rows] == ["II.(3).2.1", "II.(3).2.2"]
    assert marks.bands[rows[1]][0].first == 0


def test_units_count_wide_characters_twice():
    sheet = mixed()
    _, marks = marked(sheet, [sheet.note("野家")])
    assert (marks.bands[0][0].first, marks.bands[0][0].last) == (2, 4)


def test_a_dot_stands_for_words_or_for_a_note_without_color():
    sheet = qinghai()
    notes = [
        sheet.note("Tianjin", body="ask"),
        sheet.note("Shandong"),
        sheet.note("Anhui", color=""),
    ]
    _, marks = marked(sheet, notes)
    assert [h.note.uid for hung in marks.dots.values() for h in hung] == ["Tianjin", "Anhui"]


def test_notes_of_other_editions_and_other_pages_are_not_shown():
    sheet = qinghai()
    here = sheet.note("Tianjin")
    other = replace(here, anchor=replace(here.anchor, edition=EditionUid("other")))
    far = note_on(90_000, 90_010)
    assert notes_on(sheet.unit, [here, other, far, replace(here, anchor=None)]) == [here]


def test_the_shortest_note_comes_first_under_the_pointer():
    sheet = one_clause()
    _, marks = marked(sheet, [note_on(0, 80, uid="long"), note_on(10, 20, uid="short")])
    assert [n.uid for n in on_row(marks.notes, 0, 12)] == ["short", "long"]


def scars(sheet):
    unit = sheet.unit
    page, marks = PageMap(rows_of(unit)), Marks()
    put_layers(marks, page, unit)
    return page, marks


def test_damage_of_a_numeral_lies_on_the_label_of_its_heading():
    page, marks = scars(qinghai())
    assert [(page.rows[r].path, s[0].kind) for r, s in marks.label_scars.items()] == [
        ("II.(3).2", "mark")
    ]
    assert not marks.scars


def test_damage_where_something_is_missing_stands_at_the_end_of_its_own_clause():
    sheet = Sheet("I", before="")
    sheet.add("clause", "I.1", "相关工作", gap="")
    sheet.add("clause", "I.2", "下一句。", gap="")
    sheet.scar_after("stop", "相关工作")
    _, marks = scars(sheet)
    assert [(row, s.first, s.last) for row, found in marks.scars.items() for s in found] == [
        (0, 4, 4)
    ]
    assert list(on_row(marks.scars, 0, 3))


def test_damage_told_by_the_page_and_by_its_node_is_shown_once():
    sheet = qinghai()
    sheet.scar("cut", "lithium")
    unit = sheet.unit
    cut = unit.damage[-1]
    nodes = tuple(
        replace(n, damage=(cut,)) if n.start <= cut.start < n.end else n for n in unit.nodes
    )
    page, marks = PageMap(rows_of(unit)), Marks()
    put_layers(marks, page, replace(unit, nodes=nodes))
    assert [s.what for found in marks.scars.values() for s in found] == [cut]


def test_a_layer_tells_where_its_span_ends():
    sheet = qinghai()
    page = PageMap(rows_of(sheet.unit))
    start, end = sheet.span("in the salt lake. We will enhance")
    found = layer(page, [(start, end, None)])
    assert [s.ends for row in sorted(found) for s in found[row]] == [False, True]


def split() -> Sheet:
    sheet = Sheet("II")
    sheet.add("section", "II", "Key tasks", numeral="II. ")
    sheet.add("region", "II.(1)", "to implement", numeral="(1) ", name="Xinjiang")
    sheet.text += "\n\ntwo。 Words that stand on another page."
    sheet.add("region", "II.(2)", "to implement too", numeral="(2) ", name="Tibet")
    return sheet


def test_notes_of_the_words_between_two_headings_of_a_split_page_are_not_on_it():
    sheet = split()
    _, marks = marked(sheet, [sheet.note("Words that stand", body="elsewhere")])
    assert (dict(marks.notes), dict(marks.bands), dict(marks.dots)) == ({}, {}, {})


def test_damage_between_two_headings_of_a_split_page_is_not_on_it():
    sheet = split()
    sheet.scar("mark", "two。")
    sheet.scar("cut", "another")
    _, marks = scars(sheet)
    assert (dict(marks.scars), dict(marks.label_scars)) == ({}, {})


def test_a_note_on_the_wordless_preamble_hangs_on_its_first_clause():
    sheet = one_clause()
    _, marks = marked(sheet, [note_on(0, 0, color="", body="on all of it", kind="node")])
    assert [h.unit for h in marks.dots[0]] == [0]
