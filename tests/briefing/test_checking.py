# SPDX-License-Identifier: MIT
"""The check before it goes out finds each fault that is planted, offers to mend it, and says what is in order."""

from dataclasses import replace

import pytest

from eqbrief.briefing import Material, ShownSlide, compose
from eqbrief.briefing.checking import Finding, check
from eqbrief.briefing.outline import add_section
from eqbrief.model import Briefing, Piece, Slide
from tests.briefing.making import briefing, event, material, png


def found(made: Briefing, gathered: Material) -> list[Finding]:
    return check(made, gathered, compose(made, gathered))


def faults(made: Briefing, gathered: Material) -> list[Finding]:
    return [one for one in found(made, gathered) if not one.good]


def test_a_briefing_in_order_has_no_fault() -> None:
    assert faults(briefing(), material()) == []
    good = [one.text for one in found(briefing(), material())]
    assert good == [
        "Headings, language and table headers in order",
        "Every statement leads to one of 11 sources",
        "Private notes left out (3)",
    ]


def with_piece(piece: Piece) -> Briefing:
    said = briefing().sections[2]
    return briefing().with_section(replace(said, pieces=(*said.pieces, piece)))


def bare_slide() -> Material:
    gathered = material()
    shown = ShownSlide("Rotas", Slide(7), png(), 320, 180)
    return replace(gathered, slides={**gathered.slides, ("deck-1", 7): shown})


@pytest.mark.parametrize(
    ("made", "gathered", "words", "mend"),
    [
        (briefing(title=" "), material(), "It has no title of its own.", "title"),
        (briefing(title="Briefing"), material(), "It has no title of its own.", "title"),
        (
            with_piece(Piece("x", "event", "event-9", "event-9")),
            material(),
            "An event is no longer in the library.",
            "take out",
        ),
        (
            with_piece(Piece("x", "note", "note-9", "event-1")),
            material(),
            "A note is no longer in the library.",
            "take out",
        ),
        (with_piece(Piece("x", "person", "p")), material(), "A person is no longer in the library.", "take out"),
        (
            with_piece(Piece("x", "note", "secret-2", "event-2", by_hand=True)),
            material(),
            "A private note goes out: you chose it.",
            "take out",
        ),
        (
            with_piece(Piece("x", "note", "secret-2", "event-2")),
            material(),
            "A note is private now, and stays out.",
            "take out",
        ),
        (
            with_piece(Piece("x", "slide", "deck-1", "event-1", 7)),
            bare_slide(),
            "Slide 7 has no description for people who cannot see it.",
            "describe",
        ),
        (
            add_section(briefing(), "text"),
            material(),
            "“Text of your own” has nothing in it, and is left out.",
            "take out",
        ),
    ],
)
def test_each_fault_is_found_and_can_be_mended(made: Briefing, gathered: Material, words: str, mend: str) -> None:
    (fault,) = faults(made, gathered)
    assert (fault.text, fault.mend) == (words, mend)
    assert fault.button and (fault.uid or mend == "title")


def test_a_long_table_is_named() -> None:
    gathered = replace(material(), events={f"event-{n}": event(n) for n in range(1, 60)})
    texts = [one.text for one in faults(briefing(59), gathered)]
    assert texts == [
        "A table is long: Who took part, as on that day, 118 rows.",
        "A table is long: What is to be done, 59 rows.",
    ]


def test_what_is_new_since_it_was_saved_is_said() -> None:
    gathered = material()
    made = briefing(issued_at="2024-03-03T09:00:00.000Z")
    assert not any("New or changed" in one.text for one in found(made, gathered))
    one = gathered.events["event-1"]
    notes = tuple(replace(note, updated_at="2024-03-04T09:00:00.000Z") for note in one.notes)
    newer = replace(gathered, events={**gathered.events, "event-1": replace(one, notes=notes)})
    assert found(made, newer)[-1].text == "New or changed since it was saved on 3 March 2024: 1 note."
