# SPDX-License-Identifier: MIT
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


def test_it_grows_with_the_text_while_it_is_open(qapp, shown):
    dialog = Dialog("Settings", "Changes apply at once.", size=(300, 200))
    dialog.add(Label("A sentence that is long enough to need a second line when the text is twice as large."))
    dialog.finish([], [Button("Close")])
    shown(dialog)
    before = dialog.size()
    dress(qapp, "light", 200)
    assert dialog.width() > before.width()
    assert dialog.height() > before.height()
    dress(qapp, "light", 100)


def test_the_line_below_the_heading_can_go(shown):
    dialog = shown(Dialog("Help"))
    assert [each.text() for each in dialog.findChildren(Label) if each.isVisible()] == ["Help"]
    dialog.set_line("How to do things.")
    assert [each.text() for each in dialog.findChildren(Label) if each.isVisible()] == ["Help", "How to do things."]
