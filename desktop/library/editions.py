"""Deeds on editions: compare two of them, and say where notes belong that could not move alone."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from db import documents, nodes, reviews
from db.errors import UserError
from db.pages import AROUND
from db.revision import ASKED, KEPT_BEHIND, MOVED, PLACED, Row
from desktop.library.bookmarking import Bookmarking

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from db.model import Anchor, DocumentUid, EditionUid, Node, Note, NoteUid
    from db.revision import Candidate, Pair, Review, Stretch, Tally

Rows = tuple[Row, ...]


class Editions(Bookmarking):
    """What can be done with the editions of a document and with what hangs in them."""

    def editions(self, document: DocumentUid) -> tuple[tuple[EditionUid, str], ...]:
        """Return the editions of a document with their labels, newest first."""
        return documents.load_editions(self._base.conn, document)

    def tally(self, edition: EditionUid) -> Tally:
        """Return how many notes moved to an edition, and how many wait in it."""
        return reviews.count_rows(self._base.conn, edition)

    # compare

    def compare(self, old: EditionUid, new: EditionUid) -> tuple[Pair, ...]:
        """Return what became of every clause, in the order of the new edition."""
        from db.comparison import compare  # loads rapidfuzz, which no start of the window needs

        return compare(self._layers(old), self._layers(new))

    def _layers(self, edition: EditionUid) -> tuple[str, tuple[Node, ...]]:
        conn = self._base.conn
        return documents.load_whole_text(conn, edition), nodes.load_nodes(conn, edition)

    @staticmethod
    def differing(old: str, new: str) -> tuple[Stretch, ...]:
        """Return two wordings as stretches that are equal or not."""
        from db.differences import differing

        return differing(old, new)

    # review

    def reviews(self, document: DocumentUid | None = None) -> tuple[Review, ...]:
        """Return the notes whose place in the newest edition a person must say."""
        return reviews.load_reviews(self._base.conn, document)

    def review_counts(self) -> dict[DocumentUid, tuple[int, int]]:
        """Return document → how many notes are to review, how many found no place at all."""
        return reviews.count_reviews(self._base.conn)

    def review(self, note: str) -> Review:
        """Return the review of one note; a note that waits for nobody is a `UserError`."""
        found = next((r for r in self.reviews() if r.note.uid == note), None)
        if found is None:
            raise UserError("review-none", uid=note)
        return found

    def candidate_anchor(self, review: Review, candidate: Candidate) -> Anchor:
        """Return the anchor that a note would have at a candidate; nothing is saved."""
        return self.anchor(review.edition, candidate.start, candidate.end)

    def accept_candidate(self, note: str, number: int = 1) -> Note:
        """Put a note where a candidate is, counted from 1; one step of the history."""
        review = self.review(note)
        if not 1 <= number <= len(review.candidates):
            raise UserError("candidate-unknown", number=number, count=len(review.candidates))
        candidate = review.candidates[number - 1]
        return self._settle(review, self.candidate_anchor(review, candidate))

    def place_note(self, note: str, anchor: Anchor) -> Note:
        """Put a note at a place of the newest edition that a person chose; one step."""
        review = self.review(note)
        if anchor.edition != review.edition:
            label = self.document_of(anchor.edition).label
            raise UserError("review-edition", edition=label, wanted=review.edition_label)
        return self._settle(review, anchor)

    def _settle(self, review: Review, anchor: Anchor) -> Note:
        settled = Row(replace(anchor, state=MOVED))
        self._change_row("move note", [(review.note.uid, review.edition, settled)])
        return self.note(review.note.uid)

    def keep_on_old(self, notes: Iterable[str]) -> None:
        """Leave notes on the older edition and ask no more; one step of the history."""
        changed = []
        for uid in notes:
            review = self.review(uid)
            row = self._row(review.note.uid, review.edition)
            kept = Row(replace(row.anchor, state=KEPT_BEHIND), row.candidates)
            changed.append((review.note.uid, review.edition, kept))
        self._change_row("keep on old edition", changed)

    def detach_notes(self, notes: Iterable[str]) -> None:
        """Take notes off their places in every edition; they stay notes. One step."""
        uids = [self.review(uid).note.uid for uid in notes]
        steps = [(uid, reviews.load_rows(self._base.conn, uid), ()) for uid in uids]
        self._replace_rows("detach note", steps)

    def _row(self, note: NoteUid, edition: EditionUid) -> Row:
        rows = reviews.load_rows(self._base.conn, note)
        return next(r for r in rows if r.anchor.edition == edition)

    def _change_row(self, words: str, changed: Sequence[tuple[NoteUid, EditionUid, Row]]) -> None:
        steps = []
        for uid, edition, row in changed:
            before = reviews.load_rows(self._base.conn, uid)
            after = tuple(row if r.anchor.edition == edition else r for r in before)
            steps.append((uid, before, after))
        self._replace_rows(words, steps)

    def _replace_rows(self, words: str, steps: Sequence[tuple[NoteUid, Rows, Rows]]) -> None:
        if not steps:
            return
        back = [(uid, after, before) for uid, before, after in steps]
        self._swap_rows(words, steps)
        self._remember(
            words, partial(self._swap_rows, words, back), partial(self._swap_rows, words, steps)
        )

    def _swap_rows(self, words: str, steps: Sequence[tuple[NoteUid, Rows, Rows]]) -> None:
        """Put other anchors in the place of those that are expected, all or none."""
        with self._base.write() as conn:
            for uid, expected, _ in steps:
                if reviews.load_rows(conn, uid) != expected:
                    raise UserError("undo-conflict", words=words)
            for uid, _, wanted in steps:
                reviews.save_rows(conn, uid, wanted)
        self.changes.tell("note", *(uid for uid, _, _ in steps))

    # where a note came from

    def origin(self, note: Note) -> tuple[str, str] | None:
        """Return the edition and the place (第十三条) a note moved from, None when it did not."""
        if note.anchor is None or note.anchor.state != MOVED:
            return None
        rows = reviews.load_rows(self._base.conn, note.uid)
        before = [
            r.anchor
            for r in rows
            if r.anchor.state in PLACED and r.anchor.edition != note.anchor.edition
        ]
        if not before:
            return None
        old = before[-1]
        place = "" if old.kind == "document" else self.place_words(old.edition, old.start)
        return self.document_of(old.edition).label, place

    def place_words(self, edition: EditionUid, offset: int) -> str:
        """Return what the place at an offset is called: its article, else the nearest heading."""
        node = nodes.node_at(self._base.conn, edition, offset)
        while node is not None and (node.is_clause or not node.text.strip()):
            above = nodes.find_nodes(self._base.conn, node.parent, edition) if node.parent else ()
            node = above[0][1] if above else None
        return " ".join(node.title.split()) if node is not None else ""

    def path_at(self, edition: EditionUid, offset: int) -> str:
        """Return the path of the deepest place at an offset, `@around` outside the nodes."""
        node = nodes.node_at(self._base.conn, edition, offset)
        return node.path if node is not None else AROUND

    def waits(self, note: Note) -> bool:
        """Whether a person must say where a note belongs in the newest edition."""
        rows = reviews.load_rows(self._base.conn, note.uid)
        return bool(rows) and rows[-1].anchor.state in ASKED
