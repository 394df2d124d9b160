"""Importing: files and folders from the menu or dropped, looked at, corrected, saved, reported."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from desktop.ui.views.drop_overlay import DropOverlay
from desktop.ui.words import sentence, tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from db.errors import UserError
    from db.model import Document, ParsedEdition
    from desktop.library.importing import Offer
    from desktop.ui.batch import Batch, Report
    from desktop.ui.desk import Desk
    from desktop.ui.jobs import Job
    from desktop.ui.reading import Reading
    from desktop.ui.views.import_page import ImportPage

CHANNEL = "import"


class Importing(QObject):
    """Brings files in. One file is shown before it is saved; many are saved and reported.

    Signals: `edition_kept(document)` after a new edition of a document was stored,
    `editions_kept(uids)` after an import of many files.
    """

    edition_kept = Signal(object)
    editions_kept = Signal(object)

    def __init__(self, desk: Desk, reading: Reading) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._library = desk.library
        self._reading = reading
        self._window = desk.window
        self._folder = desk.library.folder
        self._page_wired = False
        self._offer: Offer | None = None
        self._batch: Batch | None = None
        self._job: Job | None = None
        self.overlay = DropOverlay(desk.window)
        self.overlay.dropped.connect(self.take)

    @property
    def is_busy(self) -> bool:
        """Whether files are being read or stored: the tree is not read again meanwhile."""
        return self._job is not None

    # what to import

    def import_files(self) -> None:
        """Ask for files and import them."""
        from PySide6.QtWidgets import QFileDialog

        chosen, _kind = QFileDialog.getOpenFileNames(
            self._window,
            tr("Import"),
            self._last_folder(),
            f"{tr('Plans and laws')} (*.txt *.md *.markdown *.html *.htm *.xhtml *.docx *.docm"
            f" *.pdf);;{tr('All files')} (*)",
        )
        self.take([Path(c) for c in chosen])

    def import_folder(self) -> None:
        """Ask for a folder and import the files in it."""
        from PySide6.QtWidgets import QFileDialog

        chosen = QFileDialog.getExistingDirectory(
            self._window, tr("Import folder"), self._last_folder()
        )
        self.take([Path(chosen)] if chosen else [])

    def _last_folder(self) -> str:
        return str(self._desk.settings.get("import_folder", ""))

    @Slot(object)
    def take(self, paths: Sequence[Path]) -> None:
        """Import files and folders: one file to be looked at, more to be saved at once."""
        if not paths:
            return
        if self.is_busy:
            self._show_page()
            self._window.status.show_news(tr("Another import is running"))
            return
        self._desk.settings.put("import_folder", str(paths[0].parent))
        self._wire_page()
        if len(paths) == 1 and not paths[0].is_dir():
            self._read_one(paths[0])
        else:
            self._read_many(paths)

    # one file

    def _read_one(self, file: Path) -> None:
        from desktop.ui.batch import read_and_offer

        self._begin(tr("Reading {file}", file=file.name), many=False)
        self._job = self._desk.jobs.run(
            partial(read_and_offer, file, self._folder),
            self._on_read,
            failed=self._on_refused,
            channel=CHANNEL,
        )

    def _on_read(self, offer: Offer) -> None:
        self._job = None
        self._offer = offer
        page = self._page
        page.preview.show_offer(offer)
        page.setCurrentWidget(page.preview)
        self._show_page()
        page.preview.tree.setFocus()

    def _on_refused(self, error: UserError) -> None:
        self._job = None
        self._close()
        self._window.messages.show_failure(
            sentence(error), (tr("Import another file…"), self.import_files)
        )

    @Slot(object, bool)
    def _on_save_requested(self, parsed: ParsedEdition, separate: bool) -> None:
        from desktop.ui.batch import Number, keep

        if self._offer is None or self.is_busy:
            return
        document = self._offer.document if self._offer.kind == "edition" else None
        owner = document.uid if document is not None and not separate else None
        turn = Number()
        self._library.go_first(turn)
        self._window.status.show_typing(True)
        self._job = self._desk.jobs.run(
            partial(keep, parsed, owner, self._folder, turn),
            partial(self._on_kept, owner is None),
            failed=self._on_not_kept,
            channel=CHANNEL,
        )

    def _on_kept(self, new: bool, document: Document) -> None:
        self._job, self._offer = None, None
        self._library.go_first(None)
        self._library.refresh()
        if new:
            self._library.remember_import([document.uid])
        else:
            self._library.remember_import([], [document.edition])
        self._window.status.show_saved()
        self._reading.open(document.edition, "")
        self._window.reader.setFocus()
        words = tr("“{name}” is in the library", name=document.name)
        if not new:
            words = tr("“{name}” has a new edition", name=document.name)
        self._window.messages.show_news(words, (tr("Undo"), self._undo))
        if not new:
            self.edition_kept.emit(document)

    def _on_not_kept(self, error: UserError) -> None:
        self._job = None
        self._library.go_first(None)
        self._desk.fail(error)
        self._window.status.show_unsaved()

    def _undo(self) -> None:
        self._desk.change(self._library.undo)

    # many files

    def _read_many(self, paths: Sequence[Path]) -> None:
        from desktop.ui.batch import Batch

        self._begin(tr("Importing"), many=True)
        batch = Batch(self._folder, paths, self._on_told)
        self._batch = batch
        self._library.go_first(batch.turn)
        self._job = self._desk.jobs.run(
            batch.run, self._on_reported, failed=self._on_batch_refused, channel=CHANNEL
        )

    def _on_told(self, done: int, total: int, name: str) -> None:
        """Told in the thread of the job."""
        self._desk.jobs.land(partial(self._show_part, done, total, name))

    def _show_part(self, done: int, total: int, name: str) -> None:
        if self._batch is not None:
            self._page.progress.show_part(done, total, name)
            words = tr("Importing {done} of {total}", done=min(done + 1, total), total=total)
            self._window.status.show_news(words)

    def _on_reported(self, report: Report) -> None:
        self._batch = None
        self._library.go_first(None)
        # what a thousand documents need is done in turns, between which keys are answered
        for deed in (self._see_new, self._remember, self._show_report, self._say_over):
            self._desk.jobs.land(partial(deed, report))

    def _see_new(self, _report: Report) -> None:
        self._library.refresh()

    def _remember(self, report: Report) -> None:
        if report.made or report.editions:
            self._library.remember_import(report.made, report.editions)

    def _show_report(self, report: Report) -> None:
        page = self._page
        page.report.show_outcomes(report.outcomes, left=report.left)
        page.setCurrentWidget(page.report)
        self._window.status.show_saved()

    def _say_over(self, done: Report) -> None:
        self._job = None
        report = self._page.report
        if self._is_in_view:
            report.tree.setFocus()
            self.editions_kept.emit(tuple(done.editions))
        else:
            self._window.messages.show_news(
                report.title.text(), (tr("Show the report"), self._show_page)
            )

    def _on_batch_refused(self, error: UserError) -> None:
        self._batch = None
        self._library.go_first(None)
        self._on_refused(error)

    @Slot()
    def _on_cancelled(self) -> None:
        if self._batch is not None:
            self._page.progress.cancel.setEnabled(False)
            self._batch.stop()
        elif self._job is not None:
            self._desk.jobs.cancel(CHANNEL)
            self._job = None
            self._close()

    # the page

    @property
    def _page(self) -> ImportPage:
        return self._window.import_page

    @property
    def _is_in_view(self) -> bool:
        return self._window.middle.currentWidget() is self._page

    def _begin(self, title: str, *, many: bool) -> None:
        self._offer = None
        self._window.messages.hide()
        self._page.setCurrentWidget(self._page.progress)
        self._show_page()
        self._page.progress.start(title, many=many)

    def _show_page(self) -> None:
        self._window.show_page(self._page)

    def _wire_page(self) -> None:
        if self._page_wired:
            return
        self._page_wired = True
        page = self._page
        page.cancelled.connect(self._on_cancelled)
        page.save_requested.connect(self._on_save_requested)
        page.open_requested.connect(self._on_open_requested)
        page.opened.connect(self._on_opened)
        page.closed.connect(self._close)

    @Slot(object)
    def _on_open_requested(self, document: Document) -> None:
        if self._offer is not None and self._offer.kind == "removed":
            self._desk.change(self._library.restore_documents, [document.uid])
        self._on_opened(document.edition)

    @Slot(str)
    def _on_opened(self, edition: str) -> None:
        from db.model import EditionUid

        if self._reading.open(EditionUid(edition), ""):
            self._window.reader.setFocus()

    @Slot()
    def _close(self) -> None:
        """Return from the import to the text; nothing of a preview is kept."""
        self._offer = None
        self._window.show_page(self._window.reading)
        self._window.reader.setFocus()
