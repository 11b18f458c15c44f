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
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

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
    """Work in the window until killed or closed."""
    from PySide6.QtCore import QTimer

    from eqbrief.app.session import Session, application

    session = Session(application())
    session.open_library(folder)
    assert session.window is not None
    session.window.activateWindow()
    worker = Worker(session, seed, early=early)
    QTimer.singleShot(700, session, worker.begin)
    say("ready")
    session.run()
    say("closed")


def say(*parts: object) -> None:
    """Print a line for who looks on."""
    print(*parts, flush=True)


class Worker:
    """Do what somebody does in a day, quickly and at random; a line for each key and for each thing called saved."""

    def __init__(self, session: Any, seed: int, *, early: bool) -> None:
        from PySide6.QtCore import QTimer

        self.chance, self.early = random.Random(seed), early
        self.seed, self.window, self.store, self.jobs = seed, session.window, session.store, session.jobs
        self.notes = self.window.detail.notes
        self.pages: dict[Any, str] = {}
        self.timer = QTimer(session, singleShot=True)
        self.timer.timeout.connect(self.press)

    def begin(self) -> None:
        """Say which note has the cursor, and begin."""
        from PySide6.QtWidgets import QApplication

        focus, number = QApplication.focusWidget(), self.notes.number
        say("first", self.window.detail.event_id or 0, number or 0 if focus is self.notes.writing else 0)
        self.notes.keeper.state.connect(self.tell_saved)
        self.timer.start(0)

    def tell_saved(self, state: str, _error: object) -> None:
        """Say what is on disk by now; the control believes what was asked for."""
        if state == ("saving" if self.early else "saved"):
            lines: list[str] = []
            for page, told in self.pages.items():
                text = page.text if self.early else page.saved
                if text != told:
                    self.pages[page] = text
                    lines.append(f"saved {page.event_id} {page.number or 0} {len(text)}")
            if lines:
                say("\n".join(lines))  # at once: who looks on may kill at the first of them

    def add(self) -> None:
        """Bring in a page."""
        from eqbrief import tasks
        from eqbrief.tasks.pages import Page

        title = f"Brought in {self.seed} {self.chance.randrange(10**9)}"
        page = Page(f"{title}.html", title.encode(), Draft(title, "event", title, starts_at="2023-01-01"))
        if self.early:
            say("added", title)
        job = self.jobs.run("Adding", lambda _job: tasks.accept(self.store, page))
        job.done.connect(lambda _added: say("added", title))

    def switch(self) -> None:
        """Go to another event, the cursor into its first note."""
        self.window.show_event(self.chance.randint(1, EVENTS))
        say("switched")
        self.put_cursor()

    def put_cursor(self) -> None:
        """Put the cursor to the end of the first note."""
        from PySide6.QtGui import QTextCursor

        if self.notes._editors:
            field_ = self.notes._editors[0].writing
            field_.setFocus()
            field_.moveCursor(QTextCursor.MoveOperation.End)

    def jot(self) -> None:
        """Go on with the line of the next action, and leave it half done."""
        from PySide6.QtTest import QTest

        line = self.notes.acting.line
        line.setFocus()
        line.end(False)
        QTest.keyClicks(line, self.chance.choice(("ask ", "by Friday ", "again ")))
        say("line", self.window.detail.event_id, len(line.text()), time.time())

    def type(self) -> None:
        """Press a key in the first note."""
        from PySide6.QtTest import QTest

        editor = self.notes._editors[0]
        if not editor.writing.hasFocus():
            self.put_cursor()
        self.pages.setdefault(editor.page, editor.page.saved)
        QTest.keyClick(editor.writing, self.chance.choice("abcdefgh "))
        say("typed", self.window.detail.event_id, len(editor.writing.toPlainText()), time.time())

    def press(self) -> None:
        """Do the next thing; mostly without a pause, sometimes so long that it saves itself, or nearly."""
        dice, number = self.chance.random(), self.window.detail.event_id
        if dice < 0.02:
            self.add()
        elif dice < 0.05 or number not in range(1, EVENTS + 1) or not self.notes._editors:
            self.switch()
        elif dice < 0.08:
            self.jot()
        elif dice < 0.0805:
            self.window.close()
            return
        else:
            self.type()
        self.timer.start(self.chance.choice((20, 40, 795, 820)) if self.chance.random() < 0.03 else 5)


def end_once(folder: Path, seed: int, after_s: float, told: int, *, early: bool) -> list[list[str]]:
    """Let somebody work; kill the window after so many seconds, or right after so many things were called saved.

    Unless it is closed before. Give its lines.
    """
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
        for line in child.stdout:
            lines.append(line)
            told -= line.startswith(("saved", "added"))
            if told == 0:
                child.kill()
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
    last: set[str] = set()
    for number in range(ends):
        after_s, told = chance.uniform(1.5, LONGEST_S), chance.randint(1, 8)
        lines = end_once(folder, seed * 1000 + number, after_s, told, early=early)
        look(folder, lines, tally)
        first = next((line[1] for line in lines if line[0] == "first"), None)
        if last and first is not None and first not in last:
            tally.astray.append(f"event {first} opened first, written last was one of {', '.join(sorted(last))}")
        if lines:
            last = set() if ["closed"] in lines else written_last(lines)
    return tally


def written_last(lines: list[list[str]]) -> set[str]:
    """Give the events whose note may have been written last: those saved, and typed into, since the save before.

    What was typed before word of a save came may have been saved too, with no time left to say so.
    """
    at = max((number for number, line in enumerate(lines) if line[0] == "saved"), default=None)
    if at is None:
        return set()
    while at and lines[at - 1][0] == "saved":  # several are saved in one breath where one was left
        at -= 1
    before = max((number for number, line in enumerate(lines[:at]) if line[0] == "saved"), default=0)
    return {line[1] for line in lines[before:] if line[0] in ("saved", "typed")}


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
