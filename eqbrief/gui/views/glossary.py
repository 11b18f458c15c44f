# SPDX-License-Identifier: MIT
"""The glossary: every acronym that the library writes out, where it does, and what the person says of it."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from eqbrief import store as db
from eqbrief.gui.asking import tell
from eqbrief.gui.detail.parts import NameLink
from eqbrief.gui.gathering import gather
from eqbrief.gui.jobs import touches
from eqbrief.gui.kit import Button, Chip, EmptyState, FlowLayout, Hairline, Label, ScrollColumn, SearchBox, surface
from eqbrief.gui.kit.chips import ChipTone
from eqbrief.gui.kit.lines import Line, LineList
from eqbrief.gui.listing import plural
from eqbrief.gui.sidebar import Place
from eqbrief.gui.theme import px
from eqbrief.gui.views.view import Given, View
from eqbrief.model import Piece, Term, TermPlace, TermState, say_date
from eqbrief.store import Store, Tables
from eqbrief.tasks import briefing, glossary

_STATES: dict[TermState, tuple[str, ChipTone]] = {
    "found": ("", "neutral"),
    "accepted": ("Accepted", "good"),
    "rejected": ("Rejected", "neutral"),
}
_KINDS = {"source": "Page", "slide": "Slide", "note": "Note", "event": "Description"}
_TEACH = (
    "Where a page, a slide or a shared note writes an acronym out, as in “Integrated Care Board (ICB)”, it is kept "
    "here with what it means and where it stands. Add events, or a term of your own."
)


class GlossaryView(View):
    """List the terms at the left, and show the one that is chosen at the right."""

    def __init__(self, given: Given) -> None:
        super().__init__()
        self._given = given
        self._terms: list[Term] = []
        self._build()

    def show_place(self, place: Place) -> None:
        """Show what was gathered so far; `id` chooses a term. What is new is gathered by the window's upkeep."""
        self._read(str(place.id) if place.id is not None else None)

    def focus_first(self) -> None:
        """Put the keyboard into the list."""
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def notice(self, tables: Tables) -> None:
        """Read again when the glossary or an event changed."""
        if touches(tables, "term", "event"):
            self._read()

    def chosen(self) -> Term | None:
        """Give the term that is shown."""
        key = self.list.current_key()
        return next((term for term in self._terms if str(term.id) == key), None)

    def pieces(self, store: Store) -> list[Piece]:
        """Give the term that is shown, to put into a briefing."""
        term = self.chosen()
        return [briefing.term_piece(term)] if term else []

    def accept(self) -> None:
        """Say that the term is right."""
        self._write(lambda term: glossary.accept_term(self._given.store, term.id), "accepted")

    def reject(self) -> None:
        """Say that the term is wrong, so that it is never marked."""
        self._write(lambda term: glossary.reject_term(self._given.store, term.id), "rejected")

    def edit(self) -> None:
        """Ask what the letters stand for."""
        from eqbrief.gui.detail.naming.asking import NameDialog  # noqa: PLC0415 - not needed before it is asked for

        term = self.chosen()
        if term is None:
            return
        line = "What you write here stays, whatever pages say."
        dialog = NameDialog(f"What {term.short} stands for", line, "Long form", term.long, "Save", self.window())
        long = dialog.name() if dialog.exec() else ""
        dialog.deleteLater()
        if long:
            self._write(lambda term: glossary.edit_term(self._given.store, term.id, long), "saved")

    def add(self) -> None:
        """Ask for letters and what they stand for, and keep them."""
        from eqbrief.gui.detail.naming.asking import NameDialog  # noqa: PLC0415 - not needed before it is asked for

        line = "Write both as a page would: Integrated Care Board (ICB)."
        dialog = NameDialog("Add a term", line, "Long form with the letters in brackets", "", "Add", self.window())
        typed = dialog.name() if dialog.exec() else ""
        dialog.deleteLater()
        long, _, short = typed.rstrip(") ").rpartition("(")
        if typed:
            job = self._given.jobs.save(lambda: glossary.new_term(self._given.store, short, long))
            job.done.connect(lambda term: self._read(str(term.id)))
            job.failed.connect(lambda error: tell(self.window(), error))

    def _build(self) -> None:
        surface(self, "card")
        self._head = Label("Glossary", "title")
        self._field = SearchBox("Find a term", "Find letters or words")
        self._field.textChanged.connect(lambda _text: self._show_list())
        self._rejected = QCheckBox("Rejected too")
        self._rejected.toggled.connect(lambda _on: self._read())
        add = Button("Add a term…", "plus")
        add.clicked.connect(self.add)
        self.list = LineList("Terms")
        self.list.moved.connect(lambda _key: self._show_term())
        bar = QHBoxLayout()
        bar.setSpacing(px(12))
        bar.addWidget(self._field, 1)
        bar.addWidget(self._rejected)
        left = QWidget()
        left.setMinimumWidth(px(300))
        left.setMaximumWidth(px(520))
        column = QVBoxLayout(left)
        column.setContentsMargins(0, px(20), 0, 0)
        column.setSpacing(px(12))
        top = QHBoxLayout()
        top.setContentsMargins(px(24), 0, px(24), 0)
        top.addWidget(self._head, 1)
        top.addWidget(add)
        bar.setContentsMargins(px(24), 0, px(24), 0)
        column.addLayout(top)
        column.addLayout(bar)
        column.addWidget(Hairline())
        column.addWidget(self.list, 1)
        self._page = ScrollColumn("The term", wide=True)
        self._empty = EmptyState("book-open", "No terms yet", _TEACH)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(left, 2)
        row.addWidget(Hairline(Qt.Orientation.Vertical))
        row.addWidget(self._page, 3)
        row.addWidget(self._empty, 3)
        column.setSpacing(px(12))

    def _read(self, choose: str | None = None) -> None:
        self._terms = db.terms(self._given.store, rejected=self._rejected.isChecked())
        self._show_list(choose)

    def _show_list(self, choose: str | None = None) -> None:
        words = self._field.text().casefold().split()
        shown = [one for one in self._terms if all(word in f"{one.short} {one.long}".casefold() for word in words)]
        self._head.setText(f"Glossary  ·  {len(self._terms):,}" if self._terms else "Glossary")
        self.list.show_lines(
            (Line(str(one.id), one.short, one.long, chip=_STATES[one.state][0], chip_tone=_STATES[one.state][1])
             for one in shown), choose
        )  # fmt: skip
        self._page.setVisible(bool(shown))
        self._empty.setVisible(not shown)
        self._show_term()

    def _show_term(self) -> None:
        self._page.clear()
        term = self.chosen()
        if term is None:
            return
        self._page.add(Label(term.short, "title", selectable=True))
        self._page.add(Label(term.long, "subheading", selectable=True), before=4)
        if term.also:
            self._page.add(Label(f"Elsewhere it means {'; '.join(term.also)}.", "body", "mute"), before=8)
        self._page.add(self._buttons(term), before=16)
        places = db.term_places(self._given.store, term.id)
        said = (
            f"Written out {plural(term.times, 'time')} at {plural(term.events, 'event')}" if places else "Added by hand"
        )
        self._page.add(Label(said, "subheading"), before=24)
        for place in places:
            self._page.add(_PlaceRow(place, self.event_wanted.emit), before=0)
            self._page.add(Hairline(), before=0)

    def _buttons(self, term: Term) -> QWidget:
        holder = QWidget()
        row = FlowLayout(holder, spacing=px(8))
        for text, icon, kind, state, do in (
            ("Accept", "check", "primary", "accepted", self.accept),
            ("Edit…", "pencil-simple", "plain", "", self.edit),
            ("Reject", "x", "plain", "rejected", self.reject),
        ):
            button = Button(text, icon, kind)  # pyright: ignore[reportArgumentType]
            button.setEnabled(term.state != state)
            button.clicked.connect(do)
            row.addWidget(button)
        adding = Button("Add to briefing", "clipboard-text")
        adding.clicked.connect(lambda: gather(self))
        row.addWidget(adding)
        return holder

    def _write(self, work: Callable[[Term], Any], said: str) -> None:
        term = self.chosen()
        if term is None:
            return
        job = self._given.jobs.save(lambda: work(term))
        job.done.connect(lambda _term: self.said.emit(f"{term.short} {said}"))
        job.failed.connect(lambda error: tell(self.window(), error))


class _PlaceRow(QWidget):
    """A place where a term is written out: when, at which event, on its page, a slide or in a note."""

    def __init__(self, place: TermPlace, show_event: Callable[[int], None]) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, px(10), 0, px(10))
        row.setSpacing(px(16))
        date = Label(say_date((place.event_date or "")[:10]), "body", "mute", wrap=False)
        date.setFixedWidth(px(144))
        row.addWidget(date, 0, Qt.AlignmentFlag.AlignTop)
        line = FlowLayout(spacing=px(8))
        link = NameLink(place.event_title)
        link.clicked.connect(lambda: show_event(place.event_id))
        line.addWidget(link)
        times = f", {place.times} times" if place.times > 1 else ""
        line.addWidget(Chip(f"{_KINDS.get(place.kind, place.kind.capitalize())}{times}"))
        row.addLayout(line, 1)
