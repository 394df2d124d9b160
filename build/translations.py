"""The words of the window, for translators: `python build/translations.py update|compile`.

`update` collects the literals of `tr(…)` and `mark(…)` and merges them into the .ts files, keeping
every translation; `compile` makes the .qm files in out/translations. Standard library and the
lrelease that comes with PySide6.
"""

from __future__ import annotations

import argparse
import ast
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SOURCES = ROOT / "resources" / "translations"
TARGET = ROOT / "out" / "translations"
CONTEXT = "Clausebook"
CALLS = ("tr", "mark")
FORMS = {"en": 2, "zh_CN": 1}
"""How many plural forms a language has (Qt's rules)."""


@dataclass
class Word:
    """One literal and where it stands; `counted` when it has a number, %n."""

    text: str
    counted: bool
    places: list[str] = field(default_factory=list)


def collect(root: Path = ROOT) -> dict[str, Word]:
    """Return the words of the window by their English text, in the order of the files."""
    found: dict[str, Word] = {}
    for file in sorted((root / "desktop").rglob("*.py")):
        name = file.relative_to(root).as_posix()
        for text in literals(file.read_text("utf-8"), name):
            found.setdefault(text, Word(text, "%n" in text)).places.append(name)
    return found


def literals(source: str, name: str = "") -> list[str]:
    """Return the literals that are handed to `tr` and `mark`; anything else is an error."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and _called(node) in CALLS and node.args:
            first = node.args[0]
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                found.append(first.value)
            elif _called(node) == "mark":
                raise SystemExit(f"{name}:{node.lineno}: mark() needs a literal")
    return found


def _called(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else ""


def update(root: Path = ROOT) -> None:
    """Merge the words into every .ts file; what the program no longer says is dropped."""
    words = collect(root)
    for code in FORMS:
        file = root / "resources" / "translations" / f"clausebook_{code}.ts"
        kept = load(file) if file.exists() else {}
        chosen = {t: w for t, w in words.items() if w.counted or code != "en"}
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(_written(code, chosen, kept), "utf-8", newline="\n")
        open_words = [t for t in chosen if not all(kept.get(t, [""]))]
        print(f"{file.name}: {len(chosen)} words, {len(open_words)} without a translation")


def load(file: Path) -> dict[str, list[str]]:
    """Return the translations of a .ts file: English text → its forms, '' where one is missing."""
    found: dict[str, list[str]] = {}
    for message in ET.parse(file).iter("message"):
        translation = message.find("translation")
        forms = translation.findall("numerusform") if translation is not None else []
        kept = [f.text or "" for f in forms] or [getattr(translation, "text", "") or ""]
        found[message.findtext("source", "")] = kept
    return found


def _written(code: str, words: dict[str, Word], kept: dict[str, list[str]]) -> str:
    root = ET.Element("TS", version="2.1", language=code, sourcelanguage="en")
    context = ET.SubElement(root, "context")
    ET.SubElement(context, "name").text = CONTEXT
    for text, word in words.items():
        message = ET.SubElement(context, "message", {"numerus": "yes"} if word.counted else {})
        for place in dict.fromkeys(word.places):
            ET.SubElement(message, "location", filename=f"../../{place}")
        ET.SubElement(message, "source").text = text
        _add_translation(message, kept.get(text, []), FORMS[code] if word.counted else 0)
    ET.indent(root, "  ")
    body = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n'


def _add_translation(message: ET.Element, kept: list[str], forms: int) -> None:
    done = bool(kept) and all(kept) and len(kept) == max(forms, 1)
    translation = ET.SubElement(message, "translation", {} if done else {"type": "unfinished"})
    if forms:
        for place in range(forms):
            form = ET.SubElement(translation, "numerusform")
            form.text = kept[place] if place < len(kept) else ""
    else:
        translation.text = kept[0] if kept else ""


def compile_all(root: Path = ROOT, target: Path = TARGET) -> list[Path]:
    """Make a .qm file of every .ts file that is newer, with the lrelease of PySide6."""
    target.mkdir(parents=True, exist_ok=True)
    made = []
    for source in sorted((root / "resources" / "translations").glob("*.ts")):
        file = target / f"{source.stem}.qm"
        if not file.exists() or file.stat().st_mtime < source.stat().st_mtime:
            subprocess.run([*_lrelease(), "-silent", str(source), "-qm", str(file)], check=True)
        made.append(file)
    return made


def _lrelease() -> list[str]:
    """Return the lrelease of the PySide6 that runs this, else the one on the path."""
    folder = Path(sys.executable).parent
    for name in ("pyside6-lrelease", "pyside6-lrelease.exe"):
        if (folder / name).exists():
            return [str(folder / name)]
    found = shutil.which("pyside6-lrelease")
    if not found:
        raise SystemExit("pyside6-lrelease is missing: install PySide6-Essentials")
    return [found]


def main() -> None:
    """Do the verb of the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("verb", choices=("update", "compile"))
    if parser.parse_args().verb == "update":
        update()
    else:
        for file in compile_all():
            print(file.relative_to(ROOT))


if __name__ == "__main__":
    main()
