# SPDX-License-Identifier: MIT
# ruff: noqa: E501 - what pages print is as long as it is
"""More ways to present people: cards, tables, headed sessions, sentences, biographies."""

from dataclasses import replace

from tests.reading.varied import stock
from tests.reading.varied.facts import Person
from tests.reading.varied.persons import and_in, label_of, line_of, list_of, speakers_list, style_of
from tests.reading.varied.sheet import Sheet


def cards(sheet: Sheet) -> None:
    """Print each person as lines below each other: name, role, organisation."""
    facts = sheet.facts
    capacity = facts.random.choice(("panellist", "speaker"))
    sheet.put("heading", label_of(facts, capacity))
    one_line = facts.random.random() < 0.4
    for person in facts.people:
        pieces = (", ".join(person.pieces),) if one_line else person.pieces
        sheet.put("lines", person.front, *pieces)
        sheet.add_person(person, capacity)


def cards_apart(sheet: Sheet) -> None:
    """Print cards whose lines stand apart, the name as a heading of the third level."""
    facts = sheet.facts
    sheet.put("heading", label_of(facts, "speaker"))
    for person in facts.people:
        sheet.put("small", person.front)
        sheet.put("text", ", ".join(person.pieces))
        sheet.add_person(person, "speaker")


def table_of_people(sheet: Sheet) -> None:
    """Print a table: name, role, organisation."""
    facts = sheet.facts
    sheet.put("heading", label_of(facts, "speaker"))
    head = {
        "en": "Name\tRole\tOrganisation",
        "de": "Name\tFunktion\tOrganisation",
        "fr": "Nom\tFonction\tOrganisme",
        "es": "Nombre\tCargo\tInstitución",
    }
    rows = []
    for person in facts.people:
        if len(person.pieces) == 2:
            rows.append("\t".join((person.front, *person.pieces)))
            sheet.add_person(person, "speaker")
    if not rows:
        speakers_list(sheet)
    else:
        sheet.put("rows", head[facts.language], *rows)


def names_only(sheet: Sheet) -> None:
    """Print names alone, joined in one line behind a label."""
    facts = sheet.facts
    names = [person.name for person in facts.people]
    joined = f"{', '.join(names[:-1])} {and_in(facts)} {names[-1]}"
    sheet.put("text", f"{label_of(facts, 'speaker')}: {joined}")
    for person in facts.people:
        sheet.add_person(Person(person.name), "speaker")


def brackets_in_line(sheet: Sheet) -> None:
    """Print all in one line behind a label, each with the post in brackets."""
    facts = sheet.facts
    capacity = facts.random.choice(("panellist", "speaker"))
    parts = [line_of(person, "bracket") for person in facts.people]
    sheet.put("text", f"{label_of(facts, capacity)}: {', '.join(parts[:-1])} {and_in(facts)} {parts[-1]}")
    for person in facts.people:
        sheet.add_person(person, capacity)


def bare_list(sheet: Sheet) -> None:
    """List people without any label; those without a post would not be known for people there."""
    facts, style = sheet.facts, sheet.facts.random.choice(("en dash", "comma", "hyphen"))
    shown = [one for one in facts.people if one.roles]
    sheet.put("list", *(line_of(one, style) for one in shown))
    for one in shown:
        sheet.add_person(one, "speaker")


def turned_round(sheet: Sheet) -> None:
    """List people as "BODY's ROLE NAME" where the post allows it, else as a plain line."""
    facts = sheet.facts
    sheet.put("heading", label_of(facts, "speaker"))
    lines = []
    for person in facts.people:
        if person.is_plain and not person.organisations[0].startswith("The ") and "," not in person.organisations[0]:
            lines.append(f"{person.name}, {person.organisations[0]}’s {person.roles[0]}")
            sheet.add_person(Person(person.name, None, None, person.roles, person.organisations), "speaker")
        else:
            lines.append(line_of(person, "comma"))
            sheet.add_person(person, "speaker")
    sheet.put("list", *lines)


def biographies(sheet: Sheet) -> None:
    """List names alone under a label, and tell who they are in paragraphs under another."""
    facts = sheet.facts
    sheet.put("heading", "Speakers")
    sheet.put("list", *(person.front for person in facts.people))
    sheet.put("heading", facts.random.choice(("About the speakers", "Speaker biographies", "Biographies")))
    for person in facts.people:
        if person.is_plain:
            at = facts.random.choice(("at", "at"))
            body = person.organisations[0].removeprefix("The ")
            article = (
                "the "
                if body != person.organisations[0]
                or body.startswith(("Institute", "Department", "Royal", "Centre", "National", "Ministry", "School"))
                else ""
            )
            known = Person(person.name, person.honorific, person.credentials, person.roles, (body,))
            sheet.put(
                "text",
                f"{person.name} is {_article(person.roles[0])} {at} {article}{body}. Before that, {person.name.split()[0]} spent twelve years on night shifts and wrote a book about kettles.",
            )
            sheet.add_person(known, "speaker")
        else:
            sheet.add_person(person, "speaker", posts=False)


def sentence_of_people(sheet: Sheet) -> None:
    """Present everybody in one sentence."""
    facts = sheet.facts
    shown = [one for one in facts.people if one.roles][:3]
    if len(shown) < 2:
        speakers_list(sheet)
        return
    rest = [line_of(one, "bracket") for one in shown[1:]]
    joined = f"{', '.join(rest[:-1])} and {rest[-1]}" if len(rest) > 1 else rest[0]
    chair = line_of(shown[0], "bracket")
    shapes = (f"The session was chaired by {chair}, featuring {joined}.", f"Featuring {joined}, chaired by {chair}.")
    sheet.put("text", facts.random.choice(shapes))
    sheet.add_person(shown[0], "chair")
    for one in shown[1:]:
        sheet.add_person(one, "panellist")


def spoken_prose(sheet: Sheet) -> None:
    """Present one or two people with a verb of taking part."""
    facts = sheet.facts
    shown = [one for one in facts.people if one.is_plain][:2]
    if not shown:
        speakers_list(sheet)
        return
    verbs = (
        "will share what her team has learned",
        "will explain how the figures are made",
        "presented the results of the trial",
    )
    for one in shown:
        verb = facts.random.choice(verbs)
        sheet.put(
            "text", f"In this session, {one.front}, {', '.join(one.pieces)}, {verb} and take a hard look at the cost."
        )
        sheet.add_person(one, "speaker")


def semicolons_in_line(sheet: Sheet) -> None:
    """Print all in one line behind a label, divided by semicolons."""
    facts = sheet.facts
    capacity = facts.random.choice(("panellist", "speaker"))
    shown = [one for one in facts.people if ";" not in "".join(one.pieces)]
    parts = [line_of(one, "comma") for one in shown]
    sheet.put("text", f"{label_of(facts, capacity)}: " + "; ".join(parts))
    for person in shown:
        sheet.add_person(person, capacity)


def two_labels_in_one_line(sheet: Sheet) -> None:
    """Print the chair and the panel behind each other in one paragraph."""
    facts = sheet.facts
    first, rest = line_of(facts.people[0], "comma"), [line_of(one, "bracket") for one in facts.people[1:]]
    sheet.put("text", f"Chair: {first}. Panel: {', '.join(rest)}.")
    for number, person in enumerate(facts.people):
        sheet.add_person(person, "panellist" if number else "chair")


_LEADS = (
    ("Our speakers were:", "speaker"), ("You will hear from:", "speaker"), ("Our expert panel included:", "panellist"),
    ("The speakers for this session are:", "speaker"), ("We were joined by:", "speaker"), ("Speakers on the day included:", "speaker"),
    ("The panel was made up of:", "panellist"), ("Joining us on the panel:", "panellist"), ("This webinar features:", "speaker"),
    ("Panellists taking part in the discussion:", "panellist"), ("With contributions from:", "speaker"),
)  # fmt: skip


def led_in_list(sheet: Sheet) -> None:
    """Lead in to the list with some words of a sentence."""
    facts, style = sheet.facts, style_of(sheet.facts)
    lead, capacity = facts.random.choice(_LEADS)
    end = facts.random.choice(("", "", ".", ";"))
    shown = [one for one in facts.people if one.pieces and not one.pieces[-1].endswith(")")]
    sheet.put("text", lead)
    sheet.put("list", *(line_of(one, style) + (end if style != "bracket" else "") for one in shown))
    for one in shown:
        sheet.add_person(one, capacity)


def numbered(sheet: Sheet) -> None:
    """Number the people."""
    facts, style = sheet.facts, style_of(sheet.facts)
    sheet.put("heading", label_of(facts, "speaker"))
    sheet.put("lines", *(f"{number}. {line_of(one, style)}" for number, one in enumerate(facts.people, 1)))
    for one in facts.people:
        sheet.add_person(one, "speaker")


def shouted_names(sheet: Sheet) -> None:
    """Print names, or surnames, in capitals."""
    facts, style = sheet.facts, style_of(sheet.facts)
    whole = facts.random.random() < 0.5
    shown = []
    for one in facts.people:
        first, _, last = one.name.rpartition(" ")
        name = one.name.upper() if whole else f"{first} {last.upper()}"
        shown.append(replace(one, name=name, honorific=None, credentials=None))
    list_of(sheet, shown, "speaker", style, label=label_of(facts, "speaker"))


def cards_with_biographies(sheet: Sheet) -> None:
    """Print cards with a paragraph of biography, in which other bodies and people are named."""
    facts = sheet.facts
    sheet.put("heading", label_of(facts, "panellist"))
    for person, other in zip(facts.people[:3], facts.others, strict=False):
        if facts.random.random() < 0.4:
            sheet.put("small", f"Photo of {person.name}")
        sheet.put("lines", person.front, ", ".join(person.pieces))
        told = facts.random.choice((
            f"{person.name.split()[0]} has worked nights since 2009 and once shared an office with {other.name}, then director of the {stock.PLACES[4]} Museum.",
            f"Before joining, {person.name.split()[0]} was a researcher at the University of {stock.PLACES[5]} and advised the Ministry of Small Repairs.",
        ))  # fmt: skip
        sheet.put("text", told)
        sheet.add_person(person, "panellist")


def sessions_with_people(sheet: Sheet) -> None:
    """Print headed sessions, each with people below it, the last of whom leads."""
    facts = sheet.facts
    halves = (facts.people[:2], facts.people[2:]) if len(facts.people) > 3 else (facts.people[:1], facts.people[1:])
    sheet.says["sessions"] = []
    for number, (name, people) in enumerate(zip(facts.sessions[1::2], halves, strict=False), 1):
        heading = f"Session {number}: {name}"
        sheet.put("heading", heading)
        sheet.says["sessions"].append((heading, None))
        shown = [one for one in people if one.roles and one.pieces]
        if not shown:
            shown = [
                replace(people[0], roles=("Trustee",), organisations=("Nine Lamps",), pieces=("Trustee", "Nine Lamps"))
            ]
        lines = [line_of(one, "comma") for one in shown]
        lines[-1] += " (moderator)"
        sheet.put("list", *lines)
        for one in shown:
            sheet.add_person(one, "moderator" if one is shown[-1] else "speaker")


def keynotes(sheet: Sheet) -> None:
    """Print lines such as "Keynote: NAME, post"."""
    facts = sheet.facts
    labels = facts.random.sample(("Keynote", "Opening remarks", "Closing remarks", "Guest speaker", "Presenter"), 3)
    sheet.put(
        "lines", *(f"{label}: {line_of(one, 'comma')}" for label, one in zip(labels, facts.people[:3], strict=False))
    )
    for one in facts.people[:3]:
        sheet.add_person(one, "speaker")


def _article(role: str) -> str:
    return f"{'an' if role[0].casefold() in 'aeio' else 'a'} {role}"
