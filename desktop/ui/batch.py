"""Files read in the worker process and stored one by one, each in a transaction of its own.

Runs in the thread of a job with a second connection to the library: the window only listens.
"""

from __future__ import annotations

import logging
import pickle
from dataclasses import dataclass
from typing import TYPE_CHECKING

from db.errors import UserError
from desktop.library import Library, drafts, keeping
from desktop.ui.doubts import doubt_words
from desktop.ui.jobs import Cancelled, Job
from desktop.ui.views.import_report import Outcome
from desktop.ui.words import sentence
from desktop.ui.worker import Worker, WorkerFailed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from db.model import Document, DocumentUid, ParsedEdition
    from desktop.library.drafts import Draft
    from desktop.library.importing import Offer

FILES = 32
BYTES = 4 * 1024 * 1024
"""One worker process reads this much, then the next one begins."""
START_SECONDS = 20
SECONDS_PER_MEGABYTE = 10
WORKER_MEGABYTES = 1024


@dataclass(frozen=True, slots=True)
class Report:
    """What became of the files, and how many were not read."""

    outcomes: tuple[Outcome, ...]
    left: int = 0

    @property
    def made(self) -> list[str]:
        """The documents that are new."""
        return [o.document for o in self.outcomes if o.state == "imported"]


class Batch:
    """One import of many files; `stop` ends it at once and keeps what is finished."""

    def __init__(
        self, folder: Path, paths: Sequence[Path], told: Callable[[int, int, str], None]
    ) -> None:
        self._folder, self._paths, self._told = folder, tuple(paths), told
        self._inner = Job(self._on_told)
        self._total = 0

    def stop(self) -> None:
        """Stop; may be called from any thread."""
        self._inner.cancel()

    def _on_told(self, part: float, name: str) -> None:
        self._told(round(part * self._total), self._total, name)

    def run(self, job: Job) -> Report:
        """Read and store every file; what is refused stops no other."""
        job.when_cancelled(self.stop)
        files = list(drafts.files_in(self._paths, self._folder))
        self._total = len(files)
        if files:
            self._told(0, len(files), files[0].name)
        outcomes: list[Outcome] = []
        if len(files) > 1:
            keeping.back_up(self._folder, "import", if_changed=True)
        library = Library.open(self._folder)
        try:
            for draft in self._read(files):
                self._inner.check()
                outcomes.append(_stored(library, draft))
        except Cancelled:
            job.check()
        finally:
            library.close()
        return Report(tuple(outcomes), len(files) - len(outcomes))

    def _read(self, files: Sequence[Path]) -> Iterator[Draft]:
        begun = 0
        for some in _portions(files):
            yield from read_some(self._inner, some, self._folder, begun, len(files))
            begun += len(some)


def read_some(
    job: Job, files: Sequence[Path], own: Path, begun: int = 0, total: int = 1
) -> Iterator[Draft]:
    """Yield the drafts of some files; when the worker breaks down, each file gets one alone."""
    seconds = START_SECONDS + SECONDS_PER_MEGABYTE * sum(map(_size, files)) / 1e6
    worker = Worker(seconds=seconds, megabytes=WORKER_MEGABYTES)
    try:
        found = worker.work(drafts.read_apart, files, own, begun, total)(job)
    except WorkerFailed as failed:
        logging.getLogger("clausebook").error("reading %s: %s", files, failed)
        if len(files) == 1:
            yield drafts.refused(files[0], UserError("file-costly", file=files[0].name))
            return
        for number, file in enumerate(files, begun):
            yield from read_some(job, [file], own, number, total)
        return
    for each in found:
        yield pickle.loads(each)


def read_and_offer(file: Path, folder: Path, job: Job) -> Offer:
    """Read one file in the worker process and say what it would be; raises `UserError`."""
    (draft,) = read_some(job, [file], folder)
    if draft.parsed is None:
        raise draft.error or UserError("import-empty", file=file.name)
    if not draft.parsed.nodes:
        raise UserError("import-empty", file=file.name)
    library = Library.open(folder)
    try:
        return library.offer(draft.parsed)
    finally:
        library.close()


def keep(parsed: ParsedEdition, document: DocumentUid | None, folder: Path, _job: Job) -> Document:
    """Store one document through a connection of this thread."""
    library = Library.open(folder)
    try:
        return library.keep(parsed, document=document)
    finally:
        library.close()


def _stored(library: Library, draft: Draft) -> Outcome:
    if draft.parsed is None:
        return _refused(draft.file, draft.error)
    try:
        offer = library.offer(draft.parsed)
        document = offer.document
        if offer.kind != "same":
            owner = document.uid if document is not None else None
            document = library.keep(draft.parsed, document=owner)
    except UserError as error:
        return _refused(draft.file, error)
    assert document is not None
    return Outcome(
        draft.file,
        {"new": "imported"}.get(offer.kind, offer.kind),
        title=draft.parsed.facts.title,
        document=document.uid,
        edition=document.edition,
        why=tuple(map(doubt_words, draft.parsed.doubts)),
    )


def _refused(file: Path, error: UserError | None) -> Outcome:
    return Outcome(file, "refused", why=(sentence(error),) if error is not None else ())


def _portions(files: Sequence[Path]) -> Iterator[list[Path]]:
    some: list[Path] = []
    size = 0
    for file in files:
        size += _size(file)
        if some and (len(some) == FILES or size > BYTES):
            yield some
            some, size = [], _size(file)
        some.append(file)
    if some:
        yield some


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:
        return 0
