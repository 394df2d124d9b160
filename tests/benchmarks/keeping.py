"""How long a note waits to be saved while a large library is backed up, beside the same without.

`python -m tests.benchmarks.keeping [--megabytes 300] [--json FILE]`. Notes are saved as the window
saves them, one every 20 ms; a backup runs in a thread, as behind the window. The two ways take
turns, three times, so that whatever else the machine does meets both.
"""

from __future__ import annotations

import argparse
import json
import os
import tempfile
import threading
import time
from dataclasses import replace
from pathlib import Path
from statistics import median

from db import documents
from db.backup import load_backups, make
from db.connection import FILE, Base
from db.replacing import restore
from desktop.library import Library
from tests.db.conftest import Builder

TURNS = 3
REST = 0.02


def fill(folder: Path, megabytes: int) -> None:
    """Make a library of that size: texts with clauses, and original files."""
    base = Base.open(folder)
    number = 0
    while (folder / FILE).stat().st_size < megabytes * 1_000_000:
        built = Builder(f"Law {number}")
        for at in range(1, 400):
            built.add("clause", f"0.{at}", f"Clause {at} of law {number} speaks of lakes and salt.")
        parsed = replace(built.build(), original=os.urandom(4_000_000))
        with base.write() as conn:
            documents.add_edition(conn, parsed, label="1", now="2026-01-01")
        base.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        number += 1
    base.close()


def save_notes(library: Library, until: threading.Event, least: float) -> list[float]:
    """Save notes until told to stop, and return how long each took in milliseconds."""
    took, begun = [], time.perf_counter()
    while not until.is_set() or time.perf_counter() - begun < least:
        at = time.perf_counter()
        library.add_note(None, body="A note of a usual length, about the salt lakes of Qinghai.")
        took.append(1000 * (time.perf_counter() - at))
        time.sleep(REST)
    return took


def facts(took: list[float]) -> dict[str, float]:
    """Return count, median, 95th percentile and the longest."""
    ordered = sorted(took)
    return {
        "notes": len(took),
        "p50": round(median(ordered), 2),
        "p95": round(ordered[int(0.95 * (len(ordered) - 1))], 2),
        "longest": round(ordered[-1], 2),
    }


def measure(folder: Path) -> dict[str, object]:
    """Save notes with and without a backup running beside, in turns."""
    library = Library.open(folder)
    beside: list[float] = []
    alone: list[float] = []
    seconds: list[float] = []
    for _ in range(TURNS):
        done = threading.Event()

        def back_up(done: threading.Event = done) -> None:
            begun = time.perf_counter()
            make(folder, "hand")
            seconds.append(time.perf_counter() - begun)
            done.set()

        threading.Thread(target=back_up).start()
        beside += save_notes(library, done, 0)
        over = threading.Event()
        over.set()
        alone += save_notes(library, over, seconds[-1])
    library.close()
    begun = time.perf_counter()
    restore(folder, load_backups(folder)[0].file)
    return {
        "megabytes": round((folder / FILE).stat().st_size / 1e6),
        "backup_seconds": [round(s, 2) for s in seconds],
        "restore_seconds": round(time.perf_counter() - begun, 2),
        "beside_a_backup": facts(beside),
        "alone": facts(alone),
    }


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--megabytes", type=int, default=300)
    parser.add_argument("--json", type=Path)
    parser.add_argument("--folder", type=Path, help="where the library is made, on a real disk")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=args.folder) as scratch:
        fill(Path(scratch), args.megabytes)
        found = measure(Path(scratch))
    for name, value in found.items():
        print(f"{name:<16} {value}")
    if args.json:
        args.json.write_text(json.dumps(found, indent=1), "utf-8")


if __name__ == "__main__":
    main()
