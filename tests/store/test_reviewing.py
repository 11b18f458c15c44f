# SPDX-License-Identifier: MIT
"""The list of a review as the tables tell it, and its ticks by hand."""

from dataclasses import replace

from eqbrief import store as db
from eqbrief.model import Piece, Section, Slide, no_text
from tests.store.filling import act, add_event, attach, brief, fill, note, show


def steps(store, event):
    return {step.item: step for step in db.review_of(store, event).steps}


def test_nothing_is_ticked_before_anything_was_done(library):
    event = add_event(library)
    review = db.review_of(library, event)
    assert (review.said, review.look) == ("0 of 5", None)
    assert steps(library, event)["slides"].detail == "no deck here"


def test_notes_with_words_and_actions_tick_their_lines(library):
    event = add_event(library)
    note(library, event, " \n")
    assert not steps(library, event)["notes"].done
    note(library, event, "Ask the ward.")
    act(library, event, "Ask the ward")
    act(library, event, "Ask again")
    found = steps(library, event)
    assert (found["notes"].done, found["notes"].detail) == (True, "1 note")
    assert (found["actions"].done, found["actions"].detail) == (True, "2 actions")


def test_slides_are_seen_when_each_that_is_not_hidden_was_on_show(library):
    event = add_event(library)
    deck = attach(library, event)
    assert steps(library, event)["slides"].detail == "slides not counted yet"
    show(library, deck, *(Slide(n, f"Slide {n}", n == 2, {**no_text(), "title": f"Slide {n}"}) for n in (1, 2, 3)))
    see(library, deck, 1)
    see(library, deck, 2)
    found = steps(library, event)["slides"]
    assert (found.done, found.detail) == (False, "1 of 2 slides")
    see(library, deck, 3)
    assert steps(library, event)["slides"].done


def test_another_version_of_a_deck_is_to_be_seen_anew(library):
    event = add_event(library)
    deck = attach(library, event)
    show(library, deck, Slide(1, "One", text=no_text()))
    see(library, deck, 1)
    assert steps(library, event)["slides"].done
    with library.change("deck") as change:
        change.update("deck", deck, sha256="another")
    show(library, deck, Slide(1, "One", text=no_text()))
    assert not steps(library, event)["slides"].done
    see(library, deck, 1)
    assert steps(library, event)["slides"].done


def test_an_event_is_briefed_once_its_briefing_was_issued(library):
    event, other = add_event(library, 1), add_event(library, 2)
    number = brief(library, event, "For the board")
    found = steps(library, event)["briefed"]
    assert (found.done, found.detail) == (False, "in “For the board”, not issued yet")
    with library.change("briefing") as change:
        db.note_issued(library, change, number)
    assert steps(library, event)["briefed"].done
    assert steps(library, event)["briefed"].detail == "in “For the board”"
    assert not steps(library, other)["briefed"].done


def test_a_piece_of_an_event_briefs_it_too(library):
    event = add_event(library)
    written = note(library, event, "Three wards.")
    uid, of_note = db.event(library, event).uid, db.note(library, written).uid
    number = brief(library, add_event(library, 2))
    kept = db.briefing(library, number)
    section = Section("more", "said", pieces=(Piece("p", "note", of_note, uid),))
    with library.change("briefing") as change:
        db.set_briefing(library, change, number, replace(kept, sections=(section,)))
        db.note_issued(library, change, number)
    assert steps(library, event)["briefed"].done


def test_a_tick_by_hand_is_kept_changed_and_let_go(library):
    event = add_event(library)
    for said in (True, False, None):
        with library.change() as change:
            db.set_tick(library, change, event, "page", said)
        assert steps(library, event)["page"].by_hand is said


def test_what_is_not_finished_is_still_to_review(library):
    first, second, third, gone = (add_event(library, n) for n in range(1, 5))
    with library.change() as change:
        db.set_on_event(library, change, second, state="reviewing")
        db.set_on_event(library, change, third, state="reviewed")
        db.set_on_event(library, change, gone, deleted_at="2024-01-01T00:00:00.000Z")
    assert db.still_to_review(library) == {first, second}


def test_removing_an_event_takes_its_looks_and_ticks_with_it(library):
    from eqbrief.store.backing import remove_event

    event = fill(library, 1)[0]
    with library.change() as change:
        remove_event(library, change, event)
    for table in ("look", "deck_seen", "review_tick"):
        assert library.db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] == 0


def see(store, deck: int, number: int) -> None:
    with store.change() as change:
        db.keep_slide_seen(store, change, deck, number)
