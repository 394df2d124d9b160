"""The delegate that paints a note: marked words, the note, what it carries, place and day."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from db.model import Note
from desktop.ui import theme
from desktop.ui.days import day_words
from desktop.ui.models.notes_model import quote_of
from desktop.ui.models.row_list import ROW_ROLE
from desktop.ui.note_words import ORDINARY, sensitivity_words, status_words
from desktop.ui.views.calm_words import calm_words
from desktop.ui.views.card import Card, chip_color, look_of, paint_frame, sized
from desktop.ui.views.text_lines import LINE_LIMIT, Lines
from desktop.ui.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

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
    """A note laid out; places are relative to the card's upper left corner.

    The first `facts` of the chips are status and sensitivity, the others tags.
    """

    quote: Lines | None
    body: Lines | None
    body_top: float
    chips: tuple[tuple[QRectF, str], ...] = field(default=())
    facts: int = 0
    place: str = ""
    place_box: QRectF = field(default_factory=QRectF)


class NoteCard(Card[NotePicture]):
    """Paints notes; `several_documents` adds the document's name to each place."""

    def __init__(self) -> None:
        super().__init__()
        self._several = False
        self._own = ""
        self._day = ""
        self._origin_of: Callable[[Note], str] | None = None

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

    def know_author(self, name: str) -> None:
        """Say whose notes need no name on their cards."""
        if name != self._own:
            self._own = name
            self.forget()

    def know_origins(self, origin_of: Callable[[Note], str]) -> None:
        """Say how to ask from where a note moved into this edition."""
        self._origin_of = origin_of
        self.forget()

    def lay_out(self, row: object, width: int, font: QFont) -> tuple[NotePicture, int]:
        """Return the note laid out for a width, and the height of its row."""
        assert isinstance(row, Note)
        room = float(width - 4 * SIDE)
        quote = _quote_lines(row, room, font)
        top = SIDE + (quote.height + 6 if quote else 0.0)
        body = _body_lines(row, room, font)
        bottom = top + (body.height + 6 if body else 0.0)
        small = sized(font, -1)
        origin = self._origin_of(row) if self._origin_of is not None else ""
        facts = _facts(row)
        chips, end = _chips(
            (*facts, *filter(None, (origin,)), *row.tags), room, bottom, QFontMetricsF(small)
        )
        place = self._place(row)
        box = _place_box(place, chips, room, bottom, QFontMetricsF(small))
        bottom = max(end, box.bottom())
        picture = NotePicture(quote, body, top, chips, len(facts), place, box)
        return picture, round(bottom) + SIDE - 2 + BELOW

    def guess(self, row: object, width: int) -> int:
        """Return about the height of a note: its characters over those of a line."""
        assert isinstance(row, Note)
        held = max((width - 4 * SIDE) // 7, 1)
        quote = min(-(-len(quote_of(row)) // held), QUOTE_LINES)
        body = min(-(-len(row.body) // held), BODY_LINES)
        return 60 + 19 * (quote + body)

    def _place(self, note: Note) -> str:
        name = note.document if self._several else ""
        writer = note.author if note.author != self._own else ""
        return " · ".join(
            p for p in (name, place_words(note), writer, day_words(note.changed)) if p
        )

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
            _paint_rest(painter, picture, tokens, done=note.status == "done")
        painter.restore()


def card_box(row: QRect) -> QRect:
    """Return the card inside its row."""
    return row.adjusted(SIDE, 1, -SIDE, 1 - BELOW)


def _quote_lines(note: Note, room: float, font: QFont) -> Lines | None:
    quote = " ".join(quote_of(note).split())
    return Lines(quote, font, room - 6, most=QUOTE_LINES) if quote else None


def place_words(note: Note) -> str:
    """Return where a note hangs: its path, the whole document, around the text; '' nowhere."""
    if note.path or note.anchor is None:
        return note.path
    return tr("whole document") if note.anchor.kind == "document" else tr("around the text")


def _body_lines(note: Note, room: float, font: QFont) -> Lines | None:
    if not note.body.strip():
        return None
    calm = calm_words(note.body, BODY_LINES * LINE_LIMIT)
    return Lines(calm.text, font, room, most=BODY_LINES, bold=calm.bold, italic=calm.italic)


def _facts(note: Note) -> tuple[str, ...]:
    """Return what is not ordinary about a note: its status, its sensitivity."""
    status = "" if note.status in ORDINARY else status_words(note.status)
    kind = "" if note.sensitivity in ORDINARY else sensitivity_words(note.sensitivity)
    return tuple(filter(None, (status, kind)))


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


def _paint_rest(painter: QPainter, picture: NotePicture, tokens: Tokens, *, done: bool) -> None:
    """Paint the note (a done one in the muted color), what it carries, its place."""
    if picture.body is not None:
        color = tokens.muted if done else tokens.text
        picture.body.paint(painter, QPointF(SIDE, picture.body_top), color)
    painter.setFont(sized(painter.font(), -1))
    for at, (box, words) in enumerate(picture.chips):
        if at < picture.facts:
            paint_fact(painter, box, words, tokens)
        else:
            paint_chip(painter, box, words, tokens)
    painter.setPen(tokens.muted)
    elided = painter.fontMetrics().elidedText(
        picture.place, Qt.TextElideMode.ElideLeft, round(picture.place_box.width()) + 1
    )
    painter.drawText(picture.place_box, Qt.AlignmentFlag.AlignVCenter, elided)


def paint_fact(painter: QPainter, box: QRectF, words: str, tokens: Tokens) -> None:
    """Paint a status or sensitivity: words in a frame, so that it is not taken for a tag."""
    painter.setPen(QPen(tokens.muted, tokens.border))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    painter.setPen(tokens.text)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)


def paint_chip(painter: QPainter, box: QRectF, words: str, tokens: Tokens) -> None:
    """Paint a tag: muted words on a pill."""
    plain = tokens.border == 1
    painter.setPen(Qt.PenStyle.NoPen if plain else tokens.line)
    painter.setBrush(chip_color(tokens) if plain else tokens.page)
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    painter.setPen(tokens.muted)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
