# SPDX-License-Identifier: MIT
"""How the window lives while a schedule is added: `python -m tests.bench.adding [--events 2000] [--talks 900]`.

The real window is open on a library, a timer asks for a turn every 5 ms, and each turn repaints the list. The longest
wait between two turns is the longest that a key press waits; the same is measured before, with nothing under way.
"""

import argparse
import os
import tempfile
from itertools import pairwise
from pathlib import Path
from time import perf_counter

if not os.environ.get("DISPLAY"):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from eqbrief import tasks
from eqbrief.store import Store
from tests.bench.library import make_large
from tests.bench.schedules import schedule_xml
from tests.gui.opening import Windows

IDLE_MS = 2000


def measure(store: Store, file: Path) -> tuple[list[float], list[float]]:
    """Give the milliseconds between turns, at rest and while the schedule is read and stored."""
    app = QApplication.instance() or QApplication([])
    windows = Windows(app)  # type: ignore[arg-type]
    window = windows.open(store)
    turns: list[float] = []

    def turn() -> None:
        turns.append(perf_counter() * 1000)
        window.listing.view.viewport().repaint()

    timer = QTimer(interval=5)
    timer.timeout.connect(turn)
    timer.start()
    loop = QEventLoop()
    QTimer.singleShot(IDLE_MS, loop.quit)
    loop.exec()
    idle = list(turns)
    turns.clear()
    job = windows.jobs(window).run(
        "Adding", lambda job: tasks.accept(store, tasks.read_page(file), report=job.report, stop=job.stop)
    )
    job.ended.connect(loop.quit)
    loop.exec()
    QTimer.singleShot(500, loop.quit)  # the panes read again
    loop.exec()
    timer.stop()
    windows.close()
    gaps = [[after - before for before, after in pairwise(times)] for times in (idle, turns)]
    return gaps[0], gaps[1]


def said(gaps: list[float]) -> str:
    """Say how long the turns took."""
    ordered = sorted(gaps)
    worst = ", ".join(f"{gap:.0f}" for gap in ordered[-5:])
    over = len([gap for gap in gaps if gap > 50])
    most = ordered[int(len(gaps) * 0.99) - 1]
    return f"{len(gaps)} turns, 99 % within {most:.1f} ms; longest {worst}; {over} over 50 ms"


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--events", type=int, default=2000)
    parser.add_argument("--talks", type=int, default=900)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "schedule.xml")
        file.write_bytes(schedule_xml(options.talks))
        store = make_large(Path(folder, "large"), options.events)
        idle, busy = measure(store, file)
        print(f"at rest: {said(idle)}")
        print(f"adding:  {said(busy)}")
        store.close()


if __name__ == "__main__":
    main()
