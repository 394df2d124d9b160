"""What a note carries, in cards, editor, menus and filter: read, changed by keys, counted."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

from desktop.ui.models.notes_model import BY_COLOR, BY_STATUS, CHANGED, Wanted
from desktop.ui.views.calm_words import calm_words
from desktop.ui.views.note_editor import NoteEditor
from desktop.ui.views.notes_pane import NotesPane
from tests.ui.note_samples import THREE, moment, note

Key = Qt.Key
SECRET = replace(
    note("s", "the words", "# Why\n- **who** is *asked*\n- [portal](http://x.example/a)"),
    status="waiting", sensitivity="restricted", author="Li Na", tags=("minerals/lithium", "who"),
)  # fmt: skip
OTHERS = (SECRET, replace(THREE[0], author="Wang Fang", tags=("minerals", "question")), THREE[2])
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def pane(english, qtbot):
    made = NotesPane()
    qtbot.addWidget(made)
    made.resize(330, 700)
    made.show()
    made.activateWindow()
    made.show_notes(OTHERS, "this task")
    return made


@pytest.fixture
def editor(english, qtbot):
    made = NoteEditor(SECRET, ["minerals/lithium"])
    made.told = []
    made.fact_changed.connect(lambda *fact: made.told.append(fact))
    made.body_drafted.connect(lambda body: made.told.append(("body", body)))
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    return made


# the card


def test_markdown_is_set_calmly_and_links_and_html_are_text():
    calm = calm_words(SECRET.body, 999)
    assert calm.text == "Why\n• who is asked\n• portal (http://x.example/a)"
    assert [calm.text[a:b] for a, b in calm.bold] == ["Why", "who"]
    assert [calm.text[a:b] for a, b in calm.italic] == ["asked"]
    hostile = '<img src="http://x.example/b.png" onerror="x()"><script>y()</script>'
    assert calm_words(hostile, 999).text == hostile
    assert calm_words("![p](file:///etc/passwd) 2*3*4", 99).text == "p (file:///etc/passwd) 2*3*4"


def test_a_card_says_what_is_not_ordinary(pane):
    card = pane._list._notes_card
    card.know_author("Wang Fang")
    width, font = pane._list.viewport().width(), pane._list.font()
    picture = card.picture(SECRET, width, font)
    assert [words for _, words in picture.chips] == [
        *("Waiting for an answer", "Restricted", "minerals/lithium", "who")
    ]
    assert picture.facts == 2
    assert "Li Na" in picture.place
    assert "Wang Fang" not in card.picture(OTHERS[1], width, font).place
    assert card.picture(OTHERS[1], width, font).facts == 0
    assert pane._list.grab().toImage()


def test_a_note_on_a_document_says_so(pane):
    anchor = replace(SECRET.anchor, kind="document", start=0, end=0, quote="")
    whole = replace(SECRET, anchor=anchor, path="", author="")
    picture = pane._list._notes_card.picture(whole, 300, pane._list.font())
    assert picture.place.startswith("whole document")


# the editor


def test_status_and_sensitivity_are_changed_by_keys_after_the_words(editor, qtbot):
    qtbot.keyClicks(editor.body, "x")
    editor.facts.status.setFocus()
    actions = {a.text(): a for a in editor.facts.status.menu().actions()}
    assert actions["Waiting for an answer"].isChecked()
    actions["Done"].trigger()
    assert editor.told[0][0] == "body"
    assert editor.told[-1] == ("status", "done")
    assert editor.facts.status.text() == "Done"
    editor.facts.sensitivity.menu().actions()[0].trigger()
    assert editor.told[-1] == ("sensitivity", "public")
    told = list(editor.told)
    editor.facts.sensitivity.menu().actions()[0].trigger()
    assert editor.told == told, "the same again is no change"


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Space, Key.Key_Down])
def test_a_choice_opens_by_key(editor, qtbot, key):
    button = editor.facts.status
    seen = []
    button.menu().aboutToShow.connect(lambda: seen.append(True))
    button.menu().aboutToShow.connect(button.menu().close, Qt.ConnectionType.QueuedConnection)
    button.setFocus()
    qtbot.keyClick(button, key)
    qtbot.waitUntil(lambda: seen == [True])


def test_the_author_is_told_when_the_field_is_left(editor, qtbot):
    field = editor.facts.author
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, " Wang  Fang ")
    assert editor.told == []
    editor.tags.setFocus()
    assert editor.told == [("author", "Wang Fang")]
    editor.take(replace(SECRET, author="Zhao"))
    assert field.text() == "Zhao"


def test_the_times_stand_in_the_editor(editor):
    assert "Written" in editor.facts.times
    editor.take(replace(SECRET, created=moment(9)))
    assert "Changed" in editor.facts.times


@pytest.mark.parametrize(("key", "mark"), [("Bold", "**"), ("Italic", "*")])
def test_a_key_sets_the_chosen_words_in_stars_and_takes_them_away(editor, qtbot, key, mark):
    wanted = QKeySequence(getattr(QKeySequence.StandardKey, key))[0]
    keys = (wanted.key(), wanted.keyboardModifiers())
    editor.body.setPlainText("a 𠮷b")
    editor.body.selectAll()
    for expected in (f"{mark}a 𠮷b{mark}", "a 𠮷b"):
        qtbot.keyClick(editor.body, *keys)
        assert editor.body.toPlainText() == expected
        assert editor.body.textCursor().selectedText() == expected
    editor.body.clear()
    qtbot.keyClick(editor.body, *keys)
    qtbot.keyClicks(editor.body, "new")
    assert editor.body.toPlainText() == f"{mark}new{mark}"


def test_what_is_pasted_is_plain_text(editor):
    from PySide6.QtCore import QMimeData

    pasted = QMimeData()
    pasted.setHtml('<b>bold</b><img src="http://x.example/c.png"><script>z()</script>')
    pasted.setText("bold")
    editor.body.clear()
    editor.body.insertFromMimeData(pasted)
    assert editor.body.toPlainText() == "bold"


# the filter


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Wanted(color="yellow"), ("s", "n1")),
        (Wanted(tag="minerals"), ("s", "n1")),
        (Wanted(tag="minerals/lithium"), ("s",)),
        (Wanted(status="open"), ("n1", "n3")),
        (Wanted(sensitivity="restricted"), ("s",)),
        (Wanted(author="Wang Fang"), ("n1",)),
        (Wanted(color="red", status="waiting"), ()),
    ],
)
def test_notes_are_filtered_by_what_they_carry(pane, wanted, found):
    pane._sieve.set_wanted(wanted)
    assert pane.shown_uids() == found
    assert pane._scope_label.words.endswith(f"{len(found)} of 3")
    if not found:
        assert pane._empty.isVisible()
        assert "fits the filter" in pane._empty.words


def texts(menu):
    return [a.text().replace("&", "") for a in menu.actions()]


def submenu(menu, words):
    return next(a.menu() for a in menu.actions() if a.text().replace("&", "") == words)


def test_the_menu_offers_what_the_notes_carry_with_counts(pane):
    pane.show_color_names({"red": "important"})
    pane._sieve.fill_menu()
    menu = pane._sieve.menu()
    assert texts(submenu(menu, "Color")) == ["Yellow  (2)", "Red – important  (1)"]
    assert texts(submenu(menu, "Tag")) == [
        *("minerals  (2)", "    lithium  (1)", "question  (1)", "who  (1)")
    ]
    assert texts(submenu(menu, "Author")) == ["Li Na  (1)", "Wang Fang  (1)"]


def test_choosing_shows_a_chip_and_pressing_it_takes_it_away(pane, qtbot):
    pane.show_color_names({"red": "important"})
    pane._sieve.fill_menu()
    submenu(pane._sieve.menu(), "Color").actions()[1].trigger()
    (chip,) = pane._chips.chips
    assert chip.text() == "Red – important ×"
    assert pane.shown_uids() == ("n3",)
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert pane.shown_uids() == ("s", "n1", "n3")
    assert not pane._chips.isVisible()


def test_choosing_the_same_again_or_everything_shows_all(pane):
    for words in ("Status", ""):
        pane._sieve.set_wanted(Wanted(status="waiting"))
        pane._sieve.fill_menu()
        menu = pane._sieve.menu()
        if words:
            next(a for a in submenu(menu, words).actions() if a.isChecked()).trigger()
        else:
            next(a for a in menu.actions() if "all" in a.text().replace("&", "")).trigger()
        assert pane._sieve.wanted == Wanted()
        assert len(pane.shown_uids()) == 3


def test_a_note_that_is_selected_from_outside_clears_the_filter(pane):
    pane._sieve.set_wanted(Wanted(status="waiting"))
    pane.select_note("n3")
    assert pane.selected_uids() == ("n3",)


@pytest.mark.parametrize(
    ("order", "found"),
    [(BY_COLOR, ["s", "n1", "n3"]), (BY_STATUS, ["n1", "n3", "s"]), (CHANGED, ["n3", "s", "n1"])],
)
def test_cards_are_ordered(pane, order, found):
    changed = replace(OTHERS[2], changed="2999-01-01T00:00:00.000Z")
    first = replace(OTHERS[0], changed="2998-01-01T00:00:00.000Z")
    pane.show_notes([first, OTHERS[1], changed], "this task")
    pane.set_order(order)
    assert [n.uid for n in pane._list.notes.rows] == found
    assert pane.shown_uids() == ("s", "n1", "n3"), "a memo takes them as in the text"


def test_names_of_colors_reach_dots_and_menus(pane, qtbot):
    pane.show_color_names({"red": "important"})
    pane.edit_note("s")
    assert pane._list.editor.colors.dots[2].toolTip() == "Red – important (3)"
    pane.show_color_names({})
    assert pane._list.editor.colors.dots[2].toolTip() == "Red (3)"


def test_the_scope_is_chosen_from_its_menu(pane):
    told = []
    pane.scope_chosen.connect(told.append)
    pane.show_scope_choice("here", "this task")
    actions = pane._scope_label.menu().actions()
    assert [a.text() for a in actions] == [
        *("Notes on this task", "All notes of this document", "All notes of the library")
    ]
    actions[2].trigger()
    assert told == ["library"]
