# SPDX-License-Identifier: MIT
import pytest
from PySide6.QtWidgets import QCheckBox, QRadioButton, QTreeWidget, QTreeWidgetItem

from eqbrief.gui.theme import themes
from tests.gui.looks import THEMES, colours, dress, near


@pytest.mark.parametrize("choice", THEMES)
@pytest.mark.parametrize("kind", [QCheckBox, QRadioButton])
def test_boxes_are_framed_when_off_and_filled_when_on(qapp, qtbot, choice, kind):
    dress(qapp, choice)
    box = kind("")
    qtbot.addWidget(box)
    box.show()
    theme = themes()[choice]
    off = near(colours(box), theme.accent)
    box.setChecked(True)
    assert off == 0
    assert near(colours(box), theme.accent) > 100
    box.setEnabled(False)
    assert near(colours(box), theme.accent) == 0


def test_a_row_with_rows_below_it_has_an_arrow(qapp, qtbot):
    dress(qapp, "light")
    tree = QTreeWidget()
    qtbot.addWidget(tree)
    top = QTreeWidgetItem([""])
    tree.addTopLevelItem(top)
    tree.setHeaderHidden(True)
    tree.show()
    bare = len(colours(tree))
    top.addChild(QTreeWidgetItem([""]))
    qapp.processEvents()
    assert len(colours(tree)) > bare + 5
