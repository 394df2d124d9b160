"""Notes to check: the old words and where they might belong now, side by side, one note a time."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QTextBrowser,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.ui import theme
from desktop.ui.views.passage import HERE, Passage, passage_html
from desktop.ui.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import SignalInstance
    from PySide6.QtGui import QResizeEvent

SIDE_BY_SIDE = 560
"""Width from which both texts stand beside one another."""
CANDIDATES = 5


@dataclass(frozen=True, slots=True)
class Sheet:
    """One note to check: what it says, its old passage, and a passage for each candidate."""

    note: str
    body: str
    color: str
    document: str
    old_edition: str
    new_edition: str
    old: Passage
    candidates: tuple[Passage, ...]
    scores: tuple[float, ...]


class ReviewPage(QWidget):
    """Shows one sheet of several.

    Signals: `accepted(note, number)` with the candidate's number from 1, `choose_requested(note)`,
    `keep_requested(note)`, `detach_requested(note)`, `turned(step)` to the next or previous note,
    `old_opened(note)` and `new_opened(note, number)` to read on, `closed()`.
    """

    accepted = Signal(str, int)
    choose_requested = Signal(str)
    keep_requested = Signal(str)
    detach_requested = Signal(str)
    turned = Signal(int)
    old_opened = Signal(str)
    new_opened = Signal(str, int)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.sheet: Sheet | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 20, 28, 16)
        column.setSpacing(8)
        column.addLayout(self._build_head())
        column.addWidget(self._build_note())
        column.addWidget(self._build_texts(), 3)
        column.addWidget(self._build_candidates(), 1)
        column.addLayout(self._build_foot())
        self._add_keys()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.signals().changed.connect(self._fill_texts)

    # building

    def _build_head(self) -> QVBoxLayout:
        title = QLabel(tr("Notes to check"), self)
        title.setObjectName("page_title")
        self.count = QLabel(self)
        self.count.setObjectName("muted")
        self.previous = self._arrow("arrow-left", tr("Previous note (Left)"), -1)
        self.next = self._arrow("arrow-right", tr("Next note (Right)"), 1)
        self.hint = QLabel(self)
        self.hint.setObjectName("muted")
        self.hint.setWordWrap(True)
        row = QHBoxLayout()
        row.addWidget(title)
        row.addStretch(1)
        for part in (self.count, self.previous, self.next):
            row.addWidget(part)
        head = QVBoxLayout()
        head.setSpacing(4)
        head.addLayout(row)
        head.addWidget(self.hint)
        return head

    def _arrow(self, icon: str, words: str, step: int) -> QToolButton:
        button = QToolButton(self)
        button.setIconSize(QSize(18, 18))
        button.setToolTip(words)
        button.setAccessibleName(words)
        theme.wear_icon(button, icon)
        button.clicked.connect(partial(self._turn, step))
        return button

    def _build_note(self) -> QLabel:
        self.body = QLabel(self)
        self.body.setWordWrap(True)
        self.body.setTextFormat(Qt.TextFormat.PlainText)
        self.body.setMaximumHeight(self.body.fontMetrics().lineSpacing() * 3 + 6)
        return self.body

    def _build_texts(self) -> QSplitter:
        self.texts = QSplitter(Qt.Orientation.Horizontal, self)
        self.texts.setChildrenCollapsible(False)
        self.texts.setHandleWidth(12)
        self.old_caption, self.old_text = self._build_side(tr("The old words"), self._open_old)
        self.new_caption, self.new_text = self._build_side(tr("The new words"), self._open_new)
        return self.texts

    def _build_side(self, name: str, deed: Callable[[], None]) -> tuple[QPushButton, QTextBrowser]:
        side = QWidget(self.texts)
        caption = QPushButton(side)
        caption.setFlat(True)
        caption.setCursor(Qt.CursorShape.PointingHandCursor)
        caption.setToolTip(tr("Open it in the text"))
        caption.clicked.connect(deed)
        text = QTextBrowser(side)
        text.setAccessibleName(name)
        text.setObjectName("passage")
        text.setOpenLinks(False)
        text.setFont(theme.page_font())
        text.document().setDocumentMargin(10)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(caption, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(text, 1)
        return caption, text

    def _build_candidates(self) -> QListWidget:
        self.list = QListWidget(self)
        self.list.setAccessibleName(tr("Where it might belong"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setMinimumHeight(64)
        self.list.currentRowChanged.connect(self._on_candidate_chosen)
        self.list.itemActivated.connect(self._accept)
        return self.list

    def _build_foot(self) -> QHBoxLayout:
        self.accept = QPushButton(tr("Put it here"), self)
        self.accept.setProperty("deed", "next")
        self.accept.setToolTip(tr("The note belongs to the new words (Return)"))
        self.accept.clicked.connect(self._accept)
        self.choose = QPushButton(tr("Choose in the text…"), self)
        self.choose.setToolTip(tr("Show the new edition and choose words or a clause (C)"))
        self.keep = QPushButton(self)
        self.keep.setToolTip(tr("The note stays in the old edition and is not asked about (K)"))
        self.detach = QPushButton(tr("Detach"), self)
        self.detach.setToolTip(tr("The note stays, without a place in any edition (D)"))
        foot = QHBoxLayout()
        foot.setSpacing(8)
        for button, signal in (
            (self.choose, self.choose_requested),
            (self.keep, self.keep_requested),
            (self.detach, self.detach_requested),
        ):
            button.clicked.connect(partial(self._ask, signal))
        foot.addWidget(self.keep)
        foot.addWidget(self.detach)
        foot.addStretch(1)
        foot.addWidget(self.choose)
        foot.addWidget(self.accept)
        return foot

    def _add_keys(self) -> None:
        """Give every deed of the page a key; they answer while the page has the focus."""
        keys: tuple[tuple[str, Callable[[], None]], ...] = (
            ("C", partial(self._ask, self.choose_requested)),
            ("K", partial(self._ask, self.keep_requested)),
            ("D", partial(self._ask, self.detach_requested)),
            ("Left", partial(self._turn, -1)),
            ("Right", partial(self._turn, 1)),
            ("Esc", self.closed.emit),
            *((str(n), partial(self.list.setCurrentRow, n - 1)) for n in range(1, CANDIDATES + 1)),
        )
        for key, deed in keys:
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(deed)

    # showing

    def show_sheet(self, sheet: Sheet | None, number: int = 0, total: int = 0) -> None:
        """Show one note of several, or that there is nothing to check."""
        self.sheet = sheet
        for part in (self.texts, self.body, self.count, self.previous, self.next):
            part.setVisible(sheet is not None)
        for button in (self.accept, self.choose, self.keep, self.detach):
            button.setVisible(sheet is not None)
        if sheet is None:
            self.list.clear()
            self.list.hide()
            self.hint.setText(tr("Nothing to check: every note has its place."))
            return
        self.count.setText(tr("Note {number} of {total}", number=number, total=total))
        self.previous.setEnabled(number > 1)
        self.next.setEnabled(number < total)
        self.hint.setText(_hint(sheet))
        self.body.setText(sheet.body or tr("A highlight without words"))
        self.keep.setText(tr("Keep on {edition}", edition=sheet.old_edition))
        self._fill_candidates(sheet)
        self._fill_texts()

    def _fill_candidates(self, sheet: Sheet) -> None:
        self.list.blockSignals(True)
        self.list.clear()
        rows = zip(sheet.candidates, sheet.scores, strict=True)
        for number, (passage, score) in enumerate(rows, 1):
            words = " ".join(passage.words.split())
            place = f"{number}.  {passage.caption}  ·  {round(score * 100)} %"
            item = QListWidgetItem(f"{place}  ·  {words}", self.list)
            item.setToolTip(words)
        self.list.setCurrentRow(0)
        self.list.blockSignals(False)
        self.list.setVisible(bool(sheet.candidates))
        self.accept.setEnabled(bool(sheet.candidates))

    @Slot()
    def _fill_texts(self) -> None:
        """Write both sides in the colors of the moment."""
        sheet = self.sheet
        if sheet is None:
            return
        at = self.list.currentRow()
        known = 0 <= at < len(sheet.candidates)
        old = sheet.old
        if known:
            new = sheet.candidates[at]
            self.new_caption.setText(_caption(sheet.new_edition, new.caption))
            self.new_text.setHtml(passage_html(new, sheet.color))
        else:
            self.new_caption.setText(sheet.new_edition)
            self.new_text.setPlainText(tr("No clause of this edition is like it."))
        self.old_caption.setText(_caption(sheet.old_edition, old.caption))
        self.old_text.setHtml(passage_html(old, sheet.color))
        for text in (self.old_text, self.new_text):
            text.setFont(theme.page_font())
            text.scrollToAnchor(HERE)

    def focus(self) -> None:
        """Give the keys to the candidates, or to the page when there are none."""
        (self.list if self.list.isVisibleTo(self) else self).setFocus()

    @property
    def number(self) -> int:
        """The number of the chosen candidate, from 1; 0 when there is none."""
        return self.list.currentRow() + 1

    @Slot(int)
    def _on_candidate_chosen(self, _row: int) -> None:
        self._fill_texts()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the texts below one another where there is no room beside."""
        super().resizeEvent(event)
        wide = self.width() >= SIDE_BY_SIDE
        self.texts.setOrientation(Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical)

    # asking

    @Slot()
    def _accept(self) -> None:
        if self.sheet is not None and self.number:
            self.accepted.emit(self.sheet.note, self.number)

    def _ask(self, signal: SignalInstance, _checked: bool = False) -> None:
        if self.sheet is not None:
            signal.emit(self.sheet.note)

    def _turn(self, step: int, _checked: bool = False) -> None:
        self.turned.emit(step)

    @Slot()
    def _open_old(self) -> None:
        if self.sheet is not None:
            self.old_opened.emit(self.sheet.note)

    @Slot()
    def _open_new(self) -> None:
        if self.sheet is not None and self.number:
            self.new_opened.emit(self.sheet.note, self.number)


def _hint(sheet: Sheet) -> str:
    if sheet.candidates:
        return tr(
            "{document}: its clause changed from {old} to {new}. Where does the note belong?",
            document=sheet.document,
            old=sheet.old_edition,
            new=sheet.new_edition,
        )
    return tr(
        "{document}: its clause of {old} is not in {new}. The note is kept; say where it belongs.",
        document=sheet.document,
        old=sheet.old_edition,
        new=sheet.new_edition,
    )


def _caption(edition: str, place: str) -> str:
    return f"{edition}  ·  {place}" if place else edition
