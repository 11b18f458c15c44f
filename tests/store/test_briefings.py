# SPDX-License-Identifier: MIT
"""Briefings are kept whole, found again, undone, and forget what is removed for good."""

from dataclasses import replace

import pytest

from eqbrief import store as db
from eqbrief.model import Briefing, Piece, Section, UserError
from eqbrief.store import Store, backing, undo_last
from tests.store.filling import add_event, brief, note


def made(store: Store) -> tuple[int, int]:
    event = add_event(store)
    note(store, event, "Herons on ward 3")
    return event, brief(store, event)


def test_it_is_read_as_it_was_kept(library: Store) -> None:
    assert db.count_gathered(library) == 0
    event, number = made(library)
    assert db.count_gathered(library) == 2
    found = db.briefing(library, number)
    whole = db.event(library, event)
    assert found is not None and whole is not None
    assert (found.title, found.audience, found.date) == ("Herons for the board", "the board", "2023-06-01")
    assert [piece.kind for piece in found.pieces] == ["event", "note"]
    assert found.events() == (whole.uid,) and found.sections[0].lead == "Three wards."
    assert db.briefing(library, 99) is None
    assert db.briefings(library) == [found] and db.current_briefing(library) == found


def test_it_is_changed_and_undone_and_what_is_equal_writes_nothing(library: Store) -> None:
    _event, number = made(library)
    before = db.briefing(library, number)
    assert before is not None
    after = replace(before, title="Other", references="bracketed", cover=True, sections=(Section("x", "text"),))
    with library.change("briefing", name="Edit") as change:
        db.set_briefing(library, change, number, after)
    found = db.briefing(library, number)
    assert found == replace(after, updated_at=found.updated_at if found else "")
    undo_last(library)
    again = db.briefing(library, number)
    assert again is not None and replace(again, updated_at="") == replace(before, updated_at="")
    with library.change("briefing", name="Delete") as change:
        db.remove_briefing(library, change, number)
    assert db.briefing(library, number) is None
    undo_last(library)
    assert db.briefing(library, number) is not None


def test_the_one_opened_last_comes_first(library: Store) -> None:
    event, number = made(library)
    brief(library, event, "Later")
    assert db.briefings(library)[0].title == "Later"
    with library.change("briefing") as change:
        change.execute("UPDATE briefing SET opened_at = '2020'")
        db.note_opened(library, change, number)
        db.note_issued(library, change, number)
    first = db.current_briefing(library)
    assert first is not None and first.id == number and first.issued_at


def test_words_mean_one_briefing_or_say_which(library: Store) -> None:
    event, number = made(library)
    other = brief(library, event, "Herons again")
    assert db.find_briefing(library, str(number)) == number
    assert db.find_briefing(library, "AGAIN") == other
    assert db.find_briefing(library, "briefing of Herons again") == other
    with pytest.raises(UserError, match="may mean several"):
        db.find_briefing(library, "herons")
    for words in ("nothing like it", "", "99"):
        with pytest.raises(UserError, match="No briefing"):
            db.find_briefing(library, words)


def test_what_is_removed_for_good_leaves_the_briefings_and_the_undo_log(library: Store) -> None:
    event, number = made(library)
    other = add_event(library, 2)
    whole, kept = db.event(library, event), db.event(library, other)
    assert whole is not None and kept is not None
    found = db.briefing(library, number)
    assert found is not None
    piece = Piece("p", "text", "", kept.uid, text="stays")
    quoted = Piece("q", "text", "", whole.uid, text="Words that must go")
    section = replace(found.sections[0], pieces=(*found.sections[0].pieces, piece, quoted))
    with library.change("briefing", name="Add") as change:
        db.set_briefing(library, change, number, found.with_section(section))
    with library.change() as change:
        backing.remove_event(library, change, event)
    after = db.briefing(library, number)
    assert after is not None and after.pieces == (piece,)
    logged = "".join(row[0] for row in library.db.execute("SELECT steps FROM change_log"))
    assert "Words that must go" not in logged


def test_a_note_removed_for_good_leaves_too(library: Store) -> None:
    event, number = made(library)
    whole = db.event(library, event)
    assert whole is not None
    with library.change("note", name="Delete") as change:
        db.bin_note(library, change, whole.notes[0].id)
    with library.change() as change:
        backing.remove_notes_binned_before(library, change, "9999")
    after = db.briefing(library, number)
    assert after is not None and [piece.kind for piece in after.pieces] == ["event"]


@pytest.mark.parametrize("outline", ["", "[", "{}", '[{"kind": "later"}]', '[{"kind": "said", "pieces": [7, {}]}]'])
def test_a_damaged_outline_or_one_of_a_newer_version_is_read_as_far_as_it_goes(library: Store, outline: str) -> None:
    _event, number = made(library)
    with library.change("briefing") as change:
        change.execute("UPDATE briefing SET outline = ?", (outline,))
    found = db.briefing(library, number)
    assert isinstance(found, Briefing) and found.pieces == ()
