# SPDX-License-Identifier: MIT
"""A person or an organisation in the detail pane: the career as printed on each day, what was said, who belongs there.

At the top stands what the record is likely one with, and what can be done with it.
"""

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from eqbrief import store as db
from eqbrief.gui.detail.naming.notes import NameNotes
from eqbrief.gui.detail.naming.rows import PersonLine, RecordLine, SaidRow
from eqbrief.gui.detail.parts import AppearanceRow, NameLink
from eqbrief.gui.gathering import gather
from eqbrief.gui.jobs import Jobs
from eqbrief.gui.kit import Banner, Button, Hairline, Label, MenuButton, ScrollColumn, Tabs, empty
from eqbrief.gui.listing import plural
from eqbrief.gui.theme import px
from eqbrief.model import Likely, NameCard, NameRecord, Piece, Said, UserError
from eqbrief.model.mentions import MentionedIn
from eqbrief.store import Store
from eqbrief.store.merging import Kind

_NOTHING_SAID = (
    "Nothing is written down yet. What this person spoke on, the sessions, slides and questions that name them, and "
    "their turns in transcripts stand here."
)
OF_NAMES = ("note", "appearance", "person", "organisation", "event", "told_apart", "transcript")
"""The tables of which the page shows something."""

_BESIDE = 560
"""From this width in pixels on, the buttons stand beside the name."""
_FIRST: dict[Kind, str] = {"person": "career", "organisation": "events"}
_TABS = {
    "career": "Career",
    "events": "Events",
    "people": "People",
    "said": "Said",
    "notes": "Notes",
    "records": "Records",
}


class NamePage(QWidget):
    """Show one record and what it took part in."""

    wanted = Signal(str)
    """The name of a command on the record that is shown: 'merge_name', 'rename_name'…"""
    compared = Signal(int)
    """The record with which the one that is shown is to be compared."""
    told_apart = Signal(int)

    name_wanted = Signal(str, int)
    """Another person or organisation that is to be shown: its kind and its id."""

    def __init__(
        self, store: Store, jobs: Jobs, show_event: Callable[[int], None], show_slide: Callable[[int, int], None]
    ) -> None:
        super().__init__()
        self._store, self._jobs = store, jobs
        self._show_event, self._show_slide = show_event, show_slide
        self.shown: tuple[Kind, int] | None = None
        """What is shown: person or organisation, and its id."""
        self.more = QMenu("More", self)
        self._build()

    def show_name(self, kind: str, number: int) -> None:
        """Show a person or an organisation by id; one that was merged means the record that stands for it."""
        self.shown = (cast(Kind, kind), number)
        self._tabs.choose(_FIRST[self.shown[0]])
        self.read()

    def focus_first(self) -> None:
        """Put the keyboard on the first thing of the page that is open."""
        column = self._columns.get(self._tabs.current())
        link = column.findChild(NameLink) if column else None
        (link or self._tabs).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def read(self) -> None:
        """Read what is shown again."""
        if self.shown is None:
            return
        for column in self._columns.values():
            column.clear()
        self._propose(None)
        try:
            record = db.name_record(self._store, *self.shown)
        except UserError as error:
            self._title.setText(error.what)
            self._line.setText(error.next_step)
            self._actions.hide()
            return
        self.shown = (record.kind, record.id)
        self._actions.show()
        self._gathering.setVisible(record.kind == "person")
        self._title.setText(record.name)
        self._line.setText(said_record(record))
        self._fill(record)
        self._tabs.set_count("notes", self.notes.show_record(record) or None)
        self._look_around(record)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons below the name where they would leave it no room."""
        super().resizeEvent(event)
        below = self.width() < px(_BESIDE)
        self._head.setDirection(QBoxLayout.Direction.TopToBottom if below else QBoxLayout.Direction.LeftToRight)

    def pieces(self, store: Store) -> list[Piece]:
        """Give the person who is shown."""
        from eqbrief.tasks import briefing  # noqa: PLC0415 - the first frame gathers nothing

        return [briefing.person_piece(db.name_record(store, *self.shown))] if self.shown else []

    def _build(self) -> None:
        self._title = Label("", "title", selectable=True)
        self._line = Label("", "body", "mute")
        self._gathering = Button("Add to briefing", "clipboard-text")
        self._gathering.clicked.connect(lambda: gather(self))
        merge = Button("Merge…", "git-merge")
        merge.clicked.connect(lambda: self.wanted.emit("merge_name"))
        self._actions = QWidget()
        row = QHBoxLayout(self._actions)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        row.addWidget(self._gathering)
        row.addWidget(merge)
        row.addWidget(MenuButton("More", menu=self.more))
        words = QVBoxLayout()
        words.setSpacing(px(6))
        words.addWidget(self._title)
        words.addWidget(self._line)
        self._head = head = QHBoxLayout()
        head.setContentsMargins(px(28), px(20), px(28), px(4))
        head.setSpacing(px(16))
        head.addLayout(words, 1)
        head.addWidget(self._actions, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._tabs = Tabs("Parts of the page")
        self._pages = QStackedWidget()
        self.notes = NameNotes(self._store, self._jobs, self._show_event)
        self._columns = {key: ScrollColumn(text, wide=True) for key, text in _TABS.items() if key != "notes"}
        pages: dict[str, QWidget] = {**self._columns, "notes": self.notes}
        for key, text in _TABS.items():
            self._tabs.add(key, text)
            self._pages.addWidget(pages[key])
        self._tabs.chosen.connect(lambda key: self._pages.setCurrentWidget(pages[key]))
        tabs = QHBoxLayout()
        tabs.setContentsMargins(px(28), 0, px(28), 0)
        tabs.addWidget(self._tabs, 1)
        self._likely = QVBoxLayout()
        self._likely.setContentsMargins(px(28), 0, px(28), 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for part in (head, tabs):
            layout.addLayout(part)
        layout.addWidget(Hairline())
        layout.addLayout(self._likely)
        layout.addWidget(self._pages, 1)

    def _fill(self, record: NameRecord) -> None:
        first = _FIRST[record.kind]
        career = self._columns[first]
        for appearance in record.appearances:
            career.add(AppearanceRow(appearance, self._show_event, named=record.kind == "organisation"), before=0)
            career.add(Hairline(), before=0)
        self._tabs.set_count(first, len(record.appearances))
        for key in _FIRST.values():
            self._tabs.show_tab(key, key == first)
        records = self._columns["records"]
        lines = [(f"Printed as “{name}” too", "text-aa") for name in record.other_names]
        lines += [(f"“{one.name}” was merged into this {record.kind}", "git-merge") for one in record.merged]
        for text, icon in lines:
            records.add(RecordLine(text, icon), before=4)
        near = [("A part of", one) for one in (record.parent,) if one] + [
            ("Has as a part", one) for one in record.units
        ]
        for text, one in near:
            records.add(
                RecordLine(text, "tree-structure", one.name, lambda n=one.id: self.name_wanted.emit(record.kind, n)),
                before=4,
            )
        self._tabs.set_count("records", len(lines) + len(near))
        self._tabs.show_tab("records", bool(lines or near))
        self._tabs.show_tab("people", record.kind == "organisation")
        self._tabs.show_tab("said", record.kind == "person")

    def _look_around(self, record: NameRecord) -> None:
        """Ask for what takes longer to read than a page may: what was said, who belongs there, who may be the same."""
        store, kind, number = self._store, record.kind, record.id

        def look() -> tuple[list[Said], list[NameCard], list[Likely], list[MentionedIn]]:
            from eqbrief.tasks.likely import likely_for  # noqa: PLC0415 - the first frame compares no names
            from eqbrief.tasks.mentioning import naming_person  # noqa: PLC0415 - as above

            names = (record.name, *record.other_names)
            said = db.said_by_person(store, number, names) if kind == "person" else []
            people = db.people_at(store, kind, number) if kind == "organisation" else []
            named = naming_person(store, number) if kind == "person" else []
            return said, people, likely_for(store, kind, number), named

        job = self._jobs.ask("what is around a name", look)
        job.done.connect(lambda found: self._show_around(kind, number, *found))

    def _show_around(
        self,
        kind: Kind,
        number: int,
        said: list[Said],
        people: list[NameCard],
        likely: list[Likely],
        named: list[MentionedIn],
    ) -> None:
        if self.shown != (kind, number):
            return
        self.notes.show_mentions(named)
        for one in said:
            row = SaidRow(one, self._title.text(), self._show_event, self._show_slide)
            self._columns["said"].add(row, before=0)
            self._columns["said"].add(Hairline(), before=0)
        if kind == "person" and not said:
            self._columns["said"].add(Label(_NOTHING_SAID, "body", "mute"), before=8)
        for card in people:
            self._columns["people"].add(
                PersonLine(card, lambda n=card.id: self.name_wanted.emit("person", n)), before=0
            )
            self._columns["people"].add(Hairline(), before=0)
        self._tabs.set_count("said", sum(one.times for one in said))
        self._tabs.set_count("people", len(people))
        self._propose(likely[0] if likely else None)

    def _propose(self, likely: Likely | None) -> None:
        """Say that a record is likely the same, with the buttons that settle it."""
        empty(self._likely)
        self._likely.setContentsMargins(px(28), px(20) if likely else 0, px(28), 0)
        if likely is None or self.shown is None:
            return
        other = likely.other if likely.one.id == self.shown[1] else likely.one
        compare, apart = Button("Compare"), Button("Not the same", kind="quiet")
        compare.clicked.connect(lambda: self.compared.emit(other.id))
        apart.clicked.connect(lambda: self.told_apart.emit(other.id))
        text = f"“{other.name}” is likely the same {self.shown[0]}. {likely.reason}"
        self._likely.addWidget(Banner("users", text, "caution", [compare, apart]))


def said_record(record: NameRecord) -> str:
    """Write a line under the name: '3 events, 2021 to 2024 · also printed as …'."""
    events = len({appearance.event_id for appearance in record.appearances})
    years = sorted({(appearance.event_date or "")[:4] for appearance in record.appearances} - {""})
    span = "" if not years else f", {years[0]}" if len(years) == 1 else f", {years[0]} to {years[-1]}"
    parts = [plural(events, "event") + span]
    if record.kind == "organisation":
        parts.append(plural(len({appearance.person_id for appearance in record.appearances}), "person"))
    if record.parent:
        parts.append(f"part of {record.parent.name}")
    if record.other_names:
        parts.append(f"also printed as {'; '.join(record.other_names)}")
    return "  ·  ".join(parts)
