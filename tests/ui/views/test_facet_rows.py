import pytest
from PySide6.QtCore import Qt

from db.model import Facet
from desktop.ui.models.hits_model import facet_words, total_words
from desktop.ui.views.facet_rows import MOST, FacetRow, FacetRows


def regions(many, chosen=()):
    names = [f"Region {n}" for n in range(many)]
    return [Facet("region", n, n, 50 - at, chosen=n in chosen) for at, n in enumerate(names)]


@pytest.fixture
def row(qtbot, english):
    made = FacetRow("region")
    qtbot.addWidget(made)
    made.resize(320, 24)
    return made


def seen(row):
    return [c.text() for c in row.chips if c.isVisible()]


def test_a_click_tells_which_part_and_the_chosen_one_stands_first(row, qtbot):
    row.show_facets(regions(3))
    with qtbot.waitSignal(row.toggled) as told:
        qtbot.mouseClick(row.chips[1], Qt.MouseButton.LeftButton)
    assert told.args == ["region", "Region 1"]
    row.show_facets(regions(3, chosen=("Region 1",)))
    assert seen(row)[0] == "Region 1"
    assert [c.isChecked() for c in row.chips[:3]] == [True, False, False]


def test_the_keys_reach_a_chip(row, qtbot):
    row.show_facets(regions(2))
    row.chips[0].setFocus()
    with qtbot.waitSignal(row.toggled):
        qtbot.keyClick(row.chips[0], Qt.Key.Key_Space)


def test_what_does_not_fit_is_in_the_menu_of_the_last_chip(row):
    row.show_facets(regions(12))
    shown = len(seen(row))
    assert 1 <= shown < MOST
    assert row.more.text() == f"+{12 - shown}"
    assert all(c.geometry().right() < row.width() for c in row.chips if c.isVisible())
    menu = row.menu_of_all()
    assert len(menu.actions()) == 12
    told = []
    row.toggled.connect(lambda *args: told.append(args))
    menu.actions()[-1].trigger()
    assert told == [("region", "Region 11")]


def test_a_long_name_ends_before_the_edge_and_is_told_in_full(row):
    name = "A very long name of a document " * 6
    row.show_facets([Facet("region", name, name, 3), Facet("region", "x", "x", 1)])
    assert row.chips[0].geometry().right() < row.width()
    assert name.strip() in row.chips[0].toolTip()
    assert row.chips[0].accessibleName() == f"{name}, 3 hits"


def test_one_part_divides_nothing_unless_it_was_chosen(row):
    row.show_facets(regions(1))
    assert row.isHidden()
    row.show_facets(regions(1, chosen=("Region 0",)))
    assert not row.isHidden()


def test_the_lines_are_there_only_when_something_divides(qtbot):
    rows = FacetRows()
    qtbot.addWidget(rows)
    rows.show_facets(regions(2))
    assert not rows.isHidden()
    assert [r.isHidden() for r in rows.rows] == [True, False, True]
    rows.show_facets(())
    assert rows.isHidden()


@pytest.mark.parametrize(
    ("facet", "words"),
    [
        (Facet("kind", "clause", "clause", 1), "Clauses"),
        (Facet("kind", "rubric", "rubric", 1), "Rubric"),
        (Facet("region", "Qinghai", "Qinghai", 1), "Qinghai"),
    ],
)
def test_a_part_is_called_by_its_name(english, facet, words):
    assert facet_words(facet) == words


def test_only_chosen_kinds_are_counted(english):
    kinds = [
        Facet("kind", "clause", "clause", 8),
        Facet("kind", "task", "task", 2, chosen=True),
        Facet("kind", "region", "region", 1, chosen=True),
    ]
    assert total_words(kinds) == "3 headings"
    assert total_words(kinds[:1]) == "8 clauses"
