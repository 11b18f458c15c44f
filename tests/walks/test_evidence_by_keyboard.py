# SPDX-License-Identifier: MIT
"""From an event to the board's paper by keyboard alone: tagged, seen in the grid, briefed, opened again, undone."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from eqbrief import store as db
from eqbrief.gui.detail.naming.asking import ChooseDialog
from eqbrief.gui.sidebar import EVIDENCE
from eqbrief.model import Filter, Piece
from eqbrief.tasks import briefing
from tests.gui.meeting import meet

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
PLAIN = Qt.KeyboardModifier.NoModifier
PAY = "Develop and implement an improvement plan to eliminate pay gaps"


def press(name: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
    """Press a key where the keyboard is."""
    QTest.keyClick(QApplication.focusWidget(), name, modifiers)


def plans_in_briefing(store) -> list[Piece]:
    return [one for one in db.current_briefing(store).pieces if one.kind == "plan"]


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_an_event_becomes_evidence_and_goes_into_a_briefing(window, filled_library, tmp_path: Path, qtbot):
    number = db.event_ids(filled_library, Filter(words="From data to decisions"))[0]
    window.listing.choose_id(number)
    window.listing.focus_list()

    def answer(dialog: ChooseDialog) -> None:
        QTest.keyClicks(dialog._field, "pay gaps")
        QTest.keyClick(dialog._field, Qt.Key.Key_Return)

    meet(window, ChooseDialog, answer)
    press(Qt.Key.Key_M, CONTROL)
    qtbot.waitUntil(lambda: any(tag.action == "3" for tag in db.tags(filled_library, event_id=number)), timeout=9000)

    window.activateWindow()  # as a window manager does once the dialog is gone
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    press(Qt.Key.Key_M, CONTROL | SHIFT)
    view = window.views.view
    qtbot.waitUntil(lambda: window.views.place == EVIDENCE and view._suggestions is not None, timeout=9000)
    assert QApplication.focusWidget() is view.table
    press(Qt.Key.Key_Home, CONTROL)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    assert view.table.current().action.title == PAY
    qtbot.waitUntil(lambda: len(view.side.evidence) == 1)

    press(Qt.Key.Key_G, CONTROL)
    qtbot.waitUntil(lambda: len(plans_in_briefing(filled_library)) == 1)
    kept = db.current_briefing(filled_library)
    written = briefing.issue(filled_library, kept.id, tmp_path / "board.md")
    text = written.file.read_text(encoding="utf-8")
    assert f"Action 3: {PAY}" in text
    assert "From data to decisions" in text.split(f"Action 3: {PAY}")[1]

    press(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is view.side.evidence[0].link
    press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: window.detail.event_id == number, timeout=9000)
    press(Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: not plans_in_briefing(filled_library))
    press(Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: all(tag.action != "3" for tag in db.tags(filled_library)))
