# SPDX-License-Identifier: MIT
"""What can be done with decks from the detail pane: attach, open, show, find again. Files go through jobs."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication, QWidget

from eqbrief import tasks
from eqbrief.gui.asking import choose_file, choose_folder, confirm, tell
from eqbrief.gui.downloads import Downloads
from eqbrief.gui.jobs import Jobs
from eqbrief.gui.listing import plural
from eqbrief.gui.sidebar import Place
from eqbrief.gui.views.kinds import COMPARE
from eqbrief.model import Deck, UserError
from eqbrief.store import Store
from eqbrief.tasks.decks import OnlyAlike
from eqbrief.tasks.proposing import Proposal, attach_proposed, propose, said_left

_SHOWN = 8
"""How many files a question names."""


class DeckDoing:
    """Do with a deck what its row's buttons say; `say` shows a sentence on the status line.

    `found` is called when a missing file is back in its place, of which the database has no notice; `go` shows a place.
    """

    def __init__(
        self,
        parent: QWidget,
        store: Store,
        jobs: Jobs,
        downloads: Downloads,
        say: Callable[[str], None],
        found: Callable[[], None],
        go: Callable[[Place], None],
    ) -> None:
        self._downloads = downloads
        self._found, self._go = found, go
        self._parent, self._store, self._jobs, self._say = parent, store, jobs, say

    def do(self, verb: str, deck: Deck) -> None:
        """Do one of 'open', 'show', 'compare', 'attach', 'find', 'link', 'download', 'later', 'cancel' and 'pause'."""
        {
            "open": self.open,
            "show": lambda d: self._attempt(f"Showing {d.offered.title}", lambda: tasks.show_deck(self._store, d.id)),
            "compare": lambda d: self._go(Place("Compare two decks", COMPARE, id=d.id)),
            "attach": lambda d: self.attach(d.event_id, d.id),
            "find": self._find,
            "folder": lambda d: self.attach_folder(d.event_id),
            "link": self._copy_link,
            "download": lambda d: self._downloads.ask([d.id]),
            "later": lambda d: self._downloads.ask_later([d.id]),
            "cancel": lambda d: self._downloads.cancel([d.id]),
            "pause": lambda _d: self._downloads.pause(),
        }[verb](deck)

    def open(self, deck: Deck, slide: int = 0) -> None:
        """Open a deck in the system's program; one with macros, or that takes something from elsewhere, only after a
        plain warning, each time.

        With a `slide` its number is put on the clipboard, to go there in that program.
        """
        name = deck.offered.title
        store = self._store
        job = self._attempt(
            f"Looking at {name}", lambda: (tasks.has_macros(store, deck.id), tasks.warn_of_links(store, deck.id))
        )
        job.done.connect(lambda found: self._open(deck, slide, macros=found[0], links=found[1]))

    def attach(self, event_id: int, deck_id: int | None = None) -> None:
        """Ask for a file and attach it to an event, as the file of a deck that the page names where one is given."""
        kinds = " ".join(f"*.{ending}" for ending in sorted(tasks.ATTACHED_ENDINGS))
        file = choose_file(self._parent, "Attach a deck or a transcript", f"Decks and transcripts ({kinds})")
        if file is not None:
            self.attach_files(event_id, [file], deck_id)

    def attach_files(self, event_id: int, files: list[Path], deck_id: int | None = None) -> None:
        """Attach files to an event; one that is no deck is said, and the rest goes on."""
        store = self._store
        if deck_id is not None:
            job = self._attempt(
                f"Attaching {files[0].name}", lambda: [tasks.attach(store, event_id, files[0], deck_id)]
            )
        else:
            job = self._jobs.run(
                f"Attaching {len(files)} files" if len(files) > 1 else f"Attaching {files[0].name}",
                lambda job: tasks.attach_many(store, event_id, files, job.report, job.stop),
            )
            job.failed.connect(lambda error: tell(self._parent, error))
        job.done.connect(self._say_attached)

    def attach_folder(self, event_id: int) -> None:
        """Ask for a folder, propose those of its files that agree with what the page names, and attach them."""
        folder = choose_folder(self._parent, "Where are the event's decks?")
        if folder is None:
            return

        def proposed(found: list[Proposal]) -> None:
            sure, left = [one for one in found if one.sure], said_left(folder, found)
            if not sure:
                nothing = UserError(f"No deck in '{folder}' is surely one that the page names.", "Attach it by itself.")
                tell(self._parent, left[0] if len(left) == 1 else nothing)
            elif confirm(self._parent, _question(folder, sure, left), "Attach it" if len(sure) == 1 else "Attach them"):
                work = self._jobs.run(
                    f"Attaching {len(sure)} decks",
                    lambda job: attach_proposed(self._store, event_id, sure, job.report, job.stop),
                )
                work.done.connect(self._say_attached)
                work.failed.connect(lambda error: tell(self._parent, error))

        job = self._jobs.run("Looking", lambda job: propose(self._store, event_id, folder, job.report, job.stop))
        job.done.connect(proposed)
        job.failed.connect(lambda error: tell(self._parent, error))

    def _open(self, deck: Deck, slide: int, *, macros: bool, links: UserError | None) -> None:
        name = deck.offered.title
        if macros:
            warning = UserError(
                f"'{name}' contains macros: small programs that run when it is opened.",
                "Open it only if you know who made it.",
            )
            if not confirm(self._parent, warning, "Open it all the same"):
                return
        if links is not None and not confirm(self._parent, links, "Open it all the same"):
            return
        job = self._attempt(f"Opening {name}", lambda: tasks.open_deck(self._store, deck.id, confirm_macros=macros))
        job.done.connect(lambda _none: self._say_opened(name, slide))

    def _say_opened(self, name: str, slide: int) -> None:
        if slide:
            QApplication.clipboard().setText(str(slide))
        self._say(f"Opened {name}; the slide's number, {slide}, is on the clipboard" if slide else f"Opened {name}")

    def _find(self, deck: Deck) -> None:
        def found(_deck: Deck) -> None:
            self._say(f"Found {title} again")
            self._found()

        def elsewhere(error: UserError) -> None:
            if not confirm(self._parent, error, "Choose a folder…"):
                return
            folder = choose_folder(self._parent, "Where may it lie now?")
            if folder is not None:
                again = self._jobs.run(
                    f"Looking for {title}", lambda _job: tasks.find_again(self._store, deck.id, folder)
                )
                again.done.connect(found)
                again.failed.connect(alike)

        def alike(error: UserError) -> None:
            if not isinstance(error, OnlyAlike):
                tell(self._parent, error)
            elif confirm(self._parent, error, "Take this file"):
                self.attach_files(deck.event_id, [error.file], deck.id)

        title = deck.offered.title
        job = self._jobs.run(f"Looking for {title}", lambda _job: tasks.find_again(self._store, deck.id))
        job.done.connect(found)
        job.failed.connect(elsewhere)

    def _copy_link(self, deck: Deck) -> None:
        QApplication.clipboard().setText(deck.offered.url or "")
        self._say("The address has been copied")

    def _attempt(self, name: str, work: Callable[[], Any]) -> Any:
        job = self._jobs.run(name, lambda _job: work())
        job.failed.connect(lambda error: tell(self._parent, error))
        return job

    def _say_attached(self, results: list[object]) -> None:
        wrong = [result for result in results if isinstance(result, UserError)]
        for error in wrong:
            tell(self._parent, error)
        decks = sum(isinstance(result, Deck) for result in results)
        words = len(results) - len(wrong) - decks
        counted = [plural(number, noun) for number, noun in ((decks, "deck"), (words, "transcript")) if number]
        if counted:
            self._say(f"{' and '.join(counted)} attached")


def _question(folder: Path, sure: list[Proposal], left: list[UserError]) -> UserError:
    """Put into words what would be attached as which deck, and what would not."""
    pairs = [f"“{one.file.name}” as “{one.deck.offered.title}”" for one in sure if one.deck]
    shown = ", ".join(pairs[:_SHOWN]) + (f" and {len(pairs) - _SHOWN} more" if len(pairs) > _SHOWN else "")
    agree = "1 file agrees" if len(sure) == 1 else f"{len(sure)} files agree"
    rest = f" Not attached: {left[0].what}" if left else ""
    return UserError(f"{agree} with what the page names, in '{folder.name}'.", f"{shown}.{rest}")
