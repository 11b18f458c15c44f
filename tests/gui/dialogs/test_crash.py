# SPDX-License-Identifier: MIT
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from eqbrief.gui.dialogs import CrashReport
from eqbrief.gui.kit import Button, Label
from tests.gui.dialogs.test_settings import named

REPORT = "EqBrief 0.1.0 met a fault.\n\nKeyError\n  eqbrief/gui/window.py, line 12, in MainWindow.begin\n"


def test_it_says_first_that_nothing_is_lost(shown):
    dialog = shown(CrashReport(REPORT))
    words = [label.text() for label in dialog.findChildren(Label) if label.isVisible()]
    assert words[0] == "EqBrief has met a fault"
    assert words[1].startswith("Your notes have been saved.")


def test_it_does_not_claim_what_is_not_so(shown):
    dialog = shown(CrashReport(REPORT, saved=False))
    words = [label.text() for label in dialog.findChildren(Label) if label.isVisible()]
    assert words[1].startswith("What you typed last could not be saved.")


def test_the_report_can_be_read_and_copied_but_not_changed(shown):
    dialog = shown(CrashReport(REPORT))
    text = dialog.findChild(QPlainTextEdit)
    assert text.toPlainText() == REPORT
    assert text.isReadOnly()
    named(dialog, Button, "Copy the report").click()
    assert QApplication.clipboard().text() == REPORT
    assert dialog.said() == "The report is on the clipboard."
