# SPDX-License-Identifier: MIT
"""Tab goes as the eye does. Qt goes in the order in which widgets were made, and ends with the ones added last."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QLayout, QWidget


def in_order(widget: QWidget) -> Iterator[QWidget]:
    """List what Tab can reach within a widget, in the order of its layouts."""
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None:
        yield widget
    if isinstance(widget, QAbstractScrollArea):
        return
    if (layout := widget.layout()) is not None:
        yield from _in_layout(layout)
        return
    for child in widget.children():
        if isinstance(child, QWidget) and not child.isWindow():
            yield from in_order(child)


def chain(widget: QWidget) -> None:
    """Let Tab go through a widget in the order of its layouts, from the first thing on."""
    before: QWidget | None = None
    for one in in_order(widget):
        if before is not None:
            QWidget.setTabOrder(before, one)
        before = one


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        if (inner := item.widget()) is not None:
            yield from in_order(inner)
        elif (part := item.layout()) is not None:
            yield from _in_layout(part)
