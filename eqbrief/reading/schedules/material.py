# SPDX-License-Identifier: MIT
"""Sort what a schedule's event offers: decks, recordings, and the rest, which stays a link below the description."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from eqbrief.reading.addresses import path_in
from eqbrief.reading.cuts import tidy
from eqbrief.reading.schedules.programme import Piece, Slot
from eqbrief.reading.words import words

Use = Literal["deck", "recording", "link"]

_DECKS = (".pptx", ".ppt", ".ppsx", ".pps", ".pptm", ".odp", ".key")
_MEDIA = (".mp4", ".webm", ".mov", ".mkv", ".mp3", ".m4a", ".opus", ".ogg", ".ogv", ".flac", ".wav")
_ENDING = re.compile(r"\.[a-z0-9]{1,5}$")
_PAGES = frozenset({"", ".html", ".htm", ".php", ".aspx"})
_SHORT = 4


@dataclass(frozen=True, slots=True)
class Sorted:
    """What an event offers, each part in the order of the file."""

    decks: tuple[Piece, ...] = ()
    recordings: tuple[Piece, ...] = ()
    links: tuple[Piece, ...] = ()


NOTHING = Sorted()


def sorted_material(slot: Slot) -> Sorted:
    """Tell decks and recordings from other files and links; an address that is named twice is offered once."""
    if not (slot.files or slot.links or slot.recordings):
        return NOTHING
    found: dict[Use, dict[tuple[str, str], Piece]] = {"deck": {}, "recording": {}, "link": {}}
    for pieces, attached in ((slot.files, True), (slot.links, False)):
        for piece in pieces:
            _put(found[_use_of(piece, attached=attached)], piece)
    for piece in slot.recordings:
        _put(found["recording"], piece)
    return Sorted(*(tuple(found[use].values()) for use in ("deck", "recording", "link")))


def _put(known: dict[tuple[str, str], Piece], piece: Piece) -> None:
    at = (piece.address, "" if piece.address else piece.title)
    known.setdefault(at, piece)


def _use_of(piece: Piece, *, attached: bool) -> Use:
    ending = _ending(piece.address or piece.title)
    if ending in _DECKS or (ending == ".pdf" and (attached or _says(piece, "slides"))):
        return "deck"
    if ending in _MEDIA:
        return "recording"
    if ending not in _PAGES or not piece.address:
        return "link"
    if _says(piece, "slides") and (len(piece.title.split()) <= _SHORT or _leads_to_slides(piece.address)):
        return "deck"
    if _says(piece, "recordings") and _patterns()["players"].search(piece.address):
        return "recording"
    return "link"


def _ending(address: str) -> str:
    match = _ENDING.search(path_in(address).rpartition("/")[2].casefold())
    return match[0] if match else ""


def _leads_to_slides(address: str) -> bool:
    return any(word in address.casefold() for word in ("slide", "presentation", "deck"))


def _says(piece: Piece, what: str) -> bool:
    patterns = _patterns()
    named = piece.title != piece.address and patterns[what].search(piece.title) is not None
    return (named or patterns[what].search(piece.kind) is not None) and not patterns["others"].search(piece.title)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    table = words().material
    whole = {name: rf"(?<![\w-])(?:{'|'.join(table[name])})(?![\w-])" for name in ("slides", "recordings", "others")}
    return {
        name: re.compile(form, re.IGNORECASE)
        for name, form in (*whole.items(), ("players", "|".join(table["players"])))
    }


def title_of_piece(piece: Piece, otherwise: str) -> str:
    """Give the name of something offered: the file's own where it has none, else what it is."""
    if tidy(piece.title) and piece.title != piece.address:
        return tidy(piece.title)
    named = path_in(piece.address).rpartition("/")[2] if _ending(piece.address) else ""
    return tidy(named) or otherwise
