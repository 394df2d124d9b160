"""Search in a thread of its own; postings that are old or damaged are made anew from the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.connection import Base, open_reader
from db.search import index

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from db.model import Hit


class Searcher:
    """Searches in a thread of its own: opened there, closed there, interrupted from anywhere."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._conn = open_reader(folder)
        if index.needs_rebuild(self._conn):
            mend(folder)

    def first(self, query: str, limit: int = 30) -> list[Hit]:
        """Return the first matches in document order, the last word taken as a beginning."""
        from db.search.results import find_first

        return self._asked_again(lambda: find_first(self._conn, query, limit))

    def ranked(self, query: str, limit: int = 200, *, typing: bool = False) -> list[Hit]:
        """Return the best matches first; with `typing` the last word may be unfinished."""
        from db.search.results import find_ranked

        return self._asked_again(lambda: find_ranked(self._conn, query, limit, typing=typing))

    def _asked_again(self, ask: Callable[[], list[Hit]]) -> list[Hit]:
        try:
            return ask()
        except index.IndexDamagedError:
            mend(self._folder)
            return ask()

    def interrupt(self) -> None:
        """Stop the running search from another thread; there it raises `OperationalError`."""
        self._conn.interrupt()

    def close(self) -> None:
        """Close the connection, in the thread that opened it."""
        self._conn.close()


def mend(folder: Path) -> None:
    """Make the postings anew in one transaction, with a connection of this thread's own."""
    base = Base.open(folder)
    try:
        with base.write() as conn:
            index.rebuild(conn)
    finally:
        base.close()
