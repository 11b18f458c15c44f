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

from tests.bench.searching import p95, vocabulary

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


def main() -> None:
    """Type, and say the figures with the load of the machine, which makes them longer."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QEventLoop, QTimer
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from eqbrief.store import Store
    from tests.gui.opening import Windows

    app = QApplication([])
    windows = Windows(app)
    with tempfile.TemporaryDirectory(prefix="eqbrief-empty-") as place:
        none = Store.create(Path(place) / "library")
        windows.shut(windows.open(none))
        none.close()
    empty = resident()
    store = Store.open(Path(sys.argv[1]))
    window = windows.open(store)
    shown: list[str] = []
    head, field = window.listing.found_head, window.top.search
    draw = head.show_found

    def drawn(found, **options) -> None:
        draw(found, **options)
        shown.append(found.query.typed)

    head.show_found = drawn
    last, longest = [time.perf_counter()], [0.0]

    def tick() -> None:
        now = time.perf_counter()
        longest[0], last[0] = max(longest[0], now - last[0] - _TICK), now

    ticking = QTimer(interval=round(_TICK * 1000))
    ticking.timeout.connect(tick)
    ticking.start()

    def key(sofar: str) -> tuple[float, float]:
        """Type the last sign of it; give the milliseconds until its results are drawn, and of the longest frame."""
        began = last[0] = time.perf_counter()
        longest[0] = 0.0
        QTest.keyClicks(field, sofar[-1])
        while (not shown or shown[-1] != sofar) and time.perf_counter() - began < 5:
            # Waiting as the program does, not asking again and again: that takes the searching thread's turns.
            app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        window.listing.view.viewport().repaint()
        until = (time.perf_counter() - began) * 1000
        app.processEvents()
        return until, longest[0] * 1000

    for kind, every in typed(vocabulary()).items():
        figures: list[tuple[float, float]] = []
        for one in every:
            field.clear()
            QTest.qWait(300)
            for at in range(1, len(one) + 1):
                if one[:at].strip(' "'):
                    figures.append(key(one[:at]))
                else:
                    QTest.keyClicks(field, one[at - 1])
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
