"""`bookmark add`, `list`, `rename`, `move` and `delete`; `color list` and `color name`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.cli.output import opened, print_facts

if TYPE_CHECKING:
    import argparse

    from db.model import Bookmark


def add(args: argparse.Namespace) -> int:
    """Keep a place and print the bookmark's uid."""
    with opened(args) as library:
        place = library.place(args.place)
        edition = library.edition_of(place.node)
        print(library.add_bookmark(edition, place.node.path, args.title).uid)
    return 0


def _facts(bookmark: Bookmark) -> dict[str, object]:
    return {
        "uid": bookmark.uid,
        "title": bookmark.title,
        "document": bookmark.document,
        "edition": bookmark.edition_label,
        "path": bookmark.path,
        "created": bookmark.created,
    }


def list_bookmarks(args: argparse.Namespace) -> int:
    """List the bookmarks in their order."""
    with opened(args) as library:
        known = library.bookmarks()
    lines = (f"{b.uid}  {b.document}@{b.edition_label}:{b.path}  {b.title}" for b in known)
    print_facts(args, list(map(_facts, known)), lines)
    return 0


def rename(args: argparse.Namespace) -> int:
    """Give a bookmark another title."""
    with opened(args) as library:
        library.rename_bookmark(args.uid, args.title)
    return 0


def move(args: argparse.Namespace) -> int:
    """Put a bookmark at a place of the order, from 1."""
    with opened(args) as library:
        library.move_bookmark(args.uid, args.number - 1)
    return 0


def delete(args: argparse.Namespace) -> int:
    """Delete bookmarks."""
    with opened(args) as library:
        for bookmark in [library.bookmark(uid) for uid in args.uids]:
            library.delete_bookmark(bookmark.uid)
    return 0


def list_colors(args: argparse.Namespace) -> int:
    """List the colors with the names that they were given."""
    from db.model import COLORS

    with opened(args) as library:
        names = library.color_names()
    known = {color: names.get(color, "") for color in COLORS}
    print_facts(args, known, (f"{c}  {n}".rstrip() for c, n in known.items()))
    return 0


def name_color(args: argparse.Namespace) -> int:
    """Name a color; an empty name takes the name away."""
    with opened(args) as library:
        library.name_colors({args.color: args.name})
    return 0
