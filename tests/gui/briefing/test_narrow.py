# SPDX-License-Identifier: MIT
"""In a narrow window, or with large text, the builder shows what is written or the page, and nothing is cut off."""

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from eqbrief import store as db
from eqbrief.gui.sidebar import Place
from eqbrief.model import Filter
from eqbrief.store import Store
from eqbrief.tasks import briefing as tasks
from tests.gui.looks import dress

LONG = "Talking about race at the board: what several events tell us, and what a large trust ought to do about it"


@pytest.fixture
def begun(filled_library: Store) -> Store:
    numbers = db.event_ids(filled_library, Filter())[:2]
    tasks.new_briefing(filled_library, LONG, pieces=tasks.pieces_of_events(filled_library, numbers))
    return filled_library


def builder(window, qtbot):
    window.briefings.open_briefing()
    view = window.views.view
    qtbot.waitUntil(lambda: view._made is not None, timeout=9000)
    QApplication.processEvents()
    return view


@pytest.mark.parametrize(("width", "text_size"), [(1440, 100), (900, 100), (600, 100), (1440, 200), (900, 200)])
def test_nothing_in_the_head_is_cut_off(begun, open_window, qtbot, width: int, text_size: int) -> None:
    window = open_window(begun, size=(width, 900), text_size=text_size)
    view = builder(window, qtbot)
    shown = sorted((one for one in view.head.findChildren(QPushButton) if one.isVisible()), key=lambda one: one.x())
    assert {view.head.formats, view.head.which} <= set(shown)
    for one in shown:
        assert one.width() >= one.sizeHint().width() and view.head.rect().contains(one.geometry()), one.text()
    for one, other in pairwise(shown):
        assert one.geometry().right() < other.geometry().left(), (one.text(), other.text())
    assert view.halves.is_narrow == (view.width() < 760 * text_size / 100)
    assert view.preview.isVisible() != (view.halves.is_narrow and not view.halves.shows_page)
    assert view.head.page.isVisible() == view.halves.is_narrow
    assert view.head.save.isVisible() != view.halves.is_narrow
    dress(QApplication.instance())


def test_the_head_is_whole_after_another_view_had_the_room(begun, open_window, qtbot) -> None:
    window = open_window(begun, size=(1440, 900))
    window.sidebar.choose(Place("Evidence", "evidence"))
    QApplication.processEvents()
    view = builder(window, qtbot)
    assert view.head.save.isVisible() and not view.head.page.isVisible()


def test_one_turns_to_the_page_and_back_by_key(begun, open_window, qtbot) -> None:
    window = open_window(begun, size=(900, 900))
    view = builder(window, qtbot)
    view.head.page.setFocus()
    QTest.keyClick(view.head.page, Qt.Key.Key_Space)
    assert view.preview.isVisible() and not view.outline.isVisible() and view.preview.page.hasFocus()
    QTest.keyClick(view.preview.page, Qt.Key.Key_Escape)
    assert view.outline.isVisible() and not view.preview.isVisible() and view.outline.hasFocus()
    view.head._list_formats()
    view.head._list_briefings()
    assert "Print…" in [one.text() for one in view.head.formats.menu().actions()]
    assert "Template" in [one.text() for one in view.head._briefings.actions()]


def test_a_wider_window_has_both_again(begun, open_window, qtbot) -> None:
    window = open_window(begun, size=(900, 900))
    view = builder(window, qtbot)
    view.head.page.setChecked(True)
    window.resize(1440, 900)
    qtbot.waitUntil(lambda: view.outline.isVisible() and view.preview.isVisible())
    assert view.head.save.isVisible() and not view.head.page.isVisible()


def test_a_person_has_room_for_the_name_with_large_text(filled_library, open_window, qtbot) -> None:
    window = open_window(filled_library, size=(1440, 900), text_size=200)
    window.show_name("person", db.people(filled_library)[0].id)
    window._go_inside(True)
    page = window.detail.names
    qtbot.waitUntil(lambda: page.isVisible() and page._actions.y() > page._title.geometry().bottom())
    assert page._title.width() > page.width() * 0.7
    dress(QApplication.instance())
