"""SIGKILL in the middle of every long deed: all that was acknowledged is there, and all is whole.

`CLAUSEBOOK_KILLS=200 pytest tests/db/test_kills.py tests/db/test_durability.py` is the long proof.
"""

import os
import random
import shutil
import signal
import subprocess
import sys
import time

import pytest

from db.backup import find_trouble, load_backups, prove
from db.connection import FILE, VERSION, Base, connect_to_copy
from db.documents import load_documents, load_length, load_whole_text
from db.errors import UserError
from db.notes import load_notes
from tests.conftest import ROOT
from tests.db.conftest import save
from tests.db.test_durability import NEIGHBOR

KILLS = int(os.environ.get("CLAUSEBOOK_KILLS", "5"))
V1 = ROOT / "tests" / "samples" / "db" / "v1.sqlite3"
pytestmark = pytest.mark.skipif(os.name == "nt", reason="SIGKILL")


def start(program, *words):
    command = [sys.executable, "-c", program, *map(str, words)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def rounds(program, seed, longest, *words):
    """Start a program again and again and kill it at random; yield what it told each time."""
    dice = random.Random(seed)
    for round_ in range(KILLS):
        child = start(program, *words, round_ * 1_000_000)
        first = child.stdout.readline()
        assert first, "the program died by itself"
        time.sleep(dice.uniform(0, longest))
        child.send_signal(signal.SIGKILL)
        rest, _ = child.communicate()
        yield [first.strip(), *(line for line in rest.split("\n")[:-1])]


def bodies(conn):
    return {n.body for gone in (False, True) for n in load_notes(conn, deleted=gone)}


def opened(folder):
    base = Base.open(folder)
    assert find_trouble(base.conn) == ""
    assert base.schema_version() == VERSION
    return base


MIGRATE = f"""
import shutil, sys
from pathlib import Path
from db import backup, migrations
from db.connection import FILE, Base
for number in range(1000):
    folder = Path(sys.argv[1]) / f"{{sys.argv[2]}}-{{number}}"
    folder.mkdir()
    shutil.copy({str(V1)!r}, folder / FILE)
    print(folder, flush=True)
    Base.open(folder).close()
"""


def test_in_the_middle_of_a_migration(tmp_path):
    unfinished = 0
    for told in rounds(MIGRATE, 5, 0.2, tmp_path):
        conn = connect_to_copy(tmp_path / told[-1] / FILE)
        unfinished += conn.execute("PRAGMA user_version").fetchone()[0] < VERSION
        conn.close()
        base = opened(tmp_path / told[-1])
        assert len(bodies(base.conn)) == 7
        base.close()
        for folder in tmp_path.iterdir():
            shutil.rmtree(folder)
    assert unfinished


WRITE = """
import sys
from pathlib import Path
from db import backup
from desktop.library import Library
from tests.db.conftest import Builder
folder, number = Path(sys.argv[1]), int(sys.argv[2])
library = Library.open(folder)
def note():
    global number
    library.add_note(None, body=str(number))
    print(number, flush=True)
    number += 1
"""
BACK_UP = f"""{WRITE}
while True:
    note()
    backup.make(folder, "hour")
"""


@pytest.fixture
def beside(tmp_path):
    """A library, and a second program that opens, writes and closes it all the time."""
    folder = tmp_path / "library"
    Base.open(folder).close()
    neighbor = start(NEIGHBOR, folder)
    yield folder
    neighbor.kill()
    neighbor.communicate()


def test_in_the_middle_of_a_backup_beside_another_program(beside):
    acknowledged = set()
    for told in rounds(BACK_UP, 6, 0.3, beside):
        acknowledged |= set(told)
        for kept in load_backups(beside):
            prove(kept.file)
    base = opened(beside)
    assert acknowledged <= bodies(base.conn)
    base.close()
    assert load_backups(beside)


IMPORT = f"""{WRITE}
while True:
    note()
    built = Builder(f"Law {{number}}")
    for at in range(1, 300):
        built.add("clause", f"0.{{at}}", f"Law {{number}}, clause {{at}}: of lakes and of salt.")
    library.keep(built.build())
"""


def test_in_the_middle_of_an_import_beside_another_program(beside):
    acknowledged = set()
    for told in rounds(IMPORT, 7, 0.4, beside):
        acknowledged |= set(told)
    base = opened(beside)
    assert acknowledged <= bodies(base.conn)
    for document in load_documents(base.conn):
        length = load_length(base.conn, document.edition)
        assert len(load_whole_text(base.conn, document.edition)) == length > 0
        assert document.nodes == 299
    base.close()


RESTORE = f"""{WRITE}
from db.replacing import restore
library.close()
first = backup.load_backups(folder)[-1].file
while True:
    library = Library.open(folder)
    note()
    library.close()
    restore(folder, first)
"""


def test_in_the_middle_of_a_restore(tmp_path):
    base = Base.open(tmp_path)
    save(base, "first", "first")
    base.close()
    subprocess.run(
        [sys.executable, "-m", "desktop", "--library", tmp_path, "backup", "now"],
        check=True,
        cwd=ROOT,
        stdout=subprocess.PIPE,
    )
    for told in rounds(RESTORE, 8, 0.4, tmp_path):
        base = opened(tmp_path)
        found = bodies(base.conn)
        base.close()
        for kept in load_backups(tmp_path)[:3]:
            conn = connect_to_copy(kept.file)
            found |= bodies(conn)
            conn.close()
        assert {"first", told[-1]} <= found


RESCUE = """
import shutil, sys
from pathlib import Path
from db.connection import FILE
from db.salvage import rescue
for number in range(1000):
    folder = Path(sys.argv[1]) / f"{sys.argv[3]}-{number}"
    shutil.copytree(sys.argv[2], folder)
    print(folder, flush=True)
    rescue(folder)
"""


def test_in_the_middle_of_a_rescue(tmp_path):
    harmed = tmp_path / "harmed"
    base = Base.open(harmed)
    for number in range(60):
        save(base, str(number), f"{number} " + "words " * 50)
    base.close()
    content = bytes(4096) + (harmed / FILE).read_bytes()[4096:]
    (harmed / FILE).write_bytes(content)
    work = tmp_path / "work"
    work.mkdir()
    for told in rounds(RESCUE, 9, 0.3, work, harmed):
        folder = work / told[-1]
        if (folder / FILE).exists() and (folder / FILE).read_bytes() == content:
            with pytest.raises(UserError, match="damaged"):
                Base.open(folder)
        else:
            base = opened(folder)
            assert len(bodies(base.conn)) == 60
            base.close()
            (aside,) = folder.glob("damaged-*")
            assert (aside / FILE).read_bytes() == content
        for made in work.iterdir():
            shutil.rmtree(made)


MOVE = f"""{WRITE.replace("Library.open(folder)", 'Library.open(Path(Path(sys.argv[1] + ".where").read_text()))')}
import os
from db.replacing import move_library
library.close()
where = Path(sys.argv[1] + ".where")
def switch(target):
    where.with_suffix(".part").write_text(str(target))
    os.replace(where.with_suffix(".part"), where)
here, there = Path(where.read_text()), folder.parent / f"moved {{number}}"
while True:
    library = Library.open(here)
    note()
    library.close()
    move_library(here, there, switch)
    here, there = there, folder.parent / f"moved {{number}}"
"""


def test_in_the_middle_of_a_move(tmp_path):
    folder = tmp_path / "library"
    Base.open(folder).close()
    where = tmp_path / "library.where"
    where.write_text(str(folder))
    acknowledged = set()
    for told in rounds(MOVE, 10, 0.4, folder):
        acknowledged |= set(told)
        base = opened(type(folder)(where.read_text()))
        assert acknowledged <= bodies(base.conn)
        base.close()
