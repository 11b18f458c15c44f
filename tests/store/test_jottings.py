# SPDX-License-Identifier: MIT
"""The line of an action that is still being typed, one an event, and out of the undo log."""

from eqbrief import store as db
from eqbrief import tasks
from tests.store.filling import add_event


def test_a_line_is_kept_written_over_and_let_go(library):
    first, second = add_event(library, 1), add_event(library, 2)
    tasks.keep_typed(library, first, "Ask Ad")
    tasks.keep_typed(library, first, "Ask Ada ")
    tasks.keep_typed(library, second, "Other")
    assert (db.jotting(library, first), db.jotting(library, second)) == ("Ask Ada ", "Other")
    tasks.keep_typed(library, first, "  ")
    assert (db.jotting(library, first), db.jotting(library, second)) == ("", "Other")


def test_adding_the_action_lets_its_line_go_and_undo_takes_the_action_alone(library):
    event = add_event(library)
    tasks.keep_typed(library, event, "Ask Ada by 14 March 2031")
    before = db.next_undo(library)
    number = tasks.add_typed(library, event, "Ask Ada by 14 March 2031")
    assert db.jotting(library, event) == ""
    assert tasks.acting.action(library, number).due == "2031-03-14"
    tasks.keep_typed(library, event, "And Rafiq")
    tasks.undo(library)
    assert tasks.list_actions(library) == [] and db.jotting(library, event) == "And Rafiq"
    assert db.next_undo(library) == before


def test_a_line_goes_with_its_event(library):
    event = add_event(library)
    tasks.keep_typed(library, event, "Ask Ada")
    library.db.execute("DELETE FROM event WHERE id = ?", (event,))
    library.db.commit()
    assert library.db.execute("SELECT count(*) FROM jotting").fetchone()[0] == 0
