"""The card that explains what the pointer or the caret rests on: a term, damage, a note's dot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout

from desktop.ui import theme
from desktop.ui.views.calm_words import calm_words
from desktop.ui.views.selection_bar import paint_card
from desktop.ui.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from db.model import Damage, Note, Reading
    from desktop.ui.views.page_spots import Spot

WIDE = 340
NOTES = 3
"""Notes of one dot that are shown in full; the others are counted."""
BODY = 220


class HoverCard(QFrame):
    """Explains one Spot; it takes neither focus nor clicks."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(14, 11, 14, 12)
        self._column.setSpacing(3)
        theme.signals().changed.connect(self.hide)
        self.hide()

    @property
    def words(self) -> list[str]:
        """What stands on the card, line by line."""
        return [label.text() for label in self._labels()]

    def _labels(self) -> list[QLabel]:
        items = (self._column.itemAt(i) for i in range(self._column.count()))
        return [w for i in items if i is not None and isinstance(w := i.widget(), QLabel)]

    def explain(self, spot: Spot, cut: Callable[[int, int], str]) -> None:
        """Write on the card what is at a spot; `cut` gives the source's words."""
        self._clear()
        for at, reading in enumerate(spot.readings):
            self._add_reading(reading, gap=at > 0)
        self._add_damage(spot.damage, cut, gap=bool(spot.readings))
        self._add_notes(spot.hung)
        self.setAccessibleName(". ".join(self.words))

    def _clear(self) -> None:
        while self._column.count():
            item = self._column.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()

    def _add_reading(self, reading: Reading, *, gap: bool) -> None:
        """Add what is printed, the original, what it means, and how sure that is."""
        self._gap(gap)
        self._add(tr("Printed as “{term}”", term=reading.term), muted=True)
        if reading.original:
            self._add(reading.original, serif=True, step=2)
        self._add(reading.reading, serif=not reading.original)
        self._add(status_words(reading.status), muted=True, step=-1)

    def _add_damage(
        self, damage: Sequence[Damage], cut: Callable[[int, int], str], *, gap: bool
    ) -> None:
        """Add what is wrong with the source here, and that nothing was done about it."""
        self._gap(gap and bool(damage))
        for scar in damage:
            self._add(damage_words(scar, cut(scar.start, scar.end)))
        if damage:
            self._add(tr("The text is shown as it is printed."), muted=True, step=-1)

    def _add_notes(self, notes: Sequence[Note]) -> None:
        for at, note in enumerate(notes[:NOTES]):
            self._gap(at > 0)
            self._add(_short(note.body) or tr("Noted without words"))
            if note.tags:
                self._add(" · ".join(note.tags), muted=True, step=-1)
        if len(notes) > NOTES:
            self._add(tr("and %n more", n=len(notes) - NOTES), muted=True, step=-1)

    def _gap(self, wanted: bool) -> None:
        if wanted:
            self._column.addSpacing(8)

    def _add(
        self, words: str, *, muted: bool = False, serif: bool = False, step: float = 0
    ) -> None:
        """Add a line of words that wraps at the card's width."""
        label = QLabel(words, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        font = QFont(theme.page_font() if serif else self.font())
        font.setPointSizeF(self.font().pointSizeF() + step)
        label.setFont(font)
        tokens = theme.tokens()
        palette = label.palette()
        palette.setColor(label.foregroundRole(), tokens.muted if muted else tokens.text)
        label.setPalette(palette)
        self._column.addWidget(label)

    def show_at(self, words: QRect, within: QRect) -> None:
        """Show the card below the words, above them where there is no room."""
        room = within.adjusted(4, 4, -4, -4)
        width = min(self._width(), room.width())
        self.setFixedWidth(width)
        height = self._column.totalHeightForWidth(width)
        top = words.bottom() + 6
        if top + height > room.bottom():
            top = max(room.top(), words.top() - height - 6)
        left = max(room.left(), min(words.left(), room.right() - width))
        self.setGeometry(QRect(QPoint(left, top), QPoint(left + width - 1, top + height - 1)))
        self.show()
        self.raise_()

    def _width(self) -> int:
        """Return the width that the longest line needs, up to the card's widest."""
        margins = self._column.contentsMargins()
        longest = max((_wide(label) for label in self._labels()), default=0)
        return min(WIDE, longest + margins.left() + margins.right() + 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a card with a hairline around it."""
        del event
        paint_card(self)


def _wide(label: QLabel) -> int:
    return label.fontMetrics().horizontalAdvance(label.text())


def _short(body: str) -> str:
    words = calm_words(body, 4 * BODY).text
    return words if len(words) <= BODY else f"{words[:BODY].rstrip()}…"


def status_words(status: str) -> str:
    """Return how sure a reading is, as people read it; its own word when it is not known."""
    known = {
        "confirmed": tr("Confirmed in a Chinese source"),
        "partly": tr("Partly confirmed"),
        "inferred": tr("Inferred, not confirmed"),
        "unseen": tr("The original wording was not seen"),
    }
    return known.get(status, status)


def damage_words(scar: Damage, printed: str) -> str:
    """Return what is wrong with the source here."""
    if scar.kind == "mark" and printed.strip():
        return tr("The numeral is printed as “{term}”.", term=printed.strip())
    known = {
        "cut": tr("The sentence breaks off here."),
        "fused": tr("Two things run together here."),
        "stop": tr("The full stop is missing here."),
        "mark": tr("The numeral is printed wrongly here."),
        "repeated": tr("This passage stands twice in the source."),
    }
    return known.get(scar.kind, tr("The source is damaged here."))
