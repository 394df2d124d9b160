"""Does the window stutter while a folder of laws is imported, and with a thousand laws in it?

`python -m tests.benchmarks.import_smoothness FOLDER [--laws N] [--runs N] [--json FILE]`. FOLDER
holds laws and plans as text or Markdown; from them N different laws are made. The whole window
imports their folder while somebody types in the search field and saves a note every 0.7 s. A pause
is the time for which the window's thread answered nothing. The same is measured in the same run
with the same hands at work and no import, before and after it: what the machine and the window do
anyway. Then the program is started with one document and with all of them, in turn.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from itertools import cycle
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

from tests.benchmarks.startup import OURS, ROOT, prepare

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

TICK_MS, KEY_MS, NOTE_MS = 2, 120, 700
LONG_MS = 50
IDLE_SECONDS = 15
LARGEST = 400_000
QUERIES = ("water", "数据 管理", '"第三条"', "technology cooperation", "penalt", "农产品")
MEMORY = """
import resource
print("kilobytes", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""
LATIN = ("amber", "basalt", "cobalt", "dahlia", "ember", "fjord", "garnet", "harbor", "iris")
HAN = ("琥珀", "玄武", "青金", "石榴", "杜鹃", "丹霞", "翡翠", "白露", "霜降")
HEADS = ("", "s", ">50 ms", "longest", "p99", "note: longest", "median")
WIDE = (20, 6, 7, 8, 6, 14, 7)


def texts_of(folder: Path) -> list[tuple[str, str]]:
    """Return ending and text of the files of a folder that can be read as they are."""
    found = []
    for file in sorted(folder.rglob("*")):
        if file.suffix in (".md", ".txt") and "hostile" not in file.parts:
            content = file.read_bytes()
            if 2_000 < len(content) < LARGEST:
                text = content.decode("utf-8", "replace")
                if "\ufffd" not in text:
                    found.append((file.suffix, text))
    return found


def varied(text: str, number: int) -> str:
    """Return a law like no other: its number and title another, a word put into every long line."""
    words = HAN if re.search("[\u4e00-\u9fff]{20}", text) else LATIN
    text = re.sub(r"(〔\d{4}〕)\d+号", rf"\g<1>{number}号", text)
    text = re.sub(r"\b(M-\d\d)-\d\d\b", rf"\g<1>-{number}", text)
    lines = text.splitlines()
    first = lines.index("---", 1) + 1 if lines[0] == "---" else 0
    heads = [i for i, line in enumerate(lines) if line.strip() and i >= first][:8]
    for at in heads:
        lines[at] = f"{lines[at].rstrip()} {number}"
    for place, line in enumerate(lines):
        if len(line) > 60 and place not in heads:
            word = words[(number + place) % len(words)]
            middle = line.find(" ", 40) if words is LATIN else 40
            lines[place] = f"{line[:middle]} {word}{line[middle:]}" if middle > 0 else line
    return "\n".join(lines) + "\n"


def make_laws(source: Path, target: Path, count: int) -> int:
    """Write `count` different laws and return their bytes."""
    texts = texts_of(source)
    if not texts:
        raise SystemExit(f"no texts in {source}")
    target.mkdir()
    for number, (ending, text) in zip(range(1, count + 1), cycle(texts), strict=False):
        (target / f"law-{number:04}{ending}").write_text(varied(text, number), "utf-8")
    return sum(f.stat().st_size for f in target.iterdir())


@dataclass
class Pauses:
    """How long the window's thread answered nothing, in milliseconds."""

    name: str
    all: list[float] = field(default_factory=list)
    notes: list[float] = field(default_factory=list)
    seconds: float = 0.0
    at: list[tuple[float, float]] = field(default_factory=list)

    def facts(self) -> dict[str, Any]:
        """Return what is printed."""
        pauses, notes = sorted(self.all), sorted(self.notes)
        return {
            "name": self.name,
            "seconds": round(self.seconds, 1),
            "over_50_ms": sum(p > LONG_MS for p in pauses),
            "longest_ms": round(pauses[-1], 1),
            "p99_ms": round(pauses[int(len(pauses) * 0.99)], 1),
            "notes": len(notes),
            "longest_note_ms": round(notes[-1], 1) if notes else 0.0,
            "median_note_ms": round(notes[len(notes) // 2], 1) if notes else 0.0,
            "long_pauses": [(round(at, 1), round(p)) for at, p in self.at],
        }


class Hands:
    """Somebody at work in the window, and the clock that watches it."""

    def __init__(self, house: Any) -> None:
        from PySide6.QtCore import Qt, QTimer

        self._house, self._library = house, house.library
        self._edition = self._library.documents()[0].edition
        self._clauses = cycle([n for n in self._library.nodes(self._edition) if n.is_clause])
        self._keys = self._typed()
        self.pauses = Pauses("")
        self._seen = 0.0
        self._timers = []
        for interval, deed in ((TICK_MS, self._tick), (KEY_MS, self._key), (NOTE_MS, self._note)):
            timer = QTimer(interval=interval, timerType=Qt.TimerType.PreciseTimer)
            timer.timeout.connect(deed)
            self._timers.append(timer)

    def work(self, name: str, until: Callable[[], bool]) -> Pauses:
        """Work until something has come about and return the pauses that were felt."""
        from PySide6.QtCore import QCoreApplication, QEventLoop

        self.pauses = Pauses(name)
        begun = self._seen = time.perf_counter()
        self._begun = begun
        for timer in self._timers:
            timer.start()
        while not until():
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        for timer in self._timers:
            timer.stop()
        self.pauses.seconds = time.perf_counter() - begun
        return self.pauses

    def _tick(self) -> None:
        now = time.perf_counter()
        pause = max((now - self._seen) * 1000 - TICK_MS, 0.0)
        self.pauses.all.append(pause)
        if pause > LONG_MS:
            self.pauses.at.append((now - self._begun, pause))
        self._seen = now

    def _typed(self) -> Iterator[str]:
        for query in cycle(QUERIES):
            yield from query
            yield ""

    def _key(self) -> None:
        from PySide6.QtTest import QTest

        field, key = self._house.window.field, next(self._keys)
        if key and ord(key) < 128:
            QTest.keyClicks(field, key)
        else:  # an input method hands over whole signs
            field.insert(key) if key else field.clear()

    def _note(self) -> None:
        anchor = self._library.anchor_on(next(self._clauses))
        begun = time.perf_counter()
        self._library.add_note(anchor, body="Seen while importing.")
        self.pauses.notes.append((time.perf_counter() - begun) * 1000)


def run(folder: Path, laws: int, scratch: Path) -> dict[str, Any]:
    """Import the laws through the window and return every figure."""
    from PySide6.QtCore import QTimer

    from desktop import paths
    from desktop.app import make_application
    from desktop.library import Library
    from desktop.settings import Settings
    from desktop.ui import theme
    from desktop.ui.house import Program
    from desktop.ui.instance import Instance
    from desktop.ui.language import speak

    size = make_laws(folder, scratch / "laws", laws)
    application = make_application()
    speak("en")
    theme.apply("light")
    library = Library.open(scratch / "full", plans=paths.plans())
    program = Program(library, Settings(scratch / "settings.json"), Instance(scratch / "full"))
    house = program.house
    house.window.resize(1366, 768)
    hands = Hands(house)

    def rest(seconds: float) -> Callable[[], bool]:
        over: list[bool] = []
        QTimer.singleShot(round(seconds * 1000), lambda: over.append(True))
        return lambda: bool(over)

    hands.work("warming up", rest(5))
    before = hands.work("no import, before", rest(IDLE_SECONDS))
    house.importing.take([scratch / "laws"])
    during = hands.work("import", lambda: not house.importing.is_busy)
    after = hands.work("no import, after", rest(IDLE_SECONDS))
    documents = len(library.documents()) - 1
    told = house.window.import_page.report.title.text()
    program.close()
    library.close()
    application.processEvents()
    return {
        "laws": laws,
        "bytes": size,
        "documents": documents,
        "report": told,
        "documents_per_second": round(documents / during.seconds, 1),
        "measured": [p.facts() for p in (before, during, after)],
    }


# a thousand documents open as lightly as one


def start(library: Path, environment: dict[str, str]) -> tuple[float, float]:
    """Start the program until its first hits are painted; return milliseconds and megabytes."""
    begun = time.time_ns()
    done = subprocess.run(
        [sys.executable, "-c", OURS + MEMORY, str(library)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=environment,
        check=False,
    )
    told = dict(line.split() for line in done.stdout.splitlines() if line.count(" ") == 1)
    if not {"ready", "kilobytes"} <= set(told):
        raise SystemExit(f"not ready:\n{done.stdout}{done.stderr}")
    return (int(told["ready"]) - begun) / 1e6, int(told["kilobytes"]) / 1024


def lightness(scratch: Path, runs: int) -> list[dict[str, Any]]:
    """Start a library of one document and the one that was filled, in turn."""
    one, environment = prepare(scratch)
    found: dict[str, list[tuple[float, float]]] = {}
    for number in range(runs + 1):
        for name, library in (("1 document", Path(one)), ("all documents", scratch / "full")):
            measured = start(library, environment)
            if number:  # the first of each warms the disk's cache
                found.setdefault(name, []).append(measured)
    return [
        {
            "name": name,
            "ready_ms": round(median(ms for ms, _ in each)),
            "megabytes": round(median(mb for _, mb in each)),
        }
        for name, each in found.items()
    ]


def tell(facts: dict[str, Any]) -> None:
    """Print the table."""
    print(
        f"{facts['documents']} of {facts['laws']} laws ({facts['bytes'] / 1e6:.1f} MB) imported,"
        f" {facts['documents_per_second']} a second. Report: {facts['report']}"
    )
    heads = zip(WIDE, HEADS, strict=True)
    print(" ".join(f"{head:>{wide}}" for wide, head in heads))
    for one in facts["measured"]:
        print(
            f"{one['name']:20} {one['seconds']:6} {one['over_50_ms']:7} {one['longest_ms']:8}"
            f" {one['p99_ms']:6} {one['longest_note_ms']:14} {one['median_note_ms']:7}"
            f"   {one['long_pauses'] or ''}"
        )
    for one in facts["starts"]:
        print(f"{one['name']:20} ready in {one['ready_ms']} ms, {one['megabytes']} MB at most")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--laws", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=5, help="starts with one and all documents")
    parser.add_argument("--json", type=Path)
    chosen = parser.parse_args()
    if sys.platform == "linux" and not os.environ.get("DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place:
        found = run(chosen.folder, chosen.laws, Path(place))
        found["starts"] = lightness(Path(place), chosen.runs)
    tell(found)
    if chosen.json:
        chosen.json.write_text(json.dumps(found, ensure_ascii=False, indent=1), "utf-8")
