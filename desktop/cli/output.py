"""How a command opens the library and prints: one JSON document, or lines for people."""

from __future__ import annotations

import json
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from db.model import Note
    from desktop.library import Library


@contextmanager
def opened(args: argparse.Namespace) -> Iterator[Library]:
    """Open the library that the line names, and close it again."""
    from desktop import paths
    from desktop.library import Library
    from desktop.settings import Settings, login_name

    folder = getattr(args, "library", None) or paths.data_folder()
    library = Library.open(folder, plans=paths.plans())
    library.author = Settings().get("author", "") or login_name()
    try:
        yield library
    finally:
        library.close()


def print_facts(args: argparse.Namespace, facts: object, lines: Iterator[str]) -> None:
    """Print the JSON document when it was asked for, else the lines for people."""
    if getattr(args, "json", False):
        print(json.dumps(facts, ensure_ascii=False, indent=1))
        return
    for line in lines:
        print(line)


def note_facts(note: Note) -> dict[str, object]:
    """Return a note as its JSON; the keys are for ever."""
    anchor = note.anchor
    return {
        "uid": note.uid,
        "document": note.document,
        "edition": note.edition_label,
        "path": note.path,
        "quote": anchor.quote if anchor else "",
        "start": anchor.start if anchor else None,
        "end": anchor.end if anchor else None,
        "body": note.body,
        "tags": list(note.tags),
        "color": note.color,
        "created": note.created,
        "changed": note.changed,
        "status": note.status,
        "author": note.author,
        "sensitivity": note.sensitivity,
        "anchor": anchor_kind(note),
    }


def anchor_kind(note: Note) -> str:
    """Return what a note hangs on: passage, node or document; '' for nothing."""
    return note.anchor.kind if note.anchor else ""


def note_lines(note: Note) -> Iterator[str]:
    """Return a note as lines for people."""
    tags = "".join(f" #{t}" for t in note.tags)
    place = note.path or (note.document if anchor_kind(note) == "document" else "")
    yield f"{note.uid}  {place}  {note.color}{tags}".rstrip()
    facts = (note.status, note.sensitivity, note.author, note.changed)
    yield f"  {' · '.join(f for f in facts if f)}"
    if note.anchor and note.anchor.quote:
        yield f"  “{note.anchor.quote}”"
    yield from (f"  {line}" for line in note.body.splitlines())
