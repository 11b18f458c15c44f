# SPDX-License-Identifier: MIT
"""One enquiry over the whole width: the question, its table of answers, and what can be done with them."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from eqbrief import store as db
from eqbrief.gui.asking import choose_target, tell
from eqbrief.gui.gathering import gather
from eqbrief.gui.jobs import Job, touches
from eqbrief.gui.kit import Button, ChipButton, EmptyState, Hairline, Label, MenuButton, surface
from eqbrief.gui.listing import plural
from eqbrief.gui.sidebar import ALL_EVENTS, Place
from eqbrief.gui.theme import px
from eqbrief.gui.views.enquiry.table import Answers, AnswerTable
from eqbrief.gui.views.view import Given, View
from eqbrief.model import Hit, Piece, UserError, say_date
from eqbrief.model.asking import EnquiryRow
from eqbrief.model.query import explain, parse
from eqbrief.store import Tables
from eqbrief.tasks import briefing, enquiring

_KINDS = "Tables (*.csv *.xlsx)"
_NONE = ("table", "No answers", "Nothing in the library answers this yet. Ask again when there is more.")
_EVERY_ONE = ("table", "Every answer is left out", "Show those that were left out to take them in again.")


class EnquiryView(View):
    """Show one enquiry; each row opens exactly where its passage stands."""

    def __init__(self, given: Given) -> None:
        super().__init__()
        self._store, self._jobs = given.store, given.jobs
        self._id: int | None = None
        self._build()

    def show_place(self, place: Place) -> None:
        """Show the enquiry that the place names."""
        if self._id != place.id:
            self._all.setChecked(False)
        self._id = place.id
        self.read()
        self.table.share()
        if self.answers.rows and not self.table.chosen():
            self.table.selectRow(0)

    def focus_first(self) -> None:
        """Put the keyboard on the answers."""
        (self.table if self.answers.rows else self._again).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def notice(self, tables: Tables) -> None:
        """Read again when the enquiry or its events have changed."""
        if touches(tables, "enquiry", "enquiry_row", "event", "person"):
            self.read()

    def read(self) -> None:
        """Read the enquiry and its answers; where it is gone, go back to the events."""
        if self._id is None:
            return
        try:
            known = db.enquiry(self._store, self._id)
        except UserError:
            self._id = None
            self.place_wanted.emit(ALL_EVENTS)
            return
        rows = db.enquiry_rows(self._store, self._id, left_out=self._all.isChecked())
        self._title.setText(known.name)
        kept = known.rows - known.left_out
        asked = say_date(known.asked_at[:10])
        left_out = f" · {known.left_out:,} left out" if known.left_out else ""
        self._line.setText(f"{plural(kept, 'answer')}{left_out} · asked on {asked}\n{explain(parse(known.query))}")
        self._all.setText(f"Left out {known.left_out:,}")
        self._all.setVisible(bool(known.left_out) or self._all.isChecked())
        self.answers.show(rows)
        icon, title, text = _EVERY_ONE if known.left_out else _NONE
        self._nothing.say(icon, title, text)
        self._pages.setCurrentIndex(0 if rows else 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy on the system's key for it."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out anew."""
        super().resizeEvent(event)
        self.table.share()

    def copy(self) -> None:
        """Copy the chosen answers as a table, or all but private notes where only one is chosen."""
        rows = self._wanted()
        QApplication.clipboard().setText(enquiring.table_text(rows))
        self.said.emit(f"Copied {plural(len(rows), 'answer')} as a table.")

    def export(self) -> None:
        """Write the table to a file that the person names."""
        target = choose_target(self, "Export the answers", f"{self._title.text()[:80]}.csv", _KINDS)
        if target is None or self._id is None:
            return
        number = self._id
        job = self._jobs.run(
            "Exporting the answers", lambda _job: enquiring.export_enquiry(self._store, number, target)
        )
        job.done.connect(lambda written: self.said.emit(f"Wrote {plural(written, 'answer')} to '{target.name}'."))
        job.failed.connect(lambda error: tell(self, error))

    def pieces(self, store: db.Store) -> list[Piece]:
        """Give the answers chosen by hand, where those are several, else the whole table, to put into a briefing."""
        if self._id is None or not self.answers.rows:
            return []
        if len(self.table.chosen()) > 1:
            return briefing.pieces_of_answers(store, self._chosen())
        return [briefing.table_piece(db.enquiry(store, self._id))]

    def leave_out(self) -> None:
        """Leave the chosen answers out of the table, or take them in where the first is left out."""
        rows = self._chosen()
        if rows:
            out = not rows[0].left_out
            self._change(self._jobs.save(lambda: enquiring.leave_out(self._store, [row.id for row in rows], out)))

    def ask_again(self) -> None:
        """Put the question once more."""
        if self._id is not None:
            number = self._id
            job = self._jobs.run(
                "Asking all events", lambda job: enquiring.ask_again(self._store, number, job.report, job.stop)
            )
            self._change(job)

    def rename(self) -> None:
        """Word the question otherwise."""
        from eqbrief.gui.dialogs.one_line import ask_line  # noqa: PLC0415 - dialogs are loaded when they are wanted

        line = "What is searched for stays as it is."
        name = ask_line(self, "Word the question otherwise", line, "Question", self._title.text(), "Rename")
        if name and self._id is not None:
            number = self._id
            self._change(self._jobs.save(lambda: enquiring.rename_enquiry(self._store, number, name)))

    def delete(self) -> None:
        """Take the question and its answers away; undo brings them back."""
        if self._id is not None:
            number, name = self._id, self._title.text()
            job = self._jobs.save(lambda: enquiring.delete_enquiry(self._store, number))
            job.done.connect(lambda _known: self.said.emit(f"Deleted “{name}”. Undo brings it back."))
            self._change(job)

    def open_row(self) -> None:
        """Open the passage of the chosen answer where it stands."""
        rows = self._chosen()
        if rows:
            self.hit_wanted.emit(hit_of(self._store, rows[0]))

    def _build(self) -> None:
        self._title = Label("", "title")
        self._line = Label("", "secondary", "mute")
        self._again = Button("Ask again", "arrows-clockwise")
        self._again.clicked.connect(self.ask_again)
        copy, export = Button("Copy", "copy"), Button("Export…", "export")
        adding = Button("Add to briefing", "clipboard-text")
        adding.clicked.connect(lambda: gather(self))
        copy.clicked.connect(self.copy)
        export.clicked.connect(self.export)
        more = QMenu("More", self)
        more.addAction("Leave out, or take in", self.leave_out)
        more.addAction("Word the question otherwise…", self.rename)
        more.addAction("Delete the enquiry", self.delete)
        self._all = ChipButton("", checkable=True)
        self._all.clicked.connect(lambda _on: self.read())
        words = QVBoxLayout()
        words.setSpacing(px(4))
        words.addWidget(self._title)
        words.addWidget(self._line)
        head = QHBoxLayout()
        head.setContentsMargins(px(28), px(20), px(28), px(16))
        head.setSpacing(px(8))
        head.addLayout(words, 1)
        for button in (self._all, self._again, adding, copy, export, MenuButton("More", menu=more, kind="quiet")):
            head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.answers = Answers()
        self.table = AnswerTable(self.answers)
        self.table.opened.connect(self.open_row)
        self.table.delete_pressed.connect(self.leave_out)
        self._nothing = _Nothing()
        self._pages = QStackedWidget()
        self._pages.addWidget(self.table)
        self._pages.addWidget(self._nothing)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(Hairline())
        beside = QHBoxLayout()
        beside.setContentsMargins(px(20), 0, 0, 0)  # so that the words stand below the question
        beside.addWidget(self._pages)
        layout.addLayout(beside, 1)
        surface(self, "card")
        surface(self.table, "card")

    def _chosen(self) -> list[EnquiryRow]:
        return [self.answers.rows[place] for place in self.table.chosen() if place < len(self.answers.rows)]

    def _wanted(self) -> list[EnquiryRow]:
        """Give the answers that were chosen by hand, where those are several; else all that may leave."""
        if len(self.table.chosen()) > 1:
            return self._chosen()
        private = db.private_notes(self._store)
        rows = (row for row in self.answers.rows if not row.left_out)
        return [row for row in rows if not (row.kind == "note" and row.record_id in private)]

    def _change(self, job: Job) -> None:
        job.failed.connect(lambda error: tell(self, error))


class _Nothing(QWidget):
    """What stands in the place of a table without rows."""

    def __init__(self) -> None:
        super().__init__()
        self._said: tuple[str, str, str] | None = None
        self._column = QVBoxLayout(self)

    def say(self, icon: str, title: str, text: str) -> None:
        """Say why there are none."""
        if self._said == (icon, title, text):
            return
        self._said = (icon, title, text)
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self._column.addWidget(EmptyState(icon, title, text))


def hit_of(store: db.Store, row: EnquiryRow) -> Hit:
    """Make of an answer the hit that it was, so that it opens exactly where its passage stands."""
    event = (row.event_id, row.event, row.date)
    deck, slide, where = db.slide_spot(store, row.record_id, row.place) if row.kind == "slide" else (None, None, None)
    return Hit(row.kind, row.record_id, event, row.says, "", deck, slide, where)  # type: ignore[arg-type]
