# SPDX-License-Identifier: MIT
"""The bar below the page that appears with a selection: what the selected words can be used as, and what was done."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from eqbrief.gui.desk.offers import COMMON, TARGETS
from eqbrief.gui.kit import ChipButton, FlowLayout, Hairline, Label, Link, no_mnemonic, plain_tip, surface
from eqbrief.gui.tab_order import order_tabs

Target = tuple[str, str]
"""The key of a field, '' for the one that had the keyboard last, and its name."""


def in_order(last: Target | None) -> list[Target]:
    """List what a selection can be used as, the field that had the keyboard last first."""
    targets = [(key, name) for key, name in TARGETS.items() if last is None or key != last[0]]
    return [last, *targets] if last is not None else targets


class OfferBar(QWidget):
    """Offer the selected words to the fields; say what was used, with a way back."""

    wanted = Signal(str)
    """The key of the field that the selection is wanted for."""
    back_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._targets: list[Target] = []
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips, spacing=6)
        self._lead = Label("Use as", "secondary", "mute", wrap=False)
        self._flow.addWidget(self._lead)
        self.more = ChipButton("More…", "dots-three")
        self.more.setToolTip(plain_tip("All fields (Alt+Enter)"))
        self.more.clicked.connect(lambda: self.open_menu())
        self._flow.addWidget(self.more)
        self._done = QWidget()
        self._said = Label("", "secondary", "mute")
        self.back = Link("Take back")
        self.back.setToolTip(plain_tip("Take back (Ctrl+Z)"))
        self.back.clicked.connect(self.back_wanted)
        line = QHBoxLayout(self._done)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        line.addWidget(self._said, 1)
        line.addWidget(self.back)
        box = QVBoxLayout()
        box.setContentsMargins(0, 10, 24, 12)
        box.addWidget(self._chips)
        box.addWidget(self._done)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Hairline())
        column.addLayout(box)
        surface(self, "card")
        self.hide()

    def offer(self, last: Target | None) -> None:
        """Show the fields that the selection can be used for."""
        targets = in_order(last)
        if targets != self._targets:
            self._targets = targets
            self._fill(targets[:COMMON], is_used=last is not None)
        self._done.hide()
        self._chips.show()
        self.show()

    def say(self, words: str, *, can_go_back: bool) -> None:
        """Say what became of the selection."""
        self._chips.hide()
        self._said.setText(words)
        self.back.setVisible(can_go_back)
        self._done.show()
        self.show()

    def said(self) -> str:
        """Give what is said now; '' while fields are offered or nothing is."""
        return "" if self._done.isHidden() or self.isHidden() else self._said.text()

    def names(self) -> list[str]:
        """Give the accessible names of the fields that are offered as chips."""
        return [chip.accessibleName() for chip in self._buttons()]

    def open_menu(self) -> QMenu:
        """Open the list of all fields, at the chip for more of them or, given by a key, where the eye is."""
        menu = QMenu("Use the selection", self)
        menu.setAccessibleName("Use the selection as")
        taken: set[str] = set()
        for number, (key, name) in enumerate(self._targets):
            words = f"Use for {name}" if number == 0 and self._lead.text() == "or as" else name
            made = menu.addAction(_with_letter(words, name, taken))
            made.triggered.connect(lambda _checked=False, key=key: self.wanted.emit(key))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.setActiveAction(menu.actions()[0])
        place = self.more.mapToGlobal(self.more.rect().topLeft())
        place.setY(place.y() - menu.sizeHint().height())
        menu.popup(place)
        return menu

    def _buttons(self) -> list[ChipButton]:
        widgets = [self._flow.itemAt(place) for place in range(self._flow.count())]
        found = [item.widget() for item in widgets if item is not None]
        return [one for one in found if isinstance(one, ChipButton) and one is not self.more]

    def _fill(self, targets: Sequence[Target], *, is_used: bool) -> None:
        for chip in self._buttons():
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        for widget in (self._lead, self.more):
            self._flow.removeWidget(widget)
        self._lead.setText("or as" if is_used else "Use as")
        for number, (key, name) in enumerate(targets):
            is_first = number == 0 and is_used
            chip = ChipButton(f"Use for {name}" if is_first else name)
            chip.setAccessibleName(f"Use for {name}" if is_first else f"Use as {name}")
            chip.clicked.connect(lambda _checked=False, key=key: self.wanted.emit(key))
            if number == (1 if is_used else 0):
                self._flow.addWidget(self._lead)
            self._flow.addWidget(chip)
            chip.show()
        self._flow.addWidget(self.more)
        order_tabs(self)


def _with_letter(words: str, name: str, taken: set[str]) -> str:
    """Underline the first letter of a name that no other entry has: pressing it chooses the entry."""
    at = next((n for n, letter in enumerate(name) if letter.isalpha() and letter.casefold() not in taken), None)
    if at is None:
        return no_mnemonic(words)
    taken.add(name[at].casefold())
    before = words[: len(words) - len(name) + at]
    return f"{no_mnemonic(before)}&{no_mnemonic(words[len(before) :])}"
