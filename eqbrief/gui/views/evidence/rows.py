# SPDX-License-Identifier: MIT
"""What stands beside the grid: a piece of evidence, and a suggestion with what can be said of it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from eqbrief.gui.detail.parts import NameLink
from eqbrief.gui.kit import Button, Chip, FlowLayout, IconButton, Label
from eqbrief.gui.theme import px
from eqbrief.model import EvidenceItem, Hit, TagSuggestion, say_date


def named_hit(hit: Hit) -> str:
    """Name what is tagged: 'Slide 12 · Presentation 200224', 'Question 5', 'Note', or the event by its title."""
    if hit.kind == "slide" and hit.deck:
        return f"Slide {hit.slide} · {hit.deck[1]}"
    return "Note" if hit.kind == "note" else hit.title


class EvidenceRow(QWidget):
    """A piece of evidence: what it is, at which event, and the words that stand there now."""

    opened = Signal(object)
    """The Hit that is to be opened."""
    removed = Signal(object)
    """The EvidenceItem whose tag is to be taken away."""

    def __init__(self, item: EvidenceItem) -> None:
        super().__init__()
        self.item = item
        named = item.hit.title if item.tag.kind != "event" else _event(item.hit)
        row = _row(self)
        column = QVBoxLayout()
        column.setSpacing(px(2))
        self.link = _link(named, item.hit)
        self.link.clicked.connect(lambda: self.opened.emit(item.hit))
        column.addWidget(self.link)
        column.addWidget(Label(_where(item.hit, named), "secondary", "mute"))
        if item.private:
            column.addWidget(Chip("Private", "caution", "lock-simple"))
        if item.hit.snippet and item.tag.kind != "event":
            column.addWidget(Label(item.hit.said, "body"))
        row.addLayout(column, 1)
        remove = IconButton(f"Take the tag away from {named}", "x", tone="mute")
        remove.clicked.connect(lambda: self.removed.emit(item))
        row.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)


class SuggestionRow(QWidget):
    """Something that may be evidence, the words it is suggested for, and the two answers."""

    opened = Signal(object)
    accepted = Signal(object)
    """The TagSuggestion that was accepted."""
    dismissed = Signal(object)

    def __init__(self, suggestion: TagSuggestion) -> None:
        super().__init__()
        self.suggestion = suggestion
        hit = suggestion.hit
        named = named_hit(hit) if hit.kind != "event" else _event(hit)
        row = _row(self)
        column = QVBoxLayout()
        column.setSpacing(px(2))
        self.link = _link(named, hit)
        self.link.clicked.connect(lambda: self.opened.emit(hit))
        column.addWidget(self.link)
        column.addWidget(Label(_where(hit, named), "secondary", "mute"))
        column.addWidget(Label(hit.said, "body"))
        words = ", ".join(f"“{word}”" for word in suggestion.words)
        column.addWidget(Label(f"Suggested for {words}", "secondary", "accent"))
        answers = FlowLayout(spacing=px(8))
        answers.setContentsMargins(0, px(6), 0, 0)
        self.accept = Button("Accept", "check")
        dismiss = Button("Dismiss", "x", "quiet")
        self.accept.setAccessibleName(f"Accept {named}")
        dismiss.setAccessibleName(f"Dismiss {named}")
        self.accept.clicked.connect(lambda: self.accepted.emit(suggestion))
        dismiss.clicked.connect(lambda: self.dismissed.emit(suggestion))
        answers.addWidget(self.accept)
        answers.addWidget(dismiss)
        column.addLayout(answers)
        row.addLayout(column, 1)


def _row(widget: QWidget) -> QHBoxLayout:
    row = QHBoxLayout(widget)
    row.setContentsMargins(0, px(12), 0, px(12))
    row.setSpacing(px(12))
    return row


def _link(named: str, hit: Hit) -> NameLink:
    link = NameLink(named)
    if hit.kind != "event":
        link.setAccessibleName(f"{named}, {_event(hit)}")
    return link


def _event(hit: Hit) -> str:
    return hit.event[1] if hit.event else hit.title


def _where(hit: Hit, named: str) -> str:
    date = say_date((hit.event[2] or "")[:10]) if hit.event else ""
    kind = "Event" if hit.kind == "event" else ""
    return " · ".join(part for part in (kind, date, _event(hit)) if part and part != named)
