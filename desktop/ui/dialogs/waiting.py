"""A short wait in which nothing else can be done: the library itself is being replaced."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtWidgets import QDialog, QLabel, QProgressBar, QVBoxLayout, QWidget

from desktop.ui.jobs import Job, Jobs

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent

    from db.errors import UserError

R = TypeVar("R")


class WaitingBox(QDialog):
    """Says what is done and how far it is; it cannot be closed by hand."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Clausebook")
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self._is_over = False
        said = QLabel(words, self)
        said.setWordWrap(True)
        self.bar = QProgressBar(self)
        self.bar.setRange(0, 100)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(words)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 20)
        layout.setSpacing(12)
        layout.addWidget(said)
        layout.addWidget(self.bar)
        self.setMinimumWidth(380)

    def show_part(self, part: float, _words: str = "") -> None:
        """Show how far it is, from 0 to 1."""
        self.bar.setValue(round(100 * part))

    def end(self) -> None:
        """Close: the work is done."""
        self._is_over = True
        self.close()
        self.deleteLater()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stay until the work is done."""
        event.setAccepted(self._is_over)

    def reject(self) -> None:
        """Stay on Esc too."""


def wait_for(words: str, work: Callable[[Callable[[float], None]], R]) -> R:
    """Do `work(tell)` in a thread, with nothing but this box to see; raises what it raises."""
    box, jobs, loop = WaitingBox(words), Jobs(), QEventLoop()
    results: list[R] = []
    errors: list[UserError] = []

    def run(job: Job) -> R:
        return work(partial(_tell, job))

    def ended(into: list[R] | list[UserError], value: object) -> None:
        into.append(value)  # type: ignore[arg-type]  # each list is handed its own kind below
        loop.quit()

    jobs.run(run, partial(ended, results), failed=partial(ended, errors), progress=box.show_part)
    box.show()
    try:
        while not results and not errors:
            loop.exec()
    finally:
        box.end()
        jobs.close()
    if errors:
        raise errors[0]
    return results[0]


def _tell(job: Job, part: float) -> None:
    job.tell(part)
