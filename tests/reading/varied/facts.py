# SPDX-License-Identifier: MIT
"""Draw the facts of one invented event by seed: who took part, when it was, what it offers.

A post is kept both divided, as a draft must hold it, and in the pieces that a page prints one behind another.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from tests.reading.varied import stock

_LANDS = {
    "en": ("UK", "Canada", "Berlin", "Scotland"),
    "de": ("Wien", "Schweiz"),
    "fr": ("Belgique", "Paris"),
    "es": ("España", "México"),
}


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who takes part. `pieces` are the parts of the post as printed, to be joined by a comma or a dash."""

    name: str
    honorific: str | None = None
    credentials: str | None = None
    roles: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    pieces: tuple[str, ...] = ()
    pronouns: str | None = None

    @property
    def front(self) -> str:
        """Give the name with what stands before it and the letters behind it."""
        letters = f"{',' if '.' in (self.credentials or '') else ''} {self.credentials}" if self.credentials else ""
        return f"{self.honorific + ' ' if self.honorific else ''}{self.name}{letters}"

    @property
    def is_plain(self) -> bool:
        """Tell whether the post is one role at one body, so that it can be said in any way."""
        return len(self.roles) == len(self.organisations) == 1 and self.pieces == (*self.roles, *self.organisations)


@dataclass(frozen=True, slots=True)
class Facts:
    """What one event is about; a form prints some of it. Times are minutes of the day, 0 where there is none."""

    language: str
    title: str
    publisher: str
    day: date
    last_day: date
    posted: date
    begins: int
    ends: int
    zone: str
    people: tuple[Person, ...]
    others: tuple[Person, ...]
    topics: tuple[str, ...]
    questions: tuple[str, ...]
    decks: tuple[tuple[str, int, str], ...]
    sessions: tuple[str, ...]
    prose: tuple[str, ...]
    random: Random = field(repr=False)


def drawn(seed: str, language: str) -> Facts:
    """Draw an event's facts; the same seed gives the same facts."""
    random = Random(seed)
    day = date(2017, 1, 9) + timedelta(days=random.randrange(3000))
    begins = random.choice((9, 10, 11, 12, 13, 14, 15, 16)) * 60 + random.choice((0, 0, 0, 30, 15))
    everybody = _people(random, language, 9)
    return Facts(
        language=language,
        title=random.choice(stock.TITLES[language]),
        publisher=random.choice(stock.PUBLISHERS[language]),
        day=day,
        last_day=day + timedelta(days=random.choice((1, 2, 4))),
        posted=day + timedelta(days=random.choice((-30, -12, 3, 7, 20))),
        begins=begins,
        ends=begins + random.choice((45, 60, 60, 90, 120)),
        zone=random.choice(("BST", "GMT", "ET", "EST", "PT", "CEST", "UTC") if language == "en" else ("", "MEZ", "")),
        people=everybody[: random.choice((2, 3, 3, 4, 5))],
        others=everybody[5:],
        topics=tuple(random.sample(stock.TOPICS[language], random.choice((2, 3)))),
        questions=tuple(random.sample(stock.QUESTIONS[language], random.choice((3, 4)))),
        decks=tuple(
            (name, random.choice((1_400_000, 163_900, 2_300_000, 980_000, 12_000_000)), random.choice(("PDF", "PPTX")))
            for name in random.sample(stock.DECKS, random.choice((1, 2)))
        ),
        sessions=stock.SESSIONS[language],
        prose=tuple(random.sample(stock.PROSE[language], 3)),
        random=random,
    )


def _people(random: Random, language: str, number: int) -> tuple[Person, ...]:
    given, family = random.sample(stock.GIVEN, number), random.sample(stock.FAMILY, number)
    return tuple(_person(random, language, first, last) for first, last in zip(given, family, strict=True))


def _person(random: Random, language: str, first: str, last: str) -> Person:
    kind = random.random()
    name = f"{first} {last}"
    if kind < 0.08:
        name = f"{first} {random.choice('ABEJKMT')}. {last}"
    elif kind < 0.14:
        name = f"{first} {random.choice(stock.PARTICLES)} {last}"
    elif kind < 0.18:
        name = f"{first} “Bo” {last}"
    elif kind < 0.23:
        name = f"{first[0]}.{random.choice((' ', ''))}{random.choice('ABEJKMT')}. {last}"
    honorific = random.choice(stock.HONORIFICS[language]) if random.random() < 0.35 else None
    letters = random.choice(stock.LETTERS) if language == "en" and random.random() < 0.25 else None
    roles, bodies, pieces = _post(random, language)
    pronouns = random.choice(("she/her", "he/him", "they/them")) if random.random() < 0.06 else None
    return Person(name, honorific, letters, roles, bodies, pieces, pronouns)


def _body(random: Random, language: str) -> str:
    if language == "en" and random.random() < 0.15:
        return random.choice(stock.ODD_BODIES)
    shapes = stock.BODIES if language == "en" else stock.BODIES_IN[language]
    return random.choice(shapes).format(*random.sample(stock.PLACES, 2))


def _post(random: Random, language: str) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Draw roles, organisations, and the pieces in which a page prints them."""
    roles = stock.ROLES if language == "en" else stock.ROLES_IN[language]
    role, body = random.choice(roles), _body(random, language)
    draw = random.random() if language == "en" else random.random() * 0.6
    if draw < 0.44:
        return (role,), (body,), (role, body)
    if draw < 0.48:
        return (role,), (body,), (role, body, random.choice(_LANDS[language]))
    if draw < 0.54:
        return (), (body,), (body,)
    if draw < 0.60:
        return (role,), (), (role,)
    if draw < 0.70:
        first, second = random.choice(stock.TWO_ROLES)
        return (first, second), (body,), (f"{first} {random.choice(('and', '&'))} {second}", body)
    if draw < 0.77:
        whole = f"{random.choice(stock.UNITS)}, {random.choice(stock.PLACES)} Care Trust"
        return (role,), (whole,), (role, whole)
    if draw < 0.84:
        first, second = random.sample(stock.ROLES[:12], 2)
        one, two = random.sample(stock.PLACES, 2)
        bodies = (f"University of {one}", f"{two} Care Trust")
        return (first, second), bodies, (f"{first}, {bodies[0]}{random.choice(('; ', ' and '))}{second}, {bodies[1]}",)
    if draw < 0.92:
        head = random.choice(stock.OF_ROLES)
        # Of a unit and its parent behind "of", the unit belongs to the role: that is not drawn here.
        plain = body.removeprefix("The ")
        plain = plain if plain.startswith("NHS") else plain.partition(", ")[0]
        return (head,), (plain,), (f"{head} of the {plain}" if _takes_article(plain) else f"{head} of {plain}",)
    past = random.choice(stock.FORMER)
    return (past,), (body,), (past, body)


def _takes_article(body: str) -> bool:
    return body.startswith(("Institute", "Department", "Royal", "Centre", "National", "Ministry", "School"))
