# SPDX-License-Identifier: MIT
"""Put a checked deck's file into the library: under a readable name, and once, however many events have it."""

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from eqbrief import store as db
from eqbrief.files import explain, file_sha256, make_folder, passing_name, safe_name, take_name, unique_name
from eqbrief.model import Deck, Event, UserError
from eqbrief.store import Store


@dataclass(frozen=True, slots=True)
class Kept:
    """A checked deck that is to be kept under `name`; `put` puts it whole where it is told, and gives its SHA-256."""

    name: str
    format: str
    size_bytes: int
    put: Callable[[Path], str]


def keep(store: Store, found: Event, kept: Kept, name: str, deck_id: int | None = None) -> Deck:
    """Put a checked deck into its event's folder under a readable name, and note it; `name` is what undo calls it.

    A file that another event has already is not kept a second time. It bears a temporary name until all but the commit
    is done, so that a kill leaves nothing that `check --repair` does not clear away or add to the event.

    Raises:
        UserError: when it cannot be put there, or noted; then nothing is left of it.
    """
    folder = store.folder / "files" / found.folder
    try:
        make_folder(folder)
        passing = folder / passing_name()
    except OSError as error:
        raise explain(error, folder) from error
    try:
        sha256 = kept.put(passing)
        same = next((deck for deck in found.decks if deck.sha256 == sha256 and path_in(store, deck)), None)
        if same is not None and deck_id in (None, same.id):
            return same
        number = _noted(store, found, kept, name, deck_id, passing, sha256)
    except OSError as error:
        raise explain(error, folder) from error
    finally:
        passing.unlink(missing_ok=True)
    return with_state(store, db.deck(store, number))


def with_state(store: Store, deck: Deck) -> Deck:
    """Say of a deck whether its file is still where it was put."""
    if deck.file is None:
        return replace(deck, state="named")
    return replace(deck, state="here" if path_in(store, deck) else "missing")


def path_in(store: Store, deck: Deck) -> Path | None:
    """Give the path of a deck's file; None when there is none."""
    path = store.path(deck.file) if deck.file else None
    return path if path and path.is_file() else None


def named_like(decks: Iterable[Deck], name: str) -> int | None:
    """Give the deck that the page names and this file's name, without its ending, agrees with."""
    stem = plain(name)
    waiting = [deck for deck in decks if deck.file is None]
    return next((deck.id for deck in waiting if (title := plain(deck.offered.title)) and title in stem), None)


def plain(text: str) -> str:
    """Write a name as names are compared: small letters and digits only."""
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def _noted(store: Store, found: Event, kept: Kept, name: str, deck_id: int | None, passing: Path, sha256: str) -> int:
    """Note the file as a deck's, and give it its own name last: then only a kill before the commit leaves it alone."""
    twin = _twin(store, sha256)
    target = passing.with_name(unique_name(passing.parent, safe_name(kept.name)))
    path = twin or f"files/{found.folder}/{target.name}"
    ours = passing.stat()
    try:
        with store.change("deck", name=name) as change:
            stem = Path(kept.name).stem
            number = deck_id or named_like(found.decks, stem) or db.insert_deck(store, change, found.id, stem)
            size, form = kept.size_bytes, kept.format
            db.put_file(store, change, number, file=path, sha256=sha256, size_bytes=size, format=form)
            if twin is None:
                take_name(passing, target)
    except BaseException:
        noted = any(deck.file == path for deck in db.decks_with(store, sha256))
        # Another program may have given that name to a file of its own meanwhile.
        if not noted and target.is_file() and os.path.samestat(target.stat(), ours):
            target.unlink()
        raise
    return number


def _twin(store: Store, sha256: str) -> str | None:
    """Give the path of a file in the library that holds the same, if it still does."""
    for deck in db.decks_with(store, sha256):
        path = path_in(store, deck)
        try:
            if path is not None and file_sha256(path) == sha256:
                return deck.file
        except (OSError, UserError):
            continue  # one that cannot be read is none to rely on
    return None
