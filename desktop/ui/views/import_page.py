"""The page of an import: what is being read, the preview of one file, the report of many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget

from desktop.ui.views.import_preview import PreviewView
from desktop.ui.views.import_progress import ProgressView
from desktop.ui.views.import_report import ReportView
from desktop.ui.words import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget


class ImportPage(QStackedWidget):
    """Holds the three views of an import and lets Esc leave them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(tr("Import"))
        self.progress = ProgressView(self)
        self.preview = PreviewView(self)
        self.report = ReportView(self)
        for view in (self.progress, self.preview, self.report):
            self.addWidget(view)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Stop reading, or leave, with Esc."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.currentWidget() is self.progress:
            self.progress.cancelled.emit()
        elif self.currentWidget() is self.report:
            self.report.closed.emit()
