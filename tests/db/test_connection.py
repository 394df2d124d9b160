"""Bad files and bad places get a plain sentence, and nothing of them is changed."""

import os
import sqlite3
import subprocess
import sys

import pytest

from db.connection import APPLICATION_ID, FILE, LOCK, VERSION, Base, open_reader
from db.errors import UserError
from db.model import Note, NoteUid
from db.notes import load_notes, save_note
from tests.conftest import ROOT


def save(base, uid, body="x"):
    with base.write() as conn:
        return save_note(conn, Note(NoteUid(uid), body))


def test_a_missing_library_is_made_with_the_safest_settings(base):
    def pragma(name):
        return base.conn.execute(f"PRAGMA {name}").fetchone()[0]

    assert base.schema_version() == VERSION
    assert pragma("application_id") == APPLICATION_ID
    assert (pragma("journal_mode"), pragma("synchronous"), pragma("foreign_keys")) == ("wal", 2, 1)
    assert pragma("integrity_check") == "ok"


def test_every_table_is_strict(base):
    rows = base.conn.execute(
        "SELECT name FROM pragma_table_list WHERE schema='main' AND type='table' AND strict=0"
        " AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '_sqlite%'"
    )
    assert [r[0] for r in rows] == []


def test_an_up_to_date_library_opens_without_sqlite_utils(base):
    base.close()
    program = (
        f"import sys; from pathlib import Path; from db.connection import Base; "
        f"Base.open(Path({str(base.folder)!r})).close(); print('sqlite_utils' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True)
    assert done.stdout.strip() == "False", done.stderr


def refused(folder, code):
    """Assert that opening is refused with this code and leaves the file as it was."""
    before = (folder / FILE).read_bytes()
    with pytest.raises(UserError) as told:
        Base.open(folder)
    assert told.value.code == code
    assert (folder / FILE).read_bytes() == before
    assert sorted(p.name for p in folder.iterdir()) == sorted([FILE, LOCK])


def test_a_newer_library_is_refused(base):
    base.conn.execute(f"PRAGMA user_version={VERSION + 1}")
    base.close()
    refused(base.folder, "library-newer")


@pytest.mark.parametrize("content", [b"not a database", b"x" * 5000])
def test_another_file_under_our_name_is_refused(tmp_path, content):
    (tmp_path / FILE).write_bytes(content)
    refused(tmp_path, "library-not-ours")


def test_another_programs_database_is_refused_untouched(tmp_path):
    conn = sqlite3.connect(tmp_path / FILE)
    conn.execute("CREATE TABLE theirs(a)")
    conn.commit()
    conn.close()
    refused(tmp_path, "library-not-ours")


def test_a_damaged_library_is_told_and_left_alone(base):
    for number in range(200):
        save(base, str(number), "words " * 50)
    base.close()
    file = base.folder / FILE
    content = bytearray(file.read_bytes())
    content[100:4096] = os.urandom(3996)  # the schema page behind the header
    file.write_bytes(content)
    refused(base.folder, "library-damaged")


def read_all(folder):
    opened = Base.open(folder)
    try:
        with opened.write() as conn:
            load_notes(conn)
    finally:
        opened.close()


def test_a_truncated_library_is_told(base):
    for number in range(200):
        save(base, str(number), "words " * 50)
    base.close()
    file = base.folder / FILE
    os.truncate(file, 4096 * 3)
    with pytest.raises(UserError) as told:
        read_all(base.folder)
    assert told.value.code == "library-damaged"
    assert file.stat().st_size == 4096 * 3


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(UserError) as told:
        Base.open(tmp_path / "file" / "library")
    assert told.value.code == "library-unwritable"


def test_a_full_disk_keeps_what_was_saved(base):
    save(base, "first")
    pages = base.conn.execute("PRAGMA page_count").fetchone()[0]
    base.conn.execute(f"PRAGMA max_page_count={pages + 2}")
    with pytest.raises(UserError) as told:
        save(base, "big", "w" * 1_000_000)
    assert told.value.code == "disk-full"
    base.conn.execute("PRAGMA max_page_count=1000000")
    save(base, "second")
    assert [n.uid for n in load_notes(base.conn)] == ["first", "second"]


def test_a_writer_that_waits_too_long_is_told(base):
    other = Base.open(base.folder)
    other.conn.execute("PRAGMA busy_timeout=50")
    with base.write(), pytest.raises(UserError) as told:
        save(other, "late")
    assert told.value.code == "library-locked"
    save(other, "later")
    other.close()


def test_a_mistake_inside_a_deed_rolls_it_back(base):
    def stumble():
        with base.write() as conn:
            save_note(conn, Note(NoteUid("gone"), "x"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        stumble()
    assert load_notes(base.conn) == ()
    assert not base.conn.in_transaction


def test_a_reader_reads_and_never_writes(base):
    save(base, "a")
    reader = open_reader(base.folder)
    assert [n.uid for n in load_notes(reader)] == ["a"]
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        reader.execute("DELETE FROM note")
    reader.close()


def test_a_deed_elsewhere_changes_the_data_version(base):
    seen = base.data_version()
    save(base, "own")
    assert base.data_version() == seen
    other = Base.open(base.folder)
    save(other, "theirs")
    other.close()
    assert base.data_version() != seen


def test_two_programs_may_make_the_same_library_at_once(tmp_path):
    program = (
        "import sys; from pathlib import Path; from db.connection import Base; "
        "b = Base.open(Path(sys.argv[1])); print(b.schema_version()); b.close()"
    )
    command = [sys.executable, "-c", program, str(tmp_path / "new")]
    running = [
        subprocess.Popen(
            command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        for _ in range(4)
    ]
    told = [p.communicate() for p in running]
    assert [out.strip() for out, _ in told] == [str(VERSION)] * 4, told
