"""Backups: made behind the window as it is used, listed, restored; libraries copied and moved."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop.ui.words import sentence, tr

if TYPE_CHECKING:
    from db.errors import UserError
    from desktop.library.keeping import Backup
    from desktop.ui.desk import Desk
    from desktop.ui.dialogs.backups import BackupsDialog
    from desktop.ui.jobs import Job

CHANNEL = "backup"
FIRST_MS = 4000
HOUR_MS = 60 * 60 * 1000


class Backups(QObject):
    """Keeps backups and offers them.

    Signals ask the program, which closes the window first: `restore_chosen(Backup)`,
    `move_chosen(Path)`, `rescue_chosen()`.
    """

    restore_chosen = Signal(object)
    move_chosen = Signal(object)
    rescue_chosen = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._window = desk.window
        self._folder = desk.library.folder
        self._dialog: BackupsDialog | None = None
        self._told: set[str] = set()
        self._first = QTimer(self, singleShot=True, interval=FIRST_MS)
        self._first.timeout.connect(partial(self._back_up_if_changed, "start"))
        self._hourly = QTimer(self, interval=HOUR_MS)
        self._hourly.timeout.connect(partial(self._back_up_if_changed, "hour"))

    def start(self) -> None:
        """Begin to keep backups, after the first paint, and tell what should be known."""
        self._tell_notices()
        self._first.start()
        self._hourly.start()

    def stop(self) -> None:
        """Make no more backups."""
        self._first.stop()
        self._hourly.stop()

    def _tell_notices(self) -> None:
        """Tell what a person must know about the place where the library lies, once."""
        from desktop.library import keeping

        if self._desk.library.is_read_only:
            self._window.status.show_news(tr("Read only"))
            self._window.messages.show_failure(
                tr(
                    "The library is open for reading only, because {folder} cannot be written to. "
                    "Nothing that you change is saved. Copy the library to a folder of your own to "
                    "work with it.",
                    folder=self._folder,
                ),
                (tr("Copy the library…"), self.copy_library),
            )
            return
        if copies := keeping.conflict_copies(self._folder):
            self._window.messages.show_failure(
                tr(
                    "A program that synchronizes this folder has put other versions of the library "
                    "beside it: {names}. They were left as they are and nothing of them is shown "
                    "here.",
                    names=", ".join(copies),
                ),
                (tr("Show the folder"), self._show_folder),
            )
            return
        self._warn_once(keeping.synced_by(self._folder))

    def _warn_once(self, service: str) -> None:
        warned = self._desk.settings.get("warned_synced", "")
        if not service or warned == str(self._folder):
            return
        self._desk.settings.put("warned_synced", str(self._folder))
        self._window.messages.show_failure(
            tr(
                "The library lies in a folder that {service} synchronizes. Never open it on two "
                "computers at once; to be safe, move it to a folder that is not synchronized.",
                service=service,
            ),
            (tr("Move the library…"), self.move_library),
        )

    def _show_folder(self) -> None:
        from desktop.ui.opening import open_outside

        open_outside(self._folder)

    # making

    @Slot()
    def _back_up_if_changed(self, reason: str) -> None:
        from desktop.library import keeping

        def work(job: Job) -> Backup | None:
            return keeping.back_up(self._folder, reason, if_changed=True, tell=job.tell)

        self._desk.jobs.run(work, self._on_made, failed=self._on_failed, channel=CHANNEL)

    @Slot()
    def back_up_now(self) -> None:
        """Make a backup and say so."""
        from desktop.library import keeping

        def work(job: Job) -> Backup | None:
            return keeping.back_up(self._folder, "hand", tell=job.tell)

        self._desk.jobs.run(work, self._on_made_by_hand, failed=self._on_failed, channel=CHANNEL)

    def _on_made(self, backup: Backup | None) -> None:
        if backup is not None and self._dialog is not None:
            self._fill()

    def _on_made_by_hand(self, _backup: Backup | None) -> None:
        self._window.status.show_news(tr("Backup made"))
        if self._dialog is not None:
            self._fill()

    def _on_failed(self, error: UserError) -> None:
        """Tell each trouble once a session: an hour later it is still the same."""
        if self._dialog is not None:
            self._dialog.show_trouble(sentence(error))
        elif error.code not in self._told:
            self._told.add(error.code)
            deeds = [(tr("Backups…"), self.show_backups)]
            if error.code == "library-damaged":
                deeds.append((tr("Rescue what can be read"), self.rescue_chosen.emit))
            self._window.messages.show_failure(sentence(error), *deeds)

    # showing

    def show_backups(self) -> None:
        """Show the backups with their dates and counts."""
        from desktop.ui.dialogs.backups import BackupsDialog

        if self._dialog is not None:
            self._dialog.raise_()
            return
        dialog = BackupsDialog(may_make=not self._desk.library.is_read_only, parent=self._window)
        self._dialog = dialog
        dialog.backup_requested.connect(self.back_up_now)
        dialog.restore_chosen.connect(self.restore_chosen)
        dialog.finished.connect(self._on_closed)
        self._fill()
        dialog.open()

    def _fill(self) -> None:
        from desktop.library import keeping

        if self._dialog is not None:
            self._dialog.show_backups(keeping.backups(self._folder))

    @Slot()
    def _on_closed(self) -> None:
        self._dialog = None

    # another folder

    @Slot()
    def copy_library(self) -> None:
        """Copy the library with its backups into a folder that is chosen."""
        target = self._ask_folder(tr("Copy the library to an empty folder"))
        if target is None:
            return
        from desktop.library import keeping

        def work(job: Job) -> Path:
            keeping.copy(self._folder, target, job.tell)
            return target

        self._window.status.show_news(tr("Copying the library…"))
        self._desk.jobs.run(work, self._on_copied, failed=self._on_not_copied, channel="copy")

    def _on_copied(self, target: Path) -> None:
        self._window.status.show_saved()
        self._window.messages.show_news(tr("The library was copied to {folder}", folder=target))

    def _on_not_copied(self, error: UserError) -> None:
        self._window.status.show_saved()
        self._desk.fail(error)

    @Slot()
    def move_library(self) -> None:
        """Move the library with its backups to a folder that is chosen."""
        target = self._ask_folder(tr("Move the library to an empty folder"))
        if target is not None:
            self.move_chosen.emit(target)

    def _ask_folder(self, title: str) -> Path | None:
        from PySide6.QtWidgets import QFileDialog

        chosen = QFileDialog.getExistingDirectory(self._window, title, str(self._folder.parent))
        return Path(chosen) if chosen else None
