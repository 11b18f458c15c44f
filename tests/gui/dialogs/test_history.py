# SPDX-License-Identifier: MIT
"""The history of a note beside what it is, restored beside it; and deleted notes brought back."""

import pytest
from PySide6.QtCore import Qt

from eqbrief import store as db
from eqbrief import tasks
from eqbrief.gui.dialogs import DeletedNotesDialog, HistoryDialog
from eqbrief.gui.jobs import Jobs
from eqbrief.gui.notes.signs import box_of
from tests.gui.looks import dress
from tests.store.filling import add_event, note


@pytest.fixture
def jobs(library, qapp):
    dress(qapp)
    made = Jobs(library)
    yield made
    made.shutdown()
    made.deleteLater()


@pytest.fixture
def written(library):
    """Give an event with a note that was shorter, then longer than it is."""
    event = add_event(library)
    number = note(library, event, "Ask the wards")
    long = "Ask the wards about beds\n\n" + "and much more " * 40
    tasks.save_note(library, event, number, long)
    tasks.save_note(library, event, number, "Ask the wards about rotas")
    return event, number, long


def test_an_earlier_state_stands_beside_the_note_and_is_restored_beside_it(library, jobs, written, qtbot):
    event, number, long = written
    dialog = HistoryDialog(library, jobs, number)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.shown() == (long, "Ask the wards about rotas")
    qtbot.keyClick(dialog._list, Qt.Key.Key_Down)
    assert dialog.shown()[0] == "Ask the wards"
    with qtbot.waitSignal(dialog.restored):
        dialog._restore.click()
    assert [one.text for one in db.notes(library, event)] == ["Ask the wards about rotas", "Ask the wards"]
    assert "below this one" in dialog.said()
    tasks.undo(library)
    assert len(db.notes(library, event)) == 1


def test_what_went_and_what_came_is_marked(library, jobs, written, qtbot):
    _, number, _ = written
    dialog = HistoryDialog(library, jobs, number)
    qtbot.addWidget(dialog)
    marked = [one.cursor.selectedText() for one in dialog._now.field.extraSelections()]
    assert marked == ["rotas"] and dialog._now.field.extraSelections()[0].format.fontUnderline()
    assert dialog._now.field.accessibleDescription() == "1 place put in since"


def test_states_look_as_they_are_read_and_no_key_changes_them(library, jobs, qtbot):
    event = add_event(library)
    number = note(library, event, "## Head 🙂\n- [ ] ask **Ada**")
    tasks.save_note(library, event, number, "## Head 🙂\n- [x] ask **Ada** now")
    dialog = HistoryDialog(library, jobs, number)
    qtbot.addWidget(dialog)
    dialog.show()
    field = dialog._now.field
    assert [one.cursor.selectedText() for one in field.extraSelections()] == ["x", "now"]
    stars = field.document().find("**").block().layout().formats()
    assert any(not one.format.foreground().color().alpha() for one in stars)
    field.setFocus()
    field.moveCursor(field.textCursor().MoveOperation.End)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Delete, Qt.Key.Key_A):
        qtbot.keyClick(field, key)
    box = box_of(field, field.document().findBlockByNumber(1))
    qtbot.mouseClick(field.viewport(), Qt.MouseButton.LeftButton, pos=box.center().toPoint())
    assert dialog.shown() == ("## Head 🙂\n- [ ] ask **Ada**", "## Head 🙂\n- [x] ask **Ada** now")


def test_a_note_without_a_past_says_so(library, jobs, qtbot):
    dialog = HistoryDialog(library, jobs, note(library, add_event(library), "New"))
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog._list.isVisible() and not dialog._restore.isVisible()


def test_a_deleted_note_is_brought_back(library, jobs, written, qtbot):
    event, number, _ = written
    tasks.delete_note(library, number)
    dialog = DeletedNotesDialog(library, jobs)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog._back.click()
    qtbot.waitUntil(lambda: len(db.notes(library, event)) == 1 and not dialog._back.isEnabled())
    assert dialog.said() == "Brought back." and dialog._none.isVisible()
