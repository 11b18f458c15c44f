# SPDX-License-Identifier: MIT
"""Bodies by the letters that a page gives them."""

import pytest

from eqbrief.reading import read_text
from eqbrief.reading.bodies import acronyms_in


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("It is run by the Lark Centre for Rest (LCR) and others.", {"lcr"}),
        ("The Lark Analytics Program (LAP) offers rest.", {"lap"}),
        ("About High-Performance Resting (HPR) for all.", set[str]()),
        ("Anita Lowell (GP) spoke.", set[str]()),
        ("The Plain Lark Action Network (PLAIN) writes plain words.", set[str]()),
    ],
)
def test_letters_of_bodies_only(text: str, letters: set[str]):
    assert acronyms_in(text) == letters


def test_a_body_known_by_its_letters_stands_before_a_post():
    page = (
        "Rest: a webinar\n\nMonday 20 March 2023\n\nThe Lark Centre for Rest (LCR) asks us.\n\nSpeakers\n\n"
        "  • Anita Lowell, LCR Programme Manager\n"
    )
    [one] = read_text(page, "page.txt").people
    assert (one.roles, one.organisations) == (("Programme Manager",), ("LCR",))
