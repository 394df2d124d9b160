"""Searches that are kept: those used lately, those saved under a name, the star in the field."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from db.errors import UserError
from desktop.ui.words import sentence, tr

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtWidgets import QMenu

    from db.model import Ask, SavedSearch
    from desktop.changes import Change
    from desktop.ui.actions import Actions
    from desktop.ui.desk import Desk
    from desktop.ui.searching import Searching

OFFERED = 10
"""Recent searches in the drop-down."""
LONGEST = 60
MENU = ("search.rename", "search.up", "search.down", "-", "search.delete")


class Searches(QObject):
    """Keeps, names, orders and runs searches."""

    def __init__(self, desk: Desk, searching: Searching) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._library = desk.library
        self._window = desk.window
        self._searching = searching
        self._list = desk.window.saved
        self._actions: Actions | None = None
        self._connect_signals()

    def _connect_signals(self) -> None:
        field, kept = self._window.field, self._list
        field.recent_asked.connect(self.show_recent)
        field.save_asked.connect(self._on_star)
        kept.run.connect(self._on_run)
        kept.rename_requested.connect(self._rename)
        kept.delete_requested.connect(self._delete)
        kept.moved.connect(self._move)
        kept.menu_requested.connect(self._on_menu_requested)
        self._searching.hit_used.connect(self._on_hit_used)
        self._searching.answered.connect(self._show_star)

    def use_actions(self, actions: Actions) -> None:
        """Take the actions that the menus are filled from."""
        self._actions = actions

    def load(self) -> None:
        """Show the saved searches below the documents."""
        self._list.show_searches(self._library.saved_searches())
        self._show_star()

    def on_change(self, change: Change) -> None:
        """Show what was changed, here or by another program."""
        if change.kind in ("search", "library"):
            self.load()

    # used lately

    @Slot(str)
    def _on_hit_used(self, query: str) -> None:
        self._desk.read(self._library.remember_search, query)

    @Slot()
    def show_recent(self) -> None:
        """Offer under the field what was searched for lately, and what is saved."""
        menu = self.recent_menu()
        if menu.isEmpty():
            self._window.status.show_news(tr("Nothing was searched for yet"))
            menu.deleteLater()
            return
        field = self._window.field
        menu.setMinimumWidth(field.width())
        menu.popup(field.mapToGlobal(field.rect().bottomLeft()))
        menu.setActiveAction(menu.actions()[0])

    def recent_menu(self) -> QMenu:
        """Return the menu of the searches, the saved ones first."""
        menu = self._window.new_menu()
        kept = self._library.saved_searches()
        for search in kept:
            action = menu.addAction(f"★  {_shown(search.name)}")
            action.triggered.connect(partial(self._run, search.uid))
        recent = self._library.recent_searches(OFFERED)
        if kept and recent:
            menu.addSeparator()
        for query in recent:
            action = menu.addAction(_shown(query))
            action.triggered.connect(partial(self._run_again, query))
        if recent:
            menu.addSeparator()
            menu.addAction(tr("Clear recent searches")).triggered.connect(self.forget_searches)
        return menu

    def _run_again(self, query: str, _checked: bool = False) -> None:
        self._searching.run(query)

    @Slot()
    def forget_searches(self) -> None:
        """Forget what was searched for lately."""
        self._desk.change(self._library.forget_searches)
        self._window.status.show_news(tr("The recent searches are forgotten"))

    # saving

    @Slot()
    def save_search(self) -> None:
        """Ask for a name and keep the search that stands in the field."""
        from desktop.ui.dialogs.names import LineDialog

        ask = self._searching.ask
        if not ask.query.strip():
            self._window.status.show_news(tr("Search for something first"))
            return
        LineDialog(
            tr("Save this search"),
            tr("Name of the search"),
            partial(self._try_save, ask),
            text=ask.query.strip(),
            parent=self._window,
        ).open()

    def _try_save(self, ask: Ask, name: str) -> str:
        try:
            self._library.save_search(ask, name)
        except UserError as error:
            return sentence(error)
        self._window.status.show_news(tr("Saved below the documents"))
        return ""

    def _kept(self) -> SavedSearch | None:
        """Return the saved search that stands in the field."""
        here = _plain(self._searching.ask)
        return next((s for s in self._library.saved_searches() if _plain(s.ask) == here), None)

    @Slot()
    def _on_star(self) -> None:
        kept = self._kept()
        if kept is None:
            self.save_search()
        else:
            self._delete(kept.uid)

    @Slot()
    def _show_star(self) -> None:
        self._window.field.show_saved(bool(self._window.field.text()) and self._kept() is not None)

    # the list

    @Slot(str)
    def _on_run(self, uid: str) -> None:
        self._run(uid)

    def _run(self, uid: str, _checked: bool = False) -> None:
        search = self._desk.read(self._library.saved_search, uid)
        if search is not None:
            self._searching.run_ask(search.ask)

    @Slot(str)
    def _rename(self, uid: str) -> None:
        from desktop.ui.dialogs.names import LineDialog

        search = self._desk.read(self._library.saved_search, uid)
        if search is not None:
            LineDialog(
                tr("Rename the search"),
                tr("Name of the search"),
                partial(self._try_rename, uid),
                text=search.name,
                parent=self._window,
            ).open()

    def _try_rename(self, uid: str, name: str) -> str:
        try:
            self._library.rename_search(uid, name)
        except UserError as error:
            return sentence(error)
        self._window.status.show_saved()
        return ""

    @Slot(str)
    def _delete(self, uid: str) -> None:
        search = self._desk.read(self._library.saved_search, uid)
        if search is None:
            return
        self._desk.change(self._library.delete_search, uid)
        self._window.messages.show_news(
            tr("The saved search “{name}” was removed", name=search.name), (tr("Undo"), self._undo)
        )

    def _undo(self) -> None:
        self._desk.change(self._library.undo)

    @Slot(str, int)
    def _move(self, uid: str, place: int) -> None:
        self._desk.change(self._library.move_search, uid, place)

    @Slot(str, object)
    def _on_menu_requested(self, _uid: str, point: QPoint) -> None:
        if self._actions is not None:
            menu = self._window.new_menu()
            self._actions.fill_menu(menu, MENU)
            menu.popup(point)

    # the same from the menus

    def _current(self) -> str:
        uid = self._list.list.uid() if self._list.isVisible() else ""
        if not uid:
            self._window.status.show_news(tr("Choose a saved search first"))
        return uid

    def rename_search(self) -> None:
        """Ask for another name of the chosen search."""
        if uid := self._current():
            self._rename(uid)

    def delete_search(self) -> None:
        """Take the chosen search out of the list; a button offers it back."""
        if uid := self._current():
            self._delete(uid)

    def move_search_up(self) -> None:
        """Move the chosen search one place up."""
        self._step(-1)

    def move_search_down(self) -> None:
        """Move the chosen search one place down."""
        self._step(1)

    def _step(self, step: int) -> None:
        if uid := self._current():
            place = self._list.model.place_of(uid) + step
            if 0 <= place < self._list.model.rowCount():
                self._move(uid, place)


def _plain(ask: Ask) -> Ask:
    """Return what makes two questions the same for a person."""
    return replace(ask, query=" ".join(ask.query.split()), typing=False, edition=None)


def _shown(words: str) -> str:
    words = " ".join(words.split())
    return (words if len(words) <= LONGEST else words[: LONGEST - 1] + "…").replace("&", "&&")
