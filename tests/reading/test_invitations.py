# SPDX-License-Identifier: MIT
"""Calendars as drafts: what they state, what their descriptions tell, and nobody made a speaker by being invited."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eqbrief.model import Draft, UserError
from eqbrief.reading import read_bytes, read_text
from tests.reading.test_pages import check_evidence

TOLD = (
    "How six wards count their beds before the winter\\, and what they do with the answer.\\n\\nChair\\n\\n"
    "• Anita Lowell-Finch – ward manager\\, Larkmoor Trust\\n\\nQuestions\\n\\n"
    "• How does a ward begin?\\n• Who counts?\\n"
)
EVENT = f"""BEGIN:VEVENT
SUMMARY:Counting beds before the winter
DTSTART;TZID=Europe/London:20231010T100000
DTEND;TZID=Europe/London:20231010T113000
LOCATION:Corn Hall\\, Larkmoor
ORGANIZER;CN=Tobias Wynn-Harrow:mailto:tobias@larkmoor.example
ATTENDEE;ROLE=CHAIR;CN=Sorcha Vantongeren:mailto:sorcha@larkmoor.example
CATEGORIES:Winter,Beds
URL:https://larkmoor.example/events/beds
ATTACH;FILENAME=Beds 101023.pptx:https://larkmoor.example/files/17
DESCRIPTION:{TOLD}
END:VEVENT
"""
MORE = EVENT.replace("Counting beds", "Counting cups").replace("20231010", "20231017")


def calendar(*events: str, head: str = "") -> bytes:
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{head}{''.join(events)}END:VCALENDAR\r\n".encode()


def read(*events: str, head: str = "") -> Draft:
    return read_bytes(calendar(*events, head=head), "invitation.ics")


def test_an_invitation_is_an_event():
    draft = read(EVENT)
    check_evidence(draft)
    assert (draft.kind, draft.title, draft.language) == ("event", "Counting beds before the winter", "en")
    assert (draft.starts_at, draft.ends_at, draft.timezone) == ("2023-10-10T10:00", "2023-10-10T11:30", "Europe/London")
    assert (draft.topics, draft.address) == (("Winter", "Beds"), "https://larkmoor.example/events/beds")
    assert [(deck.title, deck.url) for deck in draft.decks] == [
        ("Beds 101023.pptx", "https://larkmoor.example/files/17")
    ]
    assert (draft.body or "").startswith("How six wards count")
    assert draft.questions == ("How does a ward begin?", "Who counts?")
    assert draft.evidence["starts_at"][0].text == "Tuesday 10 October 2023, 10:00 to 11:30 (Europe/London)"
    assert {mark.origin for path in ("title", "starts_at", "topics.1") for mark in draft.evidence[path]} == {"calendar"}


def test_people_come_from_the_description_and_not_from_the_guest_list():
    [chair] = read(EVENT).people
    assert (chair.name, chair.capacity, chair.organisations) == ("Anita Lowell-Finch", "chair", ("Larkmoor Trust",))
    assert read(EVENT.replace(TOLD, "Tea.")).people == ()


def test_dates_in_the_description_do_not_move_the_event():
    draft = read(EVENT.replace("Chair\\n", "Date: 4 May 2019\\, 9am\\n\\nPosted on 3 March 2018\\n\\nChair\\n"))
    assert (draft.starts_at, draft.published_on) == ("2023-10-10T10:00", None)


@pytest.mark.parametrize(
    ("event", "head"),
    [
        (EVENT.replace("LOCATION", "STATUS:CANCELLED\nLOCATION"), ""),
        (EVENT, "METHOD:CANCEL\n"),
        (EVENT.replace("SUMMARY:", "SUMMARY:CANCELLED: "), ""),
    ],
)
def test_a_cancelled_event_is_marked(event: str, head: str):
    draft = read(event, head=head)
    assert (draft.status, draft.title) == ("cancelled", "Counting beds before the winter")
    check_evidence(draft)


def test_a_repeated_event_says_so_and_its_day_is_less_sure():
    draft = read(EVENT.replace("LOCATION", "RRULE:FREQ=WEEKLY\nLOCATION"))
    assert (draft.body or "").startswith("Repeats every week.\n\nHow six wards")
    assert draft.evidence["starts_at"][0].confidence < 0.7 < read(EVENT).evidence["starts_at"][0].confidence
    check_evidence(draft)


def test_an_event_on_a_few_days_is_a_listing_of_them():
    draft = read(EVENT.replace("LOCATION", "UID:beds\nRRULE:FREQ=WEEKLY;COUNT=3\nLOCATION"))
    assert draft.kind == "listing"
    assert [(one.starts_at, one.address) for one in draft.events] == [
        (f"2023-10-{day}T10:00", f"uid:beds@2023-10-{day}T10:00") for day in (10, 17, 24)
    ]
    for one in draft.events:
        check_evidence(one)
        assert (one.body or "").startswith("One of a series that repeats.\n\nHow six wards")
        assert [person.name for person in one.people] == ["Anita Lowell-Finch"]
        assert one.evidence["starts_at"][0].confidence > 0.9


def test_events_without_a_page_are_known_by_the_calendars_own_name_for_them():
    bare = EVENT.replace("URL:https://larkmoor.example/events/beds\n", "UID:beds-17\n")
    assert read(bare).address == "uid:beds-17"
    assert read(bare.replace("UID:beds-17\n", "")).address is None


def test_what_a_description_says_of_a_publisher_or_a_state_is_not_that_of_the_event():
    told = "© 2021 Larkmoor Trust\\n\\nThe webinar has been cancelled.\\n\\n"
    draft = read(EVENT.replace(TOLD, told + TOLD))
    assert (draft.publisher, draft.status, draft.starts_at) == (None, None, "2023-10-10T10:00")
    check_evidence(draft)


def test_a_description_in_html_is_read_as_a_page():
    html = '<p>Tea for all who count beds on their ward.</p><ul><li><a href="https://larkmoor.example/b.pptx">Beds</a></li></ul>'
    draft = read(EVENT.replace(TOLD, html))
    assert "<p>" not in draft.text
    assert [deck.title for deck in draft.decks] == ["Beds 101023.pptx", "Beds"]
    assert draft.evidence["decks.1.title"][0].text == "Beds"
    check_evidence(draft)


def test_several_events_are_a_listing():
    draft = read(MORE, EVENT, head="X-WR-CALNAME:Larkmoor events\n")
    assert (draft.kind, draft.title, draft.starts_at) == ("listing", "Larkmoor events", None)
    assert [(one.title, one.starts_at) for one in draft.events] == [
        ("Counting beds before the winter", "2023-10-10T10:00"),
        ("Counting cups before the winter", "2023-10-17T10:00"),
    ]
    assert [session.title for session in draft.sessions] == [one.title for one in draft.events]
    for number, one in enumerate(draft.events):
        check_evidence(one)
        assert one.text in draft.text
        [mark] = draft.evidence[f"sessions.{number}.title"]
        assert draft.text[mark.start : mark.end] == mark.text == one.title


def test_it_is_known_by_its_content_also_when_pasted():
    assert read_bytes(calendar(EVENT), "invitation.txt").title == read(EVENT).title
    assert read_text(calendar(EVENT).decode(), "Pasted text.txt").title == read(EVENT).title
    assert read_bytes(calendar(EVENT).decode().encode("utf-16"), "a.ics").title == read(EVENT).title


@pytest.mark.parametrize("events", ["", "BEGIN:VEVENT\nEND:VEVENT\n", "BEGIN:VTODO\nSUMMARY:Tea\nEND:VTODO\n"])
def test_a_calendar_without_events_is_refused_in_a_sentence(events: str):
    with pytest.raises(UserError, match="holds no event") as caught:
        read(events)
    assert "invitation.ics" in caught.value.what


def test_a_calendar_of_too_many_events_is_refused_rather_than_cut():
    short = "BEGIN:VEVENT\nSUMMARY:Tea\nDTSTART:20240504\nEND:VEVENT\n"
    with pytest.raises(UserError, match="more than 2,000 events") as caught:
        read(short * 2001)
    assert "shorter" in caught.value.next_step


LINES = st.sampled_from(
    [
        *EVENT.splitlines(),
        *("BEGIN:VEVENT", "END:VEVENT", "BEGIN:VALARM", "END:VALARM", "RRULE:FREQ=WEEKLY;COUNT=x", "DTSTART:99999999"),
        *("DTSTART;TZID=:20240504T250000", "DURATION:P99999999999D", "DTEND;VALUE=DATE:00010101", "RECURRENCE-ID:1"),
        *(
            "DTSTART:00010101T000000Z",
            "X-WR-TIMEZONE:Asia/Tokyo",
            "ATTACH;FILENAME=:http://",
            "CATEGORIES:,,",
            " ,",
            ":",
        ),
        *("SUMMARY:\\n", 'DESCRIPTION;ALTREP="x:<p>\x00</p>', "DTSTART;VALUE=PERIOD:20240504T090000Z/PT1H", "EXDATE:x"),
    ]
)


@given(st.lists(LINES, max_size=25).map("\r\n".join))
def test_any_lines_give_a_draft_or_a_sentence(lines: str):
    data = f"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n{lines}\r\nEND:VCALENDAR".encode()
    try:
        draft = read_bytes(data, "x.ics")
    except UserError:
        return
    for one in draft.events or (draft,):
        check_evidence(one)
