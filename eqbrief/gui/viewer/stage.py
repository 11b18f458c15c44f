# SPDX-License-Identifier: MIT
"""Where a slide is shown: drawn or to read, with the speaker's notes below; or why there is nothing to show."""

import unicodedata

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from eqbrief.decks.drawing import Word
from eqbrief.gui.kit import EmptyState, Label, empty, surface
from eqbrief.gui.theme import px
from eqbrief.gui.viewer.drawn import Drawn
from eqbrief.gui.viewer.finding import places
from eqbrief.gui.viewer.page import PageView
from eqbrief.gui.viewer.reader import PasswordPage, SlideText, SpeakerNotes
from eqbrief.gui.viewer.reading import notes_html, plain_words, slide_html
from eqbrief.model import Slide
from eqbrief.tasks.viewing import ShownDeck

_NO_NOTES = '<p class="quiet">No notes on this slide.</p>'


class Stage(QWidget):
    """Show one slide of a deck, as it is wanted and can be."""

    stepped = Signal(str)
    """'next', 'previous', 'first' or 'last', by keys on the slide."""
    width_changed = Signal()
    """The slide is wanted at another width."""
    password_given = Signal(str)

    def __init__(self, drawn: Drawn) -> None:
        super().__init__()
        self._drawn = drawn
        self._number = 0
        self._words: tuple[str, ...] = ()
        self._with_notes = self._alone = self._awaited = False
        self.page = PageView()
        self.page.stepped.connect(self.stepped)
        self.page.width_changed.connect(self.width_changed)
        self.reader = SlideText("The slide, to read")
        self.reader.stepped.connect(self.stepped)
        self.password = PasswordPage()
        self.password.given.connect(self.password_given)
        self.notes = SpeakerNotes()
        self.notes.stepped.connect(self.stepped)
        self._build()

    def show_slide(
        self, shown: ShownDeck, slide: Slide, words: tuple[str, ...], said: str, *, reading: bool
    ) -> tuple[bool, bool]:
        """Show a slide with words marked; `said` is what a screen reader is told.

        Give whether it is shown to be read, and whether it can be drawn.
        """
        self._number, self._words = slide.number, words
        can = self._drawn.can(slide.number, self.page.wanted_width)
        if reading or not can:
            self.reader.setAccessibleName(said)
            self.reader.set_html(slide_html(slide, shown.unread, from_pdf=shown.format == "pdf"))
            self.reader.show_words(words, reveal=bool(words))
        else:
            self.page.setAccessibleName(said)
            self.page.setAccessibleDescription(plain_words(slide))
            self.show_picture()
            self.show_boxes()
        self._turn(self.reader if reading or not can else self.page)
        self.notes.text.set_html(notes_html(slide.text["notes"]) or _NO_NOTES)
        self.notes.text.show_words(words)
        return reading or not can, can

    def show_picture(self) -> None:
        """Take the picture of the slide that is shown, the nearest until the right one is here."""
        picture = self._drawn.picture(self._number, self.page.wanted_width) or self._drawn.nearest(self._number)
        self.page.show_page(self._drawn.size(self._number), picture)

    def show_boxes(self) -> None:
        """Take the words of the slide that is shown, and mark those that are looked for."""
        words = self._drawn.words(self._number)
        found = [part for word in words if self._words for part in _found_in(word, self._words)]
        self.page.set_words(words, found)

    @property
    def is_drawn(self) -> bool:
        """Whether a picture is shown."""
        return self._stack.currentWidget() is self.page

    @property
    def wanted_width(self) -> int:
        """At which width a picture of the slide is wanted; 0 while none is shown."""
        return self.page.wanted_width if self.is_drawn else 0

    @property
    def wants_neighbours(self) -> bool:
        """Whether pictures of the slides beside it are wanted: not of an enlarged one, which are large."""
        return self.is_drawn and self.page.zoom == 1.0

    def show_notes(self, wanted: bool) -> None:
        """Say whether the deck has speaker's notes, which then have their room below each slide."""
        self._with_notes = wanted
        self._fit()

    def show_alone(self, alone: bool) -> None:
        """Show the slide without anything around it."""
        self._alone = alone
        self.page.show_alone(alone)
        self._fit()

    def hint(self, text: str) -> None:
        """Say above the slide why it is shown as it is; '' for nothing."""
        self._hint.setText(text)
        self._hint.setVisible(bool(text))

    def say_nothing(self, icon: str, title: str, text: str) -> None:
        """Say why no slide is shown."""
        layout = self._nothing.layout()
        assert layout is not None
        empty(layout)
        layout.addWidget(EmptyState(icon, title, text))
        self._turn(self._nothing)
        self.show_notes(False)

    def ask_password(self, *, wrong: bool) -> None:
        """Ask for the password of the deck."""
        self.password.ask(wrong=wrong)
        self._turn(self.password)
        self.show_notes(False)

    def focus_first(self) -> bool:
        """Put the keyboard on what is shown; False where nothing there takes it."""
        here = self._stack.currentWidget()
        self._awaited = here is self._nothing
        if self._awaited:
            return False
        (self.password.field if here is self.password else here).setFocus(Qt.FocusReason.ShortcutFocusReason)  # type: ignore[union-attr]
        return True

    def _turn(self, page: QWidget) -> None:
        """Show another page; the keyboard goes along."""
        before = self._stack.currentWidget()
        if page is before:
            return
        focused = QApplication.focusWidget()
        inside = before is not None and focused is not None and (before is focused or before.isAncestorOf(focused))
        viewer = self.parentWidget()
        # Who went in while the deck was being read waits on the button beside it.
        awaited = self._awaited and viewer is not None and viewer.isAncestorOf(focused or self)
        self._stack.setCurrentWidget(page)
        if (inside or awaited) and page is not self._nothing:
            self.focus_first()

    def _fit(self) -> None:
        self.notes.setVisible(self._with_notes and not self._alone)

    def _build(self) -> None:
        self._hint = Label("", "secondary", "mute")
        self._hint.setContentsMargins(px(20), px(6), px(20), px(6))
        self._hint.hide()
        self._nothing = QWidget()
        QVBoxLayout(self._nothing).setContentsMargins(0, 0, 0, 0)
        self._stack = QStackedWidget()
        for page in (self._nothing, self.page, self.reader, self.password):
            self._stack.addWidget(page)
        surface(self._stack, "card")
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(1)
        split.addWidget(self._stack)
        split.addWidget(self.notes)
        split.setStretchFactor(0, 1)
        split.setStretchFactor(1, 0)
        split.setSizes([px(600), px(96)])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._hint)
        column.addWidget(split, 1)
        surface(self, "pane")
        self.show_notes(False)


def _found_in(word: Word, wanted: tuple[str, ...]) -> list[Word]:
    """Give the parts of a word that are looked for, without the comma behind it; a letter is as broad as any other."""
    letter = (word.right - word.left) / max(1, len(word.text))
    leftwards = unicodedata.bidirectional(word.text[:1]) in ("R", "AL")
    parts: list[Word] = []
    for start, end in places(word.text, wanted):
        first, last = (len(word.text) - end, len(word.text) - start) if leftwards else (start, end)
        parts.append(
            Word(word.text[start:end], word.left + first * letter, word.top, word.left + last * letter, word.bottom)
        )
    return parts
