# SPDX-License-Identifier: MIT
"""The builder as golden pictures, light and dark: look at each when you change it."""

from dataclasses import replace

from PySide6.QtWidgets import QApplication

from eqbrief import store as db
from eqbrief.model import Filter
from eqbrief.tasks import briefing as briefings
from tests.gui.looks import dress
from tests.gui.test_golden import BOTH, SHOWN, settle

QUESTIONS = ("How does a chair tell useful discomfort from harm?", "When is it right to ask for more data?")


@BOTH
def test_briefing(filled_library, open_window, golden, qtbot, theme):
    """A briefing of two events, a passage of a note and two questions, one of its sections chosen."""
    store = filled_library
    wanted = db.event_ids(store, Filter(words=SHOWN))[0]
    number = briefings.new_briefing(
        store,
        "Talking about race at the board: what two events tell us",
        pieces=briefings.pieces_of_events(store, [wanted, db.event_ids(store, Filter())[0]]),
    )
    event = db.event(store, wanted)
    assert event is not None
    pieces = [briefings.note_piece(event, event.notes[0]), *(briefings.question_piece(event, q) for q in QUESTIONS)]
    briefings.add_pieces(store, pieces)
    briefings.change(store, number, lambda one: replace(one, audience="the steering group", date="2024-03-01"))
    window = open_window(store, theme=theme)
    window.open_chosen()
    window.briefings.open_briefing()
    view = window.views.view
    qtbot.waitUntil(lambda: view._made is not None, timeout=9000)
    view.outline.choose(view.briefing.sections[1].uid)
    settle(window, qtbot)
    golden(window, f"briefing-{theme}")
    dress(QApplication.instance())
