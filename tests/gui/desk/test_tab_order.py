# SPDX-License-Identifier: MIT
"""Tab goes through a form as the eye does, also to what was added last."""

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from eqbrief.gui.tab_order import in_order, order_tabs


def test_what_was_made_last_is_reached_in_its_place(qtbot) -> None:
    top = QWidget()
    qtbot.addWidget(top)
    column = QVBoxLayout(top)
    first, last = QLineEdit(top), QLineEdit(top)
    column.addWidget(first)
    column.addWidget(last)
    inner = QWidget()
    row = QVBoxLayout(inner)
    middle = QLineEdit()
    row.addWidget(middle)
    column.insertWidget(1, inner)
    assert list(in_order(top)) == [first, middle, last]
    assert first.nextInFocusChain() is not inner
    order_tabs(top)
    top.show()
    top.activateWindow()
    first.setFocus()
    reached = []
    for _ in range(3):
        reached.append(top.focusWidget())
        top.focusNextChild()
    assert reached == [first, middle, last]
