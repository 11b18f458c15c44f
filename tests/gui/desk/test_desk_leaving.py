# SPDX-License-Identifier: MIT
"""The desk by keyboard alone, closing it, cancelling, and at every size."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from eqbrief.gui.desk import Desk
from eqbrief.model import Draft
from eqbrief.store import Store
from tests.gui.desk.drafts import certain, long_titled, other, page, porters, week
from tests.gui.desk.test_fields import type_anew
from tests.gui.desk.working import answer, form, put, settled, states, titles
from tests.gui.looks import dress
from tests.helpers.named import unnamed


def test_by_keyboard_alone(qtbot, desk: Desk, library: Store) -> None:
    put(desk, page(porters()), page(certain(1)), page(certain(2)))
    fields = form(desk).form.fields
    assert QApplication.focusWidget() is fields["publisher"]
    fields["title"].setFocus()
    qtbot.keyClick(fields["title"], Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(fields["title"], "By keyboard")
    qtbot.keyClick(fields["title"], Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is fields["starts_at"]
    qtbot.keyClick(desk, Qt.Key.Key_F6)
    assert QApplication.focusWidget() is desk.list
    qtbot.keyClick(desk, Qt.Key.Key_F6)
    assert QApplication.focusWidget() is desk.page.text
    qtbot.keyClick(desk, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.focusWidget() is desk.list
    qtbot.keyClick(desk, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(settled(desk))
    qtbot.keyClick(desk, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert desk.list.currentIndex().row() == 2
    qtbot.keyClick(desk, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(desk, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(desk, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(settled(desk))
    assert len(titles(library)) == 3 and "By keyboard" in titles(library)
    with qtbot.waitSignal(desk.finished_with):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)


def test_closing_asks_once_where_something_would_be_lost(qtbot, desk: Desk) -> None:
    put(desk, page(porters()), page(certain(1)), page(certain(2)))
    said = answer("Go on here")
    qtbot.keyClick(desk, Qt.Key.Key_Escape)
    assert said[0] == "3 pages are not stored yet."
    assert desk.isVisible()
    answer("Leave anyway")
    with qtbot.waitSignal(desk.finished_with) as finished:
        desk.close()
    assert finished.args[0] == []
    assert not desk.isVisible()


def test_one_untouched_page_is_left_without_a_question(qtbot, desk: Desk) -> None:
    put(desk, page(porters()))
    with qtbot.waitSignal(desk.finished_with):
        desk.reject()


def test_a_pasted_text_is_not_thrown_away_unasked(qtbot, desk: Desk) -> None:
    desk.paste("A pasted page\n\nHeld on 3 May 2024 by the invented Kestrel Vale Network.")
    qtbot.waitUntil(lambda: len(desk.queue.items) == 1)
    said = answer("Leave anyway")
    with qtbot.waitSignal(desk.finished_with):
        desk.reject()
    assert said[0] == "This page is not stored yet."


def test_closing_waits_for_what_is_being_stored(qtbot, desk: Desk, library: Store) -> None:
    put(desk, page(porters()))
    desk.accept_page()
    desk.reject()
    assert desk.isVisible() and "then this closes" in desk.strip.words()
    with qtbot.waitSignal(desk.finished_with) as finished:
        pass
    assert [result.action for result in finished.args[0]] == ["added"]
    assert len(titles(library)) == 1


def test_cancel_leaves_the_rest_waiting(qtbot, desk: Desk, library: Store) -> None:
    put(desk, *(page(certain(number)) for number in range(1, 25)))
    desk.accept_certain()
    job = desk._job
    assert job is not None
    job.cancel()
    qtbot.waitUntil(settled(desk))
    assert len(titles(library)) == states(desk).count("stored") < 24
    assert set(states(desk)) <= {"stored", "waiting"}
    assert desk.certain.isEnabled()
    desk.hide()


def test_reading_can_be_cancelled(qtbot, desk: Desk, sample_page) -> None:
    desk.read([sample_page(f"{number}.txt") for number in range(20)])
    desk.strip.cancel.click()
    qtbot.waitUntil(lambda: desk._reading is None)
    assert len(desk.queue.items) < 20
    desk.hide()


def test_every_widget_has_a_name_in_every_state(qtbot, desk: Desk) -> None:
    assert unnamed(desk) == []
    put(desk, page(porters()), page(week()), page(other()), page(None, "b.html", "It is empty. Save it again."))
    for number in range(4):
        desk.list.choose(number)
        assert unnamed(desk) == []


@pytest.mark.parametrize(
    ("size", "width", "height"), [(100, 1440, 900), (100, 900, 700), (200, 1440, 900), (200, 900, 700)]
)
def test_nothing_is_wider_than_the_window(qtbot, qapp, desk: Desk, size: int, width: int, height: int) -> None:
    dress(qapp, "light", size)
    put(desk, page(long_titled()), page(certain(1)))
    form(desk).form.fields["people"].cards()[2].open()
    desk.resize(width, height)
    column = form(desk).column
    qtbot.waitUntil(lambda: 0 < column.widget().width() <= column.viewport().width())
    assert (desk.width(), desk.height()) == (width, height)
    for button in (desk.skip, desk.certain, desk.accepting):
        assert button.mapTo(desk, button.rect().bottomRight()).x() <= width
    title = form(desk).form.fields["title"]
    assert title.verticalScrollBar().maximum() == 0
    dress(qapp)


def test_a_draft_with_nothing_in_it_can_be_filled_by_hand(qtbot, desk: Desk, library: Store) -> None:
    put(desk, page(Draft("blank.txt")))
    assert not desk.page.isVisible()
    type_anew(form(desk).form.fields["title"], "Filled by hand")
    desk.accept_page()
    qtbot.waitUntil(lambda: titles(library) == ["Filled by hand"])
    qtbot.waitUntil(lambda: not desk.isVisible())
