# SPDX-License-Identifier: MIT
# ruff: noqa: E501 - a page's lines are as long as they are
"""Pages that are no event, though they name people and days; and listings, which are several."""

from collections.abc import Callable
from datetime import timedelta

from tests.reading.varied import spoken, stock
from tests.reading.varied.facts import Facts
from tests.reading.varied.persons import line_of
from tests.reading.varied.sheet import Sheet


def _open(sheet: Sheet, title: str, *, posted: str = "") -> None:
    facts = sheet.facts
    sheet.put("title", title)
    sheet.says = {"kind": "other", "title": title, "people": [], "decks": []}
    if posted:
        sheet.put("text", f"{posted} {facts.posted.day} {spoken.month(facts.posted)} {facts.posted.year}".strip())
        sheet.says["published_on"] = facts.posted.isoformat()


def report(sheet: Sheet) -> None:
    """Tell of a day, as news."""
    facts = sheet.facts
    one, two = facts.people[:2]
    _open(sheet, f"What a day! Looking back at our {facts.topics[0].lower()} lunch", posted="")
    sheet.put("text", f"{facts.posted.day} {spoken.month(facts.posted)} {facts.posted.year}")
    sheet.says["published_on"] = facts.posted.isoformat()
    sheet.put(
        "text",
        f"Last week we ran our first lunch for night staff and it went down a storm. {one.name} was there, and we asked everybody what they wanted to hear next.",
    )
    sheet.put(
        "text",
        f"We also wanted to know what people thought of the room. It was great to see {two.name} again, who had come all the way from {stock.PLACES[3]}.",
    )
    sheet.put("text", f"We would like to thank {one.name} for the idea, and a huge thank you to the kitchen.")


def obituary(sheet: Sheet) -> None:
    """Mourn somebody."""
    one = sheet.facts.people[0]
    _open(sheet, f"{one.name}, 1941–{sheet.facts.day.year}", posted="Published")
    sheet.put(
        "text",
        f"{one.name}, who has died aged 82, was for thirty years the conscience of the rota. Born in {stock.PLACES[2]} on 3 June 1941, she trained as a nurse and chaired more panels than anyone could count.",
    )
    sheet.put(
        "text",
        f"She is survived by two kettles and a sister. A service was held on {spoken.DAYS['en'][0](sheet.facts.day)} at {stock.PLACES[0]}.",
    )


def vacancy(sheet: Sheet) -> None:
    """Advertise a post."""
    facts = sheet.facts
    _open(sheet, f"Vacancy: {facts.people[0].roles[0] if facts.people[0].roles else 'rota planner'}")
    sheet.put(
        "list",
        "Salary: £41,200 to £48,900",
        f"Location: {stock.PLACES[1]}",
        f"Closing date: {spoken.DAYS['en'][0](facts.day)}",
        f"Interviews: week of {facts.last_day.day} {spoken.month(facts.last_day)}",
    )
    sheet.put(
        "text",
        f"We are looking for somebody who can plan a rota and hold a meeting. For an informal talk, contact {facts.people[1].name}, {', '.join(facts.people[1].pieces)}.",
    )


def appointment(sheet: Sheet) -> None:
    """Announce that somebody takes up a post."""
    facts = sheet.facts
    one, two = facts.people[:2]
    _open(sheet, f"{facts.publisher} appoints new chair", posted="")
    sheet.put("text", f"{spoken.DAYS['en'][0](facts.posted)}")
    sheet.says["publisher"] = facts.publisher
    sheet.says["published_on"] = facts.posted.isoformat()
    sheet.put(
        "text",
        f"{facts.publisher} has appointed {one.name} as its new chair. She takes over from {two.name} on 1 April and will serve for three years.",
    )
    sheet.put("text", f"“I am delighted,” said {one.name}. “{two.name} leaves a strong organisation behind.”")


def team(sheet: Sheet) -> None:
    """List who works somewhere."""
    facts = sheet.facts
    _open(sheet, facts.random.choice(("Our team", "Meet the board", "Who we are", "Board of trustees")))
    sheet.put("text", "These are the people who keep the lights on. Write to any of them.")
    sheet.put("list", *(line_of(one, "en dash") for one in facts.people))


def blog(sheet: Sheet) -> None:
    """Argue something under a byline."""
    facts = sheet.facts
    _open(sheet, f"Why panels on {facts.topics[0].lower()} fail")
    sheet.put("text", f"By {facts.people[0].name}")
    sheet.put("text", f"{facts.posted.day} {spoken.month(facts.posted)} {facts.posted.year}")
    sheet.says["published_on"] = facts.posted.isoformat()
    for paragraph in facts.prose[:2]:
        sheet.put("text", paragraph)
    sheet.put("text", f"As {facts.people[1].name} wrote in 2016, a panel of five is four too many.")


def publication(sheet: Sheet) -> None:
    """Offer a report with its authors."""
    facts = sheet.facts
    _open(sheet, f"The cost of {facts.topics[0].lower()}: a review of evidence", posted="Published:")
    sheet.put("text", f"Authors: {', '.join(one.name for one in facts.people)}")
    sheet.put(
        "text",
        "This report draws together what has been written about rotas since 1948, and finds that most of it says the same.",
    )
    sheet.put("offers", "Download the full report (PDF, 2.3 MB)")


def press_release(sheet: Sheet) -> None:
    """Quote people on a decision."""
    facts = sheet.facts
    one, two = facts.people[:2]
    _open(sheet, f"New fund for {facts.topics[0].lower()} opens", posted="")
    sheet.put("text", f"Press release, {facts.posted.day} {spoken.month(facts.posted)} {facts.posted.year}")
    sheet.says["published_on"] = facts.posted.isoformat()
    sheet.put(
        "text",
        f"A fund of two million pounds opens to community groups from today. {one.name}, {', '.join(one.pieces)}, said: “This is overdue.”",
    )
    sheet.put("text", f"{two.name}, who has campaigned for it since 2009, said that the work starts now.")
    sheet.put("heading", "Notes to editors")
    sheet.put(
        "list", "The fund is open until all of it is spent.", f"Media contact: {facts.others[0].name}, 0300 000 000"
    )


def committee(sheet: Sheet) -> None:
    """List the members of a committee and their terms."""
    facts = sheet.facts
    _open(sheet, f"{facts.topics[0]} committee: membership")
    sheet.put("text", "The committee advises the board. Members serve for three years and may be appointed once more.")
    sheet.put("list", *(f"{one.name}, until {2026 + number}" for number, one in enumerate(facts.people)))


def questions_page(sheet: Sheet) -> None:
    """Answer what people often ask."""
    facts = sheet.facts
    _open(sheet, f"Frequently asked questions about {facts.topics[0].lower()}")
    for question in facts.questions:
        sheet.put("heading", question)
        sheet.put("text", "That depends on the ward. Ask your manager, or write to us and we shall find out together.")


def product(sheet: Sheet) -> None:
    """Praise a product."""
    _open(sheet, "RotaPlan 4.2: plan shifts in half the time")
    sheet.put("list", "Works on any device", "Imports your old spreadsheets", "Support from real people")
    sheet.put(
        "text",
        f"Version 4.2 was released on {spoken.DAYS['en'][0](sheet.facts.day)}. “It gave me my Sundays back,” says {sheet.facts.people[0].name}, ward manager.",
    )
    sheet.put("offers", "Download the brochure (PDF, 980 KB)")


def closure(sheet: Sheet) -> None:
    """Give notice."""
    facts = sheet.facts
    _open(sheet, "Car park closed for repairs", posted="")
    sheet.put(
        "text",
        f"The north car park will be closed from {spoken.weekday(facts.day)} {facts.day.day} {spoken.month(facts.day)} while the roof is mended. Please use the one behind the chapel.",
    )


def award(sheet: Sheet) -> None:
    """Name those who won a prize."""
    facts = sheet.facts
    _open(sheet, f"Winners of the {facts.day.year} Kettle Awards", posted="Posted on")
    sheet.put("text", "The judges met twice and agreed once. These are their winners.")
    sheet.put(
        "list",
        *(
            f"{prize}: {one.name}"
            for prize, one in zip(
                ("Best ward", "Best rota", "Best tea", "Best effort", "Best try"), facts.people, strict=False
            )
        ),
    )


def _days_of(facts: Facts) -> list[tuple[str, str, str]]:
    titles = facts.random.sample(stock.TITLES["en"], 3)
    found = []
    for number, name in enumerate(titles):
        day = facts.day + timedelta(days=28 * number)
        found.append((name, day.isoformat(), f"{spoken.weekday(day)} {day.day} {spoken.month(day)} {day.year}"))
    return found


def listing_of_headings(sheet: Sheet) -> None:
    """List several events: a heading, a day and a time, a sentence each."""
    facts = sheet.facts
    _open(sheet, "Webinars in the Fair Shifts programme")
    sheet.says["kind"] = "listing"
    sheet.says["sessions"] = []
    for name, day, said in _days_of(facts):
        sheet.put("heading", name)
        sheet.put("text", f"{said}, {spoken.clock(facts.begins)}–{spoken.clock(facts.ends)}")
        sheet.put("text", facts.random.choice(facts.prose))
        sheet.says["sessions"].append((name, f"{day}T{spoken.clock(facts.begins)}"))


def listing_of_bullets(sheet: Sheet) -> None:
    """List several events as lines of a day and a title."""
    _open(sheet, "All seminars this year")
    sheet.says["kind"] = "listing"
    shape = sheet.facts.random.choice(("{1} – {0}", "{1}: {0}", "{0} – {1}"))
    entries = _days_of(sheet.facts)
    sheet.put("list", *(shape.format(name, said) for name, _, said in entries))
    sheet.says["sessions"] = [(name, day) for name, day, _ in entries]


PAGES: tuple[Callable[[Sheet], None], ...] = (
    report, obituary, vacancy, appointment, team, blog, publication, press_release, committee, questions_page, product,
    closure, award, listing_of_headings, listing_of_bullets,
)  # fmt: skip
