# SPDX-License-Identifier: MIT
"""Drafts of invented events with their pages and evidence, as reading gives them."""

from dataclasses import replace

from eqbrief.model import Draft, DraftDeck, DraftPerson, Evidence
from eqbrief.tasks import Page

TEXT = """Kestrel Vale Network

Why experienced porters stay

14 May 2024

Notes from our Steady Hands programme webinar, held on Wednesday 8 May 2024.

• Workforce
• Staff wellbeing

Download event slides: Steady Hands 080524, 4.1 MB

Chair
• Dame Petronella Ashgrove DBE – chair, Kestrel Vale Network

Panellists:
• Professor Tobias Wetherby CBE – chief porter and deputy head of estates, Larkmoor Hospitals
• Dr Nkechi Fairweather-Holt – clinical lead for rest & programme director, Larkmoor, Thornfield and Lyde (LTL) \
Invented Care Board (ICB)
• Griff Penhallow – head of people – operations, Larkmoor, Thornfield and Lyde ICB

The session looked at why porters with more than ten years of service leave, and what three wards tried.

“Nobody had asked me before”, said one of them. The panel set out how a yearly talk about the job came to be.
"""
QUESTIONS = ("Who should begin the talk?", "What did it cost the wards?", "What would the panel do differently?")


def mark(text: str, words: str, origin: str = "sentence", confidence: float = 0.95) -> tuple[Evidence, ...]:
    """Give the evidence that words stand in a text; fails where they do not."""
    start = text.index(words)
    return (Evidence(start, start + len(words), words, origin, confidence),)


def porters(source: str = "porters.html", *, doubts: bool = True) -> Draft:
    """Give the draft of a page with a chair and three panellists; with `doubts` two fields are to be checked."""
    people = (
        DraftPerson("Petronella Ashgrove", "Dame", "DBE", "chair", ("chair",), ("Kestrel Vale Network",)),
        DraftPerson("Tobias Wetherby", "Professor", "CBE", "panellist", ("chief porter", "deputy head of estates"),
                    ("Larkmoor Hospitals",)),
        DraftPerson("Nkechi Fairweather-Holt", "Dr", None, "panellist",
                    ("clinical lead for rest", "programme director"),
                    ("Larkmoor, Thornfield and Lyde (LTL) Invented Care Board (ICB)",)),
        DraftPerson("Griff Penhallow", None, None, "panellist", ("head of people – operations",),
                    ("Larkmoor, Thornfield and Lyde ICB",)),
    )  # fmt: skip
    unsure = 0.5 if doubts else 0.9
    evidence = {
        "title": mark(TEXT, "Why experienced porters stay", "heading"),
        "publisher": mark(TEXT, "Kestrel Vale Network", "line", unsure),
        "published_on": mark(TEXT, "14 May 2024", "line"),
        "starts_at": mark(TEXT, "Wednesday 8 May 2024"),
        "series": mark(TEXT, "Steady Hands programme"),
        "topics.0": mark(TEXT, "Workforce", "list"),
        "topics.1": mark(TEXT, "Staff wellbeing", "list"),
        "decks.0": mark(TEXT, "Steady Hands 080524, 4.1 MB", "label"),
        "body": mark(TEXT, "The session looked at"),
        "people.3.roles.0": mark(TEXT, "head of people – operations", "list", unsure),
    }
    for number, person in enumerate(people):
        evidence[f"people.{number}.name"] = mark(TEXT, person.name, "list")
        evidence[f"people.{number}.organisations.0"] = mark(TEXT, person.organisations[0], "list")
    for number, role in enumerate(people[2].roles):
        evidence[f"people.2.roles.{number}"] = mark(TEXT, role, "list")
    evidence["people.2.honorific"] = mark(TEXT, "Dr", "list")
    evidence["people.2.capacity"] = mark(TEXT, "Panellists", "label")
    return Draft(
        source,
        "event",
        title="Why experienced porters stay",
        publisher="Kestrel Vale Network",
        series="Steady Hands programme",
        language="en",
        published_on="2024-05-14",
        starts_at="2024-05-08",
        topics=("Workforce", "Staff wellbeing"),
        people=people,
        decks=(DraftDeck("Steady Hands 080524", 4_100_000),),
        questions=QUESTIONS,
        body="The session looked at why porters with more than ten years of service leave, and what three wards tried.",
        text=TEXT,
        evidence=evidence,
    )


def certain(number: int) -> Draft:
    """Give a short draft in which nothing is to be checked."""
    title = f"Board talk about belonging, part {number}"
    text = f"Kestrel Vale Network\n\n{title}\n\nHeld on {number} June 2024.\n"
    return Draft(
        f"belonging-{number}.html",
        "event",
        title=title,
        publisher="Kestrel Vale Network",
        starts_at=f"2024-06-{number:02}",
        text=text,
        evidence={"title": mark(text, title), "starts_at": mark(text, f"{number} June 2024")},
    )


def week(events: int = 5) -> Draft:
    """Give a listing of several events."""
    parts = tuple(
        Draft("week.html", "event", title=f"Rest week: talk {n}", starts_at=f"2024-07-{1 + (n - 1) % 28:02}T10:00")
        for n in range(1, events + 1)
    )
    text = "\n".join(["Rest week timetable", "", *(part.title or "" for part in parts)])
    return Draft("week.html", "listing", title="Rest week timetable", events=parts, text=text)


def other() -> Draft:
    """Give a draft of a page that is no event."""
    text = "Ten thoughts on a conference\n\nI went there by train, and came back with ten thoughts.\n"
    return Draft("thoughts.html", "other", title="Ten thoughts on a conference", text=text)


def page(draft: Draft | None, name: str = "", reason: str | None = None) -> Page:
    """Give the page that a draft was read from; its bytes differ with its name."""
    name = name or (draft.source if draft else "x")
    return Page(name, f"{name}\n{draft.text if draft else ''}".encode(), draft, reason)


def long_titled() -> Draft:
    """Give a draft with a title of 180 characters."""
    title = (
        "Everything that a made-up programme learnt in six years about rotas, rest, respect and the conversations "
        "that nobody had, told by the people who were there and by those who were not asked"
    )
    return replace(porters("long.html"), title=title[:180])
