# SPDX-License-Identifier: MIT
"""Forms that pages outside the set were written in: seasons below their days, cells of several lines, bylines."""

import pytest

from eqbrief.reading import read_bytes, read_text


def test_a_season_whose_days_stand_above_the_titles():
    page = (
        "Larkau Medical Society\n\nLecture Programme\n\nAll meetings are held at 7.45pm.\n\n"
        "Wednesday 9 October 2024\nThe second opinion\nMiss Ada Larch FRCS\n\n"
        "Wednesday 13 November 2024\nQuarantine and trade\nDr Li Marsh\n\n"
        "Wednesday 11 December 2024\nWhy rest costs more\nProfessor Rafiq Umberley\n"
    )
    draft = read_text(page, "page.txt")
    assert draft.kind == "listing"
    assert [(event.title, event.starts_at) for event in draft.events] == [
        ("The second opinion", "2024-10-09"),
        ("Quarantine and trade", "2024-11-13"),
        ("Why rest costs more", "2024-12-11"),
    ]
    assert [[one.name for one in event.people] for event in draft.events] == [
        ["Ada Larch"],
        ["Li Marsh"],
        ["Rafiq Umberley"],
    ]


def test_a_timetable_s_cell_holds_the_talk_and_below_it_who_gives_it():
    page = (
        "<h1>Rota day</h1><p>Monday 20 March 2023</p><h2>Programme</h2><table>"
        "<tr><td>10:00</td><td>Welcome</td></tr>"
        "<tr><td>10:15</td><td>Rotas at rest<br>Dr Ada Larch, head of care, Lark Trust</td></tr>"
        "<tr><td>11:00</td><td>Close</td></tr></table>"
    )
    draft = read_bytes(page.encode(), "page.html")
    assert [one.title for one in draft.sessions] == ["Welcome", "Rotas at rest", "Close"]
    assert [(one.name, one.roles, one.organisations) for one in draft.people] == [
        ("Ada Larch", ("head of care",), ("Lark Trust",))
    ]


def test_an_agenda_of_headings_with_lists_below():
    page = (
        "Rota forum\n\nMonday 20 March 2023, 10am to 12 noon\n\nAgenda\n\nWelcome\n\n• Ada Larch, Lark Trust\n\n"
        "Updates\n\n• Tea\n• Li Marsh and Rafiq Umberley, Department of Rest\n\nAny other business\n"
    )
    draft = read_text(page, "page.txt")
    assert [one.title for one in draft.sessions] == ["Welcome", "Updates", "Any other business"]
    assert {one.name: one.organisations for one in draft.people} == {
        "Ada Larch": ("Lark Trust",),
        "Li Marsh": ("Department of Rest",),
        "Rafiq Umberley": ("Department of Rest",),
    }


@pytest.mark.parametrize("line", ["7:30 PM 9:30 PM", "19:30  21:30"])
def test_two_hours_side_by_side_are_begin_and_end(line: str):
    draft = read_text(f"Rota night: a webinar\n\nThursday, 1 December 2022\n{line}\n\nThe Boiler House\n", "page.txt")
    assert (draft.starts_at, draft.ends_at) == ("2022-12-01T19:30", "2022-12-01T21:30")


@pytest.mark.parametrize("line", ["20 November 2023 by Ada Larch", "By Ada Larch. Posted on 20 November 2023."])
def test_a_day_beside_its_author_is_the_posting_s(line: str):
    page = (
        f"What I learned of rotas\n\n{line}\n\nI went to Larkau last week and we learned a lot. It was great to rest.\n"
    )
    draft = read_text(page, "page.txt")
    assert (draft.kind, draft.published_on) == ("other", "2023-11-20")


def test_a_day_beside_the_place():
    draft = read_text("Rota day\n\nLark Network, 11 October 2023, Petrel Museum\n\nSpeakers\n\nAda Larch\n", "page.txt")
    assert draft.starts_at == "2023-10-11"


def test_who_speaks_behind_a_quoted_title():
    page = (
        "Rota day\n\nMonday 20 March 2023\n\n09:00 Welcome\n09:05 'Rest and its tail' Professor Sir Rafiq Umberley\n"
        "09:40 'What a meter tells' Dr Li Marsh\n10:20 Coffee\n"
    )
    draft = read_text(page, "page.txt")
    assert [one.title for one in draft.sessions] == [
        "Welcome",
        "Rest and its tail",
        "What a meter tells",
        "Coffee",
    ]
    assert [(one.honorific, one.name) for one in draft.people] == [
        ("Professor Sir", "Rafiq Umberley"),
        ("Dr", "Li Marsh"),
    ]


def test_the_slides_named_below_their_heading():
    page = "Rota day\n\nMonday 20 March 2023\n\nDownload the slides\n\nSurvey results (PDF, 1.4 MB)\n"
    assert [(deck.title, deck.size_bytes) for deck in read_text(page, "page.txt").decks] == [
        ("Survey results", 1_400_000)
    ]


def test_a_newscast_is_no_event():
    page = "Rota newscast 25th May 2023\n\nAda Larch will be talking at the meet-up on Tue 13 Jun 2023, 1.30 to 3pm.\n"
    assert read_text(page, "page.txt").kind == "other"


def test_whom_the_page_lets_hear():
    page = (
        "Rota webinar\n\nHeld on Monday 20 March 2023.\n\nHear Dr Ada Larch and Li Marsh share what a rota costs.\n"
        "Hear Rafiq Umberley discuss rest. Ada also asked about tea.\n"
    )
    assert [one.name for one in read_text(page, "page.txt").people] == ["Ada Larch", "Li Marsh", "Rafiq Umberley"]


def test_numbered_statements_below_a_sentence_are_no_questions():
    page = (
        "Rota webinar\n\nMonday 20 March 2023, 10:00\n\nThus we are answering these questions in three ways:\n\n"
        "1) Collecting the rotas\n\n2) Drawing them\n\nJoin us to learn more.\n"
    )
    assert read_text(page, "page.txt").questions == ()


def test_several_hours_of_several_days_are_not_the_event_s():
    page = "Rota days\n\nEvent Dates: June 11-13, 2024\n\nWhen: June 11-13, 2024, 11am EDT, 1pm EDT and 3pm EDT\n"
    draft = read_text(page, "page.txt")
    assert (draft.starts_at, draft.ends_at) == ("2024-06-11", "2024-06-13")


def test_a_repository_called_as_its_site_is():
    page = "URL: https://github.com/larks/rotas.org/blob/1a/E/a.md\n\nRota webinar\n\nMonday 20 March 2023, 10:00\n"
    assert read_text(page, "page.txt").publisher == "rotas.org"


def test_a_post_out_of_a_biography_is_less_sure_than_out_of_a_line():
    page = "Rota webinar\n\nMonday 20 March 2023\n\nSpeakers\n\n{}\n"
    line = read_text(page.format("Ada Larch, head of care, Lark Trust"), "page.txt")
    told = read_text(page.format("Ada Larch is head of care at Lark Trust. She likes tea."), "page.txt")
    sure, less = (draft.evidence["people.0.roles.0"][0].confidence for draft in (line, told))
    assert line.people[0].roles == told.people[0].roles == ("head of care",)
    assert sure >= 0.9 > less


def test_whom_a_sentence_calls_the_moderator_and_a_list_the_speaker():
    page = (
        "Rota webinar\n\nMonday 20 March 2023, 10:00\n\nThe panel is moderated by Ada Larch.\n\n"
        "Speakers\n\n- Ada Larch, Lark Trust\n- Li Marsh, Lark Trust\n"
    )
    people = read_text(page, "page.txt").people
    assert [(one.name, one.capacity) for one in people] == [("Ada Larch", "moderator"), ("Li Marsh", "speaker")]


def test_upcoming_events_at_the_top_is_no_label_of_others():
    page = (
        "<h1>Upcoming Events</h1><h2>Rotas at rest: a webinar</h2><p>Monday 20 March 2023, 10:00</p>"
        "<h3>Speakers</h3><ul><li>Ada Larch, Lark Trust</li></ul>"
    )
    draft = read_bytes(page.encode(), "page.html")
    assert (draft.starts_at, [one.name for one in draft.people]) == ("2023-03-20T10:00", ["Ada Larch"])


def test_a_line_of_an_hour_is_no_title():
    page = "10:00 Welcome\n\nRotas at rest: a webinar\n\nMonday 20 March 2023\n"
    assert read_text(page, "page.txt").title == "Rotas at rest: a webinar"


def test_who_speaks_between_a_title_and_its_day():
    page = (
        "Ringvorlesung Ruhe\n\nTermine\n\nRuhe als Aufgabe: ein Anfang\nProf. Dr. Ada Larch, Universität Larkau\n"
        "Datum: 28.10.2020 / 18 Uhr\nOrt: Seehaus\n\nWas Ruhe kostet\n"
        "Dr. Li Marsh, Rektorin der Larkischen Hochschule Au/Prof. Dr. Rafiq Umberley, Universität Larkau\n"
        "Datum: 02.12.2020\n\nRuhe und Teekunde\nDr. Imogen Vale, Leiterin des Teezentrums Larkau\nDatum: 14.12.2020\n"
    )
    draft = read_text(page, "page.txt")
    assert [(event.title, event.starts_at) for event in draft.events] == [
        ("Ruhe als Aufgabe: ein Anfang", "2020-10-28T18:00"),
        ("Was Ruhe kostet", "2020-12-02"),
        ("Ruhe und Teekunde", "2020-12-14"),
    ]
    assert [(one.name, one.organisations) for event in draft.events for one in event.people] == [
        ("Ada Larch", ("Universität Larkau",)),
        ("Li Marsh", ("Larkischen Hochschule Au",)),
        ("Rafiq Umberley", ("Universität Larkau",)),
        ("Imogen Vale", ("Teezentrums Larkau",)),
    ]


def test_people_whom_their_list_tells_of_rather_than_naming_a_post():
    page = (
        "Rota debate\n\nMonday 20 March 2023, 10:00\n\nSpeakers in opposition:\n\n"
        "- Ada Larch: Chief Executive of Lark Trust, one of the largest trusts of the vale.\n"
        "- Li Marsh: The Trust's chief nurse. She writes of rotas, and likes tea.\n"
        "- Rafiq Umberley: Served as chief nurse at Lark Trust from 2008 to 2011, leading its work on rest.\n"
    )
    assert [(one.name, one.roles, one.organisations) for one in read_text(page, "page.txt").people] == [
        ("Ada Larch", ("Chief Executive",), ("Lark Trust",)),
        ("Li Marsh", ("chief nurse",), ("Trust",)),
        ("Rafiq Umberley", (), ()),
    ]


def test_letters_that_only_the_biography_has():
    page = (
        "Rota webinar\n\nMonday 20 March 2023, 10:00\n\nSpeakers\n\n- Ada Larch, head of care, Lark Trust\n\n"
        "Biographies\n\nAda Larch, PhD\nHead of care\n\nAda Larch likes tea.\n"
    )
    assert [(one.name, one.credentials) for one in read_text(page, "page.txt").people] == [("Ada Larch", "PhD")]


def test_bullets_of_days_with_the_title_and_the_guests_below():
    page = (
        "Veranstaltungen in Larkau\n\nNächste Veranstaltungen\n\n"
        "  • 7. Januar 2021\n    Ruhe für alle\n    Podiumsdiskussion mit Dr. Ada Larch (Ärztin, Universität Larkau)\n"
        "  • 8. Januar 2021\n    Tee gegen Arbeit\n    Vortrag mit Prof. Dr. Li Marsh (Hochschule Larkau)\n"
        "  • 9. Januar 2021\n    Wer ruht, gewinnt\n    Vortrag mit Dr. Rafiq Umberley (Teezentrum Larkau)\n"
    )
    draft = read_text(page, "page.txt")
    assert [(event.title, event.starts_at) for event in draft.events] == [
        ("Ruhe für alle", "2021-01-07"),
        ("Tee gegen Arbeit", "2021-01-08"),
        ("Wer ruht, gewinnt", "2021-01-09"),
    ]
    assert [one.name for event in draft.events for one in event.people] == ["Ada Larch", "Li Marsh", "Rafiq Umberley"]


def test_a_sentence_says_who_the_speaker_will_be():
    page = (
        "Annual lecture\n\nMonday 20 March 2023, 10:00\n\n"
        "Our keynote speaker this year will be Ada Larch, Chief Executive of the Lark Institute of Tea and Rest.\n"
    )
    assert [(one.name, one.roles, one.organisations) for one in read_text(page, "page.txt").people] == [
        ("Ada Larch", ("Chief Executive",), ("Lark Institute of Tea and Rest",))
    ]


def test_a_season_without_a_year_and_who_speaks_before_the_title():
    page = (
        "The Larkau Lectures\n\nDates remaining:\n\n"
        "Wednesday 17 January, 8pm at Larkau Library SOLD OUT\nAda Larch:  The wheel of the year\n\n"
        "Wednesday 21 February, 8pm at Larkau Library\nLi Marsh:  The wards undone\n\n"
        "Wednesday 21 March, 8pm at Larkau Library\nRafiq Umberley:  Hero or villain?\n"
    )
    draft = read_text(page, "page.txt")
    assert [(event.title, event.starts_at) for event in draft.events] == [
        ("The wheel of the year", None),
        ("The wards undone", None),
        ("Hero or villain?", None),
    ]
    assert [one.name for event in draft.events for one in event.people] == ["Ada Larch", "Li Marsh", "Rafiq Umberley"]


def test_a_line_that_says_the_title_again_below_it():
    page = (
        "Great lamps of Larkau\n\nA talk on the great lamps of Larkau\n\nDate: Tuesday 16 May\n\nVenue: Club Room\n\n"
        "Time: Noon - 1pm\n\nCome and see.\n"
    )
    draft = read_text(page, "page.txt")
    assert (draft.kind, draft.title, draft.publisher) == ("event", "Great lamps of Larkau", None)


def test_a_title_that_the_site_s_line_above_ends_with():
    page = (
        "larkSci | larkSci's R-lamps Project\n\nlarkSci's R-lamps Project\n\nMonday 20 March 2023, 10:00\n\n"
        "Setting up your own lamps\n\nWe tell of lamps in this call, and of what they cost.\n"
    )
    assert read_text(page, "page.txt").title == "larkSci's R-lamps Project"


def test_a_repository_called_as_its_site_is_goes_before_its_owner_s_name_in_the_text():
    page = (
        "URL: https://github.com/LARK/rotas.org/blob/1a/E/a.md\n\nRota webinar\n\nMonday 20 March 2023, 10:00\n\n"
        "The LARK office will host it. Ada Larch, the Executive Director for the Rest Fund, will start off.\n"
    )
    draft = read_text(page, "page.txt")
    assert draft.publisher == "rotas.org"
    assert [(one.name, one.roles, one.organisations) for one in draft.people] == [
        ("Ada Larch", ("Executive Director",), ("Rest Fund",))
    ]
