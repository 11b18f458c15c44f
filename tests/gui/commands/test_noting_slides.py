# SPDX-License-Identifier: MIT
"""What is on show beside a note is put into it: a slide's title, its picture."""

from eqbrief import store as db
from eqbrief.model import Filter


def test_title_and_picture_of_the_slide_on_show_are_put_in(window, filled_library, qtbot):
    (deck,) = [deck for deck in db.decks_here(filled_library) if deck.offered.title == "Night staff wellbeing 110624"]
    window.show_event(deck.event_id)
    said = []
    window.detail.said.connect(said.append)
    window.actions_["insert_slide_title"].trigger()
    assert said == ["View a deck first: F5 shows the event's first one here"]
    window.detail.show_deck(deck.id, 5)
    viewer = window.detail.showing.viewer
    qtbot.waitUntil(lambda: viewer.number == 5 and viewer.drawn.nearest(5) is not None, timeout=20000)
    window.detail.notes.new_note()
    field = window.detail.notes.writing
    window.actions_["insert_slide_title"].trigger()
    assert "[[slide 5 of Night staff wellbeing 110624]]" in field.toPlainText()
    window.actions_["insert_slide_picture"].trigger()
    qtbot.waitUntil(lambda: "![Slide 5 of" in field.toPlainText(), timeout=9000)
    (file,) = (filled_library.folder / "pictures").iterdir()
    assert file.read_bytes().startswith(b"\x89PNG") and file.name == "Night staff wellbeing 110624 slide 5.png"


def test_in_the_note_on_a_person_a_command_writes_there_and_never_into_the_event_left_before(
    window, filled_library, qtbot
):
    event = db.event_ids(filled_library, Filter())[0]
    window.show_event(event)
    before = window.detail.notes.writing.toPlainText()
    window.show_name("person", db.people(filled_library)[0].id)
    window.actions_["time_stamp"].trigger()  # no note has the keyboard: nothing is written
    notes = window.detail.names.notes
    window.detail.names._tabs.choose("notes")
    notes.new_note()
    field = notes.editors[-1].writing
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClicks(field, "word")
    window.actions_["bold"].trigger()
    assert field.toPlainText() == "**word**"
    window.show_event(event)
    assert window.detail.notes._editors[0].writing.toPlainText() == before
