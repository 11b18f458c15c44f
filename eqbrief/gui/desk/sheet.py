# SPDX-License-Identifier: MIT
"""What stands in the column of fields: the form of one event, or a sentence in its place."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from eqbrief.gui.desk.form import DraftForm
from eqbrief.gui.desk.known import Known
from eqbrief.gui.kit import Banner, EmptyState, Label, ScrollColumn, surface
from eqbrief.gui.listing import plural
from eqbrief.gui.theme import px
from eqbrief.model import Draft, UserError

MARGIN = 28


def said_counts(certain: int, checks: int, *, whole: bool) -> str:
    """Say how sure the reading is: '11 fields certain, 2 to check'. Only a `whole` event leaves nothing to check."""
    fields = f"{plural(certain, 'field')} certain" if certain else ""
    rest = f"{checks} to check" if checks else "nothing to check" if whole else ""
    return ", ".join(part for part in (fields, rest) if part)


class FormSheet(QWidget):
    """A form under its heading, with room above for what could not be done."""

    def __init__(
        self,
        known: Known,
        draft: Draft,
        heading: str,
        settled: Iterable[str] = (),
        note: str = "",
        *,
        answer: QWidget | None = None,
        above: QWidget | None = None,
        settles: bool = True,
    ) -> None:
        super().__init__()
        self.form = DraftForm(known, settles=settles)
        self._counts = Label("", "secondary", "mute")
        self._trouble = Banner("warning", "", "danger", closable=True)
        self._trouble.closed.connect(lambda: self._room.hide())
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Label(heading, "small", "mute", wrap=False), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._counts, 1)
        self.column = ScrollColumn("Fields", wide=True, margin=MARGIN)
        self.column.add(head)
        if note:
            self.column.add(Banner("info", note, "neutral", (answer,) if answer is not None else ()), before=12)
        if above is not None:
            self.column.add(above, before=12)
        self.column.add(self.form, before=12)
        self._room = QWidget()
        room = QVBoxLayout(self._room)
        room.setContentsMargins(16, 12, 16, 0)
        room.addWidget(self._trouble)
        self._room.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._room)
        column.addWidget(self.column, 1)
        surface(self, "pane")
        self.setFocusProxy(self.form.fields["title"])
        self.form.set_draft(draft, settled)
        self.began_with_checks = self.form.counts()[1] > 0
        self.form.changed.connect(self._count)
        self.form.field_focused.connect(self._bring)
        self._count()

    def say(self, error: UserError | None) -> None:
        """Say above the fields what could not be done; None takes it away."""
        self._trouble.set_text(str(error or ""))
        self._trouble.show()
        self._room.setVisible(error is not None)

    def accepted(self) -> Draft | None:
        """Give the draft as it can be stored, an event whatever the page looked like; say why not and give None."""
        try:
            draft = self.form.draft()
            if not draft.title:
                self.form.fields["title"].setFocus()
                raise UserError("An event needs a title.", "Type a title, then accept it again.")
        except UserError as error:
            self.say(error)
            return None
        self.say(None)
        return draft if draft.kind == "event" else replace(draft, kind="event", events=())

    def trouble(self) -> str:
        """Give what could not be done, or ''."""
        return "" if self._room.isHidden() else self._trouble.accessibleName()

    def _bring(self, _path: str) -> None:
        """Scroll to the field that the keyboard came to, once everything has its place."""
        QTimer.singleShot(0, self, self._scroll)

    def _scroll(self) -> None:
        if (field := self.window().focusWidget()) is not None:
            self.column.ensureWidgetVisible(field, 0, px(24))

    def _count(self) -> None:
        self._counts.setText(said_counts(*self.form.counts(), whole=self.form.is_whole()))


class SentenceSheet(QWidget):
    """A sentence in place of the fields, with what can be done."""

    def __init__(self, icon: str, title: str, text: str, buttons: Sequence[QWidget] = ()) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(EmptyState(icon, title, text, buttons))
        surface(self, "pane")
        if buttons:
            self.setFocusProxy(buttons[0])
