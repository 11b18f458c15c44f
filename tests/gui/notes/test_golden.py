# SPDX-License-Identifier: MIT
"""Notes as golden pictures, light and dark: names offered in a note that stands alone, and a note's history."""

import pytest
from PySide6.QtWidgets import QApplication

from eqbrief import store as db
from eqbrief import tasks
from eqbrief.gui.dialogs import HistoryDialog
from eqbrief.model import Filter
from tests.gui.looks import dress
from tests.gui.test_golden import stand_still

BOTH = pytest.mark.parametrize("theme", ["light", "dark"])
SHOWN = "Leading through discomfort"


@BOTH
def test_history(filled_library, open_window, golden, qtbot, theme):
    store = filled_library
    note = db.notes(store, db.event_ids(store, Filter(words=SHOWN))[0])[0]
    text = note.text.replace("asks for more data", "asks for a further paper").replace("Both need the chair. ", "")
    boxes = "- [ ] ask @Kwabena Osei-Larbi for the figures\n- [x] read slide 4\n\n"
    tasks.save_note(store, note.event_id, note.id, text.replace("- Pause formal", f"{boxes}- Pause formal"))
    with store.change() as change:  # or the picture would tell the time
        change.execute("UPDATE revision SET made_at = '2024-05-10T09:12:00Z'")
    window = open_window(store, theme=theme)
    dialog = HistoryDialog(store, window._jobs, note.id, window)
    dialog.resize(1440, 900)
    dialog.show()
    QApplication.focusWidget().clearFocus()
    stand_still(dialog, qtbot)
    golden(dialog, f"history-{theme}")
    dialog.close()
    dialog.deleteLater()
    dress(QApplication.instance())


@BOTH
def test_names_offered_in_a_note_that_stands_alone(filled_library, open_window, golden, qtbot, theme):
    window = open_window(filled_library, theme=theme)
    window.show_event(db.event_ids(filled_library, Filter(words=SHOWN))[0])
    field = window.detail.notes._editors[0].writing
    field.setFocus()
    window.actions_["focus_on_note"].trigger()
    field.setTextCursor(field.document().find("seen"))
    qtbot.keyClicks(field, "@")
    qtbot.waitUntil(lambda: field.offering is not None and field.offering.isVisible())
    field.setCursorWidth(0)
    window.detail.notes.end()
    window.detail.notes.head.tell("Saved 09:12", "good", "check-circle")
    stand_still(window, qtbot)
    golden(window, f"note-alone-{theme}")
    dress(QApplication.instance())
