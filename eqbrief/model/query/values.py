# SPDX-License-Identifier: MIT
"""What may stand behind the colons: the tables of kinds and places, and the dates people type."""

import re
from datetime import date

KINDS: dict[str, tuple[str, str]] = {
    "event": ("event", "events"),
    "person": ("person", "people"),
    "organisation": ("organisation", "organisations"),
    "topic": ("topic", "topics"),
    "session": ("session", "sessions"),
    "question": ("question", "questions"),
    "deck": ("deck", "decks"),
    "slide": ("slide", "slides"),
    "note": ("note", "notes"),
    "action": ("action", "actions"),
    "transcript": ("transcript", "transcripts"),
    "source": ("source", "sources"),
    "term": ("term", "terms"),
}
"""Every kind of thing that can be found, by the names for one and for many. Their order is that of the results."""

PLACES: dict[str, str] = {
    "title": "titles",
    "body": "the text",
    "table": "tables",
    "diagram": "diagrams",
    "chart": "charts",
    "speaker-notes": "speaker notes",
}
"""Where words can stand within a slide or, for the first two, within anything."""

_OTHER_WORDS = {
    "people": "person",
    "org": "organisation",
    "orgs": "organisation",
    "organization": "organisation",
    "organizations": "organisation",
    "speakernotes": "speaker-notes",
    "speaker-note": "speaker-notes",
    "acronym": "term",
    "acronyms": "term",
    "glossary": "term",
    "page": "source",
    "pages": "source",
    "presentation": "deck",
    "presentations": "deck",
    "webinar": "event",
    "webinars": "event",
}

HAS: dict[str, str] = {
    "deck": "a deck",
    "slide": "slides that can be searched",
    "note": "a note",
    "action": "an action",
    "question": "questions",
    "session": "an agenda",
    "recording": "a recording",
    "person": "people",
    "topic": "a topic",
    "source": "a page",
    "evidence": "evidence for an action of a framework",
}
IS: dict[str, str] = {
    "starred": "starred",
    "reviewed": "reviewed",
    "reviewing": "being reviewed",
    "to review": "still to review",
    "cancelled": "cancelled",
    "postponed": "postponed",
    "changed": "changed since you looked",
}
STATES: dict[str, str] = {name: IS[name] for name in ("to review", "reviewing", "reviewed")}
_STATE_WORDS = {"unreviewed": "to review", "toreview": "to review", "new": "to review", "canceled": "cancelled"}

_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_BRITISH = re.compile(r"(?:(\d{1,2})[/.])?(\d{1,2})[/.](\d{4})")


def kinds_and_places(value: str, *, places: bool) -> tuple[str, ...] | None:
    """Read 'notes,slide' or, with `places`, 'table,speaker-notes'; None when one of them is not known."""
    found: list[str] = []
    for part in value.split(","):
        name = _named(part, places=places)
        if name is None:
            return None
        found.append(name)
    return tuple(dict.fromkeys(found))


def _named(part: str, *, places: bool) -> str | None:
    word = part.strip().casefold().replace("_", "-").replace(" ", "-")
    for said in (word, word.removesuffix("s")):
        said = _OTHER_WORDS.get(said, said)
        if said in KINDS or (places and said in PLACES):
            return said
    return word if places and word in PLACES else None


def state(value: str, known: dict[str, str]) -> str | None:
    """Read 'to-review', 'Starred' and the like; None when it is not one of those known."""
    word = " ".join(value.casefold().replace("-", " ").replace("_", " ").split())
    word = _STATE_WORDS.get(word.replace(" ", ""), word)
    return word if word in known else None


def thing(value: str) -> str | None:
    """Read what an event may have: 'deck', 'notes'; None when that is not known."""
    found = _named(value, places=False) or value.casefold().removesuffix("s")
    return found if found in HAS else None


def when(value: str) -> str | None:
    """Read a year, a month or a day ('2023', '2023-5', '2023-05-12', '12/05/2023') as ISO 8601; None for no date."""
    if (iso := _ISO.fullmatch(value)) is not None:
        year, month, day = iso.groups()
    elif (british := _BRITISH.fullmatch(value)) is not None:
        day, month, year = british.groups()
    else:
        return None
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    return "-".join([year, *(f"{int(part):02}" for part in (month, day) if part)])


def years(value: str) -> str | None:
    """Read a year or two: '2024', '2021-2024', '2021..2024'; None when it is neither."""
    found = re.fullmatch(r"(\d{4})(?:(?:-|\.\.|–)(\d{4}))?", value)
    if found is None:
        return None
    first, last = found.group(1), found.group(2) or found.group(1)
    if first == "0000" or first > last:
        return None
    return first if first == last else f"{first}..{last}"
