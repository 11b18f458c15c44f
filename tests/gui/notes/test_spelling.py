# SPDX-License-Identifier: MIT
"""Words that are misspelt: underlined once somebody pauses, never while they are typed; others offered."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from eqbrief.files import Settings
from eqbrief.files.settings import save_settings
from eqbrief.gui.dialogs import SettingsDialog
from eqbrief.gui.jobs import Jobs
from eqbrief.gui.notes.aids import Aids
from eqbrief.gui.notes.writing import Writing
from eqbrief.gui.theme import colour
from eqbrief.tasks import spelling
from eqbrief.tasks.spelling import Speller
from tests.gui.looks import colours, dress, near
from tests.tasks.test_spelling import Few


@pytest.fixture
def jobs(library):
    made = Jobs(library)
    yield made
    made.shutdown()
    made.deleteLater()


@pytest.fixture
def enter(library, jobs, qapp, qtbot, monkeypatch):
    """Give a function that enters a new field in which spelling may be looked at."""
    monkeypatch.setattr(spelling, "speller", lambda: Speller(Few(), "en_GB"))
    dress(qapp)
    kept = []

    def make() -> Writing:
        field = Writing("Note")
        qtbot.addWidget(field)
        kept.append(field)
        field.aids = Aids(library, jobs, field)
        field.aids.attach(field, None)
        field.resize(420, 300)
        field.show()
        field.activateWindow()
        field.setFocus()
        qtbot.waitUntil(field.hasFocus)
        return field

    return make


def red(field) -> int:
    return near(colours(field.viewport()), colour("danger").name(), reach=40)


def test_a_wrong_word_is_underlined_once_the_cursor_has_left_it(enter, qtbot):
    field = enter()
    qtbot.waitUntil(lambda: field.aids.spelling.speller is not None)
    qtbot.keyClicks(field, "ask the wrads")
    qtbot.wait(600)
    assert red(field) == 0
    qtbot.keyClicks(field, " about rest")
    qtbot.waitUntil(lambda: red(field) > 10)
    field.document().setModified(False)
    assert field.toPlainText() == "ask the wrads about rest" and not field.document().isModified()


def test_others_are_offered_taken_as_one_step_of_undo_ignored_and_learnt(enter, qtbot):
    field = enter()
    qtbot.waitUntil(lambda: field.aids.spelling.speller is not None)
    field.setPlainText("🙂 ask the wrads about xyzzy")
    at = field.textCursor()
    at.setPosition(13)
    menu = QMenu()
    qtbot.addWidget(menu)
    menu.addAction("Paste")
    field.aids.spelling.offer(field, menu, field.cursorRect(at).center())
    texts = [action.text() for action in menu.actions()]
    assert texts[0] == "wards" and texts[-1] == "Paste"
    assert "Ignore “wrads”" in texts and "Add “wrads” to your words" in texts
    menu.actions()[0].trigger()
    assert field.toPlainText() == "🙂 ask the wards about xyzzy"
    field.undo()
    assert field.toPlainText() == "🙂 ask the wrads about xyzzy"
    next(action for action in menu.actions() if action.text().startswith("Add")).trigger()
    again = QMenu()
    qtbot.addWidget(again)
    field.aids.spelling.offer(field, again, field.cursorRect(at).center())
    assert again.actions() == []


def test_the_next_wrong_word_is_gone_to_and_said(enter, qtbot):
    field, said = enter(), []
    field.aids.said.connect(said.append)
    qtbot.waitUntil(lambda: field.aids.spelling.speller is not None)
    field.setPlainText("ask the wrads\nabout xyzzy")
    for _ in range(3):
        field.aids.spelling.next_wrong(field)
    assert [one.split(":")[0] for one in said] == ["“wrads”", "“xyzzy”", "“wrads”"]
    assert field.textCursor().selectedText() == "wrads"


def test_one_setting_puts_it_off(enter, qtbot):
    save_settings(Settings(spelling=False))
    field, said = enter(), []
    field.aids.said.connect(said.append)
    field.setPlainText("ask the wrads about rest")
    qtbot.wait(600)
    assert red(field) == 0 and field.aids.spelling.speller is None
    field.aids.spelling.next_wrong(field)
    assert said == ["Spelling is not checked: see Settings"]
    assert Settings.load().spelling is False


def test_settings_say_where_there_is_no_dictionary(library, qapp, qtbot, monkeypatch):
    from eqbrief.gui.dialogs import settings

    dress(qapp)
    for known in (None, "en_GB"):
        monkeypatch.setattr(settings, "language", lambda known=known: known)
        dialog = SettingsDialog(Settings(), library.folder)
        qtbot.addWidget(dialog)
        assert dialog.spelling.isEnabled() == (known is not None)
        applied = []
        dialog.applied.connect(applied.append)
        dialog.spelling.setChecked(False)
        assert applied[-1].spelling is False


def test_a_field_without_a_dictionary_shows_nothing(library, jobs, qapp, qtbot, monkeypatch, enter):
    monkeypatch.setattr(spelling, "speller", lambda: None)
    field = enter()
    field.setPlainText("ask the wrads about rest")
    qtbot.wait(300)
    menu = QMenu()
    qtbot.addWidget(menu)
    field.aids.spelling.offer(field, menu, QPoint(5, 5))
    assert red(field) == 0 and menu.actions() == []
