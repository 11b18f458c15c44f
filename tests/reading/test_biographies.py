# SPDX-License-Identifier: MIT
"""People who are known by what is told about them, and what a biography adds to those whom a list names."""

import pytest

from eqbrief.model import DraftPerson
from eqbrief.reading import read_text

HEAD = "Kinder rotas: a webinar\n\nMonday 20 March 2023, 10:00\n\n"
PROSE = "Night staff tell us what they would change first, and why nobody has asked them before.\n\n"


def people_in(rest: str) -> list[tuple[str, str, tuple[str, ...], tuple[str, ...]]]:
    found: tuple[DraftPerson, ...] = read_text(f"{HEAD}{PROSE}{rest}\n", "page.txt").people
    return [(one.name, one.capacity, one.roles, one.organisations) for one in found]


@pytest.mark.parametrize(
    ("label", "capacity"),
    [
        ("About the speaker", "speaker"),
        ("About our panellists", "panellist"),
        ("Moderator bio", "moderator"),
        ("Instructor biography:", "speaker"),
        ("Biography", "speaker"),
    ],
)
@pytest.mark.parametrize(
    "told",
    [
        "Imogen Thistlewood, lead nurse, Lark Trust",
        "Imogen Thistlewood is a lead nurse at Lark Trust where she plans rotas for three wards.",
        "Imogen Thistlewood serves as lead nurse at Lark Trust, and has planned rotas for three wards since she began.",
        "Imogen Thistlewood is co-author of a book on rest. Imogen works as lead nurse at Lark Trust and teaches.",
    ],
)
def test_whoever_a_biography_begins_with_takes_part(label: str, capacity: str, told: str):
    assert people_in(f"{label}\n\n{told}") == [("Imogen Thistlewood", capacity, ("lead nurse",), ("Lark Trust",))]


@pytest.mark.parametrize(
    "rest",
    [
        "About the author\n\nImogen Thistlewood is a lead nurse at Lark Trust where she plans rotas for three wards.",
        "About the speaker\n\nTo be told soon.",
        "About the speakers\n\nLark Trust is a body with nine wards and has asked for more nights off since it began.",
        "Imogen Thistlewood wrote to us last week about rotas, and we thank her for it and hope to answer her soon.",
    ],
)
def test_who_is_told_of_otherwise_does_not(rest: str):
    assert people_in(rest) == []


def test_a_paragraph_that_only_a_biography_can_be():
    told = "Imogen Thistlewood leads the rota team. Prior to joining it, she drove an ambulance for nine long years."
    assert people_in(told) == [("Imogen Thistlewood", "speaker", (), ())]


def test_others_in_biographies_beside_a_list_do_not_take_part():
    rest = "Speakers\n\n  • Bo Lind, GP\n\nBiographies\n\nImogen Thistlewood is a lead nurse at Lark Trust, his friend."
    assert people_in(rest) == [("Bo Lind", "speaker", ("GP",), ())]


def test_a_biography_gives_the_form_of_address():
    rest = "Speakers\n\n  • Imogen Thistlewood\n\nBiography\n\nDr. Imogen Thistlewood is a lead nurse at Lark Trust."
    [one] = read_text(f"{HEAD}{PROSE}{rest}\n", "page.txt").people
    assert (one.honorific, one.roles, one.organisations) == ("Dr.", ("lead nurse",), ("Lark Trust",))


def test_what_is_told_between_two_who_speak_ends_nothing():
    rest = (
        "Speakers\n\nImogen Thistlewood — lead nurse, Lark Trust\n\nImogen plans the rotas of three wards, and of a "
        "fourth when she must.\n\nBo Lind — ward director, Open Wards\n\nHe buys the tea."
    )
    assert people_in(rest) == [
        ("Imogen Thistlewood", "speaker", ("lead nurse",), ("Lark Trust",)),
        ("Bo Lind", "speaker", ("ward director",), ("Open Wards",)),
    ]


def test_a_name_at_the_end_of_the_title_that_a_line_begins_with():
    told = "Imogen Thistlewood, Lark Trust\n\nFor nine years she has planned rotas, and now she tells us of them all."
    head = HEAD.replace("a webinar", "lunch with Imogen Thistlewood")
    with_name = read_text(f"{head}{PROSE}{told}\n", "page.txt")
    assert [(one.name, one.organisations) for one in with_name.people] == [("Imogen Thistlewood", ("Lark Trust",))]
    assert people_in(told) == []


@pytest.mark.parametrize(
    "told",
    [
        "Imogen is a lead nurse at Lark Trust, part of the valley's rota.",
        "Dr. Thistlewood is a lead nurse at Lark Trust with a past in tea.",
        "Imogen Thistlewood is lead nurse at Lark Trust, including its wards at night.",
    ],
)
def test_a_biography_may_begin_with_part_of_the_name(told: str):
    rest = f"This talk will feature Imogen Thistlewood who will speak about rotas.\n\nBiography\n\n{told}"
    assert people_in(rest) == [("Imogen Thistlewood", "speaker", ("lead nurse",), ("Lark Trust",))]
