# SPDX-License-Identifier: MIT
"""The matcher does as well as promised on the lists that were written before it; see grading.py for its figures."""

import pytest

from eqbrief.matching import organisation_key, person_key, same_organisation, same_person
from tests.matching.grading import LISTS, grade, pairs

KEYS = {"organisations": organisation_key, "people": person_key}


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("set_aside", [False, True])
def test_what_is_called_the_same_is_and_what_is_the_same_is_found(name: str, set_aside: bool):
    found = grade(name, set_aside=set_aside)
    assert found.precision >= 0.98, found.wrong
    assert found.recall >= 0.90, found.missed


@pytest.mark.parametrize("name", LISTS)
def test_the_lists_are_long_and_a_third_is_set_aside(name: str):
    aside, rest = pairs(name, set_aside=True), pairs(name, set_aside=False)
    assert len(aside) + len(rest) >= 150
    assert len(aside) == (len(aside) + len(rest)) // 3
    assert not set(aside) & set(rest)


@pytest.mark.parametrize("name", LISTS)
def test_the_order_of_the_two_is_no_matter(name: str):
    for pair in pairs(name, set_aside=False):
        one, other = LISTS[name](pair.first, pair.second), LISTS[name](pair.second, pair.first)
        assert (one.same, one.score) == (other.same, other.score), pair


@pytest.mark.parametrize("name", LISTS)
def test_a_library_ties_exactly_what_is_called_the_same(name: str):
    for pair in [*pairs(name, set_aside=False), *pairs(name, set_aside=True)]:
        said = LISTS[name](pair.first, pair.second).same
        if "forms of address" not in LISTS[name](pair.first, pair.second).reason:
            assert (KEYS[name](pair.first) == KEYS[name](pair.second)) is (said is True), pair


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Larkmoor Teaching Hospitals NHS Trust", "Larkmoor Community Healthcare NHS Trust"),
        ("Larkmoor University Hospitals NHS Foundation Trust", "Larkmoor Health NHS Foundation Trust"),
        ("East Larkmoor NHS Foundation Trust", "North East Larkmoor NHS Foundation Trust"),
        ("University of Larkmoor", "Larkmoor City University"),
        ("University of Larkmoor", "University Hospitals of Larkmoor NHS Trust"),
        ("Larkmoor College Hospital NHS Foundation Trust", "Larkmoor College London"),
        ("NHS South West Marlshire ICB", "NHS South East Marlshire ICB"),
        ("Larkmoor Hospice", "Larkmoor Hospice NHS Trust"),
        ("Derling City Council", "Derlingshire County Council"),
    ],
)
def test_two_bodies_of_one_place_never_meet(first: str, second: str):
    assert same_organisation(first, second).same is False


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("NHS Lyme, Lymeshire and Wexcombe LLW ICB", "NHS Lyme, Lymeshire & Wexcombe Integrated Care Board", True),
        ("LLW ICB", "NHS Lyme, Lymeshire and Wexcombe ICB", None),
        ("Larkmoor Integrated Care Bord", "NHS Larkmoor ICB", None),
        ("West Lyme Ambulance Service University NHS Foundation Trust", "West Lyme Ambulance Service NHS FT", None),
        ("London Borough of Lyme", "Lyme Council", None),
        ("NHSE/I", "NHS England and NHS Improvement", True),
    ],
)
def test_further_ways_of_writing_an_organisation(first: str, second: str, same: bool | None):
    assert same_organisation(first, second).same is same


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("Lord Quill", "Ada Quill", None),
        ("Quill, Ada, MBE", "Ada Quill", True),
        ("ada quill phd", "Ada Quill", True),
        ("Ada Quill", "Adana Quill", False),
        ("Jack Ma", "JACK MA", True),
        ("Jack Ma", "Jack BA", False),
        ("Dr Quill", "Mr Quill", None),
    ],
)
def test_further_ways_of_writing_a_person(first: str, second: str, same: bool | None):
    assert same_person(first, second).same is same
