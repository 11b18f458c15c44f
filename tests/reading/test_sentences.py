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
