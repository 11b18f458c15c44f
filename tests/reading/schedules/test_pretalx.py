# SPDX-License-Identifier: MIT
"""pretalx's submissions: one by one, page by page, by day and room, or named by slots; the programme is the same."""

import json
from typing import Any

import pytest

from eqbrief.model import Draft
from eqbrief.reading import read_bytes
from eqbrief.reading.schedules import is_schedule
from tests.reading.test_pages import check_evidence

ONE: dict[str, Any] = {
    "code": "BEDS11",
    "speakers": [{"code": "ANITA1", "name": "Anita Lowell-Finch", "biography": "Counts since 1999.", "avatar": None}],
    "title": "Betten zählen",
    "submission_type": {"en": "Long talk", "de": "Langer Vortrag"},
    "track": {"en": "Winter", "de": "Winterzeit"},
    "state": "confirmed",
    "abstract": None,
    "description": "Was sie *nicht* tun.",
    "duration": 45,
    "content_locale": "de",
    "slot": {
        "room": {"en": "Corn Hall", "de": "Kornhaus"},
        "start": "2024-05-04T09:30:00+02:00",
        "end": "2024-05-04T10:15:00+02:00",
    },
    "resources": [
        {"resource": "https://talks.example/beds.pptx", "description": "Folien"},
        {"resource": "https://talks.example/beds.zip", "description": "Daten"},
    ],
    "tags": ["care"],
}
OTHER = {**ONE, "code": "CUPS12", "title": "Tassen", "slot": {"start": "2024-05-04T11:00:00+02:00"}, "resources": []}
FORMS = {
    "a page of the interface": {"count": 2, "next": None, "previous": None, "results": [ONE, OTHER]},
    "a list": [ONE, OTHER],
    "by day, minute and room": {"schedule": {"2024-05-04": {"570": {"1": ONE}, "660": {"1": OTHER}, "700": {}}}},
    "slots": {
        "version": "1",
        "slots": [{"id": 1, **ONE["slot"], "submission": {k: v for k, v in ONE.items() if k != "slot"}}, OTHER],
    },
}


def read(value: Any) -> Draft:
    draft = read_bytes(json.dumps(value).encode(), "talks.json")
    for one in (draft, *draft.events):
        check_evidence(one)
    return draft


@pytest.mark.parametrize("value", FORMS.values(), ids=FORMS)
def test_submissions_are_events_wherever_they_stand(value: Any):
    draft = read(value)
    one, other = draft.events
    assert (draft.kind, draft.title) == ("listing", None)
    assert (one.title, one.language, one.address) == ("Betten zählen", "de", "code:BEDS11")
    assert (one.starts_at, one.ends_at, one.timezone) == ("2024-05-04T09:30", "2024-05-04T10:15", "UTC+02:00")
    assert (one.topics, [p.name for p in one.people]) == (("Winterzeit", "care"), ["Anita Lowell-Finch"])
    assert [(deck.title, deck.url) for deck in one.decks] == [("Folien", "https://talks.example/beds.pptx")]
    assert (one.summary, one.body) == (None, "Was sie *nicht* tun.\n\n- [Daten](https://talks.example/beds.zip)")
    assert "Place: Kornhaus\n" in one.text
    assert "About: Anita Lowell-Finch\nCounts since 1999.\n" in one.text
    assert (other.title, other.ends_at) == ("Tassen", "2024-05-04T11:45")


def test_what_stands_once_for_all_is_looked_up():
    value = {
        "talks": [
            {**OTHER, "slot": None, "start": "2024-05-04T09:00:00Z", "track": 3, "room": 4, "speakers": ["T", "?"]}
        ],
        "timezone": "Europe/Berlin",
        "tracks": [{"id": 3, "name": {"de": "Pflege"}}],
        "rooms": [{"id": 4, "name": {"en": "Corn Hall"}}],
        "speakers": [{"code": "T", "name": "Tobias Wynn-Harrow"}],
    }
    [one] = read(value).events
    assert (one.starts_at, one.ends_at, one.timezone) == ("2024-05-04T11:00", "2024-05-04T11:45", "Europe/Berlin")
    assert (one.topics, [p.name for p in one.people]) == (("Pflege", "care"), ["Tobias Wynn-Harrow"])
    assert "Place: Corn Hall\n" in one.text


@pytest.mark.parametrize(
    ("state", "statuses"),
    [("confirmed", [None]), ("canceled", ["cancelled"]), ("withdrawn", ["cancelled"]), ("rejected", []), ("draft", [])],
)
def test_a_proposal_that_was_not_taken_is_no_event(state: str, statuses: list):
    draft = read([{**ONE, "state": state}, OTHER])
    assert [one.status for one in draft.events[:-1]] == statuses


def test_a_submission_in_two_slots_is_two_events():
    slots = [{"start": f"2024-05-0{day}T09:00:00+02:00", "end": f"2024-05-0{day}T10:00:00+02:00"} for day in (4, 5)]
    first, second = read([{**ONE, "slot": None, "slots": slots}]).events
    assert (first.title, first.starts_at, second.starts_at) == ("Betten zählen", "2024-05-04T09:00", "2024-05-05T09:00")
    assert first.address != second.address


@pytest.mark.parametrize(
    "value",
    [
        {"title": "Tea"},
        [{"title": "Tea", "speakers": 4, "state": "x"}],
        {"schedule": "weekly"},
        [],
        {"speakers": []},
        4,
    ],
)
def test_other_data_is_no_schedule(value: Any):
    assert not is_schedule(value)
    nested: Any = ONE
    for _ in range(40):
        nested = [nested]
    assert not is_schedule(nested)
