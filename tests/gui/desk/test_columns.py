# SPDX-License-Identifier: MIT
"""Three columns where there is room, fewer where there is not; F6 goes through all of them."""

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit

from eqbrief.gui.desk.columns import Columns
from tests.gui.looks import dress


@pytest.fixture
def columns(qtbot, qapp) -> Columns:
    dress(qapp)
    made = Columns(QLineEdit("queue"), QLineEdit("page"), QLineEdit("fields"))
    qtbot.addWidget(made)
    made.set_shown(queue=True, page=True)
    made.resize(1300, 500)
    made.show()
    made.activateWindow()
    return made


def seen(columns: Columns) -> list[str]:
    shown = {edit.text() for edit in columns.findChildren(QLineEdit) if edit.isVisible()}
    return [name for name in ("queue", "page", "fields") if name in shown]


def edit_of(columns: Columns, name: str) -> QLineEdit:
    return next(edit for edit in columns.findChildren(QLineEdit) if edit.text() == name)


def test_page_and_fields_take_turns_where_it_is_narrow(columns: Columns) -> None:
    assert seen(columns) == ["queue", "page", "fields"]
    assert not columns.tabs.isVisible()
    columns.resize(900, 500)
    assert seen(columns) == ["queue", "fields"]
    columns.tabs.choose("page")
    assert seen(columns) == ["queue", "page"]
    columns.show_fields()
    assert seen(columns) == ["queue", "fields"]
    columns.tabs.choose("page")
    columns.resize(1300, 500)
    assert seen(columns) == ["queue", "page", "fields"]


def test_large_text_counts_as_narrow(columns: Columns, qapp) -> None:
    dress(qapp, "light", 200)
    columns.resize(1299, 500)
    assert seen(columns) == ["queue", "fields"]
    queue, fields = edit_of(columns, "queue"), edit_of(columns, "fields")
    assert queue.mapTo(columns, queue.rect().topLeft()).x() < fields.mapTo(columns, fields.rect().topLeft()).x()
    columns.resize(900, 700)
    tops = [edit.mapTo(columns, edit.rect().topLeft()).y() for edit in (queue, fields)]
    assert tops[0] < tops[1]
    dress(qapp)


def test_without_queue_or_page_the_rest_has_the_room(columns: Columns) -> None:
    columns.set_shown(queue=False, page=True)
    columns.resize(900, 500)
    assert seen(columns) == ["page", "fields"]
    columns.set_shown(queue=False, page=False)
    columns.resize(500, 500)
    assert seen(columns) == ["fields"]
    assert not columns.tabs.isVisible()


def test_f6_reaches_every_column_also_behind_a_tab(columns: Columns) -> None:
    columns.resize(900, 500)
    edit_of(columns, "fields").setFocus()
    reached = []
    for _ in range(4):
        columns.next()
        reached.append(QApplication.focusWidget().text())
    assert reached == ["queue", "page", "fields", "queue"]
    columns.next(-1)
    assert QApplication.focusWidget().text() == "fields"


def test_widths_are_remembered_at_every_size_of_text(qtbot, qapp, columns: Columns) -> None:
    whole, pair = columns._whole, columns._pair
    whole.setSizes([400, 900])
    pair.setSizes([300, 600])
    whole.splitterMoved.emit(400, 1)
    pair.splitterMoved.emit(300, 1)
    kept = columns.layout_now()
    assert abs(kept["queue"] - 400) <= 1 and kept["pair"][1] > 1.5 * kept["pair"][0]
    again = Columns(QLineEdit("queue"), QLineEdit("page"), QLineEdit("fields"))
    qtbot.addWidget(again)
    again.restore(kept)
    again.set_shown(queue=True, page=True)
    again.resize(1300, 500)
    again.show()
    assert abs(edit_of(again, "queue").width() - 400) <= 2
    assert edit_of(again, "fields").width() > 1.5 * edit_of(again, "page").width()


@pytest.mark.parametrize("kept", [None, [], {"queue": "wide", "pair": [1]}, {"queue": -4, "pair": [0, "x"]}])
def test_widths_that_are_none_are_passed_over(columns: Columns, kept: object) -> None:
    before = columns.layout_now()
    columns.restore(kept)
    assert columns.layout_now() == before
