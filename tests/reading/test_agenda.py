# SPDX-License-Identifier: MIT
"""Agendas as pages print them: over several days, in several zones, with subtitles, speakers and slides in a line."""

from eqbrief.reading import read_text

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
