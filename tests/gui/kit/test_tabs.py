# SPDX-License-Identifier: MIT
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from eqbrief.gui.kit import Tabs
from eqbrief.gui.theme import theme_in_use
from tests.gui.looks import THEMES, colours, dress, near


@pytest.fixture
def tabs(qapp, qtbot) -> Tabs:
    dress(qapp)
    made = Tabs("Parts of the event")
    qtbot.addWidget(made)
    for key, text, count in (("overview", "Overview", None), ("panel", "Panel", 4), ("questions", "Q&A", 7)):
        made.add(key, text, count)
    made.resize(made.sizeHint())
    return made


def test_the_arrow_keys_go_from_tab_to_tab(tabs, qtbot):
    said: list[str] = []
    tabs.chosen.connect(said.append)
    assert tabs.current() == "overview"
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        qtbot.keyClick(tabs, key)
    assert said == ["panel", "questions", "panel"]
    tabs.choose("overview")
    assert tabs.current() == "overview" and said[-1] == "overview"


def test_a_screen_reader_hears_the_word_and_the_count(tabs):
    tabs.set_count("panel", 12)
    interface = QAccessible.queryAccessibleInterface(tabs)
    assert interface.role() == QAccessible.Role.PageTabList
    assert tabs.accessibleName() == "Parts of the event"
    names = [interface.child(index).text(QAccessible.Text.Name) for index in range(3)]
    assert names == ["Overview", "Panel 12", "Q&A 7"]


@pytest.mark.parametrize("choice", THEMES)
def test_the_open_tab_is_underlined(tabs, qapp, choice):
    dress(qapp, choice)
    tabs.resize(tabs.sizeHint())
    line = near(colours(tabs), theme_in_use().accent)
    assert line == 2 * (tabs.tabRect(0).width() - 22)


def test_no_word_is_cut_at_200_per_cent(tabs, qapp):
    before = [tabs.tabRect(index).width() for index in range(3)]
    dress(qapp, "light", 200)
    tabs.resize(tabs.sizeHint())
    tabs.grab()
    after = [tabs.tabRect(index).width() for index in range(3)]
    assert all(now > 1.8 * then for now, then in zip(after, before, strict=True))


def test_without_tabs_none_is_open(qapp, qtbot):
    empty = Tabs("Nothing")
    qtbot.addWidget(empty)
    assert empty.current() == ""
