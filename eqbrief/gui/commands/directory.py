# SPDX-License-Identifier: MIT
"""Commands on the person or organisation that is shown: merge, unmerge, name and place the record."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from eqbrief import store as db
from eqbrief.files import safe_name
from eqbrief.gui.actions import action
from eqbrief.gui.asking import choose_target, tell
from eqbrief.gui.detail import DetailPane
from eqbrief.gui.jobs import Jobs
from eqbrief.gui.sidebar import DIRECTORIES, Place
from eqbrief.model import NameRecord, UserError
from eqbrief.store import Store
from eqbrief.tasks import naming

_ON_PAGE = ("rename_name", "call_name_also", "place_name", "unmerge_name", "export_person", "erase_person")
"""What stands in the menu of a record's page, besides merging."""


class DirectoryCommands(QObject):
    """What can be done with the records of people and organisations."""

    def __init__(
        self,
        window: QWidget,
        store: Store,
        jobs: Jobs,
        detail: DetailPane,
        show: Callable[[str, int], None],
        show_event: Callable[[int], None],
        go: Callable[[Place], None],
        second_place: Callable[[], Path | None],
        say: Callable[[str], None],
    ) -> None:
        super().__init__(window)
        self._window, self._store, self._jobs, self._detail = window, store, jobs, detail
        self._show, self._show_event, self._go, self._say = show, show_event, go, say
        self._second_place = second_place
        page = detail.names
        page.wanted.connect(lambda name: getattr(self, name)())
        page.compared.connect(self._merge_with)
        page.told_apart.connect(self._tell_apart)

    def fill_menu(self, actions: Callable[[str], QAction]) -> None:
        """Put the commands on a record into the menu of its page."""
        self._detail.names.more.addActions([actions(name) for name in _ON_PAGE])

    @action(
        "Merge with another…",
        icon="git-merge",
        menu="Directory",
        help="Let one record stand for this person or organisation and another.",
    )
    def merge_name(self) -> None:
        """Ask for the other record and merge the two."""
        self._merge_with(None)

    @action("Unmerge…", icon="git-fork", menu="Directory", help="Let a record that was merged stand for itself again.")
    def unmerge_name(self) -> None:
        """Ask which record is to stand for itself again, and let it."""
        record = self._record()
        if record is None:
            return
        if not record.merged:
            tell(self._window, UserError(f"Nothing was merged into “{record.name}”.", "Merge it with another first."))
            return
        chosen = record.merged[0].id
        if len(record.merged) > 1:
            from eqbrief.gui.kit.lines import Line  # noqa: PLC0415 - not needed before it is asked for

            lines = [Line(str(one.id), one.name, icon="user") for one in record.merged]
            key = self._choose("Unmerge a record", "It gets back what was printed for it.", lines, "Unmerge")
            if not key:
                return
            chosen = int(key)
        self._write(
            lambda: naming.unmerge(self._store, record.kind, chosen),
            lambda apart: f"{apart.name} stands for itself again",
        )

    @action("Rename…", icon="pencil-simple", menu="Directory", divides=True, help="Call this record by another name.")
    def rename_name(self) -> None:
        """Ask for a name and give it to the record; the old one stays among its other names."""
        self._name("Rename", "What pages printed stays as it was.", "Name", also=False)

    @action(
        "Add another name…", icon="text-aa", menu="Directory", help="Say under which other name this record is printed."
    )
    def call_name_also(self) -> None:
        """Ask for one more name of the record."""
        self._name("Add a name", "A page that prints this name from now on means this record.", "Other name", also=True)

    @action("Part of…", icon="tree-structure", menu="Directory", help="Say what this organisation is a part of.")
    def place_name(self) -> None:
        """Ask for what the organisation is a part of."""
        record = self._record()
        if record is None:
            return
        if record.kind == "person":
            tell(
                self._window, UserError("Only an organisation can be a part of another.", "Open an organisation first.")
            )
            return
        from eqbrief.gui.kit.lines import Line  # noqa: PLC0415 - not needed before it is asked for

        lines = [Line("0", "Nothing: it stands by itself", icon="x")]
        lines += [
            Line(str(card.id), card.name, icon="buildings")
            for card in db.organisations(self._store)
            if card.id != record.id
        ]
        key = self._choose(f"What is “{record.name}” a part of?", "Such as a department of its trust.", lines, "Choose")
        if key:
            self._write(
                lambda: naming.belongs(self._store, record.id, int(key) or None),
                lambda placed: f"Part of {placed.parent.name}" if placed.parent else "Part of nothing",
            )

    @action(
        "Export what is known…",
        icon="export",
        menu="Directory",
        divides=True,
        help="Write everything that is known of this person to a file.",
    )
    def export_person(self) -> None:
        """Ask for a file and write everything about the person to it."""
        from eqbrief.tasks.about import export_person  # noqa: PLC0415 - not needed before it is asked for

        record = self._person()
        if record is None:
            return
        name = f"{safe_name(record.name)}.md"
        target = choose_target(self._window, "Export what is known", name, "Markdown (*.md);;JSON (*.json)")
        if target is not None:
            store = self._store
            job = self._jobs.run("Exporting", lambda _job: export_person(store, record.id, target))
            job.done.connect(lambda _none: self._say(f"What is known of {record.name} is in {target.name}"))
            job.failed.connect(lambda error: tell(self._window, error))

    @action("Erase this person…", icon="eraser", menu="Directory", help="Take a person out of the library for good.")
    def erase_person(self) -> None:
        """Show what erasing the person takes and leaves, and do it once the name was typed."""
        from eqbrief.gui.detail.naming.erasing import EraseDialog  # noqa: PLC0415 - not needed before it is asked for

        record = self._person()
        if record is None:
            return
        wanted: list[int] = []
        dialog = EraseDialog(self._store, self._jobs, record.id, self._second_place(), self._window)
        dialog.event_wanted.connect(wanted.append)
        dialog.exec()
        dialog.deleteLater()
        if dialog.erased:
            self._go(DIRECTORIES["person"])
            self._say("The person was erased")
        if wanted:
            self._show_event(wanted[0])

    @action("Topics…", icon="tag", menu="Directory", divides=True, help="Rename, merge, colour and drop topics.")
    def topics(self) -> None:
        """Show the topics and keep them in order."""
        from eqbrief.gui.dialogs.filing import TopicsDialog  # noqa: PLC0415 - not needed before it is asked for

        dialog = TopicsDialog(self._store, self._jobs, self._window)
        dialog.exec()
        dialog.deleteLater()

    @action("Glossary", icon="book-open", menu="Directory", help="Show what acronyms stand for.")
    def glossary(self) -> None:
        """Show the glossary."""
        self._go(Place("Glossary", "glossary"))

    @action(
        "Who speaks for whom",
        icon="chart-bar-horizontal",
        menu="Directory",
        help="Count appearances by organisation, topic, year, capacity or person.",
    )
    def speakers(self) -> None:
        """Show who speaks for whom."""
        self._go(Place("Who speaks for whom", "speakers"))

    def _record(self) -> NameRecord | None:
        shown = self._detail.names.shown
        if shown is None or self._detail.currentWidget() is not self._detail.names:
            tell(
                self._window, UserError("No person or organisation is shown.", "Choose one in the sidebar's directory.")
            )
            return None
        return db.name_record(self._store, *shown)

    def _person(self) -> NameRecord | None:
        record = self._record()
        if record is not None and record.kind != "person":
            tell(self._window, UserError("This is for people only.", "Open a person first."))
            return None
        return record

    def _merge_with(self, other: int | None) -> None:
        from eqbrief.gui.detail.naming.merging import MergeDialog  # noqa: PLC0415 - not needed before it is asked for

        record = self._record()
        if record is None:
            return
        dialog = MergeDialog(self._store, self._jobs, record.kind, record.id, other, self._window)
        dialog.exec()
        dialog.deleteLater()
        if dialog.merged is not None:
            kept = db.name_record(self._store, record.kind, dialog.merged[0])
            self._say(f"Merged into {kept.name}")
            self._show(record.kind, kept.id)

    def _tell_apart(self, other: int) -> None:
        record = self._record()
        if record is not None:
            self._write(
                lambda: naming.not_the_same(self._store, record.kind, record.id, other),
                lambda _none: "They are two, and will not be proposed again",
            )

    def _name(self, title: str, line: str, label: str, *, also: bool) -> None:
        from eqbrief.gui.detail.naming.asking import NameDialog  # noqa: PLC0415 - not needed before it is asked for

        record = self._record()
        if record is None:
            return
        dialog = NameDialog(f"{title}: {record.name}", line, label, "" if also else record.name, title, self._window)
        name = dialog.name() if dialog.exec() else ""
        dialog.deleteLater()
        if name:
            self._write(
                lambda: naming.rename(self._store, record.kind, record.id, name, also=also),
                lambda named: f"Called {named.name}" if not also else f"{named.name} is {name} too",
            )

    def _choose(self, title: str, line: str, lines: list[Any], yes: str) -> str:
        from eqbrief.gui.detail.naming.asking import ChooseDialog  # noqa: PLC0415 - not needed before it is asked for

        dialog = ChooseDialog(title, line, lines, yes, self._window)
        key = dialog.key() if dialog.exec() else ""
        dialog.deleteLater()
        return key

    def _write(self, work: Callable[[], Any], said: Callable[[Any], str]) -> None:
        job = self._jobs.save(work)
        job.done.connect(lambda result: self._say(said(result)))
        job.failed.connect(lambda error: tell(self._window, error))
