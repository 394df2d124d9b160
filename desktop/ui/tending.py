"""Tending the search: it is looked after behind the window, and made anew when it is damaged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.ui.words import tr

if TYPE_CHECKING:
    from db.errors import UserError
    from desktop.ui.desk import Desk
    from desktop.ui.jobs import Job
    from desktop.ui.searching import Searching


class Tending(QObject):
    """Looks after the search behind the window; the words that stand in the field stay there."""

    def __init__(self, desk: Desk, searching: Searching) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._searching = searching

    def start(self) -> None:
        """Look in a thread whether everything can be found; the status line tells of mending."""
        tend = self._desk.library.tender()

        def work(job: Job) -> bool:
            return tend(lambda done, total: job.tell(done / max(total, 1)))

        self._desk.jobs.run(
            work, self._on_done, failed=self._on_failed, progress=self._on_progress, channel="tend"
        )

    def _on_progress(self, part: float, _words: str) -> None:
        percent = int(part * 100)
        self._desk.window.status.show_news(
            tr("Search is being made anew: {percent} %", percent=percent)
        )

    def _on_done(self, made: bool) -> None:
        if made:
            self._desk.window.status.show_news(tr("Search was made anew"))
            self._searching.search_again()

    def _on_failed(self, _error: UserError) -> None:
        """Leave it: the next search tries again and tells what is wrong."""
