# SPDX-License-Identifier: MIT
"""One slide of two versions side by side: place by place, so that what belongs together stands at one height."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from eqbrief.gui.kit import Label, SectionHeading
from eqbrief.gui.listing.rows import plural
from eqbrief.gui.theme import px
from eqbrief.gui.views.comparing.text import DifferenceText
from eqbrief.gui.views.comparing.words import PLACES, said_edits
from eqbrief.model import Place, Slide, SlideChange, WordPiece

_SIDES = ("Older", "Newer")


class TwoSlides(QScrollArea):
    """Show what stands on a slide in the older version at the left and in the newer at the right."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Both versions of the slide")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)

    def texts(self) -> list[DifferenceText]:
        """List the texts that are shown, row by row."""
        return self.findChildren(DifferenceText)

    def show_slide(self, change: SlideChange, old: Slide | None, new: Slide | None) -> None:
        """Show a slide; `old` and `new` are it in either version, None where it is not there."""
        page = QWidget()
        page.setProperty("scrolled", "true")
        column = QVBoxLayout(page)
        column.setContentsMargins(px(28), px(20), px(28), px(24))
        column.setSpacing(px(4))
        column.addWidget(Label(change.title or "No title", "heading"))
        column.addWidget(Label(said_edits(change), "secondary", "mute"))
        grid = QGridLayout()
        grid.setContentsMargins(0, px(16), 0, 0)
        grid.setHorizontalSpacing(px(32))
        grid.setVerticalSpacing(px(4))
        for at, slide in enumerate((old, new)):
            grid.setColumnStretch(at, 1)
            grid.addWidget(Label(_place_of(slide, _SIDES[at]), "strong"), 0, at)
        self._fill(grid, change, (old, new))
        column.addLayout(grid)
        column.addStretch(1)
        if (before := self.takeWidget()) is not None:
            before.deleteLater()
        self.setWidget(page)
        self.verticalScrollBar().setValue(0)

    def _fill(self, grid: QGridLayout, change: SlideChange, slides: Sequence[Slide | None]) -> None:
        wordings = {one.place: one.pieces for one in change.words}
        for place in PLACES:
            if not any(slide and slide.text[place].strip() for slide in slides):
                continue
            self._head(grid, PLACES[place])
            for at, slide in enumerate(slides):
                pieces = _pieces(place, slide, wordings.get(place), ("out", "in")[at])
                if slide is not None:
                    self._put(grid, at, _text(place, at, slide, pieces))
        for name, said in (("Pictures", _pictures), ("Links", _links)):
            told = [said(slide) if slide else "" for slide in slides]
            if any(told):
                self._head(grid, name)
                for at, text in enumerate(told):
                    if slides[at] is not None:
                        self._put(grid, at, Label(text or "None", "secondary", "mute" if not text else "text"))

    def _head(self, grid: QGridLayout, name: str) -> None:
        grid.setRowMinimumHeight(grid.rowCount(), px(12))
        grid.addWidget(SectionHeading(name), grid.rowCount(), 0, 1, 2)
        self._row = grid.rowCount()

    def _put(self, grid: QGridLayout, at: int, what: QWidget) -> None:
        grid.addWidget(what, self._row, at, Qt.AlignmentFlag.AlignTop)


def _text(place: Place, at: int, slide: Slide, pieces: Sequence[WordPiece]) -> QWidget:
    name = f"{PLACES[place]}, {_SIDES[at].lower()}, slide {slide.number}"
    return DifferenceText(name, pieces) if any(one.text.strip() for one in pieces) else Label("None", "body", "mute")


def _pieces(place: Place, slide: Slide | None, wording: Sequence[WordPiece] | None, side: str) -> tuple[WordPiece, ...]:
    if slide is None:
        return ()
    if wording is None:
        return (WordPiece("same", slide.text[place]),)
    kept = [piece for piece in wording if piece.kind in ("same", side)]
    if kept:  # what stood behind words of the other side begins the text here
        kept[0] = WordPiece(kept[0].kind, kept[0].text.lstrip())
    return tuple(kept)


def _place_of(slide: Slide | None, side: str) -> str:
    if slide is None:
        return f"{side}: not in this version"
    return f"{side}: slide {slide.number}{', hidden' if slide.hidden else ''}"


def _pictures(slide: Slide) -> str:
    if not slide.pictures:
        return ""
    described = "; ".join(slide.alternatives)
    return plural(slide.pictures, "picture") + (f": {described}" if described else "")


def _links(slide: Slide) -> str:
    return "\n".join(f"{link.text}: {link.url}" if link.text else link.url for link in slide.links)
