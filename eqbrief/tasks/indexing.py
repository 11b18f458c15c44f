# SPDX-License-Identifier: MIT
"""Read what stands on the slides of the library's decks, so that search finds it and the window shows it.

Two child processes read at a time, and one deck is one transaction: a crash or a hang costs one deck a sentence.
"""

import threading
from collections.abc import Collection, Generator
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue

from eqbrief import store as db
from eqbrief.decks import EDITION, DeckReader, LibreOfficeWanted, PasswordWanted
from eqbrief.files import explain, file_sha256
from eqbrief.model import Deck, DeckText, Progress, UserError
from eqbrief.store import Store
from eqbrief.tasks.decks import path_of
from eqbrief.tasks.filing import with_state
from eqbrief.tasks.steps import Report, Stop, go_on, quiet

AT_ONCE = 2
"""How many decks are read at the same time."""
_LOOK_EVERY = 0.05


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of reading a deck: its text, or the error that says why not. `lasts`: the file would give it again."""

    deck: Deck
    text: DeckText | None = None
    error: UserError | None = None
    lasts: bool = True

    @property
    def comes_again(self) -> bool:
        """Whether it would be read again, because its file was changed, or LibreOffice is wanted and not there."""
        return not self.lasts or isinstance(self.error, LibreOfficeWanted)


def index_decks(
    store: Store, report: Report = quiet, stop: Stop = go_on, *, leave: Collection[int] = ()
) -> list[Outcome]:
    """Read every deck that is here and was not read yet, but those to `leave`; give what came of each.

    What has been read by the time it is stopped stays read.

    Raises:
        UserError: when the library cannot be written.
    """
    waiting = to_read(store, leave)
    done: list[Outcome] = []
    if not waiting or stop():
        return done
    with _readers(min(AT_ONCE, len(waiting))) as (pool, free):

        def work(deck: Deck, path: Path) -> Outcome:
            reader = free.get()
            try:
                return read_outcome(reader, path, deck)
            finally:
                free.put(reader)

        pending = {pool.submit(work, deck, path) for deck, path in waiting}
        while pending and not stop():
            report(Progress(len(done), len(waiting), _said(len(done), waiting), counts=False))
            finished, pending = wait(pending, timeout=_LOOK_EVERY, return_when=FIRST_COMPLETED)
            for future in finished:
                outcome: Outcome = future.result()
                keep_outcome(store, outcome)
                done.append(outcome)
    return done


def to_read(store: Store, leave: Collection[int] = ()) -> list[tuple[Deck, Path]]:
    """List the decks that wait to be read, and where their files lie; those whose file is gone are left out."""
    waiting = [with_state(store, deck) for deck in db.decks_to_read(store, EDITION) if deck.id not in leave]
    return [(deck, path_of(store, deck)) for deck in waiting if deck.state == "here"]


def read_outcome(reader: DeckReader, path: Path, deck: Deck, password: str | None = None) -> Outcome:
    """Read a deck's file, and say what came of it. What is no longer the file that was added does not last."""
    try:
        lasts = file_sha256(path) == deck.sha256
    except OSError as error:
        return Outcome(deck, error=explain(error, path), lasts=False)
    try:
        return Outcome(deck, reader.read(path, password), lasts=lasts)
    except UserError as error:
        return Outcome(deck, error=error, lasts=lasts)


def keep_outcome(store: Store, outcome: Outcome) -> None:
    """Keep what came of reading a deck, for all decks of the same content.

    Raises:
        UserError: when the library cannot be written.
    """
    sha256, error = outcome.deck.sha256, outcome.error
    if sha256 is None or not outcome.lasts:
        return
    with store.change() as change:
        if outcome.text is not None:
            db.keep_reading(store, change, sha256, outcome.text, EDITION)
        elif error is not None:
            password = isinstance(error, PasswordWanted)
            # By an edition before the first, so that it is tried once more at the next start.
            edition = 0 if isinstance(error, LibreOfficeWanted) else EDITION
            db.note_unreadable(store, change, sha256, error, edition, password=password)


def _said(done: int, waiting: list[tuple[Deck, Path]]) -> str:
    if len(waiting) == 1:
        return f"Reading {waiting[0][0].offered.title}"
    return f"Reading {done + 1:,} of {len(waiting):,} decks"


@contextmanager
def _readers(number: int) -> "Generator[tuple[ThreadPoolExecutor, SimpleQueue[DeckReader]]]":
    """Give threads and as many readers for them; what is still being read at the end is broken off."""
    readers = [DeckReader() for _ in range(number)]
    free: SimpleQueue[DeckReader] = SimpleQueue()
    for reader in readers:
        free.put(reader)
    pool = ThreadPoolExecutor(number, thread_name_prefix="eqbrief-decks")
    try:
        yield pool, free
    finally:
        ending = threading.Thread(target=pool.shutdown, kwargs={"cancel_futures": True})
        ending.start()
        while ending.is_alive():
            for reader in readers:
                reader.interrupt()
            ending.join(_LOOK_EVERY)
        for reader in readers:
            reader.close()
