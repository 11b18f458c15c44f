# SPDX-License-Identifier: MIT
"""From a page's file to an accepted event by keyboard alone: what is doubtful is settled, a field corrected, words of
the page are used, and the event stands in the list with the place of every field."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from eqbrief import store as db
from eqbrief.gui.desk import Desk
from tests.gui.meeting import choosing, meet

ALT, CONTROL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
PLAIN = Qt.KeyboardModifier.NoModifier


def press(name: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN, times: int = 1) -> None:
    """Press a key where the keyboard is, a menu that is open first."""
    for _ in range(times):
        QTest.keyClick(QApplication.activePopupWidget() or QApplication.focusWidget(), name, modifiers)


def said() -> str:
    return QApplication.focusWidget().accessibleName()


def work_through(desk: Desk, qtbot) -> None:
    """Settle the date, correct the publisher, use the series out of the page, and accept."""
    qtbot.waitUntil(lambda: bool(desk.queue.items), timeout=9000)
    assert said() == "Held on"  # the page says Tuesday, and it was a Monday
    press(Qt.Key.Key_F8)
    assert said() == "Publisher"
    press(Qt.Key.Key_F8, SHIFT)
    press(Qt.Key.Key_R, ALT)
    assert said() == "Publisher"
    press(Qt.Key.Key_A, CONTROL)
    QTest.keyClicks(QApplication.focusWidget(), "Larkmoor Alliance for Rest")
    form = desk.sheets.form(0).form
    assert form.counts()[1] == 0

    press(Qt.Key.Key_F6, SHIFT)
    assert said().startswith("The page")
    press(Qt.Key.Key_Home, CONTROL)
    line = desk.page.text.toPlainText().split("\n")[0]
    press(Qt.Key.Key_Right, times=line.index("Fair Shifts"))
    press(Qt.Key.Key_Right, SHIFT, times=len("Fair Shifts"))
    press(Qt.Key.Key_Return, ALT)
    assert isinstance(QApplication.activePopupWidget(), QMenu)
    press(Qt.Key.Key_S)
    assert form.fields["series"].toPlainText() == "Fair Shifts"
    press(Qt.Key.Key_Return, CONTROL)


@pytest.mark.qt_log_ignore("does not support raise", "does not support grabbing", extend=True)
def test_from_file_to_event_without_a_mouse(library, open_window, sample_page, qtbot, monkeypatch):
    window = open_window(library)
    held = "Tuesday 12 June 2023"
    choosing(monkeypatch, sample_page("page.txt", title="What three wards tried first", held=held))
    met = meet(window, Desk, lambda desk: work_through(desk, qtbot))
    QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_N, CONTROL)
    qtbot.waitUntil(lambda: bool(met) and QApplication.activeModalWidget() is None, timeout=9000)

    assert window.listing._head.text() == "1 event"
    event = db.event(library, window.detail.event_id)
    draft = event.draft
    assert (draft.title, draft.starts_at) == ("What three wards tried first", "2023-06-12")
    assert (draft.publisher, draft.series) == ("Larkmoor Alliance for Rest", "Fair Shifts")
    row = library.db.execute("SELECT evidence FROM source WHERE event_id = ?", (event.id,)).fetchone()
    (place,) = json.loads(row["evidence"])["series"]
    assert (place["text"], place["from"], place["confidence"]) == ("Fair Shifts", "chosen", 1.0)
    assert draft.text[place["start"] : place["end"]] == "Fair Shifts"
