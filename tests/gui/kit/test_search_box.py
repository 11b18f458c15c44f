# SPDX-License-Identifier: MIT
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from eqbrief.gui.kit import SearchBox
from eqbrief.gui.theme import theme_in_use
from tests.gui.looks import colours, dress, spoken


def test_it_is_named_and_shows_its_shortcut_only_while_empty(qapp, qtbot):
    dress(qapp)
    box = SearchBox("Search the library", "Search events", "Ctrl K")
    qtbot.addWidget(box)
    box.resize(400, 32)
    assert spoken(box) == "Search the library"
    frame = box.grab().toImage().copy(330, 4, 66, 24)
    assert any(frame.pixelColor(x, y).name() == theme_in_use().hairline.lower() for x in range(66) for y in range(24))
    box.setText("bystander")
    assert theme_in_use().hairline.lower() not in colours(box)


def test_the_cross_and_esc_empty_it_and_say_so(qapp, qtbot):
    dress(qapp)
    box = SearchBox("Search", "Search events")
    qtbot.addWidget(box)
    cross = box.findChild(QToolButton)
    assert cross.isHidden() and spoken(cross) == "Clear the search"
    for empty in (cross.click, lambda: qtbot.keyClick(box, Qt.Key.Key_Escape)):
        box.setText("bystander")
        assert not cross.isHidden()
        with qtbot.waitSignal(box.textEdited, timeout=0):
            empty()
        assert box.text() == "" and cross.isHidden()


def test_esc_with_nothing_to_empty_is_left_to_the_window(qapp, qtbot):
    box = SearchBox("Search", "Search events")
    qtbot.addWidget(box)
    with qtbot.assertNotEmitted(box.textEdited):
        qtbot.keyClick(box, Qt.Key.Key_Escape)
