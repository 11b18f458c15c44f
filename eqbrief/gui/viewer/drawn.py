# SPDX-License-Identifier: MIT
"""What the slides of the deck on show are drawn from: found out, made by a program where it must be, and drawn."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from eqbrief.decks.drawing import Word
from eqbrief.gui.jobs import Job, Jobs
from eqbrief.gui.viewer.shelf import Shelf, Wanted
from eqbrief.model import UserError
from eqbrief.store import Store
from eqbrief.tasks.drawing import Drawable, draw_slides, drawable, pages_of_slides
from eqbrief.tasks.viewing import ShownDeck

_WAIT = "The slides are being drawn. Until then, here are their words."
_WORDS_ONLY = "These are the words of the slides. To see them drawn, open the deck in its own program."
_STOPPED = "The slides were not drawn. Here are their words."
_APART = "The drawn pages do not go together with the slides. Here are the words of the slides."


class Drawn(QObject):
    """Draw slides by their numbers. It is told of a deck with `begin`, and what is wanted of it with `want`."""

    ready = Signal()
    """The slides can be drawn now, or one of them cannot."""
    came = Signal(int, int)
    """The number of a slide and a width that are here now; a width of 0 is its words."""
    hint = Signal(str)
    """Why there are only words; '' where there is nothing to say."""

    def __init__(self, store: Store, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._store, self._jobs = store, jobs
        self._shown: ShownDeck | None = None
        self._password: str | None = None
        self._asking: Job | None = None
        self._rendering: Job | None = None
        self._rendered_id = 0
        self._pages: dict[int, int] = {}
        self._numbers: dict[int, int] = {}
        self._sizes: tuple[tuple[float, float], ...] = ()
        self._shelf = Shelf(jobs, self)
        self._shelf.opened.connect(self._opened)
        self._shelf.came.connect(self._came)
        self._shelf.failed.connect(self._failed)

    def expect(self) -> None:
        """Make ready for a deck that is being read."""
        self._shelf.begin()

    def begin(self, shown: ShownDeck, password: str | None) -> None:
        """Find out what a deck's slides can be drawn from; where a program must draw them first, let it."""
        self.clear()
        self._shown, self._password = shown, password
        store, number = self._store, shown.deck.id
        if self._rendering is not None and self._rendered_id != number:
            self._rendering.cancel()
        job = self._asking = self._jobs.draw(lambda: drawable(store, number))
        job.done.connect(self._prepared)
        job.failed.connect(lambda error: self.hint.emit(f"{error.what} Here are the words of the slides."))

    def clear(self) -> None:
        """Let go of the deck; a program that draws it may finish."""
        if self._asking is not None:
            self._asking.drop()
        self._asking, self._shown = None, None
        self._pages, self._numbers, self._sizes = {}, {}, ()
        self._shelf.clear()

    def end(self) -> None:
        """Let go of everything."""
        self.clear()
        if self._rendering is not None:
            self._rendering.cancel()
        self._shelf.end()

    def can(self, number: int, width: int) -> bool:
        """Say whether a slide can be drawn at a width, as far as is known."""
        page = self._pages.get(number)
        return page is not None and self._shelf.trouble(page, width) is None

    def size(self, number: int) -> tuple[float, float]:
        """Give the size of a slide that can be drawn, in points."""
        return self._sizes[self._pages[number] - 1]

    def picture(self, number: int, width: int) -> QImage | None:
        """Give a slide's picture at a width, if it is here."""
        page = self._pages.get(number)
        return self._shelf.picture(page, width) if page is not None else None

    def nearest(self, number: int) -> QImage | None:
        """Give the widest picture of a slide that is here."""
        page = self._pages.get(number)
        return self._shelf.nearest(page) if page is not None else None

    def words(self, number: int) -> Sequence[Word]:
        """Give the words of a slide with their places, as far as they are here."""
        page = self._pages.get(number)
        return (self._shelf.words(page) or ()) if page is not None else ()

    def want(self, wanted: Sequence[tuple[int, int]]) -> None:
        """Say which slides are wanted at which widths, the most urgent first; at a width of 0 their words."""
        self._shelf.want([Wanted(self._pages[number], width) for number, width in wanted if number in self._pages])

    @property
    def size_bytes(self) -> int:
        """How much of what was drawn is kept."""
        return self._shelf.size_bytes

    def _prepared(self, found: Drawable) -> None:
        self._asking = None
        shown = self._shown
        if shown is None:
            return
        if found.file is not None:
            self._shelf.open(found.file, self._password)
            return
        self.hint.emit(_WAIT if found.waits else _WORDS_ONLY)
        if found.waits:
            store, number = self._store, shown.deck.id
            name = f"Drawing the slides of {shown.title}"
            job = self._jobs.render(name, lambda job: draw_slides(store, number, job.report, job.stop))
            self._rendering, self._rendered_id = job, number
            job.done.connect(lambda drawn: self._rendered(job, number, drawn))
            job.failed.connect(lambda error: self._not_rendered(number, error))

    def _rendered(self, job: Job, number: int, drawn: Drawable) -> None:
        if job is self._rendering:
            self._rendering = None
        if self._shown is None or self._shown.deck.id != number:
            return  # another deck is shown by now, or none
        self.hint.emit("" if drawn.file else _STOPPED)
        if drawn.file is not None:
            self._shelf.open(drawn.file)

    def _not_rendered(self, number: int, error: UserError) -> None:
        self._rendering = None
        if self._shown is not None and self._shown.deck.id == number:
            self.hint.emit(f"{error.what} Here are the words of the slides.")

    def _opened(self, sizes: tuple[tuple[float, float], ...]) -> None:
        if self._shown is None:
            return
        self._sizes = sizes
        self._pages = pages_of_slides(self._shown.slides, len(sizes))
        self._numbers = {page: number for number, page in self._pages.items()}
        self.hint.emit("" if self._pages else _APART)
        self.ready.emit()

    def _came(self, what: Wanted) -> None:
        if what.page in self._numbers:
            self.came.emit(self._numbers[what.page], what.width)

    def _failed(self, what: Wanted | None, error: UserError) -> None:
        if what is None or what.width:
            self.hint.emit(f"{error.what} Here are the words of the {'slides' if what is None else 'slide'}.")
            self.ready.emit()
