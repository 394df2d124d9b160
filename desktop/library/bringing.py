"""Bringing in many files: read, known again or stored, one after the other, beside the window.

`bring_in` runs in a process of its own with a connection of its own. It may be ended at any moment:
each document is stored in one transaction, and what was told is stored.
"""

from __future__ import annotations

import faulthandler
import os
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from db.errors import UserError
from db.turns import Turn
from desktop.library import Library
from desktop.library.drafts import read_draft

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from db.model import EditionUid
    from desktop.library.drafts import Draft

__all__ = ["Arrival", "Turn", "bring_in", "refused", "step_back"]

SECONDS, SECONDS_PER_MEGABYTE = 20, 10
"""What reading and storing one file may take before the process is ended."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """What became of a file.

    `state`: `imported`, `edition`, `same` (there already), or `refused` with a code and its values.
    """

    file: Path
    state: str
    title: str = ""
    document: str = ""
    edition: EditionUid | None = None
    doubts: tuple[str, ...] = ()
    code: str = ""
    values: tuple[tuple[str, object], ...] = ()

    @property
    def error(self) -> UserError | None:
        """Why it was refused."""
        return UserError(self.code, **dict(self.values)) if self.code else None


def refused(file: Path, error: UserError) -> Arrival:
    """Return the arrival of a file that was refused."""
    values = tuple((name, str(value)) for name, value in error.values.items())
    return Arrival(file, "refused", code=error.code, values=values)


def bring_in(
    files: Sequence[Path],
    folder: Path,
    counted: tuple[int, int],
    turns: tuple[Turn, Turn],
    tell: Callable[..., None],
) -> None:
    """Bring files into the library in `folder`; each begins with its name and ends as an `Arrival`.

    `counted`: how many were brought in before, of how many. `turns`: the first is 1 while somebody
    else wants to write, the second when to stop after the file at hand.
    """
    begun, total = counted
    waited_for, stop = turns
    step_back()
    library = Library.open(folder)
    try:
        for number, file in enumerate(files, begun):
            if stop.value:
                return
            tell(number / max(total, 1), file.name)
            with _capped(file):
                arrival = _stored(library, read_draft(file, folder), waited_for)
            tell(number / max(total, 1), file.name, arrival)
    finally:
        library.close()


def _stored(library: Library, draft: Draft, turn: Turn) -> Arrival:
    if draft.parsed is None:
        return refused(draft.file, draft.error or UserError("import-empty", file=draft.file.name))
    parsed = draft.parsed

    def deed() -> Arrival:
        offer = library.offer(parsed)
        document = offer.document
        if offer.kind != "same" or document is None:
            owner = document.uid if document is not None and offer.kind == "edition" else None
            document = library.keep(parsed, document=owner)
        return Arrival(
            draft.file,
            {"new": "imported", "removed": "imported"}.get(offer.kind, offer.kind),
            parsed.facts.title,
            document.uid,
            document.edition,
            parsed.doubts,
        )

    try:
        return library.giving_way(turn, deed)
    except UserError as error:
        return refused(draft.file, error)


@contextmanager
def _capped(file: Path) -> Iterator[None]:
    """End this process when a file takes too long, even in a library that never looks up."""
    try:
        size = file.stat().st_size
    except OSError:
        size = 0
    with Path(os.devnull).open("w") as nowhere:
        seconds = SECONDS + SECONDS_PER_MEGABYTE * size / 1e6
        faulthandler.dump_traceback_later(seconds, exit=True, file=nowhere)
        try:
            yield
        finally:
            faulthandler.cancel_dump_traceback_later()


def step_back() -> None:
    """Let the window and every other program of the person go first.

    Not far back: whoever waits for the lock of the library waits for this process.
    """
    if sys.platform == "win32":
        import ctypes

        kernel = ctypes.windll.kernel32
        kernel.SetPriorityClass(kernel.GetCurrentProcess(), 0x4000)  # below normal
    else:
        os.nice(5)
