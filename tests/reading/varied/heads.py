# SPDX-License-Identifier: MIT
# ruff: noqa: E501 - a page's lines are as long as they are
"""Parts of a page about the event as a whole: title, publisher, when it was held, when the page was posted."""

from tests.reading.varied import spoken, stock
from tests.reading.varied.sheet import Sheet

_WHEN = {
    "en": ("Date", "When", "Date and time"),
    "de": ("Datum", "Wann", "Termin"),
    "fr": ("Date", "Quand"),
    "es": ("Fecha", "Cuándo"),
}
_TIME = {"en": "Time", "de": "Uhrzeit", "fr": "Heure", "es": "Hora"}
_PLACE = {
    "en": ("Venue", "Corn Hall, Mercer Street"),
    "de": ("Ort", "Kornhaus, Markt 4"),
    "fr": ("Lieu", "Salle des fêtes"),
    "es": ("Lugar", "Casa de la Villa"),
}
_POSTED = {
    "en": ("Published", "Posted on", "Published on"),
    "de": ("Veröffentlicht am",),
    "fr": ("Publié le",),
    "es": ("Publicado el",),
}


def title(sheet: Sheet) -> None:
    """Print the title as a heading."""
    sheet.put("title", sheet.facts.title)
    sheet.says["title"] = sheet.facts.title


def cancelled_title(sheet: Sheet) -> None:
    """Print the title behind a stamp."""
    stamp, status = sheet.facts.random.choice((("CANCELLED: ", "cancelled"), ("[Postponed] ", "postponed")))
    sheet.put("title", stamp + sheet.facts.title)
    sheet.says.update(title=sheet.facts.title, status=status)


def homepage(sheet: Sheet) -> None:
    """Print the site's name as its header does."""
    sheet.put("small", f"{sheet.facts.publisher} homepage")
    sheet.says["publisher"] = sheet.facts.publisher


def copyright_line(sheet: Sheet) -> None:
    """Print the site's name as its footer does."""
    year = max(sheet.facts.posted, sheet.facts.day).year
    sheet.put("small", f"© {year} {sheet.facts.publisher}. All rights reserved.")
    sheet.says["publisher"] = sheet.facts.publisher


def _starts(sheet: Sheet, *, timed: bool, ranged: bool = False, zone: str = "") -> None:
    facts = sheet.facts
    sheet.says["starts_at"] = f"{facts.day}T{spoken.clock(facts.begins)}" if timed else facts.day.isoformat()
    sheet.says["ends_at"] = None
    if timed:
        sheet.says["ends_at"] = f"{facts.day}T{spoken.clock(facts.ends)}"
        sheet.says["timezone"] = zone or None
    if ranged:
        sheet.says["ends_at"] = facts.last_day.isoformat()


def date_line(sheet: Sheet) -> None:
    """Print the day alone below the title."""
    sheet.put("text", spoken.day(sheet.facts))
    _starts(sheet, timed=False)


def days_line(sheet: Sheet) -> None:
    """Print a range of days alone."""
    sheet.put("text", spoken.days(sheet.facts))
    _starts(sheet, timed=False, ranged=True)


def date_time_line(sheet: Sheet) -> None:
    """Print day and time in one line, divided in one way or another."""
    zone = sheet.facts.zone if sheet.facts.random.random() < 0.6 else ""
    between = sheet.facts.random.choice(
        (", ", " | ", " – ", " · ", " ", " @ ", " – from " if sheet.facts.language == "en" else ", ")
    )
    sheet.put("text", spoken.day(sheet.facts) + between + spoken.times(sheet.facts, zone))
    _starts(sheet, timed=True, zone=zone)


def date_then_time(sheet: Sheet) -> None:
    """Print the day in one line and the time in the next."""
    zone = sheet.facts.zone if sheet.facts.random.random() < 0.6 else ""
    sheet.put("lines", spoken.day(sheet.facts), spoken.times(sheet.facts, zone))
    _starts(sheet, timed=True, zone=zone)


def two_zones(sheet: Sheet) -> None:
    """Print the time in two zones; the first printed counts."""
    facts = sheet.facts
    sheet.put(
        "text",
        f"{spoken.day(facts)}, {spoken.times(facts, 'ET')} / {spoken.clock(facts.begins + 300)}–{spoken.clock(facts.ends + 300)} GMT",
    )
    _starts(sheet, timed=True, zone="ET")


def details_lines(sheet: Sheet) -> None:
    """Print labelled details: date, time and place."""
    facts = sheet.facts
    colon = facts.random.choice((": ", " : "))
    zone = facts.zone if facts.random.random() < 0.4 else ""
    lines = (
        facts.random.choice(_WHEN[facts.language][:2]) + colon + spoken.day(facts),
        _TIME[facts.language] + colon + spoken.times(facts, zone),
        colon.join(_PLACE[facts.language]),
    )
    sheet.put(facts.random.choice(("lines", "list")), *lines)
    _starts(sheet, timed=True, zone=zone)


def details_rows(sheet: Sheet) -> None:
    """Print the same details as a table of two columns."""
    facts = sheet.facts
    sheet.put(
        "rows",
        f"{_WHEN[facts.language][0]}\t{spoken.day(facts)}",
        f"{_TIME[facts.language]}\t{spoken.times(facts)}",
        "\t".join(_PLACE[facts.language]),
    )
    _starts(sheet, timed=True)


def details_one_line(sheet: Sheet) -> None:
    """Print the details behind each other in one line."""
    facts = sheet.facts
    bar = facts.random.choice((" | ", " • ", "; "))
    sheet.put("text", bar.join((f"Date: {spoken.day(facts)}", f"Time: {spoken.times(facts)}", "Location: Online")))
    _starts(sheet, timed=True)


def start_and_end(sheet: Sheet) -> None:
    """Print start and end in lines of their own."""
    facts = sheet.facts
    said = spoken.day(facts)
    sheet.put("lines", f"Start: {said}, {spoken.clock(facts.begins)}", f"End: {said}, {spoken.clock(facts.ends)}")
    _starts(sheet, timed=True)


def cancelled_sentence(sheet: Sheet) -> None:
    """Say in a sentence that it will not be held."""
    word = sheet.facts.random.choice(("cancelled", "postponed"))
    sheet.put("text", f"Please note that this event has been {word}. We are sorry for any inconvenience.")
    sheet.says["status"] = word


def frame_top(sheet: Sheet) -> None:
    """Print what sites have above a page."""
    sheet.put("lines", "Skip to main content", "Home", "About us", "Events", "Contact")
    sheet.put("small", "Home > Events > Webinars")


def frame_bottom(sheet: Sheet) -> None:
    """Print what sites have below a page."""
    facts = sheet.facts
    sheet.put("lines", "Sign up to our newsletter", "Follow us", "Privacy policy", "Accessibility")
    sheet.put("small", f"{facts.publisher}, 4 Mercer Street, {stock.PLACES[1]}. Registered charity 000000.")
    copyright_line(sheet)


def date_below_label(sheet: Sheet) -> None:
    """Print the label alone and the day in the line below."""
    facts = sheet.facts
    sheet.put("label", facts.random.choice(_WHEN[facts.language]))
    sheet.put("text", f"{spoken.day(facts)}, {spoken.times(facts)}")
    _starts(sheet, timed=True)


def held_sentence(sheet: Sheet) -> None:
    """Say in a sentence when it was held."""
    facts, said = sheet.facts, spoken.DAYS[sheet.facts.language][1](sheet.facts.day)
    text = {
        "en": (
            f"Notes from our Fair Shifts programme webinar, held on {said}.",
            f"This webinar took place on {said} and is now available to view again.",
            f"The event was held online on {said}, with colleagues from across the region.",
        ),
        "de": (f"Die Veranstaltung fand am {said} online statt.",),
        "fr": (f"Cette rencontre a eu lieu le {said} en ligne.",),
        "es": (f"El encuentro tuvo lugar el {said} en línea.",),
    }
    sheet.put("text", facts.random.choice(text[facts.language]))
    _starts(sheet, timed=False)


def join_sentence(sheet: Sheet) -> None:
    """Invite in a sentence, with day and time."""
    facts = sheet.facts
    zone = facts.zone if facts.random.random() < 0.5 else ""
    said = spoken.DAYS["en"][facts.random.choice((1, 6))](facts.day)
    sheet.put(
        "text",
        f"Join us on {said} from {spoken.english(facts.begins, facts.ends)[4]}{' ' + zone if zone else ''} for an hour that may change how you plan.",
    )
    _starts(sheet, timed=True, zone=zone)


def no_year(sheet: Sheet) -> None:
    """Print the day of the event without a year, and the day of posting with one."""
    facts = sheet.facts
    posted_labelled(sheet)
    sheet.put("text", f"{spoken.weekday(facts.day)} {facts.day.day} {spoken.month(facts.day)}, {spoken.times(facts)}")
    _starts(sheet, timed=True)


def posted_line(sheet: Sheet) -> None:
    """Print the day of posting alone at the head."""
    sheet.put("text", f"{sheet.facts.posted.day} {spoken.month(sheet.facts.posted)} {sheet.facts.posted.year}")
    sheet.says["published_on"] = sheet.facts.posted.isoformat()


def posted_labelled(sheet: Sheet) -> None:
    """Print the day of posting behind a label."""
    facts = sheet.facts
    sheet.put(
        "text",
        f"{facts.random.choice(_POSTED[facts.language])}{': ' if facts.language == 'en' else ' '}{spoken.DAYS[facts.language][0](facts.posted)}",
    )
    sheet.says["published_on"] = facts.posted.isoformat()
