"""One page of the source as a QTextDocument: paragraphs and margins, and no word of our own."""

from __future__ import annotations

from itertools import groupby
from math import inf
from typing import TYPE_CHECKING

from PySide6.QtGui import (
    QBrush,
    QFontInfo,
    QFontMetricsF,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)

from desktop.ui import theme
from desktop.ui.offsets import shown
from desktop.ui.views.page_rows import PageMap, Role, rows_of
from desktop.ui.views.page_type import page_type
from desktop.ui.words import tr

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QColor, QFont

    from db.model import Unit
    from desktop.ui.views.page_rows import Row

LABEL_LIMIT = 88
"""Pixels that a margin label may take before it loses its first parts."""
DOT_ROOM = 26
"""Pixels between a margin label and the column, with room for a dot."""
EDGE = 28
"""The least space between the page's edge and what stands on it."""
NARROW_EDGES, NARROW_GUTTERS = 16, 5
"""Shares of a narrow viewport that its edges and its gutter may take at most."""
LABEL_GAP = 0.5
"""The space between a heading's label and its words, in ems."""
ENDS = 88
"""The room below the last row, for the ways to the pages before and after."""


class PageLayout:
    """A page laid out: the document, the map between it and the source, and its type."""

    def __init__(self, unit: Unit, zoom: int, parent: QObject) -> None:
        self.unit = unit
        self.map = PageMap(rows_of(unit))
        self.type = page_type(unit.source, zoom)
        self._full_gutter = self.gutter = self._gutter()
        self._most_lead = inf
        self._widest_lead = max((self.lead(row) for row in self.rows if before(row)), default=0.0)
        self.document = QTextDocument(parent)
        self.document.setUndoRedoEnabled(False)
        self.document.setDocumentMargin(0)
        self.document.setDefaultFont(self.type.body)
        self._write()

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows of the page; the block with the same number holds each one's words."""
        return self.map.rows

    def _gutter(self) -> int:
        """Return the room left of the column: as much as the longest labels need."""
        labels = {r.label for r in self.rows if r.role is Role.CLAUSE}
        metrics = QFontMetricsF(self.type.label)
        longest = sorted(labels, key=len)[-8:]
        widest = max((metrics.horizontalAdvance(label) for label in longest), default=0.0)
        return max(self.type.gutter, round(min(widest, LABEL_LIMIT * self.type.scale)) + DOT_ROOM)

    def margin_label(self, row: Row) -> str:
        """Return the label of a clause as its margin holds it: the last parts when it is long."""
        metrics = QFontMetricsF(self.type.label)
        words = row.label
        while "." in words and metrics.horizontalAdvance(words) > self.gutter - DOT_ROOM + 1:
            words = words.partition(".")[2]
        return words

    def _write(self) -> None:
        """Write the rows; neighbors that are set alike go in with one call."""
        cursor = QTextCursor(self.document)
        cursor.beginEditBlock()
        begun = False
        for _, group in groupby(enumerate(self.rows), self._alone):
            alike = list(group)
            at, row = alike[0]
            block, char = self._block_format(at, row), self._char_format(row)
            if begun:
                cursor.insertBlock(block, char)
            else:
                cursor.setBlockFormat(block)
                cursor.setBlockCharFormat(char)
            cursor.insertText("\n".join(shown(each.text) for _at, each in alike), char)
            begun = True
        cursor.endEditBlock()

    def _alone(self, numbered: tuple[int, Row]) -> int:
        """Return a number that rows share with their neighbors when they are set alike."""
        at, row = numbered
        plain = row.role in (Role.CLAUSE, Role.AROUND) and not row.zone and not row.opening
        return -1 if plain else at

    def font(self, row: Row) -> QFont:
        """Return the font of a row's words."""
        if row.is_small:
            return self.type.small
        return self.type.body if row.opening else self.name_font(row)

    def name_font(self, row: Row) -> QFont:
        """Return the font of a row's name, which is that of its words when it has none."""
        if row.role is Role.TITLE or row.opening:
            return self.type.title
        return self.type.heading if row.role in (Role.HEADING, Role.LINK) else self.type.body

    def color(self, row: Row) -> QColor:
        """Return the color of a row's words."""
        tokens = theme.tokens()
        if row.is_small:
            return tokens.muted
        return tokens.accent if row.role is Role.LINK else tokens.text

    def lead(self, row: Row) -> float:
        """Return the indent of the first line, in which `before` is painted."""
        words = before(row)
        if not words:
            return 0.0
        font = self.font(row)
        gap = 0.0 if row.is_small else LABEL_GAP * QFontInfo(font).pixelSize()
        return min(QFontMetricsF(font).horizontalAdvance(words) + gap, self._most_lead)

    def head_room(self, row: Row) -> int:
        """Return the room above a row in which its name or its zone is painted."""
        if row.name or row.opening:
            gap = 4.5 if row.opening else 1
            return self.type.pitch(self.name_font(row)) + self.type.space(gap)
        return self.type.pitch(self.type.label) + self.type.space(1) if head(row) else 0

    def _block_format(self, at: int, row: Row) -> QTextBlockFormat:
        looks = QTextBlockFormat()
        pitch = self.type.pitch(self.font(row))
        looks.setLineHeight(pitch, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        looks.setTextIndent(self.lead(row))
        above, below = self._space(row)
        looks.setTopMargin(above + self.head_room(row) if at else 0)
        looks.setBottomMargin(below)
        return looks

    def _space(self, row: Row) -> tuple[int, int]:
        """Return the space above and below a row; Qt takes the larger of two that meet."""
        steps = {
            Role.TITLE: (6.0, 4.5),
            Role.HEADING: (6.0, 1.5),
            Role.LINK: (5.0, 1.5),
            Role.CLAUSE: (0.0, 2.5),
            Role.AROUND: (7.0 if row.zone else 0.0, 2.5),
        }
        above, below = steps[row.role]
        return self.type.space(above), self.type.space(below)

    def _char_format(self, row: Row) -> QTextCharFormat:
        looks = QTextCharFormat()
        looks.setFont(self.font(row))
        looks.setForeground(QBrush(self.color(row)))
        return looks

    def set_width(self, width: int) -> None:
        """Center the column in a viewport of this width, the labels' gutter left of it."""
        edge = min(EDGE, width // NARROW_EDGES)
        self.gutter = min(self._full_gutter, width // NARROW_GUTTERS)
        least = edge + self.gutter
        column = max(min(self.type.column, width - least - edge), 1)
        left = max(least, (width - column) // 2)
        self._limit_leads(column * 0.6)
        frame = self.document.rootFrame()
        looks = frame.frameFormat()
        looks.setLeftMargin(left)
        looks.setRightMargin(max(width - left - column, 0))
        # Qt drops the top margin of a document's first block: its room is the frame's.
        looks.setTopMargin(EDGE + (self.head_room(self.rows[0]) if self.rows else 0))
        looks.setBottomMargin(EDGE + ENDS)
        if looks != frame.frameFormat():  # setting it lays the whole page out
            frame.setFrameFormat(looks)

    def _limit_leads(self, most: float) -> None:
        """Leave room for words beside a label, in a column that is narrow for its type."""
        before_limit, self._most_lead = self._most_lead, most
        if min(before_limit, most) >= self._widest_lead:
            return
        cursor = QTextCursor(self.document)
        for at, row in enumerate(self.rows):
            if before(row):
                cursor.setPosition(self.map.first(at))
                looks = cursor.blockFormat()
                looks.setTextIndent(self.lead(row))
                cursor.setBlockFormat(looks)


def head(row: Row) -> str:
    """Return the words that are painted above a row."""
    if row.name:
        return f"{row.label} {row.name}".strip()
    if row.zone:
        return zone_words(row.zone)
    return tr("Preamble") if row.opening else ""


def before(row: Row) -> str:
    """Return the words that are painted before the first word of a row."""
    if row.is_small:
        return printed_as()[0]
    return row.label if row.role in (Role.TITLE, Role.HEADING, Role.LINK) else ""


def printed_as() -> tuple[str, str]:
    """Return what stands before and after printed words below an editor's name."""
    opening, _, closing = tr("printed as “{term}”", term="\x1f").partition("\x1f")
    return opening, closing


def zone_words(zone: str) -> str:
    """Return the name of a zone as people read it; its own word when it is not known."""
    known = {
        "chrome": tr("Page chrome"),
        "lede": tr("News lede"),
        "circular": tr("Circular"),
        "contact": tr("Contact"),
        "plan": tr("Plan"),
        "body": tr("Body"),
        "annex": tr("Annex"),
    }
    return known.get(zone, zone)
