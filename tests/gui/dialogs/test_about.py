# SPDX-License-Identifier: MIT
from importlib.metadata import version

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from eqbrief.gui.dialogs import AboutDialog
from eqbrief.gui.dialogs.about import Unfolding
from eqbrief.gui.kit import Button, Label, reading_width
from tests.gui.dialogs.test_settings import named


def test_it_names_the_version_first_and_folds_the_licences(shown):
    dialog = shown(AboutDialog())
    assert dialog.windowTitle() == "About EqBrief"
    assert dialog.findChildren(Label)[0].text() == f"EqBrief {version('eqbrief')}"
    listed = dialog.findChildren(Unfolding)
    assert [one.title.accessibleName().partition(":")[0] for one in listed] == ["EqBrief", "Built with", "Fonts"]
    assert not any(one.text.isVisible() for one in listed)
    for one, words in zip(
        listed, ("Permission is hereby granted", "sqlite-utils", "SIL OPEN FONT LICENSE"), strict=True
    ):
        one.title.click()
        assert one.text.isVisible() and words in one.text.toPlainText()
        assert one.text.maximumWidth() == reading_width()
    listed[0].title.click()
    assert not listed[0].text.isVisible()


def test_the_text_can_be_selected_with_the_keyboard(shown, qtbot):
    dialog = shown(AboutDialog())
    first = dialog.findChildren(Unfolding)[0]
    qtbot.keyClick(first.title, Qt.Key.Key_Space)
    first.text.setFocus()
    qtbot.keyClick(first.text, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(first.text, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert "Permission is hereby granted" in QApplication.clipboard().text()


def test_the_version_can_be_copied_for_a_report(shown):
    dialog = shown(AboutDialog())
    named(dialog, Button, "Copy the version").click()
    assert QApplication.clipboard().text().startswith(f"EqBrief {version('eqbrief')}, Python 3.")
