# SPDX-License-Identifier: MIT
"""Templates of notes edited where they stand; what ships is never lost."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from eqbrief import store as db
from eqbrief.gui.dialogs import templates as dialogs
from eqbrief.gui.dialogs.templates import TemplatesDialog
from eqbrief.model import UserError
from eqbrief.tasks.templates import is_own, own_templates, read_template, save_template, templates
from tests.store.filling import add_event

SHIPS = "Review of a webinar"


@pytest.fixture
def dialog(library, shown):
    return shown(TemplatesDialog(db.event(library, add_event(library))))


def test_a_change_is_kept_and_the_one_that_ships_comes_back(dialog, qtbot):
    first = read_template(SHIPS)
    assert dialog.text.toPlainText() == first and not dialog._drop.isVisible()
    dialog.text.setFocus()
    qtbot.keyClicks(dialog.text, "Mine. ")
    dialog._list.setFocus()
    qtbot.waitUntil(lambda: is_own(SHIPS))
    assert read_template(SHIPS) == f"Mine. {first}" and dialog._list.current().line.startswith("Yours, in place")
    assert dialog._drop.isVisible() and dialog._drop.text() == "Put back what ships"
    dialog._drop.click()
    assert not is_own(SHIPS) and read_template(SHIPS) == first == dialog.text.toPlainText()


def test_one_of_ones_own_is_made_kept_on_closing_and_removed(dialog, qtbot, monkeypatch):
    monkeypatch.setattr(dialogs, "ask_line", lambda *_: "Call")
    dialog._make()
    assert dialog._list.current_key() == "Call" and dialog.text.hasFocus()
    QTest.keyClick(dialog.text, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(dialog.text, "with {panel}")
    QTest.keyClick(dialog.text, Qt.Key.Key_Escape)
    assert not dialog.isVisible() and read_template("Call") == "## {title}\n\nwith {panel}"
    dialog._remove()
    assert list(templates()) == [SHIPS]
    dialog._make()
    dialog._make()
    assert "already" in dialog.said()


def test_the_preview_shows_what_it_comes_to_for_an_event(dialog):
    dialog._tabs.choose("preview")
    assert "Kinder rotas 1" in dialog.preview.toPlainText() and "{" not in dialog.preview.toPlainText()


def test_without_an_event_the_preview_says_so(library, shown):
    empty = shown(TemplatesDialog(None))
    empty._tabs.choose("preview")
    assert "no event yet" in empty.preview.toPlainText()


def test_what_cannot_be_kept_is_said_and_stays_on_the_screen(dialog, qtbot):
    own_templates().parent.mkdir(parents=True, exist_ok=True)
    own_templates().write_bytes(b"in the way")
    dialog.text.setFocus()
    qtbot.keyClicks(dialog.text, "Mine")
    dialog.accept()
    assert dialog.isVisible() and dialog.said() and dialog.text.toPlainText().startswith("Mine")
    own_templates().unlink()
    dialog.accept()
    assert not dialog.isVisible() and read_template(SHIPS).startswith("Mine")


def test_a_name_that_no_file_can_have_is_refused(library):
    with pytest.raises(UserError):
        save_template("a/b", "text")
