# SPDX-License-Identifier: MIT
"""A doubt is taken away by a button or a key, the next one gets the keyboard, and the answer is kept as evidence."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from eqbrief.gui.desk import Desk
from eqbrief.gui.desk.form import DraftForm
from eqbrief.gui.desk.line import SETTLES
from tests.gui.desk.drafts import certain, page, porters
from tests.gui.desk.test_fields import type_anew
from tests.gui.desk.working import form, put, settled, states, titles
from tests.gui.looks import dress

SHIFT, ALT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def shown(qtbot, qapp) -> DraftForm:
    dress(qapp)
    made = DraftForm()
    qtbot.addWidget(made)
    made.resize(520, 1400)
    made.show()
    made.activateWindow()
    made.set_draft(porters())
    return made


def key(name: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, name, modifiers)


def test_the_button_takes_the_doubt_away_and_the_next_has_the_keyboard(qtbot, shown: DraftForm) -> None:
    line = shown.lines["publisher"]
    assert line.said.isVisible() and line.said.settle.text() == SETTLES
    assert line.said.settle.accessibleName() == "Looks right: Publisher"
    line.said.settle.setFocus()
    with qtbot.waitSignal(shown.changed):
        line.said.settle.click()
    assert line.said.isHidden() and line.field.accessibleDescription() == ""
    assert shown.counts() == (13, 1)
    card = shown.fields["people"].cards()[3]
    assert QApplication.focusWidget() is card.summary
    (_line, _card) = shown.fields["people"].lines()[3]
    _line.said.settle.click()
    assert shown.counts() == (14, 0) and not card.summary.cautious
    assert QApplication.focusWidget() is card.summary
    assert not shown.is_edited()


def test_what_was_said_to_be_right_is_certain_from_then_on(shown: DraftForm) -> None:
    shown.fields["publisher"].setFocus()
    assert shown.settle_here() and shown.settle_here() and not shown.settle_here()
    before, after = porters().evidence, shown.draft().evidence
    for path in ("publisher", "people.3.roles.0"):
        assert after[path] == (replace(before[path][0], confidence=1.0),)
    assert after["title"] == before["title"]
    again = DraftForm()
    again.set_draft(shown.draft())
    assert again.counts()[1] == 0
    again.deleteLater()


def test_the_next_to_check_is_found_both_ways_and_round(shown: DraftForm) -> None:
    shown.fields["title"].setFocus()
    reached = []
    for step in (1, 1, 1, -1):
        assert shown.next_check(step)
        reached.append(QApplication.focusWidget())
    publisher, card = shown.fields["publisher"], shown.fields["people"].cards()[3].summary
    assert reached == [publisher, card, publisher, card]


def test_a_gap_can_be_left_and_a_title_cannot(shown: DraftForm) -> None:
    shown.set_draft(replace(porters(doubts=False), title=None, starts_at=None))
    assert shown.lines["starts_at"].said.settle.text() == "Leave it empty"
    assert shown.lines["title"].said.settle.isHidden()
    shown.fields["title"].setFocus()
    assert not shown.settle_here()
    shown.fields["starts_at"].setFocus()
    assert shown.settle_here()
    assert shown.counts()[1] == 1 and not shown.is_certain()


def test_what_is_not_understood_cannot_be_said_to_be_right(shown: DraftForm) -> None:
    line = shown.lines["starts_at"]
    type_anew(line.field, "never")
    line.field.tidy()
    assert line.said.isVisible() and line.said.settle.isHidden()


def test_a_page_settled_by_keyboard_is_certain_and_is_accepted_so(qtbot, desk: Desk, library) -> None:
    put(desk, page(porters()), page(certain(1)))
    assert desk.certain.text() == "Accept all certain (1)"
    key(Qt.Key.Key_F8)
    key(Qt.Key.Key_F8, SHIFT)
    key(Qt.Key.Key_R, ALT)
    assert "1 to check" in desk.queue.index(0).data()
    key(Qt.Key.Key_R, ALT)
    assert "All certain" in desk.queue.index(0).data() and not desk.queue.items[0].is_edited
    assert desk.certain.text() == "Accept all certain (2)"
    evidence = form(desk).form.draft().evidence
    assert evidence["publisher"][0].confidence == 1.0
    desk.accept_certain()
    qtbot.waitUntil(settled(desk))
    assert states(desk) == ["stored", "stored"] and len(titles(library)) == 2
