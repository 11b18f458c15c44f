# SPDX-License-Identifier: MIT
"""Read what stands on the slides of a deck: of any file, or of a deck of the library."""

from pathlib import Path
from typing import Any

from eqbrief import store as db
from eqbrief.decks import DeckReader
from eqbrief.files import explain, file_sha256
from eqbrief.model import Deck, DeckText, to_json
from eqbrief.store import Store
from eqbrief.tasks.decks import path_of, with_state


def read_file(file: Path, password: str | None = None) -> DeckText:
    """Read a deck's file in a process of its own, without storing anything.

    Raises:
        PasswordWanted: when it needs a password that was not given, or another one.
        UserError: when it is no deck, or nothing of it can be read.
    """
    with DeckReader() as reader:
        return reader.read(file, password)


def read_stored(store: Store, deck_id: int, password: str | None = None) -> tuple[Deck, DeckText]:
    """Read a deck of the library. Raises as `read_file`, and UserError when its file is not here."""
    deck = with_state(store, db.deck(store, deck_id))
    return deck, read_file(path_of(store, deck), password)


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
