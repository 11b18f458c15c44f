# SPDX-License-Identifier: MIT
"""The people of an event in their order, a card each; cards are added, removed and moved here."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from eqbrief.gui.desk.holder import Holder
from eqbrief.gui.desk.known import Known
from eqbrief.gui.desk.line import SETTLES, Line
from eqbrief.gui.desk.person import PersonCard
from eqbrief.gui.kit import Link
from eqbrief.model import DraftPerson, Evidence, UserError
from eqbrief.reading import people_in

_LONGEST_NAME = 60
_GROUPS = {"chair": "Chair", "moderator": "Moderator", "host": "Host", "panellist": "Panel", "speaker": "Speakers"}


class PeopleField(Holder):
    """The people in their order; the label at the left says in what capacity, once for each run of the same."""

    changed = Signal()
    settled = Signal(object)
    """The card of the person who, as somebody says, is read rightly."""
    reshaped = Signal()
    """There are widgets that were not there before."""

    def __init__(self, known: Known | None = None) -> None:
        super().__init__()
        self._known = known or Known()
        self.setAccessibleName("People")
        self._lines: list[Line] = []
        self.settles = SETTLES
        self._offered = 0
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self.more = Link("Add a person", "plus")
        self.more.clicked.connect(self.add)
        self._last = Line("", self.more)
        self._column.addWidget(self._last)
        self.keyboard = self.more

    def put(self, people: Sequence[DraftPerson], checks: dict[str, str]) -> None:
        """Show these people; `checks` has a sentence by 'people.0'."""
        for line in self._lines:
            _discard(line)
        self._lines = []
        for number, person in enumerate(people):
            self._append(PersonCard(person, number, checks.get(f"people.{number}", ""), self._known))
        self._name_groups()

    def take(self) -> tuple[DraftPerson, ...]:
        """Give the people as they are now, without those who have no name."""
        return tuple(person for card in self.cards() if (person := card.person()).name)

    def order(self) -> Sequence[int | None]:
        """Give the old place of each person that `take` gives."""
        return [card.origin for card in self.cards() if card.person().name]

    def cards(self) -> list[PersonCard]:
        """List the cards in their order."""
        return [line.field for line in self._lines if isinstance(line.field, PersonCard)]

    def lines(self) -> list[tuple[Line, PersonCard]]:
        """List the lines in their order, each with its card."""
        return list(zip(self._lines, self.cards(), strict=True))

    def add(self) -> None:
        """Add a person and put the keyboard into their name."""
        before = self.cards()[-1].person().capacity if self._lines else "speaker"
        card = PersonCard(DraftPerson("", capacity=before), None, "", self._known)
        self._append(card)
        self._name_groups()
        card.open()

    def offer(self, text: str, place: Evidence | None = None) -> Callable[[], bool]:
        """Add the people whom a text from the page presents, a card each; give what takes them away again.

        Raises:
            UserError: when there is no name in it.
        """
        people = people_in(text)
        if not people and len(words := " ".join(text.split())) <= _LONGEST_NAME:
            people = (DraftPerson(words),)
        if not people:
            raise UserError("No person's name was found in that.", "Select the line that begins with the name.")
        before = self.cards()[-1].person().capacity if self._lines else "speaker"
        group = before if before in ("panellist", "speaker") else "speaker"
        paths: list[str] = []
        for person in people:
            person = replace(person, capacity=group) if person.capacity == "speaker" else person
            card = PersonCard(person, None, "", self._known)
            paths.append(f"people.+{self._offered}")
            card.setProperty("path", paths[-1])
            self._offered += 1
            card.choose(place)
            self._append(card)
        self._edited()
        self.reshaped.emit()
        return lambda: self._take_away(paths)

    def chosen(self, path: str) -> Iterator[tuple[str, str, Evidence]]:
        """Tell where what stands in the cards was chosen in the page."""
        named = [card for card in self.cards() if card.person().name]
        for number, card in enumerate(named):
            yield from card.chosen(f"{path}.{number}")

    def _take_away(self, paths: Sequence[str]) -> bool:
        lines = [line for line, card in self.lines() if card.property("path") in paths]
        for line in lines:
            self._lines.remove(line)
            _discard(line)
        if lines:
            self._edited()
        return bool(lines)

    def _append(self, card: PersonCard) -> None:
        line = Line("", card)
        card.changed.connect(self._edited)
        card.opened.connect(self.reshaped)
        card.moved.connect(lambda by: self._move(line, by))
        card.removed.connect(lambda: self._remove(line))
        line.settled.connect(lambda: self.settled.emit(card))
        line.check(card.check, self.settles)
        self._lines.append(line)
        self._column.insertWidget(self._column.count() - 1, line)
        line.show()  # Qt would on the next turn, too late for the keyboard

    def settle(self, card: PersonCard) -> None:
        """Take note that a person is read rightly."""
        card.settle()
        self._say_checks()

    def _edited(self) -> None:
        self._name_groups()
        self._say_checks()
        self.changed.emit()

    def _move(self, line: Line, by: int) -> None:
        before = self._lines.index(line)
        after = before + by
        if 0 <= after < len(self._lines):
            self._lines.insert(after, self._lines.pop(before))
            self._column.removeWidget(line)
            self._column.insertWidget(after, line)
            self._edited()

    def _remove(self, line: Line) -> None:
        at = self._lines.index(line)
        self._lines.remove(line)
        nearest = self._lines[min(at, len(self._lines) - 1)].field if self._lines else self.more
        nearest.setFocus()
        _discard(line)
        self._edited()

    def _say_checks(self) -> None:
        for line, card in self.lines():
            line.check(card.check, self.settles)

    def _name_groups(self) -> None:
        before = ""
        for line, card in self.lines():
            group = _GROUPS.get(card.person().capacity, "People")
            line.label.setText(group if group != before else "")
            before = group
        self._last.label.setText("" if self._lines else "People")


def _discard(widget: QWidget) -> None:
    widget.hide()
    widget.deleteLater()
