# SPDX-License-Identifier: MIT
"""What holds for every dialog: names, Esc, no word cut at 200 %, reach by Tab, colours of the theme."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QScrollArea, QWidget

from eqbrief.gui.kit import Button, Label
from eqbrief.gui.kit.lines import LineList
from eqbrief.gui.theme import theme_in_use
from tests.gui.dialogs.making import fill, makers
from tests.gui.looks import THEMES, colours, dress, near
from tests.helpers.named import unnamed

NAMES = ("settings", "about", "help", "crash", "backups", "restore", "check", "libraries", "new-library", "palette",
         "address", "paste", "learnt", "templates", "deleted-notes")  # fmt: skip
AT_REST = {"check", "backups", "learnt"}


@pytest.fixture
def make(library, jobs, shown, qtbot):
    """Give a function that shows a dialog by its name, once what it reads has come."""
    fill(library)

    def show(name: str) -> QDialog:
        made = makers(library, jobs)
        assert set(made) == set(NAMES)
        dialog = shown(made[name]())
        if name in AT_REST:
            qtbot.waitUntil(lambda: any(each.lines() for each in dialog.findChildren(LineList)))
        return dialog

    return show


@pytest.mark.parametrize("name", NAMES)
def test_everything_that_takes_the_focus_has_a_name(make, name):
    dialog = make(name)
    assert unnamed(dialog) == []
    assert dialog.windowTitle().endswith("EqBrief")


@pytest.mark.parametrize("name", NAMES)
def test_esc_closes(make, name, qtbot):
    dialog = make(name)
    qtbot.keyClick(QApplication.focusWidget() or dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert dialog.result() == QDialog.DialogCode.Rejected


@pytest.mark.parametrize("name", NAMES)
def test_tab_goes_through_all_and_comes_round(make, name, qtbot):
    dialog = make(name)
    focus = dialog.focusWidget()
    assert focus is not None
    seen: list[QWidget] = []
    while focus not in seen:
        seen.append(focus)
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
        focus = dialog.focusWidget()
        assert len(seen) < 40
    wanted = {
        each
        for each in dialog.findChildren(Button)
        if each.isVisible() and each.isEnabled() and each.focusPolicy() != Qt.FocusPolicy.NoFocus
    }
    assert wanted <= set(seen)


@pytest.mark.parametrize("name", NAMES)
def test_no_word_is_cut_at_twice_the_size(qapp, make, name):
    dress(qapp, "light", 200)
    dialog = make(name)
    room = dialog.screen().availableSize()
    assert dialog.width() <= room.width()
    assert dialog.height() <= room.height()
    for label in dialog.findChildren(Label):
        if label.isVisible():
            assert label.height() >= label.heightForWidth(label.width()), label.text()
    for button in dialog.findChildren(Button):
        if button.isVisible():
            assert button.width() >= button.sizeHint().width(), button.accessibleName()
            assert whole(button), button.accessibleName()


def whole(button: QAbstractButton) -> bool:
    """Say whether a button lies within everything that holds it, up to its window or what scrolls."""
    parent = button.parentWidget()
    while parent is not None and not isinstance(parent.parentWidget(), QScrollArea):
        if not parent.rect().contains(button.rect().translated(button.mapTo(parent, button.rect().topLeft()))):
            return False
        parent = None if parent.isWindow() else parent.parentWidget()
    return True


@pytest.mark.parametrize("choice", THEMES)
@pytest.mark.parametrize("name", ["settings", "backups", "palette"])
def test_it_wears_the_theme(qapp, make, name, choice):
    dress(qapp, choice)
    dialog = make(name)
    theme = theme_in_use()
    seen = colours(dialog)
    ground = near(seen, theme.bg, 0) + near(seen, theme.card, 0)
    assert ground > 0.5 * dialog.width() * dialog.height()
    assert near(seen, theme.text) > 50
