# SPDX-License-Identifier: MIT
"""What holds for all of the kit at once, seen in the gallery: names, room for every word, reach by Tab."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from eqbrief.gui.kit import Button, Chip, Label
from tests.gui.gallery import left, right
from tests.gui.looks import THEMES, dress, spoken


def shown(qtbot, pane: QWidget, width: int, height: int) -> QWidget:
    """Show a pane at a size."""
    qtbot.addWidget(pane)
    pane.resize(width, height)
    pane.show()
    QApplication.processEvents()
    return pane


@pytest.mark.parametrize("make", [left, right])
def test_everything_that_takes_the_focus_has_a_name(qapp, qtbot, make):
    dress(qapp)
    pane = shown(qtbot, make(), 600, 1300)
    focusable = [each for each in pane.findChildren(QWidget) if each.focusPolicy() != Qt.FocusPolicy.NoFocus]
    inner = [each for each in focusable if each.objectName().startswith("qt_")]
    assert len(focusable) > 5
    assert [each for each in focusable if each not in inner and not spoken(each).strip()] == []


@pytest.mark.parametrize("make", [left, right])
@pytest.mark.parametrize("size", [100, 150, 200])
def test_no_word_is_cut(qapp, qtbot, make, size):
    dress(qapp, "light", size)
    pane = shown(qtbot, make(), 6 * size, 16 * size)
    for label in pane.findChildren(Label):
        if label.isVisible():
            assert label.height() >= label.heightForWidth(label.width()), label.text()
    for each in (*pane.findChildren(Chip), *pane.findChildren(QPushButton)):
        assert each.width() >= each.minimumSizeHint().width(), spoken(each)
        assert each.height() >= each.minimumSizeHint().height(), spoken(each)
    outside = [
        each for each in pane.findChildren(Button) if not pane.rect().contains(each.mapTo(pane, each.rect().center()))
    ]
    assert outside == []


@pytest.mark.parametrize("choice", THEMES)
def test_a_switch_at_run_time_looks_as_if_it_had_always_been_so(qapp, qtbot, choice):
    dress(qapp, "dark" if choice == "light" else "light", 150)
    switched = shown(qtbot, left(), 600, 1100)
    dress(qapp, choice, 100)
    qapp.processEvents()
    fresh = shown(qtbot, left(), 600, 1100)
    switched.resize(600, 1100)
    qapp.processEvents()
    if qapp.focusWidget() is not None:
        qapp.focusWidget().clearFocus()
    a, b = switched.grab().toImage(), fresh.grab().toImage()
    different = sum(a.pixel(x, y) != b.pixel(x, y) for x in range(0, 600, 3) for y in range(0, 1100, 3))
    assert different == 0
