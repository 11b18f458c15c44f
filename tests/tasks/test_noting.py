# SPDX-License-Identifier: MIT
"""Notes: committed when the function returns, private or shared, deleted and brought back."""

import sqlite3

import pytest

from eqbrief import store as db
from eqbrief import tasks
from eqbrief.model import Draft, UserError
from eqbrief.store import Store
from eqbrief.tasks.pages import Page
from tests.store.filling import add_event


@pytest.fixture
def number(library: Store) -> int:
    (added,) = tasks.accept(library, Page("page.html", b"page", Draft(source="p", kind="event", title="Rotas")))
    assert added.event is not None
    return added.event.id


def elsewhere(library: Store) -> list[str]:
    """Read the notes' texts as another program would, from the file."""
    other = sqlite3.connect(library.file)
    try:
        return [row[0] for row in other.execute("SELECT text FROM note WHERE deleted_at IS NULL ORDER BY id")]
    finally:
        other.close()


def test_a_note_is_in_the_file_when_the_function_returns(library: Store, number: int) -> None:
    note = tasks.save_note(library, number, None, "First words")
    assert elsewhere(library) == ["First words"]
    assert tasks.save_note(library, number, note, "First words, and more") == note
    assert elsewhere(library) == ["First words, and more"]


def test_a_note_keeps_being_private_until_that_is_changed(library: Store, number: int) -> None:
    note = tasks.new_note(library, number, "Mine", private=True)
    tasks.save_note(library, number, note, "Still mine")
    assert [one.private for one in db.notes(library, number)] == [True]
    tasks.save_note(library, number, note, "For all", private=False)
    assert [one.private for one in db.notes(library, number)] == [False]


@pytest.mark.parametrize("text", ["", "  \n\t"])
def test_an_empty_new_note_is_refused(library: Store, number: int, text: str) -> None:
    with pytest.raises(UserError, match="empty"):
        tasks.new_note(library, number, text)
    assert db.notes(library, number) == ()


def test_a_deleted_note_comes_back_whole(library: Store, number: int) -> None:
    note = tasks.new_note(library, number, "Words about a swallowtail")
    tasks.delete_note(library, note)
    assert db.notes(library, number) == ()
    assert db.find(library, "swallowtail").hits == ()
    assert tasks.undo(library) == "Delete the note “Words about a swallowtail”"
    assert [one.text for one in db.notes(library, number)] == ["Words about a swallowtail"]
    assert len(db.find(library, "swallowtail").hits) == 1


def test_typing_is_never_undone(library: Store, number: int) -> None:
    tasks.new_note(library, number, "Typed")
    assert db.next_undo(library) == "Add “Rotas”"


def test_a_note_on_an_event_that_is_gone_is_said(library: Store) -> None:
    with pytest.raises(UserError):
        tasks.new_note(library, 7, "Lost?")
    with pytest.raises(UserError):
        tasks.delete_note(library, 7)


def test_several_are_deleted_together_and_undone_by_one_name(library: Store, number: int) -> None:
    kept = tasks.new_note(library, number, "Keep me")
    gone = [tasks.new_note(library, number, f"Note {word}") for word in ("heron", "otter", "swift")]
    tasks.delete_notes(library, gone)
    assert [note.id for note in db.notes(library, number)] == [kept]
    assert db.find(library, "otter").hits == ()
    assert db.next_undo(library) == "Delete 3 notes"
    assert tasks.undo(library) == "Delete 3 notes"
    assert [note.id for note in db.notes(library, number)] == [kept, *gone]
    assert [hit.id for hit in db.find(library, "otter").hits] == [gone[1]]


def test_of_several_all_are_deleted_or_none(library: Store, number: int) -> None:
    first = tasks.new_note(library, number, "Still here")
    with pytest.raises(UserError):
        tasks.delete_notes(library, [first, 777])
    assert [note.id for note in db.notes(library, number)] == [first]


def test_undoing_finds_a_note_on_a_person_again(library: Store) -> None:
    add_event(library)
    person = db.people(library)[0].id
    note = tasks.new_note(library, None, "Likes herons", tie=tasks.tie_name(library, "person", person))
    assert [hit.id for hit in db.find(library, "herons").hits] == [note]
    tasks.delete_notes(library, [note])
    assert db.find(library, "herons").hits == ()
    tasks.undo(library)
    assert [hit.id for hit in db.find(library, "herons").hits] == [note]
