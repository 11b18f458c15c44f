# SPDX-License-Identifier: MIT
"""Cut the power on a library that is being written, a thousand times, and look what is left of what was acknowledged.

    python -m tests.bench.power_cut                        1,000 cuts; needs strace
    python -m tests.bench.power_cut --cuts 50 --carelessly the control, with synchronous=OFF: it must lose something

A program adds pages, attaches decks, keeps what a download put there, and writes notes, saying on standard output what
is done. Its system calls are logged. For each cut the log is replayed up to a random place, as the strictest disk
would: what a file was given since its last fsync is there or not, sector by sector; names made, changed or removed in a
folder since the folder's last fsync are there up to a random one of them.
"""

import argparse
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from eqbrief import store as db
from eqbrief import tasks
from eqbrief.model import Choice, Draft, Filter, UserError
from eqbrief.store import Store
from eqbrief.tasks.filing import Kept, keep
from eqbrief.tasks.keeping import check
from eqbrief.tasks.pages import Page
from tests.helpers.habits import ROOT

SECTOR = 512
CALLS = (
    "openat,close,write,pwrite64,fsync,fdatasync,ftruncate,rename,renameat2,link,linkat,unlink,unlinkat,mkdir,mkdirat"
)
_LINE = re.compile(r"^\d+\s+(\w+)\((.*)\)\s+= (-?\d+)")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')

Call = tuple[str, list[str], list[int], bytes, int]
"""A system call: its name, its texts, its numbers, the bytes that it wrote, and its result."""


@dataclass
class Tally:
    """What a run of cuts came to."""

    cuts: int = 0
    acknowledged: int = 0
    missing: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)


@dataclass
class Inode:
    """A file's bytes as the disk has them for sure, and what it was given since, as (offset or None, bytes or size)."""

    sure: bytearray = field(default_factory=bytearray)
    since: list[tuple[int, bytes | None]] = field(default_factory=list)

    def settle(self) -> None:
        """Make sure of all that was given."""
        for at, data in self.since:
            _apply(self.sure, at, data)
        self.since.clear()

    def after_cut(self, chance: random.Random) -> bytes:
        """Give the bytes that a cut leaves: each sector of each write is there or not."""
        left = bytearray(self.sure)
        for at, data in self.since:
            if data is None:
                if chance.random() < 0.5:
                    _apply(left, at, None)
                continue
            for start in range(0, len(data), SECTOR):
                if chance.random() < 0.5:
                    _apply(left, at + start, data[start : start + SECTOR])
        return bytes(left)


def _apply(target: bytearray, at: int, data: bytes | None) -> None:
    if data is None:  # the file's new length
        del target[at:]
        target.extend(bytes(at - len(target)))
        return
    if len(target) < at:
        target.extend(bytes(at - len(target)))
    target[at : at + len(data)] = data


class Disk:
    """A file system of one folder, as a log of system calls leaves it. Folders are names with None for an inode."""

    def __init__(self, root: str) -> None:
        self._root = root
        self.names: dict[str, Inode | None] = {root: None}
        self._sure: dict[str, dict[str, Inode | None]] = {}
        self._open: dict[int, tuple[str, Inode | None, int]] = {}
        self._changes: dict[str, list[tuple[str, Inode | None, bool]]] = {}
        self.said: list[str] = []

    def do(self, call: str, words: list[str], numbers: list[int], result: int) -> None:
        """Take one system call that succeeded."""
        match call:
            case "openat":
                self._opened(words[0], result, writes="O_CREAT" in words[-1], empties="O_TRUNC" in words[-1])
            case "close":
                self._open.pop(numbers[0], None)
            case "fsync" | "fdatasync":
                self._synced(numbers[0])
            case "rename" | "renameat2":
                inode = self.names.get(words[0])
                self._name(words[0], None, there=False)
                self._name(words[1], inode, there=True)
            case "link" | "linkat":
                self._name(words[1], self.names.get(words[0]), there=True)
            case "unlink" | "unlinkat":
                self._name(words[0], None, there=False)
            case _:
                self._name(words[0], None, there=True)

    def write(self, number: int, at: int | None, data: bytes | None) -> None:
        """Take a write at a place (None: behind the last), or with no data a new length."""
        if number == 1 and data is not None and (line := data.decode().strip()):
            self.said.append(line)
        if number not in self._open:
            return
        name, inode, place = self._open[number]
        if inode is not None:
            start = place if at is None else at
            inode.since.append((start, data))
            if at is None and data is not None:
                self._open[number] = (name, inode, place + len(data))

    def after_cut(self, chance: random.Random, target: Path) -> None:
        """Write into a folder what a cut at this moment leaves."""
        left: dict[str, Inode | None] = {}
        for names in self._sure.values():
            left |= names
        for changes in self._changes.values():
            for name, inode, there in changes[: chance.randint(0, len(changes))]:
                left.pop(name, None)
                if there:
                    left[name] = inode
        for name, inode in sorted(left.items()):
            path = target / os.path.relpath(name, self._root)
            if inode is None and path.parent.is_dir():
                path.mkdir(exist_ok=True)
            elif inode is not None and path.parent.is_dir():
                path.write_bytes(inode.after_cut(chance))

    def _opened(self, name: str, number: int, *, writes: bool, empties: bool) -> None:
        if not name.startswith(self._root) or name.endswith("-shm"):
            return
        if name not in self.names and writes:
            self._name(name, Inode(), there=True)
        inode = self.names.get(name)
        if inode is not None and empties:
            inode.since.append((0, None))
        self._open[number] = (name, inode, 0)

    def _synced(self, number: int) -> None:
        name, inode, _place = self._open.get(number, ("", None, 0))
        if inode is not None:
            inode.settle()
        elif name:
            self._sure[name] = {n: i for n, i in self.names.items() if str(Path(n).parent) == name}
            self._changes.pop(name, None)

    def _name(self, name: str, inode: Inode | None, *, there: bool) -> None:
        if not name.startswith(self._root):
            return
        self.names.pop(name, None)
        if there:
            self.names[name] = inode
        self._changes.setdefault(str(Path(name).parent), []).append((name, inode, there))


def calls(log: Path) -> Iterator[Call]:
    """Read strace's log: the calls that succeeded."""
    waiting: dict[str, str] = {}
    for line in log.read_text(encoding="ascii").splitlines():
        thread = line.partition(" ")[0]
        if line.endswith("<unfinished ...>"):
            waiting[thread] = line.removesuffix("<unfinished ...>")
            continue
        if " resumed>" in line:
            line = waiting.pop(thread, "") + line.partition(" resumed>")[2]
        found = _LINE.match(line)
        if found is None or int(found[3]) < 0:
            continue
        texts = [bytes.fromhex(text.replace("\\x", "")) for text in _TEXT.findall(found[2])]
        plain = _TEXT.sub("", found[2])
        numbers = [int(n) for n in re.findall(r"(?<![\w])-?\d+(?![\w])", plain)]
        words = (
            [text.decode("utf-8", "replace") for text in texts] if not found[1].endswith(("write", "write64")) else []
        )
        yield found[1], [*words, plain], numbers, texts[0] if texts else b"", int(found[3])


def replay(log: list[Call], root: Path) -> Disk:
    """Replay calls on an empty disk."""
    disk = Disk(str(root))
    for call, words, numbers, data, result in log:
        if call == "write":
            disk.write(numbers[0], None, data[:result])
        elif call == "pwrite64":
            disk.write(numbers[0], numbers[-1], data[:result])
        elif call == "ftruncate":
            disk.write(numbers[0], numbers[1], None)
        else:
            disk.do(call, words, numbers, result)
    return disk


def work(folder: Path, *, carelessly: bool, rounds: int) -> None:
    """Do what the cuts are to fall into, and say each thing when it is done."""
    os.sync()
    store = Store.create(folder)
    if carelessly:
        store.db.execute("PRAGMA synchronous = OFF")
    source = Path(tempfile.mkdtemp(prefix="eqbrief-decks-"))
    print("made", flush=True)
    for number in range(rounds):
        page = Page("p.html", f"page {number}".encode() * 300, Draft("p", "event", f"Rotas {number}"))
        (added,) = tasks.accept(store, page, choice=Choice(apart=True))
        assert added.event is not None
        print(f"event Rotas {number}", flush=True)
        deck = source / f"Deck {number}.pdf"
        deck.write_bytes(b"%PDF-1.7\n" + random.Random(number).randbytes(40_000) + b"\n%%EOF\n")
        tasks.attach(store, added.event.id, deck)
        print(f"deck Deck {number}", flush=True)
        part = store.folder / "downloads" / f"{number}.part"
        part.parent.mkdir(exist_ok=True)
        part.write_bytes(deck.read_bytes() + b"% and once more")
        from eqbrief.files import copy_whole

        fetched = Kept(
            f"Fetched {number}.pdf", "pdf", part.stat().st_size, lambda target, part=part: copy_whole(part, target)
        )
        keep(store, tasks.event(store, added.event.id), fetched, "Download")
        print(f"deck Fetched {number}", flush=True)
        tasks.new_note(store, added.event.id, f"Note {number}")
        print(f"note Note {number}", flush=True)
    store.close()
    shutil.rmtree(source)


def left_of(folder: Path, said: list[str]) -> tuple[list[str], list[str]]:
    """Open what a cut left; give what was acknowledged and is missing, and what else is wrong."""
    if not (folder / "library.db").exists() and not said:
        return [], []
    try:
        store = Store.open(folder)
    except UserError as error:
        return [], [str(error)]
    try:
        problems = [f"{one.kind}: {one.what}" for one in check(store) if one.kind != "stray file"]
        events = [tasks.event(store, number) for number in db.event_ids(store, Filter())]
        here = {"made"} | {f"event {event.draft.title}" for event in events}
        here |= {f"deck {deck.offered.title}" for event in events for deck in event.decks}
        here |= {f"note {note.text}" for event in events for note in event.notes}
        return [line for line in said if line not in here], problems
    finally:
        store.close()


def run(cuts: int, *, carelessly: bool = False, rounds: int = 6, seed: int = 8) -> Tally:
    """Log one run of the program and cut it at so many places."""
    tally, chance = Tally(), random.Random(seed)
    with tempfile.TemporaryDirectory(prefix="eqbrief-power-") as scratch:
        root, log = Path(scratch).resolve() / "library", Path(scratch) / "log"
        options = ["--carelessly"] if carelessly else []
        command = [
            sys.executable,
            "-m",
            "tests.bench.power_cut",
            "--work",
            str(root),
            "--rounds",
            str(rounds),
            *options,
        ]
        traced = ["strace", "-f", "-xx", "-s", "2000000", "-e", f"trace={CALLS}", "-e", "signal=none", "-o", str(log)]
        subprocess.run([*traced, *command], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        logged = list(calls(log))
        first = next(n for n, one in enumerate(logged) if any(str(root) in word for word in one[1]))
        for cut in range(cuts):
            disk = replay(logged[: chance.randint(first, len(logged))], root)
            target = Path(scratch) / f"cut {cut}"
            target.mkdir()
            disk.after_cut(chance, target)
            missing, problems = left_of(target, disk.said)
            tally.cuts += 1
            tally.acknowledged += len(disk.said)
            tally.missing += missing
            tally.problems += problems
            shutil.rmtree(target)
    return tally


def main() -> int:
    """Print what was found; 0 only when nothing was lost or, for the control, when something was."""
    options = argparse.ArgumentParser()
    options.add_argument("--cuts", type=int, default=1000)
    options.add_argument("--rounds", type=int, default=6)
    options.add_argument("--carelessly", action="store_true")
    options.add_argument("--work", type=Path)
    given = options.parse_args()
    if given.work:
        work(given.work, carelessly=given.carelessly, rounds=given.rounds)
        return 0
    tally = run(given.cuts, carelessly=given.carelessly, rounds=given.rounds)
    for line in [*dict.fromkeys(tally.missing), *dict.fromkeys(tally.problems)][:20]:
        print(f"  {line}")
    lost = f"{len(tally.missing)} missing, {len(tally.problems)} problems"
    print(f"{tally.cuts} cuts, {tally.acknowledged} acknowledged, {lost}")
    return bool(tally.missing or tally.problems) is not given.carelessly


if __name__ == "__main__":
    sys.exit(main())
