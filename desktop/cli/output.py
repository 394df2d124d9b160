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

    folder = getattr(args, "library", None) or paths.data_folder()
    library = Library.open(folder, plans=paths.plans())
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
    }


def note_lines(note: Note) -> Iterator[str]:
    """Return a note as lines for people."""
    tags = "".join(f" #{t}" for t in note.tags)
    yield f"{note.uid}  {note.path}  {note.color}{tags}".rstrip()
    if note.anchor:
        yield f"  “{note.anchor.quote}”"
    yield from (f"  {line}" for line in note.body.splitlines())
