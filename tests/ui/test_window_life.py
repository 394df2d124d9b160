"""The window as a whole: every action, names for screen readers, state that is kept, failures."""

import subprocess
import sys
import time

import pytest
from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QDialog,
    QFileDialog,
    QLineEdit,
    QWidget,
)

from db.errors import UserError
from desktop import app as program
from desktop import paths
from desktop.settings import Settings
from desktop.ui import exporting, helping, theme
from desktop.ui.actions import ACTIONS, LINE, MENUS, READER, SUBMENUS, action_of, keys_of
from desktop.ui.dialogs.about import AboutDialog, LogDialog
from desktop.ui.dialogs.names import LineDialog
from desktop.ui.dialogs.trouble import TroubleBox
from desktop.ui.house import House, Program
from desktop.ui.instance import Instance
from desktop.ui.views.breadcrumb import Breadcrumb

PLACE = "II.(3).2.1"
SMALLEST_SCREEN = (800, 480)
OFFSCREEN = pytest.mark.qt_log_ignore("This plugin does not support")
HARMLESS = {a.id for a in ACTIONS} - {"program.quit"}


def in_menus():
    found = set()
    for _words, names in (*MENUS, *SUBMENUS.values()):
        found |= {n for n in names if n != LINE and not n.startswith("> ")}
    return found


# actions


def test_every_action_stands_in_a_menu_or_in_the_toolbar():
    from desktop.ui.actions import TOOLBAR_LEFT, TOOLBAR_RIGHT

    assert {a.id for a in ACTIONS} == in_menus() | {*TOOLBAR_LEFT, *TOOLBAR_RIGHT}


def test_no_key_has_two_meanings():
    keys = [k for a in ACTIONS for k in a.keys]
    assert len(keys) == len(set(keys))
    assert "Ctrl+K" not in keys


def test_single_keys_belong_to_the_text_alone():
    single = {a.id for a in ACTIONS if any(len(k) == 1 for k in a.keys)}
    assert single <= {a.id for a in ACTIONS if a.context == READER}


@pytest.fixture
def nothing_outside(monkeypatch, tmp_path):
    """Keep dialogs of the system and other programs from coming up; each would wait for ever."""
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_, **__: ([], ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_, **__: "")
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda *_: True)
    monkeypatch.setattr(exporting, "ask_file", lambda *_: tmp_path / "x.docx")
    monkeypatch.setattr(helping, "open_outside", lambda *_: True)
    monkeypatch.setattr(exporting, "open_outside", lambda *_: True)
    yield
    for dialog in QApplication.topLevelWidgets():
        if isinstance(dialog, QDialog):
            dialog.close()


@OFFSCREEN
@pytest.mark.parametrize("name", sorted(HARMLESS))
def test_every_action_can_be_done(house, nothing_outside, name):
    node = house.library.place(PLACE).node
    house.reading.open(house.library.edition_of(node), PLACE)
    house.window.reader.select_span(node.start, node.start + 12)
    house.library.add_note(house.library.anchor_on(node), body="A note")
    house.actions[name].setEnabled(True)
    house.actions[name].trigger()
    theme.apply("light")


def test_quit_closes_the_window(house):
    house.actions["program.quit"].trigger()
    assert not house.window.isVisible()


def test_a_tooltip_tells_the_key(house):
    assert (
        house.actions["note.add"].toolTip()
        == "Write a note on the chosen words, or on the clause (N)"
    )
    for name in ("go.back", "view.notes"):
        assert keys_of(action_of(name))[0] in house.actions[name].toolTip()


def test_what_is_done_with_words_is_offered_only_beside_them(house):
    house.memoing.open_memo()
    assert not house.actions["note.highlight"].isEnabled()
    house.memoing.close_page()
    assert house.actions["note.highlight"].isEnabled()


# names


def visible_controls(window):
    kinds = (QAbstractButton, QLineEdit, QAbstractScrollArea)
    for widget in window.findChildren(QWidget):
        if (
            isinstance(widget, kinds)
            and widget.isVisibleTo(window)
            and widget.objectName() != "qt_spinbox_lineedit"
        ):
            yield widget


def name_of(widget):
    own = (
        widget.accessibleName()
        or widget.toolTip()
        or (widget.text() if isinstance(widget, QAbstractButton) else "")
    )
    return own or (widget.parentWidget().accessibleName() if widget.parentWidget() else "")


@pytest.mark.parametrize("page", ["reading", "memo", "trash", "help", "results", "find"])
def test_every_control_has_a_name(house, page, qtbot):
    if page == "memo":
        house.memoing.open_memo()
    elif page == "trash":
        house.keeping.show_trash()
    elif page == "help":
        house.helping.show_help()
    elif page == "find":
        house.finding.find_in_document()
    elif page == "results":
        qtbot.keyClicks(house.window.field, "lithium")
        qtbot.waitUntil(lambda: house.searching.stands)
    unnamed = [repr(w) for w in visible_controls(house.window) if not name_of(w)]
    assert unnamed == []


def test_the_focus_goes_around_through_every_pane_and_back(house, qtbot):
    seen = []
    for _ in range(4):
        qtbot.keyClick(house.window, Qt.Key.Key_F6)
        seen.append(QApplication.focusWidget())
    window = house.window
    assert window.navigator.isAncestorOf(seen[0])
    assert window.reader.isAncestorOf(seen[1])
    assert window.notes.isAncestorOf(seen[2])
    assert seen[3] is window.field


# places


def test_a_typed_place_is_gone_to(house):
    assert house.reading.try_place("II.(3).2") == ""
    assert house.reading.spot.path == "II.(3).2"
    assert house.reading.try_place("（三）") != ""
    assert house.reading.try_place("II.（3）.2.2") == ""
    assert house.reading.spot.path == "II.(3).2.2"


@OFFSCREEN
def test_a_place_that_is_not_there_is_said_in_the_dialog(house, qtbot):
    house.actions["go.place"].trigger()
    (dialog,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, LineDialog)]
    qtbot.keyClicks(dialog.field, "IX")
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert "IX" in dialog.trouble.text()
    dialog.close()


def test_a_click_in_the_tree_opens_the_place_and_the_breadcrumb_leads_back(house, qtbot):
    edition = house.library.document().edition
    tree = house.window.navigator.tree
    index = house.window.navigator.model.find(edition, ["II", "II.(5)"])
    tree.scrollTo(index)
    qtbot.mouseClick(
        tree.viewport(), Qt.MouseButton.LeftButton, pos=tree.visualRect(index).center()
    )
    assert house.reading.spot.path == "II.(5)"
    words = house.window.breadcrumb.words()
    assert words == ["East-West S&T Cooperation 2021–25", "II Key tasks", "(5) Ningxia"]
    house.window.breadcrumb.chosen.emit("II")
    assert house.reading.spot.path == "II"
    house.reading.go_back()
    assert house.reading.spot.path == "II.(5)"
    house.reading.go_forward()
    assert house.reading.spot.path == "II"


def test_pages_are_turned_from_the_first_to_the_last(house):
    pages = house.library.unit_paths(house.library.document().edition)
    house.reading.open(house.library.document().edition, pages[0])
    seen = [house.reading.unit.path]
    for _ in pages:
        house.reading.next_page()
        seen.append(house.reading.unit.path)
    assert seen == [*pages, pages[-1]]


def test_a_long_breadcrumb_is_shortened_and_not_cut(qtbot):
    crumbs = Breadcrumb()
    qtbot.addWidget(crumbs)
    crumbs.resize(300, 40)
    crumbs.show_trail(
        [("A very long title of a plan " * 4, ""), ("II Key tasks", "II"), ("(3) S&T", "x")]
    )
    crumbs.show()
    last = crumbs.findChildren(QAbstractButton)[-1]
    assert last.geometry().right() <= 300
    assert last.text() == "(3) S&&T"


# state


def test_size_place_zoom_and_panes_are_there_after_a_kill(house, settings, library, english, qtbot):
    house.window.setGeometry(QRect(10, 20, 790, 700))
    house.reading.open(house.library.document().edition, PLACE)
    house.viewing.zoom_in()
    house.viewing.choose_theme("dark")
    qtbot.waitUntil(lambda: Settings(settings._file).get("place", "") == PLACE)
    kept = Settings(settings._file)
    assert kept.get("zoom", 0) == 110
    assert kept.get("theme", "") == "dark"
    assert kept.get("geometry", []) == [10, 20, 790, 700]
    again = House(library, kept)
    assert again.reading.spot.path == PLACE
    assert again.window.size() == house.window.size()
    again.close()
    theme.apply("light")


@pytest.mark.parametrize(
    "kept", [[-5000, -5000, 9000, 9000], [700, 700, 5000, 4000], ["x"], [1, 2, 3]]
)
def test_the_window_is_never_larger_than_the_screen_or_out_of_it(house, settings, library, kept):
    settings.put("geometry", kept)
    again = House(library, settings)
    room = QGuiApplication.primaryScreen().availableGeometry()
    assert room.contains(again.window.geometry())
    again.close()


def test_the_notes_fold_in_a_narrow_window_and_a_key_shows_them(house, qtbot):
    assert house.window.notes.isVisible()
    house.window.resize(1024, 600)
    assert not house.window.notes.isVisible()
    qtbot.keyClick(house.window, Qt.Key.Key_F9)
    assert house.window.notes.isVisible()
    house.window.resize(1366, 768)
    house.window.resize(1024, 600)
    assert house.window.notes.isVisible()


def test_at_1024_by_600_nothing_is_cut_off(house):
    house.window.resize(1024, 600)
    QApplication.processEvents()
    assert house.window.size().width() == 1024
    buttons = house.window.top.findChildren(QAbstractButton)
    shown = [b for b in buttons if b.isVisibleTo(house.window) and b.parent() is house.window.top]
    assert max(b.geometry().right() for b in shown) <= 1024
    assert house.window.reader.width() > 600


@pytest.mark.parametrize("size", [(1024, 600), (800, 480)])
def test_the_window_can_be_as_small_as_this(house, size):
    house.window.resize(*size)
    QApplication.processEvents()
    assert (house.window.width(), house.window.height()) == size


def test_text_size_has_its_ends(house):
    for _ in range(20):
        house.viewing.zoom_in()
    assert house.window.status.zoom.text() == "300 %"
    for _ in range(20):
        house.viewing.zoom_out()
    assert house.window.status.zoom.text() == "70 %"
    house.viewing.zoom_normal()
    assert house.window.status.zoom.text() == "100 %"


# theme and language


def test_dark_follows_the_choice_and_every_icon_with_it(house):
    def ink(name):
        picture = house.actions[name].icon().pixmap(18, 18).toImage()
        points = [picture.pixelColor(x, y) for x in range(18) for y in range(18)]
        return max((c for c in points if c.alpha() > 250), key=lambda c: c.alpha()).lightness()

    bright = ink("go.back") if house.actions["go.back"].isEnabled() else ink("note.highlight")
    theme.apply("dark")
    try:
        assert theme.tokens().dark
        assert QApplication.palette().window().color().lightness() < 60
        assert ink("note.highlight") > bright
    finally:
        theme.apply("light")


@pytest.mark.parametrize("tokens", [theme.LIGHT, theme.DARK])
def test_words_are_readable_on_every_ground(tokens):
    from PySide6.QtGui import QColor

    def light(color):
        parts = [
            c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in color.getRgbF()[:3]
        ]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    def contrast(one, two):
        high, low = sorted((light(QColor(one)), light(QColor(two))), reverse=True)
        return (high + 0.05) / (low + 0.05)

    for ground in ("window", "page", "side"):
        assert contrast(tokens["text"], tokens[ground]) > 7
        assert contrast(tokens["muted"], tokens[ground]) >= 4.5
    assert contrast(tokens["on_accent"], tokens["accent"]) > 4.5
    assert contrast(tokens["selection_text"], tokens["selection"]) > 7
    for mark in theme.LIGHT_MARKS if tokens is theme.LIGHT else theme.DARK_MARKS:
        assert round(contrast(tokens["mark_text"], mark), 1) >= 6.6


def test_the_window_speaks_chinese(chinese, library, settings, qtbot):
    house = House(library, settings)
    house.window.show()
    assert house.window.status.saved.text() == "所有更改已保存"
    assert house.window.menuBar().actions()[0].text() == "文件(&F)"
    assert house.actions["edit.undo"].text() == "撤销(&U)"
    house.close()


def test_another_language_makes_the_window_anew_where_it_was(
    english, library, settings, folder, qtbot
):
    running = Program(library, settings, Instance(folder))
    running.house.reading.open(library.document().edition, PLACE)
    running.house.actions["language.zh_CN"].trigger()
    qtbot.waitUntil(lambda: running.house.window.status.saved.text() == "所有更改已保存")
    assert running.house.reading.spot.path == PLACE
    assert settings.get("language", "") == "zh_CN"
    running.close()


# another program, another start


def test_another_program_s_note_shows_within_a_second(english, library, settings, folder, qtbot):
    running = Program(library, settings, Instance(folder))
    running.house.reading.open(library.document().edition, PLACE)
    qtbot.waitExposed(running.house.window)
    note = [sys.executable, "-m", "desktop", "--library", str(folder), "note", "add"]
    done = subprocess.run(
        [*note, "--at", PLACE, "--body", "from the console"], check=True, capture_output=True
    )
    began = time.monotonic()
    uid = done.stdout.decode().strip()
    qtbot.waitUntil(lambda: uid in running.house.window.notes.shown_uids(), timeout=3000)
    assert time.monotonic() - began < 1
    running.close()


@OFFSCREEN
def test_a_window_that_is_called_comes_forward(english, library, settings, folder, qtbot):
    running = Program(library, settings, Instance(folder))
    running.house.window.showMinimized()
    running._on_called_forward()
    assert not running.house.window.isMinimized()
    running.close()


# failures


def test_a_refused_change_is_said_above_the_page_and_in_the_status_line(house, monkeypatch):
    def full(*_args, **_kwargs):
        raise UserError("disk-full")

    monkeypatch.setattr(type(house.library), "add_note", full)
    node = house.library.place(PLACE).node
    house.reading.open(house.library.edition_of(node), PLACE)
    house.window.reader.select_span(node.start, node.start + 9)
    house.noting.highlight("red")
    assert "disk is full" in house.window.messages.label.text()
    assert house.window.status.saved.text() == "The last change was not saved"
    assert QApplication.activeModalWidget() is None


def test_an_unexpected_error_is_logged_and_told_without_stopping_anything(
    house, monkeypatch, tmp_path
):
    monkeypatch.setattr(paths, "log_file", lambda: tmp_path / "clausebook.log")
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    import logging

    monkeypatch.setattr(logging.getLogger("clausebook"), "handlers", [])
    house.helping.watch_for_bugs()
    try:
        raise ZeroDivisionError("a bug of ours")
    except ZeroDivisionError as error:
        sys.excepthook(type(error), error, error.__traceback__)
    assert "a bug of ours" in (tmp_path / "clausebook.log").read_text("utf-8")
    assert "notes are safe" in house.window.messages.label.text()
    house.helping._show_bug("the traceback")
    (dialog,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, LogDialog)]
    assert "the traceback" in dialog.details.toPlainText()
    dialog.close()
    for handler in logging.getLogger("clausebook").handlers:
        handler.close()


@pytest.mark.parametrize(
    "make",
    [
        lambda parent: LineDialog("Go to place", "Place", str, parent=parent),
        lambda parent: AboutDialog("1.0", paths.resources() / ("long" * 30), parent),
        lambda parent: LogDialog("The log is kept here.", "line\n" * 200, parent),
        lambda parent: TroubleBox(
            UserError("library-damaged", file="/a/b/c.sqlite3", detail="malformed"), parent
        ),
    ],
    ids=["line", "about", "log", "trouble"],
)
def test_a_dialog_fits_a_small_screen_has_names_and_is_freed(qapp, qtbot, make):
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = make(parent)
    dialog.show()
    assert dialog.width() <= SMALLEST_SCREEN[0]
    assert dialog.height() <= SMALLEST_SCREEN[1]
    assert [repr(w) for w in visible_controls(dialog) if not name_of(w)] == []
    gone = []
    dialog.destroyed.connect(lambda: gone.append(True))
    dialog.close()
    if isinstance(dialog, TroubleBox):
        dialog.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qtbot.waitUntil(lambda: gone == [True])


def test_a_library_that_cannot_be_opened_leaves_the_choice(english, tmp_path, monkeypatch):
    from desktop.ui.dialogs import trouble

    (tmp_path / "bad").mkdir()
    (tmp_path / "bad" / "library.sqlite3").write_bytes(b"not a database at all" * 500)
    told = []

    def answer(error, folder):
        told.append(error.code)
        return tmp_path / "good" if len(told) == 1 else None

    monkeypatch.setenv(paths.SETTINGS, str(tmp_path / "settings.json"))
    paths.settings_file.cache_clear()
    monkeypatch.setattr(trouble, "ask_what_to_do", answer)
    library, instance = program.open_library(tmp_path / "bad")
    assert told == ["library-not-ours"] or told == ["library-damaged"]
    assert paths.data_folder() == tmp_path / "good"
    instance.release()
    library.close()
    paths.settings_file.cache_clear()
    paths.data_folder.cache_clear()


def test_a_library_on_a_stick_that_is_not_there_is_asked_for(english, tmp_path, monkeypatch):
    from desktop.ui.dialogs import trouble

    monkeypatch.setenv(paths.SETTINGS, str(tmp_path / "settings.json"))
    for known in (paths.settings_file, paths.data_folder):
        known.cache_clear()
    for name in ("stick", "other"):
        (tmp_path / name).mkdir()
    paths.choose_data_folder(tmp_path / "stick")
    (tmp_path / "stick").rmdir()
    answers = [tmp_path / "stick", tmp_path / "other"]
    monkeypatch.setattr(trouble, "ask_what_to_do", lambda error, folder: answers.pop(0))
    assert program.find_folder() == tmp_path / "other"
    assert answers == []
    (tmp_path / "other").rmdir()
    paths.data_folder.cache_clear()
    monkeypatch.setattr(trouble, "ask_what_to_do", lambda error, folder: None)
    assert program.find_folder() is None
    for known in (paths.settings_file, paths.data_folder):
        known.cache_clear()


def test_the_program_looks_at_its_own_window(library, english):
    said = program.paint_once(library)
    assert said.startswith("1366 × 768, ")
    assert "rows in the tree" in said


def test_a_blank_window_is_noticed(qapp):
    from PySide6.QtGui import QPixmap

    from desktop.ui.looking import FEW_COLORS, count_colors

    blank = QPixmap(200, 100)
    blank.fill(Qt.GlobalColor.white)
    assert count_colors(blank.toImage()) < FEW_COLORS
