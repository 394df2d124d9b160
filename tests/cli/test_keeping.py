"""Backups, moves and the check on the command line; beside an open library they are safe or refused."""

import pytest

from db import connection
from db.connection import FILE
from desktop.library import Library
from tests.db.test_bad_files import spoil


def test_backups_are_made_listed_and_restored(say):
    say("note", "add", "--at", "I.1", "--body", "before")
    assert say("backup", "now").out == "000001\n"
    say("note", "add", "--at", "I.1", "--body", "after")
    (backup,) = say("backup", "list", "--json").json
    assert (backup["number"], backup["notes"], backup["documents"]) == ("000001", 1, 1)
    assert say("backup").out == say("backup", "list").out
    assert "1 documents, 1 notes, 0 memos" in say("backup").out
    assert say("backup", "restore", "1").out == (
        "Restored. What was there before is backup 000002.\n"
    )
    assert [n["body"] for n in say("note", "list", "--json").json] == ["before"]
    say("backup", "restore", "last")
    assert len(say("note", "list", "--json").json) == 2


def test_a_restore_beside_an_open_library_is_refused_plainly(say, folder, monkeypatch):
    say("backup", "now")
    monkeypatch.setattr(connection, "PATIENCE", 5)
    library = Library.open(folder)
    said = say("backup", "restore", "1")
    library.close()
    assert said.code == 1
    assert "used by another program" in said.err
    assert say("backup", "restore", "8").err == "There is no backup 8. Nothing was changed.\n"


def test_a_backup_beside_an_open_library_holds_what_is_saved(say, library):
    library.add_note(None, body="x")
    say("backup", "now")
    assert say("backup", "--json").json[0]["notes"] == 1


def test_a_library_is_copied_and_moved(say, folder, tmp_path):
    say("note", "add", "--at", "I.1", "--body", "mine")
    assert say("library", "copy", str(tmp_path / "copy")).code == 0
    assert (tmp_path / "copy" / FILE).exists()
    assert say("library", "copy", str(tmp_path / "copy")).code == 1
    assert say("library", "move", str(tmp_path / "moved")).code == 0
    assert not folder.exists()
    moved = Library.open(tmp_path / "moved")
    assert [n.body for n in moved.notes()] == ["mine"]
    moved.close()


def test_moving_the_library_that_starts_changes_where_it_is_looked_for(
    say, folder, tmp_path, monkeypatch
):
    from desktop import paths

    monkeypatch.setenv(paths.SETTINGS, str(tmp_path / "choices" / "settings.json"))
    for known in (paths.settings_file, paths.data_folder):
        known.cache_clear()
    paths.choose_data_folder(folder)
    say("library", "move", str(tmp_path / "moved"))
    assert paths.data_folder() == (tmp_path / "moved").resolve()
    for known in (paths.settings_file, paths.data_folder):
        known.cache_clear()


def test_the_check_tells_what_is_there_and_what_is_wrong(say, folder):
    said = say("check")
    assert (said.code, said.out.splitlines()[0]) == (0, "Whole: 1 documents, 0 notes, 0 memos")
    (folder / "library (Anna's conflicted copy 2026-01-01).sqlite3").write_bytes(b"x")
    (folder / "library.sync-conflict-20260101-ABC.sqlite3").write_bytes(b"x")
    assert len(say("check", "--json").json["copies"]) == 2
    spoil(folder / FILE, "note")
    said = say("check", "--json")
    assert said.code == 1
    assert not said.json["whole"]


def test_what_can_be_read_of_a_damaged_library_is_rescued(say, folder):
    say("note", "add", "--at", "I.1", "--body", "mine")
    content = (folder / FILE).read_bytes()
    (folder / FILE).write_bytes(b"\0" * 4096 + content[4096:])
    assert say("note", "list").code == 1
    said = say("check", "--rescue")
    assert said.out.splitlines()[0] == "Saved: 1 documents, 1 notes, 0 memos"
    assert "was kept in" in said.out
    assert [n["body"] for n in say("note", "list", "--json").json] == ["mine"]
    assert say("check").code == 0


def test_nothing_is_made_by_looking(say, folder):
    import shutil

    shutil.rmtree(folder)
    for words in (("check",), ("backup", "now"), ("library", "copy", "elsewhere")):
        assert "There is no library" in say(*words).err
    assert say("backup").out == ""
    assert not folder.exists()


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("/home/a/OneDrive - Ministry/plans", "OneDrive"),
        ("/home/a/Dropbox/plans", "Dropbox"),
        ("/home/a/我的坚果云/plans", "坚果云"),
        ("/home/a/plans", ""),
    ],
)
def test_a_synced_folder_is_known_by_its_name(folder, service):
    from pathlib import Path

    from desktop.library.keeping import synced_by

    assert synced_by(Path(folder)) == service
