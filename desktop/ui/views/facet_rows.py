"""What the hits divide into: a line of chips each for documents, regions and kinds."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QSize, Qt, Signal
from PySide6.QtWidgets import QMenu, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.models.hits_model import facet_words
from desktop.ui.models.tips import rich_tip
from desktop.ui.views.chip import Chip
from desktop.ui.words import mark, tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from db.model import Facet

FIELDS = {
    "document": mark("Hits by document"),
    "region": mark("Hits by region"),
    "kind": mark("Hits by kind"),
}
MOST = 8
"""Chips of one line; the others are in its menu."""
MOST_IN_MENU = 60
SPACE = 4
LEFT, RIGHT = 16, 8


class FacetRow(QWidget):
    """The parts of one sort in a line, chosen ones first; `toggled(field, value)`."""

    toggled = Signal(str, str)

    def __init__(self, field: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self.facets: tuple[Facet, ...] = ()
        self.setAccessibleName(tr(FIELDS[field]))
        self.chips = [Chip(self) for _ in range(MOST)]
        for place, chip in enumerate(self.chips):
            chip.clicked.connect(partial(self._on_clicked, place))
            chip.hide()
        self.more = Chip(self)
        self.more.setCheckable(False)
        self.more.clicked.connect(self._on_more)
        self.more.hide()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_facets(self, facets: Sequence[Facet]) -> None:
        """Show these parts; a single one that nobody chose divides nothing and is not shown."""
        own = [f for f in facets if f.field == self.field]
        self.facets = tuple(sorted(own, key=_not_chosen))
        for chip, facet in zip(self.chips, self.facets, strict=False):
            self._fill(chip, facet)
        wanted = len(self.facets) > 1 or any(f.chosen for f in self.facets)
        self.setVisible(wanted)
        if wanted:
            self._place()

    def _fill(self, chip: Chip, facet: Facet) -> None:
        words = facet_words(facet)
        count = QLocale().toString(facet.count)
        chip.show_words(words, count, on=facet.chosen)
        said = tr("%n hits", n=facet.count)
        chip.setAccessibleName(f"{words}, {said}")
        way = tr("Click to widen again") if facet.chosen else tr("Click to see only these")
        chip.setToolTip(rich_tip(f"{words} · {said}", way))

    def sizeHint(self) -> QSize:
        """Return the height of a chip."""
        return QSize(0, self.more.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many chips as fit."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        """Stand the chips side by side; those that do not fit are in the menu of the last."""
        shown = self._fitting()
        left = LEFT
        for place, chip in enumerate(self.chips):
            chip.setVisible(place < shown)
            if place < shown:
                size = chip.sizeHint()
                chip.setGeometry(left, 0, min(size.width(), self._room()), size.height())
                left += chip.width() + SPACE
        rest = len(self.facets) - shown
        self.more.setVisible(rest > 0)
        if rest > 0:
            self.more.show_words(f"+{rest}")
            self.more.setAccessibleName(f"{self.accessibleName()}: {tr('%n more', n=rest)}")
            self.more.setToolTip(self.accessibleName())
            size = self.more.sizeHint()
            self.more.setGeometry(left, 0, size.width(), size.height())

    def _room(self) -> int:
        """Return the room of chips beside the menu."""
        more = self.more.fontMetrics().horizontalAdvance("+99") + 22
        return max(self.width() - LEFT - RIGHT - more - SPACE, 40)

    def _fitting(self) -> int:
        """Return how many chips fit, at least one."""
        chips = self.chips[: len(self.facets)]
        used, room = 0, self._room()
        whole = sum(chip.sizeHint().width() + SPACE for chip in chips)
        if len(self.facets) <= MOST and whole <= self.width() - LEFT - RIGHT:
            return len(chips)
        for place, chip in enumerate(chips):
            used += chip.sizeHint().width() + SPACE
            if used > room and place:
                return place
        return len(chips)

    def _on_clicked(self, place: int, _checked: bool = False) -> None:
        self.toggled.emit(self.field, self.facets[place].value)

    def _on_more(self) -> None:
        menu = self.menu_of_all()
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def menu_of_all(self) -> QMenu:
        """Return a menu of every part, checked where it is chosen."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for facet in self.facets[:MOST_IN_MENU]:
            words = _shortened(facet_words(facet)).replace("&", "&&")
            action = menu.addAction(f"{words}\t{QLocale().toString(facet.count)}")
            action.setCheckable(True)
            action.setChecked(facet.chosen)
            action.triggered.connect(partial(self._on_action, facet.value))
        return menu

    def _on_action(self, value: str, _checked: bool = False) -> None:
        self.toggled.emit(self.field, value)


class FacetRows(QWidget):
    """The three lines; what stands in none of them is not divided."""

    toggled = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = [FacetRow(field, self) for field in FIELDS]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        for row in self.rows:
            column.addWidget(row)
            row.toggled.connect(self.toggled)
        self.hide()

    def controls(self) -> list[QWidget]:
        """Return the chips in the order in which the Tab key comes by."""
        return [chip for row in self.rows for chip in (*row.chips, row.more)]

    def show_facets(self, facets: Sequence[Facet]) -> None:
        """Show what the hits divide into."""
        for row in self.rows:
            row.show_facets(facets)
        self.setVisible(any(not row.isHidden() for row in self.rows))


def _not_chosen(facet: Facet) -> bool:
    return not facet.chosen


def _shortened(words: str, most: int = 60) -> str:
    return words if len(words) <= most else words[: most - 1] + "…"
