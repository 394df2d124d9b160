"""The reader: one page of a document, to be read, selected, marked and walked through.

It shows and asks; what becomes of a highlight or a note is decided elsewhere. Offsets in and out
are code points of the edition's source.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QTimer, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui import theme
from desktop.ui.views.empty_state import EmptyState
from desktop.ui.views.page import Page
from desktop.ui.views.page_ends import PageEnds, Way
from desktop.ui.views.page_overlays import PageOverlays
from desktop.ui.views.page_return import PageReturn
from desktop.ui.views.page_rows import AROUND
from desktop.ui.views.page_text import PageText
from desktop.ui.words import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from PySide6.QtGui import QShowEvent

    from db.model import Note, Unit
    from desktop.ui.views.page_spots import Spot

PLACE_MS = 120
"""The rest after which another clause is told of."""
FLASH_MS = 1200
SMALLEST, LARGEST = 50, 400


class ReaderView(QWidget):
    """Shows a Unit set for reading, with its notes; asks through signals for everything else.

    Signals: `place_changed(path)` when reading came to another clause, `selection_changed(bool)`,
    `highlight_requested(color)` ('' is the color used last), `note_requested()`,
    `copy_requested(with_citation)`, `memo_requested()`, `note_clicked(uid)`,
    `page_requested(path)`, `zoom_requested(step)`, `context_requested(global point)`,
    `scrolled()`.
    """

    place_changed = Signal(str)
    selection_changed = Signal(bool)
    highlight_requested = Signal(str)
    note_requested = Signal()
    copy_requested = Signal(bool)
    memo_requested = Signal()
    note_clicked = Signal(str)
    page_requested = Signal(str)
    zoom_requested = Signal(int)
    context_requested = Signal(QPoint)
    scrolled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notes: tuple[Note, ...] = ()
        self._kept: frozenset[str] = frozenset()
        self._hits: list[tuple[int, int]] = []
        self._hit = -1
        self._zoom = 100
        self._told_path = ""
        self._told_note = ""
        self._told_selection = False
        self._build()
        self._place_timer = QTimer(self, singleShot=True, interval=PLACE_MS)
        self._flash_timer = QTimer(self, singleShot=True, interval=FLASH_MS)
        self._connect_text()
        self._connect_rest()

    def _build(self) -> None:
        self._text = PageText(self)
        self._overlays = PageOverlays(self._text)
        self._way = PageReturn(self._text)
        self._ends = PageEnds(self._text.viewport())
        self._empty = EmptyState()
        self._empty.say(tr("Nothing is open"), tr("Choose a place on the left to read it."))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._text)
        column.addWidget(self._empty)
        self._text.hide()
        self.setFocusProxy(self._text)

    def _connect_text(self) -> None:
        text = self._text
        text.clicked.connect(self._on_clicked)
        text.entered.connect(self._on_clicked)
        text.copy_pressed.connect(self._on_copy)
        text.zoom_turned.connect(self.zoom_requested)
        text.context_asked.connect(self.context_requested)
        text.laid_out.connect(self._on_laid_out)
        text.selectionChanged.connect(self._on_selection_changed)
        text.cursorPositionChanged.connect(self._on_moved)
        text.verticalScrollBar().valueChanged.connect(self._on_moved)
        text.verticalScrollBar().valueChanged.connect(self._place_ends)
        text.verticalScrollBar().valueChanged.connect(self.scrolled)

    def _connect_rest(self) -> None:
        bar = self._overlays.bar
        bar.color_chosen.connect(self._on_color_chosen)
        bar.note_chosen.connect(self.note_requested)
        bar.copy_chosen.connect(self._on_copy)
        bar.cite_chosen.connect(self._on_cite)
        bar.memo_chosen.connect(self.memo_requested)
        self._ends.page_requested.connect(self.page_requested)
        self._ends.focused.connect(self._on_ends_focused)
        self._place_timer.timeout.connect(self._on_place_rested)
        self._flash_timer.timeout.connect(self._on_flash_over)
        theme.signals().changed.connect(self._on_theme_changed)

    # the page

    @property
    def unit(self) -> Unit | None:
        """The page that is shown."""
        return self._page.unit if self._page else None

    @property
    def _page(self) -> Page | None:
        return self._text.page

    def focus_target(self) -> QWidget:
        """Return the widget that has the focus while the text is read."""
        return self._text

    def show_unit(self, unit: Unit, notes: Sequence[Note]) -> None:
        """Show a page from its beginning; hits and neighbors of the page before are forgotten."""
        self._notes = tuple(notes)
        self._hits, self._hit = [], -1
        self._way.forget()
        self._told_path = ""
        self._ends.show_ways(None, None)
        self._show(Page(unit, self._zoom, self._text))
        self._text.verticalScrollBar().setValue(0)
        self._text.setAccessibleName(tr("Text of {title}", title=_title(unit)))
        self._empty.hide()
        self._text.show()
        self._place_timer.start()

    def _show(self, page: Page) -> None:
        page.set_notes(self._notes)
        page.set_bookmarks(self._kept)
        page.set_hits(self._hits, self._hit)
        self._text.show_page(page)

    def clear(self) -> None:
        """Show no page."""
        self._notes, self._hits, self._told_path = (), [], ""
        self._text.show_nothing()
        self._text.hide()
        self._empty.show()

    def set_neighbors(self, previous: Way | None, following: Way | None) -> None:
        """Offer the pages before and after at the end of this one, by path and title."""
        self._ends.show_ways(previous, following)
        self._place_ends()

    def set_notes(self, notes: Sequence[Note]) -> None:
        """Show these notes on the page; nothing is laid out, nothing moves."""
        self._notes = tuple(notes)
        if self._page is not None:
            self._page.set_notes(self._notes)
            self._text.marks_changed()

    def show_color_names(self, names: Mapping[str, str]) -> None:
        """Say in the bar over chosen words what the colors are called."""
        self._overlays.bar.show_names(names)

    def set_bookmarks(self, paths: Iterable[str]) -> None:
        """Put a sign beside these places; nothing is laid out, nothing moves."""
        self._kept = frozenset(paths)
        if self._page is not None:
            self._page.set_bookmarks(self._kept)
            self._text.viewport().update()

    def set_zoom(self, percent: int) -> None:
        """Set the text in another size; the words at the top stay there."""
        zoom = min(max(percent, SMALLEST), LARGEST)
        if zoom != self._zoom:
            self._zoom = zoom
            self._lay_out_anew()

    def _lay_out_anew(self) -> None:
        """Lay the same page out again, with scroll, caret and selection where they were."""
        if self._page is None:
            return
        hold, cursor = self._text.hold(), self._text.textCursor()
        self._show(Page(self._page.unit, self._zoom, self._text))
        self._text.select(cursor.anchor(), cursor.position())
        self._text.return_to(hold)

    @Slot()
    def _on_theme_changed(self) -> None:
        self._lay_out_anew()

    @Slot()
    def _on_laid_out(self) -> None:
        self._place_ends()
        self._place_timer.start()

    @Slot()
    def _place_ends(self) -> None:
        """Stand the ways to other pages below the last row."""
        if self._page is not None:
            geometry = self._page.geometry
            top = round(geometry.bottom) - self._text.top
            self._ends.stand(round(geometry.left), top, round(geometry.right - geometry.left))

    @Slot()
    def _on_ends_focused(self) -> None:
        bar = self._text.verticalScrollBar()
        bar.setValue(bar.maximum())

    # places

    def current_path(self) -> str:
        """Return the path of the clause where the caret is, or of the first one in sight."""
        row = self._text.reading_row()
        return self._page.map.rows[row].path if self._page is not None and row >= 0 else ""

    def top_offset(self) -> int | None:
        """Return where the topmost line in sight begins, None at the top of the page."""
        return self._way.top()

    def return_to(self, start: int) -> None:
        """Scroll so that the line of an offset is the topmost one."""
        self._way.go(start)

    def showEvent(self, event: QShowEvent) -> None:
        """Return to the line once more: QTextEdit has brought its caret into view."""
        super().showEvent(event)
        QTimer.singleShot(0, self._way.stay)

    def go_to(self, start: int, end: int | None = None, *, flash: bool = False) -> None:
        """Bring a span of the source into view and put the caret there; `flash` lights it up."""
        self._way.forget()
        if self._page is None or not self._page.map.rows:
            return
        places = self._page.map
        first = places.to_position(start)
        last = first if end is None else places.to_position(end, closing=True)
        self._text.select(first, first)
        self._text.bring(first, last, near_top=end is None)
        if end is not None and (start, end) in self._hits:
            self._choose_hit(self._hits.index((start, end)))
        if flash:
            row = places.rows[places.row_at(first)]
            self._page.set_flash([(start, end if end is not None else row.end)])
            self._flash_timer.start()
            self._text.viewport().update()
        self._place_timer.start()

    @Slot()
    def _on_flash_over(self) -> None:
        if self._page is not None:
            self._page.set_flash(())
            self._text.viewport().update()

    @Slot()
    def _on_moved(self) -> None:
        self._place_timer.start()

    @Slot()
    def _on_place_rested(self) -> None:
        path = self.current_path()
        if path and path != self._told_path:
            self._told_path = path
            self.place_changed.emit(path)

    # the selection

    def selected_span(self) -> tuple[int, int] | None:
        """Return the selected span of the source, None when no word is selected."""
        cursor = self._text.textCursor()
        if self._page is None or not cursor.hasSelection():
            return None
        return self._page.map.span(cursor.selectionStart(), cursor.selectionEnd())

    def select_span(self, start: int, end: int) -> None:
        """Select a span of the source and bring it into view."""
        if self._page is not None:
            places = self._page.map
            first, last = places.to_position(start), places.to_position(end, closing=True)
            self._text.select(first, last)
            self._text.bring(first, last)

    def clear_selection(self) -> None:
        """Select nothing; the caret stays at the end of what was selected."""
        self._text.drop_selection()

    @Slot()
    def _on_selection_changed(self) -> None:
        chosen = self.selected_span() is not None
        if chosen != self._told_selection:
            self._told_selection = chosen
            self.selection_changed.emit(chosen)

    # hits

    def set_hits(self, spans: Sequence[tuple[int, int]]) -> None:
        """Mark these spans of the source as search hits."""
        before = self._hits[self._hit] if 0 <= self._hit < len(self._hits) else None
        self._hits = sorted(spans)
        self._choose_hit(self._hits.index(before) if before in self._hits else -1)

    def clear_hits(self) -> None:
        """Mark no hits."""
        self.set_hits(())

    def next_hit(self, step: int) -> bool:
        """Go to the next hit (the one before for -1); False when there is none on this page."""
        at = self._hit + step if self._hit >= 0 else self._hit_from_caret(step)
        if not 0 <= at < len(self._hits):
            return False
        self.go_to(*self._hits[at])
        return True

    def _hit_from_caret(self, step: int) -> int:
        """Return the first hit at or after the caret, or the last one before it."""
        here = self._page.map.to_source(self._text.textCursor().position()) if self._page else 0
        after = next((i for i, hit in enumerate(self._hits) if hit[0] >= here), len(self._hits))
        return after if step > 0 else after - 1

    def _choose_hit(self, at: int) -> None:
        self._hit = at
        if self._page is not None:
            self._page.set_hits(self._hits, at)
            self._text.viewport().update()

    # what is asked for

    @Slot(object)
    def _on_clicked(self, spot: Spot) -> None:
        """Follow a dot, a heading of another page, or the note of the words, in this order."""
        notes = spot.hung or (() if spot.link else spot.notes)
        if notes:
            uids = [str(n.uid) for n in notes]
            known = self._told_note in uids
            self._told_note = (
                uids[(uids.index(self._told_note) + 1) % len(uids)] if known else uids[0]
            )
            self.note_clicked.emit(self._told_note)
        elif spot.link:
            self.page_requested.emit(spot.link)

    @Slot(str)
    def _on_color_chosen(self, color: str) -> None:
        """Ask for a highlight; the selection goes, so that its color is seen."""
        self.highlight_requested.emit(color)
        self.clear_selection()

    @Slot()
    def _on_copy(self) -> None:
        self.copy_requested.emit(False)

    @Slot()
    def _on_cite(self) -> None:
        self.copy_requested.emit(True)


def _title(unit: Unit) -> str:
    """Return what a page is called."""
    if unit.path == AROUND:
        return tr("Around the text")
    own = next((n for n in unit.nodes if n.path == unit.path), None)
    words = f"{own.mark} {own.title}".strip() if own is not None and own.title else ""
    return words or tr("Preamble")
