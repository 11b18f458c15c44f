# SPDX-License-Identifier: MIT
"""Merge two records: find the other one, see both beside each other, and say which name stays."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from eqbrief import store as db
from eqbrief.gui.dialogs.frame import Dialog
from eqbrief.gui.jobs import Jobs
from eqbrief.gui.kit import Banner, Button, ComboBox, Hairline, Label, ScrollColumn, SearchBox
from eqbrief.gui.kit.lines import Line, LineList
from eqbrief.gui.listing import plural
from eqbrief.gui.theme import px
from eqbrief.model import Likely, NameRecord, UserError, say_date
from eqbrief.store import Store
from eqbrief.store.merging import Kind
from eqbrief.tasks import naming

_MOST = 60
_SHOWN = 5


class MergeDialog(Dialog):
    """Choose the record that is the same; `merged` says which one was merged into which, once it is done."""

    def __init__(
        self, store: Store, jobs: Jobs, kind: Kind, number: int, other: int | None = None, parent: QWidget | None = None
    ) -> None:
        self._store, self._jobs = store, jobs
        self._kind: Kind = kind
        self._number, self._wished = number, other
        self._record = db.name_record(store, kind, number)
        self._likely: list[Likely] = []
        self._preview: naming.Preview | None = None
        self.merged: tuple[int, int] | None = None
        line = "What was printed stays as it was. A merge can be taken back at any time, from the record's page."
        super().__init__(f"Merge “{self._record.name}”", line, parent, (940, 660))
        self._build()
        self._list_others("")
        job = jobs.ask("likely to merge", self._look)
        job.done.connect(self._take_likely)

    def take(self) -> None:
        """Merge the two that are shown."""
        if self._preview is None:
            return
        kept, other = self._preview.kept.id, self._preview.other.id
        if self._stays.currentIndex() == 1:
            kept, other = other, kept
        job = self._jobs.save(lambda: naming.merge(self._store, self._kind, kept, other))
        job.done.connect(lambda _record: self._finish(kept, other))
        job.failed.connect(lambda error: self.say(str(error), "danger"))
        self._merge.setEnabled(False)

    def choose(self, number: int) -> None:
        """Show what merging with a record would bring about."""
        try:
            self._preview = naming.preview_merge(self._store, self._kind, self._number, number)
        except UserError as error:
            self._preview = None
            self.say(str(error), "caution")
        self._show_preview()

    def _build(self) -> None:
        self._field = SearchBox("Find the other one", "Type a name")
        self._field.textChanged.connect(self._list_others)
        self._list = LineList("Records that may be the same", background="pane")
        self._list.moved.connect(lambda key: self.choose(int(key)) if key else self._show_nothing())
        left = QVBoxLayout()
        left.setSpacing(px(8))
        left.addWidget(self._field)
        left.addWidget(self._list, 1)
        holder = QWidget()
        holder.setLayout(left)
        left.setContentsMargins(0, 0, 0, 0)
        holder.setFixedWidth(px(300))
        self._both = ScrollColumn("What merging would bring about", wide=True, margin=0)
        row = QHBoxLayout()
        row.setSpacing(px(24))
        row.addWidget(holder)
        row.addWidget(self._both, 1)
        self.add(row, 1)
        self._stays = ComboBox("The name that stays")
        self._stays.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToContents)
        cancel = Button("Cancel")
        cancel.clicked.connect(self.reject)
        self._merge = Button("Merge", "git-merge", kind="primary")
        self._merge.clicked.connect(self.take)
        self._name = Label("The name that stays", "body", "mute", wrap=False)
        self._name.setBuddy(self._stays)
        self.finish([self._name, self._stays], [cancel, self._merge])
        self._field.setFocus()
        self._show_preview()

    def _look(self) -> list[Likely]:
        from eqbrief.tasks.likely import likely_for  # noqa: PLC0415 - only this dialog compares names

        return likely_for(self._store, self._kind, self._number, most=_SHOWN)

    def _take_likely(self, likely: list[Likely]) -> None:
        self._likely = likely
        self._list_others(self._field.text())

    def _list_others(self, typed: str) -> None:
        """List what is likely the same first, then every record that has the typed words."""
        why = {(pair.other if pair.one.id == self._number else pair.one).id: pair for pair in self._likely}
        cards = (db.people if self._kind == "person" else db.organisations)(self._store, typed)
        cards = [card for card in cards if card.id != self._number]
        first = [self._wished] if self._wished is not None else []
        order = {number: place for place, number in enumerate((*first, *why))}
        cards.sort(key=lambda card: order.get(card.id, _MOST))
        lines = [
            Line(
                str(card.id),
                card.name,
                "  ·  ".join(part for part in (card.line, plural(card.events, "event")) if part),
                chip=f"{why[card.id].score:.0%}" if card.id in why else "",
                chip_tone="caution",
            )
            for card in cards[:_MOST]
        ]
        self._list.show_lines(lines, choose=str(self._wished) if self._wished is not None and not typed else None)

    def _show_nothing(self) -> None:
        self._preview = None
        self._show_preview()

    def _show_preview(self) -> None:
        self.say("")
        self._both.clear()
        shown = self._preview
        self._merge.setEnabled(shown is not None)
        for part in (self._name, self._stays):
            part.setVisible(shown is not None)
        if shown is None:
            self._both.add(Label("Choose the other record at the left to see both beside each other.", "body", "mute"))
            return
        self._stays.clear()
        self._stays.addItems([shown.kept.name, shown.other.name])
        self._both.add(Banner("info", shown.reason, "neutral"))
        if shown.together:
            where = "; ".join(one.name for one in shown.together[:3])
            what = "people" if self._kind == "person" else "organisations"
            self._both.add(
                Banner("warning", f"Both are printed at {where}. They may well be two {what}.", "caution"), before=8
            )
        columns = QWidget()
        row = QHBoxLayout(columns)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(24))
        for record in (shown.kept, shown.other):
            row.addWidget(RecordCard(record), 1, Qt.AlignmentFlag.AlignTop)
        self._both.add(columns, before=16)
        self._both.add(Label(f"Together they have {plural(shown.events, 'event')}.", "body", "mute"), before=16)

    def _finish(self, kept: int, other: int) -> None:
        self.merged = (kept, other)
        self.accept()


class RecordCard(QWidget):
    """A record at a glance: its names, and its newest appearances with role and organisation as printed."""

    def __init__(self, record: NameRecord) -> None:
        super().__init__()
        self.setAccessibleName(record.name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        column.addWidget(Label(record.name, "subheading", selectable=True))
        also = f"Also printed as {'; '.join(record.other_names)}" if record.other_names else "No other name"
        column.addWidget(Label(also, "secondary", "mute"))
        for appearance in record.appearances[:_SHOWN]:
            printed = appearance.printed
            column.addSpacing(px(6))
            column.addWidget(Hairline())
            column.addSpacing(px(6))
            date = say_date((appearance.event_date or "")[:10]) or "No date"
            column.addWidget(Label(f"{date}  ·  {printed.capacity.capitalize()}", "secondary", "mute"))
            column.addWidget(Label(appearance.event_title, "strong"))
            who = printed.name if printed.name != record.name or record.kind == "organisation" else ""
            said = "  ·  ".join(part for part in (who, *printed.roles, *printed.organisations) if part)
            if said:
                column.addWidget(Label(said, "secondary", "mute"))
        if len(record.appearances) > _SHOWN:
            column.addWidget(Label(f"and {len(record.appearances) - _SHOWN} more", "secondary", "mute"))
        column.addStretch(1)
