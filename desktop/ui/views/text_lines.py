"""Words laid out in lines for a delegate: wrapped, marked, ended with an ellipsis when too long."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextCharFormat, QTextLayout, QTextOption

from desktop.ui.han import count_han
from desktop.ui.offsets import Offsets
from desktop.ui.offsets import shown as seen

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QColor, QPainter

WESTERN_LEADING = 1.12
HAN_LEADING = 1.25
LINE_LIMIT = 400
"""Code points that one line can hold at most: what is longer need not be shaped to be cut."""


class Lines:
    """One text in lines of a given width, at most `most` of them (0: as many as it takes).

    `bold` and `italic` are spans of code points (Chinese is never set in italics); `leading` 0
    chooses by script. `whole` tells whether every word is to be seen.
    """

    def __init__(
        self,
        text: str,
        font: QFont,
        width: float,
        *,
        most: int = 0,
        bold: Sequence[tuple[int, int]] = (),
        italic: Sequence[tuple[int, int]] = (),
        leading: float = 0.0,
    ) -> None:
        self._font = chinese_font(font) if is_chinese(text) else font
        self._width = max(width, 1.0)
        self._most = most
        self._bold = bold
        self._italic = () if is_chinese(text) else italic
        self._leading = leading or (HAN_LEADING if count_han(text[:80]) else WESTERN_LEADING)
        self.whole = True
        self.height = 0.0
        cut = text[: most * LINE_LIMIT] if most else text
        self._lay_out(seen(cut))
        if most and (self._lines > most or len(cut) < len(text)):
            self.whole = False
            self._end_with_ellipsis()

    @property
    def width(self) -> float:
        """The width of the widest line."""
        return max((r.width() for r in self._line_rects()), default=0.0)

    @property
    def last_width(self) -> float:
        """The width of the last line."""
        rects = list(self._line_rects())
        return rects[-1].width() if rects else 0.0

    def _lay_out(self, text: str, kept: int | None = None) -> None:
        """Lay out; only the first `kept` code points are words, what follows is the ellipsis."""
        self._text = text
        self._kept = len(text) if kept is None else kept
        self._offsets = Offsets(text)
        self._layout = QTextLayout(text, self._font)
        self._layout.setCacheEnabled(True)
        self._layout.setTextOption(_wrapping())
        self._layout.setFormats(self._face_ranges())
        self._layout.beginLayout()
        self._lines, self.height = 0, 0.0
        while (not self._most or self._lines <= self._most) and self._add_line():
            self._lines += 1
        self._layout.endLayout()

    def _add_line(self) -> bool:
        line = self._layout.createLine()
        if not line.isValid():
            return False
        line.setLineWidth(self._width)
        extra = line.height() * (self._leading - 1.0)
        line.setPosition(QPointF(0.0, self.height + extra / 2))
        if not self._most or self._lines < self._most:
            self.height += line.height() + extra
        return True

    def _end_with_ellipsis(self) -> None:
        """Cut the last line that is shown, so that an ellipsis stands at its end."""
        line = self._layout.lineAt(min(self._lines, self._most) - 1)
        start = self._offsets.to_points(line.textStart())
        rest = self._text[start : start + LINE_LIMIT].partition("\u2028")[0]
        metrics = QFontMetricsF(self._bold_font() if self._bold else self._font)
        cut = metrics.elidedText(rest + "…", Qt.TextElideMode.ElideRight, self._width - 2)
        text = self._text[:start] + cut.rstrip("… ")
        self._lay_out(text + "…", len(text))
        while self._lines > self._most and len(text) > start:
            text = text[:-1]
            self._lay_out(text + "…", len(text))

    def _bold_font(self) -> QFont:
        font = QFont(self._font)
        font.setBold(True)
        return font

    def _face_ranges(self) -> list[QTextLayout.FormatRange]:
        heavy, leaning = QTextCharFormat(), QTextCharFormat()
        heavy.setFontWeight(QFont.Weight.Bold)
        leaning.setFontItalic(True)
        return [*self._ranges(self._bold, heavy), *self._ranges(self._italic, leaning)]

    def _ranges(
        self, spans: Sequence[tuple[int, int]], looks: QTextCharFormat
    ) -> list[QTextLayout.FormatRange]:
        """Return spans of code points as Qt wants them, without what was cut away."""
        ranges = []
        for start, end in spans:
            if start < self._kept:
                made = QTextLayout.FormatRange()
                made.start = self._offsets.to_units(start)
                made.length = self._offsets.to_units(min(end, self._kept)) - made.start
                made.format = looks
                ranges.append(made)
        return ranges

    def _line_rects(self) -> Iterator[QRectF]:
        for at in range(self._layout.lineCount()):
            if not self._most or at < self._most:
                yield self._layout.lineAt(at).naturalTextRect()

    def paint(
        self,
        painter: QPainter,
        at: QPointF,
        color: QColor,
        *,
        marks: Sequence[tuple[int, int]] = (),
        mark: QColor | None = None,
        mark_text: QColor | None = None,
    ) -> None:
        """Draw the words; `marks` are spans of code points that stand on the color `mark`."""
        painter.setPen(color)
        looks = QTextCharFormat()
        if mark is not None:
            looks.setBackground(mark)
        if mark_text is not None:
            looks.setForeground(mark_text)
        self._layout.draw(painter, at, self._ranges(marks, looks))

    def paint_marked(self, painter: QPainter, at: QPointF, back: QColor, color: QColor) -> None:
        """Draw all words on a color, as a highlighter leaves it: line by line."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(back)
        for rect in self._line_rects():
            if rect.width() > 0:
                painter.drawRoundedRect(rect.translated(at).adjusted(-3, -1, 3, 1), 2, 2)
        painter.setPen(color)
        self._layout.draw(painter, at)


def is_chinese(text: str) -> bool:
    """Whether a text is Chinese rather than one with a few Chinese words."""
    begin = text[:120]
    return count_han(begin) * 4 > len(begin)


def chinese_font(font: QFont) -> QFont:
    """Return the font with the wide punctuation of Chinese, which the window narrows elsewhere."""
    made = QFont(font)
    made.unsetFeature(QFont.Tag("pwid"))
    return made


def _wrapping() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option
