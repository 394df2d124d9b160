"""Deeds on the trash: what lies in it, whatever kind it is; restore it, or let it go for ever."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from db import bookmarks, trash
from desktop.library.exporting import Exporting
from desktop.library.searching import Searching

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from db.model import Bookmark, Document, Memo, Note, SavedSearch

KINDS = ("document", "memo", "note", "bookmark", "search")


@dataclass(frozen=True, slots=True)
class Trashed:
    """One thing in the trash: `kind` is one of `KINDS`, `deleted` the time."""

    kind: str
    uid: str
    deleted: str
    thing: Document | Memo | Note | Bookmark | SavedSearch


@dataclass(frozen=True, slots=True)
class Emptying:
    """What emptying would delete for ever: how many of each kind, and what becomes of notes.

    `unplaced` notes hang on documents that go: they keep their words and their quotes. `marks`
    are highlights there: they go along. `quoted` documents stay, since memos quote them.
    """

    counts: dict[str, int]
    unplaced: int
    marks: int
    quoted: int = 0


class Trashing(Exporting, Searching):
    """What can be done with everything that was deleted."""

    def trashed(self) -> tuple[Trashed, ...]:
        """Return all that lies in the trash, the last deleted first."""
        conn = self._base.conn
        removed = [(d, trash.load_removed(conn, d.uid) or "") for d in self.removed()]
        found = [
            *(Trashed("document", d.uid, when, d) for d, when in removed),
            *(Trashed("memo", m.uid, m.deleted, m) for m in self.deleted_memos()),
            *(Trashed("note", n.uid, n.deleted, n) for n in self.trash()),
            *(
                Trashed("bookmark", b.uid, b.deleted, b)
                for b in bookmarks.load_deleted_bookmarks(conn)
            ),
            *(Trashed("search", s.uid, s.deleted, s) for s in self.deleted_searches()),
        ]
        return tuple(sorted(found, key=lambda t: t.deleted, reverse=True))

    def restore_trashed(self, things: Iterable[Trashed]) -> None:
        """Take things out of the trash, documents before what hangs on them; one step."""
        by_kind = _by_kind(things)
        if not by_kind:
            return
        with self._as_one("restore from trash"):
            if uids := by_kind.get("document"):
                self.restore_documents(uids)
            if uids := by_kind.get("note"):
                self.restore_notes(uids)
            for uid in by_kind.get("memo", ()):
                self.restore_memo(uid)
            for uid in by_kind.get("search", ()):
                self.restore_search(uid)
            before = [self.bookmark(uid) for uid in by_kind.get("bookmark", ())]
            if before:
                after = [replace(b, deleted="") for b in before]
                self._replace_bookmarks("restore bookmark", before, after)

    def count_emptying(self, things: Iterable[Trashed]) -> Emptying:
        """Say what emptying would do, for the question that is asked once."""
        by_kind = _by_kind(things)
        conn, documents = self._base.conn, by_kind.get("document", ())
        quoted = trash.find_quoted(conn, documents, by_kind.get("memo", ()))
        going = [uid for uid in documents if uid not in quoted]
        words, marks = trash.count_hanging(conn, going)
        counts = {k: len(going if k == "document" else uids) for k, uids in by_kind.items()}
        counts = {kind: count for kind, count in counts.items() if count}
        return Emptying(counts, words, marks, len(quoted))

    def empty_trash(self, things: Iterable[Trashed]) -> int:
        """Delete things in the trash for ever and return how many; cannot be undone.

        Make a backup first: `keeping.empty_trash` does both.
        """
        by_kind = _by_kind(things)
        with self._base.write() as conn:  # documents last: they take along what hangs on them
            gone = sum(trash.delete_for_ever(conn, k, by_kind[k]) for k in reversed(by_kind))
        self.changes.tell("library")
        return gone


def _by_kind(things: Iterable[Trashed]) -> dict[str, Sequence[str]]:
    found: dict[str, list[str]] = {}
    for thing in things:
        found.setdefault(thing.kind, []).append(thing.uid)
    return {kind: found[kind] for kind in KINDS if kind in found}
