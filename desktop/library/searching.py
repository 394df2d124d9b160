"""Deeds on searches: ask, keep under a name, remember; and the searcher of a thread of its own."""

from __future__ import annotations

import uuid
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from db import documents, searches
from db.connection import FILE, Base, open_reader, translated
from db.errors import UserError
from db.model import Answer, Ask, Hint, SavedSearch, SearchUid
from db.search import index
from desktop.library.deeds import now
from desktop.library.reading import Reading

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from db.model import EditionUid, Match, Unit

    Progress = Callable[[int, int], object]

T = TypeVar("T")
RECENT = 20
"""Recent searches that are offered."""
CACHE = 16_000
"""Kilobytes of the library that a searcher keeps at hand; 2,000, SQLite's own, are read again."""
MOST_MATCHES = 2000
"""Places of an open document that are marked."""


class Searcher:
    """Searches in a thread of its own: opened there, closed there, interrupted from anywhere.

    The steps of typing: `first` at each key, `ranked` when typing rests, `counts` behind it. When
    the index must be made anew, `tell` hears how many of how many rows are done.
    """

    def __init__(self, folder: Path, tell: Progress | None = None) -> None:
        self._tell = tell
        self._folder = folder
        self._conn = open_reader(folder)
        self._conn.execute(f"PRAGMA cache_size=-{CACHE}")
        self._seen, self._behind = -1, False
        self._interrupted = False

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

    def marks(self, ask: Ask, unit: Unit) -> list[tuple[int, int]]:
        """Return where the words of a query stand on a page, or what hides them, in order."""
        from db.search.results import find_marks

        return self._asked_again(lambda: find_marks(self._conn, ask, unit))

    def text(self, edition: EditionUid) -> str:
        """Return the source text of an edition."""
        return documents.load_whole_text(self._conn, edition)

    def _asked_again(self, ask: Callable[[], T]) -> T:
        self._interrupted = False
        seen = self._conn.execute("PRAGMA data_version").fetchone()[0]
        if self._behind or seen != self._seen:
            behind = index.needs_rebuild(self._conn)
            if not self._interrupted:  # what is said while it is being stopped is no answer
                self._behind, self._seen = behind, seen
        asked = partial(self._unless_stopped, ask)
        return answer(self._conn, self._folder, asked, behind=self._behind, tell=self._tell)

    def _unless_stopped(self, ask: Callable[[], T]) -> T:
        """Ask; FTS5 calls a table damaged when it is stopped while it opens it."""
        try:
            return ask()
        except index.IndexDamagedError as error:
            if self._interrupted and error.__cause__ is not None:
                raise error.__cause__ from None
            raise

    def interrupt(self) -> None:
        """Stop the running search from another thread; there it raises `OperationalError`."""
        self._interrupted = True
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

        def ask_both() -> Answer:
            found = find_ranked(conn, ask, limit)
            return replace(suggestions.counted(conn, ask), hits=found.hits)

        behind = index.needs_rebuild(conn)
        return answer(conn, self._base.folder, ask_both, behind=behind)

    # recent searches

    def recent_searches(self, limit: int = RECENT) -> tuple[str, ...]:
        """Return what was searched for, the latest first."""
        return searches.load_recent(self._base.conn, limit)

    def remember_search(self, query: str) -> None:
        """Remember a query that was used; no step of the history."""
        query = query.strip()
        if query and not self._base.read_only:
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


def answer(
    conn: sqlite3.Connection,
    folder: Path,
    ask: Callable[[], T],
    *,
    behind: bool,
    tell: Progress | None = None,
) -> T:
    """Ask, once the index is there; while another program makes it, with what is there already."""
    building = behind and index.is_building(conn)
    if behind and not building:
        mend(folder, tell)
    try:
        found = ask()
    except index.IndexDamagedError:
        if not mend(folder, tell):
            raise UserError("library-read-only", folder=folder) from None
        found = ask()
    if building and isinstance(found, Answer):
        return replace(found, hints=(*found.hints, Hint("building")))
    return found


def mend(folder: Path, tell: Progress | None = None) -> bool:
    """Make the index anew in steps that let others write; False where nothing can be written."""
    base = Base.open(folder)
    try:
        if base.read_only:
            return False
        with translated(base.file):
            index.rebuild(base.conn, tell)
        return True
    finally:
        base.close()


def tend(folder: Path, tell: Progress | None = None, *, thorough: bool = False) -> bool:
    """Look whether the index is whole and make it anew when it is not; tell whether it was made.

    For an idle moment, in a thread of its own. `thorough`, after the computer or the program went
    down, reads every posting; else a glance does, and that once a week.
    """
    base = Base.open(folder)
    try:
        if base.read_only or index.is_building(base.conn):
            return False
        with translated(base.file):
            if not index.needs_rebuild(base.conn) and index.inspect(base.conn, thorough=thorough):
                return False
            return index.rebuild(base.conn, tell)
    finally:
        base.close()


def was_cut_off(folder: Path) -> bool:
    """Whether the library was not closed when its program ended; to be asked before opening it."""
    try:
        return (folder.expanduser() / f"{FILE}-wal").stat().st_size > 0
    except OSError:
        return False
