# SPDX-License-Identifier: MIT
import re

import pytest
from PySide6.QtCore import Qt

from eqbrief.files import resource
from eqbrief.gui.dialogs import HelpDialog
from eqbrief.gui.dialogs.help import places_of
from eqbrief.gui.dialogs.palette import plain
from eqbrief.gui.dialogs.topics import help_topics, keyboard_topic, read_topics
from eqbrief.gui.kit import ReadingText
from eqbrief.gui.kit.lines import LineList
from tests.gui.dialogs.making import actions

WANTED = ("Add an event", "Correct what was read", "Add a deck and open it", "Write notes", "Find something",
          "Star and review", "Delete and undo", "Back up and restore", "Use the keyboard",
          "All commands and keys")  # fmt: skip


@pytest.fixture
def dialog(shown):
    return shown(HelpDialog(actions()))


def titles(dialog: HelpDialog) -> list[str]:
    return [line.title for line in dialog.findChild(LineList).lines()]


def test_every_topic_of_the_file_is_there(dialog):
    written = re.findall(r"^# (.+)$", resource("help.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert titles(dialog) == [*written, "All commands and keys"]
    assert set(WANTED) <= set(titles(dialog))


def test_arrows_in_the_list_turn_the_pages(dialog, qtbot):
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Down)
    view = dialog.focusWidget()
    assert isinstance(view, LineList)
    shown_text = dialog.findChild(ReadingText)
    assert shown_text.toPlainText().startswith("In your browser")
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert shown_text.accessibleName() == "Correct what was read"
    assert shown_text.toPlainText().startswith("Before you accept")


def test_every_action_stands_in_the_help_with_its_keys():
    every = actions()
    text = keyboard_topic(every).text
    for told, made in every:
        row = f"| {plain(told.text)} | {made.shortcut().toString()} | {told.help} |"
        assert row in text
    assert text.index("### Library") < text.index("### Event") < text.index("### Help")


def test_keys_that_the_help_names_are_those_of_the_actions():
    keys = {told.shortcut for told, _made in actions() if told.shortcut}
    # Keys of the browser and of every text field, not ours.
    foreign = {"Ctrl+S", "Ctrl+A", "Ctrl+C"}
    # Keys of the desk, which its own tests press.
    desk = {"Shift+F8", "Alt+R", "Ctrl+Enter", "Alt+Enter", "Ctrl+Z"}
    written = set(re.findall(r"\b(?:(?:Ctrl|Shift|Alt)\+)+[A-Z]\w*", resource("help.md").read_text(encoding="utf-8")))
    assert len(written) > 10
    assert written - foreign - desk - keys == set()


def test_commands_that_the_help_names_exist():
    names = {plain(told.text) for told, _made in actions()}
    text = " ".join(resource("help.md").read_text(encoding="utf-8").split())
    written = set(re.findall(r"\*\*([^*]+…)\*\*", text))
    assert len(written) > 5
    elsewhere = {"Find it again…", "Restore…", "Choose…", "Compare with…"}
    assert written - elsewhere - names == set()


def test_search_narrows_marks_and_says_when_there_is_nothing(dialog, qtbot):
    qtbot.keyClicks(dialog.focusWidget(), "second place")
    assert "Back up and restore" in titles(dialog)
    assert "Find something" in WANTED and "Find something" not in titles(dialog)
    text = dialog.findChild(ReadingText)
    marked = {each.cursor.selectedText().lower() for each in text.extraSelections()}
    assert marked == {"second", "place"}
    qtbot.keyClicks(dialog.focusWidget(), " xylophone")
    assert titles(dialog) == ["No topic has these words"]
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert set(WANTED) <= set(titles(dialog))


def test_a_topic_opens_by_its_title(dialog):
    dialog.choose("Delete and undo")
    assert dialog.findChild(ReadingText).accessibleName() == "Delete and undo"


def test_topics_are_divided_at_headings_of_the_first_level():
    topics = read_topics("<!-- about -->\n\n# One\n\nText.\n\n## Part\n\nMore.\n\n# Two\n")
    assert [(topic.title, topic.text) for topic in topics] == [("One", "Text.\n\n## Part\n\nMore."), ("Two", "")]
    assert topics[0].fits("MORE text")
    assert not topics[0].fits("more two")


def test_every_topic_is_short_enough_to_be_read():
    for topic in help_topics(actions())[:-1]:
        assert 50 < len(topic.text.split()) < 260, topic.title


def test_places_fit_the_text_also_where_case_changes_its_length():
    assert places_of("deck", "Deck and deck") == [(0, 4), (9, 13)]
    assert places_of("deck", "İ Deck deck") == [(7, 11)]
    assert places_of("", "anything") == []
