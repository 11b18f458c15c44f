# SPDX-License-Identifier: MIT
"""The notes of other events in which somebody or something is named, below what is known of it."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from eqbrief.gui.detail.parts import NameLink
from eqbrief.gui.jobs import Jobs
from eqbrief.gui.kit import Label, ScrollColumn, SectionHeading, empty
from eqbrief.gui.notes.lines import words_of
from eqbrief.gui.theme import px
from eqbrief.model import say_date
from eqbrief.model.mentions import MentionedIn
from eqbrief.store import Store

_MOST = 20


class MentionRow(QWidget):
    """A line of a note, under the event that the note is of."""

    def __init__(self, found: MentionedIn, show_event: Callable[[int], None]) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, px(4), 0, px(4))
        layout.setSpacing(px(2))
        number = found.event_id
        if number is not None:
            link = NameLink(" · ".join(part for part in (found.event_title, say_date(found.event_date)) if part))
            link.clicked.connect(lambda: show_event(number))
            layout.addWidget(link)
        layout.addWidget(Label(words_of(found.line), "body", "mute", selectable=True))


class MentionList(QWidget):
    """The lines of notes that name something; without height while there are none."""

    def __init__(self, show_event: Callable[[int], None]) -> None:
        super().__init__()
        self._show_event = show_event
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(px(4))

    def show_found(self, found: Sequence[MentionedIn]) -> None:
        """Show the first lines, and say how many more there are."""
        empty(self._rows)
        if not found:
            return
        self._rows.addWidget(SectionHeading("Mentioned in notes"))
        for one in found[:_MOST]:
            self._rows.addWidget(MentionRow(one, self._show_event))
        if len(found) > _MOST:
            self._rows.addWidget(Label(f"and {len(found) - _MOST} more: search finds them", "secondary", "mute"))


def look_for_mentions(
    column: ScrollColumn, store: Store, jobs: Jobs, event_id: int, show_event: Callable[[int], None]
) -> None:
    """Put the lines of notes that name an event at the end of its page, once they have been asked for."""
    shown = MentionList(show_event)
    column.add(shown, before=28)

    def look() -> list[MentionedIn]:
        from eqbrief.tasks.mentioning import naming_event  # noqa: PLC0415 - not needed before the first frame

        return naming_event(store, event_id)

    def show(found: list[MentionedIn]) -> None:
        if isValid(shown):
            shown.show_found(found)

    jobs.ask("notes that name the event", look).done.connect(show)
