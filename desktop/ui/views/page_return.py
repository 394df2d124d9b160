"""The way back to a line: which is on top, and how it comes there while a window grows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

if TYPE_CHECKING:
    from desktop.ui.views.page_text import PageText

SETTLE_MS = 200


class PageReturn(QObject):
    """Keeps the line of an offset topmost until the layout rests.

    A window that is only being built is laid out several times, and QTextEdit brings its caret
    into view when it is first shown.
    """

    def __init__(self, text: PageText) -> None:
        super().__init__(text)
        self._text = text
        self._start: int | None = None
        self._rest = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._rest.timeout.connect(self._on_rested)
        text.laid_out.connect(self.stay)

    def top(self) -> int | None:
        """Return where the topmost line in sight begins, None at the top of the page."""
        hold, page = self._text.hold(), self._text.page
        return None if hold is None or page is None else page.map.to_source(hold[0])

    def go(self, start: int) -> None:
        """Scroll so that the line of an offset is the topmost one, and keep it there."""
        self._start = start
        self.stay()

    def forget(self) -> None:
        """Keep no line any more: another place was asked for."""
        self._start = None

    @Slot()
    def stay(self) -> None:
        """Bring the line that is kept to the top again."""
        page = self._text.page
        if self._start is not None and page is not None and page.map.rows:
            pitch = page.layout.type.pitch(page.layout.type.body)
            self._text.return_to((page.map.to_position(self._start), 0.8 * pitch))
            self._rest.start()

    @Slot()
    def _on_rested(self) -> None:
        if self._text.isVisible():
            self._start = None
