# SPDX-License-Identifier: MIT
"""What a test must not leave behind: threads, timers, windows, open files of the library.

One thing left running makes the next test fail for no reason of its own, so it fails the test that left it.
"""

import os
import sys
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Any

OWN_FILES = Path("/proc/self/fd")


@dataclass(frozen=True, slots=True)
class Running:
    """What was there at one moment, each with the words that name it."""

    threads: dict[int, str]
    qt: dict[int, str]
    files: dict[str, str]


def running(below: Path) -> Running:
    """Look at what is there now; files count if they lie below a folder (where the tests write)."""
    return Running(threads=_threads(), qt=_qt_things(), files=_open_files(below))


def left_behind(before: Running, below: Path) -> list[str]:
    """Name what is there now and was not before, a line each; an empty list when all is clean."""
    after = running(below)
    return [
        f"{kind}: {what}"
        for kind, now, then in (
            ("a thread still runs", after.threads, before.threads),
            ("Qt still holds", after.qt, before.qt),
            ("a file is still open", after.files, before.files),
        )
        for key, what in now.items()
        if key not in then
    ]


def _threads() -> dict[int, str]:
    # A dummy stands for a thread that Qt made: it is never taken off the list, and Qt is asked below.
    return {
        id(thread): thread.name for thread in threading.enumerate() if not isinstance(thread, threading._DummyThread)
    }


def _qt_things() -> dict[int, str]:
    """Name the running timers and threads and the top-level widgets; nothing where no test has started Qt."""
    widgets: Any = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or widgets.QApplication.instance() is None:
        return {}
    from PySide6.QtCore import QCoreApplication, QEvent, QThread, QThreadPool, QTimer
    from shiboken6 import Shiboken

    # `deleteLater` waits for an event loop, and between two tests there is none.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    found: dict[int, str] = {}
    for thing in Shiboken.getAllValidWrappers():
        if (isinstance(thing, QTimer) and thing.isActive()) or (isinstance(thing, QThread) and thing.isRunning()):
            found[Shiboken.getCppPointer(thing)[0]] = _name(thing)
    for widget in widgets.QApplication.topLevelWidgets():
        # Qt keeps its one tooltip label for the next tooltip.
        if widget.parent() is None and widget.metaObject().className() != "QTipLabel":
            found[Shiboken.getCppPointer(widget)[0]] = _name(widget)
    if QThreadPool.globalInstance().activeThreadCount():
        found[0] = "work in the global thread pool"
    # The thread that this runs in is one too.
    found.pop(Shiboken.getCppPointer(QThread.currentThread())[0], None)
    return found


def _name(thing: Any) -> str:
    return f"{type(thing).__name__} '{thing.objectName()}'"


def _open_files(below: Path) -> dict[str, str]:
    """Name the open files below a folder; on systems that cannot tell, none."""
    if not OWN_FILES.is_dir():
        return {}
    found: dict[str, str] = {}
    for one in OWN_FILES.iterdir():
        try:
            target = str(one.readlink())
        except FileNotFoundError:  # the listing's own
            continue
        if target.startswith(f"{below}{os.sep}"):
            found[f"{one.name} {target}"] = target
    return found
