"""`backup`, `library move`, `library copy` and `check`."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.cli.output import print_facts

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence

    from desktop.library.keeping import Backup, Check, Rescue


def folder_of(args: argparse.Namespace) -> Path:
    """Return the folder of the library that the line names."""
    from desktop import paths

    named: Path | None = getattr(args, "library", None)
    return (named or paths.data_folder()).expanduser().absolute()


def list_backups(args: argparse.Namespace) -> int:
    """List the backups with what is in them."""
    from desktop.library import keeping

    backups = keeping.backups(folder_of(args))
    print_facts(args, list(map(_facts, backups)), map(_line, backups))
    return 0


def _facts(backup: Backup) -> dict[str, object]:
    return {
        "number": backup.name,
        "made": backup.made,
        "reason": backup.reason,
        "documents": backup.documents,
        "notes": backup.notes,
        "memos": backup.memos,
        "size": backup.size,
        "file": str(backup.file),
    }


def _line(backup: Backup) -> str:
    made = datetime.fromisoformat(backup.made).astimezone().strftime("%Y-%m-%d %H:%M")
    counts = f"{backup.documents} documents, {backup.notes} notes, {backup.memos} memos"
    return f"{backup.name}  {made}  {backup.reason:<9}  {counts}"


def back_up(args: argparse.Namespace) -> int:
    """Make a backup now and print its number."""
    from desktop.library import keeping

    made = keeping.back_up(folder_of(args))
    if made is None:
        print("The library cannot be written to, so no backup was made.")
        return 1
    print_facts(args, _facts(made), iter([made.name]))
    return 0


def restore(args: argparse.Namespace) -> int:
    """Put a backup in the library's place and say how to undo it."""
    from desktop.library import keeping

    folder = folder_of(args)
    before = keeping.restore(folder, keeping.find_backup(folder, args.backup))
    if isinstance(before, Path):
        print(f"Restored. The damaged library was kept in {before}.")
    elif before is not None:
        print(f"Restored. What was there before is backup {before.name}.")
    else:
        print("Restored.")
    return 0


def move(args: argparse.Namespace) -> int:
    """Move the library to another folder."""
    from desktop.library import keeping

    keeping.move(folder_of(args), args.target)
    print(args.target.expanduser().absolute())
    return 0


def copy(args: argparse.Namespace) -> int:
    """Copy the library to another folder."""
    from desktop.library import keeping

    keeping.copy(folder_of(args), args.target)
    print(args.target.expanduser().absolute())
    return 0


def check(args: argparse.Namespace) -> int:
    """Tell whether the library is whole and what is in it; rescue what can be read when asked."""
    from desktop.library import keeping

    folder = folder_of(args)
    if args.rescue:
        return _rescue(args, folder)
    found = keeping.check(folder)
    facts = {
        "whole": not found.trouble,
        "trouble": found.trouble,
        "documents": found.documents,
        "notes": found.notes,
        "memos": found.memos,
        "backups": len(found.backups),
        "copies": list(found.copies),
        "synced": found.synced,
    }
    print_facts(args, facts, _check_lines(found))
    return 1 if found.trouble else 0


def _check_lines(found: Check) -> Iterator[str]:
    if found.trouble:
        yield f"The library is damaged: {found.trouble}"
        yield "Restore a backup (backup restore NUMBER) or save what can be read (check --rescue)."
    else:
        yield f"Whole: {found.documents} documents, {found.notes} notes, {found.memos} memos"
    yield from _backup_lines(found.backups)
    if found.copies:
        yield f"Other versions lie beside it: {', '.join(found.copies)}"
    if found.synced:
        yield f"{found.synced} synchronizes it: never use it on two computers at once."


def _backup_lines(backups: Sequence[Backup]) -> Iterator[str]:
    yield f"Backups: {len(backups)}" + (f", the last: {_line(backups[0])}" if backups else "")


MENDED = {
    "documents": "documents whose entry was lost",
    "pieces": "stretches of text that were lost and are filled with \ufffd",
    "memos": "memos whose title was lost",
    "notes": "notes whose words were lost, kept as highlights",
    "places": "notes whose document was lost, with their quotations in their words",
}


def _rescue(args: argparse.Namespace, folder: Path) -> int:
    from desktop.library import keeping

    found = keeping.rescue(folder)
    facts = {
        "documents": found.documents,
        "notes": found.notes,
        "memos": found.memos,
        "damaged_pages": found.damaged_pages,
        "mended": found.mended,
        "kept": str(found.kept),
    }
    print_facts(args, facts, _rescue_lines(found))
    return 0


def _rescue_lines(found: Rescue) -> Iterator[str]:
    yield f"Saved: {found.documents} documents, {found.notes} notes, {found.memos} memos"
    yield f"Damaged pages: {found.damaged_pages}"
    yield from (f"  {count} {MENDED[kind]}" for kind, count in found.mended.items())
    yield f"The damaged library was kept in {found.kept}."
