# SPDX-License-Identifier: MIT
"""Search finds all that is there and nothing that is gone, after any row of edits."""

import random

from eqbrief import store as db
from eqbrief.model import DraftPerson
from eqbrief.store import Store
from eqbrief.store.soundness import unsound, unsound_search
from tests.store.filling import KEYS, add_event, attach, draft, fill, note, passages


def found(store: Store, word: str, kind: str) -> int:
    return len(db.find(store, word, kinds=[kind]).hits)


def test_planted_words_are_found_and_deleted_ones_are_not(library: Store) -> None:
    chance, there, gone = random.Random(3), {}, {}
    events = fill(library, 6)
    for turn in range(200):
        word, event = f"planted{turn}", chance.choice(events)
        kind = chance.choice(["event", "note", "question", "person"])
        if kind == "note":
            note(library, event, f"A note of {word}.")
        else:
            facts = {
                "event": {"body": f"A body of {word}."},
                "question": {"questions": (f"Why {word}?",)},
                "person": {"people": (DraftPerson(f"Odalys {word}"),)},
            }[kind]
            field = next(iter(facts))
            with library.change("event") as change:
                db.update_event(library, change, event, draft(1, **facts), KEYS, [field])
            gone.update({old: k for old, (k, e) in there.items() if (k, e) == (kind, event)})
            there = {old: at for old, at in there.items() if at != (kind, event)}
        there[word] = (kind, event)
    assert unsound(library.db) == []
    assert len(there) + len(gone) == 200
    assert [word for word, (kind, _) in there.items() if not found(library, word, kind)] == []
    assert [word for word, kind in gone.items() if kind != "person" and found(library, word, kind)] == []
    for event in events:
        with library.change() as change:
            db.set_on_event(library, change, event, deleted_at="2024-01-01T00:00:00Z")
    assert [word for word, (kind, _) in there.items() if kind != "person" and found(library, word, kind)] == []
    assert unsound(library.db) == []


def test_indexing_again_changes_nothing(library: Store) -> None:
    events = fill(library)
    before = passages(library.folder)
    with library.change() as change:
        for event in events:
            db.index_event(library, change, event)
        db.index_names(change)
    assert passages(library.folder) == before


def test_an_event_in_the_bin_is_not_found_until_it_is_put_back(library: Store) -> None:
    event = add_event(library)
    attach(library, event, name="Herons.pptx")
    note(library, event, "Ask about herons.")
    kinds = {hit.kind for hit in db.find(library, "herons").hits}
    assert kinds == {"deck", "note"}
    for moment, expected in (("2024-01-01T00:00:00Z", set()), (None, kinds)):
        with library.change() as change:
            db.set_on_event(library, change, event, deleted_at=moment)
        assert {hit.kind for hit in db.find(library, "herons").hits} == expected


def test_every_spelling_of_a_name_finds_the_person(library: Store) -> None:
    add_event(library, 1, people=(DraftPerson("Odalys Penhallow"),))
    add_event(library, 2, people=(DraftPerson("ODALYS PENHALLOW"),))
    (hit,) = db.find(library, "odalys", kinds=["person"]).hits
    assert ("person", hit.id, 0, "Odalys Penhallow", "ODALYS PENHALLOW") in passages(library.folder)


def test_a_lost_trigger_is_noticed(library: Store) -> None:
    """The check that integrity_check does not make."""
    event = add_event(library)
    library.db.execute("DROP TRIGGER passage_deleted")
    with library.change() as change:
        db.set_on_event(library, change, event, deleted_at="2024-01-01T00:00:00Z")
    assert library.db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    wrong = unsound_search(library.db)
    assert len(wrong) == 3
    assert wrong[-1] == "the trigger 'passage_deleted' is missing"
