# SPDX-License-Identifier: MIT
"""Put a draft together from what each rule found, with the evidence of every field under its path."""

from dataclasses import replace

from eqbrief.model import Draft, DraftDeck, DraftPerson, DraftRecording, DraftSession, Kind
from eqbrief.reading.agenda import items_of
from eqbrief.reading.belonging import series_of, topics_of
from eqbrief.reading.biographies import people_told_of, with_biographies
from eqbrief.reading.blocks import Page
from eqbrief.reading.bodies import acronyms_in
from eqbrief.reading.cuts import Cut, fold, key
from eqbrief.reading.headline import status_of, title_of
from eqbrief.reading.items import Item
from eqbrief.reading.lines import Found
from eqbrief.reading.listings import Entry, entries_of
from eqbrief.reading.marks import Fact, Marks
from eqbrief.reading.material import Offer, material_of
from eqbrief.reading.people import merged, people_of
from eqbrief.reading.publisher import publisher_of
from eqbrief.reading.sections import Section, sections_of
from eqbrief.reading.sentences import About, new_people, people_in_prose
from eqbrief.reading.telling import Told, asks, questions_of, spoken_on, told_by
from eqbrief.reading.verdict import is_narrated, kind_of, language_of, points_for_event
from eqbrief.reading.when import When, first_evidence, when_of

_HEAD, _TOPIC_WORDS, _SURE_WORDS = 24, 4, 7
"""So many blocks are the head of a page, in which its title and the day of its posting stand."""


def draft_of(page: Page, known: Kind | None = None) -> Draft:
    """Read a page's blocks into a draft. Fields that the page does not state stay empty.

    `known` is what the page is, where that is known without reading it, as of a calendar's event.
    """
    sections = sections_of(page)
    title = title_of(page)
    title_cut = Cut(title.evidence[0].text, title.evidence[0].start) if title and title.evidence else None
    headings = [
        page.hints.get("window", ""),
        title.value if title else "",
        *(block.text for block in page.blocks[:_HEAD] if block.level),
    ]
    when = when_of(sections, title_cut, narrated=is_narrated(page), headings=headings)
    publisher = publisher_of(page, sections, title)
    bodies = acronyms_in(page.text) | (frozenset({fold(publisher.value)}) if publisher else frozenset[str]())
    items = items_of(sections, bodies)
    people = _everyone(sections, items, About(bodies, _place(publisher)))
    entries = [] if any(one.origin == "label" for one in people) else entries_of(sections, bodies)
    listed = [replace(one, origin="list", confidence=0.85) for entry in entries if entry.tabled for one in entry.people]
    titles = {key(entry.title.text) for entry in entries}
    people = [one for one in merged([*people, *listed]) if key(one.named.name.text) not in titles]
    decks, recordings = _with_talks(*material_of(sections, [item.title for item in items]), items)
    questions = questions_of(sections)
    points = points_for_event(
        page, title.value if title else None, when, people, [*decks, *recordings], sections, len(questions)
    )
    kind = known or kind_of(points, len(entries))
    marks = Marks()
    language, spot = language_of(page)
    marks.put("language", spot, "words", 0.95)
    draft = Draft(
        source=page.source,
        kind=kind,
        title=marks.take("title", title),
        publisher=marks.take("publisher", publisher),
        language=language,
        published_on=marks.take("published_on", when.published),
        text=page.text,
        charset=page.charset,
        address=page.hints.get("address"),
    )
    if kind == "other":
        return replace(_posted(draft, page, when, marks), evidence=marks.done())
    draft = _record(draft, page, sections, title, when, people, marks)
    draft = _listing(draft, entries, marks) if kind == "listing" else _agenda(draft, items, marks)
    draft = _material(draft, decks, recordings, questions, marks)
    told = told_by(sections, _used(marks))
    draft = _told(draft, told, people, marks)
    return replace(draft, evidence=marks.done())


def _with_talks(decks: list[Offer], recordings: list[Offer], items: list[Item]) -> tuple[list[Offer], list[Offer]]:
    """Name the decks that stand in an agenda's lines after their talks."""
    lines = [item.line for item in items if item.line is not None]

    def apart(offer: Offer) -> bool:
        if any(offer.title == item.title for item in items):
            return True  # it stands below its talk, whose name it bears
        return not any(line.start <= offer.title.start < line.end for line in lines)

    talks = [Offer(item.title, confidence=0.85) for item in items if item.has_slides]
    return [offer for offer in decks if apart(offer)] + talks, [offer for offer in recordings if apart(offer)]


def draft_of_description(page: Page) -> Draft:
    """Read a text that tells of an event whose title and time are stated elsewhere, as a calendar's does.

    What it would take for a publisher or a day is left alone: beside what is stated it would be a guess.
    """
    sections = sections_of(page)
    items = items_of(sections, frozenset())
    people = _everyone(sections, items, About())
    decks, recordings = _with_talks(*material_of(sections, [item.title for item in items]), items)
    marks = Marks()
    language, spot = language_of(page)
    marks.put("language", spot, "words", 0.95)
    draft = Draft(page.source, "event", language=language, text=page.text)
    draft = replace(draft, series=marks.take("series", series_of(page, sections, None)))
    draft = _agenda(_takers(draft, sections, people, marks), items, marks)
    draft = _material(draft, decks, recordings, questions_of(sections), marks)
    draft = _told(draft, told_by(sections, _used(marks)), people, marks)
    return replace(draft, evidence=marks.done())


def _everyone(sections: tuple[Section, ...], items: list[Item], about: About) -> list[Found]:
    """Give all who take part: from lists and labels, from the agenda, and from sentences where no list names them."""
    people = people_of(sections, about.known)
    listed = bool(people)
    on_agenda = [replace(one, origin="agenda", confidence=0.8) for item in items for one in item.people]
    people = merged([*people, *on_agenda])
    spoken = people_in_prose(sections, about, leaders_only=listed)
    # Whom a sentence calls the moderator may stand among the speakers too; a post may be told there alone.
    listed_too = {key(one.named.name.text) for one in people}
    again = [one for one in spoken if key(one.named.name.text) in listed_too]
    people = merged([*people, *again, *new_people(spoken, people)])
    if all(one.capacity in ("host", "chair", "moderator") for one in people):
        people = merged([*people, *new_people(people_told_of(sections, about.known), people)])
    return with_biographies(people, sections, about.known)


def _agenda(draft: Draft, items: list[Item], marks: Marks) -> Draft:
    """Add the sessions; an event whose header prints no time takes it from the first and the last of them."""
    day = (draft.starts_at or "")[:10]
    for number, item in enumerate(items):
        # A line of an agenda without an hour and without a name may be but a topic of it.
        marks.put(f"sessions.{number}.title", item.title, "agenda", 0.85 if item.start or item.people else 0.62)
    sessions = tuple(
        DraftSession(
            item.title.value,
            f"{_day_of(item, day)}T{item.start}" if item.start else None,
            f"{_day_of(item, day)}T{item.end}" if item.end else None,
            tuple(one.named.name.value for one in item.people),
        )
        for item in items
    )
    draft = replace(draft, sessions=sessions)
    first, last = (items[0].start, items[-1].end or items[-1].start) if items else (None, None)
    if day and first and "T" not in (draft.starts_at or "") and _day_of(items[0], day) == day:
        ends = f"{_day_of(items[-1], day)}T{last}"
        if not draft.ends_at or ends.startswith(draft.ends_at):
            starts = f"{day}T{first}"
            return replace(draft, starts_at=starts, ends_at=ends if ends > starts else None)
    return draft


def _posted(draft: Draft, page: Page, when: When, marks: Marks) -> Draft:
    """Take the date that stands alone on a page about no event for the day of its posting."""
    spot = first_evidence(when.starts)
    # Further down, or in a list, it is the day of something else.
    low = spot is not None and not any(b.cut.start <= spot.start < b.cut.end for b in page.blocks[:_HEAD])
    if (
        low
        or draft.published_on
        or when.starts is None
        or spot is None
        or spot.origin != "date line"
        or when.ends is not None
    ):
        return draft
    return replace(draft, published_on=marks.take("published_on", Fact(when.starts.value[:10], (spot,))))


def _day_of(item: Item, day: str) -> str:
    """Give the day of an agenda's item: its own, else the event's; '' where neither is known."""
    return (item.day.iso(int(day[:4]) if day else None) if item.day else day) or day


def _place(found: Fact | None) -> Cut | None:
    return Cut(found.evidence[0].text, found.evidence[0].start) if found and found.evidence else None


def _listing(draft: Draft, entries: list[Entry], marks: Marks) -> Draft:
    """Make a draft of each event that the page lists; the page itself has no day and no topics of its own."""
    for path in [path for path in marks.found if path.startswith(("starts_at", "ends_at", "timezone", "topics"))]:
        del marks.found[path]
    year = int(draft.published_on[:4]) if draft.published_on else None
    events: list[Draft] = []
    bounds = [*(min(entry.title.start, entry.day.cut.start) for entry in entries[1:]), len(draft.text)]
    for number, (entry, until) in enumerate(zip(entries, bounds, strict=True)):
        own = Marks()
        own.put("title", entry.title, "listing", 0.85)
        own.put("starts_at", entry.day.cut, "listing", 0.85)
        marks.put(f"sessions.{number}.title", entry.title, "listing", 0.85)
        here = range(entry.title.start, until)
        named_here = {one.named.name.value for one in entry.people}
        people = [p for p in draft.people if p.name in named_here or _mentioned(p.name, draft.text, here)]
        events.append(
            Draft(
                source=draft.source,
                kind="event",
                title=entry.title.value,
                publisher=draft.publisher,
                language=draft.language,
                starts_at=entry.starts(year),
                ends_at=entry.ends(year),
                people=tuple(people),
                evidence=own.done(),
            )
        )
    sessions = tuple(
        DraftSession(event.title or "", event.starts_at, event.ends_at, tuple(p.name for p in event.people))
        for event in events
    )
    blank = replace(draft, starts_at=None, ends_at=None, timezone=None, topics=())
    return replace(blank, events=tuple(events), sessions=sessions)


def _mentioned(name: str, text: str, where: range) -> bool:
    return text.find(name, where.start, where.stop) >= 0


def _record(
    draft: Draft,
    page: Page,
    sections: tuple[Section, ...],
    title: Fact | None,
    when: When,
    people: list[Found],
    marks: Marks,
) -> Draft:
    draft = _takers(draft, sections, people, marks)
    return replace(
        draft,
        series=marks.take("series", series_of(page, sections, title)),
        status=marks.take("status", status_of(page, title)),
        starts_at=marks.take("starts_at", when.starts),
        ends_at=marks.take("ends_at", when.ends),
        timezone=marks.take("timezone", when.zone),
    )


def _takers(draft: Draft, sections: tuple[Section, ...], people: list[Found], marks: Marks) -> Draft:
    """Add who takes part, and the topics, which stand above them."""
    start = min((one.named.name.start for one in people), default=None)
    topics = topics_of(sections, start)
    are_short = all(len(topic.text.split()) <= _TOPIC_WORDS for topic in topics)
    for number, topic in enumerate(topics):
        marks.put(f"topics.{number}", topic, "list", 0.92 if are_short else 0.55)
    return replace(
        draft,
        topics=tuple(topic.value for topic in topics),
        people=tuple(_person(one, number, marks) for number, one in enumerate(people)),
    )


def _person(one: Found, number: int, marks: Marks) -> DraftPerson:
    path = f"people.{number}"
    name = one.named
    marks.put(f"{path}.name", name.name, one.origin, one.confidence)
    marks.put(f"{path}.honorific", name.honorific, "name", one.confidence)
    marks.put(f"{path}.credentials", name.credentials, "name", one.confidence)
    marks.put(f"{path}.capacity", one.capacity_cut, one.origin, one.confidence)
    for at, role in enumerate(one.posts.roles):
        # What is as long as a sentence, or divided once more, may be two posts or none.
        sure = len(role.text.split()) <= _SURE_WORDS and "," not in role.text
        marks.put(
            f"{path}.roles.{at}", role, one.origin, (one.confidence if sure else min(one.confidence, 0.85)) - 0.03
        )
    for at, body in enumerate(one.posts.organisations):
        marks.put(f"{path}.organisations.{at}", body, one.origin, one.confidence - 0.03)
    return DraftPerson(
        name=name.name.value,
        honorific=name.honorific.value if name.honorific else None,
        credentials=name.credentials.value if name.credentials else None,
        capacity=one.capacity or "speaker",
        roles=tuple(role.value for role in one.posts.roles),
        organisations=tuple(body.value for body in one.posts.organisations),
    )


def _material(draft: Draft, decks: list[Offer], recordings: list[Offer], questions: list[Cut], marks: Marks) -> Draft:
    for number, deck in enumerate(decks):
        marks.put(f"decks.{number}.title", deck.title, "download", deck.confidence)
        marks.put(f"decks.{number}.size_bytes", deck.size, "download", 0.97)
    for number, recording in enumerate(recordings):
        marks.put(f"recordings.{number}.title", recording.title, "download", recording.confidence)
    questions = [question for question in questions if question.value]
    for number, question in enumerate(questions):
        sure = 0.93 if "?" in question.text else 0.8 if asks(question.text) else 0.5
        marks.put(f"questions.{number}", question, "list", sure)
    return replace(
        draft,
        decks=tuple(DraftDeck(d.title.value, d.size_bytes, d.format, d.pages, d.address) for d in decks),
        recordings=tuple(DraftRecording(r.title.value, r.address) for r in recordings),
        questions=tuple(question.value for question in questions),
    )


def _used(marks: Marks) -> list[Cut]:
    """Give the places that fields took as a whole; what was read out of a sentence leaves the sentence to the prose."""
    return [
        Cut(mark.text, mark.start)
        for path, found in marks.found.items()
        if path not in ("language", "publisher", "series")
        for mark in found
    ]


def _told(draft: Draft, told: Told, people: list[Found], marks: Marks) -> Draft:
    marks.put("summary", told.summary, "first paragraph", 0.85)
    for block in told.body:
        marks.put("body", block.cut, "prose", 0.85)
    passages = spoken_on(people, told.body)
    for number, person in enumerate(draft.people):
        marks.put(f"people.{number}.spoke_on", passages.get(person.name), "sentence", 0.88)
    return replace(
        draft,
        summary=told.summary.value if told.summary else None,
        body=told.markdown,
        people=tuple(replace(p, spoke_on=passages[p.name].value) if p.name in passages else p for p in draft.people),
    )
