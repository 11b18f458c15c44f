# SPDX-License-Identifier: MIT
"""Type into the real window: how long from each keystroke to the results drawn, and the longest frame meanwhile.

python -m tests.bench.keystrokes FOLDER      a library made by tests.bench.searching

Beside it the memory taken, above a window on an empty library that was opened first, and the load of the machine.
"""

import os
import resource
import statistics
import sys
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from eqbrief.store import Store
from tests.bench.searching import p95, vocabulary
from tests.gui.opening import Windows

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
_TICK = 0.004


def typed(words: list[str]) -> dict[str, list[str]]:
    """Give what is typed, from the most common words to rare ones."""
    return {
        "word": [words[at] for at in (0, 1, 3, 8, 55, 987)],
        "phrase": [f'"{words[at]} {words[at + 1]}"' for at in (1, 20, 300)],
        "two words": [f"{words[2]} {words[300]}", f"{words[40]} {words[41]}"],
    }


def resident() -> float:
    """Give the most memory held so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


class Typist:
    """Types into the search box of a window, and knows when the answer is drawn and how long frames were."""

    def __init__(self, window) -> None:
        self.window, self.field = window, window.top.search
        self._shown = ""
        self._last, self._longest = time.perf_counter(), 0.0
        head = window.listing.found_head
        draw = head.show_found

        def drawn(found, **options) -> None:
            draw(found, **options)
            self._shown = found.query.typed

        head.show_found = drawn
        self._ticking = QTimer(interval=round(_TICK * 1000))
        self._ticking.timeout.connect(self._tick)
        self._ticking.start()

    def key(self, sofar: str) -> tuple[float, float]:
        """Type the last sign of it; give the milliseconds until its results are drawn, and of the longest frame."""
        began = self._last = time.perf_counter()
        self._longest = 0.0
        QTest.keyClicks(self.field, sofar[-1])
        while self._shown != sofar and time.perf_counter() - began < 5:
            # Waiting as the program does, not asking again and again: that takes the searching thread's turns.
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        self.window.listing.view.viewport().repaint()
        until = (time.perf_counter() - began) * 1000
        QApplication.processEvents()
        return until, self._longest * 1000

    def type(self, text: str) -> list[tuple[float, float]]:
        """Type a whole text into the empty box, and give the figures of each key that asks for something."""
        self.field.clear()
        QTest.qWait(300)
        figures: list[tuple[float, float]] = []
        for at in range(1, len(text) + 1):
            if text[:at].strip(' "'):
                figures.append(self.key(text[:at]))
            else:
                QTest.keyClicks(self.field, text[at - 1])
        return figures

    def _tick(self) -> None:
        now = time.perf_counter()
        self._longest, self._last = max(self._longest, now - self._last - _TICK), now


def main() -> None:
    """Type, and say the figures with the load of the machine, which makes them longer."""
    app = QApplication([])
    windows = Windows(app)
    with tempfile.TemporaryDirectory(prefix="eqbrief-empty-") as place:
        none = Store.create(Path(place) / "library")
        windows.shut(windows.open(none))
        none.close()
    empty = resident()
    store = Store.open(Path(sys.argv[1]))
    window = windows.open(store)
    typist = Typist(window)
    for kind, every in typed(vocabulary()).items():
        figures = [figure for one in every for figure in typist.type(one)]
        times, frames = [until for until, _ in figures], [frame for _, frame in figures]
        print(
            f"{kind:10} {len(times)} keys: to results drawn median {statistics.median(times):.0f}, "
            f"p95 {p95(times):.0f} ms; longest frame median {statistics.median(frames):.0f}, p95 {p95(frames):.0f}, "
            f"most {max(frames):.0f} ms",
            flush=True,
        )
    print(f"memory {resident() - empty:.0f} MB above the empty window's {empty:.0f}; load {os.getloadavg()[0]:.1f}")
    windows.shut(window)
    store.close()


if __name__ == "__main__":
    main()
