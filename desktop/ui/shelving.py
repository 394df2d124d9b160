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
    from PySide6.QtCore import QPoint

    from db.model import DocumentFacts, EditionUid
    from desktop.ui.actions import Actions
    from desktop.ui.desk import Desk
    from desktop.ui.models.outline_model import Row
    from desktop.ui.reading import Reading

DOCUMENT_MENU = (
    "note.document",
    "-",
    "document.facts",
    "document.original",
    "document.compare",
    "-",
    "document.remove",
    "-",
    "> sort",
)

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

    # the trash

    def remove_document(self) -> None:
        """Move the chosen document to the trash; a button offers it back."""
        row = self._tree.model.row(self._tree.tree.currentIndex())
        if row is None or row.kind != "document":
            self._window.status.show_news(tr("Choose a document in the tree first"))
            return
        uid, title = row.uid, row.title
        if self._desk.change(self._removed, uid) is None:
            return
        self._leave(row.edition)
        self._window.messages.show_news(
            tr("“{title}” is in the trash, with its notes", title=title),
            (tr("Undo"), self._undo),
        )

    def _removed(self, uid: str) -> bool:
        self._library.remove_documents([uid])
        return True

    def _leave(self, edition: EditionUid | None) -> None:
        """Open the first document when the one in view is gone."""
        if self._reading.spot is not None and self._reading.spot.edition == edition:
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
        if self._actions is None or row.kind not in menus:
            return
        menu = self._window.new_menu()
        self._actions.fill_menu(menu, menus[row.kind])
        menu.popup(point)


def copy_of(name: str, content: bytes) -> Path:
    """Write a copy that cannot be changed into a new temporary folder and return it.

    An ending that is no document's becomes text: a text that is called `plan.bat` is not run.
    """
    from desktop.library.drafts import safe_name

    file = Path(tempfile.mkdtemp(prefix="clausebook-")) / safe_name(name)
    file.write_bytes(content)
    file.chmod(0o400)
    return file
