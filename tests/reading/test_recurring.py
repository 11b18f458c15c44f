# SPDX-License-Identifier: MIT
"""The days of events that repeat: rules that end, extra days, days left out, and rules that would never be done."""

import time

import pytest
from icalendar import Event

from eqbrief.reading.recurring import MOST_DAYS, days_of

LONDON = "DTSTART;TZID=Europe/London:20240320T093000"
DAY = "DTSTART;VALUE=DATE:20240320"


def days(*lines: str, zone: str | None = "Europe/London", moved: tuple[str, ...] = ()) -> list[str] | None:
    event = Event.from_ical("\r\n".join(["BEGIN:VEVENT", *lines, "END:VEVENT", ""]))
    left = [Event.from_ical(f"BEGIN:VEVENT\r\n{one}\r\nEND:VEVENT\r\n").get("RECURRENCE-ID") for one in moved]
    found = days_of(event, zone, left)
    return None if found is None else [one.isoformat().removesuffix(":00") for one in found]


def march(*days: int) -> list[str]:
    """Give days of March 2024 at half past nine; the 34th is 3 April."""
    return [f"2024-0{3 + (day > 31)}-{(day - 1) % 31 + 1:02}T09:30" for day in days]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ((LONDON,), march(20)),
        # The clocks go forward in between, and the meeting stays at half past nine.
        ((LONDON, "RRULE:FREQ=WEEKLY;COUNT=3"), march(20, 27, 34)),
        ((LONDON, "RRULE:FREQ=WEEKLY;UNTIL=20240403T083000Z"), march(20, 27, 34)),
        ((LONDON, "RRULE:FREQ=WEEKLY;UNTIL=20240403T082900Z"), march(20, 27)),
        ((LONDON, "RRULE:FREQ=WEEKLY;UNTIL=20240403"), march(20, 27, 34)),
        ((LONDON, "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=WE,FR;COUNT=3"), march(20, 22, 34)),
        ((LONDON, "RRULE:FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR;COUNT=4"), march(20, 21, 22, 25)),
        ((LONDON, "RRULE:FREQ=MONTHLY;BYDAY=-1FR;COUNT=1"), march(20, 29)),
        ((LONDON, "RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=1"), march(20, 29)),
        ((LONDON, "RRULE:FREQ=MONTHLY;BYMONTHDAY=31;COUNT=1"), march(20, 31)),
        ((LONDON, "RRULE:FREQ=YEARLY;BYMONTH=3,4;BYMONTHDAY=3;COUNT=1"), march(20, 34)),
        ((DAY, "RRULE:FREQ=DAILY;INTERVAL=2;COUNT=3"), ["2024-03-20", "2024-03-22", "2024-03-24"]),
        ((DAY, "RRULE:FREQ=DAILY;UNTIL=20240321"), ["2024-03-20", "2024-03-21"]),
        ((LONDON, "RDATE;TZID=Europe/London:20240322T093000"), march(20, 22)),
        ((LONDON, "RDATE:20240322T093000Z,20240325T093000Z"), march(20, 22, 25)),
        ((LONDON, "RDATE;VALUE=DATE:20240322"), march(20, 22)),
        ((LONDON, "RDATE;VALUE=PERIOD:20240322T093000Z/PT1H"), march(20, 22)),
        ((LONDON, "RRULE:FREQ=WEEKLY;COUNT=3", "EXDATE;TZID=Europe/London:20240327T093000"), march(20, 34)),
        ((LONDON, "RRULE:FREQ=WEEKLY;COUNT=3", "EXDATE:20240403T083000Z"), march(20, 27)),
        ((LONDON, "RRULE:FREQ=WEEKLY;COUNT=2", "EXDATE;VALUE=DATE:20240320"), march(27)),
        ((LONDON, "RRULE:FREQ=WEEKLY;COUNT=1", "EXDATE;VALUE=DATE:20240320"), []),
    ],
)
def test_days(lines: tuple[str, ...], expected: list[str]):
    assert days(*lines) == expected


@pytest.mark.parametrize("left", ["RECURRENCE-ID;TZID=Europe/London:20240327T093000", "RECURRENCE-ID:20240327T093000Z",
                                  "RECURRENCE-ID;VALUE=DATE:20240327"])  # fmt: skip
def test_what_was_moved_has_an_entry_of_its_own(left: str):
    assert days(LONDON, "RRULE:FREQ=WEEKLY;COUNT=2", moved=(left,)) == ["2024-03-20T09:30"]


def test_a_zone_that_nobody_knows_keeps_the_wall_clock():
    start = "DTSTART;TZID=Larkmoor Time:20240320T093000"
    assert days(start, "RRULE:FREQ=WEEKLY;COUNT=2", zone="Larkmoor Time") == ["2024-03-20T09:30", "2024-03-27T09:30"]


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=WEEKLY",
        f"FREQ=DAILY;COUNT={MOST_DAYS + 1}",
        "FREQ=DAILY;UNTIL=20990101T000000Z",
        "FREQ=YEARLY;COUNT=50",
        "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30;COUNT=1",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=2",
        "FREQ=DAILY;INTERVAL=7;BYDAY=MO;COUNT=2",
        "FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=31;COUNT=2",
        "FREQ=MONTHLY;BYDAY=1MO;BYSETPOS=2;COUNT=2",
        "FREQ=MONTHLY;BYDAY=6MO;COUNT=2",
        "FREQ=DAILY;INTERVAL=0;BYMONTH=2;COUNT=2",
        "FREQ=DAILY;INTERVAL=99999999999;COUNT=2",
        "FREQ=SOMETIMES;COUNT=2",
        "FREQ=WEEKLY;BYDAY=XX;COUNT=2",
        "COUNT=2",
    ],
)
def test_a_rule_that_does_not_end_soon_or_is_broken_gives_no_days_and_takes_no_time(rule: str):
    before = time.process_time()
    assert days(LONDON, f"RRULE:{rule}") is None
    assert time.process_time() - before < 0.5


def test_a_day_that_the_month_has_not_is_not_looked_for():
    last = LONDON.replace("20240320", "20240331")
    assert days(last, "RRULE:FREQ=YEARLY;BYMONTH=2;COUNT=2") is None
