# SPDX-License-Identifier: MIT
"""Ctrl+M tags what is chosen anywhere; what is tagged says so where it is read, and is untagged there."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from eqbrief import store as db
from eqbrief.gui.detail.header import Header
from eqbrief.gui.detail.naming.asking import ChooseDialog
from eqbrief.gui.detail.parts import QuestionRow
from eqbrief.gui.sidebar import EVIDENCE
from eqbrief.model import Filter, TagKind
from tests.gui.looks import spoken

AGGRESSOR, THREE_YEARS, PASSPORT = "When the patient", "Three years on", "Reasonable adjustments"


def number(store, title: str) -> int:
    return db.event_ids(store, Filter(words=title))[0]


def tags(store, title: str) -> set[tuple[TagKind, str]]:
    return {(tag.kind, tag.action) for tag in db.tags(store, event_id=number(store, title))}


@pytest.fixture
def answer(monkeypatch):
    """Give a function by which the next dialog is answered: letters are typed into it, then Enter."""
    seen: list[list[str]] = []

    def give(typed: str) -> list[list[str]]:
        def run(dialog: ChooseDialog) -> int:
            dialog.show()
            assert [one for one in dialog.findChildren(QWidget) if one.focusPolicy() and not spoken(one)] == []
            dialog._field.setText(typed)
            seen.append([f"{line.title[:1]} {line.chip}".strip() for line in dialog._list.lines()])
            QTest.keyClick(dialog._field, Qt.Key.Key_Return)
            return dialog.result()

        monkeypatch.setattr(ChooseDialog, "exec", run)
        return seen

    return give


def press(window, qtbot, done) -> None:
    window.actions_["tag_evidence"].trigger()
    qtbot.waitUntil(done, timeout=6000)


def test_an_event_is_tagged_says_so_and_is_untagged_by_the_same_key(window, filled_library, answer, qtbot):
    window.show_event(number(filled_library, AGGRESSOR))
    chips = window.detail.findChild(Header).tags
    qtbot.waitUntil(lambda: chips.texts() == ["Action 6"])
    seen = answer("pay gaps")
    press(window, qtbot, lambda: sorted(chips.texts()) == ["Action 3", "Action 6"])
    assert seen == [["3"]]
    assert window.actions_["undo"].text() == "Undo: Tag “When the patient is the aggressor: prot…” with action 3"
    press(window, qtbot, lambda: chips.texts() == ["Action 6"])
    assert seen[1] == ["3 Tagged"]
    assert tags(filled_library, AGGRESSOR) == {("event", "6"), ("question", "6")}


def test_the_cross_of_a_chip_takes_the_tag_away_and_undo_brings_it_back(window, filled_library, qtbot):
    window.show_event(number(filled_library, AGGRESSOR))
    chips = window.detail.findChild(Header).tags
    qtbot.waitUntil(lambda: chips.texts() == ["Action 6"])
    assert [one for one in chips.findChildren(QWidget) if one.focusPolicy() and not spoken(one)] == []
    assert "Create an environment" in spoken(chips.layout().itemAt(0).widget())
    chips.layout().itemAt(0).widget().removed.emit()
    qtbot.waitUntil(lambda: not chips.isVisible())
    window.actions_["undo"].trigger()
    qtbot.waitUntil(lambda: chips.texts() == ["Action 6"])


def test_several_events_of_the_list_are_tagged_at_once(window, filled_library, answer, qtbot):
    window.listing.choose_id(number(filled_library, AGGRESSOR))
    window.listing.view.selectAll()
    chosen = len(window.listing.selected())
    assert chosen > 10
    answer("pay gaps")
    press(window, qtbot, lambda: sum(tag.action == "3" for tag in db.tags(filled_library)) == chosen)
    assert db.next_undo(filled_library) == f"Tag {chosen} events with action 3"


def test_a_question_is_tagged_where_the_keyboard_is(window, filled_library, answer, qtbot):
    window.show_event(number(filled_library, AGGRESSOR))
    window.detail.choose_tab("questions")
    rows = {row.number: row for row in window.detail.findChildren(QuestionRow)}
    qtbot.waitUntil(lambda: rows[5].tags.texts() == ["Action 6"])
    button = next(one for one in rows[2].findChildren(QWidget) if one.focusPolicy() & Qt.FocusPolicy.TabFocus)
    button.setFocus()
    seen = answer("environment")
    press(window, qtbot, lambda: rows[2].tags.texts() == ["Action 6"])
    assert seen == [["6"]]
    assert {tag.number for tag in db.tags(filled_library) if tag.kind == "question" and tag.action == "6"} == {2, 5}


def test_the_slide_on_show_and_a_note_are_tagged(window, filled_library, answer, qtbot):
    event = db.event(filled_library, number(filled_library, THREE_YEARS))
    deck = next(deck for deck in event.decks if deck.file)
    window.detail.show_deck(deck.id, 4)
    viewer = window.detail.showing.viewer
    qtbot.waitUntil(lambda: viewer.shown is not None, timeout=9000)
    window.detail.showing.enter()
    qtbot.waitUntil(lambda: viewer.bar.tags.texts() == ["Action 2"], timeout=6000)
    viewer.go_to(7)
    assert viewer.bar.tags.texts() == []
    answer("environment")
    press(window, qtbot, lambda: viewer.bar.tags.texts() == ["Action 6"])
    editor = window.detail.notes._editors[0]
    window.activateWindow()
    editor.writing.setFocus()
    qtbot.waitUntil(editor.writing.hasFocus)
    press(window, qtbot, lambda: editor.tags.texts() == ["Action 6"])
    assert tags(filled_library, THREE_YEARS) == {("slide", "2"), ("slide", "6"), ("note", "6")}


def test_what_is_suggested_is_said_in_the_list(window, filled_library, answer, qtbot):
    window.show_event(number(filled_library, "Empowering"))
    seen = answer("bullying")
    press(window, qtbot, lambda: bool(tags(filled_library, "Empowering")))
    assert seen == [["6 Suggested"]]


def test_where_nothing_can_be_tagged_a_sentence_says_so(window, filled_library, monkeypatch, qtbot):
    told: list[str] = []
    monkeypatch.setattr("eqbrief.gui.commands.evidence.tell", lambda _parent, error: told.append(str(error)))
    window.show_name("person", db.people(filled_library)[0].id)
    window.actions_["tag_evidence"].trigger()
    assert told and "cannot be tagged" in told[0]


def test_a_key_shows_the_grid(window):
    window.actions_["show_evidence"].trigger()
    assert window.views.place == EVIDENCE
