# SPDX-License-Identifier: MIT
"""The history of a note: every state exact, thinned with age, below its size; deleted notes come back."""

import random
from datetime import UTC, datetime, timedelta

import pytest

from eqbrief import store as db
from eqbrief import tasks
from eqbrief.model import UserError
from eqbrief.store.histories import thin_out
from eqbrief.tasks.histories import bring_back_note, head_of, note_history, restore_beside
from tests.store.filling import add_event, note


@pytest.fixture
def clock(monkeypatch):
    """Give a list whose one entry is now, for everything that writes notes."""
    moment = [datetime(2024, 2, 20, 9, 0, tzinfo=UTC)]
    told = lambda: moment[0].isoformat(timespec="milliseconds").replace("+00:00", "Z")  # noqa: E731
    monkeypatch.setattr("eqbrief.store.noting.now", told)
    return moment


def test_any_of_a_thousand_random_edits_that_is_kept_comes_back_exactly(library, clock):
    chance, event = random.Random(3), add_event(library)
    number = note(library, event, "Begun")
    text, written = "Begun", {"Begun"}
    for _ in range(1000):
        at = chance.randrange(len(text) + 1)
        cut = chance.choice([0, 0, 1, 5, 300])
        text = text[:at] + chance.choice(["é – ", "word ", "\n- [ ] box", "👩‍⚕️", "\u2028", ""]) + text[at + cut :]
        clock[0] += timedelta(seconds=chance.randrange(900))
        tasks.save_note(library, event, number, text)
        written.add(text)
    _, states = note_history(library, number)
    assert len(states) > 50 and all(state.text in written for state in states)
    for state in chance.sample(states, 20):
        made = restore_beside(library, state.id)
        assert db.note(library, made).text == state.text and db.note(library, number).text == text
    assert [state.made_at for state in states] == sorted((state.made_at for state in states), reverse=True)


def test_states_are_thinned_with_age_and_the_first_and_the_newest_stay(library, clock):
    event = add_event(library)
    number = note(library, event, "0")
    for step in range(1, 3000):
        clock[0] += timedelta(minutes=20)
        tasks.save_note(library, event, number, str(step))
    _, states = note_history(library, number)
    ages = [clock[0] - datetime.fromisoformat(state.made_at) for state in states]
    assert sum(age <= timedelta(days=1) for age in ages) == 72
    assert sum(timedelta(days=1) < age <= timedelta(days=7) for age in ages) <= 6 * 24 + 1
    assert sum(age > timedelta(days=7) for age in ages) <= 40
    assert states[0].text == "2998" and states[-1].text == "0"


def test_the_history_of_a_note_stays_below_its_size(library, clock):
    event = add_event(library)
    number = note(library, event, "x")
    for step in range(60):
        clock[0] += timedelta(minutes=6)
        tasks.save_note(library, event, number, f"{step} " + "é" * 500_000)
    sql = "SELECT sum(length(CAST(text AS BLOB))) FROM revision WHERE note_id = ?"
    assert 10_000_000 < library.db.execute(sql, (number,)).fetchone()[0] <= 20_000_000
    with library.change("revision") as change:
        thin_out(change, number, clock[0].isoformat(), 5_000_000)
    assert library.db.execute(sql, (number,)).fetchone()[0] <= 5_000_000
    assert note_history(library, number)[1][-1].text == "x"


def test_a_deleted_note_is_listed_and_comes_back_whole(library):
    event = add_event(library)
    number = note(library, event, "## What we could use\n\nA sponsor.")
    tasks.delete_note(library, number)
    (gone,) = db.deleted_notes(library)
    assert (gone.note.id, gone.event_title) == (number, "Kinder rotas 1") and gone.deleted_at
    assert db.next_undo(library) == "Delete the note “What we could use”"
    bring_back_note(library, number)
    assert db.deleted_notes(library) == [] and db.notes(library, event)[0].text.endswith("A sponsor.")
    assert db.find(library, "sponsor").hits
    tasks.undo(library)
    assert len(db.deleted_notes(library)) == 1


def test_what_is_gone_is_said(library):
    for work in (restore_beside, bring_back_note, note_history):
        with pytest.raises(UserError):
            work(library, 99)


@pytest.mark.parametrize(
    ("text", "head"), [("\n- [ ] ask Ada\nx", "ask Ada"), ("## A " + "b" * 60, "A " + "b" * 37 + "…"), ("", "")]
)
def test_a_note_is_named_by_its_first_words(text, head):
    assert head_of(text) == head
