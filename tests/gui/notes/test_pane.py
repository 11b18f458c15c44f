# SPDX-License-Identifier: MIT
"""The notes beside an event: every way in which they are saved, and every character in the right note."""

import random
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from eqbrief import store as db
from eqbrief import tasks
from eqbrief.gui.jobs import Jobs
from eqbrief.gui.kit import Banner, IconButton
from eqbrief.gui.notes import NotesPane
from eqbrief.model import UserError
from tests.gui.looks import dress
from tests.store.filling import add_event

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def jobs(library):
    made = Jobs(library)
    yield made
    made.shutdown()
    made.deleteLater()


@pytest.fixture
def pane(library, jobs, qapp, qtbot):
    """Show the notes pane beside a field, in a window that has the attention."""
    dress(qapp)
    around = QWidget()
    qtbot.addWidget(around)
    layout = QVBoxLayout(around)
    made = NotesPane(library, jobs)
    layout.addWidget(made)
    layout.addWidget(QLineEdit(objectName="elsewhere"))
    around.resize(360, 700)
    around.show()
    around.activateWindow()
    qtbot.waitUntil(around.isActiveWindow)
    yield made
    made.end()


def show(pane: NotesPane, event: int) -> None:
    pane.show_event(event, db.notes(pane._store, event))


def texts(pane: NotesPane, event: int) -> list[str]:
    return [note.text for note in db.notes(pane._store, event)]


def shown(pane: NotesPane) -> list[str]:
    return [editor.writing.toPlainText() for editor in pane._editors]


def write(pane: NotesPane, qtbot, text: str, note: int = 0) -> None:
    pane._editors[note].writing.setFocus()
    qtbot.keyClicks(pane._editors[note].writing, text)


def test_a_note_is_saved_when_typing_pauses(pane, library, qtbot):
    event = add_event(library)
    show(pane, event)
    write(pane, qtbot, "Ask the wards")
    assert pane.head.state.text() == "Not saved yet" and texts(pane, event) == []
    assert pane._pause.isActive() and pane._pause.interval() == 800
    qtbot.waitUntil(lambda: pane.head.state.text().startswith("Saved "))
    assert texts(pane, event) == ["Ask the wards"] and shown(pane) == ["Ask the wards"]
    assert pane.head.sign.isVisible()


def test_who_types_on_without_a_pause_is_saved_within_five_seconds(pane, library, qtbot):
    event = add_event(library)
    show(pane, event)
    write(pane, qtbot, "A")
    assert pane._latest.interval() + 500 < 5000
    pane._latest.start(300)
    for _ in range(12):
        qtbot.wait(50)
        write(pane, qtbot, "a")
    assert pane._pause.isActive() and texts(pane, event)[0].startswith("Aa")


def test_a_note_is_saved_when_its_field_is_left(pane, library, qtbot):
    event = add_event(library)
    show(pane, event)
    write(pane, qtbot, "Ask")
    pane.window().findChild(QLineEdit, "elsewhere").setFocus()
    assert not pane._pause.isActive()
    qtbot.waitUntil(lambda: texts(pane, event) == ["Ask"], timeout=400)


def test_a_note_is_saved_when_another_event_is_shown(pane, library, qtbot):
    first, second = add_event(library, 1), add_event(library, 2)
    show(pane, first)
    write(pane, qtbot, "On the first")
    show(pane, second)
    assert shown(pane) == [""]
    write(pane, qtbot, "On the second")
    show(pane, first)
    assert shown(pane) == ["On the first"]
    qtbot.waitUntil(lambda: texts(pane, second) == ["On the second"])
    assert texts(pane, first) == ["On the first"]


def test_a_note_is_saved_when_the_window_closes(pane, library, qtbot):
    event = add_event(library)
    show(pane, event)
    write(pane, qtbot, "The last word")
    assert pane.save_now() is None
    assert texts(pane, event) == ["The last word"]


def test_every_character_lands_in_the_right_note_however_fast_one_goes_through_the_events(pane, library, jobs, qtbot):
    events = [add_event(library, number) for number in range(1, 51)]
    chance, typed = random.Random(4), dict.fromkeys(events, "")
    for turn in range(150):
        event = chance.choice(events)
        show(pane, event)
        words = f"{turn} " + "abc"[: chance.randint(0, 3)]
        writing = pane._editors[-1].writing
        writing.setFocus()
        qtbot.keyClick(writing, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
        qtbot.keyClicks(writing, words)
        typed[event] += words
        if turn % 7 == 0:
            QApplication.processEvents()
    pane.flush()
    qtbot.waitUntil(lambda: not pane.keeper.unsaved)
    found = {event: "".join(texts(pane, event)) for event in events}
    assert found == typed
    assert max(len(texts(pane, event)) for event in events) == 1


def test_the_cursor_goes_along_to_the_next_event(pane, library, qtbot):
    first, second = add_event(library, 1), add_event(library, 2)
    tasks.new_note(library, second, "Here already. ")
    show(pane, first)
    write(pane, qtbot, "One")
    show(pane, second)
    assert QApplication.focusWidget() is pane._editors[0].writing
    qtbot.keyClicks(QApplication.focusWidget(), "Two")
    assert shown(pane) == ["Here already. Two"]


def test_several_notes_stand_below_each_other_and_the_new_one_has_the_cursor(pane, library, qtbot):
    event = add_event(library)
    tasks.new_note(library, event, "First")
    show(pane, event)
    pane.new_note()
    assert QApplication.focusWidget() is pane._editors[1].writing
    qtbot.keyClicks(QApplication.focusWidget(), "Second")
    pane.flush()
    qtbot.waitUntil(lambda: texts(pane, event) == ["First", "Second"])
    pane.refresh(db.notes(library, event))
    assert shown(pane) == ["First", "Second"] and QApplication.focusWidget() is pane._editors[1].writing
    pane.new_note()
    pane.new_note()
    assert len(pane._editors) == 3


def test_the_notice_of_its_own_save_changes_nothing_under_the_cursor(pane, library, jobs, qtbot):
    event = add_event(library)
    show(pane, event)
    jobs.changed.connect(lambda _tables: pane.refresh(db.notes(library, event)))
    for part in ("Ask ", "the ", "wards"):
        qtbot.keyClicks(pane._editors[-1].writing, part)
        pane.flush()
        qtbot.waitUntil(lambda: not pane.keeper.waiting)
        assert len(pane._editors) == 1
    assert shown(pane) == ["Ask the wards"] and texts(pane, event) == ["Ask the wards"]


def test_what_another_process_writes_is_shown_and_never_over_ones_own_words(pane, library, qtbot):
    event = add_event(library)
    number = tasks.new_note(library, event, "Before")
    show(pane, event)
    script = (
        "import sys; from pathlib import Path; from eqbrief.store import Store; from eqbrief import tasks;"
        "s = Store.open(Path(sys.argv[1])); tasks.save_note(s, 1, int(sys.argv[2]), sys.argv[3]); s.close()"
    )

    def elsewhere(text: str) -> None:
        command = [sys.executable, "-c", script, str(library.folder), str(number), text]
        subprocess.run(command, check=True, cwd=ROOT)
        pane.refresh(db.notes(library, event))

    elsewhere("From the command line")
    assert shown(pane) == ["From the command line"]
    write(pane, qtbot, "Mine. ")
    elsewhere("Once more")
    assert shown(pane) == ["Mine. From the command line"]
    pane.flush()
    qtbot.waitUntil(lambda: not pane.keeper.unsaved)
    assert texts(pane, event) == ["Mine. From the command line"]


def test_a_failed_save_says_what_to_do_and_keeps_the_words(pane, library, qtbot):
    event = add_event(library)
    show(pane, event)
    write(pane, qtbot, "Ask")
    pane.keeper.state.emit("failed", UserError("The disk of 'library' is full.", "Make room."))
    banner = pane.findChild(Banner)
    assert pane.head.state.text() == "Not saved"
    qtbot.waitUntil(banner.isVisible)
    pane.keeper.state.emit("saving", None)
    assert banner.isVisible()
    pane.flush()
    qtbot.waitUntil(lambda: pane.head.state.text().startswith("Saved"))
    qtbot.waitUntil(lambda: pane.findChild(Banner) is None)
    assert shown(pane) == ["Ask"]


def test_taking_the_typing_back_leaves_nothing_to_save(pane, library, qtbot):
    event = add_event(library)
    tasks.new_note(library, event, "Ask")
    show(pane, event)
    write(pane, qtbot, "x")
    qtbot.keyClick(pane._editors[0].writing, Qt.Key.Key_Backspace)
    assert pane.head.state.text() == "" and pane.keeper.unsaved == ()


def test_deleting_by_hand_and_bringing_it_back(pane, library, jobs, qtbot):
    event = add_event(library)
    tasks.new_note(library, event, "First")
    tasks.new_note(library, event, "Second")
    show(pane, event)
    jobs.changed.connect(lambda _tables: pane.refresh(db.notes(library, event)))
    write(pane, qtbot, "Not saved yet. ")
    trash = next(each for each in pane._editors[0].findChildren(IconButton))
    trash.setFocus()
    qtbot.mouseClick(trash, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: shown(pane) == ["Second"])
    assert QApplication.focusWidget() is pane._editors[0].writing
    tasks.undo(library)
    qtbot.waitUntil(lambda: shown(pane) == ["Not saved yet. First", "Second"])


def test_an_empty_new_note_can_be_put_away(pane, library, qtbot):
    event = add_event(library)
    tasks.new_note(library, event, "First")
    show(pane, event)
    pane.new_note()
    qtbot.mouseClick(pane._editors[1].findChildren(IconButton)[0], Qt.MouseButton.LeftButton)
    assert shown(pane) == ["First"] and texts(pane, event) == ["First"]


def test_nothing_is_shown_without_an_event(pane, library, qtbot):
    pane.new_note()
    assert shown(pane) == []
    event = add_event(library)
    show(pane, event)
    pane.leave()
    pane.reveal(99)
    show(pane, event)
    assert shown(pane) == [""]


def test_a_key_makes_an_action_of_a_line_and_ticking_either_ticks_both(pane, library, jobs, qtbot):
    event = add_event(library)
    show(pane, event)
    jobs.changed.connect(lambda _t: pane.refresh(db.notes(library, event), db.actions_of(library, event)))
    write(pane, qtbot, "Before")
    qtbot.keyClick(pane.writing, Qt.Key.Key_Return)
    qtbot.keyClicks(pane.writing, "ask Ada by 14 March 2031")
    pane.make_action()
    qtbot.waitUntil(lambda: [row.action.text for row in pane.acting.rows] == ["ask Ada"])
    assert texts(pane, event) == ["Before\n- [ ] ask Ada by 14 March 2031"]
    pane.acting.rows[0]._box.click()
    qtbot.waitUntil(lambda: "[x]" in pane.writing.toPlainText())
    pane.writing.setFocus()
    pane.writing.tick(pane.writing.document().findBlockByNumber(1), False)
    pane.flush()
    qtbot.waitUntil(lambda: [action.state for action in db.actions_of(library, event)] == ["open"])


def test_a_tick_made_elsewhere_while_one_types_is_taken_and_no_word_is_lost(pane, library, jobs, qtbot):
    event = add_event(library)
    number = tasks.new_note(library, event, "- [ ] ask Ada\nand ")
    action = tasks.action_from_line(library, number, "ask Ada")
    show(pane, event)
    jobs.changed.connect(lambda _t: pane.refresh(db.notes(library, event), db.actions_of(library, event)))
    pane.writing.setFocus()
    qtbot.keyClick(pane.writing, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(pane.writing, "more")
    tasks.finish_action(library, action)
    qtbot.waitUntil(lambda: pane.writing.toPlainText() == "- [x] ask Ada\nand more")
    pane.flush()
    qtbot.waitUntil(lambda: texts(pane, event) == ["- [x] ask Ada\nand more"])
    assert tasks.acting.action(library, action).state == "done"


def test_what_an_action_came_from_is_shown(pane, library, qtbot):
    event = add_event(library)
    number = tasks.new_note(library, event, "first\n- [ ] ask Ada")
    tasks.action_from_line(library, number, "ask Ada")
    pane.show_event(event, db.notes(library, event), db.actions_of(library, event))
    pane.acting.grounds_wanted.emit(pane.acting.rows[0].action)
    assert pane.writing.hasFocus() and pane.writing.textCursor().selectedText() == "ask Ada"


def test_a_note_says_what_it_is_tied_to_and_the_chip_leads_there(pane, library, qtbot):
    event = add_event(library)
    tasks.new_note(library, event, "On beginning", tie=tasks.tie_question(library, event, 2))
    show(pane, event)
    chip = pane._editors[0]._tied
    qtbot.waitUntil(chip.isVisible)
    assert chip.text() == "Question 2"
    with qtbot.waitSignal(pane.tie_wanted) as heard:
        qtbot.keyClick(chip, Qt.Key.Key_Space)
    assert heard.args[1].number == 2


def test_a_new_note_is_tied_to_what_is_on_show(pane, library, qtbot):
    event = add_event(library)
    tasks.new_note(library, event, "First")
    show(pane, event)
    pane.new_tie = lambda: tasks.tie_question(library, event, 1)
    pane.new_note()
    qtbot.keyClicks(pane.writing, "On it")
    pane.flush()
    qtbot.waitUntil(lambda: len(texts(pane, event)) == 2)
    assert [note.tie and note.tie.number for note in db.notes(library, event)] == [None, 1]


def test_what_is_pasted_is_whole_though_the_notes_are_built_anew_meanwhile(pane, library, qtbot):
    from PySide6.QtCore import QMimeData

    event = add_event(library)
    tasks.new_note(library, event, "First. ")
    show(pane, event)
    field = pane._editors[0].writing
    field.setFocus()
    long = QMimeData()
    long.setText("word " * 12_000)
    field.moveCursor(field.textCursor().MoveOperation.End)
    field.insertFromMimeData(long)
    assert field.pasting._place is not None
    tasks.new_note(library, event, "From the command line")
    pane.refresh(db.notes(library, event))
    assert shown(pane)[0] == "First. " + "word " * 12_000
    pane.save_now()
    assert texts(pane, event)[0] == "First. " + "word " * 12_000
