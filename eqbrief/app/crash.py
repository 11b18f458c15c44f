# SPDX-License-Identifier: MIT
"""What happens at a bug: notes are saved first, then a report that tells nothing of the library is shown."""

import sys
import threading
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from eqbrief.model import UserError

if TYPE_CHECKING:
    from eqbrief.app.session import Session


class CrashHook(QObject):
    """Catch what nobody caught, on any thread, and tell it on the window's."""

    _came = Signal(object)

    def __init__(self, session: "Session") -> None:
        super().__init__(session)
        self._session = session
        self._showing = False
        self._before = (sys.excepthook, threading.excepthook)
        self._came.connect(self.report)
        sys.excepthook = self._caught
        threading.excepthook = lambda args: self._came.emit(args.exc_value)

    def leave(self) -> None:
        """Put the hooks back as they were."""
        sys.excepthook, threading.excepthook = self._before

    def report(self, error: BaseException) -> None:
        """Save the notes, write the traceback to stderr, and show the report; a UserError is only a sentence."""
        from eqbrief.gui.asking import tell  # noqa: PLC0415 - only a fault needs it
        from eqbrief.gui.dialogs import CrashReport, make_report  # noqa: PLC0415 - the same

        window = self._session.window
        if isinstance(error, UserError):
            tell(window, error)
            return
        saved = window is None or window.detail.notes.save_now() is None
        self._before[0](type(error), error, error.__traceback__)
        if self._showing:
            return
        self._showing = True
        dialog = CrashReport(make_report(error), window, saved=saved)
        dialog.exec()
        dialog.deleteLater()
        self._showing = False

    def _caught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._before[0](kind, error, trace)
            self._session.app.quit()
            return
        self._came.emit(error.with_traceback(trace))
