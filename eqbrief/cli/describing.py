# SPDX-License-Identifier: MIT
"""Events and slides in words for a terminal: what was read, and what the library holds."""

from collections.abc import Iterable

from eqbrief.cli.printing import say, say_table, say_wrapped
from eqbrief.model import (
    Action,
    Deck,
    DeckText,
    Draft,
    DraftPerson,
    Event,
    EvidenceItem,
    Place,
    Transcript,
    say_date,
    say_period,
    say_time,
    today,
)

_UNITS = ((1_000_000, "MB"), (1_000, "kB"))
_DECK_STATES = {"here": "here", "named": "named by the page, not here yet", "missing": "its file is missing"}


def say_draft(draft: Draft) -> None:
    """Print what was read from a page; a listing with the events that it names."""
    _say_facts(draft)
    _say_list("Decks", (f"{deck.title}{_size(deck.size_bytes)}" for deck in draft.decks))
    _say_parts(draft)
    for event in draft.events:
        say_draft(event)


def say_event(event: Event) -> None:
    """Print everything about an event but its page; private notes are marked."""
    _say_facts(event.draft)
    say_table([("State", event.state + (", starred" if event.starred else "")), ("Number", str(event.id))])
    say()
    _say_list("Decks", (deck_line(deck) for deck in event.decks))
    _say_parts(event.draft)
    if event.draft.body:
        say("Text")
        say_wrapped(event.draft.body, indent="  ")
        say()
    for note in event.notes:
        say("Private note" if note.private else "Note")
        say_wrapped(note.text, indent="  ")
        say()
    _say_list("Actions", (f"{action.id} {action_line(action, today())}" for action in event.actions))
    _say_list("Sources", (f"{source.address}, added on {say_date(source.added_at[:10])}" for source in event.sources))


def say_tags(items: Iterable[EvidenceItem]) -> None:
    """Print for which actions of frameworks something of an event is evidence."""
    tagged = ((item.tag, "the event" if item.tag.kind == "event" else item.hit.title) for item in items)
    _say_list("Evidence", (f"{tag.id} action {tag.action} of {tag.framework}: {what}" for tag, what in tagged))


_HEADINGS: dict[Place, str] = {"table": "Table", "diagram": "Diagram", "chart": "Chart", "notes": "Speaker notes"}


def say_slides(title: str, deck: DeckText) -> None:
    """Print what stands on each slide of a deck, and what could not be read."""
    say_wrapped(title)
    for slide in deck.slides:
        say()
        say_wrapped(f"Slide {slide.number}{' (hidden)' if slide.hidden else ''}: {slide.title or 'no title'}")
        for place, text in slide.text.items():
            if text and place != "title":
                if place in _HEADINGS:
                    say(f"  {_HEADINGS[place]}")
                say_wrapped(text, indent="    ")
        for words in slide.alternatives:
            say_wrapped(words, indent="    ", first="    Picture: ")
        for link in slide.links:
            say(f"    Link: {link.url}")
    if deck.unread:
        say()
        say("Not read")
        for one in deck.unread:
            say(f"  {f'Slide {one.slide}: ' if one.slide else ''}{one.reason}")


def _say_facts(draft: Draft) -> None:
    say_wrapped(draft.title or "(no title was found)")
    facts = {
        "Date": say_period(draft.starts_at, draft.ends_at, weekday=True),
        "Published": say_date(draft.published_on),
        "Publisher": draft.publisher,
        "Series": draft.series,
        "Topics": ", ".join(draft.topics),
        "Status": draft.status,
        "Kind": "" if draft.kind == "event" else draft.kind,
    }
    say_table((name, value) for name, value in facts.items() if value)
    if draft.summary:
        say()
        say_wrapped(draft.summary)
    say()
    _say_list("People", map(_person_line, draft.people))


def _say_parts(draft: Draft) -> None:
    _say_list("Recordings", (f"{one.title} {one.url or ''}" for one in draft.recordings))
    _say_list("Agenda", (f"{say_period(part.starts_at, part.ends_at)} {part.title}".strip() for part in draft.sessions))
    _say_list("Questions", draft.questions)


def _say_list(heading: str, lines: Iterable[str]) -> None:
    listed = list(lines)
    if not listed:
        return
    say(heading)
    for line in listed:
        say_wrapped(" ".join(line.split()), indent="    ", first="  - ")
    say()


def _person_line(person: DraftPerson) -> str:
    name = " ".join(part for part in (person.honorific, person.name, person.credentials) if part)
    parts = (name, " & ".join(person.roles), "; ".join(person.organisations))
    return f"{', '.join(part for part in parts if part)} ({person.capacity})"


def action_line(action: Action, day: str) -> str:
    """Write an action in one line: what, by whom, by when, and what came of it."""
    due = f"{'overdue since' if action.is_overdue(day) else 'by'} {say_date(action.due)}" if action.due else ""
    about = ", ".join(part for part in (action.owner, due) if part)
    if action.state == "done":
        return f"done: {action.text}{f' – {action.outcome}' if action.outcome else ''}"
    return f"{action.text}{f' ({about})' if about else ''}"


def deck_line(deck: Deck) -> str:
    """Write a deck in one line: its number, title, size, and whether it is here."""
    return (
        f"{deck.id} {deck.offered.title}{_size(deck.size_bytes or deck.offered.size_bytes)}: {_DECK_STATES[deck.state]}"
    )


def transcript_line(transcript: Transcript) -> str:
    """Write a transcript in one line: its title, how long it is, and how many of its speakers are known."""
    speakers = {turn.speaker: turn.person_id for turn in transcript.turns if turn.speaker}
    known = sum(person is not None for person in speakers.values())
    ends_at = max((turn.ends_at or turn.starts_at for turn in transcript.turns), default=0)
    return f"{transcript.title}, {say_time(ends_at)}, {len(speakers)} speakers, {known} of them known"


def _size(size_bytes: int | None) -> str:
    """Write a size as pages do, decimal: ', 2.3 MB'."""
    if not size_bytes:
        return ""
    for unit, name in _UNITS:
        if size_bytes >= unit:
            return f", {size_bytes / unit:.1f}".removesuffix(".0") + f" {name}"
    return f", {size_bytes} bytes"
