# SPDX-License-Identifier: MIT
"""Put a draft together from what each rule found, with the evidence of every field under its path."""

from dataclasses import replace

from eqbrief.model import Draft, DraftDeck, DraftPerson, DraftRecording
from eqbrief.reading.blocks import Page
from eqbrief.reading.cuts import Cut, fold
from eqbrief.reading.headline import status_of, title_of
from eqbrief.reading.lines import Found
from eqbrief.reading.marks import Fact, Marks
from eqbrief.reading.material import Offer, material_of
from eqbrief.reading.people import people_of
from eqbrief.reading.publisher import publisher_of, series_of, topics_of
from eqbrief.reading.sections import Section, sections_of
from eqbrief.reading.telling import Told, questions_of, spoken_on, told_by
from eqbrief.reading.verdict import is_narrated, kind_of, language_of, points_for_event
from eqbrief.reading.when import When, when_of


def draft_of(page: Page) -> Draft:
    """Read a page's blocks into a draft. Fields that the page does not state stay empty."""
    sections = sections_of(page)
    title = title_of(page)
    title_cut = Cut(title.evidence[0].text, title.evidence[0].start) if title and title.evidence else None
    when = when_of(sections, title_cut, narrated=is_narrated(page))
    people = people_of(sections)
    publisher = publisher_of(page, people, title)
    if publisher:
        people = people_of(sections, frozenset({fold(publisher.value)}))
    decks, recordings = material_of(sections)
    questions = questions_of(sections)
    points = points_for_event(
        page, title.value if title else None, when, people, [*decks, *recordings], sections, len(questions)
    )
    kind = kind_of(points, 0)
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
        return replace(draft, evidence=marks.done())
    draft = _record(draft, page, sections, title, when, people, marks)
    draft = _material(draft, decks, recordings, questions, marks)
    told = told_by(sections, _used(marks))
    draft = _told(draft, told, people, marks)
    return replace(draft, evidence=marks.done())


def _record(
    draft: Draft,
    page: Page,
    sections: tuple[Section, ...],
    title: Fact | None,
    when: When,
    people: list[Found],
    marks: Marks,
) -> Draft:
    start = min((one.named.name.start for one in people), default=None)
    topics = topics_of(sections, start)
    for number, topic in enumerate(topics):
        marks.put(f"topics.{number}", topic, "list", 0.92)
    return replace(
        draft,
        series=marks.take("series", series_of(page, sections, title)),
        status=marks.take("status", status_of(page, title)),
        starts_at=marks.take("starts_at", when.starts),
        ends_at=marks.take("ends_at", when.ends),
        timezone=marks.take("timezone", when.zone),
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
        marks.put(f"{path}.roles.{at}", role, one.origin, one.confidence - 0.03)
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
    for number, question in enumerate(questions):
        marks.put(f"questions.{number}", question, "list", 0.93)
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
