# SPDX-License-Identifier: MIT
"""The queue reads what it can and says why it cannot; what became of each page is said in words."""

from dataclasses import replace

import pytest

from eqbrief import store as db
from eqbrief.gui.commands.library import said_added
from eqbrief.gui.desk.queue import (
    Item,
    QueueList,
    item_of,
    items_of,
    read_all,
    said_head,
    said_outcome,
    said_results,
    said_state,
    said_title,
    store_all,
)
from eqbrief.model import Added
from eqbrief.tasks import accept, delete, go_on, quiet
from tests.gui.desk.drafts import certain, other, page, porters, week
from tests.gui.looks import dress


def test_bad_paths_are_pages_with_a_reason(tmp_path, sample_page) -> None:
    (tmp_path / "nothing").mkdir()
    (tmp_path / "empty.html").write_bytes(b"")
    seen = []
    pages = read_all(
        [tmp_path / "gone.html", tmp_path / "nothing", tmp_path / "empty.html", sample_page("good.txt")],
        seen.append,
        go_on,
    )
    assert [one.name for one in pages] == ["gone.html", "nothing", "empty.html", "good.txt"]
    assert [bool(one.draft) for one in pages] == [False, False, False, True]
    assert all(one.reason and one.reason.endswith(".") for one in pages[:3])
    assert [(step.done, step.total, step.what) for step in seen] == [
        (2, 4, "Reading empty.html"),
        (3, 4, "Reading good.txt"),
    ]


def test_reading_stops_when_asked(sample_page) -> None:
    paths = [sample_page(f"{number}.txt") for number in range(3)]
    asked = iter([False, False, True])
    assert [one.name for one in read_all(paths, quiet, lambda: next(asked))] == ["0.txt", "1.txt"]


def test_storing_gives_what_became_of_each_and_stops_when_asked(library) -> None:
    wanted = [(number, page(certain(number)), certain(number)) for number in (1, 2, 3)]
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
    ((_, (added,)),) = store_all(library, [(0, page(draft), draft)], quiet, go_on)
    corrected = replace(draft, publisher="Pennywick Care Trust")
    ((_, (again,)),) = store_all(library, [(0, page(draft), corrected)], quiet, go_on)
    assert (again.action, again.event) == ("updated", added.event)
    event = db.event(library, added.event.id)
    assert event is not None
    assert (event.draft.publisher, event.edited) == ("Pennywick Care Trust", ("publisher",))
    assert event.draft.title == draft.title
    ((_, (third,)),) = store_all(library, [(0, page(draft), corrected)], quiet, go_on)
    assert third.action == "unchanged"


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


def test_the_list_says_each_page_as_a_sentence(qtbot, qapp) -> None:
    dress(qapp)
    listed = QueueList()
    qtbot.addWidget(listed)
    listed.queue.add([item_of(page(porters())), item_of(page(None, "b.html", "It is empty."))])
    said = [listed.queue.index(row).data() for row in range(2)]
    assert said == ["Why experienced porters stay, 2 to check, porters.html.", "b.html, Could not be read."]
    with qtbot.waitSignal(listed.queue.dataChanged):
        listed.queue.set(0, state="skipped")
    with qtbot.assertNotEmitted(listed.queue.dataChanged):
        listed.queue.set(0, state="skipped")
    assert listed.queue.index(0).data().endswith("Skipped, porters.html.")
