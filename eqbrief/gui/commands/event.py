# SPDX-License-Identifier: MIT
"""Commands on the chosen events: edit, star, review, topics, delete, put back, and undo."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from eqbrief import store as db
from eqbrief import tasks
from eqbrief.gui.actions import Actions, action
from eqbrief.gui.asking import choose_target, tell
from eqbrief.gui.detail import DetailPane
from eqbrief.gui.jobs import Jobs
from eqbrief.gui.listing.pane import ListPane
from eqbrief.gui.listing.rows import plural
from eqbrief.gui.sidebar import Place
from eqbrief.model import say_date
from eqbrief.store import Store

if TYPE_CHECKING:
    from eqbrief.tasks.handing import Packed

_OF_ROWS = (
    *("toggle_star", "mark_reviewed", "edit_event", "copy_reference", "show_speakers", "add_to_briefing"),
    *("tag_evidence", "delete", "put_back"),
)
"""What the menu of a row in the list offers, in its order."""
_OF_OTHERS = ("add_to_briefing",)


class EventCommands(QObject):
    """What can be done with the events that are selected in the list, or the one that is shown."""

    def __init__(
        self,
        window: QWidget,
        store: Store,
        jobs: Jobs,
        listing: ListPane,
        detail: DetailPane,
        go: Callable[[Place], None],
        say: Callable[[str], None],
    ) -> None:
        super().__init__(window)
        self._window, self._store, self._jobs = window, store, jobs
        self._list, self._detail, self._go, self._say = listing, detail, go, say
        listing.delete_wanted.connect(lambda _numbers: self.delete())
        detail.edit_wanted.connect(lambda _number: self.edit_event())

    def chosen(self) -> list[int]:
        """List the ids of the selected events; without any, the one that is shown."""
        selected = self._list.selected()
        shown = self._detail.event_id
        return selected or ([shown] if shown is not None else [])

    @action("Edit…", icon="pencil-simple", menu="Event", shortcut="Ctrl+E", help="Correct any field of the event.")
    def edit_event(self) -> None:
        """Open the form on the event that is shown."""
        from eqbrief.gui.desk import EditEvent  # noqa: PLC0415 - not needed before it is asked for

        number = self._detail.event_id
        if number is None:
            return
        dialog = EditEvent(self._store, self._jobs, tasks.event(self._store, number), self._window)
        dialog.exec()
        dialog.deleteLater()

    @action("Star", icon="star", menu="Event", shortcut="Ctrl+D", help="Star the event, or take its star away.")
    def toggle_star(self) -> None:
        """Star what is chosen, unless all of it is starred already."""
        numbers = self.chosen()
        cards = db.event_cards(self._store, numbers)
        on = not all(card.starred for card in cards)
        self._write(numbers, lambda s, n: tasks.star(s, n, on), "Starred" if on else "Removed the star from")

    @action(
        "Mark as to review", icon="tray", menu="Event", divides=True, help="Put the event back among those to review."
    )
    def mark_to_review(self) -> None:
        """Say that the chosen events are still to review."""
        self._mark("to review")

    @action("Mark as reviewing", icon="circle-half", menu="Event", help="Say that you have begun to review the event.")
    def mark_reviewing(self) -> None:
        """Say that the chosen events are being reviewed."""
        self._mark("reviewing")

    @action(
        "Mark as reviewed",
        icon="check-circle",
        menu="Event",
        shortcut="Ctrl+R",
        help="Say that you have reviewed the event.",
    )
    def mark_reviewed(self) -> None:
        """Say that the chosen events are reviewed."""
        self._mark("reviewed")

    @action("Add a topic…", icon="tag", menu="Event", shortcut="Ctrl+T", help="Give the event another topic.")
    def add_topic(self) -> None:
        """Let the person type a topic."""
        self._detail.add_topic()

    @action(
        "Copy reference",
        icon="quotes",
        menu="Event",
        shortcut="Ctrl+Shift+C",
        divides=True,
        help="Copy a line that names the event, its date and its publisher.",
    )
    def copy_reference(self) -> None:
        """Put one line for each chosen event on the clipboard."""
        lines = []
        for number in self.chosen():
            event = tasks.event(self._store, number)
            parts = (event.draft.title, say_date(event.date), event.draft.publisher)
            lines.append(", ".join(part for part in parts if part))
        if lines:
            QApplication.clipboard().setText("\n".join(lines))
            self._say("Reference copied" if len(lines) == 1 else f"{len(lines)} references copied")

    @action(
        "Who speaks here",
        icon="chart-bar-horizontal",
        menu="Event",
        help="Count who spoke for whom at the chosen events.",
    )
    def show_speakers(self) -> None:
        """Show who speaks for whom, at the chosen events alone."""
        if numbers := self.chosen():
            self._go(Place("Who speaks", "speakers", events=tuple(numbers)))

    @action("Hand over…", icon="package", menu="Event", help="Make a ZIP of the chosen events that anybody can read.")
    def hand_over(self) -> None:
        """Ask for a ZIP, and put what is chosen into it: a site to be read anywhere, with the decks that are here."""
        from eqbrief.tasks.handing import make_pack  # noqa: PLC0415 - not needed before it is asked for

        numbers = self.chosen()
        if not numbers:
            self._say("Choose the events to hand over first")
            return
        target = choose_target(self._window, "Hand events over", "Events.zip", "Hand-over pack (*.zip)")
        if target is None:
            return
        name = f"Packing {target.name}"
        job = self._jobs.run(name, lambda j: make_pack(self._store, numbers, target, report=j.report, stop=j.stop))
        job.done.connect(lambda made: self._say(_packed(made)))
        job.failed.connect(lambda error: tell(self._window, error))

    @action(
        "Next event", icon="arrow-down", menu="Event", shortcut="Alt+Down", divides=True, help="Go to the next event."
    )
    def next_event(self) -> None:
        """Choose the row below."""
        self._list.step(1)

    @action("Previous event", icon="arrow-up", menu="Event", shortcut="Alt+Up", help="Go to the event before.")
    def previous_event(self) -> None:
        """Choose the row above."""
        self._list.step(-1)

    @action(
        "Undo",
        icon="arrow-counter-clockwise",
        menu="Event",
        shortcut="Ctrl+Z",
        divides=True,
        help="Take back the last change.",
    )
    def undo(self) -> None:
        """Take back the newest change that has a name."""
        job = self._jobs.save(lambda: tasks.undo(self._store))
        job.done.connect(lambda name: self._say(f"Undone: {name}"))
        job.failed.connect(lambda error: tell(self._window, error))

    @action(
        "Delete", icon="trash", menu="Event", shortcut="Ctrl+Shift+Del", help="Put the event in the bin for 30 days."
    )
    def delete(self) -> None:
        """Put what is chosen in the bin; Undo brings it back."""
        if self._list.place.filter.scope == "bin":
            return
        numbers = self.chosen()
        self._write(numbers, tasks.delete, "Deleted", after=" · Ctrl+Z brings it back")

    @action("Put back", icon="arrow-u-up-left", menu="Event", help="Take the event out of the bin.")
    def put_back(self) -> None:
        """Take what is chosen out of the bin."""
        self._write(self.chosen(), tasks.put_back, "Put back")

    def show_undo(self, undo: QAction) -> None:
        """Name in the menu what would be undone."""
        name = db.next_undo(self._store)
        undo.setText(f"Undo: {name.replace('&', '&&')}" if name else "Undo")
        undo.setEnabled(name is not None)

    def context_menu(self, at: QPoint, actions: Actions, *, are_events: bool) -> None:
        """Show the commands for the rows that are selected, in a list of events or of anything else."""
        menu = QMenu(self._window)
        menu.addActions([actions[name] for name in (_OF_ROWS if are_events else _OF_OTHERS)])
        menu.exec(at)
        menu.deleteLater()

    def _mark(self, state: str) -> None:
        self._write(self.chosen(), lambda s, n: tasks.set_state(s, n, state), f"Marked as {state}:")

    def _write(self, numbers: list[int], work: Callable[[Store, list[int]], Any], verb: str, after: str = "") -> None:
        if not numbers:
            return
        job = self._jobs.save(lambda: work(self._store, numbers))
        job.done.connect(lambda _none: self._say(f"{verb} {plural(len(numbers), 'event')}{after}"))
        job.failed.connect(lambda error: tell(self._window, error))


def _packed(made: "Packed | None") -> str:
    """Say what was handed over."""
    if made is None:
        return "Stopped; nothing was packed"
    decks = f" and {plural(made.decks, 'deck')}" if made.decks else ""
    return f"{plural(made.events, 'event')}{decks} packed into {made.path.name}"
