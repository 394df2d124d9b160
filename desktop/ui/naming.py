"""Naming: what the colors mean, how the tags are called, whose name new notes bear."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from db.errors import UserError
from desktop.settings import login_name
from desktop.ui.words import sentence, tr

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from desktop.changes import Change
    from desktop.ui.actions import Actions
    from desktop.ui.desk import Desk


class Naming(QObject):
    """Asks for names and says them wherever a color or an author is shown."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._library = desk.library
        self._window = desk.window
        self._actions: Actions | None = None

    def show_choices(self, actions: Actions) -> None:
        """Say the names in menus, bars and tooltips."""
        self._actions = actions
        self.load()

    def load(self) -> None:
        """Read the names and show them."""
        names = self._library.color_names()
        if self._actions is not None:
            self._actions.show_color_names(names)
        self._window.notes.show_color_names(names)
        self._window.notes.know_author(self._library.author)
        self._window.reader.show_color_names(names)

    def on_change(self, change: Change) -> None:
        """Show what was named, here or by another program."""
        if change.kind in ("color", "library"):
            self.load()

    # colors

    def name_colors(self) -> None:
        """Ask what the colors mean."""
        from desktop.ui.dialogs.color_names import ColorNamesDialog

        names = self._library.color_names()
        ColorNamesDialog(names, self._name_colors, self._window).open()

    def _name_colors(self, names: Mapping[str, str]) -> None:
        self._desk.change(self._library.name_colors, names)

    # tags

    def edit_tags(self) -> None:
        """Show the tags with their counts, to rename, merge and remove them."""
        from desktop.ui.dialogs.tags import TagsDialog

        self._window.notes.finish_editing()
        TagsDialog(self._library.tags, self.try_tag, self.take_off_tag, self._window).open()

    def try_tag(self, old: str, new: str) -> str:
        """Rename a tag everywhere, or merge it into one that is there; return why not."""
        return self._tried(partial(self._library.rename_tag, old, new))

    def take_off_tag(self, tag: str) -> str:
        """Take a tag off every note; return why not."""
        return self._tried(partial(self._library.remove_tag, tag))

    def _tried(self, deed: Callable[[], object]) -> str:
        try:
            deed()
        except UserError as error:
            return sentence(error)
        self._window.status.show_saved()
        return ""

    # the reader's own name

    def name_author(self) -> None:
        """Ask for the name that new notes bear and exported documents tell."""
        from desktop.ui.dialogs.names import LineDialog

        LineDialog(
            tr("Your name"),
            tr("New notes bear it, and documents that you export name it as their author."),
            self.try_author,
            text=self._desk.settings.get("author", ""),
            hint=login_name(),
            parent=self._window,
        ).open()

    def try_author(self, name: str) -> str:
        """Take the name; an empty one stands for that of the computer's login."""
        name = " ".join(name.split())
        self._desk.settings.put("author", name)
        self._desk.settings.save()
        self._library.author = name or login_name()
        self.load()
        return ""
