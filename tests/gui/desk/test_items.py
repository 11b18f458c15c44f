# SPDX-License-Identifier: MIT
"""What became of each page is said in words, and whether it can be stored is known."""

from dataclasses import replace

import pytest

from eqbrief.gui.commands.library import said_added
from eqbrief.gui.desk.items import (
    Item,
    item_of,
    items_of,
    said_head,
    said_outcome,
    said_results,
    said_state,
    said_title,
)
from eqbrief.model import Added
from eqbrief.tasks import accept, delete
from tests.gui.desk.drafts import certain, other, page, porters, week


@pytest.mark.parametrize(
    ("item", "title", "state"),
    [
        (item_of(page(porters())), "Why experienced porters stay", "2 to check"),
        (item_of(page(certain(1))), "Board talk about belonging, part 1", "all certain"),
        (item_of(page(week())), "Rest week timetable", "5 events in one page"),
        (item_of(page(other())), "Ten thoughts on a conference", "not an event, by its look"),
        (item_of(page(replace(other(), title=None))), "thoughts.html", "not an event, by its look"),
        (item_of(page(None, "b.html", "It is empty. Save it again.")), "b.html", "could not be read"),
        (Item(page(certain(1)), "skipped"), "Board talk about belonging, part 1", "skipped"),
        (Item(page(certain(1)), "storing"), "Board talk about belonging, part 1", "being stored"),
        (Item(page(certain(1)), "stored", results=(Added("x", "unchanged"),)), "Board talk about belonging, part 1",
         "in the library already"),
        (Item(page(certain(1)), "failed", results=(Added("x", "failed", reason="The disk is full."),)),
         "Board talk about belonging, part 1", "The disk is full."),
    ],
)  # fmt: skip
def test_a_page_is_said_in_words(item: Item, title: str, state: str) -> None:
    assert (said_title(item), said_state(item)) == (title, state)


def test_it_is_said_in_the_words_of_the_window() -> None:
    for actions in (["added", "unchanged", "unchanged"], ["updated", "skipped", "added"], ["unchanged"]):
        results = tuple(Added("x", action) for action in actions)
        assert said_outcome([Item(page(certain(1)), "stored", results=results)]) == said_added([*results])


def test_very_bytes_that_were_added_before_are_known(library) -> None:
    (added,) = accept(library, page(porters()))
    assert added.event is not None
    new, here, unreadable = items_of(library, [page(certain(1)), page(porters()), page(None, "b")], pasted=False)
    assert (new.known, unreadable.known) == (None, None)
    assert (here.is_here, here.is_open, here.can_store, here.is_certain) == (True, False, False, False)
    assert here.outcome == (Added("porters.html", "unchanged", added.event),)
    assert said_state(here) == "in the library already"
    edited = replace(here, is_edited=True)
    assert (edited.is_here, edited.is_open, edited.can_store) == (False, True, True)
    delete(library, [added.event.id])
    (binned,) = items_of(library, [page(porters())], pasted=False)
    assert said_state(binned) == "in the bin" and binned.outcome[0].action == "skipped"
    assert not binned.can_store and not replace(binned, is_edited=True).can_store


def test_what_became_of_all_is_one_sentence() -> None:
    items = [
        Item(page(week()), "stored", results=(Added("w", "added"), Added("w", "added"))),
        Item(page(certain(1)), "stored", results=(Added("c", "unchanged"),)),
        Item(page(certain(2)), "skipped"),
        Item(page(certain(3)), "failed", results=(Added("d", "failed", reason="No."),)),
    ]
    assert said_outcome(items) == "2 added, 1 here already, 1 skipped, 1 could not be added"
    assert said_outcome([items[2]]) == "1 skipped"
    assert said_results(()) == ""
    assert [said_head(items[:number]) for number in (0, 1, 4)] == ["Add pages", "Add a page", "Add 4 pages"]
