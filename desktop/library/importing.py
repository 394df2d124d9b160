"""Deeds that bring documents in and take them out: import, facts, trash; all undoable."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from db import documents, reviews
from db.errors import UserError
from db.model import DocumentUid, edition_uid, text_hash, whole
from desktop.library.deeds import now
from desktop.library.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from db.model import Document, DocumentFacts, EditionUid, ParsedEdition

KIN = 0.3
"""Share of equal clauses from which a text without a number counts as an edition of another one."""


@dataclass(frozen=True, slots=True)
class Offer:
    """What a read file would be: `new`, `same` (stored already), `edition` of `document`."""

    kind: str
    parsed: ParsedEdition
    document: Document | None = None


class Importing(Reading):
    """What can be done with whole documents."""

    @property
    def folder(self) -> Path:
        """Where the library is, for another connection of this program."""
        return self._base.folder

    def read(self, file: Path) -> ParsedEdition:
        """Read a file without storing it; a file that cannot be read is a `UserError`.

        The library's own files are never opened: that would drop SQLite's locks on them.
        """
        from desktop.importers.files import read_file

        if file.resolve().is_relative_to(self._base.folder.resolve()):
            raise UserError("import-own", file=file.name)
        return read_file(file)

    def offer(self, parsed: ParsedEdition) -> Offer:
        """Say what a read file would be in this library."""
        uid = edition_uid(text_hash(whole(parsed.text)))
        known = self.documents()
        for document in known:
            if any(e == uid for e, _ in documents.load_editions(self._base.conn, document.uid)):
                return Offer("same", parsed, document)
        older = next((d for d in known if self._is_kin(d, parsed)), None)
        return Offer("edition" if older else "new", parsed, older)

    def _is_kin(self, document: Document, parsed: ParsedEdition) -> bool:
        """Whether a text is a revision: same number, or same title and many clauses in common."""
        ours, theirs = document.facts, parsed.facts
        if ours.number and _plain(ours.number) == _plain(theirs.number):
            return True
        if not theirs.title or _plain(ours.title) != _plain(theirs.title):
            return False
        words = {_plain(n.text) for n in parsed.nodes if n.is_clause}
        stored = {_plain(n.text) for n in self.nodes(document.edition) if n.is_clause}
        return len(words & stored) >= KIN * min(len(words), len(stored))

    def keep(
        self, parsed: ParsedEdition, *, document: DocumentUid | None = None, label: str = ""
    ) -> Document:
        """Store what was read as a new document, or as a new edition of one; one step."""
        if not parsed.nodes:
            raise UserError("import-empty", file=parsed.file_name)
        label = self._free_label(label or parsed.facts.date or now()[:10], document)
        with self._base.write() as conn:
            kept = documents.add_edition(conn, parsed, label=label, now=now(), document=document)
            reviews.move_notes(conn, kept.edition)
        self.changes.tell("document", kept.uid)
        if document is None:
            gone, back = partial(self._put_away, now()), partial(self._put_away, "")
            self._remember("import", partial(gone, [kept.uid]), partial(back, [kept.uid]))
        return kept

    def remember_import(self, uids: Sequence[str]) -> None:
        """Make one step of documents that another connection of this program has just stored."""
        gone, back = partial(self._put_away, now()), partial(self._put_away, "")
        self._remember("import", partial(gone, list(uids)), partial(back, list(uids)))

    def _free_label(self, label: str, document: DocumentUid | None) -> str:
        known = documents.load_editions(self._base.conn, document) if document else ()
        taken = {known_label for _, known_label in known}
        free, count = label, 2
        while free in taken:
            free, count = f"{label} ({count})", count + 1
        return free

    def change_facts(self, edition: EditionUid, facts: DocumentFacts) -> Document:
        """Change title, short name, number, date, issuers … of an edition; one step."""
        before = self.document_of(edition)
        if not facts.title.strip():
            raise UserError("document-title-empty")
        if facts != before.facts:
            self._save_facts(edition, facts)
            self._remember(
                "edit document",
                partial(self._save_facts, edition, before.facts),
                partial(self._save_facts, edition, facts),
            )
        return self.document_of(edition)

    def _save_facts(self, edition: EditionUid, facts: DocumentFacts) -> None:
        with self._base.write() as conn:
            documents.save_facts(conn, edition, facts)
        self.changes.tell("document", edition)

    def removed(self) -> tuple[Document, ...]:
        """Return the documents in the trash."""
        return documents.load_documents(self._base.conn, removed=True)

    def remove_documents(self, uids: Iterable[str]) -> None:
        """Move documents to the trash; their notes and what memos quote of them stay."""
        self._move("remove document", list(uids), now())

    def restore_documents(self, uids: Iterable[str]) -> None:
        """Take documents out of the trash, with their notes."""
        self._move("restore document", list(uids), "")

    def _move(self, words: str, uids: Sequence[str], removed: str) -> None:
        self._put_away(removed, uids)
        back = "" if removed else now()
        undo: Callable[[], None] = partial(self._put_away, back, uids)
        self._remember(words, undo, partial(self._put_away, removed, uids))

    def _put_away(self, removed: str, uids: Sequence[str]) -> None:
        with self._base.write() as conn:
            for uid in uids:
                documents.save_removed(conn, DocumentUid(uid), removed)
        self.changes.tell("document", *uids)

    def original(self, edition: EditionUid) -> tuple[str, bytes]:
        """Return the name and the bytes of the file that an edition was made of."""
        return documents.load_original(self._base.conn, edition)


def _plain(words: str) -> str:
    """Return words without what two printings of one text differ in: space, case, punctuation."""
    return re.sub(r"[\W_]+", "", words).casefold()
