# SPDX-License-Identifier: MIT
"""The topics of an event as chips, with a field behind them that completes from the library's topics."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from eqbrief.gui.desk.holder import Holder
from eqbrief.gui.desk.known import Known
from eqbrief.gui.desk.measures import first_baseline, paint_hint
from eqbrief.gui.desk.offers import within
from eqbrief.gui.kit import Chip, FlowLayout
from eqbrief.gui.theme import px
from eqbrief.model import Evidence


class TopicField(QLineEdit):
    """Take a topic: Enter, a comma or leaving the field adds it; Backspace in the empty field takes the last away."""

    given = Signal(str)
    back = Signal()

    def __init__(self, known: Known) -> None:
        super().__init__()
        self.setAccessibleName("Add a topic")
        self._known, self._names = known, QStringListModel(self)
        completer = self._completer = QCompleter(self._names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.activated.connect(lambda _text: self._give(), Qt.ConnectionType.QueuedConnection)
        self.setCompleter(completer)

    def sizeHint(self) -> QSize:
        """Ask for room for a usual topic."""
        return QSize(px(132), px(32))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, or a hint while there is none."""
        super().paintEvent(event)
        if not self.text():
            paint_hint(self, "Add a topic", px(12), first_baseline(self))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Add on Enter and on a comma, take away on Backspace."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Comma) and not event.modifiers():
            if self.text().strip():
                self._give()
            return
        if event.key() == Qt.Key.Key_Backspace and not self.text():
            self.back.emit()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Offer the topics that the library has by now."""
        if len(names := self._known.names("topic")) != self._names.rowCount():
            self._names.setStringList(list(names))
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Add what was typed, so that nothing typed is lost; not while the list of completions is open."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._give()

    def changeEvent(self, event: QEvent) -> None:
        """Ask for another size when the text's size has changed."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self.updateGeometry()

    def _give(self) -> None:
        text = " ".join(self.text().split())
        self.clear()
        if (listed := self._completer.popup()) is not None:
            listed.hide()  # Enter was ours, so Qt leaves its list open
        if text:
            self.given.emit(text)


class TopicsField(Holder):
    """Show topics as chips that can be taken away, and take further ones; each once, whatever its capitals."""

    changed = Signal()

    def __init__(self, known: Known | None = None) -> None:
        super().__init__()
        self.setAccessibleName("Topics")
        self._known = known or Known()
        self._chips: list[Chip] = []
        self._places: dict[str, Evidence] = {}
        self._flow = FlowLayout(self)
        self.edit = TopicField(self._known)
        self.edit.given.connect(self.add)
        self.edit.back.connect(self._take_last)
        self.edit.textEdited.connect(lambda _text: self.changed.emit())
        self._flow.addWidget(self.edit)
        self.keyboard = self.edit

    def put(self, *values: Any) -> None:
        """Show these topics."""
        for chip in self._chips:
            self._drop(chip)
        self._chips = []
        for topic in values[0]:
            self._append(topic)

    def take(self) -> tuple[Any, ...]:
        """Give the topics in their order, with what is still being typed."""
        shown = [chip.text() for chip in self._chips]
        typed = self._spelt(self.edit.text())
        if typed and typed.casefold() not in map(str.casefold, shown):
            shown.append(typed)
        return (tuple(shown),)

    def add(self, topic: str) -> None:
        """Add a topic at the end, spelt as the library has it; one that is there already is left as it is."""
        topic = self._spelt(topic)
        if topic and topic.casefold() not in (chip.text().casefold() for chip in self._chips):
            self._append(topic)
            self.changed.emit()

    def offer(self, text: str, place: Evidence | None = None) -> Callable[[], bool]:
        """Add the topics of a text from the page, one a line; give what takes them back."""
        before = len(self._chips)
        for line in re.split(r"[\n•|;]", text):
            words = line.strip(" \t*·,:–—-")
            self.add(words)
            if (spot := within(place, words)) is not None:
                self._places[self._spelt(words)] = spot
        added = self._chips[before:]
        return lambda: self._take_away(added)

    def chosen(self, path: str) -> Iterator[tuple[str, str, Evidence]]:
        """Tell where the topics that were chosen in the page stand there."""
        for number, topic in enumerate(self.take()[0]):
            if topic in self._places:
                yield f"{path}.{number}", f"{path}.{number}", self._places[topic]

    def _take_away(self, chips: Sequence[Chip]) -> bool:
        here = [chip for chip in chips if chip in self._chips]
        for chip in here:
            self._chips.remove(chip)
            self._drop(chip)
        if here:
            self.changed.emit()
        return bool(here)

    def _append(self, topic: str) -> None:
        chip = Chip(topic, "accent", removable=True)
        chip.removed.connect(lambda: self._remove(chip))
        self._chips.append(chip)
        self._flow.removeWidget(self.edit)
        self._flow.addWidget(chip)
        self._flow.addWidget(self.edit)
        QWidget.setTabOrder(chip, self.edit)
        chip.show()

    def _remove(self, chip: Chip) -> None:
        self._chips.remove(chip)
        self.edit.setFocus()
        self._drop(chip)
        self.changed.emit()

    def _take_last(self) -> None:
        if self._chips:
            self._remove(self._chips[-1])

    def _drop(self, chip: Chip) -> None:
        self._flow.removeWidget(chip)
        chip.hide()
        chip.deleteLater()

    def _spelt(self, topic: str) -> str:
        topic = " ".join(topic.split())
        folded = topic.casefold()
        return next((known for known in self._known.names("topic") if known.casefold() == folded), topic)
