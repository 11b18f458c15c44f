# SPDX-License-Identifier: MIT
"""Tab goes through the whole desk and comes back to where it began."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from eqbrief.gui.desk import Desk
from tests.gui.desk.drafts import page, porters
from tests.gui.desk.working import put


def test_tab_reaches_every_part_of_the_desk_and_returns(desk: Desk) -> None:
    put(desk, page(porters()))
    reached: list[str] = []
    for _ in range(80):
        focused = QApplication.focusWidget()
        assert focused is not None
        reached.append(focused.accessibleName())
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    first = reached[0]
    ring = reached[: reached.index(first, 1)]
    assert {"Title", "Held on", "Summary", "Skip", "Close"} <= set(ring)
    assert len(ring) == len(set(ring)), "Tab goes round a part of the desk"
