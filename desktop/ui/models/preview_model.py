"""The tree of a document that is not stored yet: labels, first words and kinds."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.ui.models.outline_model import COUNT, KIND, LABEL, title_of
from desktop.ui.words import mark, tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from db.model import Node

    Index = QModelIndex | QPersistentModelIndex

ROOT = QModelIndex()
WORDS = 120
KINDS: dict[str, str] = {
    "preamble": mark("preamble"),
    "part": mark("part"),
    "subpart": mark("subpart"),
    "title": mark("title"),
    "chapter": mark("chapter"),
    "subchapter": mark("subchapter"),
    "section": mark("section"),
    "subsection": mark("subsection"),
    "region": mark("region"),
    "task": mark("task"),
    "measure": mark("measure"),
    "article": mark("article"),
    "paragraph": mark("paragraph"),
    "item": mark("item"),
    "subitem": mark("subitem"),
    "point": mark("point"),
    "heading": mark("heading"),
    "annex": mark("annex"),
    "clause": mark("clause"),
}


def kind_words(kind: str) -> str:
    """Return the word for a kind of place."""
    return tr(KINDS[kind]) if kind in KINDS else kind


@dataclass(eq=False, slots=True)
class Row:
    """One node with the rows below it."""

    node: Node | None
    parent: Row | None = None
    place: int = 0
    children: list[Row] = field(default_factory=list)


class PreviewModel(QAbstractItemModel):
    """Nodes in document order as a tree; taken anew after each correction."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._root = Row(None)
        self._rows: list[Row] = []
        self._known: dict[int, Row] = {}
        self._paths: dict[str, Row] = {}
        self._starts: list[int] = []

    def show_nodes(self, nodes: Sequence[Node]) -> None:
        """Show these nodes in the place of those that were there."""
        self.beginResetModel()
        self._root = Row(None)
        self._paths = {}
        self._rows = [self._add(node) for node in nodes]
        self._known = {id(row): row for row in self._rows}
        self._starts = [n.start for n in nodes]
        self.endResetModel()

    def _add(self, node: Node) -> Row:
        above = self._paths.get(node.parent, self._root)
        row = Row(node, above, len(above.children))
        above.children.append(row)
        self._paths[node.path] = row
        return row

    @property
    def count(self) -> int:
        """How many nodes there are."""
        return len(self._rows)

    def parents(self) -> list[tuple[Node, QModelIndex]]:
        """Return the places that have others below them."""
        rows = (r for r in self._rows if r.children)
        return [(r.node, self._index_of(r)) for r in rows if r.node is not None]

    def node(self, index: Index) -> Node | None:
        """Return the node behind an index."""
        row = self._row(index)
        return row.node if row is not None else None

    def find(self, path: str) -> QModelIndex:
        """Return the index of a path, no index when it is not there."""
        row = self._paths.get(path)
        return self._index_of(row) if row is not None else QModelIndex()

    def find_at(self, offset: int) -> QModelIndex:
        """Return the index of the node that stands at an offset, or began last before it."""
        at = bisect_right(self._starts, offset) - 1
        return self._index_of(self._rows[at]) if at >= 0 else QModelIndex()

    def neighbor(self, index: Index, step: int) -> QModelIndex:
        """Return the node before or after another one in document order."""
        row = self._row(index)
        if row is None:
            return QModelIndex()
        at = self._rows.index(row) + step
        return self._index_of(self._rows[at]) if 0 <= at < len(self._rows) else QModelIndex()

    def _row(self, index: Index) -> Row | None:
        return self._known.get(index.internalId()) if index.isValid() else None

    def _index_of(self, row: Row) -> QModelIndex:
        return self.createIndex(row.place, 0, id(row))

    # what Qt asks

    def index(self, row: int, column: int, parent: Index = ROOT) -> QModelIndex:
        """Return the index of the child."""
        above = self._row(parent) or self._root
        if column != 0 or not 0 <= row < len(above.children):
            return QModelIndex()
        return self._index_of(above.children[row])

    def parent(self, child: Index | None = None) -> QModelIndex:  # type: ignore[override]
        """Return the index of the row above."""
        row = self._row(child) if child is not None else None
        if row is None or row.parent is None or row.parent is self._root:
            return QModelIndex()
        return self._index_of(row.parent)

    def rowCount(self, parent: Index = ROOT) -> int:
        """Return how many rows are below."""
        return 0 if parent.column() > 0 else len((self._row(parent) or self._root).children)

    def columnCount(self, parent: Index = ROOT) -> int:
        """Return 1."""
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return first words, label or kind; COUNT is what stands at the right edge."""
        node = self.node(index)
        if node is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return title_of(node)[:WORDS]
        if role == LABEL:
            return node.mark
        if role == COUNT:
            return kind_words(node.kind)
        if role == KIND:
            return "clause" if node.is_clause else "document" if node.depth == 0 else "place"
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            words = f"{node.mark} {title_of(node)[:400]}".strip()
            return f"{words} ({kind_words(node.kind)})"
        return None
