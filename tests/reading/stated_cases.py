# SPDX-License-Identifier: MIT
# ruff: noqa: E501, UP031 - a page's lines are as long as they are
"""Invented pages that also say in data what they are, in many forms, each with what reading it must find.

They were written before the reader was. `divided` keeps a third aside by a fixed seed; that third was opened once.
"""

import json
import random
from dataclasses import dataclass, field

TITLE = "Counting beds before the winter"


@dataclass(frozen=True, slots=True)
class Stated:
    """A page, and the fields that reading it must find."""

    name: str
    html: str
    says: dict[str, object] = field(default_factory=dict)


def page(data: str = "", body: str = "", title: str = TITLE, held: str = "Held on 4 May 2024 in the Corn Hall.") -> str:
    """Write a page that shows a title, a sentence with a day, and what is asked for."""
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>{data}</head><body><main>'
        f"<h1>{title}</h1><p>{held} Six wards told how they count their beds, and what they do with the answer when "
        f"the first frost comes and the corridors fill.</p>{body}</main></body></html>"
    )


def script(text: str) -> str:
    """Write a script of JSON-LD."""
    return f'<script type="application/ld+json">{text}</script>'


def event(**more: object) -> dict[str, object]:
    """Give an event as schema.org has it."""
    return {"@context": "https://schema.org", "@type": "Event", "name": TITLE, "startDate": "2024-05-04", **more}


def linked(*things: object, **more: object) -> str:
    """Write a script with one event, or with the given things."""
    return script(json.dumps(list(things) if things else event(**more)))


ANITA = {
    "@type": "Person",
    "name": "Dr Anita Lowell-Finch",
    "jobTitle": "ward manager",
    "worksFor": {"name": "Larkmoor Trust"},
}
TIMES = {"startDate": "2024-05-04T09:30:00+01:00", "endDate": "2024-05-04T11:00:00+01:00"}
TIMED = {"kind": "event", "starts_at": "2024-05-04T09:30", "ends_at": "2024-05-04T11:00", "timezone": "UTC+01:00"}
CHAIR = "<h2>Chair</h2><ul><li>Anita Lowell-Finch – head of beds, Calder Trust</li></ul>"
OTHERS = [
    event(name=f"{name} with the board", startDate=f"2024-06-0{n}") for n, name in enumerate(("Tea", "Cake", "Soup"), 1)
]
SUB = [
    {"@type": "Event", "name": name, "startDate": f"2024-05-04T{at}"}
    for name, at in (("Welcome", "09:30"), ("Beds", "10:00"))
]
MICRO = 'itemscope itemtype="https://schema.org/Event"'
PLACE = '<div itemprop="location" itemscope itemtype="https://schema.org/Place"><b itemprop="name">Corn Hall</b></div>'

CASES = (
    Stated("times", page(linked(**TIMES)), {**TIMED, "title": TITLE}),
    Stated("one in an array", page(linked(event(**TIMES))), TIMED),
    Stated("comments", page(script('/* ours */{"@type":"Event",// what\n"name":"%s","url":"https://a.example/b",'
        '"startDate":"2024-05-04T09:30:00+01:00","endDate":"2024-05-04T11:00:00+01:00"}' % TITLE)), TIMED),
    Stated("trailing commas", page(script('{"@type":"Event","name":"%s","startDate":"2024-05-04T09:30+01:00",'
        '"endDate":"2024-05-04T11:00+01:00","performer":[],}' % TITLE)), TIMED),
    Stated("line breaks in strings", page(script(json.dumps(event(**TIMES, description="One\ntwo")).replace("\\n", "\n"))), TIMED),
    Stated("wrapped in a comment", page(script("<!--\n" + json.dumps(event(**TIMES)) + "\n-->")), TIMED),
    Stated("wrapped in CDATA", page(script("//<![CDATA[\n" + json.dumps(event(**TIMES)) + "\n//]]>")), TIMED),
    Stated("ending in a semicolon", page(script(json.dumps(event(**TIMES)) + ";")), TIMED),
    Stated("graph", page(script(json.dumps({"@context": "https://schema.org", "@graph": [
        {"@type": "WebSite", "name": "Larkmoor"}, event(**TIMES)]}))), TIMED),
    Stated("several types", page(linked(**{**TIMES, "@type": ["Thing", "EducationEvent"]})), TIMED),
    Stated("type with its address", page(linked(**{**TIMES, "@type": "http://schema.org/BusinessEvent"})), TIMED),
    Stated("escaped name", page(linked(name="Counting beds &amp; cups", **TIMES), title="Counting beds &amp; cups"),
        {**TIMED, "title": "Counting beds & cups"}),
    Stated("main entity", page(linked({"@type": "WebPage", "mainEntity": event(**TIMES)})), TIMED),
    Stated("cancelled", page(linked(eventStatus="https://schema.org/EventCancelled")), {"status": "cancelled", "kind": "event"}),
    Stated("postponed", page(linked(eventStatus="EventPostponed")), {"status": "postponed", "kind": "event"}),
    Stated("scheduled", page(linked(eventStatus="http://schema.org/EventScheduled")), {"status": None, "kind": "event"}),
    Stated("performers", page(linked(performer=[ANITA])), {"people": [("Anita Lowell-Finch", "speaker", ["ward manager"], ["Larkmoor Trust"])]}),
    Stated("a performer without a post", page(linked(performer={"@type": "Person", "name": "Ben Oseibonsu"})), {"people": [("Ben Oseibonsu", "speaker", [], [])]}),
    Stated("a band", page(linked(performer={"@type": "MusicGroup", "name": "Larkmoor Brass"})), {"people": []}),
    Stated("an organiser is no speaker", page(linked(organizer=ANITA)), {"people": []}),
    Stated("an attendee is no speaker", page(linked(attendee=[ANITA])), {"people": []}),
    Stated("a performer who is shown", page(linked(performer=[ANITA]), "<h2>Chair</h2><ul><li>Anita Lowell-Finch – head of beds, Calder Trust</li></ul>"),
        {"people": [("Anita Lowell-Finch", "chair", ["head of beds"], ["Calder Trust"])]}),
    Stated("series", page(linked(superEvent={"@type": "EventSeries", "name": "Winter talks"})), {"series": "Winter talks"}),
    Stated("sessions", page(linked(subEvent=SUB)), {"sessions": [("Welcome", "2024-05-04T09:30"), ("Beds", "2024-05-04T10:00")]}),
    Stated("shown times win", page(linked(startDate="2024-05-04T08:30:00Z"), "<p>Date: 4 May 2024, 9.30am to 11am</p>"),
        {"starts_at": "2024-05-04T09:30", "ends_at": "2024-05-04T11:00"}),
    Stated("shown day wins", page(linked(startDate="2024-05-03T23:00:00Z"), "<p>Date: Saturday 4 May 2024</p>"), {"starts_at": "2024-05-04"}),
    Stated("no day shown", page(linked(startDate="2024-05-04"), held="It was a long day."), {"kind": "event", "starts_at": "2024-05-04"}),
    Stated("midnight is a whole day", page(linked(startDate="2024-05-04T00:00:00", endDate="2024-05-04T23:59:59")),
        {"starts_at": "2024-05-04", "ends_at": None}),
    Stated("days", page(linked(startDate="2024-05-04", endDate="2024-05-06")), {"starts_at": "2024-05-04", "ends_at": "2024-05-06"}),
    Stated("an end before the start", page(linked(endDate="2024-05-01")), {"starts_at": "2024-05-04", "ends_at": None}),
    Stated("no date at all", page(linked(startDate="soon")), {"starts_at": "2024-05-04", "title": TITLE}),
    Stated("short numbers", page(linked(startDate="2024-5-4T9:30")), {"starts_at": "2024-05-04T09:30"}),
    Stated("dense numbers", page(linked(startDate="20240504T093000Z")), {"starts_at": "2024-05-04T09:30", "timezone": "UTC"}),
    Stated("a space", page(linked(startDate="2024-05-04 09:30:00 +0100")), {"starts_at": "2024-05-04T09:30", "timezone": "UTC+01:00"}),
    Stated("other events beside an article", page(linked(*OTHERS), title="Why we bake", held="I have baked since I was six."),
        {"kind": "other", "title": "Why we bake"}),
    Stated("other events beside an event", page(linked(event(**TIMES), *OTHERS)), {**TIMED, "title": TITLE, "events": []}),
    Stated("a list of events", page(linked(*OTHERS), "".join(f"<h3>{one['name']}</h3><p>Free for all.</p>" for one in OTHERS), title="Larkmoor events", held="All welcome."),
        {"kind": "listing", "events": [("Tea with the board", "2024-06-01"), ("Cake with the board", "2024-06-02"), ("Soup with the board", "2024-06-03")]}),
    Stated("one other event beside an article", page(linked(OTHERS[0]), title="Why we bake", held="I have baked since I was six."), {"kind": "other"}),
    Stated("hopeless", page(script('{"@type":"Event","name"'), CHAIR), {"title": TITLE, "starts_at": "2024-05-04"}),
    Stated("no name", page(script('{"@type":"Event","startDate":"2025-01-01"}'), CHAIR), {"title": TITLE, "starts_at": "2024-05-04"}),
    Stated("microdata", page(body=f'<div {MICRO}><h2 itemprop="name">{TITLE}</h2>{PLACE}<time itemprop="startDate" datetime="2024-05-04T09:30">in the morning</time></div>'),
        {"kind": "event", "title": TITLE, "starts_at": "2024-05-04T09:30"}),
    Stated("microdata in metas", page(body=f'<div {MICRO}>{PLACE}<meta itemprop="name" content="{TITLE}"><meta itemprop="startDate" content="2024-05-04T09:30+01:00">'
        '<meta itemprop="endDate" content="2024-05-04T11:00+01:00"><link itemprop="eventStatus" href="https://schema.org/EventCancelled"></div>'),
        {**TIMED, "status": "cancelled"}),
    Stated("microdata performer", page(body=f'<div {MICRO}><b itemprop="name">{TITLE}</b><meta itemprop="startDate" content="2024-05-04"><span itemprop="performer" itemscope '
        'itemtype="https://schema.org/Person"><meta itemprop="name" content="Ben Oseibonsu"><meta itemprop="jobTitle" content="porter"></span></div>'),
        {"people": [("Ben Oseibonsu", "speaker", ["porter"], [])]}),
    Stated("microdata of a place", page(body=PLACE + CHAIR), {"title": TITLE, "starts_at": "2024-05-04"}),
    Stated("h-event", page(body=f'<div class="h-event"><b class="p-name">{TITLE}</b>, <time class="dt-start" datetime="2024-05-04 09:30+01:00">at half past</time> to '
        '<time class="dt-end" datetime="2024-05-04T11:00+01:00">eleven</time></div>'), TIMED),
    Stated("h-event in parts", page(body=f'<div class="h-event"><b class="p-name">{TITLE}</b> <span class="dt-start"><time class="value" datetime="2024-05-04">May</time> at '
        '<span class="value">9:30am</span></span></div>'), {"starts_at": "2024-05-04T09:30", "kind": "event"}),
    Stated("h-event by its name alone", page(body='<p class="h-event">Counting beds</p>' + CHAIR), {"title": TITLE, "starts_at": "2024-05-04"}),
    Stated("hCalendar", page(body=f'<div class="vevent"><b class="summary">{TITLE}</b> <abbr class="dtstart" title="2024-05-04T09:30:00">half past</abbr> '
        '<abbr class="dtend" title="20240504T110000">eleven</abbr> <span class="location vcard"><b class="fn org">Corn Hall</b></span></div>'),
        {"kind": "event", "starts_at": "2024-05-04T09:30", "ends_at": "2024-05-04T11:00", "people": []}),
    Stated("hCalendar in the afternoon", page(body=f'<div class="vevent"><b class="summary">{TITLE}</b> <p class="dtstart"><b class="value">2024-05-04</b>, '
        '<b class="value">2pm</b></p></div>'), {"starts_at": "2024-05-04T14:00"}),
    Stated("h-event that was attended", page(body=f'<div class="h-event"><b class="p-name">{TITLE}</b> <time class="dt-start">2024-05-04</time> <i class="p-attendee h-card">Ben Oseibonsu</i></div>'),
        {"people": [], "starts_at": "2024-05-04"}),
)  # fmt: skip


def divided() -> tuple[list[Stated], list[Stated]]:
    """Give two thirds of the cases to work with, and the third that was kept aside until the end."""
    names = sorted(case.name for case in CASES)
    aside = set(random.Random(20240504).sample(names, len(names) // 3))
    return [case for case in CASES if case.name not in aside], [case for case in CASES if case.name in aside]
