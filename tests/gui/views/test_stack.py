# SPDX-License-Identifier: MIT
"""A view takes the place of list and detail, and gives it back: by Back, by search, by an event that is wanted."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout

from eqbrief import tasks
from eqbrief.gui.sidebar import ALL_EVENTS, Place
from eqbrief.gui.views import View
from eqbrief.gui.views.kinds import VIEWS

TALLY = Place("Tally", "tally", id=7)


class Tally(View):
    """A view that counts what is asked of it."""

    def __init__(self, given) -> None:
        super().__init__()
        self.given, self.places, self.noticed, self.saves, self.steps = given, [], [], True, 0
        self.line = QLineEdit()
        self.line.setAccessibleName("Tally")
        QVBoxLayout(self).addWidget(self.line)

    def show_place(self, place: Place) -> None:
        self.places.append(place)

    def focus_first(self) -> None:
        self.line.setFocus()

    def step_back(self) -> bool:
        self.steps -= 1
        return self.steps >= 0

    def notice(self, tables) -> None:
        self.noticed.append(tables)

    def may_leave(self) -> bool:
        return self.saves


@pytest.fixture
def view(window, monkeypatch) -> Tally:
    monkeypatch.setitem(VIEWS, "tally", Tally)
    window.sidebar.choose(TALLY)
    shown = window.views.view
    assert isinstance(shown, Tally)
    return shown


def test_it_stands_in_the_place_of_list_and_detail(window, view) -> None:
    assert view.isVisible() and not window.listing.isVisible() and not window.detail.isVisible()
    assert view.places == [TALLY] and QApplication.focusWidget() is view.line
    assert window.listing.selected() == [] and window.events.chosen() == []


@pytest.mark.parametrize("width", [1440, 880])
def test_back_goes_a_step_within_it_and_then_to_where_one_was(window, view, width: int) -> None:
    window.resize(width, 900)
    QApplication.processEvents()
    view.steps = 1
    QTest.keyClick(view.line, Qt.Key.Key_Escape)
    assert view.isVisible()
    QTest.keyClick(view.line, Qt.Key.Key_Escape)
    assert not view.isVisible() and window.listing.isVisible()
    assert window.listing.place == ALL_EVENTS and window.listing.selected()


def test_an_event_that_it_wants_is_shown_and_back_returns_to_it(window, view) -> None:
    number = window.listing.model.id_at(2)
    view.event_wanted.emit(number)
    assert window.detail.event_id == number and window.listing.isVisible() and not view.isVisible()
    window.go_back()
    assert view.isVisible() and view.places == [TALLY, TALLY]


def test_searching_leaves_it_and_back_returns_to_it(window, view, qtbot) -> None:
    window.top.search.setText("equality")
    qtbot.waitUntil(lambda: "found" in window.listing._head.text())
    assert window.listing.isVisible() and not view.isVisible()
    window.go_back()
    window.go_back()
    assert view.isVisible()


def test_it_hears_of_changes_only_while_it_is_shown(window, view, filled_library) -> None:
    number = window.listing.model.id_at(0)
    tasks.star(filled_library, [number], True)
    assert len(view.noticed) == 1
    window.go_back()
    tasks.star(filled_library, [number], False)
    assert len(view.noticed) == 1


def test_what_could_not_be_saved_keeps_it_on_the_screen(window, view) -> None:
    view.saves = False
    window.sidebar.choose(ALL_EVENTS)
    assert view.isVisible() and window.sidebar._place == TALLY
    assert not window.close()
    view.saves = True
    window.sidebar.choose(ALL_EVENTS)
    assert not view.isVisible()


def test_f6_goes_through_it(window, view) -> None:
    seen = set()
    for _ in range(4):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F6)
        focused = QApplication.focusWidget()
        seen |= {name for name in ("top", "sidebar", "views") if getattr(window, name).isAncestorOf(focused)}
    assert seen == {"top", "sidebar", "views"}
