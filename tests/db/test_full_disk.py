"""A full disk keeps what was acknowledged, says so, and the program goes on when there is room."""

import os
import shutil
import subprocess
import sys
from contextlib import suppress

import pytest

from db.backup import find_trouble, load_backups, make
from db.connection import Base
from db.errors import UserError
from db.notes import load_notes
from db.replacing import copy_library, restore
from db.salvage import rescue
from tests.conftest import ROOT
from tests.db.conftest import code_of, save

LIMITED = """
import os, resource, sys
from pathlib import Path
from db.notes import load_notes
from tests.db.conftest import *
base = Base.open(Path(sys.argv[1]))
for number in range(50, 60):
    save(base, str(number))
used = (base.folder / "library.sqlite3-wal").stat().st_size
resource.setrlimit(resource.RLIMIT_FSIZE, (used + 300_000, used + 300_000))
try:
    save(base, "too big", "w" * 1_000_000)
except UserError as error:
    print(error.code)
save(base, "small")
print(len(load_notes(base.conn)))
os._exit(0)
"""


@pytest.mark.skipif(os.name == "nt", reason="RLIMIT_FSIZE")
def test_a_file_that_cannot_grow_keeps_what_was_saved(closed):
    command = [sys.executable, "-c", LIMITED, str(closed)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.stdout.split() == ["disk-error", "61"], done.stderr
    base = Base.open(closed)
    assert len(load_notes(base.conn)) == 61
    assert base.conn.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    base.close()


@pytest.fixture
def small_disk(tmp_path):
    """A file system of 3 MB, where the machine allows to make one."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(disk)]
    if shutil.which("mount") is None or subprocess.run(mount, capture_output=True).returncode:
        pytest.skip("no leave to make a small file system")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def fill(base, body):
    """Save notes until the disk is full; return how many were acknowledged and the code."""
    for number in range(10_000):
        try:
            save(base, f"{len(body)}-{number}", body)
        except UserError as error:
            return number, error.code
    raise AssertionError("the disk never filled")


def test_a_really_full_disk_loses_nothing_and_goes_on_when_there_is_room(small_disk):
    ballast = small_disk / "ballast"
    ballast.write_bytes(b"x" * 400_000)
    base = Base.open(small_disk / "library")
    saved = 0
    for body in ("w" * 50_000, "w" * 3_000, "w"):
        count, code = fill(base, body)
        saved += count
        assert code == "disk-full"
    assert len(load_notes(base.conn)) == saved > 5
    ballast.unlink()
    save(base, "after")
    base.close()
    base = Base.open(small_disk / "library")
    assert len(load_notes(base.conn)) == saved + 1
    assert base.conn.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    base.close()


def test_no_room_for_a_new_library_is_told(small_disk):
    (small_disk / "ballast").write_bytes(b"x" * 3_120_000)
    assert code_of(Base.open, small_disk / "library") == "disk-full"
    (small_disk / "ballast").unlink()
    Base.open(small_disk / "library").close()


def _stuff(ballast):
    """Fill the disk to its last page."""
    with ballast.open("wb", buffering=0) as file, suppress(OSError):
        while file.write(b"x" * 4096):
            pass


def test_a_full_disk_costs_no_backup_and_no_note(small_disk):
    """Backup, restore, rescue and copy each say that there is no room, and change nothing."""
    folder = small_disk / "library"
    base = Base.open(folder)
    for number in range(20):
        save(base, str(number), "words " * 200)
    kept = make(folder, "hand")
    save(base, "later", "more")
    ballast = small_disk / "ballast"
    _stuff(ballast)
    assert code_of(make, folder, "hour") in ("backup-full", "backup-failed")
    assert code_of(save, base, "big", "w" * 600_000) == "disk-full"
    assert code_of(copy_library, folder, small_disk / "copy") == "copy-failed"
    base.close()
    assert code_of(restore, folder, kept.file) in ("backup-full", "backup-failed")
    assert code_of(rescue, folder) in ("backup-full", "backup-failed", "disk-full")
    ballast.unlink()
    base = Base.open(folder)
    assert {n.uid for n in load_notes(base.conn)} == {*map(str, range(20)), "later"}
    assert find_trouble(base.conn) == ""
    assert load_backups(folder) == (kept,)
    assert make(folder, "hour").notes == 21
    base.close()
    restore(folder, kept.file)
