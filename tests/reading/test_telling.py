# SPDX-License-Identifier: MIT
"""What a page tells of each person: by the words behind a name, or by an invitation to hear before it."""

import pytest

from eqbrief.reading import read_text
from eqbrief.reading.blocks import page_of_text
from eqbrief.reading.lines import people_in_line
from eqbrief.reading.telling import spoken_on

ANITA = people_in_line(page_of_text("Anita Lowell-Finch – ward manager, Larkmoor Trust", "p").blocks[0].cut)
END = " how the beds were counted on the ward before the winter began."


def told(text: str) -> bool:
    return bool(spoken_on(ANITA, page_of_text(text, "p").blocks))


@pytest.mark.parametrize(
    "start",
    [
        "Anita Lowell-Finch explained",
        "ANITA LOWELL-FINCH (Larkmoor) will describe",
        "Anita Lowell-Finch and Ben Oseibonsu described",
        "Hear Anita Lowell-Finch and others on",
        "The day was long. Hear from the ever patient Anita Lowell-Finch on",
        "A word to Mrs Anita Lowell-Finches: then Anita Lowell-Finch showed",
    ],
)
def test_a_passage_tells_of_somebody(start: str):
    assert told(start + END)


@pytest.mark.parametrize(
    "start",
    [
        "The room was booked by Anita Lowell-Finch for",
        "Anita Lowell-Finches explained",
        "Juanita Lowell-Finch explained",
        "We hear that Anita Lowell-Finch wrote down",
        "Hear the two of us and the whole of the ward with all its friends of Anita Lowell-Finch say",
    ],
)
def test_a_mention_does_not(start: str):
    assert not told(start + END)


def test_an_item_that_goes_on_to_ask_is_no_question():
    text = "A webinar\n\n  • Rest. How long is it?\n  • Pay. Who says so?\n"
    assert read_text(text, "page.txt").questions == ()
