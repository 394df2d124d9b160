"""Deeds that bring documents in and take them out: import, facts, trash; all undoable."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import TYPE_CHECKING, TypeVar

from db import documents, reviews, trash
from db.errors import UserError
from db.model import DocumentUid, edition_uid, text_hash, whole
from db.turns import give_way
from desktop.library.deeds import now
from desktop.library.reading import Reading

R = TypeVar("R")

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from db.model import Document, DocumentFacts, EditionUid, ParsedEdition
    from db.turns import Turn

ALIKE = 0.4
"""Share of equal pairs of words from which a rewritten text under one title counts as an edition.

49 pairs of editions of Chinese laws have 0.46 or more; half of the pairs of different laws 0.29 or
less.
"""
KIN = 0.3
"""Share of equal clauses from which a text with the same title or number counts as an edition."""
COMPARED = 50
"""So many documents of one title are compared, the newest first."""


@dataclass(frozen=True, slots=True)
class Offer:
    """What a read file would be: `new`, an `edition` of `document`, or that text already.

    `same`: it is in the library; `removed`: it is in the trash.
    """

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
        found = documents.find_edition(self._base.conn, uid)
        if found is not None:
            document, removed = found
            return Offer("removed" if removed else "same", parsed, document)
        older = self._kin(parsed)
        return Offer("edition" if older else "new", parsed, older)

    def _kin(self, parsed: ParsedEdition) -> Document | None:
        """Return what a text is a revision of.

        Title and number are the same, or one of them is and many clauses are.
        """
        facts, compared = parsed.facts, 0
        wanted = (_name(facts.title), _name(facts.number))
        for uid, title, number in documents.load_names(self._base.conn):
            same = [w and w == _name(k) for w, k in zip(wanted, (title, number), strict=True)]
            if not any(same) or compared == COMPARED:
                continue
            document = documents.load_document(self._base.conn, uid)
            if document is not None and (all(same) or self._shares(document, parsed)):
                return document
            compared += 1
        return None

    def _shares(self, document: Document, parsed: ParsedEdition) -> bool:
        """Whether many clauses are the same, or a rewritten text speaks of the same things."""
        theirs = [n.text for n in parsed.nodes if n.is_clause]
        ours = [n.text for n in self.nodes(document.edition) if n.is_clause]
        words, stored = set(map(_plain, theirs)), set(map(_plain, ours))
        if len(words & stored) >= KIN * min(len(words), len(stored)):
            return True
        from db.rare import kinship

        return kinship(" ".join(ours), " ".join(theirs)) >= ALIKE

    def keep(
        self, parsed: ParsedEdition, *, document: DocumentUid | None = None, label: str = ""
    ) -> Document:
        """Store what was read as a new document, or as a new edition of one; one step.

        Undo puts a new document into the trash and withdraws a new edition.
        """
        if not parsed.nodes:
            raise UserError("import-empty", file=parsed.file_name)
        label = self._free_label(label or parsed.facts.date or now()[:10], document)
        with self._base.write() as conn:
            kept = documents.add_edition(conn, parsed, label=label, now=now(), document=document)
            reviews.move_notes(conn, kept.edition)
        self.changes.tell("document", kept.uid)
        if document is None or kept.uid != document:
            self.remember_import([kept.uid])
        else:
            self.remember_import([], [kept.edition])
        return kept

    def remember_import(self, new: Sequence[str], editions: Sequence[EditionUid] = ()) -> None:
        """Make one step of documents and editions that were just stored."""
        take_back = partial(self._take_back, list(new), list(editions))
        words = "import" if new else "new edition"
        self._remember(words, partial(take_back, now()), partial(take_back, ""))

    def _take_back(self, new: list[str], editions: list[EditionUid], removed: str) -> None:
        """Undo an import at a time, or bring everything back with ''."""
        for edition in editions if removed else ():
            if documents.is_used(self._base.conn, edition):
                raise UserError("edition-used", name=self.document_of(edition).name)
        with self._base.write() as conn:
            for uid in new:
                known = trash.load_removed(conn, uid)
                if known is None or bool(known) == bool(removed):
                    raise UserError("undo-conflict", words="import")
                documents.save_removed(conn, DocumentUid(uid), removed)
            for edition in editions:
                documents.save_withdrawn(conn, edition, withdrawn=bool(removed))
                if not removed:
                    reviews.move_notes(conn, edition)
                reviews.index_again(conn, edition)
        self.changes.tell("document", *new, *editions)

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
            self._swap_facts(edition, before.facts, facts)
            self._remember(
                "edit document",
                partial(self._swap_facts, edition, facts, before.facts),
                partial(self._swap_facts, edition, before.facts, facts),
            )
        return self.document_of(edition)

    def _swap_facts(
        self, edition: EditionUid, expected: DocumentFacts, wanted: DocumentFacts
    ) -> None:
        with self._base.write() as conn:
            known = trash.load_removed(conn, documents.document_of(conn, edition).uid)
            if known is None or documents.document_of(conn, edition).facts != expected:
                raise UserError("undo-conflict", words="edit document")
            documents.save_facts(conn, edition, wanted)
        self.changes.tell("document", edition)

    def noted_editions(self) -> tuple[EditionUid, ...]:
        """Return the newest editions of the documents that have notes."""
        return documents.load_noted(self._base.conn)

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
        before = {uid: trash.load_removed(self._base.conn, uid) for uid in uids}
        before = {u: known for u, known in before.items() if bool(known) != bool(removed)}
        after = dict.fromkeys(before, removed)
        if after:
            self._put_away(words, before, after)
            self._remember(
                words,
                partial(self._put_away, words, after, before),
                partial(self._put_away, words, before, after),
            )

    def _put_away(
        self, words: str, expected: Mapping[str, str | None], wanted: Mapping[str, str | None]
    ) -> None:
        """Put documents into the trash or take them out; refused when that was done meanwhile."""
        with self._base.write() as conn:
            for uid, removed in expected.items():
                if removed is None or trash.load_removed(conn, uid) != removed:
                    raise UserError("undo-conflict", words=words)
            for uid, removed in wanted.items():
                documents.save_removed(conn, DocumentUid(uid), removed or "")
        self.changes.tell("document", *wanted)

    # beside another process

    def go_first(self, turn: Turn | None) -> None:
        """Let what is saved here stop the long writes of the process that shares `turn`."""
        self._base.go_first(turn)

    def giving_way(self, turn: Turn, deed: Callable[[], R]) -> R:
        """Do a deed that writes, and begin it anew when somebody else wants to write meanwhile."""
        return give_way(self._base.conn, turn, deed)

    # groups

    def put_in_group(self, uids: Iterable[str], group: str) -> None:
        """Put documents into a group, '' takes them out of theirs; one step."""
        group = " ".join(group.split())
        self._regroup("move to group", {d.uid: group for d in self._known(uids)})

    def rename_group(self, group: str, name: str) -> None:
        """Give a group another name; that of another group makes one of the two; one step."""
        name = " ".join(name.split())
        if not name:
            raise UserError("group-unnamed")
        inside = [d.uid for d in self._every() if d.group == group]
        self._regroup("rename group", dict.fromkeys(inside, name))

    def _known(self, uids: Iterable[str]) -> list[Document]:
        found = (documents.load_document(self._base.conn, DocumentUid(u)) for u in uids)
        return [d for d in found if d is not None]

    def _every(self) -> tuple[Document, ...]:
        """Return every document, those in the trash too: they come back into their group."""
        return (*self.documents(), *self.removed())

    def _regroup(self, words: str, groups: dict[DocumentUid, str]) -> None:
        before = {d.uid: d.group for d in self._known(groups) if d.group != groups[d.uid]}
        if not before:
            return
        after = {uid: groups[uid] for uid in before}
        self._save_groups(before, after)
        self._remember(
            words,
            partial(self._save_groups, after, before),
            partial(self._save_groups, before, after),
        )

    def _save_groups(self, before: dict[DocumentUid, str], after: dict[DocumentUid, str]) -> None:
        if any(d.group != before[d.uid] for d in self._known(before)):
            raise UserError("undo-conflict", words="move to group")
        with self._base.write() as conn:
            for uid, group in after.items():
                documents.save_group(conn, uid, group)
        self.changes.tell("document", *after)

    def original(self, edition: EditionUid) -> tuple[str, bytes]:
        """Return the name and the bytes of the file that an edition was made of."""
        return documents.load_original(self._base.conn, edition)


def _plain(words: str) -> str:
    """Return words without what two printings of one text differ in: space, case, punctuation."""
    return re.sub(r"[\W_]+", "", words).casefold()


_name = lru_cache(maxsize=8192)(_plain)
"""The same for titles and numbers, which are asked for again at every file of a folder."""
