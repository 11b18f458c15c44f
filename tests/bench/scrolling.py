# SPDX-License-Identifier: MIT
"""How long a frame takes while the list is scrolled, as a ratio to a bare list of as many rows in the same run.

    python -m tests.bench.scrolling [--events 20000] [--steps 400]

A step is one turn of the wheel or one Page Down; its time is that of the event and of the paint that follows. The 99th
percentile is the figure: under 16 ms nothing is seen to stutter. Offscreen unless a display is there.
"""

import argparse
import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

if not os.environ.get("DISPLAY"):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPoint, QPointF, QStringListModel, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView

from eqbrief.gui.jobs import Jobs
from eqbrief.gui.listing.pane import ListPane
from eqbrief.gui.sidebar import ALL_EVENTS
from eqbrief.store import Store
from tests.bench.library import make_large
from tests.gui.looks import dress

LIMIT_MS = 16.0


def wheel(view: QListView) -> None:
    """Turn the wheel by one notch."""
    at = QPointF(view.viewport().rect().center())
    turn, none = QPoint(0, -120), Qt.KeyboardModifier.NoModifier
    event = QWheelEvent(
        at,
        view.viewport().mapToGlobal(at),
        QPoint(),
        turn,
        Qt.MouseButton.NoButton,
        none,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), event)


def page_down(view: QListView) -> None:
    """Press Page Down."""
    QTest.keyClick(view, Qt.Key.Key_PageDown)


def frames(view: QListView, step: Callable[[QListView], None], steps: int) -> list[float]:
    """Scroll by so many steps from the top; give the milliseconds of each, painted."""
    view.setCurrentIndex(view.model().index(0, 0))
    view.scrollToTop()
    times: list[float] = []
    for _ in range(steps):
        begun = time.perf_counter()
        step(view)
        view.viewport().repaint()
        times.append((time.perf_counter() - begun) * 1000)
        QApplication.processEvents()
    return times


def worst(times: list[float]) -> float:
    """Give the 99th percentile."""
    return sorted(times)[int(len(times) * 0.99) - 1]


def measure(store: Store, steps: int) -> dict[str, tuple[float, float]]:
    """Give the 99th percentile of a frame for each way of scrolling: ours and the bare list's, in milliseconds."""
    app = QApplication.instance() or QApplication([])
    dress(app)  # type: ignore[arg-type]
    jobs = Jobs(store)
    pane = ListPane(store, jobs)
    pane.resize(360, 850)
    pane.show_place(ALL_EVENTS)
    bare = QListView()
    bare.setUniformItemSizes(True)
    bare.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
    rows = QStringListModel([f"Event {number}" for number in range(pane.model.rowCount())], bare)
    bare.setModel(rows)
    bare.resize(360, 850)
    found = {}
    for widget in (pane, bare):
        widget.show()
    QApplication.processEvents()
    for name, step in (("wheel", wheel), ("page down", page_down)):
        found[name] = (worst(frames(pane.view, step, steps)), worst(frames(bare, step, steps)))
    jobs.shutdown()
    for thing in (jobs, pane, bare):
        thing.deleteLater()
    app.sendPostedEvents(None, 52)
    return found


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--events", type=int, default=20_000)
    parser.add_argument("--steps", type=int, default=400)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        store = make_large(Path(folder, "large"), options.events)
        for name, (ours, bare) in measure(store, options.steps).items():
            print(f"{name:10} 99 % of frames within {ours:.1f} ms; bare list {bare:.1f} ms; ratio {ours / bare:.1f}")
        store.close()


if __name__ == "__main__":
    main()
