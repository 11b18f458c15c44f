# SPDX-License-Identifier: MIT
"""Every action of the window has a text, an icon that exists, a menu, a sentence of help, and keys of its own.

The declarations are read from the source, so that none is missed because no pane made it in a test.
"""

import ast
import json
from dataclasses import dataclass
from pathlib import Path

import pytest
import qtawesome
from PySide6.QtGui import QKeySequence

from eqbrief.gui.actions import MENUS
from tests.helpers.habits import sources


@dataclass(frozen=True, slots=True)
class Declared:
    """An action as it stands in the source; what is not written out there as a constant is None."""

    method: str
    text: str | None
    icon: str | None
    menu: str | None
    help: str | None
    shortcut: str | None


def declared(text: str) -> list[Declared]:
    """Find the methods with `@action(…)` above them."""
    found: list[Declared] = []
    for node in ast.walk(ast.parse(text)):
        for call in getattr(node, "decorator_list", []):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "action":
                said = {word.arg: getattr(word.value, "value", None) for word in call.keywords}
                first = getattr(call.args[0], "value", None) if call.args else said.get("text")
                found.append(Declared(node.name, first, *map(said.get, ("icon", "menu", "help", "shortcut"))))
    return found


def faults(actions: list[Declared], icons: set[str]) -> list[str]:
    """Say what is wrong with the actions of a window, a line each."""
    said: list[str] = []
    keys: dict[str, str] = {}
    for one in actions:
        if not one.text or not one.text[0].isupper():
            said.append(f"{one.method}: no text that starts with a capital")
        if one.icon not in icons:
            said.append(f"{one.method}: no icon '{one.icon}'")
        if one.menu not in MENUS:
            said.append(f"{one.method}: no menu '{one.menu}'")
        if not one.help or not one.help.endswith(".") or len(one.help) < 8:
            said.append(f"{one.method}: no sentence of help")
        if one.shortcut:
            key = QKeySequence(one.shortcut).toString()
            if not key:
                said.append(f"{one.method}: '{one.shortcut}' is no key")
            elif key in keys:
                said.append(f"{one.method}: {key} is {keys[key]}'s already")
            keys.setdefault(key, one.method)
    return said


@pytest.fixture(scope="module")
def icons() -> set[str]:
    """List the icons of the one family that the window uses, Phosphor's, by their names there."""
    charmaps = Path(qtawesome.__file__).parent.joinpath("fonts").glob("phosphor*charmap*.json")
    return {name for charmap in charmaps for name in json.loads(charmap.read_text(encoding="utf-8"))}


def test_every_action_is_whole(icons: set[str]) -> None:
    found = [one for path in sources("eqbrief") for one in declared(path.read_text(encoding="utf-8"))]
    if not found:
        pytest.skip("no action is declared yet")
    assert faults(found, icons) == []


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ('"", icon="star", menu="Event", help="Star the event."', "second: no text that starts with a capital"),
        ('"Star", icon="starr", menu="Event", help="Star the event."', "second: no icon 'starr'"),
        ('"Star", icon="star", menu="Edit", help="Star the event."', "second: no menu 'Edit'"),
        ('"Star", icon="star", menu="Event", help="Star"', "second: no sentence of help"),
        (
            '"Star", icon="star", menu="Event", help="Star the event.", shortcut="ctrl+n"',
            "second: Ctrl+N is first's already",
        ),
    ],
)
def test_a_planted_fault_is_found(icons: set[str], wrong: str, said: str) -> None:
    right = '"Add pages…", icon="plus", menu="Library", help="Bring in pages.", shortcut="Ctrl+N"'
    source = f"class Pane:\n  @action({right})\n  def first(self): ...\n  @action({wrong})\n  def second(self): ...\n"
    assert faults(declared(source), icons) == [said]
