"""Slow work comes home in the window's thread; the newest wins; a worker process can be killed."""

import threading
import time

import pytest

from db.errors import UserError
from desktop.ui.jobs import Jobs, Room
from desktop.ui.worker import Worker, WorkerFailed


@pytest.fixture
def jobs(qapp):
    jobs = Jobs()
    yield jobs
    jobs.close()


def double(number, tell):
    tell(0.5, "half")
    return number * 2


def refuse(tell):
    raise UserError("note-unknown", uid="x")


def break_down(tell):
    return [][0]


def hang(tell):
    tell(0.1, "begun")
    time.sleep(600)


def hoard(tell):
    return len(bytearray(400 * 1024 * 1024))


def test_a_result_arrives_in_the_thread_of_the_window(jobs, qtbot):
    seen = []
    jobs.run(
        lambda job: threading.get_ident(), lambda there: seen.append((there, threading.get_ident()))
    )
    qtbot.waitUntil(lambda: bool(seen))
    there, here = seen[0]
    assert here == threading.get_ident() != there


def test_a_user_error_goes_to_failed(jobs, qtbot):
    failed = []

    def work(job):
        raise UserError("memo-empty", title="A")

    jobs.run(work, pytest.fail, failed=failed.append)
    qtbot.waitUntil(lambda: bool(failed))
    assert failed[0].code == "memo-empty"


def test_a_bug_in_the_work_is_raised_in_the_window(jobs, qtbot):
    with qtbot.captureExceptions() as raised:
        jobs.run(lambda job: [][0], pytest.fail)
        qtbot.waitUntil(lambda: bool(raised))
    assert raised[0][0] is IndexError


def test_the_newest_job_of_a_channel_wins(jobs, qtbot):
    results, held = [], threading.Event()
    jobs.run(lambda job: held.wait(5) and "old", results.append, channel="search")
    jobs.run(lambda job: "new", results.append, channel="search")
    qtbot.waitUntil(lambda: results == ["new"])
    held.set()
    jobs.close()
    qtbot.wait(20)
    assert results == ["new"]


def test_progress_is_told_until_the_job_is_cancelled(jobs, qtbot):
    told = []

    def work(job):
        for step in range(1000):
            job.tell(step / 1000)
            time.sleep(0.002)

    job = jobs.run(work, pytest.fail, progress=lambda part, words: told.append(part))
    qtbot.waitUntil(lambda: len(told) > 2)
    job.cancel()
    jobs.close()
    seen = len(told)
    qtbot.wait(50)
    assert len(told) < seen + 5 < 1000


class Bell:
    """A thing that works until it is interrupted."""

    def __init__(self):
        self.stop = threading.Event()
        self.home = threading.get_ident()
        self.closed_in = None

    def ring(self, word):
        self.stop.clear()
        return word if word == "quick" else f"{word} {self.stop.wait(5)}"

    def close(self):
        self.closed_in = threading.get_ident()


def test_a_newer_request_interrupts_the_older_in_a_room(jobs, qtbot):
    bells, heard = [], []

    def opened():
        bells.append(Bell())
        return bells[0]

    room = Room(jobs, opened, Bell.close, lambda bell: bell.stop.set())
    room.ask(lambda bell: bell.ring("slow"), heard.append)
    qtbot.waitUntil(lambda: bool(bells))
    qtbot.wait(20)
    began = time.monotonic()
    room.ask(lambda bell: bell.ring("quick"), heard.append)
    qtbot.waitUntil(lambda: heard == ["quick"])
    assert time.monotonic() - began < 2
    room.leave()
    assert bells[0].closed_in == bells[0].home != threading.get_ident()


def test_a_room_that_cannot_be_opened_says_so(jobs, qtbot):
    def opened():
        raise UserError("library-locked", folder="x")

    room = Room(jobs, opened, pytest.fail, pytest.fail)
    with qtbot.captureExceptions() as raised:
        room.ask(pytest.fail, pytest.fail)
        qtbot.waitUntil(lambda: bool(raised))
    room.leave()
    assert raised[0][0] is UserError


def test_the_worker_process_gives_its_result_and_its_progress(jobs, qtbot):
    done, told = [], []
    jobs.run(
        Worker().work(double, 21), done.append, progress=lambda part, words: told.append(words)
    )
    qtbot.waitUntil(lambda: bool(done), timeout=20000)
    assert (done, told) == ([42], ["half"])


def test_a_user_error_crosses_the_border_of_the_process(jobs, qtbot):
    failed = []
    jobs.run(Worker().work(refuse), pytest.fail, failed=failed.append)
    qtbot.waitUntil(lambda: bool(failed), timeout=20000)
    assert str(failed[0]) == "There is no note x."


@pytest.mark.parametrize(
    ("worker", "function", "reason"),
    [
        (Worker(), break_down, "IndexError"),
        (Worker(seconds=1.5), hang, "without a result"),
        (Worker(megabytes=300), hoard, "MemoryError"),
    ],
)
def test_a_worker_that_breaks_hangs_or_hoards_is_ended(jobs, qtbot, worker, function, reason):
    with qtbot.captureExceptions() as raised:
        jobs.run(worker.work(function), pytest.fail)
        qtbot.waitUntil(lambda: bool(raised), timeout=20000)
    assert raised[0][0] is WorkerFailed
    assert reason in str(raised[0][1])


def test_cancel_kills_the_worker_process_at_once(jobs, qtbot):
    told = []
    job = jobs.run(
        Worker().work(hang), pytest.fail, progress=lambda part, words: told.append(words)
    )
    qtbot.waitUntil(lambda: told == ["begun"], timeout=20000)
    began = time.monotonic()
    job.cancel()
    jobs.close()
    assert time.monotonic() - began < 3
