"""What the reading desk costs where it is fullest: long pages, many notes, many hits.

`python -m tests.benchmarks.reading_desk [--runs N]`. Every deed is done in turn in one run, painted
into a picture without a screen, and told with its median and its worst in milliseconds, beside a
bare QTextBrowser that lays out and paints the same 2,000 clauses.
"""

from __future__ import annotations

import argparse
import os
import statistics
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

CLAUSES = 2000


def deeds() -> dict[str, Callable[[], object]]:
    """Return what is measured by its name; each can be done again and again."""
    from PySide6.QtGui import QFont
    from PySide6.QtWidgets import QTextBrowser

    from db.model import Hit, Note, NoteUid
    from desktop.ui.views.notes_pane import NotesPane
    from desktop.ui.views.reader import ReaderView
    from desktop.ui.views.results import ResultsPane
    from desktop.ui.views.text_lines import Lines
    from tests.ui.views.reader_pages import long_page, note_on, qinghai

    sheet = long_page(CLAUSES)
    long, short = sheet.unit, qinghai().unit
    marked = [note_on(n.start + 5, n.end - 5, uid=n.uid, body="x") for n in sheet.nodes[4:2004:4]]
    notes = [Note(NoteUid(f"n{i}"), body="Which office answers?", color="red") for i in range(1000)]
    words = "We will deepen cooperation in the salt lake industry " * 3
    hits = [
        Hit(1.0, "clause", str(i), f"I.{i}", "Plan", "2022", None, words, "text", ((31, 40),))
        for i in range(200)
    ]
    bare, reader, pane, results = QTextBrowser(), ReaderView(), NotesPane(), ResultsPane()
    for widget, size in (
        (bare, (734, 690)),
        (reader, (734, 690)),
        (pane, (330, 660)),
        (results, (300, 660)),
    ):
        widget.resize(*size)
        widget.show()
    viewport = reader.focus_target().viewport()

    def plain() -> None:
        bare.setPlainText(long.source)
        bare.document().documentLayout().documentSize()
        bare.viewport().grab()

    def page() -> None:
        reader.show_unit(short, [])
        reader.show_unit(long, [])
        viewport.grab()

    def mark() -> None:
        reader.set_notes([])
        reader.set_notes(marked)
        viewport.grab()

    def ends() -> None:
        for node in (sheet.nodes[-1], sheet.nodes[0]):
            reader.go_to(node.start)
            viewport.grab()

    def cards() -> None:
        pane.show_notes(notes, "the whole plan")
        pane.grab()

    def found() -> None:
        results.show_hits(hits, ranked=True)
        results.grab()

    return {
        "bare text browser, the same clauses": plain,
        f"page of {CLAUSES} clauses shown": page,
        f"{len(marked)} notes marked on it": mark,
        "its end and its beginning reached": ends,
        f"{len(notes)} notes beside it": cards,
        f"{len(hits)} hits shown": found,
        "note of 1.2 million signs cut to a card": lambda: Lines(
            "很长的笔记，" * 200_000, QFont(), 260, most=8
        ),
    }


def run(runs: int) -> None:
    """Do every deed in turn and print the table."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from desktop.app import make_application
    from desktop.ui import theme

    application = make_application()
    theme.apply("light")
    spent: dict[str, list[float]] = {}
    done = deeds()
    for number in range(runs + 1):
        for name, deed in done.items():
            begun = time.perf_counter()
            deed()
            if number:  # the first round loads fonts and modules
                spent.setdefault(name, []).append((time.perf_counter() - begun) * 1000)
            application.processEvents()
    print(f"{'deed':42}{'median ms':>10}{'worst ms':>10}{'x bare':>8}")
    bare = statistics.median(next(iter(spent.values())))
    for name, times in spent.items():
        middle = statistics.median(times)
        print(f"{name:42}{middle:10.1f}{max(times):10.1f}{middle / bare:8.2f}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=9)
    run(parser.parse_args().runs)
