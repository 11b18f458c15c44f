# SPDX-License-Identifier: MIT
"""Kill a program that writes notes, again and again, and count the acknowledged notes that are missing afterwards.

    python -m tests.bench.kill_notes                        200 kills: none may be missing
    python -m tests.bench.kill_notes --acknowledge-early    the control, Saved before the commit: some must be

The writer is a process of its own and prints a line for each note once it is committed; it is killed at a random
moment. Then the library is opened, checked, and every note of every line looked up.
"""

import argparse
import random
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

from eqbrief import store as db
from eqbrief.model import Draft
from eqbrief.store import Keys, Store
from eqbrief.tasks.keeping import check

NOTES = 5
LONGEST_S = 0.12


@dataclass
class Tally:
    """What a run of kills came to. `missing` are serial numbers; `problems` what check said."""

    kills: int = 0
    acknowledged: int = 0
    missing: list[int] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)


def make_library(folder: Path) -> None:
    """Make a library with one event to write notes on."""
    store = Store.create(folder)
    with store.change() as change:
        draft = Draft(source="page", kind="event", title="Quieter wards at night")
        db.insert_event(store, change, draft, Keys(str.casefold, str.casefold), "event")
    store.close()


def write(folder: Path, first: int, *, early: bool) -> None:
    """Write notes until killed, a new one or a longer state of one of the last few; a line for each."""
    store = Store.open(folder)
    numbers = [note.id for note in db.notes(store, 1)][-NOTES:]
    chance = random.Random(first)
    with store.change():
        pass  # what the first change has to load is not to take the writer's time
    print("ready", flush=True)
    for serial in range(first, first + 1_000_000):
        with store.change("note") as change:
            number = chance.choice(numbers) if len(numbers) == NOTES and chance.random() < 0.98 else None
            text = f"{serial} " + "what the night staff said " * chance.randint(1, 60)
            if number is None:
                number = db.add_note(store, change, 1, text)
                numbers = [*numbers, number][-NOTES:]
            elif early:
                print(f"saved {serial} {number}", flush=True)
            db.write_note(store, change, number, text)
        if not early:
            print(f"saved {serial} {number}", flush=True)


def kill_once(folder: Path, first: int, after_s: float, *, early: bool) -> dict[int, int]:
    """Let the writer write for so many seconds and kill it; give the last acknowledged serial number of each note."""
    command = [sys.executable, "-m", "tests.bench.kill_notes", "--write", str(folder), "--first", str(first)]
    child = subprocess.Popen(
        command + ["--acknowledge-early"] * early,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).resolve().parents[2],
    )
    assert child.stdout is not None
    assert child.stdout.readline() == "ready\n"
    timer = threading.Timer(after_s, child.kill)
    timer.start()
    lines = child.stdout.read().splitlines(keepends=True)
    timer.join()
    child.stdout.close()
    child.wait()
    # A line that was cut short reached nobody.
    saved = [line.split() for line in lines if line.endswith("\n")]
    return {int(number): int(serial) for _, serial, number in saved} | {0: len(saved)}


def look(folder: Path, acknowledged: dict[int, int], tally: Tally) -> int:
    """Open the library, check it, look up every acknowledged note; give the highest serial number found."""
    store = Store.open(folder)
    try:
        tally.problems += [problem.what for problem in check(store)]
        there = {note.id: int(note.text.split()[0]) for note in db.notes(store, 1)}
    finally:
        store.close()
    tally.missing += [serial for note, serial in acknowledged.items() if there.get(note, 0) < serial]
    return max(there.values(), default=0)


def run(folder: Path, kills: int, *, early: bool = False, seed: int = 1, until_lost: bool = False) -> Tally:
    """Kill so many times, or until one is lost, and tally."""
    chance = random.Random(seed)
    make_library(folder)
    tally, last = Tally(), 0
    while tally.kills < kills and not (until_lost and tally.missing):
        acknowledged = kill_once(folder, last + 1, chance.uniform(0, LONGEST_S), early=early)
        tally.kills += 1
        tally.acknowledged += acknowledged.pop(0)
        last = max([last, look(folder, acknowledged, tally), *acknowledged.values()])
    return tally


def cost(folder: Path, times: int = 200) -> tuple[float, float]:
    """Give the seconds that a saved note takes, and those of the floor: a bare row committed with the same safety."""
    store = Store.open(folder)
    with store.change() as change:
        number = db.add_note(store, change, 1, "0 floor")
    started = time.perf_counter()
    for serial in range(times):
        with store.change("note") as change:
            db.write_note(store, change, number, f"{serial} what the night staff said")
    note = (time.perf_counter() - started) / times
    store.close()
    bare = sqlite3.connect(folder / "floor.db", isolation_level=None)
    bare.execute("PRAGMA journal_mode = WAL").fetchone()
    bare.execute("PRAGMA synchronous = FULL")
    bare.execute("CREATE TABLE note (text)")
    started = time.perf_counter()
    for serial in range(times):
        bare.execute("INSERT INTO note VALUES (?)", (f"{serial} what the night staff said",))
    floor = (time.perf_counter() - started) / times
    bare.close()
    return note, floor


def main() -> int:
    """Run as asked on the command line; 0 when the figures are as they must be."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--acknowledge-early", action="store_true")
    parser.add_argument("--write", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--first", type=int, default=1, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.write:
        write(asked.write, asked.first, early=asked.acknowledge_early)
        return 0
    with tempfile.TemporaryDirectory(prefix="eqbrief-kills-") as scratch:
        folder = Path(scratch, "library")
        tally = run(folder, asked.kills, early=asked.acknowledge_early, seed=asked.seed)
        note, floor = cost(folder)
    print(
        f"{tally.kills} kills, {tally.acknowledged} notes acknowledged, {len(tally.missing)} of them missing, "
        f"{len(tally.problems)} problems in {tally.kills} checks; "
        f"a saved note takes {note * 1000:.2f} ms, {note / floor:.1f} times a bare commit ({floor * 1000:.2f} ms)"
    )
    return 0 if bool(tally.missing) == asked.acknowledge_early and not tally.problems else 1


if __name__ == "__main__":
    sys.exit(main())
