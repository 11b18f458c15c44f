# SPDX-License-Identifier: MIT
"""The actions below the notes: ticked, written, edited, deleted, by keyboard; and no line lost on closing."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from eqbrief import store as db
from eqbrief import tasks
from eqbrief.gui.acting import ActionsSection
from eqbrief.gui.jobs import Jobs
from eqbrief.model import UserError
from tests.gui.looks import dress
from tests.store.filling import act, add_event

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def jobs(library):
    made = Jobs(library)
    yield made
    made.shutdown()
    made.deleteLater()


@pytest.fixture
def section(library, jobs, qapp, qtbot):
    """Show the section beside a field, following the library as the detail does."""
    dress(qapp)
    around = QWidget()
    qtbot.addWidget(around)
    layout = QVBoxLayout(around)
    made = ActionsSection(library, jobs, lambda: "Nadia Example")
    layout.addWidget(made)
    layout.addWidget(QLineEdit(objectName="elsewhere"))
    around.resize(360, 700)
    around.show()
    around.activateWindow()
    qtbot.waitUntil(around.isActiveWindow)
    jobs.changed.connect(lambda _t: made._event_id and made.refresh(db.actions_of(library, made._event_id)))
    yield made
    made._pause.stop()


def show(section: ActionsSection, event: int) -> None:
    section.show_event(event, db.actions_of(section._store, event))


def listed(library) -> list[tuple[str, str | None, str | None]]:
    return [(action.text, action.owner, action.due) for action in tasks.list_actions(library, done=True)]


def test_a_line_and_enter_make_an_action_with_owner_and_day(section, library, qtbot):
    event = add_event(library)
    show(section, event)
    section.begin()
    qtbot.keyClicks(section.line, "Ask for the guide by 14 March 2031 @me ")
    qtbot.keyClick(section.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: listed(library) == [("Ask for the guide", "Nadia Example", "2031-03-14")])
    qtbot.waitUntil(lambda: len(section.rows) == 1)
    assert section.line.text() == "" and section.line.hasFocus()
    assert section.rows[0]._text.accessibleName() == "Ask for the guide, Nadia Example · due 14 March 2031"


def test_a_tick_is_done_and_an_outcome_may_be_given(section, library, qtbot):
    event = add_event(library)
    number = act(library, event, "Ask for the guide")
    show(section, event)
    section.rows[0]._box.setFocus()
    qtbot.keyClick(section.rows[0]._box, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: section.rows[0]._outcome is not None)
    qtbot.keyClicks(section.rows[0]._outcome, "It came")
    qtbot.keyClick(section.rows[0]._outcome, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: tasks.acting.action(library, number).outcome == "It came")
    assert tasks.acting.action(library, number).state == "done"
    tasks.undo(library)
    tasks.undo(library)
    assert tasks.acting.action(library, number).state == "open"


def test_enter_on_the_text_edits_it_and_esc_leaves_it_as_it_was(section, library, qtbot):
    event = add_event(library)
    act(library, event, "Ask for the guide", due="2031-03-14")
    show(section, event)
    row = section.rows[0]
    row.focus_text()
    qtbot.keyClick(row._text, Qt.Key.Key_Return)
    assert row._line.text() == "Ask for the guide by 14 March 2031" and row._line.hasFocus()
    row._line.setText("Something else")
    qtbot.keyClick(row._line, Qt.Key.Key_Escape)
    assert listed(library) == [("Ask for the guide", None, "2031-03-14")] and row._text.hasFocus()
    qtbot.keyClick(row._text, Qt.Key.Key_F2)
    row._line.setText("Ask twice by 1 April 2031 @Ada")
    qtbot.keyClick(row._line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: listed(library) == [("Ask twice", "Ada", "2031-04-01")])
    qtbot.waitUntil(lambda: section.rows[0].action.text == "Ask twice")


def test_delete_takes_it_away_and_undo_brings_it_back(section, library, qtbot):
    event = add_event(library)
    act(library, event, "One")
    act(library, event, "Two")
    show(section, event)
    section.rows[0].focus_text()
    qtbot.keyClick(section.rows[0]._text, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: [row.action.text for row in section.rows] == ["Two"])
    assert section.rows[0]._text.hasFocus()
    tasks.undo(library)
    qtbot.waitUntil(lambda: [row.action.text for row in section.rows] == ["One", "Two"])


def test_what_comes_in_while_a_row_is_written_in_waits_and_then_stands_there(section, library, qtbot):
    event = add_event(library)
    act(library, event, "One")
    show(section, event)
    section.rows[0].edit()
    act(library, event, "Two")
    qtbot.wait(50)
    assert len(section.rows) == 1 and section.rows[0].is_writing
    qtbot.keyClick(section.rows[0]._line, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(section.rows) == 2)


def test_a_line_that_was_begun_stands_there_again_after_another_event_and_after_closing(section, library, qtbot):
    first, second = add_event(library, 1), add_event(library, 2)
    show(section, first)
    section.begin()
    qtbot.keyClicks(section.line, "Ask Ada")
    assert db.jotting(library, first) == ""
    show(section, second)
    assert section.line.text() == ""
    qtbot.waitUntil(lambda: db.jotting(library, first) == "Ask Ada")
    show(section, first)
    assert section.line.text() == "Ask Ada"
    qtbot.keyClicks(section.line, " now")
    assert section.save_now() is None and db.jotting(library, first) == "Ask Ada now"


def test_a_line_is_kept_on_a_pause_and_on_leaving(section, library, qtbot):
    event = add_event(library)
    show(section, event)
    section.begin()
    qtbot.keyClicks(section.line, "Ask Ada")
    assert section._pause.isActive() and section._pause.interval() == 800
    section.window().findChild(QLineEdit, "elsewhere").setFocus()
    qtbot.waitUntil(lambda: db.jotting(library, event) == "Ask Ada", timeout=500)


def test_what_is_edited_when_the_window_closes_is_kept(section, library, qtbot):
    event = add_event(library)
    act(library, event, "One")
    tasks.finish_action(library, act(library, event, "Two"))
    show(section, event)
    section._toggle_done()
    section.rows[0].edit()
    section.rows[0]._line.setText("One more")
    assert section.save_now() is None
    assert listed(library) == [("One more", None, None), ("Two", None, None)]
    qtbot.keyClick(section.rows[0]._line, Qt.Key.Key_Escape)
    section.rows[1].ask_outcome()
    section.rows[1]._outcome.setText("It came")
    assert section.save_now() is None
    assert tasks.list_actions(library, done=True)[1].outcome == "It came"


def test_a_line_that_could_not_be_kept_is_kept_as_soon_as_it_can_be(section, library, qtbot, monkeypatch):
    event = add_event(library)
    show(section, event)
    troubles = [UserError("The disk is full.", "Make room.")]
    keep = tasks.keep_typed

    def failing(*words):
        if troubles:
            raise troubles.pop()
        keep(*words)

    monkeypatch.setattr(tasks, "keep_typed", failing)
    section.begin()
    qtbot.keyClicks(section.line, "Ask Ada")
    section.flush()
    qtbot.waitUntil(lambda: not troubles)
    assert section.line.text() == "Ask Ada"
    qtbot.waitUntil(lambda: db.jotting(library, event) == "Ask Ada", timeout=3000)


def test_names_of_the_library_are_offered_behind_the_sign_and_tab_takes_one(section, library, qtbot):
    event = add_event(library)
    show(section, event)
    section.begin()
    qtbot.keyClicks(section.line, "Ring @ra")
    assert section.line.offered() == ["Rafiq Umberley 1"]
    qtbot.keyClick(section.line, Qt.Key.Key_Tab)
    assert section.line.text() == "Ring @Rafiq Umberley 1 " and section.line.offered() == []
    assert QApplication.focusWidget() is section.line
    qtbot.keyClicks(section.line, "x@ra")
    assert section.line.offered() == []


def test_done_ones_are_out_of_sight_until_they_are_asked_for(section, library):
    event = add_event(library)
    tasks.finish_action(library, act(library, event, "One"), "It came")
    act(library, event, "Two")
    show(section, event)
    assert [row.action.text for row in section.rows] == ["Two"] and section._done.text() == "Show 1 done"
    section._done.click()
    assert [row.action.text for row in section.rows] == ["Two", "One"]
    assert "It came" in section.rows[1]._text.accessibleName()


def test_a_line_is_whole_for_who_comes_back_before_it_is_on_the_disk(section, library, qtbot):
    first, second = add_event(library, 1), add_event(library, 2)
    show(section, first)
    qtbot.keyClicks(section.line, "Ask")
    show(section, second)
    show(section, first)
    qtbot.keyClicks(section.line, " Ada")
    assert section.line.text() == "Ask Ada"
    show(section, second)
    assert section.save_now() is None and db.jotting(library, first) == "Ask Ada"
