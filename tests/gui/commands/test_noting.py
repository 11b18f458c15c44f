# SPDX-License-Identifier: MIT
"""Commands in a note and on actions, by their keys."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def write(window, text: str):
    window.noting._detail.notes.new_note()
    field = QApplication.focusWidget()
    QTest.keyClicks(field, text)
    return field


def test_the_usual_keys_work_in_a_note(window):
    field = write(window, "wards")
    for name, modifiers, text in (
        (Qt.Key.Key_B, CONTROL, "**wards**"),
        (Qt.Key.Key_B, CONTROL, "wards"),
        (Qt.Key.Key_I, CONTROL, "*wards*"),
        (Qt.Key.Key_I, CONTROL, "wards"),
        (Qt.Key.Key_H, CONTROL | SHIFT, "## wards"),
        (Qt.Key.Key_B, CONTROL | SHIFT, "- wards"),
        (Qt.Key.Key_X, CONTROL | SHIFT, "- [ ] wards"),
        (Qt.Key.Key_X, CONTROL | SHIFT, "- [x] wards"),
    ):
        QTest.keyClick(field, name, modifiers)
        assert field.toPlainText() == text
    QTest.keyClick(field, Qt.Key.Key_Z, CONTROL)
    assert field.toPlainText() == "- [ ] wards"


def test_the_time_is_written_at_the_cursor(window):
    field = write(window, "At ")
    window.actions_["time_stamp"].trigger()
    assert field.toPlainText().startswith("At ") and field.toPlainText()[3:].split()[0].isdecimal()


def test_a_key_begins_an_action_and_another_shows_them_all(window):
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_E, CONTROL | SHIFT)
    assert QApplication.focusWidget() is window.detail.notes.acting.line
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_J, CONTROL | SHIFT)
    assert window.views.view is not None and window.views.view.isVisible()


def test_a_template_is_written_at_the_cursor_filled_in(window):
    field = write(window, "Before ")
    window.noting._insert("Review of a webinar")
    title = window.detail._event.draft.title
    assert field.toPlainText().startswith(f"Before ## Review: {title}\n") and "### Whom to tell" in field.toPlainText()
