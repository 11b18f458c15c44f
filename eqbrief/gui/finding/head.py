# SPDX-License-Identifier: MIT
"""What stands above the results: the kinds with their counts, how the query was understood, and what may be done."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from eqbrief.gui.kit import ChipButton, FlowLayout, IconButton, Label, Link, empty
from eqbrief.gui.theme import px
from eqbrief.model import Found, Tally
from eqbrief.model.query import explain
from eqbrief.model.query.values import KINDS


class FoundHead(QWidget):
    """Say what was found, and let it be narrowed to a kind."""

    kind_chosen = Signal(str)
    """The kind that is to be listed alone; '' for all."""
    query_wanted = Signal(str)
    """Another query, as a close spelling is."""
    save_wanted = Signal()
    table_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.kind = ""
        self._chips: dict[str, ChipButton] = {}
        self._shown: tuple[tuple[str, str], ...] = ()
        self._title = Label("", "strong", wrap=False)
        self.save = IconButton("Save this search", "bookmark-simple", tone="accent")
        self.save.clicked.connect(self.save_wanted)
        self.table = IconButton("Keep the answers as a table", "table", tone="accent")
        self.table.clicked.connect(self.table_wanted)
        top = QHBoxLayout()
        top.setSpacing(px(4))
        top.addWidget(self._title, 1)
        top.addWidget(self.table)
        top.addWidget(self.save)
        self._line = QWidget()
        self._line.setSizePolicy(_flowing())
        self._flow = FlowLayout(self._line, px(6))
        self.said = Label("", "secondary", "mute")
        self._near = QWidget()
        self._near.setSizePolicy(_flowing())
        self._near_flow = FlowLayout(self._near, px(8))
        self._near.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(6), px(8), px(10))
        column.setSpacing(px(6))
        column.addLayout(top)
        for widget in (self._line, self.said, self._near):
            column.addWidget(widget)

    def title(self) -> str:
        """Give the words at the top: '38 found'."""
        return self._title.text()

    def show_found(self, found: Found, *, unread: str = "") -> None:
        """Show the counts of an answer, and how it was understood; `unread` says what is not indexed yet."""
        total = found.total
        self._title.setText(f"{total} found" if total.number else "Nothing found")
        self._offer_kinds(
            [("", "All", total), *((one.kind, KINDS[one.kind][1].capitalize(), one) for one in found.tallies)]
        )
        self.said.setText(" ".join(part for part in (explain(found.query), unread) if part))
        self.offer([])

    def offer(self, queries: Sequence[str]) -> None:
        """Offer close spellings."""
        empty(self._near_flow)
        self._near.setVisible(bool(queries))
        if not queries:
            return
        self._near_flow.addWidget(Label("Did you mean", "secondary", "mute", wrap=False))
        for query in queries:
            link = Link(query)
            link.setAccessibleName(f"Search for {query} instead")
            link.clicked.connect(self._asking(query))
            self._near_flow.addWidget(link)

    def choose_kind(self, kind: str) -> None:
        """List one kind alone, all with ''."""
        self.kind = kind
        for name, chip in self._chips.items():
            chip.setChecked(name == kind)

    def _offer_kinds(self, kinds: list[tuple[str, str, Tally]]) -> None:
        """Show a pill for each kind. Where they are the same as before they stay, and the keyboard keeps its place."""
        if self.kind not in {kind for kind, _, _ in kinds}:
            self.kind = ""
        names = tuple((kind, name) for kind, name, _ in kinds)
        if names != self._shown:
            empty(self._flow)
            self._chips = {kind: self._chip(kind) for kind, _ in names}
            for chip in self._chips.values():
                self._flow.addWidget(chip)
            self._shown = names
        for kind, name, tally in kinds:
            self._chips[kind].setText(f"{name} {tally}")
        self.choose_kind(self.kind)
        self._line.setVisible(len(kinds) > 1)

    def _chip(self, kind: str) -> ChipButton:
        chip = ChipButton("", checkable=True)
        chip.clicked.connect(lambda _checked=False: self._pressed(kind))
        return chip

    def _pressed(self, kind: str) -> None:
        self.choose_kind(kind)
        self.kind_chosen.emit(kind)

    def _asking(self, query: str) -> Callable[[], None]:
        return lambda: self.query_wanted.emit(query)


def _flowing() -> QSizePolicy:
    policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    return policy
