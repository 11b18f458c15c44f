# SPDX-License-Identifier: MIT
"""What the pages of an event are made of: a person as printed, a deck with what can be done with it, a question."""

import math
from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from eqbrief.gui.gathering import gather
from eqbrief.gui.kit import Avatar, Chip, FlowLayout, IconButton, Label, no_mnemonic
from eqbrief.gui.kit.chip_row import ChipRow
from eqbrief.gui.kit.labels import lay_out
from eqbrief.gui.theme import colour, px
from eqbrief.model import Appearance, Event, Piece, say_date
from eqbrief.store import Store


def said_size(size_bytes: int | None) -> str:
    """Write a size in decimal units as pages print it: 2300000 is '2.3 MB'; '' for None."""
    if size_bytes is None:
        return ""
    for unit, scale in (("GB", 10**9), ("MB", 10**6), ("KB", 10**3)):
        if size_bytes >= scale:
            return f"{size_bytes / scale:.1f}".removesuffix(".0") + f" {unit}"
    return f"{size_bytes} bytes"


def said_roles(appearance: Appearance) -> str:
    """Write a person's roles as one line beginning with a capital, divided by middle dots."""
    printed = appearance.printed
    roles = " · ".join(role for role in printed.roles if role.casefold() != printed.capacity)
    return roles[:1].upper() + roles[1:]


class PersonRow(QWidget):
    """A person as printed on that day: initials, name, capacity, roles and organisations."""

    def __init__(self, appearance: Appearance, show_person: Callable[[int], None]) -> None:
        super().__init__()
        printed = appearance.printed
        name = " ".join(part for part in (printed.honorific, printed.name) if part)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, px(4), 0, px(4))
        row.setSpacing(px(12))
        row.addWidget(Avatar(printed.name), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(0)
        line = FlowLayout(spacing=px(8))
        link = NameLink(name)
        link.setAccessibleName(f"{name}, {printed.capacity}")
        link.clicked.connect(lambda: show_person(appearance.person_id))
        line.addWidget(link)
        if printed.credentials:
            line.addWidget(Label(printed.credentials, "secondary", "mute", wrap=False))
        if printed.capacity in ("chair", "moderator", "host"):
            line.addWidget(Chip(printed.capacity.capitalize()))
        column.addLayout(line)
        for text in (said_roles(appearance), " · ".join(printed.organisations)):
            if text:
                column.addWidget(Label(text, "secondary", "mute"))
        row.addLayout(column, 1)


class NameLink(QAbstractButton):
    """A name or a title that opens what it names; plain until it is pointed at, and wrapped where it must be."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._words = text
        self.setText(no_mnemonic(text))
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """Ask for the width of the whole text."""
        layout, height = lay_out(self._words, "strong", 1 << 20)
        return QSize(math.ceil(layout.maximumWidth()) + 1, max(px(24), height))

    def minimumSizeHint(self) -> QSize:
        """Ask for a few words' width."""
        return QSize(min(px(80), self.sizeHint().width()), px(24))

    def heightForWidth(self, width: int) -> int:
        """Give the height of the lines at a width."""
        return max(px(24), lay_out(self._words, "strong", width)[1])

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be pressed."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Go back to rest."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, in the accent's colour while it is pointed at or has the keyboard."""
        layout, height = lay_out(self._words, "strong", self.width())
        painter = QPainter(self)
        painter.setPen(colour("accent" if self.underMouse() or self.hasFocus() else "text"))
        layout.draw(painter, QPointF(0, max(0, (px(24) - height) / 2) if height < px(24) else 0))
        painter.end()


_DOWN = 6
"""So far below the top the first line of words stands on the height of the icons beside it."""


class NotedRow(QWidget):
    """A line of an event's page with a button, called `name`, that writes a note on it."""

    def __init__(self, text: str, name: str, note: Callable[[], None]) -> None:
        super().__init__()
        self.line = line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(px(12))
        self.words = QVBoxLayout()
        self.words.setSpacing(px(4))
        self.words.setContentsMargins(0, px(_DOWN), 0, px(_DOWN))
        self.words.addWidget(Label(text, "body", selectable=True))
        line.addLayout(self.words, 1)
        write = IconButton(name, "note-pencil", tone="mute")
        write.clicked.connect(lambda: note())
        line.addWidget(write, 0, Qt.AlignmentFlag.AlignTop)


class QuestionRow(NotedRow):
    """A question that the panel answered, with its number, what writes a note on it, and what puts it in a briefing."""

    def __init__(self, number: int, text: str, event: Event, note: Callable[[], None]) -> None:
        super().__init__(text, f"Write a note on question {number}", note)
        self.number, self.question, self._event = number, text, event
        self.tags = ChipRow("target")
        self.words.addWidget(self.tags)
        shown = Label(str(number), "body", "mute", wrap=False)
        shown.setFixedWidth(px(24))
        shown.setContentsMargins(0, px(_DOWN), 0, 0)
        shown.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        self.line.insertWidget(0, shown, 0, Qt.AlignmentFlag.AlignTop)
        adding = IconButton(f"Add question {number} to the briefing", "clipboard-text", "Ctrl+G", tone="mute")
        adding.clicked.connect(lambda: gather(self))
        self.line.addWidget(adding, 0, Qt.AlignmentFlag.AlignTop)

    def pieces(self, store: Store) -> list[Piece]:
        """Give the question."""
        from eqbrief.tasks import briefing  # noqa: PLC0415 - the first frame gathers nothing

        return [briefing.question_piece(self._event, self.question)]


class DatedRow(QWidget):
    """A row of a person's page: when, at which event as a link, of what kind; `column` takes what stands below that."""

    def __init__(self, date: str | None, title: str, kind: str, show_event: Callable[[], None]) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, px(12), 0, px(12))
        row.setSpacing(px(16))
        day = Label(say_date((date or "")[:10]), "body", "mute", wrap=False)
        day.setFixedWidth(px(144))
        day.setFixedHeight(px(24))
        day.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(day, 0, Qt.AlignmentFlag.AlignTop)
        self.column = QVBoxLayout()
        self.column.setSpacing(px(2))
        line = FlowLayout(spacing=px(8))
        link = NameLink(title)
        link.clicked.connect(show_event)
        line.addWidget(link)
        line.addWidget(Chip(kind))
        self.column.addLayout(line)
        row.addLayout(self.column, 1)


class AppearanceRow(DatedRow):
    """One line of a career: when, at which event, in which capacity and role, for whom."""

    def __init__(self, appearance: Appearance, show_event: Callable[[int], None], *, named: bool) -> None:
        printed, event = appearance.printed, appearance.event_id
        super().__init__(
            appearance.event_date, appearance.event_title, printed.capacity.capitalize(), lambda: show_event(event)
        )
        who = printed.name if named else ""
        for text in (who, said_roles(appearance), " · ".join(printed.organisations)):
            if text:
                self.column.addWidget(Label(text, "secondary", "mute"))
