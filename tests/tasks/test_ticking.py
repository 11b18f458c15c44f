# SPDX-License-Identifier: MIT
"""Boxes of a note and their actions in step, whatever is done to either."""

import random
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eqbrief import store as db
from eqbrief import tasks
from eqbrief.model import UserError
from eqbrief.tasks import ticking
from eqbrief.tasks.ticking import Bound
from tests.store.filling import add_event

TEXT = "## To do\n- [ ] ask Ada\n  - [x] ring Rafiq\n- [ ] ask Ada\nplain\n* [ ] "
WORDS = [
    "ask",
    "ring",
    "write",
    "send",
    "read",
    "count",
    "compare",
    "wards",
    "board",
    "rota",
    "guide",
    "Ada",
    "Rafiq",
    "Imogen",
    "figures",
    "today",
    "again",
]


def test_boxes_are_found_by_their_lines():
    assert [(box.line, box.words, box.ticked) for box in ticking.boxes(TEXT)] == [
        (1, "ask Ada", False), (2, "ring Rafiq", True), (3, "ask Ada", False), (5, "", False),
    ]  # fmt: skip


def test_lines_of_the_same_words_are_told_apart_by_their_order():
    bound = [Bound(7, "ask Ada", False), Bound(9, "ask Ada", True), Bound(8, "gone", True)]
    assert {number: box.line for number, box in ticking.pair(bound, TEXT).items()} == {7: 1, 9: 3}
    assert ticking.in_step(TEXT, bound).split("\n")[1:4] == ["- [ ] ask Ada", "  - [x] ring Rafiq", "- [x] ask Ada"]


@pytest.mark.parametrize(
    ("after", "changed"),
    [
        ("- [x] ask Ada\n- [ ] two", [Bound(1, "ask Ada", True)]),
        ("- [ ] ask Ada today\n- [ ] two", [Bound(1, "ask Ada today", False)]),
        ("new\n- [x] ask Ada\n- [ ] two", [Bound(1, "ask Ada", True)]),
        ("- [ ] two\n- [x] ask Ada", [Bound(1, "ask Ada", True)]),
        ("- [ ] two", []),
        ("ask Ada\n- [ ] two", []),
        ("- [ ] ask A\n- [ ] da\n- [ ] two", [Bound(1, "ask A", False)]),
    ],
)
def test_a_line_is_followed_when_it_is_ticked_edited_or_moved(after, changed):
    assert ticking.follow("- [ ] ask Ada\n- [ ] two", after, [Bound(1, "ask Ada", False)]) == changed


def test_what_is_being_written_takes_the_tick_and_nothing_else():
    before, after = "- [ ] ask Ada\n- [ ] two", "- [x] ask Ada\n- [ ] two"
    assert (
        ticking.with_ticks("More\n- [ ] ask Ada\n- [ ] two and", before, after) == "More\n- [x] ask Ada\n- [ ] two and"
    )
    mine = "More\n- [ ] ask Ada\n- [ ] two and"
    assert ticking.with_ticks(mine, before, after) == mine.replace("[ ] ask", "[x] ask")
    assert ticking.with_ticks("mine", "a", "b") == "mine"


@given(st.text(alphabet="-[] xX*\nab", max_size=60), st.integers(0, 8), st.booleans())
@settings(max_examples=200)
def test_ticking_changes_one_letter(text, line, on):
    line = min(line, text.count("\n"))
    made = ticking.tick(text, line, on)
    assert len(made) == len(text) and sum(a != b for a, b in zip(made, text, strict=True)) <= 1


def note_of(library, event: int):
    return db.notes(library, event)[0]


def states(library, event: int) -> tuple[dict[str, bool], dict[str, bool]]:
    """Give what the note's boxes say and what the actions say, each by its words."""
    lines = {box.words: box.ticked for box in ticking.boxes(note_of(library, event).text)}
    actions = {one.evidence.text: one.state == "done" for one in db.actions_of(library, event)}
    here = {words: done for words, done in actions.items() if words in lines}
    return {words: lines[words] for words in here}, here


@pytest.fixture
def listed(library):
    """Give an event with a note of three boxes that are actions."""
    event = add_event(library)
    text = "## To do\n- [ ] ask Ada by Friday @me\n- [ ] ring Rafiq\n- [ ] count the wards"
    number = tasks.new_note(library, event, text)
    for box in ticking.boxes(text):
        tasks.action_from_line(library, number, box.words, own_name="Nadia Example")
    return event


def test_one_key_makes_an_action_of_a_line_with_its_owner_and_its_day(library, listed):
    first, *_ = sorted(db.actions_of(library, listed), key=lambda one: one.id)
    assert (first.text, first.owner, first.evidence.text) == ("ask Ada", "Nadia Example", "ask Ada by Friday @me")
    assert first.due and first.evidence.uid == note_of(library, listed).uid
    assert len(db.actions_of(library, listed)) == 3
    assert tasks.action_from_line(library, note_of(library, listed).id, "ring Rafiq") in {
        one.id for one in db.actions_of(library, listed)
    }
    assert len(db.actions_of(library, listed)) == 3


def test_ticking_either_ticks_both_and_undo_opens_both(library, listed):
    number = next(one.id for one in db.actions_of(library, listed) if one.text == "ring Rafiq")
    tasks.finish_action(library, number, "He knows")
    assert "- [x] ring Rafiq" in note_of(library, listed).text
    tasks.undo(library)
    assert "- [ ] ring Rafiq" in note_of(library, listed).text
    note = note_of(library, listed)
    tasks.save_note(library, listed, note.id, note.text.replace("[ ] ring", "[x] ring"))
    assert tasks.acting.action(library, number).state == "done"
    tasks.undo(library)
    assert tasks.acting.action(library, number).state == "open" and "- [ ] ring Rafiq" in note_of(library, listed).text


def test_an_action_follows_the_words_of_its_line(library, listed):
    note = note_of(library, listed)
    tasks.save_note(library, listed, note.id, note.text.replace("ring Rafiq", "ring Rafiq about beds"))
    found = next(one for one in db.actions_of(library, listed) if "beds" in one.text)
    assert (found.text, found.evidence.text) == ("ring Rafiq about beds", "ring Rafiq about beds")


def test_a_private_or_deleted_note_keeps_its_actions(library, listed):
    note = note_of(library, listed)
    tasks.delete_note(library, note.id)
    number = db.actions_of(library, listed)[0].id
    tasks.finish_action(library, number)
    assert tasks.acting.action(library, number).state == "done"


@pytest.mark.parametrize("seed", range(5))
def test_boxes_and_actions_are_in_step_after_a_hundred_random_edits(library, listed, seed):
    """Ticks, edits, moves, new lines, undos: five times a hundred."""
    chance = random.Random(seed)
    for turn in range(100):
        edit(library, listed, chance)
        lines, actions = states(library, listed)
        assert lines == actions, turn


def edit(library, event: int, chance: random.Random) -> None:
    note, actions = note_of(library, event), db.actions_of(library, event)
    lines = note.text.split("\n")
    kind = chance.choice(["tick line", "tick action", "word", "move", "insert", "delete", "promote", "undo"])
    found = ticking.boxes(note.text)
    if kind == "tick action" and actions:
        one = chance.choice(actions)
        (tasks.reopen_action if one.state == "done" else tasks.finish_action)(library, one.id)
        return
    if kind == "promote" and found:
        tasks.action_from_line(library, note.id, chance.choice(found).words)
        return
    if kind == "undo":
        if db.next_undo(library):
            with suppress(UserError):
                tasks.undo(library)
        return
    if kind == "tick line" and found:
        box = chance.choice(found)
        lines = ticking.tick(note.text, box.line, not box.ticked).split("\n")
    elif kind == "word" and found:
        at = chance.choice(found).line
        lines[at] = lines[at] + " " + chance.choice(WORDS)
    elif kind == "move" and len(lines) > 2:
        lines.insert(chance.randrange(1, len(lines)), lines.pop(chance.randrange(1, len(lines))))
    elif kind == "insert":
        words = " ".join(chance.sample(WORDS, 3))
        lines.insert(chance.randrange(1, len(lines) + 1), chance.choice(["plain words", f"- [ ] {words}"]))
    elif kind == "delete" and len(lines) > 4:
        lines.pop(chance.randrange(1, len(lines)))
    tasks.save_note(library, event, note.id, "\n".join(lines))
