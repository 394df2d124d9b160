"""Heavy Python and untrusted files: one spawned process at a time, killable and capped.

A thread here would hold the interpreter and freeze the window. Only top-level functions without Qt
may be sent; they get a `tell(part, words)` as their last argument, whose third one hands on a part
of the result.
"""

from __future__ import annotations

import threading
import traceback
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar, cast

from db.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

    from desktop.ui.jobs import Job

R = TypeVar("R")

MEGABYTES = 2048
SECONDS = 600.0


class WorkerFailed(Exception):  # noqa: N818  # it reads as what happened
    """The worker process ended without a result: a bug in it, the memory cap, or killed."""


class Worker:
    """Runs one function after the other, each in a fresh process.

    `seconds` is the longest that a process may take, or may take until it hands on the next part of
    its result to `made`, which is called in the thread of the job.
    """

    def __init__(
        self,
        *,
        seconds: float = SECONDS,
        megabytes: int = MEGABYTES,
        made: Callable[[Any], None] | None = None,
    ) -> None:
        self._seconds, self._megabytes, self._made = seconds, megabytes, made
        self._one_at_a_time = threading.Lock()

    def work(self, function: Callable[..., R], *args: object) -> Callable[[Job], R]:
        """Return work for `Jobs.run` that calls `function(*args, tell)` in the worker process."""
        return partial(self._run, function, args)

    def _run(self, function: Callable[..., R], args: tuple[object, ...], job: Job) -> R:
        import multiprocessing

        context = multiprocessing.get_context("spawn")
        with self._one_at_a_time:
            job.check()
            here, there = context.Pipe(duplex=False)
            process = context.Process(
                target=_child, args=(there, function, args, self._megabytes), daemon=True
            )
            process.start()
            there.close()
            job.when_cancelled(process.kill)
            try:
                return cast("R", self._wait(job, here, process))
            finally:
                process.kill()
                process.join()
                here.close()

    def _wait(self, job: Job, here: Connection, process: SpawnProcess) -> object:
        import time

        until = time.monotonic() + self._seconds
        while here.poll(max(0.0, until - time.monotonic())):
            try:
                kind, content = here.recv()
            except (EOFError, OSError):
                break
            if kind == "done":
                return content
            if kind == "told":
                job.tell(*content)
            elif kind == "made":
                until = time.monotonic() + self._seconds
                if self._made is not None:
                    self._made(content)
            elif kind == "refused":
                raise UserError(content[0], **content[1])
            else:
                raise WorkerFailed(content)
        job.check()
        raise WorkerFailed(f"the worker ended without a result (exit code {process.exitcode})")


def _child(
    there: Connection, function: Callable[..., object], args: tuple[object, ...], megabytes: int
) -> None:
    _cap_memory(megabytes)
    try:
        there.send(("done", function(*args, partial(_tell, there))))
    except UserError as error:
        there.send(("refused", (error.code, error.values)))
    except Exception:
        there.send(("broken", traceback.format_exc()))
    finally:
        there.close()


def _tell(there: Connection, part: float, words: str = "", made: object = None) -> None:
    there.send(("told", (part, words)) if made is None else ("made", made))


def _cap_memory(megabytes: int) -> None:
    """Cap the memory where the system can: a bomb in a file must not take the laptop down."""
    try:
        import resource
    except ImportError:  # Windows
        return
    cap = megabytes * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_AS, (cap, cap))
