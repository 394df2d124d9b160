"""The trap that loses acknowledged notes is real, and none of our deeds walks into it.

When a process closes a handle of its own on the database file, SQLite's POSIX locks on it are gone.
The next program that closes the library believes to be the last and removes the log; what the first
program saves into it from then on is acknowledged and lost.
"""

import os
import signal
import subprocess
import sys

import pytest

from db.connection import FILE, Base
from db.notes import load_notes
from tests.conftest import ROOT

pytestmark = pytest.mark.skipif(os.name == "nt", reason="POSIX locks")

SAVE = """
import sys
from pathlib import Path
from db.connection import Base, open_reader
from db.model import Note, NoteUid
from db.notes import save_note
folder, link = Path(sys.argv[1]), Path(sys.argv[2])
def save(base, uid):
    with base.write() as conn:
        save_note(conn, Note(NoteUid(uid), "words"))
"""
NEIGHBOR = SAVE + "base = Base.open(folder); save(base, 'neighbor'); base.close()"
DEEDS = {
    "open": "base = Base.open(folder); save(base, 'first')\nopen(base.file, 'rb').close()",
    "again": "base = Base.open(folder); save(base, 'first')\nBase.open(folder).close()",
    "idle": "base = Base.open(folder); Base.open(folder).close()",
    "link": "base = Base.open(folder); save(base, 'first')\nBase.open(link).close()",
    "idle link": "base = Base.open(folder); Base.open(link).close()",
    "reader": "base = Base.open(folder); save(base, 'first'); open_reader(link).close()",
    "only the reader": "Base.open(folder).close(); reader = open_reader(folder)\n"
    "reader.execute('SELECT * FROM note').fetchall(); base = Base.open(link)",
    "refused": "base = Base.open(folder); save(base, 'first')\nimport db.connection as c\n"
    "c.VERSION = 0\ntry: Base.open(link)\nexcept Exception as e: assert e.code == 'library-newer'",
}


def saved_after(deed, tmp_path):
    """Do a deed, let a neighbor come and go, save once more, die; return the notes found."""
    folder, link = tmp_path / "library", tmp_path / "link"
    Base.open(folder).close()
    link.symlink_to(folder)
    program = SAVE + DEEDS[deed]
    program += "\nprint(); input(); save(base, 'last'); print('saved', flush=True); input()"
    command = [sys.executable, "-uc", program, str(folder), str(link)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    with subprocess.Popen(command, cwd=ROOT, **pipes) as first:
        assert first.stdout.readline() == "\n"
        neighbor = [sys.executable, "-c", NEIGHBOR, str(folder), str(link)]
        subprocess.run(neighbor, cwd=ROOT, check=True)
        first.stdin.write("\n")
        first.stdin.flush()
        assert first.stdout.readline() == "saved\n"
        first.send_signal(signal.SIGKILL)
    base = Base.open(folder)
    found = {n.uid for n in load_notes(base.conn)}
    assert base.conn.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    base.close()
    return found


def test_the_trap_is_real(tmp_path):
    assert "last" not in saved_after("open", tmp_path)


@pytest.mark.parametrize("deed", [d for d in DEEDS if d != "open"])
def test_no_deed_of_ours_loses_an_acknowledged_note(deed, tmp_path):
    assert {"last", "neighbor"} <= saved_after(deed, tmp_path)


def test_nothing_but_sqlite_ever_opens_the_file(tmp_path):
    """Not even before the first connection: the whole life of a library, from its making."""
    program = f"""
import sys
from pathlib import Path
folder, link = Path(sys.argv[1]), Path(sys.argv[2])
opened = []
def watch(event, args):
    if event in ("open", "os.open") and "{FILE}" in str(args[0]):
        opened.append(args[0])
sys.addaudithook(watch)
from db.connection import Base, open_reader
base = Base.open(folder)
link.symlink_to(folder)
Base.open(link).close()
open_reader(folder).close()
base.close()
Base.open(folder).close()
print(opened)
(folder / "{FILE}").open("rb").close()
print(len(opened))
"""
    command = [sys.executable, "-c", program, str(tmp_path / "library"), str(tmp_path / "link")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.stdout.split() == ["[]", "1"], done.stderr
