"""One window per library: the second start calls the first one forward."""

import subprocess
import sys

import pytest
from PySide6.QtGui import QFileOpenEvent

from desktop.ui.instance import Finder, Instance, _paths

SECOND = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from desktop.ui import instance
app = QCoreApplication([])
instance.PATIENCE = float(sys.argv[2])
second = instance.Instance(Path(sys.argv[1]))
print(second.claim(), second.call_first([Path(word) for word in sys.argv[3:]]))
"""
DYING = """
import os, sys
from pathlib import Path
from desktop.ui.instance import Instance
claim = Instance(Path(sys.argv[1]))
assert claim.claim()
os._exit(9)
"""


@pytest.fixture
def first(qapp, tmp_path):
    first = Instance(tmp_path)
    assert first.claim()
    yield first
    first.release()


def start_second(folder, patience="4", *files):
    words = [str(folder), patience, *map(str, files)]
    return subprocess.Popen(
        [sys.executable, "-c", SECOND, *words], stdout=subprocess.PIPE, text=True
    )


def test_a_second_start_calls_the_first_forward(first, tmp_path, qtbot):
    first.listen()
    with qtbot.waitSignal(first.called_forward, timeout=15000):
        second = start_second(tmp_path)
    qtbot.waitUntil(lambda: second.poll() is not None, timeout=15000)
    assert second.communicate()[0].split() == ["False", "True"]


def test_files_of_a_second_start_are_handed_to_the_first(first, tmp_path, qtbot):
    first.listen()
    file = tmp_path / "法律 & plan.docx"
    with qtbot.waitSignal(first.files_handed, timeout=15000) as handed:
        second = start_second(tmp_path, "4", file)
    assert handed.args == [[file]]
    qtbot.waitUntil(lambda: second.poll() is not None, timeout=15000)
    assert second.communicate()[0].split() == ["False", "True"]


@pytest.mark.parametrize("told", ["", "[", "7", "[1]", "{}"])
def test_what_is_no_list_of_files_hands_over_nothing(told):
    assert _paths(told) == []


def test_a_second_start_waits_until_the_first_listens(first, tmp_path, qtbot):
    second = start_second(tmp_path)
    qtbot.wait(600)
    with qtbot.waitSignal(first.called_forward, timeout=15000):
        first.listen()
    qtbot.waitUntil(lambda: second.poll() is not None, timeout=15000)
    assert second.communicate()[0].split() == ["False", "True"]


def test_a_first_start_that_does_not_answer_is_not_waited_for_long(first, tmp_path, qtbot):
    second = start_second(tmp_path, "0.3")
    qtbot.waitUntil(lambda: second.poll() is not None, timeout=15000)
    assert second.communicate()[0].split() == ["False", "False"]


def test_without_kerberos_in_the_system_there_is_a_second_window(first, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "PySide6.QtNetwork", None)
    first.listen()
    second = Instance(tmp_path)
    assert not second.claim()
    assert not second.call_first()


def test_files_from_the_finder_are_handed_over(qapp, qtbot, tmp_path):
    finder = Finder()
    qapp.installEventFilter(finder)
    file = tmp_path / "法律.pdf"
    with qtbot.waitSignal(finder.files_handed) as handed:
        qapp.sendEvent(qapp, QFileOpenEvent(str(file)))
    qapp.removeEventFilter(finder)
    assert handed.args == [[file]]


def test_a_lock_does_not_outlive_a_crash(qapp, tmp_path):
    died = subprocess.run([sys.executable, "-c", DYING, str(tmp_path)], check=False)
    assert died.returncode == 9
    assert (tmp_path / "window.lock").exists()
    after = Instance(tmp_path)
    assert after.claim()
    after.release()


def test_another_library_is_another_window(first, tmp_path, qapp):
    (tmp_path / "other").mkdir()
    other = Instance(tmp_path / "other")
    assert other.claim()
    other.release()


def test_a_folder_that_is_not_there_yet_stops_nobody(qapp, tmp_path):
    assert Instance(tmp_path / "new").claim()
