# SPDX-License-Identifier: MIT
"""People whom only sentences present: with their posts, and without bodies that look like names."""

import pytest

from eqbrief.model import DraftPerson
from eqbrief.reading import read_text


def people_in(sentence: str) -> tuple[DraftPerson, ...]:
    page = f"Kinder rotas: a webinar\n\nMonday 20 March 2023, 10:00\n\n{sentence}\n"
    return read_text(page, "page.txt").people


@pytest.mark.parametrize("name", ["Imogen Thistlewood", "J.T. Marsh", "Ceridwen van der Tamsworth", "Lord Z. E. Holm"])
@pytest.mark.parametrize("verb", ["will share what she learned", "presented the results of the trial"])
def test_a_post_between_commas_before_the_verb(name: str, verb: str):
    [one] = people_in(f"In this session, {name}, lead nurse, Department of Odd Affairs, {verb} and answer questions.")
    assert name.endswith(one.name)
    assert (one.roles, one.organisations) == (("lead nurse",), ("Department of Odd Affairs",))


def test_whom_somebody_hosts_is_a_guest():
    found = people_in(
        "Imogen Thistlewood, the Lark Community of Practice Manager, will host Rafiq Umberley, ward director for the "
        "General Lark Services, to discuss rotas."
    )
    assert [(one.name, one.capacity, one.roles, one.organisations) for one in found] == [
        ("Imogen Thistlewood", "host", ("Manager",), ("Lark Community of Practice",)),
        ("Rafiq Umberley", "speaker", ("ward director",), ("General Lark Services",)),
    ]


def test_the_end_of_a_body_is_no_person():
    assert people_in("The National Agency for Lost Letters will share what it learned over the last two years.") == ()


def test_those_beside_a_chair_are_a_panel():
    sentence = (
        "Featuring Imogen Thistlewood (she/her) (nurse, Lark Trust) and Li Marsh (GP), chaired by Rafiq Umberley."
    )
    found = {one.name: (one.capacity, one.roles) for one in people_in(sentence)}
    assert found == {
        "Imogen Thistlewood": ("panellist", ("nurse",)),
        "Li Marsh": ("panellist", ("GP",)),
        "Rafiq Umberley": ("chair", ()),
    }


def named_in(sentence: str) -> list[tuple[str, str, tuple[str, ...], tuple[str, ...]]]:
    return [(one.name, one.capacity, one.roles, one.organisations) for one in people_in(sentence)]


@pytest.mark.parametrize(
    ("behind", "posts"),
    [("(larkdata)", ((), ("larkdata",))), ("(lead nurse at Larkmoor Trust)", (("lead nurse",), ("Larkmoor Trust",)))],
)
def test_behind_a_post_in_brackets_any_verb_will_do(behind: str, posts: tuple[tuple[str, ...], tuple[str, ...]]):
    assert named_in(f"In the second half, Imogen Thistlewood {behind} will catch everyone up on it.") == [
        ("Imogen Thistlewood", "speaker", *posts)
    ]


@pytest.mark.parametrize("verb", ["retire in June", "step down", "take over from June", "be succeeded by another"])
def test_a_change_of_post_is_no_part_in_the_event(verb: str):
    assert named_in(f"We also heard that Imogen Thistlewood, director of Larkmoor Trust, will {verb} this year.") == []


def test_two_posts_before_a_name_are_the_houses():
    page = (
        "Kinder rotas: a webinar\n\nOur lead nurse and associate editor Imogen Thistlewood will give a talk.\n\n"
        "© 2023 Larkmoor Trust\n"
    )
    [one] = read_text(page, "page.txt").people
    assert (one.roles, one.organisations) == (("lead nurse", "associate editor"), ("Larkmoor Trust",))


@pytest.mark.parametrize("body", ["organising committee of the day", "taskforce", "working group on rotas"])
def test_the_chair_of_a_committee_takes_no_part(body: str):
    assert (
        named_in(f"The {body}, chaired by Imogen Thistlewood from Larkmoor Trust, has every intention of trying.") == []
    )


def test_two_names_joined_by_a_letter_are_two():
    found = named_in("Ven a conversar con Ana Torres, Luis Vega y Marta Ruiz Pons sobre las rotas del valle.")
    assert [name for name, *_ in found] == ["Ana Torres", "Luis Vega", "Marta Ruiz Pons"]


def test_french_names_behind_a_comma_and_and():
    found = named_in("Ce webinaire, animé par Anne Morel, et Paul Girard, a été enregistré hier.")
    assert [(name, capacity) for name, capacity, *_ in found] == [
        ("Anne Morel", "moderator"),
        ("Paul Girard", "moderator"),
    ]


def test_a_body_behind_an_article_is_given_without_it():
    found = named_in("Ce webinaire sera animé par Anne Morel (Data Scientist à l'INSERV) et Paul Girard (UMS RIGA).")
    assert found == [
        ("Anne Morel", "moderator", ("Data Scientist",), ("INSERV",)),
        ("Paul Girard", "moderator", (), ("UMS RIGA",)),
    ]


@pytest.mark.parametrize("line", ["Imogen Thistlewood", "Imogen Thistlewood — lead nurse, Larkmoor Trust"])
def test_a_name_above_the_paragraph_that_begins_with_it(line: str):
    told = "Imogen Thistlewood is a lead nurse at Larkmoor Trust. Imogen keeps bees, and Larkmoor Trust lets her."
    text = f"Kinder rotas: a webinar\n\nMonday 20 March 2023, 10:00\n\nSome words about tea.\n\n{line}\n\n{told}\n"
    draft = read_text(text, "page.txt")
    assert [(one.name, one.roles, one.organisations) for one in draft.people] == [
        ("Imogen Thistlewood", ("lead nurse",), ("Larkmoor Trust",))
    ]
    assert draft.publisher is None


def test_two_names_with_their_bodies_share_a_verb():
    found = people_in(
        "Imogen Thistlewood from Larkmoor Trust and Li Marsh from Data for Dales will discuss what is next."
    )
    assert [(one.name, one.organisations) for one in found] == [
        ("Imogen Thistlewood", ("Larkmoor Trust",)),
        ("Li Marsh", ("Data for Dales",)),
    ]


def test_two_names_alone_share_a_verb():
    assert [
        one.name for one in people_in("Imogen Thistlewood and Li Marsh will discuss what is next for the wards.")
    ] == [
        "Imogen Thistlewood",
        "Li Marsh",
    ]


def test_whoever_leads_a_community_need_not_take_part():
    assert people_in("It is hosted by a community of practice for researchers, led by Imogen Thistlewood.") == ()
    assert people_in("The Rest Guild is a community of practice for those who plan led by Imogen Thistlewood.") == ()


def test_a_panel_named_in_a_sentence():
    said = "The panel included Imogen Thistlewood, Ben Osei and Anita Lowell, and it was moderated by Carla Munt."
    assert [(name, capacity) for name, capacity, *_ in named_in(said)] == [
        ("Imogen Thistlewood", "panellist"),
        ("Ben Osei", "panellist"),
        ("Anita Lowell", "panellist"),
        ("Carla Munt", "moderator"),
    ]


def test_a_body_may_stand_before_each_name_that_is_its():
    said = "Co-chaired by Wards by Night’s Imogen Thistlewood and the Harrow Trust's Ben Osei, the hour was about beds."
    assert named_in(said) == [
        ("Imogen Thistlewood", "chair", (), ("Wards by Night",)),
        ("Ben Osei", "chair", (), ("Harrow Trust",)),
    ]


def test_the_body_behind_a_post_is_nobody():
    sentence = (
        "In this talk, Imogen Thistlewood, research fellow, Nine Lamps, will share what they learned about the wards."
    )
    assert [(one.name, one.roles) for one in people_in(sentence)] == [("Imogen Thistlewood", ("research fellow",))]


def test_one_who_spoke_may_be_told_of_in_a_clause():
    said = "That was followed by Imogen Thistlewood, who talked about her work with the wards of the valley."
    assert [name for name, *_ in named_in(said)] == ["Imogen Thistlewood"]
    assert named_in("It was built by Imogen Thistlewood, who lives near the wards of the valley.") == []
