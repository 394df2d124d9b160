"""Two editions clause by clause: which two, how many of each kind, and the rows themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from db.revision import KINDS
from desktop.ui import theme
from desktop.ui.models.compare_model import KIND_WORDS, CompareModel, PairRow, Side
from desktop.ui.models.row_list import ROW_ROLE
from desktop.ui.views.card_list import CardList
from desktop.ui.views.compare_card import CompareCard
from desktop.ui.views.flow_layout import FlowLayout
from desktop.ui.words import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QMouseEvent

    from db.revision import Pair

FIRST_SHOWN = ("changed", "added", "deleted")
"""Kinds that are shown at first: what a reader of a revision looks for."""


class PairList(CardList):
    """The rows; `halved(row, is_old)` when a row was opened: the half under the mouse decides."""

    halved = Signal(object, bool)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the edition whose half was clicked."""
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            is_old = event.position().x() < self.viewport().width() / 2
            self.halved.emit(index.data(ROW_ROLE), is_old)


class ComparePage(QWidget):
    """`editions_chosen(old, new)` for another pair, `place_opened(row, is_old)`, `closed()`."""

    editions_chosen = Signal(str, str)
    place_opened = Signal(object, bool)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.model = CompareModel()
        self.card = CompareCard()
        self.list = PairList(self.card, self)
        self.list.setModel(self.model)
        self.list.setAccessibleName(tr("Clauses of both editions"))
        self.list.halved.connect(self._on_halved)
        self.list.opened.connect(self._on_opened)
        self.state = QLabel(self)
        self.state.setObjectName("muted")
        self.state.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 20, 12, 12)
        column.setSpacing(8)
        column.addLayout(self._build_head())
        column.addLayout(self._build_kinds())
        column.addWidget(self.state)
        column.addWidget(self.list, 1)
        self.setFocusProxy(self.list)
        self._add_keys()
        self.model.set_kinds(FIRST_SHOWN)
        theme.signals().changed.connect(self.update)

    def _build_head(self) -> QHBoxLayout:
        self.title = QLabel(tr("Compare editions"), self)
        self.title.setObjectName("page_title")
        self.old = self._chooser(tr("Older edition"))
        self.new = self._chooser(tr("Newer edition"))
        arrow = QLabel("→", self)
        arrow.setObjectName("muted")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.title)
        head.addStretch(1)
        for part in (self.old, arrow, self.new):
            head.addWidget(part)
        return head

    def _chooser(self, name: str) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(name)
        box.setToolTip(name)
        box.activated.connect(self._on_editions_chosen)
        return box

    def _build_kinds(self) -> FlowLayout:
        self.kinds: dict[str, QPushButton] = {}
        flow = FlowLayout()
        for kind in KINDS:
            button = QPushButton(self)
            button.setCheckable(True)
            button.setChecked(kind in FIRST_SHOWN)
            button.setProperty("deed", "kind")
            button.toggled.connect(self._on_kinds_changed)
            self.kinds[kind] = button
            flow.addWidget(button)
        return flow

    def _add_keys(self) -> None:
        for key, deed in (("Esc", self.closed.emit), ("O", self._open_old)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(deed)

    # showing

    def show_choice(
        self, name: str, editions: Sequence[tuple[str, str]], old: str, new: str
    ) -> None:
        """Show which editions there are, (uid, label) with the newest first, and the two chosen."""
        self.title.setText(tr("Compare editions"))
        self.title.setToolTip(name)
        for box, chosen in ((self.old, old), (self.new, new)):
            box.clear()
            for uid, label in editions:
                box.addItem(label, uid)
            box.setCurrentIndex(max(box.findData(chosen), 0))

    def show_waiting(self) -> None:
        """Say that the editions are being compared."""
        self.model.show((), Side("", {}), Side("", {}))
        self._show_counts()
        self.state.setText(tr("Comparing the two editions…"))
        self.state.show()

    def show_pairs(self, pairs: Sequence[Pair], old: Side, new: Side) -> None:
        """Show the comparison."""
        self.model.show(pairs, old, new)
        self._show_counts()
        self._say_when_empty()
        if self.model.rowCount():
            self.list.select(self.model.index(0))

    def _show_counts(self) -> None:
        counts = self.model.counts()
        for kind, button in self.kinds.items():
            number = f"  {counts[kind]}" if counts else ""
            button.setText(f"{tr(KIND_WORDS[kind])}{number}")

    def _say_when_empty(self) -> None:
        if self.model.rowCount():
            self.state.hide()
            return
        every = sum(self.model.counts().values())
        words = (
            tr("Nothing of this kind. Choose another kind above.")
            if every
            else tr("There is nothing to compare.")
        )
        self.state.setText(words)
        self.state.show()

    @Slot()
    def _on_kinds_changed(self) -> None:
        self.model.set_kinds(k for k, button in self.kinds.items() if button.isChecked())
        self._say_when_empty()

    @Slot()
    def _on_editions_chosen(self) -> None:
        self.editions_chosen.emit(self.old.currentData(), self.new.currentData())

    # opening

    @Slot(object, bool)
    def _on_halved(self, row: PairRow, is_old: bool) -> None:
        self._open(row, is_old=is_old)

    @Slot(QModelIndex)
    def _on_opened(self, index: QModelIndex) -> None:
        self._open(index.data(ROW_ROLE), is_old=False)

    def _open_old(self) -> None:
        row = self.model.row_at(self.list.currentIndex())
        if row is not None:
            self._open(row, is_old=True)

    def _open(self, row: PairRow, *, is_old: bool) -> None:
        """Open a row in an edition; in the other one when it is not in this."""
        there = row.pair.old if is_old else row.pair.new
        self.place_opened.emit(row, is_old if there else not is_old)
