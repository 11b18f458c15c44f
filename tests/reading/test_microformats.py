# SPDX-License-Identifier: MIT
# ruff: noqa: E501 - markup is as long as it is
"""h-event and hCalendar, by our own pages and by the fixtures of microformats.org with their expected results."""

import json
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from eqbrief.reading.microformats import Properties, events_in


def events(html: str) -> list[Properties]:
    return events_in(LexborHTMLParser(html))


def test_every_fixture_agrees_with_its_expected_result(real_files: Path):
    pages = sorted((real_files / "html").glob("hevent_*.html"))
    assert pages
    for page in pages:
        expected = json.loads(page.with_suffix(".expected.json").read_text(encoding="utf-8"))["items"]
        plain = [
            {
                name: [one if isinstance(one, str) else one["value"] for one in values]
                for name, values in item["properties"].items()
            }
            for item in expected
        ]
        assert events(page.read_text(encoding="utf-8")) == plain, page.name


@pytest.mark.parametrize(
    ("clock", "expected"),
    [
        ("2pm", "14:00"),
        ("2:30 p.m.", "14:30"),
        ("12am", "00:00"),
        ("12pm", "12:00"),
        ("09:30:15+01:00", "09:30:15+0100"),
    ],
)
def test_a_time_in_parts(clock: str, expected: str):
    html = f'<p class="vevent"><b class="summary">Tea</b><i class="dtstart"><b class="value">2024-05-04</b> <b class="value">{clock}</b></i>'
    assert events(html) == [{"name": ["Tea"], "start": [f"2024-05-04 {expected}"]}]


def test_a_card_inside_keeps_its_own_name():
    html = '<div class="h-event"><b class="p-name">Tea</b><p class="p-location h-card"><b class="p-name">Corn Hall</b><a class="u-url" href="https://a.example/"></a></p></div>'
    assert events(html) == [{"name": ["Tea"], "location": ["Corn Hall"]}]


def test_two_events_do_not_mix():
    html = '<ul><li class="vevent"><b class="summary">Tea</b><li class="vevent"><b class="summary">Cake</b></ul>'
    assert [one["name"] for one in events(html)] == [["Tea"], ["Cake"]]
