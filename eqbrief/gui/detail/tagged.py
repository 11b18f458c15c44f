# SPDX-License-Identifier: MIT
"""Show what is tagged as evidence where it is read: at the event's head, a question, a note, the slide on show."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from eqbrief.gui.detail.header import Header
from eqbrief.gui.detail.parts import QuestionRow
from eqbrief.gui.jobs import Jobs, touches
from eqbrief.gui.kit.chip_row import ChipRow
from eqbrief.gui.notes.editor import NoteEditor
from eqbrief.store import Store, Tables

if TYPE_CHECKING:
    from eqbrief.gui.detail import DetailPane
    from eqbrief.model import EvidenceItem, Framework

_SHORT = 20


class Tagged(QObject):
    """Keep the chips of the event that is shown as the library has its tags."""

    said = Signal(str)

    def __init__(self, detail: "DetailPane", store: Store, jobs: Jobs) -> None:
        super().__init__(detail)
        self._detail, self._store, self._jobs = detail, store, jobs
        self._event: int | None = None
        self._items: list[EvidenceItem] = []
        self._plans: dict[str, Framework] = {}
        for header in detail.findChildren(Header):
            header.filled.connect(self._look)
        detail.notes.filled.connect(self._show)
        detail.showing.slide_shown.connect(lambda _deck, _number: self._show_slide())
        jobs.changed.connect(self._notice)

    def _look(self, event_id: int) -> None:
        """Read the tags of an event, once its pages stand there."""
        if event_id != self._event:
            self._items = []
        self._event = event_id
        job = self._jobs.ask("tags of the event", lambda: _read(self._store, event_id))
        job.done.connect(lambda found: self._take(event_id, *found))

    def _take(self, event_id: int, plans: "list[Framework]", items: "list[EvidenceItem]") -> None:
        if event_id == self._event:
            self._plans, self._items = {one.key: one for one in plans}, items
            self._show()

    def _show(self) -> None:
        for header in self._detail.findChildren(Header):
            self._fill(header.tags, [item for item in self._items if item.tag.kind == "event"])
        for row in self._detail.findChildren(QuestionRow):
            title = f"Question {row.number}"
            self._fill(row.tags, [one for one in self._items if one.hit.kind == "question" and one.hit.title == title])
        for editor in self._detail.notes.findChildren(NoteEditor):
            number = editor.page.number
            self._fill(editor.tags, [one for one in self._items if one.hit.kind == "note" and one.hit.id == number])
        self._show_slide()

    def _show_slide(self) -> None:
        viewer, on_show = self._detail.showing.viewer, self._detail.showing.on_show
        if viewer is not None:
            items = [one for one in self._items if one.hit.deck and (one.hit.deck[0], one.hit.slide) == on_show]
            self._fill(viewer.bar.tags, items)

    def _fill(self, row: ChipRow, items: "Sequence[EvidenceItem]") -> None:
        known = [one for one in items if one.tag.framework in self._plans]
        row.show_chips([(one, self._short(one), self._whole(one)) for one in known], self._untag)

    def _short(self, item: "EvidenceItem") -> str:
        name = self._plans[item.tag.framework].name
        of = "" if len(self._plans) == 1 else f" · {name if len(name) <= _SHORT else name[: _SHORT - 1].rstrip() + '…'}"
        return f"Action {item.tag.action}{of}"

    def _whole(self, item: "EvidenceItem") -> str:
        plan = self._plans[item.tag.framework]
        action = plan.action(item.tag.action)
        return f"Evidence for action {item.tag.action}{f': {action.title}' if action else ''}. {plan.name}"

    def _untag(self, item: Any) -> None:
        from eqbrief.tasks.frameworks import untag  # noqa: PLC0415 - the first frame tags nothing

        job = self._jobs.save(lambda: untag(self._store, [item.tag]))
        job.done.connect(lambda _none: self.said.emit("Tag taken away. Undo brings it back."))

    def _notice(self, tables: Tables) -> None:
        if self._event is not None and touches(tables, "tag", "framework", "slide") and isValid(self._detail):
            self._look(self._event)


def _read(store: Store, event_id: int) -> "tuple[list[Framework], list[EvidenceItem]]":
    from eqbrief.tasks import frameworks as plans  # noqa: PLC0415 - after the first frame only

    items = plans.tags_of_event(store, event_id)
    return (plans.frameworks(store) if items else []), items
