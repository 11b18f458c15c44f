# SPDX-License-Identifier: MIT
"""The glossary follows what the library holds, keeps two meanings apart, and does as it was told."""

import pytest

from eqbrief import store as db
from eqbrief import tasks
from eqbrief.model import UserError
from eqbrief.store import Store
from eqbrief.tasks import glossary
from tests.store.filling import add_event, note


def listed(store: Store, *, rejected: bool = False) -> dict[str, str]:
    return {term.short: term.long for term in glossary.list_terms(store, rejected=rejected)}


def page(store: Store, number: int, text: str) -> int:
    """Store an event whose page has this text."""
    event = add_event(store, number)
    with store.change() as change:
        change.execute("UPDATE source SET text = ? WHERE event_id = ?", (text, event))
    return event


@pytest.fixture
def two(library: Store) -> Store:
    """Give a library in which CT means one thing at the first event and another at the second."""
    page(
        library,
        1,
        "A head scan by computed tomography (CT). Computed tomography (CT) again. The quiet shift lead (QSL).",
    )
    page(library, 2, "We speak of change tracking (CT) here.")
    return library


def test_terms_come_with_how_often_and_where(two: Store) -> None:
    terms = {(one.short, one.long): one for one in glossary.list_terms(two)}
    assert set(terms) == {("CT", "computed tomography"), ("CT", "change tracking"), ("QSL", "quiet shift lead")}
    tomography = terms["CT", "computed tomography"]
    assert (tomography.times, tomography.events, tomography.state, tomography.also) == (
        2,
        1,
        "found",
        ("change tracking",),
    )
    (place,) = db.term_places(two, tomography.id)
    assert (place.event_title, place.kind, place.times) == ("Kinder rotas 1", "source", 2)


def test_two_meanings_are_kept_apart_by_event(two: Store) -> None:
    glossary.gather_terms(two)
    assert db.meanings(two, 1)["CT"] == ("computed tomography",)
    assert db.meanings(two, 2)["CT"] == ("change tracking",)
    assert set(db.meanings(two)["CT"]) == {"computed tomography", "change tracking"}
    assert db.meanings(two, 2)["QSL"] == ("quiet shift lead",)
    assert [one.long for one in db.terms_of(two, [2])] == ["change tracking"]
    assert ("QSL", "quiet shift lead") in db.acronym_pairs(two)


def test_notes_are_read_again_when_they_change_and_private_ones_never(two: Store) -> None:
    number = note(two, 1, "The night rota board (NRB).")
    assert listed(two)["NRB"] == "night rota board"
    with two.change() as change:
        db.write_note(two, change, number, "Nothing of the sort.", private=False)
    assert "NRB" not in listed(two)
    with two.change() as change:
        db.write_note(two, change, number, "The night rota board (NRB).", private=True)
    assert "NRB" not in listed(two)


def test_slides_are_read_too(two: Store) -> None:
    glossary.gather_terms(two)
    with two.change() as change:
        change.execute(
            "INSERT INTO passage(kind, record_id, event_id, place, title, text) "
            "VALUES ('slide', 7, 1, 'body', '', 'Fair rota index (FRI)')"
        )
    assert listed(two)["FRI"] == "Fair rota index"
    (place,) = db.term_places(two, db.find_term(two, "FRI"))
    assert (place.kind, place.record_id) == ("slide", 7)


def test_nothing_is_read_twice(two: Store) -> None:
    assert glossary.gather_terms(two) == 2
    assert glossary.gather_terms(two) == 0
    note(two, 2, "A thought")
    assert glossary.gather_terms(two) == 1


def test_gathering_can_be_stopped(two: Store) -> None:
    assert glossary.gather_terms(two, stop=lambda: True) == 0
    assert len(db.events_to_gather(two)) == 2


def test_what_is_rejected_is_never_marked_or_found_again(two: Store) -> None:
    glossary.gather_terms(two)
    number = db.find_term(two, "QSL")
    glossary.reject_term(two, number)
    assert "QSL" not in db.meanings(two, 1)
    page(two, 3, "The quiet shift lead (QSL) once more.")
    assert "QSL" not in listed(two)
    assert listed(two, rejected=True)["QSL"] == "quiet shift lead"
    assert tasks.undo(two).startswith("Add")
    assert tasks.undo(two) == "Reject “QSL”"
    assert listed(two)["QSL"] == "quiet shift lead"


def test_an_edited_term_stays_as_it_was_written(two: Store) -> None:
    glossary.gather_terms(two)
    term = glossary.edit_term(two, db.find_term(two, "QSL"), "  Quiet-shift leader ")
    assert (term.long, term.state, term.edited) == ("Quiet-shift leader", "accepted", True)
    page(two, 3, "The quiet shift lead (QSL) once more.")
    assert listed(two)["QSL"] == "Quiet-shift leader"
    with pytest.raises(UserError, match="long form"):
        glossary.edit_term(two, term.id, " ")


def test_a_term_is_added_by_hand_once(two: Store) -> None:
    term = glossary.new_term(two, "LH", "Larkmoor Hospitals")
    assert glossary.accept_term(two, term.id).times == 0
    assert listed(two)["LH"] == "Larkmoor Hospitals"
    with pytest.raises(UserError, match="already"):
        glossary.new_term(two, "LH", "Larkmoor hospitals")


def test_terms_of_events_in_the_bin_are_not_told(two: Store) -> None:
    glossary.gather_terms(two)
    tasks.delete(two, [1])
    assert set(listed(two)) == {"CT"}
    tasks.put_back(two, [1])
    assert set(listed(two)) == {"CT", "QSL"}


def test_a_term_with_two_meanings_is_asked_for_by_number(two: Store) -> None:
    glossary.gather_terms(two)
    with pytest.raises(UserError, match="several meanings"):
        db.find_term(two, "CT")
    with pytest.raises(UserError, match="has no"):
        db.find_term(two, "ZZZ")
