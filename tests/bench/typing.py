# SPDX-License-Identifier: MIT
"""Type into a note of 200 kB in the real window while 100 decks are being indexed: the time of each key, drawn.

    python -m tests.bench.typing [KEYS] [SECONDS]      so many keys, or so many seconds of them; the first if both

The floor is a bare Qt text field of the same text, in the same run. The machine's load is said, since it lengthens all.
"""

import os
import random
import statistics
import sys
import tempfile
import time
import zipfile
from pathlib import Path

from eqbrief import store as db
from eqbrief import tasks
from eqbrief.files import resource
from eqbrief.model import Draft
from eqbrief.store import Keys, Store

SIZE = 200_000
DECKS = 100
LINES = (
    "## What the wards said",
    "- a point about rotas and rest that is rather long, and will wrap at this width of the pane",
    "- [ ] ask @Ada Larch about beds",
    "",
    "Plain words, **some bold**, which wrap at this width of the notes pane, twice or so. Nobody went back.",
)


def long_note(size: int = SIZE) -> str:
    """Make up a note of so many characters."""
    chance, lines, length = random.Random(1), [], 0
    while length < size:
        lines.append(chance.choice(LINES))
        length += len(lines[-1]) + 1
    return "\n".join(lines)


def fill(folder: Path) -> tuple[Store, int]:
    """Make a library of an event with the note, and another with decks that nobody has read."""
    store = Store.create(folder / "library")
    with store.change() as change:
        keys = Keys(str.casefold, str.casefold)
        numbers = [
            db.insert_event(store, change, Draft("page", "event", title, starts_at=day), keys, title)
            for title, day in (("Quieter wards at night", "2024-05-01"), ("Six weeks ahead", "2023-05-01"))
        ]
    tasks.new_note(store, numbers[0], long_note())
    decks = sorted(resource("sample", "decks").glob("*.pptx"))
    for number in range(DECKS):
        file = folder / f"deck {number}.pptx"
        file.write_bytes(decks[number % len(decks)].read_bytes())
        with zipfile.ZipFile(file, "a") as package:
            package.comment = str(number).encode()
        tasks.attach(store, numbers[1], file)
    return store, numbers[0]


def type_into(app, field, keys: int, seconds: float) -> list[tuple[float, float]]:
    """Press keys, each when the one before has been drawn; give the milliseconds of each, and of its own work alone."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    times: list[tuple[float, float]] = []
    until = time.perf_counter() + seconds
    while len(times) < keys and time.perf_counter() < until:
        at = len(times)
        key = Qt.Key.Key_Return if at % 40 == 39 else Qt.Key.Key_Space if at % 6 == 5 else Qt.Key.Key_A
        begun, own = time.perf_counter(), time.thread_time()
        QTest.keyClick(field, key)
        app.processEvents()
        times.append(((time.perf_counter() - begun) * 1000, (time.thread_time() - own) * 1000))
        time.sleep(0.01)  # nobody types faster, and the other threads have their turn
    return times


def said(name: str, times: list[tuple[float, float]]) -> str:
    """Write what a run came to."""
    parts: list[str] = []
    for what, ordered in zip(
        ("drawn after", "own work"), (sorted(each) for each in zip(*times, strict=True)), strict=True
    ):
        p99 = ordered[min(len(ordered) - 1, round(len(ordered) * 0.99))]
        parts.append(f"{what} median {statistics.median(ordered):.1f}, p99 {p99:.1f}, most {ordered[-1]:.1f} ms")
    return f"{name}: {len(times)} keys, {'; '.join(parts)}"


def main() -> None:
    """Open, type with and without indexing, and say the figures."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication, QTextEdit

    from eqbrief.gui.readings import Readings
    from tests.gui.opening import Windows

    keys = int(sys.argv[1]) if len(sys.argv) > 1 else 400
    seconds = float(sys.argv[2]) if len(sys.argv) > 2 else 60.0
    app = QApplication([])
    with tempfile.TemporaryDirectory() as scratch:
        os.environ["EQBRIEF_SETTINGS"] = scratch
        store, event = fill(Path(scratch))
        windows = Windows(app)
        window = windows.open(store)
        window.show_event(event + 1)
        app.processEvents()
        begun = time.perf_counter()
        window.show_event(event)
        app.processEvents()
        print(f"opened with a note of {SIZE // 1000} kB in {time.perf_counter() - begun:.2f} s")
        field = window.detail.notes.writing
        field.setFocus()
        cursor = field.textCursor()
        cursor.setPosition(SIZE // 2)
        field.setTextCursor(cursor)
        QTest.qWait(1500)
        print(said("alone", type_into(app, field, keys // 2, seconds)))
        reader = Readings(store, windows.jobs(window), window)
        reader.begin()
        QTest.qWait(100)
        print(said("while decks are indexed", type_into(app, field, keys, seconds)))
        done = sum(db.reading_of(store, deck.id).state == "read" for deck in db.decks_here(store))
        print(f"{done} of {DECKS} decks read by then; load {os.getloadavg()[0]:.1f}")
        windows.shut(window)
        bare = QTextEdit()
        bare.setPlainText(long_note())
        bare.resize(340, 700)
        bare.show()
        print(said("a bare field of Qt", type_into(app, bare, keys // 2, seconds)))
        store.close()


if __name__ == "__main__":
    main()
