# SPDX-License-Identifier: MIT
# ruff: noqa: E501 - what pages print is as long as it is
"""More ways in which seminars, debates and podium talks say who takes part, also in German, French and Spanish sentences."""

from dataclasses import replace

from tests.reading.varied import spoken
from tests.reading.varied.facts import Person
from tests.reading.varied.persons import line_of
from tests.reading.varied.sheet import Sheet

_ARTICLED = ("Institute", "Department", "Royal", "Centre", "National", "Ministry", "School", "The ", "Instit", "Minist")


def _bare(one: Person) -> Person:
    return replace(one, honorific=None, credentials=None, pronouns=None)


def _simple(sheet: Sheet, number: int) -> list[Person]:
    """Give people with one role at one body, whose name needs no article."""
    found = [
        _bare(one) for one in sheet.facts.people if one.is_plain and not one.organisations[0].startswith(_ARTICLED)
    ]
    spare = [
        Person(name, None, None, (role,), (body,), (role, body))
        for name, role, body in (
            ("Imogen Thistlewood", "chief nurse", "Larkmoor Trust"),
            ("Rafiq Umberley", "head of policy", "Calderholm City Council"),
            ("Sorcha Wrenfield", "director", "Quarrybank Museum"),
            ("Tobias Nordqvist", "researcher", "Dunhallow University"),
        )
        if name not in {one.name for one in found}
    ]
    return [*found, *spare][:number]


def _only_body(one: Person) -> Person:
    return Person(one.name, None, None, (), one.organisations, one.organisations)


def seminar(sheet: Sheet) -> None:
    """Print the labelled lines of a seminar: speaker, title, date, abstract, and a biography."""
    facts, [one] = sheet.facts, _simple(sheet, 1)
    sheet.put("title", facts.title)
    shape = facts.random.choice(("bracket", "comma", "en dash"))
    sheet.put(
        "lines",
        f"Speaker: {line_of(one, shape)}",
        f"Date: {spoken.day(facts)}",
        f"Time: {spoken.times(facts)}",
        "Location: Online",
    )
    sheet.put("text", f"Abstract: {facts.prose[0]}")
    sheet.put(
        "text", f"Bio: {one.name} has worked on rotas for twelve years and once advised the Ministry of Small Repairs."
    )
    sheet.says.update(
        title=facts.title,
        starts_at=f"{facts.day}T{spoken.clock(facts.begins)}",
        ends_at=f"{facts.day}T{spoken.clock(facts.ends)}",
    )
    sheet.add_person(one, "speaker")


def who_and_when(sheet: Sheet) -> None:
    """Answer who, when and where."""
    facts, people = sheet.facts, _simple(sheet, 2)
    sheet.put("title", facts.title)
    colon = facts.random.choice((": ", " – "))
    who = (
        f"{line_of(people[0], 'comma')} and {line_of(people[1], 'comma')}"
        if facts.random.random() < 0.5
        else line_of(people[0], "comma")
    )
    sheet.put(
        "lines", f"When{colon}{spoken.day(facts)}, {spoken.times(facts)}", f"Where{colon}Online", f"Who{colon}{who}"
    )
    sheet.put("text", facts.prose[0])
    sheet.says.update(
        title=facts.title,
        starts_at=f"{facts.day}T{spoken.clock(facts.begins)}",
        ends_at=f"{facts.day}T{spoken.clock(facts.ends)}",
    )
    for one in people if " and " + people[1].name in who.replace("\ue000", "").replace("\ue001", "") else people[:1]:
        sheet.add_person(one, "speaker")


def bodies_before_names(sheet: Sheet) -> None:
    """Print body and post in front of the names, in a sentence."""
    one, two = _simple(sheet, 2)
    sheet.put(
        "text",
        f"{one.organisations[0]} {one.roles[0]} {one.name} and {two.organisations[0]}’s {two.roles[0]} {two.name} will discuss what it would take.",
    )
    for person in (one, two):
        sheet.add_person(person, "speaker")


def from_places(sheet: Sheet) -> None:
    """Say from where the speakers are."""
    people = [_only_body(one) for one in _simple(sheet, 2)]
    one, two = people
    sheet.put(
        "text",
        f"{one.name} from {one.organisations[0]} and {two.name} from {two.organisations[0]} will discuss what they would do again.",
    )
    for person in people:
        sheet.add_person(person, "speaker")


def nested_lines(sheet: Sheet) -> None:
    """Print each name as a bullet, and the post as bullets of a deeper level."""
    people = _simple(sheet, 3)
    sheet.put("heading", sheet.facts.random.choice(("Speakers", "Panel")))
    capacity = "panellist" if sheet.pieces[-1].lines[0] == "Panel" else "speaker"
    sheet.put("lines", *(line for one in people for line in (f"• {one.name}", f"    ◦ {', '.join(one.pieces)}")))
    for one in people:
        sheet.add_person(one, capacity)


def dashes_in_line(sheet: Sheet) -> None:
    """Print labels and names with dashes: "Moderator - NAME, body"."""
    people = [_only_body(one) for one in _simple(sheet, 3)]
    dash = sheet.facts.random.choice((" - ", " – "))
    sheet.put(
        "lines",
        f"Moderator{dash}{line_of(people[0], 'comma')}",
        f"Panelists{dash}" + "; ".join(line_of(one, "comma") for one in people[1:]),
    )
    for one in people:
        sheet.add_person(one, "panellist" if one is not people[0] else "moderator")


def headed_cards(sheet: Sheet) -> None:
    """Print each name as a heading with the post below it and a biography below that."""
    people = _simple(sheet, 3)
    for one in people:
        sheet.put("heading", one.name)
        sheet.put("text", ", ".join(one.pieces))
        sheet.put("text", f"{one.name.split()[0]} has kept bees since 2009 and writes about it for Care Gazette.")
        sheet.add_person(one, "speaker")


def speakers_include(sheet: Sheet) -> None:
    """Say in a sentence whom the speakers include."""
    people = _simple(sheet, 3)
    parts = [line_of(one, "bracket") for one in people]
    verb = sheet.facts.random.choice(
        ("Speakers include", "Our speakers are", "Speakers:", "Confirmed speakers include")
    )
    sheet.put("text", f"{verb} {parts[0]}, {parts[1]} and {parts[2]}.")
    for one in people:
        sheet.add_person(one, "speaker")


def led_by(sheet: Sheet) -> None:
    """Say who leads, in a sentence, and list the rest."""
    people = _simple(sheet, 4)
    lead, capacity = sheet.facts.random.choice(
        (
            ("The event will be chaired by {}.", "chair"),
            ("The discussion was moderated by {}.", "moderator"),
            ("Chaired by {}", "chair"),
            ("Hosted by {}", "host"),
            ("Moderated by {}", "moderator"),
            ("Panel led by {}", "moderator"),
        )
    )
    sheet.put("heading", "Panellists")
    sheet.put("list", *(line_of(one, "en dash") for one in people[1:]))
    sheet.put("text", lead.format(line_of(people[0], "comma")))
    for one in people:
        sheet.add_person(one, "panellist" if one is not people[0] else capacity)


def foreign_sentence(sheet: Sheet) -> None:
    """Say in German, French or Spanish who leads and who takes part."""
    language = sheet.facts.language
    chair, one, two = [_bare(person) for person in _foreign(sheet)]
    bodies = [_only_body(person) for person in (one, two)]
    first, second = (line_of(person, "bracket") for person in bodies)
    lead = line_of(chair, "bracket")
    said = {
        "de": f"Auf dem Podium: {first} und {second}. Moderation: {lead}.",
        "fr": f"Table ronde animée par {lead}, avec {first} et {second}.",
        "es": f"Participan: {first} y {second}. Modera: {lead}.",
    }
    sheet.put("text", said[language])
    sheet.add_person(chair, "moderator")
    for person in bodies:
        sheet.add_person(person, "speaker" if language == "es" else "panellist" if language == "de" else "speaker")


def _foreign(sheet: Sheet) -> list[Person]:
    language = sheet.facts.language
    role, body = {
        "de": ("Direktorin", "Klinikum Larkmoor"),
        "fr": ("directrice des soins", "Institut Larkmoor"),
        "es": ("investigadora", "Universidad de Larkmoor"),
    }[language]
    found = [one for one in sheet.facts.people if one.is_plain]
    spare = [
        Person(name, None, None, (role,), (body,), (role, body))
        for name in ("Catarina Strömdal", "Delphine Dupontel", "Björn Köhlerin")
    ]
    return [*found, *(one for one in spare if one.name not in {other.name for other in found})][:3]
