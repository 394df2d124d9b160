"""The house: one window on an open library with its controllers; the program that runs it."""

from __future__ import annotations

import gc
import sys
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication, QIcon

from db.errors import UserError
from desktop import paths
from desktop.library import Library
from desktop.settings import Settings, login_name
from desktop.ui import theme
from desktop.ui.actions import ACTIONS, READER, READER_MENU, Actions
from desktop.ui.backups import Backups
from desktop.ui.bookmarking import Bookmarking
from desktop.ui.comparing import Comparing
from desktop.ui.desk import Desk
from desktop.ui.exporting import Exporting
from desktop.ui.finding import Finding
from desktop.ui.helping import Helping, open_log
from desktop.ui.importing import Importing
from desktop.ui.instance import Finder
from desktop.ui.jobs import Jobs
from desktop.ui.keeping import Keeping
from desktop.ui.language import silence, speak
from desktop.ui.main_window import MainWindow
from desktop.ui.memoing import Memoing
from desktop.ui.models.outline_model import OutlineModel
from desktop.ui.naming import Naming
from desktop.ui.noting import Noting
from desktop.ui.reading import Reading
from desktop.ui.returning import Returning
from desktop.ui.reviewing import Reviewing
from desktop.ui.searches import Searches
from desktop.ui.searching import Searching
from desktop.ui.shelving import Shelving
from desktop.ui.tending import Tending
from desktop.ui.viewing import Viewing
from desktop.ui.words import sentence, tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from PySide6.QtCore import QPoint

    from desktop.changes import Change
    from desktop.library.keeping import Backup, Rescue
    from desktop.ui.instance import Instance

R = TypeVar("R")
LATER_MS = 700
REFRESH_MS = 500
"""How often another program's deeds are looked for: they show within a second."""


class House(QObject):
    """One window on an open library with everything that lives in it."""

    def __init__(self, library: Library, settings: Settings) -> None:
        super().__init__()
        self.library = library
        library.author = settings.get("author", "") or login_name()
        self.window = MainWindow(OutlineModel(library))
        self.jobs = Jobs()
        desk = Desk(library, self.window, settings, self.jobs)
        self._unsaved = desk.unsaved
        self.reading = Reading(desk)
        self.noting = Noting(desk, self.reading)
        self.naming = Naming(desk)
        self.bookmarking = Bookmarking(desk, self.reading)
        self.returning = Returning(desk, self.reading)
        self.searching = Searching(desk, self.reading)
        self.searches = Searches(desk, self.searching)
        self.finding = Finding(desk, self.reading, self.searching)
        self.tending = Tending(desk, self.searching)
        self.exporting = Exporting(desk)
        self.memoing = Memoing(desk, self.reading, self.exporting)
        self.importing = Importing(desk, self.reading)
        self.shelving = Shelving(desk, self.reading)
        self.keeping = Keeping(desk, self.noting, self.memoing)
        self.backups = Backups(desk)
        self.comparing = Comparing(desk, self.reading)
        self.reviewing = Reviewing(desk, self.reading, self.comparing)
        self.viewing = Viewing(desk, self.reading)
        self.helping = Helping(desk, self.reading)
        self.actions = Actions(
            self.window, self.window.reader, self._deeds(), self.window.navigator
        )
        self._connect()
        self._fill(settings)

    def _deeds(self) -> dict[str, Callable[..., object]]:
        """Find for each deed of the table the controller that does it."""
        controllers = (
            self.reading,
            self.noting,
            self.naming,
            self.bookmarking,
            self.searching,
            self.searches,
            self.finding,
            self.exporting,
            self.importing,
            self.shelving,
            self.memoing,
            self.keeping,
            self.backups,
            self.reviewing,
            self.comparing,
            self.viewing,
            self.helping,
        )
        deeds = {}
        for name in {a.deed for a in ACTIONS}:
            (deeds[name],) = (getattr(c, name) for c in controllers if hasattr(c, name))
        return deeds

    def _connect(self) -> None:
        self.actions.fill_bar(self.window.menuBar())
        self.window.top.show_actions(self.actions)
        self.keeping.show_words(self.actions)
        self.viewing.show_choices(self.actions)
        self.shelving.show_choices(self.actions)
        self.naming.show_choices(self.actions)
        self.searches.use_actions(self.actions)
        self.helping.example_chosen.connect(self.searching.run)
        self.searching.note_shown.connect(self.noting.show_found)
        self.searching.memo_shown.connect(self.memoing.show_paragraph)
        self.reading.spot_changed.connect(self._on_spot_changed)
        self.reading.place_moved.connect(self._show_facts)
        self.importing.edition_kept.connect(self.reviewing.tell)
        self.importing.editions_kept.connect(self.reviewing.tell_all)
        self.noting.notes_shown.connect(self._show_facts)
        self.window.reader.context_requested.connect(self._on_context_requested)
        self.window.page_changed.connect(self._on_page_changed)
        self.window.closing.connect(self._on_closing)
        self._unsaved.all_saved.connect(self._on_all_saved)
        self._on_spot_changed()
        self._stop_listening = self.library.changes.listen(self._on_change)

    def _fill(self, settings: Settings) -> None:
        self.viewing.restore()
        self.reading.load_documents()
        self.memoing.load()
        self.bookmarking.load()
        self.noting.load_counts()
        self.keeping.load()
        self.searches.load()
        self.noting.load_tags()
        self.reviewing.load()
        self.reading.start(settings.get("edition", ""), settings.get("place", ""))
        self.window.status.show_saved()
        self.window.field.setFocus()

    def _on_change(self, change: Change) -> None:
        if change.kind in ("document", "library"):
            self.reading.load_documents()
        for room in (
            self.noting,
            self.naming,
            self.bookmarking,
            self.memoing,
            self.keeping,
            self.searches,
            self.reviewing,
            self.comparing,
        ):
            room.on_change(change)
        if change.kind in ("note", "memo", "document", "library"):
            self.searching.search_again()

    @Slot()
    def _on_closing(self) -> None:
        """Stay open while words are not saved; only the person may give them up."""
        self._finish()
        self._unsaved.try_again()
        self.window.stays_open = bool(self._unsaved)
        if self._unsaved:
            self.window.messages.show_failure(
                tr("What you wrote last could not be saved yet. It is tried again every moment."),
                (tr("Close without saving it"), self._close_anyway),
            )

    def _close_anyway(self) -> None:
        self._unsaved.clear()
        self.window.close()

    @Slot()
    def _on_all_saved(self) -> None:
        self.window.status.show_saved()
        self.window.messages.show_news(tr("What could not be saved before is saved now."))

    @Slot()
    def _finish(self) -> None:
        """Hand on every word that is being typed."""
        self.noting.finish()
        self.memoing.finish()
        self.returning.keep_moved()

    @Slot()
    def _on_spot_changed(self) -> None:
        self.actions["go.back"].setEnabled(self.reading.can_go_back)
        self.actions["go.forward"].setEnabled(self.reading.can_go_forward)

    @Slot()
    def _on_page_changed(self) -> None:
        """Offer what is done with words only while the words are there."""
        for action in ACTIONS:
            if action.context == READER:
                self.actions[action.id].setEnabled(self.window.is_reading)

    @Slot()
    def _show_facts(self) -> None:
        self.window.status.show_facts(self.noting.facts())

    @Slot(object)
    def _on_context_requested(self, point: QPoint) -> None:
        menu = self.window.new_menu()
        self.actions.fill_menu(menu, READER_MENU)
        menu.popup(point)

    def close(self) -> None:
        """Save what is typed, end the threads, let the window go; the library stays open."""
        self._finish()
        self.backups.stop()
        self.viewing.close()
        self._stop_listening()
        self.searching.close()
        self.finding.close()
        self.jobs.close()
        self._unsaved.try_again()
        self._unsaved.clear()
        self.window.close()
        self.window.deleteLater()


class Program(QObject):
    """The running program: the house of the moment, another one after a change of language.

    `reopen` opens the library after it was replaced or moved; it returns None to end the program.
    """

    def __init__(
        self,
        library: Library,
        settings: Settings,
        instance: Instance,
        reopen: Callable[[Path], Library | None] = Library.open,
        files: Sequence[Path] = (),
    ) -> None:
        super().__init__()
        self.library = library
        self._reopen = reopen
        self._is_over = False
        self._settings = settings
        self._instance = instance
        self._refresh = QTimer(self)
        self._refresh.setInterval(REFRESH_MS)
        self._refresh.timeout.connect(self._on_refresh)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(LATER_MS)
        self._later.timeout.connect(self._on_later)
        instance.called_forward.connect(self._on_called_forward)
        instance.files_handed.connect(self._on_files_handed)
        self._finder = Finder(self)
        self._finder.files_handed.connect(self._on_files_handed)
        if sys.platform == "darwin":
            QGuiApplication.instance().installEventFilter(self._finder)
        self._files = files
        self.house = self._build()

    def _build(self) -> House:
        house = House(self.library, self._settings)
        house.viewing.language_chosen.connect(
            self._on_language_chosen, Qt.ConnectionType.QueuedConnection
        )
        queued = Qt.ConnectionType.QueuedConnection
        house.backups.restore_chosen.connect(self._on_restore_chosen, queued)
        house.backups.rescue_chosen.connect(self._on_rescue_chosen, queued)
        house.backups.move_chosen.connect(self._on_move_chosen, queued)
        house.window.first_painted.connect(self._on_first_painted)
        house.helping.watch_for_bugs()
        house.window.show()
        return house

    @Slot()
    def _on_first_painted(self) -> None:
        """Do now what would have kept the window waiting."""
        gc.freeze()  # what stands now stays until the end: no need to look through it again
        gc.enable()
        self.house.searching.warm()
        self._refresh.start()
        self._later.start()
        files, self._files = self._files, ()
        self.house.importing.take(files)

    @Slot()
    def _on_later(self) -> None:
        """Do what can wait until the first key was answered."""
        self.house.searching.warm_rest()
        open_log()
        self._instance.listen()
        self.house.backups.start()
        self.house.tending.start()
        QGuiApplication.setWindowIcon(QIcon(str(paths.resource("icons", "clausebook.svg"))))

    @Slot()
    def _on_refresh(self) -> None:
        if self.house.importing.is_busy:  # it reads everything again at its end, once
            return
        with suppress(UserError):  # it was busy for five seconds: ask again in half a one
            self.library.refresh()

    @Slot(str)
    def _on_language_chosen(self, code: str) -> None:
        QGuiApplication.setQuitOnLastWindowClosed(False)
        self.house.close()
        silence()
        speak(code)
        theme.apply()  # the fonts of the two languages differ in their punctuation
        self.house = self._build()
        QGuiApplication.setQuitOnLastWindowClosed(True)

    # another library in the place of this one

    @Slot(object)
    def _on_restore_chosen(self, backup: Backup) -> None:
        from desktop.library import keeping

        folder = self.library.folder
        self._replace(
            tr("Restoring the backup…"),
            partial(keeping.restore, folder, backup),
            partial(self._say_restored, backup),
            folder,
        )

    def _say_restored(self, backup: Backup, before: Backup | Path | None) -> None:
        from desktop.library.keeping import Backup
        from desktop.ui.dialogs.backups import when_words

        words = tr("The library is as it was {moment}", moment=when_words(backup.made))
        if isinstance(before, Backup):
            undo = (tr("Undo"), partial(self._on_restore_chosen, before))
            self.house.window.messages.show_news(words, undo)
        else:
            self.house.window.messages.show_news(words)

    @Slot()
    def _on_rescue_chosen(self) -> None:
        from desktop.library import keeping

        folder = self.library.folder
        deed = partial(keeping.rescue, folder)
        self._replace(tr("Rescuing what can be read…"), deed, self._say_rescued, folder)

    def _say_rescued(self, found: Rescue) -> None:
        from desktop.ui.dialogs.trouble import rescue_words

        self.house.window.messages.show_failure(rescue_words(found))

    @Slot(object)
    def _on_move_chosen(self, target: Path) -> None:
        from desktop.library import keeping

        self._instance.release()
        self._replace(
            tr("Moving the library…"),
            partial(keeping.move, self.library.folder, target),
            partial(self._say_moved, target),
            target,
        )
        self._claim()

    def _say_moved(self, target: Path, _nothing: None) -> None:
        words = tr("The library now lies in {folder}", folder=target)
        self.house.window.messages.show_news(words)

    def _claim(self) -> None:
        """Be the window of the library where it lies now."""
        self._instance = type(self._instance)(self.library.folder)
        self._instance.claim()
        self._instance.called_forward.connect(self._on_called_forward)

    def _replace(
        self,
        words: str,
        deed: Callable[[Callable[[float], None]], R],
        say: Callable[[R], None],
        folder: Path,
    ) -> None:
        """Close window and library, do what needs them closed, open both again and say it."""
        from desktop.ui.dialogs.waiting import wait_for

        old = self.library.folder
        QGuiApplication.setQuitOnLastWindowClosed(False)
        self._refresh.stop()
        self._later.stop()
        self.house.close()
        self.library.close()
        try:
            tell = partial(say, wait_for(words, deed))
        except UserError as error:
            folder, tell = old, partial(self._fail, error)
        library = self._reopen(folder)
        if library is None:
            self._is_over = True
            QGuiApplication.exit(1)
            return
        self.library = library
        self.house = self._build()
        QGuiApplication.setQuitOnLastWindowClosed(True)
        tell()

    def _fail(self, error: UserError) -> None:
        self.house.window.messages.show_failure(sentence(error))

    def close(self) -> None:
        """Close the house and stop answering; the library stays open."""
        self._refresh.stop()
        self._later.stop()
        if not self._is_over:
            self.house.close()
        self._instance.release()

    @Slot()
    def _on_called_forward(self) -> None:
        window = self.house.window
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.raise_()
        window.activateWindow()

    @Slot(object)
    def _on_files_handed(self, files: Sequence[Path]) -> None:
        self.house.importing.take(files)
