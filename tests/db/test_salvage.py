"""A damaged library is rescued as far as it can be read; the damaged file stays as it is."""

import os
import random
import shutil
import subprocess
import sys

import pytest

from db import connection, documents, memos, nodes, notes
from db.backup import find_trouble, make
from db.connection import FILE, Base
from db.errors import UserError
from db.notes import load_notes
from db.raw_pages import RawPages
from db.salvage import rescue
from tests.conftest import ROOT
from tests.db.conftest import code_of, save
from tests.db.test_bad_files import spoil
from tests.db.test_samples import everything, fill

PAGE = 4096


def opened(folder):
    base = Base.open(folder)
    assert find_trouble(base.conn) == ""
    return base


@pytest.fixture
def full(base, small):
    """A closed library with one of everything and notes enough for trees with branches."""
    fill(base, small)
    for number in range(300):
        save(base, f"note {number}", f"{number} 𠮷 " + "words " * (number % 40))
    with base.write() as conn:
        notes.save_note(conn, notes.Note("long", "long " * 9000, tags=("a", "b")))
    before = everything(base)
    base.close()
    return base.folder, before


def harm(folder, pages, filling=b"\0"):
    content = bytearray((folder / FILE).read_bytes())
    for page in pages:
        content[(page - 1) * PAGE : page * PAGE] = filling * PAGE
    (folder / FILE).write_bytes(content)
    return bytes(content)


def root(folder, name):
    base = Base.open(folder)
    (page,) = base.conn.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (name,))
    base.close()
    return page[0]


def test_of_a_whole_library_everything_is_rescued(full):
    folder, before = full
    found = rescue(folder)
    base = opened(folder)
    assert everything(base) == before
    assert (found.damaged_pages, found.mended) == (0, {})
    assert found.notes == len(load_notes(base.conn))
    base.close()


def test_the_header_may_be_lost(full):
    folder, before = full
    harmed = harm(folder, [1], b"\xff")
    with pytest.raises(UserError):
        Base.open(folder)
    found = rescue(folder)
    base = opened(folder)
    assert everything(base) == before
    assert (found.kept / FILE).read_bytes() == harmed
    base.close()


@pytest.mark.parametrize("table", ["note", "source", "node", "anchor"])
def test_the_top_of_a_tree_may_be_lost(full, table):
    folder, before = full
    harm(folder, [root(folder, table)])
    rescue(folder)
    base = opened(folder)
    assert len(load_notes(base.conn)) >= len(before[3]) - 1 or table != "note"
    if table == "note":
        assert {n.uid: n.body for n in load_notes(base.conn)} == {n.uid: n.body for n in before[3]}
    base.close()


@pytest.mark.parametrize("seed", range(6))
def test_any_damaged_pages_leave_a_library_that_opens(full, seed):
    """What is left is a part of what was there: no note has other words than it had."""
    folder, before = full
    dice = random.Random(seed)
    count = (folder / FILE).stat().st_size // PAGE
    harmed = harm(folder, dice.sample(range(1, count + 1), count // 10), dice.choice([b"\0", b"Z"]))
    bodies = {n.uid: n.body for n in (*before[3], *before[4])}
    found = rescue(folder)
    base = opened(folder)
    kept = {n.uid: n.body for gone in (False, True) for n in load_notes(base.conn, deleted=gone)}
    assert len(kept) > len(bodies) // 2
    assert all(kept[uid].endswith(bodies[uid]) for uid in kept if uid in bodies)
    assert found.notes == len(load_notes(base.conn))
    for document in documents.load_documents(base.conn):
        text = documents.load_whole_text(base.conn, document.edition)
        for node in nodes.load_nodes(base.conn, document.edition):
            assert node.text == text[node.start : node.end]
    save(base, "and on it goes")
    base.close()
    assert (found.kept / FILE).read_bytes() == harmed


@pytest.mark.parametrize("share", [0.3, 0.6, 0.9])
def test_a_file_that_was_cut_off_gives_what_is_left(full, share):
    folder, before = full
    content = (folder / FILE).read_bytes()
    (folder / FILE).write_bytes(content[: int(len(content) * share)])
    rescue(folder)
    base = opened(folder)
    bodies = {n.uid: n.body for n in before[3]}
    kept = load_notes(base.conn)
    assert kept
    assert all(n.body.endswith(bodies[n.uid]) for n in kept if n.uid in bodies)
    base.close()


def test_the_log_is_read_too(tmp_path):
    program = "import os; from pathlib import Path; from tests.db.conftest import *\n"
    program += f"base = Base.open(Path({str(tmp_path)!r}))\n"
    program += "[save(base, str(n), 'words ' * n) for n in range(40)]; os._exit(0)"
    subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=True)
    (tmp_path / FILE).unlink()
    assert code_of(Base.open, tmp_path) == "library-damaged"
    found = rescue(tmp_path)
    assert found.notes == 40
    base = opened(tmp_path)
    assert len(load_notes(base.conn)) == 40
    base.close()


def test_a_torn_end_of_the_log_is_left_out(tmp_path):
    base = Base.open(tmp_path / "made")
    for number in range(40):
        save(base, str(number), "words " * number)
    log = (base.folder / f"{FILE}-wal").read_bytes()
    file = (base.folder / FILE).read_bytes()
    base.close()
    assert RawPages(file, log).count >= RawPages(file, log[: len(log) - 100]).count
    torn = bytearray(log)
    torn[len(log) // 2] ^= 0xFF
    whole = len(RawPages(file, log)._logged)
    assert 0 < len(RawPages(file, bytes(torn))._logged) <= whole
    assert RawPages(file, b"no log at all" * 9)._logged == {}


def test_an_older_library_is_rescued_into_the_newest_version(tmp_path):
    shutil.copy(ROOT / "tests" / "samples" / "db" / "v1.sqlite3", tmp_path / FILE)
    found = rescue(tmp_path)
    base = opened(tmp_path)
    assert base.schema_version() == connection.VERSION
    assert (found.documents, found.notes, found.memos) == (1, 6, 1)
    base.close()


def test_a_note_whose_text_is_lost_keeps_its_quote(full):
    folder, _ = full
    harm(folder, [root(folder, "edition"), root(folder, "document")])
    found = rescue(folder)
    base = opened(folder)
    assert documents.load_documents(base.conn) == ()
    by_uid = {n.uid: n for n in load_notes(base.conn)}
    assert by_uid["passage"].body == "> Dig the \n\nWhich lake? 𠮷"
    assert found.mended["places"] > 3
    assert memos.load_memos(base.conn)[0].blocks[0].quote == "Do more."
    base.close()


def test_nothing_is_changed_when_nothing_can_be_read_or_others_have_it(tmp_path, full, monkeypatch):
    (tmp_path / "x").mkdir()
    assert code_of(rescue, tmp_path / "x") == "rescue-nothing"
    (tmp_path / "x" / FILE).write_bytes(os.urandom(5 * PAGE))
    content = (tmp_path / "x" / FILE).read_bytes()
    assert code_of(rescue, tmp_path / "x") == "rescue-nothing"
    assert (tmp_path / "x" / FILE).read_bytes() == content
    folder, _ = full
    monkeypatch.setattr(connection, "PATIENCE", 5)
    base = Base.open(folder)
    assert code_of(rescue, folder) == "library-locked"
    base.close()


def test_the_places_of_the_tables_are_known_from_a_backup(full):
    folder, before = full
    made = make(folder, "start")
    spoil(folder / FILE, "note")
    harm(folder, [1])
    rescue(folder)
    base = opened(folder)
    assert len(load_notes(base.conn)) == len(before[3])
    base.close()
    assert made.file.exists()


def test_the_log_of_another_library_is_refused_and_left_out(full, tmp_path):
    """SQLite would take it in without a word, and our notes would be theirs."""
    folder, before = full
    other = Base.open(tmp_path / "other")
    for number in range(60):
        save(other, f"theirs {number}", "words " * 100)
    shutil.copy(other.folder / f"{FILE}-wal", folder / f"{FILE}-wal")
    other.close()
    assert code_of(Base.open, folder) == "library-damaged"
    found = rescue(folder)
    base = opened(folder)
    assert everything(base) == before
    base.close()
    assert (found.kept / f"{FILE}-wal").exists()


def test_a_log_of_nobody_is_passed_over(full):
    folder, before = full
    (folder / f"{FILE}-wal").write_bytes(b"no log at all" * 1000)
    base = opened(folder)
    assert everything(base) == before
    base.close()
