# SPDX-License-Identifier: MIT
"""Put what was selected in the page into a field, as if it were typed; remember where it stands, and take it back.

A field that can be offered a text has `offer`, which gives what takes it back, and `chosen`, which tells where what
is still in it was chosen.
"""

from collections.abc import Callable, Iterator
from typing import Any
from weakref import ReferenceType, ref

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from eqbrief.model import Evidence, UserError

TARGETS: dict[str, str] = {
    "title": "Title",
    "starts_at": "Held on",
    "publisher": "Publisher",
    "series": "Series",
    "topics": "Topic",
    "people": "Person",
    "questions": "Question",
    "decks": "Deck",
    "published_on": "Published",
    "recordings": "Recording",
    "sessions": "Session",
    "summary": "Summary",
    "body": "Text",
}
"""What a stretch of a page can be used as: the rows of the form, with the name of one thing in each."""
COMMON = 8
"""So many of them are offered at once; the rest stand in the menu."""
LAST = ""
"""The field that had the keyboard last, whichever it was."""

TakeBack = Callable[[], bool]
"""Takes back what was offered; says False where the person has changed it since, and then leaves it."""
Chosen = tuple[str, str, Evidence]
"""Where something was chosen: the path that its widget has, the path in the draft, and the place in the page."""


class Offers:
    """The fields of a form, as what is selected in its page can be used for them."""

    def __init__(self, fields: dict[str, Any]) -> None:
        self._fields = fields
        self._last: ReferenceType[QWidget] | None = None  # a field that is gone must not be held
        self._done: list[tuple[str, TakeBack]] = []

    def remember(self, focused: QWidget) -> None:
        """Take note of the field that the keyboard came to."""
        at: QWidget | None = focused
        while at is not None and not hasattr(at, "offer"):
            at = at.parentWidget()
        if at is not None:
            self._last = ref(at)

    def last(self) -> tuple[str, str] | None:
        """Give the field that had the keyboard last: its key, or '' for one that is no row of its own, and its name."""
        last = self._last_field()
        if last is None:
            return None
        for key, field in self._fields.items():
            if field is last:
                return (key, TARGETS[key]) if key in TARGETS else (LAST, last.accessibleName())
        return LAST, last.accessibleName().partition(",")[0]

    def use(self, key: str, text: str, place: Evidence | None) -> str:
        """Use a text from the page for a field, and give the field's name.

        Raises:
            UserError: when the field does not understand it; nothing is changed then.
        """
        field: Any = self._last_field() if key == LAST else self._fields[key]
        if field is None:
            raise UserError("That field is no longer there.", "Choose another one.")
        back = field.offer(text, place)
        name = TARGETS.get(key) or field.accessibleName().partition(",")[0]
        self._done.append((name, back))
        return name

    def take_back(self) -> str:
        """Take back what was used last, and give the name of its field; '' where there is nothing to take back."""
        while self._done:
            name, back = self._done.pop()
            if back():
                return name
        return ""

    def _last_field(self) -> QWidget | None:
        last = self._last() if self._last is not None else None
        return last if last is not None and isValid(last) else None

    def chosen(self) -> Iterator[Chosen]:
        """List where what still stands in the fields was chosen."""
        for key, field in self._fields.items():
            if hasattr(field, "chosen"):
                yield from field.chosen(key)


def first_evidence(found: Iterator[Chosen], *, shown: bool) -> dict[str, tuple[Evidence, ...]]:
    """Give chosen places as evidence, by the paths that the widgets have (`shown`) or by those in the draft."""
    return {(on_screen if shown else kept): (place,) for on_screen, kept, place in found}


def within(place: Evidence | None, words: str | None) -> Evidence | None:
    """Give where some words stand within a chosen place; None where they do not."""
    if place is None or not words or (at := place.text.find(words)) < 0:
        return None
    start = place.start + at
    return Evidence(start, start + len(words), words, place.origin, place.confidence)
