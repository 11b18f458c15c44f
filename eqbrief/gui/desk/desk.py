# SPDX-License-Identifier: MIT
"""The import desk: pages are read, set beside what was found in them, corrected, and stored one by one or together.

Nothing is stored before it is accepted. Reading and storing are jobs; the window never waits.
"""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QWidget

from eqbrief.gui.asking import ask
from eqbrief.gui.desk.facing import Facing
from eqbrief.gui.desk.frame import DeskFrame
from eqbrief.gui.desk.items import (
    Item,
    first_to_check,
    is_left,
    items_of,
    next_open,
    said_outcome,
    said_results,
    seen_anew,
    sentence,
)
from eqbrief.gui.desk.known import Known
from eqbrief.gui.desk.storing import Wanted, fetch_all, store_all
from eqbrief.gui.jobs import Job, Jobs
from eqbrief.gui.listing import plural
from eqbrief.model import Added, Choice, Progress, UserError
from eqbrief.store import Store
from eqbrief.tasks import pasted_page, read_pages, rules_for


class Desk(DeskFrame):
    """Work through pages that were read, fetched or pasted; `finished_with` says what became of them."""

    finished_with = Signal(object)
    """A list of Added, when the desk closes."""

    def __init__(self, store: Store, jobs: Jobs, parent: QWidget | None = None) -> None:
        known = Known()
        super().__init__(known, parent)
        known.load(store, jobs)
        self._store, self._jobs = store, jobs
        self._current = -1
        self._reading: Job | None = None
        self._storing = 0
        self._closing = False
        self._facing = Facing(self.page, self.sheets, self)
        self._connect()
        self._say_header()

    def read(self, paths: Iterable[Path]) -> None:
        """Read files and folders, and put their pages into the queue."""
        files = list(paths)
        store = self._store
        self._take_in(
            lambda job: items_of(store, read_pages(files, job.report, job.stop, rules_for(store)), pasted=False)
        )

    def fetch(self, addresses: Iterable[str]) -> None:
        """Fetch pages from web addresses, and put them into the queue."""
        wanted, store = list(addresses), self._store
        self._take_in(
            lambda job: items_of(store, fetch_all(wanted, job.report, job.stop, rules_for(store)), pasted=True),
            "Fetching",
        )

    def paste(self, text: str) -> None:
        """Read a text that was pasted, and put it into the queue."""
        self._take_in(lambda _job: items_of(self._store, [pasted_page(text, rules_for(self._store))], pasted=True))

    def accept_page(self, choice: Choice | None = None) -> None:
        """Store the page that is shown, as its fields are now, and go to the next.

        `choice` is what was decided about one that is like an event, where that is more than its rows say.
        """
        item = self._item()
        if item is None or not item.can_store:
            return
        wanted = self.sheets.decided(self._current, item, choice)
        if wanted is None:
            self.columns.show_fields()
            return
        self._put_away([wanted])
        self._go_on()

    def accept_certain(self) -> None:
        """Store every page that leaves nothing to check."""
        items = [(number, item) for number, item in enumerate(self.queue.items) if item.is_certain]
        wanted = [one for number, item in items if (one := self.sheets.decided(number, item)) is not None]
        if wanted:
            self._put_away(wanted)
            item = self._item()
            if item is None or not item.is_open:
                self._go_on()
            self._say_header()

    def skip_page(self) -> None:
        """Leave the page that is shown out, and go to the next. It can be chosen again in the queue."""
        item = self._item()
        if item is not None and item.is_here and is_left(self.queue.items):
            self._go_on()
        if item is None or not item.is_open:
            return
        if len(self.queue.items) == 1:
            self.reject()
            return
        self.queue.set(self._current, state="skipped", results=())
        self._go_on()

    def step(self, by: int) -> None:
        """Show the page below (1) or above (-1) in the queue."""
        to = self._current + by
        if 0 <= to < len(self.queue.items):
            self.list.choose(to)
            self._focus()

    def reject(self) -> None:
        """Close; ask first when pages would be lost, and wait for what is being stored."""
        if self._storing:
            self._closing = True
            self.strip.say("Storing what was accepted, then this closes.")
            return
        left = [item for item in self.queue.items if item.is_open and item.page.draft]
        if (len(left) > 1 or any(item.is_edited or item.pasted for item in left)) and not _leave(self, len(left)):
            return
        super().reject()

    def done(self, result: int) -> None:
        """Close, and say what became of the pages."""
        if self._reading is not None:
            self._reading.drop()
            self._reading = None
        super().done(result)
        self.finished_with.emit([result for item in self.queue.items for result in item.outcome])

    def _connect(self) -> None:
        self.leave.clicked.connect(self.reject)
        self.skip.clicked.connect(self.skip_page)
        self.certain.clicked.connect(self.accept_certain)
        self.accepting.clicked.connect(lambda: self.accept_page())
        self.list.chosen.connect(self._show)
        self.sheets.edited.connect(self._note_edit)
        self.sheets.choice_made.connect(self.accept_page)
        self.sheets.sheet_wanted.connect(self._show_again)
        self.sheets.skip_wanted.connect(self.skip_page)
        self.strip.cancelled.connect(self._cancel)
        for keys, does in self._keys():
            QShortcut(QKeySequence(keys), self).activated.connect(does)

    def _keys(self) -> Sequence[tuple[str, Callable[[], None]]]:
        return (
            ("Ctrl+Return", self.accept_page),
            ("Ctrl+Enter", self.accept_page),
            ("Alt+Down", lambda: self.step(1)),
            ("Alt+Up", lambda: self.step(-1)),
            ("F8", lambda: self._next_check(1)),
            ("Shift+F8", lambda: self._next_check(-1)),
            ("Alt+R", self._settle),
            ("F6", lambda: self.columns.next(1)),
            ("Shift+F6", lambda: self.columns.next(-1)),
        )

    def _next_check(self, step: int) -> None:
        """Put the keyboard into the next field to check, of the page that is shown."""
        self.columns.show_fields()
        sheet = self.sheets.open_form(self._current)
        if sheet is not None and not sheet.form.next_check(step):
            self.strip.announce("Nothing left to check here.")

    def _settle(self) -> None:
        sheet = self.sheets.open_form(self._current)
        if sheet is not None and sheet.form.settle_here() and not sheet.form.counts()[1]:
            self.strip.announce("Nothing left to check here.")

    def _take_in(self, work: Callable[[Job], list[Item]], doing: str = "Reading") -> None:
        if not self.queue.items:
            self.say_empty(f"{doing}…", "What was read stands here in a moment, to be looked at and accepted.")
        self.strip.show_progress(Progress(0, 0, doing))
        job = self._reading = self._jobs.run("Reading pages", work)
        job.progressed.connect(self._show_progress)
        job.failed.connect(self._could_not_read)
        job.done.connect(self._have_read)
        job.ended.connect(self._reading_ended)

    def _reading_ended(self) -> None:
        if self._reading is not None:  # a bug ended it, which the crash report shows
            self._reading = None
            self.strip.say("")
        if not self.queue.items:
            self.say_empty("No pages yet")

    def _have_read(self, read: list[Item]) -> None:
        self._reading = None
        self.strip.say("")
        first = len(self.queue.items)
        self.queue.add(read)
        if len(read) > 1 or first:
            self.strip.announce(f"{plural(len(self.queue.items), 'page')} to work through.")
        item = self._item()
        if read and (item is None or not item.is_open):
            self.list.choose(first_to_check(self.queue.items, first))
            self._focus()
        elif item is not None:
            self._show(self._current)
        self._say_header()

    def _could_not_read(self, error: UserError) -> None:
        self._reading = None
        self.strip.say(str(error))

    def _show_progress(self, progress: Progress) -> None:
        if self._job is not None:  # word of it may come after its end
            self.strip.show_progress(progress)

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()

    @property
    def _job(self) -> Job | None:
        return self._reading or self._storing_job

    _storing_job: Job | None = None

    def _put_away(self, wanted: Sequence[Wanted]) -> None:
        for one in wanted:
            self.queue.set(one.number, state="storing")
        self._storing += 1
        job = self._storing_job = self._jobs.run(
            "Adding pages", lambda job: store_all(self._store, wanted, job.report, job.stop)
        )
        if len(wanted) > 1 or wanted[0].draft.events:
            job.progressed.connect(self._show_progress)
        job.done.connect(self._have_stored)
        job.ended.connect(lambda: self._stored_all(wanted))

    def _have_stored(self, done: list[tuple[int, list[Added]]]) -> None:
        for number, results in done:
            good = all(result.action in ("added", "updated", "unchanged") for result in results)
            self.queue.set(number, state="stored" if good else "failed", results=tuple(results))
            if good:
                self.sheets.forget(number)
        self._compare_again()
        self.strip.say(sentence(said_results([result for _, results in done for result in results])))

    def _compare_again(self) -> None:
        """See what of the pages that wait is like what has just been stored, or reads otherwise by what it taught."""
        waiting = [(number, item) for number, item in enumerate(self.queue.items) if item.state == "waiting"]
        if waiting:
            job = self._jobs.ask("what is here already", lambda: seen_anew(self._store, waiting))
            job.done.connect(self._have_compared)

    def _have_compared(self, found: list[tuple[int, Item]]) -> None:
        renewed = self.queue.renew(found)
        for number, is_read in renewed:
            (self.sheets.forget if is_read else self.sheets.liken)(number)
            if number == self._current:
                (self._show_again if is_read else self._show)(number)
        if read := [number for number, is_read in renewed if is_read]:
            self.strip.say(f"{plural(len(read), 'page')} read again with what was learnt.")
        self._say_header()

    def _stored_all(self, wanted: Sequence[Wanted]) -> None:
        """Put back what a cancelled job left, and see what is next."""
        self._storing -= 1
        for one in wanted:
            if self.queue.items[one.number].state == "storing":
                self.queue.set(one.number, state="waiting")
        if not self._storing:
            self._storing_job = None
        if self._closing and not self._storing:
            self._closing = False
            self.reject()
            return
        item = self._item()
        if item is not None and self._current in [one.number for one in wanted]:
            if item.is_open:
                self._show(self._current)
            else:
                self._go_on()
        elif not is_left(self.queue.items):
            self._go_on()
        self._say_header()

    def _go_on(self) -> None:
        """Show the next page that waits, from the one shown on and then from the first; or say that all is done."""
        to = next_open(self.queue.items, self._current, again=not self._storing)
        if to is not None and to != self._current:
            self.list.choose(to)
            self._focus()
        elif to is not None or self._storing:
            self._show(self._current)
        else:
            self._finish()
            return
        self._say_header()

    def _finish(self) -> None:
        items = self.queue.items
        if len(items) == 1 and items[0].results and all(r.action in ("added", "updated") for r in items[0].results):
            super().accept()
            return
        self.columns.show_fields()
        self.strip.announce(sentence(said_outcome(items)))
        self.strip.say("")  # the bar above says it, of all pages
        self.say_end(lambda: self.done(QDialog.DialogCode.Accepted))
        self._say_header()

    def _show(self, number: int) -> None:
        """Show a page of the queue with its fields."""
        if not 0 <= number < len(self.queue.items):
            return
        self._current = number
        item = self.queue.items[number]
        draft = item.page.draft
        self._facing.show(number, item)
        self.columns.set_shown(queue=len(self.queue.items) > 1, page=bool(draft and draft.text))
        self.sheets.show_item(number, item)
        self._say_header()

    def _show_again(self, number: int) -> None:
        self._show(number)
        self._focus()

    def _focus(self) -> None:
        if not self.sheets.take_keyboard():
            self.list.setFocus()

    def _note_edit(self, number: int) -> None:
        if (listing := self.sheets.listing(number)) is not None:
            self.queue.set(number, is_edited=listing.is_edited(), checks=listing.checks())
            self._say_header()
        sheet = self.sheets.form(number)
        self._say_header()
        if sheet is not None:
            form = sheet.form
            self.queue.set(number, is_edited=form.is_edited(), checks=form.counts()[1], certain=form.is_certain())
            self._say_header()

    def _say_header(self) -> None:
        self.say_state(self._current, is_storing=bool(self._storing))

    def _item(self) -> Item | None:
        return self.queue.items[self._current] if 0 <= self._current < len(self.queue.items) else None


def _leave(parent: QWidget, left: int) -> bool:
    title = "This page is not stored yet." if left == 1 else f"{left} pages are not stored yet."
    text = "Leave anyway? What was read and what you corrected here is forgotten; the saved pages stay as they are."
    return ask(parent, title, text, [("leave", "Leave anyway"), ("stay", "Go on here")]) == "leave"
