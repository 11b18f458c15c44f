# SPDX-License-Identifier: MIT
"""The list of a review on the real window: ticked by hand and by what is done, and what is new to who comes back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox

from eqbrief import store as db
from eqbrief import tasks
from eqbrief.gui.detail import reviewing as watching
from eqbrief.gui.dialogs.since import SinceDialog
from eqbrief.gui.sidebar import ACTIONS, Place
from eqbrief.gui.viewer import seeing
from eqbrief.model import Filter, Look
from eqbrief.tasks.indexing import index_decks
from tests.gui.looks import dress
from tests.gui.meeting import meet
from tests.gui.test_golden import settle

AGO = "2020-01-01T09:00:00.000Z"


@pytest.fixture
def hasty(monkeypatch) -> None:
    """Let a glance count at once, so that a test need not wait for it."""
    for name in ("_LOOKED_MS", "_READ_MS", "_AFTER_MS"):
        monkeypatch.setattr(watching, name, 10)
    monkeypatch.setattr(seeing, "_SEEN_MS", 10)


def boxes(window) -> dict[str, QCheckBox]:
    return window.detail._page.review.boxes


def at_the_end(window) -> None:
    bar = window.detail._column.verticalScrollBar()
    bar.setValue(bar.maximum())


def show(window, words: str) -> int:
    number = db.event_ids(window._store, Filter(words=words))[0]
    window.show_event(number)
    return number


def test_each_box_can_be_ticked_by_key_and_undone_by_name(window, qtbot):
    number = show(window, "patient is the aggressor")
    box = boxes(window)["page"]
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: db.review_of(window._store, number).done == 1)
    qtbot.waitUntil(lambda: window.detail._page.review._count.text() == "Review 1 of 5")
    assert box.hasFocus()
    assert box.accessibleName() == "Review: Page read: ticked by hand"
    assert window.actions_["undo"].text().startswith("Undo: Tick “Page read” of “When the patient")
    window.actions_["undo"].trigger()
    qtbot.waitUntil(lambda: not boxes(window)["page"].isChecked())


def test_what_is_done_ticks_its_line_at_once(window, qtbot):
    number = show(window, "patient is the aggressor")
    assert not boxes(window)["actions"].isChecked()
    tasks.new_action(window._store, number, "Ask the ward")
    qtbot.waitUntil(boxes(window)["actions"].isChecked)
    assert "1 action" in boxes(window)["actions"].accessibleName()


def test_every_box_says_what_it_is_to_those_who_hear_it(window):
    show(window, "patient is the aggressor")
    names = [box.accessibleName() for box in boxes(window).values()]
    assert all(name.startswith("Review: ") for name in names)
    assert len(set(names)) == 5
    assert window.detail._page.review._count.accessibleName() == "Review: 0 of 5 done"


def test_an_event_that_is_rested_on_has_been_looked_at(hasty, window, qtbot):
    number = show(window, "patient is the aggressor")
    qtbot.waitUntil(lambda: db.look_at(window._store, number) is not None)
    assert window.actions_["undo"].text() == "Undo"


def test_who_runs_down_the_list_has_not_looked(window, qtbot):
    counted = "SELECT count(*), max(looked_at) FROM look"
    before = tuple(window._store.db.execute(counted).fetchone())
    for _ in range(6):
        window.listing.step(1)
    qtbot.wait(60)
    assert tuple(window._store.db.execute(counted).fetchone()) == before


def test_the_page_is_read_once_its_end_was_on_the_screen(hasty, window, qtbot):
    number = show(window, "patient is the aggressor")
    qtbot.waitUntil(lambda: db.look_at(window._store, number) is not None)
    qtbot.wait(60)
    assert not boxes(window)["page"].isChecked()
    qtbot.waitUntil(lambda: at_the_end(window) or boxes(window)["page"].isChecked())  # the page may still grow


def test_slides_that_stood_on_the_screen_are_seen(hasty, window, qtbot):
    number = show(window, "Rest, rotas and respect")
    deck = db.decks_of(window._store, [number])[0]
    window.detail.show_deck(deck.id, 2)
    qtbot.waitUntil(lambda: window.detail.showing.on_show == (deck.id, 2))
    seen = "SELECT slides FROM deck_seen WHERE deck_id = ?"
    qtbot.waitUntil(lambda: window._store.db.execute(seen, (deck.id,)).fetchone() is not None)
    assert window._store.db.execute(seen, (deck.id,)).fetchone()[0] == "[2]"


def test_what_is_new_is_told_and_shown(window, qtbot):
    number = show(window, "Rest, rotas and respect")
    looked(window._store, number, AGO)
    tasks.new_action(window._store, number, "Ask the ward")
    show(window, "patient is the aggressor")
    show(window, "Rest, rotas and respect")
    bar = window.detail._page.review
    qtbot.waitUntil(lambda: "1 action agreed" in bar._since.text() or "actions agreed" in bar._since.text())
    assert bar._since.text().startswith("Since you last looked on 1 January 2020: ")
    met: list[list[str]] = []

    def read(dialog: SinceDialog) -> None:
        met.append([line.sentence for line in dialog.list.lines()])
        dialog.accept()

    meet(window, SinceDialog, read)
    bar._news.click()
    assert any("Action agreed, Ask the ward" in sentence for sentence in met[0])


def test_nothing_is_said_of_a_first_look(window, qtbot):
    show(window, "patient is the aggressor")
    qtbot.wait(100)
    assert not window.detail._page.review._told.isVisible()


def test_what_comes_while_it_is_on_show_is_no_news_later(hasty, window, qtbot):
    number = show(window, "patient is the aggressor")
    qtbot.waitUntil(lambda: db.look_at(window._store, number) is not None)
    tasks.new_action(window._store, number, "Ask the ward")
    qtbot.waitUntil(lambda: not db.is_changed(window._store, number))


@pytest.mark.parametrize("way", ["another event", "a view", "a person", "closing"])
def test_what_was_done_while_it_was_on_show_is_no_news_however_it_is_left(
    hasty, monkeypatch, filled_library, open_window, close_window, qtbot, way
):
    monkeypatch.setattr(watching, "_AFTER_MS", 600_000)
    window = open_window(filled_library)
    number = show(window, "patient is the aggressor")
    qtbot.waitUntil(lambda: db.look_at(filled_library, number) is not None)
    qtbot.waitUntil(lambda: window.detail.reviewing._noted)
    tasks.new_action(filled_library, number, "Ask the ward")
    assert db.is_changed(filled_library, number)
    if way == "another event":
        show(window, "Rest, rotas and respect")
    elif way == "a view":
        window.sidebar.choose(ACTIONS)
    elif way == "a person":
        window.show_name("person", db.people(filled_library)[0].id)
    else:
        close_window(window)
    qtbot.waitUntil(lambda: not db.is_changed(filled_library, number))


def test_a_queue_and_its_counts_follow_at_once(window, qtbot):
    window.sidebar.choose(Place("Reviewing", filter=Filter("reviewing")))
    before = window.listing.model.rowCount()
    number = show(window, "patient is the aggressor")
    tasks.set_state(window._store, [number], "reviewing")
    counted = {line.text: line.count for line in lines(window)}
    assert counted["Reviewing"] == before + 1
    assert counted["To review"] == db.counts(window._store).to_review
    window.sidebar.choose(Place("Reviewing", filter=Filter("reviewing")))
    assert window.listing.model.rowCount() == before + 1


def test_the_place_of_what_was_looked_at_has_the_last_first(window):
    first, second = show(window, "patient is the aggressor"), show(window, "Rest, rotas and respect")
    looked(window._store, first, "2998-01-01T09:00:00.000Z")
    looked(window._store, second, "2999-01-01T09:00:00.000Z")
    window.sidebar.choose(Place("Looked at", filter=Filter("looked")))
    assert list(window.listing.events())[:2] == [second, first]
    assert not window.listing._sorting.isVisible()


def looked(store, event: int, at: str) -> None:
    with store.change("look") as change:
        db.keep_look(store, change, event, Look(at, at))


def lines(window) -> list:
    model = window.sidebar._model
    return [model.item(row).data(Qt.ItemDataRole.UserRole) for row in range(model.rowCount())]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_queue_with_its_list_as_a_picture(filled_library, open_window, golden, qtbot, monkeypatch, theme):
    monkeypatch.setattr(watching, "_LOOKED_MS", 600_000)  # what is new stays marked as long as it is drawn
    number = db.event_ids(filled_library, Filter(words="Three years on"))[0]
    looked(filled_library, number, "2024-12-02T09:00:00.000Z")
    index_decks(filled_library)
    window = open_window(filled_library, theme=theme)
    window.sidebar.choose(Place("Reviewing", filter=Filter("reviewing")))
    window.listing.choose_id(number)
    qtbot.waitUntil(lambda: "Since you last looked on" in window.detail._page.review._since.text())
    settle(window, qtbot)
    golden(window, f"queue-{theme}")
    dress(QApplication.instance())


def test_a_long_title_in_large_text_scrolls_and_hides_nothing(filled_library, open_window, qtbot):
    number = db.event_ids(filled_library, Filter(words="patient is the aggressor"))[0]
    title = "When the patient is the aggressor: protecting staff " * 4
    tasks.edit_fields(filled_library, number, {"title": title})
    window = open_window(filled_library, text_size=200)
    window.show_event(number)
    page = window.detail._page
    qtbot.waitUntil(lambda: page.head.height() == round(page.height() * 0.55))
    whole = page.head.widget()
    assert whole.height() > page.head.height()
    assert page.review.geometry().bottom() <= whole.height()
    last = boxes(window)["briefed"]
    last.setFocus(Qt.FocusReason.TabFocusReason)
    page.head.ensureWidgetVisible(last)
    qtbot.waitUntil(lambda: not last.visibleRegion().isEmpty())
    dress(QApplication.instance())


def test_what_comes_while_nobody_is_there_stays_news(hasty, window, qtbot, monkeypatch):
    number = show(window, "patient is the aggressor")
    qtbot.waitUntil(lambda: db.look_at(window._store, number) is not None)
    (watched,) = window.findChildren(watching.Reviewing)
    monkeypatch.setattr(watched, "_is_seen", lambda: False)
    tasks.new_action(window._store, number, "Came at night")
    qtbot.waitUntil(lambda: watched._missed)
    show(window, "night staff told us")
    qtbot.waitUntil(lambda: watched._event != number)
    assert db.is_changed(window._store, number)
