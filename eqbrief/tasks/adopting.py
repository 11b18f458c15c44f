# SPDX-License-Identifier: MIT
"""Make decks of files that lie in an event's folder and are none of its decks: copied there by hand, or left by a kill.

The file stays where it is; the event is told that it has it.
"""

from pathlib import Path, PurePosixPath

from eqbrief import store as db
from eqbrief.files import DECK_ENDINGS, file_sha256
from eqbrief.model import Event, UserError
from eqbrief.store import Store
from eqbrief.tasks.filing import named_like


def adoptive_event(store: Store, file: str) -> Event | None:
    """Give the event that a file of the library could be a deck of: in its folder, a deck by its name, and not in it.

    `file` is its path within the library. None for one that is no deck, or holds what the event has already.
    """
    path = PurePosixPath(file)
    if len(path.parts) != 3 or path.parts[0] != "files" or path.suffix.lower().removeprefix(".") not in DECK_ENDINGS:
        return None
    number = db.event_of_folder(store, path.parts[1])
    found = db.event(store, number) if number is not None else None
    if found is None or found.deleted_at:
        return None
    try:
        sha256 = file_sha256(store.path(file))
    except (OSError, UserError):
        return None
    return None if any(deck.sha256 == sha256 for deck in found.decks) else found


def adopt(store: Store, file: str) -> bool:
    """Make a file a deck of the event in whose folder it lies; False where it is none, or not what its name says."""
    from eqbrief.files.checking import deck_file  # noqa: PLC0415 - not needed by the first frame

    found = adoptive_event(store, file)
    if found is None:
        return False
    path = store.path(file)
    try:
        form, size, sha256 = deck_file(path).format, path.stat().st_size, file_sha256(path)
    except (OSError, UserError):
        return False
    stem = Path(file).stem
    with store.change("deck", name=f"Add “{path.name}”") as change:
        number = named_like(found.decks, stem) or db.insert_deck(store, change, found.id, stem)
        db.put_file(store, change, number, file=file, sha256=sha256, size_bytes=size, format=form)
    return True
