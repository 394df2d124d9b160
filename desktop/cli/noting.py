"""`note add`, `edit`, `list`, `delete` and `restore`; `tag list` and `tag rename`."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, cast

from desktop.cli.output import note_facts, note_lines, opened, print_facts

if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping

    from db.model import Anchor, Note
    from desktop.library import Library
    from desktop.library.noting import Wishes


def add(args: argparse.Namespace) -> int:
    """Add one note, or one per line of stdin."""
    with opened(args) as library:
        if args.stdin:
            return _add_lines(library)
        print(_add_one(library, vars(args)), flush=True)
    return 0


def _add_one(library: Library, wanted: Mapping[str, object]) -> str:
    note = library.add_note(_anchor(library, wanted), **_wishes(wanted))
    return note.uid


def _anchor(library: Library, wanted: Mapping[str, object]) -> Anchor | None:
    """Return what the note hangs on: a place, words of it, a document, nothing."""
    quote, occurrence = wanted.get("quote"), wanted.get("occurrence")
    if wanted.get("loose"):
        return None
    if wanted.get("document") is not None:
        return library.anchor_on_document(library.edition(str(wanted["document"])))
    node = library.place(str(wanted["at"])).node
    if not quote:
        return library.anchor_on(node)
    number = int(str(occurrence)) if occurrence is not None else None
    return library.find_quote(node, str(quote), number)


WORDS = ("body", "color", "status", "author", "sensitivity")


def _wishes(wanted: Mapping[str, object]) -> Wishes:
    """Return what was said about a note; what was not said stays as it is."""
    said = {k: str(wanted[k]) for k in WORDS if wanted.get(k) is not None}
    wishes = cast("Wishes", said)
    tags = wanted.get("tags")
    if tags is not None:
        wishes["tags"] = [str(t) for t in tags] if isinstance(tags, list) else [str(tags)]
    return wishes


def edit(args: argparse.Namespace) -> int:
    """Change what is given in the notes: one step of the history."""
    with opened(args) as library:
        library.change_notes(args.uids, **_wishes(vars(args)))
    return 0


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


KEYS = {
    *("at", "document", "loose", "quote", "occurrence"),
    *("body", "tags", "tag", "color", "status", "author", "sensitivity"),
}


def _wanted(line: str) -> dict[str, object]:
    """Read one line of `note add --stdin`; ValueError says what is wrong with it."""
    wanted = json.loads(line)
    if not isinstance(wanted, dict):
        raise ValueError("not a JSON object")
    unknown = sorted(set(wanted) - KEYS)
    if unknown:
        raise ValueError(f"unknown key {', '.join(unknown)}")
    if not (wanted.get("at") or wanted.get("loose") or wanted.get("document") is not None):
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
    shown = [n for n in notes if _fits(n, args)]
    lines = (line for note in shown for line in note_lines(note))
    print_facts(args, [note_facts(n) for n in shown], lines)
    return 0


def _fits(note: Note, args: argparse.Namespace) -> bool:
    """Tell whether a note is one of those that were asked for; a tag names its group too."""
    held = f"{note.body}\n{note.anchor.quote if note.anchor else ''}".casefold()
    return (
        args.color in (None, note.color)
        and args.status in (None, note.status)
        and args.sensitivity in (None, note.sensitivity)
        and (args.author is None or args.author.casefold() == note.author.casefold())
        and all(any(t == w or t.startswith(f"{w}/") for t in note.tags) for w in args.tags or ())
        and (args.text is None or args.text.casefold() in held)
    )


def list_tags(args: argparse.Namespace) -> int:
    """List the tags in use with the number of their notes."""
    with opened(args) as library:
        tags = library.tags()
    facts = [{"tag": tag, "notes": count} for tag, count in tags]
    print_facts(args, facts, (f"{count:6}  {tag}" for tag, count in tags))
    return 0


def rename_tag(args: argparse.Namespace) -> int:
    """Give a tag another name in every note; a name in use merges the two."""
    with opened(args) as library:
        print(library.rename_tag(args.old, args.new))
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
