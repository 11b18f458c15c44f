# SPDX-License-Identifier: MIT
import pytest
from PySide6.QtCore import Qt

from eqbrief import store as db
from eqbrief import tasks
from eqbrief.files import Settings
from eqbrief.gui.dialogs import LearntDialog, SettingsDialog
from eqbrief.gui.dialogs.learnt import rule_lines
from eqbrief.gui.kit import Button, EmptyState
from eqbrief.gui.kit.lines import LineList
from eqbrief.model import Rule
from tests.gui.dialogs.making import RULES


@pytest.fixture
def open_dialog(library, jobs, shown, qtbot):
    """Give a function that keeps rules, shows the dialog, and waits until it has read them."""

    def show(*rules: Rule) -> LearntDialog:
        with library.change("rule") as change:
            for rule in rules:
                db.add_rule(change, rule)
        dialog = shown(LearntDialog(library, jobs))
        none = dialog.findChild(EmptyState)
        qtbot.waitUntil(lambda: bool(titles(dialog)) or none.isVisible())
        return dialog

    return show


def titles(dialog: LearntDialog) -> list[str]:
    return [line.title for line in dialog.findChild(LineList).lines()]


def remove(dialog: LearntDialog) -> Button:
    return next(each for each in dialog.findChildren(Button) if each.accessibleName().startswith("Remove"))


def test_before_anything_was_learnt_it_says_how_that_comes(open_dialog):
    dialog = open_dialog()
    assert dialog.findChild(EmptyState).accessibleName() == "Nothing learnt yet"
    assert not remove(dialog).isEnabled()


def test_rules_stand_below_their_site_with_what_they_were_learnt_from(open_dialog):
    dialog = open_dialog(*RULES)
    assert titles(dialog)[:3] == [
        "norstrand.example",
        "The title is what stands in the part “entry”.",
        "Panellists stand after “Voices”.",
    ]
    line = dialog.findChild(LineList).lines()[1].line
    assert line.startswith("“Norstrand Alliance” became “Rotas that let us sleep” · learnt ")


def test_a_rule_is_removed_by_the_delete_key_and_the_next_is_current(library, open_dialog, qtbot):
    dialog = open_dialog(*RULES)
    view = dialog.findChild(LineList)
    assert remove(dialog).accessibleName() == "Remove"
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: len(titles(dialog)) == 4)
    assert view.current().title == "Panellists stand after “Voices”."
    assert view.hasFocus()
    assert dialog.said() == "Removed. Its pages are read without this rule from now on. Undo brings it back."
    assert len(db.rules(library)) == 2
    tasks.undo(library)
    assert [rule.what for rule in db.rules(library)] == [rule.what for rule in RULES]


def test_all_of_a_site_is_removed_at_once(library, open_dialog, qtbot):
    dialog = open_dialog(*RULES)
    dialog.findChild(LineList).step(-1)
    assert remove(dialog).accessibleName() == "Remove all of this site"
    remove(dialog).click()
    qtbot.waitUntil(lambda: len(titles(dialog)) == 2)
    assert [rule.site for rule in db.rules(library)] == ["pebbleway.example"]
    remove(dialog).click()
    qtbot.waitUntil(dialog.findChild(EmptyState).isVisible)
    assert tasks.undo(library) == "Forget what was learnt about pebbleway.example"


def test_a_rule_that_is_gone_already_is_said(library, open_dialog, qtbot):
    dialog = open_dialog(*RULES)
    for rule in db.rules(library):
        tasks.forget(library, rule.id)
    remove(dialog).click()
    qtbot.waitUntil(dialog.findChild(EmptyState).isVisible)
    assert dialog.said().startswith("There is no rule with the number")


def test_each_row_is_one_sentence_to_a_screen_reader():
    lines = rule_lines([Rule("a.example", "date", "order", "day first", id=3, learnt_at="2024-04-03T10:00:00.000Z")])
    assert lines[0].sentence == "a.example, 1 rule."
    assert lines[1].sentence.startswith("03/04/2024 is 3 April 2024, learnt 3 April 2024")


def test_the_settings_lead_there(library, shown):
    dialog = shown(SettingsDialog(Settings(), library.folder))
    heard = []
    dialog.learnt_wanted.connect(lambda: heard.append("wanted"))
    next(each for each in dialog.findChildren(Button) if each.accessibleName() == "Show what was learnt…").click()
    assert heard == ["wanted"]
