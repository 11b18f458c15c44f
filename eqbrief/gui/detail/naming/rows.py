# SPDX-License-Identifier: MIT
"""What the pages of a person or an organisation are made of: something said, a person, a record near this one."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from eqbrief.gui.detail.parts import DatedRow, NameLink
from eqbrief.gui.kit import Avatar, FlowLayout, Label, Picture
from eqbrief.gui.listing import plural
from eqbrief.gui.theme import px
from eqbrief.model import NameCard, Piece, Said, SaidKind, say_time
from eqbrief.store import Store

_KINDS: dict[SaidKind, str] = {
    "talk": "Spoke on",
    "session": "Session",
    "deck": "Slides",
    "question": "Question",
    "turn": "Transcript",
}


class SaidRow(DatedRow):
    """Something that a person said: when, at which event, and the words as they are printed."""

    def __init__(
        self, said: Said, speaker: str, show_event: Callable[[int], None], show_slide: Callable[[int, int], None]
    ) -> None:
        super().__init__(said.event_date, said.event_title, _KINDS[said.kind], lambda: show_event(said.event_id))
        self._said, self._speaker = said, speaker
        column = self.column
        column.addWidget(Label(said.text, "body", selectable=True))
        if said.kind == "turn":
            more = f", {plural(said.times, 'turn')} in all" if said.times > 1 else ""
            column.addWidget(Label(f"At {say_time(said.at or 0)}{more}", "secondary", "mute"))
        if (deck := said.record_id) is not None and (slide := said.slide) is not None:
            view = NameLink(f"View slide {slide}")
            view.setAccessibleName(f"View slide {slide} of {said.text}")
            view.clicked.connect(lambda: show_slide(deck, slide))
            column.addWidget(view, 0, Qt.AlignmentFlag.AlignLeft)

    def pieces(self, store: Store) -> list[Piece]:
        """Give the words under the speaker's name."""
        from eqbrief.tasks import briefing  # noqa: PLC0415 - the first frame gathers nothing

        return briefing.said_pieces(store, self._said, self._speaker)


class PersonLine(QWidget):
    """A person who spoke for an organisation, with the newest role and at how many events."""

    def __init__(self, card: NameCard, show: Callable[[], None]) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, px(10), 0, px(10))
        row.setSpacing(px(12))
        row.addWidget(Avatar(card.name), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(0)
        link = NameLink(card.name)
        link.setAccessibleName(", ".join(part for part in (card.name, card.line, plural(card.events, "event")) if part))
        link.clicked.connect(show)
        column.addWidget(link)
        role = card.line[:1].upper() + card.line[1:]
        column.addWidget(
            Label("  ·  ".join(part for part in (role, plural(card.events, "event")) if part), "secondary", "mute")
        )
        row.addLayout(column, 1)


class RecordLine(QWidget):
    """A line about the record itself; with a name, a link to another."""

    def __init__(self, text: str, icon: str, name: str = "", show: Callable[[], None] | None = None) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, px(4), 0, px(4))
        row.setSpacing(px(12))
        row.addWidget(Picture(icon, "mute", 18), 0, Qt.AlignmentFlag.AlignTop)
        words = FlowLayout(spacing=px(6))
        words.addWidget(Label(text, "body", wrap=not name))
        if name and show is not None:
            link = NameLink(name)
            link.setAccessibleName(f"{text} {name}")
            link.clicked.connect(show)
            words.addWidget(link)
        row.addLayout(words, 1)
