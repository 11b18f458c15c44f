# SPDX-License-Identifier: MIT
"""Kill a program that downloads a deck, again and again, and look each time what is there under a deck's name.

    python -m tests.bench.kill_downloads            100 kills: nothing partial may be there, and each goes on
    python -m tests.bench.kill_downloads --kills 5

Between two kills that came before the last byte, the next request must begin where the disk was sure of the part.
"""

import argparse
import os
import random
import select
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from eqbrief import tasks
from eqbrief.model import Choice, Draft, DraftDeck
from eqbrief.store import Store, decks_of
from eqbrief.tasks.downloading import part_of
from eqbrief.tasks.keeping import check
from eqbrief.tasks.pages import Page
from tests.helpers.habits import ROOT
from tests.helpers.offering import Offer
from tests.helpers.serving import PROXIES, serving

STEP = 200_000
SIZE = 3_000_000
PROGRAM = f"""
import sys
from eqbrief.fetching import parts
parts.STEP_BYTES = {STEP}
from eqbrief.app import main
sys.exit(main(sys.argv[1:]))
"""


@dataclass
class Tally:
    """What a run of kills came to. `partial` are files under a deck's name that were not whole."""

    kills: int = 0
    decks: int = 0
    gone_on: int = 0
    begun_anew: int = 0
    partial: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)


def deck_data(seed: int) -> bytes:
    """Make a PDF of 3 MB that no other seed makes."""
    middle = random.Random(seed).randbytes(SIZE)
    return b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%" + middle + b"\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"


def run(folder: Path, kills: int, seed: int = 4) -> Tally:
    """Download one deck after another, killing the program at random moments, until that was done so often."""
    chance, tally = random.Random(seed), Tally()
    Store.create(folder).close()
    with serving() as site:
        while tally.kills < kills:
            data = deck_data(tally.decks)
            offer = Offer(data, tag=f'"{tally.decks}"', pace_s=0.004)
            address = offer.on(site, f"/slides/{tally.decks}.pdf")
            deck = DraftDeck(f"Deck {tally.decks}", url=address)
            draft = Draft("p", "event", f"Rotas {tally.decks}", decks=(deck,), address=site.at("/event"))
            store = Store.open(folder)
            (added,) = tasks.accept(store, Page("p.html", str(tally.decks).encode(), draft), choice=Choice(apart=True))
            assert added.event is not None
            (named,) = decks_of(store, [added.event.id])
            part = part_of(store, named)
            store.close()
            while tally.kills < kills and _killed(folder, added.event.id, part, chance.randrange(len(data) // 3)):
                tally.kills += 1
                _look(folder, data, tally)
            _finish(folder, added.event.id, data, offer, tally)
            tally.decks += 1
    return tally


def _start(folder: Path, event: int) -> subprocess.Popen[bytes]:
    environment = {name: value for name, value in os.environ.items() if name.lower() not in PROXIES}
    command = [sys.executable, "-c", PROGRAM, "--library", str(folder), "fetch", str(event)]
    return subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _killed(folder: Path, event: int, part: Path, more: int) -> bool:
    """Start a download and kill it once so many more bytes are there; False where it was done before."""
    at = more + (part.stat().st_size if part.is_file() else 0)
    with _start(folder, event) as process:
        while process.poll() is None and not (part.is_file() and part.stat().st_size >= at):
            select.select([], [], [], 0.002)
        process.kill()
        return process.wait() != 0


def _look(folder: Path, data: bytes, tally: Tally) -> None:
    """Look at all that bears a deck's name: only the whole file may, if the kill came that late."""
    for path in (folder / "files").rglob("*.pdf"):
        if path.stat().st_size != len(data):
            tally.partial.append(path.name)


def _finish(folder: Path, event: int, data: bytes, offer: Offer, tally: Tally) -> None:
    """Let the download come to its end, and look whether it went on where it could and is what was offered."""
    process = _start(folder, event)
    if process.wait():
        tally.problems.append("it did not come to its end")
    store = Store.open(folder)
    (deck,) = decks_of(store, [event])
    if not deck.file or (folder / deck.file).read_bytes() != data:
        tally.problems.append(f"{deck.offered.title} is not what was offered")
    tally.problems += [problem.what for problem in check(store) if problem.kind != "stray file"]
    store.close()
    tally.gone_on += sum(bool(one) for one in offer.asked[1:])
    tally.begun_anew += sum(not one for one in offer.asked[1:])


def main() -> int:
    """Run it and print what came of it."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--kills", type=int, default=100)
    with tempfile.TemporaryDirectory() as folder:
        tally = run(Path(folder) / "library", parser.parse_args().kills)
    print(tally)
    return 1 if tally.partial or tally.problems else 0


if __name__ == "__main__":
    sys.exit(main())
