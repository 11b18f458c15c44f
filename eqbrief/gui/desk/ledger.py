# SPDX-License-Identifier: MIT
"""What a page says otherwise than the event that is here already: a row for each difference, to accept or refuse."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from eqbrief.gui.desk.changes import Changes
from eqbrief.gui.desk.sheet import MARGIN
from eqbrief.gui.kit import Banner, Button, FlowLayout, Hairline, Label, ScrollColumn, no_mnemonic, surface
from eqbrief.gui.listing import plural
from eqbrief.gui.theme import px
from eqbrief.model import Choice, Comparison, Difference, say_date


def said_likeness(like: Comparison, since: str) -> tuple[str, str]:
    """Say of a page what event it is like: a heading, and a sentence. `since` is the day on which that was added."""
    added = f", added on {say_date(since)}" if since else ""
    name = f"“{like.event.name}”"
    if like.likeness == "likely":
        return "This looks like an event that is here", f"It is much like {name}{added}. {like.reason}".strip()
    return "This page is here already", f"It is kept as {name}{added}."


def said_count(like: Comparison) -> str:
    """Say how much differs: '3 things differ.'"""
    count = len(like.differences)
    if not count:
        return "The page says nothing that the event has not."
    return (
        "One thing differs. Choose whether it is taken over."
        if count == 1
        else (f"{count} things differ. Choose which are taken over.")
    )


class Row(QWidget):
    """One difference: a check box with its label, how the words changed, and why it does not win by itself."""

    turned = Signal()

    def __init__(self, difference: Difference) -> None:
        super().__init__()
        self.key = difference.key
        self.box = QCheckBox(no_mnemonic(difference.label))
        self.box.setChecked(difference.wins)
        self.box.setAccessibleName(_spoken(difference))
        self.box.toggled.connect(lambda _on: self.turned.emit())
        self.changes = Changes(f"How this changes: {difference.label}", difference.before, difference.after)
        self.changes.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # the check box says it all to those who hear it
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 12)
        column.setSpacing(2)
        column.addWidget(self.box)
        inner = QVBoxLayout()
        inner.setContentsMargins(px(26), 0, 0, 0)
        inner.setSpacing(4)
        inner.addWidget(self.changes)
        if difference.reason:
            inner.addWidget(Label(difference.reason, "secondary", "mute"))
        column.addLayout(inner)


class LedgerSheet(QWidget):
    """Decide what becomes of a page whose event is here, or of one that is like an event that is here."""

    turned = Signal()
    """Other rows are chosen."""
    decided = Signal(object)
    """The Choice, where a button says it all: keep the event as it is, or add one of its own."""
    fields_wanted = Signal()

    def __init__(self, like: Comparison, since: str = "") -> None:
        super().__init__()
        self.like = like
        self.rows = [Row(difference) for difference in like.differences]
        title, text = said_likeness(like, since)
        column = ScrollColumn("What differs", wide=True, margin=MARGIN)
        column.add(Label(title, "subheading"))
        column.add(Label(text, "body", "mute"), before=4)
        column.add(Label(said_count(like), "body", "mute"), before=4)
        for number, row in enumerate(self.rows):
            column.add(Hairline(), before=12 if not number else 0)
            column.add(row)
            row.turned.connect(self.turned)
        column.add(self._make_buttons(), before=16)
        column.add(Banner("note-pencil", "Your notes, actions and stars stay as they are.", "neutral"), before=16)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(column)
        surface(self, "pane")
        self.setFocusProxy(self.rows[0].box if self.rows else self.edit)

    def choice(self) -> Choice:
        """Give what is decided as the rows stand now: to take these over into the event."""
        return Choice(frozenset(row.key for row in self.rows if row.box.isChecked()), into=self.like.event.id)

    def said_accept(self) -> str:
        """Say on the button what accepting means now."""
        chosen, every = len([row for row in self.rows if row.box.isChecked()]), len(self.rows)
        of = plural(every, "change") if chosen == every else f"{chosen} of {plural(every, 'change')}"
        if self.like.likeness == "likely":
            return f"Merge with {of}" if chosen else "Merge into it"
        return f"Accept {of}" if chosen else "Keep as it is"

    def _make_buttons(self) -> QWidget:
        box = QWidget()
        flow = FlowLayout(box)
        is_likely = self.like.likeness == "likely"
        choice = Choice(apart=True) if is_likely else Choice(frozenset(), into=self.like.event.id)
        self.other = Button("Add as an event of its own" if is_likely else "Keep as it is")
        self.other.clicked.connect(lambda: self.decided.emit(choice))
        self.other.setVisible(is_likely or bool(self.rows))  # where nothing differs, accepting keeps it
        self.edit = Button("Edit all fields")
        self.edit.clicked.connect(self.fields_wanted)
        flow.addWidget(self.other)
        flow.addWidget(self.edit)
        return box


def _spoken(difference: Difference) -> str:
    """Write a row as one sentence for a screen reader."""
    if difference.before and difference.after:
        change = f"from {difference.before} to {difference.after}"
    else:
        change = f"added: {difference.after}" if difference.after else f"gone: {difference.before}"
    return " ".join(f"{difference.label}: {change}. {difference.reason}".split())
