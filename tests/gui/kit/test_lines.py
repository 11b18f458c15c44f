# SPDX-License-Identifier: MIT
from PySide6.QtCore import Qt

from eqbrief.gui.kit.lines import Line, LineList

THREE = [
    Line("a", "20 February 2024, 09:12", "3 events · 2.3 MB", "archive", chip="Not yet tried"),
    Line("b", "19 February 2024, 09:10", "3 events · 2.3 MB", "archive"),
    Line("c", "Only a name"),
]


def heights(view: LineList) -> list[int]:
    return [view.visualRect(view.model().index(row, 0)).height() for row in range(view.model().rowCount())]


def test_a_line_is_one_sentence():
    assert THREE[0].sentence == "20 February 2024, 09:12, 3 events, 2.3 MB, Not yet tried."
    assert THREE[2].sentence == "Only a name."
    assert Line("x", "It ends.", "So does this.").sentence == "It ends, So does this."


def test_the_sentence_is_what_a_screen_reader_hears(qtbot):
    view = LineList("Backups")
    qtbot.addWidget(view)
    view.show_lines(THREE)
    said = view.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == THREE[0].sentence


def test_what_is_current_stays_current(qtbot):
    view = LineList("Backups")
    qtbot.addWidget(view)
    view.show_lines(THREE)
    assert view.current_key() == "a"
    view.show_lines(THREE, choose="b")
    assert view.current_key() == "b"
    view.show_lines(THREE[1:])
    assert view.current_key() == "b"
    view.show_lines(THREE[:1])
    assert view.current_key() == "a"
    view.show_lines([])
    assert view.current() is None


def test_arrows_move_and_go_round(qtbot):
    view = LineList("Backups")
    qtbot.addWidget(view)
    heard: list[str] = []
    view.moved.connect(heard.append)
    view.show_lines(THREE)
    view.step(1)
    view.step(1)
    view.step(1)
    view.step(-1)
    assert heard == ["a", "b", "c", "a", "c"]


def test_words_wrap_and_rows_grow_when_there_is_less_room(qtbot):
    view = LineList("Problems")
    qtbot.addWidget(view)
    view.show_lines([Line("a", "The deck is missing", "Choose Repair to put it back from the backups. " * 3, "file-x")])
    view.resize(900, 400)
    view.show()
    qtbot.waitUntil(lambda: heights(view)[0] > 0)
    wide = heights(view)[0]
    view.resize(260, 400)
    qtbot.waitUntil(lambda: heights(view)[0] > wide)
    view.resize(900, 400)
    qtbot.waitUntil(lambda: heights(view)[0] == wide)


def test_a_list_of_names_stands_closer(qtbot):
    view = LineList("Topics")
    qtbot.addWidget(view)
    view.show_lines([THREE[1], THREE[2]])
    view.show()
    qtbot.waitUntil(lambda: heights(view)[0] > 0)
    assert heights(view)[1] < heights(view)[0]
