# SPDX-License-Identifier: MIT
"""What a newer copy of a listing tells of one of its events otherwise than the library, above that event's fields."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from eqbrief.gui.desk.changes import Changes
from eqbrief.gui.kit import Hairline, Label
from eqbrief.gui.listing import plural
from eqbrief.model import Difference, ListingNews


def said_of_event(rows: Sequence[Difference] | None) -> str:
    """Say of an event what the listing brings: 'New', 'Here already, 2 changes'."""
    if rows is None:
        return "New"
    return f"Here already, {plural(len(rows), 'change')}" if rows else "Here already, nothing new"


def said_of_listing(news: ListingNews) -> str:
    """Say above the list what accepting it does with what is here already."""
    same = len(news.events) - news.new - news.changed
    counts = ((news.new, "new"), (news.changed, "told otherwise"), (same, "as before"))
    parts = ", ".join(f"{count:,} {words}" for count, words in counts if count)
    gone = f" {plural(len(news.gone), 'event')} it no longer has will be marked as removed." if news.gone else ""
    return f"Events of this page are here already: {parts}. Notes and what you edited by hand stay.{gone}"


class EventNews(QWidget):
    """The rows in which the listing differs: what went is struck through, what came is underlined."""

    def __init__(self, rows: Sequence[Difference]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(4)
        column.addWidget(Label(f"{plural(len(rows), 'change')} since it was added", "subheading"))
        for row in rows:
            changes = Changes(f"How this changes: {row.label}", row.before, row.after)
            changes.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            column.addWidget(Label(row.label, "small", "mute"))
            column.addWidget(changes)
            if row.reason:
                column.addWidget(Label(row.reason, "secondary", "mute"))
        column.addWidget(Hairline())
