# SPDX-License-Identifier: MIT
from PySide6.QtCore import QStringListModel, Qt

from eqbrief.gui.listing.cards import CardList


def test_enter_opens_and_delete_deletes_and_the_arrows_move(qtbot):
    cards = CardList("Events")
    qtbot.addWidget(cards)
    model = QStringListModel(["one", "two"], cards)
    cards.setModel(model)
    cards.setCurrentIndex(model.index(0))
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        with qtbot.waitSignal(cards.entered_row):
            qtbot.keyClick(cards, key)
    with qtbot.waitSignal(cards.delete_pressed):
        qtbot.keyClick(cards, Qt.Key.Key_Delete)
    qtbot.keyClick(cards, Qt.Key.Key_Down)
    assert cards.currentIndex().row() == 1
    assert cards.accessibleName() == "Events"
