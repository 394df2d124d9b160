"""A list model that takes a whole new list and tells the view only what differs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from PySide6.QtCore import QObject

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()

ROW_ROLE = Qt.ItemDataRole.UserRole
"""The noun of a row, for delegates."""


class RowList(QAbstractListModel, Generic[Row]):
    """Rows known by a key: a row that stays keeps its index, so selection and editors stay too."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []

    def key(self, row: Row) -> Hashable:
        """Return what makes a row the same row after it changed."""
        raise NotImplementedError

    def words(self, row: Row) -> str:
        """Return the row as one line of text: for type-ahead."""
        raise NotImplementedError

    def spoken(self, row: Row) -> str:
        """Return the row as a screen reader says it."""
        return self.words(row)

    def tip(self, row: Row) -> str:
        """Return the tooltip of a row, empty when it would only repeat what is seen."""
        del row
        return ""

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows as they stand."""
        return tuple(self._rows)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return the number of rows; rows have no children."""
        return 0 if parent.isValid() else len(self._rows)

    def row_at(self, index: Index) -> Row | None:
        """Return the row of an index, None when there is none."""
        at = index.row()
        return self._rows[at] if index.isValid() and 0 <= at < len(self._rows) else None

    def index_of(self, key: Hashable) -> QModelIndex:
        """Return the index of the row with this key, an invalid one when it is not shown."""
        for at, row in enumerate(self._rows):
            if self.key(row) == key:
                return self.index(at)
        return QModelIndex()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Answer for one row: its words, its tooltip, what a screen reader says, the noun."""
        row = self.row_at(index)
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return self.words(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.spoken(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.tip(row) or None
        return None

    def replace(self, rows: Sequence[Row]) -> None:
        """Show these rows; the views hear of each removal, move, insertion and change."""
        if not {self.key(r) for r in rows} & {self.key(r) for r in self._rows}:
            self._replace_all(rows)
            return
        self._remove_missing({self.key(r) for r in rows})
        self._place(rows)

    def _replace_all(self, rows: Sequence[Row]) -> None:
        if rows or self._rows:
            self.beginResetModel()
            self._rows = list(rows)
            self.endResetModel()

    def _remove_missing(self, staying: set[Hashable]) -> None:
        """Remove what does not stay, whole runs at once, the last run first."""
        last = len(self._rows) - 1
        while last >= 0:
            if self.key(self._rows[last]) in staying:
                last -= 1
                continue
            first = last
            while first > 0 and self.key(self._rows[first - 1]) not in staying:
                first -= 1
            self.beginRemoveRows(NOWHERE, first, last)
            del self._rows[first : last + 1]
            self.endRemoveRows()
            last = first - 1

    def _place(self, rows: Sequence[Row]) -> None:
        """Bring the rows that are left, and the new ones, into the order of `rows`."""
        known = {self.key(r) for r in self._rows}
        at = 0
        while at < len(rows):
            key = self.key(rows[at])
            if key not in known:
                at = self._insert_run(rows, at, known)
                continue
            if self.key(self._rows[at]) != key:
                self._move_up(key, at)
            if self._rows[at] != rows[at]:
                self._rows[at] = rows[at]
                self.dataChanged.emit(self.index(at), self.index(at))
            at += 1

    def _insert_run(self, rows: Sequence[Row], at: int, known: set[Hashable]) -> int:
        end = at
        while end < len(rows) and self.key(rows[end]) not in known:
            end += 1
        self.beginInsertRows(NOWHERE, at, end - 1)
        self._rows[at:at] = rows[at:end]
        self.endInsertRows()
        return end

    def _move_up(self, key: Hashable, to: int) -> None:
        """Move the row with this key, which stands somewhere below, up to `to`."""
        at = next(i for i in range(to, len(self._rows)) if self.key(self._rows[i]) == key)
        self.beginMoveRows(NOWHERE, at, at, NOWHERE, to)
        self._rows.insert(to, self._rows.pop(at))
        self.endMoveRows()
