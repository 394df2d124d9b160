"""One page of the reader, ready to be shown: laid out, marked, and able to say what is where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.ui.views.page_geometry import Geometry
from desktop.ui.views.page_layout import PageLayout
from desktop.ui.views.page_marks import Marks, layer, notes_on, put_layers, put_notes
from desktop.ui.views.page_painter import PagePainter
from desktop.ui.views.page_spots import Spots

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtCore import QObject

    from db.model import Note, Unit


class Page:
    """A unit at one zoom; its marks change, its words never do."""

    def __init__(self, unit: Unit, zoom: int, parent: QObject) -> None:
        self.unit = unit
        self.layout = PageLayout(unit, zoom, parent)
        self.map = self.layout.map
        self.marks = Marks()
        self.geometry = Geometry(self.layout)
        self.painter = PagePainter(self.layout, self.marks, self.geometry)
        self.spots = Spots(self.layout, self.marks, self.geometry, self.painter)
        put_layers(self.marks, self.map, unit)

    def words(self, start: int, end: int) -> str:
        """Return the source's words between two offsets; nothing of what is not on the page."""
        return self.unit.cut(start, end) if start >= self.unit.start else ""

    def set_notes(self, notes: Iterable[Note]) -> None:
        """Lay these notes over the page instead of those before."""
        put_notes(self.marks, self.map, notes_on(self.unit, notes))

    def set_hits(self, spans: Sequence[tuple[int, int]], current: int = -1) -> None:
        """Mark these spans of the source as hits; `current` is the one at which the reader is."""
        self.marks.hits = layer(self.map, ((a, b, at) for at, (a, b) in enumerate(spans)))
        self.painter.current_hit = current

    def set_flash(self, spans: Sequence[tuple[int, int]]) -> None:
        """Light these spans up."""
        self.marks.flash = layer(self.map, ((a, b, None) for a, b in spans))
