"""One page of the reader, ready to be shown: laid out, marked, and able to say what is where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from desktop.ui.views.page_geometry import Geometry
from desktop.ui.views.page_layout import PageLayout
from desktop.ui.views.page_marks import Marks, layer, notes_on, put_layers, put_notes
from desktop.ui.views.page_painter import PagePainter
from desktop.ui.views.page_spots import Spots

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

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

    def set_bookmarks(self, paths: Collection[str]) -> None:
        """Put a sign beside the first row of each of these places."""
        beginnings: dict[str, int] = {}
        for at, row in enumerate(self.layout.rows if paths else ()):
            beginnings.setdefault(row.path, at)
        self.marks.kept = {beginnings[path] for path in paths if path in beginnings}

    def set_hits(self, spans: Sequence[tuple[int, int]], current: int = -1) -> None:
        """Mark these spans of the source as hits; `current` is the one at which the reader is."""
        self.marks.hits = layer(self.map, ((a, b, at) for at, (a, b) in enumerate(spans)))
        self.painter.current_hit = current

    def set_flash(self, spans: Sequence[tuple[int, int]]) -> None:
        """Light these spans up."""
        self.marks.flash = layer(self.map, ((a, b, None) for a, b in spans))

    # positions of the document, in pixels of the document

    def row_unit(self, position: int) -> tuple[int, int]:
        """Return the row of a position and its unit in that row."""
        row = self.map.row_at(position)
        return row, position - self.map.first(row)

    def base(self, position: int) -> float:
        """Return the height of the baseline under a position; 0 on an empty page."""
        return self.geometry.place(*self.row_unit(position)).base if self.map.rows else 0.0

    def above(self, position: int) -> float:
        """Return the height above which nothing belongs to a position: 0 for the first row."""
        if not self.map.rows:
            return 0.0
        row, unit = self.row_unit(position)
        if unit > 0:
            return self.base(position) - 2 * self.layout.type.pitch(self.layout.type.body)
        room = self.layout.head_room(self.map.rows[row])
        return self.geometry.rect(row).top() - room if row else 0.0

    def box(self, first: int, last: int) -> QRectF:
        """Return the box around words; over several lines it is as wide as the column."""
        begin, end = (self.geometry.place(*self.row_unit(p)) for p in (first, last))
        left, right = begin.x, end.x
        if begin.base != end.base:
            left, right = self.geometry.left, self.geometry.right
        pitch = self.layout.type.pitch(self.layout.type.body)
        top, bottom = begin.base - 0.8 * pitch, end.base + 0.3 * pitch
        return QRectF(left, top, max(right - left, 1.0), bottom - top)
