"""The deeds: everything that people do with Clausebook, for the window and the console alike. No Qt, no SQL.

A `Library` belongs to the thread that opened it. Every deed is durable when it returns, tells
`changes` what it changed and leaves a worded step in `history`.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from db import documents, memos, notes
from db.connection import Base, open_reader
from db.errors import UserError
from db.model import (
    COLORS,
    Anchor,
    Block,
    Damage,
    Document,
    EditionUid,
    Hit,
    Memo,
    MemoUid,
    Node,
    NodeUid,
    Note,
    NoteUid,
    Source,
    Unit,
    Zone,
)
from desktop.changes import Changes
from desktop.history import History, Step

CONTEXT = 32
"""Code points kept on both sides of a quote, as the W3C TextQuoteSelector's users do."""


@dataclass(frozen=True, slots=True)
class LibraryFacts:
    """Where the data is and what is in it; `size` in bytes."""

    folder: Path
    file: Path
    schema: int
    size: int
    documents: tuple[Document, ...]
    notes: int
    memos: int


@dataclass(frozen=True, slots=True)
class Place:
    """A place that a person named: the document and the node in its newest or named edition."""

    document: Document
    node: Node


def now() -> str:
    """Return this moment as the model writes it: ISO 8601, UTC, milliseconds."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


class Searcher:
    """Searches in a thread of its own: opened there, closed there, interrupted from anywhere."""

    def __init__(self, folder: Path) -> None:
        self._conn = open_reader(folder)

    def first(self, query: str, limit: int = 30) -> list[Hit]:
        """Return the first matches in document order, the last word taken as a beginning."""
        from db.search.results import find_first

        return find_first(self._conn, query, limit)

    def ranked(self, query: str, limit: int = 200, *, typing: bool = False) -> list[Hit]:
        """Return the best matches first; with `typing` the last word may be unfinished."""
        from db.search.results import find_ranked

        return find_ranked(self._conn, query, limit, typing=typing)

    def interrupt(self) -> None:
        """Stop the running search from another thread; it raises `sqlite3.OperationalError` there."""
        self._conn.interrupt()

    def close(self) -> None:
        """Close the connection, in the thread that opened it."""
        self._conn.close()


class Library:
    """One person's library in one folder: documents, notes and memos, and every deed on them."""

    def __init__(self, base: Base) -> None:
        self._base = base
        self._seen = base.data_version()
        self.changes = Changes()
        self.history = History()

    # opening

    @classmethod
    def open(cls, folder: Path, *, plans: Sequence[Path] = ()) -> Self:
        """Open the library in `folder`, made and filled with the shipped `plans` when it is missing."""
        base = Base.open(folder)
        library = cls(base)
        if plans and not library.documents() and not documents.load_documents(base.conn, removed=True):
            library._install(plans)
        return library

    def _install(self, plans: Sequence[Path]) -> None:
        from desktop.importers.shipped import read_shipped

        for plan in plans:
            parsed = read_shipped(plan)
            with self._base.write() as conn:
                documents.add_edition(conn, parsed, label=parsed.facts.date or now()[:10], now=now())

    def close(self) -> None:
        """Close the library; nothing waits to be saved."""
        self._base.close()

    def facts(self) -> LibraryFacts:
        """Return where the data is and what is in it."""
        conn = self._base.conn
        return LibraryFacts(
            folder=self._base.folder,
            file=self._base.file,
            schema=self._base.schema_version(),
            size=self._base.file.stat().st_size,
            documents=self.documents(),
            notes=len(notes.load_notes(conn)),
            memos=len(memos.load_memos(conn)),
        )

    def refresh(self) -> bool:
        """Notice what another program wrote since the last call, and tell the listeners."""
        seen = self._base.data_version()
        if seen == self._seen:
            return False
        self._seen = seen
        self.changes.tell("library")
        return True

    def searcher(self) -> Callable[[], Searcher]:
        """Return what opens a `Searcher` in the thread that calls it."""
        folder = self._base.folder
        return lambda: Searcher(folder)

    # documents and places

    def documents(self) -> tuple[Document, ...]:
        """Return the documents of the library, the shipped plan first, then by name."""
        return documents.load_documents(self._base.conn)

    def document(self, name: str = "") -> Document:
        """Return the document with this uid, title, short name or number; the only one for ''."""
        known = self.documents()
        wanted = name.strip().casefold()
        fits = [d for d in known if not wanted or wanted in _names_of(d)]
        if not fits and wanted:
            fits = [d for d in known if any(wanted in n for n in _names_of(d))]
        if len(fits) == 1:
            return fits[0]
        choices = "; ".join(d.name for d in fits or known) or "none"
        raise UserError("place-ambiguous" if fits else "document-unknown", name=name, place=name or "This", choices=choices)

    def document_of(self, edition: EditionUid) -> Document:
        """Return the document that an edition belongs to."""
        return documents.document_of(self._base.conn, edition)

    def place(self, text: str) -> Place:
        """Find `[DOCUMENT[@EDITION]:]PATH` or a node's uid."""
        conn = self._base.conn
        node = documents.load_node(conn, NodeUid(text.strip()))
        if node is not None:
            edition = documents.edition_of(conn, node.uid)
            if edition is not None:
                return Place(self.document_of(edition), node)
        prefix, colon, path = text.rpartition(":")
        path = _fold_path(path)
        if colon:
            fits = documents.find_nodes(conn, path, self._edition(prefix))
        else:
            fits = documents.find_nodes(conn, path)
        if len(fits) == 1:
            return Place(self.document_of(fits[0][0]), fits[0][1])
        if not fits:
            raise UserError("place-unknown", place=text)
        choices = "; ".join(f"{self.document_of(e).name}:{path}" for e, _ in fits)
        raise UserError("place-ambiguous", place=text, choices=choices)

    def _edition(self, text: str) -> EditionUid:
        name, at, label = text.rpartition("@")
        if not at:
            return self.document(text).edition
        document = self.document(name)
        known = documents.load_editions(self._base.conn, document.uid)
        for edition, known_label in known:
            if label in (known_label, edition):
                return edition
        choices = "; ".join(known_label for _, known_label in known)
        raise UserError("edition-unknown", name=document.name, edition=label, choices=choices)

    def node(self, uid: str) -> Node:
        """Return a node by its uid."""
        node = documents.load_node(self._base.conn, NodeUid(uid))
        if node is None:
            raise UserError("place-unknown", place=uid)
        return node

    def edition_of(self, node: Node) -> EditionUid:
        """Return the edition that a node belongs to."""
        edition = documents.edition_of(self._base.conn, node.uid)
        if edition is None:
            raise UserError("place-unknown", place=node.uid)
        return edition

    def nodes(self, edition: EditionUid) -> tuple[Node, ...]:
        """Return all nodes of an edition in document order."""
        return documents.load_nodes(self._base.conn, edition)

    def children(self, edition: EditionUid, parent: str = "") -> tuple[Node, ...]:
        """Return the nodes right below a path; '' gives the top level, the preamble `0` first."""
        return documents.load_children(self._base.conn, edition, parent)

    def trail(self, edition: EditionUid, path: str) -> tuple[Node, ...]:
        """Return the nodes from the top level down to `path`, both included."""
        found: list[Node] = []
        while path:
            fits = documents.find_nodes(self._base.conn, path, edition)
            if not fits:
                break
            found.append(fits[0][1])
            path = fits[0][1].parent
        return tuple(reversed(found))

    def node_at(self, edition: EditionUid, offset: int) -> Node | None:
        """Return the deepest node at an offset of the source, None around the plan."""
        return documents.node_at(self._base.conn, edition, offset)

    def zones(self, edition: EditionUid) -> tuple[Zone, ...]:
        """Return the zones of an edition; concatenated they are its source text."""
        return documents.load_zones(self._base.conn, edition)

    def damage(self, edition: EditionUid) -> tuple[Damage, ...]:
        """Return every damage mark of an edition, inside and outside its nodes."""
        return documents.load_damage(self._base.conn, edition)

    def source(self, edition: EditionUid) -> Source:
        """Return what a citation needs to know about an edition."""
        return documents.load_source(self._base.conn, edition)

    def text(self, edition: EditionUid, start: int, end: int) -> str:
        """Return the source's own words between two offsets."""
        return documents.load_text(self._base.conn, edition, start, end)

    def unit_path(self, edition: EditionUid, path: str) -> str:
        """Return the path of the page that shows `path`."""
        return documents.unit_path(self._base.conn, edition, path)

    def unit_paths(self, edition: EditionUid) -> tuple[str, ...]:
        """Return the pages of an edition in reading order."""
        return documents.unit_paths(self._base.conn, edition)

    def unit(self, edition: EditionUid, path: str) -> Unit:
        """Return the page that shows `path`; `@around` is the text around the plan."""
        return documents.load_unit(self._base.conn, edition, path)

    def cite(self, edition: EditionUid, path: str) -> str:
        """Return the citation of a place, as it stands in a memo."""
        from desktop.exporters.citation import cite

        return cite(self.source(edition), self.trail(edition, path))

    # search

    def search(self, query: str, limit: int = 20) -> list[Hit]:
        """Return the best hits first, over clauses, headings and notes."""
        from db.search.results import find_ranked

        return find_ranked(self._base.conn, query, limit)

    # notes

    def notes(
        self, edition: EditionUid | None = None, start: int | None = None, end: int | None = None
    ) -> tuple[Note, ...]:
        """Return the notes of the library, an edition or a stretch of it, in document order."""
        return notes.load_notes(self._base.conn, edition=edition, start=start, end=end)

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
        first = documents.node_at(conn, edition, start)
        last = documents.node_at(conn, edition, max(start, end - 1))
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

    def find_quote(self, node: Node, quote: str, occurrence: int | None = None) -> Anchor:
        """Find a quote in a node and everything below it; not exactly once is a `UserError`."""
        edition = self.edition_of(node)
        start, end = documents.extent(self._base.conn, edition, node.path)
        found = _occurrences(documents.load_text(self._base.conn, edition, start, end), quote)
        count = len(found)
        if occurrence is not None and not 1 <= occurrence <= count:
            raise UserError("occurrence-missing", count=count, place=node.path, wanted=occurrence)
        if occurrence is None and count != 1:
            code = "quote-count" if count else "quote-missing"
            raise UserError(code, count=count, place=node.path)
        at = start + found[(occurrence or 1) - 1]
        return self.anchor(edition, at, at + len(quote))

    def add_note(
        self, anchor: Anchor | None, *, body: str = "", color: str = "", tags: Iterable[str] = ()
    ) -> Note:
        """Save a new note and return it; a passage without a color is marked in the first one."""
        if color and color not in COLORS:
            raise UserError("color-unknown", color=color, choices=", ".join(COLORS))
        kept = tuple(dict.fromkeys(t.strip() for t in tags if t.strip()))
        passage = anchor is not None and anchor.kind == "passage"
        if not (body.strip() or color or kept or passage):
            raise UserError("note-empty")
        moment = now()
        note = Note(
            uid=NoteUid(str(uuid.uuid4())),
            body=body,
            color=color or (COLORS[0] if passage else ""),
            tags=kept,
            created=moment,
            changed=moment,
            anchor=anchor,
        )
        note = self._write_note(note)
        gone = replace(note, deleted=now())
        self._remember_note("add note" if body else "highlight", gone, note)
        return note

    def change_note(
        self,
        uid: str,
        *,
        body: str | None = None,
        color: str | None = None,
        tags: Iterable[str] | None = None,
    ) -> Note:
        """Change what is given and return the note as saved; one step of the history."""
        before = self.note(uid)
        after = self._save_change(before, body=body, color=color, tags=tags)
        if after != before:
            words = "change color" if body is None and tags is None else "edit note"
            self._remember_note(words, before, after)
        return after

    def draft_note(self, uid: str, body: str) -> Note:
        """Save the words that are being typed; `settle_note` makes one step of them."""
        return self._save_change(self.note(uid), body=body)

    def settle_note(self, before: Note) -> None:
        """Make one step of all drafts since `before`; nothing when the note is as it was."""
        after = self.note(before.uid)
        if after.body != before.body:
            self._remember_note("edit note", before, after)

    def _save_change(
        self,
        before: Note,
        *,
        body: str | None = None,
        color: str | None = None,
        tags: Iterable[str] | None = None,
    ) -> Note:
        if color and color not in COLORS:
            raise UserError("color-unknown", color=color, choices=", ".join(COLORS))
        after = replace(
            before,
            body=before.body if body is None else body,
            color=before.color if color is None else color,
            tags=before.tags if tags is None else tuple(dict.fromkeys(tags)),
        )
        return before if after == before else self._write_note(replace(after, changed=now()))

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
        self.history.add(
            Step(
                words,
                lambda: self._swap_notes(words, after, before),
                lambda: self._swap_notes(words, before, after),
            )
        )
        self.changes.tell("history")

    def _remember_note(self, words: str, before: Note, after: Note) -> None:
        self.history.add(
            Step(
                words,
                lambda: self._swap_notes(words, [after], [before]),
                lambda: self._swap_notes(words, [before], [after]),
            )
        )
        self.changes.tell("history")

    def _swap_notes(self, words: str, expected: Sequence[Note], wanted: Sequence[Note]) -> None:
        """Put `wanted` in the place of `expected`, all or none; refused when one is no longer as expected."""
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

    # memos

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
        return self._change_memo("rename memo", before, replace(before, title=self._free_title(title)))

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
        return Block(
            uid=str(uuid.uuid4()),
            kind="clause",
            quote=node.text,
            node=node.uid,
            edition=self.edition_of(node),
            path=node.path,
            start=node.start,
            end=node.end,
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

    def _change_memo(self, words: str, before: Memo, after: Memo) -> Memo:
        if after == before:
            return before
        saved = self._write_memo(replace(after, changed=now()))
        self._remember_memo(words, before, saved)
        return saved

    def _remember_memo(self, words: str, before: Memo, after: Memo) -> None:
        self.history.add(
            Step(
                words,
                lambda: self._swap_memo(words, after, before),
                lambda: self._swap_memo(words, before, after),
            )
        )
        self.changes.tell("history")

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

    # undo

    def undo(self) -> str:
        """Take back the last deed and return its words."""
        try:
            return self.history.undo()
        finally:
            self.changes.tell("history")

    def redo(self) -> str:
        """Do the last undone deed again and return its words."""
        try:
            return self.history.redo()
        finally:
            self.changes.tell("history")

    # export: see desktop/exporters

    def export_memo(self, uid: str, file: Path) -> None:
        """Write a memo as a Word document; the old file stays until the new one is whole."""
        memo = self.memo(uid)
        if not memo.blocks:
            raise UserError("memo-empty", title=memo.title)
        self._export(file, memo.title, memo.blocks)

    def export_notes(self, uids: Sequence[str], file: Path, title: str) -> None:
        """Write notes with their quotes and citations as a Word document, in the order given."""
        if not uids:
            raise UserError("notes-none")
        self._export(file, title, [self._note_block(self.note(n)) for n in uids])

    def _export(self, file: Path, title: str, blocks: Sequence[Block]) -> None:
        raise NotImplementedError


def _names_of(document: Document) -> set[str]:
    facts = document.facts
    return {n.casefold() for n in (document.uid, facts.title, facts.name, facts.number) if n}


def _fold_path(path: str) -> str:
    """Return a path as it is stored: ASCII brackets and digits, no spaces."""
    wide = {ord("（"): "(", ord("）"): ")", ord("．"): ".", ord("〇"): "0"}
    return "".join(path.split()).translate(wide)


def _occurrences(text: str, quote: str) -> list[int]:
    """Return every place where `quote` begins in `text`, overlapping ones too."""
    found: list[int] = []
    at = text.find(quote) if quote else -1
    while at >= 0:
        found.append(at)
        at = text.find(quote, at + 1)
    return found


