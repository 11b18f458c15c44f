# SPDX-License-Identifier: MIT
from PySide6.QtCore import Qt

from eqbrief.gui.dialogs.fields import Group, PathField
from eqbrief.gui.kit import Button, Label


def test_a_path_can_be_copied_but_not_typed(qtbot):
    field = PathField("Folder", "/a/very/long/path/" * 20)
    qtbot.addWidget(field)
    qtbot.keyClicks(field, "x")
    assert field.text() == "/a/very/long/path/" * 20
    assert field.cursorPosition() == 0
    qtbot.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert field.selectedText() == field.text()


def test_a_path_in_the_tooltip_is_no_markup(qtbot):
    field = PathField("Folder", "<img src='file:///x'>")
    qtbot.addWidget(field)
    assert "<img" not in field.toolTip()


def test_a_group_has_its_fields_name_and_height_for_all(qtbot):
    field = PathField("Folder", "/x")
    group = Group(field, Label("Words about it."), (Button("Show"), Button("Choose")))
    qtbot.addWidget(group)
    assert group.accessibleName() == "Folder"
    assert group.sizeHint().height() > field.sizeHint().height() + 32
