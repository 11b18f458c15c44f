# SPDX-License-Identifier: MIT
"""What is selected in the page goes into a field as if it were typed, by mouse and by key, and can be taken back."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from eqbrief.gui.desk import Desk
from eqbrief.gui.desk.form import DraftForm
from eqbrief.gui.kit import ChipButton
from eqbrief.model import Draft, DraftPerson, Evidence
from tests.gui.desk.drafts import TEXT, page, porters
from tests.gui.desk.test_fields import type_anew
from tests.gui.desk.working import form as sheet_of
from tests.gui.desk.working import put
from tests.helpers.named import unnamed

ALT, CONTROL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
EXTRA = "😀 With a new voice from the wards:\n• Dr Ada Larch – head of care, Larkmoor\n"


@pytest.fixture
def desk_open(desk: Desk) -> Desk:
    put(desk, page(replace(porters(), text=TEXT + EXTRA)))
    return desk


def form(desk: Desk) -> DraftForm:
    return sheet_of(desk).form


def select(desk: Desk, words: str) -> None:
    """Select words of the page as the mouse would."""
    found = desk.page.text.document().find(words)
    assert not found.isNull()
    desk.page.text.setTextCursor(found)
    assert desk.page.selection()[0] == words


def chip(desk: Desk, name: str) -> ChipButton:
    return next(one for one in desk.page.bar.findChildren(ChipButton) if one.accessibleName() == name)


def chosen(desk: Desk, path: str) -> tuple[str, str, float]:
    (mark,) = form(desk).draft().evidence[path]
    text = form(desk).draft().text
    assert text[mark.start : mark.end] == mark.text
    return mark.text, mark.origin, mark.confidence


def menu(desk: Desk) -> QMenu:
    QTest.keyClick(desk.page.text, Qt.Key.Key_Return, ALT)
    opened = QApplication.activePopupWidget()
    assert isinstance(opened, QMenu)
    return opened


def test_the_bar_comes_with_a_selection_and_goes_with_it(desk_open: Desk) -> None:
    bar = desk_open.page.bar
    assert bar.isHidden()
    form(desk_open).fields["publisher"].setFocus()
    select(desk_open, "Steady Hands programme")
    assert bar.isVisible()
    assert bar.names() == [
        "Use for Publisher", "Use as Title", "Use as Held on", "Use as Series", "Use as Topic", "Use as Person",
        "Use as Question", "Use as Deck",
    ]  # fmt: skip
    form(desk_open).fields["series"].setFocus()
    assert bar.names()[:2] == ["Use for Series", "Use as Title"]
    desk_open.page.drop_selection()
    assert bar.isHidden()
    assert unnamed(desk_open) == []


def test_a_text_goes_into_its_field_with_the_place_as_evidence(qtbot, desk_open: Desk) -> None:
    select(desk_open, "what three wards tried")
    chip(desk_open, "Use as Title").click()
    field = form(desk_open).fields["title"]
    assert field.toPlainText() == "what three wards tried"
    assert chosen(desk_open, "title") == ("what three wards tried", "chosen", 1.0)
    assert desk_open.queue.items[0].is_edited
    assert desk_open.page.bar.said() == "Used as Title."
    assert QApplication.focusWidget() is desk_open.page.text
    field.undo()
    assert field.toPlainText() == "Why experienced porters stay"
    assert form(desk_open).draft() == replace(porters(), text=TEXT + EXTRA)


def test_its_place_is_marked_from_then_on(desk_open: Desk) -> None:
    select(desk_open, "what three wards tried")
    chip(desk_open, "Use as Title").click()
    form(desk_open).fields["series"].setFocus()
    form(desk_open).fields["title"].setFocus()
    (marked,) = desk_open.page.text.extraSelections()
    assert marked.cursor.selectedText() == "what three wards tried"
    type_anew(form(desk_open).fields["title"], "Mine")
    assert form(desk_open).draft().evidence["title"] == porters().evidence["title"]


def test_what_was_used_is_taken_back_by_a_key_in_the_page(desk_open: Desk) -> None:
    before = form(desk_open).draft()
    for words, target in (
        ("Larkmoor Hospitals", "Use as Topic"),
        ("Dr Ada Larch – head of care, Larkmoor", "Use as Person"),
        ("Steady Hands 080524, 4.1 MB", "Use as Deck"),
        ("Nobody had asked me before", "Use as Question"),
        ("14 May 2024", "Use as Held on"),
    ):
        select(desk_open, words)
        chip(desk_open, target).click()
    after = form(desk_open).draft()
    assert after.topics[-1] == "Larkmoor Hospitals" and after.questions[-1] == "Nobody had asked me before"
    assert after.starts_at == "2024-05-14" and len(after.people) == 5
    assert (after.decks[-1].title, after.decks[-1].size_bytes) == ("Steady Hands 080524", 4_100_000)
    for path in ("topics.2", "people.4.name", "decks.1.title", "questions.3", "starts_at"):
        assert chosen(desk_open, path)[1:] == ("chosen", 1.0)
    for name in ("Held on", "Question", "Deck", "Person", "Topic"):
        QTest.keyClick(desk_open.page.text, Qt.Key.Key_Z, CONTROL)
        assert desk_open.page.bar.said() == f"{name} is as it was."
    assert form(desk_open).draft() == before and not form(desk_open).is_edited()


def test_a_persons_line_becomes_a_person(desk_open: Desk) -> None:
    select(desk_open, "Dr Ada Larch – head of care, Larkmoor")
    chip(desk_open, "Use as Person").click()
    assert form(desk_open).draft().people[-1] == DraftPerson(
        "Ada Larch", "Dr", None, "panellist", ("head of care",), ("Larkmoor",)
    )
    card = form(desk_open).fields["people"].cards()[-1]
    card.setFocus()
    assert [one.cursor.selectedText() for one in desk_open.page.text.extraSelections()] == [
        "Dr Ada Larch – head of care, Larkmoor"
    ]
    assert chosen(desk_open, "people.4.organisations.0") == ("Larkmoor", "chosen", 1.0)


def test_what_is_no_date_is_said_and_changes_nothing(desk_open: Desk) -> None:
    select(desk_open, "Staff wellbeing")
    chip(desk_open, "Use as Held on").click()
    assert "“Staff wellbeing” is not a date" in desk_open.page.bar.said()
    assert not form(desk_open).is_edited()
    select(desk_open, "The session looked at why porters with more than ten years of service leave, and what")
    chip(desk_open, "Use as Person").click()
    assert "No person's name" in desk_open.page.bar.said()
    assert not form(desk_open).is_edited()


@pytest.mark.qt_log_ignore("does not support raise", "does not support grabbing", extend=True)
def test_by_keyboard_alone(desk_open: Desk) -> None:
    form(desk_open).fields["publisher"].setFocus()
    assert desk_open.page.text.textCursor().position() == TEXT.index("Kestrel Vale Network")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F6, SHIFT)
    assert QApplication.focusWidget() is desk_open.page.text
    for _ in range(len("Kestrel Vale")):
        QTest.keyClick(desk_open.page.text, Qt.Key.Key_Right, SHIFT)
    opened = menu(desk_open)
    assert [act.text().replace("&", "") for act in opened.actions()][:2] == ["Use for Publisher", "Title"]
    QTest.keyClick(opened, Qt.Key.Key_Return)
    assert form(desk_open).fields["publisher"].toPlainText() == "Kestrel Vale"
    for _ in range(3):
        QTest.keyClick(desk_open.page.text, Qt.Key.Key_Left, SHIFT)
    opened = menu(desk_open)
    letters = [text[text.index("&") + 1].casefold() for act in opened.actions() if "&" in (text := act.text())]
    assert len(letters) == len(set(letters)) == len(opened.actions())
    QTest.keyClick(opened, Qt.Key.Key_S)
    assert form(desk_open).draft().series == "ale"


def test_a_person_that_is_open_takes_it_into_the_field_with_the_keyboard(desk_open: Desk) -> None:
    card = form(desk_open).fields["people"].cards()[1]
    card.open()
    assert card.editor is not None
    card.editor.fields["roles"].setFocus()
    select(desk_open, "head of care")
    assert desk_open.page.bar.names()[:2] == ["Use for Roles", "Use as Title"]
    chip(desk_open, "Use for Roles").click()
    assert form(desk_open).draft().people[1].roles == ("chief porter", "deputy head of estates", "head of care")
    assert chosen(desk_open, "people.1.roles.2") == ("head of care", "chosen", 1.0)


def test_a_field_that_is_gone_is_not_offered(desk_open: Desk) -> None:
    card = form(desk_open).fields["people"].cards()[0]
    card.open()
    select(desk_open, "Workforce")
    assert card.editor is not None
    card.editor.removed.emit()
    QApplication.sendPostedEvents(None, 52)  # deferred deletion
    select(desk_open, "Staff wellbeing")
    assert desk_open.page.bar.names()[0] != "Use for Name"


def test_nothing_is_offered_where_there_is_no_form(desk: Desk) -> None:
    text = "Rest week\n\nOne\nTwo\n"
    one, two = (Draft("x", "event", title=name, starts_at="2024-07-01") for name in ("One", "Two"))
    put(desk, page(Draft("week.html", "listing", title="Rest week", events=(one, two), text=text)))
    select(desk, "Rest week")
    assert desk.page.bar.isHidden()


def test_signs_beyond_the_first_plane_do_not_shift_the_place(desk_open: Desk) -> None:
    cursor = desk_open.page.text.document().find("head of care")
    desk_open.page.text.setTextCursor(cursor)
    words, place = desk_open.page.selection()
    start = (TEXT + EXTRA).index("head of care")
    assert (words, place) == ("head of care", Evidence(start, start + 12, "head of care", "chosen", 1.0))
    cursor.movePosition(QTextCursor.MoveOperation.Start)
