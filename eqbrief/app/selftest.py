# SPDX-License-Identifier: MIT
"""The installed program tests itself: the real window, every pane and dialog, each drawn and timed."""

import json
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtWidgets import QWidget

from eqbrief.app.session import Session, application
from eqbrief.files import default_library
from eqbrief.gui.sidebar import Place
from eqbrief.gui.window import MainWindow
from eqbrief.model import Filter, UserError

_PLACES = (
    Place("People", "people"),
    Place("Organisations", "organisations"),
    Place("Starred", filter=Filter("starred")),
)


class FirstFrame(QObject):
    """Note the moment at which the list has first been painted with rows in it."""

    def __init__(self, window: MainWindow, then: Callable[[], None]) -> None:
        super().__init__(window)
        self.at: float | None = None
        self._window, self._then = window, then
        window.listing.view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Watch for the paint event; what follows it on the event loop finds the frame drawn."""
        if event.type() == QEvent.Type.Paint and self.at is None and self._window.listing.model.rowCount():
            self.at = -1.0
            QTimer.singleShot(0, self, self._drawn)
        return False

    def _drawn(self) -> None:
        self.at = time.time()
        self._then()


def self_test(folder: Path | None, as_json: bool) -> int:
    """Open the window on a library, visit everything, print what was found, and give 0 if nothing failed."""
    session = Session(application())
    wanted = folder or default_library()
    session.open_library(wanted)
    window = session.window
    if window is None:
        raise UserError("Another window of EqBrief has this library.", "Close it, then run the self-test again.")
    loop = QEventLoop()
    frame = FirstFrame(window, loop.quit)
    if window.listing.model.rowCount():
        loop.exec()
    panes: dict[str, float] = {}
    failed: list[str] = []
    for name, visit in visits(window).items():
        _visit(name, visit, panes, failed)
    result = {
        "ok": not failed,
        "first_frame_at": frame.at,
        "rss_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1),
        "panes": panes,
        "failed": failed,
    }
    session.close_library()
    session.crash.leave()
    if as_json:
        sys.stdout.write(json.dumps(result, ensure_ascii=False) + "\n")
    else:
        said = f"{len(panes)} panes and dialogs visited, {len(failed)} failed. {'; '.join(failed)}"
        sys.stdout.write(said.strip() + "\n")
    return 1 if failed else 0


def visits(window: MainWindow) -> dict[str, Callable[[], QWidget]]:
    """List what to visit: each function brings a pane or a dialog onto the screen and gives its widget."""
    from eqbrief.gui import dialogs  # noqa: PLC0415 - the first frame is timed as a person meets it, without them

    found: dict[str, Callable[[], QWidget]] = {"window": lambda: window}
    for key in ("overview", "panel", "decks", "questions", "source"):
        found[key] = lambda key=key: _tab(window, key)
    for place in _PLACES:
        found[place.title.lower()] = lambda place=place: _place(window, place)
    library = window.library
    made: dict[str, Callable[[], QWidget]] = {
        "settings": lambda: dialogs.SettingsDialog(library.settings, window._store.folder, window),
        "about": lambda: dialogs.AboutDialog(window),
        "help": lambda: dialogs.HelpDialog(list(window.actions_.all()), window),
        "paste": lambda: dialogs.PasteDialog(window),
        "palette": lambda: dialogs.CommandPalette(list(window.actions_.all()), window),
        "libraries": lambda: dialogs.LibrariesDialog(library.settings, window._store.folder, window),
    }
    for name, make in made.items():
        found[name] = lambda make=make: _dialog(make)
    return found


def _visit(name: str, visit: Callable[[], QWidget], panes: dict[str, float], failed: list[str]) -> None:
    begun = time.perf_counter()
    try:
        widget = visit()
        drawn = widget.grab()
        if drawn.isNull():
            failed.append(f"{name}: nothing was drawn")
        panes[name] = round((time.perf_counter() - begun) * 1000, 1)
        if isinstance(widget, QWidget) and widget.isWindow() and not isinstance(widget, MainWindow):
            widget.close()
            widget.deleteLater()
    except Exception as error:  # noqa: BLE001 - a fault in one pane is what this looks for
        failed.append(f"{name}: {type(error).__name__}: {error}")


def _tab(window: MainWindow, key: str) -> QWidget:
    window.detail.choose_tab(key)
    return window


def _place(window: MainWindow, place: Place) -> QWidget:
    window.sidebar.choose(place)
    return window


def _dialog(make: Callable[[], Any]) -> QWidget:
    dialog = make()
    dialog.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen, True)
    dialog.show()
    return dialog
