# SPDX-License-Identifier: MIT
# ruff: noqa: E501 - tables of words are as wide as they are
"""Parts of a page about what else it holds: prose, decks, recordings, questions, topics, an agenda, and decoys."""

from collections.abc import Callable

from tests.reading.varied import spoken, stock
from tests.reading.varied.persons import line_of
from tests.reading.varied.sheet import Sheet

# fmt: off
_SLIDES = {"en": ("Resources", "Downloads", "Slides", "Event resources", "Materials"), "de": ("Materialien", "Downloads", "Folien"), "fr": ("Ressources", "Téléchargements", "Documents"), "es": ("Materiales", "Recursos", "Descargas")}
_SLIDE_WORD = {"en": "slides", "de": "Folien", "fr": "diapositives", "es": "diapositivas"}
_TOPICS = {"en": ("Topics", "Tags", "Categories", "Topics:"), "de": ("Themen", "Schlagworte"), "fr": ("Thèmes", "Mots-clés"), "es": ("Temas", "Etiquetas")}
_ASKS = {"en": ("Questions the panel answered", "Q&A", "Questions from the audience", "Discussion questions", "The panel took questions on:"), "de": ("Fragen an das Podium", "Fragen und Antworten", "Leitfragen"), "fr": ("Questions", "Questions et réponses"), "es": ("Preguntas", "Preguntas y respuestas")}
_AGENDA = {"en": ("Agenda", "Programme", "Schedule", "Running order"), "de": ("Programm", "Ablauf"), "fr": ("Programme", "Déroulé"), "es": ("Programa", "Agenda")}
# fmt: on


def prose(sheet: Sheet) -> None:
    """Tell what it was about."""
    for paragraph in sheet.facts.prose[:2]:
        sheet.put("text", paragraph)


def prose_under_heading(sheet: Sheet) -> None:
    """Tell what it was about, under a heading of its own."""
    heads = {
        "en": ("About this event", "Overview", "Description"),
        "de": ("Hintergrund", "Beschreibung"),
        "fr": ("Présentation", "Résumé"),
        "es": ("Descripción", "Resumen"),
    }
    sheet.put("heading", sheet.facts.random.choice(heads[sheet.facts.language]))
    prose(sheet)


def last_prose(sheet: Sheet) -> None:
    """End with a paragraph."""
    sheet.put("text", sheet.facts.prose[2])


def size(number: int, gap: str = " ") -> str:
    """Write a size as pages do."""
    return f"{number / 1_000_000:g}{gap}MB" if number >= 1_000_000 else f"{number / 1000:g}{gap}KB"


def decks(sheet: Sheet) -> None:
    """Offer decks under a label, each with format and size in one of several ways."""
    facts = sheet.facts
    word = _SLIDE_WORD[facts.language]
    shapes: tuple[Callable[[str, int, str], str], ...] = (
        lambda name, number, form: f"{name} {word} ({form}, {size(number)})",
        lambda name, number, form: f"{name} {word} – {form} – {size(number, '')}",
        lambda name, number, form: f"{name} {word} [{form} {size(number)}]",
        lambda name, number, form: f"{name} {word} ({size(number)} {form})",
    )
    shape = facts.random.choice(shapes)
    sheet.put("heading", facts.random.choice(_SLIDES[facts.language]))
    sheet.put("offers", *(shape(*deck) for deck in facts.decks))
    sheet.says["decks"] = [(f"{name} {word}", number) for name, number, _ in facts.decks]


def deck_line(sheet: Sheet) -> None:
    """Offer one deck in a line without a heading."""
    name, number, form = sheet.facts.decks[0]
    lead = sheet.facts.random.choice(("Download event slides: ", "Download the slides: ", "Download slides – "))
    if lead.endswith("– "):
        sheet.put("offers", f"Download the slides from this webinar ({form}, {size(number)})")
        sheet.says["decks"] = [("Download the slides from this webinar", number)]
    else:
        sheet.put("offers", f"{lead}{name} ({form}, {size(number)})")
        sheet.says["decks"] = [(name, number)]


def recording(sheet: Sheet) -> None:
    """Offer a recording."""
    words = {
        "en": ("Watch the recording", "View the webinar recording", "Recording on YouTube"),
        "de": ("Zur Aufzeichnung",),
        "fr": ("Voir l’enregistrement",),
        "es": ("Ver la grabación",),
    }
    said = sheet.facts.random.choice(words[sheet.facts.language])
    sheet.put("offers", said)
    sheet.says["recordings"] = [said]


def promise(sheet: Sheet) -> None:
    """Promise a recording, which is none yet."""
    sheet.put("text", "Slides and the recording will be posted here after the event.")


def questions(sheet: Sheet) -> None:
    """List what the panel was asked."""
    facts = sheet.facts
    sheet.put("heading", facts.random.choice(_ASKS[facts.language]))
    sheet.put("list", *facts.questions)
    sheet.says["questions"] = list(facts.questions)


def questions_led_in(sheet: Sheet) -> None:
    """Lead in to the questions with a sentence; they are no sentences that ask."""
    sheet.put("text", "Listen to the panel Q&A where they answered questions on:")
    asked = (
        "How the first ward was chosen.",
        "What a team does when nobody wants a Friday.",
        "Whether agency costs fell.",
    )
    sheet.put("list", *asked)
    sheet.says["questions"] = list(asked)


def learn(sheet: Sheet) -> None:
    """List what people will learn, which are no questions."""
    lead = sheet.facts.random.choice(
        ("What you will learn", "Attendees will learn:", "Learning objectives", "In this webinar you will learn:")
    )
    sheet.put("label", lead)
    sheet.put("list", *stock.LEARN[:3])


def topics_list(sheet: Sheet) -> None:
    """List topics under a label."""
    facts = sheet.facts
    sheet.put("heading", facts.random.choice(_TOPICS[facts.language]))
    sheet.put("list", *facts.topics)
    sheet.says["topics"] = list(facts.topics)


def topics_line(sheet: Sheet) -> None:
    """Print topics in one line behind a label."""
    facts = sheet.facts
    sheet.put("text", f"{_TOPICS[facts.language][0]}: {', '.join(facts.topics)}")
    sheet.says["topics"] = list(facts.topics)


def _parts(sheet: Sheet) -> list[tuple[str, int]]:
    at, found = sheet.facts.begins, []
    for name in sheet.facts.sessions:
        found.append((name, at))
        at += sheet.facts.random.choice((10, 20, 30))
    return found


def _agenda(sheet: Sheet, sort: str) -> None:
    facts, day = sheet.facts, sheet.says["starts_at"][:10]
    parts, gap = _parts(sheet), "\t" if sort == "rows" else facts.random.choice((" ", " – ", ": ", " | "))
    last = parts[-1][1] + 15
    ends = [*(at for _, at in parts[1:]), last]
    # Start times alone do not say when an event ends.
    ranged = facts.random.random() < 0.5 or "T" not in sheet.says["starts_at"]
    if ranged:
        lines = [
            f"{spoken.clock(at)}–{spoken.clock(end)}{gap}{name}" for (name, at), end in zip(parts, ends, strict=True)
        ]
    else:
        lines = [f"{spoken.clock(at)}{gap}{name}" for name, at in parts]
    sheet.put("heading", facts.random.choice(_AGENDA[facts.language]))
    sheet.put("rows" if sort == "rows" else "list" if sort == "list" else "lines", *lines)
    sheet.says["sessions"] = [(name, f"{day}T{spoken.clock(at)}") for name, at in parts]
    if "T" not in sheet.says["starts_at"]:
        sheet.says["starts_at"] = f"{day}T{spoken.clock(parts[0][1])}"
        sheet.says["ends_at"] = f"{day}T{spoken.clock(last)}"


def agenda_list(sheet: Sheet) -> None:
    """Print an agenda as a list of times."""
    _agenda(sheet, "list")


def agenda_rows(sheet: Sheet) -> None:
    """Print an agenda as a table."""
    _agenda(sheet, "rows")


def agenda_with_people(sheet: Sheet) -> None:
    """Print an agenda in which people stand behind what they speak on, and nowhere else."""
    facts, day = sheet.facts, sheet.says["starts_at"][:10]
    parts = _parts(sheet)[: len(facts.people) + 1]
    lines = []
    for number, (name, at) in enumerate(parts):
        person = facts.people[number - 1] if number else None
        behind = f" – {person.name}{', ' + ', '.join(person.pieces) if person.pieces else ''}" if person else ""
        lines.append(f"{spoken.clock(at)} {name}{behind}")
    sheet.put("heading", facts.random.choice(_AGENDA[facts.language]))
    sheet.put("list", *lines)
    sheet.says["sessions"] = [(name, f"{day}T{spoken.clock(at)}") for name, at in parts]
    for person in facts.people[: len(parts) - 1]:
        from_line = type(person)(person.name, None, None, person.roles, person.organisations)
        sheet.add_person(from_line, "speaker")


def byline(sheet: Sheet) -> None:
    """Name the writer of the page."""
    other = sheet.facts.others[0]
    shapes = {
        "en": ("By {0}", "Written by {0}, communications officer", "Author: {0}"),
        "de": ("Autorin: {0}",),
        "fr": ("Auteur : {0}",),
        "es": ("Autora: {0}",),
    }
    sheet.put("small", sheet.facts.random.choice(shapes[sheet.facts.language]).format(other.name))


def organisers(sheet: Sheet) -> None:
    """Name those who organised it."""
    heads = {
        "en": ("Organisers", "Organising committee", "Contact"),
        "de": ("Ansprechpartnerin",),
        "fr": ("Organisateurs",),
        "es": ("Organizadores",),
    }
    sheet.put("heading", sheet.facts.random.choice(heads[sheet.facts.language]))
    sheet.put("list", *(line_of(one, "comma") for one in sheet.facts.others[1:3]))


def quoted(sheet: Sheet) -> None:
    """Quote somebody who was not there."""
    one = sheet.facts.others[2]
    sheet.put(
        "text",
        f"“Nobody should have to swap a shift to see a dentist,” the shadow minister {one.name} told Care Gazette in an unrelated interview last year.",
    )


def references(sheet: Sheet) -> None:
    """Name authors in a reading list."""
    first, last = (one.name.split()[-1] for one in sheet.facts.others[:2])
    sheet.put("heading", sheet.facts.random.choice(("References", "Further reading")))
    sheet.put(
        "list",
        f"{first}, T. and {last}, M. (2019) On kettles. Larkmoor Press.",
        f"{last}, M., {first}, T. et al. “What rotas cost.” Journal of Odd Affairs, 3 March 2021.",
    )


def related(sheet: Sheet) -> None:
    """Point to other events, with days and a speaker of their own."""
    other = sheet.facts.others[3]
    sheet.put("heading", sheet.facts.random.choice(("Related events", "Upcoming events", "You may also like")))
    sheet.put(
        "list", "Rest and the law – 14 November 2029", f"Kettles of the north, with {other.name} – 2 December 2029"
    )


def answered(sheet: Sheet) -> None:
    """Print questions with their answers, each in a line that says which."""
    sheet.put("heading", sheet.facts.random.choice(("Q&A", "Questions and answers")))
    for question in sheet.facts.questions:
        sheet.put("text", f"Q: {question}")
        sheet.put("text", "A: That depends on the ward, and on who was there first.")
    sheet.says["questions"] = list(sheet.facts.questions)


def praise(sheet: Sheet) -> None:
    """Quote those who came to an earlier one."""
    one, two = sheet.facts.others[:2]
    sheet.put("heading", "What people said about last year")
    sheet.put(
        "list",
        f"“The best hour of my week.” – {one.name}, ward manager",
        f"“I came for the biscuits and stayed for the talk.” – {two.name}, {', '.join(two.pieces)}",
    )


def contact_line(sheet: Sheet) -> None:
    """Say whom to ask."""
    one = sheet.facts.others[2]
    sheet.put(
        "text",
        sheet.facts.random.choice(
            (
                f"For more information contact {one.name}, events officer, on 0300 000 000.",
                f"Questions? Write to {one.name} at events@rotas.example.",
                f"Contact: {one.name}",
            )
        ),
    )


def sponsors(sheet: Sheet) -> None:
    """Thank those who paid."""
    sheet.put("text", f"In partnership with {stock.PLACES[0]} Alliance and sponsored by {stock.ODD_BODIES[0]}.")


def registration(sheet: Sheet) -> None:
    """Say until when people could register."""
    sheet.put(
        "text", f"Registration closes on {spoken.DAYS['en'][0](sheet.facts.posted)}. Places are free but limited."
    )
