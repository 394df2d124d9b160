"""`note add`, `note list`, `note delete` and `note restore`."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

from desktop.cli.output import note_facts, note_lines, opened, print_facts

if TYPE_CHECKING:
    import argparse

    from desktop.library import Library


def add(args: argparse.Namespace) -> int:
    """Add one note, or one per line of stdin."""
    with opened(args) as library:
        if args.stdin:
            return _add_lines(library)
        print(_add_one(library, vars(args)), flush=True)
    return 0


def _add_one(library: Library, wanted: dict[str, object]) -> str:
    node = library.place(str(wanted["at"])).node
    quote, occurrence = wanted.get("quote"), wanted.get("occurrence")
    if quote:
        number = int(str(occurrence)) if occurrence is not None else None
        anchor = library.find_quote(node, str(quote), number)
    else:
        anchor = library.anchor_on(node)
    tags = wanted.get("tags") or []
    note = library.add_note(
        anchor,
        body=str(wanted.get("body") or ""),
        color=str(wanted.get("color") or ""),
        tags=[str(t) for t in tags] if isinstance(tags, list) else [str(tags)],
    )
    return note.uid


def _add_lines(library: Library) -> int:
    """Add one note per line of JSON, each durable before its uid is printed; bad lines are told."""
    from db.errors import UserError

    code = 0
    for number, line in enumerate(sys.stdin, 1):
        if not line.strip():
            continue
        try:
            print(_add_one(library, _wanted(line)), flush=True)
        except (UserError, ValueError, TypeError) as error:
            print(f"Line {number}: {error}", file=sys.stderr, flush=True)
            code = 1
    return code


KEYS = {"at", "quote", "occurrence", "body", "tags", "tag", "color"}


def _wanted(line: str) -> dict[str, object]:
    """Read one line of `note add --stdin`; ValueError says what is wrong with it."""
    wanted = json.loads(line)
    if not isinstance(wanted, dict):
        raise ValueError("not a JSON object")
    unknown = sorted(set(wanted) - KEYS)
    if unknown:
        raise ValueError(f"unknown key {', '.join(unknown)}")
    if not wanted.get("at"):
        raise ValueError("the key at is missing")
    if "tag" in wanted:
        wanted["tags"] = wanted.pop("tag")
    return wanted


def list_notes(args: argparse.Namespace) -> int:
    """List the notes of the library, of a place, or of the trash."""
    with opened(args) as library:
        if args.trash:
            notes = library.trash()
        elif args.at:
            notes = library.notes_at(library.place(args.at).node)
        else:
            notes = library.notes()
    lines = (line for note in notes for line in note_lines(note))
    print_facts(args, [note_facts(n) for n in notes], lines)
    return 0


def delete(args: argparse.Namespace) -> int:
    """Move notes to the trash."""
    with opened(args) as library:
        library.delete_notes(args.uids)
    return 0


def restore(args: argparse.Namespace) -> int:
    """Take notes out of the trash."""
    with opened(args) as library:
        library.restore_notes(args.uids)
    return 0
