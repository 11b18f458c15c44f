# SPDX-License-Identifier: MIT
"""A person or an organisation in the detail pane: every appearance, newest first, as printed on that day."""

from collections.abc import Callable
from typing import Literal, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from eqbrief import store as db
from eqbrief.gui.detail.parts import AppearanceRow, NameLink
from eqbrief.gui.kit import Hairline, Label, ScrollColumn
from eqbrief.gui.listing import plural
from eqbrief.gui.theme import px
from eqbrief.model import NameRecord, UserError
from eqbrief.store import Store


class NamePage(QWidget):
    """Show one name and what it took part in."""

    def __init__(self, store: Store, show_event: Callable[[int], None]) -> None:
        super().__init__()
        self._store, self._show_event = store, show_event
        self._shown: tuple[Literal["person", "organisation"], int] | None = None
        self._title = Label("", "title", selectable=True)
        self._line = Label("", "body", "mute")
        self._column = ScrollColumn("Appearances", wide=True)
        head = QVBoxLayout()
        head.setContentsMargins(px(28), px(20), px(28), px(16))
        head.setSpacing(px(6))
        head.addWidget(self._title)
        head.addWidget(self._line)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(Hairline())
        layout.addWidget(self._column, 1)

    def show_name(self, kind: str, number: int) -> None:
        """Show a person or an organisation by id."""
        self._shown = (cast(Literal["person", "organisation"], kind), number)
        self.read()

    def focus_first(self) -> None:
        """Put the keyboard on the first event of the list."""
        link = self._column.findChild(NameLink)
        if link is not None:
            link.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def read(self) -> None:
        """Read what is shown again."""
        if self._shown is None:
            return
        self._column.clear()
        try:
            record = db.name_record(self._store, *self._shown)
        except UserError as error:
            self._title.setText(error.what)
            self._line.setText(error.next_step)
            return
        self._title.setText(record.name)
        self._line.setText(said_record(record))
        for appearance in record.appearances:
            self._column.add(AppearanceRow(appearance, self._show_event, named=record.kind == "organisation"), before=0)
            self._column.add(Hairline(), before=0)


def said_record(record: NameRecord) -> str:
    """Write a line under the name: '3 events, 2021 to 2024 · also printed as …'."""
    events = len({appearance.event_id for appearance in record.appearances})
    years = sorted({(appearance.event_date or "")[:4] for appearance in record.appearances} - {""})
    span = "" if not years else f", {years[0]}" if len(years) == 1 else f", {years[0]} to {years[-1]}"
    parts = [plural(events, "event") + span]
    if record.kind == "organisation":
        parts.append(plural(len({appearance.person_id for appearance in record.appearances}), "person"))
    if record.other_names:
        parts.append(f"also printed as {'; '.join(record.other_names)}")
    return "  ·  ".join(parts)
