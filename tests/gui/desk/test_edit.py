# SPDX-License-Identifier: MIT
"""An event is edited in the same form: only what was changed is written, and leaving asks once."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from eqbrief import store as db
from eqbrief.gui.desk import EditEvent
from eqbrief.gui.jobs import Jobs
from eqbrief.model import Event
from eqbrief.store import Store
from eqbrief.tasks import accept, delete, edit
from tests.gui.desk.drafts import page, porters
from tests.gui.desk.test_fields import type_anew
from tests.gui.desk.working import answer
from tests.gui.looks import dress
from tests.helpers.named import unnamed


@pytest.fixture
def number(library: Store) -> int:
    (added,) = accept(library, page(porters()))
    assert added.event is not None
    return added.event.id


@pytest.fixture
def dialog(qtbot, qapp, library: Store, jobs: Jobs, number: int) -> Iterator[EditEvent]:
    dress(qapp)
    made = EditEvent(library, jobs, now(library, number))
    qtbot.addWidget(made, before_close_func=lambda one: one.hide())
    made.show()
    made.activateWindow()
    return made


def now(library: Store, number: int) -> Event:
    event = db.event(library, number)
    assert event is not None
    return event


def test_the_kept_page_stands_beside_the_fields(dialog: EditEvent) -> None:
    assert dialog.page.text.toPlainText() == porters().text
    dialog.form.fields["starts_at"].setFocus()
    assert [mark.cursor.selectedText() for mark in dialog.page.text.extraSelections()] == ["Wednesday 8 May 2024"]
    assert not dialog.form.is_edited()
    assert unnamed(dialog) == []


def test_only_what_was_changed_is_saved(qtbot, dialog: EditEvent, library: Store, number: int) -> None:
    type_anew(dialog.form.fields["title"], "Another title")
    edit(library, number, replace(now(library, number).draft, publisher="Changed elsewhere"))
    with qtbot.waitSignal(dialog.saved) as saved:
        qtbot.keyClick(dialog, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert saved.args[0] == ["title"]
    event = now(library, number)
    assert (event.draft.title, event.draft.publisher) == ("Another title", "Changed elsewhere")
    assert set(event.edited) == {"title", "publisher"}
    assert replace(event.draft, title=None, publisher=None) == replace(
        now(library, number).draft, title=None, publisher=None
    )
    assert not dialog.isVisible()


def test_saving_without_a_change_writes_nothing(qtbot, dialog: EditEvent, library: Store, number: int) -> None:
    with qtbot.waitSignal(dialog.saved) as saved:
        qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert saved.args[0] == []
    assert now(library, number).edited == ()


def test_an_empty_title_is_refused_in_a_sentence(qtbot, dialog: EditEvent, library: Store, number: int) -> None:
    type_anew(dialog.form.fields["title"], " ")
    dialog.save()
    qtbot.waitUntil(lambda: dialog.sheet.trouble() == "An event needs a title. Type a title, then save again.")
    assert dialog.isVisible() and dialog.saving.isEnabled()
    assert now(library, number).draft.title == "Why experienced porters stay"
    type_anew(dialog.form.fields["published_on"], "whenever")
    dialog.save()
    assert "“whenever” is not a date" in dialog.sheet.trouble()


def test_an_event_that_is_gone_says_so(qtbot, dialog: EditEvent, library: Store, number: int) -> None:
    type_anew(dialog.form.fields["title"], "Into the void")
    delete(library, [number])
    with library.change("event") as change:
        change.execute("DELETE FROM event WHERE id = ?", (number,))
    dialog.save()
    qtbot.waitUntil(lambda: dialog.sheet.trouble() != "")
    assert dialog.isVisible() and dialog.form.fields["title"].toPlainText() == "Into the void"


def test_leaving_asks_once_and_does_what_is_answered(qtbot, dialog: EditEvent, library: Store, number: int) -> None:
    type_anew(dialog.form.fields["title"], "Half done")
    said = answer("Go on editing")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert said[0] == "Your changes are not saved yet."
    assert dialog.isVisible()
    answer("Save")
    with qtbot.waitSignal(dialog.saved):
        dialog.reject()
    assert now(library, number).draft.title == "Half done"


def test_leaving_without_saving_leaves_the_event_alone(qtbot, dialog: EditEvent, library: Store, number: int) -> None:
    type_anew(dialog.form.fields["title"], "Never mind")
    answer("Leave without saving")
    dialog.close()
    assert not dialog.isVisible()
    assert now(library, number).draft.title == "Why experienced porters stay"


def test_leaving_untouched_asks_nothing(qtbot, dialog: EditEvent) -> None:
    dialog.cancel.click()
    assert not dialog.isVisible()


def test_f6_goes_between_page_and_fields(qtbot, dialog: EditEvent) -> None:
    assert QApplication.focusWidget() is dialog.form.fields["title"]
    qtbot.keyClick(dialog, Qt.Key.Key_F6)
    assert QApplication.focusWidget() is dialog.page.text
    qtbot.keyClick(dialog, Qt.Key.Key_F6)
    assert QApplication.focusWidget() is dialog.form.fields["title"]


def test_what_a_person_settled_is_not_asked_again(qtbot, library: Store, jobs: Jobs, number: int) -> None:
    edit(library, number, replace(now(library, number).draft, publisher="Kestrel Vale"))
    dialog = EditEvent(library, jobs, now(library, number))
    qtbot.addWidget(dialog)
    assert dialog.form.counts()[1] == 1
