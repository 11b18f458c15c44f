# SPDX-License-Identifier: MIT
"""Actions are made of what their methods declare, and every one of the window's stands in a menu and in the help."""

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from eqbrief.gui.actions import MENUS, Actions, action, declared
from eqbrief.gui.dialogs.topics import help_topics
from tests.gui.looks import dress


class Owner(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.done: list[object] = []

    @action("Star", icon="star", menu="Event", shortcut="Ctrl+D", help="Star the event.")
    def star(self) -> None:
        self.done.append("star")

    @action("Sidebar", icon="columns", menu="View", checkable=True, help="Show the sidebar.")
    def sidebar(self, shown: bool) -> None:
        self.done.append(shown)

    @action("Delete", icon="trash", menu="Event", divides=True, help="Put it in the bin.")
    def delete(self) -> None:
        self.done.append("delete")


@pytest.fixture
def made(qapp, qtbot):
    dress(qapp)
    window = QWidget()
    qtbot.addWidget(window)
    owner = Owner()
    actions = Actions(window)
    actions.take(owner)
    return window, owner, actions


def test_declarations_come_in_the_order_of_the_file():
    assert list(declared(Owner)) == ["star", "sidebar", "delete"]
    assert declared(Owner)["star"].shortcut == "Ctrl+D"


def test_an_action_calls_its_method(made):
    window, owner, actions = made
    actions["star"].trigger()
    actions["sidebar"].setChecked(True)
    actions["delete"].trigger()
    assert owner.done == ["star", True, "delete"]
    assert actions["star"].shortcut() == QKeySequence("Ctrl+D")
    assert actions["star"] in window.actions() and not actions["star"].icon().isNull()


def test_a_menu_holds_its_own_with_lines_where_they_were_asked_for(made):
    window, _owner, actions = made
    items = actions.menu("Event", window).actions()
    assert [item.text() or "—" for item in items] == ["Star", "—", "Delete"]
    assert [menu for menu, _ in ((d.menu, a) for d, a in actions.all())] == ["Event", "Event", "View"]


def test_every_action_of_the_window_stands_in_a_menu_and_in_the_help(window):
    actions = list(window.actions_.all())
    assert len(actions) > 30
    in_menus = [item for menu in window.top._more.menu().actions() for item in menu.menu().actions()]
    assert {item for _, item in actions} == {item for item in in_menus if not item.isSeparator()}
    assert [menu.text() for menu in window.top._more.menu().actions()] == list(MENUS)
    keys = [item.shortcut().toString() for _, item in actions if not item.shortcut().isEmpty()]
    assert len(keys) == len(set(keys))
    told = " ".join(topic.text for topic in help_topics(actions))
    assert [action.text for action, _ in actions if action.text.rstrip("…") not in told] == []
