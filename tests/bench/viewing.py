# SPDX-License-Identifier: MIT
"""How soon a slide of a deck of 160 is on the screen: the first one, and the next, as ratios to PDFium alone.

    python -m tests.bench.viewing [--slides 160] [--steps 40]

'First' counts from the moment that the deck is asked for, the start of the process that draws included; 'later' is the
first slide of a further deck, 'words' that of a PowerPoint deck to read. 'Next' is from the key to the paint; 'fast'
presses the key again as soon as the slide is there, which leaves little time to draw ahead. The floor draws the same
pages at the same width in this process, without a limit, a process or a window. Offscreen unless a display is there.
"""

import argparse
import os
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

if not os.environ.get("DISPLAY"):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from eqbrief.gui.jobs import Jobs
from eqbrief.gui.viewer.viewer import Viewer
from eqbrief.model import Draft
from eqbrief.store import Store
from eqbrief.tasks import accept, attach
from eqbrief.tasks.pages import Page
from eqbrief.tasks.slides import read_stored
from tests.decks.making import Made, deck, pdf, shape, table
from tests.gui.looks import dress

FIRST_MS, NEXT_MS = 300.0, 50.0
_PATIENCE_S = 60


def make_decks(folder: Path, slides: int) -> tuple[Path, Path]:
    """Write a PDF and a PowerPoint deck of so many slides."""
    lines = [("Practised phrases rather than definitions", 18, 360 - 24 * at) for at in range(12)]
    paper, show = folder / "Long.pdf", folder / "Long.pptx"
    paper.write_bytes(pdf(*[[(f"Slide {at} of the long deck", 34, 440), *lines] for at in range(1, slides + 1)]))
    rows = [("Ward", "Before", "After"), *((f"Ward {at}", str(at), str(at + 2)) for at in range(8))]
    words = [f"A point to make at some length on this slide, number {at}" for at in range(6)]
    made = [
        Made(shape(f"Slide {at}", holder="title") + shape(*words) + (table(*rows) if at % 4 == 0 else ""))
        for at in range(1, slides + 1)
    ]
    show.write_bytes(deck(*made))
    return paper, show


def until(done: Callable[[], bool]) -> float:
    """Run the event loop until something is so; give how many milliseconds that took."""
    begun = time.perf_counter()
    while not done():
        QTest.qWait(1)  # a loop that never rests would take the turns of the threads that work
        if time.perf_counter() - begun > _PATIENCE_S:
            raise TimeoutError("the slide did not come")
    return (time.perf_counter() - begun) * 1000


def is_drawn(viewer: Viewer) -> bool:
    """Say whether the slide that is shown is drawn at its own width."""
    page = viewer.stage.page
    return viewer.stage.is_drawn and viewer.drawn.picture(viewer.number, page.wanted_width) is not None


def steps(viewer: Viewer, count: int, *, rest: bool) -> list[float]:
    """Press Page Down so often; give how many milliseconds each took until the slide was painted."""
    times: list[float] = []
    for _ in range(count):
        if rest:
            until(lambda: viewer.drawn.picture(viewer.number + 1, viewer.stage.page.wanted_width) is not None)
        begun = time.perf_counter()
        QTest.keyClick(viewer.stage.page, Qt.Key.Key_PageDown)
        until(lambda: is_drawn(viewer))
        viewer.stage.page.viewport().repaint()
        times.append((time.perf_counter() - begun) * 1000)
    return times


def floor(file: Path, width: int, pages: int) -> tuple[float, float]:
    """Give the milliseconds of PDFium alone: to open the file and draw its first page, and to draw a further one."""
    import pypdfium2

    begun = time.perf_counter()
    document = pypdfium2.PdfDocument(file)
    times: list[float] = []
    for number in range(pages):
        page = document[number]
        page.render(scale=width / page.get_width(), prefer_bgrx=True).close()
        times.append((time.perf_counter() - begun) * 1000)
        begun = time.perf_counter()
    document.close()
    return times[0], statistics.median(times[1:])


def measure(folder: Path, slides: int, count: int) -> dict[str, tuple[float, float]]:
    """Give for each figure our milliseconds and those of the floor; 'words' has none."""
    app = QApplication.instance() or QApplication([])
    dress(app)  # type: ignore[arg-type]
    store = Store.create(folder / "library")
    (added,) = accept(store, Page("page.html", b"page", Draft("p", "event", "The long deck")))
    paper, show = (attach(store, added.event.id, file) for file in make_decks(folder, slides))
    for kept in (paper, show):
        read_stored(store, kept.id)  # as the window does in the background once a deck is here
    jobs = Jobs(store)
    viewer = Viewer(store, jobs)
    viewer.resize(1440 - 330, 800)
    viewer.show()
    app.processEvents()
    begun = time.perf_counter()
    viewer.show_deck(paper.id)
    until(lambda: is_drawn(viewer))
    viewer.stage.page.viewport().repaint()
    first = (time.perf_counter() - begun) * 1000
    width = viewer.stage.page.wanted_width
    rested = steps(viewer, count, rest=True)
    fast = steps(viewer, count, rest=False)
    begun = time.perf_counter()
    viewer.show_deck(show.id)
    until(lambda: viewer.number == 1 and viewer.stage.reader.isVisible())
    words = (time.perf_counter() - begun) * 1000
    alone_first, alone_next = floor(store.path(paper.file), width, 10)
    begun = time.perf_counter()
    viewer.show_deck(paper.id)
    until(lambda: is_drawn(viewer))
    viewer.stage.page.viewport().repaint()
    again = (time.perf_counter() - begun) * 1000
    viewer.end()
    jobs.shutdown()
    for thing in (viewer, jobs):
        thing.deleteLater()
    app.sendPostedEvents(None, 52)
    store.close()
    worst = sorted(rested)[int(len(rested) * 0.95) - 1]
    return {
        "first": (first, alone_first),
        "later": (again, alone_first),
        "next": (worst, alone_next),
        "fast": (statistics.median(fast), alone_next),
        "words": (words, 0.0),
    }


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--slides", type=int, default=160)
    parser.add_argument("--steps", type=int, default=40)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = measure(Path(folder), options.slides, options.steps)
    limits = {"first": FIRST_MS, "later": FIRST_MS, "next": NEXT_MS, "fast": NEXT_MS, "words": FIRST_MS}
    for name, (ours, alone) in found.items():
        ratio = f"; PDFium alone {alone:.1f} ms; ratio {ours / alone:.1f}" if alone else ""
        print(f"{name:6} {ours:6.1f} ms of at most {limits[name]:.0f}{ratio}")


if __name__ == "__main__":
    main()
