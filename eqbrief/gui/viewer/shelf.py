# SPDX-License-Identifier: MIT
"""The drawn pages of one deck: those wanted are drawn one after another, the most urgent first, and some are kept."""

from collections import OrderedDict
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from PySide6.QtCore import QBuffer, QObject, Signal
from PySide6.QtGui import QImage

from eqbrief.decks.drawing import PageDrawer, Picture, Word
from eqbrief.gui.jobs import Job, Jobs
from eqbrief.model import UserError

MOST_BYTES = 96 << 20
"""How much of what was drawn is kept; a page at 1,600 pixels is 6 MB, a thumbnail 0.1."""


class Wanted(NamedTuple):
    """A page, counted from 1, at a width in device pixels; with a width of 0 its words and where they stand."""

    page: int
    width: int


class Shelf(QObject):
    """Draw what is wanted of the deck that is open, in the background."""

    opened = Signal(object)
    """The sizes of the pages in points, once the file is open."""
    came = Signal(object)
    """A Wanted that is here now."""
    failed = Signal(object, object)
    """What could not be had, None for the whole file, and the UserError that says why."""

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._drawer: PageDrawer | None = None
        self._file: Path | None = None
        self._password: str | None = None
        self._kept: OrderedDict[Wanted, QImage] = OrderedDict()
        self._words: dict[int, tuple[Word, ...]] = {}
        self._troubles: dict[Wanted, UserError] = {}
        self._queue: list[Wanted] = []
        self._job: Job | None = None
        self._under_way: Wanted | None = None

    def begin(self) -> PageDrawer:
        """Start the process that draws, unless it is there."""
        if self._drawer is None:
            self._drawer = PageDrawer()
            self._jobs.keep(self._drawer)
            self._jobs.draw(self._drawer.start)
        return self._drawer

    def open(self, file: Path, password: str | None = None) -> None:
        """Open a PDF; what was there of another is let go."""
        self.clear()
        self._file, self._password = file, password
        drawer = self._drawer or self.begin()
        job = self._job = self._jobs.draw(lambda: drawer.pages(file, password))
        job.done.connect(self.opened)
        job.failed.connect(lambda error: self.failed.emit(None, error))
        job.ended.connect(self._next)

    def clear(self) -> None:
        """Let go of what is kept and wanted."""
        if self._job is not None:
            self._job.drop()
        self._job, self._under_way = None, None
        self._file = None
        self._queue = []
        self._kept.clear()
        self._words.clear()
        self._troubles.clear()

    def end(self) -> None:
        """Let go of the process too."""
        self.clear()
        if self._drawer is not None:
            self._jobs.let_go(self._drawer)
            self._drawer = None

    def want(self, wanted: Sequence[Wanted]) -> None:
        """Say what is wanted now, the most urgent first; what was wanted before and is not now is forgotten."""
        self._queue = [one for one in dict.fromkeys(wanted) if not self._is_here(one)]
        if self._job is None:
            self._next()

    def picture(self, page: int, width: int) -> QImage | None:
        """Give a page at a width, if it is here."""
        wanted = Wanted(page, width)
        if wanted in self._kept:
            self._kept.move_to_end(wanted)
        return self._kept.get(wanted)

    def nearest(self, page: int) -> QImage | None:
        """Give the widest picture of a page that is here, to show until the right one comes."""
        widths = [one.width for one in self._kept if one.page == page]
        return self._kept[Wanted(page, max(widths))] if widths else None

    def words(self, page: int) -> tuple[Word, ...] | None:
        """Give the words of a page, if they are here."""
        return self._words.get(page)

    def trouble(self, page: int, width: int) -> UserError | None:
        """Give why a page could not be drawn at a width."""
        return self._troubles.get(Wanted(page, width))

    @property
    def size_bytes(self) -> int:
        """How much is kept."""
        return sum(image.sizeInBytes() for image in self._kept.values())

    def _is_here(self, wanted: Wanted) -> bool:
        if wanted == self._under_way:
            return True
        here = wanted.page in self._words if not wanted.width else wanted in self._kept
        return here or wanted in self._troubles

    def _next(self) -> None:
        self._job, self._under_way = None, None
        drawer, file = self._drawer, self._file
        if not self._queue or drawer is None or file is None:
            return
        wanted, password = self._queue.pop(0), self._password
        self._under_way = wanted

        def draw() -> Any:
            if not wanted.width:
                return drawer.words(file, wanted.page, password)
            return image_of(drawer.draw(file, wanted.page, wanted.width, password))

        job = self._job = self._jobs.draw(draw)
        job.done.connect(lambda made: self._take(wanted, made))
        job.failed.connect(lambda error: self._fail(wanted, error))
        job.ended.connect(self._next)

    def _take(self, wanted: Wanted, made: Any) -> None:
        if wanted.width:
            self._kept[wanted] = made
            while self.size_bytes > MOST_BYTES and len(self._kept) > 1:
                self._kept.popitem(last=False)
        else:
            self._words[wanted.page] = made
        self.came.emit(wanted)

    def _fail(self, wanted: Wanted, error: UserError) -> None:
        self._troubles[wanted] = error
        self.failed.emit(wanted, error)


def image_of(picture: Picture) -> QImage:
    """Make Qt's picture of a drawn page, with bytes of its own."""
    form = QImage.Format.Format_RGB32
    return QImage(picture.data, picture.width, picture.height, picture.stride, form).copy()


def png_of(image: QImage) -> bytes:
    """Write a picture as a PNG."""
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())
