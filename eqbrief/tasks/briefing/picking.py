# SPDX-License-Identifier: MIT
"""Make pieces of a briefing out of what is chosen in the window: events, slides, questions, notes, hits of a search."""

from collections.abc import Sequence
from uuid import uuid4

from eqbrief import store as db
from eqbrief.model import Action, Event, Hit, NameRecord, Note, Piece, Said, Term, Transcript, Turn, UserError, say_time
from eqbrief.model.asking import Enquiry, EnquiryRow
from eqbrief.store import Store

_TURN = "transcript, {}"


def pieces_of_events(store: Store, numbers: Sequence[int]) -> list[Piece]:
    """Give a piece for each of these events; those that are gone are left out."""
    return [_event_piece(uid) for uid in db.event_uids(store, numbers)]


def event_piece(event: Event) -> Piece:
    """Give an event as a whole."""
    return _event_piece(event.uid)


def _event_piece(uid: str) -> Piece:
    return Piece(str(uuid4()), "event", uid, uid)


def question_piece(event: Event, text: str) -> Piece:
    """Give one of an event's questions."""
    return Piece(str(uuid4()), "question", "", event.uid, text=text)


def slide_piece(event_uid: str, deck_uid: str, number: int, show: str = "") -> Piece:
    """Give a slide of a deck, as picture, text or table."""
    return Piece(str(uuid4()), "slide", deck_uid, event_uid, number, show=show)


def slide_pieces(store: Store, deck_id: int, number: int) -> list[Piece]:
    """Give a slide of a deck by the deck's id."""
    deck = db.deck(store, deck_id)
    event = db.event(store, deck.event_id)
    return [slide_piece(event.uid, deck.uid, number)] if event else []


def plan_piece(framework: str, action: str = "") -> Piece:
    """Give a framework by its key with all its evidence, or the one action of this number."""
    return Piece(str(uuid4()), "plan", framework, text=action)


def note_piece(event: Event, note: Note, passage: str = "") -> Piece:
    """Give a note, or a passage of it, chosen by hand; a private one goes out because it was chosen."""
    return Piece(str(uuid4()), "note", note.uid, event.uid, text=passage.strip(), by_hand=note.private)


def note_pieces(store: Store, event_id: int, number: int | None, passage: str = "") -> list[Piece]:
    """Give one of an event's notes, or a passage of it, chosen by hand where it stands.

    Raises:
        UserError: when there is nothing in it.
    """
    event = db.event(store, event_id)
    note = next((one for one in event.notes if one.id == number), None) if event else None
    if event is None or note is None:
        raise UserError("This note is empty.", "Write a line of text, then add it.")
    return [note_piece(event, note, passage)]


def passage_piece(event: Event, words: str, *, speaker: str = "", place: str = "") -> Piece:
    """Give words that stand at a place of an event, and who said them."""
    said = " ".join(words.split())
    return Piece(str(uuid4()), "text", "", event.uid, text=said, speaker=speaker, place=place)


def turn_pieces(store: Store, shown: Transcript, turns: Sequence[Turn]) -> list[Piece]:
    """Give what was said in turns of a transcript, each under the name of the person or else of the file."""
    event = db.event(store, shown.event_id)
    return [] if event is None else [_turn_piece(event, turn) for turn in turns]


def _turn_piece(event: Event, turn: Turn) -> Piece:
    known = {one.person_id: one.printed.name for one in event.appearances}
    speaker = known.get(turn.person_id or 0) or turn.speaker or ""
    return passage_piece(event, turn.text, speaker=speaker, place=_TURN.format(say_time(turn.starts_at)))


def said_pieces(store: Store, said: Said, speaker: str) -> list[Piece]:
    """Give something that a person said or spoke on, or that names them: their words, a slide, a question."""
    event, number = db.event(store, said.event_id), said.record_id
    if event is None:
        return []
    if said.kind == "turn" and number is not None and (turn := db.turn(store, number)) is not None:
        return [_turn_piece(event, turn)]
    if said.kind == "deck" and number is not None:
        return slide_pieces(store, number, said.slide) if said.slide else [event_piece(event)]
    if said.kind == "question":
        return [question_piece(event, said.text)]
    return [passage_piece(event, said.text, speaker=speaker if said.kind == "talk" else "")]


def person_piece(record: NameRecord) -> Piece:
    """Give a person with what they took part in.

    Raises:
        UserError: when it is an organisation.
    """
    if record.kind != "person":
        raise UserError(
            f"“{record.name}” is an organisation, and only people stand in a briefing by themselves.",
            "Add the people who spoke for it, or the events.",
        )
    return Piece(str(uuid4()), "person", record.uid)


def action_piece(store: Store, action: Action) -> Piece:
    """Give an action."""
    event = db.event(store, action.event_id)
    return _only([Piece(str(uuid4()), "action", action.uid, event.uid)] if event else [])


def term_piece(term: Term) -> Piece:
    """Give a term of the glossary with what it means there now."""
    return Piece(str(uuid4()), "term", term.short, text=term.long)


def table_piece(enquiry: Enquiry) -> Piece:
    """Give an enquiry with the table of all its answers."""
    return Piece(str(uuid4()), "table", enquiry.uid)


def piece_of_hit(store: Store, hit: Hit) -> Piece:
    """Give what a search found as a piece: the thing itself where it is one, else the words that were found.

    Raises:
        UserError: when it is gone, or is a private note, which only goes out when it is chosen where it stands.
    """
    if hit.kind == "event":
        return _only(pieces_of_events(store, [hit.id]))
    if hit.kind == "person":
        return person_piece(db.name_record(store, "person", hit.id))
    if hit.kind == "term":
        return _only([term_piece(term) for term in (db.term(store, hit.id),) if term is not None])
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
    if hit.kind == "transcript" and (turn := db.turn(store, hit.id)) is not None:
        return _turn_piece(event, turn)
    return passage_piece(event, hit.said) if hit.said.strip() else event_piece(event)


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
        elif row.kind == "transcript" and (turn := db.turn(store, row.record_id)) is not None:
            made.append(_turn_piece(event, turn))
        else:
            made.append(passage_piece(event, row.text, speaker=row.person))
    return made


def _only(pieces: list[Piece]) -> Piece:
    if not pieces:
        raise UserError("This is no longer in the library.", "Search again, then add what is found.")
    return pieces[0]
