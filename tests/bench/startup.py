# SPDX-License-Identifier: MIT
"""How long until the first frame that shows rows, as a ratio to a bare window measured in the same run.

    python -m tests.bench.startup [--pairs 15] [--events 20000]

The floor is a PySide6 window that imports sqlite_utils and qtawesome and draws one icon. Both are whole processes, run
in turn; the median of the ratios pair by pair is the figure. Run it under Xvfb for a real window, else offscreen.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.library import make_large

FLOOR = """
import sys, time
import sqlite_utils
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QPushButton
import qtawesome
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, self.drawn)
    def drawn(self):
        print(time.time(), flush=True)
        QApplication.quit()
app = QApplication(sys.argv)
window = Window()
window.setCentralWidget(QPushButton(qtawesome.icon("ph.star"), "Star"))
window.resize(1440, 900)
window.show()
app.exec()
"""


def floor() -> float:
    """Time a bare window, in seconds from starting the process."""
    begun = time.time()
    done = subprocess.run([sys.executable, "-c", FLOOR], capture_output=True, text=True, check=True)
    return float(done.stdout.split()[0]) - begun


def ours(library: Path) -> float:
    """Time EqBrief on a library, in seconds from starting the process."""
    command = [sys.executable, "main.py", "--library", str(library), "--self-test", "--json"]
    begun = time.time()
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return float(json.loads(done.stdout)["first_frame_at"]) - begun


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--pairs", type=int, default=15)
    parser.add_argument("--events", type=int, default=20_000)
    options = parser.parse_args()
    os.environ.pop(
        "PYTHONDONTWRITEBYTECODE", None
    )  # or our modules are compiled at each start, and the floor's are not
    if not os.environ.get("DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["EQBRIEF_SETTINGS"] = folder
        from eqbrief.tasks.sample import make_sample

        sample, large = Path(folder, "sample"), Path(folder, "large")
        make_sample(sample).close()
        make_large(large, options.events).close()
        floor(), ours(sample), ours(large)  # warm the file cache
        figures = [(floor(), ours(sample), ours(large)) for _ in range(options.pairs)]
    bare, small, big = zip(*figures, strict=True)
    for name, times in (("bare window", bare), ("sample library", small), (f"{options.events:,} events", big)):
        print(f"{name:18} {statistics.median(times):.3f} s  ({min(times):.3f} to {max(times):.3f})")
    print(f"sample / bare      {statistics.median(s / b for b, s, _ in figures):.2f}")
    print(f"large / sample     {statistics.median(g / s for _, s, g in figures):.2f}")


if __name__ == "__main__":
    main()
