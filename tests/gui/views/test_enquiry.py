# SPDX-License-Identifier: MIT
"""The table of an enquiry in the window: its answers are gathered for a briefing by a button."""

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
    qtbot.waitUntil(lambda: len(db.current_briefing(filled_library).pieces) == before + rows)
    qtbot.waitUntil(lambda: f"{rows} answer" in window.status._said.text())
    assert rows > 1
