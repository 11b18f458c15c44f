# SPDX-License-Identifier: MIT
"""Names in notes: what is offered while one types, what a name stands for, and which notes name somebody."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from eqbrief import store as db
from eqbrief.matching import person_key
from eqbrief.model import Filter, say_date
from eqbrief.model.mentions import (
    Mention,
    Mentioned,
    MentionedIn,
    MentionKind,
    event_mention,
    mentions_in,
    person_mention,
    plain_title,
    same_tag,
    slide_mention,
    slide_named,
    topic_mention,
)
from eqbrief.store import Store
from eqbrief.store.mentions import events_called, notes_naming

_MOST = 8
_FEW_SLIDES = 4
"""So many slides are offered before the events, unless it is slides that are typed for."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A name that may be meant: what is shown, a word about it, and what is written when it is chosen."""

    kind: MentionKind
    name: str
    about: str
    written: str


def offers(store: Store, event_id: int | None, begun: Mention) -> list[Offer]:
    """List what a name that is being typed may become; what belongs to the event stands first."""
    words = begun.words.casefold().split()
    if begun.sign == "@":
        found = _people(store, event_id, words)
    elif begun.sign == "#":
        names = (named.name for named in db.all_named(store, "topic"))
        found = (Offer("topic", name, "", topic_mention(name)) for name in names if _like(name, words))
    else:
        found = _slides_and_events(store, event_id, words)
    return [one for one in islice(found, _MOST) if one.written != f"{begun.sign}{begun.words}"]


def meaning(store: Store, event_id: int | None, mention: Mention) -> Mentioned | None:
    """Find what a mention in a note of an event stands for; None where the library has none of that name."""
    if mention.sign == "@":
        return _person(store, event_id, mention.words)
    if mention.sign == "#":
        named = (one for one in db.all_named(store, "topic") if same_tag(one.name, mention.words))
        return next((Mentioned("topic", one.id, one.name) for one in named), None)
    slide = slide_named(mention.words)
    found = _slide(store, event_id, *slide) if slide is not None else None
    return found or _event(store, mention.words)


def naming_person(store: Store, number: int) -> list[MentionedIn]:
    """List the lines of notes that name a person, by any of the names known for them."""
    record = db.name_record(store, "person", number)
    keys = {person_key(name) for name in (record.name, *record.other_names)}
    written = dict.fromkeys(person_mention(name) for name in (record.name, *record.other_names))
    return [
        one
        for _text, one in notes_naming(store, written)
        if any(found.sign == "@" and person_key(found.words.rstrip(".")) in keys for found in mentions_in(one.line))
    ]


def naming_event(store: Store, number: int) -> list[MentionedIn]:
    """List the lines of notes that name an event by its title."""
    event = db.event(store, number)
    if event is None or not event.draft.title:
        return []
    written = event_mention(event.draft.title)[:-2]
    return [
        one
        for _text, one in notes_naming(store, [written])
        for found in mentions_in(one.line)
        if found.sign == "[[" and (meant := _event(store, found.words)) is not None and meant.id == number
    ]


def _people(store: Store, event_id: int | None, words: list[str]) -> Iterator[Offer]:
    event = db.event(store, event_id) if event_id is not None else None
    offered: set[str] = set()
    for appearance in event.appearances if event is not None else ():
        printed = appearance.printed
        if _like(printed.name, words) and printed.name not in offered:
            offered.add(printed.name)
            about = ", ".join((*printed.roles[:1], *printed.organisations[:1]))
            yield Offer("person", printed.name, about, person_mention(printed.name))
    for named in db.all_named(store, "person"):
        if _like(named.name, words) and named.name not in offered:
            yield Offer("person", named.name, "", person_mention(named.name))


def _slides_and_events(store: Store, event_id: int | None, words: list[str]) -> Iterator[Offer]:
    wanted = bool(words) and "slide".startswith(words[0])
    slides = list(islice(_slides(store, event_id, words[1:] if wanted else words), _MOST))
    if wanted:
        yield from slides
    else:
        yield from slides[: _FEW_SLIDES if words else 0]
    ids = db.event_ids(store, Filter(words=" ".join(words)))[: _MOST * 8]
    cards = [card for card in db.event_cards(store, ids) if card.id != event_id and card.title]
    for card in sorted(cards, key=lambda card: not _like(card.title, words))[:_MOST]:
        is_one = (
            sum(plain_title(called) == plain_title(card.title) for _, called, _ in events_called(store, card.title)) < 2
        )
        written = event_mention(card.title if is_one or not card.date else f"{card.title} ({say_date(card.date)})")
        about = " · ".join(part for part in (say_date(card.date), card.publisher) if part)
        yield Offer("event", card.title, about, written)


def _slides(store: Store, event_id: int | None, words: list[str]) -> Iterator[Offer]:
    for deck in db.decks_of(store, [event_id]) if event_id is not None else ():
        for slide in db.slides_of(store, deck.id):
            title = slide.text["title"].split("\n")[0].strip()
            numbers, others = [w for w in words if w.isdecimal()], [w for w in words if not w.isdecimal()]
            named = f"{title} {deck.offered.title}"
            if all(str(slide.number).startswith(n) for n in numbers) and _like(named, [w for w in others if w != "of"]):
                about = " · ".join(part for part in (title, deck.offered.title) if part)
                written = slide_mention(slide.number, deck.offered.title)
                yield Offer("slide", f"Slide {slide.number}", about, written)


def _person(store: Store, event_id: int | None, words: str) -> Mentioned | None:
    """Find the person of the longest name that stands there, first among those of the event."""
    event = db.event(store, event_id) if event_id is not None else None
    here = {person_key(one.printed.name): one for one in event.appearances} if event is not None else {}
    parts = words.rstrip(".").split(" ")
    for many in range(len(parts), 0, -1):
        key = person_key(" ".join(parts[:many]))
        if key in here:
            return Mentioned("person", here[key].person_id, here[key].printed.name)
        if (found := db.person_by_key(store, key)) is not None:
            return Mentioned("person", *found)
    return None


def _slide(store: Store, event_id: int | None, number: int, title: str) -> Mentioned | None:
    """Find the deck of a slide among those of the event, then among all; without a title the event's only deck."""
    own = db.decks_of(store, [event_id]) if event_id is not None else []
    if not title:
        return Mentioned("slide", own[0].id, own[0].offered.title, number) if len(own) == 1 else None
    for deck in (*own, *db.decks_here(store)):
        if plain_title(deck.offered.title) == plain_title(title):
            return Mentioned("slide", deck.id, deck.offered.title, number)
    return None


def _event(store: Store, words: str) -> Mentioned | None:
    """Find the newest event of a title, or the one of a day where that stands behind it."""
    title, _, day = words.rpartition(" (")
    for called, date in ((words, None), (title, day.removesuffix(")"))):
        if called:
            for number, found, held in events_called(store, called):
                if plain_title(found) == plain_title(called) and date in (None, say_date(held)):
                    return Mentioned("event", number, found)
    return None


def _like(name: str, words: list[str]) -> bool:
    """Say whether each of the words begins a word of the name."""
    parts = name.casefold().replace("-", " ").split()
    parts += name.casefold().split()
    return all(any(part.startswith(word) for part in parts) for word in words)
