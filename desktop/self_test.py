"""`--self-test`: does this program, as it lies here, do its main job? One line per step.

It works in a temporary folder and touches no library of the user. With a file name it also writes
a report as JSON, since a windowed program on Windows has no console to print on.
"""

from __future__ import annotations

import json
import os
import platform
import sqlite3
import sys
import tempfile
import time
import zipfile
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from desktop import __version__, paths
from desktop.library import Library

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

QUOTE = "potassium, magnesium, lithium"
PLACE = "II.(3).2.1"
SAMPLE_WORDS = ("zirconium", "妥善保管")
EXPORTS = {".docx": "word/document.xml"}
"""The formats that a memo is exported in, and where in the file its words lie."""


@dataclass
class Bench:
    """What the steps share: the folder, the open library, the note that was saved."""

    folder: Path
    library: Library | None = None
    note: str = ""
    versions: dict[str, str] = field(default_factory=dict)
    steps: list[dict[str, object]] = field(default_factory=list)

    @property
    def opened(self) -> Library:
        """The library; a step that comes before it was opened is a mistake here."""
        assert self.library is not None
        return self.library


def run_self_test(report: str) -> int:
    """Run every step, print a line for each and return 0 when all passed; `-` writes no report."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    begun = time.perf_counter()
    with _bench() as bench:
        results = [_passes(bench, name, step) for name, step in STEPS.items()]  # none is skipped
        passed = all(results)
        spent = round((time.perf_counter() - begun) * 1000)
    facts = {
        "version": __version__,
        "passed": passed,
        "ms": spent,
        "versions": bench.versions,
        "steps": bench.steps,
    }
    if report != "-":
        Path(report).write_text(json.dumps(facts, ensure_ascii=False, indent=1), "utf-8")
    _say("self-test passed" if passed else "self-test FAILED")
    return 0 if passed else 1


@contextmanager
def _bench() -> Iterator[Bench]:
    with tempfile.TemporaryDirectory(prefix="clausebook-", ignore_cleanup_errors=True) as folder:
        bench = Bench(Path(folder))
        try:
            yield bench
        finally:
            if bench.library is not None:
                bench.library.close()


def _passes(bench: Bench, name: str, step: Callable[[Bench], str]) -> bool:
    begun = time.perf_counter()
    try:
        words, passed = step(bench), True
    except Exception as error:
        words, passed = f"{type(error).__name__}: {error}", False
    spent = round((time.perf_counter() - begun) * 1000)
    bench.steps.append({"step": name, "passed": passed, "ms": spent, "words": words})
    _say(f"{'ok  ' if passed else 'FAIL'} {name:<8} {spent:>6} ms  {words}")
    return passed


def _say(line: str) -> None:
    if sys.stdout is not None:  # a windowed program on Windows has none
        print(line, flush=True)


def _versions(bench: Bench) -> str:
    from PySide6.QtCore import qVersion

    bench.versions = {
        "clausebook": __version__,
        "python": platform.python_version(),
        "qt": qVersion() or "",
        "sqlite": sqlite3.sqlite_version,
        "system": platform.platform(),
    }
    told = ", ".join(f"{name} {version}" for name, version in bench.versions.items())
    bench.versions |= _carried_versions()
    return told


def _carried_versions() -> dict[str, str]:
    """Return what the list of components in a frozen program says, nothing elsewhere."""
    file = paths.resources().parent / "sbom.cdx.json"
    if not file.exists():
        return {}
    parts = json.loads(file.read_text("utf-8"))["components"]
    return {part["name"]: part.get("version", "") for part in parts}


def _open(bench: Bench) -> str:
    bench.library = Library.open(bench.folder / "library", plans=paths.plans())
    document = bench.library.document()
    zones = bench.library.zones(document.edition)
    text = bench.library.text(document.edition, 0, zones[-1].end)
    _check("".join(text[z.start : z.end] for z in zones) == text, "zones give the text back")
    return f"{document.name}: {document.nodes} places"


def _search(bench: Bench) -> str:
    found = {q: bench.opened.search(q).hits for q in ("salt lake", "Qinghai", "青海")}
    for query, hits in found.items():
        _check(bool(hits), f"{query} is found")
    _check(any(h.path == "II.(3)" for h in found["Qinghai"]), "Qinghai finds region (3)")
    return ", ".join(f"{query}: {len(hits)}" for query, hits in found.items())


def _note(bench: Bench) -> str:
    library = bench.opened
    anchor = library.find_quote(library.place(PLACE).node, QUOTE)
    note = library.add_note(anchor, body="Which figures? 需要核对", tags=["minerals"])
    bench.note = note.uid
    return f"saved at {note.path}"


def _reopen(bench: Bench) -> str:
    bench.opened.close()
    bench.library = Library.open(bench.folder / "library", plans=paths.plans())
    note = bench.library.note(bench.note)
    _check(note.anchor is not None and note.anchor.quote == QUOTE, "the note came back")
    _check(
        any(h.uid == note.uid for h in bench.library.search("需要核对").hits), "the note is found"
    )
    return "the note is there and found"


def _undo(bench: Bench) -> str:
    library = bench.opened
    library.delete_notes([bench.note])
    _check(not library.notes(), "the note was deleted")
    words = library.undo()
    _check(len(library.notes()) == 1, "the note came back")
    return f"undid: {words}"


def _import(bench: Bench) -> str:
    from desktop.sample_files import LINES, write_samples

    library, told = bench.opened, []
    for file in write_samples(bench.folder / "files"):
        parsed = library.read(file)
        for line in LINES:
            words = line.split(" ", 1)[1]
            _check(words in " ".join(parsed.text.split()), f"{words!r} is read from {file.name}")
        clauses = sum(node.is_clause for node in parsed.nodes)
        _check(clauses >= len(LINES), f"{file.name} has {clauses} clauses")
        _check(not _finds(library, SAMPLE_WORDS), f"nothing of {file.name} was there before")
        library.keep(parsed)
        _check(_finds(library, SAMPLE_WORDS), f"{file.name} is found in both languages")
        library.undo()
        told.append(f"{file.suffix} {clauses}")
    return f"clauses of each: {', '.join(told)}"


def _finds(library: Library, queries: Sequence[str]) -> bool:
    return all(library.search(query).hits for query in queries)


def _export(bench: Bench) -> str:
    library = bench.opened
    memo = library.new_memo("Self-test")
    library.add_clauses_to_memo(memo.uid, [library.place(PLACE).node])
    library.add_notes_to_memo(memo.uid, [bench.note])
    told = []
    for suffix, part in EXPORTS.items():
        file = bench.folder / f"memo{suffix}"
        library.export_memo(memo.uid, file)
        content = _words_of(file, part)
        _check(QUOTE in content and "需要核对" in content, f"{file.name} has quotation and note")
        told.append(f"{file.name} {file.stat().st_size} bytes")
    return ", ".join(told)


def _words_of(file: Path, part: str) -> str:
    if not part:
        return file.read_text("utf-8")
    with zipfile.ZipFile(file) as parts:
        return parts.read(part).decode()


def _fonts(_bench: Bench) -> str:
    from desktop.app import draw_characters

    return draw_characters()


def _plugins(_bench: Bench) -> str:
    from desktop.app import load_plugins

    return load_plugins()


def _window(bench: Bench) -> str:
    from desktop.app import paint_once

    return paint_once(bench.opened)


def _check(truth: bool, words: str) -> None:
    if not truth:
        raise AssertionError(f"not true: {words}")


STEPS: dict[str, Callable[[Bench], str]] = {
    "versions": _versions,
    "open": _open,
    "search": _search,
    "note": _note,
    "reopen": _reopen,
    "undo": _undo,
    "import": _import,
    "export": _export,
    "fonts": _fonts,
    "plugins": _plugins,
    "window": _window,
}
