# SPDX-License-Identifier: MIT
"""Names with what stands around them, and capitals that name no person."""

import pytest

from eqbrief.reading.cuts import Cut
from eqbrief.reading.names import credentials_at, named


@pytest.mark.parametrize(
    ("text", "honorific", "name", "credentials"),
    [
        ("Imogen Thistlewood", None, "Imogen Thistlewood", None),
        ("Professor Dame Imogen Thistlewood DBE FRCN", "Professor Dame", "Imogen Thistlewood", "DBE FRCN"),
        ("Prof. Rafiq Umberley PhD", "Prof.", "Rafiq Umberley", "PhD"),
        ("Gen. (ret.) Tobias Wynn-Harrow", "Gen. (ret.)", "Tobias Wynn-Harrow", None),
        ("Rt Hon Alan May MP", "Rt Hon", "Alan May", "MP"),
        ("Cllr Sinéad O’Malley", "Cllr", "Sinéad O’Malley", None),
        ('Robert "Bo" Lindqvist', None, 'Robert "Bo" Lindqvist', None),
        ("María de la Cruz Pennywick", None, "María de la Cruz Pennywick", None),
        ("Abdul al-Rashid", None, "Abdul al-Rashid", None),
        ("T. J. McAllister-Boom", None, "T. J. McAllister-Boom", None),
        ("Olive King (she/her)", None, "Olive King", None),
        ("Dr Patel", "Dr", "Patel", None),
        ("L.T. Nordmark", None, "L.T. Nordmark", None),
        ("Imogen Read", None, "Imogen Read", None),
        ("Mars Umberley", None, "Mars Umberley", None),
        ("M. K. Nordmark", None, "M. K. Nordmark", None),
        ("M. F. B. Nordmark", "M.", "F. B. Nordmark", None),
    ],
)
def test_a_name_is_taken_apart(text: str, honorific: str | None, name: str, credentials: str | None):
    found = named(Cut(text, 7))
    assert found is not None
    assert found.name.value == name
    assert (found.honorific.value if found.honorific else None) == honorific
    assert (found.credentials.value if found.credentials else None) == credentials
    assert text[found.name.start - 7 : found.name.end - 7] == found.name.text


@pytest.mark.parametrize(
    "text",
    [
        "Race Equality", "Foreign Minister", "Some Care Trust", "Digital.gov", "Related resources", "Multilingual Lead",
        "Questions", "The Panel", "Larkmoor Trust", "All members", "Workforce and Inclusion", "Opening remarks",
        "Friday afternoon",
    ],
)  # fmt: skip
def test_capitals_that_are_no_name(text: str):
    assert named(Cut(text, 0)) is None


def test_letters_behind_a_comma_are_told_from_a_body():
    assert credentials_at(Cut(", M.D., M.B.A., Partner", 0)) == Cut("M.D., M.B.A.", 2)
    assert credentials_at(Cut(" Ph.D.: Partner", 0)) == Cut("Ph.D.", 1)
    assert credentials_at(Cut(", M.D.—Partner", 0)) == Cut("M.D.", 2)
    assert credentials_at(Cut(", RN (she/her)", 0)) == Cut("RN", 2)
    assert credentials_at(Cut(", GSA", 0)) is None
    assert credentials_at(Cut(", U.S. Department of Oddities", 0)) is None


@pytest.mark.parametrize("text", ["Robotic Process Automation", "Must Read", "Read Umberley", "Artificial Larks"])
def test_what_reads_like_a_name_of_a_thing(text: str):
    assert named(Cut(text, 0), strict=True) is None
