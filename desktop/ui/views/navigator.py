"""The navigator: the tree of the library with the notes counted at its right edge."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QLocale,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFont, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from db.model import EditionUid
from desktop.ui import theme
from desktop.ui.models.outline_model import COUNT, HITS, KIND, LABEL, OutlineModel
from desktop.ui.words import tr

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QFocusEvent, QInputEvent, QKeyEvent, QMouseEvent

    from desktop.ui.models.outline_model import Row

    Index = QModelIndex | QPersistentModelIndex

SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
ROW = 27
STEP = 15
EDGE = 8
FEW = 10
"""With more documents than these there is a field to filter them."""
HEADS = ("group", "document", "bookmarks", "memos", "trash")


class Delegate(QStyledItemDelegate):
    """Paints one row: label and title to the left, the count in the muted color to the right.

    It asks the tree what is selected: the first look at QStyle costs a start-up 10 ms.
    """

    def __init__(self, tree: QTreeView) -> None:
        super().__init__(tree)
        self._tree = tree

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a row; the width is the tree's."""
        return QSize(0, max(ROW, option.fontMetrics.height() + 10))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the words; the background is the tree's, since it spans the whole row."""
        tokens = theme.tokens()
        selected = self._tree.selectionModel().isSelected(_plain(index))
        color = tokens.selection_text if selected else tokens.text
        count = index.data(COUNT) or 0
        hits = index.data(HITS) or 0
        if hits:
            right = _paint_hits(painter, option, hits)
        else:
            right = self._paint_count(painter, option, str(count) if count else "")
        painter.setFont(_font(option.font, index))
        words = "  ".join(w for w in (index.data(LABEL), index.data()) if w)
        room = option.rect.adjusted(2, 0, -right, 0)
        metrics = painter.fontMetrics()
        painter.setPen(color)
        painter.drawText(
            room,
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
            metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width()),
        )

    def _paint_count(self, painter: QPainter, option: QStyleOptionViewItem, count: str) -> int:
        """Paint the count and return the room that it takes."""
        if not count:
            return EDGE
        painter.setFont(option.font)
        painter.setPen(theme.tokens().muted)
        painter.drawText(
            option.rect.adjusted(0, 0, -EDGE, 0),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight,
            count,
        )
        return EDGE + painter.fontMetrics().horizontalAdvance(count) + 8


def _paint_hits(painter: QPainter, option: QStyleOptionViewItem, hits: int) -> int:
    """Paint how many hits lie here on the color of search, and return the room that it takes."""
    tokens = theme.tokens()
    painter.setFont(option.font)
    words, metrics = QLocale().toString(hits), painter.fontMetrics()
    wide, high = metrics.horizontalAdvance(words) + 12, metrics.height() + 2
    box = QRectF(option.rect.right() - EDGE - wide + 4, 0, wide, high)
    box.moveTop(option.rect.center().y() - high / 2 + 0.5)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tokens.marks["yellow"])
    painter.drawRoundedRect(box, high / 2, high / 2)
    painter.setPen(tokens.mark_text)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
    return EDGE + wide + 4


def _font(base: QFont, index: Index) -> QFont:
    font = QFont(base)
    font.setWeight(QFont.Weight.DemiBold if index.data(KIND) in HEADS else QFont.Weight.Normal)
    return font


class Tree(QTreeView):
    """The tree itself: quiet rows, arrows and selection drawn in the theme's colors."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tree")
        self.setAccessibleName(tr("Contents of the library"))
        self.setHeaderHidden(True)
        self.setItemDelegate(Delegate(self))
        self.setIndentation(STEP)
        self.setUniformRowHeights(True)
        self.setAnimated(False)
        self.setMouseTracking(True)
        self.setFrameShape(QTreeView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

        self.is_choosing = False

    @contextmanager
    def _choosing(self, event: QInputEvent) -> Iterator[None]:
        """Remember while Shift or Ctrl is held: then rows are chosen, and nothing is opened."""
        self.is_choosing = bool(event.modifiers() & (SHIFT | CTRL))
        try:
            yield
        finally:
            self.is_choosing = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, or choose several rows with Shift."""
        with self._choosing(event):
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose one row, or several with Shift or Ctrl."""
        with self._choosing(event):
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag documents, or choose the rows that are passed over."""
        self.is_choosing = event.buttons() != Qt.MouseButton.NoButton
        try:
            super().mouseMoveEvent(event)
        finally:
            self.is_choosing = False

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell what was clicked."""
        with self._choosing(event):
            super().mouseReleaseEvent(event)

    def take_many(self) -> None:
        """Let several rows be chosen and dragged."""
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDragDropOverwriteMode(True)

    def drawRow(self, painter: QPainter, options: QStyleOptionViewItem, index: Index) -> None:
        """Paint the selection as one rounded band over the whole row, then the row."""
        tokens = theme.tokens()
        selected = self.selectionModel().isSelected(_plain(index))
        width, height = self.viewport().width(), options.rect.height()
        band = QRectF(0, options.rect.top(), width, height).adjusted(1, 1, -1, -1)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if selected:
            painter.setBrush(tokens.selection)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(band, 4, 4)
        super().drawRow(painter, options, index)
        if selected and self.hasFocus():  # last, since Qt fills the room of the branches too
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(tokens.accent, 2))
            painter.drawRoundedRect(band, 4, 4)

    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """Paint a small arrow before what can be unfolded."""
        model = self.model()
        if not model.hasChildren(index):
            return
        middle = QPoint(rect.right() - 7, rect.center().y())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.tokens().muted)
        painter.drawPolygon(_arrow(middle, down=self.isExpanded(_plain(index))))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show at once that the keys go here now."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show at once that the keys go elsewhere now."""
        super().focusOutEvent(event)
        self.viewport().update()


def _plain(index: Index) -> QModelIndex:
    """Qt's views hand out plain indexes, only their annotations say more."""
    return index if isinstance(index, QModelIndex) else QModelIndex()


def _arrow(middle: QPoint, *, down: bool) -> QPolygonF:
    x, y = middle.x(), middle.y()
    corners = [(-4, -2), (4, -2), (0, 3)] if down else [(-2, -4), (-2, 4), (3, 0)]
    return QPolygonF([QPoint(x + dx, y + dy).toPointF() for dx, dy in corners])


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
