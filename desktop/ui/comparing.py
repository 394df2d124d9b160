"""Comparing: two editions side by side, and which edition of a document is read."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from db.model import EditionUid
from desktop.ui.words import tr

if TYPE_CHECKING:
    from pathlib import Path

    from db.revision import Pair
    from desktop.changes import Change
    from desktop.ui.desk import Desk
    from desktop.ui.jobs import Job
    from desktop.ui.models.compare_model import PairRow, Side
    from desktop.ui.reading import Reading
    from desktop.ui.views.compare_page import ComparePage

CHANNEL = "compare"


class Comparing(QObject):
    """Opens the comparison of two editions, and an older edition in the reader."""

    def __init__(self, desk: Desk, reading: Reading) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._library = desk.library
        self._reading = reading
        self._window = desk.window
        self._wired = False
        self._shown: tuple[EditionUid, EditionUid] | None = None
        self._named: EditionUid | None = None
        reading.place_moved.connect(self._show_editions)
        desk.window.breadcrumb.edition_chosen.connect(self._on_edition_chosen)

    @property
    def _page(self) -> ComparePage:
        return self._window.compare_page

    # which edition is read

    @Slot()
    def _show_editions(self) -> None:
        """Show in the breadcrumb which edition is open, where there are several."""
        spot = self._reading.spot
        if spot is None or spot.edition == self._named:
            return
        self._named = spot.edition
        document = self._library.document_of(spot.edition)
        known = self._library.editions(document.uid)
        shown = known if len(known) > 1 else ()
        self._window.breadcrumb.show_editions(shown, spot.edition)

    def on_change(self, change: Change) -> None:
        """Name the editions anew when there may be others."""
        if change.kind in ("document", "library"):
            self._named = None
            self._show_editions()

    @Slot(str)
    def _on_edition_chosen(self, edition: str) -> None:
        """Open the place that is read in another edition, at the same path when it is there."""
        spot = self._reading.spot
        path = spot.path if spot is not None else ""
        trail = self._library.trail(EditionUid(edition), path) if path else ()
        self._reading.open(EditionUid(edition), path if trail else "")
        self._window.reader.setFocus()

    # two editions

    def compare_editions(self) -> None:
        """Compare the edition that is read with the one before it."""
        spot = self._reading.spot
        if spot is None:
            return
        document = self._library.document_of(spot.edition)
        known = [edition for edition, _ in self._library.editions(document.uid)]
        if len(known) < 2:
            self._window.status.show_news(tr("“{name}” has one edition", name=document.name))
            return
        self.show_newest(spot.edition)

    def show_newest(self, edition: EditionUid) -> None:
        """Compare an edition with the one before it; the first one with the one after it."""
        document = self._library.document_of(edition)
        known = [uid for uid, _ in self._library.editions(document.uid)]
        at = min(known.index(edition), len(known) - 2)
        self.show(known[at + 1], known[at])

    @Slot(str, str)
    def show(self, old: str, new: str) -> None:
        """Compare two editions in a thread and show what became of every clause."""
        self._wire()
        before, after = EditionUid(old), EditionUid(new)
        document = self._library.document_of(after)
        self._page.show_choice(document.name, self._library.editions(document.uid), old, new)
        self._page.show_waiting()
        self._window.show_page(self._page)
        self._page.setFocus()
        self._shown = (before, after)
        self._desk.jobs.run(
            partial(compared, self._library.folder, before, after),
            partial(self._on_compared, before, after),
            failed=self._desk.fail,
            channel=CHANNEL,
        )

    def _on_compared(self, old: EditionUid, new: EditionUid, pairs: tuple[Pair, ...]) -> None:
        if self._shown == (old, new):
            self._page.show_pairs(pairs, self._side(old), self._side(new))

    def _side(self, edition: EditionUid) -> Side:
        from desktop.ui.models.compare_model import Side  # made when it is first needed

        library = self._library
        nodes = {n.path: n for n in library.nodes(edition)}
        return Side(library.document_of(edition).label, nodes, library.notes(edition))

    def _wire(self) -> None:
        if self._wired:
            return
        self._wired = True
        self._page.card.differ = self._library.differing
        self._page.editions_chosen.connect(self.show)
        self._page.place_opened.connect(self._on_place_opened)
        self._page.closed.connect(self._close)

    @Slot()
    def _close(self) -> None:
        self._desk.jobs.cancel(CHANNEL)
        self._window.show_page(self._window.reading)
        self._window.reader.setFocus()

    @Slot(object, bool)
    def _on_place_opened(self, row: PairRow, is_old: bool) -> None:
        if self._shown is None:
            return
        nodes = row.pair.old if is_old else row.pair.new
        edition = self._shown[0] if is_old else self._shown[1]
        self._reading.open(edition, nodes[0].path, nodes[0].start, nodes[-1].end, flash=True)
        self._window.reader.setFocus()


def compared(folder: Path, old: EditionUid, new: EditionUid, job: Job) -> tuple[Pair, ...]:
    """Compare two editions through a connection of this thread."""
    from desktop.library import Library

    job.check()
    library = Library.open(folder)
    try:
        return library.compare(old, new)
    finally:
        library.close()
