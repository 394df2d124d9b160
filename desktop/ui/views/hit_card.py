"""The delegate that paints a hit: place and title, two lines around the hit, why it was found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from db.model import Hit
from desktop.ui import theme
from desktop.ui.models.hits_model import MEMO, NOTE, HitGroup, HitsModel, place_words, why_words
from desktop.ui.models.row_list import ROW_ROLE
from desktop.ui.views.card import Card, Look, blended, look_of, paint_ring, sized
from desktop.ui.views.snippet import around_hit
from desktop.ui.views.text_lines import Lines

if TYPE_CHECKING:
    from PySide6.QtGui import QColor
    from PySide6.QtWidgets import QStyleOptionViewItem

    from desktop.ui.theme import Tokens

Index = QModelIndex | QPersistentModelIndex

EDGE = 8
SIDE = 12
TOP = 6
ICON = 16
SNIPPET_LINES = 2
ICONS = {NOTE: "note-text-outline", MEMO: "file-document-edit-outline"}


@dataclass(frozen=True, slots=True)
class HitPicture:
    """A row laid out: its lines from above, relative to the row's upper left corner."""

    head: float
    snippet: Lines | None = None
    marks: tuple[tuple[int, int], ...] = ()
    why: Lines | None = None
    why_top: float = 0.0


class HitCard(Card[HitPicture]):
    """Paints hits, and the headings between them; they come while someone types."""

    blink = 0.005

    def guess(self, row: object, width: int) -> int:
        """Return about the height of a row."""
        del width
        return 34 if isinstance(row, HitGroup) else 78

    def lay_out(self, row: object, width: int, font: QFont) -> tuple[HitPicture, int]:
        """Return the row laid out for a width, and its height."""
        small = QFontMetricsF(sized(font, -1))
        if isinstance(row, HitGroup):
            return HitPicture(head=0.0), round(small.height()) + 18
        assert isinstance(row, Hit)
        head = max(small.height(), ICON if row.kind in ICONS else 0) + 3
        room = float(width - 2 * (EDGE + SIDE))
        bold = QFont(font)
        bold.setBold(True)
        metrics = QFontMetricsF(bold)
        words, marks = around_hit(
            row.snippet, row.marks, metrics.horizontalAdvance, room, SNIPPET_LINES
        )
        snippet = Lines(words, font, room, most=SNIPPET_LINES, bold=marks) if words else None
        bottom = TOP + head + (snippet.height if snippet else 0.0)
        words = why_words(row)
        why = Lines(words, sized(font, -1), room, most=SNIPPET_LINES) if words else None
        height = bottom + (why.height + 2 if why else 0.0) + TOP
        return HitPicture(head, snippet, marks, why, bottom + 2), round(height) + 2

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        row = index.data(ROW_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, HitGroup):
            _paint_group(painter, QRectF(option.rect), option.font, row)
        else:
            self._paint_hit(painter, option, index, row)
        painter.restore()

    def _paint_hit(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, hit: Hit
    ) -> None:
        tokens = theme.tokens()
        picture = self.picture(hit, option.rect.width(), option.font)
        box = QRectF(option.rect).adjusted(EDGE, 1, -EDGE, -1)
        text, muted = _paint_ground(painter, box, look_of(option, index), tokens)
        painter.translate(box.left(), box.top())
        model = index.model()
        color = model.colors.get(hit.uid, "") if isinstance(model, HitsModel) else ""
        where = model.whereabouts(hit) if isinstance(model, HitsModel) else ""
        head = QRectF(SIDE, TOP, box.width() - 2 * SIDE, picture.head)
        _paint_head(painter, head, option.font, hit, (text, muted, color, where))
        if picture.snippet is not None:
            at = QPointF(SIDE, TOP + picture.head)
            back = tokens.marks["yellow"]
            picture.snippet.paint(
                painter, at, text, marks=picture.marks, mark=back, mark_text=tokens.mark_text
            )
        if picture.why is not None:
            picture.why.paint(painter, QPointF(SIDE, picture.why_top), muted)


def _paint_ground(
    painter: QPainter, box: QRectF, look: Look, tokens: Tokens
) -> tuple[QColor, QColor]:
    """Paint selection, hover and ring; return the colors of words and of muted words on it."""
    painter.setPen(Qt.PenStyle.NoPen)
    if look.selected:
        painter.setBrush(tokens.selection)
        painter.drawRoundedRect(box, 6, 6)
    elif look.hovered:
        painter.setBrush(blended(tokens.side, tokens.text, 0.05))
        painter.drawRoundedRect(box, 6, 6)
    if look.focused:
        paint_ring(painter, box, tokens, radius=6)
    if look.selected:
        return tokens.selection_text, tokens.selection_text
    return tokens.text, tokens.muted


def _paint_head(
    painter: QPainter, box: QRectF, font: QFont, hit: Hit, looks: tuple[QColor, QColor, str, str]
) -> None:
    """Paint icon, place and title, and at the right where no heading says it: region, document."""
    text, muted, color, where = looks
    small = sized(font, -1)
    left = box.left()
    if hit.kind in ICONS:
        place = QRectF(left, box.top(), ICON, ICON)
        _paint_icon(painter, place, ICONS[hit.kind], color)
        left += ICON + 6
    right = box.right()
    if where:
        right = _paint_right(painter, box, small, where, muted)
    strong = QFont(small)
    strong.setWeight(QFont.Weight.DemiBold)
    left = _paint_piece(painter, (left, right), box, strong, place_words(hit) or hit.title, text)
    title = "" if _repeats(hit) or not hit.path else hit.title
    if title and right - left > 40:
        _paint_piece(painter, (left + 6, right), box, small, title, muted)


def _paint_piece(
    painter: QPainter,
    room: tuple[float, float],
    box: QRectF,
    font: QFont,
    words: str,
    color: QColor,
) -> float:
    """Paint words from left to right in a room; return where they end."""
    left, right = room
    painter.setFont(font)
    painter.setPen(color)
    metrics = QFontMetricsF(font)
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, max(right - left, 0))
    wide = metrics.horizontalAdvance(shown)
    place = QRectF(left, box.top(), wide + 2, box.height() - 3)
    painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, shown)
    return left + wide


def _paint_right(painter: QPainter, box: QRectF, font: QFont, words: str, color: QColor) -> float:
    """Paint words at the right end of a line; return where the room before them ends."""
    metrics = QFontMetricsF(font)
    wide = min(metrics.horizontalAdvance(words), box.width() * 0.4)
    _paint_piece(painter, (box.right() - wide - 1, box.right() + 1), box, font, words, color)
    return box.right() - wide - 10


def _paint_icon(painter: QPainter, box: QRectF, icon: str, color: str) -> None:
    tokens = theme.tokens()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tokens.marks.get(color, blended(tokens.page, tokens.line, 0.45)))
    painter.drawRoundedRect(box, 4, 4)
    inner = box.adjusted(1, 1, -1, -1).toRect()
    theme.icon(icon).paint(painter, inner)


def _paint_group(painter: QPainter, row: QRectF, font: QFont, group: HitGroup) -> None:
    """Paint a heading: document and region to the left, the count to the right, a hairline."""
    tokens = theme.tokens()
    small = sized(font, -1)
    box = row.adjusted(EDGE + SIDE, 9, -EDGE - SIDE, -5)
    right = _paint_right(painter, box, small, str(group.count), tokens.muted)
    strong = QFont(small)
    strong.setWeight(QFont.Weight.DemiBold)
    left = box.left()
    if group.region:
        left = _paint_piece(painter, (left, right), box, strong, group.region, tokens.text) + 8
        strong = small
    if right - left > 40:
        color = tokens.muted if group.region else tokens.text
        _paint_piece(painter, (left, right), box, strong, group.document, color)
    painter.setPen(tokens.line)
    painter.drawLine(
        QPointF(box.left(), row.bottom() - 3), QPointF(box.right() + 0.5, row.bottom() - 3)
    )


def _repeats(hit: Hit) -> bool:
    """Whether the title would only say the snippet again."""
    title = hit.title.strip().casefold()
    return hit.snippet.strip().strip("…").strip().casefold().startswith(title)
