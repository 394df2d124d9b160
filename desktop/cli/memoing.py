"""`memo new`, `memo add`, `memo list`, `export memo` and `export notes`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.cli.output import opened, print_facts

if TYPE_CHECKING:
    import argparse

    from db.model import Memo


def new(args: argparse.Namespace) -> int:
    """Make an empty memo and print its uid."""
    with opened(args) as library:
        print(library.new_memo(args.title).uid)
    return 0


def add(args: argparse.Namespace) -> int:
    """Put a clause, a note or own words at the end of a memo."""
    with opened(args) as library:
        memo = library.memo(args.title)
        if args.clause:
            library.add_clauses_to_memo(memo.uid, [library.place(args.clause).node])
        elif args.note:
            library.add_notes_to_memo(memo.uid, [args.note])
        else:
            library.add_text_to_memo(memo.uid, args.text)
    return 0


def _memo_facts(memo: Memo) -> dict[str, object]:
    blocks = [
        {"uid": b.uid, "kind": b.kind, "path": b.path, "quote": b.quote, "text": b.text}
        for b in memo.blocks
    ]
    return {"uid": memo.uid, "title": memo.title, "blocks": blocks}


def list_memos(args: argparse.Namespace) -> int:
    """List the memos with their blocks."""
    with opened(args) as library:
        memos = library.memos()
    lines = (f"{m.uid}  {m.title}  ({len(m.blocks)} blocks)" for m in memos)
    print_facts(args, list(map(_memo_facts, memos)), lines)
    return 0


def export_memo(args: argparse.Namespace) -> int:
    """Write a memo as a document."""
    with opened(args) as library:
        left = library.export_memo(
            library.memo(args.title).uid,
            args.output,
            include_restricted=args.include_restricted,
            by=args.author,
        )
    _tell_left(left)
    return 0


def _tell_left(count: int) -> None:
    """Say how many restricted notes stayed behind."""
    if count:
        notes = "note was" if count == 1 else "notes were"
        print(f"{count} restricted {notes} left out. Ask for them with --include-restricted.")


def export_notes(args: argparse.Namespace) -> int:
    """Write the notes of the library or of a place as a document."""
    with opened(args) as library:
        if args.at:
            place = library.place(args.at)
            title = f"Notes on {place.document.name}, {place.node.path}"
            notes = library.notes_at(place.node)
        else:
            title, notes = "Notes", library.notes()
        left = library.export_notes(
            [n.uid for n in notes],
            args.output,
            title,
            include_restricted=args.include_restricted,
            by=args.author,
        )
    _tell_left(left)
    return 0
