"""One window per library: a second start asks the first to come forward and ends."""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLockFile, QObject, Signal, Slot
from PySide6.QtGui import QFileOpenEvent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtNetwork import QLocalSocket

PATIENCE = 4.0
"""Seconds in which the first start must answer; it listens only after its first paint."""
TOKEN = "XDG_ACTIVATION_TOKEN"  # the name of a variable
ANSWER_MS = 1000


class Instance(QObject):
    """The claim of this process to be the window of a library.

    The lock file belongs to a living process only: after a crash the next start takes it. Two
    windows on one library would be safe too, they would only surprise.
    Signals: `called_forward()` when a second start asks for this window, `files_handed(list)` when
    it was started with files.
    """

    called_forward = Signal()
    files_handed = Signal(object)

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self._lock = QLockFile(str(folder / "window.lock"))
        self._lock.setStaleLockTime(0)
        self._server: QObject | None = None

    def claim(self) -> bool:
        """Take the lock; False when another living process has it."""
        if self._lock.isLocked() or self._lock.tryLock(0):
            return True
        return self._lock.error() != QLockFile.LockError.LockFailedError

    def release(self) -> None:
        """Stop listening and let the next start be the first."""
        self._server = None
        self._lock.unlock()

    def listen(self) -> None:
        """Answer later starts; called after the first paint, since it loads QtNetwork."""
        if not self._lock.isLocked() or not _can_talk():
            return
        from PySide6.QtNetwork import QLocalServer

        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        QLocalServer.removeServer(self._name())  # what a crash left; the lock says it is ours
        server.listen(self._name())
        server.newConnection.connect(self._on_connection)
        self._server = server

    @Slot()
    def _on_connection(self) -> None:
        from PySide6.QtNetwork import QLocalServer

        assert isinstance(self._server, QLocalServer)
        socket = self._server.nextPendingConnection()
        if socket is None:
            return
        socket.disconnected.connect(socket.deleteLater)
        token, files = _line(socket), _line(socket)
        if token not in ("", "-"):
            os.environ[TOKEN] = token  # Wayland lets a window forward only with this
        socket.write(b"forward\n")
        socket.flush()
        self.called_forward.emit()
        if paths := _paths(files):
            self.files_handed.emit(paths)

    def call_first(self, files: Sequence[Path] = ()) -> bool:
        """Ask the first start to come forward and take files; False when it does not answer."""
        until = time.monotonic() + PATIENCE
        while _can_talk() and time.monotonic() < until:
            if self._ask(files):
                return True
            time.sleep(0.1)
        return False

    def _ask(self, files: Sequence[Path]) -> bool:
        from PySide6.QtNetwork import QLocalSocket

        _allow_others_forward()
        socket = QLocalSocket()
        socket.connectToServer(self._name())
        if not socket.waitForConnected(ANSWER_MS):
            return False
        handed = json.dumps([str(file) for file in files])
        words = f"{os.environ.get(TOKEN, '') or '-'}\n{handed}\n"
        socket.write(words.encode("ascii", "ignore"))
        socket.flush()
        answered = socket.waitForReadyRead(ANSWER_MS)
        socket.disconnectFromServer()
        return bool(answered)

    def _name(self) -> str:
        """Return the server's name: one per library, short enough for every system."""
        from hashlib import sha256

        folder = os.path.normcase(self._folder.resolve())
        return f"clausebook-{sha256(folder.encode()).hexdigest()[:20]}"


class Finder(QObject):
    """What macOS hands over: files come as an event, not as words after the program's name.

    Only there is it asked for: it looks at every event. Signal: `files_handed(list)`.
    """

    files_handed = Signal(object)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take files that were dropped on the program's icon or opened with it."""
        if event.type() == QEvent.Type.FileOpen and isinstance(event, QFileOpenEvent):
            self.files_handed.emit([Path(event.file())])
            return True
        return super().eventFilter(watched, event)


def _can_talk() -> bool:
    """Tell whether QtNetwork loads: its Kerberos is the system's, and a bare one has none."""
    try:
        from PySide6.QtNetwork import QLocalSocket  # noqa: F401
    except ImportError:
        return False
    return True


def _line(socket: QLocalSocket) -> str:
    """Return the next line that a later start sent, '' when it does not come."""
    while not socket.canReadLine():
        if not socket.waitForReadyRead(ANSWER_MS):
            return ""
    return bytes(socket.readLine().data()).decode("ascii", "ignore").strip()


def _paths(told: str) -> list[Path]:
    """Return the files that a later start was given; what is no list of names is none."""
    try:
        return [Path(name) for name in json.loads(told or "[]")]
    except (ValueError, TypeError):
        return []


def _allow_others_forward() -> None:
    """Windows lets only the program in front hand on the right to come forward."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(-1)
