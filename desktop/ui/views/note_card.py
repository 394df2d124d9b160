"""The delegate that paints a note: marked words, the note, tags as chips, place and day."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from db.model import Note
from desktop.ui import theme
from desktop.ui.days import day_words
from desktop.ui.models.notes_model import quote_of
from desktop.ui.models.row_list import ROW_ROLE
from desktop.ui.views.card import Card, chip_color, look_of, paint_frame, sized
from desktop.ui.views.text_lines import Lines
from desktop.ui.words import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

    from desktop.ui.theme import Tokens

Index = QModelIndex | QPersistentModelIndex

SIDE = 12
"""From the pane's edge to the card, and from the card's edge to its words."""
BELOW = 10
QUOTE_LINES = 3
BODY_LINES = 8
CHIP_GAP = 6


@dataclass(frozen=True, slots=True)
class NotePicture:
    """A note laid out; places are relative to the card's upper left corner."""

    quote: Lines | None
    body: Lines | None
    body_top: float
    chips: tuple[tuple[QRectF, str], ...] = field(default=())
    place: str = ""
    place_box: QRectF = field(default_factory=QRectF)


class NoteCard(Card[NotePicture]):
    """Paints notes; `several_documents` adds the document's name to each place."""

    def __init__(self) -> None:
        super().__init__()
        self._several = False
        self._day = ""

    def start_pass(self) -> None:
        """Begin a layout; after midnight nothing is of today any more."""
        super().start_pass()
        day = datetime.now().astimezone().date().isoformat()
        if day != self._day:
            self._day = day
            self.forget()

    def name_documents(self, several: bool) -> None:
        """Say whether the notes come from several documents."""
        if several != self._several:
            self._several = several
            self.forget()

    def lay_out(self, row: object, width: int, font: QFont) -> tuple[NotePicture, int]:
        """Return the note laid out for a width, and the height of its row."""
        assert isinstance(row, Note)
        room = float(width - 4 * SIDE)
        quote = _quote_lines(row, room, font)
        top = SIDE + (quote.height + 6 if quote else 0.0)
        body = Lines(row.body.strip(), font, room, most=BODY_LINES) if row.body.strip() else None
        bottom = top + (body.height + 6 if body else 0.0)
        small = sized(font, -1)
        chips, end = _chips(row.tags, room, bottom, QFontMetricsF(small))
        place = self._place(row)
        box = _place_box(place, chips, room, bottom, QFontMetricsF(small))
        bottom = max(end, box.bottom())
        return NotePicture(quote, body, top, chips, place, box), round(bottom) + SIDE - 2 + BELOW

    def guess(self, row: object, width: int) -> int:
        """Return about the height of a note: its characters over those of a line."""
        assert isinstance(row, Note)
        held = max((width - 4 * SIDE) // 7, 1)
        quote = min(-(-len(quote_of(row)) // held), QUOTE_LINES)
        body = min(-(-len(row.body) // held), BODY_LINES)
        return 60 + 19 * (quote + body)

    def _place(self, note: Note) -> str:
        where = note.path if note.path else tr("around the text") if note.anchor else ""
        name = note.document if self._several else ""
        return " · ".join(p for p in (name, where, day_words(note.changed)) if p)

    def edited_height(self, row: object, width: int, font: QFont, editor: QWidget) -> int:
        """Return the height of a note with its editor in the place of its body."""
        top = self.picture(row, width, font).body_top
        return round(top) + editor.sizeHint().height() + SIDE + BELOW

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Put the editor below the marked words."""
        box = card_box(option.rect)
        top = round(self.picture(index.data(ROW_ROLE), option.rect.width(), option.font).body_top)
        editor.setGeometry(box.adjusted(SIDE - 2, top, 2 - SIDE, 2 - SIDE))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one card."""
        note = index.data(ROW_ROLE)
        tokens = theme.tokens()
        picture = self.picture(note, option.rect.width(), option.font)
        box = card_box(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_frame(painter, QRectF(box), look_of(option, index), tokens)
        painter.setFont(option.font)
        painter.translate(box.left(), box.top())
        _paint_quote(painter, picture, note, tokens)
        if not self.is_edited(option, index):
            _paint_rest(painter, picture, tokens)
        painter.restore()


def card_box(row: QRect) -> QRect:
    """Return the card inside its row."""
    return row.adjusted(SIDE, 1, -SIDE, 1 - BELOW)


def _quote_lines(note: Note, room: float, font: QFont) -> Lines | None:
    quote = " ".join(quote_of(note).split())
    return Lines(quote, font, room - 6, most=QUOTE_LINES) if quote else None


def _chips(
    tags: Sequence[str], room: float, top: float, metrics: QFontMetricsF
) -> tuple[tuple[tuple[QRectF, str], ...], float]:
    """Place the tags in rows; return them and where the last row ends."""
    height = metrics.height() + 6
    placed: list[tuple[QRectF, str]] = []
    x, y = 0.0, top
    for tag in tags:
        words = metrics.elidedText(tag, Qt.TextElideMode.ElideRight, room - 20)
        wide = metrics.horizontalAdvance(words) + 20
        if x and x + wide > room:
            x, y = 0.0, y + height + 4
        placed.append((QRectF(SIDE + x, y, wide, height), words))
        x += wide + CHIP_GAP
    return tuple(placed), y + height if placed else top


def _place_box(
    place: str,
    chips: Sequence[tuple[QRectF, str]],
    room: float,
    top: float,
    metrics: QFontMetricsF,
) -> QRectF:
    """Return where place and day stand: right of the last chip, else on a row of their own."""
    height = metrics.height() + 6
    wide = min(metrics.horizontalAdvance(place) + 1, room)
    y = top
    if chips:
        last = chips[-1][0]
        fits = last.right() - SIDE + CHIP_GAP * 2 + wide <= room
        y = last.top() if fits else last.bottom() + 2
    return QRectF(SIDE + room - wide, y, wide, height)


def _paint_quote(painter: QPainter, picture: NotePicture, note: Note, tokens: Tokens) -> None:
    if picture.quote is None:
        return
    back = tokens.marks.get(note.color)
    if back is None:
        picture.quote.paint(painter, QPointF(SIDE, SIDE), tokens.muted)
    else:
        picture.quote.paint_marked(painter, QPointF(SIDE + 3, SIDE), back, tokens.mark_text)


def _paint_rest(painter: QPainter, picture: NotePicture, tokens: Tokens) -> None:
    """Paint the note, its tags, its place."""
    if picture.body is not None:
        picture.body.paint(painter, QPointF(SIDE, picture.body_top), tokens.text)
    painter.setFont(sized(painter.font(), -1))
    for box, words in picture.chips:
        paint_chip(painter, box, words, tokens)
    painter.setPen(tokens.muted)
    elided = painter.fontMetrics().elidedText(
        picture.place, Qt.TextElideMode.ElideLeft, round(picture.place_box.width()) + 1
    )
    painter.drawText(picture.place_box, Qt.AlignmentFlag.AlignVCenter, elided)


def paint_chip(painter: QPainter, box: QRectF, words: str, tokens: Tokens) -> None:
    """Paint a tag: muted words on a pill."""
    plain = tokens.border == 1
    painter.setPen(Qt.PenStyle.NoPen if plain else tokens.line)
    painter.setBrush(chip_color(tokens) if plain else tokens.page)
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    painter.setPen(tokens.muted)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
