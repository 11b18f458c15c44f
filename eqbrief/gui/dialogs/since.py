# SPDX-License-Identifier: MIT
"""What has come to an event since somebody last looked, line by line."""

from PySide6.QtWidgets import QWidget

from eqbrief.gui.dialogs.frame import Dialog
from eqbrief.gui.kit import Button
from eqbrief.gui.kit.lines import Line, LineList
from eqbrief.model import News, SinceLooked, say_moment

_ICONS = {
    "Deck": "presentation",
    "Transcript": "chat-text",
    "Note": "note-pencil",
    "Action": "check-square",
    "The": "file-text",
    "Question": "chat-circle-dots",
    "Session": "clock",
    "Person": "user",
    "Recording": "play-circle",
    "Topic": "tag",
}
"""By the first word of a line's title."""


class SinceDialog(Dialog):
    """Show what is new, each with what was there before."""

    def __init__(self, since: SinceLooked, parent: QWidget | None = None) -> None:
        super().__init__("What has changed", f"Since you last looked {say_moment(since.at)}.", parent, (640, 480))
        self.list = LineList("What has changed", parent=self)
        self.list.show_lines(_line(number, one) for number, one in enumerate(since.news))
        self.add(self.list, 1, margin=0)
        self.add_line_above_foot()
        close = Button("Close", kind="primary")
        close.clicked.connect(self.accept)
        self.finish([], [close])
        self.list.setFocus()


def _line(number: int, one: News) -> Line:
    change = f"{one.before or 'nothing'} → {one.after or 'nothing'}" if one.before else one.after
    about = " · ".join(part for part in (change, say_moment(one.at)) if part)
    return Line(str(number), one.title, about, _ICONS.get(one.title.split()[0], "pencil-simple"))
