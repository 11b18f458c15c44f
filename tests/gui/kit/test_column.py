# SPDX-License-Identifier: MIT
from PySide6.QtWidgets import QHBoxLayout, QLabel

from eqbrief.gui.kit import Label, ScrollColumn, reading_width
from tests.gui.looks import dress, spoken


def test_things_are_stacked_at_the_left_in_the_reading_width(qapp, qtbot):
    dress(qapp)
    column = ScrollColumn("Overview")
    qtbot.addWidget(column)
    first, second = Label("One " * 200), Label("Two")
    column.add(first)
    column.add_heading("Panel")
    column.add(second)
    column.resize(1200, 800)
    column.show()
    assert spoken(column) == "Overview"
    assert first.width() == reading_width() < 700
    assert first.mapTo(column, first.rect().topLeft()).x() == 28
    assert first.height() == first.heightForWidth(first.width())
    assert second.y() > first.geometry().bottom()
    dress(qapp, "light", 200)
    qapp.processEvents()
    assert first.width() == reading_width() > 800


def test_a_narrow_column_never_scrolls_sideways(qapp, qtbot):
    dress(qapp, "light", 200)
    column = ScrollColumn("Overview")
    qtbot.addWidget(column)
    column.add(Label("Donaudampfschifffahrtsgesellschaftskapitän " * 3, "title"))
    column.resize(320, 400)
    column.show()
    assert column.widget().width() <= column.viewport().width()


def test_it_can_be_emptied_and_filled_again(qapp, qtbot):
    column = ScrollColumn("Panel", wide=True)
    qtbot.addWidget(column)
    row = QHBoxLayout()
    row.addWidget(Label("in a row"))
    column.add(row)
    column.add(Label("below"))
    column.clear()
    qapp.sendPostedEvents(None, 52)
    assert column.findChildren(QLabel) == []
    column.add(Label("anew"))
    assert [label.text() for label in column.findChildren(QLabel)] == ["anew"]
