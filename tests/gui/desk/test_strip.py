# SPDX-License-Identifier: MIT
"""The strip counts, stops and says; nothing in it moves by itself."""

from PySide6.QtCore import Qt

from eqbrief.gui.desk.strip import Strip
from eqbrief.model import Progress
from tests.helpers.named import unnamed


def test_progress_is_counted_and_can_be_stopped(qtbot) -> None:
    strip = Strip()
    qtbot.addWidget(strip)
    strip.show_progress(Progress(2, 12, "Reading page.html"))
    assert strip.words() == "Reading page.html, 3 of 12"
    assert (strip.bar.value(), strip.bar.maximum(), strip.bar.isVisible()) == (2, 12, True)
    with qtbot.waitSignal(strip.cancelled):
        qtbot.mouseClick(strip.cancel, Qt.MouseButton.LeftButton)
    assert unnamed(strip) == []


def test_what_was_done_is_said_without_a_bar(qtbot) -> None:
    strip = Strip()
    qtbot.addWidget(strip)
    strip.show_progress(Progress(0, 0, "Reading"))
    assert strip.isVisible() and not strip.bar.isVisible()
    strip.say("12 added.")
    assert (strip.words(), strip.bar.isVisible(), strip.cancel.isVisible()) == ("12 added.", False, False)
    strip.say("")
    assert not strip.isVisible()
