"""What is done with files before anything is stored: read them apart, correct what was recognized.

Everything here is a plain function without a library, so that a worker process can run it.
"""

from __future__ import annotations

import pickle
from dataclasses import dataclass, replace
from time import sleep
from typing import TYPE_CHECKING

from db.errors import UserError
from desktop.importers.editing import (
    demote,
    join,
    mark_chrome,
    possible,
    promote,
    retitle,
    split,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from db.model import Node, ParsedEdition

__all__ = [
    "Draft",
    "demote",
    "files_in",
    "join",
    "joined",
    "mark_chrome",
    "possible",
    "promote",
    "read_draft",
    "read_whole",
    "retitle",
    "split",
]

PIECE = 400
"""Nodes that are pickled together."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A file as it was read; `parsed` is None when it was refused, with the code and its values."""

    file: Path
    parsed: ParsedEdition | None
    code: str = ""
    values: tuple[tuple[str, object], ...] = ()

    @property
    def error(self) -> UserError | None:
        """Why it was refused."""
        return UserError(self.code, **dict(self.values)) if self.code else None


def refused(file: Path, error: UserError) -> Draft:
    """Return the draft of a file that was refused."""
    return Draft(file, None, error.code, tuple(error.values.items()))


def read_draft(file: Path, own: Path) -> Draft:
    """Read one file; the library's `own` folder is never opened, since that drops its locks."""
    from desktop.importers.files import read_file

    try:
        if file.resolve().is_relative_to(own.resolve()):
            raise UserError("import-own", file=file.name)
        return Draft(file, read_file(file))
    except UserError as error:
        return refused(file, error)


def read_whole(file: Path, own: Path, tell: Callable[..., None]) -> list[bytes]:
    """Read one file and return its draft in pieces, see `joined`.

    Taking a long law apart in one go would hold the interpreter, and with it the window, too long.
    """
    del tell
    draft = read_draft(file, own)
    if draft.parsed is None:
        return [pickle.dumps(draft)]
    nodes = draft.parsed.nodes
    bare = replace(draft, parsed=replace(draft.parsed, nodes=()))
    parts = (nodes[at : at + PIECE] for at in range(0, len(nodes), PIECE))
    return [pickle.dumps(bare), *map(pickle.dumps, parts)]


def joined(pieces: Sequence[bytes]) -> Draft:
    """Return the draft that `read_whole` took to pieces; the window breathes between two of them.

    The pieces were written by this program in its own worker process.
    """
    draft: Draft = pickle.loads(pieces[0])
    if draft.parsed is None:
        return draft
    nodes: list[Node] = []
    for piece in pieces[1:]:
        nodes += pickle.loads(piece)
        sleep(0)
    return replace(draft, parsed=replace(draft.parsed, nodes=tuple(nodes)))


def files_in(paths: Sequence[Path], own: Path) -> Iterator[Path]:
    """Yield the files that were named and, of folders, those that have a known ending."""
    from desktop.importers.files import SUFFIXES

    inside = own.resolve()
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        for file in sorted(path.rglob("*")):
            known = file.suffix.lower() in SUFFIXES and not file.name.startswith((".", "~$"))
            if known and file.is_file() and not file.resolve().is_relative_to(inside):
                yield file


def safe_name(name: str) -> str:
    """Return the name of an original file as that of a document, whatever it was called."""
    from desktop.importers.files import SUFFIXES

    kept = "".join("_" if c in '<>:"/\\|?*' or ord(c) < 32 else c for c in name)[-120:].strip(". ")
    known = kept.lower().endswith(SUFFIXES)
    return kept if known else f"{kept or 'document'}.txt"
