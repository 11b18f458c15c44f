# SPDX-License-Identifier: MIT
"""What is selected in the list as pieces of a briefing: events, people, or what a search found."""

from collections.abc import Sequence

from eqbrief import store as db
from eqbrief.model import Hit, Piece
from eqbrief.store import Store
from eqbrief.tasks import briefing


def pieces_of_rows(store: Store, shows: str, numbers: Sequence[int], hits: Sequence[Hit]) -> list[Piece]:
    """Give a piece for each hit or else each record, by the kind that the list shows; raises UserError as tasks do."""
    if hits:
        return [briefing.piece_of_hit(store, hit) for hit in hits]
    if shows == "events":
        return briefing.pieces_of_events(store, numbers)
    kind = "person" if shows == "people" else "organisation"
    return [briefing.person_piece(db.name_record(store, kind, number)) for number in numbers]
