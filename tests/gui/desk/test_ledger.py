# SPDX-License-Identifier: MIT
"""A newer copy of a page shows what changed, row by row; one that is like an event is decided by the person alone."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from eqbrief import store as db
from eqbrief.gui.desk import Desk
from eqbrief.gui.desk.ledger import LedgerSheet, said_count, said_likeness
from eqbrief.gui.kit import Label
from eqbrief.model import Choice, Comparison, Difference, DraftPerson, Named
from eqbrief.store import Store
from eqbrief.tasks import accept, edit_fields, new_note
from tests.gui.desk.drafts import certain, page, porters
from tests.gui.desk.test_fields import type_anew
from tests.gui.desk.working import form, put, settled, states, titles
from tests.gui.looks import dress
from tests.helpers.named import unnamed

ROWS = (
    Difference("starts_at", "Held on", "8 May 2024", "15 May 2024"),
    Difference("people.ada larch", "Panel: Ada Larch", "", "Dr Ada Larch · panellist"),
    Difference("title", "Title", "Mine", "Theirs", wins=False, reason="You changed this by hand."),
)
COPY = Comparison(Named(7, "Why porters stay", "u"), "copy", ROWS, "It has the same address.")


def newer() -> tuple:
    """Give a newer copy of the page about porters: another day, a person more, another summary."""
    draft = porters()
    more = (*draft.people, DraftPerson("Ada Larch", "Dr", None, "panellist", ("head of care",), ("Larkmoor",)))
    changed = replace(draft, starts_at="2024-05-15", people=more, series="Steady Hands", text=draft.text + "Newer.\n")
    return page(changed), changed


@pytest.fixture
def sheet(qtbot, qapp) -> LedgerSheet:
    dress(qapp)
    made = LedgerSheet(COPY, "2024-03-03")
    qtbot.addWidget(made)
    made.resize(520, 700)
    made.show()
    made.activateWindow()
    return made


def words(sheet: LedgerSheet) -> str:
    return "\n".join(label.text() for label in sheet.findChildren(Label) if label.isVisible())


def ledger(desk: Desk) -> LedgerSheet:
    shown = desk.sheets.currentWidget()
    assert isinstance(shown, LedgerSheet)
    return shown


def test_a_copy_says_what_it_is_and_what_differs(sheet: LedgerSheet) -> None:
    assert "This page is here already" in words(sheet)
    assert "It is kept as “Why porters stay”, added on 3 March 2024." in words(sheet)
    assert "3 things differ." in words(sheet) and "You changed this by hand." in words(sheet)
    assert [row.box.isChecked() for row in sheet.rows] == [True, True, False]
    assert sheet.rows[0].box.accessibleName() == "Held on: from 8 May 2024 to 15 May 2024."
    assert sheet.rows[1].box.accessibleName() == "Panel: Ada Larch: added: Dr Ada Larch · panellist."
    assert sheet.rows[2].box.accessibleName().endswith("to Theirs. You changed this by hand.")
    assert unnamed(sheet) == []


def test_space_turns_a_row_and_the_choice_follows(qtbot, sheet: LedgerSheet) -> None:
    assert sheet.choice() == Choice(frozenset({"starts_at", "people.ada larch"}), into=7)
    assert sheet.said_accept() == "Accept 2 of 3 changes"
    sheet.rows[0].box.setFocus()
    with qtbot.waitSignal(sheet.turned):
        QTest.keyClick(sheet.rows[0].box, Qt.Key.Key_Space)
    assert sheet.choice().accepted == {"people.ada larch"}
    sheet.rows[1].box.click()
    assert sheet.said_accept() == "Keep as it is"
    for row in sheet.rows:
        row.box.setChecked(True)
    assert sheet.said_accept() == "Accept 3 changes"


@pytest.mark.parametrize(
    ("like", "since", "title", "text"),
    [
        (replace(COPY, likeness="likely"), "", "This looks like an event that is here",
         "It is much like “Why porters stay”. It has the same address."),
        (COPY, "", "This page is here already", "It is kept as “Why porters stay”."),
    ],
)  # fmt: skip
def test_it_is_said_what_the_page_is_like(like: Comparison, since: str, title: str, text: str) -> None:
    assert said_likeness(like, since) == (title, text)
    assert said_count(replace(like, differences=())) == "The page says nothing that the event has not."


def test_three_fields_changed_are_three_rows_and_notes_stay(qtbot, desk: Desk, library: Store) -> None:
    (added,) = accept(library, page(porters()))
    assert added.event is not None
    new_note(library, added.event.id, "Ask about the wards. \n")
    before = db.event(library, added.event.id)
    newer_page, _draft = newer()
    put(desk, newer_page, page(certain(1)))
    assert desk.list.currentIndex().row() == 0 or desk.list.choose(0) is None
    assert [row.box.text() for row in ledger(desk).rows] == ["Held on", "Series", "Panel: Ada Larch"]
    assert "Here already, 3 changes" in desk.queue.index(0).data()
    assert desk.accepting.text() == "Accept 3 changes and next" and desk.certain.text() == "Accept all certain (1)"
    assert QApplication.focusWidget() is ledger(desk).rows[0].box
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert desk.accepting.text() == "Accept 2 of 3 changes and next"
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(settled(desk))
    after = db.event(library, added.event.id)
    assert before is not None and after is not None
    assert (after.draft.starts_at, after.draft.series) == ("2024-05-08", "Steady Hands")
    assert [person.name for person in after.draft.people][-1] == "Ada Larch"
    assert after.notes == before.notes and after.starred == before.starred and after.state == before.state
    assert len(titles(library)) == 1


def test_it_can_be_kept_as_it_is(qtbot, desk: Desk, library: Store) -> None:
    (added,) = accept(library, page(porters()))
    assert added.event is not None
    put(desk, newer()[0])
    assert ledger(desk).other.text() == "Keep as it is"
    ledger(desk).other.click()
    qtbot.waitUntil(settled(desk))
    event = db.event(library, added.event.id)
    assert event is not None and event.draft.starts_at == "2024-05-08" and len(event.draft.people) == 4
    assert len(event.sources) == 2


def test_what_was_edited_by_hand_wins_unless_the_person_says_otherwise(qtbot, desk: Desk, library: Store) -> None:
    (added,) = accept(library, page(porters()))
    assert added.event is not None
    edit_fields(library, added.event.id, {"series": "My own series"})
    put(desk, newer()[0])
    rows = {row.key: row for row in ledger(desk).rows}
    assert not rows["series"].box.isChecked() and "by hand" in rows["series"].box.accessibleName()
    rows["series"].box.setChecked(True)
    with qtbot.waitSignal(desk.finished_with):
        desk.accept_page()
    event = db.event(library, added.event.id)
    assert event is not None and event.draft.series == "Steady Hands"


def test_all_fields_can_be_edited_and_the_rows_still_count(qtbot, desk: Desk, library: Store) -> None:
    (added,) = accept(library, page(porters()))
    assert added.event is not None
    put(desk, newer()[0])
    shown = ledger(desk)
    shown.rows[0].box.setChecked(False)
    assert desk._facing.form() is None
    shown.edit.click()
    assert any("is written into “Why experienced" in label.text() for label in form(desk).findChildren(Label))
    type_anew(form(desk).form.fields["publisher"], "Kestrel Vale")
    back = next(one for one in form(desk).findChildren(type(shown.edit)) if one.text() == "Show what differs")
    back.click()
    assert ledger(desk) is shown and not shown.rows[0].box.isChecked()
    with qtbot.waitSignal(desk.finished_with):
        desk.accept_page()
    event = db.event(library, added.event.id)
    assert event is not None
    assert (event.draft.publisher, event.draft.starts_at) == ("Kestrel Vale", "2024-05-08")
    assert event.draft.series == "Steady Hands" and event.edited == ("publisher",)


def elsewhere() -> tuple:
    draft = replace(
        porters("https://pennywick.example/porters"), publisher="Pennywick", text=porters().text + "Other.\n"
    )
    return page(draft, "other.html"), draft


def test_one_that_is_only_like_an_event_is_never_certain(qtbot, desk: Desk, library: Store) -> None:
    (added,) = accept(library, page(porters(doubts=False)))
    assert added.event is not None
    sure, _draft = elsewhere()
    put(desk, sure, page(certain(1)))
    desk.list.choose(0)
    assert "Looks like one that is here" in desk.queue.index(0).data()
    assert desk.certain.text() == "Accept all certain (1)" and not desk.queue.items[0].is_certain
    assert desk.accepting.text().startswith("Merge")
    assert ledger(desk).other.text() == "Add as an event of its own"
    ledger(desk).other.click()
    qtbot.waitUntil(settled(desk))
    assert titles(library) == ["Why experienced porters stay"] * 2


def test_it_can_be_merged(qtbot, desk: Desk, library: Store) -> None:
    (added,) = accept(library, page(porters()))
    assert added.event is not None
    put(desk, elsewhere()[0])
    (row,) = ledger(desk).rows
    assert (row.key, row.box.isChecked(), desk.accepting.text()) == ("publisher", False, "Merge into it")
    row.box.click()
    assert desk.accepting.text() == "Merge with 1 change"
    with qtbot.waitSignal(desk.finished_with):
        desk.accept_page()
    event = db.event(library, added.event.id)
    assert event is not None and len(event.sources) == 2 and event.draft.publisher == "Pennywick"
    assert titles(library) == ["Why experienced porters stay"]


def test_what_was_stored_meanwhile_is_noticed(qtbot, desk: Desk, library: Store) -> None:
    put(desk, page(porters()), newer()[0])
    assert states(desk) == ["waiting", "waiting"] and desk.queue.items[1].like is None
    desk.accept_page()
    qtbot.waitUntil(lambda: desk.queue.items[1].like is not None)
    assert "Here already, 3 changes" in desk.queue.index(1).data()
    assert form(desk).form.fields["starts_at"].toPlainText() == "Wednesday 15 May 2024"
    assert desk.accepting.text() == "Accept"
