"""The window: who stands where. It shows and folds; what is shown is the controllers' business."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QMainWindow, QMenu, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from desktop.ui.views.breadcrumb import Breadcrumb
from desktop.ui.views.find_bar import FindBar
from desktop.ui.views.link_button import LinkButton
from desktop.ui.views.message_bar import MessageBar
from desktop.ui.views.navigator import Navigator
from desktop.ui.views.notes_pane import NotesPane
from desktop.ui.views.reader import ReaderView
from desktop.ui.views.results import ResultsPane
from desktop.ui.views.saved_searches import SavedSearches
from desktop.ui.views.status_line import StatusLine
from desktop.ui.views.top_bar import TopBar

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QMoveEvent, QPaintEvent, QResizeEvent

    from desktop.ui.models.outline_model import OutlineModel
    from desktop.ui.views.compare_page import ComparePage
    from desktop.ui.views.help_page import HelpPage
    from desktop.ui.views.import_page import ImportPage
    from desktop.ui.views.memo_page import MemoPage
    from desktop.ui.views.review_page import ReviewPage
    from desktop.ui.views.trash_page import TrashPage

NARROW = 1200
"""Below this width the notes fold, so that the text keeps its column."""


class MainWindow(QMainWindow):
    """Three panes: contents or results, the page, the notes; a bar above and a line below.

    Signals: `narrow_changed(bool)` when the width crosses the line at which the notes fold,
    `geometry_changed()` after a move or resize, `page_changed()` when text, memo, trash or help
    took the middle, `first_painted()` once, `closing()`.
    """

    narrow_changed = Signal(bool)
    geometry_changed = Signal()
    page_changed = Signal()
    first_painted = Signal()
    closing = Signal()

    def __init__(self, outline: OutlineModel) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setWindowTitle("Clausebook")
        frame = QWidget(self)
        self.top = TopBar(frame)
        self.field = self.top.field
        self.messages = MessageBar(frame)
        self.panes = self._build_panes(frame, outline)
        self.status = StatusLine(frame)
        column = _column(frame)
        for part in (self.top, self.messages, self.panes, self.status):
            column.addWidget(part, 1 if part is self.panes else 0)
        self.setCentralWidget(frame)
        self.stays_open = False
        self._narrow = False
        self._painted = False
        self._memo_page: MemoPage | None = None
        self._trash_page: TrashPage | None = None
        self._help_page: HelpPage | None = None
        self._import_page: ImportPage | None = None
        self._review_page: ReviewPage | None = None
        self._compare_page: ComparePage | None = None
        self.field.setFocus()

    def _build_panes(self, frame: QWidget, outline: OutlineModel) -> QSplitter:
        """Build the three panes; each is made where it stays, moving it would dress it twice."""
        panes = QSplitter(Qt.Orientation.Horizontal, frame)
        panes.setObjectName("panes")
        panes.setHandleWidth(1)
        panes.setChildrenCollapsible(False)
        self.left = self._build_left(panes, outline)
        self.middle = self._build_middle(panes)
        self.notes = NotesPane(panes)
        self.notes.setMinimumWidth(240)
        for place in range(panes.count()):
            panes.setStretchFactor(place, 1 if place == 1 else 0)
        panes.setSizes([300, 736, 330])
        return panes

    def _build_left(self, panes: QSplitter, outline: OutlineModel) -> QStackedWidget:
        left = QStackedWidget(panes)
        left.setMinimumWidth(180)
        self.navigator = Navigator(outline, left)
        self.hits_back = LinkButton(self.navigator)
        self.hits_back.hide()
        self.navigator.layout().insertWidget(0, self.hits_back)  # type: ignore[union-attr]
        self.saved = SavedSearches(self.navigator)
        self.navigator.layout().addWidget(self.saved)  # type: ignore[union-attr]
        self.results = ResultsPane(left)
        left.addWidget(self.navigator)
        left.addWidget(self.results)
        return left

    def _build_middle(self, panes: QSplitter) -> QStackedWidget:
        middle = QStackedWidget(panes)
        middle.setMinimumWidth(320)
        self.reading = QWidget(middle)
        self.reading.setObjectName("page")
        self.reading.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.breadcrumb = Breadcrumb(self.reading)
        self.reader = ReaderView(self.reading)
        self.find_bar = FindBar(self.reading)
        column = _column(self.reading)
        for part in (self.breadcrumb, self.reader, self.find_bar):
            column.addWidget(part, 1 if part is self.reader else 0)
        self.reading.setFocusProxy(self.reader)
        middle.addWidget(self.reading)
        middle.currentChanged.connect(self.page_changed)
        return middle

    @property
    def memo_page(self) -> MemoPage:
        """The page of a memo, made when it is first needed."""
        if self._memo_page is None:
            from desktop.ui.views.memo_page import MemoPage

            self._memo_page = MemoPage(self)
            self.middle.addWidget(self._memo_page)
        return self._memo_page

    @property
    def trash_page(self) -> TrashPage:
        """The page of the deleted notes, made when it is first needed."""
        if self._trash_page is None:
            from desktop.ui.views.trash_page import TrashPage

            self._trash_page = TrashPage(self)
            self.middle.addWidget(self._trash_page)
        return self._trash_page

    @property
    def help_page(self) -> HelpPage:
        """The page of keys, made when it is first needed."""
        if self._help_page is None:
            from desktop.ui.views.help_page import HelpPage

            self._help_page = HelpPage(self)
            self.middle.addWidget(self._help_page)
        return self._help_page

    @property
    def import_page(self) -> ImportPage:
        """The page of an import, made when it is first needed."""
        if self._import_page is None:
            from desktop.ui.views.import_page import ImportPage

            self._import_page = ImportPage(self)
            self.middle.addWidget(self._import_page)
        return self._import_page

    @property
    def review_page(self) -> ReviewPage:
        """The page of notes to check, made when it is first needed."""
        if self._review_page is None:
            from desktop.ui.views.review_page import ReviewPage

            self._review_page = ReviewPage(self)
            self.middle.addWidget(self._review_page)
        return self._review_page

    @property
    def compare_page(self) -> ComparePage:
        """The page of two editions, made when it is first needed."""
        if self._compare_page is None:
            from desktop.ui.views.compare_page import ComparePage

            self._compare_page = ComparePage(self)
            self.middle.addWidget(self._compare_page)
        return self._compare_page

    def show_page(self, page: QWidget) -> None:
        """Show the text, a memo, the trash or the help in the middle."""
        self.middle.setCurrentWidget(page)

    @property
    def is_reading(self) -> bool:
        """Whether the text stands in the middle."""
        return self.middle.currentWidget() is self.reading

    @property
    def shows_memo(self) -> bool:
        """Whether a memo stands in the middle."""
        return self._memo_page is not None and self.middle.currentWidget() is self._memo_page

    @property
    def is_narrow(self) -> bool:
        """Whether the window is too narrow for three panes."""
        return self._narrow

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Notice when the notes must fold or may come back."""
        super().resizeEvent(event)
        narrow = self.width() < NARROW
        if narrow != self._narrow:
            self._narrow = narrow
            self.narrow_changed.emit(narrow)
        self.geometry_changed.emit()

    def moveEvent(self, event: QMoveEvent) -> None:
        """Tell that the place is another."""
        super().moveEvent(event)
        self.geometry_changed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell once that people can see the window."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.first_painted.emit)

    def new_menu(self) -> QMenu:
        """Return a menu that is gone once it was left."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let what is being typed be saved first."""
        self.closing.emit()
        if self.stays_open:
            event.ignore()
            return
        super().closeEvent(event)


def _column(widget: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    return column
