# SPDX-License-Identifier: MIT
"""Wait for the network in an event loop of its own, so that it can be stopped and ends when it takes too long.

It works on the window's job threads and on the command line's only thread alike.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, QTimer

_TICK_MS = 40


@dataclass(frozen=True, slots=True)
class Limits:
    """How much and how long is waited for: bytes, redirects, and seconds.

    `connect_s` until a request is under way, `idle_s` between two pieces of an answer, `whole_s` for everything.
    """

    size: int = 20_000_000
    redirects: int = 8
    connect_s: float = 10
    idle_s: float = 30
    whole_s: float = 120


PAGE = Limits()
"""What one page may be and take."""


DECK = Limits(size=500_000_000, whole_s=6 * 3600)
"""What one deck may be and take: over a slow line a large one needs hours, and as long as something comes it may."""


def rest(seconds: float, stop: Callable[[], bool]) -> bool:
    """Wait so many seconds before another try; False when it was stopped meanwhile."""
    return Wait(Clock(Limits(whole_s=seconds), stop).why).run() != "stopped"


class Wait(QObject):
    """Run an event loop until it is told to `end`, or `look`, asked many times a second, gives a reason to."""

    def __init__(self, look: Callable[[], str]) -> None:
        super().__init__()
        if QCoreApplication.instance() is None:
            raise RuntimeError("QtNetwork needs a QCoreApplication; without one it does nothing and says nothing.")
        self._look = look
        self._loop = QEventLoop()
        self._tick = QTimer(self, interval=_TICK_MS)
        self._tick.timeout.connect(self._ask)
        self._reason = ""
        self._over = False

    @property
    def is_over(self) -> bool:
        """Whether it has ended; what comes in after that is too late."""
        return self._over

    def run(self) -> str:
        """Wait, and give the reason for which `look` ended it; '' when what was waited for came."""
        self._ask()
        if not self._over:
            self._tick.start()
            self._loop.exec()
            self._tick.stop()
        return self._reason

    def end(self, reason: str = "") -> None:
        """End the wait; the first reason counts."""
        if not self._over:
            self._over, self._reason = True, reason
            self._loop.quit()

    def _ask(self) -> None:
        if reason := self._look():
            self.end(reason)


class Clock:
    """Tell whether a fetch was stopped or is over its time."""

    def __init__(self, limits: Limits, stop: Callable[[], bool]) -> None:
        self._stop, self._limits = stop, limits
        self._ends = time.monotonic() + limits.whole_s
        self._quiet_until = self._ends

    def allow(self, seconds: float) -> None:
        """Give what comes next so many seconds from now."""
        self._quiet_until = time.monotonic() + seconds

    def why(self) -> str:
        """Give 'stopped' or 'late', or '' while all is well."""
        if self._stop():
            return "stopped"
        return "late" if time.monotonic() > min(self._ends, self._quiet_until) else ""

    def is_over(self) -> bool:
        """Tell whether the time for everything is over."""
        return time.monotonic() > self._ends
