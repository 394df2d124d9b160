"""The delegate that paints a clause of two editions: old words left, new words right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from db.revision import Stretch
from desktop.ui import theme
from desktop.ui.models.compare_model import KIND_WORDS, PairRow
from desktop.ui.models.row_list import ROW_ROLE
from desktop.ui.views.card import Card, blended, look_of, paint_ring, sized
from desktop.ui.views.text_lines import Lines
from desktop.ui.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QStyleOptionViewItem

    from desktop.ui.theme import Tokens

    Differ = Callable[[str, str], tuple[Stretch, ...]]

Index = QModelIndex | QPersistentModelIndex
Span = tuple[int, int]

SIDE, TOP, GAP = 12, 8, 20
CALM_LINES = 2
"""Lines of a clause that did not change."""
NOTE_LINES = 2
MOST_NOTES = 3


@dataclass(frozen=True, slots=True)
class ComparePicture:
    """A row laid out: its columns, which words differ in them, and the notes below."""

    head: float
    old: Lines | None
    new: Lines | None
    gone: tuple[Span, ...] = ()
    fresh: tuple[Span, ...] = ()
    notes: tuple[tuple[float, Lines, str], ...] = ()


class CompareCard(Card[ComparePicture]):
    """Paints rows; what differs is found when a row is first seen."""

    def __init__(self) -> None:
        super().__init__()
        self.differ: Differ = _whole

    def guess(self, row: object, width: int) -> int:
        """Return about the height of a row: its characters over those of a column."""
        assert isinstance(row, PairRow)
        longest = max(len(row.old_words), len(row.new_words))
        lines = -(-longest // max(width // 30, 1))
        if row.pair.kind in ("kept", "moved"):
            lines = min(lines, CALM_LINES)
        return 40 + 20 * lines

    def lay_out(self, row: object, width: int, font: QFont) -> tuple[ComparePicture, int]:
        """Return a row laid out for a width, and its height."""
        assert isinstance(row, PairRow)
        head = QFontMetricsF(sized(font, -1)).height() + 4
        half = column_width(width)
        page = _page_font(font)
        kind = row.pair.kind
        old = new = None
        gone: tuple[Span, ...] = ()
        fresh: tuple[Span, ...] = ()
        if kind == "changed":
            gone, fresh = _spans(self.differ(row.old_words, row.new_words))
        if kind in ("changed", "deleted"):
            old = Lines(row.old_words, page, half)
        elif kind != "added":
            old = Lines(_flat(row.old_words), page, half, most=CALM_LINES)
        if kind in ("changed", "added"):
            new = Lines(row.new_words, page, half)
        elif kind != "deleted":
            new = Lines(_flat(row.new_words), page, half, most=CALM_LINES)
        bottom = TOP + head + max((c.height for c in (old, new) if c is not None), default=0.0)
        notes, bottom = _notes(row, width, font, bottom)
        return ComparePicture(head, old, new, gone, fresh, notes), round(bottom) + TOP

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        row = index.data(ROW_ROLE)
        tokens = theme.tokens()
        picture = self.picture(row, option.rect.width(), option.font)
        box = QRectF(option.rect)
        look = look_of(option, index)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if look.selected or look.hovered:
            ground = tokens.selection if look.selected else tokens.side
            painter.fillRect(box, blended(tokens.page, ground, 0.5))
        painter.setPen(tokens.line)
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        painter.translate(box.topLeft())
        _paint_head(painter, picture, row, option, tokens)
        _paint_words(painter, picture, row, box.width(), tokens)
        for top, lines, color in picture.notes:
            _paint_note(painter, top, lines, color, tokens)
        painter.restore()
        if look.focused:
            paint_ring(painter, box.adjusted(1, 1, -1, -1), tokens, radius=4)


def _whole(old: str, new: str) -> tuple[Stretch, ...]:
    return (Stretch(False, old, new),)


def column_width(width: int) -> float:
    """Return the width of one column of a row."""
    return (width - 2 * SIDE - GAP) / 2


def _page_font(font: QFont) -> QFont:
    made = QFont(theme.page_font())
    made.setPointSizeF(max(font.pointSizeF(), theme.signals().page_points - 1))
    return made


def _flat(words: str) -> str:
    return " ".join(words.split())


def _spans(stretches: tuple[Stretch, ...]) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Return which code points differ on both sides."""
    gone: list[Span] = []
    fresh: list[Span] = []
    left = right = 0
    for part in stretches:
        if not part.is_equal:
            gone.append((left, left + len(part.old)))
            fresh.append((right, right + len(part.new)))
        left, right = left + len(part.old), right + len(part.new)
    return tuple(s for s in gone if s[0] < s[1]), tuple(s for s in fresh if s[0] < s[1])


def _notes(
    row: PairRow, width: int, font: QFont, bottom: float
) -> tuple[tuple[tuple[float, Lines, str], ...], float]:
    """Lay out the first notes of a row below its words; return where they end."""
    found: list[tuple[float, Lines, str]] = []
    room = float(width - 2 * SIDE - 12)
    for note in row.notes[:MOST_NOTES]:
        words = note.body.strip() or (f"“{_flat(note.anchor.quote)}”" if note.anchor else "")
        if not words:
            continue
        lines = Lines(words, sized(font, -0.5), room, most=NOTE_LINES)
        found.append((bottom + 6, lines, note.color))
        bottom += 6 + lines.height
    return tuple(found), bottom


def _paint_head(
    painter: QPainter,
    picture: ComparePicture,
    row: PairRow,
    option: QStyleOptionViewItem,
    tokens: Tokens,
) -> None:
    """Paint where the clause stands in both editions, and in the middle what became of it."""
    width = float(option.rect.width())
    half = column_width(option.rect.width())
    small = sized(option.font, -1)
    painter.setFont(small)
    painter.setPen(tokens.muted)
    flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    metrics = QFontMetricsF(small)
    kind = tr(KIND_WORDS[row.pair.kind])
    if not row.pair.is_certain:
        kind = tr("{kind}?", kind=kind)
    wide = metrics.horizontalAdvance(kind)
    left = QRectF(SIDE, TOP - 2, half, picture.head)
    right = QRectF(width - SIDE - half, TOP - 2, half - wide - 8, picture.head)
    mode = Qt.TextElideMode.ElideRight
    painter.drawText(left, flags, metrics.elidedText(row.old_place, mode, left.width()))
    painter.drawText(right, flags, metrics.elidedText(row.new_place, mode, right.width()))
    loud = row.pair.kind not in ("kept", "moved")
    painter.setPen(tokens.text if loud else tokens.muted)
    at = QRectF(width - SIDE - wide - 1, TOP - 2, wide + 2, picture.head)
    painter.drawText(at, flags, kind)


def _paint_words(
    painter: QPainter, picture: ComparePicture, row: PairRow, width: float, tokens: Tokens
) -> None:
    calm = row.pair.kind in ("kept", "moved")
    ink = tokens.muted if calm else tokens.text
    top = TOP + picture.head
    half = (width - 2 * SIDE - GAP) / 2
    columns = (
        (picture.old, SIDE, picture.gone, tokens.marks["red"]),
        (picture.new, width - SIDE - half, picture.fresh, tokens.marks["green"]),
    )
    for lines, left, spans, ground in columns:
        if lines is not None:
            lines.paint(
                painter,
                QPointF(left, top),
                ink,
                marks=spans,
                mark=ground,
                mark_text=tokens.mark_text,
            )


def _paint_note(painter: QPainter, top: float, lines: Lines, color: str, tokens: Tokens) -> None:
    """Paint a note: a bar in its color, then its words."""
    bar = tokens.marks.get(color, tokens.line)
    painter.fillRect(QRectF(SIDE, top + 1, 4, lines.height - 2), bar)
    lines.paint(painter, QPointF(SIDE + 12, top), tokens.text)
