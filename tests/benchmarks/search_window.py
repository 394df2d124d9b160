"""Typing into the real window: from a key press to painted rows, and how long the window pauses.

`python -m tests.benchmarks.search_window FOLDER [--clauses N] [--queries N] [--seed N]
[--library FOLDER] [--json FILE]`

FOLDER holds `clauses-100k.jsonl.xz` and `queries-100k.json`. Each region of the clauses becomes a
document, each law a chapter. The window is painted offscreen; words are typed with real key presses,
Chinese ones through an input method, 110 ms apart (a fast typist), with a rest after each query in
which the ranked hits, the counts, the best hit's page and its marks arrive. A paint counts for a
key when it shows what was found for the text up to that key. A pause is how much later than it
should a 2 ms timer of the window's thread ticks; the same is measured idle, before and after.
Milliseconds. `--library` keeps the library for the next run.
"""

from __future__ import annotations

import argparse
import json
import lzma
import os
import random
import statistics
import sys
import tempfile
import time
from itertools import groupby
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView

from db import documents
from db.model import DocumentFacts, Node, NodeUid, ParsedEdition, Zone
from desktop import paths
from desktop.app import make_application
from desktop.library import Library
from desktop.settings import Settings
from desktop.ui import theme
from desktop.ui.house import House
from desktop.ui.language import speak
from desktop.ui.views.card_list import CardList

NOW = "2026-01-01T00:00:00.000Z"
TICK = 2
BETWEEN_KEYS = 110
REST = 700
TARGET = 16
CLASSES = ("term_rare", "term_mid", "term_common", "and2", "phrase", "typing2", "zh2", "zh4",
           "zh_two", "prefix5", "nohit")  # fmt: skip


# the library


def edition_of(region, clauses):
    """Return one document: its laws as chapters, their sentences as clauses."""
    text, nodes = "", []

    def add(kind, path, words, depth, parent):
        nonlocal text
        start, end = len(text), len(text) + len(words)
        text += words + "\n"
        about = (kind, path, path.rpartition(".")[2], start, end, words, depth, parent)
        nodes.append(Node(NodeUid(""), *about, zone="body", region=region))

    for number, (title, of_law) in enumerate(groupby(clauses, key=lambda c: c["title"]), 1):
        add("chapter", str(number), title or "—", 0, "")
        for at, clause in enumerate(of_law, 1):
            add("clause", f"{number}.{at}", clause["body"], 1, str(number))
    facts = DocumentFacts(region, name=region)
    return ParsedEdition(facts, text, tuple(nodes), (Zone("body", 0, len(text)),))


def make_library(folder, corpus, many):
    """Open the library in `folder`, filled with the clauses when it is new."""
    if folder.exists():
        return Library.open(folder)
    with lzma.open(corpus / "clauses-100k.jsonl.xz", "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    rows = rows[:: max(1, len(rows) // many)][:many]
    rows.sort(key=lambda c: c["region"] or "—")
    library = Library.open(folder, plans=paths.plans())
    with library._base.write() as conn:
        for region, clauses in groupby(rows, key=lambda c: c["region"] or "—"):
            parsed = edition_of(region, list(clauses))
            documents.add_edition(conn, parsed, label="1", now=NOW)
    return library


def queries_of(corpus, many, seed):
    """Return so many texts to type, from every class in turn."""
    classes = json.loads((corpus / "queries-100k.json").read_text("utf-8"))
    dice = random.Random(seed)
    chosen = []
    for turn in range(many):
        query = dice.choice(classes[CLASSES[turn % len(CLASSES)]])
        words = query.get("w") or query["s"]
        typed = " ".join(words) if isinstance(words, list) else words
        chosen.append(f'"{typed}"' if query["t"] == "phrase" else typed)
    return chosen


# what is measured


class Paints(QObject):
    """Remembers when the rows of the results were painted, and what the results showed then."""

    def __init__(self):
        super().__init__()
        self.pressed = []
        self.taken = []
        self.missed = 0
        self.shown = ""

    def watch(self, house):
        """Listen to the answers and to the painting of their list."""
        shown = house.window.results.show_hits

        def show_hits(*args, **more):
            self.shown = house.searching._shown_query
            shown(*args, **more)
            if not house.window.results.hits and self.is_answered():
                self.pressed.clear()  # no rows, nothing to paint

        house.window.results.show_hits = show_hits
        self.viewport = house.window.results._list.viewport()

    def press(self, text, begun):
        """Note that a key was pressed which makes this text."""
        self.missed += len(self.pressed)
        self.pressed = [(text, begun)]

    def is_answered(self):
        """Tell whether the results show what was found for the last key."""
        return bool(self.pressed) and self.pressed[0][0] == self.shown

    def painted(self):
        """Note that rows were painted just now."""
        if self.is_answered():
            text, begun = self.pressed.pop()
            self.taken.append(((time.perf_counter() - begun) * 1000, text))


class Pauses:
    """Ticks in the window's thread and notes how late each tick is."""

    def __init__(self):
        self.late = []
        self._last = 0.0
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(TICK)
        self._timer.timeout.connect(self._tick)

    def _tick(self):
        now = time.perf_counter()
        self.late.append(max(0.0, (now - self._last) * 1000 - TICK))
        self._last = now

    def start(self):
        self._last = time.perf_counter()
        self._timer.start()

    def stop(self):
        self._timer.stop()


def wait(milliseconds):
    """Let the window live."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def press(field, sign):
    """Press one key; what no key has comes from an input method."""
    if sign.isascii():
        QTest.keyClick(field, sign)
    else:
        event = QInputMethodEvent()
        event.setCommitString(sign)
        QApplication.sendEvent(field, event)


def type_query(house, paints, text):
    """Type a text over the one before, letter by letter, then rest."""
    field = house.window.field
    field.selectAll()
    for at, sign in enumerate(text, 1):
        paints.press(text[:at], time.perf_counter())
        press(field, sign)
        wait(BETWEEN_KEYS)
    wait(REST)


def idle(milliseconds):
    """Return the pauses of a window in which nothing happens."""
    pauses = Pauses()
    pauses.start()
    wait(milliseconds)
    pauses.stop()
    return pauses.late


# the figures


def share(values, part):
    """Return the value below which a part of them lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * part))] if ordered else 0.0


def figures_of(values):
    """Return what is told of a list of milliseconds."""
    return {
        "n": len(values),
        "p50": round(statistics.median(values), 2) if values else 0.0,
        "p95": round(share(values, 0.95), 2),
        "p99": round(share(values, 0.99), 2),
        "max": round(max(values, default=0.0), 2),
    }


def watch_paints(paints):
    """Let every painting of a list of cards be told once it is done."""

    def paint(self, event):
        QListView.paintEvent(self, event)
        if self.viewport() is paints.viewport:
            paints.painted()

    CardList.paintEvent = paint


def run(library, texts):
    """Type the texts into a window on the library and return the figures."""
    paints = Paints()
    watch_paints(paints)
    with tempfile.TemporaryDirectory() as scratch:
        house = House(library, Settings(Path(scratch) / "settings.json"))
        house.window.resize(1366, 768)
        house.window.show()
        house.searching.warm()
        house.searching.warm_rest()
        paints.watch(house)
        house.window.field.setFocus()
        wait(1500)
        for text in ("warm", "青海"):
            type_query(house, paints, text)
        paints.taken.clear()
        paints.missed = 0
        quiet = idle(2000)
        pauses = Pauses()
        pauses.start()
        for text in texts:
            type_query(house, paints, text)
        pauses.stop()
        quiet += idle(2000)
        house.close()
    keys = {**figures_of([taken for taken, _ in paints.taken]),
            "missed": paints.missed + len(paints.pressed),
            "slowest": sorted(paints.taken, reverse=True)[:5]}  # fmt: skip
    return {"key to rows": keys, "pauses typing": figures_of(pauses.late),
            "pauses idle": figures_of(quiet)}  # fmt: skip


def tell(figures):
    """Print the table."""
    print(f"{'':16}{'n':>8}{'p50':>9}{'p95':>9}{'p99':>9}{'max':>9}")
    for name in ("key to rows", "pauses typing", "pauses idle"):
        row = figures[name]
        cells = "".join(f"{row[k]:9.2f}" for k in ("p50", "p95", "p99", "max"))
        print(f"{name:16}{row['n']:8}{cells}")
    keys, typing = figures["key to rows"], figures["pauses typing"]
    print(f"keys whose rows were not painted before the next key: {keys['missed']}")
    print("slowest:", ", ".join(f"{taken:.0f} “{text}”" for taken, text in keys["slowest"]))
    print(f"key to rows p95 {keys['p95']} (target {TARGET}), "
          f"pauses p99 {typing['p99']} (target {TARGET})")  # fmt: skip


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--clauses", type=int, default=100_000)
    parser.add_argument("--queries", type=int, default=44)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--library", type=Path)
    parser.add_argument("--json", type=Path)
    asked = parser.parse_args()
    make_application()
    speak("en")
    theme.apply("light")
    with tempfile.TemporaryDirectory() as scratch:
        library = make_library(
            asked.library or Path(scratch) / "library", asked.folder, asked.clauses
        )
        figures = run(library, queries_of(asked.folder, asked.queries, asked.seed))
        figures["clauses"], figures["documents"] = asked.clauses, len(library.documents())
        library.close()
    tell(figures)
    if asked.json:
        asked.json.write_text(json.dumps(figures, indent=1), "utf-8")


if __name__ == "__main__":
    sys.exit(main())
