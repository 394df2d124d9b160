"""The page of a memo in the making: its title, its blocks, the way out to Word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QFont, QPainter, QPalette, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from desktop.ui import theme
from desktop.ui.models.memo_model import NOTE, TEXT
from desktop.ui.views.card import paint_ring
from desktop.ui.views.deed_button import DeedButton
from desktop.ui.views.empty_state import EmptyState
from desktop.ui.views.memo_block import EDGE, PAD, column_box
from desktop.ui.views.memo_list import MemoList
from desktop.ui.views.own_keys import claim, is_escape
from desktop.ui.words import tr

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent, QResizeEvent

    from db.model import Memo


NARROW = 460
TITLE_INSET = 8
"""From the edge of the title's field to its words."""
PLAIN = """
QLineEdit, QLineEdit:focus { border: none; background: transparent; padding: 0; }
"""
"""The title is no field until it is touched: its edge is painted, not styled."""


class TitleField(QLineEdit):
    """The title, written in its place; told when it is left, an empty one is not taken."""

    titled = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._title = ""
        self.setStyleSheet(PLAIN)
        self.setAccessibleName(tr("Title of the memo"))
        self.setPlaceholderText(tr("Title of the memo"))
        self.setTextMargins(6, 4, 6, 4)
        self.editingFinished.connect(self._on_finished)
        theme.signals().changed.connect(self._dress)
        self._dress()

    @Slot()
    def _dress(self) -> None:
        font = theme.page_font()
        font.setPointSizeF(17)
        font.setWeight(QFont.Weight.DemiBold)
        self.setFont(font)

    def show_title(self, title: str) -> None:
        """Show the title as it is saved; one that is being written stays."""
        if not self.hasFocus() or self.text().strip() == self._title or title != self._title:
            self.setText(title)
            self.setCursorPosition(0)
        self._title = title
        self.setToolTip(title)

    @Slot()
    def _on_finished(self) -> None:
        wanted = " ".join(self.text().split())
        if not wanted:
            self.setText(self._title)
        elif wanted != self._title:
            self.titled.emit(wanted)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Return, Esc or Down; the title stays as written."""
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.left.emit()
            return
        super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep Esc from the shortcuts of the window."""
        return claim(event, is_escape) or super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show the beginning of a long title again."""
        super().focusOutEvent(event)
        self.setCursorPosition(0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words, an edge under the mouse, the ring in focus."""
        super().paintEvent(event)
        tokens = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        if self.hasFocus():
            paint_ring(painter, box, tokens, radius=6)
        elif self.underMouse():
            painter.setPen(QPen(tokens.line, tokens.border))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)


class MemoPage(QWidget):
    """Shows a memo and tells every change of it; the memo itself is changed elsewhere.

    `typing(bool)` tells whether words were typed that are not handed on yet.
    """

    renamed = Signal(str, str)
    blocks_changed = Signal(str, object, str)
    typing = Signal(bool)
    settled = Signal()
    text_added = Signal(str, str)
    block_opened = Signal(object)
    export_requested = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Memo"))
        self._memo: Memo | None = None
        self._list = MemoList()
        self._empty = EmptyState()
        self._empty.say(
            tr("This memo is empty"),
            tr(
                "Add clauses with M while you read, notes with the button below them, "
                "and your own words with “Add text”."
            ),
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self._list)
        self._stack.addWidget(self._empty)
        self._build()
        self._connect_signals()
        theme.signals().changed.connect(self._dress)
        self._dress()

    def _build(self) -> None:
        self._title = TitleField()
        self._facts = QLabel()
        self._facts.setTextFormat(Qt.TextFormat.PlainText)
        self._facts.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._head = QVBoxLayout()
        self._head.setSpacing(2)
        self._head.addWidget(self._title)
        self._head.addWidget(self._facts)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 0)
        column.setSpacing(6)
        column.addLayout(self._build_deeds())
        column.addLayout(self._head)
        column.addWidget(self._stack, 1)

    def _build_deeds(self) -> QHBoxLayout:
        self._back = DeedButton(tr("Back to the text"), icon="arrow-left")
        self._back.setAccessibleName(tr("Back to the text"))
        self._back.setToolTip(tr("Back to the text (Esc)"))
        self._add = DeedButton(tr("Add text"), icon="text-box-plus-outline")
        self._add.setAccessibleName(tr("Add text"))
        self._add.setToolTip(tr("Write own words below the chosen block (Ins)"))
        self._export = DeedButton(tr("Export to Word…"), filled=True)
        self._export.setToolTip(tr("Write this memo to a Word document, with every citation"))
        deeds = QHBoxLayout()
        deeds.setContentsMargins(EDGE, 0, EDGE, 0)
        deeds.addWidget(self._back)
        deeds.addStretch()
        deeds.addWidget(self._add)
        deeds.addWidget(self._export)
        return deeds

    def _connect_signals(self) -> None:
        self._back.clicked.connect(self.close_page)
        self._add.clicked.connect(self._on_add_clicked)
        self._export.clicked.connect(self._on_export_clicked)
        self._title.titled.connect(self._on_titled)
        self._title.left.connect(self._list.setFocus)
        self._list.blocks_changed.connect(self._on_blocks_changed)
        self._list.text_added.connect(self._on_text_added)
        self._list.typing.connect(self.typing)
        self._list.settled.connect(self.settled)
        self._list.block_opened.connect(self.block_opened)
        self._list.laid_out.connect(self._align_head)
        self._list.memo.rowsInserted.connect(self._show_state)
        self._list.memo.rowsRemoved.connect(self._show_state)
        self._list.memo.modelReset.connect(self._show_state)

    @Slot()
    def _dress(self) -> None:
        """Stand on paper."""
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Window, theme.tokens().page)
        self.setPalette(palette)
        self.setAutoFillBackground(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out words of the deeds when the page is narrow."""
        super().resizeEvent(event)
        narrow = self.width() < NARROW
        self._back.setText("" if narrow else tr("Back to the text"))
        self._add.setText("" if narrow else tr("Add text"))
        self._align_head()

    @Slot()
    def _align_head(self) -> None:
        """Put the title over the column of the blocks, which gives way to a scroll bar."""
        column = column_box(self._list.viewport().rect())
        right = max(self.width() - column.right() - PAD, EDGE)
        self._head.setContentsMargins(column.left() + PAD - TITLE_INSET, 4, right, 0)
        self._facts.setContentsMargins(TITLE_INSET, 0, 0, 0)
        self._empty.set_inset(column.left() + PAD)

    # what is shown

    def show_memo(
        self,
        memo: Memo,
        citations: Mapping[str, str],
        *,
        colors: Mapping[str, str] | None = None,
    ) -> None:
        """Show a memo; `citations` and `colors` (of quoted notes) are by the uid of the block.

        An open editor stays open while its block is there; words being typed stay.
        """
        if self._memo is not None and self._memo.uid != memo.uid:
            self.finish_editing()
            self._list.forget_draft()
        self._memo = memo
        self._title.show_title(memo.title)
        self._list.show_blocks(memo.blocks, citations, colors or {})
        self._show_state()

    def show_paragraph(self, uid: str) -> None:
        """Select a paragraph and bring it into sight."""
        index = self._list.memo.index_of(uid)
        if index.isValid():
            self._list.select(index)

    @property
    def is_writing(self) -> bool:
        """Whether own words are being written: their drafts are one step until `settled`."""
        return self._list.editor is not None

    @property
    def memo_uid(self) -> str:
        """The memo that is shown, '' before the first."""
        return self._memo.uid if self._memo is not None else ""

    def finish_editing(self) -> None:
        """Hand on everything that was typed and close the editor."""
        self._list.finish_editing()

    @Slot()
    def _show_state(self) -> None:
        """Show blocks, or say how they come here."""
        blocks = self._list.memo.blocks
        self._stack.setCurrentWidget(self._list if blocks else self._empty)
        kinds = [b.kind for b in self._memo.blocks] if self._memo is not None else []
        notes, texts = kinds.count(NOTE), kinds.count(TEXT)
        quotes = len(kinds) - notes - texts
        parts = (
            tr("%n quotations", n=quotes) if quotes else "",
            tr("%n notes", n=notes) if notes else "",
            tr("%n own texts", n=texts) if texts else "",
        )
        self._export.setEnabled(bool(kinds))
        self._facts.setText(" · ".join(p for p in parts if p))
        self._facts.setVisible(bool(kinds))

    # what a person does

    @Slot()
    def close_page(self) -> None:
        """Hand on everything and leave the page."""
        self.finish_editing()
        self.closed.emit()

    @Slot(str)
    def _on_titled(self, title: str) -> None:
        if self._memo is not None:
            self.renamed.emit(self._memo.uid, title)

    @Slot(object, str)
    def _on_blocks_changed(self, blocks: object, words: str) -> None:
        if self._memo is not None:
            self.blocks_changed.emit(self._memo.uid, blocks, words)

    @Slot(str)
    def _on_text_added(self, text: str) -> None:
        if self._memo is not None:
            self.text_added.emit(self._memo.uid, text)

    @Slot()
    def _on_add_clicked(self) -> None:
        self._list.add_text()

    @Slot()
    def _on_export_clicked(self) -> None:
        self.finish_editing()
        if self._memo is not None:
            self.export_requested.emit(self._memo.uid)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus to the blocks; a focus proxy would hide the other controls from Tab."""
        super().focusInEvent(event)
        self._list.setFocus(event.reason())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_page()
            return
        super().keyPressEvent(event)
