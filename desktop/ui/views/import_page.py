"""The page of an import: what is being read, the preview of one file, the report of many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget

from desktop.ui.views.import_progress import ProgressView
from desktop.ui.words import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from desktop.ui.views.import_preview import PreviewView
    from desktop.ui.views.import_report import ReportView


class ImportPage(QStackedWidget):
    """Holds the three views of an import, made when they are needed, and lets Esc leave them.

    Signals: `cancelled()`, `save_requested(ParsedEdition, separate)`, `open_requested(Document)`,
    `opened(edition)` of a line of the report, `closed()`.
    """

    cancelled = Signal()
    save_requested = Signal(object, bool)
    open_requested = Signal(object)
    opened = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(tr("Import"))
        self.progress = ProgressView(self)
        self.progress.cancelled.connect(self.cancelled)
        self.addWidget(self.progress)
        self._preview: PreviewView | None = None
        self._report: ReportView | None = None

    @property
    def preview(self) -> PreviewView:
        """The preview of one file."""
        if self._preview is None:
            from desktop.ui.views.import_preview import PreviewView

            self._preview = PreviewView(self)
            self._preview.save_requested.connect(self.save_requested)
            self._preview.open_requested.connect(self.open_requested)
            self._preview.closed.connect(self.closed)
            self.addWidget(self._preview)
        return self._preview

    @property
    def report(self) -> ReportView:
        """The report of many files."""
        if self._report is None:
            from desktop.ui.views.import_report import ReportView

            self._report = ReportView(self)
            self._report.opened.connect(self.opened)
            self._report.closed.connect(self.closed)
            self.addWidget(self._report)
        return self._report

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Stop reading, or leave, with Esc."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.currentWidget() is self.progress:
            self.cancelled.emit()
        else:
            self.closed.emit()
