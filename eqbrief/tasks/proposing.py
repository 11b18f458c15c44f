# SPDX-License-Identifier: MIT
"""Find an event's decks in a folder: files are matched to the names and sizes that the page gives, and proposed."""

import posixpath
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from eqbrief.files import DECK_ENDINGS, explain, file_sha256
from eqbrief.model import Deck, Progress, UserError
from eqbrief.store import Store
from eqbrief.tasks.decks import attach
from eqbrief.tasks.editing import event
from eqbrief.tasks.filing import path_in, plain
from eqbrief.tasks.steps import Report, Stop, go_on, quiet

MOST_FILES = 2000
"""How many decks of a folder are looked at."""
_ROUNDED = 0.06
"""How far a size may be from the one that the page prints: it is rounded, and a megabyte may be 2 to the 20."""
_SHORTEST = 4


@dataclass(frozen=True, slots=True)
class Proposal:
    """A file that may be one of an event's decks: which one of those that the page names, and why.

    `deck` is None for a file that would be a further one. `sure`: it can be ticked before anybody has looked.
    """

    file: Path
    size_bytes: int
    deck: Deck | None = None
    why: str = ""
    sure: bool = False


def propose(store: Store, event_id: int, folder: Path, report: Report = quiet, stop: Stop = go_on) -> list[Proposal]:
    """List the decks in a folder and those below it that the event has not got yet, surest first.

    Raises:
        UserError: when the folder cannot be read.
    """
    found = event(store, event_id)
    files = _decks_below(folder)
    known = {(deck.size_bytes, deck.sha256) for deck in found.decks if path_in(store, deck)}
    sizes = {size for size, _ in known}
    new: list[tuple[Path, int]] = []
    for number, (file, size) in enumerate(files):
        if stop():
            return []
        report(Progress(number, len(files), f"Looking at {file.name}"))
        if size not in sizes or (size, _hash(file)) not in known:
            new.append((file, size))
    return _matched(new, [deck for deck in found.decks if deck.file is None])


def attach_proposed(
    store: Store, event_id: int, chosen: Iterable[Proposal], report: Report = quiet, stop: Stop = go_on
) -> list[Deck | UserError]:
    """Attach the files of these proposals, each as the deck that it is proposed for; an error costs one file."""
    listed, results = list(chosen), list[Deck | UserError]()
    for number, one in enumerate(listed):
        if stop():
            break
        report(Progress(number, len(listed), f"Attaching {one.file.name}"))
        try:
            results.append(attach(store, event_id, one.file, one.deck.id if one.deck else None))
        except UserError as error:
            results.append(error)
    return results


def said_left(folder: Path, proposals: Iterable[Proposal]) -> list[UserError]:
    """Say which decks of a folder are not attached without being named, and why."""
    left = [one for one in proposals if not one.sure]
    doubts = [
        UserError(
            f"'{one.file.name}' may be the deck '{one.deck.offered.title}'. {one.why}.", "Name the file to attach it."
        )
        for one in left
        if one.deck
    ]
    others = [one.file.name for one in left if not one.deck]
    if others:
        some = f"'{others[0]}'" if len(others) == 1 else f"{len(others)} further decks"
        verb = "is" if len(others) == 1 else "are"
        doubts.append(UserError(f"{some} in '{folder}' {verb} not named by the page.", "Name what is to be attached."))
    return doubts


def _decks_below(folder: Path) -> list[tuple[Path, int]]:
    try:
        listed = [
            path
            for path in sorted(folder.rglob("*"))
            if path.suffix.lower().removeprefix(".") in DECK_ENDINGS
            and not path.name.startswith(("~$", ".~", "."))  # what PowerPoint and LibreOffice put beside an open deck
            and path.is_file()
            and not path.is_symlink()
        ]
        if not listed and not folder.is_dir():
            raise UserError(f"There is no folder '{folder}'.", "Choose one that is there.")
        return [(path, path.stat().st_size) for path in listed[:MOST_FILES]]
    except OSError as error:
        raise explain(error, folder) from error


def _matched(files: list[tuple[Path, int]], waiting: list[Deck]) -> list[Proposal]:
    """Give each file the deck that it fits best and that no other fits better."""
    scored = [
        (score, why, file, size, deck)
        for file, size in files
        for deck in waiting
        if (found := _fit(file, size, deck)) and (score := found[0]) and (why := found[1])
    ]
    scored.sort(key=lambda one: (-one[0], str(one[2]), one[4].id))
    taken: set[Path] = set()
    given: set[int] = set()
    proposals: list[Proposal] = []
    for score, why, file, size, deck in scored:
        if file not in taken and deck.id not in given:
            taken.add(file)
            given.add(deck.id)
            proposals.append(Proposal(file, size, deck, why, sure=score >= 3))
    rest = [Proposal(file, size, why="The page does not name it") for file, size in files if file not in taken]
    return proposals + rest


def _fit(file: Path, size: int, deck: Deck) -> tuple[int, str] | None:
    """Say how well a file fits a deck that the page names, and by what; None where it does not."""
    stem, title = plain(file.stem), plain(deck.offered.title)
    linked = plain(Path(unquote(posixpath.basename(urlsplit(deck.offered.url or "").path))).stem)
    printed = deck.offered.size_bytes
    fits = bool(printed) and abs(size - printed) <= _ROUNDED * printed
    differs = bool(printed) and not fits
    kind = file.suffix.lower().removeprefix(".")
    if deck.offered.format and deck.offered.format != kind:
        return None
    same = stem in (title, linked)
    within = len(title) >= _SHORTEST and len(stem) >= _SHORTEST and (title in stem or stem in title)
    if same and not differs:
        return (
            6 if fits else 5,
            "Its name and size are those on the page" if fits else "Its name is the one on the page",
        )
    if within and fits:
        return 4, "Its name is like the one on the page, and its size is the same"
    if same:
        return 2, "Its name is the one on the page, but not its size"
    if within and not differs:
        return 3, "Its name is like the one on the page"
    return (1, "Its size is the one on the page, but not its name") if fits else None


def _hash(file: Path) -> str | None:
    try:
        return file_sha256(file)
    except (OSError, UserError):
        return None
