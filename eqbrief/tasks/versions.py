# SPDX-License-Identifier: MIT
"""Compare two versions of a deck, and propose which decks of the library may be versions of one."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eqbrief import store as db
from eqbrief.decks import DeckReader
from eqbrief.files import explain, file_sha256
from eqbrief.matching.files import version_likeness
from eqbrief.matching.versions import compare_slides
from eqbrief.model import Deck, DeckChanges, DeckText, SlideChange, UserError, Wording, to_json
from eqbrief.store import Store
from eqbrief.tasks.decks import path_of
from eqbrief.tasks.filing import with_state
from eqbrief.tasks.steps import Stop, go_on

_LIKELY = 0.5
"""From how alike two titles are taken for likely versions of one deck."""


@dataclass(frozen=True, slots=True)
class Version:
    """One of two versions: a deck of the library, or a file (`deck` is None then); `event` is what it is of."""

    title: str
    file: Path
    deck: Deck | None = None
    event: str = ""


@dataclass(frozen=True, slots=True)
class Compared:
    """Two versions, what stands on their slides, and what lies between them."""

    before: Version
    after: Version
    old: DeckText
    new: DeckText
    changes: DeckChanges


@dataclass(frozen=True, slots=True)
class Candidate:
    """A deck of the library that may be compared with another; `likely` where its title says it is a version of it."""

    deck: Deck
    event: str
    day: str | None
    likely: bool


def stored_version(store: Store, deck_id: int) -> Version:
    """Give a deck of the library as a version.

    Raises:
        UserError: when there is none of this id, or its file is not here.
    """
    deck = with_state(store, db.deck(store, deck_id))
    event = db.event(store, deck.event_id)
    return Version(deck.offered.title, path_of(store, deck), deck, (event.draft.title or "") if event else "")


def file_version(file: Path) -> Version:
    """Give a file that need not be of the library as a version."""
    return Version(file.stem, file)


def compare_versions(
    before: Version, after: Version, password: str | None = None, stop: Stop = go_on
) -> Compared | None:
    """Read two versions in a process of their own and compare them slide by slide; None when it was stopped.

    Raises:
        PasswordWanted: when one needs a password that was not given, or another one.
        UserError: when one is no deck, or nothing of it can be read.
    """
    with DeckReader() as reader:
        old = reader.read(before.file, password)
        if stop():
            return None
        new = reader.read(after.file, password)
    return Compared(before, after, old, new, compare_slides(old.slides, new.slides))


def versions_of(store: Store, deck_id: int | None) -> list[Candidate]:
    """List the other decks that are here, those first whose titles say that they are versions of this one.

    Among these, ones of the same event come first, then the newest events; without a deck all of them, newest first.
    """
    mine = db.deck(store, deck_id) if deck_id is not None else None
    found: list[tuple[float, bool, int, Candidate]] = []
    for rank, (deck, event, day) in enumerate(db.decks_to_compare(store)):
        if deck.id == deck_id or with_state(store, deck).state != "here":
            continue
        likeness = version_likeness(mine.offered.title, deck.offered.title) if mine else 0.0
        same = mine is not None and deck.event_id == mine.event_id
        candidate = Candidate(with_state(store, deck), event, day, likely=likeness >= _LIKELY)
        found.append((-likeness if likeness >= _LIKELY else 0.0, not same, rank, candidate))
    return [candidate for *_, candidate in sorted(found, key=lambda one: one[:3])]


def older_first(store: Store, one: int, other: int) -> tuple[int, int]:
    """Put two decks into the order in which they came into the library; of different events into that of their days."""
    order = {deck.id: (day or "", deck.id) for deck, _, day in db.decks_to_compare(store) if deck.id in (one, other)}
    first, second = sorted((one, other), key=lambda number: order.get(number, ("", number)))
    return first, second


def compared_json(compared: Compared) -> dict[str, Any]:
    """Give a comparison as the JSON that the command line promises."""
    return {
        "before": _version_json(compared.before, compared.old),
        "after": _version_json(compared.after, compared.new),
        "same": compared.changes.is_same,
        "counts": dict(compared.changes.counts),
        "slides": [_slide_json(slide) for slide in compared.changes.slides],
    }


def _version_json(version: Version, text: DeckText) -> dict[str, Any]:
    deck = version.deck
    try:
        sha256 = deck.sha256 if deck else file_sha256(version.file)
    except OSError as error:
        raise explain(error, version.file) from error
    return {
        "id": deck.id if deck else None,
        "uid": deck.uid if deck else None,
        "title": version.title,
        "file": deck.file if deck else str(version.file),
        "sha256": sha256,
        "slides": len(text.slides),
        "unread": to_json(text.unread),
    }


def _slide_json(slide: SlideChange) -> dict[str, Any]:
    about = {"before": slide.before, "after": slide.after, "title": slide.title, "changes": list(slide.what)}
    return {**about, "words": [_wording_json(wording) for wording in slide.words]}


def _wording_json(wording: Wording) -> dict[str, Any]:
    taken, put = list(wording.taken_out), list(wording.put_in)
    return {"place": wording.place, "taken_out": taken, "put_in": put, "pieces": to_json(wording.pieces)}


def same_deck() -> UserError:
    """Say that a deck cannot be compared with itself."""
    return UserError("A deck cannot be compared with itself.", "Choose two decks, or two files.")
