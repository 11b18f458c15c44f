# SPDX-License-Identifier: MIT
"""A sheet counts what is certain, and says what could not be done."""

from eqbrief.gui.desk.known import Known
from eqbrief.gui.desk.sheet import FormSheet, said_counts
from eqbrief.gui.kit import Banner, Label
from eqbrief.model import UserError
from tests.gui.desk.drafts import certain, other, porters
from tests.gui.desk.test_fields import type_anew
from tests.gui.looks import dress
from tests.helpers.named import unnamed


def words(widget) -> list[str]:
    return [label.text() for label in widget.findChildren(Label) if label.isVisible()]


def test_it_counts_while_one_types(qtbot) -> None:
    sheet = FormSheet(Known(), porters(), "What was read")
    qtbot.addWidget(sheet)
    sheet.show()
    assert "12 fields certain, 2 to check" in words(sheet)
    type_anew(sheet.form.fields["publisher"], "Kestrel")
    assert "13 fields certain, 1 to check" in words(sheet)
    assert unnamed(sheet) == []


def test_nothing_to_check_is_said_of_a_whole_event_only(qtbot) -> None:
    assert said_counts(4, 0, whole=True) == "4 fields certain, nothing to check"
    assert said_counts(1, 0, whole=False) == "1 field certain"
    assert said_counts(0, 2, whole=False) == "2 to check"
    for draft, said in (
        (porters(doubts=False), "14 fields certain, nothing to check"),
        (certain(1), "3 fields certain"),
    ):
        sheet = FormSheet(Known(), draft, "What was read")
        qtbot.addWidget(sheet)
        sheet.show()
        assert said in words(sheet)


def test_trouble_is_said_above_and_can_be_put_away(qtbot) -> None:
    sheet = FormSheet(Known(), other(), "What was read", note="Is it one?")
    qtbot.addWidget(sheet)
    sheet.show()
    assert sheet.trouble() == ""
    sheet.say(UserError("It has no title.", "Type one."))
    assert sheet.trouble() == "It has no title. Type one."
    assert "It has no title. Type one." in words(sheet) and "Is it one?" in words(sheet)
    sheet.findChildren(Banner)[0].closed.emit()
    assert sheet.trouble() == ""
    sheet.say(UserError("Again.", "Try."))
    assert "Again. Try." in words(sheet)
    sheet.say(None)
    assert sheet.trouble() == ""


def test_the_field_with_the_keyboard_is_in_sight(qtbot, qapp) -> None:
    dress(qapp)
    sheet = FormSheet(Known(), porters(), "What was read")
    qtbot.addWidget(sheet)
    sheet.resize(500, 300)
    sheet.show()
    sheet.activateWindow()
    assert sheet.column.verticalScrollBar().value() == 0
    card = sheet.form.fields["people"].cards()[3]
    card.setFocus()

    def in_sight() -> bool:
        top = card.summary.mapTo(sheet.column.viewport(), card.summary.rect().topLeft()).y()
        return 0 < top < top + card.summary.height() <= sheet.column.viewport().height()

    qtbot.waitUntil(in_sight)
