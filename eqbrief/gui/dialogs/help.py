# SPDX-License-Identifier: MIT
"""How to do things, in the program itself: it must help where there is no network."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from eqbrief.gui.actions import Action
from eqbrief.gui.dialogs.frame import Dialog
from eqbrief.gui.dialogs.topics import help_topics
from eqbrief.gui.kit import Button, Hairline, Label, ReadingText, SearchBox, reading_width, surface
from eqbrief.gui.kit.lines import Line, LineList
from eqbrief.gui.theme import px


class HelpDialog(Dialog):
    """Show topics at the left and the chosen one at the right; the search narrows the list and marks the words."""

    def __init__(self, actions: Sequence[tuple[Action, QAction]], parent: QWidget | None = None) -> None:
        super().__init__("Help", "", parent, (880, 620))
        self._topics = {topic.title: topic for topic in help_topics(actions)}
        self._search = SearchField("Search the help", "Search the help")
        self._search.textChanged.connect(self._find)
        self._list = LineList("Topics", background="pane")
        self._list.setMinimumWidth(px(152))
        self._list.setMaximumWidth(px(264))
        self._list.moved.connect(self._show)
        self._search.down = self._list
        self._title = Label("", "heading")
        self._text = ReadingText("Help", grows=False)
        self.add(self._search)
        self.add_space(16)
        self.add(Hairline(), margin=0)
        self.add(self._page(), 1, margin=0)
        self.add_line_above_foot()
        close = Button("Close")
        close.clicked.connect(self.accept)
        self.finish([], [close])
        self._find("")
        self._search.setFocus()

    def choose(self, title: str) -> None:
        """Open a topic by its title."""
        self._list.show_lines([Line(name, name) for name in self._topics], title)

    def _page(self) -> QWidget:
        page = QWidget()
        surface(page, "card")
        words = QVBoxLayout()
        words.setContentsMargins(px(24), px(20), px(24), 0)
        words.setSpacing(px(12))
        words.addWidget(self._title)
        words.addWidget(self._text, 1)
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._list, 2)
        row.addWidget(Hairline(Qt.Orientation.Vertical))
        row.addLayout(words, 5)
        self._text.setMaximumWidth(reading_width())
        return page

    def changeEvent(self, event: QEvent) -> None:
        """Keep the lines short enough to be read when the text's size has changed."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_text"):
            self._text.setMaximumWidth(reading_width())

    def _find(self, typed: str) -> None:
        found = [Line(title, title) for title, topic in self._topics.items() if topic.fits(typed)]
        self._list.show_lines(found or [Line("", "No topic has these words", off=True)])

    def _show(self, title: str) -> None:
        topic = self._topics.get(title)
        self._title.setText(title)
        self._text.setAccessibleName(title or "Help")
        self._text.mark([])  # the last topic's places may lie beyond the end of this one
        self._text.set_markdown(topic.text if topic else "Try another word, or empty the search.")
        shown = self._text.toPlainText()
        marks = list(places_of(self._search.text(), shown))
        self._text.mark(marks)
        self._text.reveal(marks[0][0] if marks else 0)


class SearchField(SearchBox):
    """A search box from which Down goes into the list below."""

    down: QWidget

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go down into the list; Enter stays here, and closes nothing."""
        if event.key() == Qt.Key.Key_Down:
            self.down.setFocus(Qt.FocusReason.TabFocusReason)
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)


def places_of(typed: str, text: str) -> list[tuple[int, int]]:
    """List where the typed words stand in a text, as (start, end), in order."""
    # Not casefold, which may change the length: offsets must fit the text.
    lowered = text.lower() if len(text.lower()) == len(text) else text
    found: list[tuple[int, int]] = []
    for word in set(typed.lower().split()):
        at = lowered.find(word)
        while at >= 0:
            found.append((at, at + len(word)))
            at = lowered.find(word, at + len(word))
    return sorted(found)
