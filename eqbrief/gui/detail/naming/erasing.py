# SPDX-License-Identifier: MIT
"""Erase a person: what goes, what stays and what can be done about it, and the name typed in full before it is done."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from eqbrief import store as db
from eqbrief.gui.detail.parts import NameLink
from eqbrief.gui.dialogs.frame import Dialog
from eqbrief.gui.jobs import Jobs
from eqbrief.gui.kit import Banner, Button, Label, Picture
from eqbrief.gui.listing import plural
from eqbrief.gui.theme import px
from eqbrief.store import Store
from eqbrief.tasks import erasing

_LINE = "This is the one thing that cannot be undone."
_GOES = "The record, {appearances}, {notes}, its links, and what log and search hold of it go for good."
_BACKUP = "Delete it when a newer backup is good; a restore of it brings the person back."


class EraseDialog(Dialog):
    """Show what erasing a person takes and leaves; `erased` says that it was done."""

    event_wanted = Signal(int)

    def __init__(
        self, store: Store, jobs: Jobs, number: int, second_place: Path | None, parent: QWidget | None = None
    ) -> None:
        self._store, self._jobs, self._number, self._place = store, jobs, number, second_place
        self._found: erasing.Erasure | None = None
        self.erased = False
        super().__init__("Erase a person", _LINE, parent, (680, 640))
        self._page = self.add_page("What erasing takes and leaves")
        self._field = QLineEdit()
        self._field.setAccessibleName("The name, to confirm")
        self._field.textChanged.connect(lambda _text: self._judge())
        self._cancel = Button("Cancel")
        self._cancel.clicked.connect(self.reject)
        self._erase = Button("Erase for good", "eraser", "danger")
        self._erase.clicked.connect(self.take)
        self.finish([], [self._erase, self._cancel])
        self._judge()
        job = jobs.save(lambda: erasing.preview_erase(store, number, second_place))
        job.done.connect(self._show)
        job.failed.connect(lambda error: self.say(str(error), "danger"))

    def take(self) -> None:
        """Erase the person whose name was typed."""
        self._erase.setEnabled(False)
        self._field.setEnabled(False)
        store, number, place = self._store, self._number, self._place
        job = self._jobs.run("Erasing", lambda _job: erasing.erase_person(store, number, place))
        job.done.connect(self._finish)
        job.failed.connect(lambda error: self.say(str(error), "danger"))

    def _show(self, found: erasing.Erasure) -> None:
        self._found = found
        self._page.clear()
        self.setWindowTitle(f"Erase {found.record.name} – EqBrief")
        if not found.done:
            notes = f"{plural(found.notes, 'note')} on the person"
            goes = _GOES.format(appearances=plural(found.appearances, "appearance"), notes=notes)
            self._page.add(Label(found.record.name, "subheading", selectable=True), before=0)
            self._page.add(Banner("warning", goes, "danger"), before=8)
        self._list(
            "Texts that hold the name",
            "Edit each; they are yours, and not altered here.",
            [(one.what, one.excerpt, one.next_step, one.event_id) for one in found.mentions],
        )
        self._list(
            "Kept as evidence",
            "",
            [(one.what, one.excerpt, one.next_step, one.event_id) for one in found.kept],
        )
        self._list("Backups", "", [("Backup", file, _BACKUP, None) for file in found.backups])
        if not (found.mentions or found.kept or found.backups):
            self._page.add(Label("Nothing else holds the name.", "body", "mute"), before=16)
        if not found.done:
            label = Label(f"Type “{found.record.name}” to confirm", "body")
            label.setBuddy(self._field)
            self._page.add(label, before=24)
            self._page.add(self._field, before=4)
            self._field.setFocus()

    def _list(self, title: str, line: str, rows: list[tuple[str, str, str, int | None]]) -> None:
        if not rows:
            return
        self._page.add(Label(f"{title}  ·  {len(rows)}", "subheading"), before=20)
        if line:
            self._page.add(Label(line, "secondary", "mute"), before=2)
        numbers = sorted({event for _what, _excerpt, _step, event in rows if event is not None})
        titles = {card.id: card.title for card in db.event_cards(self._store, numbers)}
        for what, excerpt, step, event in rows:
            title = titles.get(event or 0, "")
            self._page.add(_Row(what, title, excerpt, step, event, self._open), before=8)

    def _open(self, event: int) -> None:
        self.event_wanted.emit(event)
        self.reject()

    def _judge(self) -> None:
        ready = self._found is not None and not self._found.done
        name = self._found.record.name if self._found else ""
        self._erase.setEnabled(ready and bool(name) and self._field.text().strip() == name)

    def _finish(self, found: erasing.Erasure) -> None:
        self.erased = True
        self._show(found)
        self._erase.hide()
        self._cancel.setText("Close")
        self._cancel.setFocus()
        late = "" if found.compacted else " The file is written anew once no other program reads it: check the library."
        self.say(f"{found.record.name} was erased. {erasing.said_left(found)}{late}", "good")


class _Row(QWidget):
    """Something that still holds the name: what it is, the words around it, and what can be done."""

    def __init__(
        self, what: str, title: str, excerpt: str, step: str, event: int | None, show: Callable[[int], None]
    ) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(12))
        row.addWidget(Picture("file-text", "mute", 18), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(0)
        if event is not None:
            link = NameLink(f"{what}: {title}" if title else what)
            link.clicked.connect(lambda: show(event))
            column.addWidget(link)
        else:
            column.addWidget(Label(what, "strong"))
        column.addWidget(Label(excerpt, "body"))
        column.addWidget(Label(step, "secondary", "mute"))
        row.addLayout(column, 1)
