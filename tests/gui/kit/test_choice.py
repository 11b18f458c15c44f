# SPDX-License-Identifier: MIT
from PySide6.QtCore import Qt

from eqbrief.gui.kit import ComboBox
from tests.gui.looks import dress, spoken


def test_it_is_named_has_a_chevron_and_is_used_by_keys(qapp, qtbot):
    dress(qapp)
    box = ComboBox("State", ("To review", "Reviewing", "Reviewed"))
    qtbot.addWidget(box)
    box.resize(200, 32)
    assert spoken(box) == "State" and box.sizeHint().height() == 32
    right = box.grab().toImage().copy(170, 8, 26, 16)
    assert len({right.pixelColor(x, y).name() for x in range(26) for y in range(16)}) > 3
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert box.currentText() == "Reviewing"
