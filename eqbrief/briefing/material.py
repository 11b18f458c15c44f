# SPDX-License-Identifier: MIT
"""What a briefing is composed from, gathered beforehand: plain records of the library, no store."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from eqbrief.briefing.document import Reference
from eqbrief.briefing.prose import line, safe_link
from eqbrief.model import Briefing, Event, NameRecord, Note, PlanEvidence, Slide, say_date
from eqbrief.model.asking import Enquiry, EnquiryRow


@dataclass(frozen=True, slots=True)
class ShownSlide:
    """A slide as it can be shown: what stands on it, and its picture (PNG or JPEG) where there is one."""

    deck: str
    slide: Slide
    picture: bytes | None = None
    width: int = 0
    height: int = 0


Asked = tuple[Enquiry, tuple[EnquiryRow, ...]]
"""An enquiry with the answers that may go out."""


@dataclass(frozen=True, slots=True)
class Material:
    """The records by uid; a slide by its deck's uid and its number.

    `people` and `enquiries` are those that were chosen, and `plans`, frameworks by their keys; `terms` are acronyms
    with what they stand for.
    """

    events: Mapping[str, Event]
    slides: Mapping[tuple[str, int], ShownSlide] = field(default_factory=dict[tuple[str, int], ShownSlide])
    people: Mapping[str, NameRecord] = field(default_factory=dict[str, NameRecord])
    terms: Mapping[str, str] = field(default_factory=dict[str, str])
    enquiries: Mapping[str, Asked] = field(default_factory=dict[str, Asked])
    plans: Mapping[str, PlanEvidence] = field(default_factory=dict[str, PlanEvidence])


class Citing:
    """Gives references their numbers while a document is composed; the same place gets the same number."""

    def __init__(self) -> None:
        self.numbers: dict[Reference, int] = {}

    def to(self, event: Event, place: str = "", speaker: str = "") -> int:
        """Give the number of the reference to an event, or to a place within it and who spoke there."""
        draft = event.draft
        address, kept = origin_of(event)
        reference = Reference(
            event=line(draft.title),
            date=say_date((event.date or "").partition("T")[0]),
            place=line(place),
            speaker=line(speaker),
            publisher=line(draft.publisher),
            address=address,
            kept=kept,
        )
        return self.numbers.setdefault(reference, len(self.numbers) + 1)


def origin_of(event: Event) -> tuple[str, str]:
    """Give the web address that an event's page came from, or else in words the file that is kept of it.

    A file's name alone, since the folders of somebody's computer are nobody's business.
    """
    for source in event.sources:
        if (address := safe_link(source.address)) and not address.startswith("mailto:"):
            return address, ""
    for source in event.sources:
        name = line(source.address.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1])
        if name:
            return "", f"kept page “{name}”"
    return "", ""


def shared_notes(event: Event) -> tuple[Note, ...]:
    """Give the notes that may go out: those that are not private and hold a word."""
    return tuple(note for note in event.notes if not note.private and note.text.strip())


def events_of(briefing: Briefing, material: Material) -> tuple[Event, ...]:
    """Give the events that are in a briefing as a whole and in the library, in the briefing's order."""
    return tuple(material.events[uid] for uid in briefing.events() if uid in material.events)


def in_order(numbers: Iterable[int]) -> tuple[int, ...]:
    """Give each number once, in order."""
    return tuple(sorted(set(numbers)))
