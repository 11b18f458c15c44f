# SPDX-License-Identifier: MIT
"""A deck on the pages of an event: what it is, how its download stands, and what can be done with it now."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from eqbrief.gui.detail.parts import said_size
from eqbrief.gui.downloads import Standing
from eqbrief.gui.kit import Button, IconButton, Label
from eqbrief.gui.kit.labels import Tone
from eqbrief.gui.theme import colour, paint_icon, px
from eqbrief.model import Deck, DeckReading, say_unread

_FORMATS = {
    "pptx": "PowerPoint",
    "ppsx": "PowerPoint show",
    "pptm": "PowerPoint with macros",
    "ppsm": "PowerPoint show with macros",
    "ppt": "PowerPoint, older",
    "odp": "OpenDocument",
    "key": "Keynote",
    "pdf": "PDF",
}

_STANDINGS = {
    "waiting": "Waiting to be downloaded",
    "running": "Being downloaded",
    "held": "Waits until you resume it",
    "failed": "It could not be downloaded",
}
_ATTACH, _CANCEL = ("Attach a file…", "attach"), ("Cancel the download", "cancel")
_LATER = ("Download it later", "later")


@dataclass(frozen=True, slots=True)
class _Look:
    """What a row offers: its button's text, icon and verb, what stands in its menu, and the tone of its line."""

    text: str
    icon: str
    verb: str
    more: tuple[tuple[str, str], ...] = ()
    tone: Tone = "mute"


_LOOKS = {
    "here": _Look(
        "Open",
        "arrow-square-out",
        "open",
        (("Compare with…", "compare"), ("Show in folder", "show"), ("Replace the file…", "attach")),
    ),
    "named": _Look("Attach…", "paperclip", "attach"),
    "offered": _Look("Download", "download-simple", "download", (_LATER, _ATTACH)),
    "missing": _Look(
        "Find again",
        "magnifying-glass",
        "find",
        (("Attach it once more…", "attach"), ("Download it once more", "download")),
        "caution",
    ),
    "waiting": _Look("Cancel", "x", "cancel", (_LATER, _ATTACH)),
    "running": _Look("Cancel", "x", "cancel", (("Pause the downloads", "pause"),)),
    "held": _Look("Resume", "play", "download", (_ATTACH, _CANCEL)),
    "failed": _Look("Try again", "arrow-clockwise", "download", (_ATTACH, _CANCEL), "caution"),
}


class DeckTile(QWidget):
    """A small picture that stands for a deck: drawn, not loaded."""

    def __init__(self, here: bool) -> None:
        super().__init__()
        self._here = here
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Ask for the shape of a slide."""
        return QSize(px(72), px(44))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a slide's outline with the sign of a presentation in it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(colour("hairline" if self._here else "border"))
        painter.setBrush(colour("accent-tint" if self._here else "card"))
        painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), px(3), px(3))
        side = px(22)
        box = self.rect().adjusted((self.width() - side) // 2, 0, 0, 0)
        box.setWidth(side)
        paint_icon(painter, "presentation", box, "on-accent-tint" if self._here else "mute")
        painter.end()


class DeckRow(QWidget):
    """A deck: what it is called, whether it is here, and the buttons for what can be done with it now.

    `do(verb, deck)` is called with 'view', 'open', 'show', 'compare', 'attach', 'find', 'link', 'download', 'later',
    'cancel' or 'pause'. `offered` says that it can be downloaded, `whole` that what could not be read of it is said.
    """

    def __init__(
        self,
        deck: Deck,
        do: Callable[[str, Deck], None],
        standing: Standing | None = None,
        reading: DeckReading | None = None,
        *,
        offered: bool = False,
        whole: bool = False,
    ) -> None:
        super().__init__()
        self._deck, self._do, self._offered = deck, do, offered
        self._look = _LOOKS[_look_of(deck, standing, offered=offered)]
        across = QHBoxLayout(self)
        across.setContentsMargins(0, px(6), 0, px(6))
        across.setSpacing(px(14))
        row = QHBoxLayout()
        row.setSpacing(px(14))
        across.addWidget(DeckTile(deck.state == "here"), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(px(2))
        column.addWidget(Label(deck.offered.title, "strong"))
        column.addWidget(Label(said_deck(deck, standing, reading), "secondary", self._look.tone))
        row.addLayout(column, 1)
        for button in self._buttons():
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        beside = QVBoxLayout()
        beside.setSpacing(px(4))
        beside.addLayout(row)
        if standing is not None and standing.reason and deck.state != "here":
            # A reason is two sentences: it has the room below the buttons too.
            beside.addWidget(Label(standing.reason, "secondary", self._look.tone, selectable=True))
        if whole and reading is not None and deck.state == "here":
            for line, tone in said_reading(reading):
                beside.addWidget(Label(line, "secondary", tone, selectable=True))
        across.addLayout(beside, 1)

    @property
    def deck_id(self) -> int:
        """The id of the deck that it shows."""
        return self._deck.id

    def focus_first(self) -> None:
        """Put the keyboard on what can be done first."""
        self._first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _buttons(self) -> list[QWidget]:
        look = self._look
        buttons: list[QWidget] = [self._button(look.text, look.icon, look.verb)]
        if look.verb == "open":
            buttons.insert(0, self._button("View", "presentation", "view"))
        self._first = buttons[0]
        more = IconButton(f"More for {self._deck.offered.title}", "dots-three", tone="mute")
        more.setMenu(self._menu())
        return [*buttons, more]

    def _button(self, text: str, icon: str, verb: str) -> Button:
        button = Button(text, icon)
        button.setAccessibleName(f"{text.rstrip('…')} {self._deck.offered.title}")
        button.clicked.connect(lambda: self._do(verb, self._deck))
        return button

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        for text, verb in self._look.more:
            if verb != "download" or self._offered:
                menu.addAction(text, lambda verb=verb: self._do(verb, self._deck))
        if self._deck.offered.url:
            menu.addAction("Copy the address of its page", lambda: self._do("link", self._deck))
        if menu.isEmpty():
            menu.addAction("Attach a file…", lambda: self._do("attach", self._deck))
        return menu


def _look_of(deck: Deck, standing: Standing | None, *, offered: bool) -> str:
    """Name the look of a deck's row: where the deck is, or how its download stands."""
    if deck.state == "here":
        return "here"
    if standing is not None:
        return standing.state
    return "offered" if deck.state == "named" and offered else deck.state


def said_reading(reading: DeckReading) -> list[tuple[str, Tone]]:
    """Say why a deck was not read, or what of it could not be: a line each, with its tone."""
    if reading.state == "password":
        return [("Not read: it is protected with a password. View asks for it, once.", "caution")]
    if reading.state == "failed":
        return [(f"{reading.reason} {reading.next_step}", "caution")]
    return [(f"Not read: {line[:1].lower()}{line[1:]}", "mute") for line in say_unread(reading.unread)]


def said_deck(deck: Deck, standing: Standing | None = None, reading: DeckReading | None = None) -> str:
    """Write what a deck is in a line: 'PowerPoint · 24 slides', or how its download stands, or that it is missing."""
    offered = deck.offered
    pages = f"{offered.pages} pages" if offered.pages else ""
    if reading is not None and reading.state == "read":
        one = "page" if reading.format == "pdf" else "slide"
        pages = f"1 {one}" if reading.slides == 1 else f"{reading.slides:,} {one}s"
    if deck.state == "here":
        parts = (_FORMATS.get(offered.format or "", offered.format or ""), pages, said_size(deck.size_bytes))
        return " · ".join(part for part in parts if part)
    if standing is not None:
        return _STANDINGS[standing.state]
    if deck.state == "missing":
        return f"The file is missing from {deck.file}"
    printed = said_size(offered.size_bytes)
    said = " · ".join(part for part in (pages, printed) if part)
    return f"Not here yet · the page says {said}" if said else "Not here yet · named by the page"


def row_with_keyboard() -> int | None:
    """Give the id of the deck in whose row the keyboard is."""
    found = QApplication.focusWidget()
    while found is not None and not isinstance(found, DeckRow):
        found = found.parentWidget()
    return found.deck_id if found is not None else None
