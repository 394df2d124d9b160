"""Deeds on searches: ask, keep under a name, remember; and the searcher of a thread of its own."""

from __future__ import annotations

import uuid
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from db import searches
from db.connection import Base, open_reader
from db.errors import UserError
from db.model import Ask, SavedSearch, SearchUid
from db.search import index
from desktop.library.deeds import now
from desktop.library.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from db.model import Answer, EditionUid, Match, Unit

T = TypeVar("T")
RECENT = 20
"""Recent searches that are offered."""
MOST_MATCHES = 2000
"""Places of an open document that are marked."""


class Searcher:
    """Searches in a thread of its own: opened there, closed there, interrupted from anywhere.

    The steps of typing: `first` at each key, `ranked` when typing rests, `counts` behind it.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._conn = open_reader(folder)
        if index.needs_rebuild(self._conn):
            mend(folder)

    def first(self, ask: Ask | str, limit: int = 30) -> Answer:
        """Return the first matches in document order, the last word taken as a beginning."""
        from db.search.results import find_first

        typed = replace(_ask(ask), typing=True)
        return self._asked_again(lambda: find_first(self._conn, typed, limit))

    def ranked(self, ask: Ask | str, limit: int = 200) -> Answer:
        """Return the best matches first, or with `order="text"` as the documents have them."""
        from db.search.results import find_ranked

        return self._asked_again(lambda: find_ranked(self._conn, _ask(ask), limit))

    def counts(self, ask: Ask | str) -> Answer:
        """Count all matches and their facets; the hints tell what else could be asked."""
        from db.search.suggestions import counted

        return self._asked_again(lambda: counted(self._conn, _ask(ask)))

    def hit_paths(self, ask: Ask | str, edition: EditionUid) -> dict[str, int]:
        """Return path → matches there and below in an edition; '' is all of it."""
        from db.search.whereabouts import count_below

        return self._asked_again(lambda: count_below(self._conn, _ask(ask), edition))

    def matches(self, ask: Ask, limit: int = MOST_MATCHES) -> tuple[Match, ...]:
        """Return the places of the words inside `ask.edition`, in order."""
        from db.search.whereabouts import find_matches

        return self._asked_again(lambda: find_matches(self._conn, ask, limit))

    def _asked_again(self, ask: Callable[[], T]) -> T:
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


class Searching(Reading):
    """What can be searched for, and the searches that are kept."""

    def search(self, ask: Ask | str, limit: int = 20) -> Answer:
        """Return the best hits first over clauses, headings, notes and memos, all of them counted.

        Whatever was typed finds something or nothing; it is never an error.
        """
        from db.search import suggestions
        from db.search.results import find_ranked

        conn, ask = self._base.conn, _ask(ask)
        if index.needs_rebuild(conn):
            mend(self._base.folder)
        try:
            answer = find_ranked(conn, ask, limit)
            counted = suggestions.counted(conn, ask)
        except index.IndexDamagedError:
            mend(self._base.folder)
            answer = find_ranked(conn, ask, limit)
            counted = suggestions.counted(conn, ask)
        return replace(counted, hits=answer.hits)

    def marks(self, ask: Ask | str, unit: Unit) -> list[tuple[int, int]]:
        """Return where the words of a query stand on a page, as offsets of the edition."""
        from db.search.results import find_spans

        ask = Ask(ask, typing=True) if isinstance(ask, str) else ask
        found = find_spans(self._base.conn, ask, unit.source)
        return [(unit.start + start, unit.start + end) for start, end in found]

    # recent searches

    def recent_searches(self, limit: int = RECENT) -> tuple[str, ...]:
        """Return what was searched for, the latest first."""
        return searches.load_recent(self._base.conn, limit)

    def remember_search(self, query: str) -> None:
        """Remember a query that was used; no step of the history."""
        query = query.strip()
        if query:
            with self._base.write() as conn:
                searches.save_recent(conn, query, now())
            self.changes.tell("search")

    def forget_search(self, query: str) -> None:
        """Forget a recent query for good."""
        with self._base.write() as conn:
            searches.forget_recent(conn, query)
        self.changes.tell("search")

    def forget_searches(self) -> None:
        """Forget all recent queries for good."""
        with self._base.write() as conn:
            searches.forget_recent(conn)
        self.changes.tell("search")

    # saved searches

    def saved_searches(self) -> tuple[SavedSearch, ...]:
        """Return the searches that are kept, in the reader's order."""
        return searches.load_searches(self._base.conn)

    def deleted_searches(self) -> tuple[SavedSearch, ...]:
        """Return the searches in the trash, which can be restored."""
        return searches.load_searches(self._base.conn, deleted=True)

    def saved_search(self, uid: str) -> SavedSearch:
        """Return a kept search, also a deleted one."""
        search = searches.load_search(self._base.conn, uid)
        if search is None:
            raise UserError("search-unknown", uid=uid)
        return search

    def save_search(self, ask: Ask | str, name: str = "") -> SavedSearch:
        """Keep a search under a name (its words without one); it comes last."""
        ask = replace(_ask(ask), typing=False, edition=None)
        name = name.strip() or ask.query.strip()
        if not name:
            raise UserError("search-empty")
        search = SavedSearch(SearchUid(str(uuid.uuid4())), name, ask, created=now())
        self._write_search(search)
        self._remember_search("save search", replace(search, deleted=now()), search)
        return search

    def rename_search(self, uid: str, name: str) -> SavedSearch:
        """Give a kept search another name; its words without one."""
        before = self.saved_search(uid)
        name = name.strip() or before.ask.query.strip()
        if not name:
            raise UserError("search-empty")
        return self._change_search("rename search", before, replace(before, name=name))

    def change_search(self, uid: str, ask: Ask | str) -> SavedSearch:
        """Keep other words and switches under the same name."""
        before = self.saved_search(uid)
        ask = replace(_ask(ask), typing=False, edition=None)
        return self._change_search("change search", before, replace(before, ask=ask))

    def delete_search(self, uid: str) -> None:
        """Move a kept search to the trash."""
        before = self.saved_search(uid)
        if not before.deleted:
            self._change_search("delete search", before, replace(before, deleted=now()))

    def restore_search(self, uid: str) -> SavedSearch:
        """Take a kept search back out of the trash."""
        before = self.saved_search(uid)
        return self._change_search("restore search", before, replace(before, deleted=""))

    def move_search(self, uid: str, place: int) -> None:
        """Move a kept search to another place of the list, from 0."""
        before = [search.uid for search in self.saved_searches()]
        after = [other for other in before if other != self.saved_search(uid).uid]
        after.insert(max(0, place), SearchUid(uid))
        if after != before:
            self._swap_order("move search", before, after)
            self._remember(
                "move search",
                partial(self._swap_order, "move search", after, before),
                partial(self._swap_order, "move search", before, after),
            )

    def _change_search(self, words: str, before: SavedSearch, after: SavedSearch) -> SavedSearch:
        if after != before:
            self._write_search(after)
            self._remember_search(words, before, after)
        return after

    def _write_search(self, search: SavedSearch) -> None:
        with self._base.write() as conn:
            searches.save_search(conn, search)
        self.changes.tell("search", search.uid)

    def _remember_search(self, words: str, before: SavedSearch, after: SavedSearch) -> None:
        self._remember(
            words,
            partial(self._swap_search, words, after, before),
            partial(self._swap_search, words, before, after),
        )

    def _swap_search(self, words: str, expected: SavedSearch, wanted: SavedSearch) -> None:
        with self._base.write() as conn:
            if searches.load_search(conn, expected.uid) != expected:
                raise UserError("undo-conflict", words=words)
            searches.save_search(conn, wanted)
        self.changes.tell("search", wanted.uid)

    def _swap_order(self, words: str, expected: Sequence[str], wanted: Sequence[str]) -> None:
        with self._base.write() as conn:
            if [search.uid for search in searches.load_searches(conn)] != list(expected):
                raise UserError("undo-conflict", words=words)
            searches.save_order(conn, wanted)
        self.changes.tell("search", *wanted)


def _ask(ask: Ask | str) -> Ask:
    return Ask(ask) if isinstance(ask, str) else ask


def mend(folder: Path) -> None:
    """Make the postings anew in one transaction, with a connection of this thread's own."""
    base = Base.open(folder)
    try:
        with base.write() as conn:
            index.rebuild(conn)
    finally:
        base.close()
