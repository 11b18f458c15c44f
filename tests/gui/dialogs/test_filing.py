# SPDX-License-Identifier: MIT
"""Topics are renamed, merged, coloured and dropped from one list; proposals come while a topic is added."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from eqbrief import store as db
from eqbrief import tasks
from eqbrief.gui.detail.naming.asking import ChooseDialog, NameDialog
from eqbrief.gui.dialogs.filing import TopicsDialog
from eqbrief.gui.kit import ChipButton


@pytest.fixture
def dialog(window, filled_library):
    made = TopicsDialog(filled_library, window._jobs, window)
    made.setModal(False)
    made.show()
    yield made
    made.reject()
    made.deleteLater()


def choose(dialog: TopicsDialog, name: str) -> None:
    names = [card.name for card in dialog._cards.values()]
    dialog._list.setCurrentIndex(dialog._list.model().index(names.index(name), 0))


def test_a_topic_is_renamed_and_what_lies_below_is_shown_below(dialog, filled_library, qtbot, monkeypatch):
    monkeypatch.setattr(NameDialog, "exec", lambda self: 1)
    monkeypatch.setattr(NameDialog, "name", lambda self: "Workforce/Wellbeing")
    choose(dialog, "Staff wellbeing")
    dialog.rename()
    qtbot.waitUntil(lambda: "Workforce/Wellbeing" in [card.name for card in dialog._cards.values()])
    assert dialog._list.lines()[-1].title == "    Wellbeing"
    assert dialog.said() == "Now called Workforce/Wellbeing. Undo brings it back."
    assert tasks.undo(filled_library).startswith("Call the topic")


def test_a_topic_is_merged_into_another(dialog, filled_library, qtbot, monkeypatch):
    monkeypatch.setattr(ChooseDialog, "exec", lambda self: 1)
    into = next(card for card in db.topics(filled_library) if card.name == "Race equality")
    monkeypatch.setattr(ChooseDialog, "key", lambda self: str(into.id))
    choose(dialog, "Leadership")
    dialog.merge()
    qtbot.waitUntil(lambda: "Leadership" not in [card.name for card in dialog._cards.values()])
    assert dialog.said().startswith("Merged into Race equality.")


def test_a_topic_is_coloured_and_dropped(dialog, filled_library, qtbot):
    choose(dialog, "Leadership")
    dialog.colour(1)
    qtbot.waitUntil(lambda: dialog._list.current().chip == "Teal")
    dialog.drop()
    qtbot.waitUntil(lambda: "Leadership" not in [card.name for card in dialog._cards.values()])


def test_topics_are_proposed_while_one_is_added(window, filled_library, qtbot):
    number = window.listing.model.id_at(0)
    window.show_event(number)
    header = window.detail._header
    window.detail.add_topic()
    qtbot.waitUntil(lambda: bool(header._proposed), timeout=9000)
    chip = header._proposed[0]
    name = chip.accessibleName().removeprefix("Add the topic ").partition(".")[0]
    assert isinstance(chip, ChipButton)
    chip.setFocus()
    QTest.keyClick(chip, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: name in [topic.name for topic in db.event(filled_library, number).topics])
