# SPDX-License-Identifier: MIT
import subprocess
import sys

import pytest
from PySide6.QtCore import QRect, QRectF
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from eqbrief.gui.kit import ReadingText
from eqbrief.gui.theme import themes
from eqbrief.gui.theme.focus import RingFrame, ring_rect
from tests.gui.looks import THEMES, colours, dress, near


def window_with(qtbot, *widgets: QWidget) -> QWidget:
    """Show widgets in a window that has the attention."""
    window = QWidget()
    qtbot.addWidget(window)
    rows = QVBoxLayout(window)
    for widget in widgets:
        rows.addWidget(widget)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def test_the_ring_is_around_whatever_has_the_focus_in_every_theme(qapp, qtbot):
    dress(qapp, "light")
    field, button, text = QLineEdit(), QPushButton("Go"), ReadingText("Page")
    text.set_plain("Words to read.")
    window = window_with(qtbot, field, button, text)
    for choice in THEMES:
        dress(qapp, choice)
        for widget in (field, button, text):
            widget.setFocus()
            outside = widget.geometry().adjusted(-2, -2, 2, 2)
            line = window.grab(QRect(outside.x() + 8, outside.y(), outside.width() - 16, 2)).toImage()
            seen = {line.pixelColor(x, 0).name() for x in range(line.width())}
            assert seen == {themes()[choice].ring.lower()}, (choice, widget)


def test_the_ring_goes_with_its_window_and_comes_again_in_the_next(qapp, qtbot):
    dress(qapp, "light")
    for _ in range(3):
        field = QLineEdit()
        window = window_with(qtbot, field)
        field.setFocus()
        frame = window.findChild(RingFrame)
        assert frame is not None and frame.isVisible() and frame.widget() is field
        window.close()
        window.setParent(None)
        window.deleteLater()
        qapp.sendPostedEvents(None, 52)


def test_without_focus_there_is_no_ring(qapp, qtbot):
    dress(qapp, "light")
    field = QLineEdit()
    window = window_with(qtbot, field)
    field.setFocus()
    field.clearFocus()
    assert not window.findChild(RingFrame).isVisible()
    assert near(colours(window), themes()["light"].ring) == 0


def test_the_ring_stays_within_what_can_be_seen():
    assert ring_rect(QRect(0, 0, 100, 40), QRect(2, -5, 90, 200)) == QRectF(3, 1, 88, 38)


ENDS = {
    "one left open": "",
    "one to be deleted": "window.deleteLater(); del window",
    "one deleted, one left open": "window.deleteLater(); app.sendPostedEvents(None, 52); settle(); window = make()",
    "its field deleted": "window.findChild(QLineEdit).deleteLater(); app.sendPostedEvents(None, 52)",
}
PROGRAM = """
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from eqbrief.gui.theme import ThemeManager
app = QApplication([]); manager = ThemeManager(app); manager.apply("light")
def settle():
    for _ in range(5): app.processEvents()
def make():
    window = QWidget(); field = QLineEdit(); QVBoxLayout(window).addWidget(field)
    window.show(); window.activateWindow(); field.setFocus(); settle()
    assert app.focusWidget() is field
    return window
window = make()
"""


@pytest.mark.parametrize("how", ENDS)
def test_a_program_with_a_ring_ends_in_peace_however_its_windows_go(how):
    # Styles and frames that outlive each other in the wrong order abort a process at its very end.
    program = PROGRAM + ENDS[how]
    assert subprocess.run([sys.executable, "-c", program], check=False, timeout=60).returncode == 0
