"""The words of the command line. Later issues add to them, nothing is ever taken away."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from db.model import ORDERS, SCOPES
from desktop import __version__
from desktop.cli import (
    bookmarking,
    editions,
    importing,
    keeping,
    memoing,
    noting,
    reading,
    searching,
    trashing,
)

Command = Callable[[argparse.Namespace], int]


def build_parser() -> argparse.ArgumentParser:
    """Return the whole command line; every option stands before or after the command."""
    common = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    common.add_argument(
        "--library", metavar="FOLDER", type=Path, help="the folder of the data, made when missing"
    )
    common.add_argument("--json", action="store_true", help="print one JSON document")
    parser = argparse.ArgumentParser(
        prog="clausebook",
        description="An offline desk reference for policy plans and laws. "
        "Without a command it opens the window.",
        parents=[common],
    )
    parser.add_argument("--version", action="version", version=f"Clausebook {__version__}")
    parser.add_argument(
        "--self-test", nargs="?", const="-", metavar="REPORT", help="check this program, then stop"
    )
    rooms = parser.add_subparsers(title="commands", metavar="COMMAND")
    _add_reading(rooms, common)
    _add_notes(rooms, common)
    _add_tags(rooms, common)
    _add_bookmarks(rooms, common)
    _add_memos(rooms, common)
    _add_keeping(rooms, common)
    _add_editions(rooms, common)
    return parser


Rooms = argparse._SubParsersAction  # the public name of this type does not exist (argparse)


def _add(
    rooms: Rooms[argparse.ArgumentParser],
    common: argparse.ArgumentParser,
    name: str,
    words: str,
    deed: Command,
) -> argparse.ArgumentParser:
    parser = rooms.add_parser(name, help=words, description=words, parents=[common])
    parser.set_defaults(deed=deed)
    return parser


def _add_reading(rooms: Rooms[argparse.ArgumentParser], common: argparse.ArgumentParser) -> None:
    library = _add(
        rooms, common, "library", "tell where the data is and what is in it", reading.tell_library
    )
    deeds = library.add_subparsers(title="deeds", metavar="DEED")
    for name, words, deed in (
        ("move", "move the library and its backups to another folder", keeping.move),
        ("copy", "copy the library and its backups to another folder", keeping.copy),
    ):
        parser = _add(deeds, common, name, words, deed)
        parser.add_argument("target", type=Path, metavar="FOLDER")
    for name, words, deed in (
        ("tree", "list the places of a document in order", reading.tree),
        ("zones", "list the zones of a document: chrome, lede, circular, plan", reading.zones),
    ):
        parser = _add(rooms, common, name, words, deed)
        parser.add_argument("document", nargs="?", default="", metavar="DOCUMENT[@EDITION]")
    bring = _add(rooms, common, "import", "import plans and laws", importing.import_files)
    bring.add_argument("files", nargs="+", type=Path, metavar="FILE")
    bring.add_argument("--dry-run", action="store_true", help="only say what would be imported")
    show = _add(rooms, common, "show", "print one place and its notes", reading.show)
    show.add_argument("place", metavar="PLACE")
    _add_search(rooms, common)


def _add_search(rooms: Rooms[argparse.ArgumentParser], common: argparse.ArgumentParser) -> None:
    words = "search clauses, headings, notes and memos"
    search = _add(rooms, common, "search", words, searching.search)
    search.add_argument("query", metavar="QUERY", nargs="+", help="free words are never an error")
    search.add_argument("--limit", type=_positive, default=20, metavar="N")
    search.add_argument(
        "--in", dest="scope", default="all", choices=SCOPES, help="search only there"
    )
    search.add_argument("--order", default="best", choices=ORDERS, help="best first, or as printed")
    search.add_argument("--related", action="store_true", help="words with the same stem count too")
    search.add_argument(
        "--no-glossary",
        dest="glossary",
        action="store_false",
        help="leave out names and readings that the print hides",
    )
    search.add_argument(
        "--around", action="store_true", help="search what stands around the plan too"
    )


def _add_notes(rooms: Rooms[argparse.ArgumentParser], common: argparse.ArgumentParser) -> None:
    note = rooms.add_parser("note", help="add, edit, list, delete and restore notes")
    deeds = note.add_subparsers(title="deeds", metavar="DEED", required=True)
    add = _add(deeds, common, "add", "add a note and print its uid once it is durable", noting.add)
    where = add.add_mutually_exclusive_group(required=True)
    where.add_argument("--at", metavar="PLACE")
    where.add_argument("--document", metavar="DOCUMENT[@EDITION]", help="note on all of it")
    where.add_argument("--loose", action="store_true", help="note on nothing")
    where.add_argument("--stdin", action="store_true", help="read one JSON object a line")
    add.add_argument("--quote", metavar="TEXT", help="the words, exactly as printed")
    add.add_argument("--occurrence", type=_positive, metavar="N")
    _add_note_words(add)
    edit = _add(deeds, common, "edit", "change what is given in notes", noting.edit)
    edit.add_argument("uids", nargs="+", metavar="UID")
    _add_note_words(edit)
    listing = _add(deeds, common, "list", "list the notes", noting.list_notes)
    listing.add_argument("--at", metavar="PLACE", help="only those on a place or below it")
    listing.add_argument("--trash", action="store_true", help="list the deleted ones")
    _add_note_facts(listing)
    listing.add_argument("--text", metavar="WORDS", help="only those that hold these words")
    for name, words, deed in (
        ("delete", "move notes to the trash", noting.delete),
        ("restore", "take notes out of the trash", noting.restore),
    ):
        _add(deeds, common, name, words, deed).add_argument("uids", nargs="+", metavar="UID")


def _add_note_words(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--body", metavar="TEXT", help="the note itself, as Markdown")
    _add_note_facts(parser)


def _add_note_facts(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--tag", action="append", dest="tags", metavar="T", help="may be repeated")
    parser.add_argument("--color", metavar="C", help="yellow, green, red, blue, violet …")
    parser.add_argument("--status", metavar="S", help="open, question, waiting or done")
    parser.add_argument("--sensitivity", metavar="S", help="public, internal or restricted")
    parser.add_argument("--author", metavar="NAME")


def _add_tags(rooms: Rooms[argparse.ArgumentParser], common: argparse.ArgumentParser) -> None:
    tag = rooms.add_parser("tag", help="list and rename the tags of notes")
    deeds = tag.add_subparsers(title="deeds", metavar="DEED", required=True)
    _add(deeds, common, "list", "list the tags with their counts", noting.list_tags)
    words = "rename a tag in every note, or merge it into another"
    rename = _add(deeds, common, "rename", words, noting.rename_tag)
    rename.add_argument("old", metavar="OLD")
    rename.add_argument("new", metavar="NEW")
    color = rooms.add_parser("color", help="list and name the colors of notes")
    deeds = color.add_subparsers(title="deeds", metavar="DEED", required=True)
    words = "list the colors with their names"
    _add(deeds, common, "list", words, bookmarking.list_colors)
    name = _add(deeds, common, "name", "say what a color means", bookmarking.name_color)
    name.add_argument("color", metavar="COLOR")
    name.add_argument("name", metavar="NAME")


def _add_bookmarks(rooms: Rooms[argparse.ArgumentParser], common: argparse.ArgumentParser) -> None:
    mark = rooms.add_parser("bookmark", help="keep places")
    deeds = mark.add_subparsers(title="deeds", metavar="DEED", required=True)
    add = _add(deeds, common, "add", "keep a place and print the uid", bookmarking.add)
    add.add_argument("place", metavar="PLACE")
    add.add_argument("--title", default="", metavar="TITLE")
    _add(deeds, common, "list", "list the bookmarks in order", bookmarking.list_bookmarks)
    rename = _add(deeds, common, "rename", "give a bookmark another title", bookmarking.rename)
    rename.add_argument("uid", metavar="UID")
    rename.add_argument("title", metavar="TITLE")
    move = _add(deeds, common, "move", "put a bookmark elsewhere in the order", bookmarking.move)
    move.add_argument("uid", metavar="UID")
    move.add_argument("number", type=_positive, metavar="N")
    delete = _add(deeds, common, "delete", "delete bookmarks", bookmarking.delete)
    delete.add_argument("uids", nargs="+", metavar="UID")


def _add_memos(rooms: Rooms[argparse.ArgumentParser], common: argparse.ArgumentParser) -> None:
    memo = rooms.add_parser("memo", help="make memos of clauses and notes")
    deeds = memo.add_subparsers(title="deeds", metavar="DEED", required=True)
    new = _add(deeds, common, "new", "make an empty memo and print its uid", memoing.new)
    new.add_argument("title", metavar="TITLE")
    add = _add(deeds, common, "add", "put something at the end of a memo", memoing.add)
    add.add_argument("title", metavar="TITLE")
    what = add.add_mutually_exclusive_group(required=True)
    what.add_argument("--clause", metavar="PLACE")
    what.add_argument("--note", metavar="UID")
    what.add_argument("--text", metavar="TEXT")
    _add(deeds, common, "list", "list the memos", memoing.list_memos)
    export = rooms.add_parser("export", help="write a memo or notes as a document")
    kinds = export.add_subparsers(title="what", metavar="WHAT", required=True)
    one = _add(kinds, common, "memo", "write a memo", memoing.export_memo)
    one.add_argument("title", metavar="TITLE")
    some = _add(kinds, common, "notes", "write notes with their quotations", memoing.export_notes)
    some.add_argument("--at", metavar="PLACE", help="only those on a place or below it")
    for parser in (one, some):
        parser.add_argument("--format", choices=["docx"], default="docx")
        parser.add_argument(
            "--include-restricted", action="store_true", help="also write restricted notes"
        )
        parser.add_argument(
            "--author", default="", metavar="NAME", help="the name in the file’s properties"
        )
        parser.add_argument("--output", type=Path, required=True, metavar="FILE")


def _add_keeping(rooms: Rooms[argparse.ArgumentParser], common: argparse.ArgumentParser) -> None:
    backup = _add(rooms, common, "backup", "list, make and restore backups", keeping.list_backups)
    deeds = backup.add_subparsers(title="deeds", metavar="DEED")
    _add(deeds, common, "list", "list the backups, the last made first", keeping.list_backups)
    _add(deeds, common, "now", "make a backup and print its number", keeping.back_up)
    restore = _add(deeds, common, "restore", "put a backup in the library's place", keeping.restore)
    restore.add_argument("backup", metavar="NUMBER", help="its number in the list, or: last")
    bin_ = rooms.add_parser("trash", help="list, restore and empty what was deleted")
    deeds = bin_.add_subparsers(title="deeds", metavar="DEED", required=True)
    _add(deeds, common, "list", "list what was deleted, the last first", trashing.list_trash)
    back = _add(deeds, common, "restore", "take things out of the trash", trashing.restore)
    back.add_argument("uids", nargs="+", metavar="UID")
    gone = _add(deeds, common, "empty", "delete for ever, after a backup", trashing.empty)
    gone.add_argument("uids", nargs="*", metavar="UID", help="only these; all without one")
    gone.add_argument("--yes", action="store_true", help="do it; without it the counts are told")
    check = _add(rooms, common, "check", "read the whole library and tell its state", keeping.check)
    check.add_argument(
        "--rescue", action="store_true", help="of a damaged library, save what can be read"
    )


def _add_editions(rooms: Rooms[argparse.ArgumentParser], common: argparse.ArgumentParser) -> None:
    listing = _add(
        rooms, common, "editions", "list the editions of a document", editions.list_editions
    )
    listing.add_argument("document", nargs="?", default="", metavar="DOCUMENT")
    two = _add(rooms, common, "compare", "compare two editions clause by clause", editions.compare)
    two.add_argument("document", metavar="DOCUMENT[@EDITION]")
    two.add_argument("--old", default="", metavar="EDITION", help="default: the one before")
    two.add_argument(
        "--kind",
        action="append",
        default=[],
        choices=["kept", "moved", "changed", "added", "deleted"],
    )
    review = rooms.add_parser("review", help="say where notes belong in a new edition")
    deeds = review.add_subparsers(title="deeds", metavar="DEED", required=True)
    waiting = _add(deeds, common, "list", "list the notes that wait", editions.list_reviews)
    waiting.add_argument("document", nargs="?", default="", metavar="DOCUMENT")
    accept = _add(deeds, common, "accept", "put a note where a candidate is", editions.accept)
    accept.add_argument("uid", metavar="UID")
    accept.add_argument("--candidate", type=_positive, default=1, metavar="N")
    place = _add(deeds, common, "place", "put a note on another place", editions.place)
    place.add_argument("uid", metavar="UID")
    place.add_argument("--at", required=True, metavar="PLACE")
    place.add_argument("--quote", metavar="TEXT", help="the words, exactly as printed")
    place.add_argument("--occurrence", type=_positive, metavar="N")
    for name, words, deed in (
        ("keep", "leave notes on the older edition", editions.keep),
        ("detach", "take notes off their places", editions.detach),
    ):
        _add(deeds, common, name, words, deed).add_argument("uids", nargs="+", metavar="UID")


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("must be 1 or more")
    return number
