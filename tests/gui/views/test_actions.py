# SPDX-License-Identifier: MIT
"""The actions of all events in one view: filters, ticking with an outcome, back to the event, handing out."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from eqbrief import store as db
from eqbrief import tasks
from eqbrief.gui import exporting
from eqbrief.gui.kit import EmptyState, Label
from eqbrief.gui.sidebar import ACTIONS

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def events(window) -> list[int]:
    for action in db.actions(window._store, done=True):  # the sample library's own
        tasks.delete_action(window._store, action.id)
    return [window.listing.model.id_at(row) for row in (0, 1)]


@pytest.fixture
def view(window, events):
    store = window._store
    tasks.new_action(store, events[0], "Send the guide", owner="Ada Larch", due="1 March 2024")
    tasks.new_action(store, events[0], "Ask the board", owner="me", due="1 March 2031")
    tasks.new_action(store, events[1], "Ring Rafiq")
    window.sidebar.choose(ACTIONS)
    return window.views.view


def shown(view) -> list[str]:
    return [row.action.text for row in view.rows]


def headings(view) -> list[str]:
    return [one.text() for one in view._column.findChildren(Label) if type(one).__name__ == "SectionHeading"]


def test_the_sidebar_counts_what_is_open_and_leads_here(window, view, qtbot):
    counted = window.sidebar._model
    lines = [counted.item(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(counted.rowCount())]
    assert "Actions, 3" in lines
    assert shown(view) == ["Send the guide", "Ask the board", "Ring Rafiq"]
    assert headings(view) == ["Overdue", "Later", "Without a date"]
    assert QApplication.focusWidget() is view.rows[0]._text
    tasks.finish_action(window._store, view.rows[2].action.id)
    qtbot.waitUntil(lambda: shown(view) == ["Send the guide", "Ask the board"])


def test_mine_overdue_and_done_ones(view):
    view.chips["mine"].click()
    assert shown(view) == ["Ask the board"] and view.chips["mine"].text() == "Mine 1"
    view.chips["overdue"].click()
    assert shown(view) == ["Send the guide"]
    view.chips["all"].click()
    tasks.finish_action(view._store, view.rows[0].action.id, "Sent")
    view._done.click()
    assert shown(view) == ["Ask the board", "Ring Rafiq", "Send the guide"] and headings(view)[-1] == "Done"


def test_mine_goes_by_the_name_in_the_settings(window, view):
    window.library.keep(window.library.settings.with_(own_name="ada larch"))
    view.read()
    view.chips["mine"].click()
    assert shown(view) == ["Send the guide", "Ask the board"]


def test_by_owner_and_by_event(view, events):
    view._owner.setCurrentIndex(view._owner.findText("Ada Larch"))
    view._fill()
    assert shown(view) == ["Send the guide"]
    view._owner.setCurrentIndex(view._owner.findText("Nobody yet"))
    view._fill()
    assert shown(view) == ["Ring Rafiq"]
    view._owner.setCurrentIndex(0)
    view._event.setCurrentIndex(view._event.findData(events[0]))
    view._fill()
    assert shown(view) == ["Send the guide", "Ask the board"]
    view.read()
    assert shown(view) == ["Send the guide", "Ask the board"]


def test_a_tick_keeps_the_row_for_its_outcome(window, view, qtbot):
    row = view.rows[0]
    row._box.setFocus()
    QTest.keyClick(row._box, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: any(row._outcome is not None for row in view.rows))
    writing = next(row for row in view.rows if row._outcome is not None)
    assert writing.action.text == "Send the guide"
    QTest.keyClicks(writing._outcome, "Sent on Monday")
    QTest.keyClick(writing._outcome, Qt.Key.Key_Return)
    number = writing.action.id
    qtbot.waitUntil(lambda: tasks.acting.action(window._store, number).outcome == "Sent on Monday")
    qtbot.waitUntil(lambda: not any(row.is_writing for row in view.rows))
    qtbot.wait(50)
    assert not any(row.is_writing for row in view.rows)


def test_the_arrow_leads_to_the_event_and_back_returns(window, view, events):
    from eqbrief.gui.kit import IconButton

    view.rows[2].findChild(IconButton).click()
    assert window.detail.event_id == events[1] and not view.isVisible()
    window.go_back()
    assert view.isVisible()


def test_what_is_shown_is_handed_out(window, view, qtbot, monkeypatch, tmp_path):
    target = tmp_path / "mine.csv"
    monkeypatch.setattr(exporting, "choose_target", lambda *words: target)
    view.chips["mine"].click()
    view._export()
    qtbot.waitUntil(lambda: "exported" in window.status._said.text())
    assert "Ask the board" in target.read_text("utf-8") and "Ring Rafiq" not in target.read_text("utf-8")


def test_an_edit_is_kept_when_the_view_is_left(window, view):
    view.rows[2].edit()
    view.rows[2]._line.setText("Ring Rafiq today")
    assert view.may_leave()
    assert "Ring Rafiq today" in [action.text for action in tasks.list_actions(window._store)]


def test_with_nothing_to_do_it_says_how_to_begin(window, events):
    window.sidebar.choose(ACTIONS)
    view = window.views.view
    assert view.findChild(EmptyState).accessibleName() == "Nothing to do"
    assert QApplication.focusWidget() is view.chips["all"]
    view.chips["mine"].click()
    assert view.findChildren(EmptyState)[-1].accessibleName() == "Nothing of yours"
