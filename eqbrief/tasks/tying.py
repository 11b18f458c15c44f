# SPDX-License-Identifier: MIT
"""Tie notes to slides, questions, sessions, moments and names, and say where those are now."""

from collections.abc import Iterable, Sequence
from typing import Literal, Protocol

from eqbrief import store as db
from eqbrief.matching import find_again
from eqbrief.model import Deck, Event, Note, Placed, Slide, Tie, UserError, read_time
from eqbrief.store import Store
from eqbrief.tasks.editing import event as event_of
from eqbrief.tasks.slides import read_stored

_PLACES = ("title", "body", "table", "diagram", "chart")
"""By what stands on a slide it is known again; what the speaker's notes say is often taken out."""


class Tied(Protocol):
    """What may be tied to a part of an event: a note, a tag."""

    @property
    def id(self) -> int:
        """Its number."""
        ...

    @property
    def tie(self) -> Tie | None:
        """What it is tied to."""
        ...


def tie_slide(store: Store, deck_id: int, number: int) -> Tie:
    """Give the tie to a slide of a deck that is here.

    Raises:
        UserError: when there is no such slide, or the deck cannot be read.
    """
    deck = db.deck(store, deck_id)
    slides = db.slides_of(store, deck.id) or read_stored(store, deck.id)[1].slides
    slide = next((slide for slide in slides if slide.number == number), None)
    if slide is None:
        count = f"{len(slides)} slides" if len(slides) != 1 else "1 slide"
        raise UserError(f"“{deck.offered.title}” has no slide {number}.", f"It has {count}: choose one of them.")
    return slide_tie(deck, slide)


def slide_tie(deck: Deck, slide: Slide) -> Tie:
    """Give the tie to a slide that was read."""
    return Tie("slide", deck.uid, slide.number, deck.offered.title, words_on(slide))


def tie_question(store: Store, event_id: int, number: int) -> Tie:
    """Give the tie to a question of an event, by its number from 1.

    Raises:
        UserError: when there is no such question.
    """
    rows = db.parts_of(store, event_id, "question")
    if not 1 <= number <= len(rows):
        raise UserError(f"This event has no question {number}.", f"It has {len(rows)}: choose one of them.")
    return Tie("question", rows[number - 1].uid, number, "", rows[number - 1].name)


def tie_session(store: Store, event_id: int, number: int) -> Tie:
    """Give the tie to a session of an event, by its number from 1.

    Raises:
        UserError: when there is no such session.
    """
    rows = db.parts_of(store, event_id, "session")
    if not 1 <= number <= len(rows):
        raise UserError(f"This event has no session {number}.", f"It has {len(rows)}: choose one of them.")
    return Tie("session", rows[number - 1].uid, number, rows[number - 1].name, rows[number - 1].name)


def tie_moment(store: Store, transcript_id: int, seconds: float) -> Tie:
    """Give the tie to a moment of a transcript, in seconds from its beginning."""
    found = db.transcript(store, transcript_id)
    return Tie("transcript", found.uid, int(seconds), found.title)


def tie_time(store: Store, event_id: int, time: str) -> Tie:
    """Give the tie to a moment of an event's first transcript, written as players show it: '1:02:09'.

    Raises:
        UserError: when that is no time, or the event has no transcript.
    """
    seconds, kept = read_time(time), db.transcripts_of(store, event_id)
    if seconds is None:
        raise UserError(f"'{time}' is no time of a recording.", "Write it as 4:07 or 1:02:09.")
    if not kept:
        raise UserError("This event has no transcript.", "Attach one first: a .vtt or .srt file, or Teams' .docx.")
    return tie_moment(store, kept[0].id, seconds)


def tie_turn(store: Store, turn_id: int) -> Tie:
    """Give the tie to the moment at which a turn of a transcript begins.

    Raises:
        UserError: when the turn is gone.
    """
    transcript, turn = db.transcript_of_turn(store, turn_id), db.turn(store, turn_id)
    if transcript is None or turn is None:
        raise UserError("This passage is no longer in the library.", "Open the transcript once more.")
    return tie_moment(store, transcript, turn.starts_at)


def tie_name(store: Store, kind: Literal["person", "organisation"], number: int) -> Tie:
    """Give the tie to a person or an organisation."""
    record = db.name_record(store, kind, number)
    return Tie(kind, record.uid, None, record.name)


def places(store: Store, event: Event, tied: Sequence[Tied]) -> dict[int, Placed]:
    """Say for each note or tag that is tied to a part of its event where that part is now, by its id.

    A slide is looked for in its deck, then in the event's other decks: by its content, then by its number. Where the
    slides of a deck are not known yet, it stays at the number at which it was written.
    """
    found: dict[int, Placed] = {}
    known: dict[int, tuple[Slide, ...]] = {}
    for one in tied:
        if one.tie is not None:
            found[one.id] = place(store, event, one.tie, known)
    return found


def words_on(slide: Slide) -> str:
    """Give all the words that stand on a slide, its title on the first line."""
    return "\n".join(slide.text[place] for place in _PLACES if slide.text[place]).strip()


def place(store: Store, event: Event, tie: Tie, known: dict[int, tuple[Slide, ...]] | None = None) -> Placed:
    """Say where what a tie leads to is now; `known` keeps the slides of decks that were read."""
    if tie.kind == "slide":
        return _place_slide(store, event, tie, {} if known is None else known)
    if tie.kind in ("question", "session"):
        rows = db.parts_of(store, event.id, tie.kind)
        same = next((row for row in rows if row.uid == tie.uid and row.name == tie.words), None)
        at = rows.index(same) + 1 if same else find_again(tie.words, tie.number, [row.name for row in rows])
        return Placed(rows[at - 1].id, at, rows[at - 1].name) if at else Placed(None)
    if tie.kind == "transcript":
        kept = db.transcripts_of(store, event.id)
        one = next((one for one in kept if one.uid == tie.uid), None)
        one = one or next((one for one in kept if one.title == tie.title), None)
        return Placed(one.id, tie.number, one.title) if one else Placed(None)
    return Placed(event.id, tie.number, tie.title)


def _place_slide(store: Store, event: Event, tie: Tie, known: dict[int, tuple[Slide, ...]]) -> Placed:
    own = [deck for deck in event.decks if deck.uid == tie.uid]
    own = own or [deck for deck in event.decks if deck.offered.title == tie.title]
    for deck in (*own, *(deck for deck in event.decks if deck not in own and deck.file)):
        slides = known.setdefault(deck.id, db.slides_of(store, deck.id))
        if not slides:
            if deck in own:
                return Placed(deck.id, tie.number, deck.offered.title)
            continue
        # A picture's place is known by its number alone, and that says nothing of another deck.
        at = find_again(tie.words, tie.number, [words_on(slide) for slide in slides])
        if at is not None and (tie.words or deck in own):
            return Placed(deck.id, slides[at - 1].number, deck.offered.title)
    return Placed(None)


def event_places(store: Store, event_id: int) -> dict[int, Placed]:
    """Say for the notes of an event where what they are tied to is now."""
    found = event_of(store, event_id)
    return places(store, found, found.notes)


def places_of(store: Store, notes: Iterable[Note]) -> dict[int, Placed]:
    """Say for tied notes of any events where what they are tied to is now; an event is read once for all of its notes.

    Notes on people and organisations are where they are.
    """
    tied: dict[int, list[Note]] = {}
    for note in notes:
        if note.tie is not None and note.event_id is not None:
            tied.setdefault(note.event_id, []).append(note)
    found: dict[int, Placed] = {}
    for event_id, ones in tied.items():
        event = db.event(store, event_id)
        if event is not None:
            found |= places(store, event, ones)
    return found
