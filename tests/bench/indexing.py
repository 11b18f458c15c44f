# SPDX-License-Identifier: MIT
"""Compare indexing decks with recoll: `python -m tests.bench.indexing FOLDER`, both over the same files in one run.

From scratch, with nothing changed, and with one deck changed; each as a process of its own, its start included. Recoll
reads PPTX only by the system's Python with lxml: it is lent ours. Decks in PowerPoint's older format are left out:
recoll does not read them, and EqBrief waits for LibreOffice.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import lxml

from eqbrief.decks import EDITION
from eqbrief.model import Draft, UserError
from eqbrief.store import Store, decks_to_read
from eqbrief.tasks import accept, attach
from eqbrief.tasks.pages import Page

ENDINGS = (".pptx", ".pptm", ".ppsx", ".pdf", ".odp")
INDEX = """
import sys, time
from pathlib import Path
from eqbrief.store import Store
from eqbrief.tasks.indexing import index_decks
begun = time.perf_counter()
store = Store.open(Path(sys.argv[1]))
index_decks(store)
store.close()
print(f"    within the program, as the window does it: {time.perf_counter() - begun:.2f} s", flush=True)
"""


def timed(work: Callable[[], object]) -> float:
    """Give the seconds that something takes."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def filled(folder: Path, decks: Path) -> Store:
    """Make a library of one event with all decks of a folder."""
    store = Store.create(folder)
    (added,) = accept(store, Page("page.html", b"page", Draft("p", "event", "Rotas", starts_at="2023-03-20")))
    assert added.event is not None
    for file in sorted(decks.iterdir()):
        try:
            attach(store, added.event.id, file)
        except UserError as error:
            print(error.what)
    return store


def changed(deck: Path, scratch: Path) -> Path:
    """Pack a deck anew, so that it holds the same and is another file."""
    target = scratch / f"changed {deck.name}"
    with zipfile.ZipFile(deck) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
    return target


def copied(source: Path, scratch: Path) -> tuple[Path, dict[str, str]]:
    """Copy what both can read of a folder of decks, and give the copies' folder and the environment recoll runs in."""
    decks, conf, python = scratch / "decks", scratch / "recoll", scratch / "python"
    for folder in (decks, conf, python):
        folder.mkdir()
    for file in sorted(source.iterdir()):
        if file.suffix.lower() in ENDINGS:
            shutil.copy(file, decks)
    (python / "lxml").symlink_to(Path(lxml.__file__).parent)
    (conf / "recoll.conf").write_text(f"topdirs = {decks}\n", encoding="utf-8")
    lent = {"PATH": f"/usr/bin:/bin:{os.environ['PATH']}", "RECOLL_CONFDIR": str(conf), "PYTHONPATH": str(python)}
    return decks, {**os.environ, **lent}


def main() -> int:
    """Time both, and print the figures and their ratio."""
    with tempfile.TemporaryDirectory(prefix="eqbrief-indexing-") as place:
        scratch = Path(place)
        decks, lent = copied(Path(sys.argv[1]), scratch)
        store = filled(scratch / "library", decks)
        print(f"{len(decks_to_read(store, EDITION))} decks")
        store.close()

        def ours() -> None:
            subprocess.run([sys.executable, "-c", INDEX, str(store.folder)], check=True)

        def theirs(*how: str) -> None:
            quiet = subprocess.DEVNULL
            subprocess.run(["recollindex", *how], env=lent, stdout=quiet, stderr=quiet, check=False)

        rows = [("from scratch", timed(ours), timed(lambda: theirs("-z")))]
        rows.append(("nothing changed", timed(ours), timed(theirs)))
        one = max(decks.glob("*.pptx"), key=lambda path: -abs(path.stat().st_size - 1_000_000))
        other = changed(one, scratch)
        shutil.copy(other, one)
        again = Store.open(store.folder)
        attach(again, 1, other)
        again.close()
        rows.append(("one changed", timed(ours), timed(theirs)))
        for name, mine, recoll in rows:
            print(f"{name:16} EqBrief {mine:6.2f} s, recoll {recoll:6.2f} s, ratio {mine / recoll:.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
