# SPDX-License-Identifier: MIT
"""Kill the real window amid a day's work, and look for anything that it had called saved.

    python -m tests.bench.kill_working [--kills 50] [--seed 1]     none may be missing; at most 5 s of typing lost
    python -m tests.bench.kill_working --acknowledge-early         the control: believed too early, some are lost

The child types into the notes of several events, switches between them, begins lines of actions, brings in pages, and
sometimes closes the window. It prints what is called saved, and every key with its time. After each end the library is
opened and checked, every text compared, and the next window must open on the note that was called saved last.
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
from eqbrief.model import Draft, Filter
from eqbrief.store import Keys, Store
from eqbrief.tasks.keeping import check

EVENTS = 5
LONGEST_S = 6.0
MOST_LOST_S = 5.0


@dataclass
class Tally:
    """What a run came to: `missing` are acknowledged things that were gone, `astray` starts with another note first."""

    kills: int = 0
    closed: int = 0
    acknowledged: int = 0
    added: int = 0
    switched: int = 0
    missing: list[str] = field(default_factory=list)
    astray: list[str] = field(default_factory=list)
    most_lost_s: float = 0.0
    problems: list[str] = field(default_factory=list)


def make_library(folder: Path) -> None:
    """Make a library with events to write about."""
    store = Store.create(folder)
    with store.change() as change:
        for number in range(EVENTS):
            draft = Draft(
                source="page", kind="event", title=f"Quieter wards {number}", starts_at=f"2024-05-0{number + 1}"
            )
            db.insert_event(store, change, draft, Keys(str.casefold, str.casefold), f"event {number}")
    store.close()


def work(folder: Path, seed: int, *, early: bool) -> None:
    """Work in the window until killed or closed; a line for each key and for each thing that is called saved."""
    import time

    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QTextCursor
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from eqbrief import tasks
    from eqbrief.app.session import Session, application
    from eqbrief.tasks.pages import Page

    chance = random.Random(seed)
    session = Session(application())
    session.open_library(folder)
    window, store, jobs = session.window, session.store, session.jobs
    assert window is not None and store is not None and jobs is not None
    window.activateWindow()
    notes = window.detail.notes
    events = list(range(1, EVENTS + 1))

    def say(*parts: object) -> None:
        print(*parts, flush=True)

    def tell_saved(state: str, _error: object) -> None:
        if state != ("saving" if early else "saved"):
            return
        for editor in notes._editors:
            page = editor.page
            text = page.text if early else page.saved
            if page.event_id is not None and text:
                say("saved", page.event_id, page.number or 0, len(text))

    def first() -> None:
        focus = QApplication.focusWidget()
        say("first", window.detail.event_id or 0, notes.number or 0 if focus is notes.writing else 0)
        notes.keeper.state.connect(tell_saved)
        timer.start(0)

    def add() -> None:
        title = f"Brought in {seed} {chance.randrange(10**9)}"
        page = Page(f"{title}.html", title.encode(), Draft(title, "event", title, starts_at="2023-01-01"))
        if early:
            say("added", title)
        job = jobs.run("Adding", lambda _job: tasks.accept(store, page))
        job.done.connect(lambda _added: say("added", title))

    def switch() -> None:
        window.show_event(chance.choice(events))
        say("switched")
        put_cursor()

    def put_cursor() -> None:
        if notes.writing is not None:
            notes.writing.setFocus()
            notes.writing.moveCursor(QTextCursor.MoveOperation.End)

    def press() -> None:
        dice, number = chance.random(), window.detail.event_id
        field_ = notes.writing
        if dice < 0.02:
            add()
        elif dice < 0.06 or number not in events or field_ is None:
            switch()
        elif dice < 0.10:
            line = notes.acting.line
            line.setFocus()
            line.end(False)
            QTest.keyClicks(line, chance.choice(("ask ", "by Friday ", "again ")))
            say("line", number, len(line.text()), time.time())
        elif dice < 0.1006:
            say("closing")
            window.close()
            return
        else:
            if not field_.hasFocus():
                put_cursor()
            QTest.keyClick(field_, chance.choice("abcdefgh "))
            say("typed", number, len(field_.toPlainText()), time.time())
        timer.start(chance.choice((20, 40, 795, 820)) if chance.random() < 0.03 else 5)

    timer = QTimer(session, singleShot=True)
    timer.timeout.connect(press)
    QTimer.singleShot(700, session, first)
    say("ready")
    session.run()
    say("closed")


def end_once(folder: Path, seed: int, after_s: float, *, early: bool) -> list[list[str]]:
    """Let somebody work, kill the window after so many seconds unless it was closed before; give the lines."""
    command = [sys.executable, "-m", "tests.bench.kill_working", "--work", str(folder), "--seed", str(seed)]
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
        timer = threading.Timer(60, child.kill)
        timer.start()
        assert child.stdout.readline() == "ready\n", "the window did not open"
        timer.cancel()
        timer = threading.Timer(after_s, child.kill)
        timer.start()
        lines = list(child.stdout)
        timer.cancel()
        timer.join()
        child.stdout.close()
        child.wait()
    return [line.split() for line in lines if line.endswith("\n")]


def look(folder: Path, lines: list[list[str]], tally: Tally) -> None:
    """Open the library, check it, and compare its texts with what was typed and what was called saved."""
    store = Store.open(folder)
    try:
        tally.problems += [problem.what for problem in check(store)]
        events = range(1, EVENTS + 1)
        longest = {number: max([len(note.text) for note in db.notes(store, number)] or [0]) for number in events}
        begun = {number: len(db.jotting(store, number)) for number in events}
        titles = {card.title for card in db.event_cards(store, db.event_ids(store, Filter()))}
    finally:
        store.close()
    closed = ["closed"] in lines
    tally.closed += closed
    tally.kills += not closed
    tally.switched += lines.count(["switched"])
    for line in lines:
        if line[0] == "saved":
            tally.acknowledged += 1
            if longest[int(line[1])] < int(line[3]):
                tally.missing.append(f"note of event {line[1]}: {longest[int(line[1])]} of {line[3]} characters")
        elif line[0] == "added":
            tally.added += 1
            if " ".join(line[1:]) not in titles:
                tally.missing.append(f"event {' '.join(line[1:])}")
    lost: list[float] = []
    keys = [line for line in lines if line[0] in ("typed", "line")]
    for kind, had in (("typed", longest), ("line", begun)):
        for line in (line for line in keys if line[0] == kind):
            if had[int(line[1])] < int(line[2]):
                lost.append(float(line[3]))
    if lost:
        tally.most_lost_s = max(tally.most_lost_s, float(keys[-1][3]) - min(lost))
        if closed:
            tally.missing.append("something that was typed before the window was closed")


def run(folder: Path, ends: int, *, early: bool = False, seed: int = 1) -> Tally:
    """End so many windows and tally."""
    chance, tally = random.Random(seed), Tally()
    make_library(folder)
    last: tuple[str, str] | None = None
    for number in range(ends):
        lines = end_once(folder, seed * 1000 + number, chance.uniform(1.5, LONGEST_S), early=early)
        look(folder, lines, tally)
        first = next(((line[1], line[2]) for line in lines if line[0] == "first"), None)
        if last is not None and first is not None and first != last:
            tally.astray.append(f"{first} opened, {last} was written last")
        saved = [(line[1], line[2]) for line in lines if line[0] == "saved" and line[2] != "0"]
        if ["closed"] in lines:
            last = None
        elif saved:
            last = saved[-1]
        if len(set(saved[-3:])) > 1:
            last = None  # two were saved in one breath, and either may be the last
    return tally


def main() -> int:
    """Print the tally; 1 when the run shows what it must not."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--acknowledge-early", action="store_true")
    parser.add_argument("--work", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.work:
        work(options.work, options.seed, early=options.acknowledge_early)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        tally = run(Path(folder, "library"), options.kills, early=options.acknowledge_early, seed=options.seed)
    done = f"{tally.kills} kills and {tally.closed} closings, {tally.switched} switches"
    print(f"{done}, {tally.acknowledged} times Saved, {tally.added} pages called added;")
    print(f"{len(tally.missing)} things missing, at most {tally.most_lost_s:.1f} s of typing lost,")
    print(f"another note opened first {len(tally.astray)} times, {len(tally.problems)} problems found by check")
    for what in (*tally.missing[:5], *tally.astray[:5], *tally.problems[:5]):
        print(f"    {what}")
    if options.acknowledge_early:
        return 0 if tally.missing and not tally.problems else 1
    return 0 if not (tally.missing or tally.astray or tally.problems) and tally.most_lost_s <= MOST_LOST_S else 1


if __name__ == "__main__":
    sys.exit(main())
