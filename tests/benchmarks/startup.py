"""How long until Clausebook is ready, beside a bare PySide6 window, in turn in one run.

`python -m tests.benchmarks.startup [--runs N]`. Both start as processes of their own. The bare one
is a window with a tree and a text browser that show the lines of the shipped plan, and nothing
else; it is ready when it is painted. Clausebook is ready when a typed key has appeared in the
search field and its first hits are painted. The clock runs from before the process is made. Works
offscreen and on a display (`xvfb-run …`).
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PLAN = ROOT / "resources" / "plans" / "000_982e410499621ecc.txt"
LIMIT = 2.0

BARE = """
import sys, time
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QApplication, QMainWindow, QSplitter, QTextBrowser, QTreeWidget, QTreeWidgetItem,
)

class Text(QTextBrowser):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, done)

def done():
    print(f"ready {time.time_ns()}", flush=True)
    app.exit()

app = QApplication([])
window = QMainWindow()
panes, tree, text = QSplitter(Qt.Orientation.Horizontal), QTreeWidget(), Text()
with open(sys.argv[1], encoding="utf-8") as file:
    plan = file.read()
for line in plan.splitlines():
    QTreeWidgetItem(tree, [line])
text.setPlainText(plan)
panes.addWidget(tree)
panes.addWidget(text)
window.setCentralWidget(panes)
window.resize(1366, 768)
window.show()
app.exec()
"""

OURS = """
import sys, time
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

class Probe(QObject):
    '''Types a key as soon as the window is painted and waits for its hits to be painted.'''

    def __init__(self):
        super().__init__()
        self.typed = self.appeared = False

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and watched is text and not self.typed:
            self.typed = True
            QTimer.singleShot(0, self.type_key)
        elif event.type() == QEvent.Type.Paint and watched is field and field.text() == "l":
            self.appeared = True
        elif event.type() == QEvent.Type.Paint and watched is hits and self.appeared:
            if results.current() is not None:
                QTimer.singleShot(0, self.done)
        return False

    def type_key(self):
        told("painted")
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            key = QKeyEvent(kind, Qt.Key.Key_L, Qt.KeyboardModifier.NoModifier, "l")
            QApplication.postEvent(QApplication.focusWidget() or field, key)

    def done(self):
        told("ready")
        QApplication.exit()

def give_up():
    from desktop import paths
    log = paths.log_file()
    print("no hits:", log.read_text("utf-8") if log.exists() else "", file=sys.stderr)
    QApplication.exit()

def told(word):
    print(f"{word} {time.time_ns()}", flush=True)

def watched_exec(*_):
    global window, field, text, hits, results, probe
    window = next(w for w in QApplication.topLevelWidgets() if w.objectName() == "window")
    field, results = window.field, window.results
    text = window.reader.focus_target().viewport()
    hits = results._list.viewport()  # findChild() would make PySide build all of Qt's classes
    probe = Probe()
    QTimer.singleShot(20_000, give_up)
    for each in (field, text, hits):
        each.installEventFilter(probe)
    return run()

run = QApplication.exec
QApplication.exec = watched_exec
from desktop.__main__ import main
told("imported")
main(["--library", sys.argv[1]])
"""


def measure(program: str, *arguments: str, environment: dict[str, str]) -> dict[str, float]:
    """Start a program and return seconds until each word that it told."""
    begun = time.time_ns()
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=environment,
        check=False,
    )
    told = [line.split() for line in done.stdout.splitlines() if " " in line]
    moments = {word: (int(moment) - begun) / 1e9 for word, moment in told if moment.isdigit()}
    if "ready" not in moments:
        raise SystemExit(f"not ready:\n{done.stdout}{done.stderr}")
    return moments


def prepare(scratch: Path) -> tuple[str, dict[str, str]]:
    """Make the library beforehand and keep the user's choices out of it."""
    from desktop import paths
    from desktop.library import Library

    Library.open(scratch / "library", plans=paths.plans()).close()
    environment = dict(os.environ, CLAUSEBOOK_SETTINGS=str(scratch / "settings.json"))
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # installed programs have their bytecode
    environment["PYTHONPYCACHEPREFIX"] = str(scratch / "bytecode")
    if sys.platform == "linux" and not os.environ.get("DISPLAY"):
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    return str(scratch / "library"), environment


def run(runs: int) -> float:
    """Measure both in turn and return how many bare windows fit into one start of ours."""
    bare: list[float] = []
    ours: list[dict[str, float]] = []
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as scratch:
        library, environment = prepare(Path(scratch))
        for number in range(runs + 1):
            plain = measure(BARE, str(PLAN), environment=environment)["ready"]
            house = measure(OURS, library, environment=environment)
            if number:  # the first pair warms the disk's cache
                bare.append(plain)
                ours.append(house)
    ready = [each["ready"] for each in ours]
    painted = statistics.median(each["painted"] for each in ours)
    ratio = statistics.median(ready) / statistics.median(bare)
    print(f"bare window          {_told(bare)}")
    print(f"Clausebook ready     {_told(ready)}   (text painted at {painted * 1000:.0f} ms)")
    print(
        f"ratio                {ratio:.2f}  (limit {LIMIT}), {runs} runs, Python {sys.version[:6]}"
    )
    return ratio


def _told(seconds: list[float]) -> str:
    low, high = min(seconds) * 1000, max(seconds) * 1000
    return f"{statistics.median(seconds) * 1000:5.0f} ms  ({low:.0f}–{high:.0f})"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=7)
    sys.exit(run(parser.parse_args().runs) > LIMIT)
