# SPDX-License-Identifier: MIT
"""Names that are surely one, surely two, and those about which the person is asked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eqbrief.matching import Match, same_organisation, same_person


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("Dr Imogen Thistlewood", "Imogen Thistlewood MBE", True),
        ("Mike Umberley", "Michael Umberley", None),
        ("I. Thistlewood", "Imogen Thistlewood", None),
        ("Imogen Mary Thistlewood", "Imogen Thistlewood", None),
        ("Thistlewood Imogen", "Imogen Thistlewood", None),
        ("Sorcha Vantongeren", "Sorcha Vantongerren", None),
        ("Imogen Thistlewood", "Imelda Thistlewood", False),
        ("Imogen Thistlewood", "Rafiq Umberley", False),
    ],
)
def test_people(first: str, second: str, same: bool | None):
    assert same_person(first, second).same is same


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        (
            "NHS Wexcombe, Thornbury and Lyme (WTL) Integrated Care Board (ICB)",
            "NHS Wexcombe, Thornbury & Lyme ICB",
            True,
        ),
        ("Larkmoor Alliance", "The Larkmoor Alliance", True),
        ("Pennywick Care Hospitals", "Pennywick Care Hospitals Group", None),
        ("PCW", "Pennywick Care Works", None),
        ("University of Larkmoor", "Larkmoor University", None),
        ("Marlshire ICB", "Wexcombe ICB", False),
        ("Larkmoor Alliance", "Pennywick Care Trust", False),
    ],
)
def test_organisations(first: str, second: str, same: bool | None):
    assert same_organisation(first, second).same is same


@pytest.mark.parametrize("compare", [same_person, same_organisation])
@given(first=st.text(max_size=40), second=st.text(max_size=40))
def test_a_comparison_never_fails_and_does_not_depend_on_order(compare, first: str, second: str):
    one, other = compare(first, second), compare(second, first)
    assert isinstance(one, Match)
    assert one.same == other.same
    assert 0 <= one.score <= 1
    assert one.reason.endswith(".")


@given(st.text(min_size=1, max_size=40).filter(str.strip))
def test_a_name_is_the_same_as_itself(name: str):
    assert same_person(name, name).same is True
    assert same_organisation(name, name).same is True
