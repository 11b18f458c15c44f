# SPDX-License-Identifier: MIT
"""Compare two decks: choose them, wait until both are read, see what lies between them."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from eqbrief.gui.dialogs.deck_choice import choose_deck
from eqbrief.gui.jobs import Job, touches
from eqbrief.gui.kit import Button, EmptyState, Hairline
from eqbrief.gui.sidebar import Place
from eqbrief.gui.theme import px
from eqbrief.gui.views.comparing.head import ComparingHead
from eqbrief.gui.views.comparing.result import Result
from eqbrief.gui.views.comparing.words import said_counts, summary
from eqbrief.gui.views.view import Given, View
from eqbrief.model import UserError
from eqbrief.store import Store, Tables
from eqbrief.tasks.versions import Compared, Version, compare_versions, older_first, stored_version, versions_of

_NARROW = 500
"""Below this width what stands side by side is put below each other."""


class ComparingView(View):
    """Two decks of the library, what was changed from one to the other, slide by slide."""

    def __init__(self, given: Given) -> None:
        super().__init__()
        self._store, self._jobs = given.store, given.jobs
        self._decks: list[int | None] = [None, None]
        self._job: Job | None = None
        self._compared: Compared | None = None
        self.head, self.result = ComparingHead(), Result()
        self._build()
        self._wait_for_decks()

    def show_place(self, place: Place) -> None:
        """Begin with the deck that the place names, beside the likeliest other version of it."""
        if place.id is None or place.id in self._decks:
            self._show_names()
            return
        self._cancel()
        self._decks = [None, place.id]
        self._wait_for_decks()
        store, number = self._store, place.id
        job = self._jobs.ask("versions of a deck", lambda: _likeliest(store, number))
        job.done.connect(lambda pair: self._begin_with(number, pair))

    def compare(self, older: int, newer: int) -> Job:
        """Compare two decks of the library; give the job that reads them."""
        self._cancel()
        self._decks = [older, newer]
        self._compared = None
        self._show_names()
        self._pages.setCurrentWidget(self._waiting)
        self.head.say("Reading both decks…")
        store = self._store

        def work(job: Job) -> Compared | None:
            return compare_versions(stored_version(store, older), stored_version(store, newer), stop=job.stop)

        job = self._job = self._jobs.read("Comparing two decks", work)
        job.done.connect(self._came)
        job.failed.connect(self._failed)
        return job

    def focus_first(self) -> None:
        """Put the keyboard into the list of changes, or on what is to be chosen."""
        if self._compared is not None:
            self.result.focus_first()
        else:
            self._begin.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the room that there is."""
        super().resizeEvent(event)
        narrow = self.width() < px(_NARROW)
        self.head.fit(narrow=narrow)
        self.result.fit(self.width(), narrow=narrow)

    def notice(self, tables: Tables) -> None:
        """Call the decks by their names of now, and forget one that is gone."""
        if touches(tables, "deck", "event"):
            self._show_names()

    def _build(self) -> None:
        # With large text in a small window the whole scrolls, so that nothing is cut.
        page, scroll = QWidget(), QScrollArea()
        page.setProperty("scrolled", "true")
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setAccessibleName("Compare two versions of a deck")
        scroll.setWidget(page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.head.older_wanted.connect(lambda: self._choose(0))
        self.head.newer_wanted.connect(lambda: self._choose(1))
        self.head.swapped.connect(self._swap)
        self.head.copy_wanted.connect(self._copy)
        choose = self._begin = Button("Choose a deck…", "presentation", kind="primary")
        choose.clicked.connect(lambda: self._choose(0 if self._decks[0] is None else 1))
        self._choosing = EmptyState(
            "git-diff",
            "Choose two decks",
            "You see which slides were added, removed, moved or re-worded, word by word.",
            [choose],
        )
        self._waiting = EmptyState(
            "hourglass", "Reading both decks", "You can go on working until the changes come up."
        )
        self._failing = QWidget()
        QVBoxLayout(self._failing).setContentsMargins(0, 0, 0, 0)
        self._pages = QStackedWidget()
        self._pages.setMinimumHeight(px(320))
        for page in (self._choosing, self._waiting, self._failing, self.result):
            self._pages.addWidget(page)
        column.addWidget(self.head)
        column.addWidget(Hairline())
        column.addWidget(self._pages, 1)

    def _begin_with(self, number: int, pair: tuple[int, int] | None) -> None:
        if pair is not None and self._decks == [None, number]:
            self.compare(*pair)

    def _wait_for_decks(self) -> None:
        self._compared = None
        self.head.say("")
        self._show_names()
        self._pages.setCurrentWidget(self._choosing)

    def _choose(self, side: int) -> None:
        other = self._decks[1 - side]
        chosen = choose_deck(self, self._store, self._jobs, other)
        if chosen is None:
            return
        self._decks[side] = chosen
        older, newer = self._decks
        if older is not None and newer is not None:
            self.compare(older, newer)
        else:
            self._wait_for_decks()

    def _swap(self) -> None:
        older, newer = self._decks
        if older is not None and newer is not None:
            self.compare(newer, older)

    def _came(self, compared: Compared | None) -> None:
        self._job = None
        if compared is None:
            self._failed(UserError("The comparison was stopped.", "Swap or choose the decks to begin again."))
            return
        self._compared = compared
        self.result.show_compared(compared)
        self._pages.setCurrentWidget(self.result)
        self.head.say(said_counts(compared.changes) + _unread(compared), done=True)
        self.said.emit(said_counts(compared.changes))
        self.result.focus_first()

    def _failed(self, error: UserError) -> None:
        self._job = None
        layout = self._failing.layout()
        assert layout is not None, "it was given one"
        while (item := layout.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        layout.addWidget(EmptyState("warning-circle", error.what, error.next_step))
        self.head.say("")
        self._pages.setCurrentWidget(self._failing)
        self.said.emit(error.what)

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.drop()
            self._job = None

    def _copy(self) -> None:
        if self._compared is not None:
            QApplication.clipboard().setText(summary(self._compared))
            self.said.emit("The summary has been copied")

    def _show_names(self) -> None:
        versions: list[Version | None] = []
        for side, number in enumerate(self._decks):
            try:
                versions.append(stored_version(self._store, number) if number is not None else None)
            except UserError:  # it went meanwhile
                self._decks[side] = None
                versions.append(None)
        self.head.show_versions(*versions)
        if None in versions and self._compared is not None:
            self._wait_for_decks()


def _likeliest(store: Store, number: int) -> tuple[int, int] | None:
    """Give a deck and the likeliest other version of it, the older first; None where no title is like its own."""
    likely = next((one for one in versions_of(store, number) if one.likely), None)
    return older_first(store, number, likely.deck.id) if likely else None


def _unread(compared: Compared) -> str:
    many = len(compared.old.unread) + len(compared.new.unread)
    return f" Some could not be read ({many} remarks): `eqbrief deck` lists it." if many else ""
