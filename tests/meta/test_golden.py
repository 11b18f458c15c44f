# SPDX-License-Identifier: MIT
"""The comparison with golden pictures passes what a person calls the same and catches what they would see."""

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from tests.golden import check_picture


class Sheet(QWidget):
    """Draws lines of blocks like text, an icon's place, and one fault on request."""

    def __init__(self, fault: str = "") -> None:
        super().__init__()
        self.fault = fault

    def paintEvent(self, event) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("#FBFAF8"))
        for line in range(20):
            shift = 15 if self.fault == "a line moved" and line == 7 else 0
            for word in range(40):
                painter.fillRect(20 + word * 30 + shift, 20 + line * 40, 14, 9, QColor("#1E2326"))
        icon = "#FBFAF8" if self.fault == "an icon gone" else "#0A6670"
        painter.fillRect(1300, 840, 20, 20, QColor(icon))
        if self.fault == "a shade lighter":
            painter.fillRect(self.rect(), QColor(255, 255, 255, 20))
        if self.fault == "a pane dark":
            painter.fillRect(0, 0, 300, 900, QColor("#16191B"))
        painter.end()


def test_the_same_and_a_shade_lighter_pass(tmp_path: Path, qtbot) -> None:
    for fault, rewrite in (("", True), ("", False), ("a shade lighter", False)):
        sheet = Sheet(fault)
        qtbot.addWidget(sheet)
        check_picture(sheet, "sheet", rewrite=rewrite, folder=tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["sheet.png"]


@pytest.mark.parametrize("fault", ["an icon gone", "a line moved", "a pane dark"])
def test_a_fault_is_caught_and_shown(tmp_path: Path, qtbot, fault: str) -> None:
    right, wrong = Sheet(), Sheet(fault)
    qtbot.addWidget(right)
    qtbot.addWidget(wrong)
    check_picture(right, "sheet", rewrite=True, folder=tmp_path)
    with pytest.raises(AssertionError, match="differs from its golden picture"):
        check_picture(wrong, "sheet", rewrite=False, folder=tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["sheet.diff.png", "sheet.new.png", "sheet.png"]


def test_a_missing_picture_and_another_size_fail(tmp_path: Path, qtbot) -> None:
    sheet = Sheet()
    qtbot.addWidget(sheet)
    with pytest.raises(AssertionError, match="there is none"):
        check_picture(sheet, "sheet", rewrite=False, folder=tmp_path)
    check_picture(sheet, "sheet", rewrite=True, folder=tmp_path)
    with pytest.raises(AssertionError, match="it has 1440 × 900"):
        check_picture(sheet, "sheet", rewrite=False, folder=tmp_path, size=(800, 600))
