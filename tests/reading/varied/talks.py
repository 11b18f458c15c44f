# SPDX-License-Identifier: MIT
# ruff: noqa: E501 - what pages print is as long as it is
"""People beside what they spoke on, in lists and tables of talks, and people whom only a biography presents."""

from dataclasses import replace

from tests.reading.varied import spoken
from tests.reading.varied.facts import Person
from tests.reading.varied.persons import line_of
from tests.reading.varied.sheet import Sheet

_TALKS = (
    "The ward that changed its mind", "What the figures hide", "Kinder rotas in nine steps", "Funding the unfashionable",
    "Asking before it is too late", "A short history of the kettle",
)  # fmt: skip
_HEADS = ("Talks", "Presentations", "Programme", "Agenda", "Sessions")


def _bodied(sheet: Sheet) -> list[Person]:
    """Give people with nothing but a body behind the name, as lists of talks print them."""
    found = [
        Person(one.name, None, None, (), one.organisations[:1], one.organisations[:1])
        for one in sheet.facts.people
        if one.organisations and not one.organisations[0].endswith(")") and "," not in one.organisations[0]
    ]
    return found or [Person(sheet.facts.people[0].name, None, None, (), ("Nine Lamps",), ("Nine Lamps",))]


def talks_list(sheet: Sheet) -> None:
    """List talks, each with its speaker behind it."""
    facts = sheet.facts
    shape = facts.random.choice(("{0} – {1} ({2})", "{0} - {1} ({2})", "{0}, {1} ({2})", "{0} — {1}, {2}"))
    people = _bodied(sheet)
    titles = facts.random.sample(_TALKS, len(people))
    sheet.put("heading", facts.random.choice(_HEADS))
    sheet.put(
        "list",
        *(shape.format(title, one.name, one.organisations[0]) for title, one in zip(titles, people, strict=True)),
    )
    sheet.says["sessions"] = [(title, None) for title in titles]
    for one in people:
        sheet.add_person(one, "speaker")


def table_of_talks(sheet: Sheet) -> None:
    """Print a table whose head says which column holds the speakers."""
    facts = sheet.facts
    people = _bodied(sheet)
    titles = facts.random.sample(_TALKS, len(people))
    sheet.put("heading", facts.random.choice(_HEADS))
    word = facts.random.choice(("Speaker", "Presenter", "Speakers", "Speaker name"))
    if facts.random.random() < 0.5:
        rows = [f"{title}\t{one.name}, {one.organisations[0]}" for title, one in zip(titles, people, strict=True)]
        sheet.put("rows", f"Title\t{word}", *rows)
    else:
        rows = [f"{one.name}\t{one.organisations[0]}\t{title}" for title, one in zip(titles, people, strict=True)]
        sheet.put("rows", f"{word}\tOrganisation\tTitle", *rows)
    sheet.says["sessions"] = [(title, None) for title in titles]
    for one in people:
        sheet.add_person(one, "speaker")


def agenda_with_a_column(sheet: Sheet) -> None:
    """Print an agenda as a table in which the speaker has a column."""
    facts, day, at = sheet.facts, sheet.says["starts_at"][:10], sheet.facts.begins
    people = _bodied(sheet)
    titles = facts.random.sample(_TALKS, len(people))
    lines, first = [], facts.random.random() < 0.5
    sheet.says["sessions"] = [("Welcome", f"{day}T{spoken.clock(at)}")]
    lines.append(f"{spoken.clock(at)}\tWelcome")
    for title, one in zip(titles, people, strict=True):
        at += 20
        cells = (f"{one.name}, {one.organisations[0]}", title)
        lines.append("\t".join((spoken.clock(at), *(cells if first else reversed(cells)))))
        sheet.says["sessions"].append((title, f"{day}T{spoken.clock(at)}"))
        sheet.add_person(one, "speaker")
    sheet.put("heading", facts.random.choice(_HEADS[2:4]))
    sheet.put("rows", *lines)


def rows_with_labels(sheet: Sheet) -> None:
    """Print who leads and who speaks as rows of the table of details."""
    facts = sheet.facts
    chair, rest = facts.people[0], facts.people[1:2]
    label = facts.random.choice(("Presenter", "Speaker", "Guest speaker"))
    rows = [f"{label}\t{line_of(one, 'comma')}" for one in rest]
    sheet.put("rows", f"Date\t{spoken.day(facts)}", f"Moderator\t{line_of(chair, 'comma')}", *rows, "Venue\tOnline")
    sheet.says["starts_at"] = facts.day.isoformat()
    sheet.add_person(chair, "moderator")
    for one in rest:
        sheet.add_person(one, "speaker")


def _told(person: Person) -> str:
    first = person.name.split()[0]
    return f"{person.name} is {'an' if person.roles[0][0].casefold() in 'aeio' else 'a'} {person.roles[0]} at {person.organisations[0]}. {first} has worked on rotas for twelve years and keeps bees."


def _plain(sheet: Sheet) -> list[Person]:
    found = [
        replace(one, honorific=None, credentials=None, pronouns=None)
        for one in sheet.facts.people[:3]
        if one.is_plain and not one.organisations[0].startswith("The ")
    ]
    return found or [
        Person("Imogen Thistlewood", None, None, ("lead nurse",), ("Larkmoor Trust",), ("lead nurse", "Larkmoor Trust"))
    ]


def name_and_biography(sheet: Sheet) -> None:
    """Print a name by itself and below it a paragraph that starts with it, with or without a label above."""
    if sheet.facts.random.random() < 0.5:
        sheet.put("heading", sheet.facts.random.choice(("Speakers", "Presenters")))
    for one in _plain(sheet):
        sheet.put("small", one.name)
        sheet.put("text", _told(one))
        sheet.add_person(one, "speaker")


def line_and_biography(sheet: Sheet) -> None:
    """Print a name with its post in a line by itself, no label above, and a biography below."""
    divider = sheet.facts.random.choice((" — ", ", ", " – "))
    for one in _plain(sheet):
        sheet.put("small", f"{one.name}{divider}{', '.join(one.pieces)}")
        sheet.put("text", _told(one))
        sheet.add_person(one, "speaker")
