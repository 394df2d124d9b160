"""Searching in the whole window, with real keys and clicks."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QMenu

from db.model import Ask, Match
from desktop.library import Library
from desktop.ui.hit_marks import count_runs
from desktop.ui.models.outline_model import HITS
from desktop.ui.question import Question
from tests.ui.test_main_window import in_reader
from tests.ui.test_window_life import name_of, visible_controls

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
Key = Qt.Key
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def results(house):
    return house.window.results


def type_words(house, qtbot, words):
    """Type and wait until everything that is asked has been answered."""
    search_field = house.window.field
    search_field.setFocus()
    search_field.selectAll()
    with qtbot.waitSignal(house.searching.answered):
        for sign in words:
            if sign.isascii():
                qtbot.keyClicks(search_field, sign)
            else:
                event = QInputMethodEvent()
                event.setCommitString(sign)
                QApplication.sendEvent(search_field, event)


def click(qtbot, widget):
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def chip(house, words):
    rows = house.window.results.facets.rows
    return next(c for r in rows for c in r.chips if c.text() == words and c.isVisible())


def regions_of(house):
    return {hit.region for hit in results(house).hits}


@pytest.fixture
def noted(house):
    """A note far from the beginning, and a memo that quotes it."""
    node = house.library.place("II.(5).1.2").node
    anchor = house.library.find_quote(node, "industrial transfer")
    note = house.library.add_note(anchor, body="Ask about wolframite", tags=("minerals",))
    memo = house.library.new_memo("Minerals")
    for number in range(20):
        house.library.add_text_to_memo(memo.uid, f"Paragraph {number} about nothing.")
    house.library.add_text_to_memo(memo.uid, "The wolframite question.")
    return note, house.library.memo(memo.uid)


# narrowing


def test_a_click_on_a_region_narrows_and_another_one_widens(house, qtbot):
    type_words(house, qtbot, "industrial")
    assert len(regions_of(house)) > 2
    with qtbot.waitSignal(house.searching.answered):
        click(qtbot, chip(house, "Ningxia"))
    assert regions_of(house) == {"Ningxia"}
    assert chip(house, "Ningxia").isChecked()
    with qtbot.waitSignal(house.searching.answered):
        click(qtbot, chip(house, "Ningxia"))
    assert len(regions_of(house)) > 2


def test_two_regions_are_both_shown(house, qtbot):
    type_words(house, qtbot, "industrial")
    for words in ("Ningxia", "Qinghai"):
        with qtbot.waitSignal(house.searching.answered):
            click(qtbot, chip(house, words))
    assert regions_of(house) == {"Ningxia", "Qinghai"}


def test_the_scope_leaves_notes_or_memos(house, qtbot, noted):
    type_words(house, qtbot, "wolframite")
    assert {h.kind for h in results(house).hits} == {"note", "memo"}
    for scope, kind in (("notes", "note"), ("memos", "memo"), ("clauses", "")):
        with qtbot.waitSignal(house.searching.answered):
            click(qtbot, results(house).scopes.tabs[scope])
        assert {h.kind for h in results(house).hits} == ({kind} if kind else set())
    with qtbot.waitSignal(house.searching.answered):
        click(qtbot, results(house)._empty.wider)
    assert len(results(house).hits) == 2


def test_hits_stand_as_in_the_text_when_that_is_chosen_and_it_is_remembered(house, qtbot, settings):
    type_words(house, qtbot, "industrial")
    with qtbot.waitSignal(house.searching.answered):
        results(house)._order.menu().actions()[1].trigger()
    starts = [h.start for h in results(house).hits if h.kind != "memo"]
    assert starts == sorted(starts)
    assert settings.get("search_order", "") == "text"
    assert Question(settings).ask.order == "text"


def test_related_words_count_when_the_switch_is_on(house, qtbot, settings):
    type_words(house, qtbot, "cooperate ")
    before = len(results(house).hits)
    with qtbot.waitSignal(house.searching.answered):
        click(qtbot, results(house).switches.boxes["related"])
    assert len(results(house).hits) > before
    assert settings.get("search_related", False) is True


def test_a_hidden_name_is_found_with_its_reason_until_the_glossary_is_off(house, qtbot):
    type_words(house, qtbot, "青海")
    hit = results(house).hits[0]
    assert "aid the youth" in hit.reason
    assert house.reading.spot.path == "II.(3)"
    with qtbot.waitSignal(house.searching.answered):
        click(qtbot, results(house).switches.boxes["glossary"])
    assert not [h for h in results(house).hits if h.reason]


def test_the_text_around_the_plan_is_searched_only_when_asked_for(house, qtbot):
    type_words(house, qtbot, "salt")
    before = len(results(house).hits)
    with qtbot.waitSignal(house.searching.answered):
        click(qtbot, results(house).switches.boxes["around"])
    assert len(results(house).hits) >= before
    assert house.searching.ask.around


def test_narrowing_ends_with_the_search_and_switches_stay(house, qtbot):
    type_words(house, qtbot, "industrial")
    with qtbot.waitSignal(house.searching.answered):
        click(qtbot, chip(house, "Ningxia"))
    click(qtbot, results(house).switches.boxes["related"])
    qtbot.keyClick(house.window.field, Key.Key_Escape)
    assert house.searching.ask == Ask(typing=True, related=True)


# totals


def test_hits_and_matches_are_counted(house, qtbot):
    type_words(house, qtbot, "salt lake")
    assert "matches" in results(house)._counts.text()
    assert results(house)._counts.text().startswith("2 clauses · 1 heading")


def test_words_side_by_side_are_one_match():
    places = [Match("1", 0, 4), Match("1", 5, 9), Match("1", 20, 24), Match("1", 24, 26)]
    assert count_runs(places) == 3
    assert count_runs([]) == 0


# opening


def test_a_hit_in_a_note_opens_the_note(house, qtbot, noted):
    note, _memo = noted
    type_words(house, qtbot, "minerals")
    assert results(house).current().kind == "note"
    qtbot.keyClick(house.window.field, Key.Key_Return)
    qtbot.waitUntil(lambda: house.window.notes.selected_uids() == (note.uid,))
    assert house.reading.spot.path.startswith("II.(5)")


def test_the_place_of_a_note_is_marked_only_when_the_note_is_chosen(house, qtbot, noted):
    note, _memo = noted
    span = (note.anchor.start, note.anchor.end)
    type_words(house, qtbot, "industrial OR wolframite")
    hits = results(house).hits
    of_note = next(at for at, hit in enumerate(hits) if hit.kind == "note")
    beside = next(at for at, hit in enumerate(hits) if hit.path == "II.(5).1.1")
    results(house).move(of_note - hits.index(results(house).current()))
    assert span in house.window.reader._hits
    results(house).move(beside - of_note)
    assert house.reading.unit.path == "II.(5)"
    assert span not in house.window.reader._hits


def test_a_hit_in_a_memo_opens_it_at_the_paragraph(house, qtbot, noted):
    _note, memo = noted
    type_words(house, qtbot, "wolframite question")
    (hit,) = results(house).hits
    assert (hit.kind, hit.uid) == ("memo", memo.uid)
    qtbot.keyClick(house.window.field, Key.Key_Return)
    qtbot.waitUntil(lambda: house.window.shows_memo)
    page = house.window.memo_page
    assert page._list.current_block() == memo.blocks[-1]
    assert page.isAncestorOf(QApplication.focusWidget())


def test_the_words_are_opened_and_not_the_beginning_of_the_clause(house, qtbot):
    type_words(house, qtbot, "lithium")
    qtbot.keyClick(house.window.field, Key.Key_Return)
    qtbot.waitUntil(lambda: in_reader(house))
    reader = house.window.reader
    start, end = reader._hits[reader._hit]
    assert house.reading.unit.cut(start, end) == "lithium"
    assert reader._page.map.to_source(reader._text.textCursor().position()) == start


def test_f3_goes_through_the_hits_across_pages_and_says_when_they_end(house, qtbot):
    type_words(house, qtbot, "industrial")
    qtbot.keyClick(house.window.field, Key.Key_Return)
    qtbot.waitUntil(lambda: in_reader(house))
    pages = set()
    hits = results(house).hits
    for hit in hits[1:]:
        qtbot.keyClick(house.window, Key.Key_F3)
        assert results(house).current() == hit
        pages.add(house.reading.unit.path)
    assert len(pages) > 2
    qtbot.keyClick(house.window, Key.Key_F3)
    assert house.window.status.saved.text() == "This is the last hit"
    qtbot.keyClick(house.window, Key.Key_F3, SHIFT)
    assert results(house).current() == hits[-2]


def test_a_page_turned_to_while_a_query_stands_is_marked_too(house, qtbot):
    type_words(house, qtbot, "industrial")
    house.reading.open_here("II.(1)")
    qtbot.waitUntil(lambda: bool(house.window.reader._hits))
    unit = house.reading.unit
    assert all(
        unit.cut(*span).casefold().startswith("industrial") for span in house.window.reader._hits
    )


def test_a_note_written_while_a_query_stands_joins_the_hits_and_moves_no_page(house, qtbot):
    type_words(house, qtbot, "lithium")
    house.reading.open_here("III.(2)")
    node = house.library.place("III.(2)").node
    with qtbot.waitSignal(house.searching.answered):
        note = house.library.add_note(house.library.anchor_on(node), body="lithium again")
    assert note.uid in {hit.uid for hit in results(house).hits}
    assert house.reading.unit.path == house.library.unit_path(house.reading.unit.edition, "III.(2)")
    memo = house.library.new_memo("Work")
    house.memoing.show_memo(memo.uid)
    with qtbot.waitSignal(house.searching.answered):
        house.library.add_text_to_memo(memo.uid, "lithium in a memo")
    assert house.window.shows_memo


# the contents


def test_the_contents_show_which_places_hold_hits(house, qtbot):
    type_words(house, qtbot, "lithium")
    qtbot.keyClick(house.window, Key.Key_T, CTRL)
    navigator = house.window.navigator
    assert house.window.left.currentWidget() is navigator
    edition = house.library.document().edition

    def hits(*paths):
        return navigator.model.find(edition, paths).data(HITS)

    qtbot.waitUntil(lambda: hits() > 0)
    assert hits("II", "II.(3)") > 0
    assert hits("II", "II.(2)") == 0
    assert house.window.field.text() == "lithium"
    click(qtbot, house.window.hits_back)
    assert house.window.left.currentWidget() is results(house)
    qtbot.keyClick(results(house), Key.Key_Escape)
    assert hits() == 0
    assert house.window.hits_back.isHidden()


def test_typing_on_brings_the_results_back(house, qtbot):
    type_words(house, qtbot, "lith")
    house.searching.show_hits_in_contents()
    house.window.field.setFocus()
    qtbot.keyClicks(house.window.field, "i")
    qtbot.waitUntil(lambda: house.window.left.currentWidget() is results(house))


def test_without_a_query_there_are_no_hits_to_show(house):
    house.searching.show_hits_in_contents()
    assert house.window.status.saved.text() == "Search for something first"


# did you mean


def test_another_spelling_is_a_click_away(house, qtbot):
    type_words(house, qtbot, "qinghei")
    qtbot.waitUntil(lambda: results(house)._empty.links[0].isVisible())
    with qtbot.waitSignal(house.searching.answered):
        click(qtbot, results(house)._empty.links[0])
    assert house.window.field.text() == "qinghai"
    assert results(house).hits


# used lately


def open_menu():
    return QApplication.activePopupWidget()


def test_an_opened_hit_is_remembered_and_down_offers_it_in_the_empty_field(house, qtbot):
    type_words(house, qtbot, "lithium")
    qtbot.keyClick(house.window.field, Key.Key_Return)
    assert house.library.recent_searches() == ("lithium",)
    house.searching.leave()
    house.window.field.setFocus()
    qtbot.keyClick(house.window.field, Key.Key_Down)
    menu = open_menu()
    assert isinstance(menu, QMenu)
    assert menu.activeAction().text() == "lithium"
    with qtbot.waitSignal(house.searching.answered):
        qtbot.keyClick(menu, Key.Key_Return)
    assert house.window.field.text() == "lithium"


def test_recent_searches_can_be_forgotten(house, qtbot):
    house.library.remember_search("a & b")
    menu = house.searches.recent_menu()
    assert [a.text() for a in menu.actions() if a.text()] == ["a && b", "Clear recent searches"]
    menu.actions()[-1].trigger()
    assert house.library.recent_searches() == ()
    menu.close()
    house.searches.show_recent()
    assert house.window.status.saved.text() == "Nothing was searched for yet"


# saved searches


def dialog_of(house):
    from desktop.ui.dialogs.names import LineDialog

    return house.window.findChild(LineDialog)


def names(house):
    return [s.name for s in house.window.saved.model.rows]


@pytest.fixture
def three(house):
    for words in ("one", "two", "three"):
        house.library.save_search(Ask(words), words)
    house.window.saved.list.setFocus()
    return house.library.saved_searches()


def test_a_search_is_saved_with_its_narrowing_and_run_with_a_click(house, qtbot, folder):
    type_words(house, qtbot, "industrial")
    with qtbot.waitSignal(house.searching.answered):
        click(qtbot, chip(house, "Ningxia"))
    qtbot.keyClick(house.window.field, Key.Key_S, CTRL | SHIFT)
    dialog = dialog_of(house)
    dialog.field.selectAll()
    qtbot.keyClicks(dialog.field, "Industry in Ningxia")
    qtbot.keyClick(dialog.field, Key.Key_Return)
    other = Library.open(folder)
    assert [s.name for s in other.saved_searches()] == ["Industry in Ningxia"]
    other.close()
    house.searching.leave()
    shown = house.window.saved
    assert shown.isVisible()
    place = shown.list.visualRect(shown.model.index(0)).center()
    with qtbot.waitSignal(house.searching.answered):
        qtbot.mouseClick(shown.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert house.window.field.text() == "industrial"
    assert regions_of(house) == {"Ningxia"}


def test_the_star_is_full_for_a_saved_search_and_takes_it_away_again(house, qtbot):
    house.library.save_search(Ask("lithium"))
    type_words(house, qtbot, "lithium")
    star = house.window.field._star
    assert star.text() == "Remove from the saved searches"
    star.trigger()
    assert house.library.saved_searches() == ()
    assert star.text() == "Save this search… (Ctrl+Shift+S)"
    qtbot.keyClick(house.window.reader, Key.Key_Z, CTRL)
    assert [s.name for s in house.library.saved_searches()] == ["lithium"]


def test_a_saved_search_is_renamed_with_f2(house, qtbot, three):
    qtbot.keyClick(house.window.saved.list, Key.Key_F2)
    dialog = dialog_of(house)
    dialog.field.selectAll()
    qtbot.keyClicks(dialog.field, "first")
    qtbot.keyClick(dialog.field, Key.Key_Return)
    assert names(house) == ["first", "two", "three"]


def test_a_saved_search_is_removed_with_delete_and_comes_back(house, qtbot, three):
    qtbot.keyClick(house.window.saved.list, Key.Key_Delete)
    assert names(house) == ["two", "three"]
    house.window.messages._buttons[0].click()
    assert names(house) == ["one", "two", "three"]


def test_saved_searches_are_ordered_with_alt_and_arrows(house, qtbot, three):
    saved = house.window.saved.list
    qtbot.keyClick(saved, Key.Key_Down, ALT)
    assert names(house) == ["two", "one", "three"]
    qtbot.keyClick(saved, Key.Key_Up, ALT)
    qtbot.keyClick(saved, Key.Key_Up, ALT)
    assert names(house) == ["one", "two", "three"]


def test_a_saved_search_is_dropped_between_others(house, three):
    model = house.window.saved.model
    dragged = model.mimeData([model.index(0)])
    model.dropMimeData(dragged, Qt.DropAction.MoveAction, 3, 0, model.index(-1))
    assert names(house) == ["two", "three", "one"]
    dragged = model.mimeData([model.index(2)])
    model.dropMimeData(dragged, Qt.DropAction.MoveAction, 0, 0, model.index(-1))
    assert names(house) == ["one", "two", "three"]


def test_the_menu_of_a_saved_search_acts_on_it(house, qtbot, three):
    saved = house.window.saved
    place = saved.list.visualRect(saved.model.index(1)).center()
    saved.list.customContextMenuRequested.emit(QPoint(place))
    words = [a.text() for a in open_menu().actions() if a.text()]
    assert words == ["&Rename the search…", "Move &up", "Move &down", "Re&move the search"]
    house.actions["search.up"].trigger()
    assert names(house) == ["two", "one", "three"]
    open_menu().close()


def test_delete_in_the_saved_searches_removes_no_document(house, qtbot, three):
    house.window.saved.list.setFocus()
    qtbot.keyClick(house.window.saved.list, Key.Key_Delete)
    assert len(house.library.documents()) == 1


def test_the_saved_searches_keep_qts_rules(house, three, qtmodeltester):
    qtmodeltester.check(house.window.saved.model)


# help


@pytest.mark.parametrize("key", [Key.Key_F1, Key.Key_Question])
def test_f1_and_a_question_mark_in_the_field_show_how_to_search(house, qtbot, key):
    qtbot.keyClick(house.window.field, key)
    page = house.window.help_page
    assert house.window.middle.currentWidget() is page
    assert page.topic == "search"
    assert "region:Qinghai" in page.text.toPlainText()
    assert house.window.field.text() == ""
    qtbot.keyClick(page.text, Key.Key_Escape)
    assert house.window.is_reading


def test_an_example_of_the_help_is_tried_with_a_click(house, qtbot):
    from PySide6.QtCore import QUrl

    house.helping.show_search_help()
    page = house.window.help_page
    links = {
        fragment.text(): fragment.charFormat().anchorHref()
        for block in blocks(page.text.document())
        for fragment in fragments(block)
        if fragment.charFormat().isAnchor()
    }
    with qtbot.waitSignal(house.searching.answered):
        page.text.anchorClicked.emit(QUrl(links['"salt lake"']))
    assert house.window.field.text() == '"salt lake"'


def blocks(document):
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def fragments(block):
    place = block.begin()
    while not place.atEnd():
        yield place.fragment()
        place += 1


# names


def test_every_control_of_the_search_has_a_name(house, qtbot, three):
    for words in ("industrial foo:bar", "qinghei"):
        type_words(house, qtbot, words)
        unnamed = [repr(w) for w in visible_controls(house.window) if not name_of(w)]
        assert unnamed == []


def test_tab_reaches_every_control_of_the_results(house, qtbot):
    type_words(house, qtbot, "industrial")
    pane, reached = results(house), []
    pane.scopes.tabs["all"].setFocus()
    while pane.isAncestorOf(QApplication.focusWidget()):
        reached.append(QApplication.focusWidget())
        assert len(reached) < 40
        qtbot.keyClick(reached[-1], Key.Key_Tab)
    chips = [c for c in pane.facets.controls() if c.isVisible()]
    assert len(chips) > 4
    assert reached == [
        *(pane.scopes.tabs["all"], pane._contents, pane._close, pane._order),
        *(*chips, pane.hints.related, pane._list, *pane.switches.boxes.values()),
    ]


# the question itself


def test_a_question_keeps_what_lasts_and_forgets_what_narrows(settings):
    question = Question(settings)
    question.say("salt")
    question.look_in("notes")
    question.toggle("kind", "note")
    question.toggle("document", "d")
    question.switch("around", True)
    assert question.ask == Ask(
        "salt", scope="notes", kinds=("note",), documents=("d",), around=True, typing=True
    )
    question.toggle("kind", "note")
    assert question.ask.kinds == ()
    question.reset()
    assert question.ask == Ask(around=True, typing=True)
    question.put(replace(Ask("x", scope="memos"), typing=True))
    assert not question.ask.typing
