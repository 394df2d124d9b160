"""Bookmarking: keep places, open them again, name and order them where they stand in the tree."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Slot
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence

from db.errors import UserError
from desktop.ui.words import sentence, tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QMenu

    from db.model import Bookmark
    from desktop.changes import Change
    from desktop.ui.desk import Desk
    from desktop.ui.models.outline_model import Row
    from desktop.ui.reading import Reading

ALT = Qt.KeyboardModifier.AltModifier


class Bookmarking(QObject):
    """Turns what is asked in the text and in the tree into deeds on bookmarks."""

    def __init__(self, desk: Desk, reading: Reading) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._library = desk.library
        self._reading = reading
        self._navigator = desk.window.navigator
        self._navigator.bookmark_chosen.connect(self.open_bookmark)
        self._navigator.menu_requested.connect(self._on_menu_requested)
        self._navigator.tree.installEventFilter(self)
        reading.page_opened.connect(self._show_signs)

    # showing

    def load(self) -> None:
        """Read the bookmarks and show them in the tree and beside the text."""
        chosen = self._chosen()
        self._navigator.model.show_bookmarks(self._library.bookmarks())
        if chosen is not None:
            self._navigator.show_kind("bookmark", chosen.uid)
        self._show_signs()

    def on_change(self, change: Change) -> None:
        """Show what was changed, here or by another program."""
        if change.kind in ("bookmark", "document", "library"):
            self.load()

    @Slot()
    def _show_signs(self) -> None:
        unit = self._reading.unit
        known = self._library.bookmarks(unit.edition) if unit else ()
        self._desk.window.reader.set_bookmarks(b.path for b in known)

    # deeds

    def toggle_bookmark(self) -> None:
        """Keep the place where we are, or let it go when it is kept."""
        spot, status = self._reading.spot, self._desk.window.status
        if spot is None:
            status.show_news(tr("There is no place here to keep"))
            return
        known = self._library.bookmark_at(spot.edition, spot.path)
        if known is not None:
            self._delete(known)
            return
        made = self._desk.change(self._library.add_bookmark, spot.edition, spot.path)
        if made is not None:
            status.show_news(tr("Bookmark “{title}”", title=made.title))

    @Slot(str)
    def open_bookmark(self, uid: str) -> None:
        """Open the place of a bookmark, in the edition that it was made in."""
        bookmark = self._desk.read(self._library.bookmark, uid)
        if bookmark is not None:
            self._reading.open(bookmark.edition, bookmark.path, flash=True)

    def _open(self, bookmark: Bookmark) -> None:
        self.open_bookmark(bookmark.uid)
        self._desk.window.reader.setFocus()

    def _delete(self, bookmark: Bookmark) -> None:
        if self._desk.change(_done, self._library.delete_bookmark, bookmark.uid):
            undo = partial(self._desk.change, self._library.undo)
            told = tr("The bookmark “{title}” is deleted", title=bookmark.title)
            self._desk.window.messages.show_news(told, (tr("Undo"), undo))

    def _rename(self, bookmark: Bookmark) -> None:
        """Ask for another title."""
        from desktop.ui.dialogs.names import LineDialog

        LineDialog(
            tr("Rename bookmark"),
            tr("Title"),
            partial(self.try_title, bookmark.uid),
            text=bookmark.title,
            parent=self._desk.window,
        ).open()

    def try_title(self, uid: str, title: str) -> str:
        """Give a bookmark a title that was typed; return why not."""
        try:
            self._library.rename_bookmark(uid, title)
        except UserError as error:
            return sentence(error)
        self._desk.window.status.show_saved()
        return ""

    def _move(self, step: int, bookmark: Bookmark) -> None:
        uids = [b.uid for b in self._library.bookmarks()]
        place = uids.index(bookmark.uid) + step
        if 0 <= place < len(uids):
            self._desk.change(_done, self._library.move_bookmark, bookmark.uid, place)

    # the tree

    def _chosen(self) -> Bookmark | None:
        """Return the bookmark that is selected in the tree."""
        row = self._navigator.model.row(self._navigator.tree.currentIndex())
        if row is None or row.kind != "bookmark":
            return None
        return next((b for b in self._library.bookmarks() if b.uid == row.uid), None)

    def _deed(self, event: QKeyEvent) -> Callable[[Bookmark], None] | None:
        """Return what a key does to the selected bookmark."""
        key, alone = event.key(), not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if alone:
            plain = {
                Qt.Key.Key_Return: self._open,
                Qt.Key.Key_Enter: self._open,
                Qt.Key.Key_Delete: self._delete,
                Qt.Key.Key_F2: self._rename,
            }
            return plain.get(Qt.Key(key))
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        step = steps.get(Qt.Key(key)) if event.modifiers() & ALT else None
        return None if step is None else partial(self._move, step)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give the keys of the tree to the bookmark that is selected there."""
        kinds = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
        if event.type() in kinds and isinstance(event, QKeyEvent):
            deed, bookmark = self._deed(event), self._chosen()
            if deed is not None and bookmark is not None:
                if event.type() == QEvent.Type.KeyPress:
                    deed(bookmark)
                event.accept()
                return True
        return super().eventFilter(watched, event)

    @Slot(object, QPoint)
    def _on_menu_requested(self, row: Row, point: QPoint) -> None:
        bookmark = self._chosen() if row.kind == "bookmark" else None
        if bookmark is not None:
            self._menu(bookmark).popup(point)

    def _menu(self, bookmark: Bookmark) -> QMenu:
        menu = self._desk.window.new_menu()
        for words, keys, deed in (
            (tr("&Open"), "Return", self._open),
            (tr("&Rename…"), "F2", self._rename),
            (tr("Move &up"), "Alt+Up", partial(self._move, -1)),
            (tr("Move &down"), "Alt+Down", partial(self._move, 1)),
            (tr("&Delete"), "Del", self._delete),
        ):
            action = QAction(words, menu)
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.setShortcutVisibleInContextMenu(True)
            action.triggered.connect(partial(_call, deed, bookmark))
            menu.addAction(action)
        return menu


def _done(deed: Callable[..., object], *values: object) -> bool:
    deed(*values)
    return True


def _call(deed: Callable[[Bookmark], None], bookmark: Bookmark, *_checked: bool) -> None:
    deed(bookmark)
