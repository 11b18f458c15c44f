# SPDX-License-Identifier: MIT
"""frab's schedules: the XML and the JSON of one conference say the same, and all of it is read."""

import pytest

from eqbrief.model import Draft, UserError
from eqbrief.reading import read_bytes, read_text
from tests.reading.schedules.invented import BASE, DESCRIPTION, EVENTS, TITLE, as_json, as_xml, event_xml
from tests.reading.test_pages import check_evidence


def read(*events: dict, **more) -> Draft:
    """Read the XML, and see that the JSON says the same."""
    draft = read_bytes(as_xml(*events, **more), "schedule.xml")
    assert read_bytes(as_json(*events, **more), "schedule.xml") == draft
    for one in (draft, *draft.events):
        check_evidence(one)
    return draft


def event(**changed) -> Draft:
    [one] = read({**EVENTS[0], **changed}).events
    return one


def test_a_schedule_is_a_listing_under_the_conferences_title():
    draft = read(*EVENTS)
    assert (draft.kind, draft.title, draft.starts_at, draft.people) == ("listing", TITLE, None, ())
    assert [one.title for one in draft.events] == ["Counting beds", "Cups <and> saucers"]
    assert [(s.title, s.starts_at) for s in draft.sessions] == [(one.title, one.starts_at) for one in draft.events]
    assert {one.series for one in draft.events} == {TITLE}
    assert "When: Saturday 4 May 2024 to Sunday 5 May 2024" in draft.text
    for number, one in enumerate(draft.events):
        assert one.text in draft.text
        [mark] = draft.evidence[f"sessions.{number}.title"]
        assert draft.text[mark.start : mark.end] == mark.text == one.title


def test_an_event_says_all_that_its_file_states():
    one = event()
    assert (one.kind, one.language, one.status, one.address) == ("event", "en", None, f"{BASE}/talk/11")
    assert (one.starts_at, one.ends_at, one.timezone) == ("2024-05-04T09:30", "2024-05-04T10:45", "UTC+01:00")
    assert (one.topics, one.summary) == (("Winter",), "How six wards count their beds before the winter.")
    assert one.body == (
        "Six wards, one winter\n\nWhat they do with the answer.\n\nAnd **what** they do not.\n\n"
        f"- [A photograph]({BASE}/files/photograph.png)\n"
        "- [The wards' own page](https://counting.example/wards)"
    )
    assert [(deck.title, deck.url) for deck in one.decks] == [
        ("Beds", f"{BASE}/files/beds.pptx"),
        ("More", "https://counting.example/beds.odp"),
    ]
    assert [recording.url for recording in one.recordings] == ["https://media.example/11.mp4"]
    assert "Place: Corn Hall\n" in one.text
    assert one.sessions == ()


def test_people_speak_with_their_titles_apart_and_nobody_is_left_out_as_nobody():
    first, second = event().people
    assert (first.name, first.honorific, first.capacity) == ("Anita Lowell-Finch", "Dr", "speaker")
    assert (second.name, second.honorific) == ("Tobias Wynn-Harrow", None)
    assert read(*EVENTS).events[1].people == ()
    nicknamed = event(persons=[{"id": 1, "public_name": "wardmouse"}, {"id": 2, "public_name": "WardMouse"}])
    assert [one.name for one in nicknamed.people] == ["wardmouse"]


def test_a_persons_own_part_and_what_is_told_of_them():
    people = [{"public_name": "Anita Lowell-Finch", "role": "moderator", "biography": "Counts since 1999."}]
    [one] = read_bytes(as_json({**EVENTS[0], "persons": people}), "a.json").events
    assert [(p.name, p.capacity) for p in one.people] == [("Anita Lowell-Finch", "moderator")]
    assert "About: Anita Lowell-Finch\nCounts since 1999." in one.text
    assert "1999" not in (one.body or "")
    check_evidence(one)


@pytest.mark.parametrize(
    ("changed", "status"),
    [
        ({"title": "Cancelled: Counting beds"}, "cancelled"),
        ({"title": "[Postponed] Counting beds"}, "postponed"),
        ({"status": "canceled"}, "cancelled"),
        ({"status": "confirmed"}, None),
        ({"recording": {"optout": "true"}}, None),
    ],
)
def test_a_cancelled_event_is_marked(changed: dict, status: str | None):
    one = event(**changed)
    assert (one.title, one.status) == ("Counting beds", status)


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"duration": "0:00"}, ("2024-05-04T09:30", None, "UTC+01:00")),
        ({"duration": "1:02:30:00"}, ("2024-05-04T09:30", "2024-05-05T12:00", "UTC+01:00")),
        ({"date": "2024-05-04T09:30:00Z"}, ("2024-05-04T09:30", "2024-05-04T10:45", "UTC")),
        ({"date": "2024-05-04T09:30:00"}, ("2024-05-04T09:30", "2024-05-04T10:45", None)),
        ({"date": "2024-05-04"}, ("2024-05-04T09:30", "2024-05-04T10:45", None)),
        ({"date": ""}, ("2024-05-04T09:30", "2024-05-04T10:45", None)),
        ({"date": "", "start": "01:30"}, ("2024-05-05T01:30", "2024-05-05T02:45", None)),
        ({"date": "", "start": "soon"}, ("2024-05-04", None, None)),
        ({"date": "tomorrow", "start": ""}, (None, None, None)),
    ],
)
def test_times_are_those_of_the_wall_clock(changed: dict, expected: tuple):
    one = event(**changed)
    assert (one.starts_at, one.ends_at, one.timezone) == expected


def test_the_conferences_own_zone_is_kept_and_other_times_are_turned_to_it():
    in_utc = {**EVENTS[0], "id": 13, "guid": "", "date": "2024-05-04T08:30:00Z", "room": "Attic"}
    draft = read(*EVENTS, in_utc, time_zone_name="Europe/London")
    assert [(one.starts_at, one.timezone) for one in draft.events] == [
        ("2024-05-04T09:30", "Europe/London"),
        ("2024-05-04T23:30", "Europe/London"),
        ("2024-05-04T09:30", "Europe/London"),
    ]
    assert draft.events[1].ends_at == "2024-05-05T00:30"
    assert read(EVENTS[0], time_zone_name="../../etc/passwd").events[0].timezone == "UTC+01:00"


def test_every_event_has_an_address_of_its_own_that_a_newer_schedule_keeps():
    again = {**EVENTS[0], "date": "2024-05-05T09:30:00+01:00"}
    bare = {**EVENTS[1], "url": "", "guid": ""}
    shared = [{**one, "url": f"{BASE}/all"} for one in EVENTS]
    key = EVENTS[0]["guid"]
    assert [one.address for one in read(EVENTS[0], again).events] == [
        f"guid:{key}@2024-05-04T09:30",
        f"guid:{key}@2024-05-05T09:30",
    ]
    assert read(bare).events[0].address == "id:12"
    assert [one.address for one in read(*shared).events] == [f"guid:{one['guid']}" for one in EVENTS]
    newer = read({**EVENTS[1], "title": "Saucers"}, EVENTS[0], version="2")
    assert {one.address for one in newer.events} == {one.address for one in read(*EVENTS).events}


def test_older_files_without_dates_have_people_and_links_in_plain_words():
    xml = (
        '<schedule><conference><title>Tea</title><day_change>05:00:00</day_change></conference><day date="2009-05-04">'
        '<room name="Hall"><event id="7"><start>00:30</start><duration>00:30</duration><title>Night tea</title>'
        '<persons><person id="1">Anita Lowell-Finch</person></persons><links><link>https://tea.example/</link></links>'
        "</event></room></day></schedule>"
    )
    draft = read_text(xml, "old.xml")
    [one] = draft.events
    assert (one.starts_at, one.ends_at, one.address) == ("2009-05-05T00:30", "2009-05-05T01:00", "id:7")
    assert (one.body, one.people[0].name) == ("- <https://tea.example/>", "Anita Lowell-Finch")


@pytest.mark.parametrize(
    ("away", "instead"),
    [
        ("</title>", ""),
        ("</persons>", ""),
        ("</event>", ""),
        ("Counting", "Counting <& \x01 &nbsp; "),
        ("<duration>", "<duration>soon"),
        ('id="11"', "id=11"),
    ],
)
def test_a_broken_event_spoils_no_other(away: str, instead: str):
    sound = [{**EVENTS[1], "id": number, "guid": f"g{number}", "title": f"Tea {number}"} for number in (1, 2)]
    broken = event_xml(EVENTS[0])
    assert away in broken
    text = (
        as_xml(*sound)
        .decode()
        .replace('<room name="Cellar">', f"<room>{broken.replace(away, instead, 1)}</room><room>", 1)
    )
    draft = read_bytes(text.encode(), "schedule.xml")
    assert [(one.title, one.ends_at) for one in draft.events[-2:]] == [
        ("Tea 1", "2024-05-05T00:30"),
        ("Tea 2", "2024-05-05T00:30"),
    ]
    for one in draft.events:
        check_evidence(one)


def test_what_is_not_of_its_type_is_not_there():
    odd = {
        **EVENTS[0],
        "persons": [3, None, {"public_name": 5}, "Anita Lowell-Finch"],
        "links": {"a": 1},
        "track": ["x"],
    }
    odd |= {"duration": None, "date": 7, "start": {}, "language": 3, "abstract": None, "url": 9, "attachments": [[], 4]}
    draft = read_bytes(as_json(odd, {"title": ""}, {"title": None}, {}, *EVENTS), "a.json")
    assert [one.title for one in draft.events] == ["Counting beds", "Counting beds", "Cups <and> saucers"]
    assert [p.name for p in draft.events[0].people] == ["5", "Anita Lowell-Finch"]
    check_evidence(draft.events[0])


ENTITIES = '<!DOCTYPE schedule [<!ENTITY a "tea"><!ENTITY b "&a;&a;&a;&a;">]>'


@pytest.mark.parametrize("head", [ENTITIES, f"<!-- <schedule> -->{ENTITIES}", f"<?tea?>\n{ENTITIES.lower()}"])
def test_declared_entities_are_refused(head: str):
    with pytest.raises(UserError, match="declares entities") as caught:
        read_bytes(as_xml(*EVENTS, head=head), "schedule.xml")
    assert "'schedule.xml'" in caught.value.what


def test_a_schema_is_named_and_never_fetched():
    draft = read_bytes(as_xml(*EVENTS, head='<!DOCTYPE schedule SYSTEM "file:///etc/passwd">'), "schedule.xml")
    assert draft == read(*EVENTS)


def test_words_of_entities_in_a_talk_are_just_words():
    told = "Why <!DOCTYPE a [ and <!ENTITY b are trouble."
    assert event(description=told).text.endswith(f"{told}\n") is True


@pytest.mark.parametrize("data", [as_xml(), as_json(), b'{"schedule": {"conference": {}}}', b"<schedule></schedule>"])
def test_a_schedule_without_events_is_refused_in_a_sentence(data: bytes):
    with pytest.raises(UserError, match="holds no event") as caught:
        read_bytes(data, "schedule.xml")
    assert "'schedule.xml'" in caught.value.what


def test_too_many_events_are_refused_rather_than_cut():
    short = "<event><title>Tea</title></event>"
    with pytest.raises(UserError, match="more than 5,000 events"):
        read_text(f"<schedule>{short * 5001}</schedule>", "schedule.xml")


def test_line_ends_of_any_kind_are_the_same():
    texts = {event(description=DESCRIPTION.replace("\r\n", end)).body for end in ("\r\n", "\n", "\r")}
    assert len(texts) == 1
