# SPDX-License-Identifier: MIT
"""Decks, recordings and sessions are edited in rows; what a row does not show is kept."""

import pytest

from eqbrief.gui.desk.fields import TextField
from eqbrief.gui.desk.rows import DECKS, SESSIONS, Row, RowsField
from eqbrief.gui.kit import IconButton
from eqbrief.model import DraftDeck, DraftSession, UserError
from tests.gui.desk.test_fields import type_anew
from tests.helpers.named import unnamed

ONE = DraftDeck("Steady Hands", 2_345_678, "pptx", 19, "https://kestrel.example/steady.pptx")
TWO = DraftDeck("Handout", None, "pdf")


@pytest.fixture
def decks(qtbot) -> RowsField:
    field = RowsField(DECKS)
    qtbot.addWidget(field)
    field.put((ONE, TWO))
    field.show()
    field.activateWindow()
    return field


def rows(field: RowsField) -> list[Row]:
    return [row for row in field.findChildren(Row) if not row.isHidden()]


def test_showing_does_not_round_a_size(decks: RowsField) -> None:
    assert decks.take() == ((ONE, TWO),)
    assert decks.order() == [0, 1]
    size = rows(decks)[0].findChildren(TextField)[1]
    assert size.toPlainText() == "2.3 MB"


def test_a_changed_title_keeps_the_address(decks: RowsField) -> None:
    type_anew(rows(decks)[0].findChildren(TextField)[0], "Steady hands, part 1")
    first, _second = decks.take()[0]
    assert (first.title, first.size_bytes, first.url) == ("Steady hands, part 1", 2_345_678, ONE.url)


def test_a_size_is_understood_or_refused(decks: RowsField) -> None:
    size = rows(decks)[1].findChildren(TextField)[1]
    type_anew(size, "480 KB")
    assert decks.take()[0][1].size_bytes == 480_000
    type_anew(size, "large")
    with pytest.raises(UserError, match="is not a size"):
        decks.take()


def test_rows_are_added_and_removed_and_empty_ones_are_left_out(qtbot, decks: RowsField) -> None:
    decks.add()
    assert decks.take() == ((ONE, TWO),)
    type_anew(rows(decks)[2].findChildren(TextField)[0], "New deck")
    with qtbot.waitSignal(decks.changed):
        rows(decks)[0].findChildren(IconButton)[0].click()
    assert decks.take() == ((TWO, DraftDeck("New deck")),)
    assert decks.order() == [1, None]
    assert unnamed(decks) == []


def test_a_sessions_times_may_have_no_day(qtbot) -> None:
    field = RowsField(SESSIONS)
    qtbot.addWidget(field)
    talk = DraftSession("Opening", "T09:30", "T10:15", ("Griff Penhallow",))
    field.put((talk,))
    assert field.take() == ((talk,),)
    type_anew(rows(field)[0].findChildren(TextField)[1], "9.45am to 10:30")
    assert field.take()[0][0] == DraftSession("Opening", "T09:45", "T10:30", ("Griff Penhallow",))
