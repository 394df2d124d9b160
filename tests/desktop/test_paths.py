"""Where things are: in a checkout, installed, frozen, on a stick."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from db.errors import UserError
from desktop import paths

CACHED = (paths.resources, paths.data_folder, paths.settings_file, paths.log_file)


@pytest.fixture(autouse=True)
def _asked_anew():
    for each in CACHED:
        each.cache_clear()
    yield
    for each in CACHED:
        each.cache_clear()


@pytest.fixture
def stick(tmp_path, monkeypatch):
    """A program folder that is not the checkout."""
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "clausebook"))
    return tmp_path


def test_a_checkout_carries_its_resources():
    assert (paths.resources() / "icons").is_dir()
    assert [p.suffix for p in paths.plans()] == [".json"] * len(paths.plans())
    assert paths.plans()


def test_a_frozen_program_looks_into_its_bundle(monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert paths.resources() == tmp_path / "resources"
    assert paths.plans() == ()


def test_a_missing_part_of_the_program_is_said_in_a_sentence():
    with pytest.raises(UserError, match=r"nowhere\.svg"):
        paths.resource("icons", "nowhere.svg")


def test_the_data_is_local_and_not_in_the_program(monkeypatch):
    monkeypatch.delenv("CLAUSEBOOK_SETTINGS", raising=False)
    folder = paths.data_folder()
    assert folder.is_absolute()
    assert not folder.is_relative_to(paths.program_folder())


def test_a_stick_keeps_everything_beside_the_program(stick):
    (stick / paths.PORTABLE).touch()
    written = (paths.data_folder(), paths.settings_file(), paths.log_file())
    assert all(p.is_relative_to(stick / "data") for p in written)


def test_another_folder_is_remembered_for_window_and_command_line(tmp_path, monkeypatch):
    monkeypatch.setenv("CLAUSEBOOK_SETTINGS", str(tmp_path / "choices" / "settings.json"))
    chosen = tmp_path / "my library"
    chosen.mkdir()
    paths.choose_data_folder(chosen)
    paths.data_folder.cache_clear()
    assert paths.data_folder() == chosen


def test_a_chosen_folder_that_is_gone_is_told(tmp_path, monkeypatch):
    """An empty library in another place would look as if every note were lost."""
    monkeypatch.setenv("CLAUSEBOOK_SETTINGS", str(tmp_path / "settings.json"))
    chosen = tmp_path / "stick"
    chosen.mkdir()
    paths.choose_data_folder(chosen)
    chosen.rmdir()
    with pytest.raises(UserError, match="There is no library"):
        paths.data_folder()
    chosen.mkdir()
    assert paths.data_folder() == chosen


def test_asking_where_things_are_makes_nothing(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    for ask in (paths.data_folder, paths.log_file):
        assert isinstance(ask(), Path)
    assert list(tmp_path.iterdir()) == []


def test_on_a_stick_another_folder_is_opened_for_once_only(stick, tmp_path):
    (stick / paths.PORTABLE).touch()
    paths.choose_data_folder(tmp_path / "elsewhere")
    assert paths.data_folder() == stick / "data"
    assert not (stick / "data").exists()


WINDOW = """
from pathlib import Path
from PySide6.QtTest import QTest
from desktop import app, paths
from desktop.settings import Settings
from desktop.ui.house import Program
qt = app.make_application()
library, instance = app.open_library(paths.data_folder())
settings = Settings()
program = Program(library, settings, instance)
program.house.backups._first.setInterval(0)
library.add_note(None, body="from the window")
QTest.qWait(1500)
settings.put("theme", "dark")
settings.save()
program.close()
library.close()
"""


def test_a_portable_program_writes_nothing_but_beside_itself(tmp_path):
    """The whole program, copied with the marker file: command, window, backup, settings, log."""
    root, program, home = Path(__file__).parents[2], tmp_path / "stick", tmp_path / "home"
    home.mkdir()
    for room in ("db", "desktop", "resources"):
        shutil.copytree(root / room, program / room, ignore=shutil.ignore_patterns("__pycache__"))
    (program / paths.PORTABLE).touch()
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("XDG_", "CLAUSEBOOK"))}
    environment |= {"HOME": str(home), "PYTHONDONTWRITEBYTECODE": "1", "PYTHONPATH": str(program)}
    for name in ("APPDATA", "LOCALAPPDATA", "USERPROFILE"):
        environment[name] = str(home)
    add = ["-m", "desktop", "note", "add", "--at", "I.1", "--body", "from the console"]
    for words in (add, ["-m", "desktop", "backup", "now"], ["-c", WINDOW]):
        done = subprocess.run(
            [sys.executable, *words], cwd=program, env=environment, capture_output=True, text=True
        )
        assert done.returncode == 0, done.stderr
    assert {p.name for p in (program / "data").iterdir()} >= {
        *("library.sqlite3", "library.lock", "backups", "settings.json"),
    }
    written = {p.name for p in program.iterdir()}
    assert written == {"db", "desktop", "resources", "data", paths.PORTABLE}
    ours = [p for p in home.rglob("*") if p.is_file() and "lausebook" in str(p.relative_to(home))]
    assert ours == []
    move = [sys.executable, "-m", "desktop", "library", "move", str(tmp_path / "elsewhere")]
    done = subprocess.run(move, cwd=program, env=environment, capture_output=True, text=True)
    assert "stays beside the program" in done.stderr
