"""The words of the command line. Later issues add to them, nothing is ever taken away."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from desktop import __version__
from desktop.cli import importing, memoing, noting, reading

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
    _add_memos(rooms, common)
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
    _add(rooms, common, "library", "tell where the data is and what is in it", reading.tell_library)
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
    search = _add(rooms, common, "search", "search clauses, headings and notes", reading.search)
    search.add_argument("query", metavar="QUERY", nargs="+")
    search.add_argument("--limit", type=_positive, default=20, metavar="N")


def _add_notes(rooms: Rooms[argparse.ArgumentParser], common: argparse.ArgumentParser) -> None:
    note = rooms.add_parser("note", help="add, list, delete and restore notes")
    deeds = note.add_subparsers(title="deeds", metavar="DEED", required=True)
    add = _add(deeds, common, "add", "add a note and print its uid once it is durable", noting.add)
    where = add.add_mutually_exclusive_group(required=True)
    where.add_argument("--at", metavar="PLACE")
    where.add_argument("--stdin", action="store_true", help="read one JSON object a line")
    add.add_argument("--quote", metavar="TEXT", help="the words, exactly as printed")
    add.add_argument("--occurrence", type=_positive, metavar="N")
    add.add_argument("--body", default="", metavar="TEXT")
    add.add_argument("--tag", action="append", default=[], dest="tags", metavar="T")
    add.add_argument("--color", default="", metavar="C")
    listing = _add(deeds, common, "list", "list the notes", noting.list_notes)
    listing.add_argument("--at", metavar="PLACE", help="only those on a place or below it")
    listing.add_argument("--trash", action="store_true", help="list the deleted ones")
    for name, words, deed in (
        ("delete", "move notes to the trash", noting.delete),
        ("restore", "take notes out of the trash", noting.restore),
    ):
        _add(deeds, common, name, words, deed).add_argument("uids", nargs="+", metavar="UID")


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
        parser.add_argument("--output", type=Path, required=True, metavar="FILE")


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("must be 1 or more")
    return number
