# SPDX-License-Identifier: MIT
"""Real saved pages: the facts they state by eye, and h-event fixtures by their expected results."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from eqbrief.model import Draft
from eqbrief.reading import read_path
from tests.reading.real_cases import SHOWN, STATED

CASES = {**STATED, **SHOWN}


def said(draft: Draft, field: str) -> object:
    match field:
        case "people":
            return [person.name for person in draft.people]
        case "events":
            return len(draft.events)
        case "first":
            # A page may show the newest first; its own data stands in order.
            first = draft.events[0] if draft.events else draft
            return (first.title, first.starts_at, first.ends_at)
        case "no organisations":
            return not any(person.organisations for person in draft.people)
        case _:
            return getattr(draft, field)


@pytest.mark.parametrize("name", CASES)
def test_a_saved_page_says_what_it_states(real_files: Path, name: str):
    draft = read_path(real_files / "html" / name)
    expected = dict(CASES[name])
    among = expected.pop("among", None)
    assert {field: said(draft, field) for field in expected} == expected
    assert among is None or {person.name for person in draft.people} <= set(among)


def test_every_saved_page_is_in_the_tables(real_files: Path):
    pages = {path.name for path in (real_files / "html").iterdir() if path.suffix != ".json"}
    assert {name for name in pages if not name.startswith("hevent_")} == set(CASES)


def moment(values: list[str], *, after: str = "") -> str | None:
    """Give the first moment of a microformat's values as a draft has it: to the minute, by the clock on the wall."""
    for value in values:
        try:
            found = datetime.fromisoformat(value) if len(value) > 10 else datetime.strptime(value, "%Y-%m-%d")
        except ValueError:
            found = datetime.strptime(value, "%Y-%j")
        said = found.strftime("%Y-%m-%dT%H:%M") if len(value) > 10 else found.strftime("%Y-%m-%d")
        if said > after:
            return said
    return None


def expected_of(item: dict[str, Any]) -> dict[str, object]:
    """Say what a draft must find of an item as a microformats parser gives it.

    Its name is the title; the first start and the first end after it are those of the event, which it is one for
    having a start. A place has no field of its own, and whoever attends does not therefore speak.
    """
    properties = item["properties"]
    expected: dict[str, object] = {"title": properties["name"][0], "people": ()}
    if "start" in properties:
        starts = moment(properties["start"])
        expected |= {"kind": "event", "starts_at": starts, "ends_at": moment(properties.get("end", []), after=starts)}
    if "summary" in properties:
        expected["summary"] = properties["summary"][0]
    return expected


def test_every_h_event_fixture_gives_the_draft_of_its_expected_result(real_files: Path):
    pages = sorted((real_files / "html").glob("hevent_*.html"))
    assert len(pages) == 7
    for path in pages:
        [item] = json.loads(path.with_suffix(".expected.json").read_text(encoding="utf-8"))["items"]
        draft = read_path(path)
        expected = expected_of(item)
        assert {field: getattr(draft, field) for field in expected} == expected, path.name
