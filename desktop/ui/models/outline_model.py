"""The tree of the library: documents with their places, bookmarks, memos, the trash.

The model asks a source for children and changes nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import (
    QAbstractItemModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from db.model import PREAMBLE
from desktop.ui.words import tr

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from db.model import Bookmark, Document, EditionUid, Memo, Node

    Index = QModelIndex | QPersistentModelIndex

AROUND = "@around"
"""The page of everything that is not the plan: web page, news lede, circular."""

LABEL = Qt.ItemDataRole.UserRole + 1
COUNT = Qt.ItemDataRole.UserRole + 2
KIND = Qt.ItemDataRole.UserRole + 3
HITS = Qt.ItemDataRole.UserRole + 4

ROOT = QModelIndex()
DRAGGED = "application/x-clausebook-documents"
"""What is dragged inside the tree: the uids of documents."""


class OutlineSource(Protocol):
    """Who knows the children of a place."""

    def children(self, edition: EditionUid, parent: str = "") -> Sequence[Node]:
        """Return the nodes right below a path; '' gives the top level."""


@dataclass(eq=False, slots=True)
class Row:
    """One row: a group, a document, a place, the page around the plan, memos, a memo, the trash."""

    kind: str
    title: str
    label: str = ""
    uid: str = ""
    edition: EditionUid | None = None
    path: str = ""
    count: int = 0
    parent: Row | None = None
    children: list[Row] = field(default_factory=list)
    fetched: bool = True
    place: int = 0
    document: Document | None = None

    def paths(self) -> list[str]:
        """Return the paths from the top down to this row, without the document's own."""
        above = self.parent.paths() if self.parent else []
        return [*above, self.path] if self.path else above

    @property
    def words(self) -> str:
        """What a document is filtered by, case folded."""
        if self.document is None:
            return self.title.casefold()
        facts = self.document.facts
        words = (facts.title, facts.name, facts.number, facts.region, self.document.group)
        return " ".join((*words, *facts.issuers)).casefold()

    def all(self) -> Iterator[Row]:
        """Yield this row and every fetched row below it."""
        yield self
        for child in self.children:
            yield from child.all()


class OutlineModel(QAbstractItemModel):
    """Groups → documents; documents → places; then Bookmarks → bookmark; Memos → memo; Trash.

    Documents can be dragged onto a group, a document in it, or out of all groups:
    `dropped(uids, group)`.
    """

    dropped = Signal(object, str)

    def __init__(self, source: OutlineSource, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self._counts: dict[str, Mapping[str, int]] = {}
        self._hits: Mapping[str, Mapping[str, int]] = {}
        self._known: dict[int, Row] = {}
        self._root = Row("root", "")
        self._bookmarks = Row("bookmarks", tr("Bookmarks"))
        self._memos = Row("memos", tr("Memos"))
        self._trash = Row("trash", tr("Trash"))
        self._documents: dict[EditionUid, Row] = {}
        self._sections = [self._bookmarks, self._memos, self._trash]
        self._put(self._root, self._sections)

    # what stands in it

    def show_documents(self, documents: Sequence[Document]) -> None:
        """Show these documents in their order, folded; those in a group below it.

        The groups stand first, by name; rows of the same documents are made anew.
        """
        self.beginResetModel()
        self._forget(self._root.children)
        groups: dict[str, list[Row]] = {d.group: [] for d in documents}
        for document in documents:
            groups[document.group].append(_document_row(document))
        alone = groups.pop("", [])
        tops = [_group_row(g, rows) for g, rows in sorted(groups.items(), key=_by_name)]
        self._put(self._root, [*tops, *alone, *self._sections])
        for top in tops:
            self._put(top, top.children)
        below = (row for top in tops for row in top.children)
        self._documents = {r.edition: r for r in (*below, *alone) if r.edition is not None}
        for section in self._sections:
            self._know(section.children)
        self.endResetModel()

    def document_rows(self) -> list[Row]:
        """Return the rows of all documents, in groups or not."""
        return list(self._documents.values())

    def groups(self) -> list[str]:
        """Return the names of the groups in their order."""
        return [r.uid for r in self._root.children if r.kind == "group"]

    def show_memos(self, memos: Sequence[Memo]) -> None:
        """Show these memos below `Memos`, with the number of their paragraphs."""
        self._fill(self._memos, [_memo_row(m) for m in memos])

    def show_bookmarks(self, bookmarks: Sequence[Bookmark]) -> None:
        """Show these bookmarks below `Bookmarks`, in their order."""
        self._fill(self._bookmarks, [_bookmark_row(b) for b in bookmarks])

    def _fill(self, section: Row, rows: list[Row]) -> None:
        """Put rows below a section in the place of those before, and count them."""
        above = self.index_of(section)
        if section.children:
            self.beginRemoveRows(above, 0, len(section.children) - 1)
            self._forget(section.children)
            section.children = []
            self.endRemoveRows()
        if rows:
            self.beginInsertRows(above, 0, len(rows) - 1)
            self._put(section, rows)
            self.endInsertRows()
        section.count = len(rows)
        self.dataChanged.emit(above, above, [COUNT])

    def show_trash(self, count: int) -> None:
        """Show how many deleted notes and memos can be restored."""
        self._trash.count = count
        index = self.index_of(self._trash)
        self.dataChanged.emit(index, index, [COUNT])

    def show_counts(self, edition: EditionUid, counts: Mapping[str, int]) -> None:
        """Show the notes on every place of an edition: path → notes on it and below."""
        self._counts[edition] = counts
        document = self._documents.get(edition)
        for row in document.all() if document is not None else ():
            if row.count != counts.get(row.path, 0):
                row.count = counts.get(row.path, 0)
                index = self.index_of(row)
                self.dataChanged.emit(index, index, [COUNT])

    def show_hits(self, hits: Mapping[str, Mapping[str, int]]) -> None:
        """Show how many hits of a search lie on every place and below: edition → path → hits."""
        self._hits = hits
        rows = self._root.children
        if rows:
            self.dataChanged.emit(self.index_of(rows[0]), self.index_of(rows[-1]), [HITS])

    def _hits_on(self, row: Row) -> int:
        return self._hits.get(str(row.edition), {}).get(row.path, 0) if self._hits else 0

    def _put(self, above: Row, rows: list[Row]) -> None:
        above.children = rows
        for place, row in enumerate(rows):
            row.parent, row.place = above, place
        self._know(rows)

    def _know(self, rows: Sequence[Row]) -> None:
        self._known.update((id(row), row) for row in rows)

    def _forget(self, rows: Sequence[Row]) -> None:
        """Let rows go; an index is a number, so that an old one cannot reach a freed row."""
        for row in rows:
            for each in row.all():
                self._known.pop(id(each), None)

    # finding rows

    def row(self, index: Index) -> Row | None:
        """Return the row behind an index, None for no index."""
        return self._known.get(index.internalId()) if index.isValid() else None

    def find(self, edition: EditionUid, paths: Sequence[str]) -> QModelIndex:
        """Return the index of the last of `paths` (top level first), fetching what is needed.

        The deepest known ancestor stands for a place that the tree does not show.
        """
        row = self._documents.get(edition)
        if row is None:
            return QModelIndex()
        for path in paths:
            index = self.index_of(row)
            if self.canFetchMore(index):
                self.fetchMore(index)
            below = next((r for r in row.children if r.path == path), None)
            if below is None:
                break
            row = below
        return self.index_of(row)

    def find_kind(self, kind: str, uid: str = "") -> QModelIndex:
        """Return the index of a section, or of one `bookmark`, `memo`, `group` or `document`."""
        rows = self._documents.values() if kind == "document" else self._root.all()
        for row in rows:
            if row.kind == kind and row.uid == uid:
                return self.index_of(row)
        return QModelIndex()

    def index_of(self, row: Row) -> QModelIndex:
        """Return the index of a row that stands in the tree."""
        return QModelIndex() if row is self._root else self.createIndex(row.place, 0, id(row))

    # what Qt asks

    def index(self, row: int, column: int, parent: Index = ROOT) -> QModelIndex:
        """Return the index of the child."""
        above = self.row(parent) or self._root
        if column != 0 or not 0 <= row < len(above.children):
            return QModelIndex()
        return self.createIndex(row, 0, id(above.children[row]))

    def parent(self, child: Index | None = None) -> QModelIndex:  # type: ignore[override]
        """Return the index of the row above."""
        row = self.row(child) if child is not None else None
        if row is None or row.parent is None:
            return QModelIndex()
        return self.index_of(row.parent)

    # dragging

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let documents be dragged, and dropped where there are documents and groups."""
        row = self.row(index)
        flags = super().flags(index)
        if row is None or row.kind in ("document", "group"):
            flags |= Qt.ItemFlag.ItemIsDropEnabled
        if row is not None and row.kind == "document":
            flags |= Qt.ItemFlag.ItemIsDragEnabled
        return flags

    def supportedDropActions(self) -> Qt.DropAction:
        """Return that documents are moved."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """Return the one kind of thing that is dragged here."""
        return [DRAGGED]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return the uids of the documents that are dragged."""
        rows = [r for r in map(self.row, indexes) if r is not None and r.kind == "document"]
        mime = QMimeData()
        mime.setData(DRAGGED, "\n".join(r.uid for r in rows).encode())
        return mime

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Tell into which group the documents were dropped; the library changes the tree."""
        del action, row, column
        uids = bytes(data.data(DRAGGED).data()).decode().split()
        above = self.row(parent)
        while above is not None and above.kind not in ("group", "root"):
            above = above.parent
        if uids:
            self.dropped.emit(uids, above.uid if above is not None else "")
        return False

    def rowCount(self, parent: Index = ROOT) -> int:
        """Return how many rows are fetched below."""
        return 0 if parent.column() > 0 else len((self.row(parent) or self._root).children)

    def columnCount(self, parent: Index = ROOT) -> int:
        """Return 1."""
        return 1

    def hasChildren(self, parent: Index = ROOT) -> bool:
        """Tell whether the row can be unfolded, without fetching."""
        row = self.row(parent) or self._root
        return bool(row.children) or not row.fetched

    def canFetchMore(self, parent: Index) -> bool:
        """Tell whether the children were not asked for yet."""
        row = self.row(parent)
        return row is not None and not row.fetched

    def fetchMore(self, parent: Index) -> None:
        """Ask the source for the children."""
        row = self.row(parent)
        if row is None or row.fetched or row.edition is None:
            return
        row.fetched = True
        below = [_node_row(row.edition, n) for n in self._source.children(row.edition, row.path)]
        if row.kind == "document":
            below.append(_around_row(row.edition))
        if not below:
            return
        counts = self._counts.get(row.edition, {})
        self.beginInsertRows(self.index_of(row), 0, len(below) - 1)
        self._put(row, below)
        for each in below:
            each.count = counts.get(each.path, 0)
        self.endInsertRows()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the title, label, count or kind of a row."""
        row = self.row(index)
        if row is None:
            return None
        shown = f"{row.label} {row.title}".strip()
        answers: dict[int, object] = {
            Qt.ItemDataRole.DisplayRole: row.title,
            Qt.ItemDataRole.ToolTipRole: shown,
            Qt.ItemDataRole.AccessibleTextRole: _spoken(shown, row),
            LABEL: row.label,
            COUNT: row.count,
            KIND: row.kind,
            HITS: self._hits_on(row),
        }
        return answers.get(role)


def _group_row(group: str, rows: list[Row]) -> Row:
    return Row("group", group, uid=group, count=len(rows), children=rows)


def _by_name(group: tuple[str, list[Row]]) -> str:
    return group[0].casefold()


def _document_row(document: Document) -> Row:
    return Row(
        "document",
        document.name,
        document=document,
        uid=document.uid,
        edition=document.edition,
        count=document.notes,
        fetched=False,
    )


def title_of(node: Node) -> str:
    """Return a node's title on one line; the preamble has none of its own."""
    return tr("Preamble") if node.path == PREAMBLE else " ".join(node.title.split())


def _node_row(edition: EditionUid, node: Node) -> Row:
    return Row(
        "clause" if node.is_clause else "place",
        title_of(node),
        label=node.mark,
        uid=node.uid,
        edition=edition,
        path=node.path,
        fetched=node.is_clause,
    )


def _memo_row(memo: Memo) -> Row:
    return Row("memo", memo.title, uid=memo.uid, count=len(memo.blocks))


def _bookmark_row(bookmark: Bookmark) -> Row:
    return Row("bookmark", bookmark.title, uid=bookmark.uid)


def _around_row(edition: EditionUid) -> Row:
    return Row("around", tr("Around the text"), edition=edition, path=AROUND)


def _spoken(shown: str, row: Row) -> str:
    """Say the count too, since it stands alone at the right edge."""
    if not row.count:
        return shown
    if row.kind == "group":
        return f"{shown}, {tr('%n documents', n=row.count)}"
    if row.kind == "memo":
        return f"{shown}, {tr('%n paragraphs', n=row.count)}"
    if row.kind == "bookmarks":
        return f"{shown}, {tr('%n bookmarks', n=row.count)}"
    if row.kind == "memos":
        return f"{shown}, {tr('%n memos', n=row.count)}"
    return f"{shown}, {tr('%n notes', n=row.count)}"
