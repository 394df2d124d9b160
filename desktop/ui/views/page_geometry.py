"""Where things are on a laid-out page: boxes of words, baselines, rows in sight.

All in pixels of the document; the viewport shows them moved up by the scroll bar's value.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QPointF, QRectF
    from PySide6.QtGui import QTextBlock, QTextLine

    from desktop.ui.views.page_layout import PageLayout


class Place(NamedTuple):
    """A point on a line of text: x, its baseline, and the number of the line in its row."""

    x: float
    base: float
    line: int


class Box(NamedTuple):
    """A stretch of words on one line."""

    left: float
    right: float
    base: float


class Geometry:
    """Answers where things are on one laid-out page."""

    def __init__(self, layout: PageLayout) -> None:
        self._layout = layout
        self._document = layout.document

    def block(self, row: int) -> QTextBlock:
        """Return the block that holds the words of a row."""
        return self._document.findBlockByNumber(row)

    def settle(self) -> None:
        """Finish the layout, so that nothing moves while it is asked about."""
        self._document.documentLayout().documentSize()

    @property
    def left(self) -> float:
        """The left edge of the column."""
        return self._document.rootFrame().frameFormat().leftMargin()

    @property
    def right(self) -> float:
        """The right edge of the column."""
        looks = self._document.rootFrame().frameFormat()
        return self._document.textWidth() - looks.rightMargin()

    @property
    def bottom(self) -> float:
        """The lower edge of the last row."""
        rows = len(self._layout.rows)
        return self.rect(rows - 1).bottom() if rows else 0.0

    def rect(self, row: int) -> QRectF:
        """Return the rectangle of a row's words.

        At a fixed pitch Qt puts what the pitch adds above each line but not into the block's box,
        which then ends above the last baseline in fonts that are low for their size.
        """
        block = self.block(row)
        box = self._document.documentLayout().blockBoundingRect(block)
        words = block.layout()
        if words.lineCount():
            last = words.lineAt(words.lineCount() - 1)
            foot = words.position().y() + last.y() + last.ascent() + last.descent()
            box.setBottom(max(box.bottom(), foot))
        return box

    def row_at(self, y: float) -> int:
        """Return the row that reaches below a height; the last one at the end of the page."""
        low, high = 0, len(self._layout.rows) - 1
        while low < high:
            middle = (low + high) // 2
            if self.rect(middle).bottom() > y:
                high = middle
            else:
                low = middle + 1
        return low

    def rows_in(self, top: float, bottom: float) -> Iterator[int]:
        """Yield the rows whose words or heads are between two heights."""
        rows = self._layout.rows
        if not rows:
            return
        for row in range(self.row_at(top), len(rows)):
            if self.rect(row).top() - self._layout.head_room(rows[row]) > bottom:
                return
            yield row

    def boxes(self, row: int, first: int, last: int) -> Iterator[Box]:
        """Yield the boxes of the words between two units of a row, one for each line."""
        words = self.block(row).layout()
        origin = words.position()
        for at in range(words.lineCount()):
            line = words.lineAt(at)
            start, stop = line.textStart(), line.textStart() + line.textLength()
            if start >= last:
                return
            if stop > first:
                left = line_x(line, max(first, start))
                right = line_x(line, last) if last < stop else line.naturalTextRect().right()
                base = origin.y() + line.y() + line.ascent()
                yield Box(origin.x() + left, origin.x() + max(right, left), base)

    def place(self, row: int, unit: int) -> Place:
        """Return where a unit of a row stands."""
        words = self.block(row).layout()
        origin = words.position()
        line = words.lineForTextPosition(unit)
        if not line.isValid():
            return Place(origin.x(), origin.y(), 0)
        base = origin.y() + line.y() + line.ascent()
        return Place(origin.x() + line_x(line, unit), base, line.lineNumber())

    def first_base(self, row: int) -> float:
        """Return the baseline of a row's first line."""
        return self.place(row, 0).base

    def end(self, row: int) -> Place:
        """Return where the words of a row end."""
        words = self.block(row).layout()
        line = words.lineAt(words.lineCount() - 1)
        base = words.position().y() + line.y() + line.ascent()
        right = words.position().x() + line.naturalTextRect().right()
        return Place(right, base, line.lineNumber())

    def line_start(self, row: int, y: float) -> int:
        """Return the first unit of the first line of a row whose baseline is below a height."""
        words = self.block(row).layout()
        for at in range(words.lineCount()):
            line = words.lineAt(at)
            if words.position().y() + line.y() + line.ascent() > y:
                return line.textStart()
        return 0

    def unit_at(self, row: int, point: QPointF) -> int:
        """Return the unit of a row's words under a point, -1 beside the words."""
        words = self.block(row).layout()
        origin = words.position()
        for at in range(words.lineCount()):
            line = words.lineAt(at)
            box = line.naturalTextRect().translated(origin)
            if box.top() <= point.y() < box.bottom() and box.left() <= point.x() < box.right():
                return _unit_on(line, point.x() - origin.x())
        return -1


def line_x(line: QTextLine, unit: int) -> float:
    """Return the x of a unit on a line, relative to its layout."""
    x: object = line.cursorToX(unit)  # the stubs say float, PySide gives (x, unit)
    return float(x[0] if isinstance(x, tuple) else str(x))


def _unit_on(line: QTextLine, x: float) -> int:
    return line.xToCursor(x, line.CursorPosition.CursorOnCharacter)
