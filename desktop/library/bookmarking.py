"""Deeds on places that are kept: bookmarks in the reader's order, and where reading stopped."""

from __future__ import annotations

import uuid
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from db import bookmarks, positions
from db.errors import UserError
from db.model import PREAMBLE, Bookmark, BookmarkUid, Position
from desktop.library.deeds import now
from desktop.library.tagging import Tagging

if TYPE_CHECKING:
    from collections.abc import Sequence

    from db.model import EditionUid, Node

LONG = 60
"""Code points of a title that is made of a clause's own words."""


class Bookmarking(Tagging):
    """What can be done with bookmarks, and the place to which a document opens again."""

    def bookmarks(self, edition: EditionUid | None = None) -> tuple[Bookmark, ...]:
        """Return the bookmarks of an edition, else all, in the reader's order."""
        return bookmarks.load_bookmarks(self._base.conn, edition)

    def bookmark(self, uid: str) -> Bookmark:
        """Return a bookmark, also a deleted one."""
        found = bookmarks.load_bookmark(self._base.conn, BookmarkUid(uid))
        if found is None:
            raise UserError("bookmark-unknown", uid=uid)
        return found

    def bookmark_at(self, edition: EditionUid, path: str) -> Bookmark | None:
        """Return the bookmark on a place, None when there is none."""
        return next((b for b in self.bookmarks(edition) if b.path == path), None)

    def add_bookmark(self, edition: EditionUid, path: str, title: str = "") -> Bookmark:
        """Keep a place, last in the order; the one that is there already is returned.

        Without a title it is called by the headings above it.
        """
        known = self.bookmark_at(edition, path)
        if known is not None:
            return known
        trail = self.trail(edition, path)
        if path and not trail and not path.startswith("@"):
            raise UserError("place-unknown", place=path)
        moment = now()
        made = Bookmark(
            uid=BookmarkUid(str(uuid.uuid4())),
            edition=edition,
            path=path,
            start=trail[-1].start if trail else 0,
            title=" ".join(title.split()) or _title(trail) or self.document_of(edition).name,
            position=bookmarks.last_position(self._base.conn) + 1,
            created=moment,
        )
        with self._base.write() as conn:
            saved = bookmarks.save_bookmark(conn, made)
        self.changes.tell("bookmark", saved.uid)
        self._remember_bookmarks("add bookmark", [replace(saved, deleted=moment)], [saved])
        return saved

    def rename_bookmark(self, uid: str, title: str) -> Bookmark:
        """Give a bookmark another title; one step of the history."""
        title = " ".join(title.split())
        if not title:
            raise UserError("bookmark-untitled")
        before = self.bookmark(uid)
        if title != before.title:
            after = replace(before, title=title)
            self._replace_bookmarks("rename bookmark", [before], [after])
        return self.bookmark(uid)

    def delete_bookmark(self, uid: str) -> None:
        """Delete a bookmark; one step of the history."""
        before = self.bookmark(uid)
        if not before.deleted:
            after = replace(before, deleted=now())
            self._replace_bookmarks("delete bookmark", [before], [after])

    def move_bookmark(self, uid: str, place: int) -> None:
        """Put a bookmark at a place of the order, from 0; one step of the history."""
        before = self.bookmarks()
        moved = next((b for b in before if b.uid == uid), None)
        if moved is None:
            raise UserError("bookmark-unknown", uid=uid)
        others = [b for b in before if b is not moved]
        at = max(0, min(place, len(others)))
        order = [*others[:at], moved, *others[at:]]
        slots = sorted(b.position for b in before)
        if len(set(slots)) < len(slots):
            slots = list(range(len(slots)))
        pairs = [(b, replace(b, position=s)) for b, s in zip(order, slots, strict=True)]
        pairs = [(b, a) for b, a in pairs if a != b]
        if pairs:
            swapped = [b for b, _ in pairs], [a for _, a in pairs]
            self._replace_bookmarks("move bookmark", *swapped)

    def _replace_bookmarks(
        self, words: str, before: Sequence[Bookmark], after: Sequence[Bookmark]
    ) -> None:
        self._swap_bookmarks(words, before, after)
        self._remember_bookmarks(words, before, after)

    def _remember_bookmarks(
        self, words: str, before: Sequence[Bookmark], after: Sequence[Bookmark]
    ) -> None:
        self._remember(
            words,
            partial(self._swap_bookmarks, words, after, before),
            partial(self._swap_bookmarks, words, before, after),
        )

    def _swap_bookmarks(
        self, words: str, expected: Sequence[Bookmark], wanted: Sequence[Bookmark]
    ) -> None:
        with self._base.write() as conn:
            for bookmark in expected:
                if bookmarks.load_bookmark(conn, bookmark.uid) != bookmark:
                    raise UserError("undo-conflict", words=words)
            for bookmark in wanted:
                bookmarks.save_bookmark(conn, bookmark)
        self.changes.tell("bookmark", *(b.uid for b in wanted))

    # where reading stopped

    def position(self, edition: EditionUid) -> Position | None:
        """Return where the document of an edition was left, None when it was never read."""
        return positions.load_position(self._base.conn, self.document_of(edition).uid)

    def keep_position(self, position: Position) -> None:
        """Remember where a document is left; no step of the history, and nobody is told."""
        if self._base.read_only:
            return
        with self._base.write() as conn:
            positions.save_position(conn, position, now())


def _title(trail: Sequence[Node]) -> str:
    """Return the names of a region and a task, with the number of the clause."""
    if not trail or trail[-1].path == PREAMBLE:
        return ""
    headings = [n for n in trail if not n.is_clause]
    names = [" ".join(f"{n.mark} {n.title}".split()) for n in headings[-2:]]
    if trail[-1].is_clause:
        names = [*names[-1:], trail[-1].mark or " ".join(trail[-1].text.split())]
    return " · ".join(n if len(n) <= LONG else f"{n[: LONG - 1].rstrip()}…" for n in names)
