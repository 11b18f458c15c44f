# SPDX-License-Identifier: MIT
"""What a page is as a whole: a transcript's turns are not the labels of people, and a day in passing makes no event."""

from eqbrief.reading import read_text
from eqbrief.reading.blocks import page_of_text
from eqbrief.reading.verdict import is_transcript


def test_turns_of_a_talk_are_a_transcript():
    assert is_transcript(
        page_of_text("\n".join(f"{who}: Good evening." for who in ["IT", "RU", "IT", "RU", "IT"]), "page.txt")
    )


def test_labels_of_people_are_none():
    people = "Chair: Ann Egan\nSpeaker: Bea Holm\nSpeaker: Cora Lund\nSpeaker: Dora Marsh\n"
    assert not is_transcript(page_of_text(people, "page.txt"))


def test_a_new_chair_who_starts_on_some_day_is_no_event():
    draft = read_text(
        "Larkmoor Society appoints new chair\n\n3 March 2021\n\n"
        "The society has appointed Imogen Thistlewood as its chair. "
        "She takes over from Rafiq Umberley on 1 April and will serve for three years.\n",
        "page.txt",
    )
    assert (draft.kind, draft.published_on, draft.people) == ("other", "2021-03-03", ())
