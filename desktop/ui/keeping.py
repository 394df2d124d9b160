"""Keeping: undo and redo with their words, and the trash."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

from desktop.ui.words import step_words, tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from db.errors import UserError
    from desktop.changes import Change
    from desktop.library.trashing import Trashed
    from desktop.ui.actions import Actions
    from desktop.ui.desk import Desk
    from desktop.ui.jobs import Job
    from desktop.ui.memoing import Memoing
    from desktop.ui.noting import Noting


class Keeping(QObject):
    """The one undo history over everything, and what was deleted."""

    def __init__(self, desk: Desk, noting: Noting, memoing: Memoing) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._library = desk.library
        self._noting = noting
        self._memoing = memoing
        self._window = desk.window
        self._trash_wired = False
        self._actions: Actions | None = None
        self._window.navigator.trash_chosen.connect(self.show_trash)
        for field in (self._window.field, self._window.find_bar.field):
            field.installEventFilter(self)

    def show_words(self, actions: Actions) -> None:
        """Say in the menu what undo and redo would do; ask again after each change."""
        self._actions = actions
        self._say_words()

    def on_change(self, change: Change) -> None:
        """Show what was changed, here or by another program."""
        if change.kind == "history":
            self._say_words()
        elif change.kind in ("note", "memo", "document", "bookmark", "search", "library"):
            self.load()

    def _say_words(self) -> None:
        if self._actions is None:
            return
        history = self._library.history
        for name, words, some, none in (
            ("edit.undo", history.undo_words, tr("&Undo {step}"), tr("&Undo")),
            ("edit.redo", history.redo_words, tr("&Redo {step}"), tr("&Redo")),
        ):
            action = self._actions[name]
            action.setText(some.format(step=step_words(words)) if words else none)
            action.setEnabled(bool(words))

    def undo(self) -> None:
        """Take back the last deed and say which."""
        self._turn(self._library.undo, tr("Undone: {step}"))

    def redo(self) -> None:
        """Do the last undone deed again and say which."""
        self._turn(self._library.redo, tr("Done again: {step}"))

    def _turn(self, deed: Callable[[], str], said: str) -> None:
        self._noting.finish()
        self._memoing.finish()
        words = self._desk.change(deed)
        if words is not None:
            self._window.messages.hide()
            self._window.status.show_news(said.format(step=step_words(words)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave Ctrl+Z to the window when a field has nothing of its own to undo."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and isinstance(watched, QLineEdit)
        ):
            undo = event.matches(QKeySequence.StandardKey.Undo)
            redo = event.matches(QKeySequence.StandardKey.Redo)
            if (undo and not watched.isUndoAvailable()) or (redo and not watched.isRedoAvailable()):
                event.ignore()
                return True
        return super().eventFilter(watched, event)

    # the trash

    @property
    def _shows_trash(self) -> bool:
        return self._trash_wired and (
            self._window.middle.currentWidget() is self._window.trash_page
        )

    @Slot()
    def show_trash(self) -> None:
        """Show the deleted notes in the place of the text."""
        page = self._window.trash_page
        if not self._trash_wired:
            self._trash_wired = True
            page.restore_requested.connect(self._on_restore_requested)
            page.empty_requested.connect(self._on_empty_requested)
        self._window.show_page(page)
        self.load()
        self._window.navigator.show_kind("trash")

    def load(self) -> None:
        """Count what can be restored, and show it when the trash is in view."""
        things = self._library.trashed()
        self._window.navigator.model.show_trash(len(things))
        if self._shows_trash:
            self._window.trash_page.show_trashed(things)

    @Slot(object)
    def _on_restore_requested(self, things: Sequence[Trashed]) -> None:
        self._desk.change(self._library.restore_trashed, things)

    @Slot(object)
    def _on_empty_requested(self, things: Sequence[Trashed]) -> None:
        """Ask once, with all that goes; then make a backup and let it go, in a thread."""
        from desktop.library import keeping
        from desktop.ui.dialogs.emptying import is_sure

        emptying = self._library.count_emptying(things)
        if not emptying.counts:
            self._window.status.show_news(tr("Memos quote what is here: it stays"))
            return
        if not is_sure(emptying, self._window):
            return
        chosen = {(t.kind, t.uid) for t in things}
        self._window.status.show_news(tr("Emptying the trash…"))

        def work(job: Job) -> int:
            return keeping.empty_trash(self._library.folder, chosen, job.tell)

        self._desk.jobs.run(work, self._on_emptied, failed=self._on_not_emptied, channel="trash")

    def _on_emptied(self, gone: int) -> None:
        self._library.refresh()
        self._window.status.show_news(tr("%n things deleted for ever", n=gone))

    def _on_not_emptied(self, error: UserError) -> None:
        self._window.status.show_saved()
        self._desk.fail(error)
