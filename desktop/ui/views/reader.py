"""The reader: one page of a document, read, selected, marked and walked through.

It shows and asks; what a highlight or a note becomes is decided elsewhere. Offsets in and out are
code points of the edition's source.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from desktop.ui import theme
from desktop.ui.views.hover_card import HoverCard
from desktop.ui.views.page import Page
from desktop.ui.views.page_ends import PageEnds, Way
from desktop.ui.views.page_spots import Spot
from desktop.ui.views.page_text import PageText
from desktop.ui.views.selection_bar import SelectionBar
from desktop.ui.words import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from db.model import Note, Unit

PLACE_MS = 120
"""The rest after which another clause is told of."""
BAR_MS = 250
"""The rest after which a selection made by keys gets its bar."""
TERM_MS = 700
"""The rest after which the caret on a term explains it."""
FLASH_MS = 1200
SMALLEST, LARGEST = 50, 400
Span = tuple[int, int]


class ReaderView(QWidget):
    """Shows a Unit set for reading, with its notes; asks through signals for everything else.

    Signals: `place_changed(path)` when reading came to another clause, `selection_changed(bool)`,
    `highlight_requested(color)` ('' is the color used last), `note_requested()`,
    `copy_requested(with_citation)`, `memo_requested()`, `note_clicked(uid)`,
    `page_requested(path)`, `zoom_requested(step)`, `context_requested(global place)`.
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

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._unit: Unit | None = None
        self._notes: tuple[Note, ...] = ()
        self._hits: list[Span] = []
        self._hit = -1
        self._zoom = 100
        self._told_path = ""
        self._had_selection = False
        self._build()
        self._place_timer = self._timer(PLACE_MS, self._on_place_rested)
        self._bar_timer = self._timer(BAR_MS, self._on_selection_rested)
        self._term_timer = self._timer(TERM_MS, self._on_caret_rested)
        self._flash_timer = self._timer(FLASH_MS, self._on_flash_over)
        self._connect_signals()

    def _build(self) -> None:
        self._text = PageText(self)
        self._text.setAccessibleName(tr("Text"))
        self._ends = PageEnds(self._text.viewport())
        self._bar = SelectionBar(self._text)
        self._card = HoverCard(self._text)
        self._empty = EmptyPage(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._text)
        column.addWidget(self._empty)
        self._text.hide()
        self.setFocusProxy(self._text)

    def _timer(self, rest: int, slot: object) -> QTimer:
        timer = QTimer(self, singleShot=True, interval=rest)
        timer.timeout.connect(slot)
        return timer

    def _connect_signals(self) -> None:
        text, bar = self._text, self._bar
        text.clicked.connect(self._on_clicked)
        text.entered.connect(self._on_clicked)
        text.explained.connect(self._on_explained)
        text.copy_pressed.connect(self._on_copy)
        text.escape_pressed.connect(self._on_escape)
        text.zoom_turned.connect(self.zoom_requested)
        text.context_asked.connect(self.context_requested)
        text.laid_out.connect(self._on_laid_out)
        text.selectionChanged.connect(self._on_selection_changed)
        text.cursorPositionChanged.connect(self._on_caret_moved)
        text.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        bar.color_chosen.connect(self._on_color_chosen)
        bar.note_chosen.connect(self._on_note_chosen)
        bar.copy_chosen.connect(self._on_copy)
        bar.cite_chosen.connect(self._on_cite)
        bar.memo_chosen.connect(self._on_memo_chosen)
        bar.left.connect(self._on_escape)
        self._ends.page_requested.connect(self.page_requested)
        self._ends.focused.connect(self._on_ends_focused)
        theme.signals().changed.connect(self._on_theme_changed)
