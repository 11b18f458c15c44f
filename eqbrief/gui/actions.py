# SPDX-License-Identifier: MIT
"""Actions, declared where their method is: `@action("Add pages…", icon="ph.plus", shortcut="Ctrl+N", menu="Library")`.

The menus, the command palette, the help page and the tests all read this one declaration.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from eqbrief.gui.theme import icon

MENUS = ("Library", "Event", "Deck", "Note", "Briefing", "Directory", "View", "Help")
"""The menus in their order; each action names one of them."""


@dataclass(frozen=True, slots=True)
class Action:
    """What an action is called, where it stands, and its keys. `help` says in a sentence what it does."""

    text: str
    icon: str
    menu: str
    help: str
    shortcut: str = ""
    divides: bool = False
    checkable: bool = False


def action(
    text: str,
    *,
    icon: str,
    menu: str,
    help: str,
    shortcut: str = "",
    divides: bool = False,
    checkable: bool = False,
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Declare that a method is an action; `divides` puts a line above it in its menu."""

    def declare(method: Callable[..., Any]) -> Callable[..., Any]:
        method.action = Action(text, icon, menu, help, shortcut, divides, checkable)  # type: ignore[attr-defined]
        return method

    return declare


def declared(kind: type) -> dict[str, Action]:
    """List the actions that a class declares, by the names of their methods, in the order of the file."""
    found: dict[str, Action] = {}
    for base in reversed(kind.__mro__):
        for name, value in vars(base).items():
            if isinstance(declaration := getattr(value, "action", None), Action):
                found[name] = declaration
    return found


class Actions:
    """The QActions of a window, made from the methods of it and of its panes."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._made: dict[str, tuple[Action, QAction]] = {}

    def take(self, owner: QObject) -> None:
        """Make QActions of all that an owner declares, and let their shortcuts work in the whole window."""
        for name, declaration in declared(type(owner)).items():
            made = QAction(icon(declaration.icon), declaration.text, self._window)
            made.setObjectName(name)
            made.setCheckable(declaration.checkable)
            made.setStatusTip(declaration.help)
            if declaration.shortcut:
                made.setShortcut(QKeySequence(declaration.shortcut))
            method = getattr(owner, name)
            if declaration.checkable:
                made.toggled.connect(method)
            else:
                made.triggered.connect(lambda _checked=False, method=method: method())
            self._window.addAction(made)
            self._made[name] = (declaration, made)

    def __getitem__(self, name: str) -> QAction:
        """Give the QAction of a method by its name."""
        return self._made[name][1]

    def all(self) -> Iterable[tuple[Action, QAction]]:
        """Give every action with its declaration, menu by menu."""
        return sorted(self._made.values(), key=lambda pair: MENUS.index(pair[0].menu))

    def menu(self, title: str, parent: QWidget) -> QMenu:
        """Make the menu of this title."""
        made = QMenu(title, parent)
        for declaration, item in self._made.values():
            if declaration.menu != title:
                continue
            if declaration.divides and not made.isEmpty():
                made.addSeparator()
            made.addAction(item)
        return made
