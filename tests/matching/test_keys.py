# SPDX-License-Identifier: MIT
"""Two spellings of one name have one key, and two names have two."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eqbrief.matching import organisation_key, person_key
from eqbrief.matching.keys import acronym_fits

SAME_ORGANISATION = [
    (
        "NHS Leicester, Leicestershire and Rutland (LLR) Integrated Care Board (ICB)",
        "NHS Leicester, Leicestershire and Rutland ICB",
    ),
    ("Marlshire Integrated Care Partnership (MICP)", "Marlshire Integrated Care Partnership"),
    ("Harrow Vale NHS Foundation Trust", "Harrow Vale Foundation Trust"),
    ("Wexcombe & Lyme Council", "Wexcombe and Lyme Council"),
    ("The Ashdown Network", "Ashdown Network"),
    ("ASHDOWN NETWORK", "Ashdown Network."),
]
OTHER_ORGANISATION = [
    ("Ashdown Network (North)", "Ashdown Network (South)"),
    ("Marlshire ICB", "Wexcombe ICB"),
    ("Harrow Vale Trust", "Harrow Vale Council"),
    ("Thornbury Hospital", "Thornbury Hospice"),
]
SAME_PERSON = [
    ("Dame Zoë O’Neill DBE", "Zoe O'Neill"),
    ("Professor Tom Whitlock, CBE", "Tom Whitlock"),
    ("Dr. Ngozi Adeyemi-Clarke", "Ngozi Adeyemi-Clarke"),
]
OTHER_PERSON = [("Tom Whitlock", "Tim Whitlock"), ("Ann Bee", "Bee Ann"), ("Dr No", "Dr Who")]


@pytest.mark.parametrize(("first", "second"), SAME_ORGANISATION)
def test_one_organisation_in_two_spellings(first, second):
    assert organisation_key(first) == organisation_key(second)


@pytest.mark.parametrize(("first", "second"), OTHER_ORGANISATION)
def test_two_organisations_stay_two(first, second):
    assert organisation_key(first) != organisation_key(second)


@pytest.mark.parametrize(("first", "second"), SAME_PERSON)
def test_one_person_in_two_spellings(first, second):
    assert person_key(first) == person_key(second)


@pytest.mark.parametrize(("first", "second"), OTHER_PERSON)
def test_two_people_stay_two(first, second):
    assert person_key(first) != person_key(second)


def test_an_acronym_fits_the_words_before_it():
    assert acronym_fits("LLR", "NHS Leicester, Leicestershire and Rutland")
    assert acronym_fits("ICB", "Integrated Care Board")
    assert not acronym_fits("North", "Ashdown Network")


@given(st.text(min_size=1).filter(str.strip))
def test_every_name_has_a_key_and_keeps_it(name):
    assert person_key(name) == person_key(name)
    assert organisation_key(name)
