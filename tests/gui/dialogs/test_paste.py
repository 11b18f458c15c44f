# SPDX-License-Identifier: MIT
import time

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from eqbrief.gui.dialogs import PasteDialog
from eqbrief.gui.kit import Button
from tests.gui.dialogs.test_settings import named

SENTENCE = "A plainly invented sentence about an event that nobody held. "


def test_text_is_given_back_as_it_was_pasted(shown, qtbot):
    dialog = shown(PasteDialog())
    read = named(dialog, Button, "Read this text")
    assert not read.isEnabled()
    QApplication.clipboard().setText("Keeping porters in post\n\n14 May 2024")
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert dialog.text() == "Keeping porters in post\n\n14 May 2024"
    assert read.isEnabled()
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.result() == PasteDialog.DialogCode.Accepted


def test_enter_alone_is_a_new_line(shown, qtbot):
    dialog = shown(PasteDialog())
    qtbot.keyClicks(dialog.focusWidget(), "One")
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.text() == "One\n"


def test_markup_on_the_clipboard_comes_as_plain_text(shown, qtbot):
    both = QMimeData()
    both.setText("Bold words")
    both.setHtml("<b>Bold</b> words<img src='file:///etc/hostname'>")
    QApplication.clipboard().setMimeData(both)
    dialog = shown(PasteDialog())
    named(dialog, Button, "Paste").click()
    assert dialog.text() == "Bold words"


def test_a_megabyte_does_not_hang(shown, qtbot):
    paragraphs = "\n".join(SENTENCE * 4 for _ in range(4400))
    one_line = SENTENCE * 17_000
    for text in (paragraphs, one_line):
        assert len(text) > 1_000_000
        dialog = shown(PasteDialog())
        field = dialog.findChild(QPlainTextEdit)
        began = time.perf_counter()
        field.setPlainText(text)
        field.repaint()
        assert dialog.text() == text
        assert time.perf_counter() - began < 5
        dialog.close()
