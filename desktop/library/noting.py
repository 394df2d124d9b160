"""Deeds on notes: anchor, add, change, draft, delete, restore; every one a step of the history."""

from __future__ import annotations

import uuid
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, TypedDict, Unpack

from db import documents, nodes, notes
from db.errors import UserError
from db.model import COLORS, SENSITIVITIES, STATUSES, Anchor, EditionUid, Node, Note, NoteUid
from desktop.library.deeds import now
from desktop.library.importing import Importing

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

CONTEXT = 32
"""Code points kept on both sides of a quote, as the W3C TextQuoteSelector's users do."""
CHANGES = {
    "color": "change color",
    "tags": "change tags",
    "status": "change status",
    "sensitivity": "change sensitivity",
    "author": "change author",
}
"""The words of a step that changes nothing else."""


class Wishes(TypedDict, total=False):
    """What a note shall carry; what is left out stays as it is, or as a new note has it."""

    body: str
    color: str
    tags: Iterable[str]
    status: str
    author: str
    sensitivity: str


class Noting(Importing):
    """What can be done with notes; `author` is whose name a new note bears."""

    author = ""

    def notes(
        self, edition: EditionUid | None = None, start: int | None = None, end: int | None = None
    ) -> tuple[Note, ...]:
        """Return the notes of the library, an edition or a stretch of it, in document order."""
        return notes.load_notes(self._base.conn, edition=edition, start=start, end=end)

    def notes_at(self, node: Node) -> tuple[Note, ...]:
        """Return the notes on a place and everything below it, in document order."""
        edition = self.edition_of(node)
        start, end = nodes.extent(self._base.conn, edition, node.path)
        return self.notes(edition, start, end)

    def trash(self) -> tuple[Note, ...]:
        """Return the deleted notes, which can be restored."""
        return notes.load_notes(self._base.conn, deleted=True)

    def note(self, uid: str) -> Note:
        """Return a note, also a deleted one."""
        note = notes.load_note(self._base.conn, NoteUid(uid))
        if note is None:
            raise UserError("note-unknown", uid=uid)
        return note

    def note_counts(self, edition: EditionUid) -> dict[str, int]:
        """Return path → notes on it and below; '' is the whole document."""
        return notes.count_notes(self._base.conn, edition)

    def tags(self) -> tuple[tuple[str, int], ...]:
        """Return the tags in use with their counts, by name."""
        return notes.load_tags(self._base.conn)

    def anchor(self, edition: EditionUid, start: int, end: int, kind: str = "passage") -> Anchor:
        """Make the anchor for a stretch of the source; the quote is cut from the stored text."""
        conn = self._base.conn
        before = max(0, start - CONTEXT)
        around = documents.load_text(conn, edition, before, end + CONTEXT)
        first = nodes.node_at(conn, edition, start)
        last = nodes.node_at(conn, edition, max(start, end - 1))
        return Anchor(
            edition=edition,
            kind=kind,
            start=start,
            end=end,
            quote=around[start - before : end - before],
            prefix=around[: start - before],
            suffix=around[end - before :],
            first=first.uid if first else None,
            last=last.uid if last else None,
        )

    def anchor_on(self, node: Node) -> Anchor:
        """Make the anchor for a whole clause, task or region."""
        anchor = self.anchor(self.edition_of(node), node.start, node.end, "node")
        return replace(anchor, first=node.uid, last=node.uid)

    def anchor_on_document(self, edition: EditionUid) -> Anchor:
        """Make the anchor for a whole document, in one of its editions."""
        self.document_of(edition)
        return Anchor(edition=edition, kind="document", start=0, end=0, quote="")

    def find_quote(self, node: Node, quote: str, occurrence: int | None = None) -> Anchor:
        """Find a quote in a node and everything below it; not exactly once is a `UserError`."""
        edition = self.edition_of(node)
        start, end = nodes.extent(self._base.conn, edition, node.path)
        found = _occurrences(documents.load_text(self._base.conn, edition, start, end), quote)
        count = len(found)
        if occurrence is not None and not 1 <= occurrence <= count:
            raise UserError("occurrence-missing", count=count, place=node.path, wanted=occurrence)
        if occurrence is None and count != 1:
            code = "quote-count" if count else "quote-missing"
            raise UserError(code, count=count, place=node.path)
        at = start + found[(occurrence or 1) - 1]
        return self.anchor(edition, at, at + len(quote))

    def sketch_note(self, anchor: Anchor | None, **wishes: Unpack[Wishes]) -> Note:
        """Make a note that is not saved yet; a passage without a color gets the first one."""
        passage = anchor is not None and anchor.kind == "passage"
        moment = now()
        note = Note(
            uid=NoteUid(str(uuid.uuid4())),
            author=self.author,
            created=moment,
            changed=moment,
            anchor=anchor,
        )
        note = _granted(note, wishes)
        return note if note.color or not passage else replace(note, color=COLORS[0])

    def start_note(self, note: Note) -> Note:
        """Save a sketched note and return it; `settle_new_note` makes one step of all its words."""
        if not (note.body.strip() or note.color or note.tags):
            raise UserError("note-empty")
        return self._write_note(note)

    def settle_new_note(self, uid: str) -> None:
        """Make one step of a note that was started, with everything that was written since."""
        note = self.note(uid)
        gone = replace(note, deleted=now())
        self._remember_note("add note" if note.body else "highlight", gone, note)

    def add_note(self, anchor: Anchor | None, **wishes: Unpack[Wishes]) -> Note:
        """Save a new note and return it; a passage without a color is marked in the first one."""
        note = self.start_note(self.sketch_note(anchor, **wishes))
        self.settle_new_note(note.uid)
        return note

    def change_note(self, uid: str, **wishes: Unpack[Wishes]) -> Note:
        """Change what is given and return the note as saved; one step of the history."""
        self.change_notes([uid], **wishes)
        return self.note(uid)

    def change_notes(self, uids: Iterable[str], **wishes: Unpack[Wishes]) -> None:
        """Change what is given in every note; one step of the history."""
        moment = now()
        pairs = [(n, _granted(n, wishes)) for n in map(self.note, uids)]
        pairs = [(n, replace(m, changed=moment)) for n, m in pairs if m != n]
        names = list(wishes)
        words = CHANGES.get(names[0], "edit note") if len(names) == 1 else "edit note"
        self._replace_notes(words, [n for n, _ in pairs], [m for _, m in pairs])

    def draft_note(self, uid: str, body: str, *, seen: str | None = None) -> Note:
        """Save the words that are being typed; `settle_note` makes one step of them.

        `seen` are the words that the typist had before. Words that somebody else wrote meanwhile
        are kept below them.
        """
        before = self.note(uid)
        if body == before.body:
            return before
        if seen is not None and before.body not in (seen, "") and before.body not in body:
            body = f"{body}\n\n{before.body}"
        return self._write_note(replace(before, body=body, changed=now()))

    def settle_note(self, before: Note) -> None:
        """Make one step of all drafts since `before`; nothing when the note is as it was."""
        after = self.note(before.uid)
        if after.body != before.body:
            self._remember_note("edit note", before, after)

    def delete_notes(self, uids: Iterable[str]) -> None:
        """Move notes to the trash; one step of the history."""
        before = [n for n in map(self.note, uids) if not n.deleted]
        moment = now()
        self._replace_notes("delete note", before, [replace(n, deleted=moment) for n in before])

    def restore_notes(self, uids: Iterable[str]) -> None:
        """Take notes back out of the trash; one step of the history."""
        before = [n for n in map(self.note, uids) if n.deleted]
        self._replace_notes("restore note", before, [replace(n, deleted="") for n in before])

    def _replace_notes(self, words: str, before: Sequence[Note], after: Sequence[Note]) -> None:
        if not after:
            return
        self._swap_notes(words, before, after)
        self._remember_notes(words, before, after)

    def _remember_note(self, words: str, before: Note, after: Note) -> None:
        self._remember_notes(words, [before], [after])

    def _remember_notes(self, words: str, before: Sequence[Note], after: Sequence[Note]) -> None:
        self._remember(
            words,
            partial(self._swap_notes, words, after, before),
            partial(self._swap_notes, words, before, after),
        )

    def _swap_notes(self, words: str, expected: Sequence[Note], wanted: Sequence[Note]) -> None:
        """Put `wanted` in the place of `expected`, all or none; a change in between refuses it."""
        with self._base.write() as conn:
            for note in expected:
                if notes.load_note(conn, note.uid) != note:
                    raise UserError("undo-conflict", words=words)
            for note in wanted:
                notes.save_note(conn, note)
        self.changes.tell("note", *(n.uid for n in wanted))

    def _write_note(self, note: Note) -> Note:
        with self._base.write() as conn:
            saved = notes.save_note(conn, note)
        self.changes.tell("note", note.uid)
        return saved


def _granted(note: Note, wishes: Wishes) -> Note:
    """Return the note with what is wished; what no note can have is a `UserError`."""
    after = replace(
        note,
        body=wishes.get("body", note.body),
        color=wishes.get("color", note.color),
        tags=tidy_tags(wishes.get("tags", note.tags)),
        status=wishes.get("status", note.status),
        author=" ".join(wishes.get("author", note.author).split()),
        sensitivity=wishes.get("sensitivity", note.sensitivity),
    )
    if after.color and after.color not in COLORS:
        raise UserError("color-unknown", color=after.color, choices=", ".join(COLORS))
    if after.status not in STATUSES:
        raise UserError("status-unknown", status=after.status, choices=", ".join(STATUSES))
    if after.sensitivity not in SENSITIVITIES:
        choices = ", ".join(SENSITIVITIES)
        raise UserError("sensitivity-unknown", sensitivity=after.sensitivity, choices=choices)
    return after


def tidy_tags(tags: Iterable[str]) -> tuple[str, ...]:
    """Return the tags each once, in their order, without blanks at their ends and around `/`."""
    parts = ([" ".join(p.split()) for p in tag.split("/")] for tag in tags)
    return tuple(dict.fromkeys(t for t in ("/".join(filter(None, p)) for p in parts) if t))


def _occurrences(text: str, quote: str) -> list[int]:
    """Return every place where `quote` begins in `text`, overlapping ones too."""
    found: list[int] = []
    at = text.find(quote) if quote else -1
    while at >= 0:
        found.append(at)
        at = text.find(quote, at + 1)
    return found
