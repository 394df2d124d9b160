"""The list of the searches that are kept under a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QModelIndex, QPersistentModelIndex, Qt, Signal

from db.model import SavedSearch
from desktop.ui.models.row_list import RowList
from desktop.ui.models.tips import rich_tip

if TYPE_CHECKING:
    from collections.abc import Sequence

Index = QModelIndex | QPersistentModelIndex
MIME = "application/x-clausebook-search"


class SearchesModel(RowList[SavedSearch]):
    """Answers with kept searches; `moved(uid, place)` when one was dropped between others."""

    moved = Signal(str, int)

    def key(self, row: SavedSearch) -> str:
        """Return its uid."""
        return row.uid

    def words(self, row: SavedSearch) -> str:
        """Return its name."""
        return row.name

    def tip(self, row: SavedSearch) -> str:
        """Return name and words."""
        return rich_tip(row.name, row.ask.query if row.ask.query != row.name else "")

    def place_of(self, uid: str) -> int:
        """Return the row of a search, -1 when it is not there."""
        return next((at for at, row in enumerate(self.rows) if row.uid == uid), -1)

    # dragging

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that a search can be dragged, and dropped between others."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        """Return that a dropped search moves."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """Return what can be dropped here."""
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return the uid of what is dragged."""
        data = QMimeData()
        row = self.row_at(indexes[0]) if indexes else None
        data.setData(MIME, row.uid.encode() if row else b"")
        return data

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Tell where a search was dropped; the library moves it."""
        del action, column
        uid = bytes(data.data(MIME).data()).decode()
        before = self.place_of(uid)
        if before < 0:
            return False
        place = row if row >= 0 else parent.row() if parent.isValid() else len(self.rows)
        self.moved.emit(uid, place - 1 if place > before else place)
        return False
