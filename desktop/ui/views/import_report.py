"""What became of every file of an import: imported, editions, already there, doubtful, refused."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QFontMetrics, QGuiApplication
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QStyledItemDelegate,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.views.deed_button import DeedButton
from desktop.ui.words import mark, tr

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QStyleOptionViewItem

    from db.model import EditionUid

    Index = QModelIndex | QPersistentModelIndex

EDITION = Qt.ItemDataRole.UserRole
GROUPS: tuple[tuple[str, str], ...] = (
    ("refused", mark("%n refused")),
    ("doubtful", mark("%n imported, with doubts")),
    ("imported", mark("%n imported")),
    ("edition", mark("%n new editions")),
    ("same", mark("%n already there")),
)
"""What needs a look stands first."""
MANY = 150
"""A longer group is folded, and filled when it is unfolded."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file; `why` are sentences, of doubts or of the refusal."""

    file: Path
    state: str
    title: str = ""
    document: str = ""
    edition: EditionUid | None = None
    why: tuple[str, ...] = ()

    @property
    def group(self) -> str:
        """The group of the report."""
        stored = self.state in ("imported", "edition")
        return "doubtful" if stored and self.why else self.state


class Sentences(QStyledItemDelegate):
    """Gives every row the height of its wrapped words; Qt's trees count one line only."""

    def __init__(self, tree: QTreeWidget) -> None:
        super().__init__(tree)
        self._tree = tree
        self._known: dict[tuple[str, int, int], int] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the room for the words at the width that the row has."""
        depth, above = 1, index.parent()
        while above.isValid():
            depth, above = depth + 1, above.parent()
        room = self._tree.viewport().width() - depth * self._tree.indentation() - 12
        key = (index.data(), room, depth)
        if key not in self._known:
            self._known[key] = _height(option.font, *key)
        return QSize(80, self._known[key])

    def forget(self) -> None:
        """Forget the heights of another report."""
        self._known.clear()


def _height(plain: QFont, words: str, room: int, depth: int) -> int:
    """Return how high words are when they are wrapped."""
    font = QFont(plain)
    font.setBold(depth == 1)
    metrics = QFontMetrics(font)
    high = metrics.height()
    if metrics.horizontalAdvance(words) > room:
        wrap = int(Qt.TextFlag.TextWordWrap)
        high = metrics.boundingRect(QRect(0, 0, max(room, 80), 9999), wrap, words).height()
    return high + 8


class ReportView(QWidget):
    """The report; `opened(edition)` on click or Return, `closed()` to leave it."""

    opened = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._outcomes: tuple[Outcome, ...] = ()
        self._unfilled: dict[int, Sequence[Outcome]] = {}
        self.title = QLabel(self)
        self.title.setObjectName("page_title")
        self.title.setWordWrap(True)
        self.tree = QTreeWidget(self)
        self.tree.setObjectName("report")
        self.tree.setAccessibleName(tr("Report of the import"))
        self.tree.setHeaderHidden(True)
        self.tree.setFrameShape(QTreeWidget.Shape.NoFrame)
        self.tree.setWordWrap(True)
        self.tree.setIndentation(16)
        self._sentences = Sentences(self.tree)
        self.tree.setItemDelegate(self._sentences)
        self.tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.tree.itemActivated.connect(self._on_activated)
        self.tree.itemClicked.connect(self._on_activated)
        self.tree.itemExpanded.connect(self._on_expanded)
        self.copy = DeedButton(tr("Copy the report"), icon="content-copy")
        self.copy.clicked.connect(self.copy_report)
        self.leave = DeedButton(tr("Back to the text"), filled=True)
        self.leave.clicked.connect(self.closed)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 16)
        column.setSpacing(12)
        below = QHBoxLayout()
        below.addWidget(self.copy)
        below.addStretch()
        below.addWidget(self.leave)
        column.addWidget(self.title)
        column.addWidget(self.tree, 1)
        column.addLayout(below)

    def show_outcomes(self, outcomes: Sequence[Outcome], *, left: int = 0) -> None:
        """Show the report; `left` files were not read because the import was stopped."""
        self._outcomes = tuple(outcomes)
        stored = sum(o.state in ("imported", "edition") for o in outcomes)
        words = tr("%n documents imported", n=stored)
        if left:
            words += " · " + tr("stopped, %n files were not read", n=left)
        self.title.setText(words)
        self.tree.clear()
        self._unfilled.clear()
        self._sentences.forget()
        for group, group_words in GROUPS:
            rows = [o for o in outcomes if o.group == group]
            if rows:
                unfolded = group != "same" and len(rows) <= MANY
                self._add_group(tr(group_words, n=len(rows)), rows, unfolded=unfolded)
        first = self.tree.topLevelItem(0)
        if first is not None:
            self.tree.setCurrentItem(first)
        self.tree.setFocus()

    def _add_group(self, words: str, rows: Sequence[Outcome], *, unfolded: bool) -> None:
        top = QTreeWidgetItem(self.tree, [words])
        font = top.font(0)
        font.setBold(True)
        top.setFont(0, font)
        top.setChildIndicatorPolicy(QTreeWidgetItem.ChildIndicatorPolicy.ShowIndicator)
        self._unfilled[self.tree.indexOfTopLevelItem(top)] = rows
        top.setExpanded(unfolded)

    @Slot(QTreeWidgetItem)
    def _on_expanded(self, top: QTreeWidgetItem) -> None:
        """Fill a group of the report the first time that somebody looks into it."""
        place = self.tree.indexOfTopLevelItem(top)
        for row in self._unfilled.pop(place, ()):
            item = QTreeWidgetItem(top, [" — ".join(filter(None, (row.title, row.file.name)))])
            item.setData(0, EDITION, row.edition)
            item.setToolTip(0, str(row.file))
            for sentence in row.why:
                QTreeWidgetItem(item, [sentence]).setData(0, EDITION, row.edition)
            item.setExpanded(row.state == "refused" or len(row.why) < 4)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the sentences anew: the tree keeps the heights of another width."""
        super().resizeEvent(event)
        self.tree.doItemsLayout()

    @Slot()
    def copy_report(self) -> None:
        """Put the report into the clipboard as lines of text."""
        QGuiApplication.clipboard().setText(self.words)

    @property
    def words(self) -> str:
        """The report as text, one line a file, its sentences below it."""
        lines = [self.title.text()]
        for group, words in GROUPS:
            rows = [o for o in self._outcomes if o.group == group]
            if rows:
                lines += ["", tr(words, n=len(rows))]
            for row in rows:
                lines.append("\t".join(filter(None, (str(row.file), row.title))))
                lines += [f"\t{sentence}" for sentence in row.why]
        return "\n".join(lines)

    @Slot(QTreeWidgetItem, int)
    def _on_activated(self, item: QTreeWidgetItem, _column: int) -> None:
        edition = item.data(0, EDITION)
        if edition:
            self.opened.emit(edition)
