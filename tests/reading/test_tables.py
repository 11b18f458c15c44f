# SPDX-License-Identifier: MIT
"""Tables whose header says what each column holds: listings by their days, agendas by their hours or speakers."""

import pytest

from eqbrief.reading import read_text
from eqbrief.reading.blocks import page_of_text
from eqbrief.reading.tables import columns_of

LISTED = """Webinars of the Larkmoor network

Each folder holds one session:

{head}
14/09/2023\tRotas that hold\tAnita Lowell\tslides
24/10/2023\tKinder nights\tBen Osei and Carla Munt\t
"""
AGENDA = """Larkmoor workshop day, 4 May 2023

{head}
09:30\tRotas that hold\tAnita Lowell
10:15\tKinder nights\tBen Osei and Carla Munt
11:00\tTea\t
"""
TALKS = """Larkmoor conference workshops

The conference programme holds two workshops.

Workshop\tName\tPresenter\tLink
1\tFirst steps with rotas\tAnita Lowell\there
2\tPlots of the wards\tBen Osei\there
"""


@pytest.mark.parametrize("head", ["Date\tSession name\tPresenter\tFolder", "Datum\tThema\tReferentin\tOrdner"])
def test_days_and_titles_are_a_listing_with_its_people(head: str):
    draft = read_text(LISTED.format(head=head), "page.txt")
    assert draft.kind == "listing"
    assert [(s.title, s.starts_at, s.people) for s in draft.sessions] == [
        ("Rotas that hold", "2023-09-14", ("Anita Lowell",)),
        ("Kinder nights", "2023-10-24", ("Ben Osei", "Carla Munt")),
    ]
    assert [person.name for person in draft.people] == ["Anita Lowell", "Ben Osei", "Carla Munt"]


@pytest.mark.parametrize("head", ["Time\tTopic\tSpeaker", "Uhrzeit\tVortrag\tReferent", "Heure\tTitre\tIntervenant"])
def test_hours_and_titles_are_one_events_agenda(head: str):
    draft = read_text(AGENDA.format(head=head), "page.txt")
    assert draft.kind == "event"
    assert draft.starts_at == "2023-05-04T09:30"
    assert [(s.title, (s.starts_at or "")[11:], s.people) for s in draft.sessions] == [
        ("Rotas that hold", "09:30", ("Anita Lowell",)),
        ("Kinder nights", "10:15", ("Ben Osei", "Carla Munt")),
        ("Tea", "11:00", ()),
    ]


def test_titles_and_speakers_alone_are_sessions():
    draft = read_text(TALKS, "page.txt")
    assert [(s.title, s.people) for s in draft.sessions] == [
        ("First steps with rotas", ("Anita Lowell",)),
        ("Plots of the wards", ("Ben Osei",)),
    ]


@pytest.mark.parametrize("head", ["Ward\tBeds", "Date\tBeds", "Session 1\tSpeaker", "Anita Lowell\tKinder nights"])
def test_a_row_that_names_no_columns_is_no_header(head: str):
    assert columns_of(page_of_text(head, "page.txt").blocks[0]) == {}
