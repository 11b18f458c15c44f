# SPDX-License-Identifier: MIT
"""The way through the queue by its keys, on the real window."""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from eqbrief import store as db
from eqbrief import tasks
from eqbrief.gui.sidebar import Place
from eqbrief.model import Filter

TO_REVIEW = Place("To review", filter=Filter("to review"))


def said(window, qtbot, text: str) -> None:
    qtbot.waitUntil(lambda: window.status._said.text().startswith(text))


def go_on(window) -> None:
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_Return, keys)


def step(window, key: Qt.Key) -> None:
    QTest.keyClick(window.focusWidget() or window, key, Qt.KeyboardModifier.AltModifier)


def test_the_keys_pass_over_what_is_reviewed(window):
    numbers = list(window.listing.events())
    waiting = [number for number in numbers if db.event(window._store, number).state != "reviewed"]
    window.listing.choose_id(waiting[0])
    for number in waiting[1:]:
        step(window, Qt.Key.Key_PageDown)
        assert window.detail.event_id == number
    step(window, Qt.Key.Key_PageUp)
    assert window.detail.event_id == waiting[-2]
    assert numbers.index(waiting[-1]) - numbers.index(waiting[0]) > len(waiting) - 1, "some are passed over"


def test_the_keys_work_while_a_note_is_written(window, qtbot):
    waiting = [n for n in window.listing.events() if db.event(window._store, n).state != "reviewed"]
    window.listing.choose_id(waiting[0])
    window.actions_["go_to_notes"].trigger()
    assert window.detail.notes.isAncestorOf(window.focusWidget())
    step(window, Qt.Key.Key_PageDown)
    assert window.detail.event_id == waiting[1]
    go_on(window)
    qtbot.waitUntil(lambda: db.event(window._store, waiting[1]).state == "reviewed")
    qtbot.waitUntil(lambda: window.detail.event_id == waiting[2])


def test_reviewed_next_goes_down_the_queue_and_says_its_end(window, qtbot):
    window.sidebar.choose(TO_REVIEW)
    queue = list(window.listing.events())
    for number, after in pairwise(queue):
        assert window.detail.event_id == number
        go_on(window)
        qtbot.waitUntil(lambda after=after: window.detail.event_id == after)
        said(window, qtbot, "Reviewed · here is the next one")
        assert db.event(window._store, number).state == "reviewed"
    go_on(window)
    said(window, qtbot, "Reviewed · everything here is reviewed. Well done")
    assert window.listing.events() == []
    assert tasks.undo(window._store).startswith("Mark as reviewed: “")


def test_the_end_of_the_queue_says_what_still_waits_before(window, qtbot):
    window.sidebar.choose(TO_REVIEW)
    queue = list(window.listing.events())
    window.listing.choose_id(queue[-1])
    step(window, Qt.Key.Key_PageDown)
    said(window, qtbot, f"That is the last to review here; {len(queue) - 1} before it wait")
    assert window.detail.event_id == queue[-1]
    go_on(window)
    said(window, qtbot, "Reviewed · that is the last to review here")


def test_from_elsewhere_the_queue_is_the_whole_library(window, qtbot):
    window.sidebar.choose(Place("People", "people"))
    window.actions_["next_to_review"].trigger()
    states = {number: db.event(window._store, number).state for number in db.event_ids(window._store, Filter())}
    assert window.detail.event_id == next(number for number, state in states.items() if state != "reviewed")


def test_an_empty_library_has_nothing_to_review(library, open_window, qtbot):
    window = open_window(library)
    window.actions_["next_to_review"].trigger()
    said(window, qtbot, "Everything here is reviewed")
    window.actions_["review_and_go_on"].trigger()
    said(window, qtbot, "Choose an event first")
