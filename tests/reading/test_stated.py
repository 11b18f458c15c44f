# SPDX-License-Identifier: MIT
# ruff: noqa: E501 - markup is as long as it is
"""Claims: times as sites write them, the same event said twice, and what is nobody's event."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from eqbrief.reading.stated import Claims, claims_in
from tests.reading.stated_cases import event, linked


def claims(html: str) -> Claims:
    return claims_in(LexborHTMLParser(html))


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2024-05-04T09:30:00.000+01:00", "2024-05-04T11:00", ("2024-05-04T09:30", "2024-05-04T11:00", "UTC+01:00")),
        ("2024-05-04T09:30-05", "", ("2024-05-04T09:30", None, "UTC-05:00")),
        ("2024-05-04T10-10-00-00", "2024-05-04T23-23-50-00", ("2024-05-04", None, None)),
        ("2024-5-4", "2024-5-6", ("2024-05-04", "2024-05-06", None)),
        ("2024-125", "", ("2024-05-04", None, None)),
        ("2024-05-04T00:00:00+01:00", "2024-05-05T23:59:00", ("2024-05-04", "2024-05-05", None)),
        ("2024-05-04T00:00", "2024-05-04T02:00", ("2024-05-04T00:00", "2024-05-04T02:00", None)),
        ("2024-02-30", "", (None, None, None)),
        ("2024-999", "", (None, None, None)),
        ("4 May 2024", "", (None, None, None)),
        ("", "2024-05-04", (None, None, None)),
    ],
)
def test_times(first: str, last: str, expected: tuple[str | None, str | None, str | None]):
    [one] = claims(linked(startDate=first, endDate=last)).events
    starts, ends = one.starts, one.ends
    assert (starts and starts.iso, ends and ends.iso, starts and starts.zone) == expected


def test_the_same_event_in_two_ways_is_one_and_the_closer_counts():
    micro = '<p itemscope itemtype="http://schema.org/Event"><b itemprop="name">Tea</b><meta itemprop="startDate" content="2024-05-04T09:30">'
    [one] = claims(linked(event(name="Tea")) + micro).events
    assert one.starts
    assert one.starts.iso == "2024-05-04T09:30"


def test_what_is_no_event_is_none():
    page = linked({"@type": "Recipe", "name": "Cake"}, {"@type": "EventVenue", "name": "Corn Hall"}, {"@type": "Event"})
    assert claims(page) == Claims((), article=True)


def test_a_role_stands_around_whom_it_is_of():
    ann = {"@type": "Person", "name": "Ann Egerton", "jobTitle": ["ward manager", "trustee"]}
    chair = {"@type": "Role", "roleName": "Chair", "performer": ann}
    guest = {
        "@type": "PerformanceRole",
        "roleName": "head of beds",
        "speaker": {"@type": "Person", "name": "Bea Holmes"},
    }
    [one] = claims(linked(performer=chair, speaker=[guest, {"@type": "Role", "roleName": "x"}])).events
    assert [(who.name, who.roles, who.capacity) for who in one.people] == [
        ("Ann Egerton", ("ward manager", "trustee"), "chair"),
        ("Bea Holmes", ("head of beds",), None),
    ]


def test_of_several_ends_the_first_behind_the_start():
    html = (
        '<p class="h-event"><b class="p-name">Tea</b><time class="dt-start">2024-05-04</time>'
        '<time class="dt-end">2024-05-01</time><time class="dt-end">2024-05-06</time></p>'
    )
    [one] = claims(html).events
    assert one.ends
    assert one.ends.iso == "2024-05-06"


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (linked({"@type": "NewsArticle", "datePublished": "2024-05-07T09:00:00+00:00"}), ("2024-05-07", True)),
        (linked({"@type": "WebPage", "datePublished": "2024-05-07"}), ("2024-05-07", False)),
        ('<meta property="article:published_time" content="2024-05-07T09:00">', ("2024-05-07", False)),
        (linked({"@type": "Event", "datePublished": "2024-05-07"}), ("", False)),
        (linked({"@type": "NewsArticle", "datePublished": "today"}), ("", True)),
    ],
)
def test_the_day_of_posting(html: str, expected: tuple[str, bool]):
    found = claims(html)
    assert (found.published, found.news) == expected
