# SPDX-License-Identifier: MIT
"""The list knows ids, and reads a screenful of rows when they are drawn."""

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from eqbrief.gui.listing.model import IdRole, ListModel, RowRole
from eqbrief.gui.listing.rows import Row


class Reader:
    """Rows of invented events, and a note of what was asked for."""

    def __init__(self) -> None:
        self.asked: list[list[int]] = []

    def __call__(self, ids):
        self.asked.append(list(ids))
        return [Row(number, f"Event {number}", "") for number in ids if number != 13]


@pytest.fixture
def model(qapp) -> ListModel:
    return ListModel()


def test_it_keeps_qts_rules(model):
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.show(list(range(1, 200)), Reader())
    model.show([], Reader())
    model.show([5, 4], Reader())
    assert model.rowCount() == 2 and tester.model() is model


def test_a_screenful_is_read_at_once_and_once(model):
    reader = Reader()
    model.show(list(range(1, 20_001)), reader)
    assert reader.asked == []
    for row in range(10_000, 10_030):
        assert model.data(model.index(row), RowRole).title == f"Event {row + 1}"
    assert len(reader.asked) == 1 and len(reader.asked[0]) == 60
    assert model.data(model.index(10_000), Qt.ItemDataRole.AccessibleTextRole) == "Event 10001."
    assert model.data(model.index(10_000), IdRole) == 10_001


def test_it_forgets_rather_than_holding_all_of_a_large_library(model):
    model.show(list(range(1, 20_001)), Reader())
    for row in range(0, 20_000, 40):
        model.data(model.index(row), RowRole)
    assert len(model._rows) < 3_200


def test_the_same_ids_are_read_again_without_losing_the_selection(model, qtbot):
    reader = Reader()
    assert model.show([1, 2, 3], reader) is True
    model.data(model.index(0), RowRole)
    with qtbot.waitSignal(model.dataChanged), qtbot.assertNotEmitted(model.modelReset):
        assert model.show([1, 2, 3], reader) is False
    model.data(model.index(0), RowRole)
    assert len(reader.asked) == 2


def test_an_event_that_is_gone_by_now_is_no_row(model):
    model.show([12, 13], Reader())
    assert model.data(model.index(1), RowRole) is None
    assert model.data(model.index(1), Qt.ItemDataRole.DisplayRole) == ""
    assert model.data(model.index(7), RowRole) is None


def test_ids_and_rows_find_each_other(model):
    model.show([30, 10, 20], Reader())
    assert [model.row_of(number) for number in (10, 99)] == [1, -1]
    assert [model.id_at(row) for row in (0, 3, -1)] == [30, None, None]
    assert [index.row() for index in model.rows_of([20, 30, 99]).indexes()] == [0, 2]


def test_twenty_thousand_rows_are_shown_at_once(model):
    began = time.perf_counter()
    model.show(list(range(20_000)), Reader())
    model.rows_of(range(20_000))
    assert time.perf_counter() - began < 1.0
