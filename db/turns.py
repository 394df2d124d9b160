"""Whose turn it is to write: what a person saves never waits for the long writes of an import.

SQLite lets one connection write at a time, and storing a long law takes a while. Two processes
share one number: while it is 1, somebody waits, and the import rolls back and begins anew.
"""

from __future__ import annotations

import sqlite3
import time
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

R = TypeVar("R")

STEPS = 1000
"""Steps of SQLite between two looks at the number: well under a millisecond."""
TIMES = 20
"""So often a write gives way; then it is its own turn."""
SECONDS = 5.0
"""Somebody who waits longer than this is gone."""


class Turn(Protocol):
    """A number in memory that both processes see; 1 while the first of them wants to write."""

    value: int


def give_way(conn: sqlite3.Connection, turn: Turn, deed: Callable[[], R]) -> R:
    """Do a deed that writes through `conn`, and begin it anew when it was stopped for another.

    A deed that is stopped is rolled back: it is whole or has not begun.
    """
    for _ in range(TIMES):
        _wait(turn)
        conn.set_progress_handler(lambda: turn.value, STEPS)
        try:
            return deed()
        except sqlite3.OperationalError as error:
            if getattr(error, "sqlite_errorcode", 0) != sqlite3.SQLITE_INTERRUPT:
                raise
        finally:
            conn.set_progress_handler(None, 0)
    return deed()


def _wait(turn: Turn) -> None:
    until = time.monotonic() + SECONDS
    while turn.value and time.monotonic() < until:
        time.sleep(0.001)
