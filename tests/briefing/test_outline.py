# SPDX-License-Identifier: MIT
"""What stands in a briefing and in which order: added once, moved by key and by hand, never lost on the way."""

from hypothesis import given
from hypothesis import strategies as st

from eqbrief.briefing import outline
from eqbrief.briefing.outline import HOMES, add, add_section, change_piece, move, put, put_section, remove
from eqbrief.model import Briefing, Piece, Section
from tests.briefing.making import briefing

NOTE = Piece("new", "note", "note-9", "event-1")


def kinds(made: Briefing) -> list[str]:
    return [section.kind for section in made.sections]


def uids(made: Briefing) -> list[str]:
    return [piece.uid for piece in made.pieces]


def test_a_piece_goes_where_it_belongs_and_only_once() -> None:
    made = add(briefing(), NOTE)
    assert made.sections[2].pieces[-1] == NOTE
    again = Piece("other", "note", "note-9", "event-1")
    assert add(made, again) == made
    assert len(add(made, Piece("third", "note", "note-9", "event-1", text="a passage")).pieces) == len(made.pieces) + 1


def test_a_section_that_is_missing_is_made_before_glossary_and_sources() -> None:
    bare = Briefing(0, "", "", sections=(Section("1", "summary"), Section("2", "glossary"), Section("3", "sources")))
    assert kinds(add(bare, NOTE)) == ["summary", "said", "glossary", "sources"]
    assert kinds(add(Briefing(0, "", ""), Piece("t", "term", "ICB"))) == ["glossary"]
    assert set(HOMES.values()) <= {"said", "questions", "evidence", "actions", "people", "glossary"}


def test_moving_stops_at_the_edges_and_crosses_to_sections_that_take_it() -> None:
    made = add_section(briefing(), "text")
    assert move(made, "1", -1) == made and kinds(move(made, "1", 1))[:2] == ["people", "summary"]
    assert uids(move(made, "p2", -1))[:2] == ["p2", "p1"]
    crossed = move(made, "n1", 1)
    own = next(section for section in crossed.sections if section.kind == "text")
    assert [piece.uid for piece in own.pieces] == ["n1"]
    assert uids(move(crossed, "n1", -1)) == uids(made)
    assert move(made, "p1", -1) == made


def test_dropping_and_taking_out() -> None:
    made = briefing()
    assert uids(put(made, "n1", "3", 0))[0] == "n1"
    assert uids(put(made, "p1", "3", 3))[:3] == ["p2", "p3", "p1"]
    assert put(made, "p1", "4", 0) == made, "questions take no events"
    assert kinds(put_section(made, "7", 0))[0] == "sources"
    assert "n1" not in uids(remove(made, "n1")) and "3" not in [one.uid for one in remove(made, "3").sections]
    changed = change_piece(made, Piece("n1", "note", "note-1", "event-1", heading="Herons"))
    assert changed.pieces[-1].heading == "Herons"


@given(st.lists(st.tuples(st.sampled_from(["1", "3", "7", "p1", "p3", "s12", "n1"]), st.sampled_from([-1, 1]))))
def test_no_order_of_moves_loses_anything(moves: list[tuple[str, int]]) -> None:
    made = add_section(briefing(), "text")
    before = sorted(uids(made)), sorted(kinds(made))
    for uid, by in moves:
        made = move(made, uid, by)
    assert (sorted(uids(made)), sorted(kinds(made))) == before
    assert all(outline.takes(section, piece) for section in made.sections for piece in section.pieces)
