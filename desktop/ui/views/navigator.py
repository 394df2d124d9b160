"""The navigator: the tree of the library with the notes counted at its right edge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtWidgets import (
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from db.model import EditionUid
from desktop.ui import theme
from desktop.ui.views.tree import Tree
from desktop.ui.words import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.ui.models.outline_model import OutlineModel, Row

    Index = QModelIndex | QPersistentModelIndex

FEW = 10
"""With more documents than these there is a field to filter them."""


class Navigator(QWidget):
    """The tree of documents, bookmarks, memos and trash; it tells what was chosen.

    Signals: `place_chosen(edition, path)`, `bookmark_chosen(uid)` by a click, `memo_chosen(uid)`,
    `trash_chosen()`, `memos_chosen()`, `menu_requested(row, global position)`.
    """

    place_chosen = Signal(str, str)
    bookmark_chosen = Signal(str)
    memo_chosen = Signal(str)
    memos_chosen = Signal()
    trash_chosen = Signal()
    menu_requested = Signal(object, QPoint)

    def __init__(self, model: OutlineModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("navigator")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.model = model
        self.tree = Tree(self)
        self.tree.take_many()
        self.tree.setModel(model)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 5, 8)
        self.filter = QLineEdit(self)
        self.filter.setPlaceholderText(tr("Filter documents"))
        self.filter.setAccessibleName(tr("Filter documents"))
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self._show_filtered)
        self.filter.hide()
        layout.addWidget(self.filter)
        layout.addWidget(self.tree)
        self.setFocusProxy(self.tree)
        self._folded: set[str] = set()
        self._filtered = False
        model.modelAboutToBeReset.connect(self._see_folded)
        model.modelReset.connect(self._unfold_groups)
        model.modelReset.connect(self._show_filtered)
        self._silent = False
        self.tree.selectionModel().currentChanged.connect(self._on_current_changed)
        self.tree.clicked.connect(self._on_clicked)
        self.tree.customContextMenuRequested.connect(self._on_menu_requested)
        theme.signals().changed.connect(self.tree.viewport().update)

    def show_place(self, edition: EditionUid, paths: Sequence[str]) -> None:
        """Unfold down to a place and select it, without telling that it was chosen.

        A clause is selected only where its heading is unfolded already: reading on must not fill
        the tree with sentences. A document that was chosen in the tree stays so.
        """
        index = self.model.find(edition, paths)
        row = self.model.row(index)
        if row is not None and row.kind == "clause" and not self.tree.isExpanded(index.parent()):
            index = index.parent()
        if not self._keeps_choice(row):
            self._select(index)

    def _keeps_choice(self, row: Row | None) -> bool:
        """Whether what was chosen in the tree stays: a document around the place, several rows."""
        if not self.tree.hasFocus():
            return False
        if len(self.tree.selectionModel().selectedIndexes()) > 1:
            return True
        chosen = self.model.row(self.tree.currentIndex())
        while row is not None and row is not chosen:
            row = row.parent
        return row is not None and row.kind == "document"

    @Slot()
    def _show_filtered(self) -> None:
        """Offer the filter when there are many documents; hide those that are not meant.

        Words of title, number, region, issuers and group count; a group without any is hidden too.
        """
        rows = self.model.document_rows()
        self.filter.setVisible(len(rows) > FEW or bool(self.filter.text()))
        wanted = self.filter.text().casefold().split()
        if not wanted and not self._filtered:
            return
        self._filtered = bool(wanted)
        full: set[str] = set()
        for row in rows:
            shown = all(w in row.words for w in wanted)
            if shown and row.parent is not None:
                full.add(row.parent.uid)
            self._set_hidden(row, hidden=not shown)
        for group in self.model.groups():
            index = self.model.find_kind("group", group)
            found = self.model.row(index)
            if found is not None:
                self._set_hidden(found, hidden=group not in full)
            if wanted and group in full:
                self.tree.expand(index)

    def _set_hidden(self, row: Row, *, hidden: bool) -> None:
        above = self.model.index_of(row).parent()
        if hidden != self.tree.isRowHidden(row.place, above):
            self.tree.setRowHidden(row.place, above, hidden)

    @Slot()
    def _see_folded(self) -> None:
        """Remember which groups are folded: the tree forgets it with its rows."""
        indexes = [(g, self.model.find_kind("group", g)) for g in self.model.groups()]
        self._folded = {g for g, index in indexes if not self.tree.isExpanded(index)}

    @Slot()
    def _unfold_groups(self) -> None:
        """Unfold the groups, a new one too, but for those that were folded."""
        for group in self.model.groups():
            if group not in self._folded:
                self.tree.expand(self.model.find_kind("group", group))

    def chosen_documents(self) -> list[Row]:
        """Return the documents that are chosen: themselves, by a place in them, by their group."""
        found: dict[int, Row] = {}
        for index in self.tree.selectionModel().selectedIndexes():
            row = self.model.row(index)
            while row is not None and row.kind not in ("document", "group"):
                row = row.parent
            for each in row.children if row is not None and row.kind == "group" else [row]:
                if each is not None:
                    found[id(each)] = each
        return list(found.values())

    def show_kind(self, kind: str, uid: str = "") -> None:
        """Select `memos`, `trash` or a `memo`, without telling that it was chosen."""
        self._select(self.model.find_kind(kind, uid))

    def show_document(self, uid: str) -> None:
        """Select a document, without telling that it was chosen."""
        self._select(self.model.find_kind("document", uid))

    def open_document(self, edition: EditionUid, paths: Sequence[Sequence[str]]) -> None:
        """Unfold the given places, each named by its path from the top."""
        for each in [(), *paths]:
            self.tree.expand(self.model.find(edition, each))

    def opened(self) -> list[tuple[str, list[str]]]:
        """Return (edition, paths from the top) of every unfolded place."""
        fetched = (d for d in self.model.document_rows() if d.children)
        return [
            (str(row.edition), row.paths())
            for document in fetched
            for row in document.all()
            if row.children and self.tree.isExpanded(self.model.index_of(row))
        ]

    def open_again(self, places: Sequence[tuple[str, Sequence[str]]]) -> None:
        """Unfold what `opened` told, as far as it is still there."""
        for edition, paths in places:
            self.tree.expand(self.model.find(EditionUid(edition), paths))

    def _select(self, index: QModelIndex) -> None:
        if not index.isValid() or index == self.tree.currentIndex():
            return
        self._silent = True
        try:
            self.tree.setCurrentIndex(index)
            self.tree.scrollTo(index)
        finally:
            self._silent = False

    @Slot(QModelIndex, QModelIndex)
    def _on_current_changed(self, current: QModelIndex, _before: QModelIndex) -> None:
        row = self.model.row(current)
        silent = self._silent or self.tree.is_choosing
        if not silent and (row is None or row.kind != "bookmark"):
            self._tell(current)  # the arrows walk over bookmarks: opening one would leave them

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        """Go there again, also when the row is the current one already."""
        if not self.tree.is_choosing:
            self._tell(index)

    def _tell(self, index: QModelIndex) -> None:
        row = self.model.row(index)
        if row is None:
            return
        if row.kind == "bookmark":
            self.bookmark_chosen.emit(row.uid)
        elif row.kind == "memo":
            self.memo_chosen.emit(row.uid)
        elif row.kind == "memos":
            self.memos_chosen.emit()
        elif row.kind == "trash":
            self.trash_chosen.emit()
        elif row.edition is not None:
            self.place_chosen.emit(row.edition, row.path)

    @Slot(QPoint)
    def _on_menu_requested(self, point: QPoint) -> None:
        row = self.model.row(self.tree.indexAt(point))
        if row is not None:
            self.menu_requested.emit(row, self.tree.viewport().mapToGlobal(point))
