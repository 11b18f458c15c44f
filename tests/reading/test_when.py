# SPDX-License-Identifier: MIT
"""Which date is the event's and which the posting's."""

import pytest

from eqbrief.reading import read_text

PAGE = """{title}

{byline}

A half-day meeting of leads from across the valley{held}, at the Corn Hall, Larkbridge.

Speakers

  • Anita Lowell-Finch – ward manager, Larkmoor Trust
"""


def dates(byline: str, held: str = ", held on Tuesday 4 July 2023, 09:30 to 12:30") -> tuple[str | None, str | None]:
    draft = read_text(PAGE.format(title="Leads of the valley: summer meeting", byline=byline, held=held), "page.txt")
    return draft.published_on, draft.starts_at


@pytest.mark.parametrize(
    "byline", ["Larkmoor Integrated Care Partnership, 10 July 2023", "Larkmoor Trust, 10 July 2023"]
)
def test_a_body_and_a_day_at_the_head_are_the_posting(byline: str):
    assert dates(byline) == ("2023-07-10", "2023-07-04T09:30")


def test_without_another_date_it_is_not_known_what_the_day_was():
    assert dates("Larkmoor Integrated Care Partnership, 10 July 2023", held="") == (None, None)


def test_a_place_and_a_day_are_no_posting():
    assert dates("Corn Hall in the Market Place, Larkbridge, 10 July 2023")[0] is None


ALONE = "{head}\n\n{lines}\n\nThe conference brings wards together. Join us, and register soon for the early price.\n"


@pytest.mark.parametrize("lines", ["February 20, 2019\n\nTomas Hodge", "February 20, 2019\n\nAna Torres, Ben Osei"])
def test_a_day_with_its_author_below_is_the_posting(lines: str):
    draft = read_text(ALONE.format(head="Join us at the Larkmoor conference", lines=lines), "page.txt")
    assert (draft.starts_at, draft.published_on) == (None, "2019-02-20")


@pytest.mark.parametrize(
    ("said", "first", "last"),
    [
        ("It will take place in Larkbridge, Harland, 8–10 November 2023.", "2023-11-08", "2023-11-10"),
        ("Les journées auront lieu du 26 au 28 Mars 2024 à Larkville.", "2024-03-26", "2024-03-28"),
        ("Die Tagung findet vom 4. bis 6. Juni 2019 im Kornhaus statt.", "2019-06-04", "2019-06-06"),
        ("Semaine des équipes du lundi 9 décembre au vendredi 13 décembre 2024", "2024-12-09", "2024-12-13"),
        ("Die Tagung ist am 5.-6.2.2019 im Kornhaus.", "2019-02-05", "2019-02-06"),
        ("Die Tagung ist am 5. 2. 2019 im Kornhaus.", "2019-02-05", None),
    ],
)
def test_several_days_on_end(said: str, first: str, last: str | None):
    draft = read_text(f"Larkmoor conference\n\n{said} Register here.\n", "page.txt")
    assert (draft.starts_at, draft.ends_at) == (first, last)


def test_the_days_of_what_is_told_of_beside_are_not_the_events():
    text = (
        "Kinder rotas: a webinar\n\nMay 16, 2023\n\nThe talk falls into Open Rest Week, which is taking place from the "
        "15th-21st May.\n"
    )
    draft = read_text(text, "page.txt")
    assert (draft.starts_at, draft.ends_at, draft.published_on) == ("2023-05-16", None, None)


def test_the_date_of_a_page_that_was_updated_is_not_the_events():
    text = "Kinder rotas: a symposium\n\nIt took place on 16 November 2023.\n\nDate: Updated 13 December 2023.\n"
    assert read_text(text, "page.txt").starts_at == "2023-11-16"


def test_a_year_in_the_title_is_that_of_the_days():
    draft = read_text("2007 Larkmoor conference\n\nJoin us on Tuesday, February 27 at the Corn Hall.\n", "page.txt")
    assert draft.starts_at == "2007-02-27"


def test_a_label_names_the_end():
    text = "Tea in the hall\n\nStart: 13 May 2012 11:00\n\nEnds: 13 May 2012 18:00\n\nUpdated: 15 February 2012\n"
    draft = read_text(text, "page.txt")
    assert (draft.starts_at, draft.ends_at) == ("2012-05-13T11:00", "2012-05-13T18:00")


def test_a_year_may_stand_in_the_title_alone():
    draft = read_text("Larkmoor tea conference 2011\n\nMarch 9th–17th\n\nAgenda\n\n10:00 Welcome\n", "page.txt")
    assert (draft.starts_at or "").startswith("2011-03-09")
    assert read_text("Larkmoor tea of 2011 and 2012\n\nMarch 9th, 10:00 to 11:00\n", "page.txt").starts_at is None


def test_a_time_alone_below_a_day_alone_belongs_to_it():
    text = "Larkmoor tea conference\n\nCorn Hall\n\n29–30 June 2016\n\n8:00–17:00\n\nAll are welcome.\n"
    draft = read_text(text, "page.txt")
    assert (draft.starts_at, draft.ends_at) == ("2016-06-29T08:00", "2016-06-30T17:00")


def test_an_end_in_a_line_of_its_own():
    draft = read_text("Kinder rotas\n\nStart: 4 May 2024, 13:00\nEnd: 4 May 2024, 15:00\n\nSome words.\n", "page.txt")
    assert (draft.starts_at, draft.ends_at) == ("2024-05-04T13:00", "2024-05-04T15:00")


def test_a_year_that_a_title_only_speaks_of_is_not_the_events():
    text = "Rivers and rent: planning for 2030\n\nPublished on: 22 November 2024\n\nSaturday 2 November, 10:00\n"
    assert read_text(text, "page.txt").starts_at == "2024-11-02T10:00"


def test_a_sentence_may_tell_when_the_hour_beside_the_day_is_over():
    text = "Kinder rotas\n\n4 May 2024, 14:30\n\n{} we will talk about beds and pens and drink some tea.\n"
    long = "This time the meeting will be a little longer (14:30 to 16:30):"
    assert read_text(text.format(long), "page.txt").ends_at == "2024-05-04T16:30"
    # Another hour is that of something else.
    assert read_text(text.format(long.replace("14:30", "15:00")), "page.txt").ends_at is None


def test_days_right_behind_the_word_for_an_event_are_its_days():
    text = "The first rota meeting\n\nWe can hold our first workshop, {} in the Corn Hall.\n"
    assert read_text(text.format("4-5 May 2024"), "page.txt").starts_at == "2024-05-04"
