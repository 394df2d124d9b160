"""Backups in the window: made behind it, listed, restored and undone; the library moved; notices."""

import subprocess
import sys
from functools import partial

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox

from db.connection import FILE
from db.errors import UserError
from desktop import app as program
from desktop import paths
from desktop.library import Library, keeping
from desktop.ui.dialogs import trouble
from desktop.ui.dialogs.backups import BackupsDialog
from desktop.ui.dialogs.trouble import AGAIN, EMPTY, OTHER, QUIT, RESCUE, RESTORE, TroubleBox
from desktop.ui.dialogs.waiting import wait_for
from desktop.ui.house import Program
from desktop.ui.instance import Instance

PLACE = "I.1"


def add(library, body):
    return library.add_note(library.anchor_on(library.place(PLACE).node), body=body)


def answer(words):
    """Click a button of the question that is about to be asked."""

    def click():
        boxes = [w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox)]
        buttons = [b for box in boxes if box.isVisible() for b in box.buttons()]
        named = [b for b in buttons if b.text() == words]
        if named:
            named[0].click()
        else:
            QTimer.singleShot(10, click)

    QTimer.singleShot(0, click)


def dialog_of(house):
    house.actions["library.backups"].trigger()
    (dialog,) = house.window.findChildren(BackupsDialog)
    return dialog


@pytest.fixture
def running(english, folder, settings, qtbot):
    library = Library.open(folder)
    add(library, "old")
    keeping.back_up(folder, "start")
    add(library, "new")
    running = Program(library, settings, Instance(folder))
    qtbot.waitExposed(running.house.window)
    yield running
    running.close()
    running.library.close()
    qtbot.wait(0)


def bodies(running):
    return sorted(n.body for n in running.library.notes())


def test_a_backup_is_made_behind_the_window_and_only_when_something_changed(house, qtbot):
    add(house.library, "x")
    house.backups._first.setInterval(0)
    house.backups.start()
    qtbot.waitUntil(lambda: len(keeping.backups(house.library.folder)) == 1)
    house.backups._back_up_if_changed("hour")
    qtbot.waitUntil(lambda: not house.jobs._threads)
    add(house.library, "y")
    house.backups._back_up_if_changed("hour")
    qtbot.waitUntil(lambda: len(keeping.backups(house.library.folder)) == 2)
    assert [b.reason for b in keeping.backups(house.library.folder)] == ["hour", "start"]


def test_the_dialog_shows_counts_and_makes_a_backup(house, qtbot):
    dialog = dialog_of(house)
    assert "There is no backup yet" in dialog.hint.text()
    assert not dialog.restore.isEnabled()
    add(house.library, "x")
    qtbot.mouseClick(dialog.make, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.list.topLevelItemCount() == 1)
    row = dialog.list.topLevelItem(0)
    assert [row.text(n) for n in range(1, 5)] == ["By hand", "1", "1", "0"]
    assert row.text(0).startswith("today, ")
    dialog.close()


def test_a_backup_that_fails_is_told_where_it_was_asked_for(house, qtbot, monkeypatch):
    def fail(*_args, **_kwargs):
        raise UserError("backup-full")

    monkeypatch.setattr(keeping, "back_up", fail)
    dialog = dialog_of(house)
    qtbot.mouseClick(dialog.make, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "no room" in dialog.trouble.text())
    dialog.close()
    house.backups._back_up_if_changed("hour")
    qtbot.waitUntil(lambda: "no room" in house.window.messages.label.text())
    house.window.messages.hide()
    house.backups._back_up_if_changed("hour")
    qtbot.waitUntil(lambda: not house.jobs._threads)
    assert not house.window.messages.isVisible()


def test_a_restore_replaces_the_library_and_its_undo_brings_it_back(running, qtbot):
    dialog = dialog_of(running.house)
    answer("Restore")
    qtbot.mouseClick(dialog.restore, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bodies(running) == ["old"], timeout=10000)
    bar = running.house.window.messages
    qtbot.waitUntil(bar.isVisible)
    assert bar.label.text().startswith("The library is as it was today")
    assert running.house.window.isVisible()
    (undo,) = [b for b in bar._buttons if b.text() == "Undo"]
    undo.click()
    qtbot.waitUntil(lambda: bodies(running) == ["new", "old"], timeout=10000)
    add(running.library, "written after it")
    assert len(running.library.notes()) == 3


def test_a_question_that_is_answered_with_cancel_restores_nothing(running, qtbot):
    dialog = dialog_of(running.house)
    answer("Cancel")
    qtbot.mouseClick(dialog.restore, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    dialog.close()
    assert bodies(running) == ["new", "old"]


def test_a_restore_beside_another_program_is_refused_and_the_window_is_back(
    running, folder, qtbot, monkeypatch
):
    from db import connection

    monkeypatch.setattr(connection, "PATIENCE", 5)
    other = Library.open(folder)
    running._on_restore_chosen(keeping.backups(folder)[0])
    assert "used by another program" in running.house.window.messages.label.text()
    assert bodies(running) == ["new", "old"]
    other.close()


def test_a_moved_library_goes_on_where_it_lies_now(running, folder, tmp_path, monkeypatch, qtbot):
    monkeypatch.setenv(paths.SETTINGS, str(tmp_path / "choices" / "settings.json"))
    for known in (paths.settings_file, paths.data_folder):
        known.cache_clear()
    paths.choose_data_folder(folder)
    target = tmp_path / "elsewhere"
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(target))
    running.house.actions["library.move"].trigger()
    qtbot.waitUntil(lambda: running.library.folder == target, timeout=10000)
    assert bodies(running) == ["new", "old"]
    assert not (folder / FILE).exists()
    assert paths.data_folder() == target.resolve()
    assert str(target) in running.house.window.messages.label.text()
    for known in (paths.settings_file, paths.data_folder):
        known.cache_clear()


def test_a_library_is_copied_behind_the_window(house, tmp_path, monkeypatch, qtbot):
    add(house.library, "x")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "copy"))
    house.actions["library.copy"].trigger()
    qtbot.waitUntil(lambda: "was copied" in house.window.messages.label.text())
    copy = Library.open(tmp_path / "copy")
    assert [n.body for n in copy.notes()] == ["x"]
    copy.close()
    house.actions["library.copy"].trigger()
    qtbot.waitUntil(lambda: "There is a library" in house.window.messages.label.text())


# notices


def test_other_versions_that_a_sync_program_left_are_told(house):
    (house.library.folder / "library (conflicted copy).sqlite3").write_bytes(b"theirs")
    house.backups.start()
    assert "library (conflicted copy).sqlite3" in house.window.messages.label.text()
    assert (house.library.folder / "library (conflicted copy).sqlite3").read_bytes() == b"theirs"


def test_a_synchronized_folder_is_warned_of_once(house, monkeypatch):
    monkeypatch.setattr(keeping, "synced_by", lambda _folder: "坚果云")
    house.backups.start()
    assert "坚果云" in house.window.messages.label.text()
    house.window.messages.hide()
    house.backups.start()
    assert not house.window.messages.isVisible()


def test_a_library_that_is_open_for_reading_says_so(house, monkeypatch):
    monkeypatch.setattr(house.library._base, "read_only", True)
    house.backups.start()
    assert "reading only" in house.window.messages.label.text()
    assert house.window.status.saved.text() == "Read only"
    assert house.noting._desk.change(house.library.add_note, None, body="x") is None
    assert "reading only" in house.window.messages.label.text()
    assert house.window.status.saved.text() == "The last change was not saved"


# at the start


@pytest.fixture
def damaged(folder):
    library = Library.open(folder)
    add(library, "old")
    library.close()
    keeping.back_up(folder, "start")
    (folder / FILE).write_bytes(b"\xff" * 9000)
    return folder


def choose(monkeypatch, *choices):
    """Answer the box, one choice after the other."""
    asked, left = [], list(choices)

    def run(box):
        asked.append(tuple(box.buttons))
        box.buttons[left.pop(0)].click()

    monkeypatch.setattr(TroubleBox, "exec", run)
    return asked


def test_a_damaged_library_is_replaced_by_a_backup_at_the_start(
    english, damaged, monkeypatch, qtbot
):
    asked = choose(monkeypatch, RESTORE)
    monkeypatch.setattr(BackupsDialog, "exec", lambda dialog: dialog.restore.click())
    answer("Restore")
    library, instance = program.open_library(damaged)
    assert RESTORE in asked[0]
    assert [n.body for n in library.notes()] == ["old"]
    instance.release()
    library.close()
    (aside,) = damaged.glob("damaged-*")
    assert (aside / FILE).read_bytes() == b"\xff" * 9000


def test_a_damaged_library_is_rescued_at_the_start(english, folder, monkeypatch):
    library = Library.open(folder)
    add(library, "old")
    library.close()
    content = (folder / FILE).read_bytes()
    (folder / FILE).write_bytes(b"\0" * 4096 + content[4096:])
    choose(monkeypatch, RESCUE)
    answer("OK")
    library, instance = program.open_library(folder)
    assert [n.body for n in library.notes()] == ["old"]
    instance.release()
    library.close()


HARM = """
import sys
with open(sys.argv[1], "r+b") as file:
    file.seek((int(sys.argv[2]) - 1) * 4096)
    file.write(bytes(4096))
"""


def test_damage_that_a_backup_comes_upon_is_told_and_rescued(running, folder, qtbot):
    running.library.new_memo("M")
    conn = running.library._base.conn
    conn.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    (page,) = conn.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'memo'").fetchone()
    subprocess.run([sys.executable, "-c", HARM, str(folder / FILE), str(page)], check=True)
    running.house.backups._back_up_if_changed("hour")
    bar = running.house.window.messages
    qtbot.waitUntil(lambda: "is damaged" in bar.label.text())
    (rescue,) = [b for b in bar._buttons if b.text().startswith("Rescue")]
    rescue.click()
    qtbot.waitUntil(lambda: "was kept in" in running.house.window.messages.label.text())
    assert bodies(running) == ["new", "old"]


def test_an_empty_library_begins_beside_the_damaged_one(english, damaged, monkeypatch):
    choose(monkeypatch, EMPTY)
    library, instance = program.open_library(damaged)
    assert len(library.documents()) == 1
    instance.release()
    library.close()
    assert len(list(damaged.glob("damaged-*"))) == 1


def test_what_fails_is_told_and_asked_again(english, damaged, monkeypatch):
    def fail(*_args):
        raise UserError("backup-full")

    monkeypatch.setattr(keeping, "put_aside", fail)
    asked = choose(monkeypatch, EMPTY, QUIT)
    assert program.open_library(damaged) == 1
    assert EMPTY in asked[0]
    assert asked[1] == (AGAIN, OTHER, QUIT)


def test_no_backup_is_offered_where_there_is_none():
    error = UserError("library-damaged", file="f", detail="d")
    assert RESTORE not in trouble.choices_for(error, has_backups=False)
    assert RESTORE in trouble.choices_for(error, has_backups=True)
    assert trouble.choices_for(UserError("disk-full"), has_backups=True) == (AGAIN, OTHER, QUIT)


def test_waiting_hands_on_what_was_found_and_what_failed(english, qtbot):
    parts = []

    def work(tell):
        tell(0.5)
        parts.append(0.5)
        return 7

    def fail(_tell):
        raise UserError("backup-full")

    assert wait_for("Restoring…", work) == 7
    assert parts == [0.5]
    with pytest.raises(UserError, match="no room"):
        wait_for("Restoring…", partial(fail))


@pytest.fixture
def shut_house(english, folder, settings, qtbot, monkeypatch):
    """A window on a library that nobody may write to; as root would, by SQLite's own mode."""
    from db import connection
    from desktop.ui.house import House

    library = Library.open(folder)
    add(library, "read me")
    library.close()
    monkeypatch.setattr(connection, "_is_read_only", lambda file: True)
    before = (folder / FILE).stat()
    library = Library.open(folder)
    house = House(library, settings)
    house.window.show()
    qtbot.waitExposed(house.window)
    yield house
    house.close()
    library.close()
    qtbot.wait(0)
    after = (folder / FILE).stat()
    assert (after.st_mtime_ns, after.st_size) == (before.st_mtime_ns, before.st_size)


def test_a_library_that_cannot_be_written_to_is_read_and_searched_in_peace(shut_house, qtbot):
    house = shut_house
    assert house.library.is_read_only
    house.backups._first.setInterval(0)
    house.backups.start()
    house.window.messages.hide()
    qtbot.wait(100)
    for path in ("II.(3).2", "I", "III.(2)"):
        house.reading.open(house.library.document().edition, path)
        qtbot.wait(30)
    house.window.field.setFocus()
    qtbot.keyClicks(house.window.field, "salt lake")
    qtbot.waitUntil(lambda: house.window.results._list.model().rowCount() > 0)
    qtbot.keyClick(house.window.field, Qt.Key.Key_Return)
    qtbot.wait(300)
    assert not house.window.messages.isVisible(), house.window.messages.label.text()
    assert keeping.backups(house.library.folder) == ()
    house.actions["library.backups"].trigger()
    (dialog,) = house.window.findChildren(BackupsDialog)
    assert not dialog.make.isVisible()
    dialog.close()
    node = house.library.place(PLACE).node
    house.reading.open(house.library.edition_of(node), PLACE)
    house.window.reader.select_span(node.start, node.start + 9)
    house.noting.highlight("red")
    assert "reading only" in house.window.messages.label.text()
