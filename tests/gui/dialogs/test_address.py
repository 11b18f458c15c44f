# SPDX-License-Identifier: MIT
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from eqbrief.gui.dialogs import AddressDialog
from eqbrief.gui.kit import Button, Label
from tests.gui.dialogs.test_settings import named

ADDRESS = "https://larkmoor.example/events/kinder-rotas"


def words(dialog: AddressDialog) -> str:
    return " ".join(label.text() for label in dialog.findChildren(Label) if label.isVisible())


def test_an_address_is_typed_and_enter_takes_it(shown, qtbot):
    dialog = shown(AddressDialog())
    fetch = named(dialog, Button, "Fetch the page")
    assert not fetch.isEnabled() and "Copy it from your browser's address bar" in words(dialog)
    qtbot.keyClicks(dialog.focusWidget(), "www.larkmoor.example/events")
    assert fetch.isEnabled() and "From www.larkmoor.example." in words(dialog)
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert dialog.result() == AddressDialog.DialogCode.Accepted
    assert dialog.addresses() == ["https://www.larkmoor.example/events"]


def test_enter_without_an_address_leaves_it_open(shown, qtbot):
    dialog = shown(AddressDialog())
    qtbot.keyClicks(dialog.focusWidget(), "kinder rotas for night staff")
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert dialog.isVisible() and dialog.addresses() == []
    assert "There is no web address in this." in words(dialog)


def test_several_are_pasted_at_once_a_line_each(shown, qtbot):
    QApplication.clipboard().setText(
        f"{ADDRESS}\r\nhttps://pennywick.example/1\n\nhttp://pennywick.example/2\n{ADDRESS}"
    )
    dialog = shown(AddressDialog())
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert dialog.addresses() == [ADDRESS, "https://pennywick.example/1", "http://pennywick.example/2"]
    assert named(dialog, Button, "Fetch 3 pages").isEnabled()
    assert "3 pages, one after the other, from larkmoor.example, pennywick.example." in words(dialog)


def test_what_was_copied_is_offered_where_it_is_an_address_and_not_taken_by_itself(shown):
    QApplication.clipboard().setText(f" {ADDRESS} ")
    dialog = shown(AddressDialog())
    assert dialog.addresses() == []
    offer = named(dialog, Button, "Paste the copied address")
    assert offer.isVisible()
    offer.click()
    assert dialog.addresses() == [ADDRESS] and isinstance(dialog.focusWidget(), QLineEdit)


@pytest.mark.parametrize("copied", ["", "a few words", "file:///etc/hostname", "someone@larkmoor.example"])
def test_nothing_else_is_offered(shown, copied):
    QApplication.clipboard().setText(copied)
    dialog = shown(AddressDialog())
    assert not named(dialog, Button, "Paste the copied address").isVisible()
