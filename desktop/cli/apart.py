"""Files are read in a process beside the command: one that costs too much is ended and refused."""

from __future__ import annotations

import multiprocessing
import os
from typing import TYPE_CHECKING

from db.errors import UserError
from desktop.library.drafts import Draft, read_draft

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess
    from pathlib import Path
    from types import TracebackType

    from db.model import ParsedEdition

SECONDS, SECONDS_PER_MEGABYTE = 20.0, 10.0
"""What reading one file may take; the first are for the start of the process."""
MEGABYTES = 1024


class ReadingApart:
    """Reads one file after the other in a process that is ended with the last one.

    `own` is the library's folder, whose files are never opened.
    """

    def __init__(self, own: Path, *, seconds: float = SECONDS, megabytes: int = MEGABYTES) -> None:
        self._own, self._seconds, self._megabytes = own, seconds, megabytes
        self._process: SpawnProcess | None = None
        self._pipe: Connection | None = None

    def __enter__(self) -> ReadingApart:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._end()

    def read(self, file: Path) -> ParsedEdition:
        """Return what a file holds; raises `UserError`, also when time or memory run out."""
        pipe = self._pipe or self._begin()
        try:
            pipe.send(file)
            draft = pipe.recv() if pipe.poll(self._patience(file)) else None
        except (EOFError, OSError):
            draft = None
        if not isinstance(draft, Draft):
            self._end()
            raise UserError("file-costly", file=file.name)
        if draft.parsed is None:
            raise draft.error or UserError("import-empty", file=file.name)
        return draft.parsed

    def _patience(self, file: Path) -> float:
        try:
            size = file.stat().st_size
        except OSError:
            size = 0
        return self._seconds + (SECONDS_PER_MEGABYTE * size / 1e6 if self._seconds else 0)

    def _begin(self) -> Connection:
        context = multiprocessing.get_context("spawn")
        self._pipe, there = context.Pipe()
        self._process = context.Process(
            target=_serve, args=(there, self._own, self._megabytes), daemon=True
        )
        self._process.start()
        there.close()
        return self._pipe

    def _end(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.join()
        if self._pipe is not None:
            self._pipe.close()
        self._process = self._pipe = None


def _serve(there: Connection, own: Path, megabytes: int) -> None:
    """Read the files that are named until the command ends; a broken one ends the process."""
    if os.name == "posix":
        import resource

        cap = megabytes * 1024 * 1024
        resource.setrlimit(resource.RLIMIT_AS, (cap, cap))
    while True:
        try:
            there.send(read_draft(there.recv(), own))
        except (EOFError, MemoryError, OSError):
            return
