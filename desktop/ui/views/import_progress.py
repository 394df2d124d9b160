"""What is shown while files are read: how many of how many, which one, the time left, Cancel."""

from __future__ import annotations

from time import monotonic

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from desktop.ui.views.deed_button import DeedButton
from desktop.ui.words import tr

STEPS = 1000
SETTLED = 3.0
"""Seconds after which the pace of the work tells how long the rest takes."""


class ProgressView(QWidget):
    """A bar and two sentences; `cancelled()` asks to stop."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._begun = 0.0
        self.title = QLabel(self)
        self.title.setObjectName("page_title")
        self.title.setWordWrap(True)
        self.words = QLabel(self)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        self.left = QLabel(self)
        self.left.setObjectName("muted")
        self.bar = QProgressBar(self)
        self.bar.setAccessibleName(tr("Progress of the import"))
        self.bar.setTextVisible(False)
        self.cancel = DeedButton(tr("Cancel"))
        self.cancel.setToolTip(tr("Stop; what is finished is kept (Esc)"))
        self.cancel.clicked.connect(self.cancelled)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 16)
        column.setSpacing(12)
        below = QHBoxLayout()
        below.addWidget(self.left, 1)
        below.addWidget(self.cancel)
        for part in (self.title, self.words, self.bar):
            column.addWidget(part)
        column.addLayout(below)
        column.addStretch()

    def start(self, title: str, *, many: bool) -> None:
        """Begin: one file has no measure, many have."""
        self._begun = monotonic()
        self.title.setText(title)
        self.words.setText("")
        self.left.setText("")
        self.cancel.setEnabled(True)
        self.bar.setRange(0, STEPS if many else 0)
        self.bar.setValue(0)
        self.cancel.setFocus()

    def show_part(self, done: int, total: int, name: str) -> None:
        """Show how far it is."""
        self.bar.setValue(round(STEPS * done / max(total, 1)))
        self.words.setText(
            tr("{done} of {total}: {file}", done=min(done + 1, total), total=total, file=name)
        )
        spent = monotonic() - self._begun
        if done and spent > SETTLED:
            self.left.setText(_time_words(spent / done * (total - done)))


def _time_words(seconds: float) -> str:
    if seconds < 60:
        return tr("less than a minute left")
    return tr("about %n minutes left", n=round(seconds / 60))
