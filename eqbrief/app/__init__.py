# SPDX-License-Identifier: MIT
"""Builds everything and knows everyone: the command line, and behind it the window on a library."""

import gc
import os
import sys
from pathlib import Path

from eqbrief.model import UserError


def main(argv: list[str] | None = None) -> int:
    """Run EqBrief with these arguments (else the process's own) and give its exit code."""
    from eqbrief.cli import run  # noqa: PLC0415 - importing this alone costs nothing

    return run(sys.argv[1:] if argv is None else argv, Opener())


class Opener:
    """Open the window for the three commands that want it. Qt is imported only then."""

    def __init__(self) -> None:
        self._core: object | None = None

    def window(self, folder: Path | None) -> int:
        """Open the window on a library, by default the last one used or the usual place. Give the exit code."""
        _need_a_display()
        _without_pauses()
        from eqbrief.app.session import Session  # noqa: PLC0415 - most commands need no Qt

        return Session.begin(folder)

    def demo(self) -> int:
        """Open the window on a fresh copy of the sample library."""
        _need_a_display()
        _without_pauses()
        from eqbrief.app.session import Session  # noqa: PLC0415 - most commands need no Qt

        return Session.begin_demo()

    def self_test(self, folder: Path | None, json: bool) -> int:
        """Open the window on a library, visit every pane and dialog, and print what was found."""
        _need_a_display()
        _without_pauses()
        from eqbrief.app.selftest import self_test  # noqa: PLC0415 - most commands need no Qt

        return self_test(folder, json)

    def network(self) -> None:
        """Make the application object without a window that QtNetwork needs to do anything at all."""
        from PySide6.QtCore import QCoreApplication  # noqa: PLC0415 - only a fetch needs it

        self._core = QCoreApplication.instance() or QCoreApplication(sys.argv[:1])


def _without_pauses() -> None:
    """Leave the garbage of start-up alone: looking for it costs an eighth of the time to the first frame.

    The session collects again once that frame is drawn.
    """
    gc.disable()


def _need_a_display() -> None:
    """Look for a screen first: without one Qt aborts the process instead of raising."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return
    if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
        raise UserError(
            "EqBrief's window needs a screen, and there is none here (neither DISPLAY nor WAYLAND_DISPLAY is set).",
            "Start it from a desktop session, or use the commands that need no window: see `eqbrief --help`.",
        )
