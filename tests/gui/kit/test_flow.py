# SPDX-License-Identifier: MIT
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from eqbrief.gui.kit import FlowLayout


def filled(widths: list[int], height: int = 24) -> tuple[QWidget, FlowLayout]:
    """Make a flow of widgets of fixed sizes."""
    parent = QWidget()
    flow = FlowLayout(parent)
    for width in widths:
        child = QWidget()
        child.setFixedSize(width, height)
        flow.addWidget(child)
    return parent, flow


@given(st.lists(st.integers(10, 200), max_size=20), st.integers(200, 600))
def test_nothing_overlaps_or_leaves_the_room_and_the_height_is_what_was_said(qapp, widths, width):
    parent, flow = filled(widths)
    height = flow.heightForWidth(width)
    flow.setGeometry(QRect(0, 0, width, height))
    boxes = [flow.itemAt(index).geometry() for index in range(flow.count())]
    assert all(QRect(0, 0, width, height).contains(box) for box in boxes)
    assert not any(a.intersects(b) for at, a in enumerate(boxes) for b in boxes[:at])
    assert height == max((box.bottom() + 1 for box in boxes), default=0)
    parent.deleteLater()


def test_lines_break_where_the_room_ends(qapp):
    parent, flow = filled([100, 100, 100])
    assert flow.heightForWidth(316) == 24
    assert flow.heightForWidth(315) == 24 + 8 + 24
    assert flow.heightForWidth(100) == 3 * 24 + 2 * 8
    assert (flow.sizeHint().width(), flow.minimumSize().width()) == (316, 100)
    parent.deleteLater()


def test_margins_count_and_hidden_widgets_do_not(qapp):
    parent, flow = filled([100, 100])
    flow.setContentsMargins(4, 6, 4, 6)
    assert flow.heightForWidth(300) == 36
    flow.itemAt(0).widget().hide()
    assert flow.sizeHint().width() == 108
    parent.deleteLater()


def test_items_can_be_taken_out_again(qapp):
    parent, flow = filled([10, 20])
    taken = flow.takeAt(0)
    assert taken.widget().width() == 10 and flow.count() == 1
    assert flow.takeAt(5) is None and flow.itemAt(-1) is None
    flow.takeAt(0)
    assert flow.heightForWidth(100) == 0
    parent.deleteLater()
