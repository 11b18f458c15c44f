# SPDX-License-Identifier: MIT
"""One note as it is written: high enough for its text, plain in and out, shared or private for all to see."""

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl

from eqbrief.gui.kit import Button
from eqbrief.gui.notes.editor import NoteEditor
from eqbrief.gui.notes.keeper import Page
from tests.gui.looks import dress

TEXT = "# What we could use\n\n## A sponsor\n- **Name** one *before* training\n> said the ward\n\n" + "words " * 60


@pytest.fixture
def editor(qapp, qtbot):
    dress(qapp)
    made = NoteEditor(Page(1, 2, TEXT, False, TEXT, False), "2023-04-01T09:00:00Z")
    qtbot.addWidget(made)
    made.resize(300, 400)
    made.show()
    return made


def bottom(editor: NoteEditor) -> float:
    """Give where the last line ends, in the coordinates of the visible part."""
    writing = editor.writing
    shown = writing.document().documentLayout().blockBoundingRect(writing.document().lastBlock())
    return shown.bottom() - writing.verticalScrollBar().value()


@pytest.mark.parametrize("size", [100, 150, 200])
def test_every_line_can_be_seen_at_every_size_and_after_a_switch(qapp, editor, qtbot, size):
    dress(qapp, "dark", size)
    qapp.processEvents()
    assert bottom(editor) <= editor.writing.viewport().height()
    editor.resize(520, 900)
    qapp.processEvents()
    assert bottom(editor) <= editor.writing.viewport().height()
    editor.writing.selectAll()
    qtbot.keyClicks(editor.writing, "short")
    assert editor.writing.height() < 160 * size / 100
    dress(qapp)


def test_typing_says_so_and_tab_leaves(editor, qtbot):
    with qtbot.waitSignal(editor.typed) as blocker:
        qtbot.keyClicks(editor.writing, "A")
    assert blocker.args[0].text == "A" + TEXT and blocker.args[0].is_dirty
    assert editor.writing.tabChangesFocus()
    with qtbot.waitSignal(editor.escaped):
        qtbot.keyClick(editor.writing, Qt.Key.Key_Escape)


def test_what_is_pasted_comes_as_plain_text_and_files_do_not_come_at_all(editor):
    rich, files = QMimeData(), QMimeData()
    rich.setHtml("<b>bold</b><img src='file:///etc/passwd'>")
    rich.setText("bold")
    files.setUrls([QUrl.fromLocalFile("/a/deck.pptx")])
    editor.writing.selectAll()
    editor.writing.insertFromMimeData(rich)
    assert editor.writing.toPlainText() == "bold"
    assert editor.writing.canInsertFromMimeData(rich)
    assert not editor.writing.canInsertFromMimeData(files)


def test_shared_or_private_is_always_shown_and_said(editor, qtbot):
    kind = next(each for each in editor.findChildren(Button) if each.text() == "Shared")
    assert kind.accessibleName() == "Shared: this note may go into a briefing"
    with qtbot.waitSignals([editor.typed, editor.left]):
        qtbot.mouseClick(kind, Qt.MouseButton.LeftButton)
    assert kind.text() == "Private" and editor.page.private and editor.page.is_dirty
    assert kind.accessibleName() == "Private: this note never leaves unless chosen by hand"


def test_what_another_process_wrote_is_taken_unless_something_is_being_written(editor, qtbot):
    editor.take("Written elsewhere", True)
    assert editor.writing.toPlainText() == "Written elsewhere" and not editor.page.is_dirty
    qtbot.keyClicks(editor.writing, "Mine. ")
    editor.take("Elsewhere again", False)
    assert editor.writing.toPlainText() == "Mine. Written elsewhere"


def test_a_megabyte_is_taken(editor, qtbot):
    big = QMimeData()
    big.setText("what the wards said\n" * 50_000)
    editor.writing.selectAll()
    editor.writing.insertFromMimeData(big)
    assert len(editor.page.text) == 1_000_000


def test_a_megabyte_in_many_lines_is_taken_and_the_field_becomes_small_again(editor):
    text = "\n".join(
        f"Line {n} of what somebody copied out of a long report on rotas and on rest." for n in range(14_000)
    )
    mime = QMimeData()
    mime.setText(text)
    editor.writing.selectAll()
    editor.writing.insertFromMimeData(mime)
    assert editor.page.text == text and len(text) > 1_000_000
    assert editor.writing.verticalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAsNeeded
    editor.writing.setPlainText("short again")
    assert editor.writing.verticalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    assert editor.writing.height() < 200
