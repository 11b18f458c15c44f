# SPDX-License-Identifier: MIT
"""A line that a person chose is read as the people it presents, by the rules of reading itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eqbrief.model import DraftPerson
from eqbrief.reading import people_in

LARCH = DraftPerson("Ada Larch", "Dr", roles=("head of care",), organisations=("Larkmoor",))


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Dr Ada Larch, head of care, Larkmoor", (LARCH,)),
        ("  • Dr Ada Larch – head of care,\nLarkmoor\n", (LARCH,)),
        ("Dr Ada Larch\nhead of care\nLarkmoor", (LARCH,)),
        ("Ada Larch", (DraftPerson("Ada Larch"),)),
        ("Chair: Ada Larch", (DraftPerson("Ada Larch", capacity="chair"),)),
        (
            "Ada Larch, head of care, Larkmoor\nBen Okonjo-Reed, director of estates, Pennywick Care Trust",
            (
                DraftPerson("Ada Larch", roles=("head of care",), organisations=("Larkmoor",)),
                DraftPerson("Ben Okonjo-Reed", roles=("director of estates",), organisations=("Pennywick Care Trust",)),
            ),
        ),
        ("what three wards tried first", ()),
        ("", ()),
        ("\n•\n", ()),
    ],
)
def test_people_are_read_as_a_page_prints_them(text: str, people: tuple[DraftPerson, ...]) -> None:
    assert people_in(text) == people


@given(st.text(st.sampled_from("Ada Larch Dr\n•,–()&; chair of"), max_size=60))
def test_any_text_gives_people_with_names_or_none(text: str) -> None:
    assert all(person.name.strip() for person in people_in(text))
