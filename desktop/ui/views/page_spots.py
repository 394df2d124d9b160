"""What is under a point of a page: notes, a way to another page, a term, damage."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from desktop.ui.views.page_marks import length_of, on_row
from desktop.ui.views.page_rows import Role

if TYPE_CHECKING:
    from PySide6.QtCore import QPointF

    from db.model import Damage, Note, Reading
    from desktop.ui.views.page_geometry import Geometry
    from desktop.ui.views.page_layout import PageLayout
    from desktop.ui.views.page_marks import Marks
    from desktop.ui.views.page_painter import PagePainter

SIGN = 12
"""Pixels that the sign of something missing takes after the words."""


@dataclass(frozen=True)
class Spot:
    """What is under a point; `rect` is where it stands, in pixels of the document.

    `hung` are the notes of a dot, `notes` those whose words are here, the shortest first.
    """

    row: int = -1
    unit: int = -1
    link: str = ""
    hung: tuple[Note, ...] = ()
    notes: tuple[Note, ...] = ()
    readings: tuple[Reading, ...] = ()
    damage: tuple[Damage, ...] = ()
    rect: QRectF = field(default_factory=QRectF)

    @property
    def explains(self) -> bool:
        """Whether there is something to explain here."""
        return bool(self.readings or self.damage or self.hung)


class Spots:
    """Finds what is under a point of one laid-out page."""

    def __init__(
        self, layout: PageLayout, marks: Marks, geometry: Geometry, painter: PagePainter
    ) -> None:
        self._layout = layout
        self._marks = marks
        self._geometry = geometry
        self._painter = painter

    def at(self, point: QPointF) -> Spot:
        """Return what is under a point of the document."""
        if not self._layout.rows:
            return Spot()
        row = self._geometry.row_at(point.y())
        for near in (row, row + 1):
            found = self._beside(near, point)
            if found is not None:
                return found
        unit = self._geometry.unit_at(row, point)
        if unit < 0:
            unit = self._sign_at(row, point)
        return self.on(row, unit) if unit >= 0 else Spot(row, link=self._link(row, point))

    def _beside(self, row: int, point: QPointF) -> Spot | None:
        """Return the dot, the damaged label or the painted name under a point."""
        if row >= len(self._layout.rows):
            return None
        for box, notes in self._painter.dots(row):
            if box.adjusted(-4, -4, 4, 4).contains(point):
                return Spot(row, hung=tuple(notes), rect=box)
        scars = self._painter.label_scars_at(row, point)
        if scars:
            return Spot(row, damage=tuple(scars), rect=self._painter.label_rect(row))
        link = self._link(row, point)
        return Spot(row, link=link) if link else None

    def _sign_at(self, row: int, point: QPointF) -> int:
        """Return the unit of a sign that stands after the words and under a point, else -1."""
        for scar in self._marks.scars.get(row, ()):
            place = self._geometry.place(row, scar.last)
            beside = 0 <= point.x() - place.x < SIGN
            if beside and abs(point.y() - place.base) < 2 * SIGN:
                return max(scar.last - 1, 0)
        return -1

    def _link(self, row: int, point: QPointF) -> str:
        """Return the page that a painted name leads to."""
        shown = self._layout.rows[row]
        if shown.role is not Role.LINK:
            return ""
        box = self._geometry.rect(row).united(self._painter.head_rect(row))
        return shown.path if box.contains(point) else ""

    def on(self, row: int, unit: int) -> Spot:
        """Return what lies on a unit of a row."""
        shown = self._layout.rows[row]
        readings = tuple(on_row(self._marks.terms, row, unit))
        damage = tuple(on_row(self._marks.scars, row, unit))
        return Spot(
            row,
            unit,
            link=shown.path if shown.role is Role.LINK else "",
            notes=tuple(on_row(self._marks.notes, row, unit)),
            readings=readings,
            damage=damage,
            rect=self._rect(row, unit),
        )

    def _rect(self, row: int, unit: int) -> QRectF:
        """Return the box of the shortest explained words that hold a unit."""
        layers = (self._marks.terms, self._marks.scars)
        here = [s for kept in layers for s in kept.get(row, ()) if s.covers(unit)]
        if not here:
            return QRectF()
        best = min(here, key=length_of)
        place = self._geometry.place(row, unit)
        boxes = list(self._geometry.boxes(row, best.first, best.last))
        box = next((b for b in boxes if b.base == place.base), None)
        left, right = (box.left, box.right) if box else (place.x, place.x + SIGN)
        height = self._layout.type.pitch(self._layout.font(self._layout.rows[row]))
        return QRectF(left, place.base - 0.8 * height, right - left, height)
