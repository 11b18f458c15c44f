# SPDX-License-Identifier: MIT
"""What notes name is gone to from the note, and found from the page of what is named."""

from eqbrief import store as db
from eqbrief import tasks
from eqbrief.gui.detail.mentioned import MentionRow
from eqbrief.gui.detail.parts import NameLink
from eqbrief.model import Filter


def open_at(window, words: str) -> None:
    field = window.detail.notes._editors[-1].writing
    field.setFocus()
    field.setTextCursor(field.document().find(words))
    window.actions_["open_named"].trigger()


def test_names_lead_from_a_note_to_what_they_stand_for(window, filled_library, qtbot):
    store = filled_library
    first, second = db.event_ids(store, Filter())[:2]
    title = db.event(store, second).draft.title
    person = db.people(store)[0]
    topic = db.all_named(store, "topic")[0].name.replace(" ", "-")
    tasks.new_note(store, first, f"Ask @{person.name}\nabout #{topic}\nat [[{title}]]")
    window.show_event(first)
    open_at(window, "[[")
    qtbot.waitUntil(lambda: window.detail.event_id == second)
    window.show_event(first)
    open_at(window, "@")
    qtbot.waitUntil(lambda: window.detail.names.shown == ("person", person.id))
    window.show_event(first)
    open_at(window, "#")
    qtbot.waitUntil(lambda: window.listing.place.filter.scope == "topic")


def test_an_event_and_a_person_show_the_notes_that_name_them(window, filled_library, qtbot):
    store = filled_library
    first, second = db.event_ids(store, Filter())[:2]
    event, person = db.event(store, second), db.people(store)[0]
    tasks.new_note(store, first, f"- [ ] ask @{person.name} about [[{event.draft.title}]]")
    window.show_event(second)
    window.detail.choose_tab("overview")
    qtbot.waitUntil(lambda: window.detail._column.findChild(MentionRow) is not None)
    row = window.detail._column.findChild(MentionRow)
    row.findChild(NameLink).click()
    assert window.detail.event_id == first
    window.show_name("person", person.id)
    qtbot.waitUntil(lambda: window.detail.names.notes.findChild(MentionRow) is not None)
