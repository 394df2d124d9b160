"""Reviewing: notes that a new edition could not place are shown one by one and decided."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QPushButton

from desktop.ui.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from db.model import Document, EditionUid, Note
    from db.revision import Review, Stretch
    from desktop.changes import Change
    from desktop.ui.comparing import Comparing
    from desktop.ui.desk import Desk
    from desktop.ui.reading import Reading
    from desktop.ui.views.passage import Passage
    from desktop.ui.views.review_page import ReviewPage, Sheet

AROUND = 160
"""Code points that are shown before and after a passage."""


class Reviewing(QObject):
    """Says how many notes wait, shows each with both texts, and does what a person decides."""

    def __init__(self, desk: Desk, reading: Reading, comparing: Comparing) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._library = desk.library
        self._reading = reading
        self._comparing = comparing
        self._window = desk.window
        self._waiting: tuple[Review, ...] = ()
        self._at = 0
        self._wired = False
        self.button = QPushButton(desk.window.notes)
        self.button.setProperty("deed", "ask")
        self.button.setCursor(Qt.CursorShape.PointingHandCursor)
        self.button.clicked.connect(self._on_button)
        desk.window.notes.put_below_head(self.button)
        desk.window.notes.know_origins(self.origin_words)

    # what waits

    def load(self) -> None:
        """Say in the notes pane how many wait; show them on the page when that is in view."""
        counts = self._desk.read(self._library.review_counts) or {}
        count = sum(map(sum, counts.values()))
        self.button.setVisible(bool(count))
        self.button.setText(tr("%n notes to check", n=count))
        self.button.setToolTip(tr("A new edition changed their clauses: say where they belong"))
        if self._in_view:
            self._ask()
            self._show()

    def _ask(self) -> None:
        """Read what waits, and stay with the note that is shown."""
        shown = self._waiting[self._at].note.uid if self._waiting else ""
        self._waiting = self._desk.read(self._library.reviews) or ()
        uids: list[str] = [r.note.uid for r in self._waiting]
        last = max(len(uids) - 1, 0)
        self._at = uids.index(shown) if shown in uids else min(self._at, last)

    def on_change(self, change: Change) -> None:
        """Ask again after notes or documents changed."""
        if change.kind in ("note", "document", "library"):
            self.load()

    @Slot(object)
    def tell(self, document: Document) -> None:
        """Say what became of the notes in an edition that was just stored."""
        tally = self._desk.read(self._library.tally, document.edition)
        if tally is None:
            return
        undo = (tr("Undo"), partial(self._desk.change, self._library.undo))
        changes = (tr("Show what changed"), partial(self._comparing.show_newest, document.edition))
        if not (tally.moved or tally.asked):
            words = tr("“{name}” has a new edition.", name=document.name)
            self._window.messages.show_news(words, changes, undo)
            return
        moved = tr("%n notes moved", n=tally.moved)
        deeds: list[tuple[str, Callable[[], object]]] = [changes, undo]
        words = tr("“{name}” has a new edition: {moved}.", name=document.name, moved=moved)
        if tally.asked:
            asked = tr("%n to check", n=tally.asked)
            words = tr(
                "“{name}” has a new edition: {moved}, {asked}.",
                name=document.name,
                moved=moved,
                asked=asked,
            )
            deeds.insert(0, (tr("Check them"), partial(self.show_document, document)))
        self._window.messages.show_news(words, *deeds)

    @Slot(object)
    def tell_all(self, editions: Sequence[EditionUid]) -> None:
        """Say how many notes wait after an import of many files; nothing when none does."""
        tallies = [self._library.tally(edition) for edition in editions]
        asked = sum(t.asked for t in tallies)
        if asked:
            self._window.messages.show_news(
                tr(
                    "New editions: {moved}, {asked}.",
                    moved=tr("%n notes moved", n=sum(t.moved for t in tallies)),
                    asked=tr("%n to check", n=asked),
                ),
                (tr("Check them"), self.review_notes),
            )

    def show_document(self, document: Document) -> None:
        """Show the first note that waits in a document."""
        self._ask()
        names = [r.note.document for r in self._waiting]
        self._at = names.index(document.name) if document.name in names else 0
        self.review_notes()

    def origin_words(self, note: Note) -> str:
        """Return from where a note moved into its edition, '' when it did not."""
        if note.anchor is None or note.anchor.state != "moved":
            return ""
        origin = self._library.origin(note)
        if origin is None:
            return ""
        edition, place = origin
        if not place:
            return tr("moved from {edition}", edition=edition)
        return tr("moved from {place} of {edition}", place=place, edition=edition)

    # the page

    @property
    def _page(self) -> ReviewPage:
        return self._window.review_page

    @property
    def _in_view(self) -> bool:
        return self._wired and self._window.middle.currentWidget() is self._page

    @Slot()
    def _on_button(self) -> None:
        self.review_notes()

    def review_notes(self) -> None:
        """Show the notes whose place in a new edition a person must say."""
        self._wire()
        self._window.show_page(self._page)
        self.load()
        self._page.focus()

    def _wire(self) -> None:
        if self._wired:
            return
        self._wired = True
        page = self._page
        page.accepted.connect(self._on_accepted)
        page.choose_requested.connect(self._on_choose_requested)
        page.keep_requested.connect(self._on_keep_requested)
        page.detach_requested.connect(self._on_detach_requested)
        page.turned.connect(self._on_turned)
        page.old_opened.connect(self._on_old_opened)
        page.new_opened.connect(self._on_new_opened)
        page.closed.connect(self._close)

    def _show(self) -> None:
        total = len(self._waiting)
        sheet = self._sheet(self._waiting[self._at]) if total else None
        self._page.show_sheet(sheet, self._at + 1, total)

    def _sheet(self, review: Review) -> Sheet:
        from desktop.ui.views.passage import GONE, SAME  # made when it is first needed
        from desktop.ui.views.review_page import Sheet

        note, anchor = review.note, review.note.anchor
        assert anchor is not None
        numbers = range(len(review.candidates))
        shown = [self._candidate(review, at) for at in numbers]
        first = self._differing(review, 0) if review.candidates else ()
        parts = tuple((SAME if s.is_equal else GONE, s.old) for s in first if s.old)
        return Sheet(
            note=note.uid,
            body=note.body.strip(),
            color=note.color,
            document=note.document,
            old_edition=note.edition_label,
            new_edition=review.edition_label,
            old=self._passage(
                anchor.edition, (anchor.start, anchor.end), parts or ((SAME, anchor.quote),)
            ),
            candidates=tuple(shown),
            scores=tuple(c.score for c in review.candidates),
        )

    def _candidate(self, review: Review, at: int) -> Passage:
        from desktop.ui.views.passage import FRESH, SAME

        candidate = review.candidates[at]
        differing = self._differing(review, at)
        parts = tuple((SAME if s.is_equal else FRESH, s.new) for s in differing if s.new)
        return self._passage(review.edition, (candidate.start, candidate.end), parts)

    def _differing(self, review: Review, at: int) -> tuple[Stretch, ...]:
        candidate = review.candidates[at]
        words = self._library.text(review.edition, candidate.start, candidate.end)
        anchor = review.note.anchor
        return self._library.differing(anchor.quote if anchor else "", words)

    def _passage(
        self, edition: EditionUid, span: tuple[int, int], parts: tuple[tuple[str, str], ...]
    ) -> Passage:
        from desktop.ui.views.passage import Passage

        start, end = span
        before = self._library.text(edition, start - AROUND, start)
        after = self._library.text(edition, end, end + AROUND)
        return Passage(
            self._library.place_words(edition, start),
            _from_line(before, cut=start > AROUND),
            parts,
            _to_line(after),
        )

    @Slot(int)
    def _on_turned(self, step: int) -> None:
        if 0 <= self._at + step < len(self._waiting):
            self._at += step
            self._show()

    @Slot()
    def _close(self) -> None:
        self._window.show_page(self._window.reading)
        self._window.reader.setFocus()

    # what a person decides

    @Slot(str, int)
    def _on_accepted(self, note: str, number: int) -> None:
        self._decide(partial(self._library.accept_candidate, note, number))

    @Slot(str)
    def _on_keep_requested(self, note: str) -> None:
        self._decide(partial(_done, self._library.keep_on_old, note))

    @Slot(str)
    def _on_detach_requested(self, note: str) -> None:
        self._decide(partial(_done, self._library.detach_notes, note))

    def _decide(self, deed: Callable[[], object]) -> None:
        if self._desk.change(deed) is not None:
            self._page.focus()

    @Slot(str)
    def _on_choose_requested(self, note: str) -> None:
        """Show the new edition; what is selected there when the button is pressed is the place."""
        review = self._review(note)
        if review is None:
            return
        start = review.candidates[0].start if review.candidates else None
        path = self._library.path_at(review.edition, start) if start is not None else ""
        self._reading.open(review.edition, path, start)
        self._window.reader.setFocus()
        self._window.messages.show_task(
            tr("Select the words where the note belongs, or stand on its clause."),
            (tr("Put the note here"), partial(self._place, review)),
            (tr("Back to the list"), self.review_notes),
        )

    def _place(self, review: Review) -> None:
        spot, node = self._reading.spot, self._reading.node
        span = self._window.reader.selected_span()
        if spot is None or (span is None and node is None):
            return
        if span is not None:
            anchor = self._library.anchor(spot.edition, *span)
        else:
            assert node is not None
            anchor = self._library.anchor_on(node)
        if self._desk.change(self._library.place_note, review.note.uid, anchor) is not None:
            self.review_notes()

    @Slot(str)
    def _on_old_opened(self, note: str) -> None:
        review = self._review(note)
        if review is not None and review.note.anchor is not None:
            anchor = review.note.anchor
            path = self._library.path_at(anchor.edition, anchor.start)
            self._reading.open(anchor.edition, path, anchor.start, anchor.end, flash=True)

    @Slot(str, int)
    def _on_new_opened(self, note: str, number: int) -> None:
        review = self._review(note)
        if review is not None and number <= len(review.candidates):
            candidate = review.candidates[number - 1]
            path = self._library.path_at(review.edition, candidate.start)
            self._reading.open(review.edition, path, candidate.start, candidate.end, flash=True)

    def _review(self, note: str) -> Review | None:
        return next((r for r in self._waiting if r.note.uid == note), None)


def _done(deed: Callable[[list[str]], None], note: str) -> bool:
    deed([note])
    return True


def _from_line(before: str, *, cut: bool) -> str:
    """Return what stands before a passage, from a line's beginning where that is near."""
    head, line, rest = before.partition("\n")
    if cut and line and len(rest) > AROUND // 3:
        return rest
    return f"…{before}" if cut and head else before


def _to_line(after: str) -> str:
    """Return what stands behind a passage, to the end of a line."""
    if len(after) < AROUND:
        return after
    head, line, _ = after.rpartition("\n")
    return head if line and len(head) > AROUND // 3 else f"{after}…"
