# SPDX-License-Identifier: MIT
"""What the made-up sites tell of: events that never were, and the draft that a person would make of each."""

from dataclasses import dataclass, field
from datetime import date

from eqbrief.model import Capacity, Draft, DraftDeck, DraftPerson, DraftRecording, say_date

FIELDS = (
    "kind", "title", "publisher", "series", "language", "status", "published_on", "starts_at", "ends_at", "timezone",
    "topics", "people", "decks", "recordings", "questions",
)  # fmt: skip
"""What is compared: everything that the desk shows but for the prose (summary, body) and the agenda."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody who took part."""

    name: str
    role: str
    body: str
    capacity: Capacity = "speaker"

    def drafted(self) -> DraftPerson:
        """Give them as a draft has them."""
        first, _, rest = self.name.partition(" ")
        title = first if first in ("Dr", "Professor", "Dame") else None
        return DraftPerson(
            name=rest if title else self.name,
            honorific=title,
            capacity=self.capacity,
            roles=(self.role,),
            organisations=(self.body,),
        )


@dataclass(frozen=True, slots=True)
class Facts:
    """One event. Times are 'HH:MM'; `decks` and `recordings` are titles."""

    title: str
    day: date
    start: str
    end: str
    posted: date
    series: str
    topics: tuple[str, ...]
    people: tuple[Speaker, ...]
    decks: tuple[str, ...]
    recordings: tuple[str, ...]
    questions: tuple[str, ...]
    intro: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page of a site: the file, and the draft that a person would want of it."""

    name: str
    data: bytes
    wanted: Draft


@dataclass(frozen=True, slots=True)
class Site:
    """A made-up site: the first page is corrected by a person, the others follow."""

    name: str
    about: str
    pages: tuple[Sheet, ...] = field(repr=False)


def say_day(day: date) -> str:
    """Write a day as '4 March 2024'."""
    return say_date(day.isoformat())


def wanted(facts: Facts, **of_site: object) -> Draft:
    """Give the draft of an event; a site's pages say less or other things, which `of_site` names."""
    values: dict[str, object] = {
        "kind": "event",
        "title": facts.title,
        "language": "en",
        "starts_at": f"{facts.day}T{facts.start}",
        "ends_at": f"{facts.day}T{facts.end}",
        "people": tuple(one.drafted() for one in facts.people),
        **of_site,
    }
    return Draft(source="", **values)  # pyright: ignore[reportArgumentType]


def decks(titles: tuple[str, ...], kind: str | None, addresses: tuple[str, ...] = ()) -> tuple[DraftDeck, ...]:
    """Give decks of one format, each with its address where the page links to it."""
    urls = (*addresses, *(None,) * len(titles))
    return tuple(DraftDeck(title, format=kind, url=url) for title, url in zip(titles, urls, strict=False))


def recordings(titles: tuple[str, ...], addresses: tuple[str, ...]) -> tuple[DraftRecording, ...]:
    """Give recordings with their addresses."""
    return tuple(DraftRecording(title, url) for title, url in zip(titles, addresses, strict=True))


EVENTS = (
    Facts(
        "Rotas that let people sleep",
        date(2024, 4, 3), "10:00", "11:30", date(2024, 4, 9),
        "Quieter Nights",
        ("Staff wellbeing", "Rotas"),
        (
            Speaker("Imelda Farrowby", "director of nursing", "Wexcombe Infirmary Trust"),
            Speaker("Dr Tobias Quenby", "consultant anaesthetist", "Larkmoor Hospital"),
            Speaker("Sunniva Oakeshott", "ward manager", "Dunmere Community Trust"),
        ),
        ("Rotas in numbers", "A ward draws its own rota"),
        ("Rotas that let people sleep, in full",),
        ("What happens when nobody wants a Friday?", "Did the agency bill fall?"),
        "Three hospitals tell what changed when each team drew up its own rota for a year.",
    ),
    Facts(
        "Hearing the people who leave",
        date(2024, 5, 2), "13:30", "14:45", date(2024, 5, 7),
        "Leavers and Stayers",
        ("Retention",),
        (
            Speaker("Professor Idris Vantongeren", "professor of work", "University of Saltmarsh"),
            Speaker("Marnie Dallow", "head of people", "Cressford Ambulance Trust"),
        ),
        ("Leaving interviews, five years on",),
        ("The whole hour",),
        ("Who reads the interviews?", "Can a leaver change their mind?", "What did it cost?"),
        "Why people go is asked on the last day and then filed; two employers have begun to read the files.",
    ),
    Facts(
        "Plain words at the front desk",
        date(2023, 11, 7), "09:15", "10:00", date(2023, 11, 10),
        "Open Doors",
        ("Access", "Language", "Reception"),
        (
            Speaker("Oswin Partridge", "reception lead", "Hollin Park Surgery"),
            Speaker("Yusra Benbow", "interpreter", "Words Between Association"),
            Speaker("Dr Clement Adeyinka", "general practitioner", "Hollin Park Surgery"),
            Speaker("Petra Hallworthy", "patient adviser", "Northfold Council"),
        ),
        ("Signs that can be read", "Letters rewritten", "Asking the patients"),
        ("Plain words, the recording",),
        ("How long did the letters take?", "Who paid for the interpreters?"),
        "A surgery rewrote its letters and signs with the people who could not read the old ones.",
    ),
    Facts(
        "Mentors for the first hundred days",
        date(2024, 1, 9), "16:00", "17:15", date(2024, 1, 12),
        "New Starters",
        ("Induction", "Mentoring"),
        (
            Speaker("Dame Rosalind Teague", "chief executive", "Brackenhill Trust"),
            Speaker("Kofi Amberley", "training manager", "Brackenhill Trust"),
            Speaker("Greta Lindholm", "newly qualified nurse", "Saint Alder Hospital"),
        ),
        ("A mentor's first letter",),
        ("Mentors, recorded", "Questions, recorded"),
        ("Can a mentor be too near?", "What if it goes wrong?"),
        "Every new nurse at one trust has had a mentor from another ward since last spring.",
    ),
)  # fmt: skip
"""Four events; each site tells of all four in its own way."""
