"""A real window in which keys are pressed, killed without warning: what it called saved is there."""

import os
import random
import signal
import subprocess
import sys
import time

import pytest

from db.backup import find_trouble
from desktop.library import Library
from tests.conftest import ROOT

KILLS = int(os.environ.get("CLAUSEBOOK_KILLS", "2"))

WINDOW = """
import sys
from pathlib import Path
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from desktop import app
from desktop.library import Library
from desktop.settings import Settings
from desktop.ui.house import Program
from desktop.ui.instance import Instance
folder = Path(sys.argv[1])
qt = app.make_application()
program = Program(Library.open(folder), Settings(folder / "settings.json"), Instance(folder))
house = program.house
QTest.qWait(50)
house.window.activateWindow()
def press(keys):
    focused = QApplication.focusWidget()
    QTest.keyClicks(focused, keys) if isinstance(keys, str) else QTest.keyClick(focused, keys)
if sys.argv[2] == "note":
    house.reading.open(house.library.document().edition, "I.1")
    house.window.reader.setFocus()
    press("n")
    typed = lambda: house.window.notes._list.editor.body.toPlainText()
else:
    house.memoing.show_memo(house.library.new_memo(sys.argv[3]).uid)
    house.window.memo_page._list.add_text()
    box = QApplication.focusWidget()
    typed = box.toPlainText
QTest.qWait(50)
told = ""
for word in range(1000):
    for letter in f"w{word}.{sys.argv[3]} ":
        press(letter)
        QTest.qWait(15)
    for _ in range(word % 3 * 40):
        QTest.qWait(15)
        if house.window.status.saved.property("state") == "saved" and typed() != told:
            told = typed()
            print(told, flush=True)
"""


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL")
@pytest.mark.parametrize("kind", ["note", "memo"])
def test_what_the_window_called_saved_outlives_it(folder, kind):
    dice = random.Random(11)
    for round_ in range(KILLS):
        command = [sys.executable, "-c", WINDOW, str(folder), kind, str(round_)]
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL, "text": True}
        window = subprocess.Popen(command, cwd=ROOT, env=environment, **pipes)
        first = window.stdout.readline()
        time.sleep(dice.uniform(0, 2))
        window.send_signal(signal.SIGKILL)
        rest, _ = window.communicate()
        shown = [first.rstrip("\n"), *rest.split("\n")[:-1]][-1]
        assert shown
        library = Library.open(folder)
        texts = [n.body for n in library.notes()]
        texts += [b.text for m in library.memos() for b in m.blocks]
        assert any(t.startswith(shown) for t in texts), (shown, texts)
        assert find_trouble(library._base.conn) == ""
        library.close()
