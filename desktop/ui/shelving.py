"""Shelving: the documents in the tree: their facts, order, filter, trash and original files."""

from __future__ import annotations

import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from db.errors import UserError
from desktop.ui.opening import open_outside
from desktop.ui.words import sentence, tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QPoint
    from PySide6.QtWidgets import QMenu

    from db.model import DocumentFacts, EditionUid
    from desktop.ui.actions import Actions
    from desktop.ui.desk import Desk
    from desktop.ui.models.outline_model import Row
    from desktop.ui.reading import Reading

GROUPS = "groups"
"""Stands in a menu for the groups that there are."""
DOCUMENT_MENU = (
    "note.document",
    "-",
    "document.facts",
    "document.original",
    "document.compare",
    "-",
    GROUPS,
    "document.remove",
    "-",
    "> sort",
)

GROUP_MENU = ("group.rename", GROUPS, "-", "> sort")
PLACE_MENU = ("note.add", "memo.add", "bookmark.toggle")


class Shelving(QObject):
    """What is done with whole documents where they stand in the tree."""

    def __init__(self, desk: Desk, reading: Reading) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._library = desk.library
        self._reading = reading
        self._window = desk.window
        self._tree = desk.window.navigator
        self._actions: Actions | None = None
        self._tree.menu_requested.connect(self._on_menu_requested)
        self._tree.model.dropped.connect(self._move)

    def show_choices(self, actions: Actions) -> None:
        """Check in the menu how the documents are sorted."""
        self._actions = actions
        actions.check("sort", self._desk.settings.get("sort", "added"))

    def _row(self) -> Row | None:
        """Return the row of the document that is chosen in the tree, or that a place is in."""
        row = self._tree.model.row(self._tree.tree.currentIndex())
        while row is not None and row.kind != "document":
            row = row.parent
        if row is None and self._reading.spot is not None:
            row = self._tree.model.row(self._tree.model.find(self._reading.spot.edition, ()))
        return row

    # facts and order

    def edit_document(self) -> None:
        """Show title, number, date … of the chosen document and change them."""
        from desktop.ui.dialogs.document_facts import FactsDialog

        chosen = self._tree.model.row(self._tree.tree.currentIndex())
        if chosen is not None and chosen.kind == "group":
            self.rename_group()
            return
        row = self._row()
        document = (
            self._desk.read(self._library.document_of, row.edition)
            if row is not None and row.edition is not None
            else None
        )
        if document is not None:
            deed = partial(self._change, document.edition)
            FactsDialog(document.facts, deed, self._window).open()

    def _change(self, edition: EditionUid, facts: DocumentFacts) -> str:
        try:
            self._library.change_facts(edition, facts)
        except UserError as error:
            return sentence(error)
        self._window.status.show_saved()
        return ""

    def sort_documents(self, order: str) -> None:
        """Sort the documents by name, date, or in the order of their adding."""
        self._desk.settings.put("sort", order)
        self._reading.load_documents()

    # groups

    def move_to_group(self) -> None:
        """Ask for a group and put the chosen documents into it."""
        from desktop.ui.dialogs.names import LineDialog

        rows = self._chosen()
        if not rows:
            self._window.status.show_news(tr("Choose a document in the tree first"))
            return
        label = tr("Group; empty takes out of the group")
        inside = {self._group_of(r) for r in rows}
        LineDialog(
            tr("Move to group"),
            label,
            partial(self._move_to, [r.uid for r in rows]),
            text=inside.pop() if len(inside) == 1 else "",
            known=self._tree.model.groups(),
            parent=self._window,
        ).open()

    def rename_group(self) -> None:
        """Ask for another name of the chosen group, or of that of the chosen document."""
        from desktop.ui.dialogs.names import LineDialog

        row = self._tree.model.row(self._tree.tree.currentIndex())
        while row is not None and row.kind != "group":
            row = row.parent
        if row is None:
            self._window.status.show_news(tr("Choose a group in the tree first"))
            return
        deed = partial(self._rename, row.uid)
        LineDialog(
            tr("Rename the group"), tr("Name of the group"), deed, text=row.uid, parent=self._window
        ).open()

    def _chosen(self) -> list[Row]:
        """Return the documents that are chosen in the tree, else the one that is open."""
        rows = self._tree.chosen_documents()
        row = None if rows else self._row()
        return rows if row is None else [row]

    @staticmethod
    def _group_of(row: Row) -> str:
        return row.parent.uid if row.parent is not None else ""

    def _move_to(self, uids: list[str], group: str) -> str:
        self._move(uids, group)
        return ""

    @Slot(object, str)
    def _move(self, uids: list[str], group: str) -> None:
        if self._desk.change(_done, self._library.put_in_group, uids, group) is not None:
            self._tree.show_document(uids[0])

    def _rename(self, group: str, name: str) -> str:
        try:
            self._library.rename_group(group, name)
        except UserError as error:
            return sentence(error)
        self._window.status.show_saved()
        self._tree.show_kind("group", " ".join(name.split()))
        return ""

    def _add_groups(self, menu: QMenu) -> None:
        """Offer the groups that there are, a new one, and none."""
        rows = self._chosen()
        inside = {self._group_of(r) for r in rows}
        below = menu.addMenu(tr("Move to &group"))
        for group in self._tree.model.groups():
            action = below.addAction(group.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(inside == {group})
            action.triggered.connect(partial(self._on_group, [r.uid for r in rows], group))
        if inside != {""}:
            action = below.addAction(tr("&No group"))
            action.triggered.connect(partial(self._on_group, [r.uid for r in rows], ""))
        if not below.isEmpty():
            below.addSeparator()
        below.addAction(tr("Ne&w group…")).triggered.connect(self.move_to_group)

    def _on_group(self, uids: list[str], group: str, _checked: bool = False) -> None:
        self._move(uids, group)

    # the trash

    def remove_document(self) -> None:
        """Move the chosen documents to the trash; a button offers them back."""
        rows = [r for r in self._tree.chosen_documents() if self._is_chosen_itself(r)]
        if not rows:
            self._window.status.show_news(tr("Choose a document in the tree first"))
            return
        title, editions = rows[0].title, {r.edition for r in rows}
        uids = [r.uid for r in rows]
        if self._desk.change(_done, self._library.remove_documents, uids) is None:
            return
        self._leave(editions)
        words = tr("“{title}” is in the trash, with its notes", title=title)
        if len(uids) > 1:
            words = tr("%n documents are in the trash, with their notes", n=len(uids))
        self._window.messages.show_news(words, (tr("Undo"), self._undo))

    def _is_chosen_itself(self, row: Row) -> bool:
        index = self._tree.model.index_of(row)
        return self._tree.tree.selectionModel().isSelected(index)

    def _leave(self, editions: set[EditionUid | None]) -> None:
        """Open the first document when the one in view is gone."""
        if self._reading.spot is not None and self._reading.spot.edition in editions:
            self._reading.start("", "")

    def _undo(self) -> None:
        self._desk.change(self._library.undo)

    # the file that it was made of

    def open_original(self) -> None:
        """Open a copy of the file that the chosen document was imported from."""
        row = self._row()
        if row is None or row.edition is None:
            return
        found = self._desk.read(self._library.original, row.edition)
        if found is None:
            return
        name, content = found
        if not content:
            self._window.status.show_news(tr("No original file is kept of this document"))
            return
        try:
            file = copy_of(name, content)
        except OSError as error:
            self._desk.fail(UserError("disk-error", detail=error.strerror or error))
            return
        if not open_outside(file):
            self._window.messages.show_news(
                tr("No program opens {file}", file=file),
                (tr("Show in folder"), partial(open_outside, file.parent)),
            )

    @Slot(object, object)
    def _on_menu_requested(self, row: Row, point: QPoint) -> None:
        menus = {"document": DOCUMENT_MENU, "place": PLACE_MENU, "clause": PLACE_MENU}
        menus["group"] = GROUP_MENU
        if self._actions is None or row.kind not in menus:
            return
        menu = self._window.new_menu()
        for name in menus[row.kind]:
            if name == GROUPS:
                self._add_groups(menu)
            else:
                self._actions.fill_menu(menu, [name])
        menu.popup(point)


def _done(deed: Callable[..., object], *values: object) -> bool:
    deed(*values)
    return True


def copy_of(name: str, content: bytes) -> Path:
    """Write a copy that cannot be changed into a new temporary folder and return it.

    An ending that is no document's becomes text: a text that is called `plan.bat` is not run.
    """
    from desktop.library.drafts import safe_name

    file = Path(tempfile.mkdtemp(prefix="clausebook-")) / safe_name(name)
    file.write_bytes(content)
    file.chmod(0o400)
    return file
