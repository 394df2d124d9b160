"""Slow work: threads for SQLite and files, one worker process for heavy Python.

Everything that is handed back (done, failed, progress) is called in the window's thread, and never
after `cancel`. In a channel the newest job wins: what was asked before is cancelled. A `UserError`
goes to `failed`; any other error is a bug and is raised in the window's thread.
"""

from __future__ import annotations

import threading
from functools import partial
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from db.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable

R = TypeVar("R")
C = TypeVar("C")


class Cancelled(Exception):  # noqa: N818  # not an error: the wish of the user
    """Raised inside the work by `Job.check` once nobody waits for it any more."""


class Job:
    """One piece of work as the window and the work itself see it."""

    def __init__(self, progress: Callable[[float, str], None] | None = None) -> None:
        self._cancelled = threading.Event()
        self._progress = progress
        self._stops: list[Callable[[], None]] = []

    def cancel(self) -> None:
        """Stop: the work ends at its next `check`, its worker process at once."""
        self._cancelled.set()
        for stop in tuple(self._stops):
            stop()

    @property
    def cancelled(self) -> bool:
        """Whether nobody waits for the result any more."""
        return self._cancelled.is_set()

    def check(self) -> None:
        """Leave the work here when it was cancelled; called by the work now and then."""
        if self.cancelled:
            raise Cancelled

    def tell(self, part: float, words: str = "") -> None:
        """Say how far the work is, from 0 to 1; called by the work in its thread."""
        self.check()
        if self._progress is not None:
            self._progress(part, words)

    def when_cancelled(self, stop: Callable[[], None]) -> None:
        """Call `stop` at `cancel`, in the window's thread; at once when that has been."""
        self._stops.append(stop)
        if self.cancelled:
            stop()


class Jobs(QObject):
    """Runs jobs and brings their results home."""

    _landed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._channels: dict[str, Job] = {}
        self._threads: dict[Job, threading.Thread] = {}
        self._closed = False
        self._landed.connect(self._on_landed, Qt.ConnectionType.QueuedConnection)

    @Slot(object)
    def _on_landed(self, deed: Callable[[], None]) -> None:
        if not self._closed:
            deed()

    def land(self, deed: Callable[[], None]) -> None:
        """Do a deed in the window's thread soon; may be called from any thread."""
        self._landed.emit(deed)

    def run(
        self,
        work: Callable[[Job], R],
        done: Callable[[R], None],
        *,
        failed: Callable[[UserError], None] | None = None,
        progress: Callable[[float, str], None] | None = None,
        channel: str = "",
    ) -> Job:
        """Do `work(job)` in a thread of its own and hand its result to `done`."""
        told = None if progress is None else partial(self._tell, progress)
        job = Job(told)
        if channel:
            self.cancel(channel)
            self._channels[channel] = job
        thread = threading.Thread(
            target=self._work, args=(job, work, done, failed), name=channel or "job", daemon=True
        )
        self._threads[job] = thread
        thread.start()
        return job

    def cancel(self, channel: str) -> None:
        """Cancel what runs in a channel."""
        job = self._channels.pop(channel, None)
        if job is not None:
            job.cancel()

    def close(self, seconds: float = 5.0) -> None:
        """Cancel everything and wait for the threads to end; nothing lands any more."""
        self._closed = True
        for job, thread in tuple(self._threads.items()):
            job.cancel()
            thread.join(seconds)

    def _tell(self, progress: Callable[[float, str], None], part: float, words: str) -> None:
        self.land(partial(progress, part, words))

    def _work(
        self,
        job: Job,
        work: Callable[[Job], R],
        done: Callable[[R], None],
        failed: Callable[[UserError], None] | None,
    ) -> None:
        landing = _attempt(partial(work, job), done, failed)
        self.land(partial(self._finish, job, landing))

    def _finish(self, job: Job, landing: Callable[[], None]) -> None:
        self._threads.pop(job, None)
        if not job.cancelled:
            landing()


class Room(Generic[C]):
    """A thread with a thing of its own, a search connection say, where the newest request wins.

    `open` makes the thing in the thread at the first request; `interrupt` stops it from outside
    when a newer request comes; `close` ends it in its thread.
    """

    def __init__(
        self,
        jobs: Jobs,
        open_thing: Callable[[], C],
        close: Callable[[C], None],
        interrupt: Callable[[C], None],
    ) -> None:
        self._jobs = jobs
        self._open, self._close, self._interrupt = open_thing, close, interrupt
        self._turn = threading.Condition()
        self._wanted: tuple[Job, Callable[[C], Callable[[], None]]] | None = None
        self._newest: Job | None = None
        self._busy: C | None = None
        self._ending = False
        self._thread: threading.Thread | None = None

    def ask(
        self,
        work: Callable[[C], R],
        done: Callable[[R], None],
        failed: Callable[[UserError], None] | None = None,
    ) -> Job:
        """Do `work(thing)` there; what was asked before is forgotten, what runs is interrupted."""
        job = Job()
        with self._turn:
            self._forget()
            self._newest = job
            self._wanted = (job, partial(_attempt_with, work, done, failed))
            self._turn.notify()
        if self._thread is None:
            self._thread = threading.Thread(target=self._live, name="room", daemon=True)
            self._thread.start()
        return job

    def forget(self) -> None:
        """Cancel whatever was asked."""
        with self._turn:
            self._forget()

    def leave(self, seconds: float = 5.0) -> None:
        """Close the thing and end the thread."""
        with self._turn:
            self._forget()
            self._ending = True
            self._turn.notify()
        if self._thread is not None:
            self._thread.join(seconds)

    def _forget(self) -> None:
        self._wanted = None
        if self._newest is not None:
            self._newest.cancel()
        if self._busy is not None:
            self._interrupt(self._busy)

    def _live(self) -> None:
        thing: C | None = None
        while (asked := self._next()) is not None:
            job, work = asked
            if thing is None:
                thing = self._opened(job)
            if thing is not None and self._begin(job, thing):
                self._jobs.land(partial(_land_unless_cancelled, job, work(thing)))
        if thing is not None:
            self._close(thing)

    def _next(self) -> tuple[Job, Callable[[C], Callable[[], None]]] | None:
        with self._turn:
            self._busy = None
            self._turn.wait_for(self._has_turn)
            asked, self._wanted = self._wanted, None
            return None if self._ending else asked

    def _begin(self, job: Job, thing: C) -> bool:
        """Be interruptible from now on, unless a newer request has come meanwhile."""
        with self._turn:
            self._busy = None if job.cancelled else thing
            return self._busy is not None

    def _has_turn(self) -> bool:
        return self._ending or self._wanted is not None

    def _opened(self, job: Job) -> C | None:
        try:
            return self._open()
        except Exception as error:
            self._jobs.land(partial(_land_unless_cancelled, job, partial(_raise, error)))
            return None


def _attempt(
    work: Callable[[], R],
    done: Callable[[R], None],
    failed: Callable[[UserError], None] | None,
) -> Callable[[], None]:
    """Do the work and return what is to be called in the window's thread."""
    try:
        result = work()
    except Cancelled:
        return _nothing
    except UserError as error:
        return partial(_raise, error) if failed is None else partial(failed, error)
    except Exception as error:
        return partial(_raise, error)
    return partial(done, result)


def _attempt_with(
    work: Callable[[C], R],
    done: Callable[[R], None],
    failed: Callable[[UserError], None] | None,
    thing: C,
) -> Callable[[], None]:
    return _attempt(partial(work, thing), done, failed)


def _land_unless_cancelled(job: Job, landing: Callable[[], None]) -> None:
    if not job.cancelled:
        landing()


def _raise(error: Exception) -> None:
    raise error


def _nothing() -> None:
    pass
