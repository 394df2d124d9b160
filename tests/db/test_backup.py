"""A backup is a proven copy of one moment; the set rotates by number and is never damaged by a clock."""

import shutil
import sqlite3
import subprocess
import sys
from datetime import UTC, datetime, timedelta

import pytest

from db import backup, connection
from db.backup import Backup, counts, fingerprint, load_backups, make
from db.connection import FILE, Base, connect_to_copy
from db.errors import UserError
from db.notes import load_notes
from tests.conftest import ROOT
from tests.db.conftest import code_of, save
from tests.db.test_bad_files import spoil


def content(file):
    conn = connect_to_copy(file)
    try:
        return fingerprint(conn)
    finally:
        conn.close()


def test_a_backup_holds_what_the_library_holds_while_it_is_open(base, stored):
    save(base, "a", "𠮷 words")
    made = make(base.folder, "start")
    assert (made.documents, made.notes, made.memos, made.reason) == (1, 1, 0, "start")
    assert content(made.file) == fingerprint(base.conn)
    assert load_backups(base.folder) == (made,)
    assert [p.name for p in made.file.parent.iterdir() if p.suffix == ".sqlite3"] == [
        made.file.name
    ]


def test_an_unchanged_library_is_not_copied_again(base, stored):
    assert make(base.folder, "start", if_changed=True) is not None
    assert make(base.folder, "hour", if_changed=True) is None
    save(base, "a")
    assert make(base.folder, "hour", if_changed=True).notes == 1
    assert make(base.folder, "hand") is not None
    assert [b.number for b in load_backups(base.folder)] == [3, 2, 1]


def test_notes_saved_while_a_backup_is_made_are_not_in_it_and_not_lost(base, stored):
    save(base, "before")
    during = []

    def save_one(_part):
        during.append(f"during {len(during)}")
        save(base, during[-1])

    made = make(base.folder, "hour", tell=save_one)
    assert during
    assert made.notes == 1
    assert len(load_notes(base.conn)) == 1 + len(during)


def test_a_backup_that_nobody_waits_for_any_more_leaves_nothing(base, stored):
    class StoppedError(Exception):
        pass

    def stop(_part):
        raise StoppedError

    with pytest.raises(StoppedError):
        make(base.folder, "hour", tell=stop)
    assert [p.name for p in (base.folder / backup.FOLDER).iterdir()] == [backup.LOCK]
    save(base, "and on it goes")


def test_a_damaged_library_replaces_no_backup(closed):
    made = make(closed, "start")
    spoil(closed / FILE, "note")
    assert code_of(make, closed, "hour") == "library-damaged"
    assert load_backups(closed) == (made,)
    assert not list(made.file.parent.glob("*.part"))


def test_damaged_postings_are_no_reason_to_keep_no_backup(closed):
    spoil(closed / FILE, "search_word")
    assert make(closed, "start").notes == 50


def test_a_backup_that_cannot_be_read_is_not_listed_and_is_replaced(base, stored):
    made = make(base.folder, "start")
    made.file.write_bytes(b"\xff" * 9000)
    assert load_backups(base.folder) == ()
    again = make(base.folder, "start", if_changed=True)
    assert again.number == made.number + 1


@pytest.mark.skipif(sys.platform == "win32", reason="RLIMIT_FSIZE")
def test_no_room_is_told_and_the_old_backups_stay(closed):
    made = make(closed, "start")
    program = (
        "import resource, sys; from pathlib import Path; from tests.db.conftest import *\n"
        "from db.backup import make\n"
        "base = Base.open(Path(sys.argv[1])); save(base, 'one more')\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))\n"
        "print(code_of(make, base.folder, 'hour'))\n"
    )
    command = [sys.executable, "-c", program, str(closed)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.stdout.strip() in ("backup-failed", "backup-full"), done.stderr
    assert load_backups(closed) == (made,)


def test_a_migration_keeps_a_backup_of_the_old_library(tmp_path):
    folder = tmp_path / "old"
    folder.mkdir()
    shutil.copy(ROOT / "tests" / "samples" / "db" / "v1.sqlite3", folder / FILE)
    base = Base.open(folder)
    (kept,) = load_backups(folder)
    conn = connect_to_copy(kept.file)
    assert connection.read_number(conn, "user_version") == 1
    assert counts(conn) == counts(base.conn)
    conn.close()
    base.close()


def test_a_migration_without_room_for_its_backup_leaves_the_library_as_it_was(tmp_path):
    shutil.copy(ROOT / "tests" / "samples" / "db" / "v1.sqlite3", tmp_path / FILE)
    (tmp_path / backup.FOLDER).write_bytes(b"not a folder")
    before = (tmp_path / FILE).read_bytes()
    assert code_of(Base.open, tmp_path) == "backup-failed"
    assert (tmp_path / FILE).read_bytes() == before


# the rotating set


def a_set(moments, reason="hour"):
    made = (m.isoformat(timespec="milliseconds").replace("+00:00", "Z") for m in moments)
    return [Backup(f"{n}", n, m, reason) for n, m in enumerate(made)]


NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def kept(backups):
    return sorted(int(file) for file in backup._kept(backups))


def test_a_year_of_hours_leaves_hours_days_and_weeks():
    moments = [NOON + timedelta(hours=h) for h in range(24 * 60)]
    numbers = kept(a_set(moments))
    ages = [len(moments) - 1 - n for n in numbers]
    assert len(numbers) < 6 + 7 + 8
    assert sorted(ages)[:6] == [0, 1, 2, 3, 4, 5]
    assert max(ages) > 24 * 7 * 6
    assert len({a // 24 for a in ages}) >= 12


def test_a_clock_that_was_set_back_costs_no_backup_of_today():
    future = [NOON + timedelta(days=4000, hours=h) for h in range(30)]
    today = [NOON + timedelta(hours=h) for h in range(3)]
    numbers = kept(a_set([*future, *today]))
    assert {30, 31, 32} <= set(numbers)
    assert numbers[0] < 30


def test_what_was_kept_before_a_deed_stays_through_many_hours():
    early = a_set([NOON], "migration")
    hours = [NOON + timedelta(minutes=m) for m in range(300)]
    late = [Backup(str(n), n, b.made, "hour") for n, b in enumerate(a_set(hours), 1)]
    assert kept([*early, *late])[0] == 0


def test_the_clock_set_back_deletes_nothing_in_a_real_library(base, stored, monkeypatch):
    numbers = []
    for year in (2031, 2026, 1999):

        class Clock(datetime):
            @classmethod
            def now(cls, tz=None, year=year):
                return datetime(year, 1, 1, tzinfo=tz)

        monkeypatch.setattr(backup, "datetime", Clock)
        save(base, str(year))
        numbers.append(make(base.folder, "start", if_changed=True).number)
    assert [b.number for b in load_backups(base.folder)] == numbers[::-1] == [3, 2, 1]


def test_only_clausebooks_own_names_are_backups(base, stored):
    made = make(base.folder, "start")
    shutil.copy(made.file, made.file.with_name("my own copy.sqlite3"))
    assert load_backups(base.folder) == (made,)
    with pytest.raises(UserError):
        backup.find_backup(base.folder, "77")
    assert backup.find_backup(base.folder, "000001").file == made.file


def test_a_backup_is_one_file_that_any_program_opens(base, stored):
    made = make(base.folder, "start")
    conn = sqlite3.connect(f"{made.file.as_uri()}?mode=ro", uri=True)
    assert conn.execute("PRAGMA journal_mode").fetchone()[0] == "delete"
    assert conn.execute("SELECT count(*) FROM document").fetchone()[0] == 1
    conn.close()
