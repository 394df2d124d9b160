"""One window per library: a second start asks the first to come forward and ends."""

from __future__ import annotations

import os
import sys
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, Signal, Slot

if TYPE_CHECKING:
    from pathlib import Path

PATIENCE = 4.0
"""Seconds in which the first start must answer; it listens only after its first paint."""
TOKEN = "XDG_ACTIVATION_TOKEN"  # the name of a variable
ANSWER_MS = 1000


class Instance(QObject):
    """The claim of this process to be the window of a library.

    The lock file belongs to a living process only: after a crash the next start takes it. Two
    windows on one library would be safe too, they would only surprise.
    Signal: `called_forward()` when a second start asks for this window.
    """

    called_forward = Signal()

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
        from PySide6.QtNetwork import QLocalServer

        if not self._lock.isLocked():
            return
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
        if socket.bytesAvailable() or socket.waitForReadyRead(ANSWER_MS):
            token = bytes(socket.readLine().data()).decode("ascii", "ignore").strip()
            if token != "-":
                os.environ[TOKEN] = token  # Wayland lets a window forward only with this
        socket.write(b"forward\n")
        socket.flush()
        self.called_forward.emit()

    def call_first(self) -> bool:
        """Ask the first start to come forward; False when it does not answer."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            if self._ask():
                return True
            time.sleep(0.1)
        return False

    def _ask(self) -> bool:
        from PySide6.QtNetwork import QLocalSocket

        _allow_others_forward()
        socket = QLocalSocket()
        socket.connectToServer(self._name())
        if not socket.waitForConnected(ANSWER_MS):
            return False
        socket.write(f"{os.environ.get(TOKEN, '') or '-'}\n".encode("ascii", "ignore"))
        socket.flush()
        answered = socket.waitForReadyRead(ANSWER_MS)
        socket.disconnectFromServer()
        return bool(answered)

    def _name(self) -> str:
        """Return the server's name: one per library, short enough for every system."""
        from hashlib import sha256

        folder = os.path.normcase(self._folder.resolve())
        return f"clausebook-{sha256(folder.encode()).hexdigest()[:20]}"


def _allow_others_forward() -> None:
    """Windows lets only the program in front hand on the right to come forward."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(-1)
