# SPDX-License-Identifier: MIT
"""Open the real window in a test, and close it so that nothing stays: what `window` and `open_window` stand on."""

from typing import Any

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from eqbrief.files import Settings
from eqbrief.gui.jobs import Jobs
from eqbrief.gui.window import MainWindow
from eqbrief.store import Store
from tests.gui.looks import dress


class Windows:
    """The windows of one test."""

    def __init__(self, app: QApplication) -> None:
        self._app = app
        self._made: list[tuple[MainWindow, Jobs]] = []

    def open(
        self,
        store: Store,
        *,
        layout: dict[str, Any] | None = None,
        theme: str = "light",
        text_size: int = 100,
        size: tuple[int, int] = (1440, 900),
        title: str = "",
    ) -> MainWindow:
        """Open the window on a library as the app does, and wait until it is the active one."""
        themes = dress(self._app, theme, text_size)  # type: ignore[arg-type]
        jobs = Jobs(store)
        settings = Settings(window=layout or {})
        window = MainWindow(store, jobs, settings, themes, title)
        self._made.append((window, jobs))
        window.resize(*size)
        window.begin()
        window.show()
        window.activateWindow()
        self._app.sendPostedEvents()
        self._app.processEvents()
        return window

    def jobs(self, window: MainWindow) -> Jobs:
        """Give the jobs of a window, for a test that runs one beside it."""
        return next(jobs for made, jobs in self._made if made is window)

    def shut(self, window: MainWindow) -> None:
        """Close a window as a person does, and end its work: what is being saved is finished."""
        jobs = self.jobs(window)
        self._made.remove((window, jobs))
        window.close()
        jobs.shutdown()
        window.deleteLater()
        jobs.deleteLater()
        self._app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def close(self) -> None:
        """Close what is still open, keeping nothing that could not be saved."""
        for window, _jobs in tuple(self._made):
            window.detail.notes.end()
            self.shut(window)
