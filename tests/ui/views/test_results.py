import pytest
from PySide6.QtCore import QPoint, Qt

from db.model import Answer, Ask, Facet, Hint
from desktop.ui import theme
from desktop.ui.views.results import ResultsPane
from tests.ui.note_samples import HITS, hit

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def pane(qtbot):
    made = ResultsPane()
    qtbot.addWidget(made)
    made.resize(300, 600)
    made.show()
    made.activateWindow()
    made.told = []
    made.hit_chosen.connect(lambda h: made.told.append(("chosen", h.uid)))
    made.hit_opened.connect(lambda h: made.told.append(("opened", h.uid)))
    made.closed.connect(lambda: made.told.append(("closed",)))
    return made


@pytest.fixture
def shown(pane):
    pane.show_hits(HITS, ranked=True)
    pane._list.doItemsLayout()
    return pane


def focus(qtbot, pane):
    pane.setFocus()
    qtbot.waitUntil(pane._list.hasFocus)


PARTS = (
    Facet("kind", "clause", "clause", 1130),
    Facet("kind", "note", "note", 4),
    Facet("region", "Qinghai", "Qinghai", 900),
    Facet("region", "Ningxia", "Ningxia", 234),
)


def test_the_head_tells_what_is_known_and_then_all_of_it(shown):
    assert shown._counts.text().startswith("3 clauses")
    shown.show_hits(HITS, ranked=True, whole=False)
    assert shown._counts.text() == "More than 4 found"
    shown.show_counts(Answer(Ask("salt"), total=1134, facets=PARTS))
    assert shown._counts.text().startswith("1130 clauses · 4 notes")
    assert shown._shown.text() == "4 of 1,134 shown"


def test_the_words_of_the_hits_are_counted_beside_them(shown):
    shown.show_hits(HITS[:3], ranked=True)
    parts = (Facet("kind", "clause", "clause", 3),)
    shown.show_counts(Answer(Ask("salt"), total=3, facets=parts), matches=7)
    assert "7 matches" in shown._counts.text()
    assert shown._shown.text() == ""


def test_a_count_that_does_not_fit_says_less(shown):
    shown.show_counts(Answer(Ask("salt"), total=1134, facets=PARTS))
    assert shown._counts._short.startswith("1134 hits")
    assert shown._counts.toolTip() == shown._counts.text()


def test_what_is_chosen_in_the_head_is_told(pane, qtbot):
    asked = []
    pane.scope_chosen.connect(asked.append)
    pane.order_chosen.connect(asked.append)
    pane.switched.connect(lambda name, on: asked.append((name, on)))
    qtbot.mouseClick(pane.scopes.tabs["notes"], Qt.MouseButton.LeftButton)
    pane._order.menu().actions()[1].trigger()
    qtbot.keyClick(pane.switches.boxes["related"], Qt.Key.Key_Space)
    qtbot.mouseClick(pane.switches.boxes["glossary"], Qt.MouseButton.LeftButton)
    assert asked == ["notes", "text", ("related", True), ("glossary", True)]
    assert pane._order.text() == "As in the text"


def test_the_pane_shows_how_a_search_is_meant(pane):
    pane.show_ask(Ask("x", scope="memos", order="text", around=True, glossary=False))
    assert [n for n, tab in pane.scopes.tabs.items() if tab.isChecked()] == ["memos"]
    assert [n for n, box in pane.switches.boxes.items() if box.isChecked()] == ["around"]
    assert pane._order.order == "text"


def test_hints_are_said_in_words_and_related_words_are_a_click_away(pane, qtbot):
    hints = (Hint("field", "foo"), Hint("related", count=12), Hint("suggestion", "x"))
    pane.show_counts(Answer(Ask("foo:x"), total=1, hints=hints))
    assert pane.hints.label.text().startswith("There is no field “foo”")
    with qtbot.waitSignal(pane.switched) as told:
        qtbot.mouseClick(pane.hints.related, Qt.MouseButton.LeftButton)
    assert told.args == ["related", True]
    pane.show_counts(Answer(Ask("x"), total=1))
    assert pane.hints.isHidden()


def test_the_first_hit_is_selected_without_being_told(shown):
    assert shown.current().uid == "h1"
    assert shown.told == []


def test_the_selected_hit_stays_when_other_hits_come(shown):
    shown.move(1)
    shown.move(1)
    assert shown.current().uid == "h3"
    shown.show_hits((hit("h9", "new"), HITS[0], HITS[2]), ranked=False)
    assert shown.current().uid == "h3"
    assert shown._list.selectedIndexes() == [shown._list.currentIndex()]


def test_the_first_hit_is_selected_when_the_selected_one_is_gone(shown):
    shown.move(2)
    shown.show_hits(HITS[:2], ranked=False)
    assert shown.current().uid == "h1"
    assert shown._list.verticalScrollBar().value() == 0


def test_stepping_tells_each_hit_jumps_over_headings_and_stops_at_the_ends(pane):
    pane.show_hits(HITS, ranked=False)
    for step in (1, 1, 8, 8, -1):
        pane.move(step)
    assert pane.told == [("chosen", "h3"), ("chosen", "h4"), ("chosen", "h2"), ("chosen", "h4")]
    pane.move(-20)
    pane.move(-1)
    assert pane.told[-1] == ("chosen", "h1")
    assert len(pane.told) == 5


def test_keys_choose_open_and_close(pane, qtbot):
    pane.show_hits(HITS, ranked=False)
    focus(qtbot, pane)
    for key in (
        Qt.Key.Key_Down,
        Qt.Key.Key_End,
        Qt.Key.Key_Return,
        Qt.Key.Key_Home,
        Qt.Key.Key_Escape,
    ):
        qtbot.keyClick(pane._list, key)
    assert pane.told == [
        ("chosen", "h3"),
        ("chosen", "h2"),
        ("opened", "h2"),
        ("chosen", "h1"),
        ("closed",),
    ]


def test_the_mouse_chooses_and_opens_but_not_a_heading(pane, qtbot):
    pane.show_hits(HITS, ranked=False)
    pane._list.doItemsLayout()
    view = pane._list.viewport()
    place = pane._list.visualRect(pane._model.index(2)).center()
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseDClick(view, Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(40, 8))
    assert ("chosen", "h3") in pane.told
    assert ("opened", "h3") in pane.told
    assert pane.current().uid == "h3"


def test_the_close_button_has_a_name_and_a_key(pane, qtbot):
    assert pane._close.accessibleName() == "Close the results"
    assert "Esc" in pane._close.toolTip()
    qtbot.mouseClick(pane._close, Qt.MouseButton.LeftButton)
    assert pane.told == [("closed",)]


def test_nothing_found_offers_other_spellings_and_the_way_out_of_a_corner(shown, qtbot):
    shown.show_nothing(Ask("qinghei sallt", regions=("Tibet",)), ("qinghai salt",))
    assert "Nothing found for “qinghei sallt”" in shown._empty.words
    assert "beginning of a word" in shown._empty.words
    assert shown.current() is None
    assert not shown.move(1)
    with qtbot.waitSignal(shown.query_chosen) as told:
        qtbot.mouseClick(shown._empty.links[0], Qt.MouseButton.LeftButton)
    assert told.args == ["qinghai salt"]
    with qtbot.waitSignal(shown.widened):
        qtbot.mouseClick(shown._empty.wider, Qt.MouseButton.LeftButton)
    shown.show_nothing(Ask("zzz"))
    assert shown._empty.wider.isHidden()
    assert shown._empty.links[0].isHidden()


def test_no_first_matches_are_no_verdict_yet(shown):
    shown.show_hits((), ranked=False)
    assert not shown._empty.isVisible()
    assert shown._counts.text() == ""


@pytest.mark.parametrize("width", [180, 280, 460])
@pytest.mark.parametrize(
    "found",
    [
        hit(
            "h",
            "We will deepen cooperation between Qinghai and provinces and cities such as Tianjin, Shandong and improve the salt lake industry at last",
            "salt lake",
        ),
        hit(
            "h",
            "深化青海与天津、山东、安徽、重庆等省市合作，完善产业上下游协同创新机制，完善产业上下游协同创新机制，提升盐湖资源利用水平",
            "盐湖",
        ),
        hit("h", "𠮷" * 90 + "lithium 🙂", "lithium"),
    ],
)
def test_the_hit_is_never_out_of_sight(pane, width, found):
    pane.resize(width, 300)
    pane.show_hits([found], ranked=True)
    card = pane._list.itemDelegate()
    picture = card.picture(found, pane._list.viewport().width(), pane._list.font())
    start, end = picture.marks[0]
    assert picture.snippet._text[start:end] == found.snippet[slice(*found.marks[0])]
    assert end <= picture.snippet._kept
    last = picture.snippet._layout.lineForTextPosition(picture.snippet._offsets.to_units(end - 1))
    assert last.lineNumber() < 2
    assert picture.snippet.width <= width


def test_a_note_stands_on_its_color(pane):
    note = HITS[3]
    pane.show_hits([note], ranked=True, colors={"h4": "red"})
    pane._list.doItemsLayout()
    box = pane._list.visualRect(pane._model.index(0))
    red = theme.tokens().marks["red"]
    pane._list.clearSelection()
    picture = pane._list.viewport().grab(box).toImage()
    seen = {picture.pixelColor(x, y).name() for x in range(16, 44) for y in range(4, 30)}
    assert red.name() in seen


def test_the_ground_follows_the_theme(pane):
    theme.apply("dark")
    try:
        assert pane.grab().toImage().pixelColor(5, 300) == theme.tokens().side
        assert theme.tokens().dark
    finally:
        theme.apply("light")
    assert pane.grab().toImage().pixelColor(5, 300) == theme.tokens().side
