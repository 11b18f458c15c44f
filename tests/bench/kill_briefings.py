# SPDX-License-Identifier: MIT
"""Kill a program that writes briefings and packs, again and again, and look at what stands under the final names.

    python -m tests.bench.kill_briefings                    100 kills: 0 files may be partial
    python -m tests.bench.kill_briefings --straight         the control, written straight to its name: some must be

The writer is a process of its own. It writes a briefing in each format, a list and a pack as ZIP and as folder, over
and over, each time in place of the one before; it is killed at a random moment. Then each file that has its final name
must open as what it is, to its last byte, and a pack must be as its manifest says.
"""

import argparse
import hashlib
import io
import json
import random
import subprocess
import sys
import tempfile
import threading
import zipfile
from dataclasses import dataclass, field
from pathlib import Path

import pypdfium2

from eqbrief import store as db
from eqbrief.briefing import write as written
from eqbrief.files import clear_beside, is_leftover, resource
from eqbrief.files.beside import put_or_beside
from eqbrief.model import Filter
from eqbrief.store import Store
from eqbrief.tasks import attach
from eqbrief.tasks import briefing as tasks
from eqbrief.tasks.handing import export_list, make_pack
from tests.store.filling import act, add_event

EVENTS = 12
LONGEST_S = 1.2
END = b"</html>\n"


@dataclass
class Tally:
    """What a run of kills came to. `partial` are names with what was wrong; `leftovers` were found, and `stayed`."""

    kills: int = 0
    whole: int = 0
    partial: list[str] = field(default_factory=list)
    leftovers: int = 0
    stayed: int = 0


def make_library(folder: Path) -> None:
    """Make a library with some events, one of them with a deck."""
    store = Store.create(folder)
    numbers = [add_event(store, number) for number in range(1, EVENTS + 1)]
    for number in numbers:
        act(store, number, "Send the rota")
    attach(store, numbers[0], resource("sample", "decks", "Presentation 140323.pptx"))
    store.close()


def go_on_writing(library: Path, out: Path, *, straight: bool) -> None:
    """Write until killed; `straight` is the control, which opens the final name and writes piece by piece."""
    store = Store.open(library)
    numbers = db.event_ids(store, Filter())
    documents = [tasks.document_of(store, tasks.briefing_of(store, numbers[: 2 + at])) for at in range(3)]
    # Composed beforehand, so that most kills come while something is being written.
    ready = [{ending: written(one, ending) for ending in (".docx", ".pdf", ".html", ".md")} for one in documents]
    print("ready", flush=True)
    for round_ in range(1_000_000):
        for ending, data in ready[round_ % 3].items():
            target = out / f"Board{ending}"
            if straight:
                with target.open("wb") as file:
                    for at in range(0, len(data), 512):
                        file.write(data[at : at + 512])
                        file.flush()
            else:
                put_or_beside(target, data)
        if straight:
            continue
        export_list(store, "events", out / "events.xlsx")
        make_pack(store, numbers[:3], out / "Board.zip")
        make_pack(store, numbers[:3], out / f"Board {round_ % 3}-{random.random()}")


def kill_once(library: Path, out: Path, after_s: float, *, straight: bool) -> None:
    """Let the writer write for so many seconds and kill it."""
    command = [sys.executable, "-m", "tests.bench.kill_briefings", "--write", str(library), "--out", str(out)]
    child = subprocess.Popen(
        command + ["--straight"] * straight,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).resolve().parents[2],
    )
    assert child.stdout is not None
    assert child.stdout.readline() == "ready\n"
    timer = threading.Timer(after_s, child.kill)
    timer.start()
    child.wait()
    timer.join()
    child.stdout.close()


def fault(path: Path) -> str:
    """Say what is wrong with a file or a pack that has its final name; '' where it is whole."""
    if path.is_dir():
        return _pack_fault(
            {one.relative_to(path).as_posix(): one.read_bytes() for one in path.rglob("*") if one.is_file()}
        )
    data = path.read_bytes()
    try:
        if path.suffix in (".docx", ".xlsx", ".zip"):
            with zipfile.ZipFile(io.BytesIO(data)) as package:
                if (bad := package.testzip()) is not None:
                    return f"{bad} in it is damaged"
                if path.suffix == ".zip":
                    return _pack_fault({name: package.read(name) for name in package.namelist()})
        elif path.suffix == ".pdf":
            if not data.rstrip().endswith(b"%%EOF"):
                return "it has no end"
            pypdfium2.PdfDocument(data).close()
        elif path.suffix == ".html":
            return "" if data.endswith(END) else "it has no end"
        else:
            return "" if b"## Sources" in data and data.endswith(b"\n") else "it has no sources"
    except (zipfile.BadZipFile, pypdfium2.PdfiumError, EOFError) as error:
        return str(error) or "it cannot be opened"
    return ""


def _pack_fault(files: dict[str, bytes]) -> str:
    if "manifest.json" not in files:
        return "it has no manifest"
    listed = json.loads(files["manifest.json"])["files"]
    wrong = [
        name for name, said in listed.items() if hashlib.sha256(files.get(name, b"")).hexdigest() != said["sha256"]
    ]
    return f"{wrong[0]} is not as the manifest says" if wrong else ""


def look(out: Path, tally: Tally) -> None:
    """Look at everything that has its final name, then let the leftovers be cleared as the next run does."""
    for path in sorted(out.iterdir()):
        if is_leftover(path.name):
            tally.leftovers += 1
        elif wrong := fault(path):
            tally.partial.append(f"{path.name}: {wrong}")
        else:
            tally.whole += 1
    clear_beside(out / "Board.docx", older_than_s=0)
    tally.stayed += sum(is_leftover(one.name) for one in out.iterdir())


def run(folder: Path, kills: int, *, straight: bool = False, seed: int = 1, until_found: bool = False) -> Tally:
    """Kill so many times, or until something partial is found, and tally."""
    chance, tally = random.Random(seed), Tally()
    library = folder / "library"
    make_library(library)
    while tally.kills < kills and not (until_found and tally.partial):
        out = folder / f"out {tally.kills}"
        out.mkdir()
        kill_once(library, out, chance.uniform(0.02, LONGEST_S), straight=straight)
        tally.kills += 1
        look(out, tally)
    return tally


def main() -> int:
    """Run as asked on the command line; 0 when the figures are as they must be."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--straight", action="store_true")
    parser.add_argument("--write", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--out", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.write:
        go_on_writing(asked.write, asked.out, straight=asked.straight)
        return 0
    with tempfile.TemporaryDirectory(prefix="eqbrief-kills-") as scratch:
        tally = run(Path(scratch), asked.kills, straight=asked.straight, seed=asked.seed)
    print(
        f"{tally.kills} kills, {len(tally.partial)} partial and {tally.whole} whole files and packs under final names; "
        f"{tally.leftovers} leftovers, {tally.stayed} of them after they were cleared"
    )
    for one in tally.partial[:5]:
        print(f"  {one}")
    return 0 if bool(tally.partial) == asked.straight and not tally.stayed else 1


if __name__ == "__main__":
    sys.exit(main())
