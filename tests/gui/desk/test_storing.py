# SPDX-License-Identifier: MIT
"""The work of the desk stores what was accepted, says what became of it, and stops when asked."""

from dataclasses import replace

from eqbrief import store as db
from eqbrief.gui.desk.storing import Wanted, store_all
from eqbrief.tasks import go_on, quiet
from tests.gui.desk.drafts import certain, page


def test_storing_gives_what_became_of_each_and_stops_when_asked(library) -> None:
    wanted = [Wanted(number, page(certain(number)), certain(number)) for number in (1, 2, 3)]
    asked = iter([False, False, True])
    done = store_all(library, wanted, quiet, lambda: next(asked))
    assert [(number, [result.action for result in results]) for number, results in done] == [
        (1, ["added"]),
        (2, ["added"]),
    ]
    again = store_all(library, wanted, quiet, go_on)
    assert [results[0].action for _number, results in again] == ["unchanged", "unchanged", "added"]


def test_a_correction_to_a_page_that_is_here_already_is_not_lost(library) -> None:
    draft = certain(1)
    ((_, (added,)),) = store_all(library, [Wanted(0, page(draft), draft)], quiet, go_on)
    corrected = replace(draft, publisher="Pennywick Care Trust")
    ((_, (again,)),) = store_all(library, [Wanted(0, page(draft), corrected)], quiet, go_on)
    assert (again.action, again.event) == ("updated", added.event)
    event = db.event(library, added.event.id)
    assert event is not None
    assert (event.draft.publisher, event.edited) == ("Pennywick Care Trust", ("publisher",))
    assert event.draft.title == draft.title
    ((_, (third,)),) = store_all(library, [Wanted(0, page(draft), corrected)], quiet, go_on)
    assert third.action == "unchanged"
