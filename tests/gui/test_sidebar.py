# SPDX-License-Identifier: MIT
"""The sidebar's lines, their counts, and what choosing one says, by mouse and by keyboard."""

import pytest
from PySide6.QtCore import Qt

from eqbrief import store as db
from eqbrief import tasks
from eqbrief.gui.jobs import Jobs
from eqbrief.gui.sidebar import ALL_EVENTS, Place, Sidebar, lines_of, said_count
from eqbrief.model import Counts, Filter, NameCard
from tests.gui.looks import THEMES, dress
from tests.store.filling import add_event


def names(*texts: str) -> tuple[NameCard, ...]:
    return tuple(NameCard(number, text, "", number) for number, text in enumerate(texts, 1))


EMPTY = Counts(0, 0, 0, 0, 0, 0, (), ())


@pytest.fixture
def sidebar(library, qapp, qtbot):
    dress(qapp)
    for number in range(1, 5):
        add_event(library, number)
    jobs = Jobs(library)
    made = Sidebar(library, jobs)
    qtbot.addWidget(made)
    made.resize(208, 600)
    made.show()
    yield made
    jobs.shutdown()
    jobs.deleteLater()


def shown(sidebar: Sidebar) -> dict[str, str]:
    """Give what a screen reader reads, by the line's text."""
    model = sidebar.view.model()
    rows = [model.index(row, 0) for row in range(model.rowCount())]
    return {row.data(): row.data(Qt.ItemDataRole.AccessibleTextRole) for row in rows}


def row_of(sidebar: Sidebar, text: str):
    model = sidebar.view.model()
    return next(model.index(row, 0) for row in range(model.rowCount()) if model.index(row, 0).data() == text)


def test_an_empty_library_has_no_empty_sections():
    assert [line.text for line in lines_of(EMPTY, frozenset())] == [
        "Library", "All events", "To review", "Reviewing", "Starred", "Looked at", "Notes", "Actions", "Evidence",
        "Bin",
        "Directory", "People", "Organisations", "Glossary", "Who speaks",
    ]  # fmt: skip


def test_a_long_section_shows_five_and_says_how_many_more():
    counts = Counts(0, 0, 0, 0, 0, 0, names(*"abcdefgh"), names(*"uvwxyz"))
    lines = [line.text for line in lines_of(counts, frozenset())]
    assert lines[lines.index("Topics") + 1 : lines.index("Directory")] == [*"abcde", "3 more"]
    assert lines[lines.index("Series") + 1 : lines.index("Topics")] == [*"uvwxyz"]
    opened = [line.text for line in lines_of(counts, frozenset({"topic"}))]
    assert "h" in opened and "3 more" not in opened


def test_counts_follow_what_is_done(sidebar, library, qtbot):
    assert shown(sidebar)["All events"] == "All events, 4" and shown(sidebar)["To review"] == "To review, 4"
    number = db.event_ids(library, Filter())[0]
    tasks.star(library, [number], True)
    tasks.set_state(library, [number], "reviewed")
    assert shown(sidebar)["Starred"] == "Starred, 1" and shown(sidebar)["To review"] == "To review, 3"
    tasks.delete(library, [number])
    assert shown(sidebar)["Bin"] == "Bin, 1" and shown(sidebar)["All events"] == "All events, 3"


def test_headings_cannot_be_chosen(sidebar):
    assert not row_of(sidebar, "Library").flags() & Qt.ItemFlag.ItemIsEnabled


def test_the_arrow_keys_choose_and_enter_opens_the_rest_of_a_section(library, qapp, qtbot):
    dress(qapp)
    for number in range(1, 10):
        add_event(library, number, topics=(f"Topic {number}",))
    jobs = Jobs(library)
    sidebar = Sidebar(library, jobs)
    qtbot.addWidget(sidebar)
    sidebar.show()
    sidebar.choose(ALL_EVENTS)
    with qtbot.waitSignal(sidebar.chosen) as blocker:
        qtbot.keyClick(sidebar.view, Qt.Key.Key_Down)
    assert blocker.args == [Place("To review", filter=Filter("to review"))]
    sidebar.view.setCurrentIndex(row_of(sidebar, "4 more"))
    qtbot.keyClick(sidebar.view, Qt.Key.Key_Return)
    assert "Topic 9" in shown(sidebar) and "4 more" not in shown(sidebar)
    jobs.shutdown()
    jobs.deleteLater()


def test_a_click_chooses_and_what_is_chosen_stays_when_counts_change(sidebar, library, qtbot):
    at = sidebar.view.visualRect(row_of(sidebar, "People")).center()
    with qtbot.waitSignal(sidebar.chosen) as blocker:
        qtbot.mouseClick(sidebar.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert blocker.args == [Place("People", "people")]
    with qtbot.assertNotEmitted(sidebar.chosen):
        add_event(library, 9)
    assert sidebar.view.currentIndex().data() == "People"


def test_a_place_without_a_line_is_shown_all_the_same(sidebar, qtbot):
    with qtbot.waitSignal(sidebar.chosen) as blocker:
        sidebar.choose(Place("Rafiq Umberley", filter=Filter("person", 1)))
    assert blocker.args[0].title == "Rafiq Umberley" and not sidebar.view.currentIndex().isValid()


@pytest.mark.parametrize("choice", THEMES)
def test_a_name_that_is_shortened_can_be_read_in_its_tooltip(sidebar, library, qapp, choice):
    dress(qapp, choice)
    add_event(library, 8, series="<b>A programme with a name that no sidebar holds</b>")
    tip = row_of(sidebar, "<b>A programme with a name that no sidebar holds</b>").data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;b&gt;" in tip
    assert not sidebar.grab().isNull()


def test_the_heading_of_the_list_counts_in_words():
    assert said_count(ALL_EVENTS, 1) == "1 event"
    assert said_count(Place("People", "people"), 2) == "2 people"
    assert said_count(Place("Organisations", "organisations"), 1200) == "1,200 organisations"
