# SPDX-License-Identifier: MIT
"""Invented events, slides and notes to compose briefings from; nothing of them is anybody's."""

import io
from typing import Any

from PIL import Image

from eqbrief.briefing import Material, ShownSlide, compose
from eqbrief.briefing.document import Document
from eqbrief.model import (
    Action,
    Appearance,
    Briefing,
    Draft,
    DraftPerson,
    Event,
    Note,
    Piece,
    Section,
    Slide,
    Source,
    no_text,
)

MARKER = "Zanzibar-private-marker"
TERMS = {"ICB": "Integrated Care Board", "EDI": "equality, diversity and inclusion"}


def png(width: int = 320, height: int = 180) -> bytes:
    """Make a small picture."""
    out = io.BytesIO()
    Image.new("RGB", (width, height), "#0a6670").save(out, "PNG")
    return out.getvalue()


def event(number: int = 1, **facts: Any) -> Event:
    """Make up an event with two people, two questions, a shared and a private note and an action."""
    uid = f"event-{number}"
    draft = Draft(
        **{
            "source": "page.html",
            "kind": "event",
            "title": f"Kinder rotas & fair shifts {number}",
            "publisher": "Larkmoor Alliance",
            "series": "Fair Shifts programme",
            "starts_at": f"2023-02-{number % 28 + 1:02}",
            "summary": f"Night staff of ward {number} draw up their own rota, says the ICB.",
            "body": "## What was told\n\nThree wards tried *it*. Nobody went **back**.\n\n- First\n- Second <b>x</b>",
            "topics": ("Flexible working",),
            "questions": ("How did the wards begin?", "What about the EDI plan?"),
            **facts,
        }
    )
    people = (
        DraftPerson("Imogen Thistlewood", None, None, "chair", ("director",), ("Larkmoor Alliance",)),
        DraftPerson(f"Rafiq Umberley {number}", "Dr", None, "panellist", ("head", "lead"), ("Pennywick ICB",)),
    )
    return Event(
        id=number,
        uid=uid,
        draft=draft,
        state="reviewed",
        starred=False,
        series=None,
        topics=(),
        appearances=tuple(Appearance(number * 10 + at, at, number, person) for at, person in enumerate(people)),
        decks=(),
        notes=(
            Note(number * 2, f"note-{number}", number, f"### Use\n\nAsk ward {number} about *herons*.", False, "", ""),
            Note(number * 2 + 1, f"secret-{number}", number, f"{MARKER} {number}", True, "", ""),
        ),
        sources=(Source(number, f"source-{number}", number, f"https://example.org/{number}", None, "", None, ""),),
        folder="",
        actions=(
            Action(number, f"action-{number}", number, f"Send ward {number} the rota", "Rafiq", due="2023-05-09"),
        ),
    )


def material(events: int = 3, **more: Any) -> Material:
    """Gather some events, and two slides of a deck: the first as a picture, the second a table."""
    table = "Site\tTrained\tAfter\nHarrow Vale\t1,240\t12 %\nPennywick\t96\t=1+1"
    slides = {
        ("deck-1", 3): ShownSlide("Rotas", Slide(3, "Trained", text={**no_text(), "table": table})),
        ("deck-1", 12): ShownSlide(
            "Rotas",
            Slide(12, "The bystander programme", text={**no_text(), "body": "Built with unions\nFour hours"}),
            png(),
            320,
            180,
        ),
    }
    made = (event(number) for number in range(1, events + 1))
    return Material({one.uid: one for one in made}, slides, terms=TERMS, **more)


def briefing(events: int = 3, **facts: Any) -> Briefing:
    """Make up a briefing: events, two slides, a note passage by hand and a section of one's own words."""
    wholes = tuple(Piece(f"p{n}", "event", f"event-{n}", f"event-{n}") for n in range(1, events + 1))
    more = (
        Piece("s12", "slide", "deck-1", "event-1", 12),
        Piece("s3", "slide", "deck-1", "event-1", 3, show="table"),
        Piece("n1", "note", "note-1", "event-1", text="Herons: *a passage* of a note."),
    )
    sections = (
        Section("1", "summary", lead="All three train teams, not people."),
        Section("2", "people"),
        Section("3", "said", pieces=(*wholes, *more)),
        Section("4", "questions"),
        Section("5", "actions"),
        Section("6", "glossary"),
        Section("7", "sources"),
    )
    return Briefing(
        **{
            "id": 1,
            "uid": "b",
            "title": "Active bystanders: what three events tell us",
            "audience": "the steering group",
            "author": "Amal Farrow",
            "date": "2024-03-01",
            "classification": "OFFICIAL",
            "contents": True,
            "sections": sections,
            **facts,
        }
    )


def document(**facts: Any) -> Document:
    """Compose that briefing."""
    return compose(briefing(**facts), material())
