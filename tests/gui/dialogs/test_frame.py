# SPDX-License-Identifier: MIT
from PySide6.QtWidgets import QFocusFrame

from eqbrief.gui.dialogs.frame import Dialog
from eqbrief.gui.kit import Button, Label
from tests.gui.looks import dress


def test_what_is_said_takes_the_place_of_what_was_said(shown):
    dialog = Dialog("Backups")
    dialog.finish([], [Button("Close")])
    shown(dialog)
    assert dialog.said() == ""
    dialog.say("Backed up.", "good")
    assert dialog.said() == "Backed up."
    dialog.say("The disk is full. Free some space.", "caution")
    assert dialog.said() == "The disk is full. Free some space."
    dialog.say("")
    assert dialog.said() == ""


def test_the_last_button_is_pressed_by_enter():
    first, last = Button("Cancel"), Button("Open")
    dialog = Dialog("Libraries")
    dialog.finish([], [first, last])
    assert last.isDefault()
    assert not first.isDefault()
    dialog.deleteLater()


def test_it_grows_and_shrinks_with_the_text_while_it_is_open(qapp, shown, qtbot):
    dialog = Dialog("Settings", "Changes apply at once.", size=(300, 200))
    dialog.add(Label("A sentence that is long enough to need a second line when the text is twice as large."))
    dialog.finish([], [Button("Close")])
    shown(dialog)
    before = dialog.size()
    dress(qapp, "light", 200)
    qtbot.waitUntil(lambda: dialog.width() > before.width() and dialog.height() > before.height())
    dress(qapp, "light", 100)
    qtbot.waitUntil(lambda: dialog.size() == before)
    dialog.resize(before.width() + 90, before.height() + 90)
    dress(qapp, "light", 110)
    qtbot.wait(20)
    assert dialog.width() == before.width() + 90  # as the person made it
    dress(qapp, "light", 100)


def test_the_ring_stays_around_the_field_in_another_theme(qapp, shown, qtbot):
    dialog = Dialog("Settings")
    button = Button("Close")
    dialog.finish([], [button])
    shown(dialog)
    button.setFocus()
    qtbot.waitUntil(lambda: dialog.findChild(QFocusFrame) is not None)
    dress(qapp, "dark")
    qtbot.waitUntil(lambda: dialog.findChild(QFocusFrame).isVisible())
    assert dialog.findChild(QFocusFrame).widget() is button
    dress(qapp)


def test_the_line_below_the_heading_can_go(shown):
    dialog = shown(Dialog("Help"))
    assert [each.text() for each in dialog.findChildren(Label) if each.isVisible()] == ["Help"]
    dialog.set_line("How to do things.")
    assert [each.text() for each in dialog.findChildren(Label) if each.isVisible()] == ["Help", "How to do things."]
