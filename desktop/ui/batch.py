"""Files brought in by a process beside the window; what became of each in the window's words.

Runs in the thread of a job and only listens: nothing heavy holds the interpreter here.
"""

from __future__ import annotations

import logging
import threading
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from db.errors import UserError
from desktop.library import Library, bringing, drafts, keeping
from desktop.ui.doubts import doubt_words
from desktop.ui.jobs import Cancelled, Job
from desktop.ui.views.import_report import Outcome
from desktop.ui.words import sentence
from desktop.ui.worker import Worker, WorkerFailed

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from db.model import Document, DocumentUid, EditionUid, ParsedEdition
    from desktop.library.bringing import Arrival, Turn
    from desktop.library.importing import Offer

START_SECONDS = 20
SECONDS_PER_MEGABYTE = 10
WORKER_MEGABYTES = 1024
SILENT_SECONDS = 3600.0
"""The process itself ends a file that takes too long; this is for one that cannot even do that."""
STOP_SECONDS = 4.0
"""After a stop the file at hand has this long to be finished."""


@dataclass(frozen=True, slots=True)
class Report:
    """What became of the files, and how many were not read."""

    outcomes: tuple[Outcome, ...]
    left: int = 0

    @property
    def made(self) -> list[str]:
        """The documents that are new."""
        return [o.document for o in self.outcomes if o.state == "imported"]

    @property
    def editions(self) -> list[EditionUid]:
        """The editions that are new in documents that were there."""
        found = (o.edition for o in self.outcomes if o.state == "edition")
        return [e for e in found if e is not None]


class Batch:
    """One import of many files; `stop` ends it soon and keeps what is finished.

    `turn` is 1 while the window wants to write: what is being stored then begins anew after it.
    """

    def __init__(
        self, folder: Path, paths: Sequence[Path], told: Callable[[int, int, str], None]
    ) -> None:
        self._folder, self._paths, self._told = folder, tuple(paths), told
        self._inner = Job(self._on_told)
        self._files: list[Path] = []
        self._arrivals: list[Arrival] = []
        self.turn, self._ending = _numbers()

    def stop(self) -> None:
        """Stop after the file at hand, or when that takes too long; from any thread."""
        self._ending.value = 1
        timer = threading.Timer(STOP_SECONDS, self._inner.cancel)
        timer.daemon = True
        timer.start()

    def _on_told(self, part: float, name: str) -> None:
        total = len(self._files)
        self._told(round(part * total), total, name)

    def run(self, job: Job) -> Report:
        """Read and store every file; what is refused stops no other."""
        job.when_cancelled(self._inner.cancel)
        self._files = list(drafts.files_in(self._paths, self._folder))
        if self._files:
            self._told(0, len(self._files), self._files[0].name)
        if len(self._files) > 1:
            keeping.back_up(self._folder, "import", if_changed=True)
        try:
            while len(self._arrivals) < len(self._files) and not self._ending.value:
                self._go_on()
        except Cancelled:
            job.check()
        outcomes = tuple(map(_outcome, self._arrivals))
        return Report(outcomes, len(self._files) - len(outcomes))

    def _go_on(self) -> None:
        """Bring in what is left, until all is done or the process breaks down over a file."""
        before = len(self._arrivals)
        worker = Worker(
            seconds=SILENT_SECONDS, megabytes=WORKER_MEGABYTES, made=self._arrivals.append
        )
        counted = before, len(self._files)
        turns = self.turn, self._ending
        rest = self._files[before:]
        try:
            worker.work(bringing.bring_in, rest, self._folder, counted, turns)(self._inner)
        except WorkerFailed as failed:
            file = self._files[len(self._arrivals)]
            logging.getLogger("clausebook").error("importing %s: %s", file, failed)
            if len(self._arrivals) == before:  # it had a process for itself and broke that
                error = UserError("file-costly", file=file.name)
                self._arrivals.append(bringing.refused(file, error))


def _numbers() -> tuple[Turn, Turn]:
    """Return two numbers that a process beside this one sees; nobody can die holding a lock."""
    import ctypes
    import multiprocessing

    context = multiprocessing.get_context("spawn")
    return context.RawValue(ctypes.c_byte, 0), context.RawValue(ctypes.c_byte, 0)


def _outcome(arrival: Arrival) -> Outcome:
    error = arrival.error
    return Outcome(
        arrival.file,
        arrival.state,
        title=arrival.title,
        document=arrival.document,
        edition=arrival.edition,
        why=(sentence(error),) if error else tuple(map(doubt_words, arrival.doubts)),
    )


def read_and_offer(file: Path, folder: Path, job: Job) -> Offer:
    """Read one file in the worker process and say what it would be; raises `UserError`."""
    seconds = START_SECONDS + SECONDS_PER_MEGABYTE * _size(file) / 1e6
    worker = Worker(seconds=seconds, megabytes=WORKER_MEGABYTES)
    try:
        draft = drafts.joined(worker.work(drafts.read_whole, file, folder)(job))
    except WorkerFailed as failed:
        logging.getLogger("clausebook").error("reading %s: %s", file, failed)
        raise UserError("file-costly", file=file.name) from failed
    if draft.parsed is None:
        raise draft.error or UserError("import-empty", file=file.name)
    if not draft.parsed.nodes:
        raise UserError("import-empty", file=file.name)
    library = Library.open(folder)
    try:
        return library.offer(draft.parsed)
    finally:
        library.close()


@dataclass
class Number:
    """A turn between two threads of this process."""

    value: int = 0


def keep(
    parsed: ParsedEdition, document: DocumentUid | None, folder: Path, turn: Turn, _job: Job
) -> Document:
    """Store one document through a connection of this thread; what the window saves goes first."""
    library = Library.open(folder)
    try:
        return library.giving_way(turn, partial(library.keep, parsed, document=document))
    finally:
        library.close()


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:
        return 0
