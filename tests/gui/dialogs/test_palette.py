# SPDX-License-Identifier: MIT
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QMainWindow

from eqbrief.gui.actions import Action
from eqbrief.gui.dialogs import CommandPalette
from eqbrief.gui.dialogs.palette import plain
from eqbrief.gui.kit.lines import LineList
from tests.gui.dialogs.making import actions

UNDO = Action("Undo", "arrow-counter-clockwise", "Event", "Take back the last change.", "Ctrl+Z")
STAR = Action("Star", "star", "Event", "Star the event, or take its star away.", "Ctrl+D")
ADD = Action("Add pages…", "file-plus", "Library", "Bring in events from saved pages.", "Ctrl+N")


@pytest.fixture
def window(qtbot):
    made = QMainWindow()
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    return made


@pytest.fixture
def ran():
    return []


@pytest.fixture
def three(window, ran):
    made = []
    for told in (ADD, STAR, UNDO):
        item = QAction(told.text, window)
        item.setShortcut(told.shortcut)
        item.triggered.connect(lambda _on=False, name=told.text: ran.append(name))
        made.append((told, item))
    return made


def test_type_and_enter_runs_the_best(window, three, ran, shown, qtbot):
    palette = shown(CommandPalette(three, window))
    qtbot.keyClicks(palette.focusWidget(), "sta")
    qtbot.keyClick(palette.focusWidget(), Qt.Key.Key_Return)
    assert not palette.isVisible()
    qtbot.waitUntil(lambda: ran == ["Star"])


def test_arrows_choose_while_typing_goes_on(window, three, ran, shown, qtbot):
    palette = shown(CommandPalette(three, window))
    field = palette.focusWidget()
    assert isinstance(field, QLineEdit)
    qtbot.keyClick(field, Qt.Key.Key_Down)
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert palette.findChild(LineList).current().title == "Undo"
    qtbot.keyClick(field, Qt.Key.Key_Up)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: ran == ["Star"])


def test_the_command_runs_after_the_palette_is_gone(window, three, shown, qtbot):
    palette = shown(CommandPalette(three, window))
    seen = []
    three[0][1].triggered.connect(lambda: seen.append(palette.isVisible()))
    qtbot.keyClick(palette.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: seen == [False])


def test_what_cannot_be_done_now_stands_last_and_does_nothing(window, three, ran, shown, qtbot):
    three[1][1].setEnabled(False)
    palette = shown(CommandPalette(three, window))
    lines = palette.findChild(LineList).lines()
    assert [line.title for line in lines] == ["Add pages…", "Undo", "Star"]
    assert lines[-1].off
    assert "not available now" in lines[-1].sentence
    qtbot.keyClicks(palette.focusWidget(), "star")
    qtbot.keyClick(palette.focusWidget(), Qt.Key.Key_Return)
    assert palette.isVisible()
    qtbot.wait(20)
    assert ran == []


def test_a_reader_hears_what_enter_would_run(window, three, shown, qtbot):
    palette = shown(CommandPalette(three, window))
    qtbot.keyClicks(palette.focusWidget(), "undo")
    assert palette.focusWidget().accessibleDescription().startswith("Undo, Event, Take back the last change, Ctrl+Z")
    qtbot.keyClicks(palette.focusWidget(), "xyz")
    assert palette.focusWidget().accessibleDescription() == "No command fits."
    qtbot.keyClick(palette.focusWidget(), Qt.Key.Key_Return)
    assert palette.isVisible()


def test_a_changed_text_is_found_as_it_is_shown(window, three, shown, qtbot):
    three[2][1].setText("Undo: Topic “Health && care”")
    palette = shown(CommandPalette(three, window))
    qtbot.keyClicks(palette.focusWidget(), "& care")
    assert [line.title for line in palette.findChild(LineList).lines()] == ["Undo: Topic “Health & care”"]


def test_it_stands_near_the_top_in_the_middle_of_the_window(window, three, shown):
    palette = shown(CommandPalette(three, window))
    over = window.geometry()
    assert abs(palette.geometry().center().x() - over.center().x()) <= 1
    assert over.y() < palette.y() < over.y() + over.height() // 3


def test_every_command_of_the_window_is_found_by_its_name(window, shown, qtbot):
    every = actions(window)
    palette = shown(CommandPalette(every, window))
    field = palette.findChild(QLineEdit)
    assert len(every) > 20
    for _told, made in every:
        field.setText(plain(made.text()))
        assert palette.findChild(LineList).current().title == plain(made.text())


def test_signs_of_a_mnemonic_are_left_out():
    assert plain("&Open") == "Open"
    assert plain("Health && care") == "Health & care"
