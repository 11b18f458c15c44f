# SPDX-License-Identifier: MIT
from importlib.metadata import version

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from eqbrief.gui.dialogs import AboutDialog
from eqbrief.gui.kit import Button, Label, ReadingText
from tests.gui.dialogs.test_settings import named


def test_it_names_version_and_licences_from_the_top(shown):
    dialog = shown(AboutDialog())
    assert dialog.findChildren(Label)[0].text() == f"EqBrief {version('eqbrief')}"
    text = dialog.findChild(ReadingText)
    words = text.toPlainText()
    assert words.index("MIT License") < words.index("Built with") < words.index("SIL OPEN FONT LICENSE")
    assert "sqlite-utils" in words
    assert text.verticalScrollBar().value() == 0


def test_the_text_can_be_selected_with_the_keyboard(shown, qtbot):
    dialog = shown(AboutDialog())
    text = dialog.findChild(ReadingText)
    text.setFocus()
    qtbot.keyClick(text, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(text, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert "Permission is hereby granted" in QApplication.clipboard().text()


def test_the_version_can_be_copied_for_a_report(shown):
    dialog = shown(AboutDialog())
    named(dialog, Button, "Copy the version").click()
    assert QApplication.clipboard().text().startswith(f"EqBrief {version('eqbrief')}, Python 3.")
