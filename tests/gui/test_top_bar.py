# SPDX-License-Identifier: MIT
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from eqbrief.gui.top_bar import TopBar
from tests.gui.looks import dress
from tests.helpers.named import unnamed


@pytest.fixture
def bar(qapp, qtbot):
    dress(qapp)
    around = QWidget()
    qtbot.addWidget(around)
    made = TopBar(QMenu("Add", around), QMenu("All commands", around))
    made.setParent(around)
    around.show()
    yield made


def test_searching_waits_for_a_moment_of_typing(bar, qtbot):
    said = []
    bar.searched.connect(said.append)
    with qtbot.waitSignal(bar.searched):
        qtbot.keyClicks(bar.search, "rotas")
    assert said == ["rotas"]
    with qtbot.assertNotEmitted(bar.searched, wait=120):
        bar.clear_search()
    assert bar.search.text() == "" and not bar.search._cross.isVisible()


def test_the_keys_lead_into_the_results_and_out(bar, qtbot):
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return):
        with qtbot.waitSignal(bar.search.down):
            qtbot.keyClick(bar.search, key)
    qtbot.keyClicks(bar.search, "rotas")
    with qtbot.assertNotEmitted(bar.search.left):
        qtbot.keyClick(bar.search, Qt.Key.Key_Escape)
    assert bar.search.text() == ""
    with qtbot.waitSignal(bar.search.left):
        qtbot.keyClick(bar.search, Qt.Key.Key_Escape)


def test_back_is_off_where_there_is_nowhere_to_go(bar, qtbot):
    bar.set_back(False)
    assert not bar._back.isEnabled()
    bar.set_back(True)
    with qtbot.waitSignal(bar.back):
        bar._back.click()
    assert unnamed(bar) == []
