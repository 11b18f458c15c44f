# SPDX-License-Identifier: MIT
"""The notes of all events together."""

from eqbrief import store as db
from eqbrief.model import Tie
from tests.store.filling import add_event, note


def heads(store, *given, **named) -> list[str]:
    return [one.words for one in db.list_notes(store, *given, **named)[0]]


def test_the_one_written_last_stands_first_with_its_event(library):
    first, second = add_event(library, 1), add_event(library, 2)
    one, _two = note(library, first, "# Ask **the** ward"), note(library, second, "- Twice")
    note(library, second, "")
    assert heads(library) == ["Twice", "Ask the ward"]
    with library.change() as change:
        change.execute("UPDATE note SET updated_at = '2999-01-01T00:00:00.000Z' WHERE id = ?", (one,))
    found, total = db.list_notes(library)
    assert (found[0].note.id, total) == (one, 2)
    assert (found[0].event_title, found[0].event_date) == ("Kinder rotas 1", "2023-02-02")


def test_words_are_looked_for_in_notes_titles_and_what_they_are_tied_to(library):
    event = add_event(library, 1)
    note(library, event, "50% of them_ said so")
    with library.change() as change:
        db.add_note(library, change, None, "Ring her", tie=Tie("person", "uid", title="Ada Larch"))
    assert heads(library, words="50% them_") == ["50% of them_ said so"]
    assert heads(library, words="50_") == []
    assert heads(library, words="kinder ROTAS") == ["50% of them_ said so"]
    assert heads(library, words="larch") == ["Ring her"]


def test_kinds_and_the_bin(library):
    event, gone = add_event(library, 1), add_event(library, 2)
    note(library, gone, "In the bin with its event")
    deleted = note(library, event, "Deleted")
    with library.change() as change:
        db.add_note(library, change, event, "Mine", private=True)
        db.add_note(library, change, event, "On slide 3", tie=Tie("slide", "deck", 3))
        db.bin_note(library, change, deleted)
        db.set_on_event(library, change, gone, deleted_at="2024-01-01T00:00:00.000Z")
    assert heads(library) == ["On slide 3", "Mine"]
    assert heads(library, "private") == ["Mine"]
    assert heads(library, "shared") == heads(library, "tied") == ["On slide 3"]
    assert db.list_notes(library, limit=1)[1] == 2
