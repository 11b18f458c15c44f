# SPDX-License-Identifier: MIT
"""The check before it goes out finds each fault that is planted, offers to mend it, and says what is in order."""

from dataclasses import replace

import pytest

from eqbrief.briefing import Material, ShownSlide, compose
from eqbrief.briefing.checking import Finding, check, mended
from eqbrief.briefing.composing import composed
from eqbrief.briefing.document import Table
from eqbrief.briefing.outline import add_section
from eqbrief.model import Briefing, Piece, Slide
from eqbrief.model.asking import Enquiry, EnquiryRow
from tests.briefing.making import briefing, event, material, png


def found(made: Briefing, gathered: Material) -> list[Finding]:
    return check(made, gathered, composed(made, gathered))


def faults(made: Briefing, gathered: Material) -> list[Finding]:
    return [one for one in found(made, gathered) if not one.good]


def test_a_briefing_in_order_has_no_fault() -> None:
    assert faults(briefing(), material()) == []
    good = [one.text for one in found(briefing(), material())]
    assert good == [
        "Headings, contrast, tables and language in order",
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


def test_a_long_table_is_named_and_made_shorter() -> None:
    gathered = replace(material(), events={f"event-{n}": event(n) for n in range(1, 60)})
    made = briefing(59)
    who, what = faults(made, gathered)
    assert who.text == "A table is long: Who took part, as on that day, 118 rows."
    assert what.text == "A table is long: What is to be done, 59 rows."
    assert (who.button, what.button) == ("A line an event", "Only open ones")
    (left,) = faults(mended(mended(made, who), what), gathered)
    assert (left.text, left.mend, left.uid) == (what.text, "look", "5"), "all of them are open"


def test_a_long_enquiry_is_made_shorter_by_one_answer_an_event() -> None:
    events = {f"event-{n}": event(n) for n in range(1, 4)}
    rows = tuple(answer(at, 1 + at % 3) for at in range(60))
    asked = Enquiry(1, "q", "What helps?", "help", "2024-02-01T09:00:00.000Z", 60, 0)
    gathered = replace(material(), events=events, enquiries={"q": (asked, rows)})
    made = with_piece(Piece("x", "table", "q"))
    (fault,) = faults(made, gathered)
    assert (fault.button, fault.uid) == ("One answer an event", "x")
    assert faults(mended(made, fault), gathered) == []
    tables = [one for one in compose(mended(made, fault), gathered).blocks if isinstance(one, Table)]
    assert [len(one.rows) for one in tables if one.header[0] == "Event"] == [3]


def answer(number: int, event_id: int) -> EnquiryRow:
    return EnquiryRow(
        number, f"r{number}", event_id, "", None, None, "", "source", 1, "", "The page", f"Answer {number}"
    )


def test_a_slide_that_cannot_be_drawn_is_named_unless_it_is_being_drawn() -> None:
    gathered = material()
    undrawn = replace(gathered.slides[("deck-1", 12)], picture=None)
    gathered = replace(gathered, slides={**gathered.slides, ("deck-1", 12): undrawn})
    made = briefing()
    assert not [one for one in check(made, gathered, composed(made, gathered), waiting={"deck-1"}) if not one.good]
    (fault,) = faults(made, gathered)
    assert fault.text.startswith("Slide 12 cannot be drawn on this computer") and fault.button == "Show it as text"
    assert faults(mended(made, fault), gathered) == []


def test_headings_in_own_words_that_skip_a_level_are_closed_up() -> None:
    made = briefing()
    lead = "## Why\n\nWords.\n\n##### Herons\n\nMore.\n\n## And\n\nEnd."
    made = made.with_section(replace(made.sections[0], lead=lead))
    (fault,) = faults(made, material())
    assert fault.text == "Headings in the words of “Summary” skip a level."
    after = mended(made, fault)
    assert after.sections[0].lead == lead.replace("##### Herons", "### Herons")
    assert faults(after, material()) == []
    assert compose(after, material()) == compose(made, material()), "what goes out was in order before"


def test_what_is_new_since_it_was_last_open_is_said_where_it_never_went_out() -> None:
    gathered = material()
    one = gathered.events["event-2"]
    newer = replace(one, actions=tuple(replace(act, updated_at="2024-03-04T09:00:00.000Z") for act in one.actions))
    gathered = replace(gathered, events={**gathered.events, "event-2": newer})
    made = briefing()
    assert not any("New or" in found.text for found in check(made, gathered, composed(made, gathered)))
    told = check(made, gathered, composed(made, gathered), since="2024-03-03T09:00:00.000Z")[-1].text
    assert told.startswith("New or changed since it was last open on 3 March 2024: 1 action (")


def test_what_is_new_since_it_was_saved_is_said() -> None:
    gathered = material()
    made = briefing(issued_at="2024-03-03T09:00:00.000Z")
    assert not any("New or changed" in one.text for one in found(made, gathered))
    one = gathered.events["event-1"]
    notes = tuple(replace(note, updated_at="2024-03-04T09:00:00.000Z") for note in one.notes)
    newer = replace(gathered, events={**gathered.events, "event-1": replace(one, notes=notes)})
    told = found(made, newer)[-1].text
    assert told == "New or changed since it was saved on 3 March 2024: 1 note (“Kinder rotas & fair shifts 1”)."
