"""`trash list`, `trash restore` and `trash empty`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from desktop.cli.output import opened, print_facts

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from desktop.library import Library
    from desktop.library.trashing import Trashed


def list_trash(args: argparse.Namespace) -> int:
    """List what was deleted, the last first."""
    with opened(args) as library:
        things = library.trashed()
    facts = [
        {"kind": t.kind, "uid": t.uid, "deleted": t.deleted, "words": _words(t)} for t in things
    ]
    print_facts(args, facts, (f"{t.kind:<8}  {t.uid}  {_words(t)}" for t in things))
    return 0


def _words(trashed: Trashed) -> str:
    """Return what a thing is called: title, name, or its first words."""
    thing = trashed.thing
    facts = getattr(thing, "facts", None)
    names = (getattr(thing, name, "") for name in ("title", "name", "body"))
    anchor = getattr(thing, "anchor", None)
    words = facts.title if facts else next(filter(None, names), anchor.quote if anchor else "")
    return " ".join(words.split())[:80]


def restore(args: argparse.Namespace) -> int:
    """Take things out of the trash."""
    with opened(args) as library:
        library.restore_trashed(_chosen(library, args.uids))
    return 0


def empty(args: argparse.Namespace) -> int:
    """Delete for ever what lies in the trash, or some of it, after a backup."""
    from desktop.library import keeping

    with opened(args) as library:
        things = _chosen(library, args.uids) if args.uids else library.trashed()
        emptying, folder = library.count_emptying(things), library.folder
    if emptying.counts and not args.yes:
        counts = ", ".join(f"{n} {kind}" for kind, n in emptying.counts.items())
        print(f"This would delete for ever: {counts}. Say --yes to do it.", file=sys.stderr)
        return 1
    gone = keeping.empty_trash(folder, {(t.kind, t.uid) for t in things}) if things else 0
    print(gone)
    return 0


def _chosen(library: Library, uids: Sequence[str]) -> list[Trashed]:
    from db.errors import UserError

    known = {t.uid: t for t in library.trashed()}
    unknown = next((u for u in uids if u not in known), None)
    if unknown is not None:
        raise UserError("trash-unknown", uid=unknown)
    return [known[u] for u in uids]
