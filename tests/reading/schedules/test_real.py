# SPDX-License-Identifier: MIT
"""Real schedules, each counted against its own file by a count that knows nothing of the readers."""

import json
import time
from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from lxml import etree

from eqbrief.model import Draft
from eqbrief.reading import read_bytes, read_path
from tests.reading.test_pages import check_evidence

# What an event holds, by a plain count: title, start, end, names, addresses of attachments.
Counted = tuple[str, str, str, tuple[str, ...], tuple[str, ...]]


def counted_in_xml(path: Path) -> Iterator[Counted]:
    for event in etree.parse(path).iter("event"):
        texts = {child.tag: child.text or "" for child in event}
        people = [p.findtext("public_name") or p.findtext("name") or p.text for p in event.iter("person")]
        files = [one.get("href") for one in event.iter("attachment")]
        yield counted(texts["title"], texts["date"], texts["duration"], people, files)


def counted_in_json(path: Path) -> Iterator[Counted]:
    for day in json.loads(path.read_bytes())["schedule"]["conference"]["days"]:
        for event in [event for room in day["rooms"].values() for event in room]:
            people = [person.get("public_name") or person.get("name") for person in event["persons"]]
            files = [one["url"] for one in event.get("attachments", ())]
            yield counted(event["title"], event["date"], event["duration"], people, files)


def counted(title: str, start: str, length: str, people: list[Any], files: list[str]) -> Counted:
    hours, minutes = length.split(":")
    begin = datetime.fromisoformat(start)
    end = begin + timedelta(hours=int(hours), minutes=int(minutes))
    names = tuple(" ".join(name.split()) for name in people)
    return " ".join(title.split()), start[:16], f"{end:%Y-%m-%dT%H:%M}", names, tuple(sorted(files))


def offered(draft: Draft, paths: tuple[str, ...]) -> tuple[str, ...]:
    """Give those paths that the draft offers: as a deck, as a recording or as a link in its body."""
    shown = [deck.url or "" for deck in draft.decks] + [one.url or "" for one in draft.recordings]
    told = "\n".join(shown) + "\n" + (draft.body or "")
    return tuple(path for path in paths if path in told)


@pytest.mark.parametrize(
    ("name", "count", "events"),
    [
        ("ccc_36c3_merged.xml", counted_in_xml, 1351),
        ("ccc_camp2019_stages.xml", counted_in_xml, 205),
        ("ccc_camp2019_stages.json", counted_in_json, 205),
        ("ccc_camp2019_wiki.json", counted_in_json, 402),
    ],
)
def test_events_times_people_and_attachments_are_those_of_the_file(
    name: str, count: Any, events: int, real_files: Path
):
    path = real_files / "schedules" / name
    expected = list(count(path))
    draft = read_path(path)
    assert len(expected) == len(draft.events) == events
    for said, one in zip(expected, draft.events, strict=True):
        title, starts, ends, names, files = said
        assert (one.title, one.starts_at, one.ends_at or starts) == (title, starts, ends)
        printed = [f"Speaker: {name}" for name in names]
        assert [line for line in one.text.splitlines() if line in printed] == printed
        assert len(one.people) == len(names)
        assert offered(one, files) == files
        check_evidence(one)
    assert Counter(one.address for one in draft.events).most_common(1)[0][1] == 1


def test_every_submission_is_read(real_files: Path):
    path = real_files / "schedules" / "pyconfr_2024_pretalx_api.json"
    whole = json.loads(path.read_bytes())
    said = [
        talk
        for part in ("schedule", "sprints")
        for day in whole[part].values()
        for minute in day.values()
        for talk in minute.values()
    ]
    draft = read_path(path)
    assert Counter(
        (" ".join(t["title"].split()), t["slot"]["start"][:16], t["slot"]["end"][:16]) for t in said
    ) == Counter((one.title, one.starts_at, one.ends_at) for one in draft.events)
    assert sum(len(talk["speakers"]) for talk in said) == sum(len(one.people) for one in draft.events)
    resources = [one["resource"] for talk in said for one in talk["resources"]]
    assert len(resources) == sum(len(offered(one, tuple(resources))) for one in draft.events)
    slides = [address for address in resources if not address.endswith((".zip", ".png"))]
    assert sorted(deck.url or "" for one in draft.events for deck in one.decks) == sorted(slides)
    for one in draft.events:
        check_evidence(one)


def test_the_documented_samples(real_files: Path):
    folder = real_files / "schedules"
    talks = read_path(folder / "indico_doc_contributions.json")
    whole = json.loads((folder / "indico_doc_contributions.json").read_bytes())["results"][0]
    assert [(one.title, one.starts_at, one.timezone) for one in talks.events] == [
        (one["title"], f"{one['startDate']['date']}T{one['startDate']['time'][:5]}", "Europe/Zurich")
        for one in whole["contributions"]
    ]
    event = read_path(folder / "indico_doc_occurrences.json")
    assert (event.kind, event.title, event.starts_at, event.ends_at) == (
        "event",
        whole["title"],
        "2011-06-23T08:00",
        "2011-06-24T18:00",
    )


def test_the_largest_is_quick(real_files: Path):
    data = (real_files / "schedules" / "ccc_36c3_merged.xml").read_bytes()
    before = time.perf_counter()
    draft = read_bytes(data, "a.xml")
    # A quarter of a second where nothing else runs; two seconds are the promise.
    assert time.perf_counter() - before < 2
    assert {urlsplit(one.address or "").scheme for one in draft.events} == {"https", "guid"}
