# SPDX-License-Identifier: MIT
"""Talks that no timetable gives: lists that a sentence leads in to, and what stands between an hour and a title."""

import pytest

from eqbrief.model import Draft
from eqbrief.reading import read_text

HEAD = "Kinder rotas meeting\n\nJoin us on 4 May 2024.\n\n"


def read(text: str) -> Draft:
    return read_text(f"{HEAD}{text}\n", "page.txt")


def on(draft: Draft) -> list[tuple[str, tuple[str, ...]]]:
    return [(session.title, session.people) for session in draft.sessions]


@pytest.mark.parametrize(
    ("lead", "first", "second"),
    [
        ("We have two talks:", "Beds that count by Ann Egerton", "Of pens and plots by Bea Holm"),
        ("These are the talks:", "[Talk]: Beds that count by Ann Egerton", "“Of pens and plots” by Bea Holm"),
        ("Tendremos dos charlas:", "Beds that count por Ann Egerton", "Of pens and plots por Bea Holm"),
        ("Es gibt zwei Vorträge:", "Beds that count von Ann Egerton", "Of pens and plots von Bea Holm"),
        ("Deux interventions :", "Beds that count par Ann Egerton", "Of pens and plots par Bea Holm"),
    ],
)
def test_a_list_of_talks_names_who_gives_each(lead: str, first: str, second: str):
    draft = read(f"{lead}\n\n  • {first}\n  • {second}")
    assert on(draft) == [("Beds that count", ("Ann Egerton",)), ("Of pens and plots", ("Bea Holm",))]


@pytest.mark.parametrize("lead", ["Read more:", "Books we like:", "Further reading"])
def test_a_list_of_something_else_is_no_agenda(lead: str):
    draft = read(f"{lead}\n\n  • Beds that count by Ann Egerton\n  • Of pens and plots by Bea Holm")
    assert (draft.sessions, draft.people) == ((), ())


def test_among_many_bullets_only_those_with_a_name_are_talks():
    bullets = [
        "Tea",
        "Beds that count by Ann Egerton",
        "Of pens by Bea Holm",
        "Biscuits",
        "More tea",
        "Afterwards home",
    ]
    draft = read("There will be talks:\n\n" + "\n".join(f"  • {bullet}" for bullet in bullets))
    assert on(draft) == [("Beds that count", ("Ann Egerton",)), ("Of pens", ("Bea Holm",))]


def test_a_post_may_stand_before_the_name_that_leads_a_part():
    bullets = ["Of pens - Led by Deputy Director of Wards, Ann Egerton", "Beds - Led by Ward Manager, Bea Holm, PhD"]
    draft = read("The following topics, then a Q&A session. These are the segments:\n\n  • " + "\n  • ".join(bullets))
    assert [(one.name, one.roles, one.credentials) for one in draft.people] == [
        ("Ann Egerton", ("Deputy Director of Wards",), None),
        ("Bea Holm", ("Ward Manager",), "PhD"),
    ]
    assert draft.questions == ()


def test_a_topic_below_a_speaker_is_the_title_and_no_topic_of_the_page():
    parts = [
        f"{day} August @ 20:00 UTC\n{name}, director of {body} Trust\nTopic: {topic}"
        for day, name, body, topic in ((6, "Ann Egerton", "Harrow", "Beds, and tea"), (9, "Bea Holm", "Vale", "Pens"))
    ]
    draft = read("\n\n".join(parts) + "\n\n12 August @ 20:00 UTC\nTo be announced")
    assert on(draft) == [("Beds, and tea", ("Ann Egerton",)), ("Pens", ("Bea Holm",)), ("To be announced", ())]
    assert draft.topics == ()


def test_headings_with_a_day_of_their_own_are_the_parts_of_an_event():
    parts = [
        f"<h3>{title}</h3><p>Date: {day} August, {hour}</p><p>Speaker: {name}</p><p>It is about {title}.</p>"
        for title, day, hour, name in (
            ("Beds that count", 1, "9:30", "Ann Egerton"),
            ("Of pens and plots", 1, "11:00", "Bea Holm"),
            ("Kinder rotas", 8, "9:30", "Cora Lund"),
        )
    ]
    page = f"<!DOCTYPE html><html><body><h1>Rota days</h1><p>June 4, 2022</p>{''.join(parts)}</body></html>"
    draft = read_text(page, "page.html")
    assert [(s.title, (s.starts_at or "")[-5:], s.people) for s in draft.sessions] == [
        ("Beds that count", "09:30", ("Ann Egerton",)),
        ("Of pens and plots", "11:00", ("Bea Holm",)),
        ("Kinder rotas", "09:30", ("Cora Lund",)),
    ]


@pytest.mark.parametrize("label", ["Agenda of the first meeting", "The 1st meeting agenda:", "Ablauf der Versammlung"])
def test_a_short_line_with_such_a_word_heads_an_agenda(label: str):
    draft = read(f"{label}\n\n  1. Welcome\n  2. Of pens and plots\n  3. Tea")
    assert [session.title for session in draft.sessions] == ["Welcome", "Of pens and plots", "Tea"]


def test_a_list_of_parts_may_give_the_hour_of_each_in_brackets():
    draft = read("There are two online sessions:\n\n  • Beds that count (12:00-1:30 PM)\n  • Pens (3:00-4:30 PM)")
    assert [(s.title, s.starts_at, s.ends_at) for s in draft.sessions] == [
        ("Beds that count", "2024-05-04T12:00", "2024-05-04T13:30"),
        ("Pens", "2024-05-04T15:00", "2024-05-04T16:30"),
    ]


def test_an_hour_on_a_day_that_cannot_be_told_is_left_out():
    bullets = "  • Beds that count (Saturday 5/4, 12:00-1:30 PM)\n  • Pens (Sunday 5/5, 3:00-4:30 PM)"
    draft = read(f"There are two online sessions:\n\n{bullets}")
    assert [(s.title, s.starts_at) for s in draft.sessions] == [("Beds that count", None), ("Pens", None)]
