# SPDX-License-Identifier: MIT
"""Read what stands on the slides of a deck: of any file, or of a deck of the library."""

from pathlib import Path
from typing import Any

from eqbrief import store as db
from eqbrief.decks import EDITION, DeckReader
from eqbrief.files import explain, file_sha256
from eqbrief.model import Deck, DeckText, to_json
from eqbrief.store import Store
from eqbrief.tasks.decks import path_of
from eqbrief.tasks.filing import with_state
from eqbrief.tasks.indexing import keep_outcome, read_outcome


def read_file(file: Path, password: str | None = None) -> DeckText:
    """Read a deck's file in a process of its own, without storing anything.

    Raises:
        PasswordWanted: when it needs a password that was not given, or another one.
        UserError: when it is no deck, or nothing of it can be read.
    """
    with DeckReader() as reader:
        return reader.read(file, password)


def read_stored(store: Store, deck_id: int, password: str | None = None) -> tuple[Deck, DeckText]:
    """Give a deck of the library with its slides; what has not been read yet is read, and kept.

    A file that was changed since it was added is read as it is now, and not kept.

    Raises:
        PasswordWanted, UserError: as `read_file`, and UserError when its file is not here.
    """
    deck = with_state(store, db.deck(store, deck_id))
    reading = db.reading_of(store, deck_id)
    if reading.state == "read" and reading.edition >= EDITION:
        return deck, DeckText(reading.format, db.slides_of(store, deck_id), reading.unread)
    path = path_of(store, deck)
    with DeckReader() as reader:
        outcome = read_outcome(reader, path, deck, password)
    keep_outcome(store, outcome)
    if outcome.error is not None:
        raise outcome.error
    assert outcome.text is not None, "it was read"
    return deck, outcome.text


def file_slides_json(file: Path, text: DeckText) -> dict[str, Any]:
    """Give a file that is not of the library as a deck with its slides: without id, uid and state.

    Raises:
        UserError: when the file has gone in the meantime.
    """
    try:
        sha256 = file_sha256(file)
    except OSError as error:
        raise explain(error, file) from error
    return _slides_json({"title": file.stem, "file": str(file), "sha256": sha256}, text)


def deck_slides_json(deck: Deck, text: DeckText) -> dict[str, Any]:
    """Give a deck of the library with its slides."""
    facts = {"title": deck.offered.title, "file": deck.file, "sha256": deck.sha256, "state": deck.state}
    return _slides_json({"id": deck.id, "uid": deck.uid, **facts}, text)


def _slides_json(about: dict[str, Any], text: DeckText) -> dict[str, Any]:
    plain = to_json(text)
    for slide in plain["slides"]:
        del slide["prints"]  # marks for comparing, of use to nobody else
    return {"id": None, "uid": None, "state": None, **about, **plain}
