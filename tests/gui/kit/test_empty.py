# SPDX-License-Identifier: MIT
from eqbrief.gui.kit import Button, EmptyState, Label
from eqbrief.gui.kit.empty import balanced_width
from tests.gui.looks import dress, spoken


def test_it_says_what_belongs_there_and_shows_the_buttons(qapp, qtbot):
    dress(qapp)
    add = Button("Add a page", "plus", "primary")
    state = EmptyState("books", "No events yet", "Save a page, then add it here.", [add])
    qtbot.addWidget(state)
    state.resize(600, 400)
    state.show()
    assert spoken(state) == "No events yet"
    assert [label.text() for label in state.findChildren(Label)] == ["No events yet", "Save a page, then add it here."]
    assert add.isVisible() and add.geometry().bottom() < state.height()
    middle = state.width() / 2
    assert all(abs(label.geometry().center().x() - middle) <= 2 for label in state.findChildren(Label))


def test_lines_are_balanced_so_that_no_word_is_left_alone(qapp, qtbot):
    dress(qapp)
    label = Label("Save a page in your browser, then add it here. EqBrief reads it.")
    qtbot.addWidget(label)
    narrow = balanced_width(label, 400)
    assert narrow < 300
    assert label.heightForWidth(narrow) == label.heightForWidth(400)
