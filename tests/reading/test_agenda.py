# SPDX-License-Identifier: MIT
"""Agendas as pages print them: over several days, in several zones, with subtitles, speakers and slides in a line."""

import pytest

from eqbrief.model import Draft
from eqbrief.reading import read_bytes, read_text

DAYS = """2009 Larkmoor Gathering: schedule

All of it takes place at the Corn Hall.

Tuesday, February 24

09:00-17:00 - Workshop on rotas — Anita Lowell

Wednesday, February 25

09:00-09:15 - Welcome

09:15-10:00 - Ben Osei Keynote

10:00-10:30 - Plain Rotas — Kinder Nights For Wards — Carla Munt

13:00-13:30 - Of pens and plots - Dev Rao - Harrow Vale Trust [Slides]

17:00-??? - Dinner
"""
ZONES = """Ask the Larkmoor team at the valley conference

We are at the valley conference, January 21-22, 2021. Join us at our table.

  • Jan 21st 9:20am PST; 12:20pm EST; 6:20pm CET
  • Jan 21st 1:20pm PST; 4:20pm EST; 10:20pm CET
  • Jan 22nd 5:20am PST; 8:20am EST; 2:20pm CET
"""


def test_a_line_with_a_day_is_the_day_of_the_items_below_it():
    draft = read_text(DAYS, "page.txt")
    assert draft.kind == "event"
    assert (draft.starts_at, draft.ends_at) == ("2009-02-24T09:00", "2009-02-25T17:00")
    assert [(s.title, s.starts_at) for s in draft.sessions] == [
        ("Workshop on rotas", "2009-02-24T09:00"),
        ("Welcome", "2009-02-25T09:00"),
        ("Ben Osei Keynote", "2009-02-25T09:15"),
        ("Plain Rotas — Kinder Nights For Wards", "2009-02-25T10:00"),
        ("Of pens and plots", "2009-02-25T13:00"),
        ("Dinner", "2009-02-25T17:00"),
    ]


def test_speakers_stand_behind_the_last_divider_or_before_the_word_keynote():
    people = [person.name for person in read_text(DAYS, "page.txt").people]
    assert people == ["Anita Lowell", "Ben Osei", "Carla Munt", "Dev Rao"]


def test_slides_in_an_items_line_bear_its_title():
    assert [deck.title for deck in read_text(DAYS, "page.txt").decks] == ["Of pens and plots"]


def test_one_hour_in_several_zones_is_no_agenda():
    draft = read_text(ZONES, "page.txt")
    assert (draft.starts_at, draft.ends_at) == ("2021-01-21", "2021-01-22")
    assert draft.sessions == ()


def read(html: str) -> Draft:
    head = "<h1>Harvest conference</h1><p>Date: 4 May 2024</p>"
    return read_bytes(f"<!DOCTYPE html><html><body>{head}{html}</body></html>".encode(), "page.html")


def people(html: str) -> list[tuple[str, list[str]]]:
    return [(one.name, list(one.organisations)) for one in read(html).people]


def lines(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def test_two_names_below_a_title_are_two_people():
    html = lines("09:00", "Beds that count", "Ann Egerton, Bea Holmes", "10:00", "Rotas", "Cora Lund", "11:00", "Tea")
    assert people(html) == [("Ann Egerton", []), ("Bea Holmes", []), ("Cora Lund", [])]


def test_titles_with_a_colon_or_a_comma_are_nobody():
    html = lines("09:00", "Welcome", "Evolving Rotas: what we learnt", "10:00", "Beds", "Scale Smarter, not harder",
                 "11:00", "Tea", "(Hall B)")  # fmt: skip
    assert people(html) == []


def test_sessions_side_by_side_keep_their_times_and_name_nobody():
    rows = [
        (f"{hour}:00", "S Beds with Tea Ann Egerton", "S Lifts of Larkmoor Bea Holmes", "E S Rotas of Now", "Stairs")
        for hour in ("09", "10", "11")
    ]
    draft = read("<table>" + "".join("<tr><td>" + "</td><td>".join(row) + "</td></tr>" for row in rows) + "</table>")
    assert [session.starts_at for session in draft.sessions] == [f"2024-05-04T{hour}:00" for hour in ("09", "10", "11")]
    assert draft.people == ()


def test_hours_on_the_edge_of_a_timetable_are_no_title():
    draft = read(lines("09:00AM 12:30PM 01:30PM", "Beds that count", "10:00AM", "Rotas", "11:00AM", "Tea"))
    assert [session.title for session in draft.sessions] == ["Beds that count", "Rotas", "Tea"]


def test_a_keynote_in_a_hall_is_no_label_of_people():
    assert people(lines("Keynote", "(Hall B)", "Building Things", "Lifting Better")) == []


@pytest.mark.parametrize(
    "lines",
    [
        "  • Kinder rotas – Ann Egerton (Harrow Trust)\n  • Of pens – Bea Holm (Nine Lamps)",
        "  • Kinder rotas, Ann Egerton (Harrow Trust)\n  • Of pens, Bea Holm (Nine Lamps)",
        "Speaker\tOrganisation\tTitle\nAnn Egerton\tHarrow Trust\tKinder rotas\nBea Holm\tNine Lamps\tOf pens",
        "10:00\tAnn Egerton, Harrow Trust\tKinder rotas\n10:20\tBea Holm, Nine Lamps\tOf pens",
    ],
)
def test_a_talk_its_speaker_and_the_speakers_body(lines: str):
    draft = read_text(f"Small talks about tea\n\n4 May 2024\n\nAgenda\n\n{lines}\n", "page.txt")
    assert [session.title for session in draft.sessions] == ["Kinder rotas", "Of pens"]
    assert [(one.name, one.organisations) for one in draft.people] == [
        ("Ann Egerton", ("Harrow Trust",)),
        ("Bea Holm", ("Nine Lamps",)),
    ]


TRACKS = """Larkmoor Rota Summit 2019

Wednesday, May 15, 2019 9:00 AM – 12:00 PM

The Program

9:00 – 9:15 - Welcome

9:15-10:00:

  • Methods: Raising the Voice of Nights: A Case Study, Anita Lowell (Lark Trust)
  • Management: Lessons from Plain, Cross-Ward Teams, panel led by Ben Osei (Open Wards)
    • Watch the video
  • Design: Kinder Pens for Wards, Carla Munt (Mayor's Office)
    • Watch the video
    • View the slides (PDF, 1.2 MB)

10:00-10:15 – Break

10:15 – 11:00

  • Methods: Of Pens and Plots, Dev Rao and Fay Ito (ONRR)
    • View the slides (PDF, 1.5 MB)
  • Design: Rest in Colour, Gil Marsh (FRB)
"""


def test_talks_of_several_tracks_at_one_hour():
    draft = read_text(TRACKS, "page.txt")
    assert [(s.title, s.starts_at, s.people) for s in draft.sessions] == [
        ("Welcome", "2019-05-15T09:00", ()),
        ("Raising the Voice of Nights: A Case Study", "2019-05-15T09:15", ("Anita Lowell",)),
        ("Lessons from Plain, Cross-Ward Teams", "2019-05-15T09:15", ("Ben Osei",)),
        ("Kinder Pens for Wards", "2019-05-15T09:15", ("Carla Munt",)),
        ("Break", "2019-05-15T10:00", ()),
        ("Of Pens and Plots", "2019-05-15T10:15", ("Dev Rao", "Fay Ito")),
        ("Rest in Colour", "2019-05-15T10:15", ("Gil Marsh",)),
    ]
    assert {p.name: (p.capacity, p.organisations) for p in draft.people if p.name in ("Ben Osei", "Carla Munt")} == {
        "Ben Osei": ("moderator", ("Open Wards",)),
        "Carla Munt": ("speaker", ("Mayor's Office",)),
    }


def test_what_stands_below_a_talk_bears_its_title():
    draft = read_text(TRACKS, "page.txt")
    assert [(deck.title, deck.size_bytes) for deck in draft.decks] == [
        ("Kinder Pens for Wards", 1_200_000),
        ("Of Pens and Plots", 1_500_000),
    ]
    assert [one.title for one in draft.recordings] == ["Lessons from Plain, Cross-Ward Teams", "Kinder Pens for Wards"]


SESSIONS = """Larkmoor Rota Summit

Wednesday, March 13, 2024 10:00 AM – 4:00 PM

Agenda

10:00 am - 10:10 am, ET

Opening words with Anita Lowell, Chief Nurse, Lark Trust

10:10 am - 11:00 am, ET

Session 1, Standing up a team

Hear from those who made the case for a team of their own, and who would make it again.

Speakers

  • Ben Osei — Ward Manager, Open Wards
  • Carla Munt — Porter, Lark Trust

12:00 pm - 1:00 pm, ET

Break

Resources

  • How to stand
"""


def test_lists_of_speakers_stand_between_the_hours():
    draft = read_text(SESSIONS, "page.txt")
    assert [(s.title, s.starts_at, s.people) for s in draft.sessions] == [
        ("Opening words", "2024-03-13T10:00", ("Anita Lowell",)),
        ("Session 1, Standing up a team", "2024-03-13T10:10", ("Ben Osei", "Carla Munt")),
        ("Break", "2024-03-13T12:00", ()),
    ]


LISTED = """Larkmoor Rota Workshop

April 22, 2020

Agenda

This workshop will be held in two sessions:

  1. The state of rest (12:00-1:30 PM EDT)
  2. Next steps for the wards (3:00-4:30 PM EDT)
    • What we want
    • What we get
"""


def test_items_with_their_hour_behind_them_and_lists_of_their_own():
    draft = read_text(LISTED, "page.txt")
    assert [(s.title, s.starts_at, s.ends_at) for s in draft.sessions] == [
        ("The state of rest", "2020-04-22T12:00", "2020-04-22T13:30"),
        ("Next steps for the wards", "2020-04-22T15:00", "2020-04-22T16:30"),
    ]
    assert (draft.starts_at, draft.ends_at) == ("2020-04-22T12:00", "2020-04-22T16:30")


def test_a_row_with_its_speaker_before_the_title():
    text = (
        "Larkmoor Rest Day\n\nOctober 14, 2021\n\nSchedule\n\nTime\tEvent\tDescription\n"
        "11:10 AM - 12:00 noon\tKickoff\tAll introduce themselves.\n"
        "2:00 PM - 2:20 PM\tAnita Lowell, Larkmoor\tBuilding the Group for Rest\n"
        "2:20 PM - 2:45 PM\tQ&A\t\n"
    )
    assert [(s.title, s.people) for s in read_text(text, "page.txt").sessions] == [
        ("Kickoff", ()),
        ("Building the Group for Rest", ("Anita Lowell",)),
        ("Q&A", ()),
    ]


def test_hours_in_brackets_before_the_title_and_people_behind_it():
    text = (
        "Larkmoor Forum\n\nWednesday, December 13, 2017\n\nMeeting Agenda\n\n"
        "[10:35-10:50] Welcome (Anita Lowell, GSA)\n\n"
        "[10:50-11:00] Rest for all (Ben Osei and Carla Munt, Lark Trust)\n\n"
        "  • A plan for it (Dev Rao, FAS)\n  • A song for it (Small Hours)\n"
    )
    draft = read_text(text, "page.txt")
    assert [(s.title, s.starts_at, s.people) for s in draft.sessions] == [
        ("Welcome", "2017-12-13T10:35", ("Anita Lowell",)),
        ("Rest for all", "2017-12-13T10:50", ("Ben Osei", "Carla Munt", "Dev Rao")),
    ]


def test_headings_of_sessions_with_their_hours():
    text = (
        "Larkmoor Summer Days\n\nAugust 25, 2021 2:00 PM – August 26, 2021 3:00 PM\n\n"
        "Session 1: Wednesday, August 25, from 2:00 pm to 3:00 pm, ET\n\nRest and Property\n\n"
        "Do you want to rest? We take a look at who may.\n\nYou will hear from the following speakers:\n\n"
        "  • Anita Lowell, Lark Trust\n\nThursday, August 26\n\nSecond Session (02:00 pm - 03:00 pm, ET)\n\n"
        "You will hear from the following speakers:\n\n  • Ben Osei, Open Wards\n"
    )
    draft = read_text(text, "page.txt")
    assert (draft.starts_at, draft.ends_at) == ("2021-08-25T14:00", "2021-08-26T15:00")
    assert [(s.title, s.starts_at, s.ends_at, s.people) for s in draft.sessions] == [
        ("Rest and Property", "2021-08-25T14:00", "2021-08-25T15:00", ("Anita Lowell",)),
        ("Second Session", "2021-08-26T14:00", "2021-08-26T15:00", ("Ben Osei",)),
    ]


def test_a_table_of_sessions_by_their_codes():
    text = (
        "Larkmoor Rest Congress\n\nDate: March 1 - March 5, 2021\n\nSession\tSession Title (see the page)\n"
        "MS30\tPlain rotas\nPD1\tPanel Discussion on Rest - Part I\n"
    )
    draft = read_text(text, "page.txt")
    assert (draft.starts_at, draft.ends_at) == ("2021-03-01", "2021-03-05")
    assert [s.title for s in draft.sessions] == ["Plain rotas", "Panel Discussion on Rest - Part I"]


def test_a_table_about_one_webinar_is_no_table_of_sessions():
    text = (
        "Webinar: making rotas with pens\n\nResource Information\tDetails\n"
        "Webinar Title\tMaking rotas easier with pens\nDate and Time\t2019-10-16, 12:00 pm EDT\n"
        "Presenter\tAnita Lowell (LARKTEC)\n"
    )
    draft = read_text(text, "page.txt")
    assert draft.sessions == ()
    assert [(p.name, p.organisations) for p in draft.people] == [("Anita Lowell", ("LARKTEC",))]
