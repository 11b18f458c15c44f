# SPDX-License-Identifier: MIT
"""Type into the real window: how long from each keystroke to the results drawn, and the longest frame meanwhile.

    python -m tests.bench.keystrokes FOLDER      a library made by tests.bench.searching

The first key of each word is counted among the times, not among the frames: it takes the list of all events away.
"""

import os
import statistics
import sys
import time
from pathlib import Path

from tests.bench.searching import p95, vocabulary


def main() -> None:
    """Type, and say the figures with the load of the machine, which makes them longer."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QTimer
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from eqbrief.store import Store
    from tests.gui.opening import Windows

    app = QApplication([])
    store, windows = Store.open(Path(sys.argv[1])), Windows(app)
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
        longest[0], last[0] = max(longest[0], now - last[0]), now

    ticking = QTimer(interval=0)
    ticking.timeout.connect(tick)
    ticking.start()
    times: list[float] = []
    frames: list[float] = []
    words = vocabulary()
    for typed in (*(words[at] for at in (0, 3, 55, 987)), f"{words[2]} {words[300]}", f'"{words[1]} {words[2]}"'):
        field.clear()
        QTest.qWait(200)
        for at in range(1, len(typed) + 1):
            began = last[0] = time.perf_counter()
            longest[0] = 0.0
            QTest.keyClicks(field, typed[at - 1])
            if not typed[:at].strip(' "'):
                continue
            while (not shown or shown[-1] != typed[:at]) and time.perf_counter() - began < 5:
                app.processEvents()
            window.listing.view.viewport().repaint()
            times.append((time.perf_counter() - began) * 1000)
            app.processEvents()
            if at > 1:
                frames.append(longest[0] * 1000)
    print(
        f"{len(times)} keys: to results drawn median {statistics.median(times):.0f}, p95 {p95(times):.0f} ms; longest "
        f"frame median {statistics.median(frames):.0f}, p95 {p95(frames):.0f} ms; load {os.getloadavg()[0]:.1f}"
    )
    windows.shut(window)
    store.close()


if __name__ == "__main__":
    main()
