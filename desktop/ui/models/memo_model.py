"""The blocks of a memo as a list, with what is being written and not part of the memo yet."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QModelIndex, QPersistentModelIndex, Qt

from db.model import RESTRICTED, Block
from desktop.ui.models.row_list import RowList
from desktop.ui.words import tr

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Index = QModelIndex | QPersistentModelIndex

CLAUSE = "clause"
NOTE = "note"
TEXT = "text"
WRITTEN = (TEXT, NOTE, RESTRICTED)
"""Blocks whose own words can be edited."""
MIME = "application/x-clausebook-blocks"
"""Uids of dragged blocks, one a line; the memo takes no others."""


class MemoModel(RowList[Block]):
    """Answers with blocks; a draft stands among them until the memo holds it itself."""

    def __init__(self) -> None:
        super().__init__()
        self._blocks: tuple[Block, ...] = ()
        self._draft: Block | None = None
        self._draft_at = 0
        self.citations: Mapping[str, str] = {}
        self.colors: Mapping[str, str] = {}

    def key(self, row: Block) -> str:
        """Return the block's uid."""
        return row.uid

    def words(self, row: Block) -> str:
        """Return quotation, citation and text, as they are copied."""
        parts = (row.quote, self.citations.get(row.uid, ""), row.text)
        return "\n".join(p.strip() for p in parts if p.strip())

    def spoken(self, row: Block) -> str:
        """Return what the block is, and its words."""
        parts = (block_words(row), row.quote, self.citations.get(row.uid, ""), row.text)
        return ". ".join(p.strip().rstrip(".") for p in parts if p.strip())

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks as they stand here: those of the memo and the draft."""
        return self.rows

    def set_blocks(
        self, blocks: Sequence[Block], citations: Mapping[str, str], colors: Mapping[str, str]
    ) -> None:
        """Show the blocks of the memo; a draft that is among them now is no draft any more."""
        changed = self.citations != citations or self.colors != colors
        self._blocks, self.citations, self.colors = tuple(blocks), citations, colors
        if self._draft is not None and any(b.uid == self._draft.uid for b in blocks):
            self._draft = None
        self._refresh()
        if changed and self.rowCount():
            self.dataChanged.emit(self.index(0), self.index(self.rowCount() - 1))

    def begin(self, draft: Block, at: int) -> None:
        """Show a block that is being written, at a row, before the memo holds it."""
        self._draft, self._draft_at = draft, at
        self._refresh()

    def keep(self, uid: str, text: str) -> None:
        """Keep the words of a draft, so that they stay even when the memo could not be saved."""
        if self._draft is not None and self._draft.uid == uid:
            self._draft = replace(self._draft, text=text)
            self._refresh()

    def drop(self, uid: str) -> None:
        """Forget the draft with this uid."""
        if self._draft is not None and self._draft.uid == uid:
            self._draft = None
            self._refresh()

    def is_draft(self, uid: str) -> bool:
        """Whether the memo does not hold this block yet."""
        return self._draft is not None and self._draft.uid == uid

    def _refresh(self) -> None:
        rows = list(self._blocks)
        if self._draft is not None:
            rows.insert(self._draft_at, self._draft)
        self.replace(rows)

    # dragging: the view asks, the memo is changed elsewhere

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that blocks can be dragged, and dropped between others."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        """Return that dropping moves."""
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction

    def mimeTypes(self) -> list[str]:
        """Return the one kind of thing that can be dropped here."""
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return the uids of the dragged blocks, and their words for other programs."""
        rows = [self.row_at(i) for i in sorted(indexes, key=QModelIndex.row)]
        blocks = [r for r in rows if r is not None]
        dragged = QMimeData()
        dragged.setData(MIME, "\n".join(b.uid for b in blocks).encode())
        dragged.setText("\n\n".join(self.words(b) for b in blocks))
        return dragged


def block_words(block: Block) -> str:
    """Return what a block is."""
    if block.kind == TEXT:
        return tr("Own text")
    return tr("Note") if block.kind in WRITTEN else tr("Quotation")


def moved_by(blocks: Sequence[Block], chosen: set[str], step: int) -> tuple[Block, ...]:
    """Return the blocks with the chosen ones one place up (-1) or down (1), as a group."""
    rows = list(blocks)
    order = range(len(rows)) if step < 0 else range(len(rows) - 1, -1, -1)
    for at in order:
        to = at + step
        if rows[at].uid in chosen and 0 <= to < len(rows) and rows[to].uid not in chosen:
            rows[at], rows[to] = rows[to], rows[at]
    return tuple(rows)


def moved_to(blocks: Sequence[Block], chosen: Sequence[str], row: int) -> tuple[Block, ...]:
    """Return the blocks with the chosen ones, in their order, put before the row."""
    picked = [b for b in blocks if b.uid in set(chosen)]
    before = [b for b in blocks[:row] if b not in picked]
    after = [b for b in blocks[row:] if b not in picked]
    return (*before, *picked, *after)
