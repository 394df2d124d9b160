"""The blocks of a memo as a list: choose, order by keys, bar or drag, write in place."""

from __future__ import annotations

import uuid
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeySequence, QTextCursor
from PySide6.QtWidgets import QAbstractItemView, QApplication

from db.model import Block
from desktop.ui.models.memo_model import MIME, TEXT, WRITTEN, MemoModel, moved_by, moved_to
from desktop.ui.models.row_list import ROW_ROLE
from desktop.ui.views.block_bar import BlockBar
from desktop.ui.views.card_list import CardList
from desktop.ui.views.memo_block import MemoBlock, block_box, text_font
from desktop.ui.views.own_keys import ENTER
from desktop.ui.views.text_box import TextBox
from desktop.ui.words import tr

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QDropEvent, QKeyEvent
    from PySide6.QtWidgets import QWidget

MOVE_KEYS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class MemoList(CardList):
    """Shows blocks and tells the whole new tuple of them, with words for the history.

    Own words are told while they are typed, so that no more than a breath of them can be lost.
    """

    blocks_changed = Signal(object, str)
    typing = Signal(bool)
    settled = Signal()
    text_added = Signal(str)
    block_opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        self.memo = MemoModel()
        super().__init__(MemoBlock(self.memo), parent)
        self._editor: TextBox | None = None
        self._edited_uid = ""
        self._bar = BlockBar(self.viewport())
        self.setModel(self.memo)
        self.setAccessibleName(tr("Blocks of the memo"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDropIndicatorShown(True)
        self.opened.connect(self._on_opened)
        self.delete_pressed.connect(self.remove)
        self.selectionModel().selectionChanged.connect(self._place_bar)
        self.selectionModel().currentChanged.connect(self._place_bar)
        self.laid_out.connect(self._place_bar)
        self.verticalScrollBar().valueChanged.connect(self._place_bar)
        self._connect_bar()

    def _connect_bar(self) -> None:
        bar = self._bar
        bar.moved.connect(self.move_chosen)
        bar.edit_asked.connect(self._on_edit_asked)
        bar.place_asked.connect(self.open_place)
        bar.add_asked.connect(self.add_text)
        bar.remove_asked.connect(self.remove)
        bar.left.connect(self.setFocus)

    @property
    def bar(self) -> BlockBar:
        """The bar on the chosen block."""
        return self._bar

    def show_blocks(
        self, blocks: Sequence[Block], citations: Mapping[str, str], colors: Mapping[str, str]
    ) -> None:
        """Show the blocks of the memo; an open editor stays while its block does."""
        uid = self._edited_uid
        if uid and not self.memo.is_draft(uid) and all(b.uid != uid for b in blocks):
            self.finish_editing()
        self.memo.set_blocks(blocks, citations, colors)
        row = self.memo.row_at(self.memo.index_of(uid)) if uid else None
        if self._editor is not None and row is not None and not self.memo.is_draft(uid):
            self._editor.take(row.text)
        if self.hasFocus():
            self.select_current()
        self._place_bar()

    def chosen_uids(self) -> tuple[str, ...]:
        """Return the selected blocks in the order of the memo."""
        chosen = {i.data(ROW_ROLE).uid for i in self.selectedIndexes()}
        return tuple(b.uid for b in self.memo.blocks if b.uid in chosen)

    def current_block(self) -> Block | None:
        """Return the current block."""
        return self.memo.row_at(self.currentIndex())

    # deeds

    @Slot(int)
    def move_chosen(self, step: int) -> None:
        """Move the chosen blocks one place up or down."""
        self._tell(moved_by(self.memo.blocks, set(self.chosen_uids()), step), "move in memo")
        self.scrollTo(self.currentIndex())

    @Slot()
    def remove(self) -> None:
        """Take the chosen blocks out of the memo."""
        chosen = set(self.chosen_uids())
        kept = tuple(b for b in self.memo.blocks if b.uid not in chosen)
        self._tell(kept, "remove from memo")

    @Slot()
    def open_place(self) -> None:
        """Go to the place of the current block in the text."""
        block = self.current_block()
        if block is not None and block.edition is not None:
            self.block_opened.emit(block)

    def _tell(self, blocks: tuple[Block, ...], words: str) -> None:
        if blocks != self.memo.blocks:
            self.blocks_changed.emit(blocks, words)

    # writing

    @property
    def editor(self) -> TextBox | None:
        """The open editor."""
        return self._editor

    @Slot()
    def add_text(self) -> None:
        """Begin own words below the current block, at the end without one."""
        self.finish_editing()
        current = self.currentIndex()
        at = current.row() + 1 if current.isValid() else self.memo.rowCount()
        draft = Block(str(uuid.uuid4()), TEXT)
        self.memo.begin(draft, at)
        self.edit_block(draft.uid)

    def edit_block(self, uid: str) -> None:
        """Open the words of a block for editing; quotations stay as they are."""
        self.finish_editing()
        index = self.memo.index_of(uid)
        block = self.memo.row_at(index)
        if block is None or block.kind not in WRITTEN:
            return
        self.select(index)
        self._editor = self._new_editor(block)
        self._edited_uid = uid
        self.open_editor(index, self._editor)
        self.setTabOrder(self, self._editor)
        self._editor.moveCursor(QTextCursor.MoveOperation.End)
        self._editor.setFocus()
        self._bar.hide()

    def _new_editor(self, block: Block) -> TextBox:
        editor = TextBox(block.text)
        editor.setFont(text_font(self.font()))
        editor.setPlaceholderText(tr("Own words…"))
        editor.setAccessibleName(tr("Own words"))
        editor.drafted.connect(self._on_drafted)
        editor.textChanged.connect(self._on_typed)
        editor.grown.connect(self.fit_editor)
        editor.left.connect(self._on_editor_left)
        # Queued: a press on another block must find the blocks where they were when it was made.
        editor.abandoned.connect(self._on_abandoned, Qt.ConnectionType.QueuedConnection)
        return editor

    def editing_uid(self) -> str | None:
        """Return the block whose words are open, None when none are."""
        return self._edited_uid or None

    def finish_editing(self) -> None:
        """Hand on what was typed and close the editor; own words left empty go away."""
        editor, uid = self._editor, self._edited_uid
        if editor is None:
            return
        editor.finish()
        self._editor, self._edited_uid = None, ""
        self.close_editor()
        block = self.memo.row_at(self.memo.index_of(uid))
        if block is not None and block.kind == TEXT and not editor.toPlainText().strip():
            self._drop(uid)
        self._place_bar()
        self.settled.emit()

    def forget_draft(self) -> None:
        """Forget words that no memo holds: another memo comes."""
        for block in self.memo.blocks:
            self.memo.drop(block.uid)

    def _drop(self, uid: str) -> None:
        if self.memo.is_draft(uid):
            self.memo.drop(uid)
        else:
            self._tell(tuple(b for b in self.memo.blocks if b.uid != uid), "remove from memo")

    @Slot()
    def _on_typed(self) -> None:
        if self._editor is not None:
            self.typing.emit(self._editor.pending)

    @Slot(str)
    def _on_drafted(self, text: str) -> None:
        """Tell the memo with the words so far; a draft enters it with its first words."""
        uid, is_new = self._edited_uid, self.memo.is_draft(self._edited_uid)
        if is_new and not text.strip():
            return
        self.memo.keep(uid, text)
        blocks = tuple(replace(b, text=text) if b.uid == uid else b for b in self.memo.blocks)
        self.blocks_changed.emit(blocks, "add to memo" if is_new else "edit memo")

    @Slot()
    def _on_editor_left(self) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.finish_editing()

    @Slot()
    def _on_abandoned(self) -> None:
        """Close the editor that lost the focus, unless it has got it back meanwhile."""
        editor = self._editor
        lost = editor is not None and QApplication.focusWidget() is not editor
        if lost and editor is self.sender():
            self.finish_editing()

    @Slot(QModelIndex)
    def _on_opened(self, index: QModelIndex) -> None:
        """Write in own words and notes; go to the place of a quoted clause."""
        block = self.memo.row_at(index)
        if block is not None and block.kind in WRITTEN:
            self.edit_block(block.uid)
        else:
            self.open_place()

    @Slot()
    def _on_edit_asked(self) -> None:
        block = self.current_block()
        if block is not None:
            self.edit_block(block.uid)

    # keys, paste, drag

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with Alt+Up and Alt+Down, add with Insert, paste own words, go with Ctrl+Return."""
        key, held = Qt.Key(event.key()), event.modifiers()
        if key in MOVE_KEYS and held & Qt.KeyboardModifier.AltModifier:
            self.move_chosen(MOVE_KEYS[key])
        elif key in ENTER and held & Qt.KeyboardModifier.ControlModifier:
            self.open_place()
        elif key == Qt.Key.Key_Insert and not held:
            self.add_text()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self._paste()
        else:
            super().keyPressEvent(event)

    def _paste(self) -> None:
        text = QGuiApplication.clipboard().text().strip()
        if text:
            self.text_added.emit(text)

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell the new order; the memo is changed elsewhere and shown again."""
        dragged = bytes(event.mimeData().data(MIME).data()).decode().split("\n")
        row = self._row_below(event.position().toPoint())
        event.accept()
        self.stopAutoScroll()
        self.setState(QAbstractItemView.State.NoState)
        self.viewport().update()
        self._tell(moved_to(self.memo.blocks, dragged, row), "move in memo")

    def _row_below(self, place: QPoint) -> int:
        """Return the row before which something dropped here belongs."""
        for row in range(self.memo.rowCount()):
            if place.y() < self.visualRect(self.memo.index(row)).center().y():
                return row
        return self.memo.rowCount()

    # the bar

    @Slot()
    def _place_bar(self) -> None:
        """Put the bar on the upper edge of the current block."""
        index, block = self.currentIndex(), self.current_block()
        chosen = block is not None and self.selectionModel().isSelected(index)
        if block is None or not chosen or self._editor is not None:
            self._bar.hide()
            return
        bar, last = self._bar, self.memo.rowCount() - 1
        bar.up.setEnabled(index.row() > 0)
        bar.down.setEnabled(index.row() < last)
        bar.edit.setVisible(block.kind in WRITTEN)
        bar.place.setVisible(block.edition is not None)
        box = block_box(self.visualRect(index))
        bar.adjustSize()
        bar.move(max(box.right() - bar.width() - 8, 2), box.top() - bar.height() // 2)
        bar.show()
        bar.raise_()
