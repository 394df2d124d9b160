"""The quiet sheet over the window while files are held above it: says what dropping them does."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QFont, QPainter, QPen
from PySide6.QtWidgets import QWidget

from desktop.ui import theme
from desktop.ui.words import tr

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QDragLeaveEvent, QPaintEvent

GONE_MS = 200


class DropOverlay(QWidget):
    """Lies over the window from the moment that files come in; `dropped(paths)`.

    It takes the drop itself, so that it does not matter above which field the files are held.
    """

    dropped = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.words = ("", "")
        self._held = False
        self._gone = QTimer(self, singleShot=True, interval=GONE_MS)
        self._gone.timeout.connect(self._on_gone)
        self.setAcceptDrops(True)
        self.hide()
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Lie down when files come over the window; follow its size."""
        kind = event.type()
        if kind == QEvent.Type.DragEnter and isinstance(event, QDragEnterEvent):
            paths = paths_of(event.mimeData())
            if paths:
                event.acceptProposedAction()
                self.show_paths(paths)
            return True
        if kind == QEvent.Type.Drop and isinstance(event, QDropEvent):
            self.dropEvent(event)
            return True
        if kind == QEvent.Type.DragLeave:
            self._held = False
            self._gone.start()
        elif kind == QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._window.rect())
        return super().eventFilter(watched, event)

    def _on_gone(self) -> None:
        if not self._held:
            self.hide()

    def show_paths(self, paths: list[Path]) -> None:
        """Say what dropping these files would do, over the whole window."""
        self.words = _words(paths)
        self.setAccessibleName(". ".join(self.words))
        self.setGeometry(self._window.rect())
        self.raise_()
        self.show()
        self.update()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Keep the files above the window."""
        self._held = True
        if paths_of(event.mimeData()):
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Go with the files."""
        del event
        self._held = False
        self.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand the files on."""
        paths = paths_of(event.mimeData())
        self._held = False
        self.hide()
        if paths:
            event.acceptProposedAction()
            self.dropped.emit(paths)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a veil, a frame and two lines."""
        del event
        tokens = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = QColor(tokens.page)
        veil.setAlpha(232)
        painter.fillRect(self.rect(), veil)
        painter.setPen(QPen(tokens.accent, 2, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(28, 28, -28, -28), 8, 8)
        box = QRectF(self.rect()).adjusted(56, 56, -56, -56)
        half = box.height() / 2 - 4
        font = QFont(self.font())
        font.setPointSizeF(17)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(tokens.text)
        flags = int(Qt.AlignmentFlag.AlignHCenter) | int(Qt.TextFlag.TextWordWrap)
        upper = QRectF(box.left(), box.top(), box.width(), half)
        painter.drawText(upper, flags | int(Qt.AlignmentFlag.AlignBottom), self.words[0])
        painter.setFont(self.font())
        painter.setPen(tokens.muted)
        lower = QRectF(box.left(), box.center().y() + 4, box.width(), half)
        painter.drawText(lower, flags | int(Qt.AlignmentFlag.AlignTop), self.words[1])


def paths_of(mime: QMimeData) -> list[Path]:
    """Return the files and folders that are held; nothing of the network is taken."""
    return [Path(u.toLocalFile()) for u in mime.urls() if u.isLocalFile()]


def _words(paths: list[Path]) -> tuple[str, str]:
    if len(paths) > 1:
        hint = tr(
            "They are read and saved one after the other. A report tells what became of each."
        )
        return tr("Drop to import %n files", n=len(paths)), hint
    name = paths[0].name
    if paths[0].is_dir():
        hint = tr("Every plan and law in it is read and saved. A report tells what became of each.")
        return tr("Drop to import the folder “{name}”", name=name), hint
    hint = tr("You see what was recognized and can correct it before it is saved.")
    return tr("Drop to import “{name}”", name=name), hint
