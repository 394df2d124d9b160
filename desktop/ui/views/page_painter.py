"""Paints what is not the text: colors behind it; labels, dots, lines and signs around it."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetricsF, QPainter, QPainterPath, QPen

from desktop.ui import theme
from desktop.ui.views.page_layout import before, head, printed_as
from desktop.ui.views.page_rows import Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from db.model import Damage, Note
    from desktop.ui.views.page_geometry import Box, Geometry
    from desktop.ui.views.page_layout import PageLayout
    from desktop.ui.views.page_marks import Hung, Marks, Stretch

DOT = 5.0
"""The radius of a dot at 100 %."""
DOT_AT = 14.0
"""How far left of the column a dot's middle is."""
HIT_FILL = 40
CURRENT_FILL = 72
RIBBON = 13.0
"""The height of a bookmark's sign at 100 %."""
BAR = 3
"""The height of the bar of a note that shares its words with another."""


class PagePainter:
    """Paints around the words of one page; asks the theme for colors each time."""

    def __init__(self, layout: PageLayout, marks: Marks, geometry: Geometry) -> None:
        self._layout = layout
        self._marks = marks
        self._geometry = geometry
        self.current_hit = -1

    # behind the words

    def paint_behind(self, painter: QPainter, rows: Iterable[int]) -> None:
        """Paint the colors of notes and of search hits, which lie behind the words."""
        flash = _faded(theme.tokens().accent, HIT_FILL)
        for row in rows:
            for band in self._marks.bands.get(row, ()):
                for box in self._boxes(row, band):
                    self._paint_band(painter, row, box, band.what.colors)
            for hit in self._marks.hits.get(row, ()):
                self._fill(painter, row, hit, self._hit_color(hit.what))
            for lit in self._marks.flash.get(row, ()):
                self._fill(painter, row, lit, flash)

    def _boxes(self, row: int, stretch: Stretch[object]) -> list[Box]:
        return list(self._geometry.boxes(row, stretch.first, stretch.last))

    def _band_rect(self, row: int, box: Box) -> QRectF:
        """Return the rectangle behind words: a little higher than they are."""
        em = QFontInfo(self._layout.font(self._layout.rows[row])).pixelSize()
        top, bottom = round(box.base - 1.06 * em), round(box.base + 0.38 * em)
        return QRectF(box.left, top, box.right - box.left, bottom - top)

    def _paint_band(self, painter: QPainter, row: int, box: Box, colors: Sequence[str]) -> None:
        """Paint the first color behind the words, the others as bars below their baseline.

        Stripes of equal height would put an edge through the middle of the letters.
        """
        tokens = theme.tokens()
        rect = self._band_rect(row, box)
        painter.fillRect(rect, tokens.marks[colors[0]])
        for at, color in enumerate(colors[1:]):
            bar = QRectF(rect.left(), rect.bottom() - BAR + at * (BAR + 1), rect.width(), BAR)
            painter.fillRect(bar, strong(tokens.marks[color]))

    def _hit_color(self, hit: int) -> QColor:
        fill = CURRENT_FILL if hit == self.current_hit else HIT_FILL
        return _faded(theme.tokens().accent, fill)

    def _fill(self, painter: QPainter, row: int, stretch: Stretch[object], color: QColor) -> None:
        for box in self._boxes(row, stretch):
            painter.fillRect(self._band_rect(row, box), color)

    # around the words

    def paint_over(self, painter: QPainter, rows: Iterable[int]) -> None:
        """Paint labels, names, dots, the lines under terms and the signs of damage."""
        for row in rows:
            self._paint_head(painter, row)
            self._paint_label(painter, row)
            self._paint_dots(painter, row)
            self._paint_ribbon(painter, row)
            self._paint_hits(painter, row)
            self._paint_terms(painter, row)
            self._paint_scars(painter, row)

    def _paint_head(self, painter: QPainter, row: int) -> None:
        """Paint the editor's name or the zone's above a row, and close its printed words."""
        shown = self._layout.rows[row]
        words = head(shown)
        if not words:
            return
        tokens = theme.tokens()
        box, font = self.head_rect(row), self._head_font(row)
        link = shown.role is Role.LINK
        color = tokens.muted if shown.zone else tokens.accent if link else tokens.text
        base = self._head_base(row)
        drawn = _write(painter, font, color, QPointF(box.left(), base), words, box.width())
        if shown.zone:
            painter.fillRect(_rule(box, drawn, base, font), tokens.line)
        if shown.name:
            end = self._geometry.end(row)
            at = QPointF(end.x, end.base)
            _write(painter, self._layout.font(shown), tokens.muted, at, printed_as()[1])

    def _head_font(self, row: int) -> QFont:
        shown = self._layout.rows[row]
        return self._layout.type.label if shown.zone else self._layout.name_font(shown)

    def _head_base(self, row: int) -> float:
        return self.head_rect(row).top() + 0.8 * self._layout.type.pitch(self._head_font(row))

    def _paint_label(self, painter: QPainter, row: int) -> None:
        """Paint a clause's label in the margin, a heading's before its words."""
        shown = self._layout.rows[row]
        words, box = self._label(row)
        if not words:
            return
        font = self._label_font(row)
        tokens = theme.tokens()
        quiet = shown.role is Role.CLAUSE or shown.is_small
        color = tokens.muted if quiet else self._layout.color(shown)
        base = self._geometry.first_base(row)
        _write(painter, font, color, QPointF(box.left(), base), words, box.width())
        if self._marks.label_scars.get(row):
            numeral, below = self._numeral(row)
            _wave(painter, numeral.left(), numeral.right(), below + self._below(), scar_color())

    def _numeral(self, row: int) -> tuple[QRectF, float]:
        """Return where the numeral of a row is painted, and its baseline."""
        shown = self._layout.rows[row]
        if not shown.name:
            return self._label(row)[1], self._geometry.first_base(row)
        metrics, base = QFontMetricsF(self._head_font(row)), self._head_base(row)
        wide = metrics.horizontalAdvance(shown.label)
        top = base - metrics.ascent()
        return QRectF(self._geometry.left, top, wide, metrics.height()), base

    def _label(self, row: int) -> tuple[str, QRectF]:
        """Return the label that is painted for a row, and where."""
        shown = self._layout.rows[row]
        place = self._geometry.place(row, 0)
        if shown.role is Role.CLAUSE:
            words = self._layout.margin_label(shown)
            left = self._geometry.left - self._layout.gutter
        else:
            words, left = before(shown), place.x - self._layout.lead(shown)
        metrics = QFontMetricsF(self._label_font(row))
        room = self._layout.gutter if shown.role is Role.CLAUSE else self._layout.lead(shown)
        wide = min(metrics.horizontalAdvance(words) + 1, room)
        return words, QRectF(left, place.base - metrics.ascent(), wide, metrics.height())

    def _label_font(self, row: int) -> QFont:
        shown = self._layout.rows[row]
        return self._layout.type.label if shown.role is Role.CLAUSE else self._layout.font(shown)

    def _paint_dots(self, painter: QPainter, row: int) -> None:
        tokens = theme.tokens()
        for box, hung in self.dots(row):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.muted)
            painter.drawEllipse(box)
            if len(hung) > 1:
                font = QFont(self._layout.type.label)
                font.setPixelSize(max(round(box.height() * 0.72), 6))
                font.setWeight(QFont.Weight.Bold)
                painter.setFont(font)
                painter.setPen(tokens.page)
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(min(len(hung), 9)))

    def _paint_ribbon(self, painter: QPainter, row: int) -> None:
        """Paint a small ribbon in the outer margin beside the first line of a bookmarked place."""
        if row not in self._marks.kept:
            return
        size = RIBBON * self._layout.type.scale
        base = self._geometry.first_base(row)
        if self._layout.rows[row].name:
            base = self._head_base(row)
        right = self._geometry.left - self._layout.gutter - 5
        box = QRectF(right - 0.7 * size, base - 0.92 * size, 0.7 * size, size)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.tokens().accent)
        painter.drawPath(_ribbon(box))

    def dots(self, row: int) -> list[tuple[QRectF, list[Note]]]:
        """Return the dots of a row with the notes that hang at each: one dot for each line."""
        found = []
        hung = sorted(self._marks.dots.get(row, ()), key=_by_unit)
        placed = [(self._geometry.place(row, h.unit), h.note) for h in hung]
        em = QFontInfo(self._layout.font(self._layout.rows[row])).pixelSize()
        for (base, _line), group in groupby(placed, _line_of):
            notes = [note for _, note in group]
            radius = DOT * self._layout.type.scale * (1.0 if len(notes) == 1 else 1.45)
            middle = QPointF(self._geometry.left - DOT_AT, base - 0.34 * em)
            side = QPointF(radius, radius)
            found.append((QRectF(middle - side, middle + side), notes))
        return found

    def label_scars_at(self, row: int, point: QPointF) -> list[Damage]:
        """Return the damage of the numeral for which a label is painted under a point."""
        scars = self._marks.label_scars.get(row, [])
        return list(scars) if scars and self.label_rect(row).contains(point) else []

    def label_rect(self, row: int) -> QRectF:
        """Return where the numeral of a row is painted, with some room around it."""
        return self._numeral(row)[0].adjusted(-2, -2, 2, 4)

    def head_rect(self, row: int) -> QRectF:
        """Return where the name of a row is painted."""
        room = self._layout.head_room(self._layout.rows[row])
        rect = self._geometry.rect(row)
        return QRectF(self._geometry.left, rect.top() - room, rect.width(), room)

    # lines and signs

    def _below(self) -> float:
        """Return how far under the baseline a line stands."""
        return 3.0 * max(self._layout.type.scale, 0.8)

    def _paint_hits(self, painter: QPainter, row: int) -> None:
        """Frame the hit at which the reader stands, underline the others."""
        tokens = theme.tokens()
        for stretch in self._marks.hits.get(row, ()):
            for box in self._boxes(row, stretch):
                rect = self._band_rect(row, box)
                if stretch.what == self.current_hit:
                    painter.setPen(QPen(tokens.accent, 1.5))
                    painter.setBrush(Qt.BrushStyle.NoBrush)
                    painter.drawRoundedRect(rect.adjusted(-1, 0, 1, 0), 2, 2)
                else:
                    painter.fillRect(rect.adjusted(0, rect.height() - 2, 0, 0), tokens.accent)

    def _paint_terms(self, painter: QPainter, row: int) -> None:
        color = QColor(self._layout.color(self._layout.rows[row]))
        for stretch in self._marks.terms.get(row, ()):
            for box in self._boxes(row, stretch):
                top = round(box.base + self._below())
                painter.fillRect(QRectF(box.left, top, box.right - box.left, 1), color)

    def _paint_scars(self, painter: QPainter, row: int) -> None:
        for stretch in self._marks.scars.get(row, ()):
            if stretch.what.kind == "repeated":
                self._paint_bar(painter, row, stretch)
                continue
            for box in self._boxes(row, stretch):
                _wave(painter, box.left, box.right, box.base + self._below(), scar_color())
            if stretch.ends:
                self._paint_sign(painter, row, stretch)

    def _paint_bar(self, painter: QPainter, row: int, stretch: Stretch[Damage]) -> None:
        """Paint a bar beside lines that stand twice in the source."""
        boxes = [self._band_rect(row, box) for box in self._boxes(row, stretch)]
        if boxes:
            left = self._geometry.right + 8
            top, bottom = boxes[0].top(), boxes[-1].bottom()
            painter.fillRect(QRectF(left, top, 2, bottom - top), scar_color())

    def _paint_sign(self, painter: QPainter, row: int, stretch: Stretch[Damage]) -> None:
        """Paint where something is missing: a torn edge, or the ghost of a full stop."""
        boxes = self._boxes(row, stretch)
        place = self._geometry.place(row, stretch.last)
        x, base = (boxes[-1].right, boxes[-1].base) if boxes else (place.x, place.base)
        em = QFontInfo(self._layout.font(self._layout.rows[row])).pixelSize()
        painter.setPen(QPen(scar_color(), 1.4))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if stretch.what.kind == "stop":
            painter.drawEllipse(QPointF(x + 0.22 * em, base - 0.08 * em), 0.13 * em, 0.13 * em)
        elif stretch.what.kind == "cut":
            painter.drawPath(_torn(x + 0.12 * em, base - 0.86 * em, base + 0.26 * em, 0.13 * em))


def strong(shade: QColor) -> QColor:
    """Return the color of a mark, strong enough to be seen as a line."""
    dark = theme.tokens().dark
    depth = min(shade.hsvSaturation() * (1 if dark else 3), 200)
    return QColor.fromHsv(shade.hsvHue(), depth, 190 if dark else 185)


def scar_color() -> QColor:
    """Return the color of damage."""
    return strong(theme.tokens().marks["red"])


def _faded(color: QColor, alpha: int) -> QColor:
    faded = QColor(color)
    faded.setAlpha(alpha)
    return faded


def _by_unit(hung: Hung) -> int:
    return hung.unit


def _line_of(placed: tuple[tuple[float, float, int], Note]) -> tuple[float, int]:
    return placed[0][1], placed[0][2]


def _write(
    painter: QPainter, font: QFont, color: QColor, at: QPointF, words: str, room: float = 0.0
) -> float:
    """Write words from a point on their baseline, cut with … to the room; return their width."""
    metrics = QFontMetricsF(font)
    if room:
        words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
    painter.setFont(font)
    painter.setPen(color)
    painter.drawText(at, words)
    return metrics.horizontalAdvance(words)


def _rule(box: QRectF, drawn: float, base: float, font: QFont) -> QRectF:
    """Return the hairline that runs from a zone's name to the end of the column."""
    middle = round(base - 0.3 * QFontInfo(font).pixelSize())
    return QRectF(box.left() + drawn + 10, middle, box.width() - drawn - 10, 1)


def _wave(painter: QPainter, left: float, right: float, y: float, color: QColor) -> None:
    """Draw a wavy line, as a proofreader would."""
    path = QPainterPath(QPointF(left, y))
    x, up = left, True
    while x < right:
        step = min(2.5, right - x)
        path.quadTo(x + step / 2, y + (-2.0 if up else 2.0), x + step, y)
        x, up = x + step, not up
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(color, 1.2))
    painter.drawPath(path)


def _ribbon(box: QRectF) -> QPainterPath:
    """Return a ribbon with a notch at its foot."""
    path = QPainterPath(box.topLeft())
    path.lineTo(box.topRight())
    path.lineTo(box.bottomRight())
    path.lineTo(QPointF(box.center().x(), box.bottom() - 0.28 * box.height()))
    path.lineTo(box.bottomLeft())
    path.closeSubpath()
    return path


def _torn(x: float, top: float, bottom: float, wide: float) -> QPainterPath:
    """Return a torn edge: a zigzag from top to bottom."""
    path = QPainterPath(QPointF(x, top))
    teeth = 5
    for at in range(1, teeth + 1):
        path.lineTo(x + (wide if at % 2 else 0.0), top + (bottom - top) * at / teeth)
    return path
