"""Helping: keys, version, folder and log; where it is told what happened when a bug shows up."""

from __future__ import annotations

import logging
import sys
import traceback
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication

from desktop import __version__, paths
from desktop.ui.opening import open_outside
from desktop.ui.words import tr

if TYPE_CHECKING:
    from types import TracebackType

    from desktop.ui.desk import Desk
    from desktop.ui.reading import Reading

LOG_END = 20_000
"""Characters of the log's end that are shown."""


class Helping(QObject):
    """Help, about, folder, log, copy and quit: what is done with the program, not with the text.

    `example_chosen(query)` when an example of the help on searching is to be tried.
    """

    example_chosen = Signal(str)

    def __init__(self, desk: Desk, reading: Reading) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._reading = reading
        self._window = desk.window
        self._help_wired = False
        self._window.field.help_asked.connect(self.show_search_help)
        self._window.reader.copy_requested.connect(self._on_copy_requested)

    @Slot(bool)
    def _on_copy_requested(self, cited: bool) -> None:
        self._copy(cited=cited)

    def show_help(self) -> None:
        """Show keys and help in the place of the text; in the search field, how to search."""
        searching = self._window.field.hasFocus()
        self._show_topic("search" if searching else "keys")

    @Slot()
    def show_search_help(self) -> None:
        """Show how to search in the place of the text."""
        self._show_topic("search")

    def _show_topic(self, topic: str) -> None:
        """Show a page of the help, or go back when it is in view."""
        page = self._window.help_page
        if not self._help_wired:
            self._help_wired = True
            page.closed.connect(self._on_closed)
            page.query_chosen.connect(self.example_chosen)
        if self._window.middle.currentWidget() is page and page.topic == topic:
            self._on_closed()
        else:
            page.show_topic(topic)
            self._window.show_page(page)
            page.setFocus()

    @Slot()
    def _on_closed(self) -> None:
        self._window.show_page(self._window.reading)
        self._window.reader.setFocus()

    def show_about(self) -> None:
        """Show version and folder."""
        from desktop.ui.dialogs.about import AboutDialog

        AboutDialog(__version__, self._desk.library.facts().folder, self._window).open()

    def show_folder(self) -> None:
        """Open the library's folder with the system's own program."""
        open_outside(self._desk.library.facts().folder)

    def show_log(self) -> None:
        """Show the end of the log, to copy it."""
        from desktop.ui.dialogs.about import LogDialog

        file = paths.log_file()
        log = file.read_text("utf-8", "replace")[-LOG_END:] if file.exists() else ""
        LogDialog(tr("The log is kept in {file}.", file=file), log, self._window).open()

    def copy_words(self) -> None:
        """Copy the chosen words as they stand in the source."""
        self._copy(cited=False)

    def copy_cited(self) -> None:
        """Copy the chosen words, or the clause, with the citation."""
        self._copy(cited=True)

    def _copy(self, *, cited: bool) -> None:
        unit, node = self._reading.unit, self._reading.node
        span = self._window.reader.selected_span()
        if span is None and node is not None and cited:
            span = (node.start, node.end)
        if unit is None or span is None:
            return
        words = unit.cut(*span)
        if cited:
            source = self._desk.read(self._desk.library.cite_span, unit.edition, *span)
            words = f"“{words}”\n{source or ''}".strip()
        QGuiApplication.clipboard().setText(words)
        said = tr("Copied with its citation") if cited else tr("Copied")
        self._window.status.show_news(said)

    def quit(self) -> None:
        """Close the window; nothing waits to be saved."""
        self._window.close()

    # bugs

    def watch_for_bugs(self) -> None:
        """Log what nobody expected, and tell it without stopping anything."""
        sys.excepthook = self._on_bug

    def _on_bug(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self.quit()
            return
        open_log()
        told = "".join(traceback.format_exception(kind, error, trace))
        logging.getLogger("clausebook").error("%s", told)
        self._window.messages.show_failure(
            tr("Something unexpected happened. Your notes are safe: each change is saved at once."),
            (tr("Show details"), partial(self._show_bug, told)),
        )

    def _show_bug(self, told: str) -> None:
        from desktop.ui.dialogs.about import LogDialog

        LogDialog(
            tr("Please send this text to whoever looks after Clausebook for you."),
            f"Clausebook {__version__}\n\n{told}",
            self._window,
        ).open()


def open_log() -> None:
    """Write the log to a local file; without a place for it the program runs all the same.

    Done when there is something to write, or time: what it imports costs a start-up 6 ms.
    """
    from logging.handlers import RotatingFileHandler

    logger = logging.getLogger("clausebook")
    if logger.handlers:
        return
    try:
        paths.log_file().parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            paths.log_file(), maxBytes=500_000, backupCount=1, encoding="utf-8", delay=True
        )
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    logger.addHandler(handler)
