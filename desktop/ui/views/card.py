"""What the delegates of cards share: heights measured once, the frame of a card, its ring."""

from __future__ import annotations

from collections import OrderedDict
from time import perf_counter
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QCursor, QFont, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate

from desktop.ui.models.row_list import ROW_ROLE

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

    from desktop.ui.theme import Tokens
    from desktop.ui.views.card_list import CardList

Picture = TypeVar("Picture")
Index = QModelIndex | QPersistentModelIndex

PICTURES = 96
"""Laid-out cards that are kept: a few screens."""
HEIGHTS = 20_000
"""Heights that are kept: those of every card, at the widths that a splitter passes through."""
BLINK = 0.02
"""Seconds that one layout may measure; a thousand new notes take six such blinks."""
RADIUS = 8


class Card(QStyledItemDelegate, Generic[Picture]):
    """Paints rows as cards. A picture (lines laid out for one width) is made when it is needed.

    `blink` is how many seconds one layout of the list may measure.
    """

    blink = BLINK

    def __init__(self) -> None:
        super().__init__()
        self._heights: dict[tuple[object, int], int] = {}
        self._pictures: OrderedDict[tuple[object, int], Picture] = OrderedDict()
        self._deadline = 0.0
        self.guessed = False

    def start_pass(self) -> None:
        """Begin a layout of all rows: what is not measured within a blink is guessed."""
        self._deadline = perf_counter() + self.blink
        self.guessed = False

    def guess(self, row: object, width: int) -> int:
        """Return about the height of a row, at once."""
        raise NotImplementedError

    def lay_out(self, row: object, width: int, font: QFont) -> tuple[Picture, int]:
        """Return a row laid out for a width, and the height that it needs."""
        raise NotImplementedError

    def forget(self) -> None:
        """Forget what was laid out: the fonts changed, or the day."""
        self._heights.clear()
        self._pictures.clear()

    def picture(self, row: object, width: int, font: QFont) -> Picture:
        """Return the laid-out row, made anew when it was not kept."""
        key = (row, width)
        found = self._pictures.get(key)
        if found is None:
            found, self._heights[key] = self.lay_out(row, width, font)
            self._pictures[key] = found
            if len(self._pictures) > PICTURES:
                self._pictures.popitem(last=False)
        else:
            self._pictures.move_to_end(key)
        return found

    def height(self, row: object, width: int, font: QFont) -> int:
        """Return the height of a row at a width: measured, or guessed when time is up."""
        key = (row, width)
        found = self._heights.get(key)
        if found is None:
            if perf_counter() > self._deadline:
                self.guessed = True
                return self.guess(row, width)
            if len(self._heights) >= HEIGHTS:
                self.forget()
            self.picture(row, width, font)  # kept: what is measured is most often painted next
            found = self._heights[key]
        return found

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of a card; one that is being edited grows with its editor."""
        view = _view(option)
        width = view.viewport().width()
        row = index.data(ROW_ROLE)
        editor = _editor_in(option, index)
        if editor is None:
            return QSize(width, self.height(row, width, option.font))
        return QSize(width, self.edited_height(row, width, option.font, editor))

    def edited_height(self, row: object, width: int, font: QFont, editor: QWidget) -> int:
        """Return the height of a row while its editor is open."""
        raise NotImplementedError

    @staticmethod
    def is_edited(option: QStyleOptionViewItem, index: Index) -> bool:
        """Whether the row holds an editor."""
        return _editor_in(option, index) is not None


def _editor_in(option: QStyleOptionViewItem, index: Index) -> QWidget | None:
    view = _view(option)
    return view.editor_in_row(index.row())


def _view(option: QStyleOptionViewItem) -> CardList:
    """Return the list that asks."""
    return cast("CardList", option.widget)


class Look(NamedTuple):
    """How a row is to be painted."""

    selected: bool
    focused: bool
    hovered: bool


def look_of(option: QStyleOptionViewItem, index: Index) -> Look:
    """Ask the list how a row looks: the first `option.state` would cost a start-up 5 ms."""
    view = _view(option)
    place = view.viewport().mapFromGlobal(QCursor.pos())
    return Look(
        selected=view.selectionModel().isSelected(view.model().index(index.row(), 0)),
        focused=view.hasFocus() and view.currentIndex().row() == index.row(),
        hovered=view.viewport().underMouse() and option.rect.contains(place),
    )


def sized(font: QFont, points: float) -> QFont:
    """Return the font some points larger or smaller."""
    made = QFont(font)
    made.setPointSizeF(max(font.pointSizeF() + points, 6.0))
    return made


def paint_frame(painter: QPainter, box: QRectF, look: Look, tokens: Tokens) -> None:
    """Paint a card's paper and edge: accent when selected, a ring around it in focus."""
    edge = tokens.accent if look.selected or look.focused else tokens.line
    painter.setBrush(tokens.page)
    painter.setPen(QPen(edge, tokens.border))
    half = tokens.border / 2
    painter.drawRoundedRect(box.adjusted(half, half, -half, -half), RADIUS, RADIUS)
    if look.focused:
        paint_ring(painter, box, tokens)


def paint_ring(painter: QPainter, box: QRectF, tokens: Tokens, radius: float = RADIUS) -> None:
    """Paint the focus ring, 2 px wide, inside a box."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(tokens.accent, 2))
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), radius, radius)


def paint_field(painter: QPainter, box: QRectF, tokens: Tokens, *, ring: bool) -> None:
    """Paint the edge of a field that stands on a card."""
    if ring:
        paint_ring(painter, box, tokens)
        return
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(tokens.line, tokens.border))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)


def blended(under: QColor, over: QColor, share: float) -> QColor:
    """Return `under` with a share of `over` in it."""
    return QColor.fromRgbF(
        under.redF() + (over.redF() - under.redF()) * share,
        under.greenF() + (over.greenF() - under.greenF()) * share,
        under.blueF() + (over.blueF() - under.blueF()) * share,
    )


def chip_color(tokens: Tokens) -> QColor:
    """Return the ground of a tag: between paper and hairline, muted words stay above 4.5 : 1."""
    return blended(tokens.page, tokens.line, 0.45)
