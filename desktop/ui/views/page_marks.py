"""What lies over the words of a page: note colors, dots, search hits, terms, damage. No Qt here.

Layers are kept by row, in units of the row, so that painting asks only for the rows in sight.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from db.model import Damage, Note, Reading, Unit
    from desktop.ui.views.page_rows import PageMap

NEAR = 4
"""The most code points between a numeral and the words that it numbers."""
What = TypeVar("What", covariant=True)


@dataclass(frozen=True, slots=True)
class Stretch(Generic[What]):
    """Part of a row, in units, with what lies on it; `ends` tells whether the span ends here."""

    first: int
    last: int
    what: What
    ends: bool = True

    def covers(self, unit: int) -> bool:
        """Return whether a unit lies on it; what stands between two units lies on both."""
        if self.first == self.last:
            return unit in (self.first - 1, self.first)
        return self.first <= unit < self.last


@dataclass(frozen=True, slots=True)
class Band:
    """The colors of the notes on the same words, in the order of their lanes."""

    colors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hung:
    """A note that hangs at a unit of a row: a dot in the margin."""

    unit: int
    note: Note


Layer = dict[int, list[Stretch[What]]]


@dataclass
class Marks:
    """All layers of one page."""

    bands: Layer[Band] = field(default_factory=dict)
    notes: Layer[Note] = field(default_factory=dict)
    dots: dict[int, list[Hung]] = field(default_factory=dict)
    hits: Layer[int] = field(default_factory=dict)
    terms: Layer[Reading] = field(default_factory=dict)
    scars: Layer[Damage] = field(default_factory=dict)
    label_scars: dict[int, list[Damage]] = field(default_factory=dict)
    kept: set[int] = field(default_factory=set)
    flash: Layer[None] = field(default_factory=dict)


def layer(page: PageMap, spans: Iterable[tuple[int, int, What]]) -> Layer[What]:
    """Return spans of the source as stretches by row."""
    found: Layer[What] = defaultdict(list)
    for start, end, what in spans:
        parts = list(page.stretches(start, end))
        for at, (row, first, last) in enumerate(parts):
            stretch = Stretch(first, last, what, ends=at == len(parts) - 1)
            found[row].append(stretch)
    return dict(found)


def on_row(stretches: Layer[What], row: int, unit: int) -> Iterator[What]:
    """Yield what lies on a unit of a row, the shortest first."""
    here = [s for s in stretches.get(row, ()) if s.covers(unit)]
    yield from (s.what for s in sorted(here, key=length_of))


def length_of(stretch: Stretch[object]) -> int:
    """Return how many units a stretch covers."""
    return stretch.last - stretch.first


# notes


def notes_on(unit: Unit, notes: Iterable[Note]) -> list[Note]:
    """Return the notes that hang on this page's edition and touch the page."""
    return [
        n
        for n in notes
        if n.anchor is not None
        and n.anchor.edition == unit.edition
        and n.anchor.start <= unit.end
        and n.anchor.end >= unit.start
    ]


def put_notes(marks: Marks, page: PageMap, notes: Sequence[Note]) -> None:
    """Lay the notes of a page over it; what lay there before is gone."""
    spans = [(n.anchor.start, n.anchor.end, n) for n in notes if n.anchor is not None]
    marks.notes = layer(page, spans)
    marks.bands = layer(page, _bands([s for s in spans if s[2].color]))
    marks.dots = defaultdict(list)
    for start, end, note in spans:
        row = _row_on(page, start, end)
        if hangs(note) and row >= 0:
            marks.dots[row].append(Hung(page.unit_in_row(row, start), note))


def _row_on(page: PageMap, start: int, end: int) -> int:
    """Return the first row that a span touches; -1 when its words are on other pages.

    A split page shows only its headings: what hangs between two of them is not on it.
    """
    first = next(page.stretches(start, end), None)
    if first is not None:
        return first[0]
    row = page.row_of(start)
    return row if start == end and row >= 0 and page.rows[row].start == start else -1


def hangs(note: Note) -> bool:
    """Return whether a note is shown by a dot: it says something, or has no color to show."""
    return not note.is_highlight or not note.color


def _bands(spans: Sequence[tuple[int, int, Note]]) -> Iterator[tuple[int, int, Band]]:
    """Yield the stretches between all ends of the spans, each with the colors that lie on it.

    A span keeps its lane from its start to its end, so that its color runs on in one line.
    """
    lanes = _lanes(sorted(spans, key=_by_start))
    edges = sorted({edge for start, end, *_ in lanes for edge in (start, end)})
    inside: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for start, end, lane, color in lanes:
        for at in range(bisect_left(edges, start), bisect_left(edges, end)):
            inside[at].append((lane, color))
    for at in sorted(inside):
        colors = tuple(color for _, color in sorted(inside[at]))
        yield edges[at], edges[at + 1], Band(colors)


def _by_start(span: tuple[int, int, Note]) -> tuple[int, int]:
    return span[0], -span[1]


def _lanes(spans: Sequence[tuple[int, int, Note]]) -> list[tuple[int, int, int, str]]:
    """Give each span (sorted by start) the first lane that is free where it begins."""
    free: list[int] = []
    found = []
    for start, end, note in spans:
        lane = next((i for i, until in enumerate(free) if until <= start), len(free))
        free[lane : lane + 1] = [end]
        found.append((start, end, lane, note.color))
    return found


# the editors' layers


def put_layers(marks: Marks, page: PageMap, unit: Unit) -> None:
    """Lay the glossary and the damage of a page over it."""
    terms = ((start, end, r) for r in unit.readings for start, end in r.spans)
    marks.terms = layer(page, terms)
    scars = set(unit.damage) | {d for node in unit.nodes for d in node.damage}
    marks.scars, marks.label_scars = {}, defaultdict(list)
    for scar in sorted(scars, key=_by_place):
        _put_scar(marks, page, scar)


def _by_place(scar: Damage) -> tuple[int, int, str]:
    return scar.start, scar.end, scar.kind


def _put_scar(marks: Marks, page: PageMap, scar: Damage) -> None:
    """Lay a scar on its words; one of a numeral lies on the label that is painted for it."""
    if not page.rows:
        return
    parts = list(page.stretches(scar.start, scar.end))
    for row, first, last in parts:
        marks.scars.setdefault(row, []).append(Stretch(first, last, scar))
    if parts:
        return
    row = page.row_of(scar.start, closing=True)
    if scar.start == scar.end and page.rows[row].start <= scar.start <= page.rows[row].end:
        unit = page.unit_in_row(row, scar.start)
        marks.scars.setdefault(row, []).append(Stretch(unit, unit, scar))
        return
    row = page.row_of(scar.end)
    if 0 <= page.rows[row].start - scar.end <= NEAR:
        marks.label_scars[row].append(scar)
