"""Every file and folder that cannot be used is told plainly and left as it is, byte for byte."""

import errno
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from db import connection, documents, migrations, nodes
from db.connection import FILE, LOCK, Base, open_reader
from db.errors import UserError
from db.lock import OURS, Lock
from db.model import Note, NoteUid
from db.notes import load_notes, save_note
from tests.conftest import ROOT
from tests.db.conftest import code_of, save

WAL = f"{FILE}-wal"


def contents(folder):
    return {p.name: p.read_bytes() for p in folder.iterdir() if p.name != LOCK}


def refused(folder):
    """Return the code with which opening is refused; the folder stays as it was."""
    before = contents(folder)
    code = code_of(Base.open, folder)
    assert contents(folder) == before
    return code


def test_an_overwritten_header_is_damage_when_the_library_was_made_here(closed):
    file = closed / FILE
    file.write_bytes(os.urandom(4096) + file.read_bytes()[4096:])
    assert refused(closed) == "library-damaged"


def test_an_emptied_file_is_damage_when_the_library_was_made_here(closed):
    (closed / FILE).write_bytes(b"")
    assert refused(closed) == "library-damaged"


def test_an_empty_file_of_nobody_becomes_a_library(tmp_path):
    (tmp_path / FILE).touch()
    base = Base.open(tmp_path)
    save(base, "a")
    base.close()


def test_a_log_without_its_library_is_kept(tmp_path):
    """SQLite would throw the log away when it makes a new file beside it."""
    program = "import os; from pathlib import Path; from tests.db.conftest import *\n"
    program += f"base = Base.open(Path({str(tmp_path)!r})); save(base, 'a'); os._exit(0)"
    subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=True)
    assert (tmp_path / WAL).stat().st_size > 0
    (tmp_path / FILE).rename(tmp_path / "moved")
    assert refused(tmp_path) == "library-damaged"
    (tmp_path / "moved").rename(tmp_path / FILE)
    base = Base.open(tmp_path)
    assert [n.uid for n in load_notes(base.conn)] == ["a"]
    base.close()


def test_a_library_in_the_middle_of_its_log_is_looked_at_with_it(tmp_path):
    """After a kill the version stands only in the log; the file alone looks empty or foreign."""
    made = tmp_path / "made"
    base = Base.open(made)
    copy = tmp_path / "copy"
    copy.mkdir()
    for name in (FILE, WAL):
        shutil.copy(made / name, copy / name)
    base.close()
    opened = Base.open(copy)
    assert opened.schema_version() == connection.VERSION
    opened.close()


@pytest.fixture
def half_emptied(tmp_path):
    """A library whose log was being emptied when the power went: only the first page is written."""
    base = Base.open(tmp_path / "made")
    save(base, "a", "words " * 5000)
    base.conn.execute("VACUUM")  # every page stands in the log now
    copy = tmp_path / "copy"
    copy.mkdir()
    shutil.copy(base.folder / WAL, copy / WAL)
    base.close()
    (copy / FILE).write_bytes((base.folder / FILE).read_bytes()[:4096])
    return copy


def test_a_log_that_was_half_emptied_is_taken_in(half_emptied):
    base = Base.open(half_emptied)
    assert [n.uid for n in load_notes(base.conn)] == ["a"]
    base.close()


def test_a_log_that_appears_while_we_look_is_taken_in(half_emptied, monkeypatch):
    looks, size = [], connection.size_of

    def late(file):
        looks.append(file)
        return 0 if file.name == WAL and len(looks) < 3 else size(file)

    monkeypatch.setattr(connection, "size_of", late)
    base = Base.open(half_emptied)
    assert [n.uid for n in load_notes(base.conn)] == ["a"]
    base.close()


def test_a_half_emptied_file_without_its_log_is_damage(half_emptied):
    (half_emptied / WAL).unlink()
    assert refused(half_emptied) == "library-damaged"


def foreign(folder, *statements):
    conn = sqlite3.connect(folder / FILE)
    for statement in statements:
        conn.execute(statement)
    conn.commit()
    return conn


@pytest.mark.parametrize("mode", ["delete", "wal"])
def test_another_programs_database_is_refused_even_while_it_is_open(tmp_path, mode):
    conn = foreign(tmp_path, f"PRAGMA journal_mode={mode}", "CREATE TABLE theirs(a)")
    before = contents(tmp_path)
    assert code_of(Base.open, tmp_path) == "library-not-ours"
    changed = {n for n, c in contents(tmp_path).items() if before.get(n) != c}
    assert changed <= {f"{FILE}-shm"}
    conn.execute("INSERT INTO theirs VALUES (1)")
    conn.close()


def test_a_newer_library_is_refused_also_while_the_newer_program_has_it(base):
    base.conn.execute(f"PRAGMA user_version={connection.VERSION + 7}")
    with pytest.raises(UserError, match=f"schema {connection.VERSION + 7}"):
        Base.open(base.folder)


def test_a_folder_under_our_name_is_refused(tmp_path):
    (tmp_path / FILE).mkdir()
    assert code_of(Base.open, tmp_path) == "library-not-ours"


def test_an_old_sqlite_is_refused_before_anything_is_made(tmp_path, monkeypatch):
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 39, 5))
    assert code_of(Base.open, tmp_path / "new") == "sqlite-old"
    assert not (tmp_path / "new").exists()


def spoil(file, table):
    """Overwrite the first page of a table behind SQLite's back."""
    conn = sqlite3.connect(file)
    page = conn.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchone()[0]
    conn.close()
    content = bytearray(file.read_bytes())
    content[(page - 1) * 4096 : page * 4096] = b"\xff" * 4096
    file.write_bytes(content)


@pytest.mark.parametrize(
    ("table", "deed"),
    [
        ("note", load_notes),
        ("edition", documents.load_documents),
        ("node", lambda conn: nodes.find_nodes(conn, "I")),
        ("source", lambda conn: documents.load_whole_text(conn, edition_in(conn))),
    ],
)
def test_damage_that_reading_comes_upon_is_told(closed, table, deed):
    spoil(closed / FILE, table)
    before = contents(closed)
    base, reader = Base.open(closed), open_reader(closed)
    assert code_of(deed, base.conn) == code_of(deed, reader) == "library-damaged"
    reader.close()
    base.close()
    assert contents(closed) == before


def edition_in(conn):
    return conn.execute("SELECT uid FROM edition").fetchone()[0]


def test_damage_that_is_met_after_the_first_rows_is_told(closed):
    base = Base.open(closed)
    page = base.conn.execute("PRAGMA page_count").fetchone()[0]
    with base.write() as conn:
        for number in range(200):
            save_note(conn, Note(NoteUid(f"more {number}"), "words " * 600))
    base.close()
    with (closed / FILE).open("r+b") as file:
        file.seek((page + 100) * 4096)
        file.write(b"\xff" * 4096 * 60)
    base = Base.open(closed)
    assert (
        code_of(base.conn.cursor().execute("SELECT body FROM note").fetchall) == "library-damaged"
    )
    assert (
        code_of(lambda: base.conn.execute("SELECT body FROM note").fetchall()) == "library-damaged"
    )
    base.close()


def test_damage_that_saving_comes_upon_saves_nothing(closed):
    spoil(closed / FILE, "note")
    base = Base.open(closed)
    assert code_of(save, base, "new") == "library-damaged"
    assert not base.conn.in_transaction
    base.close()


def test_a_bug_stays_a_bug(base):
    with pytest.raises(sqlite3.OperationalError, match="no such table"):
        base.conn.execute("SELECT * FROM nowhere")
    with pytest.raises(sqlite3.IntegrityError), base.write() as conn:
        conn.executemany("INSERT INTO document(uid, added) VALUES (?, '')", [("a",), (None,)])


# places


def as_nobody(folder):
    """Open a library as a user who may not write where root may; return what came of it."""
    done = subprocess.run(
        [sys.executable, "-c", OPEN, str(folder)], cwd=ROOT, capture_output=True, text=True
    )
    return done.stdout.strip() or done.stderr


OPEN = """
import os, shutil, sys
from pathlib import Path
from db import backup, migrations
from db.connection import Base
from db.notes import load_notes
from db.errors import UserError
from tests.db.conftest import save
if os.geteuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
try:
    base = Base.open(Path(sys.argv[1]))
    if base.read_only:
        print("read only", len(load_notes(base.conn)), end=" ")
        save(base, "new")
    base.close()
except UserError as error:
    print(error.code)
else:
    print("opened")
"""


@pytest.fixture
def public():
    """A folder that every user can reach."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


@pytest.mark.skipif(os.name == "nt", reason="POSIX rights")
def test_a_folder_that_cannot_be_written_to_is_told(public):
    public.chmod(0o555)
    assert as_nobody(public) == "library-unwritable"
    assert as_nobody(public / "new") == "library-unwritable"
    assert list(public.iterdir()) == []


def shut(folder, *, wide_open=()):
    """Take the right to write from everybody, but for some files."""
    for path in (*folder.iterdir(), folder):
        path.chmod(0o555 if path.is_dir() else 0o444)
    for path in wide_open:
        path.chmod(0o777)


@pytest.mark.skipif(os.name == "nt", reason="POSIX rights")
@pytest.mark.parametrize("log", ["none", "full"])
def test_a_library_that_cannot_be_written_to_is_opened_for_reading(public, log):
    base = Base.open(public)
    save(base, "a")
    if log == "none":
        base.close()
    shut(public)
    before = contents(public)
    assert as_nobody(public) == "read only 1 library-read-only"
    assert contents(public) == before
    public.chmod(0o777)
    assert as_nobody(public) == "read only 1 library-read-only"
    base.close()


@pytest.mark.skipif(os.name == "nt", reason="POSIX rights")
def test_an_old_library_that_cannot_be_written_to_is_told(public):
    shutil.copy(ROOT / "tests" / "samples" / "db" / "v1.sqlite3", public / FILE)
    shut(public)
    before = contents(public)
    assert as_nobody(public) == "library-old-read-only"
    assert contents(public) == before


@pytest.mark.skipif(os.name == "nt", reason="POSIX rights")
def test_a_library_that_may_not_be_read_is_told(public):
    Base.open(public).close()
    (public / FILE).chmod(0)
    assert as_nobody(public) == "library-unreadable"


# other programs


HOLD = """
import sys
from pathlib import Path
from db.lock import Lock
lock = Lock.open(Path(sys.argv[1]))
print(lock.take_alone(), flush=True)
input()
"""


def holder(folder):
    """Another program that is alone with a library, as one that migrates it."""
    command = [sys.executable, "-c", HOLD, str(folder / LOCK)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    process = subprocess.Popen(command, cwd=ROOT, **pipes)
    assert process.stdout.readline() == "True\n"
    return process


def test_a_file_system_without_locks_is_told(tmp_path, monkeypatch):
    def refuse(lock):
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(Lock, "share", refuse)
    assert code_of(Base.open, tmp_path) == "library-unwritable"


def test_a_library_that_is_being_migrated_is_waited_for_then_told(closed, monkeypatch):
    monkeypatch.setattr(connection, "PATIENCE", 3)
    with holder(closed) as other:
        assert refused(closed) == "library-locked"
        other.kill()
    Base.open(closed).close()


def test_the_lock_dies_with_its_owner(tmp_path):
    with holder(tmp_path) as other:
        lock = Lock.open(tmp_path / LOCK)
        assert not lock.share()
        assert not lock.take_alone()
        other.kill()
        other.wait()
        assert lock.take_alone()
        lock.close()


def test_a_migration_waits_for_those_that_have_the_library(closed, monkeypatch):
    reader = Lock.open(closed / LOCK)
    assert reader.share()
    monkeypatch.setattr(connection, "PATIENCE", 2)
    monkeypatch.setattr(connection, "VERSION", connection.VERSION + 1)
    assert refused(closed) == "library-locked"
    reader.close()


def test_a_file_that_another_program_holds_is_told(base, monkeypatch):
    save(base, "a")
    base.close()
    monkeypatch.setattr(connection, "BUSY_MS", 50)
    other = sqlite3.connect(base.file, isolation_level=None)
    other.execute("PRAGMA locking_mode=EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")
    assert code_of(Base.open, base.folder) == "library-locked"
    other.close()
    Base.open(base.folder).close()


# making


def test_a_library_whose_making_failed_is_made_next_time(tmp_path, monkeypatch):
    def fail(conn):
        raise ZeroDivisionError

    with monkeypatch.context() as patch:
        patch.setattr(migrations.index, "create", fail)
        with pytest.raises(ZeroDivisionError):
            Base.open(tmp_path)
    conn = sqlite3.connect(tmp_path / FILE)
    tables = conn.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    conn.close()
    assert tables == [("_sqlite_migrations",)]
    base = Base.open(tmp_path)
    save(base, "a")
    base.close()


def test_a_made_library_is_signed_once(tmp_path):
    for _ in range(3):
        Base.open(tmp_path).close()
    assert (tmp_path / LOCK).read_bytes() == OURS


def test_the_version_is_that_of_the_last_step(base):
    assert len(migrations.steps._migrations) == connection.VERSION == base.schema_version()
