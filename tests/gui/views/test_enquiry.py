# SPDX-License-Identifier: MIT
"""The table of an enquiry in the window goes into a briefing by a button, and several answers one by one."""

from PySide6.QtWidgets import QPushButton

from eqbrief import store as db
from eqbrief.gui.sidebar import Place
from eqbrief.tasks import enquiring


def test_answers_are_added_to_the_briefing(window, filled_library, qtbot) -> None:
    made = enquiring.enquire(filled_library, "What was asked about nights?", "night kind:question")
    rows = len(db.enquiry_rows(filled_library, made.id))
    before = len(db.current_briefing(filled_library).pieces)
    window.sidebar.choose(Place(made.name, "enquiry", id=made.id))
    (button,) = [one for one in window.views.view.findChildren(QPushButton) if one.text() == "Add to briefing"]
    button.click()
    qtbot.waitUntil(lambda: len(db.current_briefing(filled_library).pieces) == before + 1)
    table = db.current_briefing(filled_library).pieces[-1]
    assert (table.kind, table.record) == ("table", made.uid) and rows > 1
    window.views.view.table.selectAll()
    window.briefings.add_to_briefing()
    qtbot.waitUntil(lambda: len(db.current_briefing(filled_library).pieces) == before + 1 + rows)
    qtbot.waitUntil(lambda: window.status._said.text().startswith(f"{rows} added to “"))
