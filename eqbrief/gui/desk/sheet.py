# SPDX-License-Identifier: MIT
"""What stands in the column of fields: the form of one page, the events of a listing, or a sentence in their place."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QListView, QVBoxLayout, QWidget

from eqbrief.gui.desk.checks import to_check
from eqbrief.gui.desk.form import DraftForm
from eqbrief.gui.desk.known import Known
from eqbrief.gui.kit import Banner, EmptyState, Label, ScrollColumn, surface
from eqbrief.gui.listing import plural
from eqbrief.gui.listing.delegate import CardDelegate
from eqbrief.gui.listing.model import RowRole
from eqbrief.gui.listing.rows import Row
from eqbrief.gui.theme import px
from eqbrief.model import Draft, UserError, say_period

_Index = QModelIndex | QPersistentModelIndex
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
            self.column.add(Banner("info", note, "neutral"), before=12)
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
        self.form.changed.connect(self._count)
        self.form.field_focused.connect(self._bring)
        self._count()

    def say(self, error: UserError | None) -> None:
        """Say above the fields what could not be done; None takes it away."""
        self._trouble.set_text(str(error or ""))
        self._trouble.show()
        self._room.setVisible(error is not None)

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


class _Events(QAbstractListModel):
    """The events of a listing, read only."""

    def __init__(self, events: Sequence[Draft]) -> None:
        super().__init__()
        self._events = events

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._events)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role not in (RowRole, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        event = self._events[index.row()]
        people = plural(len(event.people), "person") if event.people else ""
        checks = len(to_check(event))
        parts = (say_period(event.starts_at, event.ends_at), people, f"{checks} to check" if checks else "")
        line = " · ".join(part for part in parts if part)
        row = Row(index.row(), event.title or "Without a title", line)
        return row if role == RowRole else row.sentence


class ListingSheet(QWidget):
    """The events of a page that lists several."""

    event_chosen = Signal(int)

    def __init__(self, draft: Draft, note: str = "") -> None:
        super().__init__()
        self.view = QListView()
        self._model, self._delegate = _Events(draft.events), CardDelegate(2)
        self.view.setModel(self._model)
        self.view.setItemDelegate(self._delegate)
        self.view.setUniformItemSizes(True)
        self.view.setFrameShape(QListView.Shape.NoFrame)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setAccessibleName("Events in this page")
        self.view.selectionModel().currentChanged.connect(lambda index, _before: self.event_chosen.emit(index.row()))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 20, 0, 0)
        column.setSpacing(4)
        for label in (
            Label(f"{plural(len(draft.events), 'event')} in one page", "subheading"),
            Label("Each becomes an event of its own, to be edited afterwards like any other.", "body", "mute"),
        ):
            label.setContentsMargins(16, 0, MARGIN, 0)
            column.addWidget(label)
        if note:
            row = QHBoxLayout()
            row.setContentsMargins(16, 8, MARGIN, 0)
            row.addWidget(Banner("info", note, "neutral"))
            column.addLayout(row)
        column.addSpacing(8)
        column.addWidget(self.view, 1)
        surface(self, "pane")
        surface(self.view, "pane")
        self.setFocusProxy(self.view)


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
