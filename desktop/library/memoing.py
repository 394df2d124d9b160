"""Deeds on memos: make, fill, order; quotations are snapshots with their places."""

from __future__ import annotations

import uuid
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from db import memos, nodes
from db.errors import UserError
from db.model import Block, Memo, MemoUid, Node, Note
from desktop.library.bookmarking import Bookmarking
from desktop.library.deeds import now

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class Memoing(Bookmarking):
    """What can be done with memos."""

    def memos(self) -> tuple[Memo, ...]:
        """Return the memos, the one changed last first."""
        return memos.load_memos(self._base.conn)

    def memo(self, title: str) -> Memo:
        """Return the memo with this uid or title."""
        by_uid = memos.load_memo(self._base.conn, MemoUid(title))
        fits = [by_uid] if by_uid else [m for m in self.memos() if m.title == title.strip()]
        if not fits:
            raise UserError("memo-unknown", title=title)
        if len(fits) > 1:
            raise UserError("memo-ambiguous", title=title, choices=", ".join(m.uid for m in fits))
        return fits[0]

    def new_memo(self, title: str) -> Memo:
        """Make an empty memo; a title that stands already is a `UserError`."""
        title = self._free_title(title)
        moment = now()
        memo = Memo(MemoUid(str(uuid.uuid4())), title, created=moment, changed=moment)
        memo = self._write_memo(memo)
        self._remember_memo("new memo", replace(memo, deleted=now()), memo)
        return memo

    def _free_title(self, title: str) -> str:
        title = title.strip()
        if not title:
            raise UserError("title-empty")
        if any(m.title == title for m in self.memos()):
            raise UserError("memo-exists", title=title)
        return title

    def rename_memo(self, uid: str, title: str) -> Memo:
        """Give a memo another title."""
        before = self.memo(uid)
        if before.title == title.strip():
            return before
        return self._change_memo(
            "rename memo", before, replace(before, title=self._free_title(title))
        )

    def deleted_memos(self) -> tuple[Memo, ...]:
        """Return the memos in the trash, which can be restored."""
        return memos.load_memos(self._base.conn, deleted=True)

    def restore_memo(self, uid: str) -> Memo:
        """Take a memo back out of the trash; a title that is taken meanwhile gets a number."""
        before = self.memo(uid)
        if not before.deleted:
            return before
        taken = {m.title for m in self.memos()}
        titles = (before.title, *(f"{before.title} ({n})" for n in range(2, len(taken) + 3)))
        title = next(t for t in titles if t not in taken)
        return self._change_memo("restore memo", before, replace(before, title=title, deleted=""))

    def delete_memo(self, uid: str) -> None:
        """Move a memo to the trash."""
        before = self.memo(uid)
        self._change_memo("delete memo", before, replace(before, deleted=now()))

    def add_clauses_to_memo(self, uid: str, nodes: Iterable[Node]) -> Memo:
        """Quote clauses in a memo: the words as they stand now, and where."""
        blocks = [self._clause_block(n) for n in nodes]
        return self._add_blocks("add to memo", uid, blocks)

    def add_notes_to_memo(self, uid: str, uids: Iterable[str]) -> Memo:
        """Put notes with their quotes into a memo, in the order given."""
        return self._add_blocks("add to memo", uid, [self._note_block(self.note(n)) for n in uids])

    def add_text_to_memo(self, uid: str, text: str) -> Memo:
        """Put own words into a memo."""
        return self._add_blocks("add to memo", uid, [Block(str(uuid.uuid4()), "text", text=text)])

    def _clause_block(self, node: Node) -> Block:
        """Quote a place whole: a clause, or a heading with everything below it."""
        edition = self.edition_of(node)
        start, end = nodes.extent(self._base.conn, edition, node.path)
        return Block(
            uid=str(uuid.uuid4()),
            kind="clause",
            quote=self.text(edition, start, end),
            node=node.uid,
            edition=edition,
            path=node.path,
            start=start,
            end=end,
        )

    def _note_block(self, note: Note) -> Block:
        block = Block(str(uuid.uuid4()), "note", text=note.body, note=note.uid, path=note.path)
        if note.anchor is None:
            return block
        anchor = note.anchor
        return replace(
            block,
            quote=anchor.quote,
            node=anchor.first,
            edition=anchor.edition,
            start=anchor.start,
            end=anchor.end,
        )

    def _add_blocks(self, words: str, uid: str, blocks: Sequence[Block]) -> Memo:
        before = self.memo(uid)
        return self._change_memo(words, before, replace(before, blocks=(*before.blocks, *blocks)))

    def set_blocks(self, uid: str, blocks: Sequence[Block], words: str = "edit memo") -> Memo:
        """Replace the blocks of a memo: order, removals, edited own words; one step."""
        before = self.memo(uid)
        return self._change_memo(words, before, replace(before, blocks=tuple(blocks)))

    def draft_blocks(self, uid: str, blocks: Sequence[Block]) -> Memo:
        """Save blocks whose words are being typed; `settle_memo` makes one step of them."""
        before = self.memo(uid)
        after = replace(before, blocks=tuple(blocks))
        return before if after == before else self._write_memo(replace(after, changed=now()))

    def settle_memo(self, before: Memo, words: str = "edit memo") -> None:
        """Make one step of all drafts since `before`; nothing when the memo is as it was."""
        after = self.memo(before.uid)
        if after.blocks != before.blocks:
            self._remember_memo(words, before, after)

    def _change_memo(self, words: str, before: Memo, after: Memo) -> Memo:
        if after == before:
            return before
        saved = self._write_memo(replace(after, changed=now()))
        self._remember_memo(words, before, saved)
        return saved

    def _remember_memo(self, words: str, before: Memo, after: Memo) -> None:
        self._remember(
            words,
            partial(self._swap_memo, words, after, before),
            partial(self._swap_memo, words, before, after),
        )

    def _swap_memo(self, words: str, expected: Memo, wanted: Memo) -> None:
        with self._base.write() as conn:
            if memos.load_memo(conn, expected.uid) != expected:
                raise UserError("undo-conflict", words=words)
            memos.save_memo(conn, wanted)
        self.changes.tell("memo", wanted.uid)

    def _write_memo(self, memo: Memo) -> Memo:
        with self._base.write() as conn:
            saved = memos.save_memo(conn, memo)
        self.changes.tell("memo", memo.uid)
        return saved
