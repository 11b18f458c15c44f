# SPDX-License-Identifier: MIT
"""Kill the real window while somebody types into a note, and look for words that it had called saved.

    python -m tests.bench.kill_typing [--kills 200]         none may be missing; at most 5 s of typing lost
    python -m tests.bench.kill_typing --acknowledge-early   the control: Saved shown before the commit must lose some

The child opens the window on a library and types by key events, with pauses and without. Each time its notes pane shows
Saved, it prints how many characters stood there; after each key how many were typed, and when. The library is opened
again after each kill, checked, and its note compared.
"""

import argparse
import os
import random
import subprocess
import sys
import tempfile
import threading
from dataclasses import dataclass, field
from pathlib import Path

from eqbrief import store as db
from eqbrief.model import Draft
from eqbrief.store import Keys, Store
from eqbrief.tasks.keeping import check

LONGEST_S = 3.0
MOST_LOST_S = 5.0


@dataclass
class Tally:
    """What a run came to: `missing` counts kills after which acknowledged characters were gone."""

    kills: int = 0
    acknowledged: int = 0
    missing: int = 0
    most_lost_s: float = 0.0
    problems: list[str] = field(default_factory=list)


def make_library(folder: Path) -> None:
    """Make a library with one event to write about."""
    store = Store.create(folder)
    with store.change() as change:
        draft = Draft(source="page", kind="event", title="Quieter wards at night")
        db.insert_event(store, change, draft, Keys(str.casefold, str.casefold), "event")
    store.close()


def type_into(folder: Path, seed: int, *, early: bool) -> None:
    """Type into the first note of the window until killed; a line for each key and each Saved."""
    import time

    from PySide6.QtCore import Qt, QTimer
    from PySide6.QtTest import QTest

    from eqbrief.app.session import Session, application

    chance = random.Random(seed)
    session = Session(application())
    session.open_library(folder)
    assert session.window is not None
    session.window.activateWindow()
    session.window.open_chosen()  # now, not on the turn after the first frame
    notes = session.window.detail.notes
    notes.focus_notes()
    writing = notes._editors[0].writing

    def tell_saved(state: str, _error: object) -> None:
        # What is on disk by now is what the page says is saved; the control believes what was asked for.
        if state == ("saving" if early else "saved"):
            length = len(writing.toPlainText()) if early else len(notes._editors[0].page.saved)
            shown = notes.head.state.text()
            if early or shown.startswith("Saved"):
                print(f"saved {length}", flush=True)

    def press() -> None:
        if chance.random() < 0.04:
            QTest.keyClick(writing, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
        else:
            QTest.keyClick(writing, chance.choice("abcdefgh "))
            print(f"typed {len(writing.toPlainText())} {time.time()}", flush=True)
        # Mostly without a pause; sometimes so long that it saves itself, or nearly.
        timer.start(chance.choice((20, 40, 795, 820)) if chance.random() < 0.04 else 5)

    notes.keeper.state.connect(tell_saved)
    timer = QTimer(session, singleShot=True)
    timer.timeout.connect(press)
    timer.start(0)
    print("ready", flush=True)
    session.app.exec()


def kill_once(folder: Path, seed: int, after_s: float, saves: int, *, early: bool) -> list[list[str]]:
    """Let the window be typed into, kill it after so many seconds or at once after so many saves; give its lines."""
    command = [sys.executable, "-m", "tests.bench.kill_typing", "--type", str(folder), "--seed", str(seed)]
    lines: list[str] = []
    with tempfile.TemporaryDirectory() as settings:
        child = subprocess.Popen(
            command + ["--acknowledge-early"] * early,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            cwd=Path(__file__).resolve().parents[2],
            env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "EQBRIEF_SETTINGS": settings},
        )
        assert child.stdout is not None
        # From the start, so that a window that never gets ready is ended too.
        timer = threading.Timer(after_s + 20, child.kill)
        timer.start()
        assert child.stdout.readline() == "ready\n", "the window did not open"
        timer.cancel()
        timer = threading.Timer(after_s, child.kill)
        timer.start()
        for line in child.stdout:
            lines.append(line)
            saves -= line.startswith("saved")
            if saves == 0:
                child.kill()
        timer.cancel()
        timer.join()
        child.stdout.close()
        child.wait()
    return [line.split() for line in lines if line.endswith("\n")]


def look(folder: Path, lines: list[list[str]], tally: Tally) -> None:
    """Open the library, check it, and compare its note with what was typed and what was called saved."""
    store = Store.open(folder)
    try:
        tally.problems += [problem.what for problem in check(store)]
        notes = db.notes(store, 1)
    finally:
        store.close()
    kept = len(notes[0].text) if notes else 0
    saved = [int(line[1]) for line in lines if line[0] == "saved"]
    typed = [(int(line[1]), float(line[2])) for line in lines if line[0] == "typed"]
    tally.acknowledged += len(saved)
    tally.missing += kept < max(saved, default=0)
    lost = [when for length, when in typed if length > kept]
    if lost:
        tally.most_lost_s = max(tally.most_lost_s, typed[-1][1] - lost[0])


def run(folder: Path, kills: int, *, early: bool = False, seed: int = 1, longest_s: float = LONGEST_S) -> Tally:
    """Kill so many times at random moments and tally."""
    chance, tally = random.Random(seed), Tally()
    make_library(folder)
    for number in range(kills):
        lines = kill_once(
            folder, seed * 1000 + number, chance.uniform(0.3, longest_s), chance.randint(1, 6), early=early
        )
        look(folder, lines, tally)
        tally.kills += 1
    return tally


def main() -> int:
    """Print the tally; 1 when the run shows what it must not."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--acknowledge-early", action="store_true")
    parser.add_argument("--type", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.type:
        type_into(options.type, options.seed, early=options.acknowledge_early)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        tally = run(Path(folder, "library"), options.kills, early=options.acknowledge_early, seed=options.seed)
    print(f"{tally.kills} kills, {tally.acknowledged} times Saved, words missing after {tally.missing} kills,")
    print(f"at most {tally.most_lost_s:.1f} s of typing lost, {len(tally.problems)} problems found by check")
    good = tally.missing > 0 if options.acknowledge_early else not tally.missing and tally.most_lost_s <= MOST_LOST_S
    return 0 if good and not tally.problems else 1


if __name__ == "__main__":
    sys.exit(main())
