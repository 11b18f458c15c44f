# SPDX-License-Identifier: MIT
"""Edit an event that is kept already, in the form of the desk, beside the page it came from."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from eqbrief.gui.asking import ask
from eqbrief.gui.desk.columns import Columns
from eqbrief.gui.desk.header import Header
from eqbrief.gui.desk.known import Known
from eqbrief.gui.desk.offering import Offering
from eqbrief.gui.desk.page import PagePane
from eqbrief.gui.desk.sheet import FormSheet
from eqbrief.gui.jobs import Jobs
from eqbrief.gui.kit import Button
from eqbrief.gui.theme import px
from eqbrief.model import Event, UserError, say_date
from eqbrief.store import Store
from eqbrief.tasks import edit
from eqbrief.tasks import event as event_now


class EditEvent(QDialog):
    """Edit one event. Only the fields that the person changed are written, whatever else changed in the meantime."""

    saved = Signal(object)
    """The list of the fields that changed, after they were stored."""

    def __init__(self, store: Store, jobs: Jobs, event: Event, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store, self._jobs, self._event = store, jobs, event
        self._build()

    def save(self) -> None:
        """Store what was changed, then close; say above the fields why that could not be done."""
        if not self.saving.isEnabled():
            return
        try:
            changes = self.form.changes()
        except UserError as error:
            self._fail(error)
            return
        store, number = self._store, self._event.id
        self.saving.setEnabled(False)
        job = self._jobs.save(lambda: edit(store, number, replace(event_now(store, number).draft, **changes)))
        job.done.connect(self._have_saved)
        job.failed.connect(self._fail)
        job.ended.connect(lambda: self.saving.setEnabled(True))

    def reject(self) -> None:
        """Close; ask first when something was changed."""
        if not self.saving.isEnabled():
            return
        if self.form.is_edited():
            answers = [("leave", "Leave without saving"), ("stay", "Go on editing"), ("save", "Save")]
            answer = ask(self, "Your changes are not saved yet.", "Save them before you leave?", answers)
            if answer == "save":
                self.save()
            if answer != "leave":
                return
        super().reject()

    def _build(self) -> None:
        draft = self._event.draft
        self.setWindowTitle("Edit event – EqBrief")
        self.cancel = Button("Cancel", kind="quiet", hint="Esc")
        self.saving = Button("Save", kind="primary", hint="Ctrl+S")
        self.cancel.clicked.connect(self.reject)
        self.saving.clicked.connect(self.save)
        self.header = Header((self.cancel, self.saving))
        self.header.say("Edit event", draft.title or "")
        self.page = PagePane()
        known = Known()
        known.load(self._store, self._jobs)
        self.sheet = FormSheet(known, draft, "What is kept", self._event.edited, settles=False)
        self.form = self.sheet.form
        self.form.field_focused.connect(self.page.mark)
        source = self._event.sources[0] if self._event.sources else None
        kept = f"as kept on {say_date(source.added_at[:10])}" if source else ""
        self.page.show_page(draft, kept)
        offering = Offering(self.page, lambda: self.form, self)
        self.form.field_focused.connect(offering.field_focused)
        self.columns = Columns(None, self.page, self.sheet)
        self.columns.set_shown(queue=False, page=bool(draft.text))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addWidget(self.columns, 1)
        for keys, does in (
            ("Ctrl+S", self.save),
            ("Ctrl+Return", self.save),
            ("Ctrl+Enter", self.save),
            ("F8", lambda: self._next_check(1)),
            ("Shift+F8", lambda: self._next_check(-1)),
            ("F6", lambda: self.columns.next(1)),
            ("Shift+F6", lambda: self.columns.next(-1)),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(does)
        self.resize(px(1120), px(800))
        self.form.fields["title"].setFocus()

    def _next_check(self, step: int) -> None:
        self.columns.show_fields()
        self.form.next_check(step)

    def _have_saved(self, fields: list[str]) -> None:
        super().accept()
        self.saved.emit(fields)

    def _fail(self, error: UserError) -> None:
        self.columns.show_fields()
        self.sheet.say(error)
