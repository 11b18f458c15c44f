# SPDX-License-Identifier: MIT
"""Text from pages is shown as text. Qt takes what looks like markup for markup, so each way in is closed here."""

import html

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def plain_tip(text: str) -> str:
    """Write a tooltip whose text cannot be taken for markup, wrapped as Qt wraps rich text; '' for ''."""
    return f'<p style="white-space: pre-wrap; margin: 0">{html.escape(text)}</p>' if text else ""


def no_mnemonic(text: str) -> str:
    """Write a text so that Qt does not read its '&' as the sign of a mnemonic."""
    return text.replace("&", "&&")


def surface(widget: QWidget, name: str) -> None:
    """Give a plain widget one of the backgrounds 'bg', 'pane' or 'card'."""
    widget.setProperty("surface", name)
    widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, True)


def empty(layout: QLayout) -> None:
    """Take every widget out of a layout and let it go."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
