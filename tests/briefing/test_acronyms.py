# SPDX-License-Identifier: MIT
"""Acronyms are written out at their first use and nowhere else, and the glossary has those that were used."""

import pytest

from eqbrief.briefing.acronyms import Expander, write_out
from eqbrief.briefing.document import Document, Heading, Paragraph, Text, TitlePage
from tests.briefing.making import document

TERMS = {"ICB": "Integrated Care Board", "A&E": "accident and emergency", "NHS": "National Health Service"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The ICB and the ICB", "The Integrated Care Board (ICB) and the ICB"),
        ("Two ICBs met", "Two Integrated Care Boards (ICBs) met"),
        ("ICBX, xICB and ICB2", "ICBX, xICB and ICB2"),
        ("In A&E.", "In accident and emergency (A&E)."),
        ("The Integrated Care Board (ICB) met; the ICB", "The Integrated Care Board (ICB) met; the ICB"),
        ("icb", "icb"),
        ("(NHS)", "(National Health Service (NHS))"),
    ],
)
def test_it_is_written_out_once(text: str, said: str) -> None:
    assert Expander(TERMS).write_out(text) == said


def test_headings_are_left_and_links_are_left_and_both_count_as_used_only_where_said() -> None:
    blocks = (
        Heading("The ICB"),
        Paragraph((Text("NHS page", link="https://example.org/NHS"), Text(" of the ICB"))),
    )
    made, used = write_out(Document(TitlePage("T"), blocks), TERMS)
    assert made.blocks[0] == blocks[0]
    assert made.blocks[1].content[0].text == "NHS page"
    assert made.blocks[1].content[1].text == " of the Integrated Care Board (ICB)"
    assert used == {"ICB": "Integrated Care Board"}


def test_a_briefing_has_the_glossary_of_what_it_uses() -> None:
    words = str(document().blocks)
    assert words.count("Integrated Care Board (ICB)") == 1
    assert "Short forms in this briefing" in words
