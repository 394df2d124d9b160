"""The delegate that paints a block of a memo: quotation, citation, note, own words; on paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from db.model import Block
from desktop.ui import theme
from desktop.ui.han import count_han
from desktop.ui.models.row_list import ROW_ROLE
from desktop.ui.views.card import Card, Look, blended, look_of, paint_ring, sized
from desktop.ui.views.text_lines import Lines
from desktop.ui.words import tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

    from desktop.ui.models.memo_model import MemoModel
    from desktop.ui.theme import Tokens

Index = QModelIndex | QPersistentModelIndex

COLUMN = 700
EDGE = 14
PAD = 14
TOP = 10
ABOVE = 12
BELOW = 2
BAR = 4
INDENT = 16
QUOTE_LINES = 24
TEXT_LINES = 60


@dataclass(frozen=True, slots=True)
class BlockPicture:
    """A block laid out; tops are relative to the box's upper left corner."""

    quote: Lines | None
    citation: Lines | None
    citation_top: float
    text: Lines | None
    text_top: float


class MemoBlock(Card[BlockPicture]):
    """Paints blocks of a memo."""

    def __init__(self, model: MemoModel) -> None:
        super().__init__()
        self._model = model

    def guess(self, row: object, width: int) -> int:
        """Return about the height of a block."""
        assert isinstance(row, Block)
        held = max(column_box(QRect(0, 0, width, 1)).width() // 8, 1)
        quote = min(-(-len(row.quote) // held), QUOTE_LINES)
        return 60 + 26 * quote + 20 * min(-(-len(row.text) // held), TEXT_LINES)

    def lay_out(self, row: object, width: int, font: QFont) -> tuple[BlockPicture, int]:
        """Return the block laid out for a width, and the height of its row."""
        assert isinstance(row, Block)
        room = float(column_box(QRect(0, 0, width, 1)).width() - 2 * PAD)
        quote = _quote_lines(row, room - INDENT)
        bottom = TOP + (quote.height + 4 if quote else 0.0)
        citation = self._citation_lines(row, quote, room - INDENT, font)
        citation_top = bottom
        bottom += citation.height + 6 if citation else 0.0
        text = _text_lines(row, room, font, alone=quote is None)
        text_top = bottom + (4 if quote and text else 0.0)
        bottom = text_top + (text.height if text else 0.0)
        picture = BlockPicture(quote, citation, citation_top, text, text_top)
        return picture, round(bottom) + TOP + ABOVE + BELOW

    def _citation_lines(
        self, block: Block, quote: Lines | None, room: float, font: QFont
    ) -> Lines | None:
        parts = [self._model.citations.get(block.uid, "")]
        if quote is not None and not quote.whole:
            parts.append(tr("shortened here, exported in full"))
        words = " · ".join(p for p in parts if p)
        return Lines(words, sized(font, -1), room) if words else None

    def edited_height(self, row: object, width: int, font: QFont, editor: QWidget) -> int:
        """Return the height of a block with an editor in the place of its text."""
        top = self.picture(row, width, font).text_top
        return round(top) + editor.sizeHint().height() + TOP + ABOVE + BELOW

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Put the editor in the place of the text."""
        box = block_box(option.rect)
        picture = self.picture(index.data(ROW_ROLE), option.rect.width(), option.font)
        top = round(picture.text_top)
        editor.setGeometry(box.adjusted(PAD - 6, top - 4, 6 - PAD, 4 - TOP))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one block."""
        block = index.data(ROW_ROLE)
        tokens = theme.tokens()
        picture = self.picture(block, option.rect.width(), option.font)
        box = QRectF(block_box(option.rect))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edited = self.is_edited(option, index)
        _paint_ground(painter, box, look_of(option, index), tokens, edited=edited)
        painter.translate(box.left(), box.top())
        if picture.quote is not None:
            mark = tokens.marks.get(self._model.colors.get(block.uid, ""), tokens.line)
            bar = blended(mark, tokens.text, 0.12)
            _paint_quote(painter, picture, bar, tokens)
        if edited:
            top = round(picture.text_top) - 6
            wide, high = box.width() - 2 * PAD + 16, box.height() - top - TOP + 6
            paint_ring(painter, QRectF(PAD - 8, top, wide, high), tokens)
        elif picture.text is not None:
            picture.text.paint(painter, QPointF(PAD, picture.text_top), tokens.text)
        painter.restore()


def column_box(row: QRect) -> QRect:
    """Return the column of the page inside a row: no wider than is good to read."""
    room = row.width() - 2 * EDGE
    wide = min(room, COLUMN)
    left = row.left() + EDGE + max(min((room - wide) // 2, 56), 0)
    return QRect(left, row.top(), wide, row.height())


def block_box(row: QRect) -> QRect:
    """Return the box of a block inside its row."""
    return column_box(row).adjusted(0, ABOVE, 0, -BELOW)


def _quote_lines(block: Block, room: float) -> Lines | None:
    words = block.quote.strip()
    if not words:
        return None
    leading = 1.35 if count_han(words[:80]) else 1.25
    return Lines(words, theme.page_font(), room, most=QUOTE_LINES, leading=leading)


def _text_lines(block: Block, room: float, font: QFont, *, alone: bool) -> Lines | None:
    words = block.text.strip()
    if not words:
        return Lines(" ", text_font(font), room) if alone else None
    return Lines(words, text_font(font), room, most=TEXT_LINES, leading=1.25)


def text_font(font: QFont) -> QFont:
    """Return the font of own words: the interface's, a little larger."""
    return sized(font, 1)


def _paint_ground(
    painter: QPainter, box: QRectF, look: Look, tokens: Tokens, *, edited: bool
) -> None:
    """Paint the edge of a block that is chosen or under the mouse; else there is only paper."""
    if edited:
        return
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if look.focused:
        paint_ring(painter, box, tokens)
        return
    if look.selected:
        painter.setPen(QPen(tokens.accent, tokens.border))
    elif look.hovered:
        painter.setPen(QPen(tokens.line, tokens.border))
    else:
        return
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)


def _paint_quote(painter: QPainter, picture: BlockPicture, bar: QColor, tokens: Tokens) -> None:
    assert picture.quote is not None
    end = picture.citation_top + (picture.citation.height if picture.citation else -4)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(bar)
    painter.drawRoundedRect(QRectF(PAD, TOP + 1, BAR, end - TOP - 2), 1.5, 1.5)
    picture.quote.paint(painter, QPointF(PAD + INDENT, TOP), tokens.text)
    if picture.citation is not None:
        at = QPointF(PAD + INDENT, picture.citation_top)
        picture.citation.paint(painter, at, tokens.muted)
