# SPDX-License-Identifier: MIT
"""Make pieces of a briefing out of what is chosen in the window: events, slides, questions, notes, hits of a search."""

from collections.abc import Sequence
from uuid import uuid4

from eqbrief import store as db
from eqbrief.model import Event, Hit, Note, Piece, UserError
from eqbrief.model.asking import EnquiryRow
from eqbrief.store import Store


def pieces_of_events(store: Store, numbers: Sequence[int]) -> list[Piece]:
    """Give a piece for each of these events; those that are gone are left out."""
    found = (db.event(store, number) for number in numbers)
    return [event_piece(event) for event in found if event is not None]


def event_piece(event: Event) -> Piece:
    """Give an event as a whole."""
    return Piece(str(uuid4()), "event", event.uid, event.uid)


def question_piece(event: Event, text: str) -> Piece:
    """Give one of an event's questions."""
    return Piece(str(uuid4()), "question", "", event.uid, text=text)


def slide_piece(event_uid: str, deck_uid: str, number: int, show: str = "") -> Piece:
    """Give a slide of a deck, as picture, text or table."""
    return Piece(str(uuid4()), "slide", deck_uid, event_uid, number, show=show)


def note_piece(event: Event, note: Note, passage: str = "") -> Piece:
    """Give a note, or a passage of it, chosen by hand; a private one goes out because it was chosen."""
    return Piece(str(uuid4()), "note", note.uid, event.uid, text=passage.strip(), by_hand=note.private)


def piece_of_hit(store: Store, hit: Hit) -> Piece:
    """Give what a search found as a piece: the thing itself where it is one, else the words that were found.

    Raises:
        UserError: when it is gone, or is a private note, which only goes out when it is chosen where it stands.
    """
    if hit.kind == "event":
        return _only(pieces_of_events(store, [hit.id]))
    if hit.kind == "person":
        return Piece(str(uuid4()), "person", db.name_record(store, "person", hit.id).uid)
    event = db.event(store, hit.event[0]) if hit.event else None
    if event is None:
        raise UserError(f"'{hit.title}' cannot stand in a briefing by itself.", "Add the events that it belongs to.")
    if hit.kind == "note":
        note = next((one for one in event.notes if one.id == hit.id), None)
        if note is None or note.private:
            raise UserError(
                "This note is private or gone.", "Open it beside its event, and add it to the briefing there."
            )
        return note_piece(event, note)
    if hit.kind == "action":
        return _only([Piece(str(uuid4()), "action", one.uid, event.uid) for one in event.actions if one.id == hit.id])
    if hit.kind == "question":
        return question_piece(event, hit.title)
    if str(hit.kind) == "slide" and hit.deck and hit.slide:
        deck = next((one for one in event.decks if hit.deck and one.id == hit.deck[0]), None)
        return slide_piece(event.uid, deck.uid, hit.slide) if deck else event_piece(event)
    words = " ".join(hit.said.split())
    return Piece(str(uuid4()), "text", "", event.uid, text=words) if words else event_piece(event)


def pieces_of_answers(store: Store, rows: Sequence[EnquiryRow]) -> list[Piece]:
    """Give the answers to an enquiry as passages of their events, slides as slides; private notes are left out."""
    made: list[Piece] = []
    for row in rows:
        event = db.event(store, row.event_id)
        if event is None or event.deleted_at:
            continue
        if row.kind == "note":
            shared = next((note for note in event.notes if note.id == row.record_id and not note.private), None)
            made += [note_piece(event, shared, row.text)] if shared else []
        elif row.kind == "slide":
            deck, number, _where = db.slide_spot(store, row.record_id, row.place)
            held = next((one for one in event.decks if deck and one.id == deck[0]), None)
            made += [slide_piece(event.uid, held.uid, number)] if held and number else []
        else:
            said = f"{row.person}: {row.text}" if row.person else row.text
            made.append(Piece(str(uuid4()), "text", "", event.uid, text=said))
    return made


def _only(pieces: list[Piece]) -> Piece:
    if not pieces:
        raise UserError("This is no longer in the library.", "Search again, then add what is found.")
    return pieces[0]
