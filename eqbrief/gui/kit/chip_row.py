# SPDX-License-Identifier: MIT
"""Chips beside each other that can be taken away, without room while there are none."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from eqbrief.gui.kit.chips import Chip
from eqbrief.gui.kit.flow import FlowLayout
from eqbrief.gui.kit.plain import empty, plain_tip
from eqbrief.gui.theme import px


class ChipRow(QWidget):
    """Show chips, each of a key, a short text and what is said of it in full."""

    def __init__(self, icon: str = "") -> None:
        super().__init__()
        self._icon = icon
        self._shown: list[tuple[Any, str, str]] = []
        self._flow = FlowLayout(self, spacing=px(6))
        self.hide()

    def show_chips(self, chips: Sequence[tuple[Any, str, str]], remove: Callable[[Any], None]) -> None:
        """Show these chips; a chip's cross removes by its key. Without any the row is hidden."""
        if list(chips) == self._shown:
            return
        self._shown = list(chips)
        empty(self._flow)
        for key, text, whole in chips:
            chip = Chip(text, "accent", self._icon, removable=True)
            chip.setAccessibleName(whole)
            chip.setToolTip(plain_tip(whole))
            chip.removed.connect(lambda key=key: remove(key))
            self._flow.addWidget(chip)
        self.setVisible(bool(chips))
        self.updateGeometry()

    def texts(self) -> list[str]:
        """Give the words of the chips."""
        return [text for _key, text, _whole in self._shown]
