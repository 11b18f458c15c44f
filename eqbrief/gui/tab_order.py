# SPDX-License-Identifier: MIT
"""Tab goes through the window as the eye does. Qt goes in the order in which widgets were made, the newest last."""

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QLayout, QScrollArea, QSplitter, QWidget


def order_tabs(widget: QWidget) -> None:
    """Let Tab go through what stands within a widget in the order of its layouts."""
    before: QWidget | None = None
    for one in in_order(widget):
        if before is not None:
            QWidget.setTabOrder(before, one)
        before = one


def in_order(widget: QWidget) -> Iterator[QWidget]:
    """List what Tab can reach within a widget, pages that scroll and panes that can be dragged included."""
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None:
        yield widget
    layout = widget.layout()
    if isinstance(widget, QSplitter):
        for place in range(widget.count()):
            if (part := widget.widget(place)) is not None:
                yield from in_order(part)
    elif isinstance(widget, QScrollArea):
        if (inner := widget.widget()) is not None:
            yield from in_order(inner)
    elif isinstance(widget, QAbstractScrollArea):
        return
    elif layout is not None:
        yield from _in_layout(layout)
    else:
        for child in widget.children():
            if isinstance(child, QWidget) and not child.isWindow():
                yield from in_order(child)


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        if (inner := item.widget()) is not None:
            yield from in_order(inner)
        elif (part := item.layout()) is not None:
            yield from _in_layout(part)


def go_round(panes: Sequence[tuple[QWidget, Callable[[], None]]], by: int, window: QWidget) -> None:
    """Move the keyboard to the pane `by` steps on from where it is; each comes with what puts the keyboard into it."""
    focused = QApplication.focusWidget()
    inside = [i for i, (pane, _) in enumerate(panes) if focused is not None and pane.isAncestorOf(focused)]
    at = inside[-1] if inside else -1
    for step in range(1, len(panes) + 1):
        pane, focus = panes[(at + by * step) % len(panes)]
        focus()
        # A pane with nothing in it takes no focus: go on to the next.
        if pane.isAncestorOf(QApplication.focusWidget() or window):
            return
