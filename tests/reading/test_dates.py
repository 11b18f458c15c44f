# SPDX-License-Identifier: MIT
"""Dates, times and zones as pages print them, and numbers that are none."""

import pytest

from eqbrief.reading.cuts import Cut
from eqbrief.reading.dates import clocks_in, days_in, is_month_first, moments


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("held on Tuesday 5 March 2024.", "2024-03-05", None),
        ("Wednesday, May 22, 2024 at the hall", "2024-05-22", None),
        ("Mon, 7 Sept. 2020", "2020-09-07", None),
        ("on the 3rd of June, 2021", "2021-06-03", None),
        ("3–5 May 2024", "2024-05-03", "2024-05-05"),
        ("May 3-5, 2024", "2024-05-03", "2024-05-05"),
        ("May 3 - May 5, 2024", "2024-05-03", "2024-05-05"),
        ("3-May-2024", "2024-05-03", None),
        ("May 3rd–5th, 2024", "2024-05-03", "2024-05-05"),
        ("30 September to 2 October 2021", "2021-09-30", "2021-10-02"),
        ("March 30, 2021 - April 1, 2021", "2021-03-30", "2021-04-01"),
        ("2024-03-05T09:30", "2024-03-05", None),
        ("Mittwoch, 15. September 2021", "2021-09-15", None),
        ("mardi 1er mars 2022", "2022-03-01", None),
        ("el martes 15 de abril de 2025", "2025-04-15", None),
        ("12 Oct 23", "2023-10-12", None),
        ("(02/27/2009, the library)", "2009-02-27", None),
    ],
)
def test_days(text: str, first: str, last: str | None):
    [day] = days_in(Cut(text, 100))
    assert (day.iso(), day.last_iso()) == (first, last)
    assert text[day.cut.start - 100 : day.cut.end - 100] == day.cut.text


@pytest.mark.parametrize(
    "text", ["03/04/2024", "31 February 2024", "rooms 3-5", "version 1.2.2024.7", "in May we will", "10-20 people"]
)
def test_what_is_no_day_or_can_be_read_two_ways(text: str):
    assert [day.iso() for day in days_in(Cut(text, 0)) if day.iso()] == []


def test_a_day_without_its_year_keeps_it_open():
    [day] = days_in(Cut("on Tuesday, 10 October", 0))
    assert day.iso() is None
    assert day.iso(2017) == "2017-10-10"
    assert day.weekday


@pytest.mark.parametrize(
    ("text", "start", "end", "zone"),
    [
        ("2:00 PM – 3:00 PM ET", "14:00", "15:00", "ET"),
        ("10-11AM PST", "10:00", "11:00", "PST"),
        ("11-1pm", "11:00", "13:00", None),
        ("03:00 - 4:30 pm EDT", "15:00", "16:30", "EDT"),
        ("1.30-5.30pm", "13:30", "17:30", None),
        ("from 9 am to 4 pm", "09:00", "16:00", None),
        ("09:30 to 12:30", "09:30", "12:30", None),
        ("14h30", "14:30", None, None),
        ("at noon UTC", "12:00", None, "UTC"),
        ("10 AM UTC-3", "10:00", None, "UTC-3"),
        ("1ET/12CT", "13:00", None, "ET"),
        ("13:00 Uhr", "13:00", None, None),
        ("11:10 AM - 12:00 noon", "11:10", "12:00", None),
        ("12:00 noon - 12:20 PM", "12:00", "12:20", None),
        ("from 9 am until noon", "09:00", "12:00", None),
        ("3:00-4:00 ET (12:00-1:00 PT)", "15:00", "16:00", "ET"),
        ("03:00-04:00 UTC", "03:00", "04:00", "UTC"),
    ],
)
def test_times(text: str, start: str, end: str | None, zone: str | None):
    clock = clocks_in(Cut(text, 0))[0]
    assert (clock.start, clock.end, clock.zone) == (start, end, zone)


@pytest.mark.parametrize("text", ["12 members", "a ratio of 1.0", "5 May 2024", "2023/24", "about 30 people"])
def test_a_bare_number_is_no_time(text: str):
    assert not clocks_in(Cut(text, 0))


def test_two_days_each_with_its_hour_are_one_stretch():
    text = "Wednesday, August 25, 2021 2:00 PM – Thursday, August 26, 2021 3:00 PM ET"
    [(day, clock)] = moments(Cut(text, 0))
    assert (day.iso(), day.last_iso()) == ("2021-08-25", "2021-08-26")
    assert clock is not None
    assert (clock.start, clock.end, clock.zone) == ("14:00", "15:00", "ET")


def test_a_time_belongs_to_the_day_beside_it():
    pairs = list(moments(Cut("on 3 May 2024 at 10am and again on 9 May 2024 at 2pm", 0)))
    assert [(day.day, clock.start if clock else None) for day, clock in pairs] == [(3, "10:00"), (9, "14:00")]


@pytest.mark.parametrize(
    ("text", "month_first"),
    [("05/09/2018 and 06/15/2018", True), ("05/09/2018 and 15/06/2018", False), ("05/09/2018", None),
     ("06/15/2018 or 15/06/2018", None)],
)  # fmt: skip
def test_a_page_says_by_its_other_days_how_it_writes_them(text: str, month_first: bool | None):
    assert is_month_first(text) is month_first
    found = [day.iso() for day in days_in(Cut("05/09/2018", 0), month_first=month_first)]
    assert found == {True: ["2018-05-09"], False: ["2018-09-05"], None: []}[month_first]
