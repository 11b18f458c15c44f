# SPDX-License-Identifier: MIT
"""The viewer: the slides of one deck, drawn or as pages to read, with the speaker's notes and what is looked for."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QImage, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from eqbrief import store as db
from eqbrief.gui.gathering import gather
from eqbrief.gui.jobs import Jobs
from eqbrief.gui.kit import Hairline, Link, surface
from eqbrief.gui.tab_order import order_tabs
from eqbrief.gui.theme import px
from eqbrief.gui.viewer.bar import FindBar, ViewerBar
from eqbrief.gui.viewer.drawn import Drawn
from eqbrief.gui.viewer.finding import found_on, wanted
from eqbrief.gui.viewer.opening import Opening
from eqbrief.gui.viewer.reading import plain_words
from eqbrief.gui.viewer.seeing import Seeing
from eqbrief.gui.viewer.slides import THUMBNAIL, SlideList, said_slide
from eqbrief.gui.viewer.stage import Stage
from eqbrief.model import Piece, UserError
from eqbrief.store import Store
from eqbrief.tasks.viewing import ShownDeck

_LIST_FROM = 620
"""From this width on the list of slides stands beside the slide."""
_SOON_MS = 60
_MORE = (
    ("Larger", "larger"),
    ("Smaller", "smaller"),
    ("Fit the slide", "fit"),
    ("In a window of its own", "window"),
    ("Over the whole screen", "full"),
    ("", ""),
    ("Add to briefing", "gather"),
    ("Copy the slide's picture", "copy picture"),
    ("Copy the slide's words", "copy text"),
    ("Copy a reference to the slide", "copy reference"),
)


class Viewer(QWidget):
    """Show one deck at a slide. What it is told by keys, buttons and commands comes to `do`."""

    settled = Signal()
    """A deck that was asked for is here, or is said not to be."""
    left = Signal()
    """Esc or the arrow back: the person wants to go where they came from."""
    slide_shown = Signal(int, int)
    """The id of the deck and the number of the slide that is shown now."""
    said = Signal(str)
    open_wanted = Signal(object, int)
    """The Deck that is to be opened in its own program, and the slide's number."""
    window_wanted = Signal(int, int, bool)
    """The deck's id and the slide that are to be shown in a window of their own; whether over the whole screen."""

    def __init__(self, store: Store, jobs: Jobs, *, own_window: bool = False) -> None:
        super().__init__()
        self._store, self._jobs = store, jobs
        self._deck_id: int | None = None
        self._shown: ShownDeck | None = None
        self._number = 0
        self._after: tuple[int, str] = (1, "")
        self._reading = self._alone = False
        self._words: tuple[str, ...] = ()
        self._opening = Opening(store, jobs, self)
        self.drawn = Drawn(store, jobs, self)
        self.stage = Stage(self.drawn)
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self._want)
        self._build(own_window)
        Seeing(self, store, jobs)

    @property
    def deck_id(self) -> int | None:
        """The id of the deck that is shown."""
        return self._deck_id

    @property
    def shown(self) -> ShownDeck | None:
        """The deck that is shown, once it was read."""
        return self._shown

    @property
    def number(self) -> int:
        """The number of the slide that is shown; 0 where there is none."""
        return self._number

    def show_deck(self, deck_id: int, slide: int = 1, words: str = "") -> None:
        """Show a deck at a slide, with words marked; the deck that is shown already is not read again."""
        if deck_id == self._deck_id and self._shown is not None:
            self._look_for(words)
            self.go_to(slide)
            return
        self.close_deck()
        self._deck_id, self._after = deck_id, (slide, words)
        self.bar.show_deck(db.deck(self._store, deck_id).offered.title)
        self.stage.say_nothing("hourglass", "Reading the deck…", "Its slides will be here in a moment.")
        self.drawn.expect()
        self._opening.open(deck_id)

    def go_to(self, number: int) -> None:
        """Show a slide by its number, or the nearest that there is."""
        if self._shown is None or not self._shown.slides:
            return
        self._number = max(1, min(len(self._shown.slides), number))
        self.slides.choose(self._number)
        self._show_slide()
        self.slide_shown.emit(self._shown.deck.id, self._number)

    def do(self, verb: str) -> None:
        """Do one of 'next', 'previous', 'first', 'last', 'find', 'read', 'larger', 'smaller', 'fit', 'window', 'full',
        'open', 'copy picture', 'copy text', 'copy reference', 'gather', 'leave'."""
        steps = {"next": self._number + 1, "previous": self._number - 1, "first": 1, "last": 1 << 30}
        if verb in steps:
            self.go_to(steps[verb])
        elif verb in ("larger", "smaller", "fit"):
            self.stage.page.zoom_by({"larger": 1, "smaller": -1, "fit": 0}[verb])
        elif verb == "find":
            self.find_words()
        elif verb == "leave":
            self.left.emit()
        elif verb == "gather":
            gather(self)
        elif verb == "read":
            self._reading = not self._reading
            self._show_slide()
        elif self._shown is not None:
            self._hand_out(verb, self._shown)

    def pieces(self, store: Store) -> list[Piece]:
        """Give the slide that is shown."""
        from eqbrief.tasks import briefing  # noqa: PLC0415 - the first slide gathers nothing

        return briefing.slide_pieces(store, self._deck_id, self._number) if self._deck_id and self._number else []

    def find_words(self, words: str | None = None) -> None:
        """Show the field that looks for words in the deck, and put the keyboard into it."""
        self.find_bar.open_with(words)
        self._find()
        self.find_bar.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.find_bar.field.selectAll()

    def focus_slide(self) -> None:
        """Put the keyboard on the slide, or on what is asked for."""
        if not self.stage.focus_first():
            self._back.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_slides(self) -> None:
        """Put the keyboard into the list of slides."""
        self.slides.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def stops(self) -> list[tuple[QWidget, Callable[[], None]]]:
        """List the parts that F6 goes to, each with what puts the keyboard into it."""
        notes = self.stage.notes
        parts: list[tuple[QWidget, Callable[[], None]]] = [(self._side, self.focus_slides)]
        return [*parts, (self.stage, self.focus_slide), (notes, notes.focus_notes)]

    def show_alone(self, alone: bool) -> None:
        """Show the slide without anything around it, as over the whole screen."""
        self._alone = alone
        self.stage.show_alone(alone)
        self.bar.setVisible(not alone)
        self._fit()

    def close_deck(self) -> None:
        """Show no deck any more."""
        self._opening.drop()
        self._deck_id, self._shown, self._number = None, None, 0
        self.drawn.clear()
        self.slides.slides.show(())
        self.stage.hint("")
        self.find_bar.hide()
        self.bar.show_deck("")
        self.bar.show_slide(0, None)
        self.bar.set_ready(False)

    def end(self) -> None:
        """Let go of the deck, and of what draws it."""
        self.close_deck()
        self.drawn.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave on Esc: the search first, then the viewer."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.find_bar.isVisible():
            self._end_find()
        else:
            self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the list of slides away where there is no room for it."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        beside = self.width() >= px(_LIST_FROM) and not self._alone
        self._side.setVisible(beside)
        self._line.setVisible(beside)
        self.bar.set_with_list(beside)

    def _build(self, own_window: bool) -> None:
        self._build_side()
        self.bar = ViewerBar(self._menu())
        self.bar.pressed.connect(self.do)
        if own_window:
            self.bar.set_own_window()
            self._back.setText("Close")
        self.find_bar = FindBar()
        self.find_bar.typed.connect(lambda _text: self._find())
        self.find_bar.step.connect(self._step_found)
        self.find_bar.left.connect(self._end_find)
        self.find_bar.hide()
        self.stage.stepped.connect(self.do)
        self.stage.width_changed.connect(self._soon.start)
        self.stage.password_given.connect(self._opening.unlock)
        self._opening.read.connect(self._take)
        self._opening.locked.connect(self._ask_password)
        self._opening.failed.connect(self._cannot)
        self.drawn.ready.connect(self._ready)
        self.drawn.came.connect(self._came)
        self.drawn.hint.connect(self.stage.hint)
        column = QVBoxLayout()
        column.setSpacing(0)
        for part in (self.bar, Hairline(), self.find_bar):
            column.addWidget(part)
        column.addWidget(self.stage, 1)
        self._line = Hairline(Qt.Orientation.Vertical)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._side)
        whole.addWidget(self._line)
        whole.addLayout(column, 1)
        surface(self, "bg")
        order_tabs(self)

    def _build_side(self) -> None:
        self._back = Link("Back to the event", "arrow-left")
        self._back.clicked.connect(self.left)
        self.slides = SlideList(self._thumbnail)
        self.slides.slide_chosen.connect(self.go_to)
        self.slides.entered.connect(self.focus_slide)
        self.slides.seen_changed.connect(self._soon.start)
        head = QHBoxLayout()
        head.setContentsMargins(px(12), px(4), px(8), px(4))
        head.addWidget(self._back)
        head.addStretch(1)
        bar = QWidget()
        bar.setLayout(head)
        bar.setFixedHeight(px(44))
        self._side = QWidget()
        column = QVBoxLayout(self._side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(Hairline())
        column.addWidget(self.slides, 1)
        surface(self._side, "pane")
        surface(self.slides, "pane")

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        for text, verb in _MORE:
            if verb:
                menu.addAction(text, lambda verb=verb: self.do(verb))
            else:
                menu.addSeparator()
        return menu

    def _take(self, shown: ShownDeck) -> None:
        """Show a deck that was read, and begin to draw it."""
        self._shown = shown
        self.bar.set_ready(bool(shown.slides))
        self.slides.slides.show(shown.slides)
        self.stage.show_notes(any(slide.text["notes"] for slide in shown.slides))
        if not shown.slides:
            self.bar.show_slide(0, 0)
            said = "Its file holds a presentation with nothing on it."
            self.stage.say_nothing("presentation", "This deck has no slides", said)
            self.settled.emit()
            return
        slide, words = self._after
        self._look_for(words)
        self.go_to(slide)
        self.drawn.begin(shown, self._opening.password(shown.deck.id))
        self.settled.emit()

    def _ask_password(self, wrong: bool) -> None:
        self.stage.ask_password(wrong=wrong)
        self.settled.emit()

    def _cannot(self, error: UserError) -> None:
        self.stage.say_nothing("warning-circle", error.what, error.next_step)
        self.settled.emit()

    def _show_slide(self) -> None:
        slide = self._shown.slide(self._number) if self._shown else None
        if slide is None or self._shown is None:
            return
        of = len(self._shown.slides)
        said = said_slide(slide, of)
        reading, can = self.stage.show_slide(self._shown, slide, self._words, said, reading=self._reading)
        self.bar.show_slide(self._number, of, hidden=slide.hidden)
        self.bar.show_reading(reading, possible=can)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))
        self._want()

    def _ready(self) -> None:
        """Show pictures where there are some now."""
        if self._number:
            if self.drawn.can(self._number, 0):
                wide, high = self.drawn.size(self._number)
                self.slides.set_shape(high / wide)
                self.slides.choose(self._number)
            self._show_slide()

    def _want(self) -> None:
        """Ask for what should be drawn: the slide shown, the next, its words, what is in sight, further neighbours."""
        width, beside, number = self.stage.wanted_width, self.stage.wants_neighbours, self._number
        wants = [(number, width)] if width else []
        wants += [(number + 1, width)] if beside else []
        wants += [(number, 0)] if width else []
        if self._side.isVisible():
            wants += [(seen, self._small()) for seen in self.slides.seen()]
        wants += [(number - 1, width), (number + 2, width)] if beside else []
        self.drawn.want(wants)

    def _came(self, number: int, width: int) -> None:
        if number == self._number and self.stage.is_drawn:
            if width:
                self.stage.show_picture()
            else:
                self.stage.show_boxes()
        if width == self._small():
            self.slides.viewport().update()

    def _thumbnail(self, number: int) -> QImage | None:
        return self.drawn.picture(number, self._small())

    def _small(self) -> int:
        return round(px(THUMBNAIL) * self.devicePixelRatioF())

    def _look_for(self, words: str) -> None:
        """Look for words; with none, put the search away."""
        if words:
            self.find_bar.open_with(words)
        else:
            self.find_bar.hide()
        self._find()

    def _find(self) -> None:
        if self._shown is None:
            return
        self._words = () if self.find_bar.isHidden() else wanted(self.find_bar.field.text())
        found = {slide.number: count for slide in self._shown.slides if (count := found_on(slide, self._words))}
        self.slides.slides.show_found(found)
        slides = "On 1 slide" if len(found) == 1 else f"On {len(found)} slides" if found else "Not in this deck"
        self.find_bar.show_count(slides if self._words else "", any_found=bool(found))
        self._show_slide()

    def _step_found(self, by: int) -> None:
        """Go to the next slide that holds the words, or the one before, and round at the end."""
        numbers = sorted(self.slides.slides.found)
        if numbers:
            ahead = [number for number in numbers if number > self._number]
            behind = [number for number in numbers if number < self._number]
            self.go_to((ahead or numbers)[0] if by > 0 else (behind or numbers)[-1])

    def _end_find(self) -> None:
        self.find_bar.hide()
        self._find()
        self.focus_slide()

    def _hand_out(self, verb: str, shown: ShownDeck) -> None:
        """Give the deck or the slide to another program, another window or the clipboard."""
        clipboard, slide = QApplication.clipboard(), shown.slide(self._number)
        if verb == "open":
            self.open_wanted.emit(shown.deck, self._number)
        elif verb in ("window", "full"):
            self.window_wanted.emit(shown.deck.id, max(1, self._number), verb == "full")
        elif slide is None:
            return
        elif verb == "copy reference":
            clipboard.setText(shown.reference(self._number))
            self.said.emit("The reference has been copied")
        elif verb == "copy text":
            clipboard.setText(plain_words(slide))
            self.said.emit("The words of the slide have been copied")
        elif (picture := self.drawn.nearest(self._number)) is not None:
            clipboard.setImage(picture)
            self.said.emit("The picture of the slide has been copied")
        else:
            self.said.emit("There is no picture of this slide to copy")
