"""Restoring, beginning anew, moving and copying: the old state is kept, others are never disturbed."""

import shutil

import pytest

from db import backup, connection, replacing
from db.backup import load_backups, make
from db.connection import FILE, LOCK, VERSION, Base
from db.notes import load_notes
from db.replacing import copy_library, move_library, put_aside, restore
from tests.conftest import ROOT
from tests.db.conftest import code_of, save
from tests.db.test_bad_files import spoil


def bodies(folder):
    base = Base.open(folder)
    try:
        return sorted(n.uid for n in load_notes(base.conn))
    finally:
        base.close()


@pytest.fixture
def two(closed):
    """A library with 50 notes in a backup, and one more since."""
    kept = make(closed, "start")
    base = Base.open(closed)
    save(base, "later")
    base.close()
    return closed, kept


def test_a_restored_backup_is_the_library_and_restoring_can_be_undone(two):
    folder, kept = two
    before = restore(folder, kept.file)
    assert "later" not in bodies(folder)
    assert (before.reason, before.notes) == ("restore", 51)
    restore(folder, before.file)
    assert "later" in bodies(folder)
    assert len(load_backups(folder)) == 3


def test_restoring_waits_for_nobody_and_changes_nothing_while_another_has_it(two, monkeypatch):
    folder, kept = two
    monkeypatch.setattr(connection, "PATIENCE", 5)
    base = Base.open(folder)
    assert code_of(restore, folder, kept.file) == "library-locked"
    save(base, "still here")
    base.close()
    assert {"later", "still here"} <= set(bodies(folder))


def test_a_damaged_backup_is_refused_before_anything_is_touched(two):
    folder, kept = two
    spoil(kept.file, "note")
    before = (folder / FILE).read_bytes()
    assert code_of(restore, folder, kept.file) == "backup-bad"
    assert (folder / FILE).read_bytes() == before


@pytest.mark.parametrize("harm", ["header", "middle", "empty", "gone", "cut"])
def test_a_damaged_library_is_put_aside_whole_when_a_backup_takes_its_place(two, harm):
    folder, kept = two
    file = folder / FILE
    content = file.read_bytes()
    if harm == "header":
        file.write_bytes(b"\xff" * 4096 + content[4096:])
    elif harm == "middle":
        spoil(file, "note")
    elif harm == "empty":
        file.write_bytes(b"")
    elif harm == "gone":
        file.unlink()
    else:
        file.write_bytes(content[: len(content) // 2])
    harmed = file.read_bytes() if file.exists() else None
    aside = restore(folder, kept.file)
    assert len(bodies(folder)) == 50
    if harm == "gone":
        assert aside is None
    else:
        assert (aside / FILE).read_bytes() == harmed


def test_a_backup_of_an_older_version_is_brought_up_to_date_and_stays_as_it_was(two):
    folder, _ = two
    old = folder / backup.FOLDER / "000099-20230101T000000Z-start.sqlite3"
    shutil.copy(ROOT / "tests" / "samples" / "db" / "v1.sqlite3", old)
    content = old.read_bytes()
    restore(folder, old)
    base = Base.open(folder)
    assert base.schema_version() == VERSION
    assert len(load_notes(base.conn)) == 6
    base.close()
    assert old.read_bytes() == content


def test_a_full_disk_restores_nothing_and_loses_nothing(two, monkeypatch):
    folder, kept = two

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(replacing, "write_copy", full)
    assert code_of(restore, folder, kept.file) == "backup-failed"
    assert "later" in bodies(folder)


def test_a_library_that_was_put_aside_leaves_room_for_an_empty_one(two):
    folder, _ = two
    spoil(folder / FILE, "document")
    harmed = (folder / FILE).read_bytes()
    aside = put_aside(folder)
    assert (aside / FILE).read_bytes() == harmed
    assert bodies(folder) == []
    assert put_aside(folder) != aside


# another folder


def test_a_copy_holds_everything_and_the_library_goes_on(two, tmp_path):
    folder, _ = two
    base = Base.open(folder)
    copy_library(folder, tmp_path / "stick" / "plans")
    save(base, "only here")
    base.close()
    copied = tmp_path / "stick" / "plans"
    assert set(bodies(folder)) - set(bodies(copied)) == {"only here"}
    assert len(load_backups(copied)) == len(load_backups(folder)) == 1


def test_a_moved_library_is_gone_from_where_it_was_only_after_the_switch(two, tmp_path):
    folder, _ = two
    (folder / "my own file.txt").write_text("mine", "utf-8")
    target, seen = tmp_path / "new", []

    def switch(chosen):
        seen.append((chosen, (folder / FILE).exists(), (chosen / FILE).exists()))

    move_library(folder, target, switch)
    assert seen == [(target, True, True)]
    assert [p.name for p in folder.iterdir()] == ["my own file.txt"]
    assert len(bodies(target)) == 51
    assert len(load_backups(target)) == 1


def test_a_move_whose_switch_fails_keeps_the_old_library(two, tmp_path):
    folder, _ = two

    def switch(_chosen):
        raise OSError("settings cannot be written")

    with pytest.raises(OSError, match="settings"):
        move_library(folder, tmp_path / "new", switch)
    assert len(bodies(folder)) == 51


def test_where_a_library_is_none_is_put(two, tmp_path, monkeypatch):
    folder, _ = two
    other = tmp_path / "other"
    Base.open(other).close()
    assert code_of(copy_library, folder, other) == "library-there"
    assert code_of(copy_library, folder, folder) == "library-there"
    assert code_of(copy_library, folder, folder / "backups" / "x") == "library-inside"
    assert code_of(copy_library, tmp_path / "nothing", other) == "library-missing"
    (tmp_path / "file").touch()
    assert code_of(copy_library, folder, tmp_path / "file" / "x") == "copy-failed"
    assert (folder / LOCK).exists()
    monkeypatch.setattr(connection, "PATIENCE", 5)
    base = Base.open(folder)
    assert code_of(move_library, folder, tmp_path / "new", print) == "library-locked"
    base.close()
