# SPDX-License-Identifier: MIT
"""Calendars taken apart: times as they are written, whole days, repeats, and one broken event beside sound ones."""

from pathlib import Path

import pytest

from eqbrief.reading.calendars import Entry, calendar_of

BERLIN_WRONG = (
    "BEGIN:VTIMEZONE\nTZID:Europe/Berlin\nBEGIN:STANDARD\nTZOFFSETFROM:+5328\nTZOFFSETTO:x\nEND:STANDARD\nEND:VTIMEZONE"
)


def entries(*events: str, head: str = "") -> tuple[Entry, ...]:
    parts = "".join(f"BEGIN:VEVENT\n{lines}\nEND:VEVENT\n" for lines in events)
    return calendar_of(f"BEGIN:VCALENDAR\n{head}\n{parts}END:VCALENDAR\n").entries


def entry(lines: str, head: str = "") -> Entry:
    [one] = entries(f"SUMMARY:Tea with the board\n{lines}", head=head)
    return one


def times(lines: str, head: str = "") -> tuple[str | None, str | None, str | None]:
    one = entry(lines, head)
    assert one.starts
    return one.starts.iso, one.ends.iso if one.ends else None, one.starts.zone


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("DTSTART:20240504T093000\nDTEND:20240504T110000", ("2024-05-04T09:30", "2024-05-04T11:00", None)),
        (
            "DTSTART;TZID=Europe/London:20240504T093000\nDTEND;TZID=Europe/London:20240504T110000",
            ("2024-05-04T09:30", "2024-05-04T11:00", "Europe/London"),
        ),
        (
            "DTSTART;TZID=GMT Standard Time:20240504T093000\nDURATION:PT1H30M",
            ("2024-05-04T09:30", "2024-05-04T11:00", "GMT Standard Time"),
        ),
        (
            "DTSTART;TZID=/larkmoor.example/2024/Europe/London:20240504T093000",
            ("2024-05-04T09:30", None, "Europe/London"),
        ),
        ("DTSTART;TZID=Larkmoor Time:20240504T093000", ("2024-05-04T09:30", None, "Larkmoor Time")),
        ("DTSTART:20240504T083000Z", ("2024-05-04T08:30", None, "UTC")),
        ("DTSTART;VALUE=DATE:20240504\nDTEND;VALUE=DATE:20240505", ("2024-05-04", None, None)),
        ("DTSTART;VALUE=DATE:20240504\nDTEND;VALUE=DATE:20240507", ("2024-05-04", "2024-05-06", None)),
        ("DTSTART;VALUE=DATE:20240504\nDURATION:P2D", ("2024-05-04", "2024-05-05", None)),
        ("DTSTART;VALUE=DATE:20240504\nDTEND;VALUE=DATE:20240504", ("2024-05-04", None, None)),
        ("DTSTART:20240504T093000\nDTEND:tomorrow", ("2024-05-04T09:30", None, None)),
        ("DTSTART:20240504T093000\nDTEND:20240504T093000", ("2024-05-04T09:30", None, None)),
        ("DTSTART:20240504T093000\nDURATION:-PT1H", ("2024-05-04T09:30", None, None)),
    ],
)
def test_times_are_those_of_the_wall_clock(lines: str, expected: tuple[str | None, str | None, str | None]):
    assert times(lines) == expected


def test_utc_is_turned_to_the_zone_that_the_calendar_says_is_its_own():
    head = "X-WR-TIMEZONE:Europe/London"
    assert times("DTSTART:20240504T083000Z", head) == ("2024-05-04T09:30", None, "Europe/London")
    assert times("DTSTART:20240104T083000Z", head) == ("2024-01-04T08:30", None, "Europe/London")
    assert times("DTSTART:20240504T083000Z", "X-WR-TIMEZONE:../../etc/passwd") == ("2024-05-04T08:30", None, "UTC")


def test_a_wrong_definition_of_a_zone_changes_nothing():
    assert times("DTSTART;TZID=Europe/Berlin:20240504T093000", BERLIN_WRONG)[0] == "2024-05-04T09:30"


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("", ""),
        ("RRULE:FREQ=WEEKLY", "Repeats every week"),
        ("RRULE:FREQ=MONTHLY;INTERVAL=2;COUNT=61", "Repeats every 2 months, 61 times"),
        ("RRULE:FREQ=DAILY;UNTIL=20240730T000000Z", "Repeats every day, until 30 July 2024"),
        ("RRULE:FREQ=WEEKLY;BYDAY=, TU", "Repeats"),
        ("RRULE:FREQ=WEEKLY;COUNT=1", ""),
        ("RDATE:soon", "On several days"),
        ("RECURRENCE-ID:20240504T093000", "One of a series that repeats"),
    ],
)
def test_repeats_are_said_in_words(lines: str, said: str):
    assert entry(f"DTSTART:20240504T093000\n{lines}".strip()).repeats == said


def test_a_few_days_of_one_event_are_as_many_entries():
    weekly = (
        "UID:tea\nSUMMARY:Tea\nDTSTART;TZID=Europe/London:20240320T093000\nDURATION:PT90M\nRRULE:FREQ=WEEKLY;COUNT=3"
    )
    moved = "UID:tea\nSUMMARY:Late tea\nRECURRENCE-ID;TZID=Europe/London:20240327T093000\nDTSTART:20240328T110000"
    other = "UID:cups\nSUMMARY:Cups\nDTSTART:20240101T093000"
    found = [
        (one.title, one.starts and one.starts.iso, one.ends and one.ends.iso) for one in entries(weekly, moved, other)
    ]
    assert found == [
        ("Cups", "2024-01-01T09:30", None),
        ("Tea", "2024-03-20T09:30", "2024-03-20T11:00"),
        ("Late tea", "2024-03-28T11:00", None),
        ("Tea", "2024-04-03T09:30", "2024-04-03T11:00"),
    ]
    assert [one.repeats for one in entries(weekly, moved)] == ["One of a series that repeats"] * 3


def test_whole_days_repeat_as_whole_days():
    found = entries("SUMMARY:Fair\nDTSTART;VALUE=DATE:20240504\nDTEND;VALUE=DATE:20240506\nRRULE:FREQ=YEARLY;COUNT=2")
    assert [(one.starts and one.starts.iso, one.ends and one.ends.iso) for one in found] == [
        ("2024-05-04", "2024-05-05"),
        ("2025-05-04", "2025-05-05"),
    ]


def test_what_is_moved_for_good_is_told_by_its_rule():
    weekly = "UID:tea\nSUMMARY:Tea\nDTSTART:20240320T093000\nRRULE:FREQ=WEEKLY;COUNT=3"
    moved = "UID:tea\nSUMMARY:Tea\nRECURRENCE-ID;RANGE=THISANDFUTURE:20240327T093000\nDTSTART:20240328T110000"
    assert [one.repeats for one in entries(weekly, moved)] == [
        "Repeats every week, 3 times",
        "One of a series that repeats",
    ]


def test_days_too_many_for_one_calendar_are_told_by_their_rules():
    daily = "SUMMARY:Tea\nDTSTART:20240320T093000\nRRULE:FREQ=DAILY;COUNT=60"
    assert len(entries(*[daily] * 33)) == 33 * 60
    assert {one.repeats for one in entries(*[daily] * 34)} == {"Repeats every day, 60 times"}


def test_text_is_unfolded_and_unescaped():
    one = entry(
        "DTSTART:20240504\nDESCRIPTION:One line\\nand another\\, long\n  er than most\nLOCATION:Corn Hall\\; Larkmoor\n"
        'URL:https://larkmoor.example/tea\nORGANIZER;CN="Lowell-Finch, Anita":mailto:anita@larkmoor.example\n'
        "CATEGORIES:Race equality,Funding\nCATEGORIES:Red category\n"
        "ATTACH;FMTTYPE=application/pdf:https://larkmoor.example/a/Tea%20slides.pdf\nATTACH:CID:part1"
    )
    assert one.description == "One line\nand another, long er than most"
    assert (one.place, one.address) == ("Corn Hall; Larkmoor", "https://larkmoor.example/tea")
    assert (one.organiser, one.topics) == ("Lowell-Finch, Anita", ("Race equality", "Funding"))
    assert one.files == (("Tea slides.pdf", "https://larkmoor.example/a/Tea%20slides.pdf"),)


def test_an_alarm_inside_an_event_is_not_the_event():
    alarm = "BEGIN:VALARM\nTRIGGER:-PT30M\nDESCRIPTION:Wake up\nEND:VALARM"
    assert entry(f"DTSTART:20240504T093000\n{alarm}\nLOCATION:Corn Hall") == entry(
        "DTSTART:20240504T093000\nLOCATION:Corn Hall"
    )


def test_broken_events_do_not_spoil_the_sound_ones():
    sound = "SUMMARY:Tea\nDTSTART:20240504"
    found = entries(
        sound, "SUMMARY:No day", "DTSTART:20240504", "SUMMARY:x\nDTSTART:soon", "what is\nthis?;:\nX;=:", sound
    )
    assert [one.title for one in found] == ["Tea", "Tea"]
    unclosed = "BEGIN:VCALENDAR\nBEGIN:VEVENT\n" + sound + "\nBEGIN:VEVENT\n" + sound.replace("Tea", "Talk")
    assert [one.title for one in calendar_of(unclosed).entries] == ["Tea", "Talk"]


def test_events_stand_by_time_under_the_calendars_name():
    calendar = calendar_of(
        "BEGIN:VCALENDAR\nX-WR-CALNAME:Larkmoor\\, events\nBEGIN:VEVENT\nSUMMARY:Late\nDTSTART:20240505\nEND:VEVENT\n"
        "BEGIN:VEVENT\nSUMMARY:Early\nDTSTART:20240504T100000\nEND:VEVENT\nEND:VCALENDAR"
    )
    assert calendar.name == "Larkmoor, events"
    assert [one.title for one in calendar.entries] == ["Early", "Late"]


@pytest.mark.parametrize(
    ("name", "events", "repeated"),
    [
        ("linux_conf_au_2020.ics", 262, 0),
        ("chi_housing_events_calendar.ics", 30, 0),
        # One has no end: it is told by its rule.
        ("recurring_fablab_cottbus.ics", 28, 1),
        ("khal_cal_lots_of_timezones.ics", 3 - 1 + 6 + 4, 11),
        ("khal_event_dt_multi_recuid_no_master.ics", 2, 2),
    ],
)
def test_every_event_of_a_real_calendar_is_there(name: str, events: int, repeated: int, real_files: Path):
    text = (real_files / "schedules" / name).read_text(encoding="utf-8")
    found = calendar_of(text).entries
    titles = [line[8:] for line in text.splitlines() if line.startswith("SUMMARY:")]
    assert {one.title[:40] for one in found} == {title.replace("\\", "").strip()[:40] for title in titles}
    assert (len(found), sum(1 for one in found if one.repeats)) == (events, repeated)
