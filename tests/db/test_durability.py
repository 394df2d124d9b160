"""An acknowledged note is there after SIGKILL, with a second program coming and going beside it."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from db.connection import FILE, LOCK, VERSION, Base
from db.notes import load_notes
from tests.conftest import ROOT

KILLS = int(os.environ.get("CLAUSEBOOK_KILLS", "12"))
"""The suite's share; `CLAUSEBOOK_KILLS=200 pytest tests/db/test_durability.py` is the long proof."""

WRITER = """
import sys
from pathlib import Path
from desktop.library import Library
library = Library.open(Path(sys.argv[1]))
number = int(sys.argv[2])
while True:
    library.add_note(None, body=str(number))
    print(number, flush=True)
    number += 1
"""
NEIGHBOR = """
import sys
from pathlib import Path
from desktop.library import Library
while True:
    library = Library.open(Path(sys.argv[1]))
    library.add_note(None, body="neighbor")
    library.close()
"""


def start(program: str, *words: object) -> subprocess.Popen:
    command = [sys.executable, "-c", program, *map(str, words)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def kill(process: subprocess.Popen) -> list[int]:
    """Kill without warning and return the whole lines that it had printed."""
    process.send_signal(signal.SIGKILL)
    told, _ = process.communicate()
    return [int(line) for line in told.split("\n")[:-1]]


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL")
def test_every_acknowledged_note_survives_kills_beside_another_program(tmp_path):
    dice = random.Random(20221124)
    Base.open(tmp_path).close()
    acknowledged: set[int] = set()
    neighbor = start(NEIGHBOR, tmp_path)
    try:
        for round_ in range(KILLS):
            writer = start(WRITER, tmp_path, round_ * 1_000_000)
            assert writer.stdout is not None
            first = writer.stdout.readline()  # it is up and has saved at least one
            time.sleep(dice.uniform(0, 0.25))
            if round_ % 3 == 2:
                neighbor.kill()
                neighbor.communicate()
                neighbor = start(NEIGHBOR, tmp_path)
            acknowledged |= {int(first), *kill(writer)}
    finally:
        neighbor.kill()
        neighbor.communicate()
    base = Base.open(tmp_path)
    found = {int(n.body) for n in load_notes(base.conn) if n.body != "neighbor"}
    intact = base.conn.execute("PRAGMA integrity_check").fetchone()[0]
    base.close()
    assert len(acknowledged) >= KILLS
    assert acknowledged - found == set()
    assert intact == "ok"


MAKER = """
import sys
from pathlib import Path
from db import migrations
from db.connection import Base
for number in range(1000):
    print(number, flush=True)
    Base.open(Path(sys.argv[1]) / str(number)).close()
"""


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL")
def test_a_library_killed_while_it_is_made_is_made_next_time(tmp_path):
    dice = random.Random(3)
    unmade = 0
    for round_ in range(KILLS):
        maker = start(MAKER, tmp_path / str(round_))
        assert maker.stdout is not None
        maker.stdout.readline()
        time.sleep(dice.uniform(0, 0.1))
        number = max([0, *kill(maker)])
        folder = tmp_path / str(round_) / str(number)
        unmade += not (folder / LOCK).exists() or (folder / LOCK).stat().st_size == 0
        base = Base.open(folder)
        assert base.schema_version() == VERSION
        assert base.conn.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        base.close()
    assert unmade > KILLS // 3  # most kills fell into the making


def test_nothing_but_sqlite_opens_the_file_of_an_open_library(tmp_path):
    """`open()` on it, once closed, would drop SQLite's locks for the whole process."""
    program = f"""
import sys
from pathlib import Path
from desktop import paths
from desktop.library import Library
opened = []
def watch(event, args):
    if event == "open" and str(args[0]).endswith("{FILE}"):
        opened.append(args[0])
folder = Path({str(tmp_path)!r})
library = Library.open(folder, plans=paths.plans())
sys.addaudithook(watch)
again = Library.open(folder, plans=paths.plans())
searcher = library.searcher()()
node = library.place("I.1").node
note = library.add_note(library.anchor_on(node), body="x")
library.search("science"); searcher.first("sci"); library.facts(); library.unit(library.edition(""), "I")
memo = library.new_memo("M"); library.add_notes_to_memo(memo.uid, [note.uid])
library.export_memo(memo.uid, folder / "m.docx"); library.undo(); library.refresh()
searcher.close(); again.close(); library.close()
print(opened)
"""
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True)
    assert done.stdout.strip() == "[]", done.stderr


def test_the_watch_would_see_an_open(tmp_path):
    seen = []

    def watch(event, args):
        if event == "open" and seen is not None and str(args[0]).endswith("watched"):
            seen.append(args[0])

    sys.addaudithook(watch)
    Path(tmp_path / "watched").touch()
    with (tmp_path / "watched").open():
        pass
    assert seen
