# SPDX-License-Identifier: MIT
"""Indico's export: an event by itself, one of contributions as a listing, and several events in one file."""

import json
from typing import Any

import pytest

from eqbrief.model import Draft
from eqbrief.reading import read_bytes
from tests.reading.test_pages import check_evidence


def at(day: int, time: str) -> dict[str, str]:
    return {"date": f"2024-05-0{day}", "time": f"{time}:00", "tz": "Europe/Zurich"}


ANITA = {
    "first_name": "Anita",
    "last_name": "Lowell-Finch",
    "fullName": "Lowell-Finch, Anita",
    "affiliation": "Larkmoor Trust",
}
TOBIAS = {"fullName": "Wynn-Harrow, Tobias", "affiliation": ""}
TALK: dict[str, Any] = {
    "_type": "Contribution",
    "id": "3",
    "db_id": 903,
    "title": "Counting beds",
    "startDate": at(4, "09:30"),
    "endDate": at(4, "10:15"),
    "description": "<p>What they do with the <b>answer</b>, <a href='https://counting.example/'>told here</a>.</p>",
    "speakers": [ANITA],
    "primaryauthors": [ANITA, TOBIAS],
    "track": "Winter",
    "session": "Morning",
    "keywords": ["care"],
    "location": "Larkmoor",
    "room": "Corn Hall",
    "url": "https://events.example/event/7/contributions/3/",
    "folders": [
        {
            "title": "Slides",
            "attachments": [
                {"title": "beds.pdf", "download_url": "https://events.example/a/beds.pdf", "type": "file"},
                {"title": "Notes", "link_url": "https://events.example/a/notes", "type": "link"},
            ],
        }
    ],
}
EVENT: dict[str, Any] = {
    "_type": "Conference",
    "id": "7",
    "title": "Larkmoor days of care",
    "type": "meeting",
    "category": "Care",
    "startDate": at(4, "09:00"),
    "endDate": at(5, "17:00"),
    "timezone": "Europe/Zurich",
    "description": "",
    "location": "Larkmoor",
    "room": None,
    "url": "https://events.example/event/7/",
    "chairs": [TOBIAS],
    "keywords": [],
}


def read(*events: dict[str, Any]) -> Draft:
    draft = read_bytes(json.dumps({"_type": "HTTPAPIResult", "count": 1, "results": events}).encode(), "export.json")
    for one in (draft, *draft.events):
        check_evidence(one)
    return draft


def test_contributions_are_the_events_of_a_listing():
    draft = read({**EVENT, "contributions": [TALK, {**TALK, "id": "4", "db_id": 904, "title": "Cups", "url": None}]})
    one, other = draft.events
    assert (draft.kind, draft.title, draft.address) == ("listing", EVENT["title"], EVENT["url"])
    assert (one.title, one.series, one.address) == ("Counting beds", EVENT["title"], TALK["url"])
    assert (one.starts_at, one.ends_at, one.timezone) == ("2024-05-04T09:30", "2024-05-04T10:15", "Europe/Zurich")
    assert [(p.name, p.capacity, p.organisations) for p in one.people] == [
        ("Anita Lowell-Finch", "speaker", ("Larkmoor Trust",))
    ]
    assert one.topics == ("Winter", "care")
    assert one.body == (
        "What they do with the answer, [told here](https://counting.example/).\n\n"
        "- [Notes](https://events.example/a/notes)"
    )
    assert [(deck.title, deck.url) for deck in one.decks] == [("beds.pdf", "https://events.example/a/beds.pdf")]
    assert "Author: Tobias Wynn-Harrow\n" in one.text
    assert "Session: Morning\n" in one.text
    assert other.address == "id:7/904"


def test_who_leads_the_conference_leads_none_of_its_talks():
    draft = read({**EVENT, "contributions": [TALK]})
    assert "Chair: Tobias Wynn-Harrow" in draft.text
    assert [p.name for one in draft.events for p in one.people] == ["Anita Lowell-Finch"]


def test_contributions_of_sessions_come_once():
    session = {"title": "Afternoon", "contributions": [TALK]}
    draft = read({**EVENT, "sessions": [session], "contributions": [TALK, {**TALK, "db_id": 904, "title": "Cups"}]})
    assert [one.title for one in draft.events] == ["Counting beds", "Cups"]
    assert "Session: Afternoon" in draft.events[0].text


def test_an_event_without_contributions_is_an_event_with_its_days():
    held = [{"startDT": at(day, "09:00"), "endDT": at(day, "12:00")} for day in (4, 5)]
    draft = read({**EVENT, "occurrences": held})
    assert (draft.kind, draft.title, draft.series, draft.events) == ("event", EVENT["title"], None, ())
    assert (draft.starts_at, draft.ends_at) == ("2024-05-04T09:00", "2024-05-05T17:00")
    assert "When: Sunday 5 May 2024, 09:00 to 12:00 (Europe/Zurich)\n" in draft.text
    assert [(p.name, p.capacity) for p in draft.people] == [("Tobias Wynn-Harrow", "chair")]


@pytest.mark.parametrize(("categories", "title"), [(("Care", "Care"), "Care"), (("Care", "Cups"), None)])
def test_several_events_are_a_listing_of_their_category(categories: tuple[str, str], title: str | None):
    draft = read(*({**EVENT, "id": str(n), "category": one, "url": ""} for n, one in enumerate(categories)))
    assert (draft.kind, draft.title) == ("listing", title)
    assert [(one.title, one.series, one.address) for one in draft.events] == [
        (EVENT["title"], title, "id:0"),
        (EVENT["title"], title, "id:1"),
    ]


def test_an_unscheduled_contribution_has_no_time():
    one = read({**EVENT, "contributions": [{**TALK, "startDate": None, "endDate": None}]}).events[0]
    assert (one.title, one.starts_at, one.ends_at, one.timezone) == ("Counting beds", None, None, None)
