# SPDX-License-Identifier: MIT
"""Fill a library for the tests of the store and of keeping it safe: invented events, notes and so on, no reading."""

import hashlib
import sqlite3
from pathlib import Path
from typing import Any

from eqbrief import store as db
from eqbrief.model import (
    Briefing,
    DeckText,
    Draft,
    DraftDeck,
    DraftPerson,
    DraftRecording,
    DraftSession,
    Framework,
    Look,
    Piece,
    PlanAction,
    Section,
    Slide,
    Target,
    Unread,
    no_text,
)
from eqbrief.store import Keys, Store

KEYS = Keys(person=str.casefold, organisation=str.casefold)
DERIVED = ("passage", "sqlite_", "_sqlite_")
"""What is made from the rest, or kept by SQLite and sqlite-utils for themselves."""


def draft(number: int = 1, **facts: Any) -> Draft:
    """Make up an event; every word of it is invented."""
    return Draft(
        **{
            "source": f"page {number}.html",
            "kind": "event",
            "title": f"Kinder rotas {number}",
            "publisher": "Larkmoor Alliance",
            "series": "Fair Shifts programme",
            "published_on": f"2023-03-{number % 28 + 1:02}",
            "starts_at": f"2023-02-{number % 28 + 1:02}",
            "summary": "Night staff draw up their own rota.",
            "body": "Three wards tried it.\n\nNobody went back.",
            "topics": ("Flexible working", f"Topic {number % 3}"),
            "people": (
                DraftPerson("Imogen Thistlewood", None, None, "chair", ("director",), ("Larkmoor Alliance",)),
                DraftPerson(
                    f"Rafiq Umberley {number}", "Dr", "PhD", "panellist", ("head", "lead"), ("Pennywick",), "rotas"
                ),
            ),
            "decks": (DraftDeck("Presentation", 1_400_000, "pptx", 12, None),),
            "recordings": (DraftRecording("Recording", None),),
            "questions": ("How did the wards begin?", "What would you do differently?"),
            "sessions": (DraftSession("Opening", "T09:30", "T10:00", ("Imogen Thistlewood",)),),
            **facts,
        }
    )


def add_event(store: Store, number: int = 1, **facts: Any) -> int:
    """Store a made-up event with its page's file and give its id."""
    folder = f"2023 Kinder rotas {number}"
    page = f"the page of event {number}\n".encode() * 20
    made = draft(number, **facts)
    with store.change(name=f"Add “{made.title}”") as change:
        event = db.insert_event(store, change, made, KEYS, folder)
        file, sha256 = put(store, f"files/{folder}/page {number}.html", page)
        db.insert_source(change, event, made, file=file, sha256=sha256, moment="2023-04-01T09:00:00Z")
    return event


def put(store: Store, file: str, data: bytes) -> tuple[str, str]:
    """Write a file into the library; give its path there and its SHA-256."""
    path = store.folder / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return file, hashlib.sha256(data).hexdigest()


def attach(store: Store, event: int, data: bytes = b"slides " * 900, name: str = "Rotas.pptx") -> int:
    """Give an event a deck with a file and give the deck's id."""
    found = db.event(store, event)
    assert found is not None
    with store.change(name="Attach") as change:
        deck = db.insert_deck(store, change, event, name)
        file, sha256 = put(store, f"files/{found.folder}/{name}", data)
        db.put_file(store, change, deck, file=file, sha256=sha256, size_bytes=len(data), format="pptx")
    return deck


def show(store: Store, deck: int, *slides: Slide, unread: tuple[Unread, ...] = ()) -> None:
    """Say what was read from a deck's file; without slides, two that are made up."""
    sha256 = db.deck(store, deck).sha256
    assert sha256 is not None, "it has a file"
    made = slides or (
        Slide(1, "Kinder rotas", text={**no_text(), "title": "Kinder rotas", "body": "Ask first", "notes": "Slowly"}),
        Slide(
            2,
            "What we saw",
            True,
            {**no_text(), "title": "What we saw", "table": "Ward\tDays\nFern\t3"},
            1,
            ("A ward",),
        ),
    )
    with store.change("slide") as change:
        db.keep_reading(store, change, sha256, DeckText("pptx", made, unread), 1)


def note(store: Store, event: int, text: str) -> int:
    """Write a note and give its id."""
    with store.change("note") as change:
        return db.add_note(store, change, event, text)


def act(store: Store, event: int, text: str, **values: Any) -> int:
    """Add an action and give its id."""
    with store.change("action", name=f"Add “{text}”") as change:
        return db.add_action(store, change, event, text, **values)


def brief(store: Store, event: int, title: str = "Herons for the board") -> int:
    """Keep a briefing with an event and a note of it, and give its id."""
    found = db.event(store, event)
    assert found is not None
    pieces = [Piece("piece 1", "event", found.uid, found.uid)]
    pieces += [Piece("piece 2", "note", note.uid, found.uid) for note in found.notes[:1]]
    sections = (Section("said", "said", lead="Three wards.", pieces=tuple(pieces)), Section("sources", "sources"))
    made = Briefing(0, f"briefing of {title}", title, "the board", date="2023-06-01", sections=sections)
    with store.change("briefing", name=f"Begin “{title}”") as change:
        return db.add_briefing(store, change, made)


def tag(store: Store, event: int, action: str = "1", framework: str = "kinder-rotas") -> int:
    """Tag an event with an action of a framework and give the tag's id."""
    found = db.event(store, event)
    assert found is not None
    with store.change("tag", name=f"Tag with {action}") as change:
        return db.add_tag(store, change, Target(event), framework, action, event_uid=found.uid)


def look(store: Store, event: int, deck: int) -> None:
    """Say that somebody looked at an event to the end of its page, saw a slide, and ticked a line of its list."""
    with store.change("look") as change:
        db.keep_look(store, change, event, Look("2023-05-02T09:00:00.000Z", "2023-05-02T08:50:00.000Z"))
        db.keep_stay(store, change, event, "2023-05-02T09:05:00.000Z", read=True)
        db.keep_slide_seen(store, change, deck, 1)
    with store.change("review_tick", name="Tick “Briefed”") as change:
        db.set_tick(store, change, event, "briefed", True)


def fill(store: Store, events: int = 3) -> list[int]:
    """Store events, each with a deck that was read, a note, an action, a tag and a look; a briefing of the first."""
    made: list[int] = []
    for number in range(1, events + 1):
        event = add_event(store, number)
        deck = attach(store, event, f"slides of {number} ".encode() * 700, f"Rotas {number}.pptx")
        show(store, deck, unread=(Unread(2, "pictures only, no text"),))
        note(store, event, f"Ask ward {number} about its heron.")
        act(store, event, f"Send ward {number} the rota", owner="Rafiq Umberley", due=f"2023-05-{number % 28 + 1:02}")
        tag(store, event)
        look(store, event, deck)
        made.append(event)
    if made:
        with store.change("framework", name="Add the framework “Kinder rotas”") as change:
            db.put_framework(
                store, change, Framework("kinder-rotas", "Kinder rotas", actions=(PlanAction("1", "Ask"),))
            )
        brief(store, made[0])
    return made


def rows(folder: Path, *, leave: tuple[str, ...] = ()) -> dict[str, list[tuple[Any, ...]]]:
    """Read every row of every table but the derived ones, by a connection of its own."""
    connection = sqlite3.connect(folder / "library.db")
    try:
        names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {
            name: connection.execute(f'SELECT * FROM "{name}" ORDER BY 1').fetchall()
            for name in names
            if not name.startswith(DERIVED) and name not in leave
        }
    finally:
        connection.close()


def passages(folder: Path) -> list[tuple[Any, ...]]:
    """Read what search can find, without the numbers that change with each indexing."""
    connection = sqlite3.connect(folder / "library.db")
    try:
        return sorted(
            connection.execute("SELECT kind, record_id, coalesce(event_id, 0), title, text FROM passage").fetchall()
        )
    finally:
        connection.close()


def files(folder: Path) -> dict[str, bytes]:
    """Read every file below a folder, by its path."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
