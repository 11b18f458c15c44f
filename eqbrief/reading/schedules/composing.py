# SPDX-License-Identifier: MIT
"""An event of a schedule as a draft: all that the file states, written as lines that can be shown as evidence.

Nothing is guessed from its prose: who takes part, when and where is stated.
"""

from dataclasses import replace

from eqbrief.model import Draft, DraftDeck, DraftPerson, DraftRecording, Evidence, say_period
from eqbrief.reading.cuts import Cut, fold, tidy
from eqbrief.reading.gathering import Known, addresses_of, listing_of
from eqbrief.reading.headline import stamp_of
from eqbrief.reading.labelled import Lines
from eqbrief.reading.names import named
from eqbrief.reading.schedules.material import Sorted, sorted_material, title_of_piece
from eqbrief.reading.schedules.programme import Period, Piece, Programme, Slot, Taker
from eqbrief.reading.schedules.prose import NO_PROSE, Prose, link, prose_of
from eqbrief.reading.words import words

_ORIGIN, _SURE = "schedule", 0.97
Marks = dict[str, tuple[Evidence, ...]]


def drafts_of(programme: Programme, source: str, charset: str | None) -> list[Draft]:
    """Make a draft of each event of a programme, in the file's order."""
    addresses = addresses_of([Known(slot.address, slot.key, slot.when.starts) for slot in programme.slots])
    return [
        _Writing(slot, slot.series or programme.title).draft(source, charset, address)
        for slot, address in zip(programme.slots, addresses, strict=True)
    ]


def listing_of_programme(programme: Programme, drafts: list[Draft], charset: str | None) -> Draft:
    """Make a listing of a programme's events, under what the file says of the conference as a whole."""
    head = Lines()
    title = head.put("", programme.title)
    head.put("When", _said(programme.when))
    head.put("Place", programme.place)
    for leader in programme.leaders:
        head.put(leader.capacity.capitalize(), ", ".join((leader.name, *leader.organisations)))
    head.put("Address", programme.address)
    told = prose_of(programme.description)
    if told.text:
        head.gap()
        head.paragraphs(told.text)
    listing = listing_of(drafts, head, title, _ORIGIN, charset, _SURE)
    return replace(listing, address=programme.address or None)


def _said(when: Period) -> str:
    zone = f" ({when.zone})" if when.zone else ""
    said = say_period(when.starts, when.ends, weekday=True)
    return f"{said}{zone}" if said else ""


class _Writing:
    """One event's lines while they are written, and where each field stands in them."""

    __slots__ = ("lines", "marks", "series", "slot")

    def __init__(self, slot: Slot, series: str) -> None:
        # What bears the conference's title is the conference.
        self.slot, self.series = slot, "" if series == slot.title else tidy(series)
        self.lines = Lines()
        self.marks: Marks = {}

    def draft(self, source: str, charset: str | None, address: str | None) -> Draft:
        """Write the lines, and give what they state as a draft."""
        slot, when = self.slot, self.slot.when
        whole = self.lines.put("", slot.title)
        assert whole is not None, "a slot has a title"
        stamped, title = stamp_of(whole)
        self._mark("title", title)
        if stamped:
            self._mark("status", whole)
        subtitle = self.lines.put("", slot.subtitle)
        self._facts()
        people = self._people()
        offered = sorted_material(slot)
        decks, recordings = self._offered(offered)
        links = [self.lines.put("Link", _shown(piece)) for piece in offered.links]
        abstract, description = prose_of(slot.abstract), prose_of(slot.description)
        if description == abstract:
            description = NO_PROSE
        self._prose("summary", abstract)
        self._prose("body", description)
        self._about()
        body = "\n\n".join(
            part
            for part in (slot.subtitle and tidy(slot.subtitle), description.markdown, _listed(offered.links))
            if part
        )
        if body and "body" not in self.marks:
            self._mark("body", subtitle or next(iter(links), None))
        return Draft(
            source=source,
            kind="event",
            title=title.value,
            series=self.series or None,
            language=slot.language or None,
            status=slot.status or stamped,
            starts_at=when.starts,
            ends_at=when.ends,
            timezone=when.zone,
            summary=abstract.markdown or None,
            body=body or None,
            topics=tuple(tidy(topic) for topic in slot.topics),
            people=people,
            decks=decks,
            recordings=recordings,
            text=self.lines.text,
            evidence=self.marks,
            charset=charset,
            address=address,
        )

    def _mark(self, path: str, cut: Cut | None) -> None:
        if cut is not None:
            self.marks[path] = (cut.evidence(_ORIGIN, _SURE),)

    def _facts(self) -> None:
        slot, put, mark = self.slot, self.lines.put, self._mark
        when = put("When", _said(slot.when))
        mark("starts_at", when)
        if slot.when.ends:
            mark("ends_at", when)
        if slot.when.zone:
            mark("timezone", when)
        for period in slot.also:
            put("When", _said(period))
        if slot.status:
            mark("status", put("State", slot.status))
        put("Place", slot.place)
        mark("series", put("Series", self.series))
        put("Session", slot.group)
        for number, topic in enumerate(slot.topics):
            mark(f"topics.{number}", put("Topic", topic))
        put("Kind", slot.sort)
        mark("language", put("Language", slot.language))
        put("Address", slot.address)

    def _people(self) -> tuple[DraftPerson, ...]:
        """Write who takes part, each once; a name that says that nobody is known yet is left out."""
        found: dict[str, DraftPerson] = {}
        for taker in self.slot.people:
            plain = fold(taker.name)
            if plain and plain not in found and plain not in words().nobody:
                found[plain] = self._person(taker, f"people.{len(found)}")
        for author in self.slot.authors:
            self.lines.put("Author", author)
        return tuple(found.values())

    def _person(self, taker: Taker, path: str) -> DraftPerson:
        name = tidy(taker.name)
        bodies = tuple(tidy(body) for body in taker.organisations)
        cut = self.lines.put(taker.capacity.capitalize(), ", ".join((name, *bodies)))
        assert cut is not None, "a taker has a name"
        whole = cut.part(0, len(name))
        divided = named(whole)
        own = divided.name if divided else whole
        self._mark(f"{path}.name", own)
        self._mark(f"{path}.honorific", divided.honorific if divided else None)
        self._mark(f"{path}.credentials", divided.credentials if divided else None)
        at = len(name) + 2
        for number, body in enumerate(bodies):
            self._mark(f"{path}.organisations.{number}", cut.part(at, at + len(body)))
            at += len(body) + 2
        return DraftPerson(
            name=own.value,
            honorific=divided.honorific.value if divided and divided.honorific else None,
            credentials=divided.credentials.value if divided and divided.credentials else None,
            capacity=taker.capacity,
            organisations=bodies,
        )

    def _offered(self, offered: Sorted) -> tuple[tuple[DraftDeck, ...], tuple[DraftRecording, ...]]:
        decks: list[DraftDeck] = []
        recordings: list[DraftRecording] = []
        for number, piece in enumerate(offered.decks):
            title = title_of_piece(piece, "Slides")
            self._piece(f"decks.{number}", "Slides", title, piece)
            decks.append(DraftDeck(title, url=piece.address or None))
        for number, piece in enumerate(offered.recordings):
            title = title_of_piece(piece, "Recording")
            self._piece(f"recordings.{number}", "Recording", title, piece)
            recordings.append(DraftRecording(title, piece.address or None))
        return tuple(decks), tuple(recordings)

    def _piece(self, path: str, label: str, title: str, piece: Piece) -> None:
        cut = self.lines.put(label, f"{title} {piece.address}".strip())
        if cut is not None:
            self._mark(f"{path}.title", cut.part(0, len(title)))
            if piece.address:
                self._mark(f"{path}.url", cut.part(len(title) + 1))

    def _prose(self, path: str, prose: Prose) -> None:
        if prose.text:
            self.lines.gap()
            self._mark(path, self.lines.paragraphs(prose.text))

    def _about(self) -> None:
        """Write what the file tells of the people below all else: it is of them, not of the event."""
        for taker in self.slot.people:
            if told := prose_of(taker.about).text:
                self.lines.gap()
                self.lines.put("About", taker.name)
                self.lines.paragraphs(told)


def _shown(piece: Piece) -> str:
    return piece.title if piece.title == piece.address or not piece.address else f"{piece.title} {piece.address}"


def _listed(links: tuple[Piece, ...]) -> str:
    return "\n".join(f"- {link(tidy(one.title), one.address) if one.address else tidy(one.title)}" for one in links)
