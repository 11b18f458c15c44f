# SPDX-License-Identifier: MIT
"""The installed program tests itself: the real window, every pane and dialog, each drawn and timed.

It runs unwatched, so nothing here may wait for a person: what would ask one is a failure, said in the result.
"""

import gc
import json
import sys
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication

from eqbrief.app.crash import CrashHook
from eqbrief.app.session import Session, application
from eqbrief.app.visits import draw, visits, waiting
from eqbrief.files import default_library
from eqbrief.gui.window import MainWindow
from eqbrief.model import UserError
from eqbrief.store import LibraryDamaged

_LOOK_EVERY_MS = 100


def self_test(folder: Path | None, as_json: bool) -> int:
    """Open the window on a library, visit everything, print what was found, and give 0 if nothing failed.

    Raises:
        LibraryDamaged: when the library cannot be read.
        UserError: when there is none in the folder, or another window has it.
    """
    session = Trial(application())
    try:
        session.open_library(folder or default_library())
        if session.window is None:
            raise UserError("Another window of EqBrief has this library.", "Close it, then run the self-test again.")
        frame = FirstFrame(session.window)
        frame.wait(session.failed)
        panes: dict[str, float] = {}
        with tempfile.TemporaryDirectory(prefix="eqbrief-self-test-") as scratch:
            for name, visit in visits(session, session.window, Path(scratch)).items():
                draw(name, visit, panes, session.failed)
    finally:
        session.close_library()
        session.crash.leave()
    failed = session.failed
    result = {
        "ok": not failed,
        "first_frame_at": frame.at,
        "rss_mb": memory_mb(),
        "panes": panes,
        "failed": failed,
    }
    if as_json:
        sys.stdout.write(json.dumps(result, ensure_ascii=False) + "\n")
    else:
        said = f"{len(panes)} panes and dialogs visited, {len(failed)} failed. {'; '.join(failed)}"
        sys.stdout.write(said.strip() + "\n")
    return 1 if failed else 0


def memory_mb() -> float | None:
    """Give the most memory that this process has had, in MB; None where the system does not say."""
    try:
        import resource  # noqa: PLC0415 - there is none on Windows
    except ImportError:
        return None
    unit = 1024 if sys.platform == "darwin" else 1
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit / 1024, 1)


class Trial(Session):
    """A session that nobody watches. It leaves the library as it is: no backup, no emptying of the bin."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.failed: list[str] = []
        self.crash.leave()
        self.crash = Noted(self, self.failed)
        self._look = QTimer(self, interval=_LOOK_EVERY_MS)
        self._look.timeout.connect(self._answer)
        self._look.start()

    def _after_first_frame(self) -> None:
        gc.enable()

    def _rescue(self, folder: Path, error: LibraryDamaged) -> bool:
        """Say it instead of offering backups."""
        raise error

    def _answer(self) -> None:
        """Close what waits for a person; the self-test's own dialogs are not modal."""
        asking = QApplication.activeModalWidget()
        if asking is not None:
            self.failed.append(f"asked: {asking.accessibleName() or asking.windowTitle()}")
            asking.close()


class Noted(CrashHook):
    """Note a fault in the result, and show no report that somebody would have to close."""

    def __init__(self, session: Session, failed: list[str]) -> None:
        super().__init__(session)
        self._failed = failed

    def report(self, error: BaseException) -> None:
        """Note it; where it came from goes to stderr."""
        if not isinstance(error, UserError):
            self._before[0](type(error), error, error.__traceback__)
        self._failed.append(f"{type(error).__name__}: {error}")


class FirstFrame(QObject):
    """Note the moment at which the list has first been painted with rows in it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.at: float | None = None
        self._window = window
        self._loop: QEventLoop | None = None
        window.listing.view.viewport().installEventFilter(self)

    def wait(self, failed: list[str]) -> None:
        """Wait for it, where the list has rows at all."""
        if self.at is not None or not self._window.listing.model.rowCount():
            return
        try:
            with waiting() as self._loop:
                pass
        except TimeoutError as error:
            failed.append(f"first frame: {error}")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Watch for the paint event; what follows it on the event loop finds the frame drawn."""
        if event.type() == QEvent.Type.Paint and self.at is None and self._window.listing.model.rowCount():
            self.at = -1.0
            QTimer.singleShot(0, self, self._drawn)
        return False

    def _drawn(self) -> None:
        self.at = time.time()
        if self._loop is not None:
            self._loop.quit()
