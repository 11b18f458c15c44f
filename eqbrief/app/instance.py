# SPDX-License-Identifier: MIT
"""One window per library: the second raises the first. Commands work beside it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QLockFile

_ANSWER_MS = 1500
_LOCK = ".window.lock"


class Instance:
    """The claim of this process on the window of a library, kept in a lock file beside the database."""

    def __init__(self, folder: Path) -> None:
        self._lock = QLockFile(str(folder / _LOCK))
        self._lock.setStaleLockTime(0)
        self._folder = folder
        self._server: object | None = None
        self.was_left = False
        """Whether the process that had the window before ended without giving it up: it was killed, or it crashed."""

    @property
    def _name(self) -> str:
        """The name of the local pipe by which a second start asks the first to come forward."""
        import hashlib  # noqa: PLC0415 - not needed by the first frame

        return "eqbrief-" + hashlib.sha256(str(self._folder.resolve()).encode()).hexdigest()[:24]

    def take(self) -> bool:
        """Claim the window; False when a living process has it. A folder that cannot be written needs no claim."""
        if not self._folder.is_dir():
            return True
        left = (self._folder / _LOCK).exists()
        if self._lock.tryLock(0):
            self.was_left = left
            return True
        return self._lock.error() != QLockFile.LockError.LockFailedError

    def raise_other(self) -> None:
        """Ask the process that has the window to bring it forward."""
        from PySide6.QtNetwork import QLocalSocket  # noqa: PLC0415 - only a second window needs it

        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if socket.waitForConnected(_ANSWER_MS):
            socket.write(b"raise")
            socket.waitForBytesWritten(_ANSWER_MS)
            socket.disconnectFromServer()
        socket.close()

    def listen(self, come_forward: Callable[[], None]) -> None:
        """Call `come_forward` when a second start asks for the window. A local pipe of this user: no network."""
        from PySide6.QtNetwork import QLocalServer  # noqa: PLC0415 - after the first frame

        if not self._lock.isLocked():
            self._lock.tryLock(0)  # the folder was made only now
        server = QLocalServer()
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        QLocalServer.removeServer(self._name)
        if server.listen(self._name):
            server.newConnection.connect(lambda: (server.nextPendingConnection().deleteLater(), come_forward()))
            self._server = server

    def release(self) -> None:
        """Give the window up."""
        if self._server is not None:
            self._server.close()  # type: ignore[attr-defined]
            self._server = None
        self._lock.unlock()
