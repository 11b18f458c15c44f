# SPDX-License-Identifier: MIT
"""From the list to a Word document by keyboard alone: gathered, ordered, written in, saved, and read back."""

from pathlib import Path

import docx
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from eqbrief import store as db
from eqbrief.gui.briefing import saving
from eqbrief.tasks import briefing as tasks

ALT, CONTROL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
PLAIN = Qt.KeyboardModifier.NoModifier


def press(name: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN, times: int = 1) -> None:
    for _ in range(times):
        QTest.keyClick(QApplication.activePopupWidget() or QApplication.focusWidget(), name, modifiers)
        QApplication.processEvents()  # no hand is so fast that fields which just came are not laid out yet


def write(words: str) -> None:
    QTest.keyClicks(QApplication.focusWidget(), words)


def tab_to(name: str, most: int = 60) -> None:
    for _ in range(most):
        if QApplication.focusWidget().accessibleName() == name:
            return
        press(Qt.Key.Key_Tab)
    raise AssertionError(f"Tab does not lead to {name}")


def test_a_briefing_is_gathered_written_and_saved(window, filled_library, qtbot, tmp_path: Path, monkeypatch) -> None:
    for one in db.briefings(filled_library):
        tasks.delete_briefing(filled_library, one.id)
    window.listing.focus_list()
    press(Qt.Key.Key_Down, SHIFT, times=2)
    press(Qt.Key.Key_G, CONTROL)
    qtbot.waitUntil(lambda: window.status._said.text().startswith("3 added to “Briefing”"))

    press(Qt.Key.Key_G, CONTROL | SHIFT)
    view = window.views.view
    qtbot.waitUntil(lambda: view._made is not None and view.outline.hasFocus(), timeout=9000)
    tab_to("Title")
    press(Qt.Key.Key_A, CONTROL)
    write("Herons at the board")
    press(Qt.Key.Key_Escape)
    assert view.outline.hasFocus()

    press(Qt.Key.Key_Down)  # the summary
    press(Qt.Key.Key_Return)
    assert QApplication.focusWidget().accessibleName() == "Heading"
    write("In short")
    press(Qt.Key.Key_Tab)
    write("Three events agree.")
    press(Qt.Key.Key_Escape)

    press(Qt.Key.Key_Down, times=2)  # the first event
    first, second, third = [piece.record for piece in view.briefing.pieces]
    press(Qt.Key.Key_Down, ALT)
    assert [piece.record for piece in view.briefing.pieces] == [second, first, third]
    press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget().accessibleName() == "Heading", "Tab goes on as the eye does"
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Delete)
    assert [piece.record for piece in view.briefing.pieces] == [second, first]
    qtbot.waitUntil(lambda: not view._saving and view._made.of == view.briefing, timeout=9000)

    target = tmp_path / "Herons.docx"
    monkeypatch.setattr(saving, "choose_target", lambda *words: target)
    tab_to("Save Word document")
    press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "Saved 'Herons.docx'" in window.status._said.text(), timeout=20_000)
    lines = [one.text for one in docx.Document(str(target)).paragraphs]
    titles = [line for line in lines if line in [db.event(filled_library, n).draft.title for n in numbers(view)]]
    assert lines[0] == "Herons at the board" and "In short" in lines and "Three events agree." in lines
    assert titles[-2:] == [db.event(filled_library, number).draft.title for number in numbers(view)]


def numbers(view) -> list[int]:
    found = db.events_by_uid(view._store, list(view.briefing.events()))
    return [found[uid] for uid in view.briefing.events()]
